/* kp-scheme-check-names.c – checks what names the items of lists that nothing else looks at, and days far off.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"
#include "kp-scheme-explain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A campaign is over long before; a year that is farther off has slipped. */
#define MOST_YEARS 3

/* Nobody alive was born before. */
#define FIRST_YEAR 1900

/* What may go out with a red head: it is issued by the committee, and no table alone (app/press). */
static const char *const letterhead_keys[] = {
  "notice",           "publicity",         "letter-unqualified", "letter-supplement",  "letter-interview", "letter-substitute",
  "letter-physical",  "letter-hire",       "incident-notices",   "incident-decisions", "recheck-notices",  NULL,
};

typedef const char *(*GetName) (gconstpointer item);

static const char *
get_relaxation_id (gconstpointer item)
{
  return ((const KpRelaxation *) item)->id;
}

static const char *
get_clause_id (gconstpointer item)
{
  return ((const KpSchemeClause *) item)->id;
}

static const char *
get_wording_key (gconstpointer item)
{
  return ((const KpSchemeWording *) item)->key;
}

static const char *
get_letterhead_key (gconstpointer item)
{
  return ((const KpSchemeLetterhead *) item)->key;
}

static const char *
get_offer_code (gconstpointer item)
{
  return ((const KpSchemeOffer *) item)->code;
}

static const char *
get_item_code (gconstpointer item)
{
  return ((const KpBonusItem *) item)->code;
}

/* Each needs a name, and none may have another's. */
static void
check_list (GPtrArray       *problems,
            const GPtrArray *items,
            GetName          get_name,
            const char      *list,
            const char      *key)
{
  for (guint i = 0; i < items->len; i++)
    {
      const char *name = get_name (g_ptr_array_index (items, i));

      if (name == NULL || *name == '\0')
        kp_scheme_check_refuse (problems, g_strdup (_("This text is empty; fill it in.")), "%s[%u].%s", list, i, key);
      for (guint j = 0; j < i && name != NULL; j++)
        if (g_strcmp0 (get_name (g_ptr_array_index (items, j)), name) == 0)
          {
            kp_scheme_check_refuse (problems, g_strdup_printf (_("“%s” names two items of this list; change one."), name),
                                    "%s[%u].%s", list, i, key);
            break;
          }
    }
}

static void
check_letterheads (GPtrArray      *problems,
                   const KpScheme *scheme)
{
  check_list (problems, scheme->letterheads, get_letterhead_key, "letterheads", "key");
  for (guint i = 0; i < scheme->letterheads->len; i++)
    {
      const KpSchemeLetterhead *head = g_ptr_array_index (scheme->letterheads, i);

      if (head->key != NULL && *head->key != '\0' && !g_strv_contains (letterhead_keys, head->key))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The form “%s” bears no red head; name notice, publicity, a letter of the "
                                                   "committee, incident-notices, incident-decisions or recheck-notices."),
                                                 head->key),
                                "letterheads[%u].key", i);
    }
}

/* What is printed instead of a fixed sentence; the notice bears a head, but its text is made of the scheme. */
static gboolean
is_wording (const char *key)
{
  for (const KpSchemeWord *word = kp_scheme_wordings; word->name != NULL; word++)
    if (strcmp (word->name, key) == 0)
      return strcmp (key, "notice") != 0;

  return FALSE;
}

static void
check_texts (GPtrArray      *problems,
             const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->clauses->len; i++)
    {
      const KpSchemeClause *clause = g_ptr_array_index (scheme->clauses, i);

      if (clause->text == NULL || *clause->text == '\0')
        kp_scheme_check_refuse (problems, g_strdup (_("This text is empty; fill it in.")), "clauses[%u].text", i);
    }
  for (guint i = 0; i < scheme->wordings->len; i++)
    {
      const char *key = ((const KpSchemeWording *) g_ptr_array_index (scheme->wordings, i))->key;

      if (key != NULL && *key != '\0' && !is_wording (key))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("No printed form has a wording “%s”; name publicity, wage, pay_day, "
                                                   "contract or a letter."),
                                                 key),
                                "wordings[%u].key", i);
    }
  for (guint i = 0; i < scheme->choice.offers->len; i++)
    if (((const KpSchemeOffer *) g_ptr_array_index (scheme->choice.offers, i))->places == 0)
      kp_scheme_check_refuse (problems, g_strdup (_("An offer needs at least 1 place, not 0; correct the number.")),
                              "choice.offers[%u].places", i);
}

/* Where groups are listed, an item alone in a group that isn't has most likely its name misspelt. */
static void
check_groups (GPtrArray           *problems,
              const KpBonusPolicy *bonus,
              const char          *path)
{
  for (guint i = 0; bonus->groups->len > 0 && i < bonus->items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (bonus->items, i);
      guint              n = 0;

      if (item->group == NULL || kp_bonus_policy_get_group (bonus, item->group) != NULL)
        continue;
      for (guint j = 0; j < bonus->items->len; j++)
        n += g_strcmp0 (((const KpBonusItem *) g_ptr_array_index (bonus->items, j))->group, item->group) == 0;
      if (n == 1 && g_strcmp0 (item->group, item->code) != 0)
        kp_scheme_check_warn (problems,
                              g_strdup_printf (_("The group “%s” isn't listed and has only this item; confirm that it isn't a "
                                                 "misspelling."),
                                               item->group),
                              "%s.items[%u].group", path, i);
    }
}

static void
check_near (GPtrArray      *problems,
            const KpScheme *scheme,
            KpDate          day,
            const char     *path)
{
  const KpDate anchor = kp_date_is_none (scheme->notice_date) ? scheme->registration_from : scheme->notice_date;

  if (kp_date_is_none (day))
    return;
  if (day.year < FIRST_YEAR || (!kp_date_is_none (anchor) && ABS (day.year - anchor.year) > MOST_YEARS))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The year %d is far from the rest of the campaign; correct it."), day.year), "%s",
                            path);
}

/* The days on which something is done; bounds of age and service lie elsewhere. */
static void
check_days (GPtrArray      *problems,
            const KpScheme *scheme)
{
  check_near (problems, scheme, scheme->notice_date, "notice_date");
  check_near (problems, scheme, scheme->registration_from, "registration_from");
  check_near (problems, scheme, scheme->registration_to, "registration_to");
  check_near (problems, scheme, scheme->cutoff, "cutoff");
  check_near (problems, scheme, scheme->registration.pay_until, "registration.pay_until");
  check_near (problems, scheme, scheme->interview.date, "interview.date");
  check_near (problems, scheme, scheme->publicity.from, "publicity.from");
  check_near (problems, scheme, scheme->contract.start, "contract.start");
  for (guint i = 0; i < scheme->written.sittings->len; i++)
    {
      g_autofree gchar *path = g_strdup_printf ("written.sittings[%u].date", i);

      check_near (problems, scheme, ((const KpSchemeSitting *) g_ptr_array_index (scheme->written.sittings, i))->date, path);
    }
  kp_scheme_check_order (problems, scheme->registration_to, scheme->interview.date, "registration_to", "interview.date");
}

/**
 * kp_scheme_check_names:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds items without a name or with that of another, empty clauses, wordings that no form has, and days whose year can't
 * be meant.
 */
void
kp_scheme_check_names (GPtrArray      *problems,
                       const KpScheme *scheme)
{
  check_list (problems, scheme->relaxations, get_relaxation_id, "relaxations", "id");
  check_list (problems, scheme->clauses, get_clause_id, "clauses", "id");
  check_list (problems, scheme->wordings, get_wording_key, "wordings", "key");
  check_letterheads (problems, scheme);
  check_list (problems, scheme->choice.offers, get_offer_code, "choice.offers", "code");
  for (guint i = 0; i < scheme->bonus.items->len; i++)
    if (*get_item_code (g_ptr_array_index (scheme->bonus.items, i)) == '\0')
      kp_scheme_check_refuse (problems, g_strdup (_("This text is empty; fill it in.")), "bonus.items[%u].code", i);
  check_texts (problems, scheme);
  check_groups (problems, &scheme->bonus, "bonus");
  check_groups (problems, &scheme->credential.table, "credential");
  check_days (problems, scheme);
}
