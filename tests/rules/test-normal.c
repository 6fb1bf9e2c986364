/* test-normal.c – what people type against the standard words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-normal.h"

typedef char *(*DupFunc) (const char *typed);
typedef const char *(*WordFunc) (const char *typed);

typedef struct
{
  const char *name;
  DupFunc dup;
  WordFunc word;
  const char *typed;
  const char *expected; /* NULL = not understood */
} TextCase;

static const TextCase text_cases[] = {
  { "text/blanks", kp_normal_text, NULL, "  某某\n大学\t（北京）\xc2\xa0", "某某 大学 （北京）" },
  { "text/zero-width", kp_normal_text, NULL, "\xef\xbb\xbf某\xe2\x80\x8b某", "某某" },
  { "text/full-width", kp_normal_text, NULL, "１２Ａ栋", "12A栋" },
  { "text/apostrophe", kp_normal_text, NULL, "' 1306", "1306" },
  { "compact/all", kp_normal_compact, NULL, "（岗 位）\n代 码ａ", "(岗位)代码A" },
  { "name/ideographic-space", kp_normal_name, NULL, "李\xe3\x80\x80军", "李军" },
  { "name/two-blanks", kp_normal_name, NULL, " 廖  超 ", "廖超" },
  { "name/no-break-space", kp_normal_name, NULL, "廖\xc2\xa0超\xc2\xa0", "廖超" },
  { "name/zero-width", kp_normal_name, NULL, "廖\xe2\x80\x8b超", "廖超" },
  { "name/beyond-bmp", kp_normal_name, NULL, "孔轩𠮷 ", "孔轩𠮷" },
  { "name/dot-full-width", kp_normal_name, NULL, "阿依古丽．买买提", "阿依古丽·买买提" },
  { "name/dot-bullet", kp_normal_name, NULL, "阿依古丽 • 买买提", "阿依古丽·买买提" },
  { "name/dot-katakana", kp_normal_name, NULL, "阿依古丽・买买提", "阿依古丽·买买提" },
  { "name/dot-ascii", kp_normal_name, NULL, "阿依古丽.买买提", "阿依古丽·买买提" },
  { "name/dot-chinese", kp_normal_name, NULL, "阿依古丽。买买提", "阿依古丽·买买提" },
  { "name/dot-hyphenation-point", kp_normal_name, NULL, "阿依古丽‧买买提", "阿依古丽·买买提" },
  { "name/dot-operator", kp_normal_name, NULL, "阿依古丽⋅买买提", "阿依古丽·买买提" },
  { "name/dot-half-width", kp_normal_name, NULL, "阿依古丽･买买提", "阿依古丽·买买提" },
  { "text/last-invisible", kp_normal_text, NULL, "某\xe2\x81\xaf某", "某某" },
  { "text/directions", kp_normal_text, NULL, "\xe2\x80\xaa某\xe2\x80\xae", "某" },
  { "name/full-stop-behind", kp_normal_name, NULL, "李军。", "李军" },
  { "name/latin-keeps-blank", kp_normal_name, NULL, "  Anna  Li ", "Anna Li" },
  { "id/lower-x", kp_normal_id_number, NULL, "11010519491231002x", "11010519491231002X" },
  { "id/full-width", kp_normal_id_number, NULL, "１１０１０５１９４９１２３１００２Ｘ",
    "11010519491231002X" },
  { "id/blanks-and-nbsp", kp_normal_id_number, NULL, " 110105 19491231 002X\xc2\xa0", "11010519491231002X" },
  { "id/apostrophe", kp_normal_id_number, NULL, "'11010519491231002X", "11010519491231002X" },
  { "id/times-sign", kp_normal_id_number, NULL, "11010519491231002×", "11010519491231002X" },
  { "id/quotation-marks", kp_normal_id_number, NULL, "“11010519491231002x”。", "11010519491231002X" },
  { "id/labelled", kp_normal_id_number, NULL, "身份证号：11010519491231002X", "11010519491231002X" },
  { "id/long-hyphens", kp_normal_id_number, NULL, "110105—19491231—002X", "11010519491231002X" },
  { "id/star-stays", kp_normal_id_number, NULL, "11010519491231002*", "11010519491231002*" },
  { "id/letter-o-stays", kp_normal_id_number, NULL, "11O", "11O" },
  { "phone/blanks", kp_normal_phone, NULL, "199 0954 5927", "19909545927" },
  { "phone/hyphens", kp_normal_phone, NULL, "199-0954-5927", "19909545927" },
  { "phone/plus-86", kp_normal_phone, NULL, "+86 19909545927", "19909545927" },
  { "phone/86", kp_normal_phone, NULL, "8619909545927", "19909545927" },
  { "phone/point-zero", kp_normal_phone, NULL, "19909545927.0", "19909545927" },
  { "phone/two", kp_normal_phone, NULL, "5678901、19909545927", "19909545927" },
  { "phone/two-by-a-blank", kp_normal_phone, NULL, "19909545927 19909545928", "19909545927" },
  { "phone/labelled", kp_normal_phone, NULL, "手机：19909545927（本人）", "19909545927" },
  { "phone/long-hyphens", kp_normal_phone, NULL, "199—0954—5927", "19909545927" },
  { "phone/dialled-zero", kp_normal_phone, NULL, "019909545927", "19909545927" },
  { "phone/power-of-ten", kp_normal_phone, NULL, "1.9909545927E+10", "19909545927" },
  { "phone/none", kp_normal_phone, NULL, "无", "" },
  { "phone/short-stays", kp_normal_phone, NULL, "1990954592", "1990954592" },
  { "post/lower", kp_normal_post_code, NULL, " b０1 ", "B01" },
  { "ethnic/short", NULL, kp_normal_ethnic, "汉", "汉族" },
  { "ethnic/long", NULL, kp_normal_ethnic, "维吾尔族", "维吾尔族" },
  { "ethnic/old-name", NULL, kp_normal_ethnic, "毛难", "毛南族" },
  { "ethnic/unknown", NULL, kp_normal_ethnic, "汉满", NULL },
  { "political/member", NULL, kp_normal_political, "党员", "中共党员" },
  { "political/probationary", NULL, kp_normal_political, "预备党员", "中共预备党员" },
  { "political/league", NULL, kp_normal_political, "团 员", "共青团员" },
  { "political/democratic-league", NULL, kp_normal_political, "民盟盟员", "民盟盟员" },
  { "political/masses", NULL, kp_normal_political, "群众", "群众" },
  { "political/unknown", NULL, kp_normal_political, "进步", NULL },
  { "education/graduate-school", NULL, kp_normal_education, "研究生", "硕士" },
  { "education/master", NULL, kp_normal_education, "硕士研究生", "硕士" },
  { "education/doctor", NULL, kp_normal_education, "博士研究生", "博士" },
  { "education/full-time", NULL, kp_normal_education, "全日制本科", "本科" },
  { "education/university", NULL, kp_normal_education, "大学本科", "本科" },
  { "education/college", NULL, kp_normal_education, "大学专科", "大专" },
  { "education/upgraded", NULL, kp_normal_education, "专升本", "本科" },
  { "education/vocational", NULL, kp_normal_education, "中等专科", "中专" },
  { "education/high-school", NULL, kp_normal_education, "高中", "高中" },
  { "education/university-alone", NULL, kp_normal_education, "全日制大学", "本科" },
  { "education/self-taught", NULL, kp_normal_education, "大学（自考）", "本科" },
  { "education/from-college", NULL, kp_normal_education, "专科起点本科", "本科" },
  { "education/higher-vocational", NULL, kp_normal_education, "高等职业教育", "大专" },
  { "education/secondary-vocational", NULL, kp_normal_education, "中等职业学校", "中专" },
  { "education/not-finished", NULL, kp_normal_education, "本科肄业", NULL },
  { "education/unknown", NULL, kp_normal_education, "其他", NULL },
  { "degree/long", NULL, kp_normal_degree, "法学学士", "学士" },
  { "degree/none", NULL, kp_normal_degree, "无", "" },
  { "certificate/junior", NULL, kp_normal_certificate, "初级", "助理社会工作师" },
  { "certificate/assistant", NULL, kp_normal_certificate, "助理社会工作师", "助理社会工作师" },
  { "certificate/middle", NULL, kp_normal_certificate, "中级社工师", "社会工作师" },
  { "certificate/middle-in-brackets", NULL, kp_normal_certificate, "社会工作师（中级）", "社会工作师" },
  { "certificate/senior", NULL, kp_normal_certificate, "高级社会工作师", "高级社会工作师" },
  { "certificate/none", NULL, kp_normal_certificate, "无", "" },
  { "certificate/other", NULL, kp_normal_certificate, "教师资格证", NULL },
};

typedef struct
{
  const char *typed;
  KpDateText kind;
  gint16 year;
  guint8 month, day;
} DateCase;

static const DateCase date_cases[] = {
  { "2005-06-19", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "2005/6/19", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "2005.06.19", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "20050619", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "2005年6月19日", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "2005 年 06 月 19 日", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "２００５－６－１９", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "2005-06-19 00:00:00", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "2005-06-19T08:30:00", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "二〇〇五年六月十九日", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "二○○五年十月二十日", KP_DATE_TEXT_DAY, 2005, 10, 20 },
  { "二零零五年十二月三十一日", KP_DATE_TEXT_DAY, 2005, 12, 31 },
  { "19/6/2005", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "6/19/2005", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "2005.06.19.", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "2004-02-29", KP_DATE_TEXT_DAY, 2004, 2, 29 },
  { "2005~6~19", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "2005年6月19日生", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "2005年6月19日（20岁）", KP_DATE_TEXT_DAY, 2005, 6, 19 },
  { "2005年6月毕业", KP_DATE_TEXT_MONTH, 2005, 6, 1 },
  { "2005.06至今", KP_DATE_TEXT_MONTH, 2005, 6, 1 },
  { "2005~2008", KP_DATE_TEXT_UNREADABLE, 0, 0, 0 },
  { "2005.06", KP_DATE_TEXT_MONTH, 2005, 6, 1 },
  { "2005年6月", KP_DATE_TEXT_MONTH, 2005, 6, 1 },
  { "200506", KP_DATE_TEXT_MONTH, 2005, 6, 1 },
  { "05-6-19", KP_DATE_TEXT_AMBIGUOUS, 0, 0, 0 },
  { "85年3月", KP_DATE_TEXT_AMBIGUOUS, 0, 0, 0 },
  { "6/5/2005", KP_DATE_TEXT_AMBIGUOUS, 0, 0, 0 },
  { "2005-02-29", KP_DATE_TEXT_UNREADABLE, 0, 0, 0 },
  { "2005-13-01", KP_DATE_TEXT_UNREADABLE, 0, 0, 0 },
  { "20051301", KP_DATE_TEXT_UNREADABLE, 0, 0, 0 },
  { "1005-06-19", KP_DATE_TEXT_UNREADABLE, 0, 0, 0 },
  { "38522", KP_DATE_TEXT_UNREADABLE, 0, 0, 0 },
  { "至今", KP_DATE_TEXT_UNREADABLE, 0, 0, 0 },
  { "1.2.3.4", KP_DATE_TEXT_UNREADABLE, 0, 0, 0 },
  { "20050619200506192005061920050619", KP_DATE_TEXT_UNREADABLE, 0, 0, 0 },
  { " \xc2\xa0", KP_DATE_TEXT_EMPTY, 0, 0, 0 },
};

static void
test_text (gconstpointer data)
{
  const TextCase *c = data;
  g_autofree char *owned = c->dup != NULL ? c->dup (c->typed) : NULL;

  g_assert_cmpstr (c->dup != NULL ? owned : c->word (c->typed), ==, c->expected);
}

static void
test_date (gconstpointer data)
{
  const DateCase *c = data;
  KpDate date = { 1, 1, 1 };

  g_assert_cmpint (kp_normal_date (c->typed, &date), ==, c->kind);
  g_assert_cmpint (date.year, ==, c->year);
  g_assert_cmpint (date.month, ==, c->month);
  g_assert_cmpint (date.day, ==, c->day);
}

static void
test_serial (void)
{
  KpDate date = KP_DATE_NONE;

  g_assert_true (kp_normal_date_from_serial (38522, FALSE, &date));
  g_assert_cmpint (kp_date_compare (date, (KpDate){ 2005, 6, 19 }), ==, 0);
  g_assert_true (kp_normal_date_from_serial (1, FALSE, &date));
  g_assert_cmpint (kp_date_compare (date, (KpDate){ 1900, 1, 1 }), ==, 0);
  g_assert_true (kp_normal_date_from_serial (61, FALSE, &date));
  g_assert_cmpint (kp_date_compare (date, (KpDate){ 1900, 3, 1 }), ==, 0);
  g_assert_true (kp_normal_date_from_serial (37060, TRUE, &date));
  g_assert_cmpint (kp_date_compare (date, (KpDate){ 2005, 6, 19 }), ==, 0);
  g_assert_false (kp_normal_date_from_serial (60, FALSE, &date));
  g_assert_false (kp_normal_date_from_serial (-1, FALSE, &date));
  g_assert_false (kp_normal_date_from_serial (G_MAXINT64, FALSE, &date));
}

static void
test_sex_and_answers (void)
{
  g_assert_cmpint (kp_normal_sex (" 男 "), ==, KP_SEX_MALE);
  g_assert_cmpint (kp_normal_sex ("女性"), ==, KP_SEX_FEMALE);
  g_assert_cmpint (kp_normal_sex ("2-女"), ==, KP_SEX_FEMALE);
  g_assert_cmpint (kp_normal_sex ("男/女"), ==, KP_SEX_UNKNOWN);
  g_assert_cmpint (kp_normal_sex ("不详"), ==, KP_SEX_UNKNOWN);
  g_assert_cmpint (kp_normal_answer ("是（2年）"), ==, KP_ANSWER_YES);
  g_assert_cmpint (kp_normal_answer ("√"), ==, KP_ANSWER_YES);
  g_assert_cmpint (kp_normal_answer ("否"), ==, KP_ANSWER_NO);
  g_assert_cmpint (kp_normal_answer (" "), ==, KP_ANSWER_NONE);
  g_assert_cmpint (kp_normal_answer ("☑是 □否"), ==, KP_ANSWER_YES);
  g_assert_cmpint (kp_normal_answer ("□是 ☑否"), ==, KP_ANSWER_NO);
  g_assert_cmpint (kp_normal_answer ("是√ 否"), ==, KP_ANSWER_YES);
  g_assert_cmpint (kp_normal_answer ("是□ 否☑"), ==, KP_ANSWER_NO);
  g_assert_cmpint (kp_normal_answer ("□是 □否"), ==, KP_ANSWER_NONE);
  g_assert_cmpint (kp_normal_answer ("☑是 ☑否"), ==, KP_ANSWER_UNREADABLE);
  g_assert_cmpint (kp_normal_answer ("√团员"), ==, KP_ANSWER_UNREADABLE);
  g_assert_cmpint (kp_normal_answer ("待定"), ==, KP_ANSWER_UNREADABLE);
}

static void
test_whole_phones (void)
{
  g_assert_true (kp_normal_phone_is_whole ("19909545927"));
  g_assert_true (kp_normal_phone_is_whole ("03125551234"));
  g_assert_false (kp_normal_phone_is_whole ("1990954592"));
  g_assert_false (kp_normal_phone_is_whole ("199095459270"));
  g_assert_false (kp_normal_phone_is_whole ("11009545927"));
  g_assert_false (kp_normal_phone_is_whole ("1990954592X"));
  g_assert_false (kp_normal_phone_is_whole (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/normal/", text_cases[i].name, NULL);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/normal/date/case-%02u", i + 1);

      g_test_add_data_func (path, &date_cases[i], test_date);
    }
  g_test_add_func ("/rules/normal/date/serials", test_serial);
  g_test_add_func ("/rules/normal/sex-and-answers", test_sex_and_answers);
  g_test_add_func ("/rules/normal/whole-phones", test_whole_phones);
  return g_test_run ();
}
