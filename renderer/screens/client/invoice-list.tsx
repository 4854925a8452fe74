import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useForms } from '../../forms/forms.tsx';
import { InvoiceRow } from './invoice-row.tsx';
import { rowKey } from './links.ts';
import { useTarget } from './row-target.ts';

/** Two years of a monthly bill; more are asked for. */
const FIRST = 24;
/** From here on only the rows in view are drawn. */
const VIRTUAL = 200;

/** Every invoice, newest due day first. */
export function InvoiceList({ page }: { readonly page: ClientPage }) {
  const forms = useForms();
  const { invoices } = page;
  const target = useTarget();
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const wanted = target ? invoices.findIndex((one) => rowKey('invoice', one.id) === target.key) : -1;
  useEffect(() => {
    if (wanted >= FIRST) setAll(true);
  }, [wanted]);

  const toggle = useCallback((id: number) => {
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const shown = all ? invoices : invoices.slice(0, FIRST);
  const row = (index: number, measure?: (element: Element | null) => void) => {
    const invoice = shown[index];
    return invoice ? (
      <InvoiceRow
        key={invoice.id}
        invoice={invoice}
        page={page}
        open={open.has(invoice.id)}
        onToggle={toggle}
        index={index}
        {...(measure ? { measure } : {})}
      />
    ) : null;
  };

  return (
    <div className="block invoices">
      <h3>
        Invoices
        <span>{invoices.length}</span>
      </h3>
      {all && invoices.length > VIRTUAL ? (
        <VirtualRows count={shown.length} wanted={wanted} wish={target?.count ?? 0} row={row} />
      ) : (
        <table className="invoice-table">
          <Head />
          {shown.map((_, index) => row(index))}
        </table>
      )}
      <div className="invoice-more">
        {invoices.length > FIRST && (
          <button type="button" className="text-button" onClick={() => setAll(!all)}>
            {all ? `Show the last ${FIRST} only` : `Show all ${invoices.length}`}
          </button>
        )}
        <button
          type="button"
          className="text-button"
          title="New invoice (i)"
          onClick={() => forms.open({ form: 'invoice', clientId: page.client.id })}
        >
          New invoice
        </button>
      </div>
    </div>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col">Invoice</th>
        <th scope="col">
          <span className="visually-hidden">for</span>
        </th>
        <th scope="col" className="right">
          due
        </th>
        <th scope="col" className="right">
          amount
        </th>
        <th scope="col" className="right">
          days late
        </th>
      </tr>
    </thead>
  );
}

interface VirtualRowsProps {
  readonly count: number;
  /** The row to bring in; `wish` changes when it is asked for again. */
  readonly wanted: number;
  readonly wish: number;
  readonly row: (index: number, measure: (element: Element | null) => void) => React.ReactNode;
}

const ROW = 24;

/** A box of its own that draws the rows in view; two empty bodies keep the room of the others. */
function VirtualRows({ count, wanted, wish, row }: VirtualRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
    initialRect: { width: 400, height: 480 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wish` asks for the same row once more
  useEffect(() => {
    if (wanted >= 0) rows.scrollToIndex(wanted, { align: 'center' });
  }, [rows, wanted, wish]);
  const items = rows.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items[items.length - 1]?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="invoice-box" ref={box} tabIndex={0} aria-label="All invoices">
      <table className="invoice-table" aria-rowcount={count + 1}>
        <Head />
        <Room height={before} />
        {items.map((item) => row(item.index, rows.measureElement))}
        <Room height={after} />
      </table>
    </section>
  );
}

function Room({ height }: { readonly height: number }) {
  return height <= 0 ? null : (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  );
}
