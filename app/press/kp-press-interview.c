/* kp-press-interview.c – the papers of draws and interviews: records of draws, summaries of each room.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-draw-record.h"
#include "kp-form-draw.h"
#include "kp-form-interview.h"
#include "kp-panel-field.h"
#include "kp-press-code.h"
#include "kp-secret-number.h"
#include "kp-step-hearing.h"

#define SEATS "seats"
#define ORDER "interview-order:"
#define ROOMS "interview-rooms:"

/* ---- records of draws ---- */

static const char *
get_name (KpPress *press, const char *purpose)
{
  if (g_str_equal (purpose, SEATS))
    return "笔试考场、座位编排抽签";
  if (g_str_has_prefix (purpose, ORDER))
    return kp_press_format (press, "面试分组与顺序抽签：%s",
                            kp_press_get_post (press, purpose + strlen (ORDER)));
  if (g_str_has_prefix (purpose, KP_SECRET_PURPOSE))
    return kp_press_format (press, "笔试密号抽签：科目%s（次序即密号）", purpose + strlen (KP_SECRET_PURPOSE));
  if (g_str_has_prefix (purpose, ROOMS))
    return kp_press_format (press, "面试分组考场抽签：%s", kp_press_get_post (press, purpose + strlen (ROOMS)));
  return g_str_equal (purpose, KP_EXAMINERS_PURPOSE) ? "考官考场抽签" : NULL;
}

/* What an item got, so that the sheet can be read without the campaign. */
static const char *
get_meaning (KpPress *press, const char *purpose, const char *item)
{
  const KpDossier *dossier = kp_roster_find_application (press->roster, item);

  if (g_str_equal (purpose, KP_EXAMINERS_PURPOSE))
    {
      const char *seat = kp_press_get_panel_seat (press, item);

      return seat != NULL ? seat : "备用";
    }
  if (dossier == NULL || g_str_has_prefix (purpose, KP_SECRET_PURPOSE) || g_str_has_prefix (purpose, ROOMS))
    return NULL;
  if (g_str_equal (purpose, SEATS))
    return dossier->seat != NULL
               ? kp_press_format (press, "%s（考场%03" G_GINT64_FORMAT " 座位%02" G_GINT64_FORMAT "）",
                                  dossier->seat->ticket, dossier->seat->room, dossier->seat->seat)
               : NULL;
  if (dossier->hearing != NULL)
    return kp_press_format (press, "第%" G_GINT64_FORMAT "考场 第%" G_GINT64_FORMAT "号",
                            dossier->hearing->room, dossier->hearing->number);
  return NULL;
}

/* Step 4 of design.md §6, printed so that a stranger sees where his own way went wrong. */
static const char *
compute_seed (KpPress *press, const KpDraw *draw)
{
  g_autofree char *text = g_strdup_printf ("kaopin-draw-1\n%s\n%s\n%s\n%s\n", draw->purpose, draw->list,
                                           draw->nonce, draw->public_part);

  return kp_press_keep (press, g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1));
}

static const char *
compute_result_digest (KpPress *press, const KpDraw *draw)
{
  const gboolean shows_result
      = draw->result != NULL && !kp_hearing_purpose_is_sealed (press->roster, draw->purpose);
  g_autofree char *text = g_strjoinv ("\n", shows_result ? draw->result : draw->items);

  return kp_press_keep (press, g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1));
}

/* To the minute: what came first is the point of it. */
static const char *
get_minute (KpPress *press, const char *iso)
{
  g_autofree char *day = iso != NULL ? g_strndup (iso, strlen ("2026-03-16")) : NULL;

  return day != NULL && strlen (iso) >= strlen ("2026-03-16T09:00")
             ? kp_press_format (press, "%s %.5s", kp_press_format_iso (press, day), iso + strlen ("2026-03-16T"))
             : NULL;
}

static const char *
get_attempt (KpPress *press, const KpDrawAttempt *attempt)
{
  const char *void_words = attempt->is_last ? "" : "；此后已决定重新抽签，本次结果作废";

  if (attempt->reason != NULL)
    return kp_press_format (press, "第%u次，由%s、%s决定重新抽签，原因：%s%s", attempt->attempt, attempt->first_person,
                            attempt->second_person, attempt->reason, void_words);
  return attempt->is_last ? NULL : kp_press_format (press, "第%u次%s", attempt->attempt, void_words);
}

static gboolean
draw_one (KpPress *press, KpSheet *sheet, const KpDrawAttempt *attempt, GError **error)
{
  const KpDraw *draw = attempt->draw;
  const gboolean is_sealed = attempt->is_sealed || kp_hearing_purpose_is_sealed (press->roster, draw->purpose);
  const gboolean is_run = draw->result != NULL && !is_sealed;
  const char *const *numbers = (const char *const *) (is_run ? draw->result : draw->items);
  const guint n = g_strv_length ((char **) numbers);
  g_autofree KpDrawRow *rows = g_new0 (KpDrawRow, n + 1);
  const char *digest = compute_result_digest (press, draw);
  const KpDrawFacts facts = {
    .list = {
      .title = is_sealed ? "抽签记录\n（结果密封）" : is_run ? "抽签记录" : "抽签承诺书",
      .scheme_digest = kp_session_get_scheme_digest (press->session),
      .list_digest = digest,
      .journal_head = press->head,
      .qr = kp_press_make_code (press, &(KpPressPaper){ .number = draw->purpose, .edition = (guint)attempt->attempt, .digest = digest,
                                                        .date = get_minute (press, attempt->drawn_at) }),
    },
    .campaign = kp_press_get_campaign (press),
    .name = get_name (press, draw->purpose),
    .purpose = draw->purpose,
    .attempt = get_attempt (press, attempt),
    .source = attempt->source,
    .committed = get_minute (press, attempt->committed_at),
    .time = get_minute (press, attempt->drawn_at),
    .n_items = g_strv_length (draw->items),
    .list_hash = draw->list,
    .commitment = draw->commitment,
    .nonce = is_run ? draw->nonce : NULL,
    .digits = draw->public_part,
    .seed = is_run ? compute_seed (press, draw) : NULL,
    .sealed = is_sealed ? "已密封，成绩全部核对、启封后公布" : NULL,
    .has_result = is_run,
    .rows = rows,
    .n_rows = n,
  };

  for (guint i = 0; i < n; i++)
    rows[i] = (KpDrawRow){
      .order = kp_press_format (press, "%u", i + 1),
      .item = numbers[i],
      .meant = is_run && attempt->is_last ? get_meaning (press, draw->purpose, numbers[i]) : NULL,
    };
  return kp_form_draw_draw (sheet, &facts, error);
}

/** kp_press_draw_draws: a record of each draw; one that was only committed shows no more than its commitment.
 */
gboolean
kp_press_draw_draws (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (GPtrArray) draws = kp_draw_record_list (press->session, error);

  if (draws == NULL)
    return FALSE;
  for (guint i = 0; i < draws->len; i++)
    {
      const KpDrawAttempt *attempt = g_ptr_array_index (draws, i);

      if (kp_press_wants (press, attempt->draw->purpose) && !draw_one (press, sheet, attempt, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- summaries of the examiners' marks ---- */

/* Totals of each examiner for one code. */
typedef struct
{
  gint64 totals[KP_FORM_INTERVIEW_EXAMINERS];
  gboolean has[KP_FORM_INTERVIEW_EXAMINERS];
} Totals;

static GHashTable *
sum_marks (GPtrArray *marks)
{
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < marks->len; i++)
    {
      const KpPanelMarkRecord *mark = g_ptr_array_index (marks, i);
      Totals *totals = g_hash_table_lookup (sums, mark->code);

      if (mark->examiner < 1 || mark->examiner > KP_FORM_INTERVIEW_EXAMINERS)
        continue;
      if (totals == NULL)
        {
          totals = g_new0 (Totals, 1);
          g_hash_table_insert (sums, (gpointer) mark->code, totals);
        }
      totals->totals[mark->examiner - 1] += mark->mark;
      totals->has[mark->examiner - 1] = TRUE;
    }
  return sums;
}

/* The record says "highest:3;lowest:5" (data/steps/kp-step-interview.c). */
static gboolean
is_dropped (const KpInterviewRecord *interview, guint examiner)
{
  g_auto (GStrv) parts = NULL;

  if (interview == NULL || interview->dropped == NULL)
    return FALSE;
  parts = g_strsplit (interview->dropped, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *number = strchr (parts[i], ':');

      if (number != NULL && g_ascii_strtoull (number + 1, NULL, 10) == examiner)
        return TRUE;
    }
  return FALSE;
}

static const char *
get_mark (KpPress *press, const KpInterviewRecord *interview)
{
  KpMarkState state = KP_MARK_PRESENT;

  if (interview == NULL)
    return NULL;
  if (interview->raw != KP_NO_INT)
    return kp_press_format_mark (press, interview->raw);
  return kp_mark_state_from_name (interview->state, &state) ? kp_mark_state_get_chinese (state) : NULL;
}

static KpInterviewRow
make_row (KpPress *press, const KpDossier *dossier, const Totals *totals)
{
  const gboolean is_sealed = kp_dossier_is_sealed (dossier);
  KpInterviewRow row = {
    .number = kp_press_format_count (press, dossier->hearing->number),
    .ticket = is_sealed ? NULL : kp_press_get_ticket (dossier),
    .name = is_sealed ? NULL : dossier->person->name,
    .mark = get_mark (press, dossier->interview),
    .remark = is_sealed ? NULL : dossier->hearing->post,
  };
  gint64 sum = 0;

  for (guint i = 0; totals != NULL && i < KP_FORM_INTERVIEW_EXAMINERS; i++)
    {
      if (!totals->has[i])
        continue;
      row.marks[i] = kp_press_format_mark (press, totals->totals[i]);
      row.dropped[i] = is_dropped (dossier->interview, i + 1);
      sum += row.dropped[i] ? 0 : totals->totals[i];
    }
  row.sum = totals != NULL ? kp_press_format_mark (press, sum) : NULL;
  return row;
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  const gint64 first = (*(const KpDossier *const *) a)->hearing->number;
  const gint64 second = (*(const KpDossier *const *) b)->hearing->number;

  return first < second ? -1 : first > second;
}

static GPtrArray *
list_room (KpPress *press, gint64 room)
{
  GPtrArray *inside = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (dossier->hearing != NULL && dossier->hearing->room == room)
        g_ptr_array_add (inside, (gpointer) dossier);
    }
  g_ptr_array_sort (inside, compare_numbers);
  return inside;
}

static const char *
compute_rows_digest (KpPress *press, const KpInterviewRow *rows, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s,%s", rows[i].number, rows[i].ticket != NULL ? rows[i].ticket : "");
      for (guint j = 0; j < KP_FORM_INTERVIEW_EXAMINERS; j++)
        g_string_append_printf (text, ",%s", rows[i].marks[j] != NULL ? rows[i].marks[j] : "");
      g_string_append_printf (text, ",%s\n", rows[i].mark != NULL ? rows[i].mark : "");
    }
  return kp_press_keep (press, g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1));
}

static const char *
get_only_post (KpPress *press, GPtrArray *inside)
{
  const char *post = ((const KpDossier *) g_ptr_array_index (inside, 0))->hearing->post;

  if (kp_dossier_is_sealed (g_ptr_array_index (inside, 0)))
    return NULL;
  for (guint i = 0; i < inside->len; i++)
    {
      if (!g_str_equal (((const KpDossier *) g_ptr_array_index (inside, i))->hearing->post, post))
        return NULL;
    }
  return kp_press_get_post (press, post);
}

static gboolean
draw_room (KpPress *press, KpSheet *sheet, guint room, GPtrArray *inside, GHashTable *sums, GError **error)
{
  const KpSchemeInterview *rule = &press->scheme->interview;
  g_autofree KpInterviewRow *rows = g_new0 (KpInterviewRow, inside->len);
  KpInterviewFacts facts = {
    .panel = kp_press_format (press, "第%u考场", room),
    .post = get_only_post (press, inside),
    .time = kp_press_format_date (press, rule->date),
    .n_examiners = rule->panel.n_examiners,
    .rows = rows,
    .n_rows = inside->len,
  };
  const char *digest;

  for (guint i = 0; i < inside->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (inside, i);

      rows[i] = make_row (press, dossier, g_hash_table_lookup (sums, dossier->hearing->code));
    }
  digest = compute_rows_digest (press, rows, inside->len);
  facts.list = (KpFormList){
    .title = kp_press_format (press, "%s\n面试成绩汇总表", kp_press_get_campaign (press)),
    .date = kp_press_find_step_date (press, kp_step_get_name (KP_STEP_IMPORT_INTERVIEW_MARKS)),
    .scheme_digest = kp_session_get_scheme_digest (press->session),
    .list_digest = digest,
    .journal_head = press->head,
  };
  kp_press_fill_edition (press, &facts.list, "interview");
  facts.list.qr = kp_press_make_code (press, &(KpPressPaper){ .number = kp_press_format (press, "%u", room), .list = "interview",
                                                              .digest = digest, .date = facts.list.date });
  return kp_form_interview_draw (sheet, &facts, error);
}

/** kp_press_draw_interview: the summary of each room, with the totals of every examiner and what was dropped.
 */
gboolean
kp_press_draw_interview (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (GHashTable) sums = NULL;
  g_autoptr (GPtrArray) marks =
      kp_table_select (kp_session_get_database (press->session), &kp_panel_mark_table,
                       kp_session_get_campaign (press->session), KP_PANEL_MARKS_GIVEN, KP_NO_BINDS, error);

  if (marks == NULL)
    return FALSE;
  sums = sum_marks (marks);
  for (guint room = 1;; room++)
    {
      g_autoptr (GPtrArray) inside = list_room (press, room);

      if (inside->len == 0)
        return TRUE;
      if (kp_press_wants (press, kp_press_format (press, "%u", room)) &&
          !draw_room (press, sheet, room, inside, sums, error))
        return FALSE;
    }
}
