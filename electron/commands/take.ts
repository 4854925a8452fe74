import { openedLedger } from '../desk.ts';
import type { Handlers } from '../house.ts';
import { keepApart, mergeSuggestions } from '../ledger/kept-apart.ts';
import { mergeClients } from '../ledger/merge.ts';
import { lookAtMerge } from '../ledger/merge-look.ts';
import { writes } from '../writes.ts';

/** Taking along and in is loaded when first asked for: a start must not wait for it. */
const taking = () => import('../taking/take.ts');

/** Two clients that are one; and everything taken along. */
export const takeCommands: Pick<
  Handlers,
  | 'merge.suggestions'
  | 'merge.look'
  | 'merge.do'
  | 'merge.apart'
  | 'export.csv'
  | 'export.json'
  | 'export.vcards'
  | 'export.takeIn'
> = {
  'merge.suggestions': () => mergeSuggestions(openedLedger().read),
  'merge.look': (which) => lookAtMerge(openedLedger().read, which),
  'merge.do': writes(mergeClients),
  'merge.apart': writes(keepApart),
  'export.csv': async ({ as }) => {
    const { exportFile, exportFolder } = await taking();
    return as === 'folder' ? exportFolder() : exportFile('zip');
  },
  'export.json': async () => (await taking()).exportFile('json'),
  'export.vcards': async () => (await taking()).exportFile('vcards'),
  'export.takeIn': async () => (await taking()).takeIn(),
};
