/* kp-press-score.c – sheets for marking an interview by hand: one for each examiner of a room, one for each candidate.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers alone: whose they are is sealed until the last mark is locked, and an examiner never learns it from a sheet. Before
 * the lots are drawn one empty sheet is printed, to be copied. */

#include "kp-form-score.h"
#include "kp-press-code.h"
#include "kp-press-record-private.h"

#define BLANK_ROWS 12

/* Numbers of one room that are drawn, the least first. */
static GArray *
list_numbers (KpPress *press, gint64 room)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpHearingRecord *hearing = kp_roster_get_dossier (press->roster, i)->hearing;
      guint at = 0;

      if (hearing == NULL || hearing->room != room)
        continue;
      while (at < numbers->len && g_array_index (numbers, gint64, at) < hearing->number)
        at++;
      g_array_insert_val (numbers, at, hearing->number);
    }
  return numbers;
}

static gint64
find_last_room (KpPress *press)
{
  gint64 last = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    if (kp_roster_get_dossier (press->roster, i)->hearing != NULL)
      last = MAX (last, kp_roster_get_dossier (press->roster, i)->hearing->room);
  return last;
}

/* Points without zeros that say nothing. */
static const char *
format_points (KpPress *press, KpMark mark)
{
  g_autofree char *text = kp_mark_dup_text (mark, 2);
  g_auto (GStrv) parts = g_strsplit (text, ".", 2);

  if (parts[1] == NULL || g_str_equal (parts[1], "00"))
    return kp_press_format (press, "%s分", parts[0]);
  return kp_press_format (press, "%s.%.*s分", parts[0], parts[1][1] == '0' ? 1 : 2, parts[1]);
}

static const char *
format_full (KpPress *press)
{
  const GPtrArray *elements = press->scheme->interview.elements;
  KpMark full = 0;

  for (guint i = 0; i < elements->len; i++)
    full += ((const KpSchemeElement *) g_ptr_array_index (elements, i))->full;
  return elements->len > 0 ? format_points (press, full) : NULL;
}

/* ---- one for each examiner ---- */

static const char **
list_elements (KpPress *press)
{
  const GPtrArray *elements = press->scheme->interview.elements;
  const char **texts = kp_press_keep (press, g_new0 (const char *, elements->len + 1));

  for (guint i = 0; i < elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (elements, i);

      texts[i] = kp_press_format (press, "%s\n（%s）", element->name, format_points (press, element->full));
    }
  return texts;
}

/* Room 0 and examiner 0 are left to write. */
static gboolean
draw_sheet (KpPress *press, KpSheet *sheet, gint64 room, guint examiner, const char *const *numbers, gsize n, GError **error)
{
  KpScoreFacts facts = {
    .list = { .title = kp_press_format (press, "%s面试评分表", kp_press_get_campaign (press)),
              .scheme_digest = kp_session_get_scheme_digest (press->session) },
    .room = room > 0 ? kp_press_format (press, "第%" G_GINT64_FORMAT "考场", room) : NULL,
    .examiner = examiner > 0 ? kp_press_format (press, "考官%u%s", examiner, examiner == 1 ? "（主考官）" : "") : NULL,
    .time = kp_press_format_date (press, press->scheme->interview.date),
    .elements = list_elements (press),
    .n_elements = press->scheme->interview.elements->len,
    .full = format_full (press),
    .numbers = numbers,
    .n_rows = n,
  };
  const char *place = room > 0 ? kp_press_format (press, "%" G_GINT64_FORMAT "-%u", room, examiner) : "";
  g_autofree char *elements = g_strjoinv ("\n", (char **) facts.elements);
  const char *head = kp_press_format (press, "%s\n%s\n%s", facts.list.title, place, elements);

  facts.list.list_digest = kp_press_seal_rows (press, head, numbers, n * sizeof *numbers);
  facts.list.qr = kp_press_make_code (press, &(KpPressPaper){ .number = place, .digest = facts.list.list_digest });
  return kp_form_score_draw (sheet, &facts, error);
}

static gboolean
draw_room (KpPress *press, KpSheet *sheet, gint64 room, GError **error)
{
  g_autoptr (GArray) drawn = list_numbers (press, room);
  const char **numbers = kp_press_keep (press, g_new0 (const char *, drawn->len + 1));
  const char *name = kp_press_format_count (press, room);

  for (guint i = 0; i < drawn->len; i++)
    numbers[i] = kp_press_format_count (press, g_array_index (drawn, gint64, i));
  for (guint examiner = 1; drawn->len > 0 && examiner <= press->scheme->interview.panel.n_examiners; examiner++)
    {
      const KpPressNumbers part = { .room = name, .person = kp_press_format (press, "%s-%u", name, examiner), .alias = name };

      if (kp_press_wants_part (press, &part) && !draw_sheet (press, sheet, room, examiner, numbers, drawn->len, error))
        return FALSE;
    }
  return TRUE;
}

/** kp_press_draw_score_sheets: rooms and their examiners in order; an empty sheet before the lots are drawn. */
gboolean
kp_press_draw_score_sheets (KpPress *press, KpSheet *sheet, GError **error)
{
  static const char *const none[BLANK_ROWS] = { NULL };
  const gint64 last = find_last_room (press);

  if (press->scheme->interview.elements->len == 0)
    return TRUE;
  if (last == 0)
    return !kp_press_wants (press, NULL) || draw_sheet (press, sheet, 0, 0, none, BLANK_ROWS, error);
  for (gint64 room = 1; room <= last; room++)
    if (!draw_room (press, sheet, room, error))
      return FALSE;
  return TRUE;
}

/* ---- one for each candidate ---- */

static const guint weights[KP_RECORD_FIELDS_MOST] = { 40, 16, 70, 24 };
static const char *const examiner_signers[] = { "考官（签名）", "日期", NULL };

static gboolean
draw_candidate (KpPress *press, KpSheet *sheet, const char *room, const char *number, GError **error)
{
  const GPtrArray *elements = press->scheme->interview.elements;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (KpRecordPart));
  KpRecordPaper paper = { .press = press, .parts = parts };

  kp_record_add_fields (&paper, kp_record_field ("面试考场", room != NULL ? kp_press_format (press, "第%s考场", room) : NULL, 1),
                        kp_record_field ("面试序号", number, 1), kp_record_field ("考官", NULL, 1));
  kp_record_add_row (&paper, TRUE, weights, (const char *const[KP_RECORD_FIELDS_MOST]){ "评分要素", "满分", "评分要点和记录", "得分" });
  for (guint i = 0; i < elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (elements, i);

      kp_record_add_row (&paper, FALSE, weights,
                         (const char *const[KP_RECORD_FIELDS_MOST]){ element->name, format_points (press, element->full), "\n\n", NULL });
    }
  kp_record_add_row (&paper, FALSE, weights,
                     (const char *const[KP_RECORD_FIELDS_MOST]){ "总分", format_full (press), "各要素得分之和：", NULL });
  kp_record_add_text (&paper, "评语", NULL, 4, examiner_signers);
  paper.facts.subtitle_right = kp_press_format_date (press, press->scheme->interview.date);
  paper.facts.note = "每名考官评一名考生用一张。只写面试序号，不写姓名；各要素得分不得超过满分。涂改由考官在改动处签名。";
  return kp_record_paper_draw (&paper, number != NULL ? kp_press_format (press, "%s-%s", room, number) : "", sheet, error);
}

/** kp_press_draw_score_forms: one for each number that is drawn, to be copied for the examiners; an empty one before that. */
gboolean
kp_press_draw_score_forms (KpPress *press, KpSheet *sheet, GError **error)
{
  const gint64 last = find_last_room (press);

  if (press->scheme->interview.elements->len == 0)
    return TRUE;
  if (last == 0)
    return !kp_press_wants (press, NULL) || draw_candidate (press, sheet, NULL, NULL, error);
  for (gint64 room = 1; room <= last; room++)
    {
      g_autoptr (GArray) drawn = list_numbers (press, room);
      const char *name = kp_press_format_count (press, room);

      for (guint i = 0; i < drawn->len; i++)
        {
          const char *number = kp_press_format_count (press, g_array_index (drawn, gint64, i));
          const KpPressNumbers part = { .room = name, .person = kp_press_format (press, "%s-%s", name, number), .alias = name };

          if (kp_press_wants_part (press, &part) && !draw_candidate (press, sheet, name, number, error))
            return FALSE;
        }
    }
  return TRUE;
}
