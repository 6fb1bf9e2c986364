/* kp-press-web.c – a published list for the county's web page: what the printed paper shows, as .html and .xlsx.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Both are made of the very cells, headings and sentences that the form hands to the printed table, so that paper, page and
 * workbook can't differ: neither in a row nor in how a name is masked. Every cell is a text, also in the workbook: 88.50
 * stays 88.50, and nothing that a person typed is ever a formula. */

#include "kp-press-web.h"

#include <string.h>

#include "kp-frame.h"
#include "kp-official.h"
#include "kp-output.h"
#include "kp-script.h"

/* One file, without anything from elsewhere; black on white on paper, with the heading on each sheet. */
static const char style[] =
    "body{margin:0;background:#fff;color:#000;font-family:\"Source Han Serif SC\",\"Noto Serif CJK SC\",SimSun,serif;"
    "font-size:1rem;line-height:1.6}\n"
    "main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem}\n"
    "h1,caption{font-size:1.5rem;font-weight:bold;text-align:center;line-height:1.4;margin:0 0 1rem}\n"
    "h2{font-size:1rem;margin:1rem 0 .5rem}\n"
    "p{margin:0 0 .5rem}\n"
    ".lead p{text-indent:2em}\n"
    ".scroll{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{border:1px solid #000;padding:.2rem .5rem;text-align:center}\n"
    "thead th{background:#ebebeb}\n"
    "th[scope=rowgroup]{text-align:left}\n"
    ".edition,.sign{text-align:right}\n"
    "footer{margin-top:1.5rem;font-size:.8rem;color:#444;overflow-wrap:anywhere}\n"
    "@media print{@page{size:A4;margin:18mm 15mm}main{max-width:none;padding:0}body{font-size:10.5pt}"
    ".scroll{overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}footer{color:#000}}\n";

/* As text; what HTML has no place for, such as a control character, is left out. A newline breaks the line. */
static void
append_character (GString *html, gunichar c)
{
  if (c == '&')
    g_string_append (html, "&amp;");
  else if (c == '<')
    g_string_append (html, "&lt;");
  else if (c == '>')
    g_string_append (html, "&gt;");
  else if (c == '"')
    g_string_append (html, "&quot;");
  else if (c == '\n')
    g_string_append (html, "<br>");
  else if (c >= 0x20 && (c < 0x7F || c > 0x9F) && (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF))
    g_string_append_unichar (html, c);
}

static const char *
get_tag (gunichar mark, gboolean is_end)
{
  if (mark == KP_SCRIPT_STRONG)
    return is_end ? "</strong>" : "<strong>";
  return mark == KP_SCRIPT_EMPHASIS ? (is_end ? "</em>" : "<em>") : "";
}

/* The mark of emphasis stands behind its character. */
static void
append_text (GString *html, const char *text)
{
  gunichar open = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar next = g_utf8_get_char (g_utf8_next_char (at));
      const gunichar mark = next == KP_SCRIPT_STRONG || next == KP_SCRIPT_EMPHASIS ? next : 0;

      if (mark != open)
        {
          g_string_append (html, get_tag (open, TRUE));
          g_string_append (html, get_tag (mark, FALSE));
        }
      open = mark;
      append_character (html, g_utf8_get_char (at));
      if (mark != 0)
        at = g_utf8_next_char (at);
    }
  g_string_append (html, get_tag (open, TRUE));
}

static void
append_element (GString *html, const char *begin, const char *text, const char *end)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (html, begin);
  append_text (html, text);
  g_string_append (html, end);
}

/* In one line, as the title of a window, a sheet or a file. */
static char *
dup_line (const char *title)
{
  g_auto (GStrv) lines = g_strsplit (title, "\n", -1);

  return g_strjoinv ("", lines);
}

static void
append_lead (GString *html, const KpFormListing *listing)
{
  if (listing->n_lead == 0)
    return;
  g_string_append (html, "<section class=\"lead\">\n");
  for (guint i = 0; i < listing->n_lead; i++)
    {
      const KpOfficialPart *part = &listing->lead[i];

      if (part->kind == KP_OFFICIAL_TITLE)
        append_element (html, "<h1>", part->text, "</h1>\n");
      else if (part->kind == KP_OFFICIAL_HEADING_1 || part->kind == KP_OFFICIAL_HEADING_2)
        append_element (html, "<h2>", part->text, "</h2>\n");
      else
        append_element (html, "<p>", part->text, "</p>\n");
    }
  append_element (html, "<p class=\"sign\">", listing->issuer, "</p>\n");
  append_element (html, "<p class=\"sign\">", listing->date, "</p>\n");
  g_string_append (html, "</section>\n");
}

static const char *
get_cell (const KpFormListing *listing, guint row, guint column)
{
  const char *cell = listing->cells[row * listing->n_columns + column];

  return cell != NULL ? cell : "";
}

/* A body of the table for each group, under its name. */
static void
append_rows (GString *html, const KpFormListing *listing)
{
  const char *group = NULL;

  for (guint i = 0; i < listing->n_rows; i++)
    {
      const char *own = listing->groups != NULL ? listing->groups[i] : NULL;

      if (i == 0 || g_strcmp0 (own, group) != 0)
        {
          g_string_append (html, i == 0 ? "<tbody>\n" : "</tbody>\n<tbody>\n");
          if (own != NULL)
            {
              g_string_append_printf (html, "<tr><th scope=\"rowgroup\" colspan=\"%u\">", listing->n_columns);
              append_text (html, own);
              g_string_append (html, "</th></tr>\n");
            }
        }
      group = own;
      g_string_append (html, "<tr>");
      for (guint j = 0; j < listing->n_columns; j++)
        {
          g_string_append (html, "<td>");
          append_text (html, get_cell (listing, i, j));
          g_string_append (html, "</td>");
        }
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, listing->n_rows > 0 ? "</tbody>\n" : "");
}

static void
append_table (GString *html, const KpFormListing *listing)
{
  if (listing->edition != NULL)
    append_element (html, "<p class=\"edition\">", listing->edition, "</p>\n");
  g_string_append (html, "<div class=\"scroll\">\n<table>\n");
  append_element (html, "<caption>", listing->title, "</caption>\n");
  g_string_append (html, "<thead>\n<tr>");
  for (guint i = 0; i < listing->n_columns; i++)
    {
      g_string_append (html, "<th scope=\"col\">");
      append_text (html, listing->headings[i]);
      g_string_append (html, "</th>");
    }
  g_string_append (html, "</tr>\n</thead>\n");
  append_rows (html, listing);
  g_string_append (html, "</table>\n</div>\n");
}

static GString *
make_html (const KpFormListing *listing, const char *digests, const char *code)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  const gboolean has_lead = listing->n_lead > 0 && listing->lead[0].kind == KP_OFFICIAL_TITLE;
  g_autofree char *line = dup_line (has_lead ? listing->lead[0].text : listing->title);

  append_element (html, "<title>", line, "</title>\n");
  g_string_append_printf (html, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
  append_lead (html, listing);
  append_table (html, listing);
  for (guint i = 0; listing->notes != NULL && listing->notes[i] != NULL; i++)
    append_element (html, "<p>", listing->notes[i], "</p>\n");
  if (listing->n_lead == 0)
    {
      append_element (html, "<p class=\"sign\">", listing->issuer, "</p>\n");
      append_element (html, "<p class=\"sign\">", listing->date, "</p>\n");
    }
  g_string_append (html, "<footer>\n");
  append_element (html, "<p>", digests, "</p>\n");
  append_element (html, "<p>", code, "</p>\n");
  g_string_append (html, "</footer>\n</main>\n</body>\n</html>\n");
  return html;
}

/* The group has no band in a workbook that is to be sorted, but a column. */
static KpList *
make_list (const KpFormListing *listing, const char *digests, const char *code)
{
  const guint first = listing->groups != NULL ? 1 : 0;
  g_autofree KpListColumn *columns = g_new0 (KpListColumn, listing->n_columns + 1);
  g_autofree const char **cells = g_new0 (const char *, listing->n_columns + 2);
  g_autoptr (GStringChunk) headings = g_string_chunk_new (256);
  g_autofree char *line = dup_line (listing->title);
  const char *const last[] = { listing->issuer, listing->date, digests, code };
  KpList *list;

  columns[0] = (KpListColumn){ "group", "岗位", 0, KP_LIST_TEXT };
  for (guint i = 0; i < listing->n_columns; i++)
    {
      g_autofree char *heading = dup_line (listing->headings[i]);

      columns[first + i] = (KpListColumn){ "cell", g_string_chunk_insert (headings, heading), 0, KP_LIST_TEXT };
    }
  list = kp_list_new (line, listing->edition, columns, first + listing->n_columns);
  for (guint i = 0; i < listing->n_rows; i++)
    {
      if (first > 0)
        cells[0] = listing->groups[i] != NULL ? listing->groups[i] : "";
      for (guint j = 0; j < listing->n_columns; j++)
        cells[first + j] = get_cell (listing, i, j);
      kp_list_add_row (list, cells);
    }
  for (guint i = 0; listing->notes != NULL && listing->notes[i] != NULL; i++)
    kp_list_add_note (list, listing->notes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    if (last[i] != NULL && *last[i] != '\0')
      kp_list_add_note (list, last[i]);
  return list;
}

/** kp_press_web_take: makes both forms of what is about to be printed; @data is an empty #KpPressWeb. */
void
kp_press_web_take (const KpFormListing *listing, gpointer data)
{
  KpPressWeb *web = data;
  g_autofree char *digests = kp_frame_dup_digests (listing->frame);
  g_autofree char *code = kp_frame_dup_code (listing->frame->code);

  kp_press_web_clear (web);
  web->html = make_html (listing, digests, code);
  web->list = make_list (listing, digests, code);
}

static gboolean
save (const char *pdf_path, const char *ending, GBytes *bytes, GPtrArray *files, GError **error)
{
  g_autofree char *stem = g_strndup (pdf_path, strlen (pdf_path) - strlen (".pdf"));
  char *path = g_strconcat (stem, ending, NULL);

  g_ptr_array_add (files, path);
  return kp_output_save (path, bytes, error);
}

/** kp_press_web_save: writes both beside the PDF of the same name; their paths are added to @files. */
gboolean
kp_press_web_save (const KpPressWeb *web, const char *pdf_path, GPtrArray *files, GError **error)
{
  g_autoptr (GBytes) html = g_bytes_new (web->html->str, web->html->len);
  g_autoptr (GBytes) xlsx = kp_list_to_xlsx (web->list, error);

  return xlsx != NULL && save (pdf_path, ".html", html, files, error) && save (pdf_path, ".xlsx", xlsx, files, error);
}

/** kp_press_web_clear: frees both. */
void
kp_press_web_clear (KpPressWeb *web)
{
  if (web->html != NULL)
    g_string_free (g_steal_pointer (&web->html), TRUE);
  g_clear_pointer (&web->list, kp_list_free);
}
