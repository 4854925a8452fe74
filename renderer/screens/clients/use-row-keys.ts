import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export interface RowKeysOptions {
  readonly count: number;
  readonly initial: number;
  /** Rows a page of the window holds. */
  readonly page: () => number;
  readonly scrollTo: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly onChoose: (index: number) => void;
  /** Null: nothing is chosen. */
  readonly onChooseNone: (() => void) | null;
  readonly grid: RefObject<HTMLElement | null>;
}

/** Walking a grid of rows by keyboard: rows up and down, a row's own buttons left and right. */
export function useRowKeys({
  count,
  initial,
  page,
  scrollTo,
  onOpen,
  onChoose,
  onChooseNone,
  grid,
}: RowKeysOptions) {
  const [active, setActive] = useState(initial);
  /** Where focus goes once the row is drawn: the row itself, or its n-th button. */
  const wanted = useRef<{ readonly row: number; readonly button: number } | null>(null);

  const rowElement = useCallback(
    (index: number) => grid.current?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? null,
    [grid],
  );

  const focusWanted = useCallback(() => {
    const want = wanted.current;
    if (!want) return;
    const row = rowElement(want.row);
    if (!row) return;
    wanted.current = null;
    const button = want.button < 0 ? undefined : buttonsOf(row)[want.button];
    (button ?? row).focus({ preventScroll: true });
  }, [rowElement]);
  useEffect(focusWanted);

  const move = useCallback(
    (to: number, button = -1) => {
      const row = Math.min(count - 1, Math.max(0, to));
      if (row < 0) return;
      wanted.current = { row, button };
      setActive(row);
      scrollTo(row);
      focusWanted();
    },
    [count, scrollTo, focusWanted],
  );

  const step = useCallback(
    (key: string, from: number): number | null => {
      switch (key) {
        case 'ArrowDown':
          return from + 1;
        case 'ArrowUp':
          return from - 1;
        case 'PageDown':
          return from + page();
        case 'PageUp':
          return from - page();
        case 'Home':
          return 0;
        case 'End':
          return count - 1;
        default:
          return null;
      }
    },
    [count, page],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
      if (!row) return;
      const index = Number(row.dataset.row);
      const buttons = buttonsOf(row);
      const at = document.activeElement instanceof HTMLElement ? buttons.indexOf(document.activeElement) : -1;
      const to = step(event.key, index);
      if (to !== null) move(to, at);
      else if (event.key === 'ArrowRight') buttons[Math.min(at + 1, buttons.length - 1)]?.focus();
      else if (event.key === 'ArrowLeft') (at > 0 ? buttons[at - 1] : row)?.focus();
      else if (event.key === 'Escape' && at >= 0) row.focus();
      else if (event.key === 'Enter' && at < 0) onOpen(index);
      // On a number, the space bar presses it.
      else if (isChoosing(event.key) && at < 0) onChoose(index);
      else if (event.key === 'Escape' && onChooseNone) onChooseNone();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [move, onOpen, onChoose, onChooseNone, step],
  );

  // With focus nowhere, as after the start or coming back, the arrows still mean the list.
  useEffect(() => {
    const onWindowKey = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const nowhere = document.activeElement === document.body || document.activeElement?.id === 'main';
      if (!nowhere) return;
      if (event.key === 'Enter') onOpen(active);
      else if (isChoosing(event.key)) onChoose(active);
      else if (event.key === 'Escape' && onChooseNone) onChooseNone();
      else if (['ArrowDown', 'ArrowUp'].includes(event.key)) move(active);
      else {
        const to = step(event.key, active);
        if (to === null) return;
        move(to);
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onWindowKey);
    return () => window.removeEventListener('keydown', onWindowKey);
  }, [active, move, onOpen, onChoose, onChooseNone, step]);

  // A filter or an undo can leave fewer rows than the selected one's number.
  const shown = Math.min(active, Math.max(0, count - 1));
  return { active: shown, select: setActive, onKeyDown };
}

const isChoosing = (key: string): boolean => key === 'x' || key === ' ';

function buttonsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('button')];
}
