import type { ClientSummary, SummaryHead, SummaryNotice } from '../../../shared/summaries/client-summary.ts';
import { Icon } from '../../ui/icon.tsx';
import { DecisionMark } from '../../ui/marks.tsx';
import './head.css';

/** A name longer than this is set smaller: it must not push the page away. */
const LONG_NAME = 48;

/** Who it is, and the figures one looks for first. */
export function Identity({ summary }: { readonly summary: ClientSummary }) {
  const { name, lines, figures } = summary;
  const [first, second, third] = figures;
  return (
    <header className="summary-id">
      <div>
        <h1 className={name.length > LONG_NAME ? 'summary-long' : ''}>{name}</h1>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className="summary-figures">
        {first && <Figure {...first} />}
        {second && <Figure {...second} />}
      </div>
      {third && <Figure {...third} />}
    </header>
  );
}

function Figure({ label, value, notes }: ClientSummary['figures'][number]) {
  return (
    <dl>
      <dt>{label}</dt>
      <dd className="summary-value">{value}</dd>
      {notes.map((note) => (
        <dd key={note}>{note}</dd>
      ))}
    </dl>
  );
}

export function Notice({ notice }: { readonly notice: SummaryNotice }) {
  return (
    <p className="summary-notice">
      <span className={`summary-notice-${notice.kind}`}>
        {notice.kind === 'flag' ? (
          <Icon name="flag" size={14} />
        ) : (
          <DecisionMark kind="part ways" size={14} />
        )}
        <b>{notice.label}</b>
      </span>
      <span>{notice.words}</span>
      <span className="summary-aside">{notice.aside}</span>
    </p>
  );
}

const icons = { payments: 'payments', complaints: 'complaints', decisions: 'decisions' } as const;

export function ColumnHead({ head, of }: { readonly head: SummaryHead; readonly of: keyof typeof icons }) {
  return (
    <section className={`summary-head summary-head-${of}`}>
      <h2>
        <Icon name={icons[of]} size={14} />
        {head.title}
        <span className="summary-aside">{head.aside}</span>
      </h2>
      <p className="summary-big">
        {head.figure !== '' && <b>{head.figure}</b>} {head.caption}
      </p>
      {head.sentences.map(({ strong, text }) => (
        <p key={`${strong} ${text}`} className="summary-sentence">
          {strong !== '' && <b>{strong}</b>}
          {text}
        </p>
      ))}
    </section>
  );
}

/** The same heading on a further sheet. */
export function HeadAgain({ title, of }: { readonly title: string; readonly of: keyof typeof icons }) {
  return (
    <h2 className={`summary-head summary-head-again summary-head-${of}`}>
      <Icon name={icons[of]} size={14} />
      {title}
    </h2>
  );
}
