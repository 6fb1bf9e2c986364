/* kp-scheme-defaults.c – what a scheme file leaves out, and what its parts can't see by themselves.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

static void
set_default (gchar     **text,
             const char *value)
{
  if (*text != NULL && **text != '\0')
    return;

  g_free (*text);
  *text = g_strdup (value);
}

/* One paper of 100, as nearly every notice has it. */
static void
add_default_paper (KpScheme *scheme)
{
  KpSchemePaper *paper = kp_scheme_paper_new ();

  set_default (&paper->code, "01");
  set_default (&paper->name, "笔试");
  g_ptr_array_add (scheme->written.papers, paper);
}

static void
add_default_total (KpScheme *scheme)
{
  KpSchemeTotal *total = kp_scheme_total_new ();

  set_default (&total->id, "exam");
  set_default (&total->label, "综合成绩");
  g_ptr_array_add (scheme->totals, total);
}

static void
settle_ties (const KpScheme  *scheme,
             const GPtrArray *ties)
{
  for (guint i = 0; i < ties->len; i++)
    {
      const KpTie *tie = g_ptr_array_index (ties, i);

      if (tie->condition != NULL)
        kp_scheme_settle_condition (scheme, tie->condition);
    }
}

/* What the conditions of formulas, lines and ties can't see by themselves. */
static void
settle_totals (KpScheme *scheme)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      for (guint j = 0; j < post->total_for->len; j++)
        kp_scheme_settle_condition (scheme, ((KpSchemeTotalFor *) g_ptr_array_index (post->total_for, j))->group);
    }
  for (guint i = 0; i < scheme->written.line_for->len; i++)
    {
      const KpSchemeLineFor *line_for = g_ptr_array_index (scheme->written.line_for, i);

      if (line_for->when != NULL)
        kp_scheme_settle_condition (scheme, line_for->when);
    }
  for (guint i = 0; i < scheme->interview.lines_for->len; i++)
    {
      const KpSchemeLinesFor *lines_for = g_ptr_array_index (scheme->interview.lines_for, i);

      if (lines_for->when != NULL)
        kp_scheme_settle_condition (scheme, lines_for->when);
    }
  if (scheme->direct_hire.when != NULL)
    kp_scheme_settle_condition (scheme, scheme->direct_hire.when);
  for (guint i = 0; i < scheme->substitution.waves->len; i++)
    {
      const KpSubstitutionWave *wave = g_ptr_array_index (scheme->substitution.waves, i);

      if (wave->when != NULL)
        kp_scheme_settle_condition (scheme, wave->when);
    }
  settle_ties (scheme, scheme->written.exempt_limit.keys);
  settle_ties (scheme, scheme->shortlist.tie_keys);
  for (guint i = 0; i < scheme->heats->len; i++)
    settle_ties (scheme, ((const KpSchemeHeat *) g_ptr_array_index (scheme->heats, i))->list.tie_keys);
  for (guint i = 0; i < scheme->totals->len; i++)
    settle_ties (scheme, ((const KpSchemeTotal *) g_ptr_array_index (scheme->totals, i))->policy.ties);
  settle_ties (scheme, scheme->background.score.ties);
}

/**
 * kp_scheme_fill_defaults:
 * @scheme: a scheme as it was read
 *
 * Gives what a scheme needs and its file leaves out: one paper of 100 where a post has a written exam, one formula of
 * half and half, the first formula for posts that name none, the cut-off for lengths of service that are counted to no
 * other day, the usual patterns of ticket and contract numbers.
 */
void
kp_scheme_fill_defaults (KpScheme *scheme)
{
  gboolean has_written = FALSE;

  if (scheme->totals->len == 0)
    add_default_total (scheme);
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      KpSchemePost        *post = g_ptr_array_index (scheme->posts, i);
      const KpSchemeTotal *first = g_ptr_array_index (scheme->totals, 0);

      has_written = has_written || post->has_written;
      set_default (&post->total, first->id);
    }
  if (scheme->written.papers->len == 0 && has_written)
    add_default_paper (scheme);
  /* What a notice leaves equal its committee decides; a place must not stay empty for ever. */
  if (kp_scheme_asks_final_total (scheme) && scheme->background.score.ties->len == 0)
    g_ptr_array_add (scheme->background.score.ties, kp_tie_new (KP_TIE_DECISION));
  kp_scheme_settle_bonus (scheme, &scheme->bonus);
  kp_scheme_settle_bonus (scheme, &scheme->credential.table);
  set_default (&scheme->written.ticket_pattern, "{year2}{batch2}{site2}{room3}{seat2}");
  set_default (&scheme->contract.number_pattern, "{street}劳合〔{year}〕{serial4}号");
  settle_totals (scheme);
}
