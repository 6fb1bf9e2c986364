/* kp-list.h – a list to publish or hand on, and its three file forms.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_LIST_TEXT,  /* codes, names, numbers with leading zeros: stays text in every file */
  KP_LIST_NUMBER /* an exact decimal in text form; right-aligned, a number in .xlsx */
} KpListKind;

typedef enum
{
  KP_LIST_FORM_CSV,
  KP_LIST_FORM_XLSX,
  KP_LIST_FORM_JSON
} KpListForm;

typedef struct
{
  const char *key;   /* of the JSON member, such as "ticket" */
  const char *title; /* of the column, Chinese */
  guint width;       /* in half-width characters; 0 = by the title */
  KpListKind kind;
} KpListColumn;

typedef struct _KpList KpList;

KpList *kp_list_new (const char *title, const char *subtitle, const KpListColumn *columns, guint n_columns);
void kp_list_free (KpList *list);
void kp_list_add_row (KpList *list, const char *const *values);
void kp_list_add_note (KpList *list, const char *note);
void kp_list_set_source (KpList *list, const char *maker, const char *source);
const KpListColumn *kp_list_get_columns (KpList *list, guint *n_columns);
guint kp_list_get_n_rows (KpList *list);
const char *kp_list_get_value (KpList *list, guint row, guint column);
GBytes *kp_list_to_csv (KpList *list);
GBytes *kp_list_to_json (KpList *list);
GBytes *kp_list_to_xlsx (KpList *list, GError **error);
GBytes *kp_list_book_to_xlsx (KpList *const *lists, const char *const *names, guint n_lists, GError **error);
gboolean kp_list_save (KpList *list, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpList, kp_list_free)

G_END_DECLS
