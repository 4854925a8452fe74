import type { TypicalDaysLate } from '../../../shared/lateness/typical.ts';
import { trendSentence } from '../../../shared/lateness/words.ts';
import { hasYearAgo } from '../../../shared/views/axis-rows.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { Why } from '../../ui/why.tsx';
import { ColumnHead } from './column-head.tsx';

const word = (days: number) => (Math.abs(days) === 1 ? 'day' : 'days');

/** The headline in two parts, a figure and its words: “18” + “days late, typically”. */
function headline(typical: TypicalDaysLate): {
  readonly figure: string;
  readonly caption: string;
  readonly more: boolean;
} {
  const { kind, days } = typical;
  const more = kind === 'moreThan';
  if (days === 0 && !more) return { figure: '0', caption: 'days late, typically: on the day', more };
  const size = String(Math.abs(days));
  return { figure: size, caption: `${word(days)} ${days >= 0 ? 'late' : 'early'}, typically`, more };
}

/** “18”, “more than 40”, “3 early”. */
function short(typical: TypicalDaysLate): string {
  if (typical.kind === 'moreThan') return `more than ${typical.days}`;
  return typical.days < 0 ? `${-typical.days} early` : String(typical.days);
}

export function PaymentsHead({ page }: { readonly page: ClientPage }) {
  const { typical, ladder } = page.lateness;
  const id = page.client.id;
  const behind = ladder.count > 0 ? ladder.count : page.invoices.length;
  const link = page.invoices.length > 0 && (
    <Why
      clientId={id}
      figure={ladder.count > 0 ? 'lastTwelve' : 'invoices'}
      label={`why: the ${count(behind)} behind it`}
    >
      {count(behind)}
    </Why>
  );
  if (!typical) {
    return (
      <ColumnHead
        meaning="payments"
        title="Payments"
        link={link}
        figure={
          <span className="column-words">
            {page.invoices.length > 0 ? 'Nothing due yet' : 'No invoices yet'}
          </span>
        }
        caption=""
      >
        {page.invoices.length > 0 && <p>How late they pay shows once an invoice is due or paid.</p>}
      </ColumnHead>
    );
  }
  const { figure, caption, more } = headline(typical);
  return (
    <ColumnHead
      meaning="payments"
      title="Payments"
      link={link}
      figure={
        <>
          {more && <small className="column-before">more than</small>}
          <Why clientId={id} figure="typical" label={`why ${more ? 'more than ' : ''}${figure} ${caption}`}>
            {figure}
          </Why>
        </>
      }
      caption={caption}
    >
      <Trend page={page} />
      <Beside page={page} />
    </ColumnHead>
  );
}

const count = (invoices: number): string => `${invoices} ${invoices === 1 ? 'invoice' : 'invoices'}`;

function Trend({ page }: { readonly page: ClientPage }) {
  const { trend } = page.lateness;
  const sentence = trendSentence(trend);
  const [name, ...rest] = sentence.split(':');
  return (
    <p>
      <Why clientId={page.client.id} figure="trend" label={`why: ${sentence}`}>
        <b className={trend.word}>{name}</b>
      </Why>
      {rest.length > 0 && `:${rest.join(':')}`}
    </p>
  );
}

/** With and without the excused ones, and a year ago. */
function Beside({ page }: { readonly page: ClientPage }) {
  const { typicalWithoutExcused, typicalYearAgo, due, behind } = page.lateness;
  const id = page.client.id;
  const among = new Set(behind.typical);
  const excused = due.filter((mark) => mark.excused && among.has(mark.id)).length;
  const all = excused === among.size;
  const yearAgo = hasYearAgo(page) ? typicalYearAgo : null;
  if (excused === 0 && !yearAgo) return null;
  const excusedOnes = excused === 1 ? 'the excused one' : `the ${excused} excused`;
  const which = (
    <Why clientId={id} figure="excused" label={`why ${excusedOnes}`}>
      {excusedOnes}
    </Why>
  );
  return (
    <p>
      {excused > 0 && all && !typicalWithoutExcused && <>All of them are excused: {which}. </>}
      {excused > 0 && typicalWithoutExcused && (
        <>
          <Why
            clientId={id}
            figure="typicalWithoutExcused"
            label={`why ${short(typicalWithoutExcused)} without the excused`}
          >
            {short(typicalWithoutExcused)}
          </Why>{' '}
          without {which}.{' '}
        </>
      )}
      {yearAgo && (
        <>
          A year ago:{' '}
          <Why clientId={id} figure="typicalYearAgo" label={`why ${short(yearAgo)} a year ago`}>
            {short(yearAgo)}
          </Why>
          .
        </>
      )}
    </p>
  );
}
