import { useCallback, useMemo, useState } from 'react';

/** The clients that something is to be done with, in the order they were chosen. */
export interface Chosen {
  readonly ids: ReadonlySet<number>;
  readonly toggle: (clientId: number) => void;
  readonly add: (clientIds: readonly number[]) => void;
  readonly clear: () => void;
}

export function useChosen(): Chosen {
  const [ids, setIds] = useState<ReadonlySet<number>>(() => new Set());
  const toggle = useCallback(
    (clientId: number) =>
      setIds((before) => {
        const now = new Set(before);
        if (!now.delete(clientId)) now.add(clientId);
        return now;
      }),
    [],
  );
  const add = useCallback(
    (clientIds: readonly number[]) => setIds((before) => new Set([...before, ...clientIds])),
    [],
  );
  const clear = useCallback(() => setIds(new Set()), []);
  return useMemo(() => ({ ids, toggle, add, clear }), [ids, toggle, add, clear]);
}
