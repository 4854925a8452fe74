import { showDay } from '../../../shared/dates.ts';
import type { InsideLook } from '../../../shared/notes/note.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import { useForms } from '../../forms/forms.tsx';
import { insideCauses } from '../../forms/look-lines.tsx';
import { Button } from '../../ui/button.tsx';

/** “Look inside first”: required, and only as long as no complaint came after it. */
export function LookStep({ page }: { readonly page: PartingPage }) {
  const forms = useForms();
  const { look, lookCounts, client } = page;
  return (
    <>
      {look !== null && <Look look={look} />}
      {look !== null && !lookCounts && (
        <p className="step-lead">A complaint came after it, so it asks for another look.</p>
      )}
      <Button className="parting-look-do" onClick={() => forms.open({ form: 'look', clientId: client.id })}>
        {lookCounts ? 'Look again…' : 'Look inside now…'}
      </Button>
    </>
  );
}

export function Look({ look }: { readonly look: InsideLook }) {
  const ours = insideCauses.filter(({ key }) => look[key]).map(({ label }) => label.toLowerCase());
  return (
    <div className="parting-look">
      <p>
        Looked at on {showDay(look.lookedOn)},{' '}
        <b>{ours.length === 0 ? 'nothing of ours was found' : `ours: ${ours.join(', ')}`}</b>
      </p>
      <p>{look.found}</p>
    </div>
  );
}
