/* kp-scheme-check.c – does a scheme make sense, and does the law allow it: campaign, posts, what comes after.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contract-number.h"
#include "kp-labour.h"
#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* 劳动合同法 第20条: at least so much of the contract's wage. */
#define MIN_PROBATION_WAGE_PERCENT 80

/**
 * kp_scheme_problem_new:
 * @path: where, posts[2].street
 * @is_warning: whether it may be confirmed instead of corrected
 * @message: (transfer full): the sentence, translated
 *
 * Returns: (transfer full): the problem.
 */
KpSchemeProblem *
kp_scheme_problem_new (const char *path,
                       gboolean    is_warning,
                       gchar      *message)
{
  KpSchemeProblem *problem = g_new0 (KpSchemeProblem, 1);

  problem->path = g_strdup (path);
  problem->is_warning = is_warning;
  problem->message = message;

  return problem;
}

/**
 * kp_scheme_problem_free:
 * @problem: (nullable) (transfer full): a problem
 */
void
kp_scheme_problem_free (KpSchemeProblem *problem)
{
  if (problem == NULL)
    return;

  g_free (problem->path);
  g_free (problem->message);
  g_free (problem);
}

/**
 * kp_scheme_problems_refuse:
 * @problems: (element-type KpSchemeProblem): what was found
 *
 * Returns: whether one of them is more than a warning.
 */
gboolean
kp_scheme_problems_refuse (const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      if (!problem->is_warning)
        return TRUE;
    }

  return FALSE;
}

static void
add (GPtrArray  *problems,
     gboolean    is_warning,
     gchar      *message,
     const char *path_format,
     va_list     arguments) G_GNUC_PRINTF (4, 0);

static void
add (GPtrArray  *problems,
     gboolean    is_warning,
     gchar      *message,
     const char *path_format,
     va_list     arguments)
{
  g_autofree gchar *path = g_strdup_vprintf (path_format, arguments);

  g_ptr_array_add (problems, kp_scheme_problem_new (path, is_warning, message));
}

/**
 * kp_scheme_check_refuse:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @message: (transfer full): the sentence
 * @path_format: printf form of the path
 * @...: its values
 *
 * Adds a problem that has to be corrected.
 */
void
kp_scheme_check_refuse (GPtrArray  *problems,
                        gchar      *message,
                        const char *path_format,
                        ...)
{
  va_list arguments;

  va_start (arguments, path_format);
  add (problems, FALSE, message, path_format, arguments);
  va_end (arguments);
}

/**
 * kp_scheme_check_warn:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @message: (transfer full): the sentence
 * @path_format: printf form of the path
 * @...: its values
 *
 * Adds a problem that may be confirmed.
 */
void
kp_scheme_check_warn (GPtrArray  *problems,
                      gchar      *message,
                      const char *path_format,
                      ...)
{
  va_list arguments;

  va_start (arguments, path_format);
  add (problems, TRUE, message, path_format, arguments);
  va_end (arguments);
}

/**
 * kp_scheme_check_order:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @earlier: a day
 * @later: a day that mustn't be before it
 * @earlier_path: where @earlier stands
 * @later_path: where @later stands
 *
 * Adds a problem when the days stand in the wrong order. A day that isn't set is in order.
 */
void
kp_scheme_check_order (GPtrArray  *problems,
                       KpDate      earlier,
                       KpDate      later,
                       const char *earlier_path,
                       const char *later_path)
{
  g_autofree gchar *first = kp_date_dup_iso (earlier);
  g_autofree gchar *second = kp_date_dup_iso (later);

  if (kp_date_is_none (earlier) || kp_date_is_none (later) || kp_date_compare (earlier, later) <= 0)
    return;

  kp_scheme_check_refuse (problems,
                          g_strdup_printf (_("The date %s is before %s (%s); correct one of them."),
                                           second, first, earlier_path),
                          "%s", later_path);
}

static void
check_text (GPtrArray  *problems,
            const char *text,
            const char *path)
{
  if (text == NULL || *text == '\0')
    kp_scheme_check_refuse (problems, g_strdup (_("This text is empty; fill it in.")), "%s", path);
}

static void
check_campaign (GPtrArray      *problems,
                const KpScheme *scheme)
{
  const char *allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";

  check_text (problems, scheme->title, "title");
  if (scheme->code == NULL || *scheme->code == '\0' || strspn (scheme->code, allowed) != strlen (scheme->code))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The code “%s” isn't allowed; use small letters, digits and hyphens."),
                                             scheme->code != NULL ? scheme->code : ""),
                            "code");
  kp_scheme_check_order (problems, scheme->notice_date, scheme->registration_from, "notice_date", "registration_from");
  kp_scheme_check_order (problems, scheme->registration_from, scheme->registration_to, "registration_from",
                         "registration_to");
  kp_scheme_check_order (problems, scheme->notice_date, scheme->cutoff, "notice_date", "cutoff");
  kp_scheme_check_order (problems, scheme->registration_to, scheme->publicity.from, "registration_to",
                         "publicity.from");
  kp_scheme_check_order (problems, scheme->interview.date, scheme->publicity.from, "interview.date", "publicity.from");
  kp_scheme_check_order (problems, scheme->publicity.from, scheme->contract.start, "publicity.from",
                         "contract.start");
}

/* What every campaign has must come in this order; the scheme may leave out or move the others. */
static void
check_stages (GPtrArray      *problems,
              const KpScheme *scheme)
{
  static const KpStage fixed[] = { KP_STAGE_NOTICE, KP_STAGE_REGISTRATION, KP_STAGE_WRITTEN, KP_STAGE_SHORTLIST,
                                   KP_STAGE_TOTALS, KP_STAGE_PUBLICITY, KP_STAGE_HIRE, KP_STAGE_PROBATION,
                                   KP_STAGE_CLOSED };
  guint32              seen = 0;
  gint                 last = -1;

  for (guint i = 0; i < scheme->stages.n_stages; i++)
    {
      if (seen & (1u << scheme->stages.stages[i]))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The stage “%s” is named twice; remove one."),
                                                 kp_stage_get_name (scheme->stages.stages[i])),
                                "stages[%u]", i);
      seen |= 1u << scheme->stages.stages[i];
    }

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      gint position = kp_stage_order_get_position (&scheme->stages, fixed[i]);

      if (position < 0)
        continue;
      if (position < last)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The stage “%s” stands too early; move it behind those it needs."),
                                                 kp_stage_get_name (fixed[i])),
                                "stages[%d]", position);
      last = MAX (last, position);
    }
}

static void
check_streets (GPtrArray      *problems,
               const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->streets->len; i++)
    {
      const KpSchemeStreet *street = g_ptr_array_index (scheme->streets, i);

      if (*street->code == '\0' || *street->name == '\0')
        kp_scheme_check_refuse (problems, g_strdup (_("A street needs a code and a name; fill them in.")),
                                "streets[%u]", i);
      if (kp_scheme_get_street (scheme, street->code) != street)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The street code “%s” is used twice; change one."), street->code),
                                "streets[%u].code", i);
    }
}

static void
check_institution_probation (GPtrArray          *problems,
                             const KpScheme     *scheme,
                             const KpSchemePost *post,
                             guint               index)
{
  guint longest = kp_labour_decide_max_institution_probation (scheme->contract.years);

  if (post->probation_months > longest)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("A probation of %u months is longer than the %u months that "
                                               "事业单位人事管理条例 第13条 allows for a contract of %u years; shorten it."),
                                             post->probation_months, longest, scheme->contract.years),
                            "posts[%u].probation_months", index);
}

static void
check_probation (GPtrArray          *problems,
                 const KpScheme     *scheme,
                 const KpSchemePost *post,
                 guint               index)
{
  /* The law goes by the length of the contract: where its first day isn't known yet, any will do. */
  KpDate start = kp_date_is_valid (scheme->contract.start) ? scheme->contract.start : (KpDate) { 2026, 1, 1 };
  guint  longest;

  if (post->probation_months == 0 || scheme->contract.years == 0)
    return;

  if (scheme->contract.kind == KP_CONTRACT_INSTITUTION)
    {
      check_institution_probation (problems, scheme, post, index);
      return;
    }
  longest = kp_labour_decide_max_probation (KP_TERM_FIXED, start,
                                            kp_labour_decide_end (start, scheme->contract.years * 12), FALSE);
  if (post->probation_months > longest)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("A probation of %u months is longer than the %u months that "
                                               "劳动合同法 第19条 allows for a contract of %u years; shorten it."),
                                             post->probation_months, longest, scheme->contract.years),
                            "posts[%u].probation_months", index);
  if (post->track == KP_TRACK_CONVERSION)
    kp_scheme_check_warn (problems,
                          g_strdup (_("Who is converted by the same employer may not be on probation again "
                                      "(劳动合同法 第19条); confirm that the employer is another one.")),
                          "posts[%u].probation_months", index);
  if (scheme->contract.probation_wage_percent < MIN_PROBATION_WAGE_PERCENT)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("A probation wage of %u %% is below the %d %% of 劳动合同法 第20条; "
                                               "raise it."),
                                             scheme->contract.probation_wage_percent, MIN_PROBATION_WAGE_PERCENT),
                            "contract.probation_wage_percent");
}

static void
check_post (GPtrArray          *problems,
            const KpScheme     *scheme,
            const KpSchemePost *post,
            guint               index)
{
  if (*post->code == '\0' || *post->name == '\0')
    kp_scheme_check_refuse (problems, g_strdup (_("A post needs a code and a name; fill them in.")), "posts[%u]", index);
  if (kp_scheme_get_post (scheme, post->code) != post)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The post code “%s” is used twice; change one."), post->code),
                            "posts[%u].code", index);
  if (post->places == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A post needs at least 1 place, not 0; correct the number.")),
                            "posts[%u].places", index);
  if (post->street != NULL && kp_scheme_get_street (scheme, post->street) == NULL)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There is no street “%s”; name one of \"streets\", or leave the key out."),
                                             post->street),
                            "posts[%u].street", index);
  if (kp_scheme_get_total (scheme, post->total) == NULL)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There is no formula “%s”; name one of \"totals\"."), post->total),
                            "posts[%u].total", index);
  check_probation (problems, scheme, post, index);
}

static void
check_posts (GPtrArray      *problems,
             const KpScheme *scheme)
{
  if (scheme->posts->len == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A campaign needs at least one post; add it.")), "posts");
  if (scheme->contract.years == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A contract needs a term of at least 1 year, not 0; correct it.")),
                            "contract.years");
  for (guint i = 0; i < scheme->posts->len; i++)
    check_post (problems, scheme, g_ptr_array_index (scheme->posts, i), i);
}

/* Numbers run anew in each street: without its name two streets would give the same ones. */
static void
check_contract_number (GPtrArray      *problems,
                       const KpScheme *scheme)
{
  const char        *pattern = scheme->contract.number_pattern != NULL ? scheme->contract.number_pattern : "";
  g_autoptr (GError) error = NULL;

  if (!kp_contract_pattern_check (pattern, &error))
    kp_scheme_check_refuse (problems, g_strdup (error->message), "contract.number_pattern");
  else if (scheme->streets->len > 1 && strstr (pattern, "{street}") == NULL)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Contracts are numbered anew in each street, so the pattern needs {street}; add "
                                        "it.")),
                            "contract.number_pattern");
}

static void
check_after (GPtrArray      *problems,
             const KpScheme *scheme)
{
  KpFraction ratio = scheme->physical.policy.ratio;

  if (!kp_fraction_is_known (ratio) || kp_fraction_compare (ratio, KP_FRACTION_ONE) < 0)
    kp_scheme_check_refuse (problems, g_strdup (_("The ratio for the physical must be at least 1, such as \"11/10\".")),
                            "physical.list.ratio");
  if (scheme->publicity.days == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A publicity needs at least 1 day, not 0; correct the number.")),
                            "publicity.days");
  check_contract_number (problems, scheme);
}

/**
 * kp_scheme_check:
 * @scheme: a scheme with every text set
 *
 * Looks at everything that the form of a file can't show: names that lead nowhere, weights that don't add up, days in
 * the wrong order, what the law forbids (a refusal) or doubts (a warning). Pure; safe from any thread.
 *
 * Returns: (transfer full) (element-type KpSchemeProblem): all problems in the order of the scheme; empty = good.
 */
GPtrArray *
kp_scheme_check (const KpScheme *scheme)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_problem_free);

  check_campaign (problems, scheme);
  check_stages (problems, scheme);
  check_streets (problems, scheme);
  check_posts (problems, scheme);
  kp_scheme_check_facts (problems, scheme);
  kp_scheme_check_requirements (problems, scheme);
  kp_scheme_check_proofs (problems, scheme);
  kp_scheme_check_places (problems, scheme);
  kp_scheme_check_direct (problems, scheme);
  kp_scheme_check_exams (problems, scheme);
  kp_scheme_check_totals (problems, scheme);
  check_after (problems, scheme);
  kp_scheme_check_final (problems, scheme);
  kp_scheme_check_work (problems, scheme);
  kp_scheme_check_grades (problems, scheme);
  kp_scheme_check_score (problems, scheme);
  kp_scheme_check_parts (problems, scheme);
  kp_scheme_check_names (problems, scheme);

  return problems;
}
