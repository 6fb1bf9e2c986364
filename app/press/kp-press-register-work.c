/* kp-press-register-work.c – registers of the employed: what residents answered of those on probation.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press-register-private.h"
#include "kp-press-work-private.h"

#define DATE_BY_HAND "　　　　年　　月　　日"

/* ---- survey ---- */

/* The points of the element that the survey gives; NULL without one. */
static const char *
get_survey_points (const KpPressWorks *works, const KpEmployment *work)
{
  for (guint i = 0; i < works->policy->n_elements; i++)
    {
      KpMark points = 0;

      if (works->policy->elements[i].is_from_survey && kp_probation_decide_score (works->policy, &work->file, i, &points))
        return kp_press_format_mark (works->press, points);
    }
  return NULL;
}

static void
add_survey (KpRegisterBook *book, const KpPressWorks *works, const KpEmployment *work)
{
  KpPress *press = book->press;
  const KpSurveyCounts *survey = &work->file.survey;
  const KpProbationLinkRecord *record = kp_press_works_find_link (works, work, KP_LINK_SURVEY, 0);
  const guint n = survey->n_satisfied + survey->n_fair + survey->n_unsatisfied;
  const char *cells[16] = { work->contract->number, kp_press_works_find_dossier (works, work)->person->name };

  if (n > 0)
    {
      cells[3] = kp_press_format (press, "%u", n);
      cells[4] = kp_press_format (press, "%u", survey->n_satisfied);
      cells[5] = kp_press_format (press, "%u", survey->n_fair);
      cells[6] = kp_press_format (press, "%u", survey->n_unsatisfied);
      cells[7] = kp_press_works_format_share (press, kp_fraction_new (survey->n_satisfied, n));
      cells[8] = get_survey_points (works, work);
    }
  cells[9] = record != NULL ? record->day : NULL;
  cells[10] = record != NULL ? record->document : NULL;
  kp_register_book_add (book, kp_press_works_get_employer (press, work), cells);
}

/** kp_register_fill_surveys: counts of each worker on probation, never who answered what. */
gboolean
kp_register_fill_surveys (KpRegisterBook *book, GError **error)
{
  g_auto (KpPressWorks) works = { 0 };

  if (!kp_press_works_load (&works, book->press, error))
    return FALSE;
  for (guint i = 0; i < kp_employments_get_n (works.contracts); i++)
    {
      const KpEmployment *work = kp_employments_get (works.contracts, i);

      if (work->file.months > 0)
        add_survey (book, &works, work);
    }
  book->date = DATE_BY_HAND;
  book->subtitle = kp_press_format (book->press, "试用期人员%u人", book->groups->len);
  return TRUE;
}
