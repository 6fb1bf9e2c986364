/* kp-demo-results.c – what the sample campaign leaves behind: papers, lists, a summary.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-demo-results.h"

#include <glib/gi18n-lib.h>

#include "kp-employment.h"
#include "kp-lists.h"
#include "kp-press.h"
#include "kp-qualify.h"
#include "kp-roster.h"

/* Nobody may be concerned by some paper, and some have their time later. */
static gboolean
may_lack (KpPressForm form, const KpDemoPrinting *printing, const GError *error)
{
  if (printing->is_partial)
    return error->domain == KP_PRESS_ERROR;
  return g_error_matches (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING)
         && (kp_press_form_is_rare (form) || kp_press_form_is_letter (form));
}

/** kp_demo_print: all forms into a folder. */
gboolean
kp_demo_print (KpSession *session, const KpDemoPrinting *printing, KpAnswer *answer, GError **error)
{
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (error);

  if (fonts == NULL)
    return FALSE;
  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      const KpPressForm form = (KpPressForm) i;
      g_autoptr (GError) local = NULL;
      g_autoptr (GPtrArray) files = NULL;

      if (kp_press_form_is_alone (form))
        continue;
      files = kp_press_save (session, form, fonts, &(KpPressTarget){ .folder = printing->folder }, &local);
      if (files != NULL || may_lack (form, printing, local))
        continue;
      if (!printing->keeps_going)
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&local), "%s: ", kp_press_form_get_chinese (form));
          return FALSE;
        }
      kp_answer_say (answer, local->message);
    }
  return TRUE;
}

/** kp_demo_export: all lists into @folder, as .xlsx and as .csv. */
gboolean
kp_demo_export (KpSession *session, const char *folder, GError **error)
{
  for (guint i = 0; i < KP_LISTS_N; i++)
    {
      g_autoptr (KpList) list = kp_lists_make (session, (KpListName) i, error);
      g_autofree char *xlsx = g_strdup_printf ("%s/%s.xlsx", folder, kp_lists_get_chinese ((KpListName) i));
      g_autofree char *csv = g_strdup_printf ("%s/%s.csv", folder, kp_lists_get_chinese ((KpListName) i));

      if (list == NULL || !kp_list_save (list, xlsx, error) || !kp_list_save (list, csv, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- the summary ---- */

typedef enum
{
  APPLIED,
  PASSED,
  SEATED,
  SHORTLISTED,
  INTERVIEWED,
  HIRED,
  CONFIRMED,
  AT_WORK,
  N_COUNTS,
} Count;

static void
count_dossier (const KpDossier *dossier, const KpEmployments *works, guint *counts)
{
  const KpEmployment *work
      = dossier->contract != NULL ? kp_employments_find (works, dossier->contract->number, NULL) : NULL;
  const gboolean was_heard = dossier->interview != NULL && g_str_equal (dossier->interview->state, "present");

  counts[APPLIED]++;
  counts[PASSED] += g_str_equal (dossier->application->review, kp_review_outcome_get_name (KP_REVIEW_PASS));
  counts[SEATED] += dossier->seat != NULL;
  counts[SHORTLISTED] += kp_dossier_is_on_shortlist (dossier);
  counts[INTERVIEWED] += was_heard;
  counts[HIRED] += work != NULL;
  counts[CONFIRMED] += work != NULL && work->outcome != NULL && work->end == NULL;
  counts[AT_WORK] += work != NULL && work->end == NULL;
}

static void
add_row (
    KpAnswer *answer, const char *code, const char *name, gint64 planned, gint64 places, const guint *counts)
{
  char cells[N_COUNTS + 2][24];
  const char *row[N_COUNTS + 4] = { code, name, cells[0], cells[1] };

  g_snprintf (cells[0], sizeof cells[0], "%" G_GINT64_FORMAT, planned);
  g_snprintf (cells[1], sizeof cells[1], "%" G_GINT64_FORMAT, places);
  for (guint i = 0; i < N_COUNTS; i++)
    {
      g_snprintf (cells[i + 2], sizeof cells[i + 2], "%u", counts[i]);
      row[i + 4] = cells[i + 2];
    }
  kp_answer_add_row (answer, row);
}

static void
begin_table (KpAnswer *answer)
{
  const KpAnswerColumn columns[] = {
    { "post", _ ("Post"), FALSE },
    { "name", _ ("Name"), FALSE },
    { "planned", _ ("Planned"), TRUE },
    { "places", _ ("Places"), TRUE },
    { "applied", _ ("Applied"), TRUE },
    { "passed", _ ("Passed the review"), TRUE },
    { "seated", _ ("Seated"), TRUE },
    { "shortlisted", _ ("Shortlisted"), TRUE },
    { "interviewed", _ ("Interviewed"), TRUE },
    { "hired", _ ("Contracts"), TRUE },
    { "confirmed", _ ("Confirmed"), TRUE },
    { "at_work", _ ("At work"), TRUE },
  };

  kp_answer_begin_table (answer, "posts", columns, G_N_ELEMENTS (columns));
}

/** kp_demo_answer: how many people got how far, by post. */
gboolean
kp_demo_answer (KpSession *session, KpAnswer *answer, GError **error)
{
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);
  g_autoptr (KpRoster) roster = kp_roster_load (db, campaign, error);
  g_autoptr (KpEmployments) works = roster != NULL ? kp_employments_load (session, error) : NULL;
  g_autoptr (GPtrArray) posts = NULL;
  guint all[N_COUNTS] = { 0 };
  gint64 planned = 0;
  gint64 places = 0;

  if (works == NULL)
    return FALSE;
  posts = kp_table_select (db, &kp_post_table, campaign, "ORDER BY post", KP_NO_BINDS, error);
  if (posts == NULL)
    return FALSE;
  begin_table (answer);
  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);
      guint counts[N_COUNTS] = { 0 };

      for (guint j = 0; j < kp_roster_get_n_dossiers (roster); j++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (roster, j);

          if (g_str_equal (dossier->application->post, post->post))
            count_dossier (dossier, works, counts);
        }
      add_row (answer, post->post, kp_scheme_get_post (kp_session_get_scheme (session), post->post)->name,
               post->planned, post->places, counts);
      planned += post->planned;
      places += post->places;
      for (guint j = 0; j < N_COUNTS; j++)
        all[j] += counts[j];
    }
  add_row (answer, _ ("All"), "", planned, places, all);
  if (kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_PROBATION))
    kp_answer_say (answer, _ ("The stage of the probation is over: all were confirmed, ended or left, with all that the law asks for."));
  return TRUE;
}
