-- 0001-start.sql – the first schema of the record.
-- Copyright 2026 The Kaopin authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Words: SQLite STRICT; INTEGER, BLOB and STRICT are mapped for PostgreSQL. Lines between --@sqlite or --@pg and --@all
-- go to that engine alone. Every key begins with the campaign; ids are made by the program; marks are integers of a
-- fixed scale; dates are TEXT YYYY-MM-DD.
--
-- Words that a column may hold are written as a chain of OR: for IN with more than two words SQLite builds a table in
-- memory at each inserted row, a tenth of the time of an import.

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
  act TEXT NOT NULL CHECK (act = 'insert' OR act = 'update' OR act = 'remove' OR act = 'note'),
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

-- The campaign and what it recruits for. Every key begins with the campaign, so that one county can move to another server.
CREATE TABLE campaign (
  campaign       TEXT    NOT NULL,
  title          TEXT    NOT NULL,
  closed         TEXT    NOT NULL,   -- names of the closed stages, joined by a blank
  scheme         TEXT    NOT NULL,   -- canonical JSON of the scheme
  scheme_digest  TEXT    NOT NULL,   -- SHA-256 of that text, lower-case hex
  created_at     TEXT    NOT NULL,
  paper_key      TEXT    NOT NULL,   -- 64 hex digits by chance: only who has the record can make the codes and seals of papers
  seal           TEXT    NOT NULL,   -- key of the sealed columns, or what a passphrase makes one of (data/engine/kp-seal.c)
  version        INTEGER NOT NULL,
  PRIMARY KEY (campaign)
) STRICT;

CREATE TABLE post (
  campaign  TEXT    NOT NULL,
  post      TEXT    NOT NULL,        -- post code of the notice
  planned   INTEGER NOT NULL CHECK (planned >= 0),   -- places of the notice
  opened    INTEGER NOT NULL CHECK (opened >= 0),    -- places after the opening ratio
  listed    INTEGER NOT NULL CHECK (listed >= 0),    -- places for which the list of the interview was made
  competing INTEGER NOT NULL CHECK (competing >= 0), -- with fewer heard there is no competition
  places    INTEGER NOT NULL CHECK (places >= 0),    -- places now: after what became empty at the interview moved besides
  state     TEXT    NOT NULL CHECK (state = 'planned' OR state = 'open' OR state = 'reduced' OR state = 'cancelled'
                                 OR state = 'interview_only'),
  why       TEXT,                    -- of the opening
  opened_on TEXT,                    -- ISO date of the opening
  moved     TEXT,                    -- why `listed` isn't `opened`
  vacated   TEXT,                    -- why `places` isn't `listed`
  waits     INTEGER NOT NULL CHECK (waits IN (0, 1, 2)),   -- for the committee to say where empty places go: 1 = may get some, 2 = has some
  version   INTEGER NOT NULL,
  PRIMARY KEY (campaign, post),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- What the scheme leaves to the committee, as two of its people recorded it. A later decision replaces an earlier one; the
-- journal keeps both.
CREATE TABLE decision (
  campaign       TEXT    NOT NULL,
  kind           TEXT    NOT NULL CHECK (kind = 'written_line' OR kind = 'opening' OR kind = 'shortlist'
                                     OR kind = 'shortlist_tie' OR kind = 'interview_line' OR kind = 'tie'
                                     OR kind = 'final_tie' OR kind = 'vote' OR kind = 'direct' OR kind = 'exempt'
                                     OR kind = 'choice' OR kind = 'leftover'),
  subject        TEXT    NOT NULL,   -- '' for the campaign, a post, or an application
  value          TEXT    NOT NULL,   -- a mark, a number of places, a ratio 1:2, a rank, a vote 5/7, or A01=2,A03=1
  reason         TEXT    NOT NULL,
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL CHECK (second_person <> first_person),
  at             TEXT    NOT NULL,
  version        INTEGER NOT NULL,
  PRIMARY KEY (campaign, kind, subject),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

CREATE TABLE person (
  campaign     TEXT    NOT NULL,
  person       TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  id_number    TEXT    NOT NULL,
  sex          TEXT    NOT NULL,
  birth        TEXT    NOT NULL,     -- ISO date
  ethnic       TEXT,
  political    TEXT,
  education    TEXT,
  degree       TEXT,
  school       TEXT,
  major        TEXT,
  graduated    TEXT,                 -- ISO date
  phone        TEXT,
  residence    TEXT,
  address      TEXT,
  employer     TEXT,
  certificate  TEXT,
  is_veteran   INTEGER NOT NULL CHECK (is_veteran IN (0, 1)),
  grid_since   TEXT,                 -- ISO date
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, person),
  UNIQUE (campaign, id_number),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- One application for each person (domain.md §3: one person, one post).
CREATE TABLE application (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,     -- registration number
  person       TEXT    NOT NULL,
  post         TEXT    NOT NULL,
  source       TEXT    NOT NULL,     -- SHA-256 of the imported file
  sheet_row    INTEGER NOT NULL,
  remark       TEXT,
  review       TEXT    NOT NULL CHECK (review = 'none' OR review = 'pass' OR review = 'fail' OR review = 'more' OR review = 'pending'),
  reviewed_on  TEXT,                 -- ISO date of the outcome; periods for papers and appeals count from it
  appealed_on  TEXT,                 -- ISO date of the appeal against it
  warnings     TEXT,                 -- codes of the import, joined by ;
  payment      TEXT CHECK (payment = 'paid' OR payment = 'exempt'),   -- of the fee; NULL: not paid
  paid_on      TEXT,                 -- ISO date
  first_post   TEXT,                 -- applied for before it was cancelled; NULL: the same
  reposted_on  TEXT,                 -- ISO date of the choice of another post
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, application),
  UNIQUE (campaign, person),
  FOREIGN KEY (campaign, person) REFERENCES person (campaign, person),
  FOREIGN KEY (campaign, post) REFERENCES post (campaign, post)
) STRICT;
CREATE INDEX application_by_post ON application (campaign, post);

-- What a person states beyond the columns of `person`: the facts that the scheme declares. Fields left empty have no row.
CREATE TABLE fact (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  fact         TEXT    NOT NULL,     -- id in the scheme
  value        TEXT    NOT NULL,     -- yes, no (also: there is no such thing), a word, a place, an ISO date or a number
  since        TEXT,                 -- of a place: ISO date
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, application, fact),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- The photo of an application, as it is printed; a later one replaces it.
CREATE TABLE photo (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  digest       TEXT    NOT NULL CHECK (length (digest) = 64),   -- SHA-256 of the JPEG
  picture      TEXT    NOT NULL,     -- the JPEG in Base64
  width        INTEGER NOT NULL CHECK (width > 0),              -- dots
  height       INTEGER NOT NULL CHECK (height > 0),
  taken_on     TEXT    NOT NULL,     -- ISO date of taking it in
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, application),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

CREATE TABLE import (
  campaign  TEXT    NOT NULL,
  kind      TEXT    NOT NULL,        -- registrations, payments, photos, written:PAPER:ENTRY, interview, physical, background, addresses
  digest    TEXT    NOT NULL,        -- SHA-256 of the file's bytes
  at        TEXT    NOT NULL,
  actor     TEXT    NOT NULL,
  rows      INTEGER NOT NULL,
  taken     INTEGER NOT NULL,
  PRIMARY KEY (campaign, kind, digest)
) STRICT;

-- 身份和资格证明: what was shown for a claim, and what the check against a source found. The last word counts; the journal
-- keeps the others.
CREATE TABLE proof (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  proof        TEXT    NOT NULL,     -- id in the scheme
  outcome      TEXT    NOT NULL CHECK (outcome = 'shown' OR outcome = 'confirmed' OR outcome = 'refuted' OR outcome = 'missed'),
  papers       TEXT    NOT NULL,     -- that were shown, joined by \n; '' = none
  source       TEXT,                 -- against which it was checked
  checked_on   TEXT,                 -- ISO date of its answer
  dated_on     TEXT,                 -- ISO date that the certificate bears
  reference    TEXT,                 -- number of the certificate or of the answer
  note         TEXT,
  checker      TEXT    NOT NULL,
  recorded_on  TEXT    NOT NULL,     -- ISO date
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, application, proof),
  CHECK (outcome = 'shown' OR outcome = 'missed' OR (source IS NOT NULL AND checked_on IS NOT NULL)),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- What persons decided of single requirements: 初审, 复核, and on an appeal. The highest level counts; each stays.
CREATE TABLE judgement (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  moment       TEXT    NOT NULL CHECK (moment = 'review' OR moment = 'recheck'),
  condition    TEXT    NOT NULL,     -- id of the requirement in the scheme
  level        INTEGER NOT NULL CHECK (level = 1 OR level = 2 OR level = 3),
  verdict      TEXT    NOT NULL CHECK (verdict = 'met' OR verdict = 'unmet' OR verdict = 'needs_paper'),
  note         TEXT    NOT NULL,
  reviewer     TEXT    NOT NULL,
  decided_on   TEXT    NOT NULL,     -- ISO date
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, application, moment, condition, level),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

CREATE TABLE finding (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  moment       TEXT    NOT NULL CHECK (moment = 'review' OR moment = 'recheck'),
  condition    TEXT    NOT NULL,     -- id of the requirement in the scheme
  computed     TEXT    NOT NULL CHECK (computed = 'met' OR computed = 'unmet' OR computed = 'needs_paper' OR computed = 'by_hand' OR computed = 'not_applicable'),
  verdict      TEXT    NOT NULL CHECK (verdict = 'met' OR verdict = 'unmet' OR verdict = 'needs_paper' OR verdict = 'by_hand' OR verdict = 'not_applicable'),
  reason       TEXT,                 -- R01 … R99, domain.md §4
  clause       TEXT,
  sentence     TEXT    NOT NULL,     -- what the candidate is told
  reviewer     TEXT    NOT NULL,     -- 'rule', or the person whose judgement counts
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, application, moment, condition),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- Draws of design.md §6; committed first, revealed with the public digits. A repeat is a further attempt that two people
-- answer for; every earlier one stays.
CREATE TABLE draw (
  campaign       TEXT    NOT NULL,
  purpose        TEXT    NOT NULL,
  attempt        INTEGER NOT NULL CHECK (attempt > 0),
  public_source  TEXT    NOT NULL,   -- which number will count, said before it existed
  items          TEXT    NOT NULL,   -- joined by \n, sorted
  list           TEXT    NOT NULL,
  commitment     TEXT    NOT NULL,
  nonce          TEXT    NOT NULL,   -- hex
  committed_at   TEXT    NOT NULL,
  public         TEXT,               -- NULL until revealed
  result         TEXT,               -- joined by \n
  drawn_at       TEXT,
  reason         TEXT,               -- of a repeat
  first_person   TEXT,
  second_person  TEXT    CHECK (second_person <> first_person),
  version        INTEGER NOT NULL,
  PRIMARY KEY (campaign, purpose, attempt),
  CHECK ((public IS NULL) = (result IS NULL)),
  CHECK ((public IS NULL) = (drawn_at IS NULL)),
  CHECK ((attempt = 1) = (reason IS NULL)),
  CHECK ((reason IS NULL) = (first_person IS NULL)),
  CHECK ((reason IS NULL) = (second_person IS NULL))
) STRICT;

CREATE TABLE seat (
  campaign     TEXT    NOT NULL,
  sitting      TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  site         TEXT    NOT NULL,
  room         INTEGER NOT NULL,
  seat         INTEGER NOT NULL,
  ticket       TEXT    NOT NULL,
  PRIMARY KEY (campaign, sitting, application),
  UNIQUE (campaign, sitting, site, room, seat),
  UNIQUE (campaign, sitting, ticket),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;
CREATE INDEX seat_by_ticket ON seat (campaign, ticket);

-- 换座: somebody who sat elsewhere on the day; two who changed have two rows. The ticket stays.
CREATE TABLE seat_change (
  campaign   TEXT    NOT NULL,
  number     INTEGER NOT NULL CHECK (number > 0),
  sitting    TEXT    NOT NULL,
  ticket     TEXT    NOT NULL,
  from_seat  TEXT    NOT NULL,   -- site/room/seat
  to_seat    TEXT    NOT NULL,
  reason     TEXT    NOT NULL,
  person     TEXT    NOT NULL,   -- who ordered it
  at         TEXT    NOT NULL,
  PRIMARY KEY (campaign, number, sitting, ticket),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- 入场: what happened at the door, row by row; the last one of a candidate counts. No sitting: 面试报到, at the door of the
-- waiting room, whose state is in attendance too.
CREATE TABLE hall_arrival (
  campaign       TEXT    NOT NULL,
  sitting        TEXT    NOT NULL,
  application    TEXT    NOT NULL,
  number         INTEGER NOT NULL CHECK (number > 0),
  act            TEXT    NOT NULL CHECK (act = 'in' OR act = 'undone' OR act = 'refused' OR act = 'absent'),
  reason         TEXT,            -- of undone; of in: how it was found that the candidate sat in the room
  person         TEXT    NOT NULL,
  second_person  TEXT    CHECK (second_person <> person),   -- of in with a reason
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, sitting, application, number),
  CHECK (act <> 'undone' OR reason IS NOT NULL),
  CHECK ((second_person IS NOT NULL) = (act = 'in' AND reason IS NOT NULL)),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- 停止入场: by two people; from then on who isn't in the room is absent.
CREATE TABLE hall_closing (
  campaign       TEXT    NOT NULL,
  sitting        TEXT    NOT NULL,
  site           TEXT    NOT NULL,
  room           INTEGER NOT NULL,
  n_expected     INTEGER NOT NULL,
  n_absent       INTEGER NOT NULL CHECK (n_absent >= 0 AND n_absent <= n_expected),
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL CHECK (second_person <> first_person),
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, sitting, site, room),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- What was entered: 1 and 2 by two clerks, 3 by the third person who resolves a difference. Marks are in units of KpMark.
CREATE TABLE entry (
  campaign     TEXT    NOT NULL,
  paper        TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  entry        INTEGER NOT NULL CHECK (entry = 1 OR entry = 2 OR entry = 3),
  state        TEXT    NOT NULL CHECK (state = 'present' OR state = 'absent' OR state = 'breach' OR state = 'void-all'),
  mark         INTEGER,
  clerk        TEXT    NOT NULL,
  source       TEXT    NOT NULL,
  sheet_row    INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, paper, application, entry),
  CHECK ((state = 'present') = (mark IS NOT NULL)),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

CREATE TABLE mark (
  campaign     TEXT    NOT NULL,
  paper        TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  state        TEXT    NOT NULL CHECK (state = 'present' OR state = 'absent' OR state = 'breach' OR state = 'void-all'),
  mark         INTEGER,
  how          TEXT    NOT NULL CHECK (how = 'agreed' OR how = 'resolved' OR how = 'decided' OR how = 'corrected'),
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, paper, application),
  CHECK ((state = 'present') = (mark IS NOT NULL)),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- 密号: what stands on a paper in the place of the ticket. Nobody is shown which ticket it is before the paper is locked and
-- two people opened it (paper_lock.opened_at).
CREATE TABLE secret_number (
  campaign     TEXT    NOT NULL,
  paper        TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  number       TEXT    NOT NULL,
  PRIMARY KEY (campaign, paper, application),
  UNIQUE (campaign, paper, number),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- 密号打印: who had the sealed table of secret numbers, or its labels, printed. None of them enters a mark of the paper.
CREATE TABLE secret_print (
  campaign       TEXT    NOT NULL,
  paper          TEXT    NOT NULL,
  number         INTEGER NOT NULL,
  what           TEXT    NOT NULL CHECK (what = 'table' OR what = 'labels'),
  draw           TEXT    NOT NULL,   -- SHA-256 of the drawn order
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL CHECK (second_person <> first_person),
  operator       TEXT    NOT NULL,
  reason         TEXT,
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, paper, number),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- 成绩锁定: all marks of a paper are agreed and stand; only corrections change them from then on. By two people, or by the
-- shortlist that was made from them.
CREATE TABLE paper_lock (
  campaign       TEXT    NOT NULL,
  paper          TEXT    NOT NULL,
  digest         TEXT    NOT NULL CHECK (length (digest) = 64),   -- of the list as it was locked
  n_marks        INTEGER NOT NULL,
  sum            INTEGER NOT NULL,   -- of the marks, KpMark
  how            TEXT    NOT NULL CHECK (how = 'people' OR how = 'shortlist'),
  first_person   TEXT    NOT NULL,
  second_person  TEXT    CHECK (second_person <> first_person),
  at             TEXT    NOT NULL,
  opened_at      TEXT,               -- of the secret numbers
  opened_by      TEXT,
  opened_with    TEXT    CHECK (opened_with <> opened_by),
  version        INTEGER NOT NULL,
  PRIMARY KEY (campaign, paper),
  CHECK ((how = 'people') = (second_person IS NOT NULL)),
  CHECK ((opened_at IS NULL) = (opened_by IS NULL)),
  CHECK ((opened_at IS NULL) = (opened_with IS NULL)),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- When the written marks were published, and until when one may ask to have them checked (查分).
CREATE TABLE mark_publication (
  campaign      TEXT    NOT NULL,
  published_on  TEXT    NOT NULL,    -- ISO date
  until         TEXT    NOT NULL,    -- last day
  ended_by      TEXT,                -- two people who ended it before
  ended_with    TEXT    CHECK (ended_with <> ended_by),
  reason        TEXT,
  version       INTEGER NOT NULL,
  PRIMARY KEY (campaign),
  CHECK ((ended_by IS NULL) = (ended_with IS NULL)),
  CHECK ((ended_by IS NULL) = (reason IS NULL)),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- 查分: one application for each paper. A result that is another mark is settled by a correction.
CREATE TABLE mark_recheck (
  campaign     TEXT    NOT NULL,
  paper        TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  asked_on     TEXT    NOT NULL,     -- ISO date
  reason       TEXT    NOT NULL,
  before_text  TEXT    NOT NULL,     -- the mark that was published
  result       TEXT,                 -- same, or the mark that was found
  checker      TEXT,
  checked_on   TEXT,
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, paper, application),
  CHECK ((result IS NULL) = (checker IS NULL)),
  CHECK ((result IS NULL) = (checked_on IS NULL)),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- What happened on the exam day: absent, refused for coming late, or a breach with its papers up to the service of the
-- decision (35号令, applied by reference).
CREATE TABLE incident (
  campaign          TEXT    NOT NULL,
  number            INTEGER NOT NULL CHECK (number > 0),   -- without gaps in each campaign
  application       TEXT    NOT NULL,
  paper             TEXT    NOT NULL,
  kind              TEXT    NOT NULL CHECK (kind = 'absent' OR kind = 'late' OR kind = 'breach'),
  article           TEXT,            -- of a breach: 5, 6, 7, 8, 10
  facts             TEXT    NOT NULL,
  evidence          TEXT,
  first_recorder    TEXT    NOT NULL,
  second_recorder   TEXT    NOT NULL CHECK (second_recorder <> first_recorder),
  recorded_on       TEXT    NOT NULL,
  candidate_signed  INTEGER NOT NULL CHECK (candidate_signed IN (0, 1)),   -- 0 = refused to sign
  informed_on       TEXT,            -- facts, grounds and the right of statement and defence
  statement         TEXT,            -- what the candidate stated; NULL = nothing
  decision          TEXT    CHECK (decision = 'upheld' OR decision = 'dismissed'),
  consequence       TEXT    CHECK (consequence = 'paper-void' OR consequence = 'all-void' OR consequence = 'disqualified'),
  decided_on        TEXT,
  decided_by        TEXT,
  decided_with      TEXT    CHECK (decided_with <> decided_by),
  kept_until        TEXT,            -- in the county's list: ISO date, or long
  served_on         TEXT,
  served_how        TEXT,
  review            TEXT,            -- asked for after the service, and what came of it
  version           INTEGER NOT NULL,
  PRIMARY KEY (campaign, number),
  CHECK ((kind = 'breach') = (article IS NOT NULL)),
  CHECK ((decision IS NULL) = (decided_on IS NULL)),
  CHECK ((decision IS NULL) = (decided_by IS NULL)),
  CHECK ((decision IS NULL) = (decided_with IS NULL)),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

CREATE TABLE bonus (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  item         TEXT    NOT NULL,     -- code of the bonus item in the scheme
  points       INTEGER NOT NULL CHECK (points >= 0),
  counts       INTEGER NOT NULL CHECK (counts IN (0, 1)),   -- whether the scheme's rule lets it count
  claimed_on   TEXT,                 -- NULL = in time
  PRIMARY KEY (campaign, application, item),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- What two people found of a claim to bonus; stands before what the registration says.
CREATE TABLE bonus_review (
  campaign       TEXT    NOT NULL,
  application    TEXT    NOT NULL,
  item           TEXT    NOT NULL,   -- code of the bonus item in the scheme
  verdict        TEXT    NOT NULL CHECK (verdict = 'approved' OR verdict = 'refused'),
  claimed_on     TEXT,               -- NULL = in time
  points         INTEGER CHECK (points > 0),   -- of an item that is graded, else NULL; KpMark
  reason         TEXT    NOT NULL,
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL CHECK (second_person <> first_person),
  at             TEXT    NOT NULL,
  version        INTEGER NOT NULL,
  PRIMARY KEY (campaign, application, item),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- The written result and the way into the interview.
CREATE TABLE shortlist (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  post         TEXT    NOT NULL,
  state        TEXT    NOT NULL CHECK (state = 'present' OR state = 'absent' OR state = 'breach' OR state = 'void-all' OR state = 'exempt'),
  paper        INTEGER,              -- paper mark, KpMark
  bonus        INTEGER NOT NULL,
  written      INTEGER,              -- paper and bonus
  place        INTEGER,              -- NULL: without place
  outcome      TEXT    NOT NULL,     -- name of the KpShortlistVerdict
  why          TEXT    NOT NULL,
  PRIMARY KEY (campaign, application),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;
CREATE INDEX shortlist_by_post ON shortlist (campaign, post);

-- Who left between the written exam and the interview. All of one round leave before anybody enters for them.
CREATE TABLE leaving (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  post         TEXT    NOT NULL,
  round        INTEGER NOT NULL CHECK (round > 0),   -- of the post
  list         INTEGER NOT NULL CHECK (list >= 0),   -- 0: the first; n: the one after the scheme's n-th test
  stage        TEXT    NOT NULL CHECK (stage = 'shortlist' OR stage = 'recheck'),
  cause        TEXT    NOT NULL CHECK (cause = 'withdrew' OR cause = 'failed' OR cause = 'absent' OR cause = 'breach'),
  reason       TEXT    NOT NULL,
  recorded_by  TEXT    NOT NULL,
  recorded_on  TEXT    NOT NULL,     -- ISO date
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, application),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;
CREATE INDEX leaving_by_post ON leaving (campaign, post);

-- 面试前的测试: who was on the list when a test was held, and whether the list after it has them.
CREATE TABLE heat (
  campaign     TEXT    NOT NULL,
  heat         INTEGER NOT NULL CHECK (heat > 0),   -- in the order of the scheme
  application  TEXT    NOT NULL,
  post         TEXT    NOT NULL,
  state        TEXT    NOT NULL CHECK (state = 'present' OR state = 'absent' OR state = 'breach' OR state = 'void-all' OR state = 'exempt'),
  mark         INTEGER,              -- of the test, KpMark
  score        INTEGER,              -- what the list is ordered by, KpMark
  place        INTEGER,              -- NULL: without place
  outcome      TEXT    NOT NULL,     -- name of the KpShortlistVerdict
  why          TEXT    NOT NULL,
  PRIMARY KEY (campaign, heat, application),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;
CREATE INDEX heat_by_post ON heat (campaign, post);

-- Who is heard where and in which order; an examiner sees nothing but the code.
CREATE TABLE hearing (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  post         TEXT    NOT NULL,
  room         INTEGER NOT NULL,
  number       INTEGER NOT NULL,
  code         TEXT    NOT NULL,     -- all that an examiner ever sees
  PRIMARY KEY (campaign, application),
  UNIQUE (campaign, code),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- Examiners and staff of the interview. Who left, and why, is on the row; who sat in the seat before is in the journal.
CREATE TABLE examiner (
  campaign     TEXT    NOT NULL,
  examiner     TEXT    NOT NULL,     -- number on the lot, K01
  name         TEXT    NOT NULL,
  unit         TEXT    NOT NULL,     -- '' = none
  role         TEXT    NOT NULL CHECK (role = 'chair' OR role = 'examiner' OR role = 'timer' OR role = 'scorer'
                                   OR role = 'supervisor' OR role = 'guide' OR role = 'waiting' OR role = 'staff'),
  is_outside   INTEGER NOT NULL CHECK (is_outside IN (0, 1)),
  phone        TEXT,
  left_at      TEXT,
  left_reason  TEXT,
  left_first   TEXT,
  left_second  TEXT    CHECK (left_second <> left_first),
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, examiner),
  CHECK ((left_at IS NULL) = (left_reason IS NULL)),
  CHECK ((left_at IS NULL) = (left_first IS NULL)),
  CHECK ((left_at IS NULL) = (left_second IS NULL)),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- Relations for which two must stay away from one another (回避); both sides declare.
CREATE TABLE recusal (
  campaign     TEXT    NOT NULL,
  examiner     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  side         TEXT    NOT NULL CHECK (side = 'staff' OR side = 'candidate'),   -- who declared
  kind         TEXT    NOT NULL CHECK (kind = 'spouse' OR kind = 'lineal' OR kind = 'collateral' OR kind = 'affinal'
                                   OR kind = 'adoptive' OR kind = 'teacher' OR kind = 'unit' OR kind = 'other'),
  relation     TEXT    NOT NULL,     -- in the words of the declaration
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, examiner, application, side),
  FOREIGN KEY (campaign, examiner) REFERENCES examiner (campaign, examiner),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- Who sits where: what the draw “examiners” gave, and replacements.
CREATE TABLE panel_seat (
  campaign  TEXT    NOT NULL,
  room      INTEGER NOT NULL CHECK (room > 0),
  seat      INTEGER NOT NULL CHECK (seat > 0),   -- number on the sheets; 1 is the chair
  examiner  TEXT    NOT NULL,
  version   INTEGER NOT NULL,
  PRIMARY KEY (campaign, room, seat),
  UNIQUE (campaign, examiner),
  FOREIGN KEY (campaign, examiner) REFERENCES examiner (campaign, examiner)
) STRICT;

-- 面试签到, before anybody is heard.
CREATE TABLE attendance (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  state        TEXT    NOT NULL CHECK (state = 'present' OR state = 'absent' OR state = 'late'),
  drawn        INTEGER CHECK (drawn > 0),   -- of one who came late: the number that was drawn, given up for another one
  recorded_by  TEXT    NOT NULL,
  at           TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, application),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- A mark that was taken back stays as void until it is given again: it counts nowhere.
CREATE TABLE panel_mark (
  campaign       TEXT    NOT NULL,
  code           TEXT    NOT NULL,
  examiner       INTEGER NOT NULL,
  element        TEXT    NOT NULL,
  mark           INTEGER NOT NULL,
  source         TEXT    NOT NULL,
  state          TEXT    NOT NULL CHECK (state = 'given' OR state = 'void'),
  void_reason    TEXT,
  void_first     TEXT,
  void_second    TEXT    CHECK (void_second <> void_first),
  version        INTEGER NOT NULL,
  PRIMARY KEY (campaign, code, examiner, element),
  CHECK ((state = 'void') = (void_reason IS NOT NULL)),
  CHECK ((void_reason IS NULL) = (void_first IS NULL)),
  CHECK ((void_reason IS NULL) = (void_second IS NULL)),
  FOREIGN KEY (campaign, code) REFERENCES hearing (campaign, code)
) STRICT;

-- 两人核对: the mark of a number as two people read it from the signed sheet. Without it nothing of the number counts.
CREATE TABLE hearing_check (
  campaign       TEXT    NOT NULL,
  code           TEXT    NOT NULL,
  mark           TEXT    NOT NULL,   -- 82.10, 缺考 or 违纪
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL CHECK (second_person <> first_person),
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, code),
  FOREIGN KEY (campaign, code) REFERENCES hearing (campaign, code)
) STRICT;

-- The seal on who has which number of a room, broken by two people once every number of the room is checked.
CREATE TABLE room_opening (
  campaign       TEXT    NOT NULL,
  room           INTEGER NOT NULL CHECK (room > 0),
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL CHECK (second_person <> first_person),
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, room),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- 考场数据包: what was handed to an interview room without network, and what came back. Its own record, inside the package, has
-- this one row, and it alone the key to sign with.
CREATE TABLE room_package (
  campaign      TEXT    NOT NULL,
  package       TEXT    NOT NULL,    -- the first half of verify_key
  room          INTEGER NOT NULL CHECK (room > 0),
  number        INTEGER NOT NULL CHECK (number > 0),               -- of the packages of the room, from 1
  issued_at     TEXT    NOT NULL,
  content       TEXT    NOT NULL CHECK (length (content) = 64),    -- SHA-256 of what the room doesn't change
  drawn         TEXT    NOT NULL CHECK (length (drawn) = 64),      -- SHA-256 of which draws gave the order
  verify_key    TEXT    NOT NULL CHECK (length (verify_key) = 64), -- Ed25519, hex
  sign_key      TEXT    CHECK (length (sign_key) = 128),           -- NULL in the office's record
  taken_at      TEXT,
  taken_digest  TEXT    CHECK (length (taken_digest) = 64),        -- of the room's record as it came back
  version       INTEGER NOT NULL,
  PRIMARY KEY (campaign, package),
  UNIQUE (campaign, room, number),
  CHECK ((taken_at IS NULL) = (taken_digest IS NULL)),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

CREATE TABLE interview (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  state        TEXT    NOT NULL CHECK (state = 'present' OR state = 'absent' OR state = 'breach' OR state = 'void-all'),
  raw          INTEGER,              -- room's mark
  coefficient  TEXT,                 -- as printed; NULL: one room
  mark         INTEGER,              -- the mark that counts
  dropped      TEXT,                 -- examiners whose totals were left out
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, application),
  CHECK ((state = 'present') = (mark IS NOT NULL)),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

CREATE TABLE total (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  post         TEXT    NOT NULL,
  written      INTEGER,
  interview    INTEGER,
  credential   INTEGER,
  total        INTEGER,
  place        INTEGER,              -- never renumbered; of 'direct', without exam, among those alone
  outcome      TEXT    NOT NULL CHECK (outcome = 'ranked' OR outcome = 'below_line' OR outcome = 'below_total'
                                            OR outcome = 'absent' OR outcome = 'void' OR outcome = 'open'
                                            OR outcome = 'direct'),
  is_undecided INTEGER NOT NULL CHECK (is_undecided IN (0, 1)),   -- a tie that no rule of the scheme decides
  why          TEXT    NOT NULL,
  PRIMARY KEY (campaign, application),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;
CREATE INDEX total_by_post ON total (campaign, post);

-- 最终成绩: of those called to a background check that is scored; the total and this mark make it.
CREATE TABLE final_total (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  post         TEXT    NOT NULL,
  total        INTEGER NOT NULL,     -- by which the person was called
  mark         INTEGER,              -- of the check
  final        INTEGER,
  place        INTEGER,              -- never renumbered
  outcome      TEXT    NOT NULL CHECK (outcome = 'ranked' OR outcome = 'below_line' OR outcome = 'absent' OR outcome = 'void'
                                            OR outcome = 'open'),
  is_undecided INTEGER NOT NULL CHECK (is_undecided IN (0, 1)),   -- a tie that no rule of the scheme decides
  why          TEXT    NOT NULL,
  PRIMARY KEY (campaign, application),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- Physical examination and background check: only the conclusion, never a medical value (domain.md §10).
CREATE TABLE fitness (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  kind         TEXT    NOT NULL CHECK (kind IN ('physical', 'background')),
  round        INTEGER NOT NULL,     -- 0 = first list, 1 … = substitutes
  left_round   INTEGER,              -- the round in which failing or waiving was answered
  outcome      TEXT    NOT NULL,     -- called, pass, fail or waived; sealed
  by_mark      INTEGER NOT NULL CHECK (by_mark IN (0, 1)),        -- left by the mark alone: another mark takes it back
  at           TEXT,
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, application, kind),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

CREATE TABLE proposal (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  post         TEXT    NOT NULL,
  place        INTEGER NOT NULL,
  round        INTEGER NOT NULL CHECK (round > 0),   -- of publicity; who follows a leaver has one of his own
  public_from  TEXT    NOT NULL,
  public_until TEXT    NOT NULL,
  PRIMARY KEY (campaign, application),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- Who left after the proposed hires were published. Of one round are all who are answered together; 后备库: who may be
-- answered from the pool waits, until the office calls somebody.
CREATE TABLE departure (
  campaign      TEXT    NOT NULL,
  application   TEXT    NOT NULL,
  post          TEXT    NOT NULL,     -- whose list had the person
  kind          TEXT    NOT NULL CHECK (kind = 'waiver' OR kind = 'objection' OR kind = 'absent' OR kind = 'breach'
                                     OR kind = 'dismissed' OR kind = 'resigned'),
  stage         TEXT    NOT NULL CHECK (stage = 'publicity' OR stage = 'hire' OR stage = 'probation'),
  round         INTEGER NOT NULL CHECK (round > 0),
  called_on     TEXT,                 -- ISO date on which the office called from the pool for the place
  left_on       TEXT    NOT NULL,     -- ISO date
  reason        TEXT    NOT NULL,
  contract      TEXT,                 -- number of the contract that was made and never begun; it isn't used again
  street        TEXT,                 -- of that contract
  starts        TEXT,                 -- its first day, ISO date
  first_person  TEXT    NOT NULL,
  second_person TEXT    NOT NULL,
  at            TEXT    NOT NULL,
  version       INTEGER NOT NULL,
  PRIMARY KEY (campaign, application),
  CHECK (first_person <> second_person),
  CHECK ((contract IS NULL) = (street IS NULL)),
  CHECK ((contract IS NULL) = (starts IS NULL)),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- 撤销退出: a leaving that was written down by mistake, and taken back before anything was built on it.
CREATE TABLE departure_undo (
  campaign      TEXT    NOT NULL,
  application   TEXT    NOT NULL,
  serial        INTEGER NOT NULL CHECK (serial > 0),
  kind          TEXT    NOT NULL,     -- of the leaving
  left_on       TEXT    NOT NULL,     -- ISO date
  reason        TEXT    NOT NULL,
  first_person  TEXT    NOT NULL,
  second_person TEXT    NOT NULL,
  at            TEXT    NOT NULL,
  PRIMARY KEY (campaign, application, serial),
  CHECK (first_person <> second_person),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- 递补批准: what was said of a round of substitution, where the scheme asks for it.
CREATE TABLE approval (
  campaign      TEXT    NOT NULL,
  post          TEXT    NOT NULL,     -- of which a place is filled
  round         INTEGER NOT NULL CHECK (round > 0),
  outcome       TEXT    NOT NULL CHECK (outcome = 'approved' OR outcome = 'refused'),
  document      TEXT    NOT NULL,     -- its number
  authority     TEXT    NOT NULL,     -- who approved or refused
  decided_on    TEXT    NOT NULL,     -- ISO date
  first_person  TEXT    NOT NULL,
  second_person TEXT    NOT NULL,
  at            TEXT    NOT NULL,
  PRIMARY KEY (campaign, post, round),
  CHECK (first_person <> second_person)
) STRICT;

-- 公示异议: nobody is hired while an objection against him is open.
CREATE TABLE objection (
  campaign      TEXT    NOT NULL,
  number        INTEGER NOT NULL CHECK (number > 0),   -- without gaps in each campaign
  application   TEXT    NOT NULL,     -- against whom
  received      TEXT    NOT NULL,     -- ISO date
  way           TEXT    NOT NULL CHECK (way = 'letter' OR way = 'call' OR way = 'visit' OR way = 'net'),
  objector      TEXT,                 -- NULL = without a name
  content       TEXT    NOT NULL,
  outcome       TEXT    CHECK (outcome = 'upheld' OR outcome = 'unfounded'
                                     OR outcome = 'mistaken'),   -- 误登; NULL: open
  finding       TEXT,
  answered_on   TEXT,                 -- ISO date
  first_person  TEXT,
  second_person TEXT    CHECK (second_person <> first_person),
  recorded_by   TEXT    NOT NULL,
  at            TEXT    NOT NULL,
  version       INTEGER NOT NULL,
  PRIMARY KEY (campaign, number),
  CHECK ((outcome IS NULL) = (finding IS NULL)),
  CHECK ((outcome IS NULL) = (answered_on IS NULL)),
  CHECK ((outcome IS NULL) = (first_person IS NULL)),
  CHECK ((outcome IS NULL) = (second_person IS NULL)),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- 依次选岗: what each chose in turn. Who wasn't there, or wanted nothing of what was free, is passed over and may choose
-- later. What two people took back tells by whom and why.
CREATE TABLE choice (
  campaign      TEXT    NOT NULL,
  application   TEXT    NOT NULL,
  outcome       TEXT    NOT NULL CHECK (outcome = 'chosen' OR outcome = 'absent' OR outcome = 'declined' OR outcome = 'undone'),
  offer         TEXT,                 -- code of a post, or of what the scheme offers
  reason        TEXT,                 -- of the last taking back
  first_person  TEXT,
  second_person TEXT    CHECK (second_person <> first_person),
  recorded_by   TEXT    NOT NULL,
  at            TEXT    NOT NULL,
  version       INTEGER NOT NULL,
  PRIMARY KEY (campaign, application),
  CHECK ((outcome = 'chosen') = (offer IS NOT NULL)),
  CHECK ((reason IS NULL) = (first_person IS NULL)),
  CHECK ((reason IS NULL) = (second_person IS NULL)),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

CREATE TABLE contract (
  campaign         TEXT    NOT NULL,
  number           TEXT    NOT NULL,
  application      TEXT    NOT NULL,
  street           TEXT    NOT NULL,
  starts           TEXT    NOT NULL,
  ends             TEXT    NOT NULL,
  probation_ends   TEXT,
  probation_months INTEGER NOT NULL CHECK (probation_months >= 0),
  probation_wage   INTEGER NOT NULL,  -- percent of the contract wage
  version          INTEGER NOT NULL,
  sequence         TEXT,              -- 岗位等级序列; NULL = no grade was set
  grade            INTEGER NOT NULL CHECK (grade >= 0),   -- 0 = none
  recognised_months INTEGER NOT NULL CHECK (recognised_months >= 0),   -- 认定的社区工作年限
  wage             INTEGER NOT NULL CHECK (wage >= 0),    -- fen a month, of the grade; 0 = not stated
  allowance        INTEGER NOT NULL CHECK (allowance >= 0),
  probation_pay    INTEGER NOT NULL CHECK (probation_pay >= 0),   -- fen a month; 0 = no probation, or no wage stated
  PRIMARY KEY (campaign, number),
  UNIQUE (campaign, application),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- 核定控制数 in force from a day until the next one is, with the rules of the allotment, by two people.
CREATE TABLE headcount_cap (
  campaign        TEXT    NOT NULL,
  starts          TEXT    NOT NULL,  -- ISO date
  places          INTEGER NOT NULL CHECK (places > 0),
  document        TEXT    NOT NULL,
  per_10k         INTEGER NOT NULL CHECK (per_10k > 0),
  rounding        TEXT    NOT NULL,
  community_floor INTEGER NOT NULL CHECK (community_floor >= 0),
  counts_leaving  INTEGER NOT NULL CHECK (counts_leaving IN (0, 1)),
  first_person    TEXT    NOT NULL,
  second_person   TEXT    NOT NULL,
  at              TEXT    NOT NULL,
  PRIMARY KEY (campaign, starts),
  CHECK (first_person <> second_person),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- The county, its streets and communities as they were for some time, with people and plans (rules/kp-headcount.h).
CREATE TABLE headcount_node (
  campaign          TEXT    NOT NULL,
  code              TEXT    NOT NULL,
  starts            TEXT    NOT NULL,   -- ISO date; empty = always
  parent            TEXT,
  name              TEXT    NOT NULL,
  level             INTEGER NOT NULL CHECK (level IN (0, 1, 2)),   -- county, street, community
  ends              TEXT,               -- last day; NULL = still there
  population        INTEGER NOT NULL CHECK (population >= 0),
  least             INTEGER NOT NULL CHECK (least >= 0),
  turn              INTEGER NOT NULL CHECK (turn >= 0),   -- decided among equal remainders; 0 = not
  committee         INTEGER NOT NULL CHECK (committee >= 0),
  staff             INTEGER NOT NULL CHECK (staff >= 0),
  on_probation      INTEGER NOT NULL CHECK (on_probation >= 0),
  converted         INTEGER NOT NULL CHECK (converted >= 0),
  committee_part    INTEGER NOT NULL CHECK (committee_part >= 0),
  group_leader      INTEGER NOT NULL CHECK (group_leader >= 0),
  volunteer         INTEGER NOT NULL CHECK (volunteer >= 0),
  seconded          INTEGER NOT NULL CHECK (seconded >= 0),
  property          INTEGER NOT NULL CHECK (property >= 0),
  welfare           INTEGER NOT NULL CHECK (welfare >= 0),
  dispatched        INTEGER NOT NULL CHECK (dispatched >= 0),
  reserved          INTEGER NOT NULL CHECK (reserved >= 0),
  running           INTEGER NOT NULL CHECK (running >= 0),
  leaving           INTEGER NOT NULL CHECK (leaving >= 0),
  plan_vacant       INTEGER NOT NULL CHECK (plan_vacant >= 0),
  plan_leaving      INTEGER NOT NULL CHECK (plan_leaving >= 0),
  plan_new          INTEGER NOT NULL CHECK (plan_new >= 0),
  override_document TEXT,
  PRIMARY KEY (campaign, code, starts),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- What the law asks for after the contract, once it was done: signed, insured, fund, certificate, renewed, handover.
CREATE TABLE contract_event (
  campaign  TEXT    NOT NULL,
  contract  TEXT    NOT NULL,
  kind      TEXT    NOT NULL CHECK (kind = 'signed' OR kind = 'insured' OR kind = 'fund' OR kind = 'certificate'
                                    OR kind = 'renewed' OR kind = 'handover'),
  day       TEXT    NOT NULL,        -- ISO date
  document  TEXT,                    -- number of the paper, or where it is filed
  actor     TEXT    NOT NULL,
  at        TEXT    NOT NULL,
  version   INTEGER NOT NULL,
  PRIMARY KEY (campaign, contract, kind),
  FOREIGN KEY (campaign, contract) REFERENCES contract (campaign, number)
) STRICT;

-- The chain of proof of a probation, link by link, as it happened. Rows are only added.
CREATE TABLE probation_link (
  campaign       TEXT    NOT NULL,
  contract       TEXT    NOT NULL,
  serial         INTEGER NOT NULL CHECK (serial > 0),   -- without gaps in each contract
  link           TEXT    NOT NULL,   -- conditions, mentor … service: rules/kp-probation.h
  month          INTEGER NOT NULL CHECK (month >= 0),   -- of a monthly note, else 0
  day            TEXT    NOT NULL,   -- ISO date
  document       TEXT    NOT NULL,   -- number of the paper, or where it is filed
  text           TEXT,               -- who the mentor is, what was noted, what was decided
  served         TEXT    CHECK (served = 'person' OR served = 'refused' OR served = 'post' OR served = 'notary'
                                OR served = 'public'),
  n_witnesses    INTEGER NOT NULL CHECK (n_witnesses >= 0),
  first_person   TEXT    NOT NULL,
  second_person  TEXT,               -- of what two people answer for
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, contract, serial),
  CHECK (second_person IS NULL OR second_person <> first_person),
  CHECK ((link = 'service') = (served IS NOT NULL)),
  FOREIGN KEY (campaign, contract) REFERENCES contract (campaign, number)
) STRICT;

-- Residents' answers, anonymous, and the points of the elements.
CREATE TABLE probation_assessment (
  campaign       TEXT    NOT NULL,
  contract       TEXT    NOT NULL,
  n_satisfied    INTEGER NOT NULL CHECK (n_satisfied >= 0),
  n_fair         INTEGER NOT NULL CHECK (n_fair >= 0),
  n_unsatisfied  INTEGER NOT NULL CHECK (n_unsatisfied >= 0),
  points         TEXT,               -- of the scheme's elements in their order, joined by strokes; NULL = not assessed
  vetoes         INTEGER NOT NULL CHECK (vetoes >= 0),   -- bits, by the scheme's list
  suspended_days INTEGER NOT NULL CHECK (suspended_days >= 0),   -- agreed on in writing
  version        INTEGER NOT NULL,
  PRIMARY KEY (campaign, contract),
  FOREIGN KEY (campaign, contract) REFERENCES contract (campaign, number)
) STRICT;

-- How a probation ended: confirmed, confirmed early or terminated, by two people.
CREATE TABLE probation_outcome (
  campaign       TEXT    NOT NULL,
  contract       TEXT    NOT NULL,
  act            TEXT    NOT NULL CHECK (act = 'confirm' OR act = 'confirm-early' OR act = 'terminate'),
  day            TEXT    NOT NULL,   -- from which it holds; of a termination the last day of work
  verdict        TEXT    NOT NULL,   -- of the rules on that day
  total          INTEGER,            -- points in ten-thousandths; NULL = not assessed
  reason         TEXT    NOT NULL,
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL,
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, contract),
  CHECK (first_person <> second_person),
  FOREIGN KEY (campaign, contract) REFERENCES contract (campaign, number)
) STRICT;

-- How a contract ended, with its ground (劳动合同法 §§36–44), by two people.
CREATE TABLE contract_end (
  campaign       TEXT    NOT NULL,
  contract       TEXT    NOT NULL,
  ground         TEXT    NOT NULL,   -- resigned, probation-failed …: rules/kp-termination.h
  served         TEXT,               -- ISO date of the notice; NULL = none is asked for
  last_day       TEXT    NOT NULL,
  union_told     TEXT,
  reason         TEXT    NOT NULL,
  half_months    INTEGER NOT NULL CHECK (half_months >= 0),   -- of wage, compensation owed
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL,
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, contract),
  CHECK (first_person <> second_person),
  FOREIGN KEY (campaign, contract) REFERENCES contract (campaign, number)
) STRICT;

-- 续订: the terms after the first, without gaps; a third one is open-ended unless the worker asks otherwise (劳动合同法 §14).
CREATE TABLE contract_term (
  campaign       TEXT    NOT NULL,
  contract       TEXT    NOT NULL,   -- the first one
  serial         INTEGER NOT NULL CHECK (serial > 1),   -- the first one is 1
  number         TEXT    NOT NULL,
  kind           TEXT    NOT NULL CHECK (kind = 'fixed' OR kind = 'open'),
  starts         TEXT    NOT NULL,   -- ISO date
  ends           TEXT,               -- last day; NULL = open-ended
  asks_fixed     INTEGER NOT NULL CHECK (asks_fixed IN (0, 1)),   -- the worker did, in writing
  clause         TEXT    NOT NULL,   -- by which the term is what it is
  document       TEXT    NOT NULL,
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL,
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, contract, serial),
  UNIQUE (campaign, number),
  CHECK ((kind = 'open') = (ends IS NULL)),
  CHECK (first_person <> second_person),
  FOREIGN KEY (campaign, contract) REFERENCES contract (campaign, number)
) STRICT;

-- 变更 (劳动合同法 §35): agreed by both sides, in writing. The latest of a kind holds; rows are only added.
CREATE TABLE contract_change (
  campaign       TEXT    NOT NULL,
  contract       TEXT    NOT NULL,
  serial         INTEGER NOT NULL CHECK (serial > 0),
  what           TEXT    NOT NULL CHECK (what = 'place' OR what = 'work' OR what = 'pay' OR what = 'other'),
  value          TEXT    NOT NULL,
  day            TEXT    NOT NULL,   -- from which it holds
  document       TEXT    NOT NULL,
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL,
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, contract, serial),
  CHECK (first_person <> second_person),
  FOREIGN KEY (campaign, contract) REFERENCES contract (campaign, number)
) STRICT;

-- A duty or a link that was mistyped: what it said, what it says now (NULL = taken back), why, by two people.
CREATE TABLE work_correction (
  campaign       TEXT    NOT NULL,
  contract       TEXT    NOT NULL,
  serial         INTEGER NOT NULL CHECK (serial > 0),
  what           TEXT    NOT NULL,   -- duty:KIND or link:SERIAL
  before_text    TEXT    NOT NULL,
  after_text     TEXT,
  reason         TEXT    NOT NULL,
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL,
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, contract, serial),
  CHECK (first_person <> second_person),
  FOREIGN KEY (campaign, contract) REFERENCES contract (campaign, number)
) STRICT;

-- 转聘人员花名册 of the departments that recruited before. Numbers Z0001 … are the record's own and stay.
CREATE TABLE grid_staff (
  campaign       TEXT    NOT NULL,
  number         TEXT    NOT NULL,
  name           TEXT    NOT NULL,
  id_number      TEXT    NOT NULL,
  education      TEXT,
  certificates   TEXT,               -- joined by 、
  job            TEXT,
  department     TEXT    NOT NULL,   -- 原招聘部门
  employer       TEXT,               -- 用工主体
  funding        TEXT,               -- 经费来源
  cost           INTEGER NOT NULL CHECK (cost >= 0),   -- fen a year
  street         TEXT,               -- code of the street where the person works
  is_street      INTEGER NOT NULL CHECK (is_street IN (0, 1)),   -- that street is the employer
  since          TEXT,               -- on the post without a break, ISO date
  contract_until TEXT,
  retires_on     TEXT,
  on_post        INTEGER NOT NULL CHECK (on_post IN (0, 1)),
  full_time      INTEGER NOT NULL CHECK (full_time IN (0, 1)),
  welfare        INTEGER NOT NULL CHECK (welfare IN (0, 1)),
  appraisals     INTEGER NOT NULL CHECK (appraisals >= 0),   -- passed without a gap, the latest first
  disqualified   INTEGER NOT NULL CHECK (disqualified IN (0, 1)),
  willing        INTEGER NOT NULL CHECK (willing IN (0, 1)),
  decision       TEXT,               -- document of the street's party committee on the age
  had_probation  INTEGER NOT NULL CHECK (had_probation IN (0, 1)),   -- with that employer
  fixed_terms    INTEGER NOT NULL CHECK (fixed_terms >= 0),          -- in a row with that employer
  source         TEXT    NOT NULL,   -- SHA-256 of the workbook
  sheet_row      INTEGER NOT NULL,
  PRIMARY KEY (campaign, number),
  UNIQUE (campaign, id_number),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

CREATE TABLE grid_department (
  campaign       TEXT    NOT NULL,
  department     TEXT    NOT NULL,
  budget         INTEGER NOT NULL CHECK (budget >= 0),   -- fen a year
  year           INTEGER NOT NULL,
  document       TEXT    NOT NULL,
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL,
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, department),
  CHECK (first_person <> second_person),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- Stretches of work, of who is on the roster or has applied; which years count for what is decided by rules alone.
CREATE TABLE service_segment (
  campaign     TEXT    NOT NULL,
  subject      TEXT    NOT NULL,     -- number of the roster, or of the registration
  serial       INTEGER NOT NULL CHECK (serial > 0),
  kind         TEXT    NOT NULL CHECK (kind = 'street' OR kind = 'former' OR kind = 'elsewhere' OR kind = 'military'),
  starts       TEXT    NOT NULL,
  ends         TEXT,                 -- NULL = until now
  unit         TEXT,
  in_community INTEGER NOT NULL CHECK (in_community IN (0, 1)),
  was_moved    INTEGER NOT NULL CHECK (was_moved IN (0, 1)),
  paid_out     INTEGER NOT NULL CHECK (paid_out IN (0, 1)),
  proof        TEXT,                 -- NULL = none: doesn't count
  PRIMARY KEY (campaign, subject, serial),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- What became of one person of the roster: converted, stays until the old contract ends, or was ended by the former employer.
CREATE TABLE conversion (
  campaign       TEXT    NOT NULL,
  number         TEXT    NOT NULL,
  outcome        TEXT    NOT NULL CHECK (outcome = 'converted' OR outcome = 'stays' OR outcome = 'ended'),
  last_day       TEXT,               -- of the old contract
  years          TEXT    CHECK (years = 'agreed' OR years = 'paid'),   -- 实施条例 §10: go on by 三方协议, or were paid out
  document       TEXT    NOT NULL,
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL,
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, number),
  CHECK (first_person <> second_person),
  CHECK (outcome <> 'converted' OR (last_day IS NOT NULL AND years IS NOT NULL)),
  FOREIGN KEY (campaign, number) REFERENCES grid_staff (campaign, number)
) STRICT;

-- What two people put right after it had been agreed (更正); the rows themselves and what they were are in the journal.
CREATE TABLE correction (
  campaign       TEXT    NOT NULL,
  number         INTEGER NOT NULL CHECK (number > 0),   -- without gaps in each campaign
  what           TEXT    NOT NULL,   -- written:PAPER, extra-test, interview, interview:EXAMINER
  subject        TEXT    NOT NULL,   -- ticket, registration number or interview code
  before_text    TEXT    NOT NULL,
  after_text     TEXT    NOT NULL,
  reason         TEXT    NOT NULL,
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL,
  at             TEXT    NOT NULL,
  n_persons      INTEGER NOT NULL,   -- whose marks, places, list or offer changed
  n_offers       INTEGER NOT NULL,   -- of them those whose list or offer is touched
  PRIMARY KEY (campaign, number),
  CHECK (first_person <> second_person),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- 档案材料: a paper that lies in the file of somebody who was employed, besides those whose step names its document.
CREATE TABLE file_paper (
  campaign     TEXT    NOT NULL,
  application  TEXT    NOT NULL,
  item         TEXT    NOT NULL,     -- which paper: data/steps/kp-person-file.c
  document     TEXT    NOT NULL,     -- its number, or where it is filed
  pages        INTEGER NOT NULL CHECK (pages >= 0),   -- 0 = not counted
  filed_on     TEXT    NOT NULL,     -- ISO date
  filed_by     TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  PRIMARY KEY (campaign, application, item),
  FOREIGN KEY (campaign, application) REFERENCES application (campaign, application)
) STRICT;

-- A change of the sealed scheme (修改、补充公告) by two people.
CREATE TABLE amendment (
  campaign       TEXT    NOT NULL,
  number         INTEGER NOT NULL CHECK (number > 0),   -- without gaps in each campaign
  digest_before  TEXT    NOT NULL CHECK (length (digest_before) = 64),
  digest_after   TEXT    NOT NULL CHECK (length (digest_after) = 64),
  notice         TEXT    NOT NULL,   -- text of the supplementary notice: what is now said differently
  reason         TEXT    NOT NULL,
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL,
  at             TEXT    NOT NULL,
  published_on   TEXT,               -- on which the supplementary notice was published; NULL = not yet
  PRIMARY KEY (campaign, number),
  CHECK (first_person <> second_person),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- Editions of published lists that hold no longer (作废): the list's next edition is this one and 1.
CREATE TABLE voided_list (
  campaign  TEXT    NOT NULL,
  list      TEXT    NOT NULL,        -- as the lists are called: seats, tickets, marks, shortlist, heats, interview, totals, physical, publicity
  edition   INTEGER NOT NULL CHECK (edition > 0),
  cause     TEXT    NOT NULL CHECK (cause = 'correction' OR cause = 'amendment' OR cause = 'draw'),
  number    INTEGER NOT NULL,        -- of the correction or amendment; of a draw the edition
  at        TEXT    NOT NULL,
  PRIMARY KEY (campaign, list, edition),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- 到期清除: what was erased when its period was over, by two people; numbers alone. The values are gone, the hashes of their rows
-- stay in the journal.
CREATE TABLE erasure (
  campaign       TEXT    NOT NULL,
  number         INTEGER NOT NULL CHECK (number > 0),   -- without gaps in each campaign
  kind           TEXT    NOT NULL,   -- rules/kp-retention.h
  until          TEXT    NOT NULL,   -- ISO date: what was due by then
  years          INTEGER NOT NULL CHECK (years > 0),    -- of the period
  n_persons      INTEGER NOT NULL CHECK (n_persons >= 0),
  n_values       INTEGER NOT NULL CHECK (n_values >= 0),
  digest         TEXT    NOT NULL CHECK (length (digest) = 64),   -- SHA-256 of which rows it was: table, key, a line each
  first_person   TEXT    NOT NULL,
  second_person  TEXT    NOT NULL,
  at             TEXT    NOT NULL,
  PRIMARY KEY (campaign, number, kind),
  CHECK (first_person <> second_person),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- Automatic backups that held what an erasure took, by their names.
CREATE TABLE erasure_backup (
  campaign    TEXT    NOT NULL,
  number      INTEGER NOT NULL CHECK (number > 0),   -- of the erasure
  name        TEXT    NOT NULL,   -- of the file, without its folder
  is_removed  INTEGER NOT NULL CHECK (is_removed IN (0, 1)),   -- else it was there still
  at          TEXT    NOT NULL,
  PRIMARY KEY (campaign, number, name),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- 账号: who works on the campaign; an account is retired, never removed. Of a password and a PIN stands here how its answer
-- is computed: Argon2id, its cost, the salt.
CREATE TABLE account (
  campaign    TEXT    NOT NULL,
  login       TEXT    NOT NULL CHECK (length (login) > 0),
  name        TEXT    NOT NULL CHECK (length (name) > 0),
  roles       TEXT    NOT NULL CHECK (length (roles) > 0),
  password    TEXT,
  pin         TEXT,
  n_failures  INTEGER NOT NULL CHECK (n_failures >= 0),
  locked_at   TEXT,
  retired_on  TEXT,
  created_at  TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  PRIMARY KEY (campaign, login),
  FOREIGN KEY (campaign) REFERENCES campaign (campaign)
) STRICT;

-- What the answer of a password or a PIN is compared with: written once with the way that stands in the account, never
-- changed, removed when another way stands there. On a server only the keepers of a campaign may read it (server-accounts.sql).
CREATE TABLE account_secret (
  campaign  TEXT NOT NULL,
  login     TEXT NOT NULL,
  way       TEXT NOT NULL, -- as in the account
  verifier  TEXT NOT NULL, -- a number of chance, $, SHA-256 of it and the answer
  PRIMARY KEY (campaign, login, way),
  FOREIGN KEY (campaign, login) REFERENCES account (campaign, login)
) STRICT;
