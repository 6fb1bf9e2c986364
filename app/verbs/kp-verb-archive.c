/* kp-verb-archive.c – a campaign as open files for the archives bureau, and back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kp-record-archive.h"
#include "kp-verbs.h"

static void
answer_archive (KpCommand *command, const KpRecordArchive *archive, const char *path)
{
  KpAnswer *answer = kp_command_get_answer (command);

  kp_answer_add_text (answer, "file", _ ("Written"), path);
  kp_answer_add_text (answer, "campaign", _ ("Campaign"), archive->campaign);
  kp_answer_add_count (answer, "n_files", _ ("Files"), archive->n_files);
  kp_answer_add_count (answer, "journal_rows", _ ("Rows of the journal"), (guint) archive->n_journal_rows);
  kp_answer_add_count (answer, "rows", _ ("Rows of the record"), (guint) archive->n_rows);
  kp_answer_add_text (answer, "head", _ ("Head of the journal"), archive->head);
  kp_answer_add_text (answer, "digest", _ ("Digest of all rows"), archive->digest);
}

/* Everything that can be printed, by the verb that prints it. */
static gboolean
print_papers (KpCommand *command, KpSession *session, const char *folder, GError **error)
{
  const char *location = kp_command_get_location (command);
  g_autofree char *papers = g_build_filename (folder, KP_ARCHIVE_PAPERS, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  KpAnswer *answer = NULL;
  gboolean is_done;

  g_ptr_array_add (words, (gpointer) "print");
  if (kp_database_location_is_server (location))
    g_ptr_array_add (words, (gpointer) "--connect");
  g_ptr_array_add (words, (gpointer) location);
  g_ptr_array_add (words, (gpointer) "all");
  g_ptr_array_add (words, (gpointer) "--out");
  g_ptr_array_add (words, papers);
  g_ptr_array_add (words, (gpointer) "--campaign");
  g_ptr_array_add (words, (gpointer) kp_session_get_campaign (session));
  g_ptr_array_add (words, NULL);
  is_done = kp_command_ask ((const char *const *) words->pdata, NULL, NULL, &answer, error);
  if (answer != NULL)
    kp_answer_free (answer);
  return is_done;
}

/* A folder that was begun and cut off. */
static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        remove_tree (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

static gboolean
fill (KpCommand *command, const char *folder, gboolean is_without_papers, KpRecordArchive *archive, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);

  return session != NULL && kp_record_archive_write (session, folder, archive, error)
         && (is_without_papers || print_papers (command, session, folder, error))
         && kp_record_archive_seal (folder, archive, error);
}

/* The folder has its name only when it is complete. */
static gboolean
out (KpCommand *command, gboolean is_without_papers, GError **error)
{
  const char *path = kp_command_get_argument (command, 0);
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);
  g_auto (KpRecordArchive) archive = { 0 };

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("“%s” is there already. Choose another name."), path);
      return FALSE;
    }
  remove_tree (temporary);
  if (!fill (command, temporary, is_without_papers, &archive, error))
    {
      remove_tree (temporary);
      return FALSE;
    }
  if (g_rename (temporary, path) != 0)
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The file “%s” can't be written: %s."), path,
                   g_strerror (errno));
      remove_tree (temporary);
      return FALSE;
    }
  answer_archive (command, &archive, path);
  return TRUE;
}

static gboolean
in (KpCommand *command, GError **error)
{
  const char *record = kp_command_get_argument (command, 0);
  g_auto (KpRecordArchive) archive = { 0 };

  if (!kp_record_archive_read (kp_command_get_location (command), record, &archive, error))
    return FALSE;
  answer_archive (command, &archive, record);
  return TRUE;
}

/** kp_verb_archive: kaopin archive out FILE FOLDER [--without-papers], or archive in FOLDER FILE. */
gboolean
kp_verb_archive (KpCommand *command, GError **error)
{
  gboolean is_without_papers = FALSE;
  const GOptionEntry entries[] = {
    { "without-papers", 0, 0, G_OPTION_ARG_NONE, &is_without_papers, N_ ("With out: the data alone, no PDF"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autofree char *word = NULL;

  if (!kp_command_parse (command, entries, 2, 2, error))
    return FALSE;
  word = kp_command_take_word (command);
  if (g_str_equal (word, "out"))
    return out (command, is_without_papers, error);
  if (g_str_equal (word, "in") && !kp_database_location_is_server (kp_command_get_location (command)))
    return in (command, error);
  return kp_command_fail_usage (command, error, _ ("An archive is written with out FILE FOLDER and taken over with in FOLDER FILE."));
}
