import { zodResolver } from '@hookform/resolvers/zod';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldErrors,
  type Path,
  type Resolver,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type * as z from 'zod';
import { contract, type Input, type Output, type Written } from '../../shared/contract.ts';
import { CallError, call, useWrite } from '../api.ts';
import {
  changedFields,
  type Draft,
  type DraftKeeper,
  type DraftValue,
  fittingDraft,
  keepDraft,
  storable,
} from './draft-keeper.ts';

/** Commands a form can end in: those that write and answer the change. */
export type WriteName = {
  [Name in keyof typeof contract]: Output<Name> extends Written ? Name : never;
}[keyof typeof contract];

/** A form's fields while they are typed: plain values that a draft can hold. */
export type FormValues = { [name: string]: DraftValue };

export interface DraftFormOptions<Name extends WriteName, Values extends FormValues> {
  readonly command: Name;
  /** Where the draft is kept, such as `complaint:client:12`. */
  readonly draftKey: string;
  /** What `drafts.load` answered before the form was shown. */
  readonly stored: unknown;
  readonly defaults: Values;
  /**
   * `all`: the draft is the whole form, with the day it was begun. `changed`: only what was altered, so that a draft
   * of an edit does not bring back old values of fields that somebody changed since.
   */
  readonly keeps?: 'all' | 'changed';
  /** From what is typed to what the command takes; field names stay, so that messages find their field. */
  readonly toInput: (values: Values) => Input<Name>;
  /** Words for a field whose rule speaks of a number no owner typed, such as a missing client. */
  readonly words?: Partial<Record<keyof Values & string, string>>;
  readonly onDone: (written: Written) => void;
  /** An edit was sent in which nothing is altered: nothing is written, so that history tells no change. */
  readonly onUnaltered?: () => void;
}

export interface DraftForm<Values extends FormValues> {
  readonly form: UseFormReturn<Values>;
  readonly submit: (event?: FormEvent) => void;
  readonly busy: boolean;
  /** What the ledger said no to, where no field of this form is to blame. */
  readonly failure: string | null;
  /** True while the form shows what was typed an earlier time. */
  readonly restored: boolean;
  readonly startAfresh: () => void;
  readonly saveNow: () => void;
}

/**
 * A form over one writing command: the command's own schema as rules (shown after a field was left, then on every
 * change), the ledger's refusals on the field they name, and a draft that survives closing the form or the window.
 */
export function useDraftForm<Name extends WriteName, Values extends FormValues>(
  options: DraftFormOptions<Name, Values>,
): DraftForm<Values> {
  const { command, draftKey, keeps = 'all', toInput, words, onDone, onUnaltered } = options;
  // Frozen when the form opens: a change elsewhere must not move the ground under what is being typed.
  const [defaults] = useState(options.defaults);
  const [draft] = useState(() => fittingDraft(options.stored, defaults));
  const [restored, setRestored] = useState(draft !== null);
  const [failure, setFailure] = useState<string | null>(null);
  const write = useWrite(command);
  const keeper = useKeeper(draftKey);
  const done = useRef(false);

  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: { ...defaults, ...draft } as DefaultValues<Values>,
    resolver: ruledBy(command, toInput, words ?? {}),
  });

  const { subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          if (done.current) return;
          const typed = storable(values as Draft);
          const changed = changedFields(typed, defaults);
          keeper.note(changed === null ? null : keeps === 'all' ? typed : changed);
        },
      }),
    [subscribe, keeper, defaults, keeps],
  );

  const send = form.handleSubmit(async (values) => {
    if (write.isPending || done.current) return;
    setFailure(null);
    if (onUnaltered && changedFields(values, defaults) === null) {
      keeper.clear();
      return onUnaltered();
    }
    keeper.flush();
    try {
      const written = (await write.mutateAsync(toInput(values))) as Written;
      done.current = true;
      keeper.clear();
      onDone(written);
    } catch (error) {
      const { message, field } = refusal(error);
      if (field !== undefined && field in defaults) {
        form.setError(field as Path<Values>, { type: 'ledger', message }, { shouldFocus: true });
      } else setFailure(message);
    }
  });

  return {
    form,
    submit: (event) => {
      event?.preventDefault();
      void send();
    },
    busy: write.isPending,
    failure,
    restored,
    startAfresh: () => {
      form.reset(defaults as DefaultValues<Values>);
      keeper.clear();
      setRestored(false);
      setFailure(null);
    },
    saveNow: keeper.flush,
  };
}

/** The command's schema as a resolver over what is typed. */
function ruledBy<Name extends WriteName, Values extends FormValues>(
  command: Name,
  toInput: (values: Values) => Input<Name>,
  words: Partial<Record<string, string>>,
): Resolver<Values> {
  const schema = contract[command].input as unknown as z.ZodType<FormValues, FormValues>;
  const rules = zodResolver(schema) as unknown as Resolver<FormValues>;
  return async (values, context, options) => {
    const typed = toInput(values) as unknown as FormValues;
    const result = await rules(typed, context, options as never);
    const errors = flat(result.errors, typed, values);
    for (const [name, error] of Object.entries(errors)) {
      const said = words[name];
      if (said !== undefined) errors[name] = { ...(error as object), message: said };
    }
    // The values go on as typed: the command's handler parses them again, on its own side of the border.
    return Object.keys(errors).length === 0
      ? { values, errors: {} }
      : { values: {}, errors: errors as FieldErrors<Values> };
  };
}

/** A part of the input that is typed in fields of the form's own, as a look inside, has its errors on those. */
function flat(errors: object, typed: FormValues, values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([name, error]) =>
      !(name in values) && typeof typed[name] === 'object'
        ? Object.entries(error as object)
        : [[name, error]],
    ),
  );
}

function refusal(error: unknown): { message: string; field?: string | undefined } {
  if (error instanceof CallError) {
    // A warning is answered with the tick beside it.
    return { message: error.message, field: error.code === 'warned' ? 'allTheSame' : error.field };
  }
  return { message: 'Something went wrong inside Evenhand. What you typed is kept.' };
}

function useKeeper(key: string): DraftKeeper {
  const keeper = useMemo(() => {
    // A draft that can't be kept must not stand in the way of typing.
    const quietly = (kept: Promise<unknown>) => kept.catch(() => undefined);
    return keepDraft(
      (value) => void quietly(call('drafts.save', { key, value: { ...value } })),
      () => void quietly(call('drafts.clear', { key })),
    );
  }, [key]);
  useEffect(() => {
    // Whoever looks away may close the lid next.
    const leaving = [
      [window, 'pagehide'],
      [window, 'blur'],
      [document, 'visibilitychange'],
    ] as const;
    for (const [from, event] of leaving) from.addEventListener(event, keeper.flush);
    return () => {
      for (const [from, event] of leaving) from.removeEventListener(event, keeper.flush);
      keeper.flush();
    };
  }, [keeper]);
  return keeper;
}
