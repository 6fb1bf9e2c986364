/* kp-press-facts.c – one snapshot of the record, and its values as texts for paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-candidate.h"
#include "kp-change-tables.h"
#include "kp-journal.h"
#include "kp-press-code.h"
#include "kp-step-amend.h"
#include "kp-step-choose.h"
#include "kp-step-incident.h"
#include "kp-step-mark-recheck.h"

/** kp_press_load: reads the record of @session into @press, which is empty; FALSE with #KP_DATA_ERROR. */
gboolean
kp_press_load (KpPress *press, KpSession *session, GError **error)
{
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);

  *press = (KpPress){ .session = session, .scheme = kp_session_get_scheme (session) };
  press->papers = g_ptr_array_new ();
  press->kept = g_ptr_array_new_with_free_func (g_free);
  press->roster = kp_roster_load (db, campaign, error);
  if (press->roster == NULL)
    return FALSE;
  press->posts = kp_table_select (db, &kp_post_table, campaign, "ORDER BY post", KP_NO_BINDS, error);
  if (press->posts == NULL)
    return FALSE;
  press->seats = kp_table_select (db, &kp_seat_table, campaign, "ORDER BY sitting, application", KP_NO_BINDS, error);
  if (press->seats == NULL)
    return FALSE;
  press->voided = kp_table_select (db, &kp_voided_list_table, campaign, "ORDER BY edition DESC", KP_NO_BINDS, error);
  if (press->voided == NULL)
    return FALSE;
  press->amendments = kp_step_list_amendments (session, error);
  if (press->amendments == NULL)
    return FALSE;
  press->examiners = kp_table_select (db, &kp_examiner_table, campaign, "ORDER BY examiner", KP_NO_BINDS, error);
  if (press->examiners == NULL)
    return FALSE;
  press->panel_seats = kp_table_select (db, &kp_panel_seat_table, campaign, "ORDER BY room, seat", KP_NO_BINDS, error);
  if (press->panel_seats == NULL)
    return FALSE;
  press->incidents = kp_step_list_incidents (session, error);
  if (press->incidents == NULL)
    return FALSE;
  press->rechecks = kp_step_list_rechecks (session, error);
  if (press->rechecks == NULL)
    return FALSE;
  press->head = kp_ledger_dup_head_hash (db, campaign, error);
  press->paper_key = press->head != NULL ? kp_session_dup_paper_key (session, error) : NULL;
  return press->paper_key != NULL;
}

/** kp_press_clear: frees the snapshot and every text that was kept. */
void
kp_press_clear (KpPress *press)
{
  g_clear_pointer (&press->roster, kp_roster_free);
  g_clear_pointer (&press->posts, g_ptr_array_unref);
  g_clear_pointer (&press->seats, g_ptr_array_unref);
  g_clear_pointer (&press->voided, g_ptr_array_unref);
  g_clear_pointer (&press->amendments, g_ptr_array_unref);
  g_clear_pointer (&press->examiners, g_ptr_array_unref);
  g_clear_pointer (&press->panel_seats, g_ptr_array_unref);
  g_clear_pointer (&press->incidents, g_ptr_array_unref);
  g_clear_pointer (&press->rechecks, g_ptr_array_unref);
  g_clear_pointer (&press->kept, g_ptr_array_unref);
  g_clear_pointer (&press->papers, g_ptr_array_unref);
  g_clear_pointer (&press->head, g_free);
  g_clear_pointer (&press->paper_key, g_free);
}

/** kp_press_keep: takes @block over (nullable) until the press is cleared, and gives it back. */
gpointer
kp_press_keep (KpPress *press, gpointer block)
{
  if (block != NULL)
    g_ptr_array_add (press->kept, block);
  return block;
}

/** kp_press_format: a text that lives as long as the press. */
const char *
kp_press_format (KpPress *press, const char *format, ...)
{
  va_list values;
  char *text;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  return kp_press_keep (press, text);
}

/** kp_press_format_mark: a mark with two decimals; NULL for none. */
const char *
kp_press_format_mark (KpPress *press, gint64 mark)
{
  return mark != KP_NO_INT ? kp_press_keep (press, kp_mark_dup_text (mark, 2)) : NULL;
}

/** kp_press_format_count: a whole number; NULL for none. */
const char *
kp_press_format_count (KpPress *press, gint64 count)
{
  return count != KP_NO_INT ? kp_press_format (press, "%" G_GINT64_FORMAT, count) : NULL;
}

/** kp_press_format_date: "2026年6月10日"; NULL for none. */
const char *
kp_press_format_date (KpPress *press, KpDate date)
{
  return kp_date_is_none (date) ? NULL : kp_press_keep (press, kp_date_dup_chinese (date));
}

/** kp_press_format_iso: the same from a date of the record, which is nullable. */
const char *
kp_press_format_iso (KpPress *press, const char *iso)
{
  return kp_press_format_date (press, kp_candidate_parse_date (iso));
}

/** kp_press_get_panel_seat: where an examiner sits, "第1考场 考官3"; NULL for a spare. */
const char *
kp_press_get_panel_seat (KpPress *press, const char *examiner)
{
  for (guint i = 0; i < press->panel_seats->len; i++)
    {
      const KpPanelSeatRecord *seat = g_ptr_array_index (press->panel_seats, i);

      if (!g_str_equal (seat->examiner, examiner))
        continue;
      return kp_press_format (press, "第%" G_GINT64_FORMAT "考场 考官%" G_GINT64_FORMAT "%s", seat->room, seat->seat,
                              seat->seat == 1 ? "（主考官）" : "");
    }
  return NULL;
}

/** kp_press_format_time: "2026年3月28日 9:00—11:00", with @start and @end in minutes of the day. */
const char *
kp_press_format_time (KpPress *press, KpDate date, guint start, guint end)
{
  return kp_press_format (press, "%s %u:%02u—%u:%02u", kp_press_format_date (press, date), start / 60,
                          start % 60, end / 60, end % 60);
}

/** kp_press_get_campaign: the campaign's title without the word 公告, which is no part of its name. */
const char *
kp_press_get_campaign (KpPress *press)
{
  if (!g_str_has_suffix (press->scheme->title, "公告"))
    return press->scheme->title;
  return kp_press_keep (press,
                        g_strndup (press->scheme->title, strlen (press->scheme->title) - strlen ("公告")));
}

/** kp_press_get_street_name: where a post is; NULL for posts of all streets. */
const char *
kp_press_get_street_name (KpPress *press, const char *post)
{
  const KpSchemePost *rule = kp_scheme_get_post (press->scheme, post);
  const KpSchemeStreet *street =
      rule != NULL && rule->street != NULL ? kp_scheme_get_street (press->scheme, rule->street) : NULL;

  return street != NULL ? street->name : NULL;
}

/** kp_press_get_hire_post: of the hire: what was proposed, by substitution or choice another one than was applied for. */
const char *
kp_press_get_hire_post (const KpDossier *dossier)
{
  return dossier->proposal != NULL ? dossier->proposal->post : dossier->application->post;
}

/** kp_press_get_hire_place: what was chosen beside the posts, or the street of the post; NULL for posts of all streets. */
const char *
kp_press_get_hire_place (KpPress *press, const KpDossier *dossier)
{
  const char *offer = dossier->choice != NULL ? dossier->choice->offer : NULL;

  if (offer != NULL && press->scheme->choice.offers->len > 0)
    return kp_choosing_get_offer_name (press->scheme, offer);
  return kp_press_get_street_name (press, kp_press_get_hire_post (dossier));
}

/** kp_press_get_last_round: of publicity; who follows a leaver is published alone. 0 = none yet. */
gint64
kp_press_get_last_round (KpPress *press)
{
  gint64 last = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpProposalRecord *proposal = kp_roster_get_dossier (press->roster, i)->proposal;

      if (proposal != NULL)
        last = MAX (last, proposal->round);
    }
  return last;
}

/** kp_press_get_post_name: "综合岗". */
const char *
kp_press_get_post_name (KpPress *press, const char *code)
{
  const KpSchemePost *rule = kp_scheme_get_post (press->scheme, code);

  return rule != NULL ? rule->name : "";
}

/** kp_press_get_post: "A01 综合岗（城关街道）". */
const char *
kp_press_get_post (KpPress *press, const char *code)
{
  const char *street = kp_press_get_street_name (press, code);

  return kp_press_format (press, "%s %s（%s）", code, kp_press_get_post_name (press, code),
                          street != NULL ? street : "各街道");
}

/**
 * kp_press_find_step_day:
 * @press: the press
 * @step: name of a step in the journal
 *
 * Returns: (nullable): the ISO date on which the step was last done
 */
const char *
kp_press_find_step_day (KpPress *press, const char *step)
{
  g_autoptr (GPtrArray) rows = kp_table_select (
      kp_session_get_database (press->session), &kp_journal_table, kp_session_get_campaign (press->session),
      "AND step = $2 ORDER BY seq DESC LIMIT 1", KP_BINDS (KP_TEXT (step)), NULL);

  if (rows == NULL || rows->len == 0)
    return NULL;
  return kp_press_keep (press,
                        g_strndup (((const KpJournalRow *) g_ptr_array_index (rows, 0))->at, strlen ("2026-01-01")));
}

/**
 * kp_press_find_step_date:
 * @press: the press
 * @step: name of a step in the journal
 *
 * Paper is dated by the record, not by the day on which it happens to be printed: so the same record gives
 * the same bytes.
 *
 * Returns: (nullable): the Chinese date on which the step was last done
 */
const char *
kp_press_find_step_date (KpPress *press, const char *step)
{
  return kp_press_format_iso (press, kp_press_find_step_day (press, step));
}

/** kp_press_get_ticket: how a person is called on lists: the ticket number, or without one the registration
 * number. */
const char *
kp_press_get_ticket (const KpDossier *dossier)
{
  return dossier->seat != NULL ? dossier->seat->ticket : dossier->application->application;
}

/** kp_press_get_cell: a cell of a list, columns by kp-lists.c; NULL for an empty one, which prints nothing. */
const char *
kp_press_get_cell (KpList *list, guint row, guint column)
{
  const char *value = kp_list_get_value (list, row, column);

  return value != NULL && *value != '\0' ? value : NULL;
}

/** kp_press_wants: whether the filter lets a number through; everything passes without one. */
gboolean
kp_press_wants (const KpPress *press, const char *number)
{
  return press->found == NULL && (press->filter == NULL || g_strcmp0 (press->filter, number) == 0);
}

/**
 * kp_press_wants_part:
 * @press: the press
 * @numbers: of what is about to be drawn
 *
 * Where the parts are being listed, notes the number of this one, once.
 *
 * Returns: whether it is to be drawn
 */
gboolean
kp_press_wants_part (const KpPress *press, const KpPressNumbers *numbers)
{
  const char *number = press->part == KP_PRESS_EACH_ROOM ? numbers->room : numbers->person;

  if (press->found == NULL)
    return kp_press_wants (press, number) || kp_press_wants (press, numbers->alias) ||
           (press->part == KP_PRESS_WHOLE && numbers->person == NULL && kp_press_wants (press, numbers->room));
  if (number != NULL && !g_ptr_array_find_with_equal_func (press->found, number, g_str_equal, NULL))
    g_ptr_array_add (press->found, (gpointer) number);
  return FALSE;
}

/** kp_press_fail_empty: always FALSE, with %KP_PRESS_ERROR_NOTHING. */
gboolean
kp_press_fail_empty (KpPressForm form, GError **error)
{
  g_set_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING,
               _ ("There is nothing to print on the form “%s” yet: the campaign isn't that far, or nothing "
                  "has the number that was asked for."),
               kp_press_form_get_chinese (form));
  return FALSE;
}

const char *const kp_press_post_columns[] = { "岗位代码", "岗位名称", "招聘单位", "招聘人数", NULL };

/** kp_press_list_posts: code, name, street and places of each post of the scheme. */
const KpWordingList *
kp_press_list_posts (KpPress *press)
{
  const GPtrArray *posts = press->scheme->posts;
  const char **cells = kp_press_keep (press, g_new0 (const char *, posts->len * 4 + 1));
  KpWordingList *list = kp_press_keep (press, g_new0 (KpWordingList, 1));

  for (guint i = 0; i < posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (posts, i);
      const char *street = kp_press_get_street_name (press, post->code);

      cells[4 * i] = post->code;
      cells[4 * i + 1] = post->name;
      cells[4 * i + 2] = street != NULL ? street : "各街道";
      cells[4 * i + 3] = kp_press_format (press, "%u", post->places);
    }
  *list = (KpWordingList){ KP_PRESS_POSTS, kp_press_post_columns, cells, posts->len };
  return list;
}

static const KpVoidedListRecord *
find_voided (KpPress *press, const char *list)
{
  for (guint i = 0; i < press->voided->len; i++)
    {
      const KpVoidedListRecord *voided = g_ptr_array_index (press->voided, i);

      if (g_str_equal (voided->list, list))
        return voided;
    }
  return NULL;
}

/** kp_press_get_edition: what the head of a list says after a correction or a new draw; NULL for a first edition. */
const char *
kp_press_get_edition (KpPress *press, const char *list)
{
  const KpVoidedListRecord *voided = find_voided (press, list);

  if (voided == NULL)
    return NULL;
  return g_str_equal (voided->cause, "draw")
             ? kp_press_format (press, "重新编排后第%" G_GINT64_FORMAT "版，此前版本作废", voided->edition + 1)
             : kp_press_format (press, "更正后第%" G_GINT64_FORMAT "版，此前版本作废", voided->edition + 1);
}

/** kp_press_fill_edition: the same into @facts, with the day on which the edition before became void. */
void
kp_press_fill_edition (KpPress *press, KpFormList *facts, const char *list)
{
  const KpVoidedListRecord *voided = find_voided (press, list);
  g_autofree char *day = voided != NULL ? g_strndup (voided->at, strlen ("2026-01-01")) : NULL;

  if (voided == NULL)
    return;
  facts->number = kp_press_get_edition (press, list);
  facts->date = kp_press_format_iso (press, day);
}

/**
 * kp_press_fill_list:
 * @press: the press
 * @facts: (out): head and foot of the paper
 * @kind: name of the list, for its edition
 * @title: of the paper, without the campaign
 * @list: the list that is printed
 * @step: whose date the paper bears
 *
 * The list's digest is the SHA-256 of its .csv file as “export” writes it, so that anybody can compare the
 * two.
 *
 * Returns: %TRUE when the list has rows
 */
gboolean
kp_press_fill_list (
    KpPress *press, KpFormList *facts, const char *kind, const char *title, KpList *list, const char *step)
{
  g_autoptr (GBytes) csv = kp_list_to_csv (list);
  const char *digest = kp_press_keep (press, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, csv));

  *facts = (KpFormList){
    .title = kp_press_format (press, "%s\n%s", kp_press_get_campaign (press), title),
    .issuer = press->scheme->committee,
    .date = kp_press_find_step_date (press, step),
    .scheme_digest = kp_session_get_scheme_digest (press->session),
    .list_digest = digest,
    .journal_head = press->head,
    .listener = press->web != NULL ? kp_press_web_take : NULL,
    .listener_data = press->web,
  };
  kp_press_fill_edition (press, facts, kind);
  facts->qr = kp_press_make_code (press, &(KpPressPaper){ .list = kind, .digest = digest, .date = facts->date });
  return kp_list_get_n_rows (list) > 0;
}
