/* kp-verb-archive.c – a campaign as open files for the archives bureau, and back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kp-record-archive.h"
#include "kp-verbs.h"
#include "kp-zip-folder.h"

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
  const KpAsker asker = kp_command_get_asker (command);
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
  is_done = kp_command_ask ((const char *const *) words->pdata, &asker, &answer, error);
  if (answer != NULL)
    kp_answer_free (answer);
  return is_done;
}

static gboolean
fill (KpCommand *command, const char *folder, gboolean is_without_papers, KpRecordArchive *archive, GError **error)
{
  KpProgress *progress = kp_command_get_progress (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);

  return session != NULL && kp_record_archive_write (session, folder, progress, archive, error)
         && (is_without_papers || print_papers (command, session, folder, error))
         && kp_record_archive_seal (folder, progress, archive, error);
}

static gboolean
is_zip (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".zip");
}

/* Folder or zip file have their name only when they are complete. */
static gboolean
put_in_place (KpCommand *command, const char *folder, const char *path, GError **error)
{
  g_autofree char *packed = g_strconcat (path, ".zip.part", NULL);

  if (is_zip (path) && !kp_zip_folder_pack (folder, packed, kp_command_get_progress (command), error))
    return FALSE;
  if (g_rename (is_zip (path) ? packed : folder, path) == 0)
    return TRUE;
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The file “%s” can't be written: %s."), path, g_strerror (errno));
  return FALSE;
}

static gboolean
out (KpCommand *command, gboolean is_without_papers, GError **error)
{
  const char *path = kp_command_get_argument (command, 0);
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);
  g_auto (KpRecordArchive) archive = { 0 };
  gboolean is_done;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("“%s” is there already. Choose another name."), path);
      return FALSE;
    }
  kp_zip_folder_remove (temporary); /* of one that was killed */
  is_done = fill (command, temporary, is_without_papers, &archive, error) && put_in_place (command, temporary, path, error);
  kp_zip_folder_remove (temporary);
  if (is_done)
    answer_archive (command, &archive, path);
  return is_done;
}

/* A zip file is unpacked beside the record that shall be made. */
static gboolean
in (KpCommand *command, GError **error)
{
  KpProgress *progress = kp_command_get_progress (command);
  const char *archived = kp_command_get_location (command);
  const char *record = kp_command_get_argument (command, 0);
  g_autofree char *unpacked = g_strconcat (record, ".unpacked", NULL);
  g_auto (KpRecordArchive) archive = { 0 };
  gboolean is_done;

  kp_zip_folder_remove (unpacked); /* of one that was killed */
  is_done = (!is_zip (archived) || kp_zip_folder_unpack (archived, unpacked, progress, error))
            && kp_record_archive_read (is_zip (archived) ? unpacked : archived, record, progress, &archive, error);
  kp_zip_folder_remove (unpacked);
  if (is_done)
    answer_archive (command, &archive, record);
  return is_done;
}

/** kp_verb_archive: kaopin archive out FILE FOLDER|ZIP [--without-papers], or archive in FOLDER|ZIP FILE. */
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
  return kp_command_fail_usage (command, error, _ ("An archive is written with out FILE FOLDER and taken over with in FOLDER FILE; FOLDER may be a .zip."));
}
