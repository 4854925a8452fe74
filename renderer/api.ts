import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { CommandName, EventName, Events, Input, Output, Written } from '../shared/contract.ts';
import type { ErrorCode, Failure, Result } from '../shared/result.ts';
import { type Toasts, useToast } from './ui/toast.tsx';

interface Bridge {
  readonly call: (command: string, input: unknown) => Promise<Result<unknown>>;
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void;
}
declare global {
  interface Window {
    readonly evenhand: Bridge;
  }
}

/** A command answered with a failure. `message` is fit for the owner's eyes. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'CallError';
    this.code = failure.code;
    this.field = failure.field;
  }
}

/** Asks the main process. Rejects with `CallError` only. */
export async function call<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  let result: Result<unknown>;
  try {
    result = await window.evenhand.call(name, input);
  } catch {
    throw new CallError({
      code: 'bug',
      message: 'Evenhand did not answer. Nothing was changed; close it and open it again.',
    });
  }
  if (!result.ok) throw new CallError(result.error);
  // The main process builds its answers from the same contract.
  return result.value as Output<Name>;
}

/** Listens to the main process; answers how to stop. */
export function on<Name extends EventName>(
  event: Name,
  listener: (payload: Events[Name]) => void,
): () => void {
  return window.evenhand.on(event, (payload) => listener(payload as Events[Name]));
}

export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The ledger says when it changes, so nothing ages; and a laptop without internet is no reason to wait.
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** What a query is kept under. */
export function keyOf<Name extends CommandName>(
  name: Name,
  input: Input<Name>,
): readonly [Name, Input<Name>] {
  return [name, input];
}

export interface AskOptions {
  readonly enabled?: boolean;
  /** While a new input is asked for, go on showing the answer to the last one. */
  readonly keepPrevious?: boolean;
}

/** The answer to a command that only reads, asked again whenever the ledger changes. */
export function useAsk<Name extends CommandName>(
  name: Name,
  input: Input<Name>,
  options: AskOptions = {},
): UseQueryResult<Output<Name>, CallError> {
  return useQuery<Output<Name>, CallError>({
    queryKey: keyOf(name, input),
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<Output<Name>, CallError>;
}

/**
 * A command that writes. When it is done everything shown is asked for again, and an answer that can be undone is
 * announced with “Undo”. Failures are the caller's to show.
 */
export function useWrite<Name extends CommandName>(
  name: Name,
): UseMutationResult<Output<Name>, CallError, Input<Name>> {
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation<Output<Name>, CallError, Input<Name>>({
    mutationFn: (input) => call(name, input),
    onSuccess: (answer) => {
      refresh(queries);
      if (isWritten(answer)) announce(answer);
    },
  });

  function announce(written: Written) {
    if (name === 'changes.undo') showUndone(written, queries, toast);
    else if (name === 'changes.redo') showRedone(written, queries, toast);
    else
      toast.show({
        text: `${sentence(written.label)}.`,
        action: { label: 'Undo', run: () => void undo(written.changeId, queries, toast) },
      });
  }
}

/** “Undid: …”, with the way back. */
function showUndone(undone: Written, queries: QueryClient, toast: Toasts): void {
  const run = () => void redo(undone.changeId, queries, toast);
  toast.show({ text: `${sentence(undone.label)}.`, action: { label: 'Redo', run } });
}

/** “Redid: …”; what is in force again is undone by its own id. */
function showRedone(redone: Written, queries: QueryClient, toast: Toasts): void {
  const run = () => void undo(redone.id, queries, toast);
  toast.show({ text: `${sentence(redone.label)}.`, action: { label: 'Undo', run } });
}

/** Takes a change back and says so. */
export async function undo(changeId: number, queries: QueryClient, toast: Toasts): Promise<void> {
  try {
    showUndone(await call('changes.undo', { changeId }), queries, toast);
  } catch (error) {
    toast.show({
      text: error instanceof Error ? error.message : 'That could not be undone.',
      tone: 'problem',
    });
  }
  refresh(queries);
}

/** Takes an undo back and says so. */
export async function redo(changeId: number, queries: QueryClient, toast: Toasts): Promise<void> {
  try {
    showRedone(await call('changes.redo', { changeId }), queries, toast);
  } catch (error) {
    toast.show({
      text: error instanceof Error ? error.message : 'That could not be done again.',
      tone: 'problem',
    });
  }
  refresh(queries);
}

let refreshing: ReturnType<typeof setTimeout> | null = null;

/** Asks for everything shown again. Calls close together, as of a write and its event, are one. */
export function refresh(queries: QueryClient): void {
  if (refreshing !== null) return;
  refreshing = setTimeout(() => {
    refreshing = null;
    void queries.invalidateQueries();
  }, 16);
}

function isWritten(answer: unknown): answer is Written {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'changeId' in answer &&
    'label' in answer &&
    'id' in answer
  );
}

function sentence(label: string): string {
  const text = label.endsWith('.') ? label.slice(0, -1) : label;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
