/* kp-conflict.c – two people changed the same thing: what it was, what the other made of it, and what is to be written.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-conflict.h"

#include <glib/gi18n-lib.h>

#include "kp-canon.h"

#define TIME_PLACES 16 /* 2026-03-10T09:00 */

typedef struct
{
  KpConflict *conflict;
} KpConflictErrorPrivate;

static void
kp_conflict_error_private_init (KpConflictErrorPrivate *priv)
{
  priv->conflict = NULL;
}

static void
kp_conflict_error_private_copy (const KpConflictErrorPrivate *from,
                                KpConflictErrorPrivate *to)
{
  to->conflict = from->conflict != NULL ? kp_conflict_copy (from->conflict) : NULL;
}

static void
kp_conflict_error_private_clear (KpConflictErrorPrivate *priv)
{
  g_clear_pointer (&priv->conflict, kp_conflict_free);
}

G_DEFINE_EXTENDED_ERROR (KpConflictError, kp_conflict_error)

static void
field_free (gpointer data)
{
  KpConflictField *field = data;

  g_free (field->label);
  g_free (field->before);
  g_free (field->now);
  g_free (field->typed);
  g_free (field);
}

/** kp_conflict_new_by: (transfer full): @who changed @what at @at (as the journal has it); without fields yet. */
KpConflict *
kp_conflict_new_by (const char *what,
                    const char *who,
                    const char *at)
{
  KpConflict *conflict = g_new0 (KpConflict, 1);

  conflict->what = g_strdup (what);
  conflict->who = g_strdup (who);
  conflict->at = g_strdup (at);
  conflict->fields = g_ptr_array_new_with_free_func (field_free);
  return conflict;
}

/**
 * kp_conflict_new:
 * @session: a session
 * @table: of the row that somebody else changed
 * @record: its key members name the row
 * @what: how a screen calls it, without personal data
 * @error: return location
 *
 * Finds in the journal who changed the row last, and when.
 *
 * Returns: (transfer full) (nullable): without fields yet; or %NULL with #KP_DATA_ERROR
 */
KpConflict *
kp_conflict_new (KpSession *session,
                 const KpTable *table,
                 gconstpointer record,
                 const char *what,
                 GError **error)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (KpStatement) s
      = kp_database_prepare (kp_session_get_database (session),
                             "SELECT actor, at FROM journal WHERE campaign = $1 AND table_name = $2 AND row_key = $3 "
                             "ORDER BY seq DESC LIMIT 1",
                             error);
  gboolean has_row = FALSE;

  if (s == NULL)
    return NULL;
  kp_canon_append_key (key, table, record);
  kp_statement_bind_text (s, 1, kp_session_get_campaign (session));
  kp_statement_bind_text (s, 2, table->name);
  kp_statement_bind_text (s, 3, key->str);
  if (!kp_statement_step (s, &has_row, error))
    return NULL;
  return has_row ? kp_conflict_new_by (what, kp_statement_get_text (s, "actor"), kp_statement_get_text (s, "at"))
                 : kp_conflict_new_by (what, "", "");
}

static KpConflictField *
add_field (KpConflict *conflict,
           const char *label,
           const char *before,
           const char *now,
           const char *typed)
{
  KpConflictField *field;

  if (g_strcmp0 (before, now) == 0 && g_strcmp0 (now, typed) == 0)
    return NULL;
  field = g_new0 (KpConflictField, 1);
  field->label = g_strdup (label);
  field->before = g_strdup (before != NULL ? before : "");
  field->now = g_strdup (now != NULL ? now : "");
  field->typed = g_strdup (typed != NULL ? typed : "");
  g_ptr_array_add (conflict->fields, field);
  return field;
}

/**
 * kp_conflict_add:
 * @conflict: a conflict
 * @label: what the field is called
 * @before: (nullable): what the screen showed
 * @now: (nullable): what the record holds
 * @typed: (nullable): what was to be written
 *
 * Adds a field that may hold personal data, unless all three say the same.
 *
 * Returns: (transfer none) (nullable): the field
 */
KpConflictField *
kp_conflict_add (KpConflict *conflict,
                 const char *label,
                 const char *before,
                 const char *now,
                 const char *typed)
{
  KpConflictField *field = add_field (conflict, label, before, now, typed);

  if (field != NULL)
    field->is_private = TRUE;
  return field;
}

/** kp_conflict_add_plain: as kp_conflict_add(), of a field whose values may stand in a sentence. (transfer none) (nullable) */
KpConflictField *
kp_conflict_add_plain (KpConflict *conflict,
                       const char *label,
                       const char *before,
                       const char *now,
                       const char *typed)
{
  return add_field (conflict, label, before, now, typed);
}

/** kp_conflict_field_is_open: whether both wrote something else into it, so that nobody but a person can tell which holds. */
gboolean
kp_conflict_field_is_open (const KpConflictField *field)
{
  return !g_str_equal (field->before, field->now) && !g_str_equal (field->before, field->typed)
         && !g_str_equal (field->now, field->typed);
}

/** kp_conflict_dup_time: (transfer full): when it was changed, as a screen shows it: “2026-03-10 09:00”. */
char *
kp_conflict_dup_time (const KpConflict *conflict)
{
  return g_strdelimit (g_strndup (conflict->at, TIME_PLACES), "T", ' ');
}

static const char *
get_shown (const char *value)
{
  return *value != '\0' ? value : _("nothing");
}

/* Every field in words; values only of those that hold no personal data. */
static char *
dup_fields (const KpConflict *conflict)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < conflict->fields->len; i++)
    {
      const KpConflictField *field = g_ptr_array_index (conflict->fields, i);

      g_string_append (text, i > 0 ? C_("between fields", "; ") : "");
      if (field->is_private)
        g_string_append_printf (text, _("“%s” differs"), field->label);
      else
        g_string_append_printf (text, _("“%s” was %s, is %s now, and was to become %s"), field->label, get_shown (field->before),
                                get_shown (field->now), get_shown (field->typed));
    }
  return g_string_free (text, FALSE);
}

/**
 * kp_conflict_refuse:
 * @conflict: (transfer full): a conflict with its fields
 * @error: return location
 *
 * Returns: always %FALSE, with #KP_CONFLICT_ERROR that holds @conflict
 */
gboolean
kp_conflict_refuse (KpConflict *conflict,
                    GError **error)
{
  g_autoptr (KpConflict) owned = conflict;
  g_autofree char *at = kp_conflict_dup_time (conflict);
  g_autofree char *fields = dup_fields (conflict);
  GError *made = NULL;

  g_set_error (&made, KP_CONFLICT_ERROR, KP_CONFLICT_ERROR_CHANGED,
               _("%s was changed by %s at %s meanwhile, and nothing was written: %s. Look at it again and decide which one holds."),
               conflict->what, conflict->who, at, fields);
  kp_conflict_error_get_private (made)->conflict = g_steal_pointer (&owned);
  g_propagate_error (error, made);
  return FALSE;
}

/**
 * kp_conflict_get:
 * @error: (nullable): any error
 *
 * Returns: (transfer none) (nullable): what it holds; %NULL when it is another one
 */
const KpConflict *
kp_conflict_get (const GError *error)
{
  return g_error_matches (error, KP_CONFLICT_ERROR, KP_CONFLICT_ERROR_CHANGED)
             ? kp_conflict_error_get_private (error)->conflict
             : NULL;
}

/**
 * kp_conflict_copy:
 * @conflict: a conflict
 *
 * Returns: (transfer full): the same, with texts of its own
 */
KpConflict *
kp_conflict_copy (const KpConflict *conflict)
{
  KpConflict *copy = kp_conflict_new_by (conflict->what, conflict->who, conflict->at);

  for (guint i = 0; i < conflict->fields->len; i++)
    {
      const KpConflictField *field = g_ptr_array_index (conflict->fields, i);

      KpConflictField *added = add_field (copy, field->label, field->before, field->now, field->typed);

      added->is_private = field->is_private;
      added->name = field->name;
    }
  copy->is_free = conflict->is_free;
  copy->version = conflict->version;
  copy->seq = conflict->seq;
  copy->row = g_strdup (conflict->row);
  copy->is_settled = conflict->is_settled;
  return copy;
}

/**
 * kp_conflict_free:
 * @conflict: (transfer full): a conflict
 */
void
kp_conflict_free (KpConflict *conflict)
{
  g_free (conflict->what);
  g_free (conflict->who);
  g_free (conflict->at);
  g_free (conflict->row);
  g_ptr_array_unref (conflict->fields);
  g_free (conflict);
}
