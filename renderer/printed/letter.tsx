import { letterDay, validityOf } from '../../shared/letters/values.ts';
import type { DocumentOf } from '../../shared/summaries/document.ts';
import type { PrintedCoupon } from '../../shared/summaries/letter.ts';
import type { Format } from '../make-format.ts';
import type { Block, Flow } from './flow.ts';
import './letter.css';

type Document = DocumentOf<'letter'>;

/** A letter as it goes out: on the business's own paper, in its own words, and a coupon to be cut out where one goes with it. */
export function letterFlow(document: Document, format: Format): Flow {
  const blocks = textBlocks(document.text);
  if (document.coupon !== null)
    blocks.push({
      key: 'coupon',
      node: <Coupon coupon={document.coupon} document={document} format={format} />,
    });
  return {
    name: document.title,
    again: document.title,
    foot: '',
    plain: true,
    top: [{ key: 'head', node: <Head document={document} /> }],
    streams: [{ key: 'text', width: '1fr', blocks }],
    mostSheets: null,
  };
}

function Head({ document }: { readonly document: Document }) {
  const { business, logo, on, address } = document;
  return (
    <header>
      <div className="letter-head">
        {logo === null ? <b>{business}</b> : <img src={`data:image/png;base64,${logo}`} alt={business} />}
        <span>{letterDay(on)}</span>
      </div>
      <address className="letter-to">
        {address.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines of an address may be alike
          <span key={index}>{line}</span>
        ))}
      </address>
    </header>
  );
}

/** As many letters as stand in half a page: a longer line is broken where a sentence ends, so that none is cut. */
const LONG = 1400;

/**
 * One block a line, so that a letter can go on overleaf between any two; the empty lines before it are its own. The
 * last words, a greeting and a name, stay together.
 */
export function textBlocks(text: string): Block[] {
  let empty = 0;
  const lines: { readonly line: string; readonly empty: number }[] = [];
  for (const line of text.replace(/\s+$/u, '').split(/\r?\n/u)) {
    if (line.trim() === '') {
      empty += 1;
      continue;
    }
    inSentences(line).forEach((part, index) => {
      lines.push({ line: part, empty: index === 0 ? empty : 0 });
    });
    empty = 0;
  }
  return lines.map(({ line, empty: before }, index) => ({
    key: `line ${index}`,
    withNext: index >= lines.length - 3 && index < lines.length - 1 && line.length < LONG / 4,
    node: (
      <p className="letter-line" style={before > 0 ? { paddingTop: `${before * 1.45}em` } : undefined}>
        {line}
      </p>
    ),
  }));
}

/** A line in parts of at most `LONG` letters, cut after a sentence or, where there is none, after a word. */
function inSentences(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > LONG) {
    const head = rest.slice(0, LONG);
    const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('? '), head.lastIndexOf('! '));
    const cut = sentence > LONG / 2 ? sentence + 1 : head.lastIndexOf(' ') > 0 ? head.lastIndexOf(' ') : LONG;
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest];
}

/** Below the letter, along a dashed line with scissors: what the client brings along. */
function Coupon({
  coupon,
  document,
  format,
}: {
  readonly coupon: PrintedCoupon;
  readonly document: Document;
  readonly format: Format;
}) {
  const { code, value, validUntil, client } = coupon;
  const { business, logo } = document;
  return (
    <section className="letter-coupon" aria-label="Coupon">
      <div className="letter-cut">
        <Scissors />
      </div>
      <div className="letter-ticket">
        <div>
          {logo === null ? <b>{business}</b> : <img src={`data:image/png;base64,${logo}`} alt={business} />}
          <p className="letter-worth">{format.money(value)} off</p>
          <p>your next invoice, {validityOf(validUntil)}</p>
        </div>
        <div className="letter-code">
          <p>Code</p>
          <b>{code}</b>
          <p>for {client}</p>
        </div>
      </div>
    </section>
  );
}

function Scissors() {
  return (
    <svg width="20" height="14" viewBox="0 0 20 14" role="img" aria-label="Cut here">
      <g fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinecap="round">
        <circle cx="3.6" cy="3.4" r="2.4" />
        <circle cx="3.6" cy="10.6" r="2.4" />
        <path d="M5.7 4.7 18.5 11.6M5.7 9.3 18.5 2.4" />
      </g>
    </svg>
  );
}
