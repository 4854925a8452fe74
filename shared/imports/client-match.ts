import type { ClientRef, KnownClient, NewClient } from './plan.ts';
import type { Remarks } from './plan-notes.ts';
import { plainName } from './row.ts';

/** A number without its leading zeros, which spreadsheets drop; `0` for one of zeros alone. */
export function withoutZeros(number: string): string {
  return number.replace(/^0+(?=.)/, '');
}

/** What a record of a file says about its client. */
export interface ClientNaming {
  readonly clientNumber: string | null;
  readonly clientName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly descriptor?: string | null;
}

export interface ClientMatch {
  /** The client of a record, or null where several clients have its name and no number tells them apart. */
  readonly refOf: (record: ClientNaming) => ClientRef | null;
  readonly newClients: readonly NewClient[];
  readonly numbered: readonly { readonly id: number; readonly from: string | null; readonly to: string }[];
  /** Ids of the ledger's clients the file names. */
  readonly knownIds: readonly number[];
}

interface FileClient {
  readonly number: string | null;
  readonly name: string;
  email: string | null;
  phone: string | null;
  descriptor: string | null;
  spellings: Set<string>;
}

const keyOf = (record: Pick<ClientNaming, 'clientNumber' | 'clientName'>) =>
  record.clientNumber === null ? `name ${plainName(record.clientName)}` : `number ${record.clientNumber}`;

function fileClients(records: readonly ClientNaming[]): Map<string, FileClient> {
  const clients = new Map<string, FileClient>();
  for (const record of records) {
    const key = keyOf(record);
    const known = clients.get(key);
    if (known) {
      known.email ??= record.email;
      known.phone ??= record.phone;
      known.descriptor ??= record.descriptor ?? null;
      known.spellings.add(plainName(record.clientName));
    } else {
      const { clientNumber: number, clientName: name, email, phone, descriptor = null } = record;
      clients.set(key, { number, name, email, phone, descriptor, spellings: new Set([plainName(name)]) });
    }
  }
  return clients;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The one client that a client of the file was merged into; null where there is none, or more than one. */
function mergedInto({ number, name }: FileClient, merged: readonly KnownClient[]): KnownClient | null {
  const same = merged.filter((one) =>
    number === null || one.number === null
      ? plainName(one.name) === plainName(name) && (number === null || name !== number)
      : withoutZeros(one.number) === withoutZeros(number),
  );
  const [first] = same;
  return first !== undefined && same.every(({ id }) => id === first.id) ? first : null;
}

/**
 * Which client each record belongs to: by number where the file has one, else by name. A numbered client the ledger
 * doesn't know by number is still the same where exactly one client there has that name and no number yet, or a
 * number equal but for leading zeros. Before a client counts as new, those that were merged into another are looked
 * through: the bookkeeping program goes on writing both.
 */
export function matchClients(
  records: readonly ClientNaming[],
  clients: readonly KnownClient[],
  remarks: Pick<Remarks, 'namesDiffer' | 'numbered'>,
): ClientMatch {
  const byNumber = new Map<string, KnownClient>();
  const byName = new Map<string, KnownClient[]>();
  const merged = clients.filter((client) => client.merged);
  for (const client of clients) {
    if (client.merged) continue;
    if (client.number !== null) byNumber.set(client.number, client);
    push(byName, plainName(client.name), client);
  }
  const inFile = fileClients(records);
  const numbersOfName = new Map<string, number>();
  for (const { number, name } of inFile.values())
    if (number !== null && !byNumber.has(number)) {
      const plain = plainName(name);
      numbersOfName.set(plain, (numbersOfName.get(plain) ?? 0) + 1);
    }

  const refs = new Map<string, ClientRef | null>();
  const newClients: NewClient[] = [];
  const newByName = new Map<string, ClientRef[]>();
  const numbered: { id: number; from: string | null; to: string }[] = [];
  const knownIds = new Set<number>();
  const known = (key: string, client: KnownClient) => {
    refs.set(key, { kind: 'known', id: client.id });
    knownIds.add(client.id);
  };
  const add = (key: string, client: FileClient) => {
    const into = mergedInto(client, merged);
    if (into !== null) return known(key, into);
    const { number, name, email, phone, descriptor } = client;
    const ref: ClientRef = { kind: 'new', index: newClients.length };
    newClients.push({ number, name, email, phone, descriptor });
    refs.set(key, ref);
    push(newByName, plainName(name), ref);
  };

  for (const [key, client] of inFile) {
    const { number, name } = client;
    if (number === null) continue;
    const same = byNumber.get(number);
    if (same) {
      if (client.spellings.size > 1 || (name !== number && plainName(same.name) !== plainName(name)))
        remarks.namesDiffer += 1;
      known(key, same);
      continue;
    }
    if (client.spellings.size > 1) remarks.namesDiffer += 1;
    const plain = plainName(name);
    const twins = (byName.get(plain) ?? []).filter(
      (one) => one.number === null || withoutZeros(one.number) === withoutZeros(number),
    );
    const [twin] = twins;
    if (twin && twins.length === 1 && numbersOfName.get(plain) === 1 && name !== number) {
      known(key, twin);
      if (twin.number === null || twin.number.length < number.length) {
        numbered.push({ id: twin.id, from: twin.number, to: number });
        remarks.numbered += 1;
      }
    } else add(key, client);
  }
  for (const [key, client] of inFile) {
    if (client.number !== null) continue;
    const plain = plainName(client.name);
    const ledger = byName.get(plain) ?? [];
    const fresh = newByName.get(plain) ?? [];
    const [one] = ledger;
    const [other] = fresh;
    if (ledger.length + fresh.length > 1) refs.set(key, null);
    else if (one) known(key, one);
    else if (other) refs.set(key, other);
    else add(key, client);
  }
  return {
    refOf: (record) => refs.get(keyOf(record)) ?? null,
    newClients,
    numbered,
    knownIds: [...knownIds],
  };
}
