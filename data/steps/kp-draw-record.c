/* kp-draw-record.c – draws in the record: committed first, run with the public digits, replayed by anyone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-draw-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-draw-title.h"
#include "kp-mark-tables.h"
#include "kp-secret-number.h"

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
  g_autofree char *title = kp_draw_dup_title (record->purpose);

  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The draw “%s” in the record is damaged; check the record with “verify”."), title);
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

/* The attempt that stands: the last one. TRUE with *record NULL when nothing was committed. */
static gboolean
find_last (KpSession *session,
           const char *purpose,
           KpDrawRecord **record,
           GError **error)
{
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (session), &kp_draw_table, kp_session_get_campaign (session),
                         "AND purpose = $2 ORDER BY attempt DESC LIMIT 1", KP_BINDS (KP_TEXT (purpose)), error);

  if (records == NULL)
    return FALSE;
  *record = records->len > 0 ? kp_record_copy (&kp_draw_table, g_ptr_array_index (records, 0)) : NULL;
  return TRUE;
}

/* ---- committing ---- */

static KpDraw *
make_draw (KpSession *session,
           const char *purpose,
           gint64 attempt,
           GPtrArray *items,
           GError **error)
{
  /* The sample campaign makes its secrets from the purpose: a repeat gets another one all the same. */
  g_autofree char *secret
      = attempt > 1 ? g_strdup_printf ("%s#%" G_GINT64_FORMAT, purpose, attempt) : g_strdup (purpose);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  guint8 nonce[KP_DRAW_HASH_SIZE];

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (items, i));
  g_ptr_array_add (list, NULL);
  if (!kp_session_make_nonce (session, secret, nonce, error))
    return NULL;
  return kp_draw_new (purpose, (const char *const *) list->pdata, nonce, error);
}

static gboolean
insert_attempt (KpSession *session,
                KpLedger *ledger,
                const KpDraw *draw,
                gint64 attempt,
                const KpDrawTerms *terms,
                GError **error)
{
  g_autofree char *items = g_strjoinv ("\n", draw->items);
  g_autofree char *now = kp_session_dup_now (session);
  const KpTwoPeople none = { NULL, NULL, NULL };
  const KpTwoPeople *repeat = attempt > 1 ? terms->repeat : &none;
  KpDrawRecord record = {
    .campaign = kp_session_get_campaign (session),
    .purpose = draw->purpose,
    .attempt = attempt,
    .public_source = terms->source,
    .items = items,
    .list = draw->list,
    .commitment = draw->commitment,
    .nonce = draw->nonce,
    .committed_at = now,
    .reason = repeat->reason,
    .first_person = repeat->first_person,
    .second_person = repeat->second_person,
  };

  return kp_ledger_insert (ledger, &kp_draw_table, &record, error);
}

static gboolean
check_same_items (const KpDrawRecord *record,
                  GPtrArray *items,
                  GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (KpDraw) wanted = NULL;
  g_autofree char *title = NULL;
  guint8 nonce[KP_DRAW_HASH_SIZE];

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (items, i));
  g_ptr_array_add (list, NULL);
  if (!parse_nonce (record->nonce, nonce))
    return refuse_damage (record, error);
  wanted = kp_draw_new (record->purpose, (const char *const *) list->pdata, nonce, error);
  if (wanted == NULL)
    return FALSE;
  if (g_str_equal (record->list, wanted->list))
    return TRUE;

  title = kp_draw_dup_title (record->purpose);
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The draw “%s” was committed for another list of candidates than there is now, so it can't be run. Undo "
                 "the change, or have two people order a new draw with --repeat."),
               title);
  return FALSE;
}

static gboolean
check_source (const char *purpose,
              const KpDrawTerms *terms,
              GError **error)
{
  g_autofree char *title = kp_draw_dup_title (purpose);

  if (terms->source != NULL && *terms->source != '\0')
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Say with --source which public number will count for the draw “%s”, before it exists: dice thrown in "
                 "the room, or a lottery of a later day with its number."),
               title);
  return FALSE;
}

/** kp_draw_record_check_people: %TRUE unless a repeat is asked for that two people don't answer for: then %FALSE with the
 * #KP_STEP_ERROR of kp_two_people_check_change(). To be asked before the unit of work begins. */
gboolean
kp_draw_record_check_people (KpSession *session,
                             const KpDrawTerms *terms,
                             GError **error)
{
  return terms->repeat == NULL || kp_two_people_check_change (session, terms->repeat, error);
}

/**
 * kp_draw_record_check_repeat:
 * @session: a session
 * @prefix: what the purposes of such draws begin with
 * @terms: which public number will count
 * @error: return location
 *
 * Returns: %TRUE unless a repeat is asked for of which nothing was committed
 */
gboolean
kp_draw_record_check_repeat (KpSession *session,
                             const char *prefix,
                             const KpDrawTerms *terms,
                             GError **error)
{
  g_autofree char *pattern = g_strconcat (prefix, "%", NULL);
  gint64 n_draws = 0;

  if (terms->repeat == NULL)
    return TRUE;
  if (!kp_table_count (kp_session_get_database (session), &kp_draw_table, kp_session_get_campaign (session),
                       "AND purpose LIKE $2", KP_BINDS (KP_TEXT (pattern)), &n_draws, error))
    return FALSE;
  if (n_draws > 0)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("Nothing of this was committed yet, so there is nothing to repeat. Leave out --repeat."));
  return FALSE;
}

/* What was said once before all can't be said otherwise later. */
static gboolean
check_same_source (const KpDrawRecord *record,
                   const KpDrawTerms *terms,
                   GError **error)
{
  g_autofree char *title = kp_draw_dup_title (record->purpose);

  if (terms->source == NULL || g_str_equal (terms->source, record->public_source))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The draw “%s” was committed to the public number “%s”; another one can't take its place."),
               title, record->public_source);
  return FALSE;
}

/**
 * kp_draw_record_commit:
 * @session: a session
 * @ledger: of kp_session_begin()
 * @purpose: what is drawn, once in a campaign
 * @items: (element-type utf8): the numbers to be drawn
 * @terms: which public number will count; for a repeat the two people who order it, and why
 * @draw: (out) (transfer full): the committed draw; already run when it was run before
 * @error: return location
 *
 * Steps 1 and 2 of design.md §6: fixes list, secret and the number that will count, and writes down the commitment, before
 * the public digits exist. A draw is committed once: the second time gives the first one back, and refuses another list
 * or another number. A repeat, allowed by kp_draw_record_check_repeat(), is a further attempt; what was committed or drawn
 * before stays in the record.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_DRAW_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_draw_record_commit (KpSession *session,
                       KpLedger *ledger,
                       const char *purpose,
                       GPtrArray *items,
                       const KpDrawTerms *terms,
                       KpDraw **draw,
                       GError **error)
{
  g_autofree KpDrawRecord *last = NULL;
  g_autoptr (KpDraw) made = NULL;
  gint64 attempt;

  if (!find_last (session, purpose, &last, error))
    return FALSE;
  attempt = last != NULL ? last->attempt + 1 : 1;
  if (last != NULL && terms->repeat == NULL)
    {
      made = check_same_items (last, items, error) && check_same_source (last, terms, error)
                 ? draw_from_record (last, error)
                 : NULL;
      *draw = g_steal_pointer (&made);
      return *draw != NULL;
    }

  if (!check_source (purpose, terms, error))
    return FALSE;
  made = make_draw (session, purpose, attempt, items, error);
  if (made == NULL || !insert_attempt (session, ledger, made, attempt, terms, error))
    return FALSE;
  *draw = g_steal_pointer (&made);
  return TRUE;
}

/* ---- drawing ---- */

/**
 * kp_draw_record_load:
 * @session: a session
 * @purpose: what is drawn
 * @items: (element-type utf8) (nullable): the numbers as they are now
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the attempt that stands, or %NULL with %KP_STEP_ERROR_REFUSED when nothing was
 *   committed, or for another list; with #KP_DATA_ERROR
 */
KpDraw *
kp_draw_record_load (KpSession *session,
                     const char *purpose,
                     GPtrArray *items,
                     GError **error)
{
  g_autofree KpDrawRecord *last = NULL;

  if (!find_last (session, purpose, &last, error))
    return NULL;
  if (last == NULL)
    {
      g_autofree char *title = kp_draw_dup_title (purpose);

      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The draw “%s” wasn't committed. Fix list, secret and the public number that will count with "
                     "--commit, print and sign the commitment, and draw after that."),
                   title);
      return NULL;
    }
  if (items != NULL && !check_same_items (last, items, error))
    return NULL;
  return draw_from_record (last, error);
}

static gboolean
refuse_again (const KpDraw *draw,
              GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("“%s” was drawn already, with the public digits %s, and stands. Only two people can order a new draw, with "
                 "--repeat and the reason."),
               draw->purpose, draw->public_part);
  return FALSE;
}

/**
 * kp_draw_record_run:
 * @session: a session
 * @ledger: of kp_session_begin()
 * @draw: of kp_draw_record_load(); gets its result
 * @public_part: the digits drawn before witnesses
 * @error: return location
 *
 * Steps 3 to 7 of design.md §6, written down. A draw that was run already stays as it is; other digits are refused.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_DRAW_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_draw_record_run (KpSession *session,
                    KpLedger *ledger,
                    KpDraw *draw,
                    const char *public_part,
                    GError **error)
{
  g_autofree KpDrawRecord *last = NULL;
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *result = NULL;
  KpDrawRecord changed;

  if (draw->result != NULL)
    return g_str_equal (draw->public_part, public_part) || refuse_again (draw, error);
  if (!kp_draw_run (draw, public_part, error) || !find_last (session, draw->purpose, &last, error))
    return FALSE;
  result = g_strjoinv ("\n", draw->result);
  changed = *last;
  changed.public = draw->public_part;
  changed.result = result;
  changed.drawn_at = now;
  return kp_ledger_update (ledger, &kp_draw_table, &changed, error);
}

/* A refusal leaves nothing in the record but that somebody tried. */
static gboolean
note_again (KpSession *session,
            const KpDraw *draw,
            const char *public_part,
            GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "draw-again", draw->purpose, error);
  g_autofree char *text = g_strdup_printf ("refused: drawn with %s, asked again with %s", draw->public_part, public_part);

  return ledger != NULL && kp_ledger_note (ledger, draw->purpose, text, error)
         && kp_session_commit (session, ledger, error);
}

/**
 * kp_draw_record_answer_again:
 * @session: a session, with no unit of work begun
 * @purpose: what is drawn
 * @public_part: the digits somebody draws with
 * @stands: (out): whether it was drawn already with just these digits, so that there is nothing to do
 * @error: return location
 *
 * Every attempt to draw is in the journal, the refused ones too.
 *
 * Returns: %TRUE when the draw stands or isn't run yet; %FALSE with %KP_STEP_ERROR_REFUSED when it was drawn with other
 *   digits, or with another error
 */
gboolean
kp_draw_record_answer_again (KpSession *session,
                             const char *purpose,
                             const char *public_part,
                             gboolean *stands,
                             GError **error)
{
  g_autofree KpDrawRecord *last = NULL;
  g_autoptr (KpDraw) draw = NULL;

  *stands = FALSE;
  if (!find_last (session, purpose, &last, error))
    return FALSE;
  if (last == NULL || last->public == NULL)
    return TRUE;
  draw = draw_from_record (last, error);
  if (draw == NULL)
    return FALSE;
  *stands = g_str_equal (draw->public_part, public_part);
  return *stands || (note_again (session, draw, public_part, error) && refuse_again (draw, error));
}

/* ---- reading ---- */

/** kp_draw_attempt_free: with all that it owns. */
void
kp_draw_attempt_free (KpDrawAttempt *attempt)
{
  if (attempt == NULL)
    return;
  kp_draw_free (attempt->draw);
  g_free (attempt->source);
  g_free (attempt->committed_at);
  g_free (attempt->drawn_at);
  g_free (attempt->reason);
  g_free (attempt->first_person);
  g_free (attempt->second_person);
  g_free (attempt);
}

static KpDrawAttempt *
attempt_from_record (const KpDrawRecord *record,
                     gboolean is_last,
                     GError **error)
{
  g_autoptr (KpDrawAttempt) attempt = g_new0 (KpDrawAttempt, 1);

  attempt->draw = draw_from_record (record, error);
  attempt->attempt = (guint) record->attempt;
  attempt->is_last = is_last;
  attempt->source = g_strdup (record->public_source);
  attempt->committed_at = g_strdup (record->committed_at);
  attempt->drawn_at = g_strdup (record->drawn_at);
  attempt->reason = g_strdup (record->reason);
  attempt->first_person = g_strdup (record->first_person);
  attempt->second_person = g_strdup (record->second_person);
  return attempt->draw != NULL ? g_steal_pointer (&attempt) : NULL;
}

/* Secret part and result of a draw of secret numbers are nobody's to see before two people opened it. */
static gboolean
seal (KpSession *session,
      KpDrawAttempt *attempt,
      GError **error)
{
  g_autofree KpPaperLockRecord *lock = NULL;

  if (!g_str_has_prefix (attempt->draw->purpose, KP_SECRET_PURPOSE))
    return TRUE;
  if (!kp_table_find (kp_session_get_database (session), &kp_paper_lock_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_TEXT (attempt->draw->purpose + strlen (KP_SECRET_PURPOSE))), &lock, error))
    return FALSE;
  if (lock != NULL && lock->opened_at != NULL)
    return TRUE;
  attempt->is_sealed = TRUE;
  g_clear_pointer (&attempt->draw->nonce, g_free);
  g_clear_pointer (&attempt->draw->result, g_strfreev);
  return TRUE;
}

/**
 * kp_draw_record_list:
 * @session: a session
 * @error: return location
 *
 * A draw of secret numbers that isn't open yet comes without its secret part and its result.
 *
 * Returns: (transfer full) (nullable) (element-type KpDrawAttempt): all attempts at draws of the campaign, by purpose and in
 *   their order, or %NULL with an error
 */
GPtrArray *
kp_draw_record_list (KpSession *session,
                     GError **error)
{
  g_autoptr (GPtrArray) attempts = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_draw_attempt_free);
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (session), &kp_draw_table, kp_session_get_campaign (session),
                         "ORDER BY purpose, attempt", KP_NO_BINDS, error);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      const KpDrawRecord *record = g_ptr_array_index (records, i);
      const KpDrawRecord *next = i + 1 < records->len ? g_ptr_array_index (records, i + 1) : NULL;
      KpDrawAttempt *attempt
          = attempt_from_record (record, next == NULL || !g_str_equal (next->purpose, record->purpose), error);

      if (attempt == NULL)
        return NULL;
      g_ptr_array_add (attempts, attempt);
      if (!seal (session, attempt, error))
        return NULL;
    }
  return g_steal_pointer (&attempts);
}
