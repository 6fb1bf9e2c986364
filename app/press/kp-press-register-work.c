/* kp-press-register-work.c – registers of the employed: who reports, signs, is insured, and what residents answered.
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

/* ---- who works ---- */

typedef void (*FillRow) (KpPress *press, const KpEmployment *work, const KpDossier *dossier, const char **cells);

/* A row for each contract, by number, under its employer; after the end somebody works there no more. */
static gboolean
fill_workers (KpRegisterBook *book, FillRow fill, gboolean wants_ended, GError **error)
{
  g_auto (KpPressWorks) works = { 0 };

  if (!kp_press_works_load (&works, book->press, error))
    return FALSE;
  for (guint i = 0; i < kp_employments_get_n (works.contracts); i++)
    {
      const KpEmployment *work = kp_employments_get (works.contracts, i);
      const char *cells[16] = { work->contract->number };

      if (work->end != NULL && !wants_ended)
        continue;
      fill (book->press, work, kp_press_works_find_dossier (&works, work), cells);
      kp_register_book_add (book, kp_press_works_get_employer (book->press, work), cells);
    }
  book->date = DATE_BY_HAND;
  book->subtitle = kp_press_format (book->press, "%u人", book->groups->len);
  return TRUE;
}

static const char *
get_duty_day (const KpEmployment *work, KpDuty duty)
{
  return work->duties[duty] != NULL ? work->duties[duty]->day : NULL;
}

static const char *
format_term (KpPress *press, const KpEmployment *work)
{
  return kp_press_format (press, "%s至\n%s", work->contract->starts, work->contract->ends);
}

static void
fill_arrival (KpPress *press, const KpEmployment *work, const KpDossier *dossier, const char **cells)
{
  cells[1] = dossier->person->name;
  cells[2] = dossier->person->sex;
  cells[3] = kp_press_get_post (press, kp_press_get_hire_post (dossier));
  cells[4] = work->contract->starts;
}

/** kp_register_fill_arrivals: who reports for work, and to which community each is assigned, by hand. */
gboolean
kp_register_fill_arrivals (KpRegisterBook *book, GError **error)
{
  return fill_workers (book, fill_arrival, FALSE, error);
}

static void
fill_receipt (KpPress *press, const KpEmployment *work, const KpDossier *dossier, const char **cells)
{
  cells[1] = dossier->person->name;
  cells[2] = kp_press_get_post_name (press, kp_press_get_hire_post (dossier));
  cells[3] = format_term (press, work);
  cells[5] = get_duty_day (work, KP_DUTY_SIGNED);
}

/** kp_register_fill_receipts: who got the own copy of the contract. */
gboolean
kp_register_fill_receipts (KpRegisterBook *book, GError **error)
{
  return fill_workers (book, fill_receipt, TRUE, error);
}

static void
fill_worker (KpPress *press, const KpEmployment *work, const KpDossier *dossier, const char **cells)
{
  const KpPersonRecord *person = dossier->person;

  cells[1] = person->name;
  cells[2] = person->sex;
  cells[3] = person->id_number;
  cells[4] = person->residence;
  cells[5] = person->address;
  cells[6] = person->phone;
  cells[7] = "全日制";
  cells[8] = work->contract->starts;
  cells[9] = format_term (press, work);
}

/** kp_register_fill_staff: 职工名册 with what 劳动合同法实施条例 §8 asks for. */
gboolean
kp_register_fill_staff (KpRegisterBook *book, GError **error)
{
  return fill_workers (book, fill_worker, FALSE, error);
}

static void
fill_insured (KpPress *press G_GNUC_UNUSED, const KpEmployment *work, const KpDossier *dossier, const char **cells)
{
  cells[1] = dossier->person->name;
  cells[2] = dossier->person->id_number;
  cells[3] = work->contract->starts;
  cells[4] = get_duty_day (work, KP_DUTY_INSURED);
  cells[9] = get_duty_day (work, KP_DUTY_FUND);
}

/** kp_register_fill_insured: whom social insurance and the housing fund were registered for, and since when. */
gboolean
kp_register_fill_insured (KpRegisterBook *book, GError **error)
{
  return fill_workers (book, fill_insured, FALSE, error);
}
