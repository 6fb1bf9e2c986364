-- server-accounts.sql – who signed in, decided by the server and not by the program of whoever asks.
-- Copyright 2026 The Kaopin authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Run behind server.sql, as often as wanted. Whoever has a clerk's login has it with any program. So of what a password or
-- a PIN is checked by, a clerk can read nothing (account_secret); the server compares, counts and locks, remembers for which
-- accounts this connection proved to stand, and takes rows of accounts and of the journal by that.
--
-- A try is two calls, each a transaction of its own, because a count that is rolled back with its transaction is none:
--
--   account_try    counts the try and keeps the guess; tells nothing            ──▶ commit
--   account_judge  compares the guess that was kept, if its count is committed; again for the same try: the same answer
--
-- Not guarded against: whom the tables belong to, superusers, and keepers of the campaign.
--@pg
CREATE TABLE IF NOT EXISTS @SCHEMA@.server_try (
  campaign TEXT        NOT NULL,
  login    TEXT        NOT NULL,
  tries    INTEGER     NOT NULL, -- since the last right one
  at       TIMESTAMPTZ NOT NULL, -- of the last
  ticket   TEXT        NOT NULL, -- of the last
  by_pin   BOOLEAN     NOT NULL,
  way      TEXT        NOT NULL,
  is_right BOOLEAN     NOT NULL,
  counted  XID8        NOT NULL, -- in which transaction
  PRIMARY KEY (campaign, login)
);
-- A connection is its process and since when that runs; the number alone is given out again.
CREATE TABLE IF NOT EXISTS @SCHEMA@.server_proof (
  pid      INTEGER     NOT NULL,
  campaign TEXT        NOT NULL,
  login    TEXT        NOT NULL,
  by_pin   BOOLEAN     NOT NULL,
  since    TIMESTAMPTZ NOT NULL,
  way      TEXT        NOT NULL, -- holds as long as this is the account's
  PRIMARY KEY (pid, campaign, login, by_pin)
);
-- Campaigns in which somebody has a password, and since which transaction: before it ends, whoever carries a campaign in
-- can finish.
CREATE TABLE IF NOT EXISTS @SCHEMA@.server_guard (
  campaign TEXT NOT NULL,
  began    XID8 NOT NULL,
  PRIMARY KEY (campaign)
);
REVOKE ALL ON @SCHEMA@.server_try, @SCHEMA@.server_proof, @SCHEMA@.server_guard FROM PUBLIC, kaopin_clerk, kaopin_reader;
DO $body$
BEGIN
  EXECUTE 'INSERT INTO @SCHEMA@.server_guard (campaign, began) '
          || 'SELECT DISTINCT a.campaign, pg_current_xact_id () FROM @SCHEMA@.account a WHERE a.password IS NOT NULL '
          || 'ON CONFLICT (campaign) DO NOTHING';
END
$body$;

-- A locked account waits for an administrator who could still sign in; without one, half an hour, and then for one try. So
-- nobody locks all of them out for good by trying.
CREATE OR REPLACE FUNCTION @SCHEMA@.account_try (of_campaign TEXT, of_login TEXT, with_pin BOOLEAN, answer TEXT) RETURNS TEXT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  most_tries CONSTANT INTEGER := 5;
  used TEXT;
  verifier TEXT;
  fits BOOLEAN;
  given TEXT;
BEGIN
  IF NOT of_campaign = ANY (@SCHEMA@.server_campaigns ('reader')) THEN
    RAISE EXCEPTION 'this campaign is not granted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT CASE WHEN with_pin THEN a.pin ELSE a.password END INTO used FROM @SCHEMA@.account a
    WHERE a.campaign = of_campaign AND a.login = of_login AND a.retired_on IS NULL;
  SELECT s.verifier INTO verifier FROM @SCHEMA@.account_secret s
    WHERE s.campaign = of_campaign AND s.login = of_login AND s.way = used;
  IF verifier IS NULL THEN
    RETURN NULL;
  END IF;
  fits := split_part (verifier, '$', 2)
          = encode (sha256 (convert_to (split_part (verifier, '$', 1) || answer, 'UTF8')), 'hex');
  INSERT INTO @SCHEMA@.server_try (campaign, login, tries, at, ticket, by_pin, way, is_right, counted)
    VALUES (of_campaign, of_login, 1, clock_timestamp (), gen_random_uuid ()::text, with_pin, used, fits, pg_current_xact_id ())
    ON CONFLICT (campaign, login) DO UPDATE SET tries = server_try.tries + 1, at = excluded.at, ticket = excluded.ticket,
      by_pin = excluded.by_pin, way = excluded.way, is_right = excluded.is_right, counted = excluded.counted
    WHERE server_try.tries < most_tries
       OR (server_try.at < clock_timestamp () - INTERVAL '30 minutes' AND NOT EXISTS (
             SELECT 1 FROM @SCHEMA@.account a WHERE a.campaign = of_campaign AND a.login <> of_login
             AND a.password IS NOT NULL AND a.retired_on IS NULL AND a.locked_at IS NULL
             AND 'administrator' = ANY (string_to_array (a.roles, ' '))
             AND NOT EXISTS (SELECT 1 FROM @SCHEMA@.server_try o WHERE o.campaign = of_campaign AND o.login = a.login
                             AND o.tries >= most_tries)))
    RETURNING ticket INTO given;
  RETURN given;
END
$body$;

CREATE OR REPLACE FUNCTION @SCHEMA@.account_judge_at (of_campaign TEXT, of_login TEXT, of_ticket TEXT, begun TIMESTAMPTZ)
RETURNS BOOLEAN LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  tried RECORD;
BEGIN
  SELECT t.* INTO tried FROM @SCHEMA@.server_try t
    WHERE t.campaign = of_campaign AND t.login = of_login AND t.ticket = of_ticket;
  IF NOT FOUND OR begun IS NULL OR pg_xact_status (tried.counted) IS DISTINCT FROM 'committed' THEN
    RAISE EXCEPTION 'a try is counted before it is judged, in a transaction of its own'
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF NOT tried.is_right THEN
    RETURN FALSE;
  END IF;
  UPDATE @SCHEMA@.server_try SET tries = 0 WHERE campaign = of_campaign AND login = of_login AND ticket = of_ticket;
  DELETE FROM @SCHEMA@.server_proof p WHERE (p.pid = pg_backend_pid () AND p.since <> begun)
    OR p.pid NOT IN (SELECT a.pid FROM pg_stat_get_activity (NULL) a);
  INSERT INTO @SCHEMA@.server_proof (pid, campaign, login, by_pin, since, way)
    VALUES (pg_backend_pid (), of_campaign, of_login, tried.by_pin, begun, tried.way)
    ON CONFLICT (pid, campaign, login, by_pin) DO UPDATE SET since = excluded.since, way = excluded.way;
  RETURN TRUE;
END
$body$;

-- When the connection began is asked with the login's own rights: others don't see it, not even whom the tables belong to.
CREATE OR REPLACE FUNCTION @SCHEMA@.account_begun () RETURNS TIMESTAMPTZ
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $body$
  SELECT a.backend_start FROM pg_stat_get_activity (pg_backend_pid ()) a
$body$;

CREATE OR REPLACE FUNCTION @SCHEMA@.account_judge (of_campaign TEXT, of_login TEXT, of_ticket TEXT) RETURNS BOOLEAN
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $body$
  SELECT @SCHEMA@.account_judge_at (of_campaign, of_login, of_ticket, @SCHEMA@.account_begun ())
$body$;

-- What this connection proved: 'pin', 'password', or 'admin' for the password of an administrator who isn't locked out.
CREATE OR REPLACE FUNCTION @SCHEMA@.account_proofs_at (of_campaign TEXT, of_login TEXT, begun TIMESTAMPTZ) RETURNS TEXT[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  RETURN ARRAY (
    SELECT CASE WHEN p.login <> of_login THEN 'admin' WHEN p.by_pin THEN 'pin' ELSE 'password' END
      FROM @SCHEMA@.server_proof p JOIN @SCHEMA@.account a ON a.campaign = p.campaign AND a.login = p.login
      WHERE p.campaign = of_campaign AND p.pid = pg_backend_pid () AND p.since = begun AND a.retired_on IS NULL
        AND p.way = CASE WHEN p.by_pin THEN a.pin ELSE a.password END
        AND (p.login = of_login
             OR (NOT p.by_pin AND a.locked_at IS NULL AND 'administrator' = ANY (string_to_array (a.roles, ' ')))));
END
$body$;

CREATE OR REPLACE FUNCTION @SCHEMA@.account_is_proven (of_campaign TEXT, of_login TEXT) RETURNS BOOLEAN
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $body$
  SELECT 'password' = ANY (@SCHEMA@.account_proofs_at (of_campaign, of_login, @SCHEMA@.account_begun ()))
$body$;

CREATE OR REPLACE FUNCTION @SCHEMA@.account_is_guarded (of_campaign TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  RETURN EXISTS (SELECT 1 FROM @SCHEMA@.server_guard g
                 WHERE g.campaign = of_campaign AND g.began IS DISTINCT FROM pg_current_xact_id_if_assigned ());
END
$body$;

-- A keeper's work, or that of whom the tables belong to.
CREATE OR REPLACE FUNCTION @SCHEMA@.account_is_kept (of_table OID, of_campaign TEXT) RETURNS BOOLEAN
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $body$
  SELECT pg_has_role (session_user, c.relowner, 'MEMBER') OR of_campaign = ANY (@SCHEMA@.server_campaigns ('keeper'))
    FROM pg_class c WHERE c.oid = of_table
$body$;

-- What a row of an account may become by whom:
--
--   by an administrator who signed in here             all but its login
--   by who signed in here with it, or gave its PIN     password, PIN, the count of wrong tries
--   by anybody                                         one more wrong try; locked
--   where nobody has a password                        as the program has it; a PIN is changed by who gave the old one
CREATE OR REPLACE FUNCTION @SCHEMA@.account_takes () RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  proofs TEXT[];
  is_guarded BOOLEAN;
  keeps_person BOOLEAN;
  keeps_secrets BOOLEAN;
  keeps_lock BOOLEAN;
BEGIN
  IF @SCHEMA@.account_is_kept (TG_RELID, CASE WHEN TG_OP = 'DELETE' THEN OLD.campaign ELSE NEW.campaign END) THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NOT @SCHEMA@.account_is_guarded (NEW.campaign)
       OR 'admin' = ANY (@SCHEMA@.account_proofs_at (NEW.campaign, '', @SCHEMA@.account_begun ())) THEN
      RETURN NEW;
    END IF;
  ELSIF TG_OP = 'UPDATE' AND NEW.campaign = OLD.campaign AND NEW.login = OLD.login AND NEW.created_at = OLD.created_at THEN
    proofs := @SCHEMA@.account_proofs_at (OLD.campaign, OLD.login, @SCHEMA@.account_begun ());
    is_guarded := @SCHEMA@.account_is_guarded (OLD.campaign);
    keeps_person := NEW.name = OLD.name AND NEW.roles = OLD.roles AND NEW.retired_on IS NOT DISTINCT FROM OLD.retired_on;
    keeps_secrets := NEW.password IS NOT DISTINCT FROM OLD.password AND NEW.pin IS NOT DISTINCT FROM OLD.pin;
    keeps_lock := NEW.n_failures >= OLD.n_failures AND (OLD.locked_at IS NULL OR NEW.locked_at IS NOT NULL);
    IF 'admin' = ANY (proofs)
       OR ('password' = ANY (proofs) AND 'administrator' = ANY (string_to_array (OLD.roles, ' ')))
       OR (keeps_person AND 'password' = ANY (proofs))
       OR (keeps_person AND 'pin' = ANY (proofs) AND (keeps_secrets OR NOT is_guarded))
       OR (keeps_person AND keeps_secrets AND keeps_lock)
       OR (NOT is_guarded AND keeps_lock AND (OLD.pin IS NULL OR 'pin' = ANY (proofs)
                                              OR (keeps_secrets AND NEW.retired_on IS NOT DISTINCT FROM OLD.retired_on))) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'accounts are changed by who signed in: an administrator, or each the own password and PIN'
    USING ERRCODE = 'insufficient_privilege';
END
$body$;

-- Behind it. Whoever changed the own password here still stands for it; what the old one was checked by goes, which nobody else
-- may read; who was unlocked has tries again.
CREATE OR REPLACE FUNCTION @SCHEMA@.account_taken () RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF NEW.password IS NOT NULL THEN
    INSERT INTO @SCHEMA@.server_guard (campaign, began) VALUES (NEW.campaign, pg_current_xact_id ())
      ON CONFLICT (campaign) DO NOTHING;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    UPDATE @SCHEMA@.server_proof p SET way = CASE WHEN p.by_pin THEN NEW.pin ELSE NEW.password END
      WHERE p.pid = pg_backend_pid () AND p.campaign = OLD.campaign AND p.login = OLD.login
        AND p.way = CASE WHEN p.by_pin THEN OLD.pin ELSE OLD.password END
        AND p.way <> CASE WHEN p.by_pin THEN NEW.pin ELSE NEW.password END;
    DELETE FROM @SCHEMA@.account_secret s
      WHERE s.campaign = OLD.campaign AND s.login = OLD.login
        AND ((s.way = OLD.password AND NEW.password IS DISTINCT FROM OLD.password)
             OR (s.way = OLD.pin AND NEW.pin IS DISTINCT FROM OLD.pin));
    IF OLD.locked_at IS NOT NULL AND NEW.locked_at IS NULL THEN
      UPDATE @SCHEMA@.server_try SET tries = 0 WHERE campaign = OLD.campaign AND login = OLD.login;
    END IF;
  END IF;
  RETURN NULL;
END
$body$;

-- Where somebody has a password the journal names nobody who didn't sign in on this connection, and no second person who
-- didn't give the PIN here; the first one is who writes. A wrong try is written down before anybody is proven.
CREATE OR REPLACE FUNCTION @SCHEMA@.journal_names_proven () RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  person TEXT;
BEGIN
  IF @SCHEMA@.account_is_kept (TG_RELID, NEW.campaign) OR NOT @SCHEMA@.account_is_guarded (NEW.campaign)
     OR (NEW.step = 'sign-in' AND NEW.table_name = 'account') THEN
    RETURN NEW;
  END IF;
  IF NOT @SCHEMA@.account_is_proven (NEW.campaign, NEW.actor) THEN
    RAISE EXCEPTION 'the journal names who signed in on this connection, and nobody else'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.act = 'note' AND NEW.row_key = 'attested' THEN
    IF split_part (NEW.after_text, ' ', 1) <> NEW.actor THEN
      RAISE EXCEPTION 'the first of two people is who signed in' USING ERRCODE = 'insufficient_privilege';
    END IF;
    FOREACH person IN ARRAY string_to_array (NEW.after_text, ' ') LOOP
      IF person <> '-' AND NOT (@SCHEMA@.account_proofs_at (NEW.campaign, person, @SCHEMA@.account_begun ())
                                && ARRAY['pin', 'password']) THEN
        RAISE EXCEPTION 'the journal names a second person who gave the own PIN on this connection, and nobody else'
          USING ERRCODE = 'insufficient_privilege';
      END IF;
    END LOOP;
  END IF;
  RETURN NEW;
END
$body$;

-- 登分1 and 登分2 are two people (kp_identity_check_entry()): the clerk of an entry signed in on this connection, and made no
-- other entry of that candidate; of the whole paper the program asks.
CREATE OR REPLACE FUNCTION @SCHEMA@.entry_is_own () RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF @SCHEMA@.account_is_kept (TG_RELID, NEW.campaign) OR NOT @SCHEMA@.account_is_guarded (NEW.campaign) THEN
    RETURN NEW;
  END IF;
  IF NOT @SCHEMA@.account_is_proven (NEW.campaign, NEW.clerk)
     OR EXISTS (SELECT 1 FROM @SCHEMA@.entry e WHERE e.campaign = NEW.campaign AND e.paper = NEW.paper
                AND e.application = NEW.application AND e.clerk = NEW.clerk AND e.entry <> NEW.entry) THEN
    RAISE EXCEPTION 'an entry is made by who signed in on this connection, and each of a candidate by another person'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$body$;

DROP TRIGGER IF EXISTS entry_is_own ON @SCHEMA@.entry;
CREATE TRIGGER entry_is_own BEFORE INSERT OR UPDATE ON @SCHEMA@.entry
  FOR EACH ROW EXECUTE FUNCTION @SCHEMA@.entry_is_own ();
DROP TRIGGER IF EXISTS account_takes ON @SCHEMA@.account;
CREATE TRIGGER account_takes BEFORE INSERT OR UPDATE OR DELETE ON @SCHEMA@.account
  FOR EACH ROW EXECUTE FUNCTION @SCHEMA@.account_takes ();
DROP TRIGGER IF EXISTS account_taken ON @SCHEMA@.account;
CREATE TRIGGER account_taken AFTER INSERT OR UPDATE ON @SCHEMA@.account
  FOR EACH ROW EXECUTE FUNCTION @SCHEMA@.account_taken ();
DROP TRIGGER IF EXISTS journal_names_proven ON @SCHEMA@.journal;
CREATE TRIGGER journal_names_proven BEFORE INSERT ON @SCHEMA@.journal
  FOR EACH ROW EXECUTE FUNCTION @SCHEMA@.journal_names_proven ();

-- Written once, never changed, and gone with the password or the PIN; read by keepers alone.
DROP POLICY IF EXISTS server_reads ON @SCHEMA@.account_secret;
DROP POLICY IF EXISTS server_updates ON @SCHEMA@.account_secret;
DROP POLICY IF EXISTS server_removes ON @SCHEMA@.account_secret;
CREATE POLICY server_reads ON @SCHEMA@.account_secret FOR SELECT TO kaopin_clerk
  USING (campaign = ANY ((SELECT @SCHEMA@.server_campaigns ('keeper'))::text[]));
CREATE POLICY server_removes ON @SCHEMA@.account_secret FOR DELETE TO kaopin_clerk
  USING (campaign = ANY ((SELECT @SCHEMA@.server_campaigns ('keeper'))::text[]));
REVOKE UPDATE ON @SCHEMA@.account_secret FROM kaopin_clerk;

DO $body$
DECLARE
  name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['account_try (TEXT, TEXT, BOOLEAN, TEXT)', 'account_judge_at (TEXT, TEXT, TEXT, TIMESTAMPTZ)',
                              'account_proofs_at (TEXT, TEXT, TIMESTAMPTZ)', 'account_is_guarded (TEXT)'] LOOP
    EXECUTE 'REVOKE ALL ON FUNCTION @SCHEMA@.' || name || ' FROM PUBLIC';
    EXECUTE 'GRANT EXECUTE ON FUNCTION @SCHEMA@.' || name || ' TO kaopin_clerk, kaopin_reader';
  END LOOP;
END
$body$;
REVOKE ALL ON FUNCTION @SCHEMA@.account_taken () FROM PUBLIC;
--@all
