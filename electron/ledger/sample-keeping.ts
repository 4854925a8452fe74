import type { Minor } from '../../shared/money.ts';
import type { SampleClient, SampleParting, SampleVerdict } from '../../shared/sample/types.ts';
import { insert } from './change.ts';
import type { Writer } from './handles.ts';

/** The id of a row that the sample has already made, by its key. */
export function idOf(ids: ReadonlyMap<string, number>, key: string | null): number | null {
  if (key === null) return null;
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The sample names ${key}, which it has not made`);
  return id;
}

/** Hours, notes, look inside, standing and parting of one client of the sample. */
export function writeKeeping(
  write: Writer,
  clientId: number,
  client: SampleClient,
  hourlyCost: Minor,
  keys: ReadonlyMap<string, number>,
): void {
  for (const { on, kind, minutes, what } of client.hours) {
    insert(write, 'hours', {
      client_id: clientId,
      kind,
      worked_on: on,
      minutes,
      hourly_cost_minor: hourlyCost,
      what,
    });
  }
  for (const { on, words } of client.strain)
    insert(write, 'note', { client_id: clientId, kind: 'staff strain', noted_on: on, words });
  const { look, standing, parting } = client;
  if (look !== null) {
    insert(write, 'inside_look', {
      client_id: clientId,
      looked_on: look.on,
      process: look.process ? 1 : 0,
      communication: look.communication ? 1 : 0,
      value: look.value ? 1 : 0,
      training: look.training ? 1 : 0,
      found: look.found,
    });
  }
  if (standing !== null) {
    insert(write, 'standing_set', {
      client_id: clientId,
      standing: standing.standing,
      reason: standing.reason,
      set_on: standing.setOn,
      review_on: standing.reviewOn,
    });
  }
  if (parting !== null) writeParting(write, clientId, client, parting, keys);
}

function writeParting(
  write: Writer,
  clientId: number,
  client: SampleClient,
  parting: SampleParting,
  keys: ReadonlyMap<string, number>,
): void {
  insert(write, 'parting', {
    client_id: clientId,
    begun_on: parting.begunOn,
    why: parting.why,
    last_attempt: parting.lastAttempt,
    final_invoice_id: idOf(keys, client.invoices.at(-1)?.key ?? null),
    money_settled: parting.moneySettled,
    hand_over: parting.handOver,
    referral_id: idOf(keys, parting.referral),
    parts_on: parting.finishedOn,
    decision_id: idOf(keys, parting.decisionKey),
    finished_on: parting.finishedOn,
  });
}

/** What the sample's owner says wherever a rule was broken. */
const DESPITE = 'It was right to make good, and small beside what they bring over the years.';

/** How the rules stood at each decision; what broke one has a reason, as the decision form asks for. */
export function writeVerdicts(
  write: Writer,
  verdicts: readonly SampleVerdict[],
  keys: ReadonlyMap<string, number>,
): void {
  for (const { decisionKey, rule, on, verdict, words } of verdicts) {
    const decisionId = idOf(keys, decisionKey);
    write.run(
      `INSERT INTO rule_verdict (rule, client_id, decision_id, judged_on, verdict, words)
       SELECT ?1, client_id, id, ?3, ?4, ?5 FROM decision WHERE id = ?2`,
      rule,
      decisionId,
      on,
      verdict,
      words,
    );
    if (verdict === 'broken')
      write.run('UPDATE decision SET despite = ? WHERE id = ? AND despite IS NULL', DESPITE, decisionId);
  }
}
