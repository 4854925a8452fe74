import { createContext, useContext } from 'react';

/** The row to go to; `count` makes asking for the same row again a new wish. */
export interface Target {
  readonly key: string;
  readonly count: number;
}

export const TargetContext = createContext<Target | null>(null);

/** A list that hides some of its rows looks here whether one of them is wanted. */
export function useTarget(): Target | null {
  return useContext(TargetContext);
}

export const rowElementId = (key: string): string => `row-${key}`;

/** Frames to wait for a list to bring a hidden row in. */
const PATIENCE = 20;

/** Scrolls to a row, gives it the focus and lights it up for a moment. Answers how to stop. */
export function showRow(key: string): () => void {
  let left = PATIENCE;
  let frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);

  function look() {
    const row = document.getElementById(rowElementId(key));
    if (!row) {
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(look);
      return;
    }
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
    // Taken off first, so that a row asked for twice lights up twice.
    row.removeAttribute('data-found');
    frame = requestAnimationFrame(() => {
      row.dataset.found = 'true';
      row.addEventListener('animationend', () => row.removeAttribute('data-found'), { once: true });
    });
  }
}
