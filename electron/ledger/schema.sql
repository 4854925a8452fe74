CREATE INDEX change_client ON change (client_id, id) WHERE client_id IS NOT NULL;

CREATE INDEX change_kind ON change (kind, id);

CREATE INDEX client_email ON client (email COLLATE NOCASE) WHERE email IS NOT NULL;

CREATE INDEX client_name ON client (name COLLATE NOCASE);

CREATE INDEX complaint_client ON complaint (client_id, received_on);

CREATE INDEX complaint_invoice ON complaint (invoice_id) WHERE invoice_id IS NOT NULL;

CREATE INDEX complaint_open ON complaint (client_id) WHERE settled_on IS NULL;

CREATE INDEX complaint_received ON complaint (received_on);

CREATE INDEX complaint_waiting ON complaint (received_on) WHERE settled_on IS NULL;

CREATE INDEX coupon_client ON coupon (client_id);

CREATE INDEX coupon_ends ON coupon (valid_until) WHERE redeemed_on IS NULL;

CREATE INDEX coupon_redeemed ON coupon (redeemed_on) WHERE redeemed_on IS NOT NULL;

CREATE INDEX credit_coupon ON credit (coupon_id) WHERE coupon_id IS NOT NULL;

CREATE INDEX credit_decision ON credit (decision_id) WHERE decision_id IS NOT NULL;

CREATE INDEX credit_invoice ON credit (invoice_id);

CREATE INDEX decision_client ON decision (client_id, decided_on);

CREATE INDEX decision_complaint ON decision (complaint_id) WHERE complaint_id IS NOT NULL;

CREATE INDEX decision_day ON decision (decided_on);

CREATE INDEX history_row ON history (entity, row_id) WHERE action <> 'insert';

CREATE INDEX hours_client ON hours (client_id, worked_on);

CREATE INDEX hours_complaint ON hours (complaint_id) WHERE complaint_id IS NOT NULL;

CREATE INDEX house_rule_born ON house_rule (born_complaint_id) WHERE born_complaint_id IS NOT NULL;

CREATE UNIQUE INDEX house_rule_one ON house_rule (rule) WHERE rule <> 'like case';

CREATE INDEX inside_look_client ON inside_look (client_id, looked_on);

CREATE INDEX invoice_due ON invoice (client_id, due_on);

CREATE INDEX invoice_import ON invoice (import_id) WHERE import_id IS NOT NULL;

CREATE INDEX invoice_open ON invoice (client_id, due_on) WHERE open_minor > 0;

CREATE INDEX invoice_overpaid ON invoice (client_id, overpaid_minor) WHERE overpaid_minor > 0;

CREATE INDEX invoice_revenue ON invoice (client_id, issued_on, amount_minor);

CREATE INDEX kept_apart_other ON kept_apart (other_id);

CREATE INDEX kept_print_client ON kept_print (client_id) WHERE client_id IS NOT NULL;

CREATE INDEX kept_print_day ON kept_print (kept_on);

CREATE INDEX lesson_cause ON lesson (cause_id) WHERE cause_id IS NOT NULL;

CREATE INDEX lesson_complaint ON lesson (complaint_id) WHERE complaint_id IS NOT NULL;

CREATE INDEX note_client ON note (client_id, noted_on);

CREATE INDEX note_complaint ON note (complaint_id) WHERE complaint_id IS NOT NULL;

CREATE INDEX parting_client ON parting (client_id);

CREATE INDEX parting_decision ON parting (decision_id) WHERE decision_id IS NOT NULL;

CREATE UNIQUE INDEX parting_going ON parting (client_id) WHERE finished_on IS NULL AND stopped_on IS NULL;

CREATE INDEX parting_invoice ON parting (final_invoice_id) WHERE final_invoice_id IS NOT NULL;

CREATE UNIQUE INDEX parting_parted ON parting (client_id) WHERE finished_on IS NOT NULL AND welcomed_on IS NULL;

CREATE INDEX parting_referral ON parting (referral_id) WHERE referral_id IS NOT NULL;

CREATE INDEX payment_account ON payment (client_id) WHERE invoice_id IS NULL OR method = 'credit';

CREATE INDEX payment_invoice ON payment (invoice_id) WHERE invoice_id IS NOT NULL;

CREATE INDEX red_flag_client ON red_flag (client_id);

CREATE UNIQUE INDEX red_flag_up ON red_flag (client_id) WHERE lifted_on IS NULL;

CREATE INDEX rule_verdict_client ON rule_verdict (client_id);

CREATE INDEX rule_verdict_decision ON rule_verdict (decision_id) WHERE decision_id IS NOT NULL;

CREATE INDEX rule_verdict_invoice ON rule_verdict (invoice_id) WHERE invoice_id IS NOT NULL;

CREATE INDEX rule_verdict_rule ON rule_verdict (rule, judged_on);

CREATE INDEX standing_set_client ON standing_set (client_id);

CREATE UNIQUE INDEX standing_set_holds ON standing_set (client_id) WHERE ended_on IS NULL;

CREATE INDEX warning_client ON warning (client_id, warned_on);

CREATE INDEX warning_invoice ON warning (invoice_id) WHERE invoice_id IS NOT NULL;

CREATE TABLE cause (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) BETWEEN 1 AND 60),
  grouping TEXT NOT NULL CHECK (grouping IN ('inside', 'outside', 'between', 'client')),
  own INTEGER NOT NULL DEFAULT 1 CHECK (own IN (0, 1))
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  client_id INTEGER,
  -- The history rows of one change stand together: there is one writer.
  first_row INTEGER NOT NULL,
  last_row INTEGER,
  undoes INTEGER REFERENCES change (id),
  undone_by INTEGER REFERENCES change (id)
, emptied INTEGER NOT NULL DEFAULT 0 CHECK (emptied IN (0, 1))) STRICT;

CREATE TABLE client (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT UNIQUE CHECK (length(number) BETWEEN 1 AND 60),
  name TEXT NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 200),
  descriptor TEXT CHECK (length(descriptor) <= 60),
  contact TEXT CHECK (length(contact) <= 200),
  email TEXT CHECK (length(email) <= 200),
  phone TEXT CHECK (length(phone) <= 60),
  address TEXT CHECK (length(address) <= 500),
  terms_days INTEGER CHECK (terms_days BETWEEN 0 AND 365),
  since_on TEXT CHECK (since_on = date(since_on)),
  notes TEXT CHECK (length(notes) <= 5000)
) STRICT;

CREATE TABLE client_figures (
  client_id INTEGER PRIMARY KEY REFERENCES client (id) ON DELETE CASCADE,
  valid_until TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  spark TEXT NOT NULL,
  due_count INTEGER NOT NULL,
  typical_days INTEGER,
  typical_more INTEGER NOT NULL,
  trend TEXT NOT NULL,
  slope REAL,
  -- Mann–Kendall's two-sided p, for “how sure”.
  trend_p REAL,
  owed_minor INTEGER NOT NULL,
  past_due_minor INTEGER NOT NULL,
  oldest_due_on TEXT,
  -- Open balance by age, not yet due first: five amounts as JSON.
  ageing TEXT NOT NULL,
  credit_minor INTEGER NOT NULL,
  open_complaints INTEGER NOT NULL,
  open_severity INTEGER,
  open_since TEXT,
  complaints_12m INTEGER NOT NULL,
  goodwill_12m INTEGER NOT NULL,
  revenue_12m INTEGER NOT NULL,
  -- Minutes of redoing, chasing and care in 12 months: the client's part of all attention.
  minutes_12m INTEGER NOT NULL,
  flagged INTEGER NOT NULL,
  parted INTEGER NOT NULL,
  -- As shown: the owner's where one is set, else the reckoned one.
  standing TEXT NOT NULL,
  standing_reasons TEXT NOT NULL,
  standing_reckoned TEXT NOT NULL,
  standing_set_id INTEGER
) STRICT;

CREATE TABLE complaint (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  invoice_id INTEGER REFERENCES invoice (id),
  received_on TEXT NOT NULL CHECK (received_on = date(received_on)),
  received_time TEXT CHECK (received_time GLOB '[0-2][0-9]:[0-5][0-9]' AND received_time < '24:00'),
  date_assumed INTEGER NOT NULL DEFAULT 0 CHECK (date_assumed IN (0, 1)),
  title TEXT CHECK (length(title) <= 60),
  words TEXT NOT NULL CHECK (length(words) <= 5000),
  wants TEXT CHECK (length(wants) <= 2000),
  we_want TEXT CHECK (length(we_want) <= 2000),
  listener TEXT CHECK (length(listener) <= 100),
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'in person', 'e-mail', 'message', 'letter', 'review', 'other', 'unknown')),
  severity INTEGER CHECK (severity BETWEEN 1 AND 4),
  cause_id INTEGER REFERENCES cause (id),
  fault TEXT CHECK (fault IN ('ours', 'shared', 'theirs', 'nobody')),
  redo_asked INTEGER NOT NULL DEFAULT 0 CHECK (redo_asked IN (0, 1)),
  replied_on TEXT CHECK (replied_on = date(replied_on)),
  replied_time TEXT CHECK (replied_time GLOB '[0-2][0-9]:[0-5][0-9]' AND replied_time < '24:00'),
  settled_on TEXT CHECK (settled_on = date(settled_on)),
  outcome TEXT CHECK (length(outcome) <= 2000),
  review_posted INTEGER NOT NULL DEFAULT 0 CHECK (review_posted IN (0, 1)),
  review_where TEXT CHECK (length(review_where) <= 200),
  review_answer TEXT CHECK (length(review_answer) <= 2000),
  import_id INTEGER REFERENCES import (id), can_put_right INTEGER CHECK (can_put_right IN (0, 1)), of_no_use INTEGER NOT NULL DEFAULT 0 CHECK (of_no_use IN (0, 1)), still_unhappy INTEGER NOT NULL DEFAULT 0 CHECK (still_unhappy IN (0, 1)), lost_time INTEGER NOT NULL DEFAULT 0 CHECK (lost_time IN (0, 1)), money_asked INTEGER NOT NULL DEFAULT 0 CHECK (money_asked IN (0, 1)), claim_note TEXT CHECK (length(trim(claim_note)) BETWEEN 1 AND 1000),
  CHECK (replied_on >= received_on),
  CHECK (settled_on >= received_on),
  CHECK (replied_time IS NULL OR replied_on IS NOT NULL)
) STRICT;

CREATE TABLE coupon (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  decision_id INTEGER NOT NULL UNIQUE REFERENCES decision (id),
  client_id INTEGER NOT NULL REFERENCES client (id),
  code TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(code)) BETWEEN 1 AND 40),
  value_minor INTEGER NOT NULL CHECK (value_minor BETWEEN 1 AND 100000000000),
  valid_until TEXT CHECK (valid_until = date(valid_until)),
  redeemed_on TEXT CHECK (redeemed_on = date(redeemed_on)),
  redeemed_invoice_id INTEGER REFERENCES invoice (id),
  redeemed_minor INTEGER CHECK (redeemed_minor BETWEEN 1 AND value_minor),
  CHECK ((redeemed_on IS NULL) = (redeemed_minor IS NULL)),
  CHECK ((redeemed_on IS NULL) = (redeemed_invoice_id IS NULL))
) STRICT;

CREATE TABLE credit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  invoice_id INTEGER NOT NULL REFERENCES invoice (id),
  credited_on TEXT NOT NULL CHECK (credited_on = date(credited_on)),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND 100000000000),
  reason TEXT CHECK (length(reason) <= 1000),
  decision_id INTEGER REFERENCES decision (id),
  coupon_id INTEGER REFERENCES coupon (id)
) STRICT;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  complaint_id INTEGER REFERENCES complaint (id),
  invoice_id INTEGER REFERENCES invoice (id),
  kind TEXT NOT NULL CHECK (kind IN ('apologise', 'put right', 'coupon', 'part refund', 'full refund', 'hold firm', 'part ways')),
  decided_on TEXT NOT NULL CHECK (decided_on = date(decided_on)),
  amount_minor INTEGER NOT NULL DEFAULT 0 CHECK (amount_minor BETWEEN 0 AND 100000000000),
  redo_minutes INTEGER NOT NULL DEFAULT 0 CHECK (redo_minutes BETWEEN 0 AND 600000),
  hourly_cost_minor INTEGER NOT NULL DEFAULT 0 CHECK (hourly_cost_minor >= 0),
  with_apology INTEGER NOT NULL DEFAULT 0 CHECK (with_apology IN (0, 1)),
  paid_back TEXT CHECK (paid_back IN ('money', 'credit')),
  what TEXT CHECK (length(what) <= 300),
  reason TEXT NOT NULL CHECK (length(trim(reason)) BETWEEN 1 AND 2000), despite TEXT CHECK (length(trim(despite)) BETWEEN 1 AND 2000),
  CHECK ((kind IN ('part refund', 'full refund')) = (paid_back IS NOT NULL)),
  CHECK (kind NOT IN ('part refund', 'full refund', 'coupon') OR amount_minor > 0),
  CHECK (kind = 'put right' OR redo_minutes = 0),
  CHECK (kind NOT IN ('apologise', 'hold firm', 'part ways') OR amount_minor = 0),
  CHECK (paid_back IS NOT 'credit' OR invoice_id IS NOT NULL)
) STRICT;

CREATE TABLE draft (
  key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK (json_valid(value) AND length(value) <= 100000),
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL,
  entity TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  -- A bulk change inserts rows row_id to last_id, recorded as one.
  last_id INTEGER CHECK (last_id IS NULL OR (last_id >= row_id AND action = 'insert')),
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  before TEXT
) STRICT;

CREATE TABLE hours (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  complaint_id INTEGER REFERENCES complaint (id),
  kind TEXT NOT NULL CHECK (kind IN ('redo', 'chasing', 'care')),
  worked_on TEXT NOT NULL CHECK (worked_on = date(worked_on)),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 6000),
  hourly_cost_minor INTEGER NOT NULL CHECK (hourly_cost_minor >= 0),
  what TEXT CHECK (length(what) <= 300)
) STRICT;

CREATE TABLE house_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 60),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  settings TEXT NOT NULL CHECK (json_valid(settings) AND length(settings) <= 2000),
  born_of TEXT CHECK (length(trim(born_of)) BETWEEN 1 AND 500),
  born_complaint_id INTEGER REFERENCES complaint (id),
  -- Since when it has stood as it stands; null: ever since anyone remembers.
  since_on TEXT CHECK (since_on = date(since_on))
) STRICT;

CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  change_id INTEGER NOT NULL REFERENCES change (id),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  format TEXT NOT NULL,
  imported_on TEXT NOT NULL CHECK (imported_on = date(imported_on)),
  counts TEXT NOT NULL CHECK (json_valid(counts))
) STRICT;

CREATE TABLE inside_look (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  looked_on TEXT NOT NULL CHECK (looked_on = date(looked_on)),
  process INTEGER NOT NULL CHECK (process IN (0, 1)),
  communication INTEGER NOT NULL CHECK (communication IN (0, 1)),
  value INTEGER NOT NULL CHECK (value IN (0, 1)),
  training INTEGER NOT NULL CHECK (training IN (0, 1)),
  found TEXT NOT NULL CHECK (length(trim(found)) BETWEEN 1 AND 2000)
) STRICT;

CREATE TABLE invoice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 60),
  title TEXT CHECK (length(title) <= 300),
  issued_on TEXT NOT NULL CHECK (issued_on = date(issued_on)),
  due_on TEXT NOT NULL CHECK (due_on = date(due_on)),
  due_assumed INTEGER NOT NULL DEFAULT 0 CHECK (due_assumed IN (0, 1)),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND 100000000000),
  open_minor INTEGER NOT NULL CHECK (open_minor BETWEEN 0 AND amount_minor),
  overpaid_minor INTEGER NOT NULL DEFAULT 0 CHECK (overpaid_minor >= 0 AND (overpaid_minor = 0 OR open_minor = 0)),
  settled_on TEXT CHECK (settled_on = date(settled_on)),
  import_id INTEGER REFERENCES import (id),
  CHECK (due_on >= issued_on),
  UNIQUE (client_id, number)
) STRICT;

CREATE TABLE kept_apart (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  other_id INTEGER NOT NULL REFERENCES client (id),
  CHECK (client_id < other_id),
  UNIQUE (client_id, other_id)
) STRICT;

CREATE TABLE kept_print (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER REFERENCES client (id),
  kept_on TEXT NOT NULL CHECK (kept_on = date(kept_on)),
  kept_time TEXT NOT NULL CHECK (kept_time GLOB '[0-2][0-9]:[0-5][0-9]' AND kept_time < '24:00'),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

CREATE TABLE ledger (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  business TEXT NOT NULL CHECK (length(trim(business)) BETWEEN 1 AND 120),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
  hourly_cost_minor INTEGER NOT NULL DEFAULT 0 CHECK (hourly_cost_minor >= 0),
  terms_days INTEGER NOT NULL DEFAULT 30 CHECK (terms_days BETWEEN 0 AND 365)
, margin_permille INTEGER CHECK (margin_permille BETWEEN 0 AND 1000), interest_permille INTEGER CHECK (interest_permille BETWEEN 0 AND 1000), uid TEXT NOT NULL DEFAULT '' CHECK (uid = '' OR (length(uid) = 32 AND uid NOT GLOB '*[^0-9a-f]*'))) STRICT;

CREATE TABLE lesson (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER REFERENCES complaint (id),
  cause_id INTEGER REFERENCES cause (id),
  learned_on TEXT NOT NULL CHECK (learned_on = date(learned_on)),
  lesson TEXT NOT NULL CHECK (length(trim(lesson)) BETWEEN 1 AND 1000),
  changes TEXT CHECK (length(changes) <= 1000),
  who TEXT CHECK (length(who) <= 100),
  due_on TEXT CHECK (due_on = date(due_on)),
  done_on TEXT CHECK (done_on = date(done_on)),
  CHECK (done_on >= learned_on)
) STRICT;

CREATE TABLE letter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) BETWEEN 1 AND 60),
  body TEXT NOT NULL CHECK (length(trim(body)) BETWEEN 1 AND 10000)
) STRICT;

CREATE TABLE logo (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  png TEXT NOT NULL CHECK (length(png) BETWEEN 1 AND 600000)
) STRICT;

CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  complaint_id INTEGER REFERENCES complaint (id),
  kind TEXT NOT NULL CHECK (kind IN ('staff strain', 'boundary broken')),
  noted_on TEXT NOT NULL CHECK (noted_on = date(noted_on)),
  words TEXT NOT NULL CHECK (length(trim(words)) BETWEEN 1 AND 1000)
) STRICT;

CREATE TABLE open_change (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  change_id INTEGER NOT NULL,
  -- A bulk change records its inserted rows as ranges when it commits, not one by one.
  bulk INTEGER NOT NULL DEFAULT 0 CHECK (bulk IN (0, 1))
) STRICT;

CREATE TABLE parting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  begun_on TEXT NOT NULL CHECK (begun_on = date(begun_on)),
  why TEXT CHECK (length(why) <= 5000),
  last_attempt TEXT CHECK (length(last_attempt) <= 2000),
  final_invoice_id INTEGER REFERENCES invoice (id),
  money_settled TEXT CHECK (length(money_settled) <= 2000),
  hand_over TEXT CHECK (length(hand_over) <= 5000),
  referral_id INTEGER REFERENCES referral (id),
  letter TEXT CHECK (length(letter) <= 10000),
  instruction TEXT CHECK (length(instruction) <= 500),
  parts_on TEXT CHECK (parts_on = date(parts_on)),
  decision_id INTEGER REFERENCES decision (id),
  finished_on TEXT CHECK (finished_on = date(finished_on)),
  stopped_on TEXT CHECK (stopped_on = date(stopped_on)),
  stopped_why TEXT CHECK (length(stopped_why) <= 2000),
  welcomed_on TEXT CHECK (welcomed_on = date(welcomed_on)),
  welcomed_why TEXT CHECK (length(trim(welcomed_why)) BETWEEN 1 AND 2000),
  CHECK (finished_on IS NULL OR stopped_on IS NULL),
  CHECK (welcomed_on IS NULL OR finished_on IS NOT NULL),
  CHECK ((welcomed_on IS NULL) = (welcomed_why IS NULL))
) STRICT;

CREATE TABLE payment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  invoice_id INTEGER REFERENCES invoice (id),
  paid_on TEXT NOT NULL CHECK (paid_on = date(paid_on)),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND 100000000000),
  method TEXT NOT NULL CHECK (method IN ('transfer', 'card', 'cash', 'cheque', 'credit', 'other', 'unknown')),
  note TEXT CHECK (length(note) <= 500),
  import_id INTEGER REFERENCES import (id),
  CHECK (method <> 'credit' OR invoice_id IS NOT NULL)
) STRICT;

CREATE TABLE red_flag (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  raised_on TEXT NOT NULL CHECK (raised_on = date(raised_on)),
  reason TEXT NOT NULL CHECK (length(trim(reason)) BETWEEN 1 AND 2000),
  instruction TEXT NOT NULL CHECK (length(trim(instruction)) BETWEEN 1 AND 500),
  review_on TEXT CHECK (review_on = date(review_on)),
  lifted_on TEXT CHECK (lifted_on = date(lifted_on)),
  lifted_reason TEXT CHECK (length(trim(lifted_reason)) BETWEEN 1 AND 2000),
  CHECK (review_on > raised_on),
  CHECK (lifted_on >= raised_on),
  CHECK ((lifted_on IS NULL) = (lifted_reason IS NULL))
) STRICT;

CREATE TABLE referral (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) BETWEEN 1 AND 200),
  fits TEXT CHECK (length(fits) <= 500),
  contact TEXT CHECK (length(contact) <= 300)
) STRICT;

CREATE TABLE rule_verdict (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 80),
  client_id INTEGER NOT NULL REFERENCES client (id),
  decision_id INTEGER REFERENCES decision (id),
  invoice_id INTEGER REFERENCES invoice (id),
  judged_on TEXT NOT NULL CHECK (judged_on = date(judged_on)),
  verdict TEXT NOT NULL CHECK (verdict IN ('kept', 'broken')),
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 300)
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE standing_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  standing TEXT NOT NULL CHECK (standing IN ('good', 'keep an eye on', 'at risk', 'consider parting')),
  reason TEXT NOT NULL CHECK (length(trim(reason)) BETWEEN 1 AND 2000),
  set_on TEXT NOT NULL CHECK (set_on = date(set_on)),
  review_on TEXT NOT NULL CHECK (review_on = date(review_on)),
  ended_on TEXT CHECK (ended_on = date(ended_on)),
  CHECK (review_on > set_on),
  CHECK (ended_on >= set_on)
) STRICT;

CREATE TABLE warning (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  warned_on TEXT NOT NULL CHECK (warned_on = date(warned_on)),
  path TEXT NOT NULL CHECK (path IN ('new invoice', 'import', 'new client', 'coupon redeemed')),
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 1000),
  invoice_id INTEGER REFERENCES invoice (id)
) STRICT;

CREATE TABLE write_off (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  invoice_id INTEGER NOT NULL UNIQUE REFERENCES invoice (id),
  written_off_on TEXT NOT NULL CHECK (written_off_on = date(written_off_on)),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND 100000000000),
  reason TEXT NOT NULL CHECK (length(trim(reason)) BETWEEN 1 AND 1000)
) STRICT;

CREATE TRIGGER history_cause_de BEFORE DELETE ON cause BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'cause', OLD.id, 'delete', json_object('id', OLD.id, 'name', OLD.name, 'grouping', OLD.grouping, 'own', OLD.own)); DELETE FROM client_figures;
      END;

CREATE TRIGGER history_cause_in AFTER INSERT ON cause
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'cause', NEW.id, 'insert', NULL); DELETE FROM client_figures;
      END;

CREATE TRIGGER history_cause_up AFTER UPDATE ON cause BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'cause', NEW.id, 'update', json_object('id', OLD.id, 'name', OLD.name, 'grouping', OLD.grouping, 'own', OLD.own)); DELETE FROM client_figures; DELETE FROM client_figures;
      END;

CREATE TRIGGER history_client_de BEFORE DELETE ON client BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'client', OLD.id, 'delete', json_object('id', OLD.id, 'number', OLD.number, 'name', OLD.name, 'descriptor', OLD.descriptor, 'contact', OLD.contact, 'email', OLD.email, 'phone', OLD.phone, 'address', OLD.address, 'terms_days', OLD.terms_days, 'since_on', OLD.since_on, 'notes', OLD.notes)); DELETE FROM client_figures WHERE client_id = OLD.id;
      END;

CREATE TRIGGER history_client_in AFTER INSERT ON client
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'client', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.id;
      END;

CREATE TRIGGER history_client_up AFTER UPDATE ON client BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'client', NEW.id, 'update', json_object('id', OLD.id, 'number', OLD.number, 'name', OLD.name, 'descriptor', OLD.descriptor, 'contact', OLD.contact, 'email', OLD.email, 'phone', OLD.phone, 'address', OLD.address, 'terms_days', OLD.terms_days, 'since_on', OLD.since_on, 'notes', OLD.notes)); DELETE FROM client_figures WHERE client_id = OLD.id; DELETE FROM client_figures WHERE client_id = NEW.id;
      END;

CREATE TRIGGER history_complaint_de BEFORE DELETE ON complaint BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'complaint', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'invoice_id', OLD.invoice_id, 'received_on', OLD.received_on, 'received_time', OLD.received_time, 'date_assumed', OLD.date_assumed, 'title', OLD.title, 'words', OLD.words, 'wants', OLD.wants, 'we_want', OLD.we_want, 'listener', OLD.listener, 'channel', OLD.channel, 'severity', OLD.severity, 'cause_id', OLD.cause_id, 'fault', OLD.fault, 'redo_asked', OLD.redo_asked, 'replied_on', OLD.replied_on, 'replied_time', OLD.replied_time, 'settled_on', OLD.settled_on, 'outcome', OLD.outcome, 'review_posted', OLD.review_posted, 'review_where', OLD.review_where, 'review_answer', OLD.review_answer, 'import_id', OLD.import_id, 'can_put_right', OLD.can_put_right, 'of_no_use', OLD.of_no_use, 'still_unhappy', OLD.still_unhappy, 'lost_time', OLD.lost_time, 'money_asked', OLD.money_asked, 'claim_note', OLD.claim_note)); DELETE FROM client_figures WHERE client_id = OLD.client_id;
      END;

CREATE TRIGGER history_complaint_in AFTER INSERT ON complaint
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'complaint', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_complaint_up AFTER UPDATE ON complaint BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'complaint', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'invoice_id', OLD.invoice_id, 'received_on', OLD.received_on, 'received_time', OLD.received_time, 'date_assumed', OLD.date_assumed, 'title', OLD.title, 'words', OLD.words, 'wants', OLD.wants, 'we_want', OLD.we_want, 'listener', OLD.listener, 'channel', OLD.channel, 'severity', OLD.severity, 'cause_id', OLD.cause_id, 'fault', OLD.fault, 'redo_asked', OLD.redo_asked, 'replied_on', OLD.replied_on, 'replied_time', OLD.replied_time, 'settled_on', OLD.settled_on, 'outcome', OLD.outcome, 'review_posted', OLD.review_posted, 'review_where', OLD.review_where, 'review_answer', OLD.review_answer, 'import_id', OLD.import_id, 'can_put_right', OLD.can_put_right, 'of_no_use', OLD.of_no_use, 'still_unhappy', OLD.still_unhappy, 'lost_time', OLD.lost_time, 'money_asked', OLD.money_asked, 'claim_note', OLD.claim_note)); DELETE FROM client_figures WHERE client_id = OLD.client_id; DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_coupon_de BEFORE DELETE ON coupon BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'coupon', OLD.id, 'delete', json_object('id', OLD.id, 'decision_id', OLD.decision_id, 'client_id', OLD.client_id, 'code', OLD.code, 'value_minor', OLD.value_minor, 'valid_until', OLD.valid_until, 'redeemed_on', OLD.redeemed_on, 'redeemed_invoice_id', OLD.redeemed_invoice_id, 'redeemed_minor', OLD.redeemed_minor)); DELETE FROM client_figures WHERE client_id = OLD.client_id;
      END;

CREATE TRIGGER history_coupon_in AFTER INSERT ON coupon
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'coupon', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_coupon_up AFTER UPDATE ON coupon BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'coupon', NEW.id, 'update', json_object('id', OLD.id, 'decision_id', OLD.decision_id, 'client_id', OLD.client_id, 'code', OLD.code, 'value_minor', OLD.value_minor, 'valid_until', OLD.valid_until, 'redeemed_on', OLD.redeemed_on, 'redeemed_invoice_id', OLD.redeemed_invoice_id, 'redeemed_minor', OLD.redeemed_minor)); DELETE FROM client_figures WHERE client_id = OLD.client_id; DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_credit_de BEFORE DELETE ON credit BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'credit', OLD.id, 'delete', json_object('id', OLD.id, 'invoice_id', OLD.invoice_id, 'credited_on', OLD.credited_on, 'amount_minor', OLD.amount_minor, 'reason', OLD.reason, 'decision_id', OLD.decision_id, 'coupon_id', OLD.coupon_id)); DELETE FROM client_figures WHERE client_id = (SELECT client_id FROM invoice WHERE id = OLD.invoice_id);
      END;

CREATE TRIGGER history_credit_in AFTER INSERT ON credit
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'credit', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = (SELECT client_id FROM invoice WHERE id = NEW.invoice_id);
      END;

CREATE TRIGGER history_credit_up AFTER UPDATE ON credit BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'credit', NEW.id, 'update', json_object('id', OLD.id, 'invoice_id', OLD.invoice_id, 'credited_on', OLD.credited_on, 'amount_minor', OLD.amount_minor, 'reason', OLD.reason, 'decision_id', OLD.decision_id, 'coupon_id', OLD.coupon_id)); DELETE FROM client_figures WHERE client_id = (SELECT client_id FROM invoice WHERE id = OLD.invoice_id); DELETE FROM client_figures WHERE client_id = (SELECT client_id FROM invoice WHERE id = NEW.invoice_id);
      END;

CREATE TRIGGER history_decision_de BEFORE DELETE ON decision BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'decision', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'complaint_id', OLD.complaint_id, 'invoice_id', OLD.invoice_id, 'kind', OLD.kind, 'decided_on', OLD.decided_on, 'amount_minor', OLD.amount_minor, 'redo_minutes', OLD.redo_minutes, 'hourly_cost_minor', OLD.hourly_cost_minor, 'with_apology', OLD.with_apology, 'paid_back', OLD.paid_back, 'what', OLD.what, 'reason', OLD.reason, 'despite', OLD.despite)); DELETE FROM client_figures WHERE client_id = OLD.client_id;
      END;

CREATE TRIGGER history_decision_in AFTER INSERT ON decision
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'decision', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_decision_up AFTER UPDATE ON decision BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'decision', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'complaint_id', OLD.complaint_id, 'invoice_id', OLD.invoice_id, 'kind', OLD.kind, 'decided_on', OLD.decided_on, 'amount_minor', OLD.amount_minor, 'redo_minutes', OLD.redo_minutes, 'hourly_cost_minor', OLD.hourly_cost_minor, 'with_apology', OLD.with_apology, 'paid_back', OLD.paid_back, 'what', OLD.what, 'reason', OLD.reason, 'despite', OLD.despite)); DELETE FROM client_figures WHERE client_id = OLD.client_id; DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_hours_de BEFORE DELETE ON hours BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'hours', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'complaint_id', OLD.complaint_id, 'kind', OLD.kind, 'worked_on', OLD.worked_on, 'minutes', OLD.minutes, 'hourly_cost_minor', OLD.hourly_cost_minor, 'what', OLD.what)); DELETE FROM client_figures WHERE client_id = OLD.client_id;
      END;

CREATE TRIGGER history_hours_in AFTER INSERT ON hours
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'hours', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_hours_up AFTER UPDATE ON hours BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'hours', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'complaint_id', OLD.complaint_id, 'kind', OLD.kind, 'worked_on', OLD.worked_on, 'minutes', OLD.minutes, 'hourly_cost_minor', OLD.hourly_cost_minor, 'what', OLD.what)); DELETE FROM client_figures WHERE client_id = OLD.client_id; DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_house_rule_de BEFORE DELETE ON house_rule BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'house_rule', OLD.id, 'delete', json_object('id', OLD.id, 'rule', OLD.rule, 'is_on', OLD.is_on, 'settings', OLD.settings, 'born_of', OLD.born_of, 'born_complaint_id', OLD.born_complaint_id, 'since_on', OLD.since_on));
      END;

CREATE TRIGGER history_house_rule_in AFTER INSERT ON house_rule
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'house_rule', NEW.id, 'insert', NULL);
      END;

CREATE TRIGGER history_house_rule_up AFTER UPDATE ON house_rule BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'house_rule', NEW.id, 'update', json_object('id', OLD.id, 'rule', OLD.rule, 'is_on', OLD.is_on, 'settings', OLD.settings, 'born_of', OLD.born_of, 'born_complaint_id', OLD.born_complaint_id, 'since_on', OLD.since_on));
      END;

CREATE TRIGGER history_import_de BEFORE DELETE ON import BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'import', OLD.id, 'delete', json_object('id', OLD.id, 'change_id', OLD.change_id, 'file_name', OLD.file_name, 'sha256', OLD.sha256, 'format', OLD.format, 'imported_on', OLD.imported_on, 'counts', OLD.counts));
      END;

CREATE TRIGGER history_import_in AFTER INSERT ON import
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'import', NEW.id, 'insert', NULL);
      END;

CREATE TRIGGER history_import_up AFTER UPDATE ON import BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'import', NEW.id, 'update', json_object('id', OLD.id, 'change_id', OLD.change_id, 'file_name', OLD.file_name, 'sha256', OLD.sha256, 'format', OLD.format, 'imported_on', OLD.imported_on, 'counts', OLD.counts));
      END;

CREATE TRIGGER history_inside_look_de BEFORE DELETE ON inside_look BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'inside_look', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'looked_on', OLD.looked_on, 'process', OLD.process, 'communication', OLD.communication, 'value', OLD.value, 'training', OLD.training, 'found', OLD.found)); DELETE FROM client_figures WHERE client_id = OLD.client_id;
      END;

CREATE TRIGGER history_inside_look_in AFTER INSERT ON inside_look
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'inside_look', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_inside_look_up AFTER UPDATE ON inside_look BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'inside_look', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'looked_on', OLD.looked_on, 'process', OLD.process, 'communication', OLD.communication, 'value', OLD.value, 'training', OLD.training, 'found', OLD.found)); DELETE FROM client_figures WHERE client_id = OLD.client_id; DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_invoice_de BEFORE DELETE ON invoice BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'invoice', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'number', OLD.number, 'title', OLD.title, 'issued_on', OLD.issued_on, 'due_on', OLD.due_on, 'due_assumed', OLD.due_assumed, 'amount_minor', OLD.amount_minor, 'open_minor', OLD.open_minor, 'overpaid_minor', OLD.overpaid_minor, 'settled_on', OLD.settled_on, 'import_id', OLD.import_id)); DELETE FROM client_figures WHERE client_id = OLD.client_id;
      END;

CREATE TRIGGER history_invoice_in AFTER INSERT ON invoice
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'invoice', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_invoice_up AFTER UPDATE ON invoice BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'invoice', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'number', OLD.number, 'title', OLD.title, 'issued_on', OLD.issued_on, 'due_on', OLD.due_on, 'due_assumed', OLD.due_assumed, 'amount_minor', OLD.amount_minor, 'open_minor', OLD.open_minor, 'overpaid_minor', OLD.overpaid_minor, 'settled_on', OLD.settled_on, 'import_id', OLD.import_id)); DELETE FROM client_figures WHERE client_id = OLD.client_id; DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_kept_apart_de BEFORE DELETE ON kept_apart BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'kept_apart', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'other_id', OLD.other_id));
      END;

CREATE TRIGGER history_kept_apart_in AFTER INSERT ON kept_apart
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'kept_apart', NEW.id, 'insert', NULL);
      END;

CREATE TRIGGER history_kept_apart_up AFTER UPDATE ON kept_apart BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'kept_apart', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'other_id', OLD.other_id));
      END;

CREATE TRIGGER history_kept_print_de BEFORE DELETE ON kept_print BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'kept_print', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'kept_on', OLD.kept_on, 'kept_time', OLD.kept_time, 'kind', OLD.kind, 'title', OLD.title, 'document', OLD.document));
      END;

CREATE TRIGGER history_kept_print_in AFTER INSERT ON kept_print
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'kept_print', NEW.id, 'insert', NULL);
      END;

CREATE TRIGGER history_kept_print_up AFTER UPDATE ON kept_print BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'kept_print', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'kept_on', OLD.kept_on, 'kept_time', OLD.kept_time, 'kind', OLD.kind, 'title', OLD.title, 'document', OLD.document));
      END;

CREATE TRIGGER history_ledger_de BEFORE DELETE ON ledger BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'ledger', OLD.id, 'delete', json_object('id', OLD.id, 'business', OLD.business, 'currency', OLD.currency, 'is_sample', OLD.is_sample, 'hourly_cost_minor', OLD.hourly_cost_minor, 'terms_days', OLD.terms_days, 'margin_permille', OLD.margin_permille, 'interest_permille', OLD.interest_permille, 'uid', OLD.uid)); DELETE FROM client_figures;
      END;

CREATE TRIGGER history_ledger_in AFTER INSERT ON ledger
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'ledger', NEW.id, 'insert', NULL); DELETE FROM client_figures;
      END;

CREATE TRIGGER history_ledger_up AFTER UPDATE ON ledger BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'ledger', NEW.id, 'update', json_object('id', OLD.id, 'business', OLD.business, 'currency', OLD.currency, 'is_sample', OLD.is_sample, 'hourly_cost_minor', OLD.hourly_cost_minor, 'terms_days', OLD.terms_days, 'margin_permille', OLD.margin_permille, 'interest_permille', OLD.interest_permille, 'uid', OLD.uid)); DELETE FROM client_figures; DELETE FROM client_figures;
      END;

CREATE TRIGGER history_lesson_de BEFORE DELETE ON lesson BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'lesson', OLD.id, 'delete', json_object('id', OLD.id, 'complaint_id', OLD.complaint_id, 'cause_id', OLD.cause_id, 'learned_on', OLD.learned_on, 'lesson', OLD.lesson, 'changes', OLD.changes, 'who', OLD.who, 'due_on', OLD.due_on, 'done_on', OLD.done_on));
      END;

CREATE TRIGGER history_lesson_in AFTER INSERT ON lesson
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'lesson', NEW.id, 'insert', NULL);
      END;

CREATE TRIGGER history_lesson_up AFTER UPDATE ON lesson BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'lesson', NEW.id, 'update', json_object('id', OLD.id, 'complaint_id', OLD.complaint_id, 'cause_id', OLD.cause_id, 'learned_on', OLD.learned_on, 'lesson', OLD.lesson, 'changes', OLD.changes, 'who', OLD.who, 'due_on', OLD.due_on, 'done_on', OLD.done_on));
      END;

CREATE TRIGGER history_letter_de BEFORE DELETE ON letter BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'letter', OLD.id, 'delete', json_object('id', OLD.id, 'name', OLD.name, 'body', OLD.body));
      END;

CREATE TRIGGER history_letter_in AFTER INSERT ON letter
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'letter', NEW.id, 'insert', NULL);
      END;

CREATE TRIGGER history_letter_up AFTER UPDATE ON letter BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'letter', NEW.id, 'update', json_object('id', OLD.id, 'name', OLD.name, 'body', OLD.body));
      END;

CREATE TRIGGER history_logo_de BEFORE DELETE ON logo BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'logo', OLD.id, 'delete', json_object('id', OLD.id, 'png', OLD.png));
      END;

CREATE TRIGGER history_logo_in AFTER INSERT ON logo
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'logo', NEW.id, 'insert', NULL);
      END;

CREATE TRIGGER history_logo_up AFTER UPDATE ON logo BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'logo', NEW.id, 'update', json_object('id', OLD.id, 'png', OLD.png));
      END;

CREATE TRIGGER history_note_de BEFORE DELETE ON note BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'note', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'complaint_id', OLD.complaint_id, 'kind', OLD.kind, 'noted_on', OLD.noted_on, 'words', OLD.words)); DELETE FROM client_figures WHERE client_id = OLD.client_id;
      END;

CREATE TRIGGER history_note_in AFTER INSERT ON note
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'note', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_note_up AFTER UPDATE ON note BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'note', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'complaint_id', OLD.complaint_id, 'kind', OLD.kind, 'noted_on', OLD.noted_on, 'words', OLD.words)); DELETE FROM client_figures WHERE client_id = OLD.client_id; DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_parting_de BEFORE DELETE ON parting BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'parting', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'begun_on', OLD.begun_on, 'why', OLD.why, 'last_attempt', OLD.last_attempt, 'final_invoice_id', OLD.final_invoice_id, 'money_settled', OLD.money_settled, 'hand_over', OLD.hand_over, 'referral_id', OLD.referral_id, 'letter', OLD.letter, 'instruction', OLD.instruction, 'parts_on', OLD.parts_on, 'decision_id', OLD.decision_id, 'finished_on', OLD.finished_on, 'stopped_on', OLD.stopped_on, 'stopped_why', OLD.stopped_why, 'welcomed_on', OLD.welcomed_on, 'welcomed_why', OLD.welcomed_why)); DELETE FROM client_figures WHERE client_id = OLD.client_id;
      END;

CREATE TRIGGER history_parting_in AFTER INSERT ON parting
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'parting', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_parting_up AFTER UPDATE ON parting BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'parting', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'begun_on', OLD.begun_on, 'why', OLD.why, 'last_attempt', OLD.last_attempt, 'final_invoice_id', OLD.final_invoice_id, 'money_settled', OLD.money_settled, 'hand_over', OLD.hand_over, 'referral_id', OLD.referral_id, 'letter', OLD.letter, 'instruction', OLD.instruction, 'parts_on', OLD.parts_on, 'decision_id', OLD.decision_id, 'finished_on', OLD.finished_on, 'stopped_on', OLD.stopped_on, 'stopped_why', OLD.stopped_why, 'welcomed_on', OLD.welcomed_on, 'welcomed_why', OLD.welcomed_why)); DELETE FROM client_figures WHERE client_id = OLD.client_id; DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_payment_de BEFORE DELETE ON payment BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'payment', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'invoice_id', OLD.invoice_id, 'paid_on', OLD.paid_on, 'amount_minor', OLD.amount_minor, 'method', OLD.method, 'note', OLD.note, 'import_id', OLD.import_id)); DELETE FROM client_figures WHERE client_id = OLD.client_id;
      END;

CREATE TRIGGER history_payment_in AFTER INSERT ON payment
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'payment', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_payment_up AFTER UPDATE ON payment BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'payment', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'invoice_id', OLD.invoice_id, 'paid_on', OLD.paid_on, 'amount_minor', OLD.amount_minor, 'method', OLD.method, 'note', OLD.note, 'import_id', OLD.import_id)); DELETE FROM client_figures WHERE client_id = OLD.client_id; DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_red_flag_de BEFORE DELETE ON red_flag BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'red_flag', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'raised_on', OLD.raised_on, 'reason', OLD.reason, 'instruction', OLD.instruction, 'review_on', OLD.review_on, 'lifted_on', OLD.lifted_on, 'lifted_reason', OLD.lifted_reason)); DELETE FROM client_figures WHERE client_id = OLD.client_id;
      END;

CREATE TRIGGER history_red_flag_in AFTER INSERT ON red_flag
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'red_flag', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_red_flag_up AFTER UPDATE ON red_flag BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'red_flag', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'raised_on', OLD.raised_on, 'reason', OLD.reason, 'instruction', OLD.instruction, 'review_on', OLD.review_on, 'lifted_on', OLD.lifted_on, 'lifted_reason', OLD.lifted_reason)); DELETE FROM client_figures WHERE client_id = OLD.client_id; DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_referral_de BEFORE DELETE ON referral BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'referral', OLD.id, 'delete', json_object('id', OLD.id, 'name', OLD.name, 'fits', OLD.fits, 'contact', OLD.contact));
      END;

CREATE TRIGGER history_referral_in AFTER INSERT ON referral
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'referral', NEW.id, 'insert', NULL);
      END;

CREATE TRIGGER history_referral_up AFTER UPDATE ON referral BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'referral', NEW.id, 'update', json_object('id', OLD.id, 'name', OLD.name, 'fits', OLD.fits, 'contact', OLD.contact));
      END;

CREATE TRIGGER history_rule_verdict_de BEFORE DELETE ON rule_verdict BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'rule_verdict', OLD.id, 'delete', json_object('id', OLD.id, 'rule', OLD.rule, 'client_id', OLD.client_id, 'decision_id', OLD.decision_id, 'invoice_id', OLD.invoice_id, 'judged_on', OLD.judged_on, 'verdict', OLD.verdict, 'words', OLD.words));
      END;

CREATE TRIGGER history_rule_verdict_in AFTER INSERT ON rule_verdict
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'rule_verdict', NEW.id, 'insert', NULL);
      END;

CREATE TRIGGER history_rule_verdict_up AFTER UPDATE ON rule_verdict BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'rule_verdict', NEW.id, 'update', json_object('id', OLD.id, 'rule', OLD.rule, 'client_id', OLD.client_id, 'decision_id', OLD.decision_id, 'invoice_id', OLD.invoice_id, 'judged_on', OLD.judged_on, 'verdict', OLD.verdict, 'words', OLD.words));
      END;

CREATE TRIGGER history_standing_set_de BEFORE DELETE ON standing_set BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'standing_set', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'standing', OLD.standing, 'reason', OLD.reason, 'set_on', OLD.set_on, 'review_on', OLD.review_on, 'ended_on', OLD.ended_on)); DELETE FROM client_figures WHERE client_id = OLD.client_id;
      END;

CREATE TRIGGER history_standing_set_in AFTER INSERT ON standing_set
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'standing_set', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_standing_set_up AFTER UPDATE ON standing_set BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'standing_set', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'standing', OLD.standing, 'reason', OLD.reason, 'set_on', OLD.set_on, 'review_on', OLD.review_on, 'ended_on', OLD.ended_on)); DELETE FROM client_figures WHERE client_id = OLD.client_id; DELETE FROM client_figures WHERE client_id = NEW.client_id;
      END;

CREATE TRIGGER history_warning_de BEFORE DELETE ON warning BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'warning', OLD.id, 'delete', json_object('id', OLD.id, 'client_id', OLD.client_id, 'warned_on', OLD.warned_on, 'path', OLD.path, 'words', OLD.words, 'invoice_id', OLD.invoice_id));
      END;

CREATE TRIGGER history_warning_in AFTER INSERT ON warning
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'warning', NEW.id, 'insert', NULL);
      END;

CREATE TRIGGER history_warning_up AFTER UPDATE ON warning BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'warning', NEW.id, 'update', json_object('id', OLD.id, 'client_id', OLD.client_id, 'warned_on', OLD.warned_on, 'path', OLD.path, 'words', OLD.words, 'invoice_id', OLD.invoice_id));
      END;

CREATE TRIGGER history_write_off_de BEFORE DELETE ON write_off BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'write_off', OLD.id, 'delete', json_object('id', OLD.id, 'invoice_id', OLD.invoice_id, 'written_off_on', OLD.written_off_on, 'amount_minor', OLD.amount_minor, 'reason', OLD.reason)); DELETE FROM client_figures WHERE client_id = (SELECT client_id FROM invoice WHERE id = OLD.invoice_id);
      END;

CREATE TRIGGER history_write_off_in AFTER INSERT ON write_off
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'write_off', NEW.id, 'insert', NULL); DELETE FROM client_figures WHERE client_id = (SELECT client_id FROM invoice WHERE id = NEW.invoice_id);
      END;

CREATE TRIGGER history_write_off_up AFTER UPDATE ON write_off BEGIN
        INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), 'write_off', NEW.id, 'update', json_object('id', OLD.id, 'invoice_id', OLD.invoice_id, 'written_off_on', OLD.written_off_on, 'amount_minor', OLD.amount_minor, 'reason', OLD.reason)); DELETE FROM client_figures WHERE client_id = (SELECT client_id FROM invoice WHERE id = OLD.invoice_id); DELETE FROM client_figures WHERE client_id = (SELECT client_id FROM invoice WHERE id = NEW.invoice_id);
      END;

CREATE TRIGGER search_client_de AFTER DELETE ON client BEGIN
  DELETE FROM search WHERE rowid = OLD.id * 4;
END;

CREATE TRIGGER search_client_in AFTER INSERT ON client
WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
  INSERT INTO search (rowid, words) VALUES (NEW.id * 4, concat_ws(' ', NEW.name, NEW.number, NEW.contact, NEW.email, NEW.phone, replace(NEW.phone, ' ', ''), NEW.descriptor));
END;

CREATE TRIGGER search_client_up AFTER UPDATE OF name, number, contact, email, phone, descriptor ON client BEGIN
  UPDATE search SET words = concat_ws(' ', NEW.name, NEW.number, NEW.contact, NEW.email, NEW.phone, replace(NEW.phone, ' ', ''), NEW.descriptor) WHERE rowid = NEW.id * 4;
END;

CREATE TRIGGER search_complaint_de AFTER DELETE ON complaint BEGIN
  DELETE FROM search WHERE rowid = OLD.id * 4 + 2;
END;

CREATE TRIGGER search_complaint_in AFTER INSERT ON complaint
WHEN (NEW.words <> '' OR NEW.wants IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
  INSERT INTO search (rowid, words) VALUES (NEW.id * 4 + 2, concat_ws(' ', NEW.title, NEW.words, NEW.wants));
END;

CREATE TRIGGER search_complaint_up AFTER UPDATE OF title, words, wants ON complaint BEGIN
  INSERT OR REPLACE INTO search (rowid, words) VALUES (NEW.id * 4 + 2, concat_ws(' ', NEW.title, NEW.words, NEW.wants));
END;

CREATE TRIGGER search_invoice_de AFTER DELETE ON invoice BEGIN
  DELETE FROM search WHERE rowid = OLD.id * 4 + 1;
END;

CREATE TRIGGER search_invoice_in AFTER INSERT ON invoice
WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
  INSERT INTO search (rowid, words) VALUES (NEW.id * 4 + 1, concat_ws(' ', NEW.number, nullif(ltrim(NEW.number, '0'), NEW.number), NEW.title));
END;

CREATE TRIGGER search_invoice_up AFTER UPDATE OF number, title ON invoice BEGIN
  UPDATE search SET words = concat_ws(' ', NEW.number, nullif(ltrim(NEW.number, '0'), NEW.number), NEW.title) WHERE rowid = NEW.id * 4 + 1;
END;
