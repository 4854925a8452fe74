import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { BackupPage } from '../../../shared/views/backups.ts';
import { type Answers, appState, Refusal } from '../bridge.ts';
import { showApp } from '../show-app.tsx';

const page: BackupPage = {
  newest: null,
  age: null,
  changesSince: 0,
  settings: { folder: null, keep: 7, warnAfter: 7, askOnQuit: true },
  warnings: [],
  backups: [],
  keptAside: null,
};
const show = (answers: Answers) => showApp({ 'backup.page': () => page, ...answers }, '/safe?do=exports');

describe('take it with you', () => {
  it('is where the menu leads', async () => {
    show({});
    const title = await screen.findByRole('heading', { name: 'Take it with you' });
    await waitFor(() => expect(document.activeElement).toBe(title));
  });

  it('writes each kind, and says what was written', async () => {
    const done = { name: 'Hollin Gardens CSV 2026-11-17', files: 27, rows: 3204 };
    const { user, bridge } = show({
      'export.csv': () => done,
      'export.json': () => ({ name: 'Hollin Gardens.json', files: 1, rows: 3204 }),
      'export.vcards': () => ({ name: 'Hollin Gardens clients.vcf', files: 1, rows: 1 }),
    });
    await user.click(await screen.findByRole('button', { name: 'In one zip…' }));
    expect(
      await screen.findByText('Hollin Gardens CSV 2026-11-17 is written and was read back: 27 files.'),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'In a folder…' }));
    expect(bridge.asked('export.csv')).toEqual([{ as: 'zip' }, { as: 'folder' }]);
    await user.click(screen.getByRole('button', { name: 'As JSON…' }));
    expect(await screen.findByText(/3,204 rows/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'As vCards…' }));
    expect(await screen.findByText(/read back: 1 client\./)).toBeTruthy();
  });

  it('says nothing when the dialog was closed, and the reason when it fails', async () => {
    const { user, bridge } = show({ 'export.json': () => null });
    await user.click(await screen.findByRole('button', { name: 'As JSON…' }));
    expect(screen.queryByText(/is written/)).toBeNull();
    bridge.answer({
      'export.json': () => {
        throw new Refusal({ code: 'ledger', message: 'There is no room for All.json there.' });
      },
    });
    await user.click(screen.getByRole('button', { name: 'As JSON…' }));
    expect((await screen.findByRole('alert')).textContent).toBe('There is no room for All.json there.');
    bridge.answer({
      'export.json': () => {
        throw new Refusal({ code: 'cancelled', message: 'Stopped. Nothing of it was left.' });
      },
    });
    await user.click(screen.getByRole('button', { name: 'As JSON…' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByText('Stopped. Nothing of it was left.')).toBeTruthy();
  });

  it('opens what it took in', async () => {
    const { user } = show({
      'export.takeIn': () => appState(),
      'overview.read': () => {
        throw new Refusal({ code: 'bug', message: 'not here' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Take in a ledger from JSON…' }));
    await waitFor(() => expect(window.location.hash).not.toContain('safe'));
  });
});
