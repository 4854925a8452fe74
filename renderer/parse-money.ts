import type { Minor } from '../shared/money.ts';

/** How an owner's language writes numbers: its decimal sign, and its sign between thousands. */
export interface NumberSigns {
  readonly decimal: string;
  readonly group: string;
}

export function numberSigns(locale: string): NumberSigns {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.5);
  return {
    decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    group: parts.find((part) => part.type === 'group')?.value ?? ',',
  };
}

/**
 * Reads an amount as an owner types it: “1,020.50”, “1020,5”, “£85”, “1 020,50”, “1'000.50”. Answers integer minor
 * units, or null for anything that is no amount or could be two: in English “1,020” is a thousand and twenty, in
 * German it is refused, for the ledger's currency has no third decimal. Never rounds.
 */
export function parseMoney(text: string, signs: NumberSigns, digits: number): Minor | null {
  let rest = text.trim().replace('−', '-');
  rest = rest
    .replace(/^(-?)\s*(?:\p{Sc}|[A-Za-z]{1,3}\.?)\s*/u, '$1')
    .replace(/\s*(?:\p{Sc}|[A-Za-z]{1,3}\.?)$/u, '');
  const negative = rest.startsWith('-');
  if (negative) rest = rest.slice(1);
  rest = rest.replace(/[\s\u00a0\u202f'’](?=\d{3}(?:\D|$))/g, '');
  if (!/^\d[\d.,]*$/.test(rest) && !/^[.,]\d+$/.test(rest)) return null;

  const at = decimalAt(rest, signs, digits);
  if (at === null) return null;
  const whole = at < 0 ? rest : rest.slice(0, at);
  const part = at < 0 ? '' : rest.slice(at + 1);
  if (!/^\d*$/.test(part) || part.length > digits) return null;
  if (/[.,]/.test(whole) && !/^\d{1,3}(?:,\d{3})+$/.test(whole) && !/^\d{1,3}(?:\.\d{3})+$/.test(whole))
    return null;
  const amount = Number(whole.replace(/[.,]/g, '') + part.padEnd(digits, '0'));
  if (!Number.isSafeInteger(amount)) return null;
  return negative && amount !== 0 ? -amount : amount;
}

/** Where the decimal sign stands; −1 without one; null where the text can't be told. */
function decimalAt(text: string, signs: NumberSigns, digits: number): number | null {
  const commas = text.split(',').length - 1;
  const points = text.split('.').length - 1;
  if (commas === 0 && points === 0) return -1;
  if (commas > 0 && points > 0) {
    const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
    const sign = text[last];
    // The decimal sign stands once, after every other.
    return sign !== undefined && text.indexOf(sign) === last ? last : null;
  }
  if (commas + points > 1) return -1;
  const at = commas === 1 ? text.indexOf(',') : text.indexOf('.');
  const after = text.length - at - 1;
  if (text[at] === signs.decimal) return at;
  // The other sign: between thousands, or the decimal sign of a neighbour's keyboard.
  if (after === 3 && at > 0) return text[at] === signs.group || digits < 3 ? -1 : null;
  return after >= 1 && after <= digits ? at : null;
}
