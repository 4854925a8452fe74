import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { addClient, addComplaint, causeId, setRule } from './dealings.ts';
import { answer, clientId, goTo, goToClient, hasFocus, openSample, TODAY } from './going.ts';
import { dropFile, previewOf } from './importing.ts';
import { look } from './looking.ts';
import { choosePill, form, press, typeInto } from './typing.ts';

let opened: OpenApp;
let page: Page;
beforeAll(async () => {
  opened = await openSample();
  page = opened.page;
});
afterAll(() => opened.close());

const closeDialog = async () => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
const main = () => page.getByRole('main');
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

async function larkfield(): Promise<void> {
  await goToClient(page, 'Larkfield Court');
  await page.getByRole('region', { name: 'Payments' }).waitFor();
}

async function openCase(complaintId: number, client: string): Promise<void> {
  await goTo(page, `/desk/${complaintId}`);
  await page.getByRole('region', { name: `The case: ${client}` }).waitFor();
}

describe('the overview, and what it leads to', () => {
  it('the overview', async () => {
    await goTo(page, '/overview');
    await main().getByRole('heading', { name: 'Did it work?' }).waitFor();
    await look(opened, 'overview');
  });

  it('outcomes, and its severities', async () => {
    await goTo(page, '/outcomes');
    await main().getByRole('table').waitFor();
    await look(opened, 'outcomes');
    await page.getByRole('button', { name: 'Show severities' }).click();
    await page.getByRole('button', { name: 'Hide severities' }).waitFor();
    await look(opened, 'outcomes-severities');
  });

  it('lessons, and the form of one', async () => {
    await goTo(page, '/lessons');
    await heading('Lessons');
    await look(opened, 'lessons');
    await page.getByRole('button', { name: 'Write down a lesson', exact: true }).click();
    await form(page, 'What did we learn?').waitFor();
    await look(opened, 'form-lesson');
    await closeDialog();
  });
});

describe('the desk', () => {
  it('a case with a suggestion, and with the conditions for parting open', async () => {
    await goTo(page, '/desk');
    await page.getByRole('radiogroup', { name: 'Options' }).waitFor();
    await look(opened, 'desk');
    const options = await page.getByRole('radiogroup', { name: 'Options' }).getByRole('radio').count();
    await press(page, String(options + 1));
    const fold = page.locator('details[open] > summary');
    await fold.waitFor();
    await look(opened, 'desk-part-ways');
  });

  it('a case of which nothing is known but a sentence, and one that is settled', async () => {
    const id = await addClient(page, 'Nobody & Co');
    const bare = await addComplaint(page, id, '2026-11-16', 'This is not what I wanted.');
    await answer(page, 'complaints.judge', { id: bare, severity: null });
    await openCase(bare, 'Nobody & Co');
    await look(opened, 'desk-sentence');
    const { complaints } = await answer(page, 'clients.page', {
      clientId: await clientId(page, 'Larkfield Court'),
    });
    await openCase(complaints.find(({ settledOn }) => settledOn !== null)?.id ?? 0, 'Larkfield Court');
    await page.getByText('Settled on').first().waitFor();
    await look(opened, 'desk-settled');
  });

  it('a case made good for another’s fault, with what to claim', async () => {
    const id = await clientId(page, 'The Wheatsheaf');
    const carrier = { causeId: await causeId(page, 'broken in transit'), fault: 'nobody' } as const;
    const broken = await addComplaint(page, id, '2026-11-15', 'Two of the urns are cracked.', carrier);
    await openCase(broken, 'The Wheatsheaf');
    await page.getByRole('button', { name: 'Note what to claim', exact: true }).click();
    await look(opened, 'desk-claim');
  });

  it('a decision that breaks a house rule and asks why', async () => {
    await larkfield();
    await press(page, 'd');
    const dialog = form(page, 'Record a decision');
    await choosePill(page, dialog, 'What do you decide?', /^part refund$/);
    await typeInto(page, dialog, 'How much back', '400');
    await dialog.getByLabel('Why all the same').waitFor();
    await press(page, 'Control+Enter');
    await dialog.getByText('Say why, so that the next like case can be treated alike.').waitFor();
    await look(opened, 'form-decision-broken');
    await closeDialog();
  });
});

describe('house rules', () => {
  it('the list, a rule being changed, and two that contradict each other', async () => {
    await goTo(page, '/rules');
    await heading('House rules');
    await look(opened, 'rules');
    await setRule(page, 'settle within', true, { days: 1 });
    await setRule(page, 'reply within', true, { hours: 48 });
    await goTo(page, '/clients');
    await goTo(page, '/rules');
    await page.getByText('settling would come before the reply').first().waitFor();
    await page.getByRole('button', { name: 'Change: Goodwill share' }).click();
    await page.getByLabel('Born from').waitFor();
    await look(opened, 'rules-editor');
  });
});

describe('the client', () => {
  /** The forms that a letter opens on the client screen. */
  const lettered = [
    ['h', 'Note hours', 'form-hours'],
    ['n', 'Note what happened', 'form-note'],
    ['l', 'Look inside', 'form-look'],
    ['t', 'Set the standing yourself', 'form-standing'],
  ] as const;
  it.each(lettered)('%s: %s', async (key, title, name) => {
    await larkfield();
    await press(page, key);
    const dialog = form(page, title);
    await expect.poll(() => hasFocus(dialog.locator(':focus'))).toBe(true);
    await look(opened, name);
    await closeDialog();
  });

  it('what keeping them takes, hours and notes, a standing of the owner’s and the stopwatch', async () => {
    const id = await clientId(page, 'Larkfield Court');
    const reason = 'A new manager since October, who answers the phone.';
    await answer(page, 'standings.set', {
      clientId: id,
      standing: 'keep an eye on',
      reason,
      reviewOn: '2027-02-10',
    });
    await larkfield();
    await press(page, 's');
    await page.getByRole('timer').waitFor();
    await look(opened, 'client-own-standing');
    const block = page.getByRole('region', { name: 'What keeping them takes' });
    await look(opened, 'client-keeping', () =>
      block.evaluate((element) => element.scrollIntoView({ block: 'end' })),
    );
    await press(page, 's');
    await form(page, 'Note hours').waitFor();
    await closeDialog();
    await page.getByRole('button', { name: 'Forget it' }).click();
  });

  it('a second client of a flagged one’s name', async () => {
    await goTo(page, '/clients');
    await page.getByRole('button', { name: 'New client' }).first().press('Enter');
    const dialog = form(page, 'New client');
    await typeInto(page, dialog, 'Name', 'Larkfield Court');
    await dialog.getByRole('button', { name: 'Open Larkfield Court' }).waitFor();
    await look(opened, 'form-client-twin');
    await closeDialog();
  });
});

describe('parting', () => {
  const sheet = async (id: number) => {
    await goTo(page, `/clients/${id}/parting`);
    await heading('Part ways kindly');
  };

  it('the worksheet begun, its letter, someone new for the list, the question at the end, and after it', async () => {
    const id = await clientId(page, 'Larkfield Court');
    const { letters, invoices } = await answer(page, 'partings.page', { clientId: id });
    await sheet(id);
    await look(opened, 'parting-blank');
    await goTo(page, '/clients');
    const { id: referralId } = await answer(page, 'referrals.add', {
      name: 'Green & Sons',
      fits: 'large estates',
      contact: '01632 960 999',
    });
    await answer(page, 'partings.save', {
      clientId: id,
      why: 'Orders by phone, then disputes.\nThree of our people asked not to be sent there.',
      lastAttempt: 'A talk in September; quotes in writing from then on.',
      finalInvoiceId: invoices[0]?.id ?? null,
      moneySettled: 'In two parts by Christmas.',
      handOver: 'two keys and the planting plan',
      referralId,
      letter: letters.find(({ name }) => name === 'Farewell with a referral')?.body ?? '',
      instruction: null,
      partsOn: '2026-11-30',
    });
    await sheet(id);
    await page.getByText('Saved as you go').waitFor();
    await look(opened, 'parting');
    const letter = page.getByRole('region', { name: 'The letter as it will be printed' });
    await look(opened, 'parting-letter', () =>
      letter.evaluate((element) => element.scrollIntoView({ block: 'start' })),
    );
    await page.getByRole('button', { name: 'Someone new…' }).press('Enter');
    await form(page, 'Someone who could serve them better').waitFor();
    await look(opened, 'parting-referral');
    await closeDialog();

    await answer(page, 'looks.add', {
      clientId: id,
      lookedOn: TODAY,
      process: true,
      communication: false,
      value: false,
      training: false,
      found: 'Quotes went out without a date.',
    });
    const { complaints } = await answer(page, 'clients.page', { clientId: id });
    for (const one of complaints.filter(({ settledOn }) => settledOn === null))
      await answer(page, 'complaints.judge', { id: one.id, settledOn: TODAY });
    await goTo(page, '/clients');
    await sheet(id);
    await page.getByRole('button', { name: 'Part ways…' }).press('Enter');
    const question = form(page, /^Part ways with/);
    await question.waitFor();
    await look(opened, 'parting-question');
    const despite = question.getByLabel('Why all the same');
    if ((await despite.count()) > 0) await despite.fill('The crew asked for it.');
    await question.getByRole('button', { name: 'Part ways', exact: true }).click();
    await page.getByText('Ways part on 30 Nov 2026.').first().waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await look(opened, 'parting-ended');
    await page.getByRole('button', { name: 'Welcome back…' }).click();
    await form(page, 'Welcome Larkfield Court back').waitFor();
    await look(opened, 'form-welcome');
    await closeDialog();
    await larkfield();
    await page.getByRole('note', { name: 'Ways parted' }).waitFor();
    await look(opened, 'client-parted');
  });
});

describe('the import of complaints', () => {
  it('its questions, and its preview', async () => {
    const rows = [
      'Business Name,Complaint Type,Mediation Start Date,Mediation Close Date,Complaint Result,Restitution',
      'Quay Bakery,Billing Dispute,02/07/2026,02/14/2026,Bill Reduced,146.00',
      'Larkfield Court,Quality of Work,03/22/2026,05/03/2026,Resolved and Consumer Satisfied,0.00',
      'Tide & Co,Billing Dispute,04/02/2026,03/01/2026,No Satisfactory Agreement,0.00',
      'Tide & Co,Late Delivery,13/13/2026,,Advised to Sue,0.00',
    ];
    await goTo(page, '/import');
    await dropFile(page, 'complaints.csv', rows.join('\r\n'));
    await page.getByRole('main').getByText('complaints.csv', { exact: true }).waitFor();
    await look(opened, 'import-complaints-questions');
    await previewOf(page, 'complaints.csv');
    await look(opened, 'import-complaints');
  });
});
