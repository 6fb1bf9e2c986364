/* kp-wording.h – text with named fields that a county edits: parse, list the fields, fill.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The text is Markdown: "# " title, "## " heading, "### " sub-heading, an empty line ends a paragraph, **重要** is 黑体 and
 * *强调* 楷体, "1. " numbers; "<!-- … -->" on lines of their own is skipped. {字段} is a field, "{{" is a brace. {如果 字段}, {如果 字段=值},
 * {如果没有 字段} … {否则} … {完} is said only then, {每项 清单} … {完} of each row of a list. */

typedef enum
{
  KP_WORDING_TITLE,
  KP_WORDING_HEADING,
  KP_WORDING_SUBHEADING,
  KP_WORDING_TEXT
} KpWordingKind;

typedef struct
{
  KpWordingKind kind;
  char         *text; /* owned by the wording */
  guint         line; /* first line in the source, from 1 */
} KpWordingPart;

typedef struct
{
  const char *name;  /* without braces */
  const char *value; /* nullable: known, but without a value */
  gboolean    is_optional; /* TRUE: without a value the field prints nothing; FALSE: that is an error */
} KpWordingValue;

/* What a form knows several of: posts, facts of a letter. Borrowed. */
typedef struct
{
  const char        *name;
  const char *const *columns; /* names of fields inside a repetition, NULL-terminated */
  const char *const *cells;   /* nullable without rows: n_rows × columns texts, each nullable */
  gsize              n_rows;
} KpWordingList;

typedef struct _KpWording KpWording;

KpWording           *kp_wording_new          (const char *text, GError **error);
void                 kp_wording_free         (KpWording *self);
char               **kp_wording_dup_fields   (const KpWording *self);
gboolean             kp_wording_check        (const KpWording      *self,
                                              const char *const    *known,
                                              const KpWordingList  *lists,
                                              gsize                 n_lists,
                                              GError              **error);
KpWording           *kp_wording_fill         (const KpWording       *self,
                                              const KpWordingValue  *values,
                                              gsize                  n_values,
                                              GError               **error);
KpWording           *kp_wording_fill_lists   (const KpWording       *self,
                                              const KpWordingValue  *values,
                                              gsize                  n_values,
                                              const KpWordingList   *lists,
                                              gsize                  n_lists,
                                              GError               **error);
void                 kp_wording_drop_emphasis (KpWording *self);
const KpWordingPart *kp_wording_get_parts    (const KpWording *self, gsize *n_parts);
char                *kp_wording_dup_contract (void);
char                *kp_wording_dup_publicity (void);
char                *kp_wording_dup_letter   (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpWording, kp_wording_free)
