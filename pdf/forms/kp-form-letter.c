/* kp-form-letter.c – a letter to one person: text from a wording, a table of facts, a slip to be cut off.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All letters of a campaign are one form: what differs is the wording, which a county edits, and the facts. Whether the
 * slip finds room below the signature or gets a page of its own is up to the length of the text. */

#include "kp-form-letter.h"

#include "kp-official.h"

/* Stands for the table in a filled wording; no value has this character. */
#define TABLE_MARK "\f"

#define TABLE_LABEL KP_MM (36)
#define TABLE_SIZE KP_PT (12)
#define LABEL_SIZE KP_PT (10.5)
#define TABLE_RULE KP_PT (0.5)
#define LEAST_SHRINK 80 /* per cent: smaller than that a value takes another line */

#define SIGNERS_PER_ROW 2
#define LINES_PER_SIGNERS 2
#define SIGNER_GAP KP_MM (6)

#define SLIP_LINES 8
#define SLIP_HEAD KP_MM (12)
#define SLIP_ROW KP_MM (10)
#define SLIP_LABEL KP_MM (26)
#define SLIP_SIZE KP_PT (12)
#define SLIP_LABEL_SIZE KP_PT (10.5)

static void
add_part (GArray        *parts,
          KpOfficialKind kind,
          const char    *text)
{
  KpOfficialPart part = { .kind = kind, .text = text };

  if (text != NULL && *text != '\0')
    g_array_append_val (parts, part);
}

/* A cell with a label at its left, both between the same rules. */
static void
draw_cell (KpSheet             *sheet,
           const KpLetterFacts *facts,
           KpRect               cell,
           KpLength             label_width,
           KpLength             label_size,
           KpLength             size,
           const KpLetterRow   *row)
{
  g_autofree char *place = g_strdup_printf ("%s“%s”", facts->place, row->label);
  KpTextStyle style = kp_form_style (KP_FONT_FANGSONG, size);
  KpRect head = kp_rect_cut_left (&cell, label_width);
  KpRect head_text = kp_rect_inset (&head, KP_MM (1), 0);
  KpRect inner = kp_rect_inset (&cell, KP_MM (2.5), KP_MM (0.5));

  kp_sheet_rect (sheet, &head, TABLE_RULE);
  kp_sheet_rect (sheet, &cell, TABLE_RULE);
  kp_form_text (sheet, place, KP_FONT_HEI, label_size, &head_text, KP_ALIGN_CENTRE, row->label);
  kp_sheet_set_place (sheet, place);
  if (row->value != NULL && *row->value != '\n')
    kp_text_draw_fitted (sheet, &style, &inner, KP_ALIGN_LEFT, KP_FIT_WRAP, row->value);
  kp_sheet_set_place (sheet, facts->place);
}

/* Heights of a row: one, one more for each line break of its value, and for a value that would be small on one line. */
static guint
count_heights (KpSheet           *sheet,
               const KpLetterRow *row)
{
  const KpTextStyle style = kp_form_style (KP_FONT_FANGSONG, TABLE_SIZE);
  const KpLength width = KP_OFFICIAL_WIDTH - TABLE_LABEL - KP_MM (5);
  guint n = row->value != NULL ? 1 : 0;

  for (const char *at = row->value; at != NULL && *at != '\0'; at++)
    n += *at == '\n' ? 1 : 0;
  if (n == 1 && *row->value != '\0')
    n = MAX (n, (guint) ((kp_sheet_measure (sheet, &style, row->value) * LEAST_SHRINK / 100 + width - 1) / width));
  return n;
}

static guint
count_rows (KpSheet             *sheet,
            const KpLetterFacts *facts)
{
  guint n = 0;

  for (gsize i = 0; i < facts->n_rows; i++)
    n += count_heights (sheet, &facts->rows[i]);
  return n;
}

/* Half a line is free above and below; a row to write into is a quarter higher, 12.8 mm. */
static guint
count_table_lines (KpSheet             *sheet,
                   const KpLetterFacts *facts)
{
  guint n = count_rows (sheet, facts);

  return (facts->is_by_hand ? (n * 5 + 3) / 4 : n) + 1;
}

static void
draw_table (KpSheet      *sheet,
            const KpRect *area,
            gpointer      data)
{
  const KpLetterFacts *facts = data;
  KpLength line = area->height / (KpLength) count_table_lines (sheet, facts);
  KpLength row = (area->height - line) / (KpLength) MAX (count_rows (sheet, facts), 1);
  KpRect rest = *area;

  (void) kp_rect_cut_top (&rest, line / 2);
  for (gsize i = 0; i < facts->n_rows; i++)
    if (facts->rows[i].value != NULL)
      draw_cell (sheet, facts, kp_rect_cut_top (&rest, row * (KpLength) count_heights (sheet, &facts->rows[i])), TABLE_LABEL,
                 LABEL_SIZE, TABLE_SIZE, &facts->rows[i]);
}

static guint
count_signer_lines (const KpLetterFacts *facts)
{
  guint n = g_strv_length ((char **) facts->signers);

  return (n + SIGNERS_PER_ROW - 1) / SIGNERS_PER_ROW * LINES_PER_SIGNERS;
}

/* Two to a row and two lines high: room for a seal beside and a fingerprint on a name. */
static void
draw_signers (KpSheet      *sheet,
              const KpRect *area,
              gpointer      data)
{
  const KpLetterFacts *facts = data;
  KpTextStyle style = kp_form_style (KP_FONT_FANGSONG, TABLE_SIZE);
  guint n = g_strv_length ((char **) facts->signers);
  guint n_rows = count_signer_lines (facts) / LINES_PER_SIGNERS;

  for (guint i = 0; i < n; i++)
    {
      KpRect cell = kp_rect_cell (area, SIGNERS_PER_ROW, n_rows, i % SIGNERS_PER_ROW, i / SIGNERS_PER_ROW);
      g_autofree char *label = g_strconcat (facts->signers[i], "：", NULL);
      KpLength width = kp_sheet_measure (sheet, &style, label);
      KpLength baseline = kp_paper_centre_baseline (cell.y + cell.height / 3, cell.height * 2 / 3, style.size);

      kp_sheet_text (sheet, &style, cell.x, baseline, label);
      kp_sheet_line (sheet, cell.x + width, baseline + KP_PT (3), cell.x + cell.width - SIGNER_GAP,
                     baseline + KP_PT (3), TABLE_RULE);
    }
}

static void
add_block (GArray               *parts,
           KpOfficialKind        kind,
           guint                 lines,
           KpOfficialDraw        draw,
           const KpLetterFacts  *facts)
{
  KpOfficialPart part = {
    .kind = kind, .lines = lines, .draw = draw, .data = (gpointer) facts, .keeps_text = draw == draw_signers
  };

  g_array_append_val (parts, part);
}

/* The line to cut along crosses the whole page, so that the slip comes off straight; a slip with a page of its own has
 * none. */
static void
draw_slip_head (KpSheet    *sheet,
                KpRect     *rest,
                const char *title)
{
  KpRect head = kp_rect_cut_top (rest, SLIP_HEAD);
  KpTextStyle hint = { KP_FONT_SONG, KP_PT (7.5), 0, KP_INK_GREY };
  static const char *const words = "沿此线裁下";
  KpLength width = 0;
  KpLength height = 0;
  KpLength half = kp_sheet_measure (sheet, &hint, words) / 2 + KP_MM (2);
  KpLength middle = head.x + head.width / 2;

  kp_sheet_get_page_size (sheet, &width, &height);
  if (head.y > KP_OFFICIAL_TOP)
    {
      kp_sheet_dashed_line (sheet, KP_MM (8), head.y, middle - half, head.y, KP_PT (0.5));
      kp_sheet_dashed_line (sheet, middle + half, head.y, width - KP_MM (8), head.y, KP_PT (0.5));
      kp_sheet_text (sheet, &hint, middle - half + KP_MM (2), head.y + KP_PT (2.6), words);
    }
  (void) kp_rect_cut_top (&head, KP_MM (2));
  kp_form_text (sheet, title, KP_FONT_TITLE, KP_PT (16), &head, KP_ALIGN_CENTRE, title);
}

static void
draw_slip_row (KpSheet             *sheet,
               const KpLetterFacts *facts,
               KpRect              *rest,
               const KpLetterRow   *cells,
               guint                n)
{
  KpRect row = kp_rect_cut_top (rest, SLIP_ROW);

  for (guint i = 0; i < n; i++)
    draw_cell (sheet, facts, kp_rect_cell (&row, n, 1, i, 0), SLIP_LABEL, SLIP_LABEL_SIZE, SLIP_SIZE, &cells[i]);
}

static void
draw_slip (KpSheet      *sheet,
           const KpRect *area,
           gpointer      data)
{
  const KpLetterFacts *facts = data;
  const gboolean is_service = facts->slip == KP_LETTER_SLIP_SERVICE;
  const KpLetterRow what = { is_service ? "送达文书" : "通知文书", facts->title };
  const KpLetterRow who = { is_service ? "受送达人" : "考　　生", facts->who };
  const KpLetterRow how[] = { { "送达方式", "直接　邮寄　电子　公告" }, { "送达地点", NULL } };
  const KpLetterRow served[] = { { "受送达人\n签收", NULL }, { "签收时间", "　　　年　　月　　日　　时" } };
  const KpLetterRow staff[] = { { "送达人\n（两人）", NULL }, { "拒收、代收\n说明", NULL } };
  const KpLetterRow answer = { "本人意见", "□ 按时参加（接受）　　　□ 自愿放弃" };
  const KpLetterRow reason = { "放弃原因", NULL };
  const KpLetterRow signs[] = { { "本人签名", NULL }, { "签收日期", "　　　　年　　月　　日" } };
  KpRect rest = *area;

  draw_slip_head (sheet, &rest, is_service ? "送达回证" : "回执");
  draw_slip_row (sheet, facts, &rest, &what, 1);
  draw_slip_row (sheet, facts, &rest, &who, 1);
  draw_slip_row (sheet, facts, &rest, is_service ? how : &answer, is_service ? 2 : 1);
  draw_slip_row (sheet, facts, &rest, is_service ? served : &reason, is_service ? 2 : 1);
  draw_slip_row (sheet, facts, &rest, is_service ? staff : signs, 2);
}

/* Rows that are printed, label and value by turns. */
static GPtrArray *
list_rows (const KpLetterFacts *facts)
{
  GPtrArray *cells = g_ptr_array_new ();

  for (gsize i = 0; i < facts->n_rows; i++)
    if (facts->rows[i].value != NULL)
      {
        g_ptr_array_add (cells, (gpointer) facts->rows[i].label);
        g_ptr_array_add (cells, (gpointer) facts->rows[i].value);
      }
  return cells;
}

static KpWording *
fill_wording (const KpLetterFacts *facts,
              GError             **error)
{
  static const char *const columns[] = { KP_LETTER_ROW_LABEL, KP_LETTER_ROW_VALUE, NULL };
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (KpWordingValue));
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (KpWordingList));
  g_autoptr (GPtrArray) cells = list_rows (facts);
  const KpWordingValue table = { KP_LETTER_TABLE, TABLE_MARK, FALSE };
  const KpWordingList rows = { KP_LETTER_ROWS, columns, (const char *const *) cells->pdata, cells->len / 2 };
  g_autoptr (KpWording) wording = kp_wording_new (facts->wording, error);

  if (wording == NULL)
    return NULL;
  if (facts->n_values > 0)
    g_array_append_vals (values, facts->values, (guint) facts->n_values);
  g_array_append_val (values, table);
  if (facts->n_lists > 0)
    g_array_append_vals (lists, facts->lists, (guint) facts->n_lists);
  g_array_append_val (lists, rows);
  return kp_wording_fill_lists (wording, (const KpWordingValue *) (gpointer) values->data, values->len,
                                (const KpWordingList *) (gpointer) lists->data, lists->len, error);
}

static void
add_text (KpSheet             *sheet,
          GArray              *parts,
          const KpLetterFacts *facts,
          const KpWordingPart *texts,
          gsize                n_texts,
          const char          *addressee)
{
  static const KpOfficialKind kinds[] = {
    [KP_WORDING_TITLE] = KP_OFFICIAL_TITLE,
    [KP_WORDING_HEADING] = KP_OFFICIAL_HEADING_1,
    [KP_WORDING_SUBHEADING] = KP_OFFICIAL_HEADING_2,
    [KP_WORDING_TEXT] = KP_OFFICIAL_BODY,
  };
  gboolean has_title = n_texts > 0 && texts[0].kind == KP_WORDING_TITLE;

  for (gsize i = 0; i < n_texts; i++)
    {
      if (i == (has_title ? 1U : 0U))
        add_part (parts, KP_OFFICIAL_ADDRESSEE, addressee);
      if (g_str_equal (texts[i].text, TABLE_MARK))
        add_block (parts, KP_OFFICIAL_BLOCK, count_table_lines (sheet, facts), draw_table, facts);
      else
        add_part (parts, kinds[texts[i].kind], texts[i].text);
      if (has_title && i == 0)
        add_part (parts, KP_OFFICIAL_NUMBER, facts->head == NULL ? facts->number : NULL);
    }
}

/**
 * kp_form_letter_draw:
 * @sheet: gets the pages
 * @facts: borrowed
 *
 * Appends the letter by GB/T 9704-2012; its pages are numbered from 1. A slip goes to the foot of the last page, or where
 * there is no room, to a page of its own.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING (an unknown field or one without a value) or another %KP_PDF_ERROR
 */
gboolean
kp_form_letter_draw (KpSheet             *sheet,
                     const KpLetterFacts *facts,
                     GError             **error)
{
  g_autoptr (KpWording) wording = fill_wording (facts, error);
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (KpOfficialPart));
  g_autofree char *addressee = facts->addressee != NULL ? g_strconcat (facts->addressee, "：", NULL) : NULL;
  const KpFrame frame = { .kind = KP_FRAME_OFFICIAL,
                          .scheme_digest = facts->scheme_digest,
                          .list_digest = facts->digest,
                          .digest_label = "文书摘要",
                          .code = facts->qr };
  const KpWordingPart *texts;
  gsize n_texts;

  if (wording == NULL)
    return FALSE;
  texts = kp_wording_get_parts (wording, &n_texts);
  add_text (sheet, parts, facts, texts, n_texts, addressee);
  if (facts->signers != NULL)
    add_block (parts, KP_OFFICIAL_BLOCK, count_signer_lines (facts), draw_signers, facts);
  add_part (parts, KP_OFFICIAL_SIGNATURE, facts->issuer);
  add_part (parts, KP_OFFICIAL_DATE, facts->date);
  if (facts->slip != KP_LETTER_SLIP_NONE)
    add_block (parts, KP_OFFICIAL_FOOT_BLOCK, SLIP_LINES, draw_slip, facts);
  kp_sheet_set_place (sheet, facts->place);
  return kp_form_head_draw (sheet, facts->head, kp_official_get_letter_layout (),
                            (const KpOfficialPart *) (gpointer) parts->data, parts->len, &frame, error);
}
