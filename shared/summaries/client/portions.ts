/**
 * A long text in pieces of at most `most` characters, so that a page can end between two of them: cut between
 * paragraphs and sentences where one ends late enough, else between words, else (a word without end) anywhere. Joined
 * with nothing between, they are the text again. Throws RangeError unless `most` is at least 1.
 */
export function portions(text: string, most: number): readonly string[] {
  if (!(most >= 1)) throw new RangeError(`Not a length: ${most}`);
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = endOf(rest, most);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}

function endOf(text: string, most: number): number {
  const head = text.slice(0, most);
  for (const sign of ['\n', '. ', ' ']) {
    const at = head.lastIndexOf(sign) + sign.length;
    if (at > most / 2) return at;
  }
  // Never between the two halves of one character.
  const last = text.charCodeAt(most - 1);
  return last >= 0xd800 && last <= 0xdbff && most > 1 ? most - 1 : most;
}
