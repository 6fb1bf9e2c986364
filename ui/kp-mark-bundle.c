/* kp-mark-bundle.c – what is told of the scripts that lie together.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-bundle.h"

#include <glib/gi18n-lib.h>

static gboolean
is_done (const KpMarkScript *script)
{
  return script->text != NULL || script->decided != KP_MARK_NOT_ENTERED;
}

/** kp_mark_bundle_sum: of the marks of @bundle; @n_done of its scripts have a mark or a state. */
gint64
kp_mark_bundle_sum (const KpMarkDesk *desk,
                    const KpMarkBundle *bundle,
                    guint *n_done)
{
  gint64 sum = 0;

  *n_done = 0;
  for (guint i = bundle->first; i < bundle->first + bundle->n_scripts; i++)
    {
      const KpMarkScript *script = g_ptr_array_index (desk->scripts, i);

      *n_done += is_done (script);
      sum += script->value.mark;
    }
  return sum;
}

/** kp_mark_bundle_dup_label: which one it is, and how far; @has_sites when there are several. */
char *
kp_mark_bundle_dup_label (const KpMarkDesk *desk,
                          const KpMarkBundle *bundle,
                          gboolean has_sites)
{
  const KpMarkScript *first = g_ptr_array_index (desk->scripts, bundle->first);
  const KpMarkScript *last = g_ptr_array_index (desk->scripts, bundle->first + bundle->n_scripts - 1);
  g_autofree char *name = NULL;
  guint n_done;

  if (bundle->room > 0)
    name = has_sites ? g_strdup_printf (_("Site %s, room %03u"), bundle->site, bundle->room)
                     : g_strdup_printf (_("Room %03u"), bundle->room);
  else
    name = g_strdup_printf ("%s – %s", first->number, last->number);
  kp_mark_bundle_sum (desk, bundle, &n_done);
  return g_strdup_printf ("%s (%u/%u)", name, n_done, bundle->n_scripts);
}

/** kp_mark_bundle_find_fault: (nullable): one sentence for all when nothing can be typed, and not a field of riddles. */
const char *
kp_mark_bundle_find_fault (const KpMarkDesk *desk,
                           const KpMarkBundle *bundle)
{
  for (guint i = bundle->first; i < bundle->first + bundle->n_scripts; i++)
    {
      const KpMarkScript *script = g_ptr_array_index (desk->scripts, i);

      if (script->fault != NULL)
        return script->fault;
    }
  return NULL;
}
