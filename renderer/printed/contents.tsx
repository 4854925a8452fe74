import type { DocumentOf } from '../../shared/summaries/document.ts';
import type { Block, Flow } from './flow.ts';
import './contents.css';

/** The list of several documents printed together; an entry leads to its document, in a PDF too. */
export function contentsFlow(
  { title, entries, business }: DocumentOf<'contents'>,
  begins: readonly (number | null)[],
): Flow {
  const rows = entries.map(({ name, detail }, index): Block => {
    const sheet = begins[index] ?? null;
    return {
      key: `entry ${index}`,
      node: (
        <a className="contents-row" href={`#doc-${index + 1}`}>
          <b>{name}</b>
          {detail !== null && <span>{detail}</span>}
          {/* Without its number the row is as high: the sheets can be counted before they are known. */}
          <span>{sheet === null ? '\u00a0' : `sheet ${sheet}`}</span>
        </a>
      ),
    };
  });
  const heading: Block = {
    key: 'title',
    node: <h1 className="contents-title">{title}</h1>,
    withNext: true,
  };
  return {
    name: 'contents',
    again: title,
    foot: `Private: for ${business} alone.`,
    top: [heading, ...rows],
    streams: [],
    mostSheets: null,
  };
}
