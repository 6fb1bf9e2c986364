/* kp-campaign-tables.c – the campaign, its posts, its imports and its draws.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-campaign-tables.h"

static const KpColumn campaign_columns[] = {
  KP_COLUMN_TEXT (KpCampaignRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpCampaignRecord, title, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCampaignRecord, closed, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCampaignRecord, scheme, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCampaignRecord, scheme_digest, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCampaignRecord, created_at, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCampaignRecord, paper_key, KP_COLUMN_PERSONAL | KP_COLUMN_SECRET),
  KP_COLUMN_TEXT (KpCampaignRecord, seal, KP_COLUMN_PERSONAL | KP_COLUMN_SECRET),
  KP_COLUMN_INT (KpCampaignRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_campaign_table = KP_TABLE_INIT (KpCampaignRecord, "campaign", "招聘项目", campaign_columns);

static const KpColumn post_columns[] = {
  KP_COLUMN_TEXT (KpPostRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpPostRecord, post, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpPostRecord, planned, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpPostRecord, opened, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpPostRecord, listed, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpPostRecord, competing, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpPostRecord, places, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPostRecord, state, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPostRecord, why, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpPostRecord, opened_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpPostRecord, moved, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpPostRecord, vacated, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpPostRecord, waits, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpPostRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_post_table = KP_TABLE_INIT (KpPostRecord, "post", "岗位", post_columns);

static const KpColumn decision_columns[] = {
  KP_COLUMN_TEXT (KpDecisionRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpDecisionRecord, kind, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpDecisionRecord, subject, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpDecisionRecord, value, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDecisionRecord, reason, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDecisionRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDecisionRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDecisionRecord, at, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpDecisionRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_decision_table = KP_TABLE_INIT (KpDecisionRecord, "decision", "研究决定", decision_columns);

static const KpColumn import_columns[] = {
  KP_COLUMN_TEXT (KpImportRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpImportRecord, kind, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpImportRecord, digest, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpImportRecord, at, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpImportRecord, actor, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpImportRecord, rows, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpImportRecord, taken, KP_COLUMN_PLAIN),
};

const KpTable kp_import_table = KP_TABLE_INIT (KpImportRecord, "import", "导入", import_columns);

static const KpColumn draw_columns[] = {
  KP_COLUMN_TEXT (KpDrawRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpDrawRecord, purpose, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpDrawRecord, attempt, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpDrawRecord, public_source, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDrawRecord, items, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDrawRecord, list, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDrawRecord, commitment, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDrawRecord, nonce, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDrawRecord, committed_at, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDrawRecord, public, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpDrawRecord, result, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpDrawRecord, drawn_at, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpDrawRecord, reason, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpDrawRecord, first_person, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpDrawRecord, second_person, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpDrawRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_draw_table = KP_TABLE_INIT (KpDrawRecord, "draw", "抽签", draw_columns);
