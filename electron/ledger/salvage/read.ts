import { type Field, type Leaf, Pages, type Row } from './pages.ts';

/** What a damaged file still tells of one table. */
export interface ReadTable {
  readonly rows: ReadonlyMap<number, Row>;
  /** Rows that were begun on a page and can't be read. */
  readonly unreadable: number;
  /** Part of it can't be reached: rows may be missing without anything telling how many. */
  readonly torn: boolean;
}

export interface ReadFile {
  /** Of the ledger's format; null: the header is gone. */
  readonly version: number | null;
  readonly tables: ReadonlyMap<string, ReadTable>;
  /** Leaves that hang on no table any more, the way to them being destroyed. */
  readonly strays: readonly Leaf[];
}

/**
 * Everything that can be read in the bytes of a damaged ledger. Null: nothing says any more where its tables are.
 * Reads pages rather than asking SQLite, which gives up on a whole table where one page of it is gone.
 */
export function readDamaged(bytes: Buffer, turn: (part: number) => void): ReadFile | null {
  const pages = new Pages(bytes);
  const roots = rootsOf(pages);
  if (roots.size === 0) return null;
  const tables = new Map<string, ReadTable>();
  const taken = new Set<number>(pages.free());
  for (const [name, root] of roots) {
    turn(tables.size / roots.size);
    const tree = pages.tree(root);
    for (const page of tree.pages) taken.add(page);
    tables.set(name, tree);
  }
  const torn = [...tables.values()].some((table) => table.torn);
  const version = pages.header(60);
  return {
    version: version >= 1 && version <= 1000 ? version : null,
    tables,
    strays: torn ? strayLeaves(pages, taken, turn) : [],
  };
}

function strayLeaves(pages: Pages, taken: ReadonlySet<number>, turn: (part: number) => void): Leaf[] {
  const found: Leaf[] = [];
  for (let page = 2; page <= pages.count; page++) {
    if (page % 1000 === 0) turn(page / pages.count);
    const leaf = taken.has(page) ? null : pages.leaf(page);
    if (leaf !== null && leaf.rows.length > 0) found.push(leaf);
  }
  return found;
}

/** Where each table begins. With the first page gone, the pages that told it are looked for in the whole file. */
function rootsOf(pages: Pages): Map<string, number> {
  const schema = pages.tree(1);
  const rows = [...schema.rows.values()];
  if (schema.torn)
    for (let page = 2; page <= pages.count; page++) {
      const leaf = schema.pages.has(page) ? null : pages.leaf(page);
      if (leaf?.rows.some(isSchema)) rows.push(...leaf.rows.filter(isSchema));
    }
  const roots = new Map<string, number>();
  for (const { fields } of rows) {
    const [type, name, , root] = fields;
    if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number' || root < 2) continue;
    // Names said twice: an older page of the schema, whose root may be another table's by now.
    if (!roots.has(name)) roots.set(name, root);
  }
  return roots;
}

const kinds: ReadonlySet<Field> = new Set(['table', 'index', 'trigger', 'view']);

function isSchema({ fields }: Row): boolean {
  const [kind = null, name, table, root, sql] = fields;
  return (
    fields.length === 5 &&
    kinds.has(kind) &&
    typeof name === 'string' &&
    typeof table === 'string' &&
    typeof root === 'number' &&
    (sql === null || typeof sql === 'string')
  );
}
