/* kp-verb-export.c – writes a list as .csv, .xlsx or .json.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-command-list.h"
#include "kp-entry-sheet.h"
#include "kp-lists.h"
#include "kp-press-leak.h"
#include "kp-step-export.h"
#include "kp-verbs.h"

#define MARK_SHEET "mark-sheet"

/* Here --json names a file and is no question for the form of the answer. */
static gboolean
write_list (KpCommand *command, KpSession *session, KpList *list, const char *const *paths, GError **error)
{
  for (guint i = 0; i <= KP_LIST_FORM_JSON; i++)
    if (paths[i] != NULL && !kp_command_save_list (command, session, list, (KpListForm) i, paths[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
fail_unknown (KpCommand *command, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < KP_LISTS_N; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", kp_lists_get_name ((KpListName) i));
  g_string_append (names, " " MARK_SHEET);
  return kp_command_fail_usage (command, error, _ ("There is no list “%s”; there are: %s."),
                                kp_command_get_argument (command, 0), names->str);
}

/* 阶段关口: no table with columns that nothing has filled yet goes out of the house, and none for everybody with what is
   nobody's business. */
static gboolean
check_rows (KpList *list, KpListName name, GError **error)
{
  if (kp_list_get_n_rows (list) > 0)
    return !kp_lists_is_published (name) || kp_press_check_leaks (list, kp_lists_get_chinese (name), error);
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
               _ ("Nothing is on the list “%s” yet, so it can't be handed out; it is made when its step has been done."),
               kp_lists_get_chinese (name));
  return FALSE;
}

/* The registrations show ID numbers and phones in full; the mark sheet and the other lists mask them. */
static gboolean
has_personal_data (KpListName name, gboolean is_sheet)
{
  return !is_sheet && name == KP_LISTS_REGISTRATIONS;
}

/** kp_verb_export: kaopin export FILE LIST --csv|--xlsx|--json OUT. */
gboolean
kp_verb_export (KpCommand *command, GError **error)
{
  g_autofree char *csv = NULL;
  g_autofree char *xlsx = NULL;
  g_autofree char *json = NULL;
  g_autofree char *paper = NULL;
  gint room = 0;
  const GOptionEntry entries[] = {
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &csv, N_ ("Write a text table"), "OUT" },
    { "xlsx", 0, 0, G_OPTION_ARG_FILENAME, &xlsx, N_ ("Write a workbook"), "OUT" },
    { "json", 0, 0, G_OPTION_ARG_FILENAME, &json, N_ ("Write JSON"), "OUT" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_ ("Of mark-sheet: code of the paper"), "P" },
    { "room", 0, 0, G_OPTION_ARG_INT, &room, N_ ("Of mark-sheet: one room alone"), "N" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpListName name = KP_LISTS_REGISTRATIONS;
  gboolean is_sheet;
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpList) list = NULL;

  if (!kp_command_parse (command, entries, 1, 1, error))
    return FALSE;
  is_sheet = g_str_equal (kp_command_get_argument (command, 0), MARK_SHEET);
  if (!is_sheet && !kp_lists_parse (kp_command_get_argument (command, 0), &name))
    return fail_unknown (command, error);
  if (is_sheet != (paper != NULL) || room < 0 || (room > 0 && !is_sheet))
    return kp_command_fail_usage (command, error, _ ("mark-sheet needs --paper; --paper and --room belong to it alone."));
  if (csv == NULL && xlsx == NULL && json == NULL)
    return kp_command_fail_usage (command, error, _ ("Say into which file with --csv, --xlsx or --json."));
  session = kp_command_open (command, has_personal_data (name, is_sheet) ? KP_OPEN_READ_WRITE : KP_OPEN_READ_ONLY, error);
  if (session != NULL)
    list = is_sheet ? kp_entry_sheet_make (session, paper, (guint) room, error) : kp_lists_make (session, name, error);
  if (list == NULL || !(is_sheet || check_rows (list, name, error))
      || (has_personal_data (name, is_sheet)
          && !kp_step_note_export (session, kp_lists_get_name (name), kp_list_get_n_rows (list), error)))
    return FALSE;
  return write_list (command, session, list,
                     (const char *const[]){ [KP_LIST_FORM_CSV] = csv, [KP_LIST_FORM_XLSX] = xlsx, [KP_LIST_FORM_JSON] = json }, error);
}
