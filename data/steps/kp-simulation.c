/* kp-simulation.c – the campaign of a record under another scheme: masked persons, nothing written, nothing to publish.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* “What if the ratio were 1:2?” is asked before a notice is written, and after a complaint. Both campaigns are computed
 * from the record's inputs, the one by its own scheme, the other by the one that is tried, and laid side by side.
 *
 * Nobody shall be found again by the result: a person is S0001, S0002 … in an order that depends on all ID numbers of the
 * campaign together, so that who knows registration numbers can't count back. The marks themselves are real. */

#include "kp-simulation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _KpSimulation
{
  KpEntrants *entrants; /* laid out by the own scheme, and by the other */
  KpEntrants *others;
  KpContest *real;
  KpContest *contest;
  GPtrArray *impacts; /* (element-type KpImpact) */
  char **aliases;     /* by index of the entrant */
};

/* ---- masks ---- */

typedef struct
{
  char *hash;
  guint entrant;
} Masked;

static gint
compare_masked (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Masked *) a)->hash, ((const Masked *) b)->hash);
}

/* What only the record knows: all its ID numbers. */
static char *
make_secret (const KpEntrants *entrants)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < kp_entrants_get_n (entrants); i++)
    g_checksum_update (sum, (const guchar *) kp_entrants_get_dossier (entrants, i)->person->id_number, -1);
  return g_strdup (g_checksum_get_string (sum));
}

static void
make_aliases (KpSimulation *simulation,
              const char *campaign)
{
  const guint n = kp_entrants_get_n (simulation->entrants);
  g_autofree char *secret = make_secret (simulation->entrants);
  g_autofree Masked *masked = g_new0 (Masked, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n%s", campaign, kp_entrants_get (simulation->entrants, i)->number);

      masked[i].hash = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) secret, strlen (secret), text, -1);
      masked[i].entrant = i;
    }
  qsort (masked, n, sizeof (Masked), compare_masked);
  simulation->aliases = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      simulation->aliases[masked[i].entrant] = g_strdup_printf ("S%04u", i + 1);
      g_free (masked[i].hash);
    }
}

/* ---- may these two be compared? ---- */

static gboolean
refuse (GError **error,
        char *sentence)
{
  g_autofree char *owned = sentence;

  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, owned);
  return FALSE;
}

static gboolean
has_element (const KpScheme *scheme,
             const char *code)
{
  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      if (g_str_equal (((const KpSchemeElement *) g_ptr_array_index (scheme->interview.elements, i))->code, code))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_other (const KpScheme *scheme,
           const char *code)
{
  for (guint i = 0; i < scheme->others->len; i++)
    {
      if (g_str_equal (((const KpSchemeOther *) g_ptr_array_index (scheme->others, i))->code, code))
        return TRUE;
    }
  return FALSE;
}

/* Marks can be weighed otherwise, but not invented. */
static gboolean
check_parts (const KpScheme *own,
             const KpScheme *other,
             GError **error)
{
  for (guint i = 0; i < other->written.papers->len; i++)
    {
      const char *code = ((const KpSchemePaper *) g_ptr_array_index (other->written.papers, i))->code;

      if (kp_scheme_get_paper (own, code) == NULL)
        return refuse (error, g_strdup_printf (_("The scheme has a paper %s that this campaign doesn't: it has no marks to try it with."),
                                              code));
    }
  for (guint i = 0; i < other->interview.elements->len; i++)
    {
      const char *code = ((const KpSchemeElement *) g_ptr_array_index (other->interview.elements, i))->code;

      if (!has_element (own, code))
        return refuse (error, g_strdup_printf (_("The scheme has an interview element %s that this campaign doesn't: it has no marks to try it with."),
                                              code));
    }
  for (guint i = 0; i < other->others->len; i++)
    {
      const char *code = ((const KpSchemeOther *) g_ptr_array_index (other->others, i))->code;

      if (!has_other (own, code))
        return refuse (error, g_strdup_printf (_("The scheme has a part %s that this campaign doesn't: it has no marks to try it with."),
                                              code));
    }
  return TRUE;
}

static gboolean
check_posts (const KpEntrants *entrants,
             const KpScheme *other,
             GError **error)
{
  for (guint i = 0; i < kp_entrants_get_n (entrants); i++)
    {
      const char *post = kp_entrants_get (entrants, i)->post;

      if (kp_scheme_get_post (other, post) == NULL)
        return refuse (error, g_strdup_printf (_("The scheme has no post %s, for which people of this campaign applied. Give it the same posts."),
                                              post));
    }
  return TRUE;
}

/**
 * kp_simulation_new:
 * @session: a session; reading is enough, and nothing is written
 * @scheme: the scheme that is tried; must outlive the simulation
 * @error: return location
 *
 * Carries the campaign of the record by its own scheme and by @scheme.
 *
 * Returns: (transfer full) (nullable): both, or %NULL with #KP_DATA_ERROR, or %KP_STEP_ERROR_REFUSED when @scheme asks for
 *   posts or marks that the record doesn't have
 */
KpSimulation *
kp_simulation_new (KpSession *session,
                   const KpScheme *scheme,
                   GError **error)
{
  g_autoptr (KpSimulation) simulation = g_new0 (KpSimulation, 1);

  g_return_val_if_fail (session != NULL && scheme != NULL, NULL);

  simulation->entrants = kp_entrants_load (session, NULL, error);
  if (simulation->entrants == NULL || !check_posts (simulation->entrants, scheme, error)
      || !check_parts (kp_session_get_scheme (session), scheme, error))
    return NULL;
  simulation->others = kp_entrants_load (session, scheme, error);
  if (simulation->others == NULL)
    return NULL;

  simulation->real = kp_entrants_run (simulation->entrants);
  simulation->contest = kp_entrants_run (simulation->others);
  simulation->impacts = kp_impact_compare (simulation->real, simulation->contest);
  make_aliases (simulation, kp_session_get_campaign (session));
  return g_steal_pointer (&simulation);
}

/**
 * kp_simulation_free:
 * @simulation: (nullable) (transfer full): a simulation
 */
void
kp_simulation_free (KpSimulation *simulation)
{
  if (simulation == NULL)
    return;

  g_clear_pointer (&simulation->impacts, g_ptr_array_unref);
  g_clear_pointer (&simulation->real, kp_contest_free);
  g_clear_pointer (&simulation->contest, kp_contest_free);
  g_clear_pointer (&simulation->entrants, kp_entrants_free);
  g_clear_pointer (&simulation->others, kp_entrants_free);
  g_strfreev (simulation->aliases);
  g_free (simulation);
}

/**
 * kp_simulation_get_real:
 * @simulation: a simulation
 *
 * Returns: (transfer none): the campaign by its own scheme
 */
const KpContest *
kp_simulation_get_real (const KpSimulation *simulation)
{
  return simulation->real;
}

/**
 * kp_simulation_get_contest:
 * @simulation: a simulation
 *
 * Returns: (transfer none): the campaign by the scheme that is tried
 */
const KpContest *
kp_simulation_get_contest (const KpSimulation *simulation)
{
  return simulation->contest;
}

/**
 * kp_simulation_get_impacts:
 * @simulation: a simulation
 *
 * Returns: (transfer none) (element-type KpImpact): what would be different for whom
 */
const GPtrArray *
kp_simulation_get_impacts (const KpSimulation *simulation)
{
  return simulation->impacts;
}

/**
 * kp_simulation_get_alias:
 * @simulation: a simulation
 * @entrant: an index
 *
 * Returns: (transfer none): how the person is called: "S0042"
 */
const char *
kp_simulation_get_alias (const KpSimulation *simulation,
                         guint entrant)
{
  g_return_val_if_fail (entrant < simulation->contest->n_entrants, NULL);

  return simulation->aliases[entrant];
}

static gboolean
is_unheard (const KpContestResult *result)
{
  return result->is_interviewed && result->raw.state == KP_MARK_NOT_ENTERED;
}

/**
 * kp_simulation_count_unheard:
 * @simulation: a simulation
 *
 * Returns: how many would be interviewed by the scheme that is tried, but weren't in truth: they have no total, and those
 *   behind them stand better than they would
 */
guint
kp_simulation_count_unheard (const KpSimulation *simulation)
{
  guint n = 0;

  for (guint i = 0; i < simulation->contest->n_entrants; i++)
    n += is_unheard (&simulation->contest->results[i]) && !is_unheard (&simulation->real->results[i]);
  return n;
}
