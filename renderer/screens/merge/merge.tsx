import type { MergeSuggestion } from '../../../shared/views/merge.ts';
import { useAsk } from '../../api.ts';
import { usePainted } from '../../painted.ts';
import { useHashSearch } from '../../routes.ts';
import { Problem } from '../../ui/problem.tsx';
import { ChooseTwo } from './choose-two.tsx';
import './merge.css';
import { askedFor } from './merge-path.ts';
import { SideBySide } from './side-by-side.tsx';
import { Suggestions } from './suggestions.tsx';

/** Two clients that are one: those that look so on the left, two of them side by side on the right. */
export default function MergeScreen() {
  const { keep, gone, client } = askedFor(useHashSearch());
  const asked = useAsk('merge.suggestions', {});
  const chosen = keep !== null && gone !== null;
  usePainted(asked.isError || (asked.isSuccess && !chosen));
  if (asked.error) {
    return (
      <div className="merge-alone">
        <Problem
          error={asked.error}
          onRetry={() => void asked.refetch()}
          title="Clients that may be one could not be looked for"
        />
      </div>
    );
  }
  if (!asked.data) return <div className="merge" aria-busy="true" />;
  const ofPair = asked.data.find((pair) => isPair(pair, keep, gone)) ?? null;
  return (
    <div className="merge">
      <Suggestions pairs={asked.data} open={ofPair} choosing={!chosen} />
      {chosen ? (
        // Another pair is another question: what was chosen of the one before must not stay.
        <SideBySide
          key={[keep, gone].sort((a, b) => a - b).join()}
          keepId={keep}
          goneId={gone}
          because={ofPair?.because ?? null}
          next={nextOf(asked.data, ofPair)}
        />
      ) : (
        <ChooseTwo key={client} clientId={client} none={asked.data.length === 0} />
      )}
    </div>
  );
}

function isPair({ one, other }: MergeSuggestion, a: number | null, b: number | null): boolean {
  return (one.id === a && other.id === b) || (one.id === b && other.id === a);
}

/** The pair that is shown when this one is done with: the one below it, else the first. */
function nextOf(pairs: readonly MergeSuggestion[], open: MergeSuggestion | null): MergeSuggestion | null {
  if (open === null) return null;
  const rest = pairs.filter((pair) => pair !== open);
  return rest[pairs.indexOf(open)] ?? rest[0] ?? null;
}
