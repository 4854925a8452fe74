import { memo } from 'react';
import { TREND_NAMES } from '../../../shared/lateness/trend.ts';
import type { ClientRow } from '../../../shared/views/client-list.ts';
import { type Format, useFormat } from '../../format.tsx';
import { clientPath } from '../../routes.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { SeverityMark } from '../../ui/marks.tsx';
import { Why } from '../../ui/why.tsx';
import { LimitBar, ShareBar } from './bars.tsx';
import { Spark, sparkInWords } from './spark.tsx';

const trendIcons: Readonly<Record<ClientRow['trend'], IconName>> = {
  slipping: 'up',
  steady: 'flat',
  improving: 'down',
  tooEarly: 'dots',
};

/** One line of the list. Its numbers are reached with → from the row; each opens the rows behind it. */
export const ClientCells = memo(function ClientCells({
  row,
  limitPermille,
  chosen,
  onChoose,
}: {
  readonly row: ClientRow;
  readonly limitPermille: number | null;
  readonly chosen: boolean;
  /** Null: nobody can choose yet, on the first paint. */
  readonly onChoose: ((clientId: number) => void) | null;
}) {
  const format = useFormat();
  const why = { clientId: row.id, quiet: true } as const;
  const of = `of ${row.name}`;
  const days = (count: number) => `${count}\u00a0d`;
  const standing = row.parted ? 'parted' : row.standing;
  return (
    <>
      <td className="clients-cell">
        {onChoose && (
          <input
            type="checkbox"
            className="clients-tick"
            aria-label={`Choose ${row.name}`}
            title="Choose (x)"
            tabIndex={-1}
            checked={chosen}
            onChange={() => onChoose(row.id)}
          />
        )}
        <div className="clients-name">
          <a href={`#${clientPath(row.id)}`} tabIndex={-1} title={row.name}>
            {row.name}
          </a>
          {row.flagged && (
            <span className="clients-flag" role="img" aria-label="red flag" title="Red flag">
              <Icon name="flag" size={14} />
            </span>
          )}
          {row.descriptor && <span className="clients-descriptor">{row.descriptor}</span>}
        </div>
      </td>
      <td className="clients-cell clients-standing">
        <Why
          {...why}
          figure="standing"
          label={`why ${standing}`}
          className={`clients-is-${standing.replaceAll(' ', '-')}`}
        >
          {standing}
        </Why>
        {row.standingSet && !row.parted && (
          <span className="clients-set" role="img" aria-label="set by you" title="Set by you">
            <Icon name="edit" size={12} />
          </span>
        )}
      </td>
      <td className="clients-cell clients-spark">
        <Why {...why} figure="lastTwelve" label={sparkInWords(row.spark)}>
          <Spark marks={row.spark} />
        </Why>
      </td>
      <td className="clients-cell clients-right">
        {row.typical ? (
          <Why {...why} figure="typical" label={`why ${typicalInWords(row.typical)}, typically`}>
            <span className={row.typical.days <= 0 && !row.typical.more ? 'clients-none' : ''}>
              {typical(row.typical)}
            </span>
          </Why>
        ) : (
          <None />
        )}
      </td>
      <td className={`clients-cell clients-trend clients-is-${row.trend}`}>
        <Icon name={trendIcons[row.trend]} size={14} />
        <Why {...why} figure="trend" label={`why ${TREND_NAMES[row.trend]}`}>
          {TREND_NAMES[row.trend]}
        </Why>
        {(row.trend === 'slipping' || row.trend === 'improving') && row.slope !== null && (
          <small title="days later with each invoice">{signed(row.slope)}&nbsp;d</small>
        )}
      </td>
      <Money amount={row.owed} {...why} figure="owed" what={`owed ${of}`} format={format} />
      <Money amount={row.pastDue} {...why} figure="pastDue" what={`past due ${of}`} format={format} />
      <td className="clients-cell clients-right">
        {row.oldestDays === null ? (
          <None />
        ) : (
          <Why
            {...why}
            figure="oldest"
            label={`why ${days(row.oldestDays)}, the oldest`}
            className={row.oldestDays > 31 ? 'clients-grave' : ''}
          >
            {days(row.oldestDays)}
          </Why>
        )}
      </td>
      <td className="clients-cell clients-gap clients-open">
        {row.openComplaints === 0 ? (
          <None />
        ) : (
          <>
            <SeverityMark severity={row.openSeverity} open />
            <Why
              {...why}
              figure="openComplaints"
              label={`${openWait(row)}: why ${row.openComplaints} open, worst severity ${row.openSeverity ?? 'unknown'}`}
            >
              {openWait(row)}
            </Why>
          </>
        )}
      </td>
      <td className="clients-cell clients-right">
        {row.complaints12 === 0 ? (
          <None />
        ) : (
          <Why {...why} figure="complaints12" label={`why ${row.complaints12} complaints in 12 months`}>
            {row.complaints12}
          </Why>
        )}
      </td>
      <Money
        amount={row.goodwill12}
        {...why}
        figure="goodwill12"
        what={`goodwill ${of}`}
        format={format}
        gap
      />
      <td className="clients-cell clients-share">
        <LimitBar
          percent={row.goodwillPercent}
          limitPercent={limitPermille === null ? null : limitPermille / 10}
        />
        {row.goodwillPercent !== null && row.goodwill12 > 0 && (
          <Why
            {...why}
            figure="goodwillPercent"
            label={`why ${format.percent(row.goodwillPercent)} of revenue`}
            className={
              limitPermille !== null && row.goodwillPercent > limitPermille / 10
                ? 'clients-over'
                : 'clients-soft'
            }
          >
            {format.percent(row.goodwillPercent)}
          </Why>
        )}
      </td>
      <Money amount={row.revenue12} {...why} figure="revenue12" what={`revenue ${of}`} format={format} gap />
      <td className="clients-cell clients-share clients-wide">
        <ShareBar percent={row.revenuePercent} />
        {row.revenuePercent !== null && (
          <Why
            {...why}
            figure="revenuePercent"
            label={`why ${format.percent(row.revenuePercent)} of all revenue`}
            className="clients-soft"
          >
            {format.percent(row.revenuePercent)}
          </Why>
        )}
      </td>
    </>
  );
});

function Money(props: {
  readonly clientId: number;
  readonly quiet: true;
  readonly amount: number;
  readonly figure: 'owed' | 'pastDue' | 'goodwill12' | 'revenue12';
  readonly what: string;
  readonly format: Format;
  readonly gap?: boolean;
}) {
  const exact = props.format.money(props.amount);
  return (
    <td className={`clients-cell clients-right${props.gap ? ' clients-gap' : ''}`} title={titleOf()}>
      {props.amount === 0 ? (
        <None />
      ) : (
        <Why
          clientId={props.clientId}
          quiet={props.quiet}
          figure={props.figure}
          label={`why ${exact} ${props.what}`}
        >
          {props.format.moneyShort(props.amount)}
        </Why>
      )}
    </td>
  );

  function titleOf(): string | undefined {
    return exact === props.format.moneyShort(props.amount) ? undefined : exact;
  }
}

/** “8 d”, and how many wait where it is not one: “8 d ×2”. */
function openWait(row: ClientRow): string {
  const days = `${row.openDays ?? 0}\u00a0d`;
  return row.openComplaints > 1 ? `${days} ×${row.openComplaints}` : days;
}

function None() {
  return <span className="clients-none">–</span>;
}

function typical(value: { readonly days: number; readonly more: boolean }): string {
  return `${value.more ? '>' : ''}${minus(value.days)}`;
}

function typicalInWords(value: { readonly days: number; readonly more: boolean }): string {
  return value.more ? `more than ${value.days} days late` : `${minus(value.days)} days late`;
}

function signed(slope: number): string {
  return minus(Math.round(slope * 10) / 10, 1);
}

function minus(value: number, decimals = 0): string {
  return value.toFixed(decimals).replace('-', '−');
}
