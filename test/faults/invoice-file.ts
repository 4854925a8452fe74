import { addDays, type Day } from '../../shared/dates.ts';
import { randomFor } from '../../shared/sample/random.ts';

/**
 * A bookkeeping program's export of `rows` invoices, half of them paid: as `accounts-receivable-mdy.csv` is, so that
 * it can stand in for it. `name` is in each invoice's number; files of other names hold other invoices.
 */
export function invoiceFile(name: string, rows: number): Uint8Array {
  const { between, chance } = randomFor(2466, name);
  const lines = ['customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate'];
  for (let n = 1; n <= rows; n++) {
    const issued = addDays('2024-01-01', between(0, 800));
    const due = addDays(issued, 30);
    const settled = chance(0.9) ? american(addDays(due, between(-20, 40))) : '';
    const amount = (between(500, 12_000) / 100).toFixed(2);
    const disputed = chance(0.2) ? 'Yes' : 'No';
    lines.push(
      `${between(1000, 1099)}-CLIENT,${name}${String(n).padStart(7, '0')},${american(issued)},${american(due)},${amount},${disputed},${settled}`,
    );
  }
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
}

const american = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${month}/${date}/${year}`;
};
