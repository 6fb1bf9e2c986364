/* test-official-paper.c – heads, letters, signatures and colophons: measured on the printed page, to 0.2 mm.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-official.h"
#include "kp-pdf-error.h"
#include "kp-test-paper.h"

#define LEADING (KP_OFFICIAL_HEIGHT / KP_OFFICIAL_LINES)
#define PITCH (KP_OFFICIAL_WIDTH / KP_OFFICIAL_CHARACTERS)
#define RIGHT (KP_OFFICIAL_LEFT + KP_OFFICIAL_WIDTH)
#define BOTTOM (KP_OFFICIAL_TOP + KP_OFFICIAL_HEIGHT)
#define LINE_28 "一二三四五六七八九十一二三四五六七八九十一二三四五六七八"

typedef struct
{
  KpTestFolder *folder;
  KpFontSet *fonts;
  KpSheet *sheet;
  char *path;
} Fixture;

static const char *const one[] = { "云岭县民政局", NULL };
static const char *const long_one[] = { "云岭县公开招聘社区专职工作人员工作领导小组办公室", NULL };
static const char *const three[] = { "中共云岭县委社会工作部", "云岭县民政局", "云岭县人力资源和社会保障局", NULL };
static const char *const signers[] = { "张三", "李四光", "王五", NULL };

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->folder = kp_test_folder_new ();
  f->fonts = kp_test_paper_new_fonts ();
  f->sheet = kp_sheet_new (f->fonts, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_free (f->path);
  kp_sheet_free (f->sheet);
  kp_font_set_unref (f->fonts);
  kp_test_folder_free (f->folder);
}

static void
draw (Fixture *f, const KpOfficialHead *head, const KpOfficialPart *parts, guint n_parts,
      const KpOfficialColophon *colophon)
{
  const KpOfficialPaper paper = { kp_official_get_standard_layout (), head, parts, n_parts, colophon, NULL };
  g_autoptr (GError) error = NULL;

  kp_official_draw_paper (f->sheet, &paper, &error);
  g_assert_no_error (error);
  f->path = kp_test_paper_save (f->sheet, f->folder);
}

static void
draw_short (Fixture *f, const KpOfficialHead *head)
{
  const KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_TITLE, .text = "通知" },
    { .kind = KP_OFFICIAL_BODY, .text = "特此通知。" },
  };

  draw (f, head, parts, G_N_ELEMENTS (parts), NULL);
}

static KpRect
find (const Fixture *f, KpLength top, KpLength height, gboolean only_red)
{
  const KpRect within = { 0, top, KP_MM (210), height };

  return kp_test_paper_find_ink (f->path, 1, &within, only_red, f->folder);
}

/* The parts of a head, found from the top: mark and red line by colour, the number between them. */
typedef struct
{
  KpRect mark;
  KpRect line;
  KpRect number;
  KpRect title;
} Seen;

static Seen
look_at_paper (const Fixture *f)
{
  Seen seen;
  KpRect red = find (f, 0, KP_MM (290), TRUE);
  KpLength red_end = red.y + red.height;

  seen.line = find (f, red_end - KP_MM (1), KP_MM (2), TRUE);
  seen.mark = find (f, 0, seen.line.y - KP_MM (1), TRUE);
  seen.number = find (f, seen.mark.y + seen.mark.height + KP_MM (1), seen.line.y - seen.mark.y - seen.mark.height - KP_MM (2), FALSE);
  seen.title = find (f, red_end + LEADING, 2 * LEADING, FALSE);
  return seen;
}

typedef struct
{
  const char *name;
  KpOfficialHead head;
} HeadCase;

static const HeadCase heads[] = {
  { "single", { .organs = one, .word = "文件", .number = "云民〔2026〕3号" } },
  { "long-name", { .organs = long_one, .word = "文件", .number = "云招办〔2026〕12号" } },
  { "joint", { .organs = three, .word = "文件", .number = "云社工发〔2026〕3号" } },
  { "upward", { .organs = one, .word = "文件", .number = "云民〔2026〕3号", .signers = signers } },
};

/* 7.2.4 to 7.2.7: 35 mm to the mark, 4 mm from the number to the line, two lines to the title. */
static void
test_head (Fixture *f, gconstpointer data)
{
  const HeadCase *row = data;
  Seen seen;

  draw_short (f, &row->head);
  seen = look_at_paper (f);
  kp_test_assert_place (seen.mark.y, KP_OFFICIAL_TOP + KP_MM (35));
  kp_test_assert_place (seen.mark.x + seen.mark.width / 2, KP_OFFICIAL_LEFT + KP_OFFICIAL_WIDTH / 2);
  g_assert_cmpint (seen.mark.width, <=, KP_OFFICIAL_WIDTH);
  kp_test_assert_place (seen.line.y, seen.number.y + seen.number.height + KP_MM (4));
  kp_test_assert_place (seen.line.x, KP_OFFICIAL_LEFT);
  kp_test_assert_place (seen.line.width, KP_OFFICIAL_WIDTH);
  g_assert_cmpint (seen.number.y, >=, seen.mark.y + seen.mark.height + 2 * LEADING);
  g_assert_cmpint (seen.number.y, <, seen.mark.y + seen.mark.height + 3 * LEADING);
  /* The title's line begins two lines below the red line; its characters of 22 pt are in the middle of it. */
  g_assert_cmpint (seen.title.y, >=, seen.line.y + seen.line.height + 2 * LEADING);
  g_assert_cmpint (seen.title.y + seen.title.height, <=, seen.line.y + seen.line.height + 3 * LEADING);
}

static void
test_number_in_the_middle (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  Seen seen;

  draw_short (f, &heads[0].head);
  seen = look_at_paper (f);
  g_assert_cmpint (ABS (seen.number.x + seen.number.width / 2 - KP_OFFICIAL_LEFT - KP_OFFICIAL_WIDTH / 2), <=, KP_MM (0.6));
}

/* 7.2.5, 7.2.6: the number one character from the left, the signers' names one from the right, two to a line, below
 * one another, the last line level with the number. */
static void
test_upward (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpLength left = 0;
  KpLength right = 0;
  KpLength first = 0;

  draw_short (f, &heads[3].head);
  kp_test_paper_find_word (f->path, 1, "云民〔2026〕3号", &left, &right);
  kp_test_assert_place (left, KP_OFFICIAL_LEFT + PITCH);
  kp_test_paper_find_word (f->path, 1, "李四光", &left, &right);
  kp_test_assert_place (right, RIGHT - PITCH);
  kp_test_paper_find_word (f->path, 1, "签发人：张三", &left, &first);
  kp_test_paper_find_word (f->path, 1, "王五", &left, &right);
  kp_test_assert_place (right, first);
}

/* 7.2.1 to 7.2.3: flush left in the first lines of the type area. */
static void
test_elements (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpOfficialHead head = heads[0].head;
  static const char *const texts[] = { "000001", "秘密★1年", "特急" };

  head.copy = texts[0];
  head.secrecy = texts[1];
  head.urgency = texts[2];
  draw_short (f, &head);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      KpLength top = KP_OFFICIAL_TOP + (KpLength) i * LEADING;
      KpRect ink = find (f, top, LEADING, FALSE);
      KpLength left = 0;
      KpLength right = 0;

      kp_test_paper_find_word (f->path, 1, texts[i], &left, &right);
      kp_test_assert_place (left, KP_OFFICIAL_LEFT);
      g_assert_cmpint (ink.height, <=, KP_PT (16));
      g_assert_cmpint (ink.height, >, KP_PT (8));
      g_assert_cmpint (ABS (ink.y + ink.height / 2 - top - LEADING / 2), <=, KP_MM (0.6));
    }
}

/* 10.1: 30 mm to the mark, 4 mm to the double line, 170 mm long; the second one 20 mm from the page's end; the number
 * 7/8 of a character below the first one, at the right; no number on the first page. */
static void
test_letter (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const KpOfficialHead head = { .is_letter = TRUE, .organs = one, .number = "云民函〔2026〕3号" };
  KpRect mark;
  KpRect pair;
  KpRect foot;
  KpRect number;
  KpLength left = 0;
  KpLength right = 0;
  g_autofree char *text = NULL;

  draw_short (f, &head);
  foot = find (f, KP_MM (270), KP_MM (20), TRUE);
  kp_test_assert_place (foot.y + foot.height, KP_MM (277));
  kp_test_assert_place (foot.x, KP_MM (20));
  kp_test_assert_place (foot.width, KP_MM (170));
  mark = find (f, KP_MM (20), KP_MM (40), TRUE);
  pair = find (f, mark.y + mark.height - KP_MM (2), KP_MM (4), TRUE);
  mark = find (f, KP_MM (20), pair.y - KP_MM (20) - KP_PT (0.5), TRUE);
  kp_test_assert_place (mark.y, KP_MM (30));
  kp_test_assert_place (pair.y, mark.y + mark.height + KP_MM (4));
  kp_test_assert_place (pair.width, KP_MM (170));
  kp_test_assert_place (pair.height, foot.height);
  number = find (f, pair.y + pair.height + KP_MM (1), LEADING, FALSE);
  kp_test_assert_place (number.y, pair.y + pair.height + KP_PT (14));
  kp_test_paper_find_word (f->path, 1, "云民函〔2026〕3号", &left, &right);
  kp_test_assert_place (right, RIGHT);
  text = kp_test_paper_dup_text (f->path, 1);
  g_assert_null (strstr (text, "—1—"));
}

typedef struct
{
  const char *name;
  const char *organ;
  const char *date;
  gboolean has_seal;
} SignCase;

static const SignCase signatures[] = {
  { "sealed", "云岭县民政局", "2026年2月20日", TRUE },
  { "sealed-short", "县政府", "2026年12月20日", TRUE },
  { "unsealed", "云岭县人力资源和社会保障局", "2026年2月20日", FALSE },
  { "unsealed-date-is-longer", "县政府", "2026年12月20日", FALSE },
};

/* 7.3.5.1, 7.3.5.2. */
static void
test_signature (Fixture *f, gconstpointer data)
{
  const SignCase *row = data;
  const KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_BODY, .text = "特此通知。" },
    { .kind = row->has_seal ? KP_OFFICIAL_SIGNATURE : KP_OFFICIAL_SIGNATURE_UNSEALED, .text = row->organ },
    { .kind = KP_OFFICIAL_DATE, .text = row->date },
  };
  KpLength left = 0, right = 0, date_left = 0, date_right = 0;

  draw (f, NULL, parts, G_N_ELEMENTS (parts), NULL);
  kp_test_paper_find_word (f->path, 1, row->organ, &left, &right);
  kp_test_paper_find_word (f->path, 1, row->date, &date_left, &date_right);
  if (row->has_seal)
    {
      kp_test_assert_place (date_right, RIGHT - 4 * PITCH);
      kp_test_assert_place ((left + right) / 2, (date_left + date_right) / 2);
      return;
    }
  kp_test_assert_place (date_left, left + 2 * PITCH);
  kp_test_assert_place (right - left > date_right - date_left ? right : date_right, RIGHT - 2 * PITCH);
}

/* 7.3.5.1: seals of 42 mm neither touch nor leave the type area; the last one lies over the date. */
static void
test_joint_seals (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "云岭县委社工部", "云岭县民政局", "云岭县人社局" };
  const KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_BODY, .text = "特此通知。" },
    { .kind = KP_OFFICIAL_SIGNATURE, .text = "云岭县委社工部\n云岭县民政局\n云岭县人社局" },
    { .kind = KP_OFFICIAL_DATE, .text = "2026年2月20日" },
  };
  KpLength middles[G_N_ELEMENTS (names)];
  KpLength left = 0, right = 0;

  draw (f, NULL, parts, G_N_ELEMENTS (parts), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      kp_test_paper_find_word (f->path, 1, names[i], &left, &right);
      middles[i] = (left + right) / 2;
      g_assert_cmpint (middles[i] - KP_MM (21), >=, KP_OFFICIAL_LEFT - KP_MM (0.2));
      g_assert_cmpint (middles[i] + KP_MM (21), <=, RIGHT + KP_MM (0.2));
      if (i > 0)
        g_assert_cmpint (middles[i] - middles[i - 1], >, KP_MM (42));
    }
  kp_test_paper_find_word (f->path, 1, "2026年2月20日", &left, &right);
  kp_test_assert_place ((left + right) / 2, middles[2]);
  kp_test_assert_place (right, RIGHT - 4 * PITCH);
}

static const KpOfficialColophon colophon = {
  .copies = "县委办公室，县人大常委会办公室，县政府办公室，县政协办公室，县纪委监委，县人民法院",
  .printer = "云岭县民政局办公室",
  .date = "2026年3月1日",
};

static void
draw_lines (Fixture *f, guint n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  KpOfficialPart part = { .kind = KP_OFFICIAL_FLUSH };

  for (guint i = 0; i < n_lines; i++)
    g_string_append (text, LINE_28);
  part.text = text->str;
  draw (f, NULL, &part, 1, &colophon);
}

/* 7.4: lines of 0.35, 0.25 and 0.35 mm as wide as the type area, the last one on its lower edge. */
static void
test_colophon (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    guint lines; /* above the type area's end */
    KpLength thickness;
  } rules[] = { { 3, KP_MM (0.35) }, { 1, KP_MM (0.25) }, { 0, KP_MM (0.35) } };
  KpLength left = 0;
  KpLength right = 0;

  draw_lines (f, 3);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      KpLength y = BOTTOM - (KpLength) rules[i].lines * LEADING;
      const KpRect within = { 0, y - KP_MM (0.6), KP_MM (210), KP_MM (1.2) };
      KpRect ink = kp_test_paper_find_ink (f->path, 2, &within, FALSE, f->folder);

      kp_test_assert_place (ink.y + ink.height / 2, y);
      kp_test_assert_place (ink.x, KP_OFFICIAL_LEFT);
      kp_test_assert_place (ink.width, KP_OFFICIAL_WIDTH);
      g_assert_cmpint (ABS (ink.height - rules[i].thickness), <=, KP_MM (0.09));
    }
  kp_test_paper_find_word (f->path, 2, "云岭县民政局办公室", &left, &right);
  kp_test_assert_place (left, KP_OFFICIAL_LEFT + KP_PT (14));
  kp_test_paper_find_word (f->path, 2, "2026年3月1日印发", &left, &right);
  kp_test_assert_place (right, RIGHT - KP_PT (14));
}

typedef struct
{
  const char *name;
  guint lines;   /* of text */
  guint n_pages; /* with the colophon */
  guint n_numbers;
} EndCase;

/* 7.4, 7.5: always an even page; behind a blank one it bears no number, as that one doesn't. */
static const EndCase ends[] = {
  { "one-page", 22, 2, 2 },        { "fits-on-second", 41, 2, 2 }, { "no-room-on-second", 42, 4, 2 },
  { "three-pages", 50, 4, 4 },     { "second-is-full", 44, 4, 2 },
};

static void
test_end (Fixture *f, gconstpointer data)
{
  const EndCase *row = data;

  draw_lines (f, row->lines);
  g_assert_cmpuint (kp_sheet_get_n_pages (f->sheet), ==, row->n_pages);
  for (guint i = 1; i <= row->n_pages; i++)
    {
      g_autofree char *text = kp_test_paper_dup_text (f->path, i);
      g_autofree char *number = g_strdup_printf ("—%u—", i);

      g_assert_cmpint (strstr (text, number) != NULL, ==, i <= row->n_numbers);
      g_assert_cmpint (strstr (text, "抄送：县委办公室") != NULL, ==, i == row->n_pages);
    }
}

/* 7.1: a head so high that the first page would show no text is refused, never printed. */
static void
test_no_room_for_text (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) addressees = g_string_new (NULL);
  KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_TITLE, .text = "通知" },
    { .kind = KP_OFFICIAL_ADDRESSEE },
    { .kind = KP_OFFICIAL_BODY, .text = "特此通知。" },
  };
  KpOfficialPaper paper = { kp_official_get_standard_layout (), &heads[2].head, parts, G_N_ELEMENTS (parts), NULL, NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 14; i++)
    g_string_append (addressees, LINE_28);
  parts[1].text = addressees->str;
  g_assert_false (kp_official_draw_paper (f->sheet, &paper, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW);
}

/* 7.5: the dash 7 mm below the type area, one character (14 pt) from the outer edge. */
static void
test_page_number (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  for (guint page = 1; page <= 2; page++)
    {
      KpRect within = { page == 1 ? RIGHT - KP_PT (26) : KP_OFFICIAL_LEFT, BOTTOM + KP_MM (2), KP_PT (26), KP_MM (12) };
      KpRect dash;

      if (page == 1)
        draw_lines (f, 41);
      else
        within.width = KP_PT (14) + KP_PT (12);
      dash = kp_test_paper_find_ink (f->path, page, &within, FALSE, f->folder);
      kp_test_assert_place (dash.y + dash.height / 2, BOTTOM + KP_MM (7));
      g_assert_cmpint (dash.height, <, KP_MM (0.8));
      if (page == 1)
        g_assert_cmpint (ABS (dash.x + dash.width - RIGHT + KP_PT (14)), <=, KP_MM (0.4));
      else
        g_assert_cmpint (ABS (dash.x - KP_OFFICIAL_LEFT - KP_PT (14)), <=, KP_MM (0.4));
    }
}

/* 7.3.7: a leaf with a landscape table is turned by a quarter, head to the left; its number stays where it was, so on the
 * page as it is read it lies at the left: 7 mm beside the type area, odd ones below, even ones above. */
static void
test_landscape_number (Fixture *f, gconstpointer data)
{
  guint page = GPOINTER_TO_UINT (data);
  const KpFrame frame = { .kind = KP_FRAME_OFFICIAL, .first_page = page };
  KpLength outer = page % 2 == 1 ? RIGHT : KP_OFFICIAL_LEFT;
  KpRect within = { 0, page % 2 == 1 ? outer - KP_PT (24) : outer, KP_MM (40), KP_PT (24) };
  KpRect dash;

  kp_sheet_add_page (f->sheet, KP_PAPER_A4_LANDSCAPE);
  kp_frame_draw (f->sheet, &frame, KP_MM (35), KP_MM (260), 0, 1);
  f->path = kp_test_paper_save (f->sheet, f->folder);
  dash = kp_test_paper_find_ink (f->path, 1, &within, FALSE, f->folder);
  kp_test_assert_place (dash.x + dash.width / 2, KP_MM (297) - BOTTOM - KP_MM (7));
  g_assert_cmpint (dash.width, <, KP_MM (0.8));
}

static void
add (const char *name, gconstpointer data, void (*func) (Fixture *f, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/pdf/official-paper/", name, NULL);

  g_test_add (path, Fixture, data, set_up, func, tear_down);
}

#define ADD_CASES(folder, cases, func)                                                                                 \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                                                     \
    {                                                                                                                  \
      g_autofree char *name = g_strconcat (folder, cases[i].name, NULL);                                               \
                                                                                                                       \
      add (name, &cases[i], func);                                                                                     \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_CASES ("head/", heads, test_head);
  ADD_CASES ("signature/", signatures, test_signature);
  ADD_CASES ("end/", ends, test_end);
  add ("number-in-the-middle", NULL, test_number_in_the_middle);
  add ("upward", NULL, test_upward);
  add ("elements", NULL, test_elements);
  add ("letter", NULL, test_letter);
  add ("joint-seals", NULL, test_joint_seals);
  add ("colophon", NULL, test_colophon);
  add ("no-room-for-text", NULL, test_no_room_for_text);
  add ("page-number", NULL, test_page_number);
  add ("landscape-number/odd", GUINT_TO_POINTER (3), test_landscape_number);
  add ("landscape-number/even", GUINT_TO_POINTER (4), test_landscape_number);
  return g_test_run ();
}
