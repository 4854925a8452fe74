import { type Day, isDay } from '../../../shared/dates.ts';
import { MOST_AT_ONCE, type PrintWhat, printedLetters, printWhat } from '../../../shared/views/prints.ts';

/*
 * What is to be printed stands in the window's place, so that a link, the way back and a start after a crash lead to
 * the same page: `/print?kind=client-summary&version=me&clients=1,2,3`.
 */

/** The place where `what` is previewed. A wording for this once is no part of it. */
export function printPath(what: Exclude<PrintWhat, { kind: 'farewell' }>, today: Day): string {
  const query: Record<string, string | null> = queryOf(what, today);
  const parts = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  return `/print?${parts.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

function queryOf(what: Exclude<PrintWhat, { kind: 'farewell' }>, today: Day) {
  switch (what.kind) {
    case 'client summary':
      return {
        kind: 'client-summary',
        version: what.version,
        clients: what.clientIds.join(','),
        all: what.all ? '1' : null,
      };
    case 'staff sheet':
      return { kind: 'staff-sheet' };
    case 'statement':
      return {
        kind: 'statement',
        client: `${what.clientId}`,
        from: what.from,
        to: what.to === today ? null : what.to,
      };
    case 'month':
      return { kind: 'month', month: what.month };
    case 'letter':
      return {
        kind: 'letter',
        letter: what.letter.replaceAll(' ', '-'),
        decision: `${what.decisionId}`,
      };
    case 'kept':
      return { kind: 'kept', id: `${what.id}` };
  }
}

/** What the query of `/print` asks for; null where it makes no sense, or nothing was chosen. */
export function whatToPrint(search: string, today: Day): PrintWhat | null {
  const query = new URLSearchParams(search);
  const parsed = printWhat.safeParse(asked(query, today));
  return parsed.success ? parsed.data : null;
}

function asked(query: URLSearchParams, today: Day): unknown {
  const id = (name: string) => Number(query.get(name) ?? Number.NaN);
  const day = (name: string) => {
    const text = query.get(name) ?? '';
    return isDay(text) ? text : null;
  };
  switch (query.get('kind')) {
    case 'client-summary': {
      const clients = (query.get('clients') ?? '').split(',').filter((text) => text !== '');
      return {
        kind: 'client summary',
        version: query.get('version') ?? 'me',
        clientIds: [...new Set(clients.map(Number))].slice(0, MOST_AT_ONCE),
        all: query.get('all') === '1',
      };
    }
    case 'staff-sheet':
      return { kind: 'staff sheet' };
    case 'statement':
      return { kind: 'statement', clientId: id('client'), from: day('from'), to: day('to') ?? today };
    case 'month':
      return { kind: 'month', month: query.get('month') ?? today.slice(0, 7) };
    case 'letter': {
      const letter = printedLetters.find((name) => name.replaceAll(' ', '-') === query.get('letter'));
      return { kind: 'letter', letter, decisionId: id('decision'), text: null };
    }
    case 'kept':
      return { kind: 'kept', id: id('id') };
    default:
      return null;
  }
}
