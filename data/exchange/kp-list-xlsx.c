/* kp-list-xlsx.c – a list as a workbook that prints well.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "kp-cell-text.h"
#include "kp-exchange-error.h"
#include "kp-list-private.h"

/* 2000-01-01T00:00:00Z: a workbook states when it was made, and the same list must give the same bytes. */
#define FIXED_TIME 946684800

#define WIDEST_COLUMN 60

typedef struct
{
  lxw_format *title;
  lxw_format *subtitle;
  lxw_format *heading;
  lxw_format *text;
  lxw_format *number;
  lxw_format *note;
  lxw_format *colours[3]; /* the row of a reject, conflict, warn verdict */
} Formats;

static lxw_format *
add_format (lxw_workbook *book, const char *font, guint tenths)
{
  lxw_format *format = workbook_add_format (book);

  format_set_font_name (format, font);
  format_set_font_size (format, tenths / 10);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

static lxw_format *
add_cell_format (lxw_workbook *book)
{
  lxw_format *format = add_format (book, "宋体", 110);

  format_set_border (format, LXW_BORDER_THIN);
  format_set_text_wrap (format);
  return format;
}

static Formats
make_formats (lxw_workbook *book)
{
  static const lxw_color_t colours[3] = { 0xF8CBAD, 0xFFE699, 0xFFF2CC };
  Formats formats;

  formats.title = add_format (book, "方正小标宋简体", 180);
  format_set_align (formats.title, LXW_ALIGN_CENTER);
  format_set_text_wrap (formats.title);
  formats.subtitle = add_format (book, "楷体", 110);
  format_set_text_wrap (formats.subtitle);
  formats.heading = add_cell_format (book);
  format_set_bold (formats.heading);
  format_set_align (formats.heading, LXW_ALIGN_CENTER);
  format_set_bg_color (formats.heading, 0xE7E6E6);
  formats.text = add_cell_format (book);
  format_set_num_format (formats.text, "@");
  formats.number = add_cell_format (book);
  format_set_align (formats.number, LXW_ALIGN_RIGHT);
  formats.note = add_format (book, "楷体", 100);
  format_set_text_wrap (formats.note);
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      formats.colours[i] = add_cell_format (book);
      format_set_num_format (formats.colours[i], "@");
      format_set_bg_color (formats.colours[i], colours[i]);
    }
  return formats;
}

static guint
choose_width (KpList *list, guint column)
{
  const KpListColumn *about = &g_array_index (list->columns, KpListColumn, column);
  guint width = kp_list_measure_text (about->title) + 2;

  if (about->width > 0)
    return about->width;
  for (guint i = 0; i < MIN (kp_list_get_n_rows (list), 500); i++)
    width = MAX (width, kp_list_measure_text (kp_list_get_value (list, i, column)) + 2);
  return MIN (width, WIDEST_COLUMN);
}

static guint
set_up_columns (KpList *list, lxw_worksheet *sheet)
{
  guint total = 0;

  for (guint i = 0; i < list->columns->len; i++)
    {
      guint width = choose_width (list, i);

      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, width, NULL);
      total += width;
    }
  return total;
}

/* An ampersand begins a code there; Excel takes 255 characters. */
static void
set_footer (KpList *list, lxw_worksheet *sheet)
{
  g_autoptr (GString) text = g_string_new (list->source);
  g_autofree char *footer = NULL;

  g_string_replace (text, "&", "&&", 0);
  footer = g_strdup_printf ("&L&8%s&C第 &P 页 共 &N 页", text->str);
  if (text->len == 0 || g_utf8_strlen (footer, -1) > 250)
    worksheet_set_footer (sheet, "&C第 &P 页 共 &N 页");
  else
    worksheet_set_footer (sheet, footer);
}

static void
set_up_page (KpList *list, lxw_worksheet *sheet, guint width, guint heading_row)
{
  worksheet_set_paper (sheet, 9); /* A4 */
  if (width > 100)
    worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, heading_row, heading_row);
  set_footer (list, sheet);
  worksheet_freeze_panes (sheet, heading_row + 1, 0);
}

static void
write_line (lxw_worksheet *sheet, guint row, guint n_columns, const char *text, lxw_format *format)
{
  if (n_columns > 1)
    worksheet_merge_range (sheet, row, 0, row, (lxw_col_t) (n_columns - 1), text, format);
  else
    worksheet_write_string (sheet, row, 0, text, format);
}

/* A report of verdicts shows them by colour. */
static lxw_format *
choose_format (const Formats *formats, const KpListColumn *column, const char *value)
{
  static const char *const verdicts[] = { "reject", "conflict", "warn" };

  for (guint i = 0; i < G_N_ELEMENTS (verdicts) && strcmp (column->key, "verdict") == 0; i++)
    if (strcmp (value, verdicts[i]) == 0)
      return formats->colours[i];
  return column->kind == KP_LIST_NUMBER ? formats->number : formats->text;
}

static void
write_rows (KpList *list, lxw_worksheet *sheet, const Formats *formats, guint first_row)
{
  for (guint i = 0; i < kp_list_get_n_rows (list); i++)
    for (guint k = 0; k < list->columns->len; k++)
      {
        const KpListColumn *column = &g_array_index (list->columns, KpListColumn, k);
        const char *value = kp_list_get_value (list, i, k);
        lxw_format *format = choose_format (formats, column, value);

        if (*value == '\0')
          worksheet_write_blank (sheet, first_row + i, (lxw_col_t) k, format);
        else if (column->kind == KP_LIST_NUMBER)
          kp_cell_text_write_number (sheet, first_row + i, k, value, format);
        else
          worksheet_write_string (sheet, first_row + i, (lxw_col_t) k, value, format);
      }
}

static void
write_sheet (KpList *list, lxw_workbook *book, const char *name, const Formats *formats)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, name);
  guint width = set_up_columns (list, sheet);
  guint n_columns = list->columns->len;
  guint row = 0;

  if (*list->title != '\0')
    {
      worksheet_set_row (sheet, row, 36, NULL);
      write_line (sheet, row++, n_columns, list->title, formats->title);
    }
  if (*list->subtitle != '\0')
    write_line (sheet, row++, n_columns, list->subtitle, formats->subtitle);
  set_up_page (list, sheet, width, row);
  for (guint i = 0; i < n_columns; i++)
    worksheet_write_string (sheet, row, (lxw_col_t) i, g_array_index (list->columns, KpListColumn, i).title,
                            formats->heading);
  write_rows (list, sheet, formats, ++row);
  row += kp_list_get_n_rows (list);
  for (guint i = 0; i < list->notes->len; i++)
    write_line (sheet, row++, n_columns, g_ptr_array_index (list->notes, i), formats->note);
}

/* The lists of one workbook, and the names of their sheets. */
typedef struct
{
  KpList *const *lists;
  const char *const *names;
  guint n_lists;
} Sheets;

static gboolean
write_file (const Sheets *sheets, const char *path, const char *folder, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *) folder };
  lxw_doc_properties properties = { .title = sheets->lists[0]->title,
                                    .author = sheets->lists[0]->maker,
                                    .comments = sheets->lists[0]->source,
                                    .created = FIXED_TIME };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_error status;
  Formats formats;

  if (book == NULL)
    {
      g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_WRITE,
                           _ ("The workbook cannot be "
                              "written."));
      return FALSE;
    }
  workbook_set_properties (book, &properties);
  formats = make_formats (book);
  for (guint i = 0; i < sheets->n_lists; i++)
    write_sheet (sheets->lists[i], book, sheets->names[i], &formats);
  status = workbook_close (book);
  if (status != LXW_NO_ERROR)
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_WRITE,
                   _ ("The workbook cannot be written: "
                      "%s."),
                   lxw_strerror (status));
      return FALSE;
    }
  return TRUE;
}

/**
 * kp_list_book_to_xlsx:
 * @lists: one list for each sheet, at least one
 * @names: the names of the sheets, at most 31 characters each
 * @n_lists: how many
 * @error: %KP_EXCHANGE_ERROR_WRITE, such as no space for temporary files
 *
 * As kp_list_to_xlsx(), with several sheets.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kp_list_book_to_xlsx (KpList *const *lists, const char *const *names, guint n_lists, GError **error)
{
  const Sheets sheets = { lists, names, n_lists };
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GError) problem = NULL;
  gsize length = 0;
  gboolean is_written;

  g_return_val_if_fail (n_lists > 0, NULL);

  folder = g_dir_make_tmp ("kaopin-XXXXXX", &problem);
  if (folder == NULL)
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_WRITE,
                   _ ("No temporary folder can be made: "
                      "%s."),
                   problem->message);
      return NULL;
    }
  path = g_build_filename (folder, "list.xlsx", NULL);
  is_written = write_file (&sheets, path, folder, error);
  if (is_written && !g_file_get_contents (path, &data, &length, &problem))
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_WRITE,
                   _ ("The workbook cannot be written: "
                      "%s."),
                   problem->message);
      is_written = FALSE;
    }
  g_unlink (path);
  g_rmdir (folder);
  return is_written ? g_bytes_new_take (g_steal_pointer (&data), length) : NULL;
}

/**
 * kp_list_to_xlsx:
 * @list: a list
 * @error: %KP_EXCHANGE_ERROR_WRITE, such as no space for temporary files
 *
 * One sheet: title, subtitle, a frozen heading that repeats on each printed page, the rows, the notes. Codes
 * and numbers with leading zeros are text cells. Works through a private temporary folder, in constant
 * memory.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kp_list_to_xlsx (KpList *list, GError **error)
{
  static const char *const names[] = { "名单" };

  g_return_val_if_fail (list != NULL, NULL);

  return kp_list_book_to_xlsx (&list, names, 1, error);
}
