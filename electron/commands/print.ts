import { openedLedger } from '../desk.ts';
import type { Handlers } from '../house.ts';
import { forgetPrint, listKeptPrints } from '../ledger/kept-prints.ts';
import { pressed } from '../printing/press.ts';
import { previewOf, print, savePdf, stopPrinting } from '../printing/prints.ts';
import { writes } from '../writes.ts';

/** What is put on paper. */
export const printCommands: Pick<
  Handlers,
  | 'prints.job'
  | 'prints.print'
  | 'prints.savePdf'
  | 'prints.stop'
  | 'prints.kept'
  | 'prints.forget'
  | 'press.job'
  | 'press.progress'
  | 'press.ready'
  | 'press.failed'
> = {
  'prints.job': (what) => previewOf(what),
  'prints.print': ({ what, keep }) => print(what, keep),
  'prints.savePdf': ({ what, keep }) => savePdf(what, keep),
  'prints.stop': () => {
    stopPrinting();
    return null;
  },
  'prints.kept': ({ clientId }) => listKeptPrints(openedLedger().read, clientId),
  'prints.forget': writes(forgetPrint),

  'press.job': () => pressed.job(),
  'press.progress': ({ done, total }) => {
    pressed.progress(done, total);
    return null;
  },
  'press.ready': ({ pages }) => {
    pressed.ready(pages);
    return null;
  },
  'press.failed': ({ message }) => {
    pressed.failed(message);
    return null;
  },
};
