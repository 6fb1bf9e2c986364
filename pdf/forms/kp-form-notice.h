/* kp-form-notice.h – the recruitment notice (招聘公告) with its post table as annex 1.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef enum
{
  KP_NOTICE_PART_TEXT,     /* a paragraph of the body, indented two characters by the form */
  KP_NOTICE_PART_HEADING,  /* level 1, with its own number: "一、招聘原则" */
  KP_NOTICE_PART_SUBHEADING /* level 2, with its own number: "(一)基本条件" */
} KpNoticePartKind;

typedef struct
{
  KpNoticePartKind kind;
  const char      *text;
} KpNoticePart;

typedef struct
{
  const char *code;       /* "A01" */
  const char *name;       /* "综合岗" */
  const char *street;     /* "城关街道" */
  const char *track;      /* "面向社会" */
  const char *places;     /* "12" */
  const char *age;        /* nullable: "1985年3月2日至2008年3月2日出生" */
  const char *education;  /* nullable: "大专及以上" */
  const char *conditions; /* nullable: other conditions */
  const char *remark;     /* nullable */
} KpNoticePost;

typedef struct
{
  const char         *title;       /* "云岭县2026年公开招聘社区专职工作人员公告"; "\n" chooses a line break */
  const KpNoticePart *parts;
  gsize               n_parts;
  const char *const  *annexes;     /* nullable: names, NULL-terminated; the first is the post table */
  const char         *issuer;
  const char         *date;
  const char         *posts_title; /* nullable: title of annex 1; without it no annex page is printed */
  const KpNoticePost *posts;
  gsize               n_posts;
  const char         *scheme_digest; /* nullable: lower-case hex */
  const char         *qr;            /* nullable: on the annex page */
  const KpFormHead   *head;          /* nullable */
} KpNoticeFacts;

gboolean kp_form_notice_draw (KpSheet *sheet, const KpNoticeFacts *facts, GError **error);
