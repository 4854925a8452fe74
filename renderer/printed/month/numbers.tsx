import type { ReactNode } from 'react';
import { showDay } from '../../../shared/dates.ts';
import type { Tally } from '../../../shared/decisions/outcome.ts';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import { causeSides, type Three } from '../../../shared/summaries/month.ts';
import { causeSideNames } from '../../charts/cause-sides.ts';
import type { Format } from '../../make-format.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { DecisionMark } from '../../ui/marks.tsx';
import type { Block } from '../flow.ts';
import { PrintedAgeing } from '../summary/ageing.tsx';
import { spanName } from './span-name.ts';

type Month = DocumentOf<'month'>;
type Show = (value: number) => string;

/** A group's heading in its colour, with the months its columns are of. */
function Heads({
  month,
  of,
  title,
}: {
  readonly month: Month;
  readonly of: 'payments' | 'complaints' | 'decisions';
  readonly title: string;
}) {
  const [now, before, yearAgo] = month.spans;
  const icon: IconName = of;
  return (
    <div className={`month-row month-heads month-${of}`}>
      <h2>
        <Icon name={icon} size={14} />
        {title}
      </h2>
      {[now, before, yearAgo].map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place alone
        <span key={index} className="month-span">
          {spanName(span, month.soFar)}
        </span>
      ))}
    </div>
  );
}

function Row({
  label,
  of,
  show,
  part = false,
}: {
  readonly label: ReactNode;
  readonly of: Three;
  readonly show: Show;
  /** A part of the row above it. */
  readonly part?: boolean;
}) {
  return (
    <div className={part ? 'month-row month-part' : 'month-row'}>
      <span>{label}</span>
      {of.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place alone
        <span key={index}>{value === null ? '–' : show(value)}</span>
      ))}
    </div>
  );
}

/** A group: its heading stays with its first row. */
function group(key: string, heads: ReactNode, rows: readonly ReactNode[]): Block[] {
  return [
    { key, node: heads, withNext: true },
    ...rows
      .filter((row) => row !== null)
      .map((row, index): Block => ({ key: `${key} ${index}`, again: heads, node: row })),
  ];
}

export function paymentBlocks(month: Month, format: Format): Block[] {
  const { billed, received, writtenOff, owed, pastDue, over30 } = month.payments;
  const { money } = format;
  const at = month.soFar ? 'on the last day' : 'at the end';
  return group('payments', <Heads month={month} of="payments" title="Payments" />, [
    <Row key="billed" label="Billed" of={billed} show={money} />,
    <Row key="received" label="Received" of={received} show={money} />,
    <Row key="writtenOff" label="Written off" of={writtenOff} show={money} />,
    <Row key="owed" label={`Owed ${at}`} of={owed} show={money} />,
    <Row key="pastDue" label="of it past due" of={pastDue} show={money} part />,
    <Row key="over30" label="over 30 days past due" of={over30} show={money} part />,
    <Ages key="ages" month={month} format={format} />,
  ]);
}

function Ages({ month, format }: { readonly month: Month; readonly format: Format }) {
  const owed = month.payments.owed[0] ?? 0;
  if (owed === 0) return <p className="month-quiet">Nothing is owed.</p>;
  return (
    <section className="month-ages">
      <h3>Owed on {showDay(month.to)}, by days past due</h3>
      <PrintedAgeing ageing={{ owed, parts: month.ageing }} format={format} />
    </section>
  );
}

export function complaintBlocks(month: Month, { count }: Format): Block[] {
  const { received, settled, open, usualDays, sides } = month.complaints;
  const said = causeSides.filter((side) => sides[side].some((value) => (value ?? 0) > 0));
  const at = month.soFar ? 'on the last day' : 'at the end';
  return group('complaints', <Heads month={month} of="complaints" title="Complaints" />, [
    <Row key="received" label="Received" of={received} show={count} />,
    ...said.map((side) => (
      <Row key={side} label={`cause ${causeSideNames[side]}`} of={sides[side]} show={count} part />
    )),
    <Row key="settled" label="Settled" of={settled} show={count} />,
    <Row key="open" label={`Open ${at}`} of={open} show={count} />,
    <Row key="usual" label="Usual days to settle" of={usualDays} show={count} />,
  ]);
}

export function decisionBlocks(month: Month, format: Format): Block[] {
  const { decisions, budget } = month;
  const { count, money, percent } = format;
  const goodwill = budget === null ? 'Goodwill' : `Goodwill, budget ${money(budget)}`;
  return group('decisions', <Heads month={month} of="decisions" title="Decisions" />, [
    <Row key="made" label="Decided" of={decisions.made} show={count} />,
    <Row key="goodwill" label={goodwill} of={decisions.goodwill} show={money} />,
    <Row key="share" label="of revenue, 12 months" of={decisions.goodwillPercent} show={percent} part />,
    <Row key="given" label="Coupons given" of={decisions.couponsGiven} show={count} />,
    <Row key="used" label="used" of={decisions.couponsUsed} show={count} part />,
    <Row key="lapsed" label="lapsed" of={decisions.couponsLapsed} show={count} part />,
    <Row key="broken" label="House rules broken" of={decisions.rulesBroken} show={count} />,
    decisions.kinds.length === 0 ? null : <Kinds key="kinds" month={month} format={format} />,
    <CameOf key="came" month={month} format={format} />,
  ]);
}

function Kinds({ month, format }: { readonly month: Month; readonly format: Format }) {
  return (
    <div className="month-kinds">
      {month.decisions.kinds.map(({ kind, count }) => (
        <span key={kind} className="month-kind">
          <DecisionMark kind={kind} used size={13} />
          {kind} <b>{format.count(count)}</b>
        </span>
      ))}
    </div>
  );
}

/** “5 of 6 came back within 180 days, 1 of 6 complained again”. It followed the decision; nothing says it came from it. */
function CameOf({ month, format }: { readonly month: Month; readonly format: Format }) {
  const { cameOf } = month;
  if (cameOf === null) return null;
  const { counts, from, to } = cameOf;
  const { count } = format;
  const of = ({ yes, of: all }: Tally, words: string) =>
    all === 0 ? null : `${count(yes)} of ${count(all)} ${words}`;
  const paying = [
    counts.paidFaster > 0 ? `${count(counts.paidFaster)} pay faster` : null,
    counts.paidSlower > 0 ? `${count(counts.paidSlower)} pay slower` : null,
    counts.paidSame > 0 ? `${count(counts.paidSame)} pay as before` : null,
  ];
  const came = [
    of(counts.cameBack180, 'came back'),
    of(counts.complainedAgain, 'complained again'),
    counts.used === null
      ? null
      : of(counts.used, counts.used.of === 1 ? 'coupon was used' : 'coupons were used'),
    ...paying,
  ].filter((part) => part !== null);
  return (
    <section className="month-came">
      <h3>
        What came within 180 days of{' '}
        {counts.count === 1 ? 'the decision' : `the ${count(counts.count)} decisions`} of {showDay(from)} to{' '}
        {showDay(to)}
      </h3>
      <p>{came.length === 0 ? 'Nothing can be said of them yet' : came.join(', ')}.</p>
    </section>
  );
}
