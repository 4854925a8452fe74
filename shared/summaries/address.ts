/** Whom a page is addressed to, a line each: the contact, the name where the address does not begin with it, the address. */
export function addressLines(client: {
  readonly name: string;
  readonly contact: string | null;
  readonly address: string | null;
}): string[] {
  const { name, contact, address } = client;
  return [
    contact,
    contact === name || address?.startsWith(name) ? null : name,
    ...(address?.split('\n') ?? []),
  ].filter((line): line is string => line !== null && line.trim() !== '');
}
