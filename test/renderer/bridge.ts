import { vi } from 'vitest';
import {
  type AppState,
  type CommandName,
  contract,
  type EventName,
  type Events,
  type Input,
  type Output,
} from '../../shared/contract.ts';
import type { LedgerInfo } from '../../shared/ledger/ledger.ts';
import type { Failure, Result } from '../../shared/result.ts';

export const TODAY = '2026-11-17';

export const ledger: LedgerInfo = {
  business: 'Hollin Gardens',
  currency: 'GBP',
  isSample: false,
  hourlyCost: 2800,
  marginPermille: 300,
  interestPermille: 80,
  goodwillLimitPermille: 40,
  settleLimitDays: 7,
  waiting: 0,
  lastBackup: null,
  termsDays: 30,
  fileName: 'Hollin Gardens.evenhand',
  clients: 64,
  invoices: 2914,
  lastImport: null,
};

export function appState(changes: Partial<AppState> = {}): AppState {
  return {
    version: '0.1.0',
    platform: 'linux',
    locale: 'en-GB',
    today: TODAY,
    theme: 'light',
    paper: 'A4',
    guess: { currency: 'GBP', paper: 'A4' },
    ledger,
    problem: null,
    damaged: null,
    recovered: null,
    ...changes,
  };
}

/** Makes the fake main process answer with a failure. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** What a command answers here: computed from its input, at once or later. */
export type Answers = {
  readonly [Name in CommandName]?: (input: Input<Name>) => Output<Name> | Promise<Output<Name>>;
};

export interface FakeBridge {
  /** Inputs of one command, in the order they came. */
  asked<Name extends CommandName>(command: Name): readonly Input<Name>[];
  /** As the main process would. */
  emit<Name extends EventName>(event: Name, payload: Events[Name]): void;
  /** Changes what commands answer from now on. */
  answer(answers: Answers): void;
}

/**
 * Puts a bridge in the window that answers in place of the main process. As there, every input is parsed by the
 * contract first: what the ledger would refuse fails here too.
 */
export function fakeBridge(given: Answers = {}): FakeBridge {
  let answers: Answers = { 'app.state': () => appState(), 'app.painted': () => null, ...given };
  const calls: { readonly command: string; readonly input: unknown }[] = [];
  const listeners = new Map<string, Set<(payload: unknown) => void>>();

  const call = async (command: string, input: unknown): Promise<Result<unknown>> => {
    calls.push({ command, input });
    const name = command as CommandName;
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) {
      return { ok: false, error: { code: 'invalid', message: parsed.error.issues[0]?.message ?? 'invalid' } };
    }
    const answer = answers[name] as ((input: unknown) => unknown) | undefined;
    if (!answer)
      return { ok: false, error: { code: 'bug', message: `The test has no answer to ${command}.` } };
    try {
      return { ok: true, value: await answer(input) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.failure };
      throw error;
    }
  };
  const on = (event: string, listener: (payload: unknown) => void) => {
    const heard = listeners.get(event) ?? new Set();
    listeners.set(event, heard.add(listener));
    return () => heard.delete(listener);
  };
  vi.stubGlobal('evenhand', { call, on });

  return {
    asked: <Name extends CommandName>(command: Name) =>
      calls.filter((one) => one.command === command).map((one) => one.input as Input<Name>),
    emit: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload);
    },
    answer: (more) => {
      answers = { ...answers, ...more };
    },
  };
}
