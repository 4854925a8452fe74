import { showDay } from '../../dates.ts';
import { type Minor, showMoney } from '../../money.ts';
import type { Choices } from '../choices.ts';
import type { ImportContext, OddQuestion } from '../records.ts';
import { counted, listed } from '../wording.ts';
import { NAMELESS_CLIENT } from './record.ts';
import type { ComplaintValues } from './row.ts';

/** Rows that are odd in one way or another. */
export interface OddRows {
  readonly nameless: readonly ComplaintValues[];
  readonly closedEarly: readonly ComplaintValues[];
  /** Rows equal in every cell to an earlier one. */
  readonly twins: readonly ComplaintValues[];
}

export const closedEarly = ({ opened, closed }: ComplaintValues): boolean =>
  closed !== null && closed < opened;

export function findOdd(rows: readonly ComplaintValues[]): OddRows {
  const seen = new Set<string>();
  const twins = rows.filter((row) => {
    const key = JSON.stringify(row.cells);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
  return {
    nameless: rows.filter((row) => row.clientName === null),
    closedEarly: rows.filter(closedEarly),
    twins,
  };
}

const moneyIn = (rows: readonly ComplaintValues[]): Minor => rows.reduce((sum, row) => sum + row.money, 0);

/** “, such as lines 71, 147 and 356”. */
function suchAs(rows: readonly ComplaintValues[]): string {
  const lines = rows.slice(0, 3).map((row) => String(row.line));
  return rows.length <= 3
    ? ` (${rows.length === 1 ? 'line' : 'lines'} ${listed(lines)})`
    : `, such as lines ${listed(lines)}`;
}

/** Everything odd in the file that the owner decides on, answered or not. */
export function oddQuestions(odd: OddRows, context: ImportContext): OddQuestion[] {
  const questions: OddQuestion[] = [];
  const given = (rows: readonly ComplaintValues[]) => {
    const money = moneyIn(rows);
    const shown = showMoney(money, context.currency, context.locale ?? 'en-GB', true);
    return money === 0 ? 'No money was given back in them.' : `${shown} was given back in them.`;
  };
  const { nameless, twins } = odd;
  if (nameless.length > 0)
    questions.push({
      kind: 'nameless',
      text: `${counted(nameless.length, 'row names', 'rows name')} no client${suchAs(nameless)}. ${given(nameless)} Whose are they?`,
      choices: [
        { value: 'oneClient', label: `all of one client, “${NAMELESS_CLIENT}”` },
        { value: 'leaveOut', label: 'leave them out' },
      ],
    });
  const [early] = odd.closedEarly;
  if (early?.closed)
    questions.push({
      kind: 'closedEarly',
      text: `${counted(odd.closedEarly.length, 'complaint was', 'complaints were')} closed before ${odd.closedEarly.length === 1 ? 'it was' : 'they were'} opened, such as line ${early.line}: opened on ${showDay(early.opened)}, closed on ${showDay(early.closed)}. ${given(odd.closedEarly)} How do they come in?`,
      choices: [
        { value: 'open', label: 'as not settled, with the closing day noted' },
        { value: 'sameDay', label: 'as settled the day they were opened, with the closing day noted' },
        { value: 'leaveOut', label: 'leave them out' },
      ],
    });
  if (twins.length > 0)
    questions.push({
      kind: 'twins',
      text: `${counted(twins.length, 'row is', 'rows are')} equal in every cell to an earlier one${suchAs(twins)}. ${given(twins)} Are they complaints of their own?`,
      choices: [
        { value: 'each', label: 'yes, each is a complaint' },
        { value: 'once', label: 'no, the file lists them twice: read them once' },
      ],
    });
  return questions;
}

/** Those not answered yet. */
export function unanswered(questions: readonly OddQuestion[], choices: Choices): OddQuestion[] {
  return questions.filter(({ kind }) => choices[kind] === undefined);
}
