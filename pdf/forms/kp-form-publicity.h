/* kp-form-publicity.h – the publicity notice of those to be hired (拟聘用人员公示).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef struct
{
  const char *post_code; /* nullable */
  const char *post_name; /* nullable */
  const char *street;    /* nullable: 拟聘街道 */
  const char *name;      /* whole: supervision needs it (domain.md §11) */
  const char *sex;       /* nullable */
  const char *education; /* nullable */
  const char *ticket;    /* nullable */
  const char *written;   /* nullable */
  const char *interview; /* nullable */
  const char *total;     /* nullable */
  const char *final;     /* nullable: 最终成绩, where the background check is scored */
  const char *place;     /* nullable */
  const char *remark;    /* nullable */
  /* nullable: band above the rows of one post, "A01 综合岗（城关街道）"; then post_code, post_name and street stay NULL */
  const char *group;
} KpPublicityRow;

typedef struct
{
  KpFormList            list;      /* lead is printed before the wording when given, notes below the table */
  const char           *campaign;  /* "云岭县2026年公开招聘社区专职工作人员" */
  const char           *committee; /* who receives objections; also the issuer when list.issuer is NULL */
  const char           *days;      /* "7个工作日" */
  const char           *from;      /* "2026年6月10日" */
  const char           *to;        /* "2026年6月18日" */
  const char           *phone;     /* supervision phone */
  const char           *address;   /* where letters go */
  const char           *mail;      /* nullable */
  const char           *wording;   /* nullable: the county's text; NULL = the shipped wording/publicity.md */
  const KpPublicityRow *rows;
  gsize                 n_rows;
} KpPublicityFacts;

gboolean kp_form_publicity_check_wording (const char *wording, GError **error);
gboolean kp_form_publicity_draw (KpSheet *sheet, const KpPublicityFacts *facts, GError **error);
