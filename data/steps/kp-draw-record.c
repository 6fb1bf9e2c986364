/* kp-draw-record.c – draws in the record: committed first, run with the public digits, replayed by anyone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-draw-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
parse_nonce (const char *hex,
             guint8 nonce[KP_DRAW_HASH_SIZE])
{
  if (strlen (hex) != 2 * KP_DRAW_HASH_SIZE || strspn (hex, "0123456789abcdef") != 2 * KP_DRAW_HASH_SIZE)
    return FALSE;
  for (guint i = 0; i < KP_DRAW_HASH_SIZE; i++)
    nonce[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
  return TRUE;
}

static gboolean
refuse_damage (const KpDrawRecord *record,
               GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The draw “%s” in the record is damaged; check the record with “verify”."), record->purpose);
  return FALSE;
}

/* What the row says came out must be what its nonce, list and digits give. */
static gboolean
proves_itself (const KpDrawRecord *record,
               const KpDraw *draw)
{
  g_autofree char *result = draw->result != NULL ? g_strjoinv ("\n", draw->result) : NULL;

  return g_str_equal (draw->list, record->list) && g_str_equal (draw->commitment, record->commitment)
         && g_strcmp0 (result, record->result) == 0;
}

/* A draw from its row; one that was run is run again, so that what is shown is what the row proves. */
static KpDraw *
draw_from_record (const KpDrawRecord *record,
                  GError **error)
{
  g_auto (GStrv) items = g_strsplit (record->items, "\n", -1);
  g_autoptr (KpDraw) draw = NULL;
  guint8 nonce[KP_DRAW_HASH_SIZE];

  if (!parse_nonce (record->nonce, nonce))
    {
      refuse_damage (record, error);
      return NULL;
    }
  draw = kp_draw_new (record->purpose, (const char *const *) items, nonce, error);
  if (draw == NULL || (record->public != NULL && !kp_draw_run (draw, record->public, error)))
    return NULL;
  if (!proves_itself (record, draw) && !refuse_damage (record, error))
    return NULL;
  return g_steal_pointer (&draw);
}

static gboolean
put_draw (KpSession *session,
          KpLedger *ledger,
          const KpDraw *draw,
          GError **error)
{
  g_autofree char *items = g_strjoinv ("\n", draw->items);
  g_autofree char *result = draw->result != NULL ? g_strjoinv ("\n", draw->result) : NULL;
  KpDrawRecord record = {
    .campaign = kp_session_get_campaign (session),
    .purpose = draw->purpose,
    .items = items,
    .list = draw->list,
    .commitment = draw->commitment,
    .nonce = draw->nonce,
    .public = draw->public_part,
    .result = result,
  };

  return kp_ledger_put (ledger, &kp_draw_table, &record, error);
}

static KpDraw *
make_draw (KpSession *session,
           const char *purpose,
           GPtrArray *items,
           GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  guint8 nonce[KP_DRAW_HASH_SIZE];

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (items, i));
  g_ptr_array_add (list, NULL);
  if (!kp_session_make_nonce (session, purpose, nonce, error))
    return NULL;
  return kp_draw_new (purpose, (const char *const *) list->pdata, nonce, error);
}

static gboolean
check_same_items (const KpDraw *committed,
                  const KpDraw *wanted,
                  GError **error)
{
  if (g_str_equal (committed->list, wanted->list))
    return TRUE;

  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The draw “%s” was committed for another list of candidates than there is now, so it can't be run. Undo "
                 "the change, or have the committee decide on a new draw."),
               committed->purpose);
  return FALSE;
}

/**
 * kp_draw_record_commit:
 * @session: a session
 * @ledger: of kp_session_begin()
 * @purpose: what is drawn, once in a campaign
 * @items: (element-type utf8): the numbers to be drawn
 * @draw: (out) (transfer full): the committed draw; already run when it was run before
 * @error: return location
 *
 * Steps 1 and 2 of design.md §6: fixes list and secret and writes down the commitment, before the public digits exist.
 * A draw is committed once: the second time gives the first one back, and refuses another list.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_DRAW_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_draw_record_commit (KpSession *session,
                       KpLedger *ledger,
                       const char *purpose,
                       GPtrArray *items,
                       KpDraw **draw,
                       GError **error)
{
  g_autofree KpDrawRecord *record = NULL;
  g_autoptr (KpDraw) wanted = NULL;
  g_autoptr (KpDraw) committed = NULL;

  if (!kp_table_find (kp_session_get_database (session), &kp_draw_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_TEXT (purpose)), &record, error))
    return FALSE;
  wanted = make_draw (session, purpose, items, error);
  if (wanted == NULL)
    return FALSE;
  if (record == NULL)
    {
      if (!put_draw (session, ledger, wanted, error))
        return FALSE;
      *draw = g_steal_pointer (&wanted);
      return TRUE;
    }

  committed = draw_from_record (record, error);
  if (committed == NULL || !check_same_items (committed, wanted, error))
    return FALSE;
  *draw = g_steal_pointer (&committed);
  return TRUE;
}

/**
 * kp_draw_record_run:
 * @session: a session
 * @ledger: of kp_session_begin()
 * @draw: committed; gets its result
 * @public_part: the digits drawn before witnesses
 * @error: return location
 *
 * Steps 3 to 7 of design.md §6, written down. A draw that was run already stays as it is.
 *
 * Returns: %TRUE, or %FALSE with #KP_DRAW_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_draw_record_run (KpSession *session,
                    KpLedger *ledger,
                    KpDraw *draw,
                    const char *public_part,
                    GError **error)
{
  if (draw->result != NULL)
    return TRUE;
  return kp_draw_run (draw, public_part, error) && put_draw (session, ledger, draw, error);
}

/**
 * kp_draw_record_list:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpDraw): all draws of the campaign by purpose, or %NULL with an error
 */
GPtrArray *
kp_draw_record_list (KpSession *session,
                     GError **error)
{
  g_autoptr (GPtrArray) draws = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_draw_free);
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (session), &kp_draw_table, kp_session_get_campaign (session),
                         "ORDER BY purpose", KP_NO_BINDS, error);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      KpDraw *draw = draw_from_record (g_ptr_array_index (records, i), error);

      if (draw == NULL)
        return NULL;
      g_ptr_array_add (draws, draw);
    }
  return g_steal_pointer (&draws);
}
