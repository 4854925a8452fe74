import { describe, expect, it } from 'vitest';
import { answer, clientId, clientRow, goTo, goToClients, namelessClient, openSample } from './going.ts';
import { look } from './looking.ts';

describe('merging two clients', () => {
  it('from the list’s quiet line to one client, and back by one undo', async () => {
    const opened = await openSample();
    const { page } = opened;
    const keep = await clientId(page, 'Larkfield Court');
    const before = await answer(page, 'clients.page', { clientId: keep });
    const number = before.invoices[0]?.number ?? '';
    const made = await answer(page, 'clients.add', {
      ...namelessClient,
      name: 'Larkfield Ct',
      phone: before.client.phone,
      termsDays: 30,
      address: 'Larkfield Court\n12 Mill Lane',
      allTheSame: true,
    });
    await answer(page, 'invoices.add', {
      clientId: made.id,
      number,
      title: 'An extra visit',
      issued: '2026-10-02',
      due: '2026-10-30',
      amount: 420_00,
      allTheSame: true,
    });
    await goToClients(page);
    await page.getByRole('link', { name: '1 pair may be the same client' }).click();
    await page.getByRole('heading', { name: 'Merge two clients' }).waitFor();
    await look(opened, 'merge-choose');
    await page.getByRole('link', { name: /Larkfield Court.*same phone number/ }).click();
    await page.getByText(`Invoice ${number} is on both.`).waitFor();
    await look(opened, 'merge');

    await page.getByRole('radio', { name: '30 days' }).check();
    await page.getByRole('button', { name: 'Merge into Larkfield Court' }).click();
    await page.getByText('Merged Larkfield Ct into Larkfield Court.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Larkfield Court' }).waitFor();
    const merged = await answer(page, 'clients.page', { clientId: keep });
    expect(merged.client.termsDays).toBe(30);
    expect(merged.invoices.map((one) => one.number)).toContain(`${number} (2)`);
    expect(merged.invoices).toHaveLength(before.invoices.length + 1);

    // An old link to the one that is gone.
    await goTo(page, `/clients/${made.id}`);
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#/clients/${keep}`);

    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Undid: merged Larkfield Ct into Larkfield Court.').waitFor();
    expect(await answer(page, 'clients.page', { clientId: keep })).toEqual(before);
    await goToClients(page);
    await clientRow(page, 'Larkfield Ct').waitFor();
    await opened.close();
  });

  it('from a client’s own menu, with one chosen by name', async () => {
    const { page, close } = await openSample();
    const id = await clientId(page, 'Mr Hussain');
    await goTo(page, `/clients/${id}`);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Merge with another client…' }).click();
    await expect.poll(() => page.getByRole('combobox', { name: /^Client/ }).inputValue()).toBe('Mr Hussain');
    await page.getByRole('combobox', { name: /same as/ }).fill('Whitlock');
    await page.getByRole('option', { name: /Mrs Whitlock/ }).click();
    await page.getByRole('button', { name: 'Lay them side by side' }).click();
    await page.getByText('You chose them.').waitFor();
    await page.getByText('The red flag of Mrs Whitlock goes up on Mr Hussain.').waitFor();
    await close();
  });
});
