import { isCurrencyCode } from './currencies.ts';

/**
 * A heading boiled down to what its spellings share: `Customer ID `, `customerID`, `customer_id` and `CUSTOMER-ID` are
 * `customerid`; `Invoice #` is `invoicenumber`; accents go (`Fälligkeit` is `falligkeit`). Letters and digits of any
 * script stay.
 */
export function plainHeading(heading: string): string {
  return heading
    .replace(/[#№]/g, 'number')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The heading without what stands in brackets: `Total (GBP)` becomes `total`. */
export function headingWithoutBrackets(heading: string): string {
  return plainHeading(heading.replace(/[([][^)\]]*[)\]]/g, ' '));
}

/** The currency a heading names in brackets or at its end, such as `Amount (USD)` or `Total EUR`; null where none. */
export function headingCurrency(heading: string): string | null {
  const code = /(?:[([]\s*|\s)([A-Z]{3})\s*[)\]]?\s*$/.exec(heading)?.[1];
  return code !== undefined && isCurrencyCode(code) ? code : null;
}
