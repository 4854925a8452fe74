import { useEffect } from 'react';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import type { FormRequest } from '../../forms/forms.tsx';
import { useForms } from '../../forms/forms.tsx';
import { useToggleStopwatch } from '../../forms/use-toggle-stopwatch.ts';

export const clientActions = [
  { key: 'c', name: 'complaint', label: 'Log a complaint', icon: 'complaints' },
  { key: 'p', name: 'payment', label: 'Record a payment', icon: 'payments' },
  { key: 'i', name: 'invoice', label: 'New invoice', icon: 'file' },
  { key: 'd', name: 'decision', label: 'Record a decision', icon: 'decisions' },
  { key: 'e', name: 'edit', label: 'Edit client', icon: 'edit' },
  { key: 'f', name: 'flag', label: 'Raise a red flag', icon: 'flag' },
  { key: 'h', name: 'hours', label: 'Note hours', icon: 'clock' },
  { key: 'n', name: 'note', label: 'Note what happened', icon: 'book' },
  { key: 'l', name: 'look', label: 'Look inside', icon: 'inside' },
  { key: 't', name: 'standing', label: 'Set the standing yourself', icon: 'scales' },
] as const;

/** Starts the stopwatch for this client, or stops the one that runs. */
export const STOPWATCH_KEY = 's';
export type ClientAction = (typeof clientActions)[number]['name'];

/** The open complaint that has waited longest without a decision: what a decision is most likely about. */
export function undecided(page: ClientPage): number | null {
  const decided = new Set(page.decisions.map((one) => one.complaintId));
  const waiting = page.complaints.filter((one) => one.settledOn === null && !decided.has(one.id));
  return waiting[waiting.length - 1]?.id ?? null;
}

/** Which form an action opens for this client as things stand. */
export function formFor(action: ClientAction, page: ClientPage): FormRequest {
  const clientId = page.client.id;
  switch (action) {
    case 'complaint':
      return { form: 'complaint', clientId };
    case 'payment':
      return { form: 'payment', clientId };
    case 'invoice':
      return { form: 'invoice', clientId };
    case 'decision': {
      const complaintId = undecided(page);
      return complaintId === null
        ? { form: 'decision', clientId }
        : { form: 'decision', clientId, complaintId };
    }
    case 'edit':
      return { form: 'client', id: clientId };
    case 'flag':
      return page.flag ? { form: 'lift', clientId } : { form: 'flag', clientId };
    case 'hours':
    case 'note':
    case 'look':
    case 'standing':
      return { form: action, clientId };
  }
}

/** One letter opens a form, but never while something is typed or a dialog is open. */
export function useClientKeys(page: ClientPage): void {
  const forms = useForms();
  const toggle = useToggleStopwatch();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const target = event.target;
      if (
        target instanceof Element &&
        target.closest('input, textarea, select, [contenteditable], dialog, [role=menu]')
      )
        return;
      if (forms.asked || document.querySelector('dialog[open]')) return;
      if (event.key === STOPWATCH_KEY) {
        event.preventDefault();
        return toggle(page.client);
      }
      const action = clientActions.find((one) => one.key === event.key);
      if (!action) return;
      event.preventDefault();
      forms.open(formFor(action.name, page));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [forms, page, toggle]);
}
