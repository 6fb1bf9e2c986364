/* test-flow.c – line breaking by cases, and its laws over many random texts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-flow.h"
#include "kp-test.h"

#define SIZE 16000
#define PROPERTY_LINES 140000

/* Every Chinese character is one em wide, every Latin one half. */
static KpLength
advance (const char *text, gsize n_bytes G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return g_utf8_get_char (text) < 0x80 ? SIZE / 2 : SIZE;
}

static KpFlow *
break_text (const char *text, KpLength width, KpAlign align)
{
  KpFlowStyle style = { .width = width, .size = SIZE, .align = align };

  return kp_flow_new (text, &style, advance, NULL);
}

/* The lines, joined by "|". */
static char *
join (const KpFlow *flow)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < kp_flow_get_n_lines (flow); i++)
    {
      KpFlowLine line;

      kp_flow_get_line (flow, i, &line);
      g_string_append (out, i > 0 ? "|" : "");
      g_string_append_len (out, line.text, (gssize) line.n_bytes);
    }
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  guint characters; /* width of the column */
  const char *expected;
} Case;

static const Case cases[] = {
  { "empty", "", 4, "" },
  { "fits", "公开招聘", 4, "公开招聘" },
  { "wraps", "公开招聘公告", 4, "公开招聘|公告" },
  { "newline-ends-paragraph", "公开\n招聘", 4, "公开|招聘" },
  { "empty-paragraph-is-a-line", "公开\n\n招聘", 4, "公开||招聘" },
  { "mark-pushed-out", "公开招聘，公告", 4, "公开招|聘，公告" },
  { "mark-pushed-in", "公，开招聘，公告", 5, "公，开招聘，|公告" },
  { "opening-mark-goes-down", "公开招《聘公告", 4, "公开招|《聘公告" },
  { "dash-stays-whole", "公开招——聘", 4, "公开招|——聘" },
  { "ellipsis-stays-whole", "公开招……聘", 4, "公开招|……聘" },
  { "number-stays-whole", "公开招2026年", 4, "公开招|2026年" },
  { "thousands-stay-whole", "公开招1,100人", 4, "公开招|1,100人" },
  { "time-stays-whole", "公开招9:00起", 4, "公开招|9:00起" },
  { "space-ends-line", "ab cd ef", 2, "ab|cd|ef" },
  { "long-word-is-cut", "abcdefghij", 2, "abcd|efgh|ij" },
  { "quotes", "公开招“聘”公", 4, "公开招|“聘”公" },
  { "middle-dot-not-first", "古丽娜尔·艾力", 4, "古丽娜|尔·艾力" },
  { "beyond-u-ffff", "𠮷𠮷𠮷𠮷𠮷", 4, "𠮷𠮷𠮷𠮷|𠮷" },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (KpFlow) flow = break_text (row->text, (KpLength) row->characters * SIZE, KP_ALIGN_LEFT);
  g_autofree char *lines = join (flow);

  g_assert_cmpstr (lines, ==, row->expected);
}

static void
sum_pieces (const KpFlowPiece *piece, gpointer data)
{
  KpLength *end = data;
  KpLength x = piece->x;

  for (const char *p = piece->text; p < piece->text + piece->n_bytes; p = g_utf8_next_char (p))
    x += advance (p, 0, NULL) + piece->extra;
  *end = x;
}

static void
test_justified_line_reaches_edge (void)
{
  KpLength width = 9 * SIZE + SIZE / 3;
  g_autoptr (KpFlow) flow = break_text ("公开招聘2026年社区专职工作人员公告", width, KP_ALIGN_JUSTIFY);
  KpLength end = 0;

  kp_flow_foreach_piece (flow, 0, sum_pieces, &end);
  g_assert_cmpint (ABS (end - width), <, 20);
  kp_flow_foreach_piece (flow, kp_flow_get_n_lines (flow) - 1, sum_pieces, &end);
  /* The last line keeps its own width. */
  g_assert_cmpint (end, ==, 8 * SIZE);
}

static void
find_latin_gap (const KpFlowPiece *piece, gpointer data)
{
  gboolean *found = data;

  if (piece->n_bytes > 1 && g_ascii_isdigit (piece->text[0]) && g_ascii_isdigit (piece->text[1]) &&
      piece->extra > 0)
    *found = TRUE;
}

static void
test_numbers_are_not_spaced (void)
{
  g_autoptr (KpFlow) flow = break_text ("公开招聘2026年社区专职", 8 * SIZE + SIZE / 3, KP_ALIGN_JUSTIFY);
  gboolean found = FALSE;

  kp_flow_foreach_piece (flow, 0, find_latin_gap, &found);
  g_assert_false (found);
}

static void
note_first_x (const KpFlowPiece *piece, gpointer data)
{
  KpLength *x = data;

  if (*x < 0)
    *x = piece->x;
}

static void
test_alignment (void)
{
  static const KpLength expected[] = {
    [KP_ALIGN_LEFT] = 0, [KP_ALIGN_CENTRE] = SIZE, [KP_ALIGN_RIGHT] = 2 * SIZE
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (KpFlow) flow = break_text ("公告", 4 * SIZE, (KpAlign) i);
      KpLength x = -1;

      kp_flow_foreach_piece (flow, 0, note_first_x, &x);
      g_assert_cmpint (x, ==, expected[i]);
    }
}

static void
test_indent (void)
{
  KpFlowStyle style = { .width = 6 * SIZE, .size = SIZE, .first_indent = 2 * SIZE, .rest_indent = SIZE };
  g_autoptr (KpFlow) flow = kp_flow_new ("一二三四五六七八九十\n一", &style, advance, NULL);
  g_autofree char *lines = join (flow);
  KpFlowLine line;

  g_assert_cmpstr (lines, ==, "一二三四|五六七八九|十|一");
  kp_flow_get_line (flow, 1, &line);
  g_assert_cmpint (line.indent, ==, SIZE);
  g_assert_false (line.is_end_of_paragraph);
  kp_flow_get_line (flow, 3, &line);
  g_assert_cmpint (line.indent, ==, 2 * SIZE);
  g_assert_true (line.is_end_of_paragraph);
}

static void
test_pitch_is_for_chinese (void)
{
  KpFlowStyle style = { .width = 100 * SIZE, .size = SIZE, .pitch = SIZE - 200 };
  g_autoptr (KpFlow) flow = kp_flow_new ("公告26", &style, advance, NULL);
  KpFlowLine line;

  kp_flow_get_line (flow, 0, &line);
  g_assert_cmpint (line.width, ==, 2 * (SIZE - 200) + SIZE);
}

static void
test_marks_close_up (void)
{
  g_autoptr (KpFlow) flow = break_text ("》（。”", 100 * SIZE, KP_ALIGN_LEFT);
  KpFlowLine line;

  kp_flow_get_line (flow, 0, &line);
  /* 》 and 。 lose their right half; （ before 。 keeps its square. */
  g_assert_cmpint (line.width, ==, 3 * SIZE);
}

static void
test_invalid_utf8 (void)
{
  g_autoptr (KpFlow) flow = break_text ("公\xff\xfe告", 10 * SIZE, KP_ALIGN_LEFT);

  g_assert_cmpuint (kp_flow_get_n_lines (flow), ==, 1);
}

static char *
random_text (KpTestDice *dice)
{
  static const char *const bits[] = {
    "关", "于",   "公", "布",   "考",   "试", "通", "知", "，",     "。",  "、",   "；",
    "：", "？",   "！", "（",   "）",   "《", "》", "“",  "”",      "〈",  "〉",   "——",
    "……", "2026", "A4", "9:00", "100%", "𠅤", "·",  " ",  "（一）", "”。", "》（", "：“",
  };
  GString *text = g_string_new (NULL);

  for (guint n = 20 + kp_test_dice_below (dice, 120); n > 0; n--)
    g_string_append (
        text, bits[kp_test_dice_below (dice, kp_test_dice_below (dice, 3) > 0 ? 8 : G_N_ELEMENTS (bits))]);
  return g_string_free (text, FALSE);
}

/* What must hold for each line, whatever the text. Gives the number of bytes passed, blanks between lines
 * too. */
static gsize
check_line (const KpFlow *flow, guint index, const char *text, gsize at, KpLength width)
{
  KpFlowLine line;
  gunichar first;
  gunichar last;

  kp_flow_get_line (flow, index, &line);
  while (index > 0 && text[at] == ' ')
    at++;
  g_assert_cmpint (strncmp (text + at, line.text, line.n_bytes), ==, 0);
  g_assert_cmpint (line.width + line.indent, <=, width);
  if (line.n_bytes == 0)
    return at;
  first = g_utf8_get_char (line.text);
  last = g_utf8_get_char (g_utf8_prev_char (line.text + line.n_bytes));
  if (index > 0)
    g_assert_false (kp_flow_is_forbidden_start (first));
  if (!line.is_end_of_paragraph)
    g_assert_false (kp_flow_is_forbidden_end (last));
  return at + line.n_bytes;
}

static void
test_laws_hold_for_random_text (void)
{
  KpTestDice dice = { 20261123 };
  guint n_lines = 0;

  while (n_lines < PROPERTY_LINES)
    {
      g_autofree char *text = random_text (&dice);
      KpFlowStyle style = { .width = 96000 + (KpLength) kp_test_dice_below (&dice, 346000), .size = SIZE };
      g_autoptr (KpFlow) flow = NULL;
      gsize at = 0;

      style.pitch = kp_test_dice_below (&dice, 2) == 0 ? 15793 : 0;
      style.first_indent = (KpLength) kp_test_dice_below (&dice, 2) * 2 * SIZE;
      style.align = (KpAlign) kp_test_dice_below (&dice, 5);
      flow = kp_flow_new (text, &style, advance, NULL);
      for (guint i = 0; i < kp_flow_get_n_lines (flow); i++)
        at = check_line (flow, i, text, at, style.width);
      at += strspn (text + at, " ");
      g_assert_cmpuint (at, ==, strlen (text));
      n_lines += kp_flow_get_n_lines (flow);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/flow/break/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/pdf/flow/justified-line-reaches-edge", test_justified_line_reaches_edge);
  g_test_add_func ("/pdf/flow/numbers-are-not-spaced", test_numbers_are_not_spaced);
  g_test_add_func ("/pdf/flow/alignment", test_alignment);
  g_test_add_func ("/pdf/flow/indent", test_indent);
  g_test_add_func ("/pdf/flow/pitch-is-for-chinese", test_pitch_is_for_chinese);
  g_test_add_func ("/pdf/flow/marks-close-up", test_marks_close_up);
  g_test_add_func ("/pdf/flow/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/pdf/flow/laws-hold-for-random-text", test_laws_hold_for_random_text);
  return g_test_run ();
}
