/* test-heading.c – headings as different counties write them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-registration.h"
#include "kp-test-sheet.h"
#include "kp-test.h"

typedef struct
{
  const char *name;
  const char *text;
} LayoutCase;

/* Each layout holds the same person: 甲某某, a woman, 11010519491231002X, A01, 本科, 13900000000, a veteran.
 */
static const LayoutCase layouts[] = {
  { "plain", "姓名,性别,身份证号,岗位代码,学历,联系电话,是否退役军人\n甲某某,女,11010519491231002X,A01,本科,"
             "13900000000,是\n" },
  { "other-words", "序号,考生姓名,公民身份号码,报考职位代码,文化程度,手机号码,退役士兵,性别\n1,甲某某,"
                   "11010519491231002X,A01,大学,13900000000,√,女\n" },
  { "applicant", "申请人,证件号码,岗位编号,最高学历,联系方式,是否为退役军人,性别\n甲某某,11010519491231002X,"
                 "A01,大学本科,13900000000,有,女\n" },
  { "title-rows",
    "2026年某县报名汇总表\n\n填报单位：,,填报时间：\n姓名,身份证号码,岗位代码,学历,手机,退役军人,性别\n"
    "甲某某,11010519491231002X,A01,本科,13900000000,1,女\n" },
  { "stars-brackets-line-breaks", "\"*姓　名\n(与身份证一致)\",\"*身份证\n号码\",\"岗位\n代码\",\"学历(最高)"
                                  "\",\"联系电话（手机）\",\"是否退役\n军人(是/否)\",*性别\n"
                                  "甲某某,11010519491231002X,A01,本科,13900000000,Y,女\n" },
  { "numbered-headings", "1.姓名,2.身份证号,3.岗位代码,4.学历,5.手机号,6.是否退役军人,7.性别\n甲某某,"
                         "11010519491231002X,A01,本科,13900000000,是,女\n" },
  { "two-rows",
    "序号,姓名,性别,报考岗位,,身份证号,学历情况,,联系电话,是否退役军人\n,,,代码,名称,,学历,专业,,\n"
    "1,甲某某,女,A01,综合岗,11010519491231002X,本科,法学,13900000000,是\n" },
  { "two-rows-grouped", "基本信息,,,报考信息,联系方式,其他,\n姓名,性别,身份证号,岗位代码,手机,学历,退役军人\n"
                        "甲某某,女,11010519491231002X,A01,13900000000,本科,是\n" },
  { "relatives",
    "姓名,紧急联系人姓名,紧急联系电话,父亲姓名,本人联系电话,身份证号,岗位代码,学历,是否退役军人,性别\n"
    "甲某某,乙某,13911111111,丙某,13900000000,11010519491231002X,A01,本科,是,女\n" },
  { "two-educations", "姓名,全日制学历,在职学历,最高学历,身份证号,岗位代码,手机,固定电话,是否退役军人,性别\n"
                      "甲某某,大专,本科,本科,11010519491231002X,A01,13900000000,03125551234,是,女\n" },
  { "longer-words",
    "考生姓名（必填）,本人有效居民身份证号码,拟报考岗位代码,现有学历层次,本人手机号码,是否属于退役军人,性别\n"
    "甲某某,11010519491231002X,A01,本科,13900000000,退役军人,女\n" },
  { "post-by-name", "报考岗位,姓名,居民身份证,学历,移动电话,是否退伍军人,性别\n城关街道综合岗,甲某某,"
                    "11010519491231002X,本科,13900000000,是,女\n" },
  { "post-and-street", "报考街道,报考职位,姓名,身份证号,学历,电话,退伍军人,性别\n城关街道,综合岗,甲某某,"
                       "11010519491231002X,本科,13900000000,是,女\n" },
  { "wide-letters", "姓名,身份证号,岗位代码,学历,电话,是否退役军人,性别\n甲某某,"
                    "１１０１０５１９４９１２３１００２ｘ,ａ０１,本科,139 0000 0000,是,女\n" },
  { "repeated-heading",
    "姓名,身份证号,岗位代码,学历,电话,是否退役军人,性别\n姓名,身份证号,岗位代码,学历,电话,是否退役军人,性别\n"
    "甲某某,11010519491231002X,A01,本科,13900000000,是,女\n" },
};

static void
test_layout (gconstpointer data)
{
  static const KpRegistrationPost posts[] = { { "A01", "综合岗", "城关街道" },
                                              { "B01", "综合岗", "南关街道" } };
  const LayoutCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_test_text (c->text);
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read_bytes (bytes, NULL, &error);
  const KpRegistrationRow *rows;
  guint n_rows;

  g_assert_no_error (error);
  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), NULL, NULL, NULL);
  rows = kp_registration_book_get_rows (book, &n_rows);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpint (rows[0].verdict, ==, KP_REGISTRATION_OK);
  g_assert_cmpuint (rows[0].n_faults, ==, 0);
  g_assert_cmpstr (rows[0].registration.name, ==, "甲某某");
  g_assert_cmpstr (rows[0].registration.id_number, ==, "11010519491231002X");
  g_assert_cmpstr (rows[0].registration.sex, ==, "女");
  g_assert_cmpstr (rows[0].registration.post_code, ==, "A01");
  g_assert_cmpstr (rows[0].registration.education, ==, "本科");
  g_assert_cmpstr (rows[0].registration.phone, ==, "13900000000");
  g_assert_true (rows[0].registration.is_veteran);
}

static void
test_every_field (void)
{
  static const KpRegistrationPost posts[] = { { "A01", "综合岗", "城关街道" } };
  static const char text[] = "序号,姓名,性别,族别,出生年月,身份证号,政治身份,学历,学位,毕业学校,所学专业,"
                             "毕业年月,手机,岗位代码,报考岗位,退役军人,社工证,"
                             "网格员上岗时间,户籍地,现住址,现工作单位,邮箱,备注\n"
                             "1,甲某某,女,满,1949.12,11010519491231002X,党员,研究生,法学硕士,某某大学,"
                             "社会工作,2010年6月,13900000000,A01,综合岗,否,中级,"
                             "2015.07,某某县,某某路１号,某某社区,a@b.cn,无\n";
  g_autoptr (GBytes) bytes = kp_test_text (text);
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read_bytes (bytes, NULL, NULL);
  const KpRegistration *r;
  guint n_rows;

  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), NULL, NULL, NULL);
  r = &kp_registration_book_get_rows (book, &n_rows)->registration;
  g_assert_cmpstr (r->ethnic, ==, "满族");
  g_assert_cmpstr (r->political, ==, "中共党员");
  g_assert_cmpstr (r->education, ==, "硕士");
  g_assert_cmpstr (r->degree, ==, "硕士");
  g_assert_cmpstr (r->school, ==, "某某大学");
  g_assert_cmpstr (r->major, ==, "社会工作");
  g_assert_cmpint (kp_date_compare (r->graduated, (KpDate){ 2010, 6, 1 }), ==, 0);
  g_assert_cmpstr (r->post_name, ==, "综合岗");
  g_assert_false (r->is_veteran);
  g_assert_cmpstr (r->certificate, ==, "社会工作师");
  g_assert_cmpint (kp_date_compare (r->grid_since, (KpDate){ 2015, 7, 1 }), ==, 0);
  g_assert_cmpstr (r->residence, ==, "某某县");
  g_assert_cmpstr (r->address, ==, "某某路1号");
  g_assert_cmpstr (r->employer, ==, "某某社区");
  g_assert_cmpstr (r->email, ==, "a@b.cn");
  g_assert_cmpstr (r->remark, ==, "无");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *path = g_strconcat ("/data/exchange/heading/layout/", layouts[i].name, NULL);

      g_test_add_data_func (path, &layouts[i], test_layout);
    }
  g_test_add_func ("/data/exchange/heading/every-field", test_every_field);
  return g_test_run ();
}
