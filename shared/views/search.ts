import * as z from 'zod';

export const searchInput = z.object({ text: z.string().max(200) });

/** One thing the search found. `excerpt` marks the matched words between U+0002 and U+0003. */
export interface Hit {
  readonly kind: 'client' | 'invoice' | 'complaint';
  readonly id: number;
  readonly clientId: number;
  readonly clientName: string;
  readonly flagged: boolean;
  readonly parted: boolean;
  readonly title: string;
  readonly excerpt: string;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** True where more than the hits given were found. */
  readonly more: boolean;
}
