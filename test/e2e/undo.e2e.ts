import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { addClient, addComplaint, addDecision, addInvoice } from './dealings.ts';
import { answer, clientId, goToClients, openAgain, openEmpty } from './going.ts';
import { held } from './held.ts';
import { chooseFile, confirm, madeFile, previewOf } from './importing.ts';
import { press, toast } from './typing.ts';

/*
 * The large changes, made one on top of the other, taken back one by one after another start and made again after yet
 * another: by then nothing but the ledger's file knows of them.
 */

const october = `Invoice Number,Customer,Invoice Date,Due Date,Total
1001,Mrs Whitlock,2026-09-01,2026-10-01,120.00
1002,Tide & Co,2026-09-01,2026-10-01,80.00
1003,Tide and Co,2026-10-01,2026-10-31,95.50
`;

let opened: OpenApp;
let page: Page;
/** What was held before the first of them. */
let before: unknown;
/** Each with its name, and what was held after it. */
const walked: { readonly name: string; readonly after: unknown }[] = [];

/** Notes what was just done as the next one to take back. */
async function did(): Promise<void> {
  const { undo } = await answer(page, 'changes.steps', {});
  const label = undo?.label ?? '';
  walked.push({ name: label.charAt(0).toLowerCase() + label.slice(1), after: await held(page) });
}

beforeAll(async () => {
  opened = await openEmpty();
  page = opened.page;
  const larkfield = await addClient(page, 'Larkfield Court');
  await addInvoice(page, larkfield, 'L1', '2026-08-01', '2026-08-31', 640);
  await answer(page, 'partings.save', {
    clientId: larkfield,
    why: 'All by phone.',
    lastAttempt: null,
    finalInvoiceId: null,
    moneySettled: null,
    handOver: null,
    referralId: null,
    letter: null,
    instruction: null,
    partsOn: '2026-11-30',
  });
  before = await held(page);

  await chooseFile(opened, madeFile('october.csv', october));
  await previewOf(page, 'october.csv');
  await confirm(page);
  await did();

  const [keepId, goneId] = [await clientId(page, 'Tide & Co'), await clientId(page, 'Tide and Co')];
  await answer(page, 'merge.do', { keepId, goneId, take: [] });
  await did();

  await answer(page, 'partings.finish', {
    clientId: larkfield,
    look: { process: true, communication: true, value: true, training: true, found: 'Nothing of ours.' },
    despite: 'The crew asked for it.',
  });
  await did();

  const whitlock = await clientId(page, 'Mrs Whitlock');
  const complaint = await addComplaint(page, whitlock, '2026-11-02', 'The lavender is dead.');
  await did();
  const coupon = { amount: 3000, couponCode: 'SORRY', validUntil: '2027-05-31' };
  await addDecision(page, whitlock, complaint, 'coupon', '2026-11-03', coupon);
  await did();
  await answer(page, 'clients.remove', { id: whitlock });
  await did();
});
afterAll(() => opened.close());

/** The same ledger after another start, on a screen where no field takes the keys. */
async function startAgain(): Promise<void> {
  opened = await openAgain(opened);
  page = opened.page;
  await goToClients(page);
  await page.getByRole('main').focus();
}

/** How the menu names the next one: “Undo: merged Tide and Co into Tide & Co”. */
const inMenu = (way: 'Undo' | 'Redo') =>
  opened.app.evaluate(
    ({ Menu }, begins) =>
      Menu.getApplicationMenu()
        ?.items.flatMap((item) => item.submenu?.items ?? [])
        .find(({ label }) => label.startsWith(`${begins}: `))?.label,
    way,
  );

describe('an import, a merge, a parting, a removal', () => {
  it('are each named as what they were', () => {
    expect(walked.map(({ name }) => name)).toEqual([
      'import of october.csv',
      'merged Tide and Co into Tide & Co',
      'parted ways with Larkfield Court',
      expect.stringMatching(/^complaint .*Mrs Whitlock/),
      'coupon of £30 for Mrs Whitlock',
      'removed the client Mrs Whitlock',
    ]);
  });

  it('are taken back after another start, one by one, to where it began', async () => {
    await startAgain();
    for (let step = walked.length - 1; step >= 0; step--) {
      const name = walked[step]?.name ?? '';
      await expect.poll(() => inMenu('Undo')).toBe(`Undo: ${name}`);
      await press(page, 'Control+z');
      await toast(page, `Undid: ${name}.`).waitFor();
      expect(await held(page)).toEqual(step === 0 ? before : walked[step - 1]?.after);
    }
  });

  it('are made again after yet another, to where it had come', async () => {
    await startAgain();
    for (const { name, after } of walked) {
      await expect.poll(() => inMenu('Redo')).toBe(`Redo: ${name}`);
      await press(page, 'Control+Shift+Z');
      await toast(page, `Redid: ${name}.`).waitFor();
      expect(await held(page)).toEqual(after);
    }
    await expect.poll(() => inMenu('Redo')).toBe(undefined);
  });
});
