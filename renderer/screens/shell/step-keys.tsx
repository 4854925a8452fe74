import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ASK_FROM_ROWS, afterColon } from '../../../shared/history/label.ts';
import type { Step } from '../../../shared/views/history.ts';
import { call, on, redo, undo } from '../../api.ts';
import { useFormat } from '../../format.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';

type Way = 'undo' | 'redo';

/** Kinds of input in which Ctrl+Z takes typing back: there it stays the field's own. */
const typed = /^(text|search|email|tel|url|password|number|date|time|month)$/;

function keepsItsOwn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return typed.test(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y; null: another key. */
function wayOf(event: KeyboardEvent): Way | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}

/** Undo and redo from the keyboard and the menu, step by step; one of thousands of rows is asked first. */
export function StepKeys() {
  const queries = useQueryClient();
  const toast = useToast();
  const format = useFormat();
  const [asking, setAsking] = useState<{ readonly way: Way; readonly step: Step } | null>(null);
  /** One at a time: keys pressed faster than the ledger writes wait for their turn. */
  const turn = useRef<Promise<void>>(Promise.resolve());

  const go = useCallback(
    (way: Way, { id }: Step) => (way === 'undo' ? undo : redo)(id, queries, toast),
    [queries, toast],
  );

  const take = useCallback(
    async (way: Way) => {
      try {
        const step = (await call('changes.steps', {}))[way];
        if (step === null) toast.show({ text: way === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.' });
        else if (step.rows >= ASK_FROM_ROWS) setAsking({ way, step });
        else await go(way, step);
      } catch (error) {
        toast.show({ text: error instanceof Error ? error.message : 'That did not work.', tone: 'problem' });
      }
    },
    [go, toast],
  );

  useEffect(() => {
    const queue = (way: Way) => {
      turn.current = turn.current.then(() => {
        // What a dialog asks is answered first: behind it nothing moves.
        if (document.querySelector('dialog[open]') === null) return take(way);
      });
    };
    const onKey = (event: KeyboardEvent) => {
      const way = wayOf(event);
      if (way === null || event.defaultPrevented || keepsItsOwn(event.target)) return;
      event.preventDefault();
      if (!event.repeat) queue(way);
    };
    window.addEventListener('keydown', onKey);
    const stop = on('menu.chosen', ({ item }) => {
      if (item === 'undo' || item === 'redo') queue(item);
    });
    return () => {
      window.removeEventListener('keydown', onKey);
      stop();
    };
  }, [take]);

  if (asking === null) return null;
  const { way, step } = asking;
  const word = way === 'undo' ? 'Undo' : 'Redo';
  return (
    <Confirm
      title={`${word}: ${afterColon(step.label)}?`}
      action={way === 'undo' ? 'Undo it' : 'Redo it'}
      onClose={() => setAsking(null)}
      // Not waited for: how far it is, and the way to stop it, stand on the page behind this.
      onConfirm={async () => {
        turn.current = turn.current.then(() => go(way, step));
      }}
    >
      {way === 'undo'
        ? `${format.count(step.rows)} rows of the ledger go back to what they were before. It can be redone.`
        : `${format.count(step.rows)} rows of the ledger become again what they were. It can be undone.`}
    </Confirm>
  );
}
