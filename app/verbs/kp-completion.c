/* kp-completion.c – what completes command lines in bash, made of the table of verbs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The options are those that the verb itself takes. The words that may follow an option, or the record, stand in the
 * verb's synopsis in small letters (--way letter|call|visit|net); what stands there in capitals is the user's own, and
 * only a FORM or a LIST has names that are known beforehand. */
#include "kp-completion.h"

#include <string.h>

#include "kp-lists.h"
#include "kp-press.h"
#include "kp-verbs.h"

typedef struct
{
  GString *options; /* all, with blanks between */
  GString *texts;   /* those that take a text, which isn't a file: patterns of a case */
} Options;

static void
append_with (GString *words, const char *separator, const char *prefix, const char *word)
{
  g_string_append_printf (words, "%s%s%s", words->len > 0 ? separator : "", prefix, word);
}

static void
add_option (const GOptionEntry *option, gboolean is_common G_GNUC_UNUSED, gpointer data)
{
  Options *options = data;
  const gboolean is_text = option->arg == G_OPTION_ARG_STRING || option->arg == G_OPTION_ARG_STRING_ARRAY
                           || option->arg == G_OPTION_ARG_INT;

  append_with (options->options, " ", "--", option->long_name);
  if (is_text)
    append_with (options->texts, "|", "--", option->long_name);
}

static gboolean
is_fixed_word (const char *word)
{
  return *word != '\0' && *word != '-' && strspn (word, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (word);
}

/* The names that a word in capitals stands for. */
static void
append_names (GString *words, const char *word)
{
  if (g_str_equal (word, "FORM"))
    for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
      append_with (words, " ", "", kp_press_form_get_name ((KpPressForm) i));
  if (g_str_equal (word, "LIST"))
    for (guint i = 0; i < KP_LISTS_N; i++)
      append_with (words, " ", "", kp_lists_get_name ((KpListName) i));
}

/* One word of a synopsis, without the brackets around it: the fixed ones among its alternatives. */
static char *
dup_alternatives (const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "|", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (is_fixed_word (parts[i]))
        append_with (words, " ", "", parts[i]);
      else
        append_names (words, parts[i]);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* What a synopsis says: words of the verb into @words, those of its options as cases of $before into @cases. */
static void
read_synopsis (const char *synopsis, GString *words, GString *cases)
{
  g_auto (GStrv) tokens = g_strsplit_set (synopsis, " []…", -1);
  const char *option = NULL;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      g_autofree char *fixed = NULL;

      if (*tokens[i] == '\0' || g_str_equal (tokens[i], "|"))
        continue;
      if (g_str_has_prefix (tokens[i], "--"))
        {
          option = tokens[i];
          continue;
        }
      fixed = dup_alternatives (tokens[i]);
      if (*fixed != '\0' && option != NULL)
        g_string_append_printf (cases, "        %s) COMPREPLY=($(compgen -W '%s' -- \"$current\")); return ;;\n", option, fixed);
      else if (*fixed != '\0')
        append_with (words, " ", "", fixed);
      option = NULL;
    }
}

static void
append_verb (GString *out, const KpVerb *verb)
{
  g_autoptr (GString) options = g_string_new (NULL);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) cases = g_string_new (NULL);
  Options all = { options, texts };

  kp_command_tell_options (verb, add_option, &all);
  read_synopsis (verb->synopsis, words, cases);
  g_string_append_printf (out, "    %s)\n      options='%s'\n      words='%s'\n", verb->name, options->str, words->str);
  if (cases->len + texts->len > 0)
    g_string_append (out, "      case $before in\n");
  g_string_append (out, cases->str);
  if (texts->len > 0)
    g_string_append_printf (out, "        %s) return ;;\n", texts->str);
  if (cases->len + texts->len > 0)
    g_string_append (out, "      esac\n");
  g_string_append (out, "      ;;\n");
}

/** kp_completion_dup_bash: a script that bash reads when “kaopin” is to be completed. (transfer full) */
char *
kp_completion_dup_bash (void)
{
  guint n_verbs = 0;
  const KpVerb *verbs = kp_verbs_get (&n_verbs);
  g_autoptr (GString) out = g_string_new ("# Made by “kaopin help --completion”.  -*- shell-script -*-\n"
                                          "_kaopin ()\n{\n"
                                          "  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
                                          "  local options= words= verbs='");

  for (guint i = 0; i < n_verbs; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", verbs[i].name);
  g_string_append (out, "'\n"
                        "  COMPREPLY=()\n"
                        "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                        "    COMPREPLY=($(compgen -W \"$verbs\" -- \"$current\"))\n"
                        "    return\n"
                        "  fi\n"
                        "  case ${COMP_WORDS[1]} in\n");
  for (guint i = 0; i < n_verbs; i++)
    append_verb (out, &verbs[i]);
  g_string_append (out, "  esac\n"
                        "  [ \"${COMP_WORDS[1]}\" != help ] || words=$verbs\n"
                        "  case $current in\n"
                        "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$current\")) ;;\n"
                        "    *) COMPREPLY=($(compgen -W \"$words\" -- \"$current\")) ;;\n"
                        "  esac\n"
                        "}\n"
                        "complete -o bashdefault -o default -F _kaopin kaopin\n");
  return g_string_free (g_steal_pointer (&out), FALSE);
}
