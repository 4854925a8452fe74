import { useState } from 'react';
import type { Referral } from '../../../shared/partings/parting.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { ReferralDialog } from './referral-dialog.tsx';
import type { SheetKeeper } from './use-sheet.ts';

/** Who could serve them better: from the owner's list, which grows from here. */
export function ReferralStep({
  page,
  keeper: { sheet, set, flush },
}: {
  readonly page: PartingPage;
  readonly keeper: SheetKeeper;
}) {
  const [editing, setEditing] = useState<Referral | 'new' | null>(null);
  const chosen = page.referrals.find((one) => one.id === sheet.referralId) ?? null;
  return (
    <>
      <Field
        label="From your list"
        hint={chosen ? [chosen.fits, chosen.contact].filter(Boolean).join(' · ') || undefined : undefined}
      >
        <Select
          value={chosen?.id ?? ''}
          onChange={(event) =>
            set('referralId', event.target.value === '' ? null : Number(event.target.value))
          }
        >
          <option value="">{page.referrals.length === 0 ? 'nobody is on it yet' : 'nobody'}</option>
          {page.referrals.map((one) => (
            <option key={one.id} value={one.id}>
              {one.fits === null ? one.name : `${one.name}: ${one.fits}`}
            </option>
          ))}
        </Select>
      </Field>
      <div className="parting-buttons">
        <Button icon="plus" onClick={() => setEditing('new')}>
          Someone new…
        </Button>
        {chosen && <Button onClick={() => setEditing(chosen)}>Edit {chosen.name}…</Button>}
      </div>
      {editing !== null && (
        <ReferralDialog
          referral={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onChoose={(id) => set('referralId', id)}
          onLetGo={() => {
            // A worksheet that names them keeps them on the list: this one lets go of them first.
            set('referralId', null);
            return flush();
          }}
        />
      )}
    </>
  );
}
