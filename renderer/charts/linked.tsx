import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';

/** Marks and rows that belong together, pointed at in one place and lit in all. Keys are like `complaint-5`. */
export interface Linked {
  readonly point: (key: string | null, by: 'hover' | 'focus') => void;
  /** Goes to the row of a key. */
  readonly jump: (key: string) => void;
}

/** `self` is pointed at, `linked` belongs to it, `other` does not; `none`: nothing is pointed at. */
export type LinkState = 'none' | 'self' | 'linked' | 'other';

interface Store extends Linked {
  readonly subscribe: (changed: () => void) => () => void;
  readonly stateOf: (keys: readonly string[]) => LinkState;
}

const Context = createContext<Store | null>(null);

function createStore(linkedWith: (key: string) => ReadonlySet<string>, jump: (key: string) => void): Store {
  const listeners = new Set<() => void>();
  const pointed: { hover: string | null; focus: string | null } = { hover: null, focus: null };
  let active: string | null = null;
  let lit: ReadonlySet<string> = new Set();
  return {
    jump,
    point: (key, by) => {
      pointed[by] = key;
      const next = pointed.hover ?? pointed.focus;
      if (next === active) return;
      active = next;
      lit = next === null ? new Set() : linkedWith(next);
      for (const listener of listeners) listener();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    stateOf: (keys) => {
      if (active === null) return 'none';
      if (keys.includes(active)) return 'self';
      return keys.some((key) => lit.has(key)) ? 'linked' : 'other';
    },
  };
}

export interface LinkedProviderProps {
  /** Everything that belongs to a key, without the key itself. */
  readonly linkedWith: (key: string) => ReadonlySet<string>;
  readonly onJump: (key: string) => void;
  readonly children: ReactNode;
}

export function LinkedProvider({ linkedWith, onJump, children }: LinkedProviderProps) {
  const jump = useRef(onJump);
  jump.current = onJump;
  const store = useMemo(() => createStore(linkedWith, (key) => jump.current(key)), [linkedWith]);
  return <Context.Provider value={store}>{children}</Context.Provider>;
}

function useStore(): Store {
  const store = useContext(Context);
  if (!store) throw new Error('useLinked outside LinkedProvider');
  return store;
}

export function useLinked(): Linked {
  return useStore();
}

export function useLinkState(keys: readonly string[]): LinkState {
  const store = useStore();
  const joined = keys.join(' ');
  const read = useCallback(() => store.stateOf(joined.split(' ')), [store, joined]);
  return useSyncExternalStore(store.subscribe, read);
}

/**
 * What an element needs to take part: its state as `data-link`, and handlers that point. Focus counts only where it
 * is shown, so that a click on a button does not leave the whole axis dimmed.
 */
export function useLinkProps(keys: readonly string[]) {
  const { point } = useStore();
  const state = useLinkState(keys);
  const key = keys[0] ?? null;
  return {
    'data-link': state,
    onPointerEnter: () => point(key, 'hover'),
    onPointerLeave: () => point(null, 'hover'),
    onFocus: (event: { readonly target: EventTarget }) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) point(key, 'focus');
    },
    onBlur: () => point(null, 'focus'),
  } as const;
}
