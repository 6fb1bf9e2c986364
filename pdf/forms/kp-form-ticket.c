/* kp-form-ticket.c – admission tickets (准考证), two on a sheet of A4 with a cut line.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two on A4: every office printer takes it, one cut makes A5, and the rules are read without glasses. */

#include "kp-form-ticket.h"

#include <glib/gi18n-lib.h>

#include "kp-frame.h"
#include "kp-pdf-error.h"

#define MOST_SESSIONS 4
#define MOST_SESSIONS_ON_HALF 2
#define WHOLE_PAGE_HEIGHT KP_MM (190)
#define SIDE KP_MM (15)
#define TOP KP_MM (8)
#define BOTTOM KP_MM (6)
#define PHOTO_COLUMN KP_MM (30)
#define PHOTO_HEIGHT KP_MM (41)
#define CODE KP_MM (22)
#define GAP KP_MM (3)
#define ROW KP_MM (6.9)
#define ROOM_ROW KP_MM (10)
#define LABEL KP_MM (19)
#define ISSUER KP_MM (6)

static const char *const usual_rules[] = {
  "凭本准考证和有效居民身份证原件入场，缺一不可；本证在资格复审、面试、体检时仍须出示，请妥善保管。",
  "请提前熟悉考点位置和交通路线，按规定时间入场，对号入座，将两证放在桌面右上角备查。",
  "超过规定的入场时间不得入场；考试结束前不得提前交卷离场。",
  "只准携带黑色字迹的签字笔、2B铅笔、橡皮；手机、智能手表等电子设备须关机并放在指定位置。",
  "在规定的位置填写姓名、准考证号；不得在规定以外的位置书写姓名或者作任何标记。",
  "保持安静，不得交头接耳、偷看、抄袭或者传递物品；有疑问可以举手，但不得询问试题内容。",
  "考试结束铃响立即停笔，待试卷、答题卡、草稿纸清点无误后方可离开，不得带走考试材料。",
  "违反考试纪律的，参照《事业单位公开招聘违纪违规行为处理规定》处理；涉嫌犯罪的，移送司法机关。",
  NULL,
};

/* A field of a row; one that is alone takes the whole width. */
typedef struct
{
  const char *label;
  const char *value;
  KpFontStyle font;
  KpLength    size;
  guint       share; /* of the row's width in percent; 0 = what is left */
} Field;

static void
draw_fields (KpSheet      *sheet,
             const char   *place,
             KpRect       *rest,
             KpLength      height,
             const Field  *fields,
             guint         n_fields)
{
  KpRect row = kp_rect_cut_top (rest, height);
  KpLength table_width = row.width;

  for (guint i = 0; i < n_fields; i++)
    {
      KpTextStyle style = kp_form_style (fields[i].font, fields[i].size);
      KpLength width = fields[i].share == 0 ? row.width : table_width / 100 * (KpLength) fields[i].share;
      KpRect cell = kp_rect_cut_left (&row, width);
      gboolean is_big = height == ROOM_ROW;

      kp_form_draw_field (sheet, place, &cell, LABEL, fields[i].label, &style,
                          is_big ? KP_ALIGN_CENTRE : KP_ALIGN_LEFT, fields[i].value);
    }
}

static void
draw_table (KpSheet             *sheet,
            const char          *place,
            KpRect               rest,
            const KpTicketFacts *ticket)
{
  const Field person[] = {
    { "姓名", ticket->name, KP_FONT_HEI, KP_PT (13), 68 },
    { "性别", ticket->sex, KP_FONT_SONG, KP_PT (11), 0 },
  };
  const Field number = { "准考证号", ticket->number, KP_FONT_HEI_BOLD, KP_PT (14), 0 };
  const Field id = { "身份证号", ticket->id_number, KP_FONT_SONG, KP_PT (12), 0 };
  const Field post = { "报考岗位", ticket->post, KP_FONT_SONG, KP_PT (11), 0 };
  const Field site = { "考点", ticket->site, KP_FONT_SONG, KP_PT (11), 0 };
  const Field address = { "考点地址", ticket->address, KP_FONT_SONG, KP_PT (10), 0 };
  const Field room[] = {
    { "考场号", ticket->room, KP_FONT_HEI_BOLD, KP_PT (21), 50 },
    { "座位号", ticket->seat, KP_FONT_HEI_BOLD, KP_PT (21), 0 },
  };

  draw_fields (sheet, place, &rest, ROW, person, G_N_ELEMENTS (person));
  draw_fields (sheet, place, &rest, ROW, &id, 1);
  draw_fields (sheet, place, &rest, ROW, &number, 1);
  draw_fields (sheet, place, &rest, ROW, &post, 1);
  draw_fields (sheet, place, &rest, ROW, &site, 1);
  draw_fields (sheet, place, &rest, ROW, &address, 1);
  draw_fields (sheet, place, &rest, ROOM_ROW, room, G_N_ELEMENTS (room));
}

/* The rules take the largest type with which all of them fit what is left. */
static void
draw_rules (KpSheet           *sheet,
            const char        *place,
            KpRect             area,
            const char        *rules)
{
  KpBlockStyle style = { .text = kp_form_style (KP_FONT_SONG, KP_PT (9.5)), .align = KP_ALIGN_JUSTIFY };
  KpTextStyle head = kp_form_style (KP_FONT_HEI, KP_PT (10));
  KpRect title = kp_rect_cut_top (&area, KP_MM (5.5));

  kp_sheet_set_place (sheet, place);
  kp_text_draw_fitted (sheet, &head, &title, KP_ALIGN_LEFT, KP_FIT_SHRINK, "考生须知");
  for (; style.text.size >= KP_PT (6.5); style.text.size -= KP_PT (0.5))
    {
      style.leading = style.text.size * 14 / 10;
      style.rest_indent = style.text.size * 3 / 2;
      if (kp_text_measure_block (sheet, &style, area.width, rules) <= area.height)
        {
          kp_text_draw_block (sheet, &style, &area, rules);
          return;
        }
    }
  kp_sheet_fail_at_place (sheet, KP_PDF_ERROR_OVERFLOW,
                          _("The rules for candidates do not fit the ticket. Shorten them."));
}

static void
draw_head (KpSheet             *sheet,
           const char          *place,
           KpRect              *rest,
           const KpTicketBatch *batch)
{
  KpRect campaign = kp_rect_cut_top (rest, KP_MM (6.5));
  KpRect title = kp_rect_cut_top (rest, KP_MM (9));

  kp_form_text (sheet, place, KP_FONT_TITLE, KP_PT (14), &campaign, KP_ALIGN_CENTRE, batch->campaign);
  kp_form_text (sheet, place, KP_FONT_TITLE, KP_PT (20), &title, KP_ALIGN_CENTRE,
                batch->title != NULL ? batch->title : "笔试准考证");
  (void) kp_rect_cut_top (rest, KP_MM (1.5));
}

/* What the QR code holds, to be typed where nobody can scan. */
static void
draw_code (KpSheet      *sheet,
           const KpRect *line,
           const char   *qr)
{
  KpTextStyle style = { KP_FONT_SONG, KP_PT (6.5), 0, KP_INK_BLACK };
  g_autofree char *code = kp_frame_dup_code (qr);

  kp_sheet_text (sheet, &style, line->x, line->y + line->height + KP_MM (2), code);
}

static void
draw_photo (KpSheet             *sheet,
            const KpTicketBatch *batch,
            const KpTicketFacts *ticket,
            gsize                index,
            const KpRect        *box)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) asked = NULL;

  if (ticket->photo == NULL && batch->get_photo != NULL)
    asked = batch->get_photo (index, batch->photo_data, &error);
  if (error != NULL)
    kp_sheet_fail (sheet, g_steal_pointer (&error));
  kp_form_draw_photo (sheet, box, asked != NULL ? asked : ticket->photo);
}

static void
draw_ticket (KpSheet             *sheet,
             const KpTicketBatch *batch,
             const KpTicketFacts *tickets,
             gsize                index,
             const char          *rules,
             const KpRect        *half)
{
  const KpTicketFacts *ticket = &tickets[index];
  g_autofree char *place = g_strdup_printf ("准考证 %s", ticket->number);
  KpRect rest = { half->x + SIDE, half->y + TOP, half->width - 2 * SIDE, half->height - TOP - BOTTOM };
  KpLength table_height = 6 * ROW + ROOM_ROW;
  KpLength sessions_height = kp_form_measure_sessions (ticket->n_sessions);
  KpRect table, photo, code, sessions, issuer;

  kp_sheet_begin_tag (sheet, KP_TAG_SECTION);
  draw_head (sheet, place, &rest, batch);
  table = kp_rect_cut_top (&rest, table_height);
  photo = (KpRect) { table.x + table.width - PHOTO_COLUMN, table.y, PHOTO_COLUMN, PHOTO_HEIGHT };
  code = (KpRect) { photo.x + (PHOTO_COLUMN - CODE) / 2, photo.y + PHOTO_HEIGHT + KP_MM (1), CODE, CODE };
  table.width -= PHOTO_COLUMN + GAP;
  draw_table (sheet, place, table, ticket);
  kp_sheet_set_place (sheet, place);
  draw_photo (sheet, batch, ticket, index, &photo);
  if (ticket->qr != NULL)
    kp_sheet_qr (sheet, &code, ticket->qr);

  sessions = kp_rect_cut_top (&rest, sessions_height);
  sessions.width = table.width;
  kp_form_draw_sessions (sheet, place, &sessions, ticket->sessions, ticket->n_sessions, KP_PT (10));

  issuer = (KpRect) { rest.x, rest.y + rest.height - ISSUER, rest.width, ISSUER };
  kp_form_text (sheet, place, KP_FONT_FANGSONG, KP_PT (10.5), &issuer, KP_ALIGN_RIGHT, batch->issuer);
  draw_code (sheet, &issuer, ticket->qr);
  rest.height -= ISSUER;
  (void) kp_rect_cut_top (&rest, KP_MM (1.5));
  draw_rules (sheet, place, rest, rules);
  kp_sheet_end_tag (sheet);
}

static char *
dup_rules (const char *const *rules)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; rules[i] != NULL; i++)
    g_string_append_printf (text, "%s%u．%s", i == 0 ? "" : "\n", i + 1, rules[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kp_form_ticket_draw:
 * @sheet: gets ⌈@n_tickets ÷ 2⌉ pages of A4; a batch with a ticket of more than two sittings gets a page for
 * each
 * @batch: borrowed: what all of them share
 * @tickets: (array length=n_tickets): borrowed
 *
 * Appends tickets in the given order, the first of a pair above. A long name shrinks and wraps, never leaves
 * its box.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR that names ticket and field
 */
gboolean
kp_form_ticket_draw (KpSheet             *sheet,
                     const KpTicketBatch *batch,
                     const KpTicketFacts *tickets,
                     gsize                n_tickets,
                     GError             **error)
{
  g_autofree char *rules = dup_rules (batch->rules != NULL ? batch->rules : usual_rules);
  guint per_page = 2;

  for (gsize i = 0; i < n_tickets; i++)
    {
      if (tickets[i].n_sessions == 0 || tickets[i].n_sessions > MOST_SESSIONS)
        {
          g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW,
                       _("Ticket %s has %u sittings, but a ticket shows one to four. "
                         "Print a ticket for each paper."),
                       tickets[i].number, (guint) tickets[i].n_sessions);
          return FALSE;
        }
      if (tickets[i].n_sessions > MOST_SESSIONS_ON_HALF)
        per_page = 1;
    }
  for (gsize i = 0; i < n_tickets; i++)
    {
      KpRect box = { 0, 0, 0, 0 };
      KpRect page = { 0, 0, 0, 0 };

      kp_paper_get_size (KP_PAPER_A4, &page.width, &page.height);
      if (i % per_page == 0)
        kp_sheet_add_page (sheet, KP_PAPER_A4);
      if (per_page == 1)
        box = (KpRect) { 0, 0, page.width, WHOLE_PAGE_HEIGHT };
      else
        box = kp_rect_cell (&page, 1, per_page, 0, (guint) (i % per_page));
      if (i % per_page == 0 && per_page > 1)
        kp_sheet_dashed_line (sheet, KP_MM (6), box.height, page.width - KP_MM (6), box.height, KP_PT (0.4));
      draw_ticket (sheet, batch, tickets, i, rules, &box);
    }
  return kp_sheet_check (sheet, error);
}
