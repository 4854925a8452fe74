import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach } from 'vitest';
import { keyOf, makeQueries } from '../../../renderer/api.ts';
import { AppStateProvider } from '../../../renderer/app-state.tsx';
import { FormatProvider } from '../../../renderer/format.tsx';
import FormHost from '../../../renderer/forms/form-host.tsx';
import type { FormRequest } from '../../../renderer/forms/forms.tsx';
import { ToastProvider } from '../../../renderer/ui/toast.tsx';
import { type CommandName, contract } from '../../../shared/contract.ts';
import type { Failure, Result } from '../../../shared/result.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { appState } from '../bridge.ts';

export const TODAY = '2026-11-17';

/** Answers by command: a value, or a function of the input that may throw `Refusal`. */
export type Answers = Partial<Record<CommandName, unknown | ((input: never) => unknown)>>;

/** Makes the fake main process answer with a failure. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

export interface Sent {
  readonly command: string;
  readonly input: unknown;
}

export interface Desk {
  readonly sent: Sent[];
  /** Inputs of one command, in the order they came. */
  of(command: CommandName): unknown[];
  readonly user: ReturnType<typeof userEvent.setup>;
  closed: number;
  unmount(): void;
}

const state = appState({ theme: 'system' });

/** What every form asks for and tests rarely care about. */
const quiet: Answers = {
  'app.state': state,
  'drafts.load': null,
  'drafts.save': null,
  'drafts.clear': null,
  'decisions.weigh': { rules: [], departs: null, asksWhy: false, newGround: false, refused: null },
  'warnings.newWork': [],
  'clients.twins': [],
  'listeners.list': ['Ruth', 'Tom'],
  'causes.list': [
    { id: 1, name: 'process breakdown', group: 'inside', own: false },
    { id: 5, name: 'late shipment', group: 'outside', own: false },
  ],
  'coupons.suggestCode': { code: 'THANKS-42' },
};

/** A fake main process: parses every input with the contract, as the real one does, and notes what was sent. */
export function fakeBridge(answers: Answers, sent: Sent[]) {
  const all: Answers = { ...quiet, ...answers };
  return {
    call: async (command: string, input: unknown): Promise<Result<unknown>> => {
      sent.push({ command, input });
      const parsed = contract[command as CommandName].input.safeParse(input);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return {
          ok: false,
          error: { code: 'invalid', message: issue?.message ?? '', field: issue?.path.join('.') ?? '' },
        };
      }
      const answer = all[command as CommandName];
      try {
        const value = typeof answer === 'function' ? answer(parsed.data) : answer;
        return value === undefined
          ? { ok: false, error: { code: 'bug', message: `No answer to ${command}` } }
          : { ok: true, value };
      } catch (error) {
        if (error instanceof Refusal) return { ok: false, error: error.failure };
        throw error;
      }
    },
    on: () => () => undefined,
  };
}

/** `known`: pages some screen has asked for already. */
export function openForm(
  request: FormRequest,
  answers: Answers = {},
  known: readonly ClientPage[] = [],
): Desk {
  const sent: Sent[] = [];
  const page =
    'clientId' in request && request.clientId !== undefined ? { 'clients.page': clientPage() } : {};
  Object.defineProperty(window, 'evenhand', {
    configurable: true,
    value: fakeBridge({ ...page, ...answers }, sent),
  });
  const queries = makeQueries();
  for (const one of known) queries.setQueryData(keyOf('clients.page', { clientId: one.client.id }), one);
  const desk: Desk = {
    sent,
    of: (command) => sent.filter((one) => one.command === command).map((one) => one.input),
    user: userEvent.setup(),
    closed: 0,
    unmount: () => view.unmount(),
  };
  const view = render(
    <QueryClientProvider client={queries}>
      <ToastProvider>
        <AppStateProvider>
          <FormatProvider>
            <FormHost
              request={request}
              onClose={() => {
                desk.closed += 1;
              }}
            />
          </FormatProvider>
        </AppStateProvider>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return desk;
}

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

/** Only what the forms read of a client's page; the rest of it is the client screen's. */
export function clientPage(change: Partial<ClientPage> = {}): ClientPage {
  const page = {
    asOf: TODAY,
    client: {
      id: 12,
      name: 'Larkfield Court',
      number: '0042',
      descriptor: '38 flats',
      contact: 'Denise Harrow',
      phone: null,
      email: null,
      address: null,
      termsDays: 21,
      since: null,
      notes: null,
    },
    termsDays: 21,
    flag: null,
    credit: 0,
    invoices: [
      invoice({
        id: 34,
        number: '3526',
        title: 'Grounds, Nov',
        due: '2026-11-22',
        amount: 102000,
        open: 102000,
      }),
      invoice({
        id: 33,
        number: '3472',
        title: 'Grounds, Oct',
        due: '2026-10-22',
        amount: 102000,
        open: 62000,
      }),
      invoice({ id: 32, number: '3413', title: 'Grounds, Sep', due: '2026-09-22', amount: 102000, open: 0 }),
    ],
    complaints: [],
    decisions: [],
    lookCounts: true,
    ...change,
  };
  return page as unknown as ClientPage;
}

export function invoice(of: {
  id: number;
  number: string;
  title: string | null;
  due: string;
  amount: number;
  open: number;
}): ClientPage['invoices'][number] {
  return {
    ...of,
    issued: of.due,
    payments: [],
    credits: [],
    writeOff: null,
  } as unknown as ClientPage['invoices'][number];
}

export const written = { changeId: 7, label: 'done', id: 99 };
