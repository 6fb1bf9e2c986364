-- 0003-test-column.sql – a later form: one more column.
-- Copyright 2026 The Kaopin authors
-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE test_place ADD COLUMN street TEXT;
