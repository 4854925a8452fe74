import { useId } from 'react';
import { Link } from 'wouter';
import type { Day } from '../../../shared/dates.ts';
import type { HistoryLine } from '../../../shared/views/history.ts';
import { clientPath } from '../../routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { ChangeOpened } from './change-opened.tsx';
import { clockOf, stateWords } from './words.ts';

/** One change: when, what, whose, and whether it still holds; opens to before and after. */
export function ChangeLine({
  line,
  today,
  open,
  onToggle,
}: {
  readonly line: HistoryLine;
  readonly today: Day;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const detailId = useId();
  const state = stateWords(line, today);
  return (
    <article className={`history-line history-${line.state.replace(' ', '-')}${open ? ' history-open' : ''}`}>
      <div className="history-row">
        <button
          type="button"
          className="history-toggle"
          aria-expanded={open}
          aria-controls={open ? detailId : undefined}
          onClick={onToggle}
        >
          <Icon name={open ? 'open' : 'next'} size={12} />
          <time dateTime={line.at}>{clockOf(line.at)}</time>
          <span className="history-label">{line.state === 'undone' ? <s>{line.label}</s> : line.label}</span>
        </button>
        {state !== null && <span className="history-state">{state}</span>}
        {line.clientId !== null && line.clientName !== null && (
          <Link className="history-client" href={clientPath(line.clientId)}>
            {line.clientName}
          </Link>
        )}
      </div>
      {open && <ChangeOpened id={detailId} line={line} />}
    </article>
  );
}
