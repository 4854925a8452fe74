import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { whenIdle } from '../../painted.ts';

const loadPalette = () => import('./find-palette.tsx');
const FindPalette = lazy(loadPalette);

export interface Find {
  readonly open: () => void;
}
const Context = createContext<Find | null>(null);

export function useFind(): Find {
  const find = useContext(Context);
  if (!find) throw new Error('useFind outside FindProvider');
  return find;
}

/** Ctrl or ⌘ K, from anywhere. `enabled` is false while no ledger is open. */
export function FindProvider({
  enabled,
  children,
}: {
  readonly enabled: boolean;
  readonly children: ReactNode;
}) {
  const [shown, setShown] = useState(false);
  const api = useMemo(() => ({ open: () => setShown(true), close: () => setShown(false) }), []);

  useEffect(() => {
    if (!enabled) return;
    whenIdle(() => void loadPalette());
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      setShown((before) => !before);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);

  return (
    <Context.Provider value={api}>
      {children}
      {shown && enabled && (
        <Suspense fallback={null}>
          <FindPalette onClose={api.close} />
        </Suspense>
      )}
    </Context.Provider>
  );
}
