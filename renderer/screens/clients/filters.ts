import type { ClientFilter } from '../../../shared/views/client-list.ts';
import type { IconName } from '../../ui/icon.tsx';

export interface FilterLabel {
  readonly label: string;
  readonly icon?: IconName;
  /** Whose colour the icon wears. */
  readonly tone?: 'late' | 'comp' | 'flag';
}

/** The chips, in this order. `{limit}` is the owner's goodwill limit. */
export const filterLabels: Readonly<Record<ClientFilter, FilterLabel>> = {
  all: { label: 'All' },
  pastDue: { label: 'Past due' },
  over30: { label: 'Over 30 days' },
  owes: { label: 'Owes' },
  slipping: { label: 'Slipping', icon: 'up', tone: 'late' },
  openComplaint: { label: 'Complaint open', icon: 'complaints', tone: 'comp' },
  flagged: { label: 'Red flag', icon: 'flag', tone: 'flag' },
  goodwillOver: { label: 'Goodwill over {limit}' },
  tooEarly: { label: 'Too early' },
  atRisk: { label: 'At risk' },
  parted: { label: 'Parted' },
};

/** The chips from left to right. */
export const clientFilterOrder: readonly ClientFilter[] = [
  'all',
  'pastDue',
  'over30',
  'owes',
  'slipping',
  'atRisk',
  'openComplaint',
  'flagged',
  'goodwillOver',
  'tooEarly',
  'parted',
];
