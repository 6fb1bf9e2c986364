/* test-form-letter.c – letters to single people: hard names and long reasons, the table, the slip, refused wordings.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-form-letter.h"
#include "kp-form-reader.h"
#include "kp-form-sample.h"
#include "kp-pdf-error.h"

#define LONG_NAME "阿卜杜热合曼·买买提依明·吐尔逊江·艾则孜·阿卜杜热合曼·买买"
#define REASON_30 "学历不符合岗位要求，公告要求大专及以上学历，所填学历为高中。"
#define REASON_300                                                                                                     \
  REASON_30 REASON_30 REASON_30 REASON_30 REASON_30 REASON_30 REASON_30 REASON_30 REASON_30 REASON_30

static const char wording[] = "# 资格审查不合格通知书\n\n"
                              "经审查，你不符合报考条件。理由如下：\n\n{理由}\n\n{事项表}\n\n可以提出申诉。{空的约定}\n";

static const KpLetterRow rows[] = {
  { "报考岗位", "A01 综合岗（城关街道）" },
  { "没有的", NULL },
  { "集合地点", "" },
};

static const char *const signers[] = { "声明人", "受理人", "受理人", NULL };

typedef struct
{
  const char *path;
  const char *name;
  const char *reason;
  KpLetterSlip slip;
  gboolean is_signed; /* by hand */
  guint n_pages;
} Case;

static const Case cases[] = {
  { "two-characters", "王一", REASON_30, KP_LETTER_SLIP_SERVICE, FALSE, 1 },
  { "thirty-characters", LONG_NAME, REASON_30, KP_LETTER_SLIP_SERVICE, FALSE, 1 },
  { "rare-characters", "𠮷龘𫖯", REASON_30, KP_LETTER_SLIP_ANSWER, FALSE, 1 },
  { "long-reason", "王一", REASON_300, KP_LETTER_SLIP_SERVICE, FALSE, 2 },
  { "long-everything", LONG_NAME, REASON_300 "\n" REASON_300, KP_LETTER_SLIP_ANSWER, FALSE, 2 },
  { "no-slip", "王一", REASON_300, KP_LETTER_SLIP_NONE, FALSE, 1 },
  { "signed-by-hand", "王一", REASON_30, KP_LETTER_SLIP_NONE, TRUE, 1 },
};

static gboolean
draw (KpSheet *sheet, const Case *row, const char *text, GError **error)
{
  g_autofree char *who = g_strdup_printf ("%s（准考证号：26010100708）", row->name);
  const KpWordingValue values[] = { { "理由", row->reason, FALSE }, { "空的约定", NULL, TRUE } };
  const KpLetterFacts facts = {
    .place = "资格审查不合格通知书 000012",
    .title = "资格审查不合格通知书（资审〔2026〕12号）",
    .number = "资审〔2026〕12号",
    .addressee = row->name,
    .wording = text,
    .values = values,
    .n_values = G_N_ELEMENTS (values),
    .rows = rows,
    .n_rows = G_N_ELEMENTS (rows),
    .issuer = row->is_signed ? NULL : "云岭县社区专职工作人员招聘工作领导小组办公室",
    .date = row->is_signed ? NULL : "2026年3月10日",
    .signers = row->is_signed ? signers : NULL,
    .slip = row->slip,
    .who = who,
    .scheme_digest = "d38edeef9127",
    .digest = "3cafca40be72",
    .qr = "kaopin:letter-unqualified:yunling-2026:000012:3cafca40be72",
  };

  return kp_form_letter_draw (sheet, &facts, error);
}

/* Everything is there, on the page, sound and copyable; what has no value leaves no trace. */
static void
test_letter (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
  g_autoptr (KpFormReader) reader = NULL;
  g_autofree char *addressee = g_strconcat (row->name, "：", NULL);
  g_auto (GStrv) reasons = g_strsplit (row->reason, "\n", -1);

  draw (sheet, row, wording, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, row->n_pages);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_valid (reader);
  kp_form_reader_assert_inside (reader);
  kp_form_reader_assert_shows (reader, addressee);
  for (guint i = 0; reasons[i] != NULL; i++)
    kp_form_reader_assert_shows (reader, reasons[i]);
  kp_form_reader_assert_shows (reader, "资审〔2026〕12号");
  kp_form_reader_assert_shows (reader, "可以提出申诉。");
  kp_form_reader_assert_shows (reader, "A01综合岗（城关街道）");
  kp_form_reader_assert_shows (reader, "集合地点");
  kp_form_reader_assert_hides (reader, "没有的");
  kp_form_reader_assert_hides (reader, "事项表");
  kp_form_reader_assert_shows (reader, row->is_signed ? "声明人：" : "云岭县社区专职工作人员招聘工作领导小组办公室");
}

/* A value of any length is read as easily as a short one: its row gets higher, its letters don't get tiny. */
static void
test_long_value (void)
{
  const KpLetterRow long_rows[] = {
    { "短的", "云岭县第一中学" },
    { "长的", "云岭县人民政府城关街道办事处（云岭经济技术开发区管理委员会城关片区联合党工委、社会治安综合治理服务中心、便民服务中心）" },
  };
  const KpLetterFacts facts = { .place = "通知", .wording = "# 通知\n\n{事项表}", .rows = long_rows, .n_rows = G_N_ELEMENTS (long_rows) };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
  g_autoptr (KpFormReader) reader = NULL;
  const KpFormWord *given, *stretched;

  kp_form_letter_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_inside (reader);
  given = kp_form_reader_find (reader, "云岭县第一中学");
  stretched = kp_form_reader_find (reader, "云岭县人民政府");
  g_assert_cmpfloat (stretched->y2 - stretched->y1, >=, 0.75 * (given->y2 - given->y1));
}

/* The slip bears the same number and person, below a line to cut along on the letter's page, without one on its own. */
static void
test_slip (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
  g_autoptr (KpFormReader) reader = NULL;
  const char *title = row->slip == KP_LETTER_SLIP_SERVICE ? "送达回证" : "回执";
  const KpFormWord *head;

  draw (sheet, row, wording, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  if (row->slip == KP_LETTER_SLIP_NONE)
    {
      kp_form_reader_assert_hides (reader, "回证");
      kp_form_reader_assert_hides (reader, "沿此线裁下");
      return;
    }
  kp_form_reader_assert_shows (reader, "资格审查不合格通知书（资审〔2026〕12号）");
  kp_form_reader_assert_shows (reader, "（准考证号：26010100708）");
  head = kp_form_reader_find (reader, title);
  g_assert_cmpuint (head->page, ==, row->n_pages);
  if (kp_form_reader_find (reader, "2026年3月10日")->page == head->page)
    {
      kp_form_reader_assert_shows (reader, "沿此线裁下");
      g_assert_cmpfloat (head->y1, >, kp_form_reader_find (reader, "2026年3月10日")->y2);
      g_assert_cmpfloat (head->y1, >, head->page_height / 2);
    }
  else
    {
      kp_form_reader_assert_hides (reader, "沿此线裁下");
    }
}

typedef struct
{
  const char *path;
  const char *wording;
  const char *says;
} Spoilt;

static const Spoilt spoilt[] = {
  { "unknown-field", "# 通知\n\n{理油}", "理油" },
  { "open-brace", "# 通知\n\n{理由", "line 3" },
};

static void
test_spoilt (gconstpointer data)
{
  const Spoilt *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);

  g_assert_false (draw (sheet, &cases[0], row->wording, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING);
  kp_test_assert_contains (error->message, row->says);
  g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, 0);
}

static const char *const shipped[] = { "unqualified", "supplement", "interview", "substitute", "mark",
                                       "physical",    "hire",       "waiver",    "consent",    "service" };

/* Whom it comes from and what may be done against it: a shipped notice says where to ask, and parses. */
static void
test_shipped (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strconcat ("letter-", shipped[i], NULL);
      g_autofree char *text = kp_wording_dup_letter (name);
      g_autoptr (KpWording) parsed = kp_wording_new (text, &error);
      const KpWordingPart *parts;
      gsize n = 0;

      g_assert_no_error (error);
      parts = kp_wording_get_parts (parsed, &n);
      g_assert_cmpuint (n, >, 3);
      g_assert_cmpint (parts[0].kind, ==, KP_WORDING_TITLE);
      if (i < 7)
        g_assert_true (strstr (text, "{咨询电话}") != NULL || strstr (text, "{监督电话}") != NULL);
    }
  g_assert_null (kp_wording_dup_letter ("letter-none"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/form-letter/", cases[i].path, NULL);
      g_autofree char *slip = g_strconcat (path, "/slip", NULL);

      g_test_add_data_func (path, &cases[i], test_letter);
      g_test_add_data_func (slip, &cases[i], test_slip);
    }
  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/form-letter/spoilt/", spoilt[i].path, NULL);

      g_test_add_data_func (path, &spoilt[i], test_spoilt);
    }
  g_test_add_func ("/pdf/form-letter/long-value", test_long_value);
  g_test_add_func ("/pdf/form-letter/shipped", test_shipped);
  return g_test_run ();
}
