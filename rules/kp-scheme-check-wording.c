/* kp-scheme-check-wording.c – does what a requirement says in words go with the days, and with the law.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "40周岁以下" has two readings (kp-age.c), and the notice's words don't tell which one is meant. Days that are neither,
 * give or take the day itself, or the whole month or year, are most likely a slip of the pen:
 *
 *   the text's N    the condition's days                              said
 *   以下 以内 至     earliest day of birth near cut-off − N years        –
 *                   near cut-off − (N + 1) years                      –
 *                   neither                                           a warning with both days
 *   以上 年满        latest day of birth near cut-off − N years          –
 *                   not                                               a warning with the day
 */

#include "kp-age.h"
#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_AGES 8

/* The ages that a text names. */
typedef struct
{
  guint upper[MAX_AGES]; /* 以下 */
  guint n_upper;
  guint lower[MAX_AGES]; /* 以上 */
  guint n_lower;
} Ages;

typedef struct
{
  const char *word;
  guint       article;
} Doubt;

static const Doubt doubts[] = {
  { "孕", 27 },
  { "未婚", 27 },
  { "已婚", 27 },
  { "生育", 27 },
  { "限男", 27 },
  { "限女", 27 },
  { "男性优先", 27 },
  { "适合男性", 27 },
  { "身高", 26 },
  { "相貌", 26 },
  { "形象", 26 },
  { "残疾", 29 },
  { "传染病", 30 },
  { "乙肝", 30 },
  { "艾滋", 30 },
};

/**
 * kp_scheme_check_wording:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @text: (nullable): what the notice asks for, in words
 * @path: where it stands
 *
 * Warns of words that refuse people for what the law protects (就业促进法 第26、27、29、30条). Such conditions stand in real
 * notices and may be allowed, as a post for disabled people is: a person confirms.
 */
void
kp_scheme_check_wording (GPtrArray  *problems,
                         const char *text,
                         const char *path)
{
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (doubts); i++)
    if (strstr (text, doubts[i].word) != NULL)
      {
        kp_scheme_check_warn (problems,
                              g_strdup_printf (_("The text names “%s”: 就业促进法 第%u条 restricts refusing people for it; "
                                                 "confirm that the law allows this condition."),
                                               doubts[i].word, doubts[i].article),
                              "%s", path);
        return;
      }
}

/* Moves over one of @words that stands here. */
static gboolean
skip_word (const char       **at,
           const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (*at, words[i]))
      {
        *at += strlen (words[i]);
        return TRUE;
      }

  return FALSE;
}

static gboolean
ends_with_word (const char        *text,
                gsize              length,
                const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n = strlen (words[i]);

      if (length >= n && strncmp (text + length - n, words[i], n) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_number (const char **at,
             guint       *out)
{
  guint number = 0;
  guint n_digits = 0;

  for (; g_ascii_isdigit (**at); (*at)++, n_digits++)
    number = n_digits < 3 ? number * 10 + (guint) (**at - '0') : number;
  *out = number;

  return n_digits > 0 && n_digits <= 3;
}

static void
add_age (guint *ages,
         guint *n_ages,
         guint  age)
{
  if (*n_ages < MAX_AGES)
    ages[(*n_ages)++] = age;
}

/* One number of the text, @at behind its digits: 18周岁以上, 40周岁（含）以下, 18至40周岁, 年满18周岁, 不超过35周岁. */
static void
read_age (const char *text,
          gsize       before,
          const char *at,
          guint       age,
          Ages       *ages)
{
  static const char *const units[] = { "周岁", "岁", NULL };
  static const char *const ranges[] = { "至", "到", "—", "－", "-", "～", "~", NULL };
  static const char *const fillers[] = { "（含本数）", "（含）", "(含)", "及", "（", "(", NULL };
  static const char *const below[] = { "以下", "以内", NULL };
  static const char *const above[] = { "以上", NULL };
  static const char *const at_most[] = { "不超过", "不大于", NULL };
  static const char *const at_least[] = { "年满", "须满", "不小于", NULL };
  gboolean                 has_unit = skip_word (&at, units);
  guint                    second;

  if (skip_word (&at, ranges) && read_number (&at, &second) && skip_word (&at, units))
    {
      add_age (ages->lower, &ages->n_lower, age);
      add_age (ages->upper, &ages->n_upper, second);
      return;
    }
  if (!has_unit)
    return;

  while (skip_word (&at, fillers))
    ;
  if (skip_word (&at, below) || ends_with_word (text, before, at_most))
    add_age (ages->upper, &ages->n_upper, age);
  else if (skip_word (&at, above) || ends_with_word (text, before, at_least))
    add_age (ages->lower, &ages->n_lower, age);
}

static void
read_ages (const char *text,
           Ages       *ages)
{
  const char *at = text;

  *ages = (Ages) { 0 };
  while (*at != '\0')
    {
      const char *begin = at;
      guint       age = 0;

      if (!g_ascii_isdigit (*at))
        at++;
      else if (read_number (&at, &age))
        read_age (text, (gsize) (begin - text), at, age, ages);
    }
}

/* The day, give or take one, or the end of its month or year: notices print all of them. */
static gboolean
is_near (KpDate   bound,
         KpDate   day,
         gboolean is_first)
{
  gint distance = kp_date_days_between (day, bound);

  if (distance >= -1 && distance <= 1)
    return TRUE;
  if (bound.year != day.year)
    return FALSE;
  if (is_first)
    return bound.day == 1 && (bound.month == day.month || bound.month == 1);

  return bound.day == kp_date_get_days_in_month (bound.year, bound.month)
         && (bound.month == day.month || bound.month == 12);
}

static gboolean
fits_oldest (KpDate cutoff,
             KpDate from,
             guint  years)
{
  KpDate day;

  return (kp_age_propose (cutoff, years, KP_AGE_TO_BIRTHDAY, TRUE, &day, NULL) && is_near (from, day, TRUE))
         || (kp_age_propose (cutoff, years, KP_AGE_BEFORE_NEXT, TRUE, &day, NULL) && is_near (from, day, TRUE));
}

static gboolean
fits_youngest (KpDate cutoff,
               KpDate to,
               guint  years)
{
  KpDate day;

  return kp_age_propose_youngest (cutoff, years, TRUE, &day, NULL) && is_near (to, day, FALSE);
}

static void
warn_oldest (GPtrArray  *problems,
             KpDate      cutoff,
             KpDate      from,
             guint       years,
             const char *path)
{
  KpDate            a = KP_DATE_NONE;
  KpDate            b = KP_DATE_NONE;
  g_autofree gchar *bound = kp_date_dup_iso (from);
  g_autofree gchar *last = kp_date_dup_iso (cutoff);
  g_autofree gchar *first_day = NULL;
  g_autofree gchar *second_day = NULL;

  kp_age_propose (cutoff, years, KP_AGE_TO_BIRTHDAY, TRUE, &a, NULL);
  kp_age_propose (cutoff, years, KP_AGE_BEFORE_NEXT, TRUE, &b, NULL);
  first_day = kp_date_dup_iso (a);
  second_day = kp_date_dup_iso (b);
  kp_scheme_check_warn (problems,
                        g_strdup_printf (_("The text says %u周岁, which on %s means born from %s (%u years to the day) or "
                                           "from %s (not yet %u), but the condition says %s; confirm the day, or correct it."),
                                         years, last, first_day, years, second_day, years + 1, bound),
                        "%s", path);
}

static void
warn_youngest (GPtrArray  *problems,
               KpDate      cutoff,
               KpDate      to,
               guint       years,
               const char *path)
{
  KpDate            day = KP_DATE_NONE;
  g_autofree gchar *bound = kp_date_dup_iso (to);
  g_autofree gchar *last = kp_date_dup_iso (cutoff);
  g_autofree gchar *expected = NULL;

  kp_age_propose_youngest (cutoff, years, TRUE, &day, NULL);
  expected = kp_date_dup_iso (day);
  kp_scheme_check_warn (problems,
                        g_strdup_printf (_("The text says %u周岁, which on %s means born until %s, but the condition says "
                                           "%s; confirm the day, or correct it."),
                                         years, last, expected, bound),
                        "%s", path);
}

static void
check_born (GPtrArray         *problems,
            KpDate             cutoff,
            const Ages        *ages,
            const KpCondition *condition,
            const char        *path)
{
  gboolean is_old_fine = ages->n_upper == 0 || !kp_date_is_valid (condition->from);
  gboolean is_young_fine = ages->n_lower == 0 || !kp_date_is_valid (condition->to);

  for (guint i = 0; i < ages->n_upper; i++)
    is_old_fine = is_old_fine || fits_oldest (cutoff, condition->from, ages->upper[i]);
  for (guint i = 0; i < ages->n_lower; i++)
    is_young_fine = is_young_fine || fits_youngest (cutoff, condition->to, ages->lower[i]);

  if (!is_old_fine)
    warn_oldest (problems, cutoff, condition->from, ages->upper[0], path);
  if (!is_young_fine)
    warn_youngest (problems, cutoff, condition->to, ages->lower[0], path);
}

static void
check_tree (GPtrArray         *problems,
            KpDate             cutoff,
            const Ages        *ages,
            const KpCondition *condition,
            const char        *path)
{
  if (condition->kind == KP_CONDITION_BORN)
    check_born (problems, cutoff, ages, condition, path);
  if (condition->kind == KP_CONDITION_EXCEPT)
    return;

  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    check_tree (problems, cutoff, ages, g_ptr_array_index (condition->parts, i), path);
}

/* Which ends of the age the days of birth bound at all, in whatever part of the condition. */
static void
find_bounds (const KpCondition *condition,
             gboolean          *has_from,
             gboolean          *has_to)
{
  *has_from = *has_from || (condition->kind == KP_CONDITION_BORN && kp_date_is_valid (condition->from));
  *has_to = *has_to || (condition->kind == KP_CONDITION_BORN && kp_date_is_valid (condition->to));
  /* 满18周岁, 未满40周岁: said by full months since the birth. */
  if (condition->kind == KP_CONDITION_MONTHS_SINCE && g_strcmp0 (condition->fact, "birth") == 0)
    *has_from = *has_to = TRUE;
  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    find_bounds (g_ptr_array_index (condition->parts, i), has_from, has_to);
}

/* The text names two ends, the condition only one: the other was forgotten. */
static void
check_both_ends (GPtrArray         *problems,
                 const Ages        *ages,
                 const KpCondition *condition,
                 const char        *path)
{
  gboolean has_from = FALSE;
  gboolean has_to = FALSE;

  find_bounds (condition, &has_from, &has_to);
  if (has_from && !has_to && ages->n_lower > 0)
    kp_scheme_check_warn (problems,
                          g_strdup_printf (_("The text says %u周岁 or older, but the condition has no last day of birth, so younger "
                                             "people fit; confirm it, or add \"to\"."),
                                           ages->lower[0]),
                          "%s", path);
  if (has_to && !has_from && ages->n_upper > 0)
    kp_scheme_check_warn (problems,
                          g_strdup_printf (_("The text says %u周岁 or younger, but the condition has no first day of birth, so older "
                                             "people fit; confirm it, or add \"from\"."),
                                           ages->upper[0]),
                          "%s", path);
}

/**
 * kp_scheme_check_ages:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: the scheme
 * @text: (nullable): what the notice says
 * @condition: (nullable): what is decided by
 * @path: where the condition stands
 *
 * Warns where @text names an age at which @condition has no bound, and where the days of birth in @condition fit neither
 * reading of the ages in @text, counted to the cut-off; of the latter nothing is said where the scheme has no cut-off.
 */
void
kp_scheme_check_ages (GPtrArray         *problems,
                      const KpScheme    *scheme,
                      const char        *text,
                      const KpCondition *condition,
                      const char        *path)
{
  Ages ages;

  if (text == NULL || condition == NULL)
    return;

  read_ages (text, &ages);
  check_both_ends (problems, &ages, condition, path);
  if (!kp_date_is_valid (scheme->cutoff))
    return;
  check_tree (problems, scheme->cutoff, &ages, condition, path);
}
