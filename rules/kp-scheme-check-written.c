/* kp-scheme-check-written.c – checks papers and the line of the written exam.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"
#include "kp-ticket-number.h"
#include "kp-written.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_written (const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (post->has_written)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_sat (const KpScheme      *scheme,
        const KpSchemePaper *paper)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    if (kp_fraction_is_known (kp_scheme_get_paper_weight (g_ptr_array_index (scheme->posts, i), paper)))
      return TRUE;

  return FALSE;
}

static void
check_paper (GPtrArray           *problems,
             const KpScheme      *scheme,
             const KpSchemePaper *paper,
             guint                index)
{
  if (*paper->code == '\0' || kp_scheme_get_paper (scheme, paper->code) != paper)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The paper code “%s” is empty or used twice; change it."), paper->code),
                            "written.papers[%u].code", index);
  else if (has_written (scheme) && !is_sat (scheme, paper))
    kp_scheme_check_warn (problems,
                          g_strdup_printf (_("No post sits the paper “%s”; name it in \"posts[].papers\", or remove it."),
                                           paper->code),
                          "written.papers[%u]", index);
  if (paper->full <= 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A full mark must be greater than 0; correct it.")),
                            "written.papers[%u].full", index);
  else if (paper->has_line && (paper->line > paper->full || (paper->line == paper->full && paper->line_is_strict)))
    kp_scheme_check_refuse (problems, g_strdup (_("The line lies above the full mark, nobody could pass; correct it.")),
                            "written.papers[%u].line", index);
  if (paper->step < 0 || paper->step > paper->full || paper->step % kp_decimal_power (KP_MARK_DECIMALS - paper->decimals) != 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("A step must be a mark with the paper’s decimals and at most the full mark, such as 0.5; "
                                        "correct it, or leave it out.")),
                            "written.papers[%u].step", index);
  if (paper->line_is_strict && !paper->has_line)
    kp_scheme_check_refuse (problems, g_strdup (_("The paper has no line to lie above; write the line, or remove this.")),
                            "written.papers[%u].line_strict", index);
}

/* 60 and 70 by 40 % and 60 %, or 150 and 150 by a third each: what counts is a mark out of 100, or out of one scale. */
static void
check_weights (GPtrArray          *problems,
               const KpScheme     *scheme,
               const KpSchemePost *post,
               const char         *path)
{
  g_autoptr (GPtrArray) papers = kp_scheme_list_papers (scheme, post);
  const KpFraction      full = kp_written_get_full (scheme, post);
  KpFraction            weights = KP_FRACTION_ZERO;
  g_autofree char      *sum = NULL;
  g_autofree char      *reached = NULL;

  for (guint i = 0; i < papers->len; i++)
    weights = kp_fraction_add (weights, kp_scheme_get_paper_weight (post, g_ptr_array_index (papers, i)));
  if (papers->len == 0 || kp_fraction_compare (weights, KP_FRACTION_ONE) == 0
      || kp_fraction_compare (full, kp_fraction_new (100, 1)) == 0)
    return;

  sum = kp_weight_dup_text (weights);
  reached = kp_fraction_dup_decimal (full, 2);
  kp_scheme_check_refuse (problems,
                          g_strdup_printf (_("The weights of the papers add up to %s, not to 100%%, and the full marks to "
                                             "%s, not to 100; correct them."),
                                           sum, reached),
                          "%s", path);
}

static void
check_post_paper (GPtrArray          *problems,
                  const KpScheme     *scheme,
                  const KpSchemePost *post,
                  guint               post_index,
                  guint               index)
{
  const KpSchemePostPaper *paper = g_ptr_array_index (post->papers, index);

  if (kp_scheme_get_paper (scheme, paper->code) == NULL)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There is no paper “%s”; name one of \"written.papers\"."), paper->code),
                            "posts[%u].papers[%u].code", post_index, index);
  for (guint i = 0; i < index; i++)
    if (g_strcmp0 (((const KpSchemePostPaper *) g_ptr_array_index (post->papers, i))->code, paper->code) == 0)
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("The post names the paper “%s” twice; remove one."), paper->code),
                              "posts[%u].papers[%u].code", post_index, index);
}

static void
check_post_papers (GPtrArray      *problems,
                   const KpScheme *scheme,
                   guint           index)
{
  const KpSchemePost *post = g_ptr_array_index (scheme->posts, index);
  g_autofree gchar   *path = g_strdup_printf ("posts[%u].papers", index);

  if (post->papers->len == 0)
    return;
  if (!post->has_written)
    {
      kp_scheme_check_refuse (problems, g_strdup (_("The post has no written exam, so it sits no paper; remove them.")),
                              "%s", path);
      return;
    }
  for (guint i = 0; i < post->papers->len; i++)
    check_post_paper (problems, scheme, post, index, i);
  check_weights (problems, scheme, post, path);
}

static void
check_papers (GPtrArray      *problems,
              const KpScheme *scheme)
{
  const GPtrArray    *papers = scheme->written.papers;
  const KpSchemePost *plain = NULL; /* a post that sits all of them */

  for (guint i = 0; i < papers->len; i++)
    check_paper (problems, scheme, g_ptr_array_index (papers, i), i);
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      check_post_papers (problems, scheme, i);
      if (post->has_written && post->papers->len == 0)
        plain = post;
    }

  if (papers->len > KP_SCHEME_MAX_PAPERS)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There are %u papers, at most %u can be weighed; remove some."), papers->len,
                                             (guint) KP_SCHEME_MAX_PAPERS),
                            "written.papers");
  if (plain != NULL)
    check_weights (problems, scheme, plain, "written.papers");
  if (papers->len == 0 && has_written (scheme))
    kp_scheme_check_refuse (problems, g_strdup (_("A post has a written exam, but there is no paper; add one.")),
                            "written.papers");
}

/* The greatest mark that any post's papers give. */
static KpFraction
get_greatest_full (const KpScheme *scheme)
{
  KpFraction greatest = KP_FRACTION_ZERO;

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      KpFraction full = kp_written_get_full (scheme, g_ptr_array_index (scheme->posts, i));

      if (kp_fraction_compare (full, greatest) > 0)
        greatest = full;
    }

  return greatest;
}

static void
check_fixed_line (GPtrArray      *problems,
                  const KpScheme *scheme)
{
  const KpLine *line = &scheme->written.line;
  int           order = kp_fraction_compare (kp_fraction_from_mark (line->value), get_greatest_full (scheme));

  if (order > 0 || (order == 0 && line->is_strict && line->basis == KP_LINE_ON_PAPER))
    kp_scheme_check_refuse (problems, g_strdup (_("The line lies above the full mark, nobody could pass; correct it.")),
                            "written.line.value");
  if (line->value == 0 && !line->is_strict)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("A line of 0 keeps nobody out; write its value, or \"none\" for its basis.")),
                            "written.line.value");
}

static void
check_line (GPtrArray      *problems,
            const KpScheme *scheme)
{
  const KpLine  *line = &scheme->written.line;
  const gboolean is_share = line->kind == KP_LINE_SHARE_OF_MEAN || line->kind == KP_LINE_SHARE_OF_FULL;
  const gboolean has_share = kp_fraction_is_known (line->share);

  if (line->basis == KP_LINE_NONE)
    {
      if (line->kind != KP_LINE_FIXED || has_share || line->value != 0 || line->is_strict)
        kp_scheme_check_refuse (problems,
                                g_strdup (_("There is a line, but not what it is compared with; write \"on_paper\" or "
                                            "\"on_with_bonus\".")),
                                "written.line.basis");
      return;
    }
  if (line->kind == KP_LINE_FIXED)
    check_fixed_line (problems, scheme);
  else if (line->value != 0)
    kp_scheme_check_refuse (problems, g_strdup (_("Only a fixed line has a value; remove the value, or write \"fixed\".")),
                            "written.line.value");
  if (is_share
      && (!has_share || line->share.num <= 0 || kp_fraction_compare (line->share, KP_FRACTION_ONE) > 0))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The share must be greater than 0 and at most 100%; write it such as \"60%\".")),
                            "written.line.share");
  if (!is_share && has_share)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Only a line that is a share of the mean or of the full mark has a share; remove "
                                        "it.")),
                            "written.line.share");
}

/**
 * kp_scheme_check_whose_line:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 * @when: (nullable): for whom a line is
 * @posts: (element-type utf8): for which posts
 * @path: of the line
 *
 * Adds what is wrong with whose a line is that only some have.
 */
void
kp_scheme_check_whose_line (GPtrArray         *problems,
                            const KpScheme    *scheme,
                            const KpCondition *when,
                            const GPtrArray   *posts,
                            const char        *path)
{
  g_autofree gchar *when_path = g_strconcat (path, ".when", NULL);

  kp_scheme_check_condition (problems, scheme, when, when_path);
  if (when == NULL && posts->len == 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("This line would be everybody's; say for whom (\"when\") or for which posts "
                                        "(\"posts\") it is.")),
                            "%s", path);
  for (guint i = 0; i < posts->len; i++)
    {
      const char *code = g_ptr_array_index (posts, i);

      if (kp_scheme_get_post (scheme, code) == NULL)
        kp_scheme_check_refuse (problems, g_strdup_printf (_("There is no post “%s”; name one of \"posts\"."), code),
                                "%s.posts[%u]", path, i);
    }
}

static void
check_line_for (GPtrArray      *problems,
                const KpScheme *scheme,
                guint           index)
{
  const KpSchemeLineFor *line_for = g_ptr_array_index (scheme->written.line_for, index);
  g_autofree gchar      *path = g_strdup_printf ("written.line_for[%u]", index);

  kp_scheme_check_whose_line (problems, scheme, line_for->when, line_for->posts, path);
  if (kp_fraction_compare (kp_fraction_from_mark (line_for->line), get_greatest_full (scheme)) > 0)
    kp_scheme_check_refuse (problems, g_strdup (_("The line lies above the full mark, nobody could pass; correct it.")),
                            "written.line_for[%u].line", index);
}

static void
check_lines_for (GPtrArray      *problems,
                 const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->written.line_for->len; i++)
    check_line_for (problems, scheme, i);
  if (scheme->written.line_for->len > 0 && scheme->written.line.basis == KP_LINE_NONE)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("There are lines for some, but none for the rest; write \"written.line\".")),
                            "written.line_for");
}

/* Without it {county2} would be 00 on every ticket; one that is too long is told here and not when the seats are drawn. */
static void
check_county_code (GPtrArray      *problems,
                   const KpScheme *scheme)
{
  const gchar        *code = scheme->county_code != NULL ? scheme->county_code : "";
  const gchar        *pattern = scheme->written.ticket_pattern;
  const gboolean      has_county = kp_ticket_pattern_has (pattern, "county");
  g_autofree gchar   *number = NULL;
  g_autoptr (GError)  error = NULL;
  guint64             value = 0;

  if (*code != '\0' && (strlen (code) > 9 || !g_ascii_string_to_unsigned (code, 10, 0, 999999999, &value, NULL)))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_ ("“%s” is no code of a county: write 1 to 9 digits, such as \"530102\"."), code),
                            "county_code");
  else if (*code == '\0' && has_county)
    kp_scheme_check_refuse (problems,
                            g_strdup (_ ("The ticket pattern has {county…}, and the scheme says no \"county_code\" to fill it "
                                         "with. Write the code, or take that part out of the pattern.")),
                            "written.ticket_pattern");
  else if (has_county && kp_ticket_pattern_check (pattern, NULL))
    {
      number = kp_ticket_number_new (pattern, &(KpTicketFacts) { .county = (guint) value }, &error);
      if (number == NULL)
        kp_scheme_check_refuse (problems, g_strdup (error->message), "county_code");
    }
}

/**
 * kp_scheme_check_written:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with papers and what posts sit of them, sittings, sites and the line.
 */
void
kp_scheme_check_written (GPtrArray      *problems,
                         const KpScheme *scheme)
{
  g_autoptr (GError) error = NULL;

  check_papers (problems, scheme);
  kp_scheme_check_sittings (problems, scheme);
  check_line (problems, scheme);
  check_lines_for (problems, scheme);
  if (has_written (scheme) && !kp_ticket_pattern_check (scheme->written.ticket_pattern, &error))
    kp_scheme_check_refuse (problems, g_strdup (error->message), "written.ticket_pattern");
  check_county_code (problems, scheme);
}
