/* kp-scheme-explain.h – the scheme in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme.h"

G_BEGIN_DECLS

/* One section of the notice. */
typedef struct
{
  gchar     *heading;    /* 一、招聘原则和计划, numbered; empty for the opening */
  GPtrArray *paragraphs; /* (element-type utf8) */
} KpNoticeSection;

/* A name in the scheme's file, and what the office calls the thing. */
typedef struct
{
  const char *name;
  const char *word;
} KpSchemeWord;

/* The texts that a county may write itself; ended by a NULL name. */
extern const KpSchemeWord kp_scheme_wordings[];

GPtrArray *kp_scheme_explain (const KpScheme *scheme);
GPtrArray *kp_scheme_explain_annexes (const KpScheme *scheme);
void       kp_notice_section_free (KpNoticeSection *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpNoticeSection, kp_notice_section_free)

G_END_DECLS
