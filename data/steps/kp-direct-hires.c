/* kp-direct-hires.c – 免试直接聘用: who of the record is hired without any exam, and what that leaves to the others.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-direct-hires.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-decision.h"
#include "kp-total.h"

/* Derived anew each time from the review, the facts and the committee's order, so that it is all one which step asks. By the
 * totals it is written: the place of somebody hired so is one among those hired so, the places of the others stay what their
 * totals gave; only the final lists put the one before the other (kp_direct_get_final_place()). */

/* One post. */
typedef struct
{
  const char *post;
  guint places;   /* with which it opened */
  guint n_direct; /* of them filled without exam */
  gboolean is_open;
  GPtrArray *dossiers; /* (element-type KpDossier): who may be hired so */
} Field;

struct _KpDirectHires
{
  const KpScheme *scheme;
  KpRoster *owned;       /* (nullable): where nobody gave one */
  GPtrArray *records;    /* (element-type KpPostRecord) */
  GPtrArray *fields;     /* (element-type Field) */
  GHashTable *by_post;   /* code → Field, borrowed */
  GHashTable *by_number; /* registration number → KpDirectResult, owned */
};

static void
field_free (gpointer data)
{
  Field *field = data;

  g_ptr_array_unref (field->dossiers);
  g_free (field);
}

static const Field *
find_field (const KpDirectHires *hires,
            const char *post)
{
  return g_hash_table_lookup (hires->by_post, post);
}

/* Before the posts are opened nobody knows for how many places. */
static gboolean
add_fields (KpDirectHires *hires,
            KpSession *session,
            GError **error)
{
  hires->records = kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                                    "AND state <> 'planned' ORDER BY post", KP_NO_BINDS, error);
  for (guint i = 0; hires->records != NULL && i < hires->records->len; i++)
    {
      const KpPostRecord *record = g_ptr_array_index (hires->records, i);
      Field *field = g_new0 (Field, 1);

      field->post = record->post;
      field->places = (guint) record->opened;
      field->dossiers = g_ptr_array_new ();
      g_ptr_array_add (hires->fields, field);
      g_hash_table_insert (hires->by_post, (gpointer) field->post, field);
    }
  return hires->records != NULL;
}

static void
gather (KpDirectHires *hires,
        KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const Field *field = find_field (hires, dossier->application->post);
      KpCandidateFacts facts;

      if (field == NULL || !kp_candidate_is_admitted (hires->scheme, dossier))
        continue;
      kp_candidate_facts_init (&facts, hires->scheme, dossier);
      if (kp_direct_hire_asks (&hires->scheme->direct_hire, field->post, &facts))
        g_ptr_array_add (field->dossiers, (gpointer) dossier);
    }
}

static void
decide (KpDirectHires *hires,
        Field *field,
        const KpDecisions *decisions)
{
  const KpDirectHirePolicy *policy = &hires->scheme->direct_hire;
  g_autofree KpFraction *ranks = g_new0 (KpFraction, field->dossiers->len + 1);
  g_autofree KpDirectResult *results = g_new0 (KpDirectResult, field->dossiers->len + 1);

  for (guint i = 0; i < field->dossiers->len; i++)
    ranks[i] = kp_decisions_find_rank (
        decisions, KP_DECISION_DIRECT,
        ((const KpDossier *) g_ptr_array_index (field->dossiers, i))->application->application);
  kp_direct_hire_decide (policy, field->places, ranks, field->dossiers->len, results);
  field->n_direct = MIN (field->dossiers->len, kp_direct_hire_get_limit (policy, field->places));
  for (guint i = 0; i < field->dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (field->dossiers, i);

      field->is_open = field->is_open || results[i].verdict == KP_DIRECT_UNDECIDED;
      g_hash_table_insert (hires->by_number, (gpointer) dossier->application->application,
                           g_memdup2 (&results[i], sizeof results[i]));
    }
}

/**
 * kp_direct_hires_load:
 * @session: a session
 * @roster: (nullable): its roster, which must outlive the hires; %NULL = they read one of their own
 * @error: return location
 *
 * Costs nothing where the scheme hires nobody without exam.
 *
 * Returns: (transfer full) (nullable): the hires, or %NULL with #KP_DATA_ERROR
 */
KpDirectHires *
kp_direct_hires_load (KpSession *session,
                      KpRoster *roster,
                      GError **error)
{
  g_autoptr (KpDirectHires) hires = g_new0 (KpDirectHires, 1);
  g_autoptr (KpDecisions) decisions = NULL;

  hires->scheme = kp_session_get_scheme (session);
  hires->fields = g_ptr_array_new_with_free_func (field_free);
  hires->by_post = g_hash_table_new (g_str_hash, g_str_equal);
  hires->by_number = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (hires->scheme->direct_hire.when == NULL)
    return g_steal_pointer (&hires);
  if (roster == NULL)
    roster = hires->owned = kp_session_load_roster (session, error);
  decisions = roster != NULL ? kp_decisions_load (session, error) : NULL;
  if (decisions == NULL || !add_fields (hires, session, error))
    return NULL;
  gather (hires, roster);
  for (guint i = 0; i < hires->fields->len; i++)
    decide (hires, g_ptr_array_index (hires->fields, i), decisions);
  return g_steal_pointer (&hires);
}

/**
 * kp_direct_hires_free:
 * @hires: (nullable) (transfer full): of kp_direct_hires_load()
 */
void
kp_direct_hires_free (KpDirectHires *hires)
{
  if (hires == NULL)
    return;
  g_clear_pointer (&hires->by_number, g_hash_table_unref);
  g_clear_pointer (&hires->by_post, g_hash_table_unref);
  g_clear_pointer (&hires->fields, g_ptr_array_unref);
  g_clear_pointer (&hires->records, g_ptr_array_unref);
  g_clear_pointer (&hires->owned, kp_roster_free);
  g_free (hires);
}

/**
 * kp_direct_hires_get:
 * @hires: the hires
 * @dossier: somebody
 *
 * Returns: (transfer none): what becomes of the person on this way; to whom it isn't open NONE
 */
const KpDirectResult *
kp_direct_hires_get (const KpDirectHires *hires,
                     const KpDossier *dossier)
{
  static const KpDirectResult none = { .verdict = KP_DIRECT_NONE };
  const KpDirectResult *result = g_hash_table_lookup (hires->by_number, dossier->application->application);

  return result != NULL ? result : &none;
}

/**
 * kp_direct_hires_is_examined:
 * @hires: the hires
 * @dossier: somebody
 *
 * Returns: whether the person takes part in the exam, as far as this way goes
 */
gboolean
kp_direct_hires_is_examined (const KpDirectHires *hires,
                             const KpDossier *dossier)
{
  return kp_direct_hire_is_examined (&hires->scheme->direct_hire, kp_direct_hires_get (hires, dossier)->verdict);
}

/**
 * kp_direct_hires_count_asking:
 * @hires: the hires
 * @post: code of a post
 *
 * Returns: how many of the post may be hired without exam
 */
guint
kp_direct_hires_count_asking (const KpDirectHires *hires,
                              const char *post)
{
  const Field *field = find_field (hires, post);

  return field != NULL ? field->dossiers->len : 0;
}

/**
 * kp_direct_hires_count_places:
 * @hires: the hires
 * @post: code of a post
 *
 * Returns: how many of its places are filled without exam, or wait for the committee to say by whom
 */
guint
kp_direct_hires_count_places (const KpDirectHires *hires,
                              const char *post)
{
  const Field *field = find_field (hires, post);

  return field != NULL ? field->n_direct : 0;
}

/**
 * kp_direct_hires_is_open:
 * @hires: the hires
 * @post: code of a post
 *
 * Returns: whether the committee has still to say who of the post is hired without exam
 */
gboolean
kp_direct_hires_is_open (const KpDirectHires *hires,
                         const char *post)
{
  const Field *field = find_field (hires, post);

  return field != NULL && field->is_open;
}

/**
 * kp_direct_hires_check_decided:
 * @hires: the hires
 * @error: return location
 *
 * Asked where those who aren't taken would come too late for what follows.
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED, naming who waits for the committee
 */
gboolean
kp_direct_hires_check_decided (const KpDirectHires *hires,
                               GError **error)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < hires->fields->len; i++)
    {
      const Field *field = g_ptr_array_index (hires->fields, i);

      for (guint j = 0; field->is_open && j < field->dossiers->len; j++)
        {
          const KpDossier *dossier = g_ptr_array_index (field->dossiers, j);

          if (kp_direct_hires_get (hires, dossier)->verdict == KP_DIRECT_UNDECIDED)
            g_string_append_printf (numbers, " %s", dossier->application->application);
        }
    }
  if (numbers->len == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("More of a post may be hired without an exam than there are places, and the committee hasn't said who goes "
                 "first:%s. Record the rank of each with “kaopin decide FILE direct NUMBER RANK”."),
               numbers->str);
  return FALSE;
}

/**
 * kp_direct_hires_check_exam:
 * @hires: the hires
 * @error: return location
 *
 * Asked before anybody is seated or listed: who isn't taken may have to sit the exam.
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED as long as it isn't known who is examined
 */
gboolean
kp_direct_hires_check_exam (const KpDirectHires *hires,
                            GError **error)
{
  return hires->scheme->direct_hire.left != KP_DIRECT_LEFT_TO_EXAM || kp_direct_hires_check_decided (hires, error);
}

/**
 * kp_direct_is_hired:
 * @total: (nullable): a row of the totals
 *
 * Returns: whether it is of somebody who takes a place without exam
 */
gboolean
kp_direct_is_hired (const KpTotalRecord *total)
{
  return total != NULL && total->place != KP_NO_INT && g_str_equal (total->outcome, kp_standing_get_name (KP_STANDING_DIRECT));
}

/**
 * kp_direct_map_hired:
 * @roster: a roster
 *
 * Returns: (transfer full) (element-type utf8 guint): post → how many of it take a place without exam by the totals; codes
 *   borrowed from @roster
 */
GHashTable *
kp_direct_map_hired (KpRoster *roster)
{
  GHashTable *hired = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpTotalRecord *total = kp_roster_get_dossier (roster, i)->total;

      if (kp_direct_is_hired (total))
        g_hash_table_insert (hired, (gpointer) total->post,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (hired, total->post)) + 1));
    }
  return hired;
}

/**
 * kp_direct_get_final_place:
 * @hired: of kp_direct_map_hired()
 * @total: a row of the totals
 * @place: the place that its person has among those who were examined, or among those hired without exam
 *
 * Returns: the place on the final lists: who is hired without exam comes first, and moves the others by so many;
 *   %KP_NO_INT without a place
 */
gint64
kp_direct_get_final_place (GHashTable *hired,
                           const KpTotalRecord *total,
                           gint64 place)
{
  if (place == KP_NO_INT || kp_direct_is_hired (total))
    return place;
  return place + GPOINTER_TO_UINT (g_hash_table_lookup (hired, total->post));
}
