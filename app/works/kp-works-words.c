/* kp-works-words.c – sentences of the steps, which name verbs and options, in the words of the window.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-works.h"

#define OPENS "“"
#define CLOSES "”"
#define COMMAND OPENS "kaopin "

static gboolean
has_token (char **tokens, const char *word)
{
  for (guint i = 0; tokens[i] != NULL; i++)
    {
      /* --resolve NUMBER=MARK, --check CODE=MARK… */
      if (g_str_has_prefix (tokens[i], word) && strchr ("=…", tokens[i][strlen (word)]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* How well the command line that a sentence names is this piece of work; 0 = it is another one. */
static guint
measure (const KpWork *work, char **tokens)
{
  guint n = 1;

  if (!g_str_equal (work->words[0], tokens[0]))
    return 0;
  for (guint i = 1; i < KP_WORK_MAX_WORDS && work->words[i] != NULL; i++)
    {
      if (!has_token (tokens + 1, work->words[i]))
        return 0;
      n += 2;
    }
  for (guint i = 0; i < KP_WORK_MAX_FIELDS && work->fields[i].kind != KP_WORK_NONE; i++)
    n += work->fields[i].option != NULL && has_token (tokens + 1, work->fields[i].option);
  return n;
}

static const KpWork *
find_work (const char *line)
{
  g_auto (GStrv) tokens = g_strsplit (line, " ", -1);
  guint n_works = 0;
  const KpWork *works = kp_works_get (&n_works);
  const KpWork *best = NULL;
  guint most = 0;

  for (guint i = 0; i < n_works; i++)
    {
      const guint n = measure (&works[i], tokens);

      if (n > most)
        {
          most = n;
          best = &works[i];
        }
    }
  return best;
}

/* What the window shows on a page, or by a work of another verb. */
static const struct
{
  const char *verb;
  const char *list; /* (nullable): any */
  const char *title;
} pages[] = {
  { "export", "contracts", N_ ("Contracts") },
  { "export", "choices", N_ ("Choosing of posts") },
  { "export", "breaches", N_ ("Incidents") },
  { "print", NULL, N_ ("Print") },
};

static const char *
find_page (const char *line)
{
  g_auto (GStrv) tokens = g_strsplit (line, " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_strcmp0 (tokens[0], pages[i].verb) == 0 && (pages[i].list == NULL || has_token (tokens + 1, pages[i].list)))
        return _ (pages[i].title);
    }
  return NULL;
}

static const char *
get_title (const char *line)
{
  const KpWork *work = find_work (line);
  const char *page = work == NULL ? find_page (line) : NULL;

  return work != NULL ? _ (work->title) : page != NULL ? page : line;
}

/* “kaopin decide FILE opening POST PLACES” is the work “Decide the opening of a post”. */
static char *
replace_commands (const char *sentence)
{
  GString *out = g_string_new (NULL);
  const char *at = sentence;
  const char *found;

  while ((found = strstr (at, COMMAND)) != NULL && strstr (found, CLOSES) != NULL)
    {
      const char *line = found + strlen (COMMAND);
      const char *end = strstr (found, CLOSES);
      g_autofree char *words = g_strndup (line, (gsize) (end - line));

      g_string_append_len (out, at, found - at);
      g_string_append_printf (out, OPENS "%s" CLOSES, get_title (words));
      at = end + strlen (CLOSES);
    }
  g_string_append (out, at);
  return g_string_free (out, FALSE);
}

/* ---- options ---- */

/* What the window asks for elsewhere than in the fields of a work. */
static const struct
{
  const char *option;
  const char *label;
} elsewhere[] = {
  { "--actor", N_ ("Who works, for the journal") },
  { "--campaign", N_ ("Campaign") },
  { "--until", N_ ("Term") },
};

/* "--years" is the option of "--years=3", but not that of "--years-ago". */
static gboolean
is_option (const char *word, const char *option)
{
  const gsize n = strlen (option);

  return word != NULL && strncmp (word, option, n) == 0 && (word[n] == '\0' || word[n] == '=');
}

/* A field, one of its choices, or the work as a whole. */
static const char *
find_in_work (const KpWork *work, const char *option)
{
  for (guint i = 0; i < KP_WORK_MAX_FIELDS && work->fields[i].kind != KP_WORK_NONE; i++)
    {
      const KpWorkChoice *choices = work->fields[i].choices;

      if (is_option (work->fields[i].option, option))
        return work->fields[i].label;
      for (guint j = 0; choices != NULL && choices[j].value != NULL; j++)
        if (is_option (choices[j].value, option))
          return choices[j].label;
    }
  for (guint i = 1; i < KP_WORK_MAX_WORDS && work->words[i] != NULL; i++)
    if (is_option (work->words[i], option))
      return work->title;
  return NULL;
}

/* “Fix it with --commit” is another work of the same verb. */
static const char *
find_in_works (const char *verb, const char *option)
{
  guint n_works = 0;
  const KpWork *works = kp_works_get (&n_works);
  const char *label = NULL;

  for (guint i = 0; i < n_works && label == NULL; i++)
    if (verb == NULL || g_str_equal (works[i].words[0], verb))
      label = find_in_work (&works[i], option);
  return label;
}

static const char *
find_label (const KpWork *work, const char *option)
{
  const char *label = work != NULL ? find_in_work (work, option) : NULL;

  if (label == NULL && work != NULL)
    label = find_in_works (work->words[0], option);
  for (guint i = 0; label == NULL && i < G_N_ELEMENTS (elsewhere); i++)
    if (g_str_equal (elsewhere[i].option, option))
      label = elsewhere[i].label;
  return label != NULL ? label : find_in_works (NULL, option);
}

static gsize
measure_option (const char *text)
{
  gsize n = 2;

  while (g_ascii_islower (text[n]) || (text[n] == '-' && g_ascii_islower (text[n + 1])))
    n++;
  return n;
}

static char *
replace_options (const KpWork *work, const char *sentence)
{
  GString *out = g_string_new (NULL);
  const char *at = sentence;
  const char *found;

  while ((found = strstr (at, "--")) != NULL)
    {
      const gsize n = measure_option (found);
      g_autofree char *option = g_strndup (found, n);
      const char *label = n > 2 ? find_label (work, option) : NULL;

      g_string_append_len (out, at, found - at);
      if (label != NULL)
        g_string_append_printf (out, OPENS "%s" CLOSES, _ (label));
      else
        g_string_append (out, option);
      at = found + n;
    }
  g_string_append (out, at);
  return g_string_free (out, FALSE);
}

/**
 * kp_works_dup_sentence:
 * @work: (nullable): what was to be done; %NULL for something that is no piece of work, such as a decision at the desk
 * @sentence: what a step says of it; it may name commands and options
 *
 * An option is looked for in @work, in the works of the same verb, among what the window asks for elsewhere, and in all works.
 *
 * Returns: (transfer full): the same with the titles of the works and the labels of the fields
 */
char *
kp_works_dup_sentence (const KpWork *work, const char *sentence)
{
  g_autofree char *named = replace_commands (sentence);

  return replace_options (work, named);
}

/**
 * kp_works_dup_any_sentence:
 * @sentence: what a step says of something that is no piece of work
 *
 * A #KpWorkWordsFunc.
 *
 * Returns: (transfer full): as kp_works_dup_sentence()
 */
char *
kp_works_dup_any_sentence (const char *sentence)
{
  return kp_works_dup_sentence (NULL, sentence);
}
