import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FlagLine } from '../../../renderer/screens/client/flag-line.tsx';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import type { HeardWarning } from '../../../shared/warnings/warning.ts';
import { AS_OF, page } from './page-maker.ts';

const opened = vi.hoisted(() => vi.fn());
vi.mock('../../../renderer/forms/forms.tsx', () => ({ useForms: () => ({ open: opened, asked: false }) }));

afterEach(() => {
  cleanup();
  opened.mockReset();
});

const flag = {
  id: 1,
  raisedOn: '2026-08-12',
  reason: 'late',
  instruction: 'Half in advance.',
  reviewOn: null,
};
const show = (change: Partial<ClientPage>) => render(<FlagLine page={{ ...page({}), ...change }} />);

const heard = (change: Partial<HeardWarning> & { readonly id: number }): HeardWarning => ({
  warnedOn: AS_OF,
  path: 'new invoice',
  words: 'Red flag since 12 Aug 2026.',
  invoiceId: null,
  ...change,
});

describe('the lines on whom to take care with', () => {
  it('are not there for everybody else', () => {
    expect(show({}).container.textContent).toBe('');
  });

  it('say that ways are parted, with the way back', () => {
    show({ flag, partedOn: '2026-11-01' });
    const parted = within(screen.getByRole('note', { name: 'Ways parted' }));
    expect(parted.getByText('Ways parted on 1 Nov 2026')).toBeTruthy();
    expect(parted.getByRole('link', { name: 'Open the worksheet' }).getAttribute('href')).toMatch(
      /\/clients\/12\/parting$/,
    );
    parted.getByRole('button', { name: 'Welcome back…' }).click();
    expect(opened).toHaveBeenCalledWith({ form: 'welcome', clientId: 12 });
    expect(screen.getByRole('note', { name: 'Red flag' })).toBeTruthy();
  });

  it('say a day still to come as one, and a worksheet under way as undecided', () => {
    show({ partedOn: '2026-11-30' });
    expect(screen.getByText('Ways part on 30 Nov 2026')).toBeTruthy();
    cleanup();
    show({ partingBegun: true });
    expect(screen.getByText('Parting is under way')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Welcome back…' })).toBeNull();
  });

  it('count occasions, not reasons: one invoice warned of twice is one', () => {
    const invoices = page({ invoices: [{ id: 34, number: '3526', due: '2026-11-22', late: null }] }).invoices;
    show({
      invoices,
      // Newest first, as the ledger tells them.
      warnings: [
        heard({ id: 3, invoiceId: 34, words: 'No new work (house rule).' }),
        heard({ id: 2, invoiceId: 34 }),
        heard({ id: 1, warnedOn: '2026-09-01', path: 'import' }),
      ],
    });
    expect(screen.getByText('Went on against a warning 2 times, last on 17 Nov 2026')).toBeTruthy();
    const rows = screen.getAllByRole('listitem', { hidden: true }).map((row) => row.textContent);
    expect(rows).toEqual([
      '17 Nov 2026new invoice 3526Red flag since 12 Aug 2026. No new work (house rule).',
      '1 Sep 2026importRed flag since 12 Aug 2026.',
    ]);
  });

  it('say once of one occasion', () => {
    show({ warnings: [heard({ id: 1 })] });
    expect(screen.getByText('Went on against a warning once, on 17 Nov 2026')).toBeTruthy();
  });
});
