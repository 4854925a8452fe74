import { addDays, type Day } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { SampleClient, SampleRule } from './types.ts';

interface RuleSeed {
  readonly rule: string;
  readonly on?: false;
  /** Settings as the rule's own file names them; `money` is in round figures and scaled. */
  readonly settings: Readonly<Record<string, number | string | null>>;
  readonly money?: string;
  /** Days ago. */
  readonly since: number;
  readonly born?: { readonly of: string; readonly client?: string; readonly title?: string };
}

/** The rules of the sample's owner, each from something that happened. */
const seeds: readonly RuleSeed[] = [
  { rule: 'reply within', settings: { hours: 24 }, since: 700 },
  { rule: 'settle within', settings: { days: 7 }, since: 700 },
  {
    rule: 'goodwill share',
    settings: { permille: 40 },
    since: 640,
    born: { of: 'the accountant’s question, spring before last' },
  },
  { rule: 'goodwill budget', settings: { perMonth: 240 }, money: 'perMonth', since: 320 },
  {
    rule: 'night sleep',
    settings: { above: 150 },
    money: 'above',
    since: 352,
    born: { of: 'the beech hedge', client: 'Larkfield Court', title: 'hedge cut too hard' },
  },
  {
    rule: 'most refunds',
    settings: { refunds: 2 },
    since: 300,
    born: { of: 'the third refund in a row to one address' },
  },
  {
    rule: 'coupon worth',
    settings: { permille: 300, days: 180 },
    since: 255,
    born: { of: 'a coupon that was worth more than the visit' },
  },
  { rule: 'no late refund', on: false, settings: { days: 60 }, since: 300 },
  {
    rule: 'no new work',
    settings: { amount: 400, days: 30 },
    money: 'amount',
    since: 90,
    born: { of: 'the hedge trim that was never paid', client: 'Mrs Whitlock', title: 'hedge not level' },
  },
  { rule: 'deposit', settings: { rung: 4, permille: 500 }, since: 90 },
  {
    rule: 'like case',
    settings: {
      causeId: 5,
      cause: 'late shipment',
      group: null,
      severityMost: 2,
      kind: 'coupon',
      permilleMost: 200,
    },
    since: 200,
    born: { of: 'the compost that came a week late' },
  },
];

export function houseRules(
  clients: readonly SampleClient[],
  today: Day,
  scale: (figure: number) => Minor,
): readonly SampleRule[] {
  return seeds.map(({ rule, on, settings, money, since, born }) => ({
    rule,
    on: on ?? true,
    settings: money === undefined ? settings : { ...settings, [money]: scale(Number(settings[money])) },
    bornOf: born === undefined ? null : `after ${born.of}`,
    bornComplaintKey: complaintKey(clients, born?.client, born?.title),
    sinceOn: addDays(today, -since),
  }));
}

function complaintKey(
  clients: readonly SampleClient[],
  name: string | undefined,
  title: string | undefined,
): string | null {
  if (name === undefined) return null;
  const complaints = clients.find((client) => client.name === name)?.complaints ?? [];
  return complaints.find((complaint) => complaint.title === title)?.key ?? null;
}
