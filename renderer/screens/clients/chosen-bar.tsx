import { useState } from 'react';
import { MOST_AT_ONCE } from '../../../shared/views/most-at-once.ts';
import { call } from '../../api.ts';
import { useFormat } from '../../format.tsx';
import { go, printSummariesPath } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import './chosen-bar.css';
import type { ListView } from './list-query.ts';
import type { Chosen } from './use-chosen.ts';

/** What can be done with the clients that are chosen. It stands where the order is said, so that nothing moves. */
export function ChosenBar({
  chosen,
  view,
  matched,
}: {
  readonly chosen: Chosen;
  readonly view: ListView;
  /** Clients that filter and text let through. */
  readonly matched: number;
}) {
  const { count } = useFormat();
  const [failed, setFailed] = useState(false);
  const many = chosen.ids.size;
  const over = many > MOST_AT_ONCE;
  const { filter, text, sort, descending } = view;
  const whole = filter === 'all' && text.trim() === '';
  const addAll = () => {
    setFailed(false);
    call('clients.ids', { filter, text, sort, descending }).then(chosen.add, () => setFailed(true));
  };
  return (
    <div className="chosen">
      <output className="chosen-count">{count(many)} chosen</output>
      <Button
        icon="print"
        disabled={over}
        onClick={() => go(printSummariesPath([...chosen.ids]))}
        title={over ? undefined : 'One summary for each, as one print or one PDF'}
      >
        {many === 1 ? 'Print summary…' : 'Print summaries…'}
      </Button>
      {many < matched && (
        <Button variant="quiet" onClick={addAll}>
          {whole ? `All ${count(matched)} clients` : `All ${count(matched)} of this filter`}
        </Button>
      )}
      <Button variant="quiet" onClick={chosen.clear}>
        Clear
      </Button>
      {over && <span>At most {MOST_AT_ONCE} in one go: choose fewer, and the others after them.</span>}
      {failed && <span>They could not be chosen. Try again.</span>}
    </div>
  );
}
