import { clientColumns, clientFields } from '../clients/client.ts';

/** How a column's value is said. */
export type FieldType =
  | 'text'
  | 'number'
  | 'money'
  | 'day'
  | 'time'
  | 'yes'
  | 'permille'
  | 'minutes'
  /** The id of a row of that table, told by its name. */
  | { readonly row: string };

/** A column's name as the owner would say it, and how its value is said; null: nothing an owner knows of. */
export type Field = readonly [name: string, type: FieldType] | null;

/** What the rows of a table are, and their columns in the order they are shown. */
export interface Entity {
  /** “invoice”; what tells one from another is added where it is known. */
  readonly noun: string;
  /** Columns that tell this row from others, best first. */
  readonly by: readonly string[];
  readonly fields: Readonly<Record<string, Field>>;
}

const row = (table: string): FieldType => ({ row: table });
const client: Field = ['client', row('client')];
const invoice: Field = ['invoice', row('invoice')];
const complaint: Field = ['complaint', row('complaint')];
const decision: Field = ['decision', row('decision')];

const clientTypes: Readonly<Record<string, FieldType>> = { days: 'number', day: 'day' };

/** Every recorded table; a test holds it against the ledger's columns, so that a new one is not forgotten. */
export const entities: Readonly<Record<string, Entity>> = {
  client: {
    noun: 'client',
    by: ['name'],
    fields: Object.fromEntries(
      clientFields.map(({ key, label, control }): [string, Field] => [
        clientColumns[key],
        [label.toLowerCase(), clientTypes[control] ?? 'text'],
      ]),
    ),
  },
  invoice: {
    noun: 'invoice',
    by: ['number'],
    fields: {
      client_id: client,
      number: ['number', 'text'],
      title: ['what for', 'text'],
      issued_on: ['issued', 'day'],
      due_on: ['due', 'day'],
      due_assumed: ['due day assumed', 'yes'],
      amount_minor: ['amount', 'money'],
      open_minor: ['still open', 'money'],
      overpaid_minor: ['overpaid', 'money'],
      settled_on: ['settled', 'day'],
      import_id: ['came with', row('import')],
    },
  },
  payment: {
    noun: 'payment',
    by: ['amount_minor', 'paid_on'],
    fields: {
      client_id: client,
      invoice_id: invoice,
      paid_on: ['paid', 'day'],
      amount_minor: ['amount', 'money'],
      method: ['how', 'text'],
      note: ['note', 'text'],
      import_id: ['came with', row('import')],
    },
  },
  write_off: {
    noun: 'write-off',
    by: ['amount_minor', 'written_off_on'],
    fields: {
      invoice_id: invoice,
      written_off_on: ['written off', 'day'],
      amount_minor: ['amount', 'money'],
      reason: ['why', 'text'],
    },
  },
  credit: {
    noun: 'credit',
    by: ['amount_minor', 'credited_on'],
    fields: {
      invoice_id: invoice,
      credited_on: ['credited', 'day'],
      amount_minor: ['amount', 'money'],
      reason: ['why', 'text'],
      decision_id: decision,
      coupon_id: ['coupon', row('coupon')],
    },
  },
  complaint: {
    noun: 'complaint',
    by: ['received_on', 'title'],
    fields: {
      client_id: client,
      invoice_id: invoice,
      received_on: ['received', 'day'],
      received_time: ['at', 'time'],
      date_assumed: ['day assumed', 'yes'],
      title: ['in short', 'text'],
      words: ['what the client said', 'text'],
      wants: ['they want', 'text'],
      we_want: ['we want', 'text'],
      listener: ['who listened', 'text'],
      channel: ['how it came', 'text'],
      severity: ['severity', 'number'],
      cause_id: ['cause', row('cause')],
      fault: ['fault', 'text'],
      redo_asked: ['asked to do it again', 'yes'],
      money_asked: ['asked for money', 'yes'],
      can_put_right: ['can be put right', 'yes'],
      of_no_use: ['of no use as it is', 'yes'],
      still_unhappy: ['still not satisfied', 'yes'],
      lost_time: ['lost time', 'yes'],
      claim_note: ['to claim elsewhere', 'text'],
      replied_on: ['first reply', 'day'],
      replied_time: ['replied at', 'time'],
      settled_on: ['settled', 'day'],
      outcome: ['outcome', 'text'],
      review_posted: ['review posted', 'yes'],
      review_where: ['review on', 'text'],
      review_answer: ['our answer to the review', 'text'],
      import_id: ['came with', row('import')],
    },
  },
  decision: {
    noun: 'decision',
    by: ['decided_on', 'kind'],
    fields: {
      client_id: client,
      complaint_id: complaint,
      invoice_id: invoice,
      kind: ['what was decided', 'text'],
      decided_on: ['decided', 'day'],
      amount_minor: ['amount', 'money'],
      redo_minutes: ['hours of work', 'minutes'],
      hourly_cost_minor: ['cost of an hour', 'money'],
      with_apology: ['with an apology', 'yes'],
      paid_back: ['given back as', 'text'],
      what: ['what was done', 'text'],
      reason: ['why', 'text'],
      despite: ['all the same', 'text'],
    },
  },
  coupon: {
    noun: 'coupon',
    by: ['code'],
    fields: {
      decision_id: decision,
      client_id: client,
      code: ['code', 'text'],
      value_minor: ['value', 'money'],
      valid_until: ['valid until', 'day'],
      redeemed_on: ['redeemed', 'day'],
      redeemed_invoice_id: ['redeemed on invoice', row('invoice')],
      redeemed_minor: ['redeemed amount', 'money'],
    },
  },
  red_flag: {
    noun: 'red flag',
    by: ['raised_on'],
    fields: {
      client_id: client,
      raised_on: ['raised', 'day'],
      reason: ['why', 'text'],
      instruction: ['instruction', 'text'],
      review_on: ['to be looked at again', 'day'],
      lifted_on: ['lifted', 'day'],
      lifted_reason: ['why lifted', 'text'],
    },
  },
  cause: {
    noun: 'cause',
    by: ['name'],
    fields: { name: ['name', 'text'], grouping: ['group', 'text'], own: null },
  },
  import: {
    noun: 'import',
    by: ['file_name'],
    fields: {
      change_id: null,
      file_name: ['file', 'text'],
      sha256: null,
      format: ['format', 'text'],
      imported_on: ['imported', 'day'],
      counts: null,
    },
  },
  house_rule: {
    noun: 'house rule',
    by: ['rule'],
    fields: {
      rule: ['rule', 'text'],
      is_on: ['in force', 'yes'],
      settings: ['its numbers', 'text'],
      born_of: ['born of', 'text'],
      born_complaint_id: ['born of the complaint', row('complaint')],
      since_on: ['stands since', 'day'],
    },
  },
  rule_verdict: {
    noun: 'verdict of a house rule',
    by: ['judged_on'],
    fields: {
      rule: ['rule', 'text'],
      client_id: client,
      decision_id: decision,
      invoice_id: invoice,
      judged_on: ['as at', 'day'],
      verdict: ['kept or broken', 'text'],
      words: ['in words', 'text'],
    },
  },
  warning: {
    noun: 'warning',
    by: ['warned_on'],
    fields: {
      client_id: client,
      warned_on: ['warned', 'day'],
      path: ['where', 'text'],
      words: ['in words', 'text'],
      invoice_id: invoice,
    },
  },
  hours: {
    noun: 'hours',
    by: ['worked_on'],
    fields: {
      client_id: client,
      complaint_id: complaint,
      kind: ['of what', 'text'],
      worked_on: ['worked', 'day'],
      minutes: ['hours', 'minutes'],
      hourly_cost_minor: ['cost of an hour', 'money'],
      what: ['what was done', 'text'],
    },
  },
  note: {
    noun: 'note',
    by: ['noted_on'],
    fields: {
      client_id: client,
      complaint_id: complaint,
      kind: ['about', 'text'],
      noted_on: ['noted', 'day'],
      words: ['in words', 'text'],
    },
  },
  inside_look: {
    noun: 'look inside',
    by: ['looked_on'],
    fields: {
      client_id: client,
      looked_on: ['looked', 'day'],
      process: ['process: something found', 'yes'],
      communication: ['communication: something found', 'yes'],
      value: ['value for the price: something found', 'yes'],
      training: ['training: something found', 'yes'],
      found: ['what was found', 'text'],
    },
  },
  standing_set: {
    noun: 'standing set by you',
    by: ['set_on'],
    fields: {
      client_id: client,
      standing: ['standing', 'text'],
      reason: ['why', 'text'],
      set_on: ['set', 'day'],
      review_on: ['to be looked at again', 'day'],
      ended_on: ['ended', 'day'],
    },
  },
  lesson: {
    noun: 'lesson',
    by: ['learned_on'],
    fields: {
      complaint_id: complaint,
      cause_id: ['cause', row('cause')],
      learned_on: ['learned', 'day'],
      lesson: ['what was learned', 'text'],
      changes: ['what changes', 'text'],
      who: ['who sees to it', 'text'],
      due_on: ['by', 'day'],
      done_on: ['done', 'day'],
    },
  },
  referral: {
    noun: 'referral',
    by: ['name'],
    fields: { name: ['name', 'text'], fits: ['fits', 'text'], contact: ['contact', 'text'] },
  },
  letter: {
    noun: 'letter',
    by: ['name'],
    fields: { name: ['name', 'text'], body: ['wording', 'text'] },
  },
  parting: {
    noun: 'parting worksheet',
    by: ['begun_on'],
    fields: {
      client_id: client,
      begun_on: ['begun', 'day'],
      why: ['why', 'text'],
      last_attempt: ['last attempt', 'text'],
      final_invoice_id: ['final invoice', row('invoice')],
      money_settled: ['money', 'text'],
      hand_over: ['what is handed over', 'text'],
      referral_id: ['referral', row('referral')],
      letter: ['letter', 'text'],
      instruction: ['instruction for staff', 'text'],
      parts_on: ['ways part on', 'day'],
      decision_id: decision,
      finished_on: ['finished', 'day'],
      stopped_on: ['stopped', 'day'],
      stopped_why: ['why stopped', 'text'],
      welcomed_on: ['welcomed back', 'day'],
      welcomed_why: ['why welcomed back', 'text'],
    },
  },
  ledger: {
    noun: 'settings',
    by: [],
    fields: {
      uid: null,
      business: ['business', 'text'],
      currency: ['currency', 'text'],
      is_sample: null,
      hourly_cost_minor: ['cost of an hour', 'money'],
      margin_permille: ['margin', 'permille'],
      interest_permille: ['interest', 'permille'],
      terms_days: ['usual days to pay', 'number'],
    },
  },
  logo: { noun: 'picture at the head of what is printed', by: [], fields: { png: null } },
  kept_print: {
    noun: 'kept copy',
    by: ['title'],
    fields: {
      client_id: client,
      kept_on: ['kept', 'day'],
      kept_time: ['at', 'time'],
      kind: ['of', 'text'],
      title: ['title', 'text'],
      document: null,
    },
  },
  kept_apart: {
    noun: 'two clients that are not one',
    by: ['client_id'],
    fields: { client_id: ['one', row('client')], other_id: ['other', row('client')] },
  },
};
