/* kp-scheme-draft-private.h – what writing and reading a draft share: its sheets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-draft.h"
#include "kp-scheme-table-private.h"

G_BEGIN_DECLS

/* Sheet 0 has one row, what stands alone; sheet i + 1 is the list of form i. */
typedef struct
{
  const char   *name;
  const char   *section;
  guint         n_parents; /* columns that name the items that a row belongs to, the outermost first */
  KpSchemeForm *form;      /* NULL for sheet 0; borrowed */
  GPtrArray    *columns;   /* (element-type KpDraftColumn) */
} KpDraftSheet;

struct _KpSchemeDraft
{
  GPtrArray *forms;  /* (element-type KpSchemeForm) */
  GPtrArray *main;   /* (element-type KpSchemeColumn) */
  GPtrArray *sheets; /* (element-type KpDraftSheet) */
  GPtrArray *rows;   /* (element-type GPtrArray of GPtrArray of utf8): of each sheet */
  GPtrArray *past;   /* earlier states of `rows` */
  GPtrArray *future; /* taken back */
};

#define KP_DRAFT_MAIN 0

const KpDraftSheet *kp_draft_get_sheet (const KpSchemeDraft *self,
                                        guint                sheet);
guint               kp_draft_get_parent (const KpSchemeDraft *self,
                                         guint                sheet);
gboolean            kp_draft_is_wording (const KpSchemeColumn *column);
char               *kp_draft_dup_key (const KpSchemeDraft *self,
                                      guint                sheet,
                                      guint                row);
gboolean            kp_draft_belongs (const KpSchemeDraft *self,
                                      guint                parent,
                                      guint                row,
                                      guint                child,
                                      guint                child_row);

G_END_DECLS
