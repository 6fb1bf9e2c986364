/* kp-written-tables.c – seats, entries, agreed marks, bonus and shortlist.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-written-tables.h"

static const KpColumn seat_columns[] = {
  KP_COLUMN_TEXT (KpSeatRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpSeatRecord, sitting, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpSeatRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpSeatRecord, site, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpSeatRecord, room, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpSeatRecord, seat, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpSeatRecord, ticket, KP_COLUMN_PLAIN),
};

const KpTable kp_seat_table = KP_TABLE_INIT (KpSeatRecord, "seat", "座位", seat_columns);

static const KpColumn seat_change_columns[] = {
  KP_COLUMN_TEXT (KpSeatChangeRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpSeatChangeRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpSeatChangeRecord, sitting, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpSeatChangeRecord, ticket, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpSeatChangeRecord, from_seat, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpSeatChangeRecord, to_seat, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpSeatChangeRecord, reason, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpSeatChangeRecord, person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpSeatChangeRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_seat_change_table = KP_TABLE_INIT (KpSeatChangeRecord, "seat_change", "换座", seat_change_columns);

static const KpColumn entry_columns[] = {
  KP_COLUMN_TEXT (KpEntryRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpEntryRecord, paper, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpEntryRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpEntryRecord, entry, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpEntryRecord, state, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpEntryRecord, mark, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpEntryRecord, clerk, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpEntryRecord, source, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpEntryRecord, sheet_row, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpEntryRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_entry_table = KP_TABLE_INIT (KpEntryRecord, "entry", "登分", entry_columns);

static const KpColumn mark_columns[] = {
  KP_COLUMN_TEXT (KpMarkRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpMarkRecord, paper, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpMarkRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpMarkRecord, state, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpMarkRecord, mark, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpMarkRecord, how, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpMarkRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_mark_table = KP_TABLE_INIT (KpMarkRecord, "mark", "分数", mark_columns);

static const KpColumn bonus_columns[] = {
  KP_COLUMN_TEXT (KpBonusRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpBonusRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpBonusRecord, item, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpBonusRecord, points, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpBonusRecord, counts, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpBonusRecord, claimed_on, KP_COLUMN_NULLABLE),
};

const KpTable kp_bonus_table = KP_TABLE_INIT (KpBonusRecord, "bonus", "加分", bonus_columns);

static const KpColumn bonus_review_columns[] = {
  KP_COLUMN_TEXT (KpBonusReviewRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpBonusReviewRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpBonusReviewRecord, item, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpBonusReviewRecord, verdict, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpBonusReviewRecord, claimed_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpBonusReviewRecord, points, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpBonusReviewRecord, reason, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpBonusReviewRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpBonusReviewRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpBonusReviewRecord, at, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpBonusReviewRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_bonus_review_table
    = KP_TABLE_INIT (KpBonusReviewRecord, "bonus_review", "加分审核", bonus_review_columns);

static const KpColumn shortlist_columns[] = {
  KP_COLUMN_TEXT (KpShortlistRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpShortlistRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpShortlistRecord, post, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpShortlistRecord, state, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpShortlistRecord, paper, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpShortlistRecord, bonus, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpShortlistRecord, written, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpShortlistRecord, place, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpShortlistRecord, outcome, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpShortlistRecord, why, KP_COLUMN_PLAIN),
};

const KpTable kp_shortlist_table = KP_TABLE_INIT (KpShortlistRecord, "shortlist", "入围名单", shortlist_columns);

static const KpColumn leaving_columns[] = {
  KP_COLUMN_TEXT (KpLeavingRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpLeavingRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpLeavingRecord, post, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpLeavingRecord, round, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpLeavingRecord, list, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpLeavingRecord, stage, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpLeavingRecord, cause, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpLeavingRecord, reason, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpLeavingRecord, recorded_by, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpLeavingRecord, recorded_on, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpLeavingRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_leaving_table = KP_TABLE_INIT (KpLeavingRecord, "leaving", "退出", leaving_columns);

static const KpColumn heat_columns[] = {
  KP_COLUMN_TEXT (KpHeatRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpHeatRecord, heat, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHeatRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpHeatRecord, post, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHeatRecord, state, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpHeatRecord, mark, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpHeatRecord, score, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpHeatRecord, place, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpHeatRecord, outcome, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpHeatRecord, why, KP_COLUMN_PLAIN),
};

const KpTable kp_heat_table = KP_TABLE_INIT (KpHeatRecord, "heat", "测试名单", heat_columns);
