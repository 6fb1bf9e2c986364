/* kp-heading-match.c – scores one possible heading of a sheet.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Four passes, each over what the passes before left free: the whole heading is a known word; it is one
 * without brackets, stars and numbers, such as "*出生年月(1990.01)"; a known word of three characters or more
 * is a part of it. */

#include "kp-heading-match.h"

#include <string.h>

/* Somebody else's name or phone, or no fact of registration. */
static const char *const foreign_words[] = {
  "紧急", "家庭", "家长", "父",   "母",   "配偶", "亲属", "推荐",
  "填表", "审核", "曾用", "审查", "经办", "代报", "委托",
};

typedef enum
{
  MATCH_WHOLE,
  MATCH_STRIPPED_OWN,
  MATCH_STRIPPED,
  MATCH_WITHIN,
  N_MATCHES
} Match;

typedef struct
{
  const char *whole; /* compact; "" for none */
  char *bare;        /* without brackets, stars and numbers */
  const char *own;   /* of bare, without whose it is */
  gboolean is_foreign;
} Title;

/* "3.姓名" and "3、姓名" are numbered; "3号考官" isn't. */
static const char *
skip_number (const char *title)
{
  const char *p = title + strspn (title, "0123456789");

  if (p > title && *p == '.')
    return p + 1;
  return p > title && g_str_has_prefix (p, "、") ? p + strlen ("、") : title;
}

/**
 * kp_heading_strip:
 * @title: a compact heading
 *
 * Returns: (transfer full): the heading without brackets and what is in them, stars, colons, 必填 and leading
 * numbers
 */
char *
kp_heading_strip (const char *title)
{
  GString *bare = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = skip_number (title); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == '[' || c == 0x3010 || c == 0x3014)
        depth++;
      else if ((c == ')' || c == ']' || c == 0x3011 || c == 0x3015) && depth > 0)
        depth--;
      else if (depth == 0 && c != '*' && c != ':' && c != '#' && c != 0x2605 && c != 0x25b2)
        g_string_append_unichar (bare, c);
    }
  if (g_str_has_suffix (bare->str, "必填") && bare->len > strlen ("必填"))
    g_string_truncate (bare, bare->len - strlen ("必填"));
  return g_string_free (bare, FALSE);
}

/**
 * kp_heading_is_foreign:
 * @title: a compact heading
 *
 * Returns: whether it names somebody else, such as 紧急联系人 or 配偶, or an office
 */
gboolean
kp_heading_is_foreign (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign_words); i++)
    if (strstr (title, foreign_words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* 申请人手机, 应聘者身份证号: whose it is goes without saying. */
static const char *
skip_person (const char *bare)
{
  static const char *const persons[] = {
    "考生",   "申请人员", "申请人", "申请者", "报考人员", "报考人", "报考者", "报名人员",
    "报名人", "报名者",   "应聘人员", "应聘人", "应聘者", "本人",   "个人",
  };

  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    if (g_str_has_prefix (bare, persons[i]) && bare[strlen (persons[i])] != '\0')
      return bare + strlen (persons[i]);
  return bare;
}

static Title
read_title (const char *whole)
{
  Title title = { .whole = whole, .bare = kp_heading_strip (whole) };

  title.own = skip_person (title.bare);
  title.is_foreign = kp_heading_is_foreign (whole);
  return title;
}

static void
clear_title (gpointer title)
{
  g_free (((Title *) title)->bare);
}

static gboolean
matches (const KpHeadingField *field, const char *word, const Title *title, Match match)
{
  if (*title->whole == '\0')
    return FALSE;
  if (match == MATCH_WHOLE)
    return strcmp (title->whole, word) == 0;
  if (match == MATCH_WITHIN)
    return !field->is_exact && !title->is_foreign && g_utf8_strlen (word, -1) >= 3 && strstr (title->bare, word) != NULL;
  return (match == MATCH_STRIPPED || !title->is_foreign) &&
         (strcmp (title->bare, word) == 0 || strcmp (title->own, word) == 0);
}

static gboolean
column_is_taken (const KpHeadingKind *kind, const gint *columns, guint column)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (columns[i] == (gint) column)
      return TRUE;
  return FALSE;
}

static gint
find_column (const KpHeadingKind *kind, const KpHeadingField *field, GArray *titles, const gint *columns, Match match)
{
  for (const char *const *word = field->words; *word != NULL; word++)
    for (guint i = 0; i < titles->len; i++)
      if (matches (field, *word, &g_array_index (titles, Title, i), match) && !column_is_taken (kind, columns, i))
        return (gint) i;
  return -1;
}

static void
find_columns (const KpHeadingKind *kind, gboolean is_first, GArray *titles, gint *columns, Match match)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (columns[i] < 0 && kind->fields[i].is_first == is_first)
      columns[i] = find_column (kind, &kind->fields[i], titles, columns, match);
}

/**
 * kp_heading_match:
 * @kind: what the columns can mean
 * @titles: the compact heading of each column, "" for none
 * @columns: (out): for each field of @kind its column; what isn't −1 before is fixed
 *
 * Returns: the number of fields that have a column
 */
guint
kp_heading_match (const KpHeadingKind *kind, GPtrArray *titles, gint *columns)
{
  g_autoptr (GArray) read = g_array_sized_new (FALSE, FALSE, sizeof (Title), titles->len);
  guint n = 0;

  g_array_set_clear_func (read, clear_title);
  for (guint i = 0; i < titles->len; i++)
    {
      const Title title = read_title (g_ptr_array_index (titles, i));

      g_array_append_val (read, title);
    }
  for (Match match = MATCH_WHOLE; match < N_MATCHES; match++)
    {
      find_columns (kind, TRUE, read, columns, match);
      find_columns (kind, FALSE, read, columns, match);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    n += columns[i] >= 0 ? 1 : 0;
  return n;
}

/**
 * kp_heading_find_field:
 * @kind: what the columns can mean
 * @title: a compact heading or title
 *
 * Returns: the field that has this title or word, −1 for none
 */
gint
kp_heading_find_field (const KpHeadingKind *kind, const char *title)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (strcmp (kind->fields[i].title, title) == 0)
        return (gint) i;
      for (const char *const *word = kind->fields[i].words; *word != NULL; word++)
        if (strcmp (*word, title) == 0)
          return (gint) i;
    }
  return -1;
}
