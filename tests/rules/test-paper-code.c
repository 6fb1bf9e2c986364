/* test-paper-code.c – the check code of a paper, typed with and without mistakes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-paper-code.h"

#define CODE "tickets:yunling-2026:26210100107:2:3f0c9ab2d4e5f607:"

static const KpPaperCode sample = {
  (char *) "tickets", (char *) "yunling-2026", (char *) "26210100107", 2, (char *) "3f0c9ab2d4e5f607aaaaaaaa"
};

typedef struct
{
  const char *name;
  const char *before; /* around the sample's own text; NULL = in its place */
  const char *after;
  KpPaperCodeFault fault;
} Case;

static const Case cases[] = {
  { "as-printed", "", "", KP_PAPER_CODE_OK },
  { "from-the-qr-code", "kaopin:", "", KP_PAPER_CODE_OK },
  { "prefix-in-capitals", "KAOPIN:", "", KP_PAPER_CODE_OK },
  { "prefix-full-width", "ｋａｏｐｉｎ：", "", KP_PAPER_CODE_OK },
  { "blanks-around", " 　", "\n", KP_PAPER_CODE_OK },
  { "more-behind", "", ":1", KP_PAPER_CODE_FORM },
  { "digit-behind", "", "1", KP_PAPER_CODE_FORM },
  { "other-program", "https:", "", KP_PAPER_CODE_FORM },
  { "empty", NULL, "", KP_PAPER_CODE_FORM },
  { "id-number", NULL, "11010519491231002X", KP_PAPER_CODE_FORM },
  { "old-without-check", NULL, "kaopin:ticket:yunling-2026:26210100107", KP_PAPER_CODE_FORM },
  { "edition-0", NULL, "a:b:c:0:3f0c9ab2d4e5f607:00", KP_PAPER_CODE_CHECK },
  { "line-break-in-number", NULL, "a:b:%0Ac:1:3f0c9ab2d4e5f607:44", KP_PAPER_CODE_FORM },
  { "escape-in-number", NULL, "a:b:%1B%5B31m:1:3f0c9ab2d4e5f607:17", KP_PAPER_CODE_FORM },
  { "escape-in-campaign", NULL, "a:%1B%5B31m:c:1:3f0c9ab2d4e5f607:22", KP_PAPER_CODE_FORM },
  { "turned-round-in-number", NULL, "a:b:%E2%80%AE1:1:3f0c9ab2d4e5f607:93", KP_PAPER_CODE_FORM },
  { "no-text-in-number", NULL, "a:b:%FF:1:3f0c9ab2d4e5f607:11", KP_PAPER_CODE_FORM },
  { "no-text-in-campaign", NULL, "a:%FF:c:1:3f0c9ab2d4e5f607:44", KP_PAPER_CODE_FORM },
  { "not-utf-8", NULL, "a:b:\xff:1:3f0c9ab2d4e5f607:00", KP_PAPER_CODE_FORM },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *own = kp_paper_code_dup_text (&sample);
  g_autofree char *text = g_strconcat (c->before != NULL ? c->before : "", c->before != NULL ? own : "", c->after, NULL);
  g_auto (KpPaperCode) code = { .kind = NULL };

  g_assert_cmpint (kp_paper_code_parse (text, &code), ==, c->fault);
  g_assert_cmpstr (code.kind, ==, c->fault == KP_PAPER_CODE_OK ? "tickets" : NULL);
  g_assert_cmpstr (code.campaign, ==, c->fault == KP_PAPER_CODE_OK ? "yunling-2026" : NULL);
  g_assert_cmpstr (code.number, ==, c->fault == KP_PAPER_CODE_OK ? "26210100107" : NULL);
  g_assert_cmpstr (code.digest, ==, c->fault == KP_PAPER_CODE_OK ? "3f0c9ab2d4e5f607" : NULL);
}

/* Whichever character is wrong, and whichever two are swapped. */
static void
test_one_wrong_character (void)
{
  static const char others[] = "0123456789abcdefghijklmnopqrstuvwxyz-";
  g_autofree char *own = kp_paper_code_dup_text (&sample);

  g_assert_true (g_str_has_prefix (own, CODE));
  for (gsize i = 0; own[i] != '\0'; i++)
    {
      const char right = own[i];

      for (const char *c = others; *c != '\0'; c++)
        {
          g_auto (KpPaperCode) code = { .kind = NULL };

          own[i] = *c;
          g_assert_true (*c == right || kp_paper_code_parse (own, &code) != KP_PAPER_CODE_OK);
        }
      own[i] = right;
    }
}

static void
test_swapped_neighbours (void)
{
  g_autofree char *own = kp_paper_code_dup_text (&sample);

  for (gsize i = 0; own[i + 1] != '\0'; i++)
    {
      const char first = own[i];
      g_auto (KpPaperCode) code = { .kind = NULL };

      own[i] = own[i + 1];
      own[i + 1] = first;
      g_assert_true (own[i] == first || kp_paper_code_parse (own, &code) != KP_PAPER_CODE_OK);
      own[i + 1] = own[i];
      own[i] = first;
    }
}

/* A number may have any character; capitals of the digest don't matter. */
static void
test_any_number (void)
{
  const KpPaperCode strange = { (char *) "contracts", (char *) "云岭2026", (char *) "云社:〔2026〕 1/2%号", 1,
                                (char *) "abcdefabcdefabcd" };
  g_autofree char *text = kp_paper_code_dup_text (&strange);
  g_autofree char *loud = g_strdup (text);
  g_auto (KpPaperCode) code = { .kind = NULL };
  g_auto (KpPaperCode) again = { .kind = NULL };

  g_assert_cmpint (kp_paper_code_parse (text, &code), ==, KP_PAPER_CODE_OK);
  g_assert_cmpstr (code.campaign, ==, "云岭2026");
  g_assert_cmpstr (code.number, ==, "云社:〔2026〕1/2%号");
  for (char *c = strstr (loud, "abc"); *c != '\0'; c++)
    *c = g_ascii_toupper (*c);
  g_assert_cmpint (kp_paper_code_parse (loud, &again), ==, KP_PAPER_CODE_OK);
  g_assert_cmpstr (again.digest, ==, "abcdefabcdefabcd");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/paper-code/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/rules/paper-code/one-wrong-character", test_one_wrong_character);
  g_test_add_func ("/rules/paper-code/swapped-neighbours", test_swapped_neighbours);
  g_test_add_func ("/rules/paper-code/any-number", test_any_number);
  return g_test_run ();
}
