import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach } from 'vitest';
import { makeQueries } from '../../../renderer/api.ts';
import { AppStateProvider } from '../../../renderer/app-state.tsx';
import { FormatProvider } from '../../../renderer/format.tsx';
import ImportScreen from '../../../renderer/screens/import/import.tsx';
import { ToastProvider } from '../../../renderer/ui/toast.tsx';
import type { Cause } from '../../../shared/complaints/complaint.ts';
import { type AppState, type CommandName, contract } from '../../../shared/contract.ts';
import type { Choices } from '../../../shared/imports/choices.ts';
import { type ExistingComplaints, showComplaintPlan } from '../../../shared/imports/complaints/plan.ts';
import { reconcileComplaints } from '../../../shared/imports/complaints/reconcile.ts';
import { type Existing, showPlan, type WarnedClient } from '../../../shared/imports/plan.ts';
import { type ImportPreview, type ImportProgress, previewImport } from '../../../shared/imports/preview.ts';
import { reconcile } from '../../../shared/imports/reconcile.ts';
import type { Failure, Result } from '../../../shared/result.ts';
import { OwnerError } from '../../../shared/result.ts';

export const IMPORT_ID = '6f1c1b9e-9f51-4c6c-8c3a-0a4a4c6e8f11';
export const TODAY = '2026-11-17';

const state = {
  version: '0.1.0',
  platform: 'linux',
  locale: 'en-GB',
  today: TODAY,
  theme: 'system',
  paper: 'A4',
  guess: { currency: 'GBP', paper: 'A4' },
  ledger: { business: 'Hollin Gardens', currency: 'GBP', isSample: false, termsDays: 30 },
  problem: null,
} as unknown as AppState;

const causes: readonly Cause[] = [
  { id: 1, name: 'process breakdown', group: 'inside', own: false },
  { id: 5, name: 'late shipment', group: 'outside', own: false },
  { id: 9, name: 'order mixed up', group: 'between', own: false },
];

/** The ledger a file is laid against, whatever it lists. */
export interface Laid {
  readonly invoices?: Existing;
  readonly complaints?: ExistingComplaints;
  readonly warned?: readonly WarnedClient[];
}

/** The real reading of a text laid against a ledger, as the main process answers it. */
export function previewOf(text: string, choices: Choices, laid: Laid = {}): ImportPreview {
  const { preview, records, complaints, money } = previewImport(text, choices, {
    currency: 'GBP',
    today: TODAY,
    causes,
  });
  const counts = {
    rows: preview.rows,
    repeated: preview.repeated,
    unreadable: preview.unreadableCount,
    leftOut: preview.leftOutCount,
  };
  const sheet = () =>
    preview.subject.value === 'complaints'
      ? showComplaintPlan(
          reconcileComplaints(complaints, laid.complaints ?? { clients: [], complaints: () => [] }, {
            ...counts,
            money,
          }),
        )
      : showPlan(
          reconcile(records, laid.invoices ?? { clients: [], invoices: () => [] }, counts),
          laid.warned,
        );
  return {
    ...preview,
    importId: IMPORT_ID,
    fileName: 'invoices.csv',
    reconciliation: preview.questions.length > 0 ? null : sheet(),
  };
}

export interface Sent {
  readonly command: string;
  readonly input: unknown;
}

export type Answer = (input: never) => unknown;

/** Opens the import screen over a fake main process that reads `text` with the real reader. */
export function openImport(text: string, answers: Partial<Record<CommandName, Answer>> = {}, laid?: Laid) {
  const sent: Sent[] = [];
  const listeners = new Set<(payload: unknown) => void>();
  const all: Partial<Record<CommandName, Answer>> = {
    'app.state': () => state,
    'imports.pick': () => previewOf(text, {}, laid),
    'imports.read': () => previewOf(text, {}, laid),
    'imports.choose': ({ choices }: { choices: Choices }) => previewOf(text, choices, laid),
    'imports.confirm': () => ({
      changeId: 9,
      invoices: 2,
      payments: 1,
      complaints: 0,
      decisions: 0,
      clients: 2,
    }),
    'imports.forget': () => null,
    'imports.stop': () => null,
    'changes.undo': () => ({ changeId: 10, label: 'Import undone', id: 9 }),
    ...answers,
  };
  const call = async (command: string, input: unknown): Promise<Result<unknown>> => {
    sent.push({ command, input });
    const parsed = contract[command as CommandName].input.safeParse(input);
    const refused: Failure = { code: 'bug', message: `Bad input to ${command}` };
    if (!parsed.success) return { ok: false, error: refused };
    try {
      return { ok: true, value: await all[command as CommandName]?.(parsed.data as never) };
    } catch (error) {
      if (error instanceof OwnerError)
        return { ok: false, error: { code: error.code, message: error.message } };
      throw error;
    }
  };
  Object.defineProperty(window, 'evenhand', {
    configurable: true,
    value: {
      call,
      on: (event: string, listener: (payload: unknown) => void) => {
        if (event !== 'imports.progress') return () => undefined;
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  const queries = makeQueries();
  const screen = (
    <QueryClientProvider client={queries}>
      <ToastProvider>
        <AppStateProvider>
          <FormatProvider>
            <ImportScreen />
          </FormatProvider>
        </AppStateProvider>
      </ToastProvider>
    </QueryClientProvider>
  );
  let view = render(screen);
  return {
    sent,
    of: (command: CommandName) => sent.filter((one) => one.command === command).map((one) => one.input),
    user: userEvent.setup(),
    tell: (progress: ImportProgress) => {
      for (const listener of listeners) listener(progress);
    },
    /** Goes to another screen and comes back. */
    comeBack: () => {
      view.unmount();
      view = render(screen);
    },
  };
}

afterEach(() => {
  cleanup();
  window.location.hash = '';
});
