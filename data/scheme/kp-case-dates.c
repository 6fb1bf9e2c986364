/* kp-case-dates.c – the days that follow from a scheme and the first day of a stage.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case-private.h"
#include "kp-holidays.h"
#include "kp-labour.h"
#include "kp-workday.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const KpScheme *scheme;
  KpCalendar     *calendar;
  JsonObject     *answer;
  GError        **error;
} Dates;

static void
set_day (Dates      *dates,
         const char *key,
         KpDate      day)
{
  g_autofree gchar *text = kp_date_dup_iso (day);

  if (!kp_date_is_none (day))
    json_object_set_string_member (dates->answer, key, text);
}

/* The day on which something begins doesn't count (民法典 第201条). */
static gboolean
set_end (Dates      *dates,
         const char *key,
         KpDate      from,
         guint       days,
         gboolean    is_in_workdays)
{
  KpDate end;

  if (kp_date_is_none (from) || days == 0)
    return TRUE;
  if (!kp_calendar_decide_period_end (dates->calendar, from, days, is_in_workdays, &end, dates->error))
    return FALSE;
  set_day (dates, key, end);

  return TRUE;
}

static gboolean
find_day (JsonObject *given,
          const char *key,
          KpDate     *out,
          GError    **error)
{
  const char *text = given != NULL ? json_object_get_string_member_with_default (given, key, NULL) : NULL;

  *out = KP_DATE_NONE;
  if (text == NULL || kp_date_parse_iso (text, out, NULL))
    return TRUE;
  return kp_case_refuse (error, "-", "dates", _("a date of the calendar such as \"2026-03-02\""));
}

static gboolean
add_review (Dates  *dates,
            KpDate  review)
{
  const KpReviewPolicy *policy = &dates->scheme->review;
  KpReviewDeadlines     deadlines;

  if (kp_date_is_none (review))
    return TRUE;
  if (!kp_review_decide_deadlines (policy, review, KP_DATE_NONE, dates->calendar, &deadlines, dates->error))
    return FALSE;
  set_day (dates, "supplement_to", deadlines.supplement_to);
  set_day (dates, "appeal_to", deadlines.appeal_to);
  set_day (dates, "answer_to", deadlines.answer_to);

  return TRUE;
}

/* 合同期和试用期 of the first post; other posts differ only in the length of the probation. */
static void
add_hire (Dates *dates,
          KpDate hire)
{
  const KpSchemePost *post = g_ptr_array_index (dates->scheme->posts, 0);

  if (kp_date_is_none (hire))
    return;
  set_day (dates, "contract_to", kp_labour_decide_end (hire, dates->scheme->contract.years * 12));
  if (post->probation_months > 0)
    set_day (dates, "probation_to", kp_labour_decide_end (hire, post->probation_months));
}

static gboolean
add_calendar_days (Dates      *dates,
                   JsonObject *calendar)
{
  static const char *const keys[] = { "rest", "work" };

  for (guint i = 0; calendar != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      JsonNode  *node = json_object_get_member (calendar, keys[i]);
      JsonArray *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      for (guint j = 0; list != NULL && j < json_array_get_length (list); j++)
        {
          KpDate day;

          if (!kp_date_parse_iso (json_array_get_string_element (list, j), &day, NULL))
            return kp_case_refuse (dates->error, "-", "calendar", _("a date of the calendar such as \"2026-03-02\""));
          kp_calendar_set_day (dates->calendar, day, i == 1);
        }
    }

  return TRUE;
}

/**
 * kp_case_add_dates:
 * @body: the case, with the first days of stages in "dates"
 * @scheme: the scheme
 * @answer: what was decided so far; gets "dates"
 * @error: return location for an error
 *
 * Last days that follow from the scheme: publicity, supplement, appeal and answer, re-check of the physical, re-posting,
 * probation and contract; working days by the State Council's tables.
 *
 * Returns: FALSE with an error when a year's table isn't known
 */
gboolean
kp_case_add_dates (JsonObject     *body,
                   const KpScheme *scheme,
                   JsonObject     *answer,
                   GError        **error)
{
  g_autoptr (KpCalendar) calendar = kp_holidays_load_shipped (error);
  JsonObject            *given = json_object_has_member (body, "dates") ? json_object_get_object_member (body, "dates") : NULL;
  JsonObject            *days = json_object_has_member (body, "calendar") ? json_object_get_object_member (body, "calendar") : NULL;
  Dates                  dates = { scheme, calendar, json_object_new (), error };
  KpDate                 publicity, hire, review, opening, physical;

  json_object_set_object_member (answer, "dates", dates.answer);
  if (calendar == NULL || !add_calendar_days (&dates, days)
      || !find_day (given, "publicity", &publicity, error) || !find_day (given, "hire", &hire, error)
      || !find_day (given, "review", &review, error) || !find_day (given, "opening", &opening, error)
      || !find_day (given, "physical_result", &physical, error))
    return FALSE;

  if (kp_date_is_none (publicity))
    publicity = scheme->publicity.from;
  if (kp_date_is_none (hire))
    hire = scheme->contract.start;
  add_hire (&dates, hire);

  return set_end (&dates, "publicity_to", publicity, scheme->publicity.days, scheme->publicity.is_in_workdays)
         && set_end (&dates, "repost_to", opening, scheme->quota.repost_days, scheme->quota.is_repost_in_workdays)
         && set_end (&dates, "recheck_to", physical, scheme->physical.recheck_days, scheme->physical.recheck_in_workdays)
         && add_review (&dates, review);
}
