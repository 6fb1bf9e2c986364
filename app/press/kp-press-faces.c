/* kp-press-faces.c – the photos of the record on the papers, and the sign-in sheets that show them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press-faces.h"

#include "kp-form-faces.h"
#include "kp-step-photo.h"

static const char *const written_signers[] = { "监考员（一）", "监考员（二）", "流动监考", NULL };
static const char *const interview_signers[] = { "候考室工作人员（一）", "候考室工作人员（二）", "监督员", NULL };

/** kp_press_has_photos: whether the record has any photo; FALSE with #KP_DATA_ERROR. */
gboolean
kp_press_has_photos (KpPress *press, gboolean *has_photos, GError **error)
{
  guint n = 0;

  if (!kp_photo_count (press->session, &n, error))
    return FALSE;
  *has_photos = n > 0;
  return TRUE;
}

/** kp_press_find_face: the photo of a row, read when it is drawn; NULL also when there is none. (transfer full) */
GBytes *
kp_press_find_face (gsize index, gpointer data, GError **error)
{
  const KpPressFaces *faces = data;
  const KpDossier *dossier = g_ptr_array_index (faces->dossiers, index);
  GBytes *jpeg = NULL;

  return kp_photo_find (faces->press->session, dossier->application->application, &jpeg, error) ? jpeg : NULL;
}

/** kp_press_draw_sign_in_faces: 考生签到表 of a room with photos. */
gboolean
kp_press_draw_sign_in_faces (
    KpPress *press, KpSheet *sheet, const KpSignInFacts *facts, const GPtrArray *dossiers, GError **error)
{
  g_autofree KpFacesRow *rows = g_new0 (KpFacesRow, facts->n_rows + 1);
  KpPressFaces faces = { press, dossiers };
  const KpFrame frame = { .kind = KP_FRAME_LIST, .code = facts->qr };
  const KpFacesFacts sheet_facts = {
    .title = kp_press_format (press, "%s考生签到表", facts->campaign),
    .subtitle = kp_press_format (press, "%s　第 %s 考场", facts->site, facts->room),
    .subtitle_right = kp_press_format (press, "%s　%s", facts->paper, facts->time),
    .counts = kp_press_format (press,
                               "应到 %" G_GSIZE_FORMAT " 人　　实到＿＿＿人　　缺考＿＿＿人　　违纪＿＿＿人　　缺考座位号：＿＿＿＿＿＿＿＿＿＿",
                               facts->n_rows),
    .signers = written_signers,
    .frame = &frame,
    .rows = rows,
    .n_rows = facts->n_rows,
    .get_photo = kp_press_find_face,
    .photo_data = &faces,
  };

  for (gsize i = 0; i < facts->n_rows; i++)
    {
      const KpSignInRow *row = &facts->rows[i];

      rows[i] = (KpFacesRow){ row->seat, row->ticket, row->name, kp_press_format (press, "%s %s", row->sex, row->post), NULL };
    }
  return kp_form_faces_draw (sheet, &sheet_facts, error);
}

/** kp_press_draw_interview_faces: 面试考生签到表 of a post with photos, by ticket and never by number. */
gboolean
kp_press_draw_interview_faces (KpPress *press, KpSheet *sheet, const KpRoomFacts *facts, const KpInterviewSignInRow *rows,
                               const GPtrArray *dossiers, GError **error)
{
  g_autofree KpFacesRow *own = g_new0 (KpFacesRow, dossiers->len + 1);
  KpPressFaces faces = { press, dossiers };
  const KpFrame frame = {
    .kind = KP_FRAME_LIST,
    .scheme_digest = facts->list.scheme_digest,
    .list_digest = facts->list.list_digest,
    .journal_head = facts->list.journal_head,
    .code = facts->list.qr,
  };
  const KpFacesFacts sheet_facts = {
    .title = facts->list.title,
    .subtitle = facts->where,
    .subtitle_right = facts->time,
    .counts = kp_press_format (press, "应到 %u 人　　实到＿＿＿人　　缺考＿＿＿人　　迟到＿＿＿人", dossiers->len),
    .signers = interview_signers,
    .frame = &frame,
    .rows = own,
    .n_rows = dossiers->len,
    .get_photo = kp_press_find_face,
    .photo_data = &faces,
  };

  for (guint i = 0; i < dossiers->len; i++)
    own[i] = (KpFacesRow){ kp_press_format (press, "%u", i + 1), rows[i].ticket, rows[i].name,
                           kp_press_format (press, "%s %s", rows[i].sex, rows[i].post), rows[i].state };
  return kp_form_faces_draw (sheet, &sheet_facts, error);
}
