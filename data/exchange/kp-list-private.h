/* kp-list-private.h – what the writers of lists share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-list.h"

G_BEGIN_DECLS

struct _KpList
{
  char *title;
  char *subtitle;
  GStringChunk *chunk;
  GArray *columns;   /* KpListColumn, strings in chunk */
  GPtrArray *values; /* const char *, row by row */
  GPtrArray *notes;
  char *maker;  /* (nullable): who had it written */
  char *source; /* (nullable): the same in a sentence, with when and from what */
};

guint kp_list_measure_text (const char *text);
gboolean kp_list_write_file (const char *path, const char *data, gsize length, GError **error);

G_END_DECLS
