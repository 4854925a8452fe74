import { useEffect } from 'react';
import type { DeskQueue } from '../../../shared/views/desk.ts';
import { useForms } from '../../forms/forms.tsx';
import { go } from '../../routes.ts';
import { deskPath } from './desk-path.ts';
import { free } from './keys.ts';

/** The complaint so many places further down the queue; the ends hold. */
export function neighbour(queue: DeskQueue, openId: number | null, step: 1 | -1): number | null {
  const ids = queue.waiting.map((one) => one.complaintId);
  if (ids.length === 0) return null;
  const at = openId === null ? -1 : ids.indexOf(openId);
  if (at === -1) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null;
}

/** j and k walk the queue from anywhere; the arrow keys do while the keyboard is in it. */
export function useQueueKeys(queue: DeskQueue, openId: number | null): void {
  const forms = useForms();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inQueue = event.target instanceof Element && event.target.closest('.queue') !== null;
      const step =
        event.key === 'j' || (inQueue && event.key === 'ArrowDown')
          ? 1
          : event.key === 'k' || (inQueue && event.key === 'ArrowUp')
            ? -1
            : null;
      if (step === null || !free(event) || forms.asked) return;
      const next = neighbour(queue, openId, step);
      event.preventDefault();
      if (next === null) return;
      go(deskPath(next));
      const row = document.getElementById(queueRowId(next));
      row?.scrollIntoView?.({ block: 'nearest' });
      if (inQueue) row?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [queue, openId, forms]);
}

export const queueRowId = (complaintId: number): string => `queue-${complaintId}`;
