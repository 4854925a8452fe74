import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether poppler's tools are there, which read what a page says. */
export const hasPdfTools = spawnSync('pdftotext', ['-v']).status === 0;

/** The pages of a PDF as Chromium writes it, counted without any tool. */
export const pageCount = (file: string): number =>
  readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

/** The sizes of its pages in points, each size once. */
export function pageSizes(file: string): string[] {
  const boxes = readFileSync(file, 'latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g);
  return [
    ...new Set(
      [...boxes].map(([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`),
    ),
  ];
}

/** What its pages say, as laid out, one text a page. Needs `hasPdfTools`. */
export const pageTexts = (file: string): string[] =>
  execFileSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 1 << 28 })
    .toString()
    .split('\f')
    .slice(0, -1);

/** Its words in the order they are drawn, without how they lie. */
export const words = (file: string): string =>
  execFileSync('pdftotext', ['-raw', file, '-'], { maxBuffer: 1 << 28 })
    .toString()
    .replace(/\s+/g, ' ');
