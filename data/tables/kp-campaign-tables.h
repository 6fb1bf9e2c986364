/* kp-campaign-tables.h – the campaign, its posts, its imports and its draws.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 招聘项目: What the file holds. */
typedef struct
{
  const char *campaign;
  const char *title;
  const char *closed;
  const char *scheme;
  const char *scheme_digest;
  const char *created_at;
  const char *paper_key; /* of the codes and seals of papers; never shown */
  const char *seal;      /* of the sealed columns, as kp_seal_new() takes it; never shown */
  gint64 version;
} KpCampaignRecord;

extern const KpTable kp_campaign_table;

/* 岗位: A post with the places that are left to it. */
typedef struct
{
  const char *campaign;
  const char *post;
  gint64 planned;
  gint64 opened;
  gint64 listed;
  gint64 competing;
  gint64 places;
  const char *state;
  const char *why;
  const char *opened_on;
  const char *moved;
  const char *vacated;
  gint64 waits; /* a #KpPostWait */
  gint64 version;
} KpPostRecord;

/* Until the committee says where empty places go. */
typedef enum
{
  KP_POST_WAITS_FOR_NOTHING,
  KP_POST_WAITS_TO_TAKE, /* may get some */
  KP_POST_WAITS_TO_GIVE, /* has some */
} KpPostWait;

#define KP_POST_CANCELLED "cancelled"
#define KP_POST_INTERVIEW_ONLY "interview_only"

extern const KpTable kp_post_table;

/* 研究决定: What the scheme leaves to the committee. */
typedef struct
{
  const char *campaign;
  const char *kind;
  const char *subject;
  const char *value;
  const char *reason;
  const char *first_person;
  const char *second_person;
  const char *at;
  gint64 version;
} KpDecisionRecord;

extern const KpTable kp_decision_table;

/* 导入: A file that was taken in; the same file is never taken twice. */
typedef struct
{
  const char *campaign;
  const char *kind;
  const char *digest;
  const char *at;
  const char *actor;
  gint64 rows;
  gint64 taken;
} KpImportRecord;

extern const KpTable kp_import_table;

/* 抽签: One attempt at a draw of design.md §6. */
typedef struct
{
  const char *campaign;
  const char *purpose;
  gint64 attempt;
  const char *public_source;
  const char *items;
  const char *list;
  const char *commitment;
  const char *nonce;
  const char *committed_at;
  const char *public;
  const char *result;
  const char *drawn_at;
  const char *reason;
  const char *first_person;
  const char *second_person;
  gint64 version;
} KpDrawRecord;

extern const KpTable kp_draw_table;

G_END_DECLS
