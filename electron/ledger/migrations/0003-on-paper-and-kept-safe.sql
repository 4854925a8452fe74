-- What printing, backup, restore and history need.

-- Which ledger this is, whatever its file or its business is called: a backup knows whose it is.
DROP TRIGGER history_ledger_in;
DROP TRIGGER history_ledger_up;
DROP TRIGGER history_ledger_de;
ALTER TABLE ledger ADD COLUMN uid TEXT NOT NULL DEFAULT '' CHECK (uid = '' OR (length(uid) = 32 AND uid NOT GLOB '*[^0-9a-f]*'));
UPDATE ledger SET uid = lower(hex(randomblob(16)));

-- The picture at the head of what is printed: one, as a PNG in base 64.
CREATE TABLE logo (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  png TEXT NOT NULL CHECK (length(png) BETWEEN 1 AND 600000)
) STRICT;

-- What was printed and is kept, so that it can be printed again as it was, whatever the ledger says by then.
CREATE TABLE kept_print (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER REFERENCES client (id),
  kept_on TEXT NOT NULL CHECK (kept_on = date(kept_on)),
  kept_time TEXT NOT NULL CHECK (kept_time GLOB '[0-2][0-9]:[0-5][0-9]' AND kept_time < '24:00'),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
CREATE INDEX kept_print_client ON kept_print (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX kept_print_day ON kept_print (kept_on);

-- Two clients that look like one and are not: the owner said so.
CREATE TABLE kept_apart (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id INTEGER NOT NULL REFERENCES client (id),
  other_id INTEGER NOT NULL REFERENCES client (id),
  CHECK (client_id < other_id),
  UNIQUE (client_id, other_id)
) STRICT;
CREATE INDEX kept_apart_other ON kept_apart (other_id);

-- 1: the bin was emptied of what this change took away; it can't be undone any more, and its rows tell nothing.
ALTER TABLE change ADD COLUMN emptied INTEGER NOT NULL DEFAULT 0 CHECK (emptied IN (0, 1));
CREATE INDEX change_kind ON change (kind, id);

-- A range began at the highest id that was there, though a table whose import was undone had given out higher ones.
-- What is undone can be brought back now, and must not lie in the range of a later import.
UPDATE history SET row_id = found.first
FROM (
  SELECT id, last_id,
         1 + max(coalesce(last_id, row_id)) OVER (PARTITION BY entity ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS first
  FROM history WHERE action = 'insert'
) AS found
WHERE found.id = history.id AND found.last_id IS NOT NULL AND found.first BETWEEN history.row_id + 1 AND history.last_id;
