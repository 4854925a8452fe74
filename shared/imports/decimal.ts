import { type AmountParts, splitAmount, wellGrouped } from './amounts.ts';
import { quoted } from './wording.ts';

export type Decimal = 'point' | 'comma';
/** `none`: no amount has a point or a comma. `ambiguous`: some have, and nothing decides. */
export type DecimalReading = Decimal | 'none' | 'ambiguous';

export interface FoundDecimal {
  readonly decimal: DecimalReading;
  readonly reason: string;
  /** An amount that reads differently either way, where `ambiguous`. */
  readonly example: string | null;
}

/** One cell and the line it stands in. */
export interface LinedText {
  readonly line: number;
  readonly text: string;
}

/** What one amount proves: its decimal mark, nothing, or that it can be read both ways. */
export function decimalProof({ body }: Pick<AmountParts, 'body'>): Decimal | 'both' | null {
  const points = body.split('.').length - 1;
  const commas = body.split(',').length - 1;
  if (points === 0 && commas === 0) return null;
  const proves = (mark: '.' | ','): Decimal => (mark === '.' ? 'point' : 'comma');
  if (points > 0 && commas > 0) {
    const mark = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
    const at = body.lastIndexOf(mark);
    const other = mark === '.' ? ',' : '.';
    return body.indexOf(mark) === at && wellGrouped(body.slice(0, at), other) ? proves(mark) : null;
  }
  const mark = points > 0 ? '.' : ',';
  const other = mark === '.' ? ',' : '.';
  if (points + commas > 1) return wellGrouped(body, mark) ? proves(other) : null;
  const at = body.indexOf(mark);
  const whole = body.slice(0, at);
  const fraction = body.slice(at + 1);
  if (!/^\d+$/.test(fraction)) return null;
  // Three digits after a single mark can be thousands (1.020) or decimals; a blank or apostrophe before, a leading 0
  // or more than three digits in front rule the thousands out.
  const groupedElse = /[' ]/.test(whole);
  if (fraction.length === 3 && !groupedElse && wellGrouped(body, mark)) return 'both';
  return proves(mark);
}

/** Gathers evidence amount by amount, so that a long file can be looked through in steps. */
export class DecimalEvidence {
  #proofs: Record<Decimal, { count: number; first: LinedText } | null> = { point: null, comma: null };
  #both: LinedText | null = null;

  add(line: number, text: string): void {
    const parts = splitAmount(text);
    if (!parts.ok) return;
    const proof = decimalProof(parts);
    if (proof === null) return;
    if (proof === 'both') this.#both ??= { line, text: text.trim() };
    else {
      const known = this.#proofs[proof];
      if (known) known.count += 1;
      else this.#proofs[proof] = { count: 1, first: { line, text: text.trim() } };
    }
  }

  decide(): FoundDecimal {
    const { point, comma } = this.#proofs;
    const shown = ({ line, text }: LinedText) => `${quoted(text)} in line ${line}`;
    if (point && comma)
      return {
        decimal: 'ambiguous',
        reason: `both occur: ${shown(point.first)} has a decimal point, ${shown(comma.first)} a decimal comma`,
        example: null,
      };
    const proof = point ?? comma;
    if (proof)
      return {
        decimal: point ? 'point' : 'comma',
        reason: `decimal ${point ? 'point' : 'comma'}, because ${shown(proof.first)} can be read no other way`,
        example: null,
      };
    if (this.#both)
      return {
        decimal: 'ambiguous',
        reason: `nothing decides whether ${shown(this.#both)} means thousands or decimals`,
        example: this.#both.text,
      };
    return { decimal: 'none', reason: 'no amount has a decimal mark', example: null };
  }
}

/** Which decimal mark the amounts of all columns together prove. */
export function detectDecimal(cells: Iterable<LinedText>): FoundDecimal {
  const evidence = new DecimalEvidence();
  for (const { line, text } of cells) evidence.add(line, text);
  return evidence.decide();
}
