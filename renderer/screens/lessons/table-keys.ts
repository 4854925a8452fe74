import type { KeyboardEvent } from 'react';

/** Arrow keys go from one number to the next, in the row and between rows: Tab would need a hundred steps. */
export function moveInTable(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const row = cell?.closest('tr');
  if (!cell || !row || event.altKey || event.ctrlKey || event.metaKey) return;
  const next = nextCell(event.key, cell, row);
  const button = next?.querySelector('button');
  if (!button) return;
  event.preventDefault();
  button.focus();
}

function nextCell(key: string, cell: HTMLTableCellElement, row: HTMLTableRowElement): Element | undefined {
  const asks = (one: Element) => one.querySelector('button') !== null;
  const cells = [...row.cells].filter(asks);
  const at = cells.indexOf(cell);
  switch (key) {
    case 'ArrowRight':
      return cells[at + 1];
    case 'ArrowLeft':
      return cells[at - 1];
    case 'Home':
      return cells[0];
    case 'End':
      return cells.at(-1);
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling';
      for (let other = row[step]; other instanceof HTMLTableRowElement; other = other[step]) {
        const same = other.cells[cell.cellIndex];
        if (same && asks(same)) return same;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}
