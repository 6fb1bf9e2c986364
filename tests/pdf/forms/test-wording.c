/* test-wording.c – text with named fields: what parses, what is refused with which line, how it is filled.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-contract-clause.h"
#include "kp-pdf-error.h"
#include "kp-test.h"
#include "kp-wording.h"

typedef struct
{
  const char *path;
  const char *text;
  const char *says; /* part of the refusal */
} Refused;

static const Refused refused[] = {
  { "open-brace", "甲\n乙{姓名", "line 2" },
  { "open-brace-at-line-end", "{姓\n名}", "line 1" },
  { "close-brace", "甲\n\n\n乙}丙", "line 4" },
  { "empty-name", "# 标题\n{}", "line 2" },
  { "brace-in-name", "{姓{名}", "line 1" },
  { "second-line-of-paragraph", "甲\n乙\n丙{", "line 3" },
  { "comment-without-end", "甲\n<!-- 乙\n丙", "line 2" },
  { "condition-without-end", "甲\n{如果 姓名}\n乙", "line 2" },
  { "condition-without-end-inside", "甲{如果 姓名}乙\n\n{完}", "line 1" },
  { "end-of-nothing", "甲\n\n{完}", "line 3" },
  { "otherwise-of-nothing", "甲{否则}乙", "line 1" },
  { "otherwise-twice", "{如果 姓名}甲{否则}乙\n{否则}丙{完}", "line 2" },
  { "otherwise-of-a-list", "{每项 岗}甲{否则}乙{完}", "line 1" },
  { "condition-on-nothing", "甲\n{如果 }乙{完}", "line 2" },
  { "stars-at-punctuation", "甲\n“乙**，丙**”", "line 2" },
  { "stars-behind-emphasis-over-lines", "**甲\n乙**\n丙**丁", "line 3" },
  { "html-behind-emphasis-over-lines", "**甲\n乙**\n丙<br>丁", "line 3" },
  { "stars-not-closed", "**甲", "line 1" },
  { "html", "甲\n\n<b>乙</b>", "line 3" },
  { "html-inside", "甲\n乙<br>丙", "line 2" },
  { "html-block", "<div>\n甲\n</div>", "line 1" },
  { "quotation", "甲\n\n> 乙", "line 3" },
  { "rule", "甲\n\n---\n乙", "line 3" },
  { "fence", "~~~\n甲\n~~~", "line 1" },
  { "fourth-level", "# 甲\n#### 乙", "line 2" },
  { "sharp-without-blank", "甲\n#乙", "line 2" },
  { "behind-a-tag", "甲\n{如果 姓名}\n乙\n<b>丙\n{完}", "line 4" },
  { "rule-below-text", "甲\n---\n乙", "line 2" },
  { "table", "甲\n| 乙 | 丙 |\n|---|---|", "line 2" },
  { "quotation-below-text", "甲\n> 乙", "line 2" },
  { "not-utf8", "\xb8\xf6", "UTF-8" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpWording) wording = kp_wording_new (row->text, &error);

  g_assert_null (wording);
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING);
  kp_test_assert_contains (error->message, row->says);
}

typedef struct
{
  const char *path;
  const char *text;
  const char *filled; /* kind letter and text of each part, joined with | */
} Filled;

/* Behind each character that is emphasised. */
#define S "\xef\xb8\x8d"
#define E "\xef\xb8\x8c"

static const Filled filled[] = {
  { "strong", "甲**乙丙**丁", "p甲乙" S "丙" S "丁" },
  { "emphasis", "*甲*乙", "p甲" E "乙" },
  { "both", "***甲***", "p甲" S },
  { "strong-field", "**岗位{岗位}**", "p岗" S "位" S "A" S "0" S "1" S },
  { "strong-over-lines", "**甲\n乙**", "p甲" S "乙" S },
  { "strong-condition", "**{如果 姓名}甲{完}**{如果 空}乙{完}", "p甲" S },
  { "strong-in-a-heading", "## **甲**", "h甲" },
  { "strong-braces", "**{{甲}}**", "p{" S "甲" S "}" S },
  { "strong-quotation", "由**“甲。”**办理", "p由“" S "甲" S "。" S "”" S "办理" },
  { "strong-behind-a-full-stop", "甲。**乙。**丙", "p甲。乙" S "。" S "丙" },
  { "strong-field-inside", "请**{姓名}**到", "p请王" S "𫖯" S "到" },
  { "emphasised-brackets", "甲*（乙）*丙", "p甲（" E "乙" E "）" E "丙" },
  { "two-emphasised", "**甲**、**“乙”**和**丙**", "p甲" S "、“" S "乙" S "”" S "和丙" S },
  { "strong-selector", "**甲\xf3\xa0\x84\x80乙**", "p甲\xf3\xa0\x84\x80乙" S },
  { "strong-accent", "**e\xcc\x81x**", "pe\xcc\x81x" S },
  { "strong-shaped", "**甲ئالىم乙**", "p甲" S "ئالىم乙" S },
  { "strong-shaped-field", "**{族}乙**", "pབསམ乙" S },
  { "star-alone", "3*4", "p3*4" },
  { "product", "3*4*5", "p3*4*5" },
  { "product-with-blanks", "3 * 4 * 5", "p3 * 4 * 5" },
  { "masked-number", "5201****1234", "p5201****1234" },
  { "masked-names", "张*、李*。", "p张*、李*。" },
  { "escaped-stars", "王\\*\\*、\\*甲\\*", "p王**、*甲*" },
  { "stars-to-part", "甲\n***\n乙", "p甲|p***|p乙" },
  { "numbers", "甲：\n1. 乙\n2. 丙\n续\n\n丁", "p甲：|p1.乙|p2.丙续|p丁" },
  { "numbers-as-typed", "3. 乙\n3. 丙\n\n7) 丁\n01. 戊", "p3.乙|p3.丙|p7)丁|p01.戊" },
  { "number-without-text", "甲\n1.\n2.", "p甲|p1.|p2." },
  { "number-without-blank", "1.乙\n2.丙", "p1.乙|p2.丙" },
  { "number-within-a-number", "1. 1. 乙", "p1.1. 乙" },
  { "numbers-of-official-papers", "一、甲\n（一）乙\n1、丙\n(2)丁\n①戊\n十二、己\n第三条 庚",
    "p一、甲|p（一）乙|p1、丙|p(2)丁|p①戊|p十二、己|p第三条 庚" },
  { "no-numbers", "依照\n第三条办理，共\n3.5万元，\n2026年、\n1234.甲", "p依照第三条办理，共3.5万元，2026年、1234.甲" },
  { "year-and-point", "2026. 甲", "p2026. 甲" },
  { "bullets", "- 甲\n- 乙\n* 丙\n+ 丁", "p•甲|p•乙|p•丙|p•丁" },
  { "hyphens-are-text", "--\n甲\n--\\\n乙", "p--|p甲|p--|p乙" },
  { "equals-are-text", "甲\n===\n乙", "p甲|p===|p乙" },
  { "break", "甲\\\n乙\\\\\n丙", "p甲|p乙\\丙" },
  { "escaped-underscore", "\\_甲\\_", "p_甲_" },
  { "blanks-to-write-on", "____年__月__日，_甲_。", "p____年__月__日，_甲_。" },
  { "square-brackets", "[2026]3号\n[甲]: 乙", "p[2026]3号[甲]: 乙" },
  { "backtick", "`甲`", "p`甲`" },
  { "indented", "      甲\n\t乙", "p甲乙" },
  { "escaped", "\\# 甲 \\*乙\\*", "p# 甲 *乙*" },
  { "less-than", "年龄<35岁", "p年龄<35岁" },
  { "kinds", "# 甲\n## 乙\n### 丙\n丁", "t甲|h乙|s丙|p丁" },
  { "field", "姓名：{姓名}。", "p姓名：王𫖯。" },
  { "field-in-heading", "## {姓名}", "h王𫖯" },
  { "two-fields", "{姓名}{岗位}{姓名}", "p王𫖯A01王𫖯" },
  { "lines-join", "甲\n乙\n\n丙", "p甲乙|p丙" },
  { "latin-lines-join-with-blank", "one\ntwo", "pone two" },
  { "crlf-and-mark", "\xef\xbb\xbf# 甲\r\n\r\n乙\r\n", "t甲|p乙" },
  { "comment", "甲\n<!-- {没有的}\n -->\n乙", "p甲|p乙" },
  { "braces", "{{姓名}} {姓名}", "p{姓名} 王𫖯" },
  { "value-with-braces", "{怪}", "p{姓名}" },
  { "optional", "甲{空}乙", "p甲乙" },
  { "nothing", "", "" },
  { "condition", "{如果 姓名}甲{完}乙{如果 空}丙{完}", "p甲乙" },
  { "condition-over-paragraphs", "{如果 姓名}\n# 甲\n\n乙\n{完}\n丙", "t甲|p乙|p丙" },
  { "condition-not-met-over-paragraphs", "{如果 空}\n# 甲\n\n乙{缺}\n{完}\n丙", "p丙" },
  { "otherwise", "{如果 空}甲{否则}乙{姓名}{完}。", "p乙王𫖯。" },
  { "otherwise-over-paragraphs", "{如果没有 空}\n甲\n{否则}\n乙\n{完}", "p甲" },
  { "equal", "{如果 岗位=A01}甲{完}{如果 岗位=A0}乙{完}{如果没有 岗位=B01}丙{完}", "p甲丙" },
  { "nested", "{如果 姓名}甲{如果 空}乙{否则}丙{完}{否则}丁{完}戊", "p甲丙戊" },
  { "nested-over-paragraphs", "{如果 姓名}\n{如果 空}\n甲\n{否则}\n乙\n{完}\n{否则}\n丙\n{完}", "p乙" },
  { "each", "岗位：{每项 岗}{代码}{如果 备注}（{备注}）{完}；{完}", "p岗位：A01；B02（{定向}）；" },
  { "each-over-paragraphs", "{每项 岗}\n## {代码}\n{姓名}\n{完}", "hA01|p王𫖯|hB02|p王𫖯" },
  { "each-of-none", "甲{每项 空岗}{代码}{完}", "p甲" },
  { "condition-on-a-list", "{如果 岗}甲{完}{如果 空岗}乙{完}", "p甲" },
  { "empty-paragraph-goes", "甲\n\n{如果 空}乙{完}\n\n丙", "p甲|p丙" },
  { "braces-inside", "{如果 姓名}{{甲}}{完}", "p{甲}" },
};

static const char *const columns[] = { "代码", "备注", NULL };
static const char *const cells[] = { "A01", NULL, "B02", "{定向}" };
static const KpWordingList lists[] = { { "岗", columns, cells, 2 }, { "空岗", columns, NULL, 0 } };

static const KpWordingValue values[] = {
  { "姓名", "王𫖯", FALSE }, { "岗位", "A01", FALSE }, { "怪", "{姓名}", FALSE },
  { "空", NULL, TRUE },      { "缺", NULL, FALSE },    { "无", "", FALSE },
  { "族", "བསམ", FALSE },
};

static void
test_filled (gconstpointer data)
{
  const Filled *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpWording) wording = kp_wording_new (row->text, &error);
  g_autoptr (KpWording) result = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);
  const KpWordingPart *parts;
  gsize n;

  g_assert_no_error (error);
  result = kp_wording_fill_lists (wording, values, G_N_ELEMENTS (values), lists, G_N_ELEMENTS (lists), &error);
  g_assert_no_error (error);
  parts = kp_wording_get_parts (result, &n);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (seen, "%s%c%s", i == 0 ? "" : "|", "thsp"[parts[i].kind], parts[i].text);
  g_assert_cmpstr (seen->str, ==, row->filled);
}

typedef struct
{
  const char *path;
  const char *text;
  const char *line;
  const char *field;
} Unfilled;

static const Unfilled unfilled[] = {
  { "unknown", "甲\n\n乙{乙方姓明}", "line 3", "乙方姓明" },
  { "unknown-in-second-line", "甲\n乙{名}", "line 2", "名" },
  { "prefix-of-known", "{姓}", "line 1", "姓" },
  { "longer-than-known", "{姓名二}", "line 1", "姓名二" },
  { "no-value", "\n{缺}", "line 2", "缺" },
  { "empty-value", "{无}", "line 1", "无" },
  { "condition-on-unknown", "甲\n\n{如果 名}乙{完}", "line 3", "名" },
  { "unknown-list", "甲\n{每项 名单}\n乙\n{完}", "line 2", "名单" },
  { "unknown-in-a-branch", "{如果 姓名}\n甲\n{名}\n{完}", "line 3", "名" },
};

static void
test_unfilled (gconstpointer data)
{
  const Unfilled *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpWording) wording = kp_wording_new (row->text, &error);
  g_autofree char *quoted = g_strdup_printf ("“%s”", row->field);

  g_assert_no_error (error);
  g_assert_null (kp_wording_fill (wording, values, G_N_ELEMENTS (values), &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING);
  kp_test_assert_contains (error->message, row->line);
  kp_test_assert_contains (error->message, quoted);
}

static void
test_fields (void)
{
  static const char *const known[] = { "乙", "甲", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpWording) wording = kp_wording_new ("{如果 甲}{甲}{完}\n{乙}{甲}\n\n{{丁}}{丙}", &error);
  g_auto (GStrv) fields = kp_wording_dup_fields (wording);
  g_autofree char *joined = g_strjoinv ("|", fields);

  g_assert_no_error (error);
  g_assert_cmpstr (joined, ==, "甲|乙|丙");
  g_assert_false (kp_wording_check (wording, known, NULL, 0, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING);
  kp_test_assert_contains (error->message, "line 4");
  kp_test_assert_contains (error->message, "丙");
}

/* A column is known where its list is repeated, and nowhere else. */
static const struct
{
  const char *text;
  const char *field; /* (nullable): which isn't known */
} scopes[] = {
  { "{每项 岗}{代码}{如果 备注}（{备注}）{完}{完}", NULL },
  { "{每项 岗}\n{如果 姓名}\n{代码}{姓名}\n{完}\n{完}", NULL },
  { "{如果 岗}有{否则}没有{完}", NULL },
  { "{代码}", "代码" },
  { "{每项 岗}{代码}{完}{代码}", "代码" },
  { "{每项 岗}\n{每项 空岗}\n甲\n{完}\n{代码}\n{完}\n\n{备注}", "备注" },
  { "{每项 姓名}甲{完}", "姓名" },
  { "{岗}", "岗" },
};

static void
test_scopes (void)
{
  static const char *const known[] = { "姓名", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KpWording) wording = kp_wording_new (scopes[i].text, &error);

      g_assert_no_error (error);
      if (scopes[i].field == NULL)
        g_assert_true (kp_wording_check (wording, known, lists, G_N_ELEMENTS (lists), &error));
      else
        {
          g_assert_false (kp_wording_check (wording, known, lists, G_N_ELEMENTS (lists), &error));
          kp_test_assert_contains (error->message, scopes[i].field);
        }
    }
}

static void
test_shipped (void)
{
  char *(*const shipped[]) (void) = { kp_wording_dup_contract, kp_wording_dup_publicity };

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = shipped[i] ();
      g_autoptr (KpWording) wording = kp_wording_new (text, &error);
      gsize n;

      g_assert_no_error (error);
      kp_wording_get_parts (wording, &n);
      g_assert_cmpuint (n, >, 2);
    }
}

/* 劳动合同法 §17: the rule trusts the shipped contract to say everything, so it must. */
static void
test_shipped_is_lawful (void)
{
  g_autofree char *contract = kp_wording_dup_contract ();
  KpClauseTexts texts = { { NULL } };
  KpClausePart missing[KP_CLAUSE_N_PARTS];
  KpClauseFinding finding;

  for (guint i = KP_CLAUSE_EMPLOYER_NAME; i <= KP_CLAUSE_WORKER_ID; i++)
    texts.parts[i] = "合同首部";
  kp_clause_read_wording (contract, &texts);
  g_assert_cmpuint (kp_clause_find_missing (&texts, missing), ==, 0);
  g_assert_false (kp_clause_check_wording (contract, &finding));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/wording/refused/", refused[i].path, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/wording/filled/", filled[i].path, NULL);

      g_test_add_data_func (path, &filled[i], test_filled);
    }
  for (guint i = 0; i < G_N_ELEMENTS (unfilled); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/wording/unfilled/", unfilled[i].path, NULL);

      g_test_add_data_func (path, &unfilled[i], test_unfilled);
    }
  g_test_add_func ("/pdf/wording/fields", test_fields);
  g_test_add_func ("/pdf/wording/scopes", test_scopes);
  g_test_add_func ("/pdf/wording/shipped", test_shipped);
  g_test_add_func ("/pdf/wording/shipped-is-lawful", test_shipped_is_lawful);
  return g_test_run ();
}
