/* kp-publicity-desk.c – the publicity of the proposed hires, round by round, with the days of its objections.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-publicity-desk.h"

#include "kp-candidate.h"
#include "kp-hire-tables.h"
#include "kp-holidays.h"
#include "kp-public-days.h"
#include "kp-step-objection.h"

/**
 * kp_publicity_desk_free:
 * @desk: (transfer full) (nullable): a desk
 */
void
kp_publicity_desk_free (KpPublicityDesk *desk)
{
  if (desk == NULL)
    return;
  g_clear_pointer (&desk->rounds, g_array_unref);
  g_clear_pointer (&desk->objections, g_array_unref);
  g_clear_pointer (&desk->calendar, kp_calendar_free);
  g_free (desk->problem);
  g_free (desk);
}

/* As the scheme plans it: the holidays of the year may not be announced yet. */
static void
add_planned (KpPublicityDesk *desk,
             const KpSchemePublicity *rule)
{
  KpPublicityRound round = { .round = 1, .from = rule->from };
  g_autoptr (GError) error = NULL;

  if (!kp_date_is_valid (rule->from))
    return;
  if (!kp_calendar_decide_period_end (desk->calendar, rule->from, rule->days, rule->is_in_workdays, &round.until, &error))
    desk->problem = g_strdup (error->message);
  g_array_append_val (desk->rounds, round);
}

/* Gives which round each proposed person is of. */
static GHashTable *
read_rounds (KpPublicityDesk *desk,
             KpSession *session,
             GError **error)
{
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (session), &kp_proposal_table, kp_session_get_campaign (session),
                         "ORDER BY round, application", KP_NO_BINDS, error);
  GHashTable *map = records != NULL ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpProposalRecord *record = g_ptr_array_index (records, i);
      const KpPublicityRound round = { (guint) record->round, kp_candidate_parse_date (record->public_from),
                                       kp_candidate_parse_date (record->public_until), 0 };
      const guint n = desk->rounds->len;

      g_hash_table_insert (map, g_strdup (record->application), GUINT_TO_POINTER (round.round));
      if (n == 0 || g_array_index (desk->rounds, KpPublicityRound, n - 1).round != round.round)
        g_array_append_val (desk->rounds, round);
      g_array_index (desk->rounds, KpPublicityRound, desk->rounds->len - 1).n_proposed++;
    }
  return map;
}

static gboolean
read_objections (KpPublicityDesk *desk,
                 KpSession *session,
                 GHashTable *rounds,
                 GError **error)
{
  g_autoptr (KpObjections) objections = kp_step_list_objections (session, error);

  for (guint i = 0; objections != NULL && i < objections->records->len; i++)
    {
      const KpObjectionRecord *record = g_ptr_array_index (objections->records, i);
      const KpPublicityObjection objection
          = { GPOINTER_TO_UINT (g_hash_table_lookup (rounds, record->application)),
              kp_candidate_parse_date (record->received), objections->due[i], kp_candidate_parse_date (record->answered_on) };

      if (g_strcmp0 (record->outcome, KP_OBJECTION_MISTAKEN) != 0)
        g_array_append_val (desk->objections, objection);
    }
  return objections != NULL;
}

/**
 * kp_publicity_desk_load:
 * @session: a session
 * @error: return location
 *
 * 公示日历: reads the rounds of publicity as they were published, or, before, the one that the scheme plans.
 *
 * Returns: (transfer full) (nullable): the desk, or %NULL with #KP_DATA_ERROR
 */
KpPublicityDesk *
kp_publicity_desk_load (KpSession *session,
                        GError **error)
{
  const KpSchemePublicity *rule = &kp_session_get_scheme (session)->publicity;
  g_autoptr (KpPublicityDesk) desk = g_new0 (KpPublicityDesk, 1);
  g_autoptr (GHashTable) rounds = NULL;

  desk->rounds = g_array_new (FALSE, FALSE, sizeof (KpPublicityRound));
  desk->objections = g_array_new (FALSE, FALSE, sizeof (KpPublicityObjection));
  desk->is_in_workdays = rule->is_in_workdays;
  desk->calendar = kp_holidays_load_shipped (error);
  rounds = desk->calendar != NULL ? read_rounds (desk, session, error) : NULL;
  if (rounds == NULL || !read_objections (desk, session, rounds, error))
    return NULL;
  if (desk->rounds->len == 0)
    add_planned (desk, rule);
  return g_steal_pointer (&desk);
}

/**
 * kp_publicity_desk_list_days:
 * @desk: a desk
 * @place: of a round, from 0
 *
 * Returns: (transfer full) (element-type KpPublicDay): the whole weeks of the round, up to the last day on which an
 *   objection of it is to be answered
 */
GArray *
kp_publicity_desk_list_days (const KpPublicityDesk *desk,
                             guint place)
{
  const KpPublicityRound *round = &g_array_index (desk->rounds, KpPublicityRound, place);
  KpDate last = KP_DATE_NONE;

  for (guint i = 0; i < desk->objections->len; i++)
    {
      const KpPublicityObjection *objection = &g_array_index (desk->objections, KpPublicityObjection, i);
      const KpDate day = kp_date_is_valid (objection->answered) ? objection->answered : objection->due;

      if (objection->round == round->round && (kp_date_is_none (last) || kp_date_compare (day, last) > 0))
        last = day;
    }
  return kp_public_days_list (round->from, round->until, desk->is_in_workdays, last, desk->calendar);
}
