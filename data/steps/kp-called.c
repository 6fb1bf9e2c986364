/* kp-called.c – who is called to the physical examination and the background check.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-called.h"

#include "kp-physical.h"

/* The way of one place, physical first (the scheme may turn the two round):
 *
 *   called to the physical ─ pass → called to the background check ─ pass → may be proposed
 *              └──────────── fail or waived ──────┴── fail or waived → the next in the ranking is called to the physical
 */

/* The ranking of one post with what became of everybody so far. */
typedef struct
{
  guint n;
  const KpDossier **dossiers;
  KpRankPlace *ranking;
  KpPhysicalResult *results;
  gboolean *has_left;
  guint rounds_done;
} Field;

static void
field_clear (Field *field)
{
  g_clear_pointer (&field->dossiers, g_free);
  g_clear_pointer (&field->ranking, g_free);
  g_clear_pointer (&field->results, g_free);
  g_clear_pointer (&field->has_left, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Field, field_clear)

static gboolean
is_failed (const KpFitnessRecord *fitness)
{
  return fitness != NULL && (g_str_equal (fitness->outcome, "fail") || g_str_equal (fitness->outcome, "waived"));
}

static gboolean
is_passed (const KpFitnessRecord *fitness)
{
  return fitness != NULL && g_str_equal (fitness->outcome, "pass");
}

/**
 * kp_called_get_first_kind:
 * @scheme: a scheme
 *
 * Returns: (transfer none): which of physical and background comes first in this campaign; the other one is only for
 * those who passed
 */
const char *
kp_called_get_first_kind (const KpScheme *scheme)
{
  const gint physical = kp_stage_order_get_position (&scheme->stages, KP_STAGE_PHYSICAL);
  const gint background = kp_stage_order_get_position (&scheme->stages, KP_STAGE_BACKGROUND);

  return background >= 0 && (physical < 0 || background < physical) ? KP_CALLED_BACKGROUND : KP_CALLED_PHYSICAL;
}

static const KpFitnessRecord *
get_fitness (const KpDossier *dossier,
             const char *kind)
{
  return g_str_equal (kind, KP_CALLED_PHYSICAL) ? dossier->physical : dossier->background;
}

static gboolean
call (KpSession *session,
      KpLedger *ledger,
      const KpDossier *dossier,
      const char *kind,
      guint round,
      GError **error)
{
  KpFitnessRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = dossier->application->application,
    .kind = kind,
    .round = round,
    .outcome = "called",
  };

  return kp_ledger_insert (ledger, &kp_fitness_table, &record, error);
}

static void
add_to_field (Field *field,
              const KpDossier *dossier,
              const char *kind)
{
  const KpFitnessRecord *fitness = get_fitness (dossier, kind);
  KpRankPlace *place = &field->ranking[field->n];
  KpPhysicalResult *result = &field->results[field->n];

  if (dossier->total->place == KP_NO_INT)
    result->verdict = KP_PHYSICAL_NO_PLACE;
  else
    {
      place->place = (guint) dossier->total->place;
      place->is_undecided = dossier->total->is_undecided != 0;
      result->verdict = KP_PHYSICAL_OUT;
    }
  if (fitness != NULL)
    {
      result->verdict = fitness->round > 0 ? KP_PHYSICAL_SUBSTITUTE : KP_PHYSICAL_IN;
      result->round = (guint) fitness->round;
      field->rounds_done = MAX (field->rounds_done, result->round);
    }
  field->has_left[field->n] = is_failed (dossier->physical) || is_failed (dossier->background);
  field->dossiers[field->n++] = dossier;
}

static void
fill_field (Field *field,
            KpRoster *roster,
            const char *post,
            const char *kind)
{
  const guint n = kp_roster_get_n_dossiers (roster);

  field->dossiers = g_new0 (const KpDossier *, n + 1);
  field->ranking = g_new0 (KpRankPlace, n + 1);
  field->results = g_new0 (KpPhysicalResult, n + 1);
  field->has_left = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->total != NULL && g_str_equal (dossier->total->post, post))
        add_to_field (field, dossier, kind);
    }
  for (guint i = 0; i < field->n; i++)
    {
      for (guint j = 0; j < field->n; j++)
        field->ranking[i].n_sharing += field->ranking[i].place > 0 && field->ranking[i].place == field->ranking[j].place;
    }
}

/* The check that follows the first one; NULL where the scheme has only one. */
static const char *
get_second_kind (const KpScheme *scheme)
{
  if (!kp_stage_order_contains (&scheme->stages, KP_STAGE_PHYSICAL)
      || !kp_stage_order_contains (&scheme->stages, KP_STAGE_BACKGROUND))
    return NULL;
  return g_str_equal (kp_called_get_first_kind (scheme), KP_CALLED_PHYSICAL) ? KP_CALLED_BACKGROUND : KP_CALLED_PHYSICAL;
}

/* The first list, or one round of substitution. */
static gboolean
call_post (KpSession *session,
           KpLedger *ledger,
           KpRoster *roster,
           const KpPostRecord *post,
           gboolean is_start,
           guint *n_called,
           GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const char *kind = kp_called_get_first_kind (scheme);
  const KpPhysicalPolicy *policy = &scheme->physical.policy;
  g_auto (Field) field = { 0 };
  guint n_new = 0;

  fill_field (&field, roster, post->post, kind);
  if (is_start)
    kp_physical_decide (policy, (guint) post->places, field.ranking, field.n, field.results);
  else
    kp_physical_substitute (policy, (guint) post->places, field.ranking, field.has_left, field.n, FALSE,
                            field.rounds_done, field.results, &n_new);

  for (guint i = 0; i < field.n; i++)
    {
      const KpPhysicalVerdict verdict = field.results[i].verdict;

      if ((verdict != KP_PHYSICAL_IN && verdict != KP_PHYSICAL_SUBSTITUTE) || get_fitness (field.dossiers[i], kind) != NULL)
        continue;
      if (!call (session, ledger, field.dossiers[i], kind, field.results[i].round, error))
        return FALSE;
      *n_called += 1;
    }
  return TRUE;
}

static gboolean
call_posts (KpSession *session,
            KpLedger *ledger,
            KpRoster *roster,
            gboolean is_start,
            guint *n_called,
            GError **error)
{
  g_autoptr (GPtrArray) posts
      = kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                         "AND state <> 'cancelled' ORDER BY post", KP_NO_BINDS, error);

  if (posts == NULL)
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    {
      if (!call_post (session, ledger, roster, g_ptr_array_index (posts, i), is_start, n_called, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_calls (KpSession *session,
              KpLedger *ledger,
              GError **error)
{
  g_autoptr (GPtrArray) calls = kp_table_select (kp_session_get_database (session), &kp_fitness_table,
                                                 kp_session_get_campaign (session), "", KP_NO_BINDS, error);

  if (calls == NULL)
    return FALSE;
  for (guint i = 0; i < calls->len; i++)
    {
      if (!kp_ledger_remove (ledger, &kp_fitness_table, g_ptr_array_index (calls, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_called_start:
 * @session: a session
 * @ledger: of kp_session_begin(); totals are written
 * @n_called: (out): how many were called
 * @error: return location
 *
 * 体检(考察)人选: calls those within the places of each post, as the scheme's ratio says. Calls made from earlier totals
 * are withdrawn; results can't exist yet, since the stage has not begun.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_called_start (KpSession *session,
                 KpLedger *ledger,
                 guint *n_called,
                 GError **error)
{
  g_autoptr (KpRoster) roster = NULL;

  *n_called = 0;
  if (!remove_calls (session, ledger, error))
    return FALSE;
  roster = kp_session_load_roster (session, error);
  return roster != NULL && call_posts (session, ledger, roster, TRUE, n_called, error);
}

/**
 * kp_called_go_on:
 * @session: a session
 * @ledger: of kp_session_begin(); results are written
 * @n_called: (out): how many substitutes were called
 * @error: return location
 *
 * Calls those who passed the first kind to the second, and for whoever failed the next in the ranking, as often as the
 * scheme allows (递补). Places are never renumbered.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_called_go_on (KpSession *session,
                 KpLedger *ledger,
                 guint *n_called,
                 GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const char *first = kp_called_get_first_kind (scheme);
  const char *second = get_second_kind (scheme);
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);

  *n_called = 0;
  if (roster == NULL)
    return FALSE;
  for (guint i = 0; second != NULL && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpFitnessRecord *passed = get_fitness (dossier, first);

      if (!is_passed (passed) || get_fitness (dossier, second) != NULL)
        continue;
      if (!call (session, ledger, dossier, second, (guint) passed->round, error))
        return FALSE;
    }
  return call_posts (session, ledger, roster, FALSE, n_called, error);
}
