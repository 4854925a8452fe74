import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Day, isDay } from '../../../shared/dates.ts';
import type { Parting } from '../../../shared/partings/parting.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import { call } from '../../api.ts';

/** The worksheet as it is typed. */
export interface Sheet {
  readonly why: string;
  readonly lastAttempt: string;
  readonly finalInvoiceId: number | null;
  readonly moneySettled: string;
  readonly handOver: string;
  readonly referralId: number | null;
  readonly letter: string;
  readonly instruction: string;
  readonly partsOn: Day | '';
}

export type SetSheet = <Key extends keyof Sheet>(key: Key, value: Sheet[Key]) => void;

export interface SheetKeeper {
  readonly sheet: Sheet;
  readonly set: SetSheet;
  /** Resolves once everything typed is in the ledger; rejects with what the ledger said. */
  readonly flush: () => Promise<void>;
  readonly state: 'saved' | 'saving' | 'typing';
  /** Why it could not be saved; it is tried again by itself. */
  readonly problem: string | null;
}

const TYPING_MS = 500;
const AGAIN_MS = 4000;

export function sheetOf(parting: Parting | null): Sheet {
  return {
    why: parting?.why ?? '',
    lastAttempt: parting?.lastAttempt ?? '',
    finalInvoiceId: parting?.finalInvoiceId ?? null,
    moneySettled: parting?.moneySettled ?? '',
    handOver: parting?.handOver ?? '',
    referralId: parting?.referralId ?? null,
    letter: parting?.letter ?? '',
    instruction: parting?.instruction ?? '',
    partsOn: parting?.partsOn ?? '',
  };
}

/** The day ways part; null while there is none, and while its year is half typed. */
export const partsOnOf = ({ partsOn }: Sheet): Day | null => (isDay(partsOn) ? partsOn : null);

/** What of it can be kept: a day half typed is none yet. */
const keepable = (sheet: Sheet): Sheet => ({ ...sheet, partsOn: partsOnOf(sheet) ?? '' });

/** As the ledger would keep it: blanks at the ends are not worth a change. */
const asKept = (sheet: Sheet): string =>
  JSON.stringify(
    Object.values(keepable(sheet)).map((value: string | number | null) =>
      typeof value === 'string' ? value.trim() : value,
    ),
  );

/**
 * Keeps the worksheet saved as it is typed: once typing rests, when a field is left, and when the screen goes. What is
 * being typed is never overwritten; a change from elsewhere, as an undo, is taken over while nothing waits to be saved.
 */
export function useSheet(page: PartingPage, begun: Parting | null): SheetKeeper {
  const queries = useQueryClient();
  const clientId = page.client.id;
  const [sheet, setSheet] = useState(() => sheetOf(begun));
  const [state, setState] = useState<SheetKeeper['state']>('saved');
  const [problem, setProblem] = useState<string | null>(null);
  /** The newest text, ahead of what is drawn. */
  const now = useRef(sheet);
  const kept = useRef(asKept(sheet));
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const saving = useRef<Promise<void> | null>(null);
  const failed = useRef(false);

  const save = useCallback(async () => {
    while (asKept(now.current) !== kept.current) {
      const sent = now.current;
      setState('saving');
      await call('partings.save', { clientId, ...keepable(sent) });
      kept.current = asKept(sent);
    }
    // Only once the page knows of it may the page be believed again.
    await queries.invalidateQueries({ queryKey: ['partings.page'] });
  }, [clientId, queries]);

  const flush = useCallback((): Promise<void> => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    if (saving.current !== null) return saving.current.then(flush);
    if (asKept(now.current) === kept.current) {
      setState('saved');
      return Promise.resolve();
    }
    const going = save()
      .then(() => {
        failed.current = false;
        setProblem(null);
        setState(asKept(now.current) === kept.current ? 'saved' : 'typing');
      })
      .catch((error: unknown) => {
        failed.current = true;
        setState('typing');
        setProblem(error instanceof Error ? error.message : 'It could not be saved.');
        timer.current = setTimeout(() => void flush().catch(() => undefined), AGAIN_MS);
        throw error;
      })
      .finally(() => {
        saving.current = null;
      });
    saving.current = going;
    return going;
  }, [save]);

  const set = useCallback<SetSheet>(
    (key, value) => {
      now.current = { ...now.current, [key]: value };
      setSheet(now.current);
      setState('typing');
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush().catch(() => undefined), TYPING_MS);
    },
    [flush],
  );

  useEffect(() => {
    const leave = () => void flush().catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      // What the ledger refused all along is not pressed on whichever ledger lies there when the screen has gone.
      if (!failed.current) leave();
      else if (timer.current !== null) clearTimeout(timer.current);
    };
  }, [flush]);

  const said = asKept(sheetOf(begun));
  // Only what the ledger says anew counts: a page drawn before the last save is told again once or twice.
  const heard = useRef(said);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` is all of `begun` that counts
  useEffect(() => {
    if (said === heard.current) return;
    heard.current = said;
    const untouched = saving.current === null && asKept(now.current) === kept.current;
    if (!untouched || said === kept.current) return;
    now.current = sheetOf(begun);
    kept.current = said;
    setSheet(now.current);
  }, [said]);

  return useMemo(() => ({ sheet, set, flush, state, problem }), [sheet, set, flush, state, problem]);
}
