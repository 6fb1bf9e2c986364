/* kp-audit.c – what a supervisor asks of a record: who did what, who stood alone, what looks odd.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-audit.h"

#include <string.h>

#include "kp-registration-tables.h"
#include "kp-review.h"
#include "kp-written-tables.h"

/* ---- who did what ---- */

static void
act_free (gpointer data)
{
  KpAuditAct *act = data;

  g_free (act->step);
  g_free (act->actor);
  g_free (act->first_at);
  g_free (act->last_at);
  g_free (act);
}

static int
compare_acts (gconstpointer a,
              gconstpointer b)
{
  const KpAuditAct *x = *(const KpAuditAct *const *) a;
  const KpAuditAct *y = *(const KpAuditAct *const *) b;
  const int order = g_strcmp0 (x->first_at, y->first_at);

  if (order != 0)
    return order;
  return !g_str_equal (x->step, y->step) ? strcmp (x->step, y->step) : strcmp (x->actor, y->actor);
}

/* The journal holds one row for each row written: hundreds of thousands become a page. */
static gboolean
count_act (gconstpointer record,
           gpointer user_data,
           GError **error G_GNUC_UNUSED)
{
  const KpJournalRow *row = record;
  GHashTable *acts = user_data;
  g_autofree char *key = g_strdup_printf ("%s\n%s", row->step, row->actor);
  KpAuditAct *act = g_hash_table_lookup (acts, key);

  if (act == NULL)
    {
      act = g_new0 (KpAuditAct, 1);
      act->step = g_strdup (row->step);
      act->actor = g_strdup (row->actor);
      act->first_at = g_strdup (row->at);
      g_hash_table_insert (acts, g_steal_pointer (&key), act);
    }
  if (act->last_at == NULL || !g_str_equal (act->last_at, row->at))
    {
      g_free (act->last_at);
      act->last_at = g_strdup (row->at);
    }
  act->n_rows++;
  return TRUE;
}

/**
 * kp_audit_each_journal_row:
 * @session: a session
 * @func: called for each #KpJournalRow, in the order of the journal
 * @user_data: for it
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with an error of @func or #KP_DATA_ERROR
 */
gboolean
kp_audit_each_journal_row (KpSession *session,
                           KpRecordFunc func,
                           gpointer user_data,
                           GError **error)
{
  return kp_table_each (kp_session_get_database (session), &kp_journal_table, kp_session_get_campaign (session),
                        "ORDER BY seq", KP_NO_BINDS, func, user_data, error);
}

/**
 * kp_audit_list_acts:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpAuditAct): who entered and approved what, in order of time, or %NULL
 *   with #KP_DATA_ERROR
 */
GPtrArray *
kp_audit_list_acts (KpSession *session,
                    GError **error)
{
  g_autoptr (GHashTable) acts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (act_free);
  const gboolean is_read = kp_audit_each_journal_row (session, count_act, acts, error);
  GHashTableIter iter;
  gpointer act;

  g_hash_table_iter_init (&iter, acts);
  while (g_hash_table_iter_next (&iter, NULL, &act))
    g_ptr_array_add (list, act);
  g_ptr_array_sort (list, compare_acts);
  if (!is_read)
    g_clear_pointer (&list, g_ptr_array_unref);
  return list;
}

/**
 * kp_audit_list_seals:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpJournalRow): when the scheme was sealed and amended, each stage closed,
 *   and what was refused or noted besides
 */
GPtrArray *
kp_audit_list_seals (KpSession *session,
                     GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_journal_table, kp_session_get_campaign (session),
                          "AND (table_name = 'campaign' OR act = 'note') ORDER BY seq", KP_NO_BINDS, error);
}

/* ---- who stood alone ---- */

static void
exception_free (gpointer data)
{
  KpAuditException *exception = data;

  g_free (exception->subject);
  g_free (exception->actor);
  g_free (exception);
}

static void
add_exception (GPtrArray *list,
               KpAuditExceptionKind kind,
               const char *subject,
               const char *actor)
{
  KpAuditException *exception = NULL;

  for (guint i = 0; i < list->len && exception == NULL; i++)
    {
      KpAuditException *each = g_ptr_array_index (list, i);

      if (each->kind == kind && g_str_equal (each->subject, subject) && kp_review_is_same_person (each->actor, actor))
        exception = each;
    }
  if (exception == NULL)
    {
      exception = g_new0 (KpAuditException, 1);
      exception->kind = kind;
      exception->subject = g_strdup (subject);
      exception->actor = g_strdup (actor);
      g_ptr_array_add (list, exception);
    }
  exception->n++;
}

/* Entries come by paper and application, the first before the second before the third. */
static gboolean
check_entries (KpSession *session,
               GPtrArray *list,
               GError **error)
{
  g_autoptr (GPtrArray) entries
      = kp_table_select (kp_session_get_database (session), &kp_entry_table, kp_session_get_campaign (session),
                         "ORDER BY paper, application, entry", KP_NO_BINDS, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const KpEntryRecord *entry = g_ptr_array_index (entries, i);

      for (guint j = i; j > 0; j--)
        {
          const KpEntryRecord *earlier = g_ptr_array_index (entries, j - 1);

          if (!g_str_equal (earlier->paper, entry->paper) || !g_str_equal (earlier->application, entry->application))
            break;
          if (kp_review_is_same_person (earlier->clerk, entry->clerk))
            add_exception (list, entry->entry == 2 ? KP_AUDIT_BOTH_ENTRIES : KP_AUDIT_OWN_ENTRY, entry->paper,
                           entry->clerk);
        }
    }
  return entries != NULL;
}

static gboolean
check_judgements (KpSession *session,
                  GPtrArray *list,
                  GError **error)
{
  g_autoptr (GPtrArray) judgements
      = kp_table_select (kp_session_get_database (session), &kp_judgement_table, kp_session_get_campaign (session),
                         "ORDER BY application, moment, condition, level", KP_NO_BINDS, error);

  for (guint i = 1; judgements != NULL && i < judgements->len; i++)
    {
      const KpJudgementRecord *first = g_ptr_array_index (judgements, i - 1);
      const KpJudgementRecord *second = g_ptr_array_index (judgements, i);

      if (g_str_equal (first->application, second->application) && g_str_equal (first->moment, second->moment)
          && g_str_equal (first->condition, second->condition)
          && kp_review_is_same_person (first->reviewer, second->reviewer))
        add_exception (list, KP_AUDIT_BOTH_REVIEWS, second->moment, second->reviewer);
    }
  return judgements != NULL;
}

/**
 * kp_audit_list_exceptions:
 * @session: a session
 * @error: return location
 *
 * 双人双录、初审复核: where the record shows one person at both ends, though two are asked for. The steps refuse most of
 * it; what came in by other ways is told here.
 *
 * Returns: (transfer full) (nullable) (element-type KpAuditException): or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_audit_list_exceptions (KpSession *session,
                          GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (exception_free);

  return check_entries (session, list, error) && check_judgements (session, list, error) ? g_steal_pointer (&list)
                                                                                         : NULL;
}

/* ---- what looks odd ---- */

static void
oddity_free (gpointer data)
{
  KpAuditOddity *oddity = data;

  g_free (oddity->paper);
  g_free (oddity->site);
  g_free (oddity);
}

/* Rooms of all sites in one row: 1, 2, 3 … of the first site, then those of the next. */
static guint
find_room (GPtrArray *rooms,
           const KpSeatRecord *seat)
{
  for (guint i = 0; i < rooms->len; i++)
    {
      const KpSeatRecord *each = g_ptr_array_index (rooms, i);

      if (each->room == seat->room && g_str_equal (each->site, seat->site))
        return i;
    }
  g_ptr_array_add (rooms, (gpointer) seat);
  return rooms->len - 1;
}

static GArray *
list_marks (KpRoster *roster,
            GPtrArray *records,
            const char *paper,
            GPtrArray *rooms)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (KpOddityMark));

  for (guint i = 0; i < records->len; i++)
    {
      const KpMarkRecord *record = g_ptr_array_index (records, i);
      const KpDossier *dossier = kp_roster_find_application (roster, record->application);
      KpOddityMark mark;

      if (record->mark == KP_NO_INT || !g_str_equal (record->paper, paper) || dossier == NULL || dossier->seat == NULL)
        continue;
      mark = (KpOddityMark) { find_room (rooms, dossier->seat), (guint) dossier->seat->seat, record->mark };
      g_array_append_val (marks, mark);
    }
  return marks;
}

static void
add_oddities (GPtrArray *list,
              const char *paper,
              GPtrArray *rooms,
              const GArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const KpOddity *odd = &g_array_index (found, KpOddity, i);
      const KpSeatRecord *room = odd->kind != KP_ODDITY_CLIFF ? g_ptr_array_index (rooms, odd->room) : NULL;
      KpAuditOddity *oddity = g_new0 (KpAuditOddity, 1);

      oddity->paper = g_strdup (paper);
      oddity->site = room != NULL ? g_strdup (room->site) : NULL;
      oddity->room = room != NULL ? (guint) room->room : 0;
      oddity->oddity = *odd;
      g_ptr_array_add (list, oddity);
    }
}

/**
 * kp_audit_list_oddities:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpAuditOddity): what kp_oddity_find() finds in each written paper, or
 *   %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_audit_list_oddities (KpSession *session,
                        GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (oddity_free);
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GPtrArray) records = NULL;
  KpOddityPolicy policy;

  if (roster == NULL)
    return NULL;
  records = kp_table_select (kp_session_get_database (session), &kp_mark_table, kp_session_get_campaign (session), "",
                             KP_NO_BINDS, error);
  if (records == NULL)
    return NULL;
  kp_oddity_policy_init (&policy);
  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);
      g_autoptr (GPtrArray) rooms = g_ptr_array_new ();
      g_autoptr (GArray) marks = list_marks (roster, records, paper->code, rooms);
      g_autoptr (GArray) found
          = kp_oddity_find (&policy, (const KpOddityMark *) (gpointer) marks->data, marks->len);

      add_oddities (list, paper->code, rooms, found);
    }
  return g_steal_pointer (&list);
}
