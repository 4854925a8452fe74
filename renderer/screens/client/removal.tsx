import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import type { RemovalOf } from '../../../shared/views/history.ts';
import { useAsk, useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import './removal.css';

const Context = createContext<(what: RemovalOf) => void>(() => undefined);

/** Asks before a client, a complaint or a decision is removed: from anywhere on the client's screen. */
export function RemovalProvider({
  onGone,
  children,
}: {
  /** The client whose screen this is was removed. */
  readonly onGone: () => void;
  readonly children: ReactNode;
}) {
  const [asked, setAsked] = useState<RemovalOf | null>(null);
  const close = useCallback(() => setAsked(null), []);
  return (
    <Context.Provider value={setAsked}>
      {children}
      {asked !== null && <Removal of={asked} onClose={close} onGone={onGone} />}
    </Context.Provider>
  );
}

/** Asks whether to remove it, saying what would go. */
export const useRemoval = () => useContext(Context);

function Removal({
  of,
  onClose,
  onGone,
}: {
  readonly of: RemovalOf;
  readonly onClose: () => void;
  readonly onGone: () => void;
}) {
  const look = useAsk('removals.look', of);
  const client = useWrite('clients.remove');
  const complaint = useWrite('complaints.remove');
  const decision = useWrite('decisions.remove');
  if (look.error)
    return (
      <Dialog title="This can’t be removed" size="s" onClose={onClose}>
        <Problem error={look.error} />
      </Dialog>
    );
  if (!look.data) return null;
  const { title, goes, notes, refused } = look.data;
  if (refused !== null)
    return (
      <Dialog title="This stays" size="s" onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
        <p>{refused}</p>
      </Dialog>
    );
  const remove = async () => {
    const input = { id: of.id };
    if (of.what === 'client') {
      await client.mutateAsync(input);
      onGone();
    } else await (of.what === 'complaint' ? complaint : decision).mutateAsync(input);
  };
  return (
    <Confirm title={title} action="Remove" onClose={onClose} onConfirm={remove}>
      {goes.length > 0 && (
        <>
          <p>{of.what === 'client' ? 'With the client go:' : 'This goes:'}</p>
          <ul className="removal-goes">
            {goes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p className="removal-soft">It lies in the bin until that is emptied, and can be put back whole.</p>
    </Confirm>
  );
}
