/* kp-answer.h – what a verb answers: counts and tables, as text for people or as JSON for programs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *key;    /* of the JSON member */
  const char *title;  /* of the column, translated */
  gboolean is_number; /* right-aligned; a number in JSON */
} KpAnswerColumn;

typedef struct _KpAnswer KpAnswer;

/* What people see of an answer, part by part; texts are borrowed. */
typedef struct
{
  void (*say) (const char *sentence, gpointer data);
  void (*add_fact) (const char *label, const char *text, gpointer data);
  void (*begin_table) (const KpAnswerColumn *columns, guint n_columns, gpointer data);
  void (*add_row) (const char *const *cells, gpointer data);
} KpAnswerVisitor;

KpAnswer *kp_answer_new (void);
void kp_answer_free (KpAnswer *answer);
void kp_answer_say (KpAnswer *answer, const char *sentence);
void kp_answer_add_count (KpAnswer *answer, const char *key, const char *label, gint64 count);
void kp_answer_add_truth (KpAnswer *answer, const char *key, gboolean is_true);
void kp_answer_add_text (KpAnswer *answer, const char *key, const char *label, const char *text);
void kp_answer_add_texts (KpAnswer *answer, const char *key, const char *label, const char *const *texts);
void
kp_answer_begin_table (KpAnswer *answer, const char *key, const KpAnswerColumn *columns, guint n_columns);
void kp_answer_add_row (KpAnswer *answer, const char *const *cells);
void kp_answer_say_cell (KpAnswer *answer, guint column, const char *text);
void kp_answer_begin_sections (KpAnswer *answer, const char *key);
void kp_answer_add_section (KpAnswer *answer, const char *heading, const GPtrArray *paragraphs);
char *kp_answer_dup_text (KpAnswer *answer);
char *kp_answer_dup_json (KpAnswer *answer);
void kp_answer_visit (KpAnswer *answer, const KpAnswerVisitor *visitor, gpointer data);

/* Half-width places that a text takes on a terminal. */
guint kp_text_measure (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpAnswer, kp_answer_free)

G_END_DECLS
