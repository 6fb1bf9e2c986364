/* kp-xlsx.c – the frame of an .xlsx workbook: which parts it has.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* _rels/.rels → the workbook part → its sheets (name, relation) and its own relations → parts. Nothing is
 * assumed of their names: the targets may be relative or absolute, and the part names may differ from them in
 * case. */

#include "kp-xlsx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-exchange-error.h"
#include "kp-xml.h"

typedef struct
{
  KpXmlState state;
  KpXlsx *xlsx;
  const char *folder;
  char *workbook; /* the main part */
  char *strings;
  char *styles;
} Frame;

static void
ignore_end (gpointer user_data G_GNUC_UNUSED, const char *name G_GNUC_UNUSED)
{
}

static void
ignore_text (gpointer user_data G_GNUC_UNUSED, const char *text G_GNUC_UNUSED, gsize length G_GNUC_UNUSED)
{
}

static void
free_sheet (gpointer data)
{
  KpXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet->part);
  g_clear_pointer (&sheet->merges, g_array_unref);
  g_free (sheet);
}

static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *path = target[0] == '/' ? g_strdup (target) : g_strconcat ("/", folder, "/", target, NULL);
  g_autofree char *whole = g_canonicalize_filename (path, "/");

  return g_strdup (whole + 1);
}

static void
take_relation (Frame *frame, const char *type, const char *target, const char *id)
{
  if (g_str_has_suffix (type, "/officeDocument") && frame->workbook == NULL)
    frame->workbook = resolve (frame->folder, target);
  else if (g_str_has_suffix (type, "/sharedStrings") && frame->strings == NULL)
    frame->strings = resolve (frame->folder, target);
  else if (g_str_has_suffix (type, "/styles") && frame->styles == NULL)
    frame->styles = resolve (frame->folder, target);
  else if (g_str_has_suffix (type, "/worksheet"))
    for (guint i = 0; i < frame->xlsx->sheets->len; i++)
      {
        KpXlsxSheet *sheet = g_ptr_array_index (frame->xlsx->sheets, i);

        if (sheet->part == NULL && g_strcmp0 (sheet->relation, id) == 0)
          sheet->part = resolve (frame->folder, target);
      }
}

static void
on_relation_cb (gpointer user_data, const char *name, const char **attributes)
{
  const char *type = kp_xml_get_attribute (attributes, "Type");
  const char *target = kp_xml_get_attribute (attributes, "Target");
  const char *id = kp_xml_get_attribute (attributes, "Id");

  if (strcmp (name, "Relationship") == 0 && type != NULL && target != NULL && id != NULL)
    take_relation (user_data, type, target, id);
}

static void
on_workbook_cb (gpointer user_data, const char *name, const char **attributes)
{
  Frame *frame = user_data;

  if (strcmp (name, "workbookPr") == 0)
    {
      const char *value = kp_xml_get_attribute (attributes, "date1904");

      frame->xlsx->from_1904 = g_strcmp0 (value, "1") == 0 || g_strcmp0 (value, "true") == 0;
    }
  else if (strcmp (name, "sheet") == 0)
    {
      KpXlsxSheet *sheet = g_new0 (KpXlsxSheet, 1);
      const char *state = kp_xml_get_attribute (attributes, "state");

      sheet->name = g_strdup (kp_xml_get_attribute (attributes, "name"));
      sheet->relation = g_strdup (kp_xml_get_attribute (attributes, "id"));
      sheet->is_hidden = state != NULL && strcmp (state, "visible") != 0;
      g_ptr_array_add (frame->xlsx->sheets, sheet);
    }
}

static gboolean
read_relations (Frame *frame, const char *part, GError **error)
{
  static const KpXmlHandlers handlers = { on_relation_cb, ignore_end, ignore_text };
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *relations = NULL;

  frame->folder = strcmp (folder, ".") == 0 ? "" : folder;
  if (*part == '\0')
    relations = g_strdup ("_rels/.rels");
  else
    relations = g_strdup_printf ("%s%s_rels/%s.rels", frame->folder, *frame->folder != '\0' ? "/" : "", base);
  if (!kp_archive_has (frame->xlsx->archive, relations))
    return TRUE;
  return kp_xml_read_part (frame->xlsx->archive, relations, &handlers, frame, &frame->state, error);
}

static gboolean
read_frame (Frame *frame, GError **error)
{
  static const KpXmlHandlers handlers = { on_workbook_cb, ignore_end, ignore_text };
  KpXlsx *xlsx = frame->xlsx;

  if (!read_relations (frame, "", error))
    return FALSE;
  if (frame->workbook == NULL)
    frame->workbook = g_strdup ("xl/workbook.xml");
  if (!kp_archive_has (xlsx->archive, frame->workbook) || g_str_has_suffix (frame->workbook, ".bin") ||
      strstr (frame->workbook, "word/") != NULL || strstr (frame->workbook, "ppt/") != NULL)
    {
      g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_KIND,
                           _ ("The file is a zip archive but not an .xlsx workbook. Open it in a "
                              "spreadsheet program and save it as .xlsx."));
      return FALSE;
    }
  return kp_xml_read_part (xlsx->archive, frame->workbook, &handlers, frame, &frame->state, error) &&
         read_relations (frame, frame->workbook, error) &&
         (frame->styles == NULL || kp_xlsx_load_styles (xlsx, frame->styles, error)) &&
         (frame->strings == NULL || kp_xlsx_load_strings (xlsx, frame->strings, error));
}

/* Charts and dialogs stand among the sheets but have no rows. */
static gboolean
drop_sheets_without_rows (KpXlsx *xlsx, GError **error)
{
  for (guint i = xlsx->sheets->len; i > 0; i--)
    {
      KpXlsxSheet *sheet = g_ptr_array_index (xlsx->sheets, i - 1);

      if (sheet->part == NULL || sheet->name == NULL || !kp_archive_has (xlsx->archive, sheet->part))
        g_ptr_array_remove_index (xlsx->sheets, i - 1);
    }
  if (xlsx->sheets->len == 0)
    g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_EMPTY,
                         _ ("The workbook has no sheet "
                            "with rows."));
  return xlsx->sheets->len > 0;
}

/**
 * kp_xlsx_open:
 * @bytes: the file
 * @limits: what is too much
 * @error: a #KpExchangeError
 *
 * Reads all of a workbook but the rows of its sheets.
 *
 * Returns: (transfer full) (nullable): the workbook
 */
KpXlsx *
kp_xlsx_open (GBytes *bytes, const KpWorkbookLimits *limits, GError **error)
{
  g_autoptr (KpXlsx) xlsx = NULL;
  Frame frame = { 0 };
  gboolean is_fine;

  xlsx = g_new0 (KpXlsx, 1);
  xlsx->limits = *limits;
  xlsx->sheets = g_ptr_array_new_with_free_func (free_sheet);
  xlsx->chunk = g_string_chunk_new (64 * 1024);
  xlsx->strings = g_ptr_array_new ();
  xlsx->style_is_date = g_array_new (FALSE, TRUE, sizeof (gboolean));
  xlsx->archive = kp_archive_open (bytes, limits, error);
  if (xlsx->archive == NULL)
    return NULL;

  frame.xlsx = xlsx;
  is_fine = read_frame (&frame, error) && drop_sheets_without_rows (xlsx, error);
  g_free (frame.workbook);
  g_free (frame.strings);
  g_free (frame.styles);
  return is_fine ? g_steal_pointer (&xlsx) : NULL;
}

/**
 * kp_xlsx_free:
 * @xlsx: (transfer full) (nullable): a workbook
 *
 * Closes it.
 */
void
kp_xlsx_free (KpXlsx *xlsx)
{
  if (xlsx == NULL)
    return;
  kp_archive_free (xlsx->archive);
  g_ptr_array_unref (xlsx->sheets);
  g_string_chunk_free (xlsx->chunk);
  g_ptr_array_unref (xlsx->strings);
  g_array_unref (xlsx->style_is_date);
  g_free (xlsx);
}
