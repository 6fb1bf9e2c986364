/* kp-record-archive.c – a campaign as open files that are read without this program.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An archives bureau keeps the papers of a recruitment for years in which neither this program nor its database need exist any
 * more. Each table is therefore there twice, as JSON (exact) and CSV (for any table program), with the meaning of each column. */
#include "kp-record-archive.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kp-copy.h"
#include "kp-data-error.h"
#include "kp-dump.h"
#include "kp-schema.h"

#define SCHEMA "/org/kaopin/Kaopin/schema/0001-start.sql"

static const char readme[] =
    "招聘项目电子档案\n"
    "================\n\n"
    "招聘项目：%s（%s）\n导出时间：%s\n日志首部：%s\n\n"
    "一、内容\n"
    "  tables/      每张表两份：.json（准确，可以恢复）和 .csv（UTF-8，用任何表格软件都能打开）\n"
    "  papers/      导出时档案能印出的全部文书（PDF）\n"
    "  数据字典.csv  每张表、每一列的名称、类型和含义\n"
    "  schema.sql   建表语句和逐列注释\n"
    "  manifest.json 项目、日志首部、全部内容的摘要、各表行数\n"
    "  SHA256SUMS   其余每个文件的 SHA-256 摘要\n\n"
    "二、怎样核对\n"
    "  在本文件夹里运行 sha256sum -c SHA256SUMS，或者用任何能算 SHA-256 的软件逐个比较。\n"
    "  日志（tables/journal）逐条相连：每条的 hash 是本条内容与前一条 hash 一起的 SHA-256，\n"
    "  最后一条的 hash 就是日志首部，印在每一份名单上。\n\n"
    "三、怎样恢复\n"
    "  kaopin archive in 本文件夹 新档案.kaopin：逐个核对摘要，写入后再与日志核对，有一处不符就不恢复，并说明是哪个文件。\n\n"
    "四、保密\n"
    "  身份证号、电话、住址等列在 .json 里是加密的，与档案里存的一样（密钥在 campaign 表里），在 .csv 里是明文。\n"
    "  本档案含有姓名、身份证号、联系电话等个人信息，以及鉴别文书真伪的密钥（campaign 表的 paper_key）。\n"
    "  请按人事档案保管，不得上网，不得对外提供。\n";

static gboolean
fail_to_write (const char *path,
               const char *reason,
               GError **error)
{
  g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_DISK, _("“%s” can't be written: %s. Free some space or choose another folder."),
               path, reason);
  return FALSE;
}

static gboolean
save (const char *folder,
      const char *name,
      const char *text,
      gsize length,
      GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) local = NULL;

  return g_file_set_contents (path, text, (gssize) length, &local) || fail_to_write (path, local->message, error);
}

static gboolean
save_table (KpSession *session,
            const char *folder,
            const KpTable *table,
            JsonBuilder *counts,
            gint64 *n_rows,
            GError **error)
{
  const char *name = table != NULL ? table->name : "journal";
  g_autofree char *json_name = g_strdup_printf (KP_ARCHIVE_TABLES "/%s.json", name);
  g_autofree char *csv_name = g_strdup_printf (KP_ARCHIVE_TABLES "/%s.csv", name);
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GString) csv = g_string_new (NULL);
  gint64 n = 0;

  if (!kp_dump_table (kp_session_get_database (session), table, kp_session_get_campaign (session), json, csv, &n, error)
      || !save (folder, json_name, json->str, json->len, error) || !save (folder, csv_name, csv->str, csv->len, error))
    return FALSE;
  json_builder_set_member_name (counts, name);
  json_builder_add_int_value (counts, n);
  *n_rows += n;
  return TRUE;
}

/* What the schema says behind a column: “  planned   INTEGER NOT NULL,   -- places of the notice”. */
static char *
find_comment (const char *schema,
              const char *table,
              const char *column)
{
  g_autofree char *head = g_strdup_printf ("CREATE TABLE %s (", table);
  const char *at = strstr (schema, head);
  const char *end = at != NULL ? strstr (at, "\n) STRICT") : NULL;
  g_autofree char *body = end != NULL ? g_strndup (at, (gsize) (end - at)) : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);
      const char *comment = strstr (line, "-- ");

      if (comment != NULL && g_str_has_prefix (line, column) && line[strlen (column)] == ' ')
        return g_strdup (comment + strlen ("-- "));
    }
  return g_strdup ("");
}

static void
append_field (GString *csv,
              const char *text,
              const char *end)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (csv, "\"%s\"%s", doubled, end);
}

static gboolean
save_dictionary (const char *folder,
                 GError **error)
{
  g_autoptr (GBytes) schema = g_resources_lookup_data (SCHEMA, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GString) csv = g_string_new ("\xef\xbb\xbf表,中文名称,列,类型,主键,可以为空,个人信息,含义\r\n");
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  g_autofree char *text = NULL;

  if (schema == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (schema, NULL), g_bytes_get_size (schema));
  for (guint i = 0; i < n_tables; i++)
    for (guint j = 0; j < tables[i]->n_columns; j++)
      {
        const KpColumn *column = &tables[i]->columns[j];
        g_autofree char *comment = find_comment (text, tables[i]->name, column->name);

        append_field (csv, tables[i]->name, ",");
        append_field (csv, tables[i]->title, ",");
        append_field (csv, column->name, ",");
        append_field (csv, column->type == KP_COLUMN_TYPE_INT ? "整数" : "文字", ",");
        append_field (csv, (column->flags & KP_COLUMN_KEY) != 0 ? "是" : "", ",");
        append_field (csv, (column->flags & KP_COLUMN_NULLABLE) != 0 ? "是" : "", ",");
        append_field (csv, (column->flags & KP_COLUMN_PERSONAL) != 0 ? "是" : "", ",");
        append_field (csv, comment, "\r\n");
      }
  return save (folder, "数据字典.csv", csv->str, csv->len, error) && save (folder, "schema.sql", text, strlen (text), error);
}

static gboolean
save_readme (KpSession *session,
             const char *folder,
             const KpRecordArchive *archive,
             GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *text = g_strdup_printf (readme, kp_session_get_scheme (session)->title, archive->campaign, now, archive->head);

  return save (folder, "说明.txt", text, strlen (text), error);
}

static void
add_member (JsonBuilder *builder,
            const char *name,
            const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static gboolean
save_tables (KpSession *session,
             const char *folder,
             KpProgress *progress,
             KpRecordArchive *archive,
             GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);

  json_builder_begin_object (builder);
  add_member (builder, "format", KP_ARCHIVE_FORMAT);
  add_member (builder, "campaign", archive->campaign);
  add_member (builder, "title", kp_session_get_scheme (session)->title);
  add_member (builder, "head", archive->head);
  add_member (builder, "made_by", kp_session_get_actor (session));
  add_member (builder, "digest", archive->digest);
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, KP_SCHEMA_VERSION);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_object (builder);
  if (!save_table (session, folder, NULL, builder, &archive->n_journal_rows, error))
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    if (!kp_progress_step (progress, _("Tables"), i, n_tables, error)
        || !save_table (session, folder, tables[i], builder, &archive->n_rows, error))
      return FALSE;
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return save (folder, KP_ARCHIVE_MANIFEST, text, strlen (text), error);
}

static gboolean
make_folder (const char *folder,
             GError **error)
{
  g_autofree char *tables = g_build_filename (folder, KP_ARCHIVE_TABLES, NULL);

  if (g_mkdir (folder, 0700) == 0 && g_mkdir (tables, 0700) == 0)
    return TRUE;
  return fail_to_write (folder, g_strerror (errno), error);
}

/**
 * kp_record_archive_write:
 * @session: a campaign
 * @folder: a folder that isn't there yet
 * @progress: (nullable): is told of each table
 * @archive: (out caller-allocates): what is in it, cleared by kp_record_archive_clear() also after an error
 * @error: return location
 *
 * Writes every table as JSON and CSV, as they are at one moment, a dictionary of all columns, the schema and what to do with it.
 * Other files may be added before kp_record_archive_seal().
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR or %G_IO_ERROR_CANCELLED; the folder is the caller's to remove
 */
gboolean
kp_record_archive_write (KpSession *session,
                         const char *folder,
                         KpProgress *progress,
                         KpRecordArchive *archive,
                         GError **error)
{
  KpDatabase *db = kp_session_get_database (session);
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  g_autoptr (KpTransaction) snapshot = kp_transaction_begin_reading (db, error);

  memset (archive, 0, sizeof *archive);
  archive->campaign = g_strdup (kp_session_get_campaign (session));
  if (snapshot == NULL || !kp_progress_step (progress, _("Tables"), 0, n_tables, error) || !make_folder (folder, error))
    return FALSE;
  archive->head = kp_ledger_dup_head_hash (db, archive->campaign, error);
  return archive->head != NULL && kp_copy_digest (db, archive->campaign, tables, n_tables, &archive->digest, error)
         && save_tables (session, folder, progress, archive, error) && save_dictionary (folder, error)
         && save_readme (session, folder, archive, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Paths below @folder, of files alone. */
static void
list_files (const char *folder,
            const char *below,
            GPtrArray *names)
{
  g_autofree char *path = g_build_filename (folder, below, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = *below != '\0' ? g_strconcat (below, "/", name, NULL) : g_strdup (name);
      g_autofree char *full = g_build_filename (folder, inner, NULL);

      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        list_files (folder, inner, names);
      else if (!g_str_equal (inner, KP_ARCHIVE_SUMS))
        g_ptr_array_add (names, g_steal_pointer (&inner));
    }
}

/**
 * kp_record_archive_seal:
 * @folder: of kp_record_archive_write()
 * @progress: (nullable): is told of each file
 * @archive: whose number of files is set
 * @error: return location
 *
 * Writes the SHA-256 of every file, as sha256sum reads it.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
kp_record_archive_seal (const char *folder,
                        KpProgress *progress,
                        KpRecordArchive *archive,
                        GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) sums = g_string_new (NULL);

  list_files (folder, "", names);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *sum = NULL;
      g_autoptr (GError) local = NULL;
      gsize length = 0;

      if (!kp_progress_step (progress, _("Check sums"), i, names->len, error))
        return FALSE;
      if (!g_file_get_contents (path, &bytes, &length, &local))
        return fail_to_write (path, local->message, error);
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
      g_string_append_printf (sums, "%s  %s\n", sum, name);
    }
  archive->n_files = names->len + 1;
  return save (folder, KP_ARCHIVE_SUMS, sums->str, sums->len, error);
}

/**
 * kp_record_archive_clear:
 * @archive: of kp_record_archive_write() or kp_record_archive_read()
 */
void
kp_record_archive_clear (KpRecordArchive *archive)
{
  g_clear_pointer (&archive->campaign, g_free);
  g_clear_pointer (&archive->head, g_free);
  g_clear_pointer (&archive->digest, g_free);
}
