import { dialog, nativeTheme } from 'electron';
import type { Parsed } from '../shared/contract.ts';
import { decideCommands } from './commands/decide.ts';
import { historyCommands } from './commands/history.ts';
import { keepCommands } from './commands/keep.ts';
import { learnCommands } from './commands/learn.ts';
import { letterheadCommands } from './commands/letterhead.ts';
import { partCommands } from './commands/part.ts';
import { printCommands } from './commands/print.ts';
import { restoreCommands } from './commands/restore.ts';
import { safeCommands } from './commands/safe.ts';
import { takeCommands } from './commands/take.ts';
import {
  appState,
  createNew,
  createSample,
  discardSample,
  ledgerOnDesk,
  locale,
  openedLedger,
  openFile,
  today,
} from './desk.ts';
import type { Handlers } from './house.ts';
import { importCommands } from './imports/commands.ts';
import { addClient, editClient, pickClients } from './ledger/clients.ts';
import {
  addCause,
  addComplaint,
  editComplaint,
  judgeComplaint,
  listCauses,
  listListeners,
} from './ledger/complaints.ts';
import { addDecision, redeemCoupon, suggestCouponCode } from './ledger/decisions.ts';
import { clearDraft, loadDraft, saveDraft } from './ledger/drafts.ts';
import { liftFlag, raiseFlag } from './ledger/flags.ts';
import { editLedger } from './ledger/info.ts';
import {
  addCredit,
  addInvoice,
  addPayment,
  editInvoice,
  removeInvoice,
  removePayment,
  takeBackWriteOff,
  writeOff,
} from './ledger/invoices.ts';
import { listClientIds, listClients } from './ledger/list.ts';
import { presentId } from './ledger/merge.ts';
import { outcomesPage } from './ledger/outcomes.ts';
import { clientPage } from './ledger/page.ts';
import { find } from './ledger/search.ts';
import { twinsOf } from './ledger/warnings.ts';
import { explain } from './ledger/why/explain.ts';
import { painted } from './painted.ts';
import { forgetRecovered, stand } from './placed.ts';
import { setSettings } from './settings.ts';
import { mainWindow } from './window.ts';
import { checked, writes } from './writes.ts';

async function chooseLedger() {
  const window = mainWindow();
  if (window === null) return null;
  const chosen = await dialog.showOpenDialog(window, {
    title: 'Open a ledger',
    properties: ['openFile'],
    filters: [
      { name: 'Evenhand ledger', extensions: ['evenhand'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  const file = chosen.filePaths[0];
  if (chosen.canceled || file === undefined) return null;
  await openFile(file);
  return appState();
}

/** Every command of the contract and what answers it. */
export const handlers: Handlers = {
  'app.state': () => appState(),
  'app.painted': () => {
    painted();
    // It is back where it was, and has said so.
    forgetRecovered();
    return null;
  },
  'app.at': ({ path }) => {
    stand(path, ledgerOnDesk()?.file ?? null);
    return null;
  },
  'app.setTheme': ({ theme }) => {
    setSettings({ theme });
    nativeTheme.themeSource = theme;
    return appState();
  },

  'ledger.create': (given) => {
    createNew(given);
    setSettings({ paper: given.paper });
    return appState();
  },
  'ledger.createSample': async () => {
    await createSample();
    return appState();
  },
  'ledger.discardSample': async () => {
    await discardSample();
    return appState();
  },
  'ledger.choose': chooseLedger,
  'ledger.edit': async ({ paper, ...input }) => {
    setSettings({ paper });
    await writes(editLedger)(input);
    return appState();
  },

  'clients.list': (query) => listClients(openedLedger(), query, today()),
  'clients.ids': (query) => listClientIds(openedLedger(), query, today()),
  'clients.page': ({ clientId }) => {
    const ledger = openedLedger();
    return clientPage(ledger, presentId(ledger.read, clientId), today());
  },
  'clients.add': writes(addClient),
  'clients.twins': (input) => twinsOf(openedLedger().read, input),
  'clients.edit': writes(editClient),
  'clients.pick': ({ text }) => pickClients(openedLedger().read, text),

  'invoices.add': writes(addInvoice),
  'invoices.edit': writes(editInvoice),
  'invoices.remove': writes((ledger, { id }: { id: number }) => removeInvoice(ledger, id)),
  'payments.add': writes(addPayment),
  'payments.remove': writes((ledger, { id }: { id: number }, _day, locale) =>
    removePayment(ledger, id, locale),
  ),
  'credits.add': writes(addCredit),
  'writeOffs.add': writes(writeOff),
  'writeOffs.remove': writes((ledger, { invoiceId }: { invoiceId: number }) =>
    takeBackWriteOff(ledger, invoiceId),
  ),

  'complaints.add': writes(addComplaint),
  'complaints.edit': writes(editComplaint),
  'complaints.judge': writes(judgeComplaint),
  'causes.list': () => listCauses(openedLedger().read),
  'causes.add': writes(addCause),
  'listeners.list': () => listListeners(openedLedger().read),

  'decisions.add': writes((ledger, input: Parsed<'decisions.add'>, day) =>
    addDecision(ledger, input, day, locale()),
  ),
  'coupons.suggestCode': () => ({ code: suggestCouponCode(openedLedger().read) }),
  'coupons.redeem': writes(redeemCoupon),

  'flags.raise': writes(raiseFlag),
  'flags.lift': writes(liftFlag),

  'search.find': ({ text }) => find(openedLedger().read, text),
  'why.explain': async (query) => {
    // Reckoned in slices and kept: the rows behind it must not block the window for as long as all decisions take.
    if (query.of === 'outcome') await outcomesPage(openedLedger(), query.months, today());
    return explain(openedLedger(), query, today(), locale());
  },

  ...decideCommands,
  ...keepCommands,
  ...partCommands,
  ...learnCommands,
  ...printCommands,
  ...letterheadCommands,
  ...safeCommands,
  ...restoreCommands,
  ...historyCommands,
  ...takeCommands,
  ...importCommands,

  'drafts.load': ({ key }) => loadDraft(openedLedger(), key),
  'drafts.save': async ({ key, value }) => {
    const ledger = openedLedger();
    await checked(ledger);
    saveDraft(ledger, key, value);
    return null;
  },
  'drafts.clear': async ({ key }) => {
    const ledger = openedLedger();
    await checked(ledger);
    clearDraft(ledger, key);
    return null;
  },
};
