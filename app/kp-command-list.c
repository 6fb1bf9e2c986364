/* kp-command-list.c – lists that a verb writes: each says who had it written, when, and from which state of the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-command-list.h"

#include <string.h>

#include "kp-output.h"

/* "来源：云岭县……，由张三于 2026-03-05 09:30 导出，日志摘要 3f0c9ab2d4e5f607" */
static char *
dup_source (KpSession *session, GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *head = kp_ledger_dup_head_hash (kp_session_get_database (session), kp_session_get_campaign (session), error);

  if (head == NULL)
    return NULL;
  if (strlen (now) > 16)
    now[16] = '\0';
  if (strlen (now) > 10)
    now[10] = ' ';
  return g_strdup_printf ("来源：考聘档案 %s，由%s于 %s 导出，日志摘要 %.16s", kp_session_get_campaign (session),
                          kp_session_get_actor (session), now, head);
}

static gboolean
save_or_print (KpCommand *command, GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (GBytes) printed = NULL;

  if (bytes == NULL || !g_str_equal (path, "-"))
    return kp_command_save (command, bytes, path, error);
  printed = bytes;
  return kp_output_print (g_bytes_get_data (printed, NULL), g_bytes_get_size (printed), error);
}

/* The digest ties it to the file. */
static gboolean
save_beside (KpCommand *command, const char *path, const char *source, const char *digest, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".来源.txt", NULL);
  g_autofree char *text = g_strdup_printf ("%s，文件摘要（SHA-256） %s\r\n", source, digest);
  const gsize n = strlen (text);

  return kp_command_save (command, g_bytes_new_take (g_steal_pointer (&text), n), beside, error);
}

/**
 * kp_command_save_list:
 * @command: the command
 * @session: the record that @list is of
 * @list: a list; it is told where it comes from
 * @form: of the file
 * @path: the file; "-" = standard output
 * @error: return location
 *
 * Writes it with who has it written, when, and from which state of the record: in the properties and on the printed pages of a
 * workbook, as a member of JSON. A text table is read by programs that know no remarks: beside it goes a file of the same name
 * and ".来源.txt".
 *
 * Returns: %TRUE, or %FALSE and @path is as it was
 */
gboolean
kp_command_save_list (KpCommand *command, KpSession *session, KpList *list, KpListForm form, const char *path, GError **error)
{
  g_autofree char *source = dup_source (session, error);
  g_autofree char *digest = NULL;
  GBytes *bytes = NULL;

  if (source == NULL)
    return FALSE;
  kp_list_set_source (list, kp_session_get_actor (session), source);
  bytes = form == KP_LIST_FORM_CSV    ? kp_list_to_csv (list)
          : form == KP_LIST_FORM_XLSX ? kp_list_to_xlsx (list, error)
                                      : kp_list_to_json (list);
  digest = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  return save_or_print (command, bytes, path, error)
         && (form != KP_LIST_FORM_CSV || g_str_equal (path, "-") || save_beside (command, path, source, digest, error));
}
