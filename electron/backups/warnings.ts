import { type Day, daysBetween, showDay } from '../../shared/dates.ts';
import type { SafetyWarning } from '../../shared/views/backups.ts';

/** What safety hangs on, gathered: paths were looked at already. */
export interface SafetyFacts {
  readonly today: Day;
  /** The day on which the ledger was started. */
  readonly startedOn: Day;
  readonly newestOn: Day | null;
  readonly changesSince: number;
  readonly warnAfter: number;
  /** The folder for automatic backups; null: none was chosen. */
  readonly folder: {
    readonly name: string;
    readonly there: boolean;
    readonly sameDisk: boolean;
    readonly inApp: boolean;
  } | null;
  /** The newest backup lies in the app's own folder. */
  readonly newestInApp: boolean;
  readonly failed: { readonly on: Day; readonly message: string } | null;
  /** Who synchronises the folder that the ledger lies in. */
  readonly cloud: string | null;
}

/** Days that a backup may seem to be from the future: whoever flew west takes today's for tomorrow's. */
export const EARLIEST = -1;

/** What is not as safe as it could be, the worst first. */
export function warningsOf(facts: SafetyFacts): SafetyWarning[] {
  return [...ofAge(facts), ...ofLast(facts), ...ofPlace(facts), ...ofCloud(facts)];
}

function ofAge({ today, startedOn, newestOn, changesSince, warnAfter }: SafetyFacts): SafetyWarning[] {
  if (newestOn === null) {
    if (daysBetween(startedOn, today) <= 1) return [];
    return [{ kind: 'never', words: 'This ledger was never backed up. A stick or another disk is enough.' }];
  }
  const age = daysBetween(newestOn, today);
  if (age < EARLIEST) {
    const words = `The newest backup says it was made on ${showDay(newestOn)}, which is still to come: this computer’s clock was wrong then, or is now. Check it, and back up again.`;
    return [{ kind: 'old', words }];
  }
  if (age <= warnAfter) return [];
  const since =
    changesSince === 0
      ? 'nothing was changed since'
      : `${changesSince === 1 ? 'one change was' : `${changesSince} changes were`} made since`;
  return [{ kind: 'old', words: `The newest backup is ${age} ${age === 1 ? 'day' : 'days'} old; ${since}.` }];
}

function ofLast({ failed, folder }: SafetyFacts): SafetyWarning[] {
  // Where the folder can't be reached, that is said, and is the reason.
  if (failed === null || (folder !== null && !folder.there)) return [];
  const words = `The last automatic backup, on ${showDay(failed.on)}, was not made: ${failed.message}`;
  return [{ kind: 'last failed', words }];
}

function ofPlace({ folder, newestInApp }: SafetyFacts): SafetyWarning[] {
  if (folder === null) {
    if (!newestInApp) return [];
    return [
      {
        kind: 'inside the app',
        words:
          'The newest backup lies in Evenhand’s own folder, on the same disk as the ledger: if that disk fails, both are gone. Back up to a stick too.',
      },
    ];
  }
  if (!folder.there)
    return [
      {
        kind: 'folder gone',
        words: `The folder “${folder.name}” for automatic backups can’t be reached. Until its disk is plugged in again, none is made there.`,
      },
    ];
  if (folder.inApp)
    return [
      {
        kind: 'inside the app',
        words: `The folder “${folder.name}” for automatic backups lies inside Evenhand’s own folder: whoever removes one removes the other. Choose one on another disk.`,
      },
    ];
  if (folder.sameDisk)
    return [
      {
        kind: 'same disk',
        words: `The folder “${folder.name}” for automatic backups is on the same disk as the ledger: if that disk fails, both are gone. A stick or another disk is safer.`,
      },
    ];
  return [];
}

function ofCloud({ cloud }: SafetyFacts): SafetyWarning[] {
  if (cloud === null) return [];
  return [
    {
      kind: 'ledger in a cloud folder',
      words: `The ledger itself lies in a folder that ${cloud} keeps alike on several computers. It may carry it off half written, or put an older one in its place. Keep the ledger elsewhere, and only backups there.`,
    },
  ];
}
