/* kp-structure.c – who the people of a campaign are, in numbers: by sex, age, education and what else a report asks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-structure.h"

#include <string.h>

#include "kp-candidate.h"
#include "kp-qualify.h"

static gboolean
is_qualified (const KpDossier *dossier)
{
  KpReviewOutcome outcome;

  return dossier->application->review != NULL && kp_review_outcome_parse (dossier->application->review, &outcome)
         && outcome == KP_REVIEW_PASS;
}

static gboolean
has_mark (const char *state)
{
  KpMarkState parsed;

  return state != NULL && kp_mark_state_from_name (state, &parsed) && parsed == KP_MARK_PRESENT;
}

static gboolean
is_at (const KpDossier *dossier, KpMoment moment)
{
  switch (moment)
    {
    case KP_MOMENT_APPLIED:
      return TRUE;
    case KP_MOMENT_QUALIFIED:
      return is_qualified (dossier);
    case KP_MOMENT_SAT:
      return dossier->shortlist != NULL && has_mark (dossier->shortlist->state);
    case KP_MOMENT_LISTED:
      return kp_dossier_is_on_shortlist (dossier);
    case KP_MOMENT_HEARD:
      return dossier->interview != NULL && has_mark (dossier->interview->state);
    case KP_MOMENT_EXAMINED:
      return dossier->physical != NULL;
    case KP_MOMENT_PROPOSED:
      return dossier->proposal != NULL;
    case KP_MOMENT_EMPLOYED:
    default:
      return dossier->contract != NULL;
    }
}

/** kp_structure_count: adds one person at each moment that was reached. */
void
kp_structure_count (KpStructureCounts *counts, const KpDossier *dossier)
{
  for (guint i = 0; i < KP_N_MOMENTS; i++)
    counts->n[i] += is_at (dossier, (KpMoment) i);
}

/* ---- who they are ---- */

#define UNSTATED "未填写"

typedef const char *(*Classify) (const KpScheme *scheme, const KpDossier *dossier);

static const char *
get_or_unstated (const char *text)
{
  return text != NULL && *text != '\0' ? text : UNSTATED;
}

static const char *
classify_sex (const KpScheme *scheme G_GNUC_UNUSED, const KpDossier *dossier)
{
  return get_or_unstated (dossier->person->sex);
}

/* On the day from which the conditions are counted. */
static const char *
classify_age (const KpScheme *scheme, const KpDossier *dossier)
{
  static const struct
  {
    gint most;
    const char *name;
  } bands[] = { { 25, "25周岁以下" }, { 30, "26至30周岁" }, { 35, "31至35周岁" }, { 40, "36至40周岁" }, { 45, "41至45周岁" }, { 999, "46周岁以上" } };
  const KpDate birth = kp_candidate_parse_date (dossier->person->birth);
  const KpDate on = kp_date_is_valid (scheme->cutoff) ? scheme->cutoff : scheme->notice_date;
  guint i = 0;
  gint age;

  if (!kp_date_is_valid (birth) || !kp_date_is_valid (on))
    return UNSTATED;
  age = kp_date_full_months_between (birth, on) / 12;
  while (age > bands[i].most)
    i++;
  return bands[i].name;
}

static const char *
classify_education (const KpScheme *scheme G_GNUC_UNUSED, const KpDossier *dossier)
{
  return get_or_unstated (dossier->person->education);
}

static const char *
classify_political (const KpScheme *scheme G_GNUC_UNUSED, const KpDossier *dossier)
{
  return get_or_unstated (dossier->person->political);
}

static const char *
classify_veteran (const KpScheme *scheme G_GNUC_UNUSED, const KpDossier *dossier)
{
  return dossier->person->is_veteran == 1 ? "退役军人" : dossier->person->is_veteran == 0 ? "不是" : UNSTATED;
}

static const char *
classify_graduate (const KpScheme *scheme, const KpDossier *dossier)
{
  const KpDate graduated = kp_candidate_parse_date (dossier->person->graduated);

  if (!kp_date_is_valid (graduated))
    return UNSTATED;
  return graduated.year == scheme->notice_date.year ? "当年毕业" : "往年毕业";
}

static const char *
classify_certificate (const KpScheme *scheme G_GNUC_UNUSED, const KpDossier *dossier)
{
  const char *certificate = kp_candidate_get_certificate (dossier);

  return certificate != NULL ? certificate : "没有";
}

static const char *
classify_track (const KpScheme *scheme, const KpDossier *dossier)
{
  const KpSchemePost *post = kp_scheme_get_post (scheme, dossier->application->post);

  return post != NULL ? kp_track_get_chinese (post->track) : UNSTATED;
}

static const struct
{
  const char *name;
  Classify classify;
} traits[] = {
  { "招聘类型", classify_track },       { "性别", classify_sex },           { "年龄", classify_age },
  { "学历", classify_education },       { "政治面貌", classify_political }, { "退役军人", classify_veteran },
  { "应届毕业生", classify_graduate }, { "社会工作者职业水平证书", classify_certificate },
};

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  const char *first = ((const KpStructureLine *) a)->name, *second = ((const KpStructureLine *) b)->name;
  const gboolean first_is_last = g_str_equal (first, UNSTATED), second_is_last = g_str_equal (second, UNSTATED);

  return first_is_last != second_is_last ? first_is_last - second_is_last : strcmp (first, second);
}

static void
add_person (KpStructureLine *line, const KpDossier *dossier, GHashTable *left)
{
  kp_structure_count (&line->counts, dossier);
  line->n_staying += dossier->contract != NULL
                     && (left == NULL || !g_hash_table_contains (left, dossier->application->application));
}

static KpStructureLine *
find_line (GArray *lines, const char *trait, const char *name)
{
  const KpStructureLine own = { .trait = trait, .name = name };

  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (g_array_index (lines, KpStructureLine, i).name, name))
      return &g_array_index (lines, KpStructureLine, i);
  g_array_append_val (lines, own);
  return &g_array_index (lines, KpStructureLine, lines->len - 1);
}

/**
 * kp_structure_list:
 * @scheme: the campaign's
 * @roster: its people
 * @left: (nullable) (element-type utf8): registration numbers of those whose contract has ended
 *
 * Returns: (transfer full) (element-type KpStructureLine): all of them first, then each class of each trait
 */
GArray *
kp_structure_list (const KpScheme *scheme, KpRoster *roster, GHashTable *left)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (KpStructureLine));
  KpStructureLine all = { .trait = KP_STRUCTURE_ALL, .name = KP_STRUCTURE_ALL };

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    add_person (&all, kp_roster_get_dossier (roster, i), left);
  g_array_append_val (lines, all);
  for (guint t = 0; t < G_N_ELEMENTS (traits); t++)
    {
      g_autoptr (GArray) classes = g_array_new (FALSE, TRUE, sizeof (KpStructureLine));

      for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (roster, i);

          add_person (find_line (classes, traits[t].name, traits[t].classify (scheme, dossier)), dossier, left);
        }
      g_array_sort (classes, compare_lines);
      if (classes->len > 0)
        g_array_append_vals (lines, classes->data, classes->len);
    }
  return lines;
}

/** kp_structure_rank_trait: where a trait stands in a report; behind all others for one that the program doesn't know. */
guint
kp_structure_rank_trait (const char *trait)
{
  if (g_str_equal (trait, KP_STRUCTURE_ALL))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (traits); i++)
    if (g_str_equal (traits[i].name, trait))
      return i + 1;
  return G_N_ELEMENTS (traits) + 1;
}
