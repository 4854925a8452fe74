import { useCallback, useEffect, useMemo, useState } from 'react';

/** The clients that something is to be done with, in the order they were chosen. */
export interface Chosen {
  readonly ids: ReadonlySet<number>;
  readonly toggle: (clientId: number) => void;
  readonly add: (clientIds: readonly number[]) => void;
  readonly clear: () => void;
}

/** A number means another client in another ledger. */
interface ChosenOf {
  readonly ledger: string;
  readonly ids: ReadonlySet<number>;
}

const NOBODY: ReadonlySet<number> = new Set();

/** Who is chosen in `ledger`. Kept with this step of the way, so that whoever comes back from the preview finds it. */
export function useChosen(ledger: string): Chosen {
  const [chosen, setChosen] = useState<ChosenOf>(restore);
  const ids = chosen.ledger === ledger ? chosen.ids : NOBODY;
  useEffect(() => {
    if (ids.size > 0 || restore().ids.size > 0) keep({ ledger, ids });
  }, [ledger, ids]);
  const change = useCallback(
    (to: (before: ReadonlySet<number>) => ReadonlySet<number>) =>
      setChosen((before) => ({ ledger, ids: to(before.ledger === ledger ? before.ids : NOBODY) })),
    [ledger],
  );
  const toggle = useCallback(
    (clientId: number) =>
      change((before) => {
        const now = new Set(before);
        if (!now.delete(clientId)) now.add(clientId);
        return now;
      }),
    [change],
  );
  const add = useCallback(
    (clientIds: readonly number[]) => change((before) => new Set([...before, ...clientIds])),
    [change],
  );
  const clear = useCallback(() => change(() => NOBODY), [change]);
  return useMemo(() => ({ ids, toggle, add, clear }), [ids, toggle, add, clear]);
}

function keep({ ledger, ids }: ChosenOf): void {
  window.history.replaceState({ chosen: { ledger, ids: [...ids] } }, '');
}

function restore(): ChosenOf {
  const { chosen } = (window.history.state ?? {}) as { chosen?: { ledger: string; ids: number[] } };
  return chosen === undefined
    ? { ledger: '', ids: NOBODY }
    : { ledger: chosen.ledger, ids: new Set(chosen.ids) };
}
