-- 0001-start.sql – the first schema of the record.
-- Copyright 2026 The Kaopin authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Words: SQLite STRICT; INTEGER, BLOB and STRICT are mapped for PostgreSQL. Lines between --@sqlite or --@pg and --@all
-- go to that engine alone. Every key begins with the campaign; ids are made by the program; marks are integers of a
-- fixed scale; dates are TEXT YYYY-MM-DD.

CREATE TABLE schema_migration (
  version INTEGER PRIMARY KEY NOT NULL,
  reason TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length (digest) = 64)
) STRICT;

-- Append-only; each row's hash covers the row and the hash before it (data/engine/kp-ledger.c).
CREATE TABLE journal (
  campaign TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  step TEXT NOT NULL,
  subject TEXT,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('insert', 'update', 'remove', 'note')),
  before_text TEXT,
  after_text TEXT,
  row_hash BLOB CHECK (length (row_hash) = 32),
  prev_hash BLOB NOT NULL CHECK (length (prev_hash) = 32),
  hash BLOB NOT NULL CHECK (length (hash) = 32),
  PRIMARY KEY (campaign, seq)
) STRICT;

-- The last seq and hash of each campaign's journal: the lock that every unit of work takes first.
CREATE TABLE journal_head (
  campaign TEXT PRIMARY KEY NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 0),
  hash BLOB NOT NULL CHECK (length (hash) = 32)
) STRICT;

--@sqlite
CREATE TRIGGER journal_keeps_rows BEFORE UPDATE ON journal
  BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_loses_no_row BEFORE DELETE ON journal
  BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
--@pg
CREATE FUNCTION journal_refuse () RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'integrity_constraint_violation';
END
$body$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse ();
--@all
