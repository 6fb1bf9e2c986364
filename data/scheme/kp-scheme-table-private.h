/* kp-scheme-table-private.h – which sheets and columns the tables of a scheme have.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-field.h"
#include "kp-scheme-table.h"

G_BEGIN_DECLS

#define KP_SCHEME_TABLE_MAIN "方案"
#define KP_SCHEME_TABLE_KEY "键"
#define KP_SCHEME_TABLE_VALUE "内容"

/* One value; those of embedded objects stand among the others. */
typedef struct
{
  const char    *object; /* the key under which the value's object stands */
  const KpField *field;
  gsize          offset; /* of that object in the struct */
  gchar         *path;   /* weights.written */
  gchar         *title;  /* 笔试成绩权重 */
} KpSchemeColumn;

/* One list of objects, wherever it stands. */
typedef struct
{
  const KpField *field;
  gsize          offset;   /* of the object that has the list, in the struct of the parent's item or the scheme */
  gchar         *name;     /* of the sheet */
  gchar         *path;     /* from the parent's item, or the scheme: rooms, written.sites */
  guint          parent;   /* number of the form whose items have this list; G_MAXUINT = the scheme itself */
  GPtrArray     *titles;   /* (element-type utf8): headings that name the parent's item, from the outermost on */
  GPtrArray     *columns;  /* (element-type KpSchemeColumn) */
} KpSchemeForm;

GPtrArray *kp_scheme_table_list_columns (const char    *object,
                                         const KpField *fields);
GPtrArray *kp_scheme_table_list_forms (void);
gchar     *kp_scheme_table_dup_item_key (const KpField *fields,
                                         gconstpointer  item,
                                         guint          index);

G_END_DECLS
