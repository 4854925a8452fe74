import { useEffect, useState } from 'react';
import type { Twin } from '../../shared/contract.ts';
import { twinWarning } from '../../shared/warnings/sentences.ts';
import { useAsk } from '../api.ts';
import { clientPath, go } from '../routes.ts';
import type { DraftForm, FormValues } from './use-draft-form.ts';
import { type Heedless, WarningLines } from './warning-lines.tsx';

const TYPING_MS = 250;

/** Other clients of the name or e-mail being typed. */
export function useTwins(name: string, email: string, id: number | null): readonly Twin[] {
  const input = useRested({ name: name.trim(), email: email.trim() });
  const empty = input.name === '' && input.email === '';
  const asked = useAsk('clients.twins', { ...input, id }, { enabled: !empty, keepPrevious: true });
  return empty ? [] : (asked.data ?? []);
}

/** The value once typing has rested. */
function useRested(value: { readonly name: string; readonly email: string }) {
  const [rested, setRested] = useState(value);
  const { name, email } = value;
  useEffect(() => {
    const timer = setTimeout(() => setRested({ name, email }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [name, email]);
  return rested;
}

export const needsCare = (twin: Twin): boolean => twin.flagged || twin.parted;

/**
 * Clients of the same name or e-mail, under the field that says so. One who is flagged or parted has to be thought
 * over; any other is only told of, for names may repeat.
 */
export function TwinLines<Values extends FormValues & Heedless>({
  draft,
  twins,
  adding,
}: {
  readonly draft: DraftForm<Values>;
  readonly twins: readonly Twin[];
  /** False while an old client is edited: that is no new work. */
  readonly adding: boolean;
}) {
  const careful = adding ? twins.filter(needsCare) : [];
  const rest = twins.filter((twin) => !careful.includes(twin));
  return (
    <div role="status" className="twin-lines">
      {careful.length > 0 && (
        <WarningLines draft={draft} warnings={careful.map(twinWarning)} action="Add the client all the same">
          <TwinList twins={careful} />
        </WarningLines>
      )}
      {rest.length > 0 && <TwinList twins={rest} told />}
    </div>
  );
}

function TwinList({ twins, told = false }: { readonly twins: readonly Twin[]; readonly told?: boolean }) {
  return (
    <div className="twins">
      {twins.slice(0, 3).map((twin) => (
        <p key={twin.id}>
          {told && (
            <span>
              There is <b>{twin.name}</b>
              {twin.same === 'name' ? ' already.' : ` with the same ${twin.same} already.`}
            </span>
          )}
          <button type="button" className="form-link" onClick={() => go(clientPath(twin.id))}>
            Open {told ? 'them' : twin.name}
          </button>
        </p>
      ))}
    </div>
  );
}
