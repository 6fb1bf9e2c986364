/* kp-press-panel.c – the papers of the interview rooms: panels, sign-in, and the sealed list of numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-form-panel.h"
#include "kp-press-code.h"
#include "kp-press-faces.h"
#include "kp-staff-role.h"

static KpRoomFacts
make_facts (KpPress *press, const char *title, const char *where)
{
  return (KpRoomFacts){
    .list = { .title = kp_press_format (press, "%s\n%s", kp_press_get_campaign (press), title),
              .scheme_digest = kp_session_get_scheme_digest (press->session),
              .journal_head = press->head },
    .where = where,
    .time = kp_press_format_date (press, press->scheme->interview.date),
  };
}

static void
fill_code (KpPress *press, KpRoomFacts *facts, const char *number, gconstpointer rows, gsize size)
{
  facts->list.list_digest = kp_press_seal_rows (press, facts->list.title, rows, size);
  facts->list.qr = kp_press_make_code (press, &(KpPressPaper){ .number = number, .digest = facts->list.list_digest });
}

/* ---- panels ---- */

static const KpExaminerRecord *
find_examiner (KpPress *press, const char *number)
{
  for (guint i = 0; i < press->examiners->len; i++)
    {
      const KpExaminerRecord *one = g_ptr_array_index (press->examiners, i);

      if (g_str_equal (one->examiner, number))
        return one;
    }
  return NULL;
}

static KpPanelRow
make_panel_row (KpPress *press, const KpPanelSeatRecord *seat)
{
  const KpExaminerRecord *examiner = find_examiner (press, seat->examiner);

  return (KpPanelRow){
    .seat = kp_press_format_count (press, seat->seat),
    .role = kp_staff_role_get_chinese (seat->seat == 1 ? KP_STAFF_CHAIR : KP_STAFF_EXAMINER),
    .name = examiner != NULL ? examiner->name : seat->examiner,
    .unit = examiner != NULL ? examiner->unit : "",
    .remark = examiner != NULL && examiner->is_outside ? "异地" : NULL,
  };
}

/** kp_press_draw_panels: who sits in which room; one page for each. */
gboolean
kp_press_draw_panels (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autofree KpPanelRow *rows = g_new0 (KpPanelRow, press->panel_seats->len + 1);
  guint end;

  for (guint i = 0; i < press->panel_seats->len; i = end)
    {
      const gint64 room = ((const KpPanelSeatRecord *) g_ptr_array_index (press->panel_seats, i))->room;
      const char *where = kp_press_format (press, "第%" G_GINT64_FORMAT "考场", room);
      KpRoomFacts facts = make_facts (press, "考官分组名单", where);
      gsize n = 0;

      for (end = i; end < press->panel_seats->len; end++)
        {
          const KpPanelSeatRecord *seat = g_ptr_array_index (press->panel_seats, end);

          if (seat->room != room)
            break;
          rows[n++] = make_panel_row (press, seat);
        }
      if (!kp_press_wants (press, kp_press_format_count (press, room)))
        continue;
      fill_code (press, &facts, kp_press_format_count (press, room), rows, n * sizeof *rows);
      if (!kp_form_panel_draw (sheet, &facts, rows, n, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- sign-in ---- */

static const char *
get_attendance (const KpDossier *dossier)
{
  if (dossier->attendance == NULL || g_str_equal (dossier->attendance->state, "present"))
    return NULL;
  return g_str_equal (dossier->attendance->state, "absent") ? "缺考" : "迟到";
}

static gint
compare_tickets (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (kp_press_get_ticket (*(const KpDossier *const *) a), kp_press_get_ticket (*(const KpDossier *const *) b));
}

/** kp_press_draw_interview_sign_in: one sheet for each post, by ticket; the room and the number aren't known to it. */
gboolean
kp_press_draw_interview_sign_in (KpPress *press, KpSheet *sheet, GError **error)
{
  gboolean has_photos = FALSE;

  if (!kp_press_has_photos (press, &has_photos, error))
    return FALSE;
  for (guint p = 0; p < press->scheme->posts->len; p++)
    {
      const KpSchemePost *post = g_ptr_array_index (press->scheme->posts, p);
      KpRoomFacts facts = make_facts (press, "面试考生签到表", kp_press_get_post (press, post->code));
      g_autoptr (GPtrArray) own = g_ptr_array_new ();
      g_autofree KpInterviewSignInRow *rows = NULL;

      for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

          if (kp_dossier_is_on_shortlist (dossier) && g_str_equal (dossier->shortlist->post, post->code))
            g_ptr_array_add (own, (gpointer) dossier);
        }
      if (own->len == 0 || !kp_press_wants (press, post->code))
        continue;
      g_ptr_array_sort (own, compare_tickets);
      rows = g_new0 (KpInterviewSignInRow, own->len);
      for (guint i = 0; i < own->len; i++)
        {
          const KpDossier *dossier = g_ptr_array_index (own, i);

          rows[i] = (KpInterviewSignInRow){ kp_press_get_ticket (dossier), dossier->person->name, dossier->person->sex,
                                            post->code, get_attendance (dossier) };
        }
      fill_code (press, &facts, post->code, rows, own->len * sizeof *rows);
      if (has_photos ? !kp_press_draw_interview_faces (press, sheet, &facts, rows, own, error)
                     : !kp_form_interview_sign_in_draw (sheet, &facts, rows, own->len, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- the envelope ---- */

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  const gint64 first = (*(const KpDossier *const *) a)->hearing->number;
  const gint64 second = (*(const KpDossier *const *) b)->hearing->number;

  return first < second ? -1 : first > second;
}

/** kp_press_draw_envelope: who has which number of a room. */
gboolean
kp_press_draw_envelope (KpPress *press, KpSheet *sheet, guint room, GError **error)
{
  const KpRoomFacts facts = make_facts (press, "面试抽签结果登记表（密封件）", kp_press_format (press, "第%u考场", room));
  g_autoptr (GPtrArray) inside = g_ptr_array_new ();
  g_autofree KpEnvelopeRow *rows = NULL;

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (dossier->hearing != NULL && dossier->hearing->room == room)
        g_ptr_array_add (inside, (gpointer) dossier);
    }
  g_ptr_array_sort (inside, compare_numbers);
  rows = g_new0 (KpEnvelopeRow, inside->len + 1);
  for (guint i = 0; i < inside->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (inside, i);

      rows[i] = (KpEnvelopeRow){ kp_press_format_count (press, dossier->hearing->number), dossier->hearing->code,
                                 kp_press_get_ticket (dossier), dossier->person->name, get_attendance (dossier) };
    }
  return kp_form_envelope_draw (sheet, &facts, rows, inside->len, error);
}
