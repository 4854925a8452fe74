import type {
  CauseBar as Bar,
  LessonLine,
  LessonsPage,
  QuarterColumn,
} from '../../../shared/views/lessons.ts';
import { CauseBar, CauseKey, type CauseLook } from '../../charts/cause-bar.tsx';
import { QuarterBar } from '../../charts/quarter-bar.tsx';
import { useFormat } from '../../format.tsx';
import { Ask } from '../../ui/why.tsx';
import './cause-table.css';
import { CameBack } from './came-back.tsx';
import { moveInTable } from './table-keys.ts';
import { doneWithin, placeWithin } from './time.ts';
import { causeName, countWords, dayWords, lookOf, quarterLabel, quarterName } from './words.ts';

const LOOKS: readonly CauseLook[] = ['inside', 'other', 'not noted'];

/** Each cause on a row of its own: how often in 12 months, when, and whether it came back after its lesson. */
export function CauseTable({ page }: { readonly page: LessonsPage }) {
  const { causes, quarters } = page;
  const most = Math.max(1, ...causes.map((bar) => bar.count));
  const mostInQuarter = Math.max(1, ...quarters.flatMap(({ counts }) => counts.map(({ count }) => count)));
  const looks = LOOKS.filter((look) => causes.some((bar) => lookOf(bar) === look));
  const hatched = causes.some((bar) => (bar.sinceLesson?.count ?? 0) > 0);
  return (
    <section className="causes-block" aria-labelledby="causes-title">
      <table className="causes-table" onKeyDown={moveInTable}>
        <colgroup>
          <col className="causes-name-width" />
          <col />
          <col className="causes-share-width" />
          {quarters.map((quarter, index) => (
            <col key={quarter.from} className={index === 0 ? 'causes-first-width' : 'causes-quarter-width'} />
          ))}
          <col className="causes-after-width" />
        </colgroup>
        <thead>
          <tr className="causes-groups">
            <th scope="colgroup" colSpan={3} id="causes-title">
              Causes, 12 months
            </th>
            {quarters.length > 0 && (
              <th scope="colgroup" colSpan={quarters.length} className="causes-first">
                {page.lessons.some((lesson) => lesson.doneOn !== null) && (
                  <span>a book: a lesson was done</span>
                )}
                By quarter
              </th>
            )}
            <th scope="col" className="causes-after">
              After the lesson
            </th>
          </tr>
          <tr className="causes-ticks">
            <th scope="col" className="causes-name">
              <span className="visually-hidden">cause</span>
            </th>
            <th scope="col">
              <CauseKey looks={looks} hatched={hatched} />
            </th>
            <th scope="col" className="causes-share">
              running share
            </th>
            {quarters.map((quarter, index) => (
              <th
                key={quarter.from}
                scope="col"
                className={index === 0 ? 'causes-quarter causes-first' : 'causes-quarter'}
                title={quarterName(quarter.from)}
              >
                {quarterLabel(quarter.from, index === 0)}
                {quarter.to >= page.asOf && <small>so far</small>}
              </th>
            ))}
            <td className="causes-after" />
          </tr>
        </thead>
        <tbody>
          {causes.map((bar) => (
            <Row
              key={bar.cause?.id ?? 'none'}
              bar={bar}
              page={page}
              most={most}
              mostInQuarter={mostInQuarter}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">all</th>
            <td>{countWords(page.complaints12, 'complaint')}</td>
            <td />
            {quarters.map((quarter, index) => (
              <td
                key={quarter.from}
                className={index === 0 ? 'causes-quarter causes-first' : 'causes-quarter'}
              >
                {quarter.total === 0 ? '–' : quarter.total}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Row({
  bar,
  page,
  most,
  mostInQuarter,
}: {
  readonly bar: Bar;
  readonly page: LessonsPage;
  readonly most: number;
  readonly mostInQuarter: number;
}) {
  const format = useFormat();
  const causeId = bar.cause?.id ?? null;
  const lessons = page.lessons.filter((lesson) => causeId !== null && lesson.cause?.id === causeId);
  return (
    <tr>
      <th scope="row" className="causes-name">
        {causeName(bar)}
      </th>
      <td>
        {bar.count > 0 ? (
          <Ask
            query={{ of: 'cause', causeId, from: page.from12, to: page.asOf }}
            label={`${countWords(bar.count, 'complaint')} in 12 months: ${causeName(bar)}${sinceSaid(bar, page)}`}
            className="causes-open"
          >
            <CauseBar count={bar.count} since={bar.sinceLesson?.count ?? 0} most={most} look={lookOf(bar)} />
          </Ask>
        ) : (
          <span className="causes-none">none in 12 months</span>
        )}
      </td>
      <td className="causes-share">{bar.count > 0 ? format.percent(bar.cumulative) : '–'}</td>
      {page.quarters.map((quarter, index) => (
        <td key={quarter.from} className={index === 0 ? 'causes-quarter causes-first' : 'causes-quarter'}>
          <QuarterCell quarter={quarter} bar={bar} most={mostInQuarter} lessons={lessons} today={page.asOf} />
        </td>
      ))}
      <td className="causes-after">
        <CameBack bar={bar} lessons={lessons} page={page} />
      </td>
    </tr>
  );
}

function sinceSaid({ sinceLesson }: Bar, page: LessonsPage): string {
  if (sinceLesson === null) return '';
  return `, ${sinceLesson.count} since the lesson done on ${dayWords(sinceLesson.on, page.asOf)}`;
}

/** One cause in one quarter, and the lessons on it that were done in it, each at its day. */
function QuarterCell({
  quarter,
  bar,
  most,
  lessons,
  today,
}: {
  readonly quarter: QuarterColumn;
  readonly bar: Bar;
  readonly most: number;
  readonly lessons: readonly LessonLine[];
  readonly today: string;
}) {
  const causeId = bar.cause?.id ?? null;
  const counted = quarter.counts.find((one) => one.causeId === causeId);
  return (
    <div className="causes-cell">
      {counted && (
        <Ask
          query={{ of: 'cause', causeId, from: quarter.from, to: quarter.to }}
          label={`${countWords(counted.count, 'complaint')}: ${causeName(bar)}, ${quarterName(quarter.from)}`}
          quiet
          className="causes-open"
        >
          <QuarterBar count={counted.count} since={counted.since} most={most} look={lookOf(bar)} />
        </Ask>
      )}
      {doneWithin(lessons, quarter).map((lesson) => (
        <span
          key={lesson.id}
          className="causes-mark"
          style={{ left: `${placeWithin(lesson.doneOn, quarter)}%` }}
          title={`Lesson done on ${dayWords(lesson.doneOn, today)}: ${lesson.lesson}`}
        >
          <LessonMark />
          <span className="visually-hidden">lesson done on {dayWords(lesson.doneOn, today)}</span>
        </span>
      ))}
    </div>
  );
}

/** An open book under the base line, and from it the line that parts before from after. */
function LessonMark() {
  return (
    <svg width="14" height="40" aria-hidden="true" focusable="false">
      <path d="M7 2v28" stroke="var(--ink)" strokeDasharray="2 2" />
      <path
        d="M7 32.5c-1.4-.9-3-1.2-5.5-1v6.5c2.4-.1 4.1.2 5.5 1 1.4-.8 3.1-1.1 5.5-1v-6.5c-2.4-.2-4.1.1-5.5 1zm0 0v6.5"
        fill="var(--paper)"
        stroke="var(--ink)"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
    </svg>
  );
}
