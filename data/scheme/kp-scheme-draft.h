/* kp-scheme-draft.h – a scheme that is being written: its tables, what is wrong with them, and the way back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-json.h"

G_BEGIN_DECLS

/* What a cell takes. */
typedef enum
{
  KP_DRAFT_TEXT,
  KP_DRAFT_LINES,  /* a text of several lines, or a list of texts, one a line */
  KP_DRAFT_WORD,   /* one of the column's words */
  KP_DRAFT_WORDS,  /* several of them, with 、 between */
  KP_DRAFT_PARENT, /* the item of another sheet that the row belongs to */
  KP_DRAFT_CODE,   /* of an item of another sheet, or of one of the texts that there are */
  KP_DRAFT_RULE,   /* a condition, as the file has it: kp-rule-lines.h */
  KP_DRAFT_TIES,   /* a list of ties, as the file has it */
} KpDraftKind;

typedef struct
{
  gchar      *title;   /* 招聘人数 */
  gchar      *path;    /* places, weights.written; NULL for a parent */
  const char *section; /* under which heading of the notice it is said */
  KpDraftKind kind;
  GStrv       words; /* (nullable) */
  gboolean    is_required;
} KpDraftColumn;

/* Where something is wrong. */
typedef struct
{
  guint    sheet;  /* G_MAXUINT = no place in the tables */
  guint    row;    /* G_MAXUINT = the whole sheet */
  guint    column; /* G_MAXUINT = the whole row */
  gchar   *sentence;
  gboolean is_warning;
} KpDraftProblem;

typedef struct _KpSchemeDraft KpSchemeDraft;

KpSchemeDraft       *kp_scheme_draft_new (const KpScheme *scheme);
void                 kp_scheme_draft_free (KpSchemeDraft *self);

guint                kp_scheme_draft_get_n_sheets (const KpSchemeDraft *self);
const char          *kp_scheme_draft_get_name (const KpSchemeDraft *self,
                                               guint                sheet);
const char          *kp_scheme_draft_get_section (const KpSchemeDraft *self,
                                                  guint                sheet);
guint                kp_scheme_draft_get_n_columns (const KpSchemeDraft *self,
                                                    guint                sheet);
const KpDraftColumn *kp_scheme_draft_get_column (const KpSchemeDraft *self,
                                                 guint                sheet,
                                                 guint                column);
guint                kp_scheme_draft_get_n_rows (const KpSchemeDraft *self,
                                                 guint                sheet);
const char          *kp_scheme_draft_get_cell (const KpSchemeDraft *self,
                                               guint                sheet,
                                               guint                row,
                                               guint                column);
GStrv                kp_scheme_draft_dup_words (const KpSchemeDraft *self,
                                                guint                sheet,
                                                guint                column,
                                                GStrv               *labels);

void                 kp_scheme_draft_set_cell (KpSchemeDraft *self,
                                               guint          sheet,
                                               guint          row,
                                               guint          column,
                                               const char    *text);
void                 kp_scheme_draft_add_row (KpSchemeDraft *self,
                                              guint          sheet);
void                 kp_scheme_draft_remove_row (KpSchemeDraft *self,
                                                 guint          sheet,
                                                 guint          row);
guint                kp_scheme_draft_paste (KpSchemeDraft *self,
                                            guint          sheet,
                                            guint          row,
                                            guint          column,
                                            const char    *table);

gboolean             kp_scheme_draft_may_undo (const KpSchemeDraft *self);
gboolean             kp_scheme_draft_may_redo (const KpSchemeDraft *self);
void                 kp_scheme_draft_undo (KpSchemeDraft *self);
void                 kp_scheme_draft_redo (KpSchemeDraft *self);

KpScheme            *kp_scheme_draft_read (const KpSchemeDraft *self,
                                           GPtrArray          **problems);
void                 kp_scheme_draft_add_problem (const KpSchemeDraft   *self,
                                                  const KpSchemeProblem *from,
                                                  GPtrArray             *problems);
void                 kp_draft_problem_free (KpDraftProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpSchemeDraft, kp_scheme_draft_free)

G_END_DECLS
