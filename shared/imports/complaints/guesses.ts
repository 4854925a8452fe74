import type { Cause } from '../../complaints/complaint.ts';
import { plainName } from '../row.ts';
import type { ImportedKind } from './record.ts';

/** Only what can hardly mean anything else: “Damaged goods” may be damaged in transit, by us, or before we sold them. */
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(late|delayed|overdue) (delivery|deliveries|shipment|arrival)\b|\b(delivered|arrived|shipped) late\b/,
    'late shipment',
  ],
  [
    /\b(broken|damaged) (in transit|in shipping|in transport|in the post)\b|\btransit damage\b/,
    'broken in transit',
  ],
  [
    /\b(wrong|mixed.?up) (goods|items?|orders?|products?|size|colour|color)\b|\border mix.?up\b/,
    'order mixed up',
  ],
  [/\bchang(ed|e of) (of )?(their )?mind\b/, 'changed mind'],
  [/\bmisunderst(anding|ood)\b/, 'misunderstood expectations'],
  [/\b(poor|lack of|no|bad) communication\b/, 'poor communication'],
  [/\b(too expensive|poor value|not worth)\b/, 'too little value for the price'],
];

/** In this order: “refund declined” is no refund. */
const KINDS: readonly (readonly [RegExp, ImportedKind])[] = [
  [/\b(invalid|unfounded|not justified|rejected|declined|denied)\b/, 'hold firm'],
  [/\b(full refund|refunded in full|fully refunded|money back in full)\b/, 'full refund'],
  [
    /\b(refund|refunded|bill reduced|price reduced|discount(ed)?|cash amount|store credit|money back|reimburs\w+|compensat\w+)\b/,
    'part refund',
  ],
  [
    /\b(repaired|replaced|exchanged|redone|reworked|put right|fixed|redelivered|goods received|redo|repair|replacement)\b/,
    'put right',
  ],
  [/\b(apolog\w+|said sorry)\b/, 'apologise'],
];
const NOT_DONE = /\b(no|not|without|never|refused)\b/;

/** The cause a kind of complaint surely stands for: the ledger's of that very name, or one its words name. Else null. */
export function guessCause(text: string, causes: readonly Cause[]): number | null {
  const plain = plainName(text);
  const named = causes.find((cause) => plainName(cause.name) === plain);
  if (named) return named.id;
  const [, name] = CAUSES.find(([pattern]) => pattern.test(plain)) ?? [];
  return causes.find((cause) => cause.name === name)?.id ?? null;
}

/** The decision a result surely stands for; null where its words tell of none, or deny one (“no refund”). */
export function guessKind(text: string): ImportedKind | null {
  const plain = plainName(text);
  const [, kind] = KINDS.find(([pattern]) => pattern.test(plain)) ?? [];
  if (kind === undefined || (kind !== 'hold firm' && NOT_DONE.test(plain))) return null;
  return kind;
}
