-- 0003-test-orphan.sql – a later form that leaves marks without their place.
-- Copyright 2026 The Kaopin authors
-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM test_place;
