/** What of a client an address book gets. Notes, flags, standings and partings are not among it, and must not be. */
export interface CardClient {
  readonly id: number;
  readonly name: string;
  readonly number: string | null;
  readonly contact: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

const LINE_END = '\r\n';
/** Octets in a line before its end (RFC 2426, 2.6). */
const LONGEST = 75;

/** Text as a vCard value: backslash, comma, semicolon and line ends are written with a backslash (RFC 2426, 4). */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;')
    .replace(/\p{Cc}/gu, ' ');
}

/** A line in pieces of at most 75 octets; those after the first begin with a blank. No character is cut in two. */
export function foldLine(line: string): string {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join(LINE_END);
}

/**
 * A client as a vCard 3.0 (RFC 2426): what every address book reads, old phones and Outlook too, while 4.0 would gain
 * nothing here. `ledger` is the ledger's own number: with it a card taken in again replaces the one before.
 */
export function vCard(client: CardClient, ledger: string): string {
  const name = escaped(client.name.trim());
  const said = [
    client.contact === null ? '' : `Contact: ${client.contact.trim()}`,
    client.number === null ? '' : `Client number: ${client.number.trim()}`,
  ].filter(Boolean);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//Evenhand//EN',
    `UID:evenhand-${ledger}-${client.id}`,
    `FN:${name}`,
    // Required. A business has no family name: its whole name sorts it.
    `N:${name};;;;`,
    // A contact person: then the client is an organisation.
    ...(client.contact === null ? [] : [`ORG:${name}`]),
    ...(client.phone === null ? [] : [`TEL;TYPE=WORK,VOICE:${escaped(client.phone.trim())}`]),
    ...(client.email === null ? [] : [`EMAIL;TYPE=INTERNET:${escaped(client.email.trim())}`]),
    // Written down as one text: the street's part may hold all of it.
    ...(client.address === null ? [] : [`ADR;TYPE=WORK:;;${escaped(client.address.trim())};;;;`]),
    ...(said.length === 0 ? [] : [`NOTE:${escaped(said.join('\n'))}`]),
    'END:VCARD',
  ];
  return lines.map((line) => foldLine(line) + LINE_END).join('');
}
