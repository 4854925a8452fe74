/** Which side a cause lies on, or not known yet. */
export const causeSides = ['inside', 'between', 'outside', 'client', 'unknown'] as const;
export type CauseSide = (typeof causeSides)[number];

export const causeSideNames: Readonly<Record<CauseSide, string>> = {
  inside: 'inside',
  between: 'between us',
  outside: 'outside',
  client: 'the client’s',
  unknown: 'not known yet',
};

/** A quarter with how many complaints of each side began in it. */
export type CauseQuarter = { readonly label: string; readonly name: string } & Readonly<
  Record<CauseSide, number>
>;
