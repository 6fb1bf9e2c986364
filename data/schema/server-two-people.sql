-- server-two-people.sql – nobody stands in a row as one of two people who wasn't there.
-- Copyright 2026 The Kaopin authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Run behind server-accounts.sql, as often as wanted. Where somebody has a password, a row that two people answer for is
-- written in a unit of work whose journal names both of them as having proven who they are; and the journal takes nobody who
-- didn't (journal_names_proven ()). Also what such a row says is then changed, and the row removed, in a unit of two people
-- alone.
--
-- A unit is what is in the journal behind its head: both are committed together, so that a note of another unit is never there.
--
-- Not guarded against: a second person who types the PIN into a program that isn't this one; whom the tables belong to,
-- superusers, and keepers of the campaign, who carry campaigns over.
--@pg
-- As kp_review_is_same_person ().
CREATE OR REPLACE FUNCTION @SCHEMA@.two_people_fold (person TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $body$
  SELECT lower (regexp_replace (normalize (person, NFKC), '\s', '', 'g'))
$body$;

-- Whether two people stand in the journal for this unit; these two, unless that is all the same.
CREATE OR REPLACE FUNCTION @SCHEMA@.two_people_stand (of_campaign TEXT, first TEXT, second TEXT, are_any BOOLEAN) RETURNS BOOLEAN
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $body$
  SELECT EXISTS (
    SELECT 1 FROM @SCHEMA@.journal j
      JOIN @SCHEMA@.account f ON f.campaign = j.campaign AND f.login = split_part (j.after_text, ' ', 1)
      JOIN @SCHEMA@.account s ON s.campaign = j.campaign AND s.login = split_part (j.after_text, ' ', 2)
      WHERE j.campaign = of_campaign AND j.act = 'note' AND j.row_key = 'attested' AND f.login <> s.login
        AND j.seq > (SELECT h.seq FROM @SCHEMA@.journal_head h WHERE h.campaign = of_campaign)
        AND (are_any OR (@SCHEMA@.two_people_fold (first) IN (@SCHEMA@.two_people_fold (f.login), @SCHEMA@.two_people_fold (f.name))
                         AND @SCHEMA@.two_people_fold (second)
                             IN (@SCHEMA@.two_people_fold (s.login), @SCHEMA@.two_people_fold (s.name)))))
$body$;

CREATE OR REPLACE FUNCTION @SCHEMA@.two_people_is_own (of_campaign TEXT, person TEXT) RETURNS BOOLEAN
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $body$
  SELECT EXISTS (
    SELECT 1 FROM @SCHEMA@.account a
      WHERE a.campaign = of_campaign
        AND @SCHEMA@.two_people_fold (person) IN (@SCHEMA@.two_people_fold (a.login), @SCHEMA@.two_people_fold (a.name))
        AND @SCHEMA@.account_is_proven (of_campaign, a.login))
$body$;

-- Of a row with a first and a second person, whose columns are given:
--
--   both are new                  these two stand in the journal for this unit
--   the second one is taken away  any two do
--   a first one alone is new      signed in on this connection
--   the rest changes, or the row  any two stand in the journal, unless only columns change that one person writes (given too;
--   goes                          * = all of them)
CREATE OR REPLACE FUNCTION @SCHEMA@.two_people_answer () RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  now_row CONSTANT JSONB := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb (NEW) END;
  old_row CONSTANT JSONB := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb (OLD) END;
  first CONSTANT TEXT := now_row ->> TG_ARGV[0];
  second CONSTANT TEXT := now_row ->> TG_ARGV[1];
  had_second CONSTANT BOOLEAN := (old_row ->> TG_ARGV[1]) IS NOT NULL;
  by_one CONSTANT TEXT[] := string_to_array (TG_ARGV[2], ' ');
  of_campaign CONSTANT TEXT := coalesce (now_row ->> 'campaign', old_row ->> 'campaign');
  keeps_both CONSTANT BOOLEAN := TG_OP = 'UPDATE' AND first IS NOT DISTINCT FROM old_row ->> TG_ARGV[0]
                                 AND second IS NOT DISTINCT FROM old_row ->> TG_ARGV[1]
                                 AND now_row ->> 'campaign' = old_row ->> 'campaign';
  is_right BOOLEAN;
BEGIN
  IF (second IS NULL AND NOT had_second AND (first IS NULL OR keeps_both OR TG_ARGV[0] !~ 'first'))
     OR (@SCHEMA@.account_is_kept (TG_RELID, of_campaign)
         AND @SCHEMA@.account_is_kept (TG_RELID, coalesce (old_row ->> 'campaign', of_campaign)))
     OR (NOT @SCHEMA@.account_is_guarded (of_campaign)
         AND NOT @SCHEMA@.account_is_guarded (coalesce (old_row ->> 'campaign', of_campaign))) THEN
    RETURN coalesce (NEW, OLD);
  END IF;
  IF second IS NOT NULL AND NOT keeps_both THEN
    is_right := @SCHEMA@.two_people_stand (of_campaign, first, second, FALSE);
  ELSIF had_second AND by_one = ARRAY['*'] THEN
    is_right := TRUE;
  ELSIF had_second AND keeps_both AND now_row - by_one = old_row - by_one THEN
    is_right := TRUE;
  ELSIF had_second THEN
    is_right := @SCHEMA@.two_people_stand (of_campaign, NULL, NULL, TRUE);
  ELSE
    is_right := @SCHEMA@.two_people_is_own (of_campaign, first);
  END IF;
  IF NOT is_right THEN
    RAISE EXCEPTION '%: what two people answer for is written when both have proven it in this unit of work', TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN coalesce (NEW, OLD);
END
$body$;

-- Found by the names of their columns, so that no table is left out: the first one stands before the second one.
DO $body$
DECLARE
  one RECORD;
BEGIN
  FOR one IN
    SELECT c.relname AS of_table, f.attname AS first, s.attname AS second, 'two_people_' || s.attname AS guard,
           CASE c.relname || '.' || s.attname
             WHEN 'draw.second_person' THEN 'public result drawn_at version'
             WHEN 'paper_lock.second_person' THEN 'opened_at opened_by opened_with version'
             WHEN 'departure.second_person' THEN 'round called_on version'
             WHEN 'amendment.second_person' THEN 'published_on'
             WHEN 'choice.second_person' THEN 'outcome offer recorded_by at version'
             WHEN 'incident.second_recorder'
               THEN 'candidate_signed informed_on statement decision consequence decided_on decided_by decided_with kept_until '
                    || 'served_on served_how review version'
             WHEN 'incident.decided_with' THEN 'served_on served_how review version'
             WHEN 'panel_mark.void_second' THEN '*'
             ELSE '' END AS by_one
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute s ON s.attrelid = c.oid AND s.attname ~ '(^|_)second(_|$)|_with$' AND NOT s.attisdropped
      JOIN pg_attribute f ON f.attrelid = c.oid AND f.attnum = s.attnum - 1
      WHERE n.nspname = current_schema () AND c.relkind = 'r' AND s.attnum > 0
  LOOP
    EXECUTE format ('DROP TRIGGER IF EXISTS %I ON @SCHEMA@.%I', one.guard, one.of_table);
    EXECUTE format ('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON @SCHEMA@.%I '
                    || 'FOR EACH ROW EXECUTE FUNCTION @SCHEMA@.two_people_answer (%L, %L, %L)',
                    one.guard, one.of_table, one.first, one.second, one.by_one);
  END LOOP;
END
$body$;
--@all
