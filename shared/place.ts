/** What may stand behind the question mark of a place, and what its values look like: ids, days and fixed words. */
const PARTS: Readonly<Record<string, RegExp>> = {
  row: /^(invoice|complaint|decision)-\d{1,15}$/,
  form: /^[a-zA-Z]{1,20}(\.[a-zA-Z]{1,20}-\d{1,15}){0,4}$/,
  kind: /^[a-z-]{1,30}$/,
  version: /^(me|client)$/,
  clients: /^\d{1,15}(,\d{1,15}){0,40}$/,
  client: /^\d{1,15}$/,
  decision: /^\d{1,15}$/,
  letter: /^[a-z -]{1,20}$/,
  all: /^1$/,
  id: /^\d{1,15}$/,
  month: /^\d{4}-\d\d$/,
  from: /^\d{4}-\d\d-\d\d$/,
  to: /^\d{4}-\d\d-\d\d$/,
};

/** Screens and ids: `/clients/12`, `/history`. */
const PATH = /^(\/[a-z-]{1,30}|\/\d{1,15}){1,4}$/;

/**
 * A place of the window, such as `/clients/12?row=invoice-34`, without anything but screens, ids and fixed words: it is
 * kept outside the ledger, where no client's name may lie. `/`, the front door, where it is none. `do=…`, which begins
 * something, is left out: after a crash nothing begins by itself.
 */
export function placeOf(given: string): string {
  const [path = '', search = ''] = given.slice(0, 2000).split('?');
  if (!PATH.test(path)) return '/';
  const parts = [...new URLSearchParams(search)].filter(
    ([name, value]) => Object.hasOwn(PARTS, name) && PARTS[name]?.test(value),
  );
  const query = parts.map(([name, value]) => `${name}=${value}`).join('&');
  return query === '' ? path : `${path}?${query}`;
}
