/* test-form-lists.c – what lists promise: one page for a room, columns that go, brackets, page numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-form-draw.h"
#include "kp-form-interview.h"
#include "kp-form-marks.h"
#include "kp-form-publicity.h"
#include "kp-form-reader.h"
#include "kp-form-sample.h"
#include "kp-form-seats.h"
#include "kp-form-shortlist.h"
#include "kp-form-sign-in.h"
#include "kp-form-totals.h"
#include "kp-pdf-error.h"

static KpSheet *
new_sheet (void)
{
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();

  return kp_sheet_new (fonts, NULL);
}

static void
test_room_on_one_page (void)
{
  g_autoptr (GError) error = NULL;
  KpSignInRow rows[33];
  KpSignInFacts facts = { "云岭县2026年公开招聘社区专职工作人员", "云岭县第一中学", "03", "综合能力测试", "9:00—11:00",
                          rows, 0, "kaopin:1:sign-in" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (KpSignInRow) { "30", "26210100130", "古丽娜尔·艾力", "女", "A01" };
  for (facts.n_rows = 0; facts.n_rows <= G_N_ELEMENTS (rows); facts.n_rows++)
    {
      g_autoptr (KpSheet) sheet = new_sheet ();

      kp_form_sign_in_draw (sheet, &facts, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, 1);
    }
}

static void
test_sign_in_counts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;
  KpSignInRow row = { "01", "26210100101", "张伟", NULL, NULL };
  KpSignInFacts facts = { "招聘", "一中", "03", "综合", "9:00", &row, 1, NULL };
  static const char *const texts[] = { "应到1人", "实到", "缺考", "监考员（一）：", "监考员（二）：", "考生签名" };

  kp_form_sign_in_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    kp_form_reader_assert_shows (reader, texts[i]);
  kp_form_reader_assert_hides (reader, "性别");
  kp_form_reader_assert_hides (reader, "岗位");
}

/* A column that no row fills isn't printed; one that a single row fills is. */
static void
test_columns (void)
{
  g_autoptr (GError) error = NULL;
  KpTotalsRow rows[2] = {
    { .post_code = "A01",
      .ticket = "26210100101",
      .name = "张伟",
      .interview = "80.00",
      .total = "75.00",
      .place = "1" },
    { .post_code = "D01",
      .ticket = "26210100102",
      .name = "刘洋",
      .interview = "81.00",
      .total = "76.00",
      .place = "1" },
  };
  KpTotalsFacts facts = { { .title = "综合成绩公告" }, rows, 2 };
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpSheet) wider = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;
  g_autoptr (KpFormReader) other = NULL;

  kp_form_totals_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_hides (reader, "资历");
  kp_form_reader_assert_hides (reader, "修正");
  rows[1].credential = "18.00";
  kp_form_totals_draw (wider, &facts, &error);
  g_assert_no_error (error);
  other = kp_form_reader_new (wider);
  kp_form_reader_assert_shows (other, "资历");
  kp_form_reader_assert_shows (other, "18.00");
}

static void
test_states (void)
{
  g_autoptr (GError) error = NULL;
  KpMarksRow rows[] = {
    { .post_code = "A01",
      .ticket = "26210100101",
      .name = "张*",
      .papers = { "71.50", "68.00" },
      .bonus = "2.00",
      .total = "71.40",
      .place = "1" },
    { .post_code = "A01",
      .ticket = "26210100102",
      .name = "刘*",
      .papers = { "缺考", "60.00" },
      .remark = "缺考" },
    { .post_code = "A01",
      .ticket = "26210100103",
      .name = "陈*",
      .papers = { "违纪", "违纪" },
      .remark = "违纪" },
  };
  KpMarksFacts facts = { { .title = "笔试成绩公告" }, { "综合能力", "公共基础" }, rows, G_N_ELEMENTS (rows) };
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;

  kp_form_marks_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "综合能力公共基础");
  kp_form_reader_assert_shows (reader, "26210100101张*71.5068.002.0071.401");
  kp_form_reader_assert_shows (reader, "26210100102刘*缺考60.00缺考");
  kp_form_reader_assert_shows (reader, "26210100103陈*违纪违纪违纪");
}

/* The band says the post, so that no column has to. */
static void
test_bands (void)
{
  g_autoptr (GError) error = NULL;
  KpMarksRow rows[] = {
    { .group = "A01 综合岗（城关街道）", .ticket = "26210100101", .papers = { "71.50" }, .place = "1" },
    { .group = "A01 综合岗（城关街道）", .ticket = "26210100102", .papers = { "70.50" }, .place = "2" },
    { .group = "A02 党建岗（城关街道）", .ticket = "26210100103", .papers = { "69.50" }, .place = "1" },
  };
  KpMarksFacts facts = { { .title = "笔试成绩公告" }, { "卷面成绩" }, rows, G_N_ELEMENTS (rows) };
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;

  kp_form_marks_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "A01综合岗（城关街道）12621010010171.501226210100102");
  kp_form_reader_assert_shows (reader, "A02党建岗（城关街道）326210100103");
  kp_form_reader_assert_hides (reader, "岗位");
}

/* What hangs at the gate of a street office is one sheet, with its list behind it. */
static void
test_publicity_on_one_page (void)
{
  g_autoptr (GError) error = NULL;
  KpPublicityRow row = { .group = "A01 综合岗（城关街道）", .name = "张伟", .total = "75.00", .place = "1" };
  KpPublicityFacts facts = { .list = { .title = "云岭县2026年公开招聘社区专职工作人员\n拟聘用人员公示",
                                       .table_title = "拟聘用人员名单",
                                       .date = "2026年6月10日" },
                             .campaign = "云岭县2026年公开招聘社区专职工作人员",
                             .committee = "云岭县社区专职工作人员招聘工作领导小组办公室",
                             .days = "7个工作日",
                             .from = "2026年6月10日",
                             .to = "2026年6月22日",
                             .phone = "0000-8885678",
                             .address = "云岭县人民路18号县委社会工作部（307室）",
                             .rows = &row,
                             .n_rows = 1 };
  g_autoptr (KpSheet) sheet = new_sheet ();

  kp_form_publicity_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, 2);
}

/* The signatures of a room stand under all of its marks. */
static void
test_interview_on_one_page (void)
{
  g_autoptr (GError) error = NULL;
  KpInterviewRow rows[19];
  KpInterviewFacts facts = { { .title = "云岭县2026年公开招聘社区专职工作人员\n面试成绩汇总表",
                               .date = "2026年4月18日" },
                             "第1考场", "A01 综合岗", "2026年4月18日", 7, rows, G_N_ELEMENTS (rows) };
  g_autoptr (KpSheet) sheet = new_sheet ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (KpInterviewRow) { .number = "1", .ticket = "26210100101", .name = "古丽娜尔·艾力", .mark = "80.00" };
  kp_form_interview_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, 1);
}

static void
test_brackets (void)
{
  g_autoptr (GError) error = NULL;
  KpInterviewRow row = { .number = "3", .marks = { "82.50", "79.00", "91.00", "72.00", "80.50" },
                         .dropped = { FALSE, FALSE, TRUE, TRUE, FALSE }, .sum = "242.00", .mark = "80.67" };
  KpInterviewFacts facts = { { .title = "面试成绩汇总表" }, "第1考官组", NULL, NULL, 5, &row, 1 };
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;

  kp_form_interview_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "82.5079.00（91.00）（72.00）80.50242.0080.67");
  kp_form_reader_assert_shows (reader, "考官5");
  kp_form_reader_assert_hides (reader, "考官6");
  kp_form_reader_assert_hides (reader, "准考证号");
  kp_form_reader_assert_hides (reader, "姓名");
  kp_form_reader_assert_shows (reader, "主考官：");
}

/* Announcement and table are one paper: numbers run through, the signature stands on the announcement only.
 */
static void
test_lead (void)
{
  static const char *const lead[] = { "现将入围面试人员名单予以公告。", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree KpShortlistRow *rows = g_new0 (KpShortlistRow, 60);
  KpShortlistFacts facts = { { .title = "入围面试人员名单公告", .lead = lead, .table_title = "入围名单", .issuer = "招聘办",
                               .date = "2026年4月3日", .journal_head = "abcdef0123456789" },
                             rows, 60, NULL };
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;
  const char *first;

  for (guint i = 0; i < 60; i++)
    rows[i] = (KpShortlistRow){
      .post_code = "A01", .post_name = "综合岗", .ticket = "26210100101", .name = "张伟"
    };
  kp_form_shortlist_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, 3);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "附件：入围名单");
  kp_form_reader_assert_shows (reader, "第1页共3页");
  kp_form_reader_assert_shows (reader, "第3页共3页");
  kp_form_reader_assert_shows (reader, "abcdef012345");
  first = strstr (reader->text, "招聘办");
  g_assert_nonnull (first);
  g_assert_null (strstr (first + 1, "招聘办"));
}

/* GB/T 9704: never 此页无正文, however long the announcement is. */
static void
test_signature_with_text (void)
{
  g_autoptr (GString) text = g_string_new ("开头");
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();

  for (guint i = 0; i < 22; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
      g_autoptr (KpFormReader) reader = NULL;
      g_autofree char *whole = g_strconcat (text->str, "，结尾。", NULL);
      const char *const lead[] = { whole, NULL };
      KpShortlistFacts facts = { { .title = "公告", .lead = lead, .table_title = "名单", .issuer = "招聘办",
                                   .date = "2026年4月3日" },
                                 NULL, 0, NULL };
      guint page;
      gboolean has_text = FALSE;

      kp_form_shortlist_draw (sheet, &facts, &error);
      g_assert_no_error (error);
      reader = kp_form_reader_new (sheet);
      page = kp_form_reader_find (reader, "招聘办")->page;
      for (guint k = 0; k < reader->words->len; k++)
        {
          const KpFormWord *word = g_ptr_array_index (reader->words, k);

          has_text |= word->page == page && strstr (word->text, "结尾") != NULL;
        }
      g_assert_true (has_text);
      for (guint k = 0; k < 28; k++)
        g_string_append (text, "文");
    }
}

/* A list after a test isn't headed as one of the written exam. */
static void
test_mark (void)
{
  g_autoptr (GError) error = NULL;
  const KpShortlistRow rows[] = { { .ticket = "1", .name = "甲", .written = "80.00", .place = "1" } };
  KpShortlistFacts facts = { { .title = "测试后入围名单" }, rows, 1, "排名成绩" };
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;

  kp_form_shortlist_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  g_assert_nonnull (kp_form_reader_find (reader, "排名成绩"));
  for (guint i = 0; i < reader->words->len; i++)
    g_assert_null (strstr (((const KpFormWord *) g_ptr_array_index (reader->words, i))->text, "笔试成绩"));
}

static void
test_empty (void)
{
  g_autoptr (GError) error = NULL;
  KpShortlistFacts facts = { { .title = "入围名单", .empty = "没有人入围。" }, NULL, 0, NULL };
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;

  kp_form_shortlist_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "没有人入围。");
}

static void
test_publicity (void)
{
  g_autoptr (GError) error = NULL;
  KpPublicityRow row = { .post_code = "A01", .post_name = "综合岗", .name = "张伟" };
  KpPublicityFacts facts = { .list = { .title = "拟聘用人员公示" }, .campaign = "云岭县2026年招聘", .committee = "招聘办",
                             .days = "7个工作日", .from = "2026年6月10日", .to = "2026年6月18日", .phone = "5512345",
                             .address = "人民路1号", .rows = &row, .n_rows = 1 };
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpSheet) unused = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;

  kp_form_publicity_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "公示期为7个工作日，自2026年6月10日至2026年6月18日。");
  kp_form_reader_assert_shows (reader, "监督电话：5512345");
  kp_form_reader_assert_hides (reader, "电子邮箱");

  facts.wording = "# 公示\n\n电话{电话}";
  g_assert_false (kp_form_publicity_draw (unused, &facts, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING);
  kp_test_assert_contains (error->message, "line 3");
  g_clear_error (&error);
  facts.wording = NULL;
  facts.phone = NULL;
  g_assert_false (kp_form_publicity_draw (unused, &facts, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING);
  kp_test_assert_contains (error->message, "监督电话");
}

/* The door decides which side is first; a seat outside the room is refused. */
static void
test_seat_plan (void)
{
  g_autoptr (GError) error = NULL;
  KpFormSeat seats[] = { { 1, 1, "01", "26210100101", "张伟", NULL },
                         { 5, 6, "30", "26210100130", "刘洋", NULL } };
  KpSeatsFacts facts = { "招聘", "一中", "03", NULL, NULL, { 5, 6, seats, 2, FALSE, FALSE } };
  g_autoptr (KpSheet) left = new_sheet ();
  g_autoptr (KpSheet) right = new_sheet ();
  g_autoptr (KpSheet) outside = new_sheet ();
  g_autoptr (KpFormReader) left_reader = NULL;
  g_autoptr (KpFormReader) right_reader = NULL;

  kp_form_seats_draw (left, &facts, &error);
  g_assert_no_error (error);
  left_reader = kp_form_reader_new (left);
  g_assert_cmpfloat (kp_form_reader_find (left_reader, "张伟")->x1, <,
                     kp_form_reader_find (left_reader, "刘洋")->x1);
  g_assert_cmpfloat (kp_form_reader_find (left_reader, "张伟")->y1, <,
                     kp_form_reader_find (left_reader, "刘洋")->y1);
  facts.plan.door_is_right = TRUE;
  kp_form_seats_draw (right, &facts, &error);
  g_assert_no_error (error);
  right_reader = kp_form_reader_new (right);
  g_assert_cmpfloat (kp_form_reader_find (right_reader, "张伟")->x1, >,
                     kp_form_reader_find (right_reader, "刘洋")->x1);

  seats[1].column = 6;
  g_assert_false (kp_form_seats_draw (outside, &facts, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW);
  kp_test_assert_contains (error->message, "30");
}

/* design.md §6 step 2: what is signed before the digits fall shows the list that was fixed, and no result. */
static void
test_commitment_shows_the_list (void)
{
  static const KpDrawRow rows[] = { { "1", "000001", NULL }, { "2", "000002", NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSheet) sheet = new_sheet ();
  g_autoptr (KpFormReader) reader = NULL;
  KpDrawFacts facts = { .list = { .title = "抽签承诺书" }, .purpose = "seats", .n_items = 2,
                        .list_hash = "ab", .commitment = "cd", .rows = rows, .n_rows = G_N_ELEMENTS (rows) };

  kp_form_draw_draw (sheet, &facts, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "抽签名单");
  kp_form_reader_assert_shows (reader, "000002");
  kp_form_reader_assert_hides (reader, "抽签结果");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/form-lists/sign-in/room-on-one-page", test_room_on_one_page);
  g_test_add_func ("/pdf/form-lists/sign-in/counts", test_sign_in_counts);
  g_test_add_func ("/pdf/form-lists/empty-columns-go", test_columns);
  g_test_add_func ("/pdf/form-lists/states-are-no-marks", test_states);
  g_test_add_func ("/pdf/form-lists/dropped-in-brackets", test_brackets);
  g_test_add_func ("/pdf/form-lists/bands-name-posts", test_bands);
  g_test_add_func ("/pdf/form-lists/publicity-on-one-page", test_publicity_on_one_page);
  g_test_add_func ("/pdf/form-lists/interview-on-one-page", test_interview_on_one_page);
  g_test_add_func ("/pdf/form-lists/lead-and-table-count-through", test_lead);
  g_test_add_func ("/pdf/form-lists/signature-never-alone", test_signature_with_text);
  g_test_add_func ("/pdf/form-lists/mark-of-a-test", test_mark);
  g_test_add_func ("/pdf/form-lists/empty-sentence", test_empty);
  g_test_add_func ("/pdf/form-lists/publicity-wording", test_publicity);
  g_test_add_func ("/pdf/form-lists/commitment-shows-the-list", test_commitment_shows_the_list);
  g_test_add_func ("/pdf/form-lists/seat-plan", test_seat_plan);
  return g_test_run ();
}
