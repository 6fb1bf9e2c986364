/* kp-normal.h – what people type, in standard words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "kp-date.h"
#include "kp-id-number.h"

G_BEGIN_DECLS

typedef enum
{
  KP_DATE_TEXT_EMPTY,
  KP_DATE_TEXT_DAY,       /* a whole date */
  KP_DATE_TEXT_MONTH,     /* year and month: the day is set to 1 */
  KP_DATE_TEXT_AMBIGUOUS, /* a year of two digits: nothing is guessed */
  KP_DATE_TEXT_UNREADABLE
} KpDateText;

typedef enum
{
  KP_ANSWER_NONE,
  KP_ANSWER_YES,
  KP_ANSWER_NO,
  KP_ANSWER_UNREADABLE
} KpAnswer;

/* Whose standard words a form offers. */
typedef enum
{
  KP_NORMAL_EDUCATIONS,
  KP_NORMAL_DEGREES,
  KP_NORMAL_PARTIES,
  KP_NORMAL_CERTIFICATES,
  KP_NORMAL_ANSWERS,
  KP_NORMAL_N_LISTS
} KpNormalList;

const char *const *kp_normal_list_words (KpNormalList list);
char *kp_normal_text (const char *typed);
char *kp_normal_compact (const char *typed);
char *kp_normal_name (const char *typed);
char *kp_normal_id_number (const char *typed);
char *kp_normal_phone (const char *typed);
gboolean kp_normal_phone_is_whole (const char *phone);
char *kp_normal_post_code (const char *typed);
KpDateText kp_normal_date (const char *typed, KpDate *date);
gboolean kp_normal_date_from_serial (gint64 serial, gboolean from_1904, KpDate *date);
KpSex kp_normal_sex (const char *typed);
const char *kp_normal_ethnic (const char *typed);
const char *kp_normal_political (const char *typed);
const char *kp_normal_education (const char *typed);
const char *kp_normal_degree (const char *typed);
const char *kp_normal_certificate (const char *typed);
KpAnswer kp_normal_answer (const char *typed);

G_END_DECLS
