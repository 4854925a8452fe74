import { useState } from 'react';
import { useWrite } from '../../api.ts';
import { useFormat } from '../../format.tsx';
import { go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Desk, ImportDesk } from './import-desk.ts';
import { doneWords } from './words.ts';

/** It is in the ledger: what came in, and the way back. */
export function Done({
  desk,
  done,
}: {
  readonly desk: ImportDesk;
  readonly done: NonNullable<Desk['done']>;
}) {
  const format = useFormat();
  const undo = useWrite('changes.undo');
  const [problem, setProblem] = useState<string | null>(null);
  const takeBack = () =>
    undo.mutate(
      { changeId: done.changeId },
      { onSuccess: desk.startOver, onError: (error) => setProblem(error.message) },
    );
  return (
    <div className="import-done" role="status">
      <Icon name="check" size={32} />
      <h1>Imported</h1>
      <p className="import-lead">{doneWords(done, format)}</p>
      <p className="import-quiet">from {done.fileName}</p>
      <div className="import-answers">
        <Button
          variant="primary"
          autoFocus
          onClick={() => {
            desk.startOver();
            go('/clients');
          }}
        >
          See the clients
        </Button>
        <Button icon="undo" onClick={takeBack} disabled={undo.isPending}>
          Undo this import
        </Button>
        <Button variant="quiet" onClick={desk.startOver}>
          Import another file
        </Button>
      </div>
      {problem !== null && (
        <p className="import-problem" role="alert">
          <Icon name="warning" />
          {problem}
        </p>
      )}
    </div>
  );
}
