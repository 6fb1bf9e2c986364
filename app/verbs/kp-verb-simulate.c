/* kp-verb-simulate.c – tries another scheme on the record of a campaign: who would stand elsewhere, nothing written.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kp-output.h"
#include "kp-scheme-diff.h"
#include "kp-simulation.h"
#include "kp-verb-scheme.h"

static void
add_kinds (KpAnswer *answer, const GPtrArray *impacts)
{
  const KpAnswerColumn columns[] = {
    { "kind", _ ("What differs"), FALSE },
    { "chinese", "", FALSE },
    { "persons", _ ("Persons"), TRUE },
  };
  guint n[KP_N_IMPACTS] = { 0 };

  for (guint i = 0; i < impacts->len; i++)
    n[((const KpImpact *) g_ptr_array_index (impacts, i))->kind]++;
  kp_answer_begin_table (answer, "changes", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < KP_N_IMPACTS; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", n[i]);

      if (n[i] > 0)
        kp_answer_add_row (answer, (const char *[]){ kp_impact_kind_get_name ((KpImpactKind) i),
                                                     kp_impact_kind_get_chinese ((KpImpactKind) i), count });
    }
}

static guint
count_hired (const KpContest *contest, const KpContestPost *post)
{
  guint n = 0;

  for (guint i = 0; i < post->entrants->len; i++)
    n += contest->results[g_array_index (post->entrants, guint, i)].is_hired;
  return n;
}

/* "6 → 4", or one number where both are equal. */
static char *
dup_change (guint before, guint after)
{
  return before == after ? g_strdup_printf ("%u", before) : g_strdup_printf ("%u → %u", before, after);
}

static void
add_posts (KpAnswer *answer, const KpSimulation *simulation)
{
  const KpAnswerColumn columns[] = {
    { "post", _ ("Post"), FALSE },
    { "name", _ ("Name"), FALSE },
    { "places", _ ("Places"), FALSE },
    { "interviewed", _ ("To the interview"), FALSE },
    { "hired", _ ("Within the places"), FALSE },
  };
  const KpContest *real = kp_simulation_get_real (simulation);
  const KpContest *contest = kp_simulation_get_contest (simulation);

  kp_answer_begin_table (answer, "posts", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < contest->posts->len; i++)
    {
      const KpContestPost *after = g_ptr_array_index (contest->posts, i);
      const KpContestPost *before = kp_contest_get_post (real, after->post->code);
      g_autofree char *places = NULL;
      g_autofree char *entered = NULL;
      g_autofree char *hired = NULL;

      if (before == NULL)
        continue;
      places = dup_change (before->places, after->places);
      entered = dup_change (before->shortlist.n_entered, after->shortlist.n_entered);
      hired = dup_change (count_hired (real, before), count_hired (contest, after));
      kp_answer_add_row (answer, (const char *[]){ after->post->code, after->post->name, places, entered, hired });
    }
}

static void
add_difference (KpAnswer *answer, const KpScheme *before, const KpScheme *after)
{
  g_autoptr (GPtrArray) sections = kp_scheme_diff (before, after);

  kp_answer_begin_sections (answer, "schemes");
  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      kp_answer_add_section (answer, section->heading, section->paragraphs);
    }
}

static void
add_summary (KpAnswer *answer, KpSession *session, const KpSimulation *simulation)
{
  const GPtrArray *impacts = kp_simulation_get_impacts (simulation);
  const guint n_unheard = kp_simulation_count_unheard (simulation);

  kp_answer_say (answer, "「" KP_SIMULATION_MARK "」");
  kp_answer_add_truth (answer, "simulation", TRUE);
  kp_answer_add_text (answer, "mark", NULL, KP_SIMULATION_MARK);
  kp_answer_add_count (answer, "persons", _ ("Persons"), kp_simulation_get_contest (simulation)->n_entrants);
  kp_answer_add_count (answer, "persons_changed", _ ("Persons for whom something differs"),
                       kp_impact_count_persons (impacts, FALSE));
  kp_answer_add_count (answer, "offers_changed", _ ("Persons whose list or offer differs"),
                       kp_impact_count_persons (impacts, TRUE));
  kp_answer_add_count (answer, "unheard", _ ("Would be interviewed, but have no interview mark"), n_unheard);
  if (n_unheard > 0)
    kp_answer_say (answer, _ ("Whoever has no interview mark has no total here, so those behind stand better than they would: read "
                              "totals and hires with that in mind."));
  add_kinds (answer, impacts);
  add_posts (answer, simulation);
  add_difference (answer, kp_session_get_scheme (session), kp_simulation_get_contest (simulation)->scheme);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0755) == 0)
    return TRUE;
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The folder “%s” can't be made: %s."), folder,
               g_strerror (errno));
  return FALSE;
}

/* "模拟-不得发布-综合成绩.csv": the name says it as well. */
static gboolean
save_list (KpAnswer *answer, KpList *list, KpSimulationList kind, const char *folder, const char *ending, GError **error)
{
  g_autofree char *name = g_strdup_printf ("模拟-不得发布-%s%s", kp_simulation_list_get_chinese (kind), ending);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!kp_list_save (list, path, error))
    return FALSE;
  kp_answer_add_row (answer, (const char *[]){ kp_simulation_list_get_name (kind), path });
  return TRUE;
}

static gboolean
save_lists (KpAnswer *answer, const KpSimulation *simulation, const char *folder, GError **error)
{
  const KpAnswerColumn columns[] = { { "list", _ ("List"), FALSE }, { "file", _ ("Written"), FALSE } };

  if (!make_folder (folder, error))
    return FALSE;
  kp_answer_begin_table (answer, "files", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < KP_SIMULATION_N_LISTS; i++)
    {
      g_autoptr (KpList) list = kp_simulation_make_list (simulation, (KpSimulationList) i);

      if (!save_list (answer, list, (KpSimulationList) i, folder, ".csv", error)
          || !save_list (answer, list, (KpSimulationList) i, folder, ".xlsx", error))
        return FALSE;
    }
  return TRUE;
}

/** kp_verb_simulate: kaopin simulate FILE --scheme OTHER.json [--out DIR]. */
gboolean
kp_verb_simulate (KpCommand *command, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  const GOptionEntry entries[] = {
    { "scheme", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("The scheme to try"), "OTHER.json" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &folder, N_ ("Write the lists, marked as a simulation, into a folder"), "DIR" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpScheme) scheme = NULL;
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpSimulation) simulation = NULL;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (path == NULL)
    return kp_command_fail_usage (command, error, _ ("Name the scheme to try with --scheme OTHER.json."));
  scheme = kp_scheme_verb_load (path, error);
  session = scheme != NULL ? kp_command_open (command, KP_OPEN_READ_ONLY, error) : NULL;
  simulation = session != NULL ? kp_simulation_new (session, scheme, error) : NULL;
  if (simulation == NULL)
    return FALSE;
  add_summary (answer, session, simulation);
  return folder == NULL || save_lists (answer, simulation, folder, error);
}
