/* kp-press-secret.c – the sealing staff's papers: which secret number goes on which script.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-draw-record.h"
#include "kp-form-secret.h"
#include "kp-mark-tables.h"
#include "kp-press-code.h"
#include "kp-press-room.h"
#include "kp-secret-number.h"
#include "kp-secret-print.h"

/* The numbers of one paper, and the draw that gave them. */
typedef struct
{
  const KpSchemePaper *paper;
  GPtrArray *records;   /* KpSecretNumberRecord, by number */
  GHashTable *numbers;  /* registration number → secret number; borrowed */
  GArray *rooms;        /* KpPressRoom: where the paper was sat */
  const char *draw;     /* a sentence */
} Secrets;

static void
secrets_clear (Secrets *secrets)
{
  g_clear_pointer (&secrets->rooms, g_array_unref);
  g_clear_pointer (&secrets->numbers, g_hash_table_unref);
  g_clear_pointer (&secrets->records, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Secrets, secrets_clear)

/* By what a stranger finds the record of the draw. */
static const char *
describe_draw (KpPress *press, const Secrets *secrets, GError **error)
{
  g_autofree char *purpose = g_strconcat (KP_SECRET_PURPOSE, secrets->paper->code, NULL);
  g_autofree char *digest = kp_secret_print_dup_digest (secrets->records);
  g_autoptr (GPtrArray) draws = kp_draw_record_list (press->session, error);
  const char *commitment = "";

  for (guint i = 0; draws != NULL && i < draws->len; i++)
    {
      const KpDrawAttempt *attempt = g_ptr_array_index (draws, i);

      if (attempt->is_last && g_str_equal (attempt->draw->purpose, purpose))
        commitment = attempt->draw->commitment;
    }
  return draws != NULL ? kp_press_format (press, "密号抽签：%s　承诺值 %.12s　结果摘要 %.12s　启封后与抽签记录核对", purpose,
                                          commitment, digest)
                       : NULL;
}

static gboolean
load (KpPress *press, const char *code, Secrets *secrets, GError **error)
{
  secrets->paper = kp_scheme_get_paper (press->scheme, code);
  if (secrets->paper == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _ ("The scheme has no paper “%s”; give the code of one of its papers."), code);
      return FALSE;
    }
  secrets->records = kp_table_select (kp_session_get_database (press->session), &kp_secret_number_table,
                                      kp_session_get_campaign (press->session), "AND paper = $2 ORDER BY number",
                                      KP_BINDS (KP_TEXT (code)), error);
  if (secrets->records == NULL)
    return FALSE;
  secrets->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < secrets->records->len; i++)
    {
      const KpSecretNumberRecord *record = g_ptr_array_index (secrets->records, i);

      g_hash_table_insert (secrets->numbers, (gpointer) record->application, (gpointer) record->number);
    }
  secrets->rooms = kp_press_list_rooms_of_paper (press, code);
  if (secrets->records->len == 0 || secrets->rooms->len == 0)
    {
      g_set_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING,
                   _ ("Paper “%s” has no secret numbers or no rooms, so there is nothing for the sealing staff to print."), code);
      return FALSE;
    }
  secrets->draw = describe_draw (press, secrets, error);
  return secrets->draw != NULL;
}

/* What each script of a room is known by. */
static gsize
fill_rows (KpPress *press, const Secrets *secrets, const KpPressRoom *room, KpSecretRow *rows)
{
  gsize n = 0;

  for (guint i = 0; i < room->dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (room->dossiers, i);
      const char *number = g_hash_table_lookup (secrets->numbers, dossier->application->application);

      if (number != NULL)
        rows[n++] = (KpSecretRow){ kp_press_format_seat (press, dossier), dossier->seat->ticket, number };
    }
  return n;
}

/* Of what is sealed: one line for each script. */
static const char *
compute_digest (KpPress *press, const Secrets *secrets, const KpPressRoom *room, const KpSecretRow *rows, gsize n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s,%s,%s,%s,%s\n", secrets->paper->code, room->number, rows[i].seat, rows[i].ticket,
                            rows[i].number);
  return kp_press_keep (press, g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1));
}

static gboolean
draw_room (KpPress *press, KpSheet *sheet, const Secrets *secrets, guint index, GError **error)
{
  const KpPressRoom *room = &g_array_index (secrets->rooms, KpPressRoom, index);
  g_autofree KpSecretRow *rows = g_new0 (KpSecretRow, room->dossiers->len + 1);
  const gsize n = fill_rows (press, secrets, room, rows);
  const char *digest = compute_digest (press, secrets, room, rows, n);
  const KpSecretFacts facts = {
    .list = { .title = kp_press_format (press, "%s\n密号对照表", kp_press_get_campaign (press)),
              .scheme_digest = kp_session_get_scheme_digest (press->session),
              .list_digest = digest,
              .journal_head = press->head,
              .qr = kp_press_make_code (press, &(KpPressPaper){ .kind = "secret",
                                                                .number = kp_press_format (press, "%s-%s", secrets->paper->code, room->number),
                                                                .digest = digest }) },
    .where = kp_press_format (press, "%s　第 %s 考场", kp_press_room_get_site (press, room), room->number),
    .paper = kp_press_format (press, "%s　第%u室（共%u室）", secrets->paper->name, index + 1, secrets->rooms->len),
    .draw = secrets->draw,
    .rows = rows,
    .n_rows = n,
  };

  return n == 0 || kp_form_secret_draw (sheet, &facts, error);
}

/** kp_press_draw_secret: 密号对照表, one for each room. */
gboolean
kp_press_draw_secret (KpPress *press, KpSheet *sheet, const char *paper, GError **error)
{
  g_auto (Secrets) secrets = { 0 };

  if (!load (press, paper, &secrets, error))
    return FALSE;
  for (guint i = 0; i < secrets.rooms->len; i++)
    {
      if (!draw_room (press, sheet, &secrets, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draw_labels (KpPress *press, KpSheet *sheet, const Secrets *secrets, const KpPressRoom *room, GError **error)
{
  g_autofree KpSecretRow *rows = g_new0 (KpSecretRow, room->dossiers->len + 1);
  const gsize n = fill_rows (press, secrets, room, rows);
  g_autofree KpSecretLabel *labels = g_new0 (KpSecretLabel, n + 1);

  if (n == 0)
    return TRUE;
  labels[0] = (KpSecretLabel){
    .paper = secrets->paper->name,
    .room = room->number,
    .number = kp_press_format (press, "密号标签 %" G_GSIZE_FORMAT " 张　座位 %s—%s", n, rows[0].seat, rows[n - 1].seat),
  };
  for (gsize i = 0; i < n; i++)
    labels[i + 1] = (KpSecretLabel){ secrets->paper->name, room->number, rows[i].seat, rows[i].number };
  return kp_form_secret_labels_draw (sheet, labels, n + 1, error);
}

/** kp_press_draw_secret_labels: 密号标签, each room on sheets of its own. */
gboolean
kp_press_draw_secret_labels (KpPress *press, KpSheet *sheet, const char *paper, GError **error)
{
  g_auto (Secrets) secrets = { 0 };

  if (!load (press, paper, &secrets, error))
    return FALSE;
  for (guint i = 0; i < secrets.rooms->len; i++)
    {
      if (!draw_labels (press, sheet, &secrets, &g_array_index (secrets.rooms, KpPressRoom, i), error))
        return FALSE;
    }
  return TRUE;
}
