/* kp-form-shortlist.h – the list of those invited to the interview (入围面试人员名单).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef struct
{
  const char *post_code; /* nullable */
  const char *post_name; /* nullable */
  const char *street;  /* nullable */
  const char *places;  /* nullable: places of the post, "12" */
  const char *ticket;
  const char *name;
  const char *written; /* nullable: written mark with bonus; NULL where the post has no written exam */
  const char *place;   /* nullable: place in the original field, never renumbered */
  const char *remark;  /* nullable: "末位并列", "递补" */
  /* nullable: band above the rows of one post, "A01 综合岗（城关街道）"; then post_code, post_name and street stay NULL */
  const char *group;
} KpShortlistRow;

typedef struct
{
  KpFormList            list;
  const KpShortlistRow *rows;
  gsize                 n_rows;
  const char           *mark; /* (nullable): heading of `written` where it is another mark: "排名成绩" */
} KpShortlistFacts;

gboolean kp_form_shortlist_draw (KpSheet *sheet, const KpShortlistFacts *facts, GError **error);
