/**
 * 45° lines across a rectangle, as the path of an SVG, cut at its edges; `gap` is how far they lie apart along an edge.
 * Drawn instead of a pattern where a page is printed: patterns become pictures there, lines stay lines.
 */
export function hatchLines(x: number, y: number, width: number, height: number, gap: number): string {
  const lines: string[] = [];
  for (let along = gap / 2; along < width + height; along += gap) {
    const [fromX, toY] = [Math.min(along, width), Math.min(along, height)];
    lines.push(`M${near(x + fromX)} ${near(y + along - fromX)}L${near(x + along - toY)} ${near(y + toY)}`);
  }
  return lines.join('');
}

/** The same across a circle around 0,0. */
export function hatchCircle(radius: number, gap: number): string {
  const lines: string[] = [];
  const count = Math.floor(radius / gap);
  for (let index = -count; index <= count; index += 1) {
    const [off, half] = [
      (index * gap) / Math.SQRT2,
      Math.sqrt(radius ** 2 - (index * gap) ** 2) / Math.SQRT2,
    ];
    lines.push(`M${near(off + half)} ${near(off - half)}L${near(off - half)} ${near(off + half)}`);
  }
  return lines.join('');
}

/** Dots in a rectangle, none of them cut. */
export function dotLines(
  x: number,
  y: number,
  width: number,
  height: number,
  gap: number,
  radius: number,
): string {
  const dots: string[] = [];
  for (let left = x + gap / 2; left + radius < x + width; left += gap) {
    for (let top = y + gap / 2; top + radius < y + height; top += gap) {
      dots.push(
        `M${near(left - radius)} ${near(top)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`,
      );
    }
  }
  return dots.join('');
}

/** Upright and level lines in a rectangle. */
export function gridLines(x: number, y: number, width: number, height: number, gap: number): string {
  const lines: string[] = [];
  for (let left = gap / 2; left < width; left += gap)
    lines.push(`M${near(x + left)} ${near(y)}v${near(height)}`);
  for (let top = gap / 2; top < height; top += gap) lines.push(`M${near(x)} ${near(y + top)}h${near(width)}`);
  return lines.join('');
}

const near = (pixels: number): number => Math.round(pixels * 100) / 100;
