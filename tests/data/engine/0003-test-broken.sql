-- 0003-test-broken.sql – a later form whose second statement fails.
-- Copyright 2026 The Kaopin authors
-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE test_place ADD COLUMN street TEXT;
CREATE TABLE test_place (campaign TEXT PRIMARY KEY) STRICT;
