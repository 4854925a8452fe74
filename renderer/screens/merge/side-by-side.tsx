import { useState } from 'react';
import type { MergeField, MergeLook, MergeSuggestion } from '../../../shared/views/merge.ts';
import { useAsk, useWrite } from '../../api.ts';
import { usePainted } from '../../painted.ts';
import { clientPath, go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Problem } from '../../ui/problem.tsx';
import { mergePath } from './merge-path.ts';
import { MergeTable } from './merge-table.tsx';
import { keptFirst } from './suggestions.tsx';

export interface SideBySideProps {
  readonly keepId: number;
  readonly goneId: number;
  /** Why they look like one; null: the owner chose them. */
  readonly because: string | null;
  readonly next: MergeSuggestion | null;
}

/** Two clients side by side, what will become of them, and the owner's word. */
export function SideBySide(props: SideBySideProps) {
  const { keepId, goneId } = props;
  const asked = useAsk('merge.look', { keepId, goneId }, { keepPrevious: true });
  usePainted(asked.data !== undefined || asked.isError);
  if (asked.error) {
    return (
      <section className="merge-case" aria-label="Two clients">
        {asked.error.code === 'notFound' || asked.error.code === 'invalid' ? (
          <>
            <h1 className="visually-hidden">Nothing to merge</h1>
            <Empty
              title="These are not two clients of this ledger"
              action={
                <a className="button button-plain" href="#/merge">
                  Choose two clients
                </a>
              }
            >
              They may have been merged already, or one was taken back by an undo.
            </Empty>
          </>
        ) : (
          <Problem
            error={asked.error}
            onRetry={() => void asked.refetch()}
            title="The two could not be shown"
          />
        )}
      </section>
    );
  }
  if (!asked.data) return <section className="merge-case" aria-busy="true" aria-label="Two clients" />;
  return <Two {...props} look={asked.data} />;
}

function Two({ keepId, goneId, because, next, look }: SideBySideProps & { readonly look: MergeLook }) {
  // By the client whose word holds: it stays the same one when the other is kept.
  const [right, setRight] = useState<ReadonlyMap<MergeField, number>>(new Map());
  const merge = useWrite('merge.do');
  const apart = useWrite('merge.apart');
  const wrong = merge.error ?? apart.error;
  const busy = merge.isPending || apart.isPending;
  const onwards = () => go(next === null ? '/merge' : mergePath(...keptFirst(next)), { replace: true });
  const take = look.differences
    .map(({ field }) => field)
    .filter((field) => right.get(field) === look.gone.id);
  return (
    <section className="merge-case" aria-label="Two clients">
      <div className="merge-scroll">
        <header className="merge-head">
          <h1>Are these one client?</h1>
          <p>{because === null ? 'You chose them.' : `They have ${because}.`}</p>
        </header>
        <MergeTable
          look={look}
          right={right}
          onKeep={(id) => id !== look.keep.id && go(mergePath(goneId, keepId), { replace: true })}
          onRight={(field, id) => setRight(new Map(right).set(field, id))}
        />
        {look.notes.length > 0 && (
          <section className="merge-notes">
            <h2>What happens besides</h2>
            <ul>
              {look.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <footer className="merge-foot">
        {look.refusal === null ? (
          <p>
            Everything of {look.gone.name} goes to {look.keep.name}. What you don’t choose stays in the
            history, and one undo takes all of it back.
          </p>
        ) : (
          <p className="merge-refusal" role="alert">
            <Icon name="warning" />
            {look.refusal}
          </p>
        )}
        {wrong && (
          <p className="merge-refusal" role="alert">
            {wrong.message}
          </p>
        )}
        <div className="merge-actions">
          {because !== null && (
            <Button
              disabled={busy}
              onClick={() => apart.mutate({ oneId: keepId, otherId: goneId }, { onSuccess: onwards })}
            >
              They are two clients
            </Button>
          )}
          <Button
            variant="primary"
            disabled={busy || look.refusal !== null}
            onClick={() =>
              merge.mutate(
                { keepId, goneId, take },
                {
                  onSuccess: () => (next === null ? go(clientPath(keepId), { replace: true }) : onwards()),
                },
              )
            }
          >
            <span className="merge-into">Merge into {look.keep.name}</span>
          </Button>
        </div>
      </footer>
    </section>
  );
}
