/* kp-press-work-facts.c – what the papers of a probation share: contracts, links of the chain, points as texts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-press-work-private.h"

/** kp_press_works_load: reads all contracts into @works, which is empty; FALSE with #KP_DATA_ERROR. */
gboolean
kp_press_works_load (KpPressWorks *works, KpPress *press, GError **error)
{
  *works = (KpPressWorks){ .press = press, .contracts = kp_employments_load (press->session, error) };
  if (works->contracts == NULL)
    return FALSE;
  works->policy = kp_employments_get_policy (works->contracts);
  works->links = kp_table_select (kp_session_get_database (press->session), &kp_probation_link_table,
                                  kp_session_get_campaign (press->session), "ORDER BY contract, serial", KP_NO_BINDS, error);
  return works->links != NULL;
}

/** kp_press_works_clear: frees what was read. */
void
kp_press_works_clear (KpPressWorks *works)
{
  g_clear_pointer (&works->contracts, kp_employments_free);
  g_clear_pointer (&works->links, g_ptr_array_unref);
}

/** kp_press_works_find_dossier: whose contract it is. */
const KpDossier *
kp_press_works_find_dossier (const KpPressWorks *works, const KpEmployment *work)
{
  return kp_roster_find_application (works->press->roster, work->contract->application);
}

/**
 * kp_press_works_find_link:
 * @works: all contracts
 * @work: one of them
 * @link: a link of the chain
 * @month: of a note
 *
 * Of several entries the one that the chain counts: the first while the work is looked on, from the survey on the last.
 *
 * Returns: (nullable): what was recorded
 */
const KpProbationLinkRecord *
kp_press_works_find_link (const KpPressWorks *works, const KpEmployment *work, KpLink link, guint month)
{
  const KpProbationLinkRecord *found = NULL;

  for (guint i = 0; i < works->links->len; i++)
    {
      const KpProbationLinkRecord *record = g_ptr_array_index (works->links, i);

      if (g_str_equal (record->contract, work->contract->number) && g_str_equal (record->link, kp_link_get_name (link))
          && (link != KP_LINK_NOTE || record->month == month) && !kp_employment_has_corrected (work, (guint) record->serial)
          && (found == NULL
              || (link < KP_LINK_SURVEY ? strcmp (record->day, found->day) < 0 : strcmp (record->day, found->day) >= 0)))
        found = record;
    }
  return found;
}

/** kp_press_works_wants: whether the filter lets a contract through, by its number, its ticket or its registration. */
gboolean
kp_press_works_wants (const KpPressWorks *works, const KpEmployment *work)
{
  const KpDossier *dossier = kp_press_works_find_dossier (works, work);
  const KpPressNumbers numbers = { .person = work->contract->number, .alias = kp_press_get_ticket (dossier) };

  return kp_press_wants_part (works->press, &numbers) || kp_press_wants (works->press, work->contract->application);
}

/* "20.00" is 20, "12.50" is 12.5. */
static const char *
strip (KpPress *press, char *text)
{
  const char *kept = kp_press_keep (press, text);
  char *end = text + strlen (text);

  if (strchr (text, '.') == NULL)
    return kept;
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';
  return kept;
}

/** kp_press_works_format_points: points without zeros that say nothing. */
const char *
kp_press_works_format_points (KpPress *press, KpMark mark)
{
  return strip (press, kp_mark_dup_text (mark, 2));
}

/** kp_press_works_format_share: a share as per cent, two decimals at most. */
const char *
kp_press_works_format_share (KpPress *press, KpFraction share)
{
  const char *number = strip (press, kp_fraction_dup_decimal (kp_fraction_multiply (share, kp_fraction_new (100, 1)), 2));

  return kp_press_format (press, "%s%%", number);
}

/** kp_press_works_format_post: the work as the contract calls it. */
const char *
kp_press_works_format_post (KpPress *press, const KpDossier *dossier)
{
  return kp_press_format (press, "社区专职工作人员（%s）", kp_press_get_post_name (press, kp_press_get_hire_post (dossier)));
}

/** kp_press_works_get_employer: party A of the contract. */
const char *
kp_press_works_get_employer (KpPress *press, const KpEmployment *work)
{
  return kp_scheme_get_street (press->scheme, work->contract->street)->employer;
}

/** kp_press_works_format_probation: "2026年7月1日至2026年12月31日", with the agreed days without work; NULL without any. */
const char *
kp_press_works_format_probation (const KpPressWorks *works, const KpEmployment *work)
{
  KpPress *press = works->press;

  if (work->file.months == 0)
    return NULL;
  return kp_press_format (press, "%s至%s", kp_press_format_date (press, work->file.start),
                          kp_press_format_date (press, kp_probation_decide_last_day (works->policy, &work->file)));
}

/** kp_press_works_get_merit: what the assessment says. */
const char *
kp_press_works_get_merit (KpMerit merit)
{
  static const char *const names[] = { [KP_MERIT_FAIL] = "不合格", [KP_MERIT_PASS] = "合格", [KP_MERIT_EXCELLENT] = "优秀" };

  return merit == KP_MERIT_OPEN ? NULL : names[merit];
}
