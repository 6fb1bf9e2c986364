/* kp-headcount-tables.h – the cap on community workers, and the tree that shares it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 核定控制数: The cap in force from a day. */
typedef struct
{
  const char *campaign;
  const char *starts;
  gint64 places;
  const char *document;
  gint64 per_10k;
  const char *rounding;
  gint64 community_floor;
  gint64 counts_leaving;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpHeadcountCapRecord;

extern const KpTable kp_headcount_cap_table;

/* 员额单位: A county, street or community with people and plans. */
typedef struct
{
  const char *campaign;
  const char *code;
  const char *starts;
  const char *parent;
  const char *name;
  gint64 level;
  const char *ends;
  gint64 population;
  gint64 least;
  gint64 turn;
  gint64 committee;
  gint64 staff;
  gint64 on_probation;
  gint64 converted;
  gint64 committee_part;
  gint64 group_leader;
  gint64 volunteer;
  gint64 seconded;
  gint64 property;
  gint64 welfare;
  gint64 dispatched;
  gint64 reserved;
  gint64 running;
  gint64 leaving;
  gint64 plan_vacant;
  gint64 plan_leaving;
  gint64 plan_new;
  const char *override_document;
} KpHeadcountNodeRecord;

extern const KpTable kp_headcount_node_table;

G_END_DECLS
