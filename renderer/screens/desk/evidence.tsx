import type { ReactNode } from 'react';
import type { Evidence } from '../../../shared/decisions/advice.ts';
import { assertNever } from '../../../shared/result.ts';
import { useForms } from '../../forms/forms.tsx';
import { clientPath, go } from '../../routes.ts';
import { useOpenWhy } from '../../ui/why.tsx';

/** Where on this screen a fact of the case stands. */
export const caseFieldId = (field: string): string => `case-${field}`;

/** Brings a fact of the case into view, and the keyboard to it. */
export function showCaseField(field: string): void {
  const place = document.getElementById(caseFieldId(field)) ?? document.getElementById(caseFieldId('said'));
  if (!place) return;
  place.scrollIntoView?.({ block: 'center' });
  const control = place.matches('input, select, textarea, button, [tabindex]')
    ? place
    : place.querySelector<HTMLElement>('input:checked, select, textarea, input, button');
  (control instanceof HTMLElement ? control : place).focus();
  place.dataset.found = '';
  setTimeout(() => delete place.dataset.found, 2400);
}

/** A sentence that leads to what it stands on. */
export function EvidenceLink({
  evidence,
  clientId,
  children,
}: {
  readonly evidence: Evidence;
  readonly clientId: number;
  readonly children: ReactNode;
}) {
  const why = useOpenWhy();
  const forms = useForms();
  const follow = () => {
    switch (evidence.kind) {
      case 'figure':
        return why({ of: 'figure', clientId, figure: evidence.figure, part: evidence.part });
      case 'keeping':
        return why({ of: 'keeping', clientId, line: evidence.line });
      case 'complaint':
        return go(clientPath(clientId, { kind: 'complaint', id: evidence.id }));
      case 'decision':
        return go(clientPath(evidence.clientId, { kind: 'decision', id: evidence.id }));
      case 'rule':
        return go(`/rules?rule=${encodeURIComponent(evidence.key)}`);
      case 'settings':
        return go('/settings');
      case 'case':
        // Not a fact of this complaint: what was looked at with this client in mind.
        if (evidence.field === 'insideLooked') return forms.open({ form: 'look', clientId });
        return showCaseField(evidence.field);
      default:
        return assertNever(evidence);
    }
  };
  return (
    <button
      type="button"
      className="evidence"
      aria-haspopup={opensDialog(evidence) ? 'dialog' : undefined}
      title={titleOf(evidence)}
      onClick={follow}
    >
      {children}
    </button>
  );
}

const opensDialog = (evidence: Evidence): boolean =>
  evidence.kind === 'figure' ||
  evidence.kind === 'keeping' ||
  (evidence.kind === 'case' && evidence.field === 'insideLooked');

function titleOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'figure':
    case 'keeping':
      return 'Show the rows behind it';
    case 'complaint':
      return 'Show the complaint';
    case 'decision':
      return 'Show the decision';
    case 'rule':
      return 'Show the house rule';
    case 'settings':
      return 'Show the settings';
    case 'case':
      return evidence.field === 'insideLooked' ? 'Look inside now' : 'Show it in this case';
    default:
      return assertNever(evidence);
  }
}
