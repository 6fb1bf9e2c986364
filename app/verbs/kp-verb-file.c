/* kp-verb-file.c – the file of each person who was employed: what is in it and what is missing.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-person-file.h"
#include "kp-verbs.h"

/* Owned texts. */
typedef struct
{
  char *item;
  char *document;
  char *street;
  gint pages;
  gboolean is_missing;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->item);
  g_free (options->document);
  g_free (options->street);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
get_state_label (KpFileState state)
{
  return state == KP_FILE_IN ? C_ ("a paper", "there") : state == KP_FILE_MISSING ? C_ ("a paper", "missing") : C_ ("a paper", "later");
}

static void
add_papers (KpAnswer *answer, KpPersonFiles *files, guint index, gboolean only_missing, guint *n_missing)
{
  const char *number = kp_person_files_get_work (files, index)->contract->number;
  g_autoptr (GArray) papers = kp_person_files_list (files, index);

  for (guint i = 0; i < papers->len; i++)
    {
      const KpFilePaper *paper = &g_array_index (papers, KpFilePaper, i);
      g_autofree char *pages = paper->pages > 0 ? g_strdup_printf ("%u", paper->pages) : NULL;

      *n_missing += paper->state == KP_FILE_MISSING;
      if (!only_missing || paper->state == KP_FILE_MISSING)
        kp_answer_add_row (answer, (const char *[]){ number, paper->item, paper->title, get_state_label (paper->state),
                                                     paper->document, paper->day, pages });
    }
}

static gboolean
show (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "contract", _ ("Contract"), FALSE },   { "item", _ ("Key"), FALSE },      { "title", C_ ("a file", "Paper"), FALSE },
    { "state", _ ("State"), FALSE },         { "document", C_ ("a file", "Document"), FALSE }, { "day", _ ("Date"), FALSE },
    { "pages", _ ("Pages"), TRUE },
  };
  const char *number = kp_command_get_argument (command, 0);
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpPersonFiles) files = kp_person_files_load (session, error);
  guint index = 0, n_missing = 0;

  if (files == NULL || (number != NULL && !kp_person_files_find (files, number, &index, error)))
    return FALSE;
  kp_answer_begin_table (answer, "papers", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < kp_person_files_get_n (files); i++)
    {
      const KpContractRecord *contract = kp_person_files_get_work (files, i)->contract;

      if ((number == NULL || i == index) && (options->street == NULL || g_str_equal (contract->street, options->street)))
        add_papers (answer, files, i, number == NULL || options->is_missing, &n_missing);
    }
  kp_answer_add_count (answer, "n_missing", _ ("Papers missing"), n_missing);
  return TRUE;
}

/** kp_verb_file: kaopin file FILE [NUMBER] [--missing] [--street CODE], or FILE NUMBER --take ITEM --document TEXT. */
gboolean
kp_verb_file (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "take", 0, 0, G_OPTION_ARG_STRING, &options.item, N_ ("Put this paper into the file"), "ITEM" },
    { "document", 0, 0, G_OPTION_ARG_STRING, &options.document, N_ ("With --take: its number, or where it is filed"), "TEXT" },
    { "pages", 0, 0, G_OPTION_ARG_INT, &options.pages, N_ ("With --take: how many pages it has"), "N" },
    { "missing", 0, 0, G_OPTION_ARG_NONE, &options.is_missing, N_ ("Only what is missing"), NULL },
    { "street", 0, 0, G_OPTION_ARG_STRING, &options.street, N_ ("Files of one street"), "CODE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;

  if (!kp_command_parse (command, entries, 0, 1, error))
    return FALSE;
  if (options.item != NULL && kp_command_get_argument (command, 0) == NULL)
    return kp_command_fail_usage (command, error, _ ("Say whose file the paper goes into."));
  if (options.pages < 0)
    return kp_command_fail_usage (command, error, _ ("A paper has no fewer than 0 pages."));
  session = kp_command_open (command, options.item != NULL ? KP_OPEN_READ_WRITE : KP_OPEN_READ_ONLY, error);
  if (session == NULL)
    return FALSE;
  if (options.item != NULL
      && !kp_step_file_paper (session,
                              &(KpFileOrder){ kp_command_get_argument (command, 0), options.item, options.document,
                                              (guint) options.pages },
                              error))
    return FALSE;
  return show (command, session, &options, error);
}
