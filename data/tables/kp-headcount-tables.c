/* kp-headcount-tables.c – the cap on community workers, and the tree that shares it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-headcount-tables.h"

static const KpColumn headcount_cap_columns[] = {
  KP_COLUMN_TEXT (KpHeadcountCapRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHeadcountCapRecord, starts, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpHeadcountCapRecord, places, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHeadcountCapRecord, document, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountCapRecord, per_10k, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHeadcountCapRecord, rounding, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountCapRecord, community_floor, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountCapRecord, counts_leaving, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHeadcountCapRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHeadcountCapRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHeadcountCapRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_headcount_cap_table = KP_TABLE_INIT (KpHeadcountCapRecord, "headcount_cap", "核定控制数", headcount_cap_columns);

static const KpColumn headcount_node_columns[] = {
  KP_COLUMN_TEXT (KpHeadcountNodeRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHeadcountNodeRecord, code, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHeadcountNodeRecord, starts, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHeadcountNodeRecord, parent, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpHeadcountNodeRecord, name, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, level, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHeadcountNodeRecord, ends, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpHeadcountNodeRecord, population, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, least, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, turn, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, committee, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, staff, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, on_probation, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, converted, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, committee_part, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, group_leader, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, volunteer, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, seconded, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, property, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, welfare, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, dispatched, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, reserved, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, running, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, leaving, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, plan_vacant, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, plan_leaving, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeadcountNodeRecord, plan_new, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHeadcountNodeRecord, override_document, KP_COLUMN_NULLABLE),
};

const KpTable kp_headcount_node_table = KP_TABLE_INIT (KpHeadcountNodeRecord, "headcount_node", "员额单位", headcount_node_columns);
