-- as: data/schema/0002-bad.sql; finds: 2
CREATE FUNCTION follows () RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  SELECT j.hash INTO before FROM journal j WHERE j.campaign = NEW.campaign AND j.seq = NEW.seq - 1;
  IF NOT EXISTS (SELECT 1 FROM journal_head h WHERE h.seq >= NEW.seq) THEN
    RETURN NULL;
  END IF;
END
$body$;
UPDATE person SET sex = '女' WHERE sex = 'F';
