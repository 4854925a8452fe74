/** The two laid side by side, the one that is kept first. */
export const mergePath = (keepId: number, goneId: number): string => `/merge?keep=${keepId}&gone=${goneId}`;

/** To choose who else this client is. */
export const mergeWithPath = (clientId: number): string => `/merge?client=${clientId}`;

/** What the address asks for; null: that client is not named, or not by a number of ours. */
export function askedFor(search: string): {
  readonly keep: number | null;
  readonly gone: number | null;
  readonly client: number | null;
} {
  const params = new URLSearchParams(search);
  const id = (name: string) => {
    const number = Number(params.get(name));
    return Number.isSafeInteger(number) && number > 0 ? number : null;
  };
  return { keep: id('keep'), gone: id('gone'), client: id('client') };
}
