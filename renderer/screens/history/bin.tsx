import { useState } from 'react';
import { showDay } from '../../../shared/dates.ts';
import type { BinLine } from '../../../shared/views/history.ts';
import { useAsk, useWrite } from '../../api.ts';
import { useFormat } from '../../format.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDo } from '../client/use-do.ts';
import { useBackUp } from '../overview/use-back-up.ts';
import { clockOf, dayOf } from './words.ts';

/** What was removed and lies whole until the bin is emptied. */
export function Bin() {
  const asked = useAsk('bin.page', {});
  const [asking, setAsking] = useState(false);
  if (asked.error) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const { lines } = asked.data;
  if (lines.length === 0)
    return (
      <Empty title="The bin is empty">
        What is removed from the ledger, a client, a complaint, a payment, lies here until you empty the bin,
        and can be put back whole.
      </Empty>
    );
  return (
    <>
      <div className="history-bin-lead">
        <p>Removed from the ledger, and whole: each can be put back as it was.</p>
        <Button onClick={() => setAsking(true)}>Empty the bin…</Button>
      </div>
      <ul className="history-bin">
        {lines.map((line) => (
          <InBin key={line.changeId} line={line} />
        ))}
      </ul>
      {asking && <EmptyIt count={lines.length} onClose={() => setAsking(false)} />}
    </>
  );
}

function InBin({ line }: { readonly line: BinLine }) {
  const { count } = useFormat();
  const put = useDo('changes.undo');
  return (
    <li>
      <div className="history-bin-says">
        <p>{line.label}</p>
        <p className="history-bin-when">
          {showDay(dayOf(line.at))}, {clockOf(line.at)}
          {line.rows > 1 && <span>{count(line.rows)} rows in all</span>}
        </p>
      </div>
      <Button
        icon="undo"
        disabled={put.isPending}
        aria-label={`Put back: ${line.label}`}
        onClick={() => put.mutate({ changeId: line.changeId })}
      >
        Put back
      </Button>
    </li>
  );
}

/** Asks before anything is erased for good, with a backup at hand. */
function EmptyIt({ count, onClose }: { readonly count: number; readonly onClose: () => void }) {
  const format = useFormat();
  const toast = useToast();
  const empty = useWrite('bin.empty');
  const backUp = useBackUp();
  const erase = async () => {
    const { emptied } = await empty.mutateAsync({});
    toast.show({
      text:
        emptied === 1
          ? 'One removal was erased for good.'
          : `${format.count(emptied)} removals were erased for good.`,
    });
  };
  return (
    <Confirm title="Empty the bin?" action="Erase for good" onClose={onClose} onConfirm={erase}>
      <p>
        {count === 1 ? 'What was removed' : `${format.count(count)} removals`}, with all earlier versions of
        those rows, will be erased from the ledger for good. This can’t be undone. Older changes to the same
        rows can’t be undone any more either; nothing else in the history suffers.
      </p>
      <p>What lies in backups you have made stays there.</p>
      <Button onClick={() => backUp.mutate()} disabled={backUp.isPending}>
        Back up first…
      </Button>
    </Confirm>
  );
}
