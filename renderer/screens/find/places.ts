import type { IconName } from '../../ui/icon.tsx';

/** A page of the app that can be gone to by name. */
export interface Place {
  readonly name: string;
  /** What is found there, in the words an owner may look for. */
  readonly holds: string;
  readonly path: string;
  readonly icon: IconName;
  /** No link of the top bar leads there: offered before anything is typed. */
  readonly offered?: boolean;
}

const places: readonly Place[] = [
  {
    name: 'Backups and safety',
    holds: 'back up, restore, check a backup',
    path: '/safe',
    icon: 'ledger',
    offered: true,
  },
  {
    name: 'History',
    holds: 'what was done, undo, bring back',
    path: '/history',
    icon: 'undo',
    offered: true,
  },
  { name: 'Bin', holds: 'what was removed, put back', path: '/history?tab=bin', icon: 'undo' },
  {
    name: 'Prints',
    holds: 'copies kept of what was printed',
    path: '/prints',
    icon: 'print',
    offered: true,
  },
  {
    name: 'Staff sheet',
    holds: 'accounts that need care, to print',
    path: '/print?kind=staff-sheet',
    icon: 'print',
    offered: true,
  },
  {
    name: 'Month on a page',
    holds: 'the month for you, to print',
    path: '/print?kind=month',
    icon: 'print',
    offered: true,
  },
  {
    name: 'Letters',
    holds: 'the words of apologies, refund notes, farewells, coupons',
    path: '/letters',
    icon: 'edit',
    offered: true,
  },
  {
    name: 'Merge two clients',
    holds: 'two that are one and the same, duplicates',
    path: '/merge',
    icon: 'client',
    offered: true,
  },
  {
    name: 'Take it with you',
    holds: 'export as spreadsheets, CSV, JSON, vCards',
    path: '/safe?do=exports',
    icon: 'file',
    offered: true,
  },
  {
    name: 'Settings',
    holds: 'your business, logo, paper, light or dark',
    path: '/settings',
    icon: 'settings',
  },
  { name: 'Overview', holds: 'all clients at a glance', path: '/overview', icon: 'open' },
  { name: 'Clients', holds: 'the list of all', path: '/clients', icon: 'client' },
  { name: 'Desk', holds: 'complaints that wait for a decision', path: '/desk', icon: 'decisions' },
  { name: 'Outcomes', holds: 'did it work', path: '/outcomes', icon: 'check' },
  { name: 'Lessons', holds: 'what was learned, and what changes', path: '/lessons', icon: 'book' },
  { name: 'House rules', holds: 'your limits and promises', path: '/rules', icon: 'scales' },
  { name: 'Import', holds: 'a CSV from your bookkeeping program', path: '/import', icon: 'import' },
];

/** Below this a text is the beginning of too much. */
const LEAST = 2;
const MOST = 4;
const wordsOf = (text: string): string[] => text.toLowerCase().split(/[\s,]+/);

/**
 * The pages of which every typed word begins a word of their name or of what they hold, those named so first; for an
 * empty text those that nothing in the top bar leads to.
 */
export function placesFor(text: string): readonly Place[] {
  if (text === '') return places.filter(({ offered }) => offered);
  if (text.length < LEAST) return [];
  const typed = wordsOf(text.trim());
  const beginIn = (words: readonly string[]) =>
    typed.every((word) => words.some((other) => other.startsWith(word)));
  const named = places.filter(({ name }) => beginIn(wordsOf(name)));
  const holding = places.filter(
    (place) => !named.includes(place) && beginIn(wordsOf(`${place.name} ${place.holds}`)),
  );
  return [...named, ...holding].slice(0, MOST);
}
