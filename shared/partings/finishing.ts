import { type Day, showDay } from '../dates.ts';
import type { PartWaysAdvice } from '../decisions/advice.ts';
import { PARTING_NEEDS } from '../decisions/part-ways.ts';

/** What stands between a worksheet and its end, the inside look aside. */
export interface Finishing {
  /** Has to be done first, whatever the reasons: what is our fault is settled before anybody is let go. */
  readonly first: string | null;
  /** The facts don't carry a parting: it asks for a reason, kept with the decision. Null: they do. */
  readonly despite: string | null;
}

/**
 * What finishing asks for. `advice` is that of a client with the inside causes looked at; `ourFaultOpen` counts open
 * complaints that are our fault or shared.
 */
export function finishing(advice: PartWaysAdvice, ourFaultOpen: number): Finishing {
  const met = advice.conditions.filter((condition) => condition.met).length;
  const one = ourFaultOpen === 1;
  return {
    first:
      ourFaultOpen === 0
        ? null
        : `${one ? 'A complaint that is' : `${ourFaultOpen} complaints that are`} our fault, or shared, ${one ? 'is' : 'are'} still open. Settle ${one ? 'it' : 'them'} first; this worksheet waits.`,
    despite:
      met >= PARTING_NEEDS
        ? null
        : `${capital(COUNTS[met] ?? String(met))} of the ${advice.conditions.length} conditions ${met === 1 ? 'is' : 'are'} met; parting asks for two. You can part all the same: say why, and it is kept with the decision.`,
  };
}

/** What staff are told of a parted client where the owner wrote nothing and the red flag was lifted. */
export const ALWAYS_TOLD = 'No new work: ask the owner first.';

/** What staff are told where the owner wrote nothing else. */
export function usualInstruction(partsOn: Day, today: Day): string {
  return `No new work: ways ${partsOn > today ? 'part' : 'parted'} on ${showDay(partsOn)}. Ask the owner first.`;
}

const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five'] as const;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
