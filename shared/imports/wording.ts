/** A cell's text as a message quotes it: one line, at most `most` characters. */
export function quoted(text: string, most = 40): string {
  return `‘${shortened(text, most)}’`;
}

/** The text on one line, cut to `most` characters with an ellipsis. Never reads more of a huge cell than it shows. */
export function shortened(text: string, most: number): string {
  const head = text.slice(0, most + 1).replace(/[\s\p{Cc}]+/gu, ' ');
  return head.length > most || text.length > most + 1 ? `${head.slice(0, most)}…` : head;
}

/** “1 row”, “2,466 rows”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** “a, b and c”. */
export function listed(parts: readonly string[]): string {
  const last = parts[parts.length - 1];
  return parts.length < 2 || last === undefined
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
