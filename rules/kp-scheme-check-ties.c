/* kp-scheme-check-ties.c – checks the order that parts equal totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A key that nobody can have would stop the order there: no key after it could ever decide. */

#include "kp-scheme-check-private.h"
#include "kp-tie-origin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
needs_written (KpTieField field)
{
  return kp_tie_field_get_origin (field) == KP_TIE_OF_WRITTEN;
}

static gboolean
is_for_post_without_written (const KpScheme *scheme,
                             const char     *id)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (!post->has_written && g_strcmp0 (post->total, id) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
check_mark (GPtrArray           *problems,
            const KpScheme      *scheme,
            const KpSchemeTotal *total,
            KpTieField           field,
            const char          *path)
{
  const char *name = kp_tie_field_get_name (field);

  if (field >= KP_TIE_PAPER_1 && field <= KP_TIE_PAPER_4
      && (guint) (field - KP_TIE_PAPER_1) >= scheme->written.papers->len)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There is no such paper “%s” to part a tie; the scheme has %u."), name,
                                             scheme->written.papers->len),
                            "%s", path);
  else if (total != NULL && needs_written (field) && is_for_post_without_written (scheme, total->id))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("“%s” can't part a tie in a post without a written exam; remove it."),
                                             name),
                            "%s", path);
  if (field >= KP_TIE_OTHER_1 && field <= KP_TIE_OTHER_4 && (guint) (field - KP_TIE_OTHER_1) >= scheme->others->len)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There is no such part “%s” to part a tie; \"others\" has %u."), name,
                                             scheme->others->len),
                            "%s", path);
  if (field == KP_TIE_CREDENTIAL && !scheme->credential.applies)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Credential points can't part a tie, the scheme gives none; remove it.")),
                            "%s", path);
  if (field == KP_TIE_DROPPED_MARKS && scheme->interview.panel.drop_highest + scheme->interview.panel.drop_lowest == 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Dropped marks can't part a tie, the panel drops none; remove it.")), "%s", path);
}

/* A word has an order of its own only where a table gives its level. */
static gboolean
has_level (const char *fact)
{
  return strcmp (fact, "education") == 0 || strcmp (fact, "certificate") == 0;
}

static void
check_fact (GPtrArray      *problems,
            const KpScheme *scheme,
            const KpTie    *tie,
            const char     *path)
{
  KpFactKind kind;

  if (!kp_fact_find_kind (scheme->facts, tie->fact, &kind))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There is no fact “%s”; declare it in \"facts\", or name another."),
                                             tie->fact),
                            "%s", path);
  else if (tie->field == KP_TIE_ORDER && kind != KP_FACT_WORD)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("“%s” isn't a word, so no order of words can part a tie by it; write "
                                               "{\"fact\": …}."),
                                             tie->fact),
                            "%s", path);
  else if (tie->field == KP_TIE_FACT && (kind == KP_FACT_PLACE || (kind == KP_FACT_WORD && !has_level (tie->fact))))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The words of “%s” have no order; write {\"order\": …} with the best "
                                               "first, or {\"meets\": …}."),
                                             tie->fact),
                            "%s", path);
}

static void
check_words (GPtrArray   *problems,
             const KpTie *tie,
             const char  *path)
{
  for (guint i = 0; tie->words != NULL && tie->words[i] != NULL; i++)
    for (guint j = 0; j < i; j++)
      if (strcmp (tie->words[i], tie->words[j]) == 0)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The word “%s” stands twice in the order; remove one."),
                                                 tie->words[i]),
                                "%s.order.words[%u]", path, i);
}

/* Whether somebody can be without an answer although everything is filled in: a major or an address outside the words is
 * for a person to judge, and nobody is asked about a tie. */
static gboolean
may_need_judging (const KpCondition *condition)
{
  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    if (may_need_judging (g_ptr_array_index (condition->parts, i)))
      return TRUE;

  return condition->kind == KP_CONDITION_BY_HAND || condition->kind == KP_CONDITION_MAJOR_IN
         || condition->kind == KP_CONDITION_RESIDENCE_IN || condition->kind == KP_CONDITION_PLACE_IN
         || (condition->kind == KP_CONDITION_WORD_IN && g_strcmp0 (condition->fact, "major") == 0);
}

static void
check_condition (GPtrArray         *problems,
                 const KpScheme    *scheme,
                 const KpCondition *condition,
                 const char        *path)
{
  g_autofree gchar *inside = g_strconcat (path, ".meets", NULL);

  kp_scheme_check_condition (problems, scheme, condition, inside);
  if (condition->kind == KP_CONDITION_BY_HAND)
    kp_scheme_check_warn (problems,
                          g_strdup (_("Only a person can judge this, so the tie stays undecided here and no key after it "
                                      "counts; confirm that this is meant.")),
                          "%s", inside);
  else if (may_need_judging (condition))
    kp_scheme_check_warn (problems,
                          g_strdup (_("A major or an address outside the words is for a person to judge, so a tie with such a person "
                                      "stays undecided here and no key after it counts; ask a fact of yes or no instead, or confirm "
                                      "that this is meant.")),
                          "%s", inside);
}

static gboolean
orders_post_with_written (const KpScheme *scheme,
                          const char     *id)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (post->has_written && g_strcmp0 (post->total, id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Who is exempt has no written mark: the order stops at it. The mark that a notice gives them is one with bonus. */
static void
check_exempt (GPtrArray           *problems,
              const KpScheme      *scheme,
              const KpSchemeTotal *total,
              const GPtrArray     *ties,
              const char          *where)
{
  if (total == NULL || scheme->written.exempt == NULL || !orders_post_with_written (scheme, total->id))
    return;

  for (guint i = 0; i < ties->len; i++)
    {
      const KpTie *tie = g_ptr_array_index (ties, i);

      if (!needs_written (tie->field) || (scheme->written.has_exempt_mark && tie->field == KP_TIE_WRITTEN_WITH_BONUS))
        continue;
      kp_scheme_check_warn (problems,
                            g_strdup_printf (_("Who is exempt from the written exam has no “%s”, so a tie with them stays undecided "
                                               "here and no key after it counts; confirm that this is meant."),
                                             kp_tie_field_get_name (tie->field)),
                            "%s[%u]", where, i);
      return;
    }
}

static void
check_declared (GPtrArray      *problems,
                const KpScheme *scheme,
                KpTieField      field,
                const char     *path)
{
  const char *name = kp_tie_field_get_name (field);

  if (kp_fact_find_def (scheme->facts, name) == NULL)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("Nothing says who has “%s”; declare a fact of this id in \"facts\", or "
                                               "write {\"fact\": …} or {\"meets\": …}."),
                                             name),
                            "%s", path);
}

static void
check_tie (GPtrArray           *problems,
           const KpScheme      *scheme,
           const KpSchemeTotal *total,
           const KpTie         *tie,
           const char          *path)
{
  if (kp_tie_field_is_declared (tie->field))
    check_declared (problems, scheme, tie->field, path);
  else if (tie->field == KP_TIE_FACT || tie->field == KP_TIE_ORDER)
    check_fact (problems, scheme, tie, path);
  else if (tie->field == KP_TIE_MEETS)
    check_condition (problems, scheme, tie->condition, path);
  else
    check_mark (problems, scheme, total, tie->field, path);
  check_words (problems, tie, path);
}

/**
 * kp_scheme_check_ties:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 * @total: (nullable): the formula whose equal totals are parted; NULL = equal written marks are
 * @ties: (element-type KpTie): the order
 * @where: its path
 *
 * Adds what is wrong with a tie order.
 */
void
kp_scheme_check_ties (GPtrArray           *problems,
                      const KpScheme      *scheme,
                      const KpSchemeTotal *total,
                      const GPtrArray     *ties,
                      const char          *where)
{
  check_exempt (problems, scheme, total, ties, where);
  for (guint i = 0; i < ties->len; i++)
    {
      const KpTie      *tie = g_ptr_array_index (ties, i);
      g_autofree gchar *path = g_strdup_printf ("%s[%u]", where, i);

      for (guint j = 0; j < i; j++)
        if (kp_tie_is_like (tie, g_ptr_array_index (ties, j)))
          kp_scheme_check_refuse (problems,
                                  g_strdup_printf (_("“%s” stands twice in the order; remove one."),
                                                   tie->fact != NULL ? tie->fact : kp_tie_field_get_name (tie->field)),
                                  "%s", path);
      check_tie (problems, scheme, total, tie, path);
    }
}
