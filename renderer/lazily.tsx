import { type ComponentType, createElement, type FunctionComponent, lazy, useState } from 'react';

/**
 * A component of its own chunk that, once fetched ahead, is drawn at once. React's own `lazy` suspends the first time
 * even then, and what suspends is shown 300 ms later at the earliest: whoever presses a key and types on would lose
 * letters. Use inside `<Suspense>`, for where it was not fetched yet.
 */
export function lazily<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): { readonly Component: FunctionComponent<Props>; readonly ahead: () => Promise<void> } {
  let ready: ComponentType<Props> | null = null;
  const loading = () =>
    load().then((room) => {
      ready = room.default;
      return room;
    });
  // Its props are only known to be an object, which is less than `lazy` asks to know of them.
  const Later = lazy(loading) as unknown as ComponentType<Props>;
  return {
    // Which of the two it is stays so while it is shown: another type would be another component, drawn anew.
    // biome-ignore lint/correctness/noComponentHookFactories: made once for each chunk, when its module loads
    Component: (props) => createElement(useState(() => ({ type: ready ?? Later }))[0].type, props),
    ahead: async () => {
      await loading();
    },
  };
}
