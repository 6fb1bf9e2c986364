-- 0002-test-tables.sql – what the tests of the engine add to the first schema.
-- Copyright 2026 The Kaopin authors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE test_place (
  campaign TEXT NOT NULL,
  place TEXT NOT NULL,
  note TEXT,
  quota INTEGER CHECK (quota >= 0),
  version INTEGER NOT NULL,
  PRIMARY KEY (campaign, place)
) STRICT;

CREATE TABLE test_mark (
  campaign TEXT NOT NULL,
  place TEXT NOT NULL,
  entry INTEGER NOT NULL,
  secret TEXT NOT NULL,
  mark INTEGER NOT NULL,
  PRIMARY KEY (campaign, place, entry),
  FOREIGN KEY (campaign, place) REFERENCES test_place (campaign, place)
) STRICT;
