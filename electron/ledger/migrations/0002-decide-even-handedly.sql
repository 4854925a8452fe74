-- What the decision desk needs: rules, notes, hours, lessons, standings set by hand, partings, warnings.

-- The owner's rates. Null: never told, so a usual one is assumed and said to be.
ALTER TABLE ledger ADD COLUMN margin_permille INTEGER CHECK (margin_permille BETWEEN 0 AND 1000);
ALTER TABLE ledger ADD COLUMN interest_permille INTEGER CHECK (interest_permille BETWEEN 0 AND 1000);

-- One row for each rule that was ever set; a rule without one stands as its own file says. Of 'like case' there may
-- be many, each made from a decision.
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
CREATE UNIQUE INDEX house_rule_one ON house_rule (rule) WHERE rule <> 'like case';
CREATE INDEX house_rule_born ON house_rule (born_complaint_id) WHERE born_complaint_id IS NOT NULL;

-- The limits that stood in the settings are house rules now, standing since the settings were last changed.
INSERT INTO house_rule (rule, is_on, settings, since_on)
  SELECT 'settle within', 1, json_object('days', settle_limit_days),
         (SELECT max(date(at)) FROM change WHERE kind = 'ledger.edit' AND undone_by IS NULL AND settle_limit_days <> 7)
  FROM ledger
  UNION ALL
  SELECT 'goodwill share', 1, json_object('permille', goodwill_limit_permille),
         (SELECT max(date(at)) FROM change WHERE kind = 'ledger.edit' AND undone_by IS NULL AND goodwill_limit_permille <> 40)
  FROM ledger;
DROP TRIGGER history_ledger_in;
DROP TRIGGER history_ledger_up;
DROP TRIGGER history_ledger_de;
ALTER TABLE ledger DROP COLUMN settle_limit_days;
ALTER TABLE ledger DROP COLUMN goodwill_limit_permille;

-- What the owner judges at the desk; null: not asked yet.
ALTER TABLE complaint ADD COLUMN can_put_right INTEGER CHECK (can_put_right IN (0, 1));
-- What was delivered is of no use to the client as it is.
ALTER TABLE complaint ADD COLUMN of_no_use INTEGER NOT NULL DEFAULT 0 CHECK (of_no_use IN (0, 1));
-- It was put right, and the client is still not satisfied.
ALTER TABLE complaint ADD COLUMN still_unhappy INTEGER NOT NULL DEFAULT 0 CHECK (still_unhappy IN (0, 1));
ALTER TABLE complaint ADD COLUMN lost_time INTEGER NOT NULL DEFAULT 0 CHECK (lost_time IN (0, 1));
ALTER TABLE complaint ADD COLUMN money_asked INTEGER NOT NULL DEFAULT 0 CHECK (money_asked IN (0, 1));
-- What to claim from the carrier or supplier; another matter than what the client gets.
ALTER TABLE complaint ADD COLUMN claim_note TEXT CHECK (length(trim(claim_note)) BETWEEN 1 AND 1000);
CREATE INDEX complaint_waiting ON complaint (received_on) WHERE settled_on IS NULL;
CREATE INDEX complaint_received ON complaint (received_on);

-- Why this decision breaks a rule or treats a like case otherwise.
ALTER TABLE decision ADD COLUMN despite TEXT CHECK (length(trim(despite)) BETWEEN 1 AND 2000);
CREATE INDEX decision_day ON decision (decided_on);

-- Coupons about to lapse, and what coupons cost in a month, without reading every coupon there ever was.
CREATE INDEX coupon_ends ON coupon (valid_until) WHERE redeemed_on IS NULL;
CREATE INDEX coupon_redeemed ON coupon (redeemed_on) WHERE redeemed_on IS NOT NULL;

-- How each house rule stood when something was done: kept or broken, in words, so that a rule changed later does not
-- rewrite what was so then. `rule` is the rule's name, with its id for one of several: 'like case:12'.
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
CREATE INDEX rule_verdict_rule ON rule_verdict (rule, judged_on);
CREATE INDEX rule_verdict_decision ON rule_verdict (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX rule_verdict_invoice ON rule_verdict (invoice_id) WHERE invoice_id IS NOT NULL;
CREATE INDEX rule_verdict_client ON rule_verdict (client_id);

-- New work begun although something warned.
CREATE TABLE warning (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  warned_on TEXT NOT NULL CHECK (warned_on = date(warned_on)),
  path TEXT NOT NULL CHECK (path IN ('new invoice', 'import', 'new client', 'coupon redeemed')),
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 1000),
  invoice_id INTEGER REFERENCES invoice (id)
) STRICT;
CREATE INDEX warning_client ON warning (client_id, warned_on);
CREATE INDEX warning_invoice ON warning (invoice_id) WHERE invoice_id IS NOT NULL;

-- Hours spent on a client besides the work that is paid for. Hours of a put right stand with its decision.
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
CREATE INDEX hours_client ON hours (client_id, worked_on);
CREATE INDEX hours_complaint ON hours (complaint_id) WHERE complaint_id IS NOT NULL;

-- What is remembered of a client besides payments and complaints.
CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  complaint_id INTEGER REFERENCES complaint (id),
  kind TEXT NOT NULL CHECK (kind IN ('staff strain', 'boundary broken')),
  noted_on TEXT NOT NULL CHECK (noted_on = date(noted_on)),
  words TEXT NOT NULL CHECK (length(trim(words)) BETWEEN 1 AND 1000)
) STRICT;
CREATE INDEX note_client ON note (client_id, noted_on);
CREATE INDEX note_complaint ON note (complaint_id) WHERE complaint_id IS NOT NULL;

-- “Look inside first”: the four inside causes looked at with one client in mind. 1: something of ours was found there.
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
CREATE INDEX inside_look_client ON inside_look (client_id, looked_on);

-- A standing the owner set against the reckoned one; the one without an end holds.
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
CREATE UNIQUE INDEX standing_set_holds ON standing_set (client_id) WHERE ended_on IS NULL;
CREATE INDEX standing_set_client ON standing_set (client_id);

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
CREATE INDEX lesson_complaint ON lesson (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX lesson_cause ON lesson (cause_id) WHERE cause_id IS NOT NULL;

-- Who could serve a client better.
CREATE TABLE referral (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) BETWEEN 1 AND 200),
  fits TEXT CHECK (length(fits) <= 500),
  contact TEXT CHECK (length(contact) <= 300)
) STRICT;

-- Letters as the owner worded them; those that come with the program are used until there is a row.
CREATE TABLE letter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) BETWEEN 1 AND 60),
  body TEXT NOT NULL CHECK (length(trim(body)) BETWEEN 1 AND 10000)
) STRICT;

-- One worksheet for each time ways part. Begun, perhaps stopped, or finished; a client is parted while the newest
-- finished one has no welcome back.
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
CREATE INDEX parting_client ON parting (client_id);
CREATE UNIQUE INDEX parting_going ON parting (client_id) WHERE finished_on IS NULL AND stopped_on IS NULL;
CREATE UNIQUE INDEX parting_parted ON parting (client_id) WHERE finished_on IS NOT NULL AND welcomed_on IS NULL;
CREATE INDEX parting_invoice ON parting (final_invoice_id) WHERE final_invoice_id IS NOT NULL;
CREATE INDEX parting_decision ON parting (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX parting_referral ON parting (referral_id) WHERE referral_id IS NOT NULL;

-- Duplicates are looked for by e-mail too.
CREATE INDEX client_email ON client (email COLLATE NOCASE) WHERE email IS NOT NULL;

-- A cache only: made again with the figures that came with the desk.
DROP TABLE client_figures;
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
