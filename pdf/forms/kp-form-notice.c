/* kp-form-notice.c – the recruitment notice (招聘公告) with its post table as annex 1.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-notice.h"

#include "kp-form-list.h"

/* A cell of some words that may wrap in the middle of its column. */
#define COLUMN_WRAPPED(member, title, share) \
  { .heading = (title), .weight = (share), .offset = G_STRUCT_OFFSET (KpNoticePost, member), \
    .align = KP_ALIGN_CENTRE, .font = KP_FONT_SONG }

static const KpFormColumn columns[] = {
  KP_FORM_COLUMN (KpNoticePost, code, "岗位\n代码", 9),
  COLUMN_WRAPPED (street, "招聘单位", 15),
  COLUMN_WRAPPED (name, "岗位名称", 25),
  COLUMN_WRAPPED (track, "招聘类型", 26),
  KP_FORM_COLUMN (KpNoticePost, places, "招聘\n人数", 8),
  COLUMN_WRAPPED (age, "年龄", 44),
  COLUMN_WRAPPED (education, "学历", 22),
  KP_FORM_COLUMN_LONG (KpNoticePost, conditions, "其他条件", 32),
  KP_FORM_COLUMN_LONG (KpNoticePost, remark, "备注", 24),
};

static void
add_part (GArray        *parts,
          KpOfficialKind kind,
          const char    *text)
{
  KpOfficialPart part = { .kind = kind, .text = text };

  g_array_append_val (parts, part);
}

/* "附件：1.×××" and, when there are more, "2.×××" below it. The chunk owns the texts. */
static void
add_annexes (GArray            *parts,
             const char *const *names,
             GStringChunk      *texts)
{
  gboolean is_alone = names[0] != NULL && names[1] == NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *line = is_alone ? g_strdup_printf ("附件：%s", names[i])
                                       : g_strdup_printf ("%s%u.%s", i == 0 ? "附件：" : "", i + 1, names[i]);

      add_part (parts, KP_OFFICIAL_ANNEX_NOTE, g_string_chunk_insert (texts, line));
    }
}

static gboolean
draw_posts (KpSheet             *sheet,
            const KpNoticeFacts *facts,
            const KpFrame       *frame,
            GError             **error)
{
  KpFormTable table = { columns, G_N_ELEMENTS (columns), facts->posts, sizeof (KpNoticePost),
                        facts->n_posts, 0 };
  gboolean is_alone = facts->annexes == NULL || facts->annexes[0] == NULL || facts->annexes[1] == NULL;
  g_autofree char *digest = facts->scheme_digest == NULL
                                ? NULL
                                : g_strdup_printf ("招聘方案摘要（SHA-256）：%s", facts->scheme_digest);
  const char *const notes[] = { digest, NULL };
  KpFormList list = { .title = facts->posts_title, .notes = notes, .empty = "没有岗位。" };
  KpFormLook look = { .is_landscape = TRUE, .mark = is_alone ? "附件" : "附件1", .frame = frame };

  return kp_form_list_draw (sheet, &list, NULL, 0, &table, &look, error);
}

/**
 * kp_form_notice_draw:
 * @sheet: gets the pages
 * @facts: borrowed
 *
 * Appends the notice by GB/T 9704-2012 (a public notice has no 主送机关) and, with a title for it, the post
 * table in landscape as annex, where digest and code stand; page numbers run on (GB/T 9704-2012, 7.5). Without it they
 * stand at the foot of the first page.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_notice_draw (KpSheet             *sheet,
                     const KpNoticeFacts *facts,
                     GError             **error)
{
  static const KpOfficialKind kinds[] = {
    [KP_NOTICE_PART_TEXT] = KP_OFFICIAL_BODY,
    [KP_NOTICE_PART_HEADING] = KP_OFFICIAL_HEADING_1,
    [KP_NOTICE_PART_SUBHEADING] = KP_OFFICIAL_HEADING_2,
  };
  const KpOfficialLayout *layout = kp_official_get_standard_layout ();
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (KpOfficialPart));
  g_autoptr (GStringChunk) texts = g_string_chunk_new (256);
  KpFrame frame = { .kind = KP_FRAME_OFFICIAL, .scheme_digest = facts->scheme_digest, .code = facts->qr };
  KpFrame end = { .kind = KP_FRAME_OFFICIAL };
  const KpFormHead above = { facts->head != NULL ? facts->head->head : NULL, NULL };
  const KpOfficialPart *first;
  guint n_text;
  guint n_before;

  add_part (parts, KP_OFFICIAL_TITLE, facts->title);
  for (gsize i = 0; i < facts->n_parts; i++)
    add_part (parts, kinds[facts->parts[i].kind], facts->parts[i].text);
  if (facts->annexes != NULL)
    add_annexes (parts, facts->annexes, texts);
  add_part (parts, KP_OFFICIAL_SIGNATURE, facts->issuer);
  add_part (parts, KP_OFFICIAL_DATE, facts->date);
  kp_sheet_set_place (sheet, "招聘公告");
  first = (const KpOfficialPart *) (gpointer) parts->data;
  n_text = kp_form_head_count_pages (sheet, facts->head, layout, first, parts->len);
  if (facts->posts_title == NULL)
    return kp_form_head_draw (sheet, facts->head, layout, first, parts->len, &frame, error);
  if (!kp_form_head_draw (sheet, &above, layout, first, parts->len, NULL, error))
    return FALSE;
  frame.first_page = n_text + 1;
  n_before = kp_sheet_get_n_pages (sheet);
  if (!draw_posts (sheet, facts, &frame, error))
    return FALSE;
  end.first_page = frame.first_page + kp_sheet_get_n_pages (sheet) - n_before;
  return kp_form_head_draw_end (sheet, facts->head, &end, error);
}
