import type { ReactNode } from 'react';
import { TREND_NAMES } from '../../../shared/lateness/trend.ts';
import type { TypicalDaysLate } from '../../../shared/lateness/typical.ts';
import { useFormat } from '../../format.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SeverityGlyph } from '../../ui/marks.tsx';
import { Why } from '../../ui/why.tsx';
import { limitWords } from '../client/words.ts';
import { Spark, SparkHatches, sparkInWords } from '../clients/spark.tsx';
import './columns.css';
import type { CaseProps } from './open-case.tsx';

/** Payments, complaints, decisions of this client in short, in this order always. */
export function ThreeColumns({ the }: CaseProps) {
  return (
    <div className="short">
      <SparkHatches />
      <Payments the={the} />
      <Complaints the={the} />
      <Decisions the={the} />
    </div>
  );
}

function Column({
  meaning,
  title,
  link,
  figure,
  children,
}: {
  readonly meaning: 'payments' | 'complaints' | 'decisions';
  readonly title: string;
  readonly link: ReactNode;
  readonly figure: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={`short-column short-${meaning}`} aria-label={title}>
      <h2>
        <Icon name={meaning} />
        {title}
        <span className="short-link">{link}</span>
      </h2>
      <div className="short-says">{children}</div>
      <div className="short-figure">{figure}</div>
    </section>
  );
}

/** “18 days late”, “more than 40 days late”, “3 days early”, “on the day”. */
function lateWords(typical: TypicalDaysLate): string {
  const days = Math.abs(typical.days);
  const size = `${days} ${days === 1 ? 'day' : 'days'}`;
  if (typical.kind === 'moreThan') return `more than ${size} late`;
  return typical.days === 0 ? 'on the day' : `${size} ${typical.days > 0 ? 'late' : 'early'}`;
}

function Payments({ the }: CaseProps) {
  const { money, days } = useFormat();
  const { payments, client } = the;
  const { dueCount, typical, trend, pastDue, oldestDays } = payments;
  const invoices = `${dueCount} ${dueCount === 1 ? 'invoice' : 'invoices'}`;
  return (
    <Column
      meaning="payments"
      title="Payments"
      link={
        dueCount > 0 && (
          <Why clientId={client.id} figure="lastTwelve" label={`why: the ${invoices} behind it`}>
            {invoices}
          </Why>
        )
      }
      figure={
        dueCount > 0 && (
          <div className="short-spark" role="img" aria-label={sparkInWords(payments.spark)}>
            <Spark marks={payments.spark} />
          </div>
        )
      }
    >
      <p>
        {typical === null ? (
          'nothing due yet'
        ) : (
          <>
            <Why clientId={client.id} figure="typical" label={`why ${lateWords(typical)}, typically`}>
              <b>{lateWords(typical)}</b>
            </Why>
            ,{' '}
            <Why clientId={client.id} figure="trend" label={`why ${TREND_NAMES[trend]}`}>
              {TREND_NAMES[trend]}
            </Why>
          </>
        )}
      </p>
      <p>
        {pastDue === 0 || oldestDays === null ? (
          'nothing past due'
        ) : (
          <>
            <Why clientId={client.id} figure="pastDue" label={`why ${money(pastDue)} past due`}>
              {money(pastDue)}
            </Why>{' '}
            past due, oldest{' '}
            <Why clientId={client.id} figure="oldest" label={`why oldest ${days(oldestDays)}`}>
              {days(oldestDays)}
            </Why>
          </>
        )}
      </p>
    </Column>
  );
}

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six'];
const inWords = (count: number): string => numbers[count] ?? String(count);

function Complaints({ the }: CaseProps) {
  const { complaints, client, complaint } = the;
  const { count, count12, ourFault12, sameCause, marks } = complaints;
  const all = `${count} ${count === 1 ? 'complaint' : 'complaints'}`;
  return (
    <Column
      meaning="complaints"
      title="Complaints"
      link={
        <Why clientId={client.id} figure="complaintsAll" label={`why ${all}`}>
          {all}
        </Why>
      }
      figure={
        <svg
          width={marks.length * 19}
          height="20"
          viewBox={`0 0 ${marks.length * 19} 20`}
          role="img"
          aria-label={`the last ${marks.length}, oldest first, severity ${marks.map((mark) => `${mark.severity ?? 'not known'}${mark.open ? ' open' : ''}`).join(', ')}`}
        >
          {marks.map((mark, index) => (
            <g key={mark.id} transform={`translate(${index * 19 + 9.5} 9)`}>
              <SeverityGlyph severity={mark.severity} open={mark.open} />
            </g>
          ))}
        </svg>
      }
    >
      <p>
        {count12 === 0 ? (
          'none in 12 months'
        ) : count12 === 1 && complaint.fault === null ? (
          // Whose fault it was is not known yet: “0 of 1” would say that it was not ours.
          'one in 12 months'
        ) : (
          <>
            <Why
              clientId={client.id}
              figure="faults"
              part={0}
              label={`why ${ourFault12} of ${count12} our fault`}
            >
              <b>
                {ourFault12} of {count12} our fault
              </b>
            </Why>{' '}
            in 12 months
          </>
        )}
      </p>
      <p>
        {complaint.cause === null ? (
          'cause not known yet'
        ) : sameCause === 0 ? (
          'none earlier had this cause'
        ) : (
          <>
            <Why
              clientId={client.id}
              figure="complaintsAll"
              label={`why ${inWords(sameCause)} earlier had this cause`}
            >
              {inWords(sameCause)} earlier
            </Why>{' '}
            had this cause
          </>
        )}
      </p>
    </Column>
  );
}

function Decisions({ the }: CaseProps) {
  const format = useFormat();
  const { money, percent } = format;
  const { decisions, client } = the;
  const { count, goodwill12, goodwillPercent, limitPercent } = decisions;
  const all = `${count} ${count === 1 ? 'decision' : 'decisions'}`;
  const limit = limitPercent === null ? null : `limit ${limitWords(limitPercent, format)}`;
  return (
    <Column
      meaning="decisions"
      title="Decisions"
      link={
        count > 0 && (
          <Why clientId={client.id} figure="decisionsAll" label={`why ${all}`}>
            {all}
          </Why>
        )
      }
      figure={
        goodwillPercent !== null && limitPercent !== null && limitPercent > 0 ? (
          <LimitMark value={goodwillPercent} limit={limitPercent} />
        ) : null
      }
    >
      <p>
        <Why
          clientId={client.id}
          figure="goodwill12"
          label={`why ${money(goodwill12)} goodwill in 12 months`}
        >
          <b>{money(goodwill12)} goodwill</b>
        </Why>{' '}
        in 12 months
      </p>
      <p>
        {goodwillPercent === null ? (
          (limit ?? 'no limit set')
        ) : (
          <>
            <Why
              clientId={client.id}
              figure="goodwillPercent"
              label={`why ${percent(goodwillPercent)} of their revenue`}
            >
              {percent(goodwillPercent)}
            </Why>{' '}
            of their revenue{limit !== null && `, ${limit}`}
          </>
        )}
      </p>
    </Column>
  );
}

const FULL = 108;
const TICK = 90;

/** Goodwill against its limit: the ink tick is the limit; past the frame the bar breaks off. */
function LimitMark({ value, limit }: { readonly value: number; readonly limit: number }) {
  const wanted = (value / limit) * TICK;
  return (
    <svg width={FULL} height="20" aria-hidden="true">
      <rect x=".5" y="5.5" width={FULL - 1} height="9" fill="none" stroke="var(--line2)" />
      <rect y="5" width={Math.min(FULL, Math.max(1, wanted))} height="10" fill="var(--dec)" />
      {wanted > FULL && <path d="M101 17l4-14M105 17l4-14" stroke="var(--paper)" strokeWidth="1.5" />}
      <path d={`M${TICK} 0v20`} stroke="var(--ink)" strokeWidth="1.5" />
    </svg>
  );
}
