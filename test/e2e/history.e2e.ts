import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import {
  answer,
  goTo,
  goToClient,
  goToClients,
  namelessClient,
  openAgain,
  openEmpty,
  openSample,
} from './going.ts';
import { held as heldIn } from './held.ts';
import { chooseFile, confirm, madeFile, previewOf } from './importing.ts';
import { look } from './looking.ts';
import { press, toast } from './typing.ts';

let opened: OpenApp;
const page = () => opened.page;

/** What the ledger holds of everything these tests touch. */
const held = () => heldIn(page());

/** Away from any field, as after reading. */
const atEase = () => page().getByRole('main').focus();

beforeAll(async () => {
  opened = await openEmpty();
});
afterAll(async () => {
  await opened.close();
});

describe('Ctrl+Z', () => {
  const states: unknown[] = [];
  const said: string[] = [];

  beforeAll(async () => {
    const { id } = await answer(page(), 'clients.add', { ...namelessClient, name: 'Larkfield Court' });
    const keep = async (done: { readonly label: string }) => {
      said.push(done.label);
      states.push(await held());
    };
    states.push(await held());
    const invoice = await answer(page(), 'invoices.add', {
      clientId: id,
      number: '3526',
      title: null,
      issued: '2026-10-01',
      due: '2026-10-22',
      amount: 1020_00,
      allTheSame: true,
    });
    await keep(invoice);
    await keep(
      await answer(page(), 'payments.add', {
        clientId: id,
        invoiceId: invoice.id,
        paidOn: '2026-10-30',
        amount: 340_00,
        method: 'transfer',
        note: null,
      }),
    );
    await keep(
      await answer(page(), 'decisions.add', {
        clientId: id,
        complaintId: null,
        invoiceId: invoice.id,
        kind: 'part refund',
        decidedOn: '2026-11-17',
        amount: 120_00,
        redoMinutes: 0,
        withApology: true,
        paidBack: 'money',
        what: null,
        reason: 'A day late.',
        despite: 'Twice in a row.',
        couponCode: null,
        validUntil: null,
        settles: false,
      }),
    );
    await keep(await answer(page(), 'clients.remove', { id }));
    expect(said).toEqual([
      'Invoice 3526 of £1,020 to Larkfield Court',
      'Payment of £340 on invoice 3526 from Larkfield Court',
      'Part refund of £120 to Larkfield Court',
      'Removed the client Larkfield Court',
    ]);

    opened = await openAgain(opened);
  });

  it('takes back changes of every kind, one by one, after a restart, each with its name', async () => {
    const label = await opened.app.evaluate(
      ({ Menu }) =>
        Menu.getApplicationMenu()
          ?.items.flatMap((item) => item.submenu?.items ?? [])
          .find((item) => item.label.startsWith('Undo: '))?.label,
    );
    expect(label).toBe('Undo: removed the client Larkfield Court');
    await goToClients(page());
    await atEase();
    for (let step = said.length - 1; step >= 0; step--) {
      await press(page(), 'Control+z');
      const name = said[step] ?? '';
      await toast(page(), `Undid: ${name.charAt(0).toLowerCase()}${name.slice(1)}.`).waitFor();
      expect(await held()).toEqual(states[step]);
    }
  });

  it('forward again with Ctrl+Y and Ctrl+Shift+Z, and from the message', async () => {
    for (const [step, name] of said.entries()) {
      await press(page(), step % 2 === 0 ? 'Control+y' : 'Control+Shift+Z');
      await toast(page(), `Redid: ${name.charAt(0).toLowerCase()}${name.slice(1)}.`).waitFor();
      expect(await held()).toEqual(states[step + 1]);
    }
    await page().locator('output').getByRole('button', { name: 'Undo' }).click();
    await toast(page(), 'Undid: removed the client Larkfield Court.').waitFor();
    await page().locator('output').getByRole('button', { name: 'Redo' }).click();
    await toast(page(), 'Redid: removed the client Larkfield Court.').waitFor();
    await press(page(), 'Control+y');
    await toast(page(), 'Nothing to redo.').waitFor();
    await press(page(), 'Control+z');
    await toast(page(), 'Undid: removed the client Larkfield Court.').waitFor();
  });

  it('in a field is the field’s own', async () => {
    const before = await held();
    const filter = page().getByRole('searchbox', { name: 'Filter this list' });
    await filter.pressSequentially('lark');
    await filter.press('Control+z');
    await expect.poll(() => filter.inputValue()).not.toBe('lark');
    expect(await held()).toEqual(before);
    await filter.fill('');
    await atEase();
  });

  it('an import is undone and redone as a whole; thousands of rows are asked first', async () => {
    const before = await held();
    const rows = Array.from(
      { length: 1200 },
      (_, n) => `C-${n % 20},${7000 + n},10/1/2026,10/31/2026,${10 + (n % 90)}.50,No,10/20/2026`,
    );
    const file = madeFile(
      'october.csv',
      `customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate\n${rows.join('\n')}\n`,
    );
    await chooseFile(opened, file);
    await previewOf(page(), 'october.csv');
    await confirm(page());
    await goToClients(page());
    const after = await held();
    expect(after.length).toBe(before.length + 20);
    await atEase();
    await press(page(), 'Control+z');
    const dialog = page().getByRole('dialog', { name: 'Undo: import of october.csv?' });
    await dialog.getByRole('button', { name: 'Undo it' }).click();
    await toast(page(), 'Undid: import of october.csv.').waitFor();
    expect(await held()).toEqual(before);
    await atEase();
    await press(page(), 'Control+y');
    await page()
      .getByRole('dialog', { name: 'Redo: import of october.csv?' })
      .getByRole('button', { name: 'Redo it' })
      .click();
    await toast(page(), 'Redid: import of october.csv.').waitFor();
    expect(await held()).toEqual(after);
    await answer(page(), 'changes.undo', {
      changeId: (await answer(page(), 'changes.steps', {})).undo?.id ?? 0,
    });
    expect(await held()).toEqual(before);
  });
});

describe('the history', () => {
  it('tells before and after, and takes a single change back', async () => {
    await goTo(page(), '/history');
    await page()
      .getByRole('button', { name: /Part refund of £120/ })
      .first()
      .click();
    await page().getByRole('row', { name: 'amount £120' }).waitFor();
    await page().getByRole('button', { name: 'Take back: Part refund of £120 to Larkfield Court' }).click();
    await toast(page(), 'Undid: part refund of £120 to Larkfield Court.').waitFor();
    await page().getByRole('button', { name: 'Bring back: Part refund of £120 to Larkfield Court' }).click();
    await toast(page(), 'Redid: part refund of £120 to Larkfield Court.').waitFor();
    // The invoice carries the payment: it can't go alone, and the reason is there.
    await page()
      .getByRole('button', { name: /^\d\d:\d\d Invoice 3526/ })
      .first()
      .click();
    await page()
      .getByText(/“Invoice 3526 of £1,020 to Larkfield Court” can’t be undone yet/)
      .waitFor();
    await look(opened, 'history');
  });

  it('is narrowed to a kind and to days, and comes back whole', async () => {
    await goTo(page(), '/history');
    const kind = page().getByRole('combobox', { name: /^What/ });
    const started = page().getByText('Started the ledger').first();
    await kind.selectOption({ label: 'Decisions and coupons' });
    await started.waitFor({ state: 'detached' });
    await page()
      .getByRole('button', { name: /Part refund of £120/ })
      .first()
      .waitFor();
    // What was done, was done by the clock of the computer: long after this day.
    await page().getByLabel(/^To\b/).fill('2020-01-31');
    await page().getByText('Nothing of this kind was done then').waitFor();
    await page().getByRole('button', { name: 'Show everything' }).first().click();
    await page()
      .getByRole('button', { name: /Part refund of £120/ })
      .first()
      .waitFor();
    expect(await kind.inputValue()).toBe('all');
  });

  it('is narrowed to a client from their own menu', async () => {
    await goToClient(page(), 'Larkfield Court');
    await page().getByRole('button', { name: 'More for this client' }).click();
    await page().getByRole('menuitem', { name: 'History' }).click();
    await expect
      .poll(() =>
        page()
          .getByLabel(/^Client/)
          .inputValue(),
      )
      .toBe('Larkfield Court');
    await page().getByText('New client Larkfield Court', { exact: true }).waitFor();
    expect(await page().getByText('Started the ledger').count()).toBe(0);
  });
});

describe('what is removed', () => {
  it('lies in the bin, is put back whole, and is erased for good only after asking', async () => {
    const before = await held();
    await goToClient(page(), 'Larkfield Court');
    await page().getByRole('button', { name: 'More for this client' }).click();
    await page().getByRole('menuitem', { name: 'Remove this client…' }).click();
    const ask = page().getByRole('dialog', { name: 'Remove Larkfield Court?' });
    await ask.getByText('1 invoice', { exact: true }).waitFor();
    await ask.getByText('£680 is still owed on their invoices.').waitFor();
    await look(opened, 'history-remove');
    await ask.getByRole('button', { name: 'Remove', exact: true }).click();
    await page().getByText('No clients yet').waitFor();
    await goTo(page(), '/history?tab=bin');
    await look(opened, 'history-bin');
    await page().getByRole('button', { name: 'Put back: Removed the client Larkfield Court' }).click();
    await page().getByText('The bin is empty').waitFor();
    expect(await held()).toEqual(before);

    const id = before[0]?.client.id ?? 0;
    await answer(page(), 'clients.remove', { id });
    await page().getByRole('button', { name: 'Empty the bin…' }).click();
    await look(opened, 'history-bin-ask');
    await page().getByRole('button', { name: 'Erase for good' }).click();
    await toast(page(), 'One removal was erased for good.').waitFor();
    await atEase();
    await press(page(), 'Control+z');
    await toast(page(), 'Nothing to undo.').waitFor();
    expect(await held()).toEqual([]);
  });
});

describe('a complaint and a decision', () => {
  it('are removed from their cards, each after asking', async () => {
    const sample = await openSample();
    await goToClient(sample.page, 'Larkfield Court');
    await sample.page
      .getByRole('button', { name: /^Remove the decision of/ })
      .last()
      .click();
    await sample.page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await sample.page
      .locator('output')
      .getByText(/^Removed the decision of/)
      .waitFor();
    await sample.page
      .getByRole('button', { name: /^Remove the complaint of/ })
      .first()
      .click();
    await sample.page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await sample.page
      .locator('output')
      .getByText(/^Removed the complaint of .* from Larkfield Court\.$/)
      .waitFor();
    await sample.close();
  });
});
