/* kp-audit-folder.c – one folder with everything that a supervisor asks for, and a sheet to sign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-audit-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "kp-audit-lists.h"
#include "kp-command.h"
#include "kp-draw-record.h"
#include "kp-output.h"
#include "kp-step-hearing.h"

#define SUMS "SHA256SUMS"
#define SHEET "监督检查表.pdf"

static void
file_free (gpointer data)
{
  KpAuditFile *file = data;

  g_free (file->name);
  g_free (file->digest);
  g_free (file);
}

/** kp_audit_folder_clear: frees what it owns. */
void
kp_audit_folder_clear (KpAuditFolder *folder)
{
  g_clear_pointer (&folder->files, g_ptr_array_unref);
  g_clear_pointer (&folder->sums, g_free);
}

/* ---- one file ---- */

static gboolean
save (KpAuditFolder *folder, const char *path, const char *name, GBytes *bytes, guint64 n_rows, GError **error)
{
  g_autofree char *target = g_build_filename (path, name, NULL);
  KpAuditFile *file;

  if (!kp_output_save (target, bytes, error))
    return FALSE;
  file = g_new0 (KpAuditFile, 1);
  file->name = g_strdup (name);
  file->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  file->n_rows = n_rows;
  g_ptr_array_add (folder->files, file);
  return TRUE;
}

static gboolean
save_list (KpSession *session, KpAuditFolder *folder, const char *path, KpAuditListName name, guint *n_rows, GError **error)
{
  g_autofree char *file = g_strconcat (kp_audit_list_get_title (name), ".csv", NULL);
  g_autoptr (KpList) list = kp_audit_list_make (session, name, error);
  g_autoptr (GBytes) bytes = list != NULL ? kp_list_to_csv (list) : NULL;

  if (bytes == NULL)
    return FALSE;
  *n_rows = kp_list_get_n_rows (list);
  return save (folder, path, file, bytes, *n_rows, error);
}

/* ---- draws, as “kaopin verify” reads them ---- */

static void
add_texts (JsonBuilder *builder, const char *key, char **texts)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

static GBytes *
draw_to_json (const KpDraw *draw)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;

  json_builder_begin_object (builder);
  add_text (builder, "purpose", draw->purpose);
  add_texts (builder, "items", draw->items);
  add_text (builder, "list", draw->list);
  add_text (builder, "commitment", draw->commitment);
  add_text (builder, "nonce", draw->nonce);
  add_text (builder, "public", draw->public_part);
  add_texts (builder, "result", draw->result);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_bytes_new_take (text, strlen (text));
}

static gboolean
save_draws (KpSession *session, KpAuditFolder *folder, const char *path, GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GPtrArray) attempts = roster != NULL ? kp_draw_record_list (session, error) : NULL;

  for (guint i = 0; attempts != NULL && i < attempts->len; i++)
    {
      const KpDrawAttempt *each = g_ptr_array_index (attempts, i);
      g_autofree char *name = g_strdup_printf ("抽签-%s-%u.json", each->draw->purpose, each->attempt);
      g_autoptr (GBytes) bytes = NULL;

      folder->n_draws++;
      folder->n_repeats += each->attempt > 1;
      if (each->draw->result == NULL || each->is_sealed || kp_hearing_purpose_is_sealed (roster, each->draw->purpose))
        continue; /* its secret is still one */
      bytes = draw_to_json (each->draw);
      if (!save (folder, path, g_strdelimit (name, ":", '-'), bytes, 0, error))
        return FALSE;
    }
  return attempts != NULL;
}

/* ---- the folder ---- */

static gboolean
save_lists (KpSession *session, KpAuditFolder *folder, const char *path, GError **error)
{
  guint n_rows[KP_AUDIT_N_LISTS] = { 0 };

  for (guint i = 0; i < KP_AUDIT_N_LISTS; i++)
    {
      if (!save_list (session, folder, path, (KpAuditListName) i, &n_rows[i], error))
        return FALSE;
    }
  folder->n_changes = n_rows[KP_AUDIT_LIST_CHANGES];
  folder->n_exceptions = n_rows[KP_AUDIT_LIST_EXCEPTIONS];
  folder->n_oddities = n_rows[KP_AUDIT_LIST_ODDITIES];
  return TRUE;
}

/* As sha256sum writes and checks it. */
static gboolean
save_sums (KpAuditFolder *folder, const char *path, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *target = g_build_filename (path, SUMS, NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < folder->files->len; i++)
    {
      const KpAuditFile *file = g_ptr_array_index (folder->files, i);

      g_string_append_printf (text, "%s  %s\n", file->digest, file->name);
    }
  bytes = g_bytes_new (text->str, text->len);
  folder->sums = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return kp_output_save (target, bytes, error);
}

static gboolean
fill (KpSession *session,
      KpFontSet *fonts,
      const char *path,
      const KpVerifyReport *report,
      KpAuditFolder *folder,
      GError **error)
{
  g_autofree char *target = g_build_filename (path, SHEET, NULL);
  g_autoptr (GBytes) sheet = NULL;

  if (!save_lists (session, folder, path, error) || !save_draws (session, folder, path, error)
      || !save_sums (folder, path, error))
    return FALSE;
  sheet = kp_audit_sheet_make (session, fonts, report, folder, error);
  return sheet != NULL && kp_output_save (target, sheet, error);
}

static gboolean
fail_folder (const char *path, GError **error)
{
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The folder “%s” can't be made: %s."), path,
               g_strerror (errno));
  return FALSE;
}

/* What a failure leaves is no audit. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/**
 * kp_audit_folder_write:
 * @session: a session; only read
 * @fonts: the fonts
 * @path: the folder to make; nothing must be there yet
 * @report: what verifying the record said
 * @folder: (inout): zeroed; gets what was found and written
 * @error: return location
 *
 * Writes lists, draws, their digests and the sheet to sign: all of it, or no folder.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
kp_audit_folder_write (KpSession *session,
                       KpFontSet *fonts,
                       const char *path,
                       const KpVerifyReport *report,
                       KpAuditFolder *folder,
                       GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  folder->files = g_ptr_array_new_with_free_func (file_free);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
                   _ ("“%s” is there already, and an audit never overwrites another one; name a new folder."), path);
      return FALSE;
    }
  remove_folder (part);
  if (g_mkdir_with_parents (part, 0755) != 0)
    return fail_folder (part, error);
  if (fill (session, fonts, part, report, folder, error) && (g_rename (part, path) == 0 || fail_folder (path, error)))
    return TRUE;
  remove_folder (part);
  return FALSE;
}
