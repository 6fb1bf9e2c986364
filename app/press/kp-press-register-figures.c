/* kp-press-register-figures.c – statistics of the campaign: what each post came to, and who the people are.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Both count the same five moments: applied, qualified, heard, proposed, employed. */

#include <string.h>

#include "kp-candidate.h"
#include "kp-press-register-private.h"
#include "kp-qualify.h"

typedef enum
{
  MOMENT_APPLIED,
  MOMENT_QUALIFIED,
  MOMENT_SAT,
  MOMENT_LISTED,
  MOMENT_HEARD,
  MOMENT_EXAMINED,
  MOMENT_PROPOSED,
  MOMENT_EMPLOYED,
} Moment;

#define N_MOMENTS (MOMENT_EMPLOYED + 1)

typedef struct
{
  guint n[N_MOMENTS];
} Counts;

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
is_at (const KpDossier *dossier, Moment moment)
{
  switch (moment)
    {
    case MOMENT_APPLIED:
      return TRUE;
    case MOMENT_QUALIFIED:
      return is_qualified (dossier);
    case MOMENT_SAT:
      return dossier->shortlist != NULL && has_mark (dossier->shortlist->state);
    case MOMENT_LISTED:
      return kp_dossier_is_on_shortlist (dossier);
    case MOMENT_HEARD:
      return dossier->interview != NULL && has_mark (dossier->interview->state);
    case MOMENT_EXAMINED:
      return dossier->physical != NULL;
    case MOMENT_PROPOSED:
      return dossier->proposal != NULL;
    case MOMENT_EMPLOYED:
    default:
      return dossier->contract != NULL;
    }
}

static void
count_dossier (Counts *counts, const KpDossier *dossier)
{
  for (guint i = 0; i < N_MOMENTS; i++)
    counts->n[i] += is_at (dossier, (Moment) i);
}

static const char *
format_count (KpPress *press, guint n)
{
  return kp_press_format (press, "%u", n);
}

/* "12.5%", cut and not rounded: 99.96% filled never looks like all. */
static const char *
format_share (KpPress *press, guint n, guint of)
{
  return of > 0 ? kp_press_format (press, "%u.%u%%", n * 100 / of, n * 1000 / of % 10) : NULL;
}

/* ---- of each post ---- */

static void
add_result (KpRegisterBook *book, const KpSchemePost *post, guint places, const Counts *counts)
{
  KpPress *press = book->press;
  const char *cells[16] = { post != NULL ? post->code : "合计", post != NULL ? post->name : NULL,
                            post != NULL ? kp_track_get_chinese (post->track) : NULL, format_count (press, places) };

  for (guint i = 0; i < N_MOMENTS; i++)
    cells[4 + i] = format_count (press, counts->n[i]);
  kp_register_book_add (book, NULL, cells);
}

/** kp_register_fill_results: what became of each post, all of them last; places that were cut are in the register of cuts. */
gboolean
kp_register_fill_results (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  Counts sum = { { 0 } };
  guint places = 0;

  if (kp_roster_get_n_dossiers (press->roster) == 0)
    return TRUE;
  for (guint p = 0; p < press->scheme->posts->len; p++)
    {
      const KpSchemePost *post = g_ptr_array_index (press->scheme->posts, p);
      Counts counts = { { 0 } };

      for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

          if (g_str_equal (dossier->proposal != NULL ? dossier->proposal->post : dossier->application->post, post->code))
            count_dossier (&counts, dossier);
        }
      for (guint i = 0; i < N_MOMENTS; i++)
        sum.n[i] += counts.n[i];
      places += post->places;
      add_result (book, post, post->places, &counts);
    }
  add_result (book, NULL, places, &sum);
  book->date = "　　　　年　　月　　日";
  return TRUE;
}

/* ---- who they are ---- */

#define UNSTATED "未填写"

typedef const char *(*Classify) (KpPress *press, const KpDossier *dossier);

static const char *
get_or_unstated (const char *text)
{
  return text != NULL && *text != '\0' ? text : UNSTATED;
}

static const char *
classify_sex (KpPress *press G_GNUC_UNUSED, const KpDossier *dossier)
{
  return get_or_unstated (dossier->person->sex);
}

/* On the day from which the conditions are counted. */
static const char *
classify_age (KpPress *press, const KpDossier *dossier)
{
  static const struct
  {
    gint most;
    const char *name;
  } bands[] = { { 25, "25周岁以下" }, { 30, "26至30周岁" }, { 35, "31至35周岁" }, { 40, "36至40周岁" }, { 45, "41至45周岁" }, { 999, "46周岁以上" } };
  const KpDate birth = kp_candidate_parse_date (dossier->person->birth);
  const KpDate on = kp_date_is_valid (press->scheme->cutoff) ? press->scheme->cutoff : press->scheme->notice_date;
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
classify_education (KpPress *press G_GNUC_UNUSED, const KpDossier *dossier)
{
  return get_or_unstated (dossier->person->education);
}

static const char *
classify_political (KpPress *press G_GNUC_UNUSED, const KpDossier *dossier)
{
  return get_or_unstated (dossier->person->political);
}

static const char *
classify_veteran (KpPress *press G_GNUC_UNUSED, const KpDossier *dossier)
{
  return dossier->person->is_veteran == 1 ? "退役军人" : dossier->person->is_veteran == 0 ? "不是" : UNSTATED;
}

static const char *
classify_graduate (KpPress *press, const KpDossier *dossier)
{
  const KpDate graduated = kp_candidate_parse_date (dossier->person->graduated);

  if (!kp_date_is_valid (graduated))
    return UNSTATED;
  return graduated.year == press->scheme->notice_date.year ? "当年毕业" : "往年毕业";
}

static const char *
classify_certificate (KpPress *press G_GNUC_UNUSED, const KpDossier *dossier)
{
  const char *certificate = dossier->person->certificate;

  return certificate != NULL && *certificate != '\0' && !g_str_equal (certificate, "无") ? certificate : "没有";
}

static const char *
classify_track (KpPress *press, const KpDossier *dossier)
{
  const KpSchemePost *post = kp_scheme_get_post (press->scheme, dossier->application->post);

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

/* The moments that the table of people shows. */
static const Moment shown[] = { MOMENT_APPLIED, MOMENT_QUALIFIED, MOMENT_HEARD, MOMENT_PROPOSED, MOMENT_EMPLOYED };

static gint
compare_classes (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a, *second = *(const char *const *) b;
  const gboolean first_is_last = g_str_equal (first, UNSTATED), second_is_last = g_str_equal (second, UNSTATED);

  return first_is_last != second_is_last ? first_is_last - second_is_last : strcmp (first, second);
}

static void
add_trait (KpRegisterBook *book, const char *name, Classify classify, guint n_employed)
{
  KpPress *press = book->press;
  g_autoptr (GHashTable) classes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);
      const char *class = classify (press, dossier);
      Counts *counts = g_hash_table_lookup (classes, class);

      if (counts == NULL)
        {
          counts = g_new0 (Counts, 1);
          g_hash_table_insert (classes, (gpointer) class, counts);
          g_ptr_array_add (names, (gpointer) class);
        }
      count_dossier (counts, dossier);
    }
  g_ptr_array_sort (names, compare_classes);
  for (guint i = 0; i < names->len; i++)
    {
      const Counts *counts = g_hash_table_lookup (classes, g_ptr_array_index (names, i));
      const char *cells[16] = { g_ptr_array_index (names, i) };

      for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
        cells[1 + k] = format_count (press, counts->n[shown[k]]);
      cells[1 + G_N_ELEMENTS (shown)] = format_share (press, counts->n[MOMENT_EMPLOYED], n_employed);
      kp_register_book_add (book, name, cells);
    }
}

/** kp_register_fill_structure: who applied and who came through, by sex, age, education and what else a report asks. */
gboolean
kp_register_fill_structure (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  Counts sum = { { 0 } };

  if (kp_roster_get_n_dossiers (press->roster) == 0)
    return TRUE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    count_dossier (&sum, kp_roster_get_dossier (press->roster, i));
  for (guint i = 0; i < G_N_ELEMENTS (traits); i++)
    add_trait (book, traits[i].name, traits[i].classify, sum.n[MOMENT_EMPLOYED]);
  book->subtitle = kp_press_format (press, "报名%u人，聘用%u人", sum.n[MOMENT_APPLIED], sum.n[MOMENT_EMPLOYED]);
  book->date = "　　　　年　　月　　日";
  return TRUE;
}
