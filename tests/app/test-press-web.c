/* test-press-web.c – a list for the web page: valid, and nothing that was typed becomes anything but text.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-press-web.h"
#include "kp-test.h"

static const char *const headings[] = { "序号", "笔试\n成绩" };
static const char *const notes[] = { "甲 & 乙", NULL };

static char *
dup_html (const char *const *cells, guint n_rows, const char *const *groups)
{
  const KpOfficialPart lead[] = { { .kind = KP_OFFICIAL_TITLE, .text = "某县\n公示" },
                                  { .kind = KP_OFFICIAL_BODY, .text = "现予公示。" } };
  const KpFrame frame = { .list_digest = "0123456789abcdef", .code = "kaopin:marks:c::1:0123456789abcdef:00" };
  const KpFormListing listing = {
    .lead = lead, .n_lead = G_N_ELEMENTS (lead), .title = "名单", .edition = "更正后第2版，此前版本作废",
    .headings = headings, .n_columns = 2, .cells = cells, .n_rows = n_rows, .groups = groups, .notes = notes,
    .issuer = "某办公室", .date = "2026年6月1日", .frame = &frame,
  };
  g_auto (KpPressWeb) web = { .html = NULL };

  kp_press_web_take (&listing, &web);
  return g_strdup (web.html->str);
}

typedef struct
{
  const char *name;
  const char *cell;
  const char *html;
} Case;

static const Case cases[] = {
  { "script", "<script>alert(1)</script>", "<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>" },
  { "quotes", "\"a\" & 'b'", "<td>&quot;a&quot; &amp; 'b'</td>" },
  { "control", "a\001\x7f" "b", "<td>ab</td>" },
  { "rare", "𠮷𫚥", "<td>𠮷𫚥</td>" },
  { "noncharacter", "a\xef\xbf\xbf" "b", "<td>ab</td>" },
  { "line", "甲\n乙", "<td>甲<br>乙</td>" },
  { "emphasis", "甲\xef\xb8\x8d乙\xef\xb8\x8d丙\xef\xb8\x8c丁", "<td><strong>甲乙</strong><em>丙</em>丁</td>" },
  { "formula", "=1+1", "<td>=1+1</td>" },
  { "empty", NULL, "<td></td>" },
};

static void
test_cell (gconstpointer data)
{
  const Case *c = data;
  const char *const cells[] = { "1", c->cell };
  g_autofree char *html = dup_html (cells, 1, NULL);

  kp_test_assert_contains (html, c->html);
  g_assert_null (strstr (html, "<script"));
}

#define GROUPS                                                                                                         \
  "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"2\">A01</th></tr>\n<tr><td>1</td><td>88.50</td></tr>\n"              \
  "<tr><td>2</td><td>87.00</td></tr>\n</tbody>\n<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"2\">B01</th></tr>"

/* A table that a reader for the blind can tell: its name, the headings of columns and of groups, the language. */
static void
test_structure (void)
{
  const char *const cells[] = { "1", "88.50", "2", "87.00", "3", "86.00" };
  const char *const groups[] = { "A01", "A01", "B01" };
  g_autofree char *html = dup_html (cells, 3, groups);
  static const char *const parts[] = {
    "<html lang=\"zh-CN\">",
    "<meta charset=\"utf-8\">",
    "<title>某县公示</title>",
    "<h1>某县<br>公示</h1>",
    "<caption>名单</caption>",
    "<th scope=\"col\">笔试<br>成绩</th>",
    GROUPS,
    "<p>甲 &amp; 乙</p>",
    "更正后第2版，此前版本作废",
    "校验码 marks:c::1:0123456789abcdef:00",
    "@media print",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    kp_test_assert_contains (html, parts[i]);
  g_assert_null (strstr (html, "http"));
}

static void
test_no_rows (void)
{
  g_autofree char *html = dup_html (NULL, 0, NULL);

  kp_test_assert_contains (html, "</thead>\n</table>");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/app/press-web/cell/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_cell);
    }
  g_test_add_func ("/app/press-web/structure", test_structure);
  g_test_add_func ("/app/press-web/no-rows", test_no_rows);
  return g_test_run ();
}
