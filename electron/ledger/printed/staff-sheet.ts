import type { Day } from '../../../shared/dates.ts';
import { ALWAYS_TOLD } from '../../../shared/partings/finishing.ts';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import type { StaffLine } from '../../../shared/summaries/staff-sheet.ts';
import type { Ledger } from '../open.ts';
import { documentHead } from './head.ts';

interface Row {
  readonly name: string;
  readonly number: string | null;
  /** Of the red flag that is up; null: none is. */
  readonly flag: string | null;
  readonly raised: Day | null;
  readonly parted: Day | null;
  readonly told: string | null;
}

/** Flagged and parted accounts with the instruction alone: no other column is even read. */
export function staffSheetDocument(ledger: Ledger, today: Day, locale: string): DocumentOf<'staff sheet'> {
  const rows = ledger.read.all<Row>(
    `SELECT client.name, client.number, red_flag.instruction AS flag, red_flag.raised_on AS raised,
       parting.finished_on AS parted, parting.instruction AS told
     FROM client
       LEFT JOIN red_flag ON red_flag.client_id = client.id AND red_flag.lifted_on IS NULL
       LEFT JOIN parting ON parting.client_id = client.id AND parting.finished_on IS NOT NULL
         AND parting.welcomed_on IS NULL
     WHERE red_flag.id IS NOT NULL OR parting.id IS NOT NULL
     ORDER BY client.name COLLATE NOCASE, client.id`,
  );
  return {
    ...documentHead(ledger, today, locale),
    kind: 'staff sheet',
    title: 'Accounts that need care',
    accounts: rows.map(accountOf),
  };
}

function accountOf({ name, number, flag, raised, parted, told }: Row): StaffLine {
  // A flag that went up with the parting, or later, tells of it already; an older one does not.
  const flagTells = flag !== null && parted !== null && raised !== null && raised >= parted;
  const ofParting = parted === null || (flagTells && told === null) ? null : (told ?? ALWAYS_TOLD);
  const said = [flag, ofParting].filter((text): text is string => text !== null);
  return { name, number, instructions: [...new Set(said)] };
}
