import { useState } from 'react';
import { ASK_FROM_ROWS, afterColon } from '../../../shared/history/label.ts';
import type { ChangeDetail, HistoryLine, RowChange } from '../../../shared/views/history.ts';
import { useAsk } from '../../api.ts';
import { useFormat } from '../../format.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useDo } from '../client/use-do.ts';

/** What one change touched, before and after, and the way to take it back or bring it back. */
export function ChangeOpened({ id, line }: { readonly id: string; readonly line: HistoryLine }) {
  const asked = useAsk('history.change', { changeId: line.id });
  return (
    <div className="history-detail" id={id}>
      {asked.error && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && <Detail detail={asked.data} />}
    </div>
  );
}

function Detail({ detail }: { readonly detail: ChangeDetail }) {
  const { count } = useFormat();
  const { rows, more } = detail;
  return (
    <>
      {rows.map((row, index) => (
        // A change may touch the same row twice, and the order never changes.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a change stand still
        <Row key={index} row={row} />
      ))}
      {more > 0 && (
        <p className="history-more">
          and {count(more)} more {more === 1 ? 'row' : 'rows'}, not shown
        </p>
      )}
      <Back detail={detail} />
    </>
  );
}

function Row({ row }: { readonly row: RowChange }) {
  const { what, action, fields } = row;
  return (
    <section className="history-touched">
      <p className="history-touched-head">
        <span className="history-what">{what}</span>
        <span className="history-action">{action}</span>
      </p>
      {fields.length > 0 && (
        <table>
          <colgroup>
            <col className="history-name" />
            <col />
            {action === 'changed' && <col />}
          </colgroup>
          <thead className={action === 'changed' ? '' : 'visually-hidden'}>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Field</span>
              </th>
              {action !== 'added' && <th scope="col">before</th>}
              {action !== 'removed' && <th scope="col">after</th>}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.name}</th>
                {action !== 'added' && (
                  <td>
                    <Said text={field.before} />
                  </td>
                )}
                {action !== 'removed' && (
                  <td>
                    <Said text={field.after} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Past this many characters words are cut until asked for. */
const LONG = 160;

function Said({ text }: { readonly text: string | null }) {
  const [whole, setWhole] = useState(false);
  if (text === null) return <span className="history-nothing">–</span>;
  if (text.length <= LONG) return text;
  return (
    <>
      {whole ? text : `${text.slice(0, LONG - 20).trimEnd()}… `}
      <button type="button" className="text-button" onClick={() => setWhole(!whole)}>
        {whole ? 'less' : 'more'}
      </button>
    </>
  );
}

function Back({ detail: { back, line } }: { readonly detail: ChangeDetail }) {
  const { count } = useFormat();
  const take = useDo('changes.undo');
  const bring = useDo('changes.redo');
  const [asking, setAsking] = useState(false);
  if ('why' in back) return <p className="history-why">{back.why}</p>;
  const input = { changeId: line.id };
  const undo = back.by === 'undo';
  const word = undo ? 'Take back' : 'Bring back';
  return (
    <div className="history-does">
      <Button
        icon="undo"
        disabled={take.isPending || bring.isPending}
        aria-label={`${word}: ${line.label}`}
        onClick={() => (line.rows >= ASK_FROM_ROWS ? setAsking(true) : (undo ? take : bring).mutate(input))}
      >
        {word}
      </Button>
      {asking && (
        <Confirm
          title={`${word}: ${afterColon(line.label)}?`}
          action={word}
          onClose={() => setAsking(false)}
          // Not waited for: how far it is, and the way to stop it, stand on the page behind this.
          onConfirm={async () => (undo ? take : bring).mutate(input)}
        >
          {count(line.rows)} rows of the ledger are changed by it. It can be{' '}
          {undo ? 'brought back' : 'taken back'} from here.
        </Confirm>
      )}
    </div>
  );
}
