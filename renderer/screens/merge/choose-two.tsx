import { useState } from 'react';
import { useAsk } from '../../api.ts';
import { ClientPicker, type Picked } from '../../forms/client-picker.tsx';
import { go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { mergePath } from './merge-path.ts';

/** No pair is open: two are picked by name. One stands already where the way led here from a client. */
export function ChooseTwo({
  clientId,
  none,
}: {
  readonly clientId: number | null;
  /** Nothing is suggested either. */
  readonly none: boolean;
}) {
  const page = useAsk('clients.page', { clientId: clientId ?? 1 }, { enabled: clientId !== null });
  const [picked, setPicked] = useState<Picked | null | undefined>(undefined);
  const [other, setOther] = useState<Picked | null>(null);
  const from = page.data?.client ?? null;
  const one = picked === undefined ? from : picked;
  const same = one !== null && other !== null && one.id === other.id;
  return (
    <section className="merge-case" aria-label="Choose two clients">
      <header className="merge-head">
        <h1>Merge two clients</h1>
        <p>
          {none
            ? 'No two clients have the same name, e-mail, phone or number. Where you know of two that are one, choose them here.'
            : 'Open a pair on the left, or choose two clients that you know are one.'}
        </p>
      </header>
      <div className="merge-pickers">
        <Field label="Client" required>
          <ClientPicker name={one?.name ?? ''} onPick={setPicked} />
        </Field>
        <Field label="is the same as" required error={same ? 'That is one and the same already.' : undefined}>
          <ClientPicker name={other?.name ?? ''} onPick={setOther} autoFocus={clientId !== null} />
        </Field>
        <Button
          variant="primary"
          disabled={one === null || other === null || same}
          onClick={() => one !== null && other !== null && go(mergePath(one.id, other.id))}
        >
          Lay them side by side
        </Button>
      </div>
    </section>
  );
}
