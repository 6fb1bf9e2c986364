-- server.sql – who may do what in the record on a server, by the database's own rights.
-- Copyright 2026 The Kaopin authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Run by whom the tables belong to, as often as wanted: each time it ends in the same state, also after an upgrade that
-- added tables. @SCHEMA@ is the schema that the tables lie in; names are written with it, since whoever works could put
-- other tables before them in the search path.
--@pg
DO $body$
DECLARE
  duty TEXT;
BEGIN
  FOREACH duty IN ARRAY ARRAY['kaopin_clerk', 'kaopin_reader'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = duty) THEN
      EXECUTE format ('CREATE ROLE %I NOLOGIN', duty);
    END IF;
  END LOOP;
END
$body$;

-- Which login works on which campaign. A login without a row here sees no campaign, whatever groups it is in.
CREATE TABLE IF NOT EXISTS @SCHEMA@.server_grant (
  login    TEXT NOT NULL,
  campaign TEXT NOT NULL,
  duty     TEXT NOT NULL CHECK (duty = 'clerk' OR duty = 'keeper' OR duty = 'reader'),
  PRIMARY KEY (login, campaign)
);
REVOKE ALL ON @SCHEMA@.server_grant FROM PUBLIC, kaopin_clerk, kaopin_reader;

-- By the login and not by the role that is played: SET ROLE opens no other campaign. In plpgsql, which keeps its plan: it
-- runs once for each statement.
CREATE OR REPLACE FUNCTION @SCHEMA@.server_campaigns (wanted TEXT) RETURNS TEXT[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  RETURN ARRAY (SELECT g.campaign FROM @SCHEMA@.server_grant g
                WHERE g.login = session_user
                  AND (wanted = 'reader' OR g.duty = wanted OR (wanted = 'clerk' AND g.duty = 'keeper')));
END
$body$;
REVOKE ALL ON FUNCTION @SCHEMA@.server_campaigns (TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION @SCHEMA@.server_campaigns (TEXT) TO kaopin_clerk, kaopin_reader;

-- What the first row of a campaign's journal takes as the hash before it (data/engine/kp-canon.c).
CREATE OR REPLACE FUNCTION @SCHEMA@.journal_start (campaign TEXT) RETURNS BYTEA
LANGUAGE sql IMMUTABLE AS $body$
  SELECT sha256 ('t'::bytea || int4send (16) || 'kaopin-journal-1'::bytea
                 || 't'::bytea || int4send (octet_length (campaign)) || convert_to (campaign, 'UTF8'))
$body$;

-- A row is taken only behind the last one and only with its hash: no gap, no fork, no second beginning.
CREATE OR REPLACE FUNCTION @SCHEMA@.journal_follows () RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
  before BYTEA;
BEGIN
  IF NEW.seq = 1 THEN
    before := @SCHEMA@.journal_start (NEW.campaign);
  ELSE
    SELECT j.hash INTO before FROM @SCHEMA@.journal j WHERE j.campaign = NEW.campaign AND j.seq = NEW.seq - 1;
  END IF;
  IF before IS NULL OR before <> NEW.prev_hash THEN
    RAISE EXCEPTION 'the journal is append-only: this row does not follow its last one'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$body$;

-- The head is the last row of the journal, or stays as it is: that is how the lock is taken.
CREATE OR REPLACE FUNCTION @SCHEMA@.journal_head_follows () RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
  last_seq BIGINT;
  last_hash BYTEA;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NEW;
  END IF;
  SELECT j.seq, j.hash INTO last_seq, last_hash FROM @SCHEMA@.journal j
    WHERE j.campaign = NEW.campaign ORDER BY j.seq DESC LIMIT 1;
  IF last_seq IS NULL THEN
    last_seq := 0;
    last_hash := @SCHEMA@.journal_start (NEW.campaign);
  END IF;
  IF (TG_OP = 'UPDATE' AND NEW.campaign <> OLD.campaign) OR NEW.seq <> last_seq OR NEW.hash <> last_hash THEN
    RAISE EXCEPTION 'the head of the journal is its last row' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$body$;

-- Rows without their head would stop everybody's work: the next unit would number its rows as they are numbered.
CREATE OR REPLACE FUNCTION @SCHEMA@.journal_has_head () RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM @SCHEMA@.journal_head h WHERE h.campaign = NEW.campaign AND h.seq >= NEW.seq) THEN
    RAISE EXCEPTION 'the head of the journal is its last row' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$body$;

DROP TRIGGER IF EXISTS journal_follows ON @SCHEMA@.journal;
CREATE TRIGGER journal_follows BEFORE INSERT ON @SCHEMA@.journal
  FOR EACH ROW EXECUTE FUNCTION @SCHEMA@.journal_follows ();
DROP TRIGGER IF EXISTS journal_has_head ON @SCHEMA@.journal;
CREATE CONSTRAINT TRIGGER journal_has_head AFTER INSERT ON @SCHEMA@.journal DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION @SCHEMA@.journal_has_head ();
DROP TRIGGER IF EXISTS journal_head_follows ON @SCHEMA@.journal_head;
CREATE TRIGGER journal_head_follows BEFORE INSERT OR UPDATE ON @SCHEMA@.journal_head
  FOR EACH ROW EXECUTE FUNCTION @SCHEMA@.journal_head_follows ();
DROP TRIGGER IF EXISTS journal_head_stays ON @SCHEMA@.journal_head;
CREATE TRIGGER journal_head_stays BEFORE DELETE OR TRUNCATE ON @SCHEMA@.journal_head
  FOR EACH STATEMENT EXECUTE FUNCTION @SCHEMA@.journal_refuse ();

-- The subselect is computed once for a statement, not once for a row.
DO $body$
DECLARE
  name TEXT;
  reads CONSTANT TEXT := 'campaign = ANY ((SELECT @SCHEMA@.server_campaigns (''reader''))::text[])';
  writes CONSTANT TEXT := 'campaign = ANY ((SELECT @SCHEMA@.server_campaigns (''clerk''))::text[])';
BEGIN
  FOR name IN
    SELECT format ('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'campaign' AND NOT a.attisdropped
    WHERE n.nspname = current_schema () AND c.relkind = 'r' AND c.relname !~ '^server_'
  LOOP
    EXECUTE 'REVOKE ALL ON ' || name || ' FROM PUBLIC, kaopin_clerk, kaopin_reader';
    EXECUTE 'GRANT SELECT ON ' || name || ' TO kaopin_clerk, kaopin_reader';
    EXECUTE 'GRANT INSERT ON ' || name || ' TO kaopin_clerk';
    EXECUTE 'ALTER TABLE ' || name || ' ENABLE ROW LEVEL SECURITY';
    EXECUTE 'DROP POLICY IF EXISTS server_reads ON ' || name;
    EXECUTE 'DROP POLICY IF EXISTS server_inserts ON ' || name;
    EXECUTE 'DROP POLICY IF EXISTS server_updates ON ' || name;
    EXECUTE 'DROP POLICY IF EXISTS server_removes ON ' || name;
    EXECUTE 'CREATE POLICY server_reads ON ' || name || ' FOR SELECT TO kaopin_clerk, kaopin_reader USING (' || reads || ')';
    EXECUTE 'CREATE POLICY server_inserts ON ' || name || ' FOR INSERT TO kaopin_clerk WITH CHECK (' || writes || ')';
    EXECUTE 'CREATE POLICY server_updates ON ' || name || ' FOR UPDATE TO kaopin_clerk USING (' || writes
            || ') WITH CHECK (' || writes || ')';
    EXECUTE 'CREATE POLICY server_removes ON ' || name || ' FOR DELETE TO kaopin_clerk USING (' || writes || ')';
    IF name NOT IN ('@SCHEMA@.journal', '@SCHEMA@.journal_head') THEN
      EXECUTE 'GRANT UPDATE, DELETE ON ' || name || ' TO kaopin_clerk';
    END IF;
  END LOOP;
END
$body$;
GRANT UPDATE (seq, hash) ON @SCHEMA@.journal_head TO kaopin_clerk;
REVOKE ALL ON @SCHEMA@.schema_migration FROM PUBLIC, kaopin_clerk, kaopin_reader;
GRANT SELECT ON @SCHEMA@.schema_migration TO kaopin_clerk, kaopin_reader;

REVOKE CREATE ON SCHEMA @SCHEMA@ FROM PUBLIC, kaopin_clerk, kaopin_reader;
GRANT USAGE ON SCHEMA @SCHEMA@ TO kaopin_clerk, kaopin_reader;
-- A temporary table is found before all others. Only whom the database belongs to can forbid it.
DO $body$
BEGIN
  EXECUTE format ('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database ());
EXCEPTION WHEN insufficient_privilege THEN
  NULL;
END
$body$;
--@all
