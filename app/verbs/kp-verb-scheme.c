/* kp-verb-scheme.c – checks, explains and compares schemes; the table of the verbs below `kaopin scheme`.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-verb-scheme.h"

#include <glib/gi18n-lib.h>

#include "kp-press-wording.h"
#include "kp-scheme-diff.h"
#include "kp-scheme-explain.h"

typedef struct
{
  const char *name;
  const char *synopsis;
  guint n_min; /* words after the name */
  guint n_max;
  guint options; /* bits of KpSchemeOption */
  KpSchemeVerbFunc run;
} SchemeVerb;

/**
 * kp_scheme_verb_load:
 * @path: a scheme file
 * @error: return location
 *
 * Returns: (transfer full): the scheme, or %NULL with an error that names the file and each place in it
 */
KpScheme *
kp_scheme_verb_load (const char *path, GError **error)
{
  KpScheme *scheme = kp_scheme_json_load (path, NULL, error);

  if (scheme == NULL)
    g_prefix_error (error, "%s: ", path);
  return scheme;
}

/* ---- check ---- */

static void
add_problems (KpAnswer *answer, const GPtrArray *problems, gboolean is_warning)
{
  const KpAnswerColumn columns[] = {
    { "path", _ ("Place in the file"), FALSE },
    { "message", is_warning ? _ ("To be confirmed") : _ ("To be corrected"), FALSE },
  };

  kp_answer_begin_table (answer, is_warning ? "warnings" : "problems", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      if (problem->is_warning == is_warning)
        kp_answer_add_row (answer, (const char *[]){ problem->path, problem->message });
    }
}

static void
add_scheme (KpAnswer *answer, const KpScheme *scheme)
{
  g_autofree char *digest = kp_scheme_json_dup_digest (scheme);
  guint n_places = 0;

  for (guint i = 0; i < scheme->posts->len; i++)
    n_places += ((const KpSchemePost *) g_ptr_array_index (scheme->posts, i))->places;
  kp_answer_add_text (answer, "code", _ ("Code"), scheme->code);
  kp_answer_add_text (answer, "title", _ ("Title"), scheme->title);
  kp_answer_add_count (answer, "posts", _ ("Posts"), scheme->posts->len);
  kp_answer_add_count (answer, "places", _ ("Places"), n_places);
  kp_answer_add_text (answer, "digest", _ ("Digest"), digest);
}

static void
take_problems (GPtrArray *problems, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (more, i);

      g_ptr_array_add (problems,
                       kp_scheme_problem_new (problem->path, problem->is_warning, g_strdup (problem->message)));
    }
}

static gboolean
check (KpCommand *command, const KpSchemeOptions *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const char *path = kp_command_get_argument (command, 1);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (KpScheme) scheme = kp_scheme_json_load (path, &problems, &local);
  gboolean is_good;

  if (scheme == NULL && !g_error_matches (local, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_REFUSED))
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&local), "%s: ", path);
      return FALSE;
    }
  if (scheme != NULL)
    add_scheme (answer, scheme);
  if (scheme != NULL)
    kp_press_check_wordings (scheme, problems);
  if (scheme != NULL && options->ready)
    {
      more = kp_scheme_check_ready (scheme);
      take_problems (problems, more);
    }
  is_good = !kp_scheme_problems_refuse (problems);
  kp_answer_add_truth (answer, "good", is_good);
  kp_answer_say (answer, is_good ? _ ("Nothing has to be corrected.") : _ ("The scheme can't be used as it is."));
  add_problems (answer, problems, FALSE);
  add_problems (answer, problems, TRUE);
  if (!is_good)
    kp_command_answer_no (command);
  return TRUE;
}

/* ---- explain, diff ---- */

static void
add_sections (KpAnswer *answer, const GPtrArray *sections)
{
  kp_answer_begin_sections (answer, "sections");
  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      kp_answer_add_section (answer, section->heading, section->paragraphs);
    }
}

static gboolean
explain (KpCommand *command, const KpSchemeOptions *options G_GNUC_UNUSED, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpScheme) scheme = kp_scheme_verb_load (kp_command_get_argument (command, 1), error);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) annexes = NULL;

  if (scheme == NULL)
    return FALSE;
  sections = kp_scheme_explain (scheme);
  annexes = kp_scheme_explain_annexes (scheme);
  g_ptr_array_extend_and_steal (sections, g_steal_pointer (&annexes));
  kp_answer_add_text (answer, "title", NULL, scheme->title);
  kp_answer_say (answer, scheme->title);
  add_sections (answer, sections);
  return TRUE;
}

static guint
count_paragraphs (const GPtrArray *sections)
{
  guint n = 0;

  for (guint i = 0; i < sections->len; i++)
    n += ((const KpNoticeSection *) g_ptr_array_index (sections, i))->paragraphs->len;
  return n;
}

static gboolean
diff (KpCommand *command, const KpSchemeOptions *options G_GNUC_UNUSED, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpScheme) before = kp_scheme_verb_load (kp_command_get_argument (command, 1), error);
  g_autoptr (KpScheme) after = before != NULL ? kp_scheme_verb_load (kp_command_get_argument (command, 2), error) : NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autofree char *sum = NULL;

  if (after == NULL)
    return FALSE;
  sections = kp_scheme_diff (before, after);
  kp_answer_add_truth (answer, "equal", sections->len == 0);
  kp_answer_add_count (answer, "differences", NULL, count_paragraphs (sections));
  add_sections (answer, sections);
  /* The language of the answer is that of the notice. */
  if (sections->len == 0)
    sum = g_strdup ("两个方案没有差别");
  else
    sum = g_strdup_printf ("\n共%u处差别", count_paragraphs (sections));
  kp_answer_say (answer, sum);
  return TRUE;
}

/* ---- which of them ---- */

static const SchemeVerb verbs[] = {
  { "check", "SCHEME.json [--ready]", 1, 1, KP_SCHEME_OPTION_READY, check },
  { "explain", "SCHEME.json", 1, 1, 0, explain },
  { "diff", "A.json B.json", 2, 2, 0, diff },
  { "try", "SCHEME.json CASES.json", 2, 2, 0, kp_scheme_verb_try },
  { "copy", "OLD.json NEW.json --code CODE [--title TITLE] [--shift-years N]", 2, 2,
    KP_SCHEME_OPTION_CODE | KP_SCHEME_OPTION_TITLE | KP_SCHEME_OPTION_SHIFT, kp_scheme_verb_copy },
  { "keys", "", 0, 0, 0, kp_scheme_verb_keys },
  { "table", "SCHEME.json --xlsx OUT|--csv DIR, or: kaopin scheme table --from BOOK.xlsx OUT.json", 1, 1,
    KP_SCHEME_OPTION_XLSX | KP_SCHEME_OPTION_CSV | KP_SCHEME_OPTION_FROM, kp_scheme_verb_table },
};

#define MAX_WORDS 3 /* with the verb's name */

static const SchemeVerb *
find_verb (KpCommand *command, GError **error)
{
  const char *name = kp_command_get_argument (command, 0);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i].name, name))
        return &verbs[i];
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", verbs[i].name);
    }
  kp_command_fail_usage (command, error, _ ("There is no “kaopin scheme %s”; there are: %s."), name, names->str);
  return NULL;
}

static guint
count_words (KpCommand *command)
{
  guint n_words = 0;

  while (kp_command_get_argument (command, n_words + 1) != NULL)
    n_words++;
  return n_words;
}

static guint
collect_options (const KpSchemeOptions *options)
{
  return (options->ready ? KP_SCHEME_OPTION_READY : 0) | (options->code != NULL ? KP_SCHEME_OPTION_CODE : 0) |
         (options->title != NULL ? KP_SCHEME_OPTION_TITLE : 0) | (options->shift != NULL ? KP_SCHEME_OPTION_SHIFT : 0) |
         (options->xlsx != NULL ? KP_SCHEME_OPTION_XLSX : 0) | (options->csv != NULL ? KP_SCHEME_OPTION_CSV : 0) |
         (options->from != NULL ? KP_SCHEME_OPTION_FROM : 0);
}

static gboolean
run (KpCommand *command, const KpSchemeOptions *options, GError **error)
{
  const SchemeVerb *verb = find_verb (command, error);
  const guint n_words = count_words (command);

  if (verb == NULL)
    return FALSE;
  if (n_words < verb->n_min || n_words > verb->n_max || (collect_options (options) & ~verb->options) != 0)
    return kp_command_fail_usage (command, error, _ ("This is how it is called: kaopin scheme %s %s."), verb->name,
                                  verb->synopsis);
  return verb->run (command, options, error);
}

static void
clear_options (KpSchemeOptions *options)
{
  g_free (options->code);
  g_free (options->title);
  g_free (options->shift);
  g_free (options->xlsx);
  g_free (options->csv);
  g_free (options->from);
}

/** kp_verb_scheme: kaopin scheme check|explain|diff|try|copy|keys|table …. */
gboolean
kp_verb_scheme (KpCommand *command, GError **error)
{
  KpSchemeOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "ready", 0, 0, G_OPTION_ARG_NONE, &options.ready, N_ ("check: also what must be there before a campaign begins"),
      NULL },
    { "code", 0, 0, G_OPTION_ARG_STRING, &options.code, N_ ("copy: the code of the new campaign"), "CODE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_ ("copy: its title"), "TITLE" },
    { "shift-years", 0, 0, G_OPTION_ARG_STRING, &options.shift,
      N_ ("copy: move all dates by so many years (1 when left out)"), "N" },
    { "xlsx", 0, 0, G_OPTION_ARG_FILENAME, &options.xlsx, N_ ("table: write a workbook"), "OUT" },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &options.csv, N_ ("table: write text tables into a folder"), "DIR" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from, N_ ("table: read a workbook that “table --xlsx” wrote"),
      "BOOK.xlsx" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  gboolean is_done = kp_command_parse (command, entries, 1, MAX_WORDS, error) && run (command, &options, error);

  clear_options (&options);
  return is_done;
}
