const setOf = (words: string) => new Set(words.split('|'));

/** What stands in a cell where a program has nothing to say. */
const NOTHING = setOf(
  '-|–|—|n/a|na|null|none|nil|(blank)|(none)|#n/a|0000-00-00|00/00/0000|00.00.0000|00-00-0000',
);

/** A quick look before the set is asked: most cells begin with something else. */
const MAY_SAY_NOTHING = /^[-–—nN(#0]/;

const YES = setOf('yes|y|true|t|1|x|ja|j|wahr|oui|o|vrai|si|s|verdadero|disputed');
const NO = setOf('no|n|false|f|0|nein|falsch|non|faux|falso|-|n/a|na|none|not disputed');

/** Lower case without accents or outer blanks, so that `Sí` is `si` and `Payée` `payee`. */
function plainWord(text: string): string {
  const word = text.trim().toLowerCase();
  return /^[ -~]*$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** True for an empty cell and for the marks programs write instead. */
export function saysNothing(text: string): boolean {
  const word = text.trim();
  return word === '' || (word.length <= 10 && MAY_SAY_NOTHING.test(word) && NOTHING.has(word.toLowerCase()));
}

/** Yes or no in English, German, French or Spanish; an empty cell is no; null for anything else. */
export function yesOrNo(text: string): boolean | null {
  if (text === '') return false;
  const word = plainWord(text);
  if (word === '' || NO.has(word)) return false;
  return YES.has(word) ? true : null;
}

/** What a status means for the import; `other` for words that change nothing (sent, overdue) and unknown ones. */
export type StatusMeaning = 'draft' | 'void' | 'paid' | 'partlyPaid' | 'writtenOff' | 'other';

const STATUSES: readonly (readonly [StatusMeaning, ReadonlySet<string>])[] = [
  [
    'draft',
    setOf(
      'draft|drafts|autodraft|entwurf|brouillon|borrador|unsaved|pending approval|awaiting approval|submitted for approval',
    ),
  ],
  [
    'void',
    setOf(
      'void|voided|cancelled|canceled|deleted|storniert|storno|annule|annulee|anulado|anulada|cancelada|cancelado|declined|rejected',
    ),
  ],
  [
    'paid',
    setOf(
      'paid|paid in full|fully paid|settled|closed|auto-paid|autopaid|bezahlt|beglichen|ausgeglichen|paye|payee|regle|reglee|soldee|pagado|pagada|cobrado|cobrada|yes|true|ja|oui|si',
    ),
  ],
  [
    'partlyPaid',
    setOf(
      'partial|partially paid|partiallypaid|partially_paid|partly paid|part paid|part-paid|partial-paid|teilbezahlt|teilweise bezahlt|partiellement payee|parcialmente pagado|parcialmente pagada',
    ),
  ],
  [
    'writtenOff',
    setOf('written off|write off|write-off|writtenoff|uncollectible|bad debt|ausgebucht|abgeschrieben'),
  ],
];

export function statusMeaning(text: string): StatusMeaning {
  if (text === '') return 'other';
  const word = plainWord(text);
  return STATUSES.find(([, words]) => words.has(word))?.[0] ?? 'other';
}

const OTHER_KINDS =
  /^(payments?|receipts?|customer payment|credit|credit ?(note|memo)s?|.*credit note|refunds?|deposits?|estimates?|quotes?|quotations?|pro ?forma.*|journal( entry)?|bills?|expenses?|purchase.*|zahlung(en)?|gutschrift(en)?|angebote?|paiements?|avoirs?|devis|pagos?|cobros?|abonos?|presupuestos?)$/;

/** True where a row says it is something other than an invoice. */
export function isOtherKind(text: string): boolean {
  return text !== '' && OTHER_KINDS.test(plainWord(text));
}

const TOTALS =
  /^(grand total|sub-?totals?|totals?|sum|summe|gesamt(summe)?|zwischensumme|total general|total generale?|somme|suma)\b[\s:]*/;

/** True for what stands at the head of a row of totals: `Total`, `Total for Acme`, `Summe`. */
export function isTotalsWord(text: string): boolean {
  return TOTALS.test(plainWord(text));
}
