/* kp-frame.c – the running foot of lists and official papers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-frame.h"

#include <string.h>

#include "kp-paper-code.h"

/* What is printed of a digest: enough to compare by eye. */
#define DIGEST_DIGITS 12

#define QR_SIDE KP_MM (20)
#define QR_RISE KP_MM (25) /* of its upper edge above the paper's lower edge */
#define PAGE_NUMBER_RISE KP_MM (14)
#define DIGESTS_RISE KP_MM (9)
#define CODE_RISE KP_MM (18.5)

/* GB/T 9704-2012, 7.5: the dash lies 7 mm below the type area. */
#define OFFICIAL_DASH_DROP KP_MM (7)
#define OFFICIAL_NUMBER_SIZE KP_PT (14)

/* Of the dash above the baseline, in our Song. */
#define OFFICIAL_DASH_RISE (OFFICIAL_NUMBER_SIZE * 289 / 1000)

#define OFFICIAL_QR_DROP KP_MM (5)
#define LETTER_QR_SIDE KP_MM (13)

/* Margins below the type area; the sides of a landscape page are those of the paper turned by a quarter. */
#define OFFICIAL_FOOT KP_MM (35)
#define OFFICIAL_LANDSCAPE_FOOT KP_MM (26)

static const KpTextStyle small = { KP_FONT_SONG, KP_PT (7.5), 0, KP_INK_BLACK };
static const KpTextStyle number = { KP_FONT_SONG, KP_PT (9), 0, KP_INK_BLACK };
static const KpTextStyle official = { KP_FONT_SONG, OFFICIAL_NUMBER_SIZE, 0, KP_INK_BLACK };

static void
append_digest (GString *out, const char *label, const char *digest)
{
  if (digest != NULL && *digest != '\0')
    g_string_append_printf (out, "%s%s %.*s", out->len > 0 ? "　" : "", label, DIGEST_DIGITS, digest);
}

static void
draw_list_foot (
    KpSheet *sheet, const KpFrame *frame, KpLength left, KpLength right, guint page, guint n_pages)
{
  g_autofree char *digests = kp_frame_dup_digests (frame);
  g_autofree char *code = kp_frame_dup_code (frame->code);
  g_autofree char *text = g_strdup_printf ("第 %u 页　共 %u 页", page, n_pages);
  KpLength width = 0;
  KpLength height = 0;
  KpRect qr;

  kp_sheet_get_page_size (sheet, &width, &height);
  kp_sheet_text (sheet, &small, left, height - CODE_RISE, code);
  kp_sheet_text (sheet, &small, left, height - PAGE_NUMBER_RISE, frame->issuer);
  kp_sheet_text (sheet, &number, (left + right - kp_sheet_measure (sheet, &number, text)) / 2,
                 height - PAGE_NUMBER_RISE, text);
  kp_sheet_text (sheet, &small, left, height - DIGESTS_RISE, digests);
  qr = (KpRect){ right - QR_SIDE, height - QR_RISE, QR_SIDE, QR_SIDE };
  kp_sheet_qr (sheet, &qr, frame->code);
}

/* Odd pages have the number at the right, even ones at the left. A landscape page is a leaf turned by a quarter
 * (7.3.7): its number stays where it is on the upright leaves around it. */
static void
draw_official_number (KpSheet *sheet, KpLength left, KpLength right, guint page, gboolean is_landscape)
{
  g_autofree char *text = g_strdup_printf ("— %u —", page);
  KpLength width = kp_sheet_measure (sheet, &official, text);
  KpLength baseline = KP_OFFICIAL_TOP + KP_OFFICIAL_HEIGHT + OFFICIAL_DASH_DROP + OFFICIAL_DASH_RISE;

  if (is_landscape)
    {
      left = KP_OFFICIAL_LEFT;
      right = KP_OFFICIAL_LEFT + KP_OFFICIAL_WIDTH;
    }
  kp_sheet_set_bound (sheet, is_landscape);
  kp_sheet_text (sheet, &official,
                 page % 2 == 1 ? right - OFFICIAL_NUMBER_SIZE - width : left + OFFICIAL_NUMBER_SIZE, baseline, text);
  kp_sheet_set_bound (sheet, FALSE);
}

/* The code lies at the first page's foot, opposite the number. */
static void
draw_official_foot (
    KpSheet *sheet, const KpFrame *frame, KpLength left, KpLength right, guint page, gboolean is_first)
{
  KpLength width = 0;
  KpLength height = 0;
  gboolean is_landscape;

  kp_sheet_get_page_size (sheet, &width, &height);
  is_landscape = width > height;
  draw_official_number (sheet, left, right, page, is_landscape);
  if (is_first && frame->code != NULL)
    {
      g_autofree char *digests = kp_frame_dup_digests (frame);
      g_autofree char *code = kp_frame_dup_code (frame->code);
      KpLength bottom = is_landscape ? height - OFFICIAL_LANDSCAPE_FOOT : KP_OFFICIAL_TOP + KP_OFFICIAL_HEIGHT;
      KpLength top = MIN (bottom + OFFICIAL_QR_DROP, height - QR_RISE);
      gboolean is_left = page % 2 == 1 && !is_landscape;
      KpRect qr = { is_left ? left : right - QR_SIDE, top, QR_SIDE, QR_SIDE };

      kp_sheet_qr (sheet, &qr, frame->code);
      kp_sheet_text (sheet, &small, is_left ? left + QR_SIDE : left, qr.y + QR_SIDE - KP_MM (5), code);
      kp_sheet_text (sheet, &small, is_left ? left + QR_SIDE : left, qr.y + QR_SIDE - KP_MM (1), digests);
    }
}

/**
 * kp_frame_dup_digests:
 * @frame: a foot
 *
 * Returns: (transfer full): the beginnings of its digests in one line
 */
char *
kp_frame_dup_digests (const KpFrame *frame)
{
  GString *out = g_string_new (NULL);

  append_digest (out, "方案摘要", frame->scheme_digest);
  append_digest (out, frame->digest_label != NULL ? frame->digest_label : "名单摘要", frame->list_digest);
  append_digest (out, "日志摘要", frame->journal_head);
  return g_string_free (out, FALSE);
}

/**
 * kp_frame_dup_code:
 * @qr: (nullable): text of a QR code
 *
 * Returns: (transfer full) (nullable): the same to be typed where nobody can scan, without what only tells programs apart
 */
char *
kp_frame_dup_code (const char *qr)
{
  if (qr == NULL)
    return NULL;
  if (g_str_has_prefix (qr, KP_PAPER_CODE_PREFIX))
    qr += strlen (KP_PAPER_CODE_PREFIX);
  return g_strconcat ("校验码 ", qr, NULL);
}

/**
 * kp_frame_get_foot:
 * @frame: (nullable): a foot, or none
 * @paper: of the page
 *
 * Returns: the height above the lower edge of the paper that content must leave to the foot.
 */
KpLength
kp_frame_get_foot (const KpFrame *frame, KpPaper paper)
{
  KpLength width = 0;
  KpLength height = 0;

  if (frame == NULL)
    return 0;
  if (frame->kind == KP_FRAME_LIST)
    return KP_FRAME_FOOT;
  kp_paper_get_size (paper, &width, &height);
  return width > height ? OFFICIAL_LANDSCAPE_FOOT : OFFICIAL_FOOT;
}

/**
 * kp_frame_draw_code:
 * @sheet: a sheet with a page
 * @frame: what the foot says
 * @left: left edge of the type area
 *
 * The code without a number, between the type area and the lower red line of a letter (GB/T 9704-2012, 10.1).
 */
void
kp_frame_draw_code (KpSheet *sheet, const KpFrame *frame, KpLength left)
{
  g_autofree char *digests = kp_frame_dup_digests (frame);
  g_autofree char *code = kp_frame_dup_code (frame->code);
  const KpRect qr = { left, KP_OFFICIAL_TOP + KP_OFFICIAL_HEIGHT, LETTER_QR_SIDE, LETTER_QR_SIDE };

  if (code == NULL)
    return;
  kp_sheet_begin_tag (sheet, KP_TAG_ARTIFACT);
  kp_sheet_qr (sheet, &qr, frame->code);
  kp_sheet_text (sheet, &small, left + LETTER_QR_SIDE, qr.y + LETTER_QR_SIDE - KP_MM (5), code);
  kp_sheet_text (sheet, &small, left + LETTER_QR_SIDE, qr.y + LETTER_QR_SIDE - KP_MM (1), digests);
  kp_sheet_end_tag (sheet);
}

/**
 * kp_frame_draw:
 * @sheet: a sheet with a page
 * @frame: what the foot says
 * @left: left edge of the type area
 * @right: right edge of the type area
 * @page: number of this page within what is being drawn, from 0
 * @n_pages: pages of what is being drawn
 *
 * Draws the foot. A frame's own first page and number of pages take
 * precedence, for papers of several parts.
 */
void
kp_frame_draw (KpSheet *sheet, const KpFrame *frame, KpLength left, KpLength right, guint page, guint n_pages)
{
  guint shown = MAX (frame->first_page, 1) + page;

  kp_sheet_begin_tag (sheet, KP_TAG_ARTIFACT);
  switch (frame->kind)
    {
    case KP_FRAME_LIST:
      draw_list_foot (sheet, frame, left, right, shown,
                      MAX (frame->n_pages, MAX (frame->first_page, 1) - 1 + n_pages));
      break;
    case KP_FRAME_OFFICIAL:
      draw_official_foot (sheet, frame, left, right, shown, page == 0);
      break;
    default:
      g_assert_not_reached ();
    }
  kp_sheet_end_tag (sheet);
}
