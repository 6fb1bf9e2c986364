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
      const KpWork *work = find_work (words);

      g_string_append_len (out, at, found - at);
      g_string_append_printf (out, OPENS "%s" CLOSES, work != NULL ? _ (work->title) : words);
      at = end + strlen (CLOSES);
    }
  g_string_append (out, at);
  return g_string_free (out, FALSE);
}

static void
replace_option (GString *sentence, const char *option, const char *label)
{
  g_autofree char *shown = g_strdup_printf (OPENS "%s" CLOSES, label);

  g_string_replace (sentence, option, shown, 0);
}

/* “Fix it with --commit” is another work of the same verb. */
static void
replace_siblings (GString *sentence, const KpWork *work)
{
  guint n_works = 0;
  const KpWork *works = kp_works_get (&n_works);

  for (guint i = 0; i < n_works; i++)
    {
      const char *option = works[i].words[1];

      if (&works[i] != work && option != NULL && g_str_has_prefix (option, "--") && strstr (sentence->str, option) != NULL
          && g_str_equal (works[i].words[0], work->words[0]))
        replace_option (sentence, option, _ (works[i].title));
    }
}

/**
 * kp_works_dup_sentence:
 * @work: (nullable): what was to be done; %NULL for something that is no piece of work, such as a decision at the desk
 * @sentence: what a step says of it; it may name commands and options
 *
 * Returns: (transfer full): the same with the titles of the works and the labels of the fields
 */
char *
kp_works_dup_sentence (const KpWork *work, const char *sentence)
{
  g_autofree char *named = replace_commands (sentence);
  GString *out = g_string_new (named);

  for (guint i = 0; work != NULL && i < KP_WORK_MAX_FIELDS && work->fields[i].kind != KP_WORK_NONE; i++)
    if (work->fields[i].option != NULL && g_str_has_prefix (work->fields[i].option, "--"))
      replace_option (out, work->fields[i].option, _ (work->fields[i].label));
  if (work != NULL)
    replace_siblings (out, work);
  replace_option (out, "--actor", _ ("Who works, for the journal"));
  return g_string_free (out, FALSE);
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
