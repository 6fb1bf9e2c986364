/* kp-manual.c – the manual page of the command line, made of the table of verbs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page says what “kaopin help” says, because it is made of the same words; the build writes it once in English
 * and once in Chinese. */
#include "kp-manual.h"

#include <glib/gi18n-lib.h>

#include "kp-verbs.h"

typedef struct
{
  GString *out;
  gboolean wants_common;
} Page;

/* A line that begins with a dot is an order to troff, and a bare minus sign may become a hyphen that nobody can copy. */
static void
append_text (GString *out, const char *text)
{
  gboolean begins = TRUE;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (begins && (*at == '.' || *at == '\''))
        g_string_append (out, "\\&");
      if (*at == '\\')
        g_string_append (out, "\\e");
      else if (*at == '-')
        g_string_append (out, "\\-");
      else
        g_string_append_c (out, *at);
      begins = *at == '\n';
    }
}

static void
append_paragraphs (GString *out, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (out, ".PP\n");
      append_text (out, lines[i]);
      g_string_append_c (out, '\n');
    }
}

static void
append_section (GString *out, const char *title)
{
  g_string_append_printf (out, ".SH \"%s\"\n", title);
}

static void
append_option (const GOptionEntry *option, gboolean is_common, gpointer data)
{
  Page *page = data;

  if (is_common != page->wants_common)
    return;
  g_string_append (page->out, ".TP\n\\fB\\-\\-");
  append_text (page->out, option->long_name);
  g_string_append (page->out, "\\fR");
  if (option->arg_description != NULL)
    {
      g_string_append (page->out, " \\fI");
      append_text (page->out, option->arg_description);
      g_string_append (page->out, "\\fR");
    }
  g_string_append_c (page->out, '\n');
  append_text (page->out, _ (option->description));
  g_string_append_c (page->out, '\n');
}

static void
append_verb (Page *page, const KpVerb *verb)
{
  g_autofree char *details = kp_verb_dup_details (verb);

  g_string_append (page->out, ".SS \"");
  append_text (page->out, verb->name);
  g_string_append (page->out, "\"\n\\fBkaopin ");
  append_text (page->out, verb->name);
  g_string_append (page->out, "\\fR ");
  append_text (page->out, verb->synopsis);
  g_string_append_c (page->out, '\n');
  append_paragraphs (page->out, _ (verb->summary));
  if (*details != '\0')
    append_paragraphs (page->out, details);
  kp_command_tell_options (verb, append_option, page);
}

static void
append_head (GString *out)
{
  g_string_append (out, ".\\\" -*- coding: utf-8 -*-\n"
                        ".\\\" Made by “kaopin help --manual”.\n"
                        ".TH KAOPIN 1 \"\" \"Kaopin " KP_VERSION "\"\n");
  append_section (out, _ ("NAME"));
  g_string_append (out, "kaopin \\- ");
  append_text (out, _ ("carry the recruitment of community workers from the notice to the end of the probation"));
  g_string_append_c (out, '\n');
  append_section (out, _ ("SYNOPSIS"));
  g_string_append (out, "\\fBkaopin\\fR [\\fIRECORD\\fR]\n.br\n\\fBkaopin\\fR \\fIVERB\\fR … [\\fB\\-\\-json\\fR]\n");
  append_section (out, _ ("DESCRIPTION"));
  append_paragraphs (out, _ ("Without a verb kaopin opens the window, on the record RECORD when one is given. With a verb it does "
                             "one step of the work without a screen: the same step, by the same code, as the window.\n"
                             "A record is a file that ends in .kaopin. With --connect postgresql://… in the place of FILE it is "
                             "kept on a server. Every step is done wholly or not at all, and stands in the record's journal."));
}

static void
append_statuses (GString *out)
{
  const char *const statuses[] = {
    _ ("Done, or the answer is yes."),
    _ ("Refused, failed, or the answer is no; nothing was changed."),
    _ ("The command line makes no sense."),
  };

  append_section (out, _ ("EXIT STATUS"));
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_string_append_printf (out, ".TP\n%u\n", i);
      append_text (out, statuses[i]);
      g_string_append_c (out, '\n');
    }
}

static void
append_tail (GString *out)
{
  append_section (out, _ ("EXAMPLE"));
  g_string_append (out, ".nf\n"
                        "kaopin new county.kaopin \\-\\-scheme scheme.json\n"
                        "kaopin import county.kaopin registrations book.xlsx \\-\\-report report.xlsx \\-\\-accept\\-good\n"
                        "kaopin review county.kaopin \\-\\-auto\n"
                        "kaopin verify county.kaopin\n"
                        ".fi\n");
}

/** kp_manual_dup_page: the whole page as troff, in the language that the program speaks. (transfer full) */
char *
kp_manual_dup_page (void)
{
  guint n_verbs = 0;
  const KpVerb *verbs = kp_verbs_get (&n_verbs);
  g_autoptr (GString) out = g_string_new (NULL);
  Page page = { .out = out };

  append_head (out);
  append_section (out, _ ("VERBS"));
  append_text (out, _ ("In the order of a campaign."));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < n_verbs; i++)
    append_verb (&page, &verbs[i]);
  append_section (out, _ ("OPTIONS OF ALL VERBS THAT TAKE A RECORD"));
  page.wants_common = TRUE;
  for (guint i = 0; i < n_verbs; i++)
    if (verbs[i].takes_record)
      {
        kp_command_tell_options (&verbs[i], append_option, &page);
        break;
      }
  append_statuses (out);
  append_tail (out);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
