-- as: data/schema/0002-bad.sql; finds: 7
CREATE TABLE good (
  campaign TEXT NOT NULL,
  serial   INTEGER NOT NULL CHECK (serial > 0),
  code     TEXT NOT NULL,
  PRIMARY KEY (campaign, serial),
  UNIQUE (campaign, code),
  FOREIGN KEY (campaign, code) REFERENCES post (campaign, post)
) STRICT;
CREATE TABLE bad (
  number   BIGSERIAL NOT NULL,
  campaign TEXT NOT NULL,
  code     TEXT NOT NULL UNIQUE,
  post     TEXT NOT NULL REFERENCES post (post),
  PRIMARY KEY (number, campaign),
  FOREIGN KEY (campaign, code) REFERENCES grid_staff (number, campaign)
) STRICT;
CREATE INDEX bad_by_code ON bad (code);
