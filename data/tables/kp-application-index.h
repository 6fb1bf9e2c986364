/* kp-application-index.h – the applications of a campaign, each as narrow as a line of a list.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* Texts are borrowed from the index; what did not come about is NULL or KP_NO_INT. */
typedef struct
{
  const char *application;
  const char *name;
  const char *sex;
  const char *id_number;
  const char *phone;
  const char *post;
  const char *review;
  const char *ticket;
  const char *written_state;
  const char *interview_state;
  gint64 written;
  gint64 interview;     /* as kept, also while nobody may see it */
  gint64 total;
  gint64 place;
  guint is_entered : 1; /* was on the first list */
  guint is_listed : 1;  /* may come to the interview, or to the test before it */
  guint is_sealed : 1;  /* the mark may not be shown beside the person yet */
  guint is_direct : 1;  /* takes a place without exam */
  guint is_hired : 1;   /* has a contract */
} KpApplicationLine;

typedef struct _KpApplicationIndex KpApplicationIndex;

KpApplicationIndex      *kp_application_index_new (void);
GHashTable              *kp_application_index_count_reviews (KpDatabase *db, const char *campaign, GError **error);
KpApplicationIndex      *kp_application_index_load (KpDatabase *db, const char *campaign, GError **error);
void                     kp_application_index_free (KpApplicationIndex *index);
guint                    kp_application_index_get_n_lines (KpApplicationIndex *index);
const KpApplicationLine *kp_application_index_get_line (KpApplicationIndex *index, guint number);
gboolean                 kp_application_index_find (KpApplicationIndex *index, const char *application, guint *number);
const char              *kp_application_index_get_pinyin (KpApplicationIndex *index, guint number);
void                     kp_application_index_read_names (KpApplicationIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpApplicationIndex, kp_application_index_free)

G_END_DECLS
