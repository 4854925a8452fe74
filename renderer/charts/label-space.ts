/** A rectangle in pixels of the drawing. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Keeps the places that are taken, so that no label is written over a mark or another label. */
export interface Space {
  /** Whether nothing lies there, but for `own`, a box that would move. */
  readonly free: (box: Box, own?: Box) => boolean;
  readonly take: (box: Box) => void;
  readonly leave: (box: Box) => void;
}

export function createSpace(): Space {
  const taken = new Set<Box>();
  return {
    free: (box, own) =>
      [...taken].every(
        (other) =>
          other === own ||
          box.right <= other.left ||
          box.left >= other.right ||
          box.bottom <= other.top ||
          box.top >= other.bottom,
      ),
    take: (box) => {
      taken.add(box);
    },
    leave: (box) => {
      taken.delete(box);
    },
  };
}

const NARROW = /[ ijlftrI.,:;’'“”!|()[\]-]/;
const WIDE = /[mwMW£%@]/;

/**
 * Width of a text in Inter, in pixels, to within a few percent: enough to keep labels apart without asking the
 * browser to lay them out first.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) {
    if (NARROW.test(letter)) ems += 0.32;
    else if (WIDE.test(letter)) ems += 0.84;
    else if (letter >= 'A' && letter <= 'Z') ems += 0.68;
    else ems += 0.6;
  }
  return ems * size;
}

/** At most `length` characters, cut at a word where one ends near enough. */
export function shorten(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > length * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
