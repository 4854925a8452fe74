import * as z from 'zod';
import { type Client, clientAddInput, clientEditInput, twinsInput } from './clients/client.ts';
import {
  type Cause,
  causeInput,
  complaintEditInput,
  complaintInput,
  judgeInput,
} from './complaints/complaint.ts';
import type { Day } from './dates.ts';
import { decisionInput, redeemInput } from './decisions/decision.ts';
import { ruleFromDecisionInput, ruleSetInput, weighInput } from './decisions/rule-inputs.ts';
import { flagInput, liftInput } from './flags/flag.ts';
import { type Choices, choicesInput } from './imports/choices.ts';
import type { ImportPreview, ImportProgress } from './imports/preview.ts';
import { idInput } from './inputs.ts';
import {
  creditInput,
  invoiceEditInput,
  invoiceInput,
  paymentInput,
  writeOffInput,
} from './invoices/invoice.ts';
import {
  type Guess,
  type LedgerInfo,
  ledgerEditInput,
  newLedgerInput,
  type PaperSize,
  type Theme,
  themes,
} from './ledger/ledger.ts';
import { lessonEditInput, lessonInput } from './lessons/lesson.ts';
import { hoursInput, lookInput, noteInput } from './notes/note.ts';
import {
  type Letter,
  letterInput,
  partingFinishInput,
  partingSaveInput,
  partingStopInput,
  referralEditInput,
  referralInput,
  welcomeBackInput,
} from './partings/parting.ts';
import type { Failure } from './result.ts';
import { standingSetInput } from './standing/standing.ts';
import {
  type BackupPage,
  backupSettingsInput,
  passphraseInput,
  type SafetyProgress,
} from './views/backups.ts';
import { type ClientList, clientIdsInput, clientListInput } from './views/client-list.ts';
import type { ClientPage } from './views/client-page.ts';
import type { DeskCase, DeskQueue, Weighed } from './views/desk.ts';
import type { ExportDone } from './views/exports.ts';
import {
  type BinPage,
  type ChangeDetail,
  type HistoryPage,
  historyInput,
  type RemovalLook,
  removalInput,
  type Steps,
} from './views/history.ts';
import type { LessonsPage } from './views/lessons.ts';
import { type MergeLook, type MergeSuggestion, mergeInput } from './views/merge.ts';
import type { OutcomesPage } from './views/outcomes.ts';
import type { Overview } from './views/overview.ts';
import type { PartingPage } from './views/parting.ts';
import {
  type KeptPrint,
  type PrintDone,
  type PrintJob,
  type PrintProgress,
  printWhat,
} from './views/prints.ts';
import type { DamagedLedger, Rehearsal, RestoreLook, SalvageReport } from './views/restore.ts';
import type { RulesPage } from './views/rules.ts';
import { type Found, searchInput } from './views/search.ts';
import { type Why, whyInput } from './views/why.ts';
import type { Warning } from './warnings/warning.ts';

/** What the window needs to paint its first screen. */
export interface AppState {
  readonly version: string;
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly locale: string;
  readonly today: Day;
  readonly theme: Theme;
  readonly paper: PaperSize;
  readonly guess: Guess;
  readonly ledger: LedgerInfo | null;
  /** Why the ledger could not be opened; the file was left as it is. */
  readonly problem: Failure | null;
  /** The ledger that failed its check when it was opened, and the ways on; null: none did. */
  readonly damaged: DamagedLedger | null;
  /** The window, or the whole program in its last run, ended in a crash: where the owner was. Null: all is as it should be. */
  readonly recovered: { readonly path: string; readonly what: 'window' | 'program' } | null;
}

/** What a write answers: the change, so that it can be undone, and the row it made or changed. */
export interface Written {
  readonly changeId: number;
  readonly label: string;
  readonly id: number;
}

/** A client as a picker offers them. */
export interface PickedClient extends Pick<Client, 'id' | 'name' | 'number'> {
  readonly flagged: boolean;
  readonly parted: boolean;
}

/** Another client of the same name or e-mail. */
export interface Twin {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly same: 'name' | 'e-mail' | 'name and e-mail';
  readonly flagged: boolean;
  readonly parted: boolean;
  readonly instruction: string | null;
}

export interface ImportDone {
  readonly changeId: number;
  readonly invoices: number;
  readonly payments: number;
  readonly complaints: number;
  readonly decisions: number;
  readonly clients: number;
}

/** One entry of the contract: how its input is parsed and what it answers. */
export interface Command<Schema extends z.ZodType, Output> {
  readonly input: Schema;
  /** Carries the type only; never set. */
  readonly output?: Output;
}
const answers =
  <Output>() =>
  <Schema extends z.ZodType>(input: Schema): Command<Schema, Output> => ({ input });

const nothing = z.object({});
const importId = z.object({ importId: z.uuid() });

/** Every command the window can ask for: the one list. */
export const contract = {
  'app.state': answers<AppState>()(nothing),
  /** The window has drawn its first screen: what had to wait for that may begin. */
  'app.painted': answers<null>()(nothing),
  'app.setTheme': answers<AppState>()(z.object({ theme: z.enum(themes) })),

  'ledger.create': answers<AppState>()(newLedgerInput),
  'ledger.createSample': answers<AppState>()(nothing),
  /** Throws the sample ledger away and goes back to the welcome. Refused for a real ledger. */
  'ledger.discardSample': answers<AppState>()(nothing),
  /** Opens the system's dialog; null when the owner closed it. */
  'ledger.choose': answers<AppState | null>()(nothing),
  'ledger.edit': answers<AppState>()(ledgerEditInput),

  'clients.list': answers<ClientList>()(clientListInput),
  /** Every client that passes filter and text, in the list's order: for doing something with all of them. */
  'clients.ids': answers<readonly number[]>()(clientIdsInput),
  'clients.page': answers<ClientPage>()(z.object({ clientId: idInput })),
  'clients.add': answers<Written>()(clientAddInput),
  /** Clients of the same name or e-mail, those flagged or parted first. */
  'clients.twins': answers<readonly Twin[]>()(twinsInput),
  'clients.edit': answers<Written>()(clientEditInput),
  /** For pickers: clients whose name or number matches, best first. */
  'clients.pick': answers<readonly PickedClient[]>()(searchInput),

  'invoices.add': answers<Written>()(invoiceInput),
  'invoices.edit': answers<Written>()(invoiceEditInput),
  'invoices.remove': answers<Written>()(z.object({ id: idInput })),
  'payments.add': answers<Written>()(paymentInput),
  'payments.remove': answers<Written>()(z.object({ id: idInput })),
  'credits.add': answers<Written>()(creditInput),
  'writeOffs.add': answers<Written>()(writeOffInput),
  'writeOffs.remove': answers<Written>()(z.object({ invoiceId: idInput })),

  'complaints.add': answers<Written>()(complaintInput),
  'complaints.edit': answers<Written>()(complaintEditInput),
  /** One or more answers of the owner to the desk's questions. */
  'complaints.judge': answers<Written>()(judgeInput),
  'causes.list': answers<readonly Cause[]>()(nothing),
  'causes.add': answers<Written>()(causeInput),
  /** Names of those who listened before, most recent first, for the form to offer. */
  'listeners.list': answers<readonly string[]>()(nothing),

  'decisions.add': answers<Written>()(decisionInput),
  /** A coupon code not used yet. */
  'coupons.suggestCode': answers<{ readonly code: string }>()(nothing),
  'coupons.redeem': answers<Written>()(redeemInput),

  'desk.queue': answers<DeskQueue>()(nothing),
  'desk.case': answers<DeskCase>()(z.object({ complaintId: idInput })),
  /** What rules and like cases say to a decision being typed. */
  'decisions.weigh': answers<Weighed>()(weighInput),

  'rules.page': answers<RulesPage>()(nothing),
  'rules.set': answers<Written>()(ruleSetInput),
  'rules.fromDecision': answers<Written>()(ruleFromDecisionInput),
  /** Takes away a rule made from a decision; the built-in ones are switched off instead. */
  'rules.remove': answers<Written>()(z.object({ key: z.string().min(1).max(80) })),

  /** Over all decisions, or those of the last `months`. */
  'outcomes.page': answers<OutcomesPage>()(z.object({ months: z.int().min(1).max(120).nullable() })),

  'standings.set': answers<Written>()(standingSetInput),
  /** Ends what the owner set: the reckoned standing is shown again. */
  'standings.end': answers<Written>()(z.object({ clientId: idInput })),
  'hours.add': answers<Written>()(hoursInput),
  'hours.remove': answers<Written>()(z.object({ id: idInput })),
  'notes.add': answers<Written>()(noteInput),
  'notes.remove': answers<Written>()(z.object({ id: idInput })),
  'looks.add': answers<Written>()(lookInput),

  'partings.page': answers<PartingPage>()(z.object({ clientId: idInput })),
  /** Begins the worksheet or writes down what changed in it. */
  'partings.save': answers<Written>()(partingSaveInput),
  'partings.finish': answers<Written>()(partingFinishInput),
  'partings.stop': answers<Written>()(partingStopInput),
  'partings.welcomeBack': answers<Written>()(welcomeBackInput),
  'referrals.add': answers<Written>()(referralInput),
  'referrals.edit': answers<Written>()(referralEditInput),
  'referrals.remove': answers<Written>()(z.object({ id: idInput })),
  /** The letters of all purposes, in the owner's wording where there is one. */
  'letters.list': answers<readonly Letter[]>()(nothing),
  'letters.save': answers<Written>()(letterInput),
  /** Back to the wording that comes with the program. */
  'letters.reset': answers<Written>()(z.object({ name: z.string().min(1).max(60) })),

  'lessons.page': answers<LessonsPage>()(nothing),
  'lessons.add': answers<Written>()(lessonInput),
  'lessons.edit': answers<Written>()(lessonEditInput),
  'lessons.remove': answers<Written>()(z.object({ id: idInput })),

  'overview.read': answers<Overview>()(nothing),

  /** Opens the system's dialog, backs the ledger up there and reads it back; null when the owner closed it. */
  'backup.make': answers<BackupPage | null>()(z.object({ passphrase: passphraseInput.nullable() })),
  /** Stops what backup, restore, salvage or export is under way. */
  'safety.stop': answers<null>()(nothing),
  'backup.page': answers<BackupPage>()(nothing),
  'backup.settings': answers<BackupPage>()(backupSettingsInput),
  /** Opens the system's dialog for the folder of automatic backups; null when the owner closed it. */
  'backup.chooseFolder': answers<BackupPage | null>()(nothing),
  'backup.forgetFolder': answers<BackupPage>()(nothing),

  /** Opens the system's dialog and looks into the chosen backup; null when the owner closed it. */
  'restore.choose': answers<RestoreLook | null>()(nothing),
  /** Looks into a backup of the list. */
  'restore.look': answers<RestoreLook>()(z.object({ backupId: z.string().min(1).max(100) })),
  'restore.unseal': answers<RestoreLook>()(z.object({ token: z.uuid(), passphrase: z.string().max(1000) })),
  'restore.confirm': answers<AppState>()(z.object({ token: z.uuid() })),
  'restore.rehearse': answers<Rehearsal>()(z.object({ token: z.uuid() })),
  'restore.forget': answers<null>()(z.object({ token: z.uuid() })),
  /** Back to the ledger as it stood before the last restore. */
  'restore.goBack': answers<AppState>()(nothing),

  /** Reads what can be read out of the damaged ledger, into a new file. */
  'salvage.start': answers<SalvageReport>()(nothing),
  /** Opens what was salvaged; the damaged file stays where it is. */
  'salvage.open': answers<AppState>()(z.object({ token: z.uuid() })),

  /** Where the owner is, so that a crash leads back there. */
  'app.at': answers<null>()(z.object({ path: z.string().startsWith('/').max(300) })),

  'prints.job': answers<PrintJob>()(printWhat),
  /** Opens the system's print dialog; null when the owner closed it. */
  'prints.print': answers<PrintDone | null>()(z.object({ what: printWhat, keep: z.boolean() })),
  /** Opens the system's save dialog; null when the owner closed it. */
  'prints.savePdf': answers<PrintDone | null>()(z.object({ what: printWhat, keep: z.boolean() })),
  'prints.stop': answers<null>()(nothing),
  /** Copies that were kept, newest first; of one client or of all. */
  'prints.kept': answers<readonly KeptPrint[]>()(z.object({ clientId: idInput.nullable() })),
  'prints.forget': answers<Written>()(z.object({ id: idInput })),
  /** For the hidden window that lays out and prints, and for no other: its job, how far it is, and that it is done. */
  'press.job': answers<PrintJob>()(nothing),
  'press.progress': answers<null>()(z.object({ done: z.int().min(0), total: z.int().min(0) })),
  'press.ready': answers<null>()(z.object({ pages: z.int().min(1) })),
  'press.failed': answers<null>()(z.object({ message: z.string().max(1000) })),

  /** Opens the system's dialog for a picture and keeps it; null when the owner closed it. */
  'logo.choose': answers<Written | null>()(nothing),
  'logo.remove': answers<Written>()(nothing),
  'logo.read': answers<{ readonly png: string | null }>()(nothing),
  /** Why new work with a client should be thought over; empty: nothing speaks against it. */
  'warnings.newWork': answers<readonly Warning[]>()(z.object({ clientId: idInput })),
  'flags.raise': answers<Written>()(flagInput),
  'flags.lift': answers<Written>()(liftInput),

  'search.find': answers<Found>()(searchInput),
  'why.explain': answers<Why>()(whyInput),

  'changes.undo': answers<Written>()(z.object({ changeId: idInput })),
  /** Takes an undo back: the change is in force again. */
  'changes.redo': answers<Written>()(z.object({ changeId: idInput })),
  'changes.steps': answers<Steps>()(nothing),
  'history.page': answers<HistoryPage>()(historyInput),
  'history.change': answers<ChangeDetail>()(z.object({ changeId: idInput })),
  'bin.page': answers<BinPage>()(nothing),
  /** Empties the bin for good: nothing of what lay in it can be brought back. */
  'bin.empty': answers<{ readonly emptied: number }>()(nothing),
  /** What removing a client, complaint or decision would take along, before it is done. */
  'removals.look': answers<RemovalLook>()(removalInput),
  'clients.remove': answers<Written>()(z.object({ id: idInput })),
  'complaints.remove': answers<Written>()(z.object({ id: idInput })),
  'decisions.remove': answers<Written>()(z.object({ id: idInput })),

  'merge.suggestions': answers<readonly MergeSuggestion[]>()(nothing),
  'merge.look': answers<MergeLook>()(z.object({ keepId: idInput, goneId: idInput })),
  'merge.do': answers<Written>()(mergeInput),
  /** They are two: not suggested again. */
  'merge.apart': answers<Written>()(z.object({ oneId: idInput, otherId: idInput })),

  /** Each opens the system's dialog; null when the owner closed it. */
  'export.csv': answers<ExportDone | null>()(z.object({ as: z.enum(['folder', 'zip']) })),
  'export.json': answers<ExportDone | null>()(nothing),
  'export.vcards': answers<ExportDone | null>()(nothing),
  /** A ledger from a JSON file that was exported, as a new ledger beside the others. */
  'export.takeIn': answers<AppState | null>()(nothing),

  /** Opens the system's dialog and previews the chosen file; null when the owner closed it. */
  'imports.pick': answers<ImportPreview | null>()(nothing),
  /** A file dropped on the window: its bytes and name, never its path. */
  'imports.read': answers<ImportPreview>()(
    z.object({ name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
  ),
  'imports.choose': answers<ImportPreview>()(importId.extend({ choices: choicesInput })),
  /** A backup is made first; where that fails the owner may go on without one. */
  'imports.confirm': answers<ImportDone>()(importId.extend({ withoutBackup: z.boolean().default(false) })),
  'imports.stop': answers<null>()(importId),
  'imports.forget': answers<null>()(importId),

  'drafts.load': answers<{ readonly value: unknown } | null>()(z.object({ key: z.string().min(1).max(100) })),
  'drafts.save': answers<null>()(z.object({ key: z.string().min(1).max(100), value: z.json() })),
  'drafts.clear': answers<null>()(z.object({ key: z.string().min(1).max(100) })),
} as const;

export type Contract = typeof contract;
export type CommandName = keyof Contract;
/** What the window passes in, before parsing. */
export type Input<Name extends CommandName> = z.input<Contract[Name]['input']>;
/** What a handler receives, after parsing. */
export type Parsed<Name extends CommandName> = z.output<Contract[Name]['input']>;
export type Output<Name extends CommandName> =
  Contract[Name] extends Command<z.ZodType, infer Answer> ? Answer : never;

/** What the main process tells the window unasked. */
export interface Events {
  /** Rows changed: whatever is shown must be asked for again. */
  readonly 'ledger.changed': { readonly clientId: number | null };
  /** Another ledger, or none, is open now. */
  readonly 'ledger.switched': AppState;
  readonly 'imports.progress': ImportProgress;
  readonly 'safety.progress': SafetyProgress;
  readonly 'prints.progress': PrintProgress;
  /** An automatic backup was made, or failed. */
  readonly 'backup.made': { readonly problem: Failure | null };
  /** From the menu: go there or open that form. */
  readonly 'menu.chosen': {
    readonly item:
      | 'find'
      | 'import'
      | 'newClient'
      | 'overview'
      | 'clients'
      | 'desk'
      | 'lessons'
      | 'rules'
      | 'outcomes'
      | 'settings'
      | 'openLedger'
      | 'backup'
      | 'undo'
      | 'redo'
      | 'history'
      | 'safe'
      | 'restore'
      | 'print'
      | 'staffSheet'
      | 'month'
      | 'exports';
    /** With 'undo' and 'redo': the change it is about. */
    readonly changeId?: number;
  };
}
export type EventName = keyof Events;
export type { Choices };
