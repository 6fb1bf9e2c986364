/* kp-scheme-keys.h – the reference of all keys of a scheme file, made from the table that reads it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gchar   *path;    /* posts[].places */
  gchar   *kind;    /* count, date, name, condition … */
  gchar   *allowed; /* the names, or the greatest number; "" = whatever the kind allows */
  gchar   *usual;   /* as JSON: what holds when the key is left out; "" = nothing */
  gchar   *label;   /* 岗位：招聘人数 */
  gboolean is_required;
} KpSchemeKey;

GPtrArray *kp_scheme_list_keys (void);
void       kp_scheme_key_free (KpSchemeKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpSchemeKey, kp_scheme_key_free)

G_END_DECLS
