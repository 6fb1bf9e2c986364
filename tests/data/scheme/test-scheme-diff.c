/* test-scheme-diff.c – what two schemes say differently; labels for every key; dates of another year.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-diff.h"
#include "kp-scheme-json.h"
#include "kp-scheme-keys.h"
#include "kp-scheme-labels.h"
#include "kp-scheme-reference.h"
#include "kp-scheme-shift.h"
#include "kp-scheme-value.h"
#include "kp-test.h"

#include <string.h>

static gchar *
read_sample (void)
{
  g_autofree gchar *path = kp_test_dup_shipped ("real/scheme-2026.json");

  return kp_test_read (path, NULL);
}

/* The sample with the first place of each text replaced. */
static gchar *
dup_changed (const char *find,
             const char *with)
{
  g_autofree gchar *text = read_sample ();
  const char       *at = strstr (text, find);
  GString          *out = NULL;

  g_assert_nonnull (at);
  out = g_string_new_len (text, at - text);
  g_string_append (out, with);
  g_string_append (out, at + strlen (find));

  return g_string_free (out, FALSE);
}

static KpScheme *
parse (const char *text)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (KpScheme) scheme = kp_scheme_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (scheme);

  return g_steal_pointer (&scheme);
}

/* "heading\nsentence\n…" of every section. */
static gchar *
dup_diff (const KpScheme *before,
          const KpScheme *after)
{
  g_autoptr (GPtrArray) sections = kp_scheme_diff (before, after);
  GString              *out = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      g_string_append_printf (out, "%s\n", section->heading);
      for (guint j = 0; j < section->paragraphs->len; j++)
        g_string_append_printf (out, "%s\n", (const char *) g_ptr_array_index (section->paragraphs, j));
    }

  return g_string_free (out, FALSE);
}

/* One change of the sample, and the whole of what is said about it. */
typedef struct
{
  const char *name;
  const char *find;
  const char *with;
  const char *says;
} ChangeCase;

static const ChangeCase change_cases[] = {
  { "count-of-a-post", "\"places\": 12", "\"places\": 10", "招聘原则和计划\n岗位A01的招聘人数由12改为10\n" },
  { "ratio-of-a-lone-item", "\"ratio\": \"3\",\n        \"plus\"", "\"ratio\": \"2\",\n        \"plus\"",
    "面试人选和资格复审\n面试入围比例由1:3改为1:2\n" },
  { "ratio-with-decimals", "\"ratio\": \"1\",\n      \"rounding\"", "\"ratio\": \"11/10\",\n      \"rounding\"",
    "体检和考察\n体检比例由1:1改为1:1.1\n" },
  { "item-added-to-unnamed-list", "\"to_places\": 0,\n        \"ratio\": \"3\",\n        \"plus\": 0\n      }",
    "\"to_places\": 9,\n        \"ratio\": \"3\",\n        \"plus\": 0\n      },\n"
    "      { \"from_places\": 10, \"ratio\": \"1:2\", \"plus\": 1 }",
    "面试人选和资格复审\n面试入围比例档第1项的招聘人数上限由不限改为9人\n"
    "增加面试入围比例档：招聘人数下限10人，面试入围比例1:2，另加入围人数1人\n" },
  { "mark", "\"value\": \"60\"", "\"value\": \"55.5\"", "笔试\n笔试合格线由60分改为55.5分\n" },
  { "name", "\"last_tie\": \"all_enter\"", "\"last_tie\": \"none_enter\"",
    "面试人选和资格复审\n入围末位同分的处理由一并进入面试改为均不进入面试\n" },
  { "truth", "\"zero_is_out\": true", "\"zero_is_out\": false",
    "面试人选和资格复审\n笔试零分不得进入面试由“是”改为“否”\n" },
  { "date", "\"registration_to\": \"2026-03-06\"", "\"registration_to\": \"2026-03-08\"",
    "报名和资格审查\n报名截止日期由2026年3月6日改为2026年3月8日\n" },
  { "text", "\"representative\": \"高志远\"", "\"representative\": \"高远\"",
    "招聘原则和计划\n街道（乡镇）01的主要负责人由“高志远”改为“高远”\n" },
  { "text-added", "\"note\": \"\"", "\"note\": \"夜班\"", "招聘原则和计划\n增加岗位A01的备注：“夜班”\n" },
  { "text-of-a-list", "《中共中央办公厅 国务院办公厅关于加强社区工作者队伍建设的意见》", "《条例》",
    "基本情况\n删去招聘依据：“《中共中央办公厅 国务院办公厅关于加强社区工作者队伍建设的意见》”\n"
    "增加招聘依据：“《条例》”\n" },
  { "condition", "\"bound\": { \"born\": { \"from\": \"1980-03-02\"", "\"bound\": { \"born\": { \"from\": \"1981-03-02\"",
    "招聘范围和条件\n放宽条件“退役军人”的放宽后的要求由“1980年3月2日至2008年3月2日期间出生（含首尾两日）”"
    "改为“1981年3月2日至2008年3月2日期间出生（含首尾两日）”\n" },
  { "item-added", "\"others\": []", "\"others\": [ { \"code\": \"skill\", \"name\": \"技能测试\", \"full\": \"50\" } ]",
    "综合成绩\n增加其他评分项目：skill 技能测试（满分50分）\n" },
  { "rule-that-forbids", "\"final_until\": \"publicity\",\n    \"causes\": []",
    "\"final_until\": \"publicity\", \"causes\": [{ \"stages\": [\"background\"], \"causes\": [\"failed\"], \"allowed\": false }]",
    "体检和考察\n增加递补规定：环节考察，情形不合格，可以递补：否\n" },
  { "formula-added", "\"totals\": [\n", "\"totals\": [\n { \"id\": \"only\", \"label\": \"只面试\", "
    "\"weights\": { \"written\": \"0\", \"interview\": \"100%\" }, \"ties\": [\"extra_test\"] },",
    "综合成绩\n增加综合成绩算法：只面试（笔试成绩权重0%，面试成绩权重100%，同分时的区分依据加试成绩）\n" },
  { "wording-added", "\"wordings\": []", "\"wordings\": [ { \"key\": \"wage\", \"text\": \"每月5000元\" } ]",
    "其他\n增加自定文字：工资标准（文字“每月5000元”）\n" },
  { "letterhead-added", "\"wordings\": []", "\"wordings\": [], \"letterheads\": [ { \"key\": \"notice\", \"word\": \"文件\" } ]",
    "其他\n增加红头和版记：招聘公告（机关名称后的字“文件”）\n" },
  { "order-of-ties", "[\"interview\", \"written_paper\", \"veteran\", \"extra_test\"]",
    "[\"interview\", \"veteran\", \"written_paper\", \"extra_test\"]",
    "综合成绩\n综合成绩算法“笔试和面试”的同分时的区分依据由面试成绩、笔试卷面成绩、退役军人优先、加试成绩改为"
    "面试成绩、退役军人优先、笔试卷面成绩、加试成绩\n" },
  { "switched-on", "\"reserve\": {\n    \"applies\": false", "\"reserve\": {\n    \"applies\": true, \"until\": \"2027-03-01\"",
    "体检和考察\n设立后备库由“否”改为“是”\n增加后备库有效期至：2027年3月1日\n" },
  { "part-by-its-name", "\"relaxes\": \"age\"", "\"relaxes\": \"education\"",
    "招聘范围和条件\n放宽条件“退役军人”的放宽的条件由“年龄”改为“学历”\n" },
  { "street-by-its-name", "\"street\": \"01\"", "\"street\": \"02\"",
    "招聘原则和计划\n岗位A01的所在街道由“城关街道”改为“南关街道”\n" },
  { "words-that-begin-like-the-sentence", "\"receiver\": \"ask\"", "\"receiver\": \"keeps\"",
    "开考比例\n调入名额后达不到开考比例时由“由领导小组决定”改为“不再核减”\n" },
  { "empty-list-with-a-word", "\"causes\": [],\n    \"max_rounds\"", "\"causes\": [\"withdrew\"],\n    \"max_rounds\"",
    "面试人选和资格复审\n面试人选递补的情形由各种情形改为自愿放弃\n" },
};

static void
test_change (gconstpointer data)
{
  const ChangeCase    *change = data;
  g_autofree gchar    *old_text = read_sample ();
  g_autofree gchar    *new_text = dup_changed (change->find, change->with);
  g_autoptr (KpScheme) before = parse (old_text);
  g_autoptr (KpScheme) after = parse (new_text);
  g_autofree gchar    *said = dup_diff (before, after);

  g_assert_cmpstr (said, ==, change->says);
}

static void
test_equal (void)
{
  g_autofree gchar     *text = read_sample ();
  g_autoptr (KpScheme)  one = parse (text);
  g_autoptr (KpScheme)  other = parse (text);
  g_autoptr (GPtrArray) sections = kp_scheme_diff (one, other);

  g_assert_cmpuint (sections->len, ==, 0);
}

/* Posts are matched by their code: a swap is an order, and nothing else. */
static void
test_order (void)
{
  g_autofree gchar    *text = read_sample ();
  g_autoptr (KpScheme) before = parse (text);
  g_autoptr (KpScheme) after = parse (text);
  gpointer             first = g_ptr_array_index (after->streets, 0);
  g_autofree gchar    *said = NULL;

  after->streets->pdata[0] = after->streets->pdata[1];
  after->streets->pdata[1] = first;
  said = dup_diff (before, after);

  g_assert_cmpstr (said, ==, "招聘原则和计划\n街道（乡镇）的排列顺序改为：02、01、03\n");
}

/* Both directions of an item that one of them lacks, with its nested list. */
static void
test_removed (void)
{
  g_autofree gchar    *text = read_sample ();
  g_autoptr (KpScheme) before = parse (text);
  g_autoptr (KpScheme) after = parse (text);
  g_autofree gchar    *removed = NULL;
  g_autofree gchar    *added = NULL;

  g_ptr_array_remove_index (after->bonus.items, 0);
  g_ptr_array_remove_index (after->posts, 1);
  removed = dup_diff (before, after);
  added = dup_diff (after, before);

  g_assert_cmpstr (removed, ==, "招聘原则和计划\n删去岗位：A02 党建岗\n笔试\n删去加分项：助理社会工作师\n");
  kp_test_assert_contains (added, "增加岗位：A02 党建岗（所在街道“城关街道”，招聘人数3，岗位条件“政治面貌”（");
  kp_test_assert_contains (added, "增加加分项：助理社会工作师（");
  kp_test_assert_contains (added, "分值2分，对象“");
}

/* ---- what a code names ---- */

/* Two parts of one name are told apart by their codes alone; a code that names nothing stays. */
static void
test_reference (void)
{
  g_autofree gchar    *text = read_sample ();
  g_autoptr (KpScheme) scheme = parse (text);
  KpRequirement       *second = g_ptr_array_index (scheme->requirements, 1);

  g_assert_cmpstr (kp_scheme_reference_get_title (scheme, "relaxations", "relaxes", "age"), ==, "年龄");
  g_assert_cmpstr (kp_scheme_reference_get_title (scheme, "per", "fact", "grid_since"), ==, "网格员上岗时间");
  g_assert_null (kp_scheme_reference_get_title (scheme, "relaxations", "relaxes", "height"));
  g_assert_null (kp_scheme_reference_get_title (scheme, "relaxations", "relaxes", ""));
  g_assert_null (kp_scheme_reference_get_title (scheme, "posts", "note", "age"));

  g_free (second->label);
  second->label = g_strdup ("年龄");
  g_assert_null (kp_scheme_reference_get_title (scheme, "relaxations", "relaxes", "age"));
}

static void
count_lists (const KpField *fields,
             const char    *key,
             guint         *n)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      *n += kp_scheme_value_is_list (field) && strcmp (field->key, key) == 0;
      if (field->type == KP_FIELD_OBJECT)
        count_lists (field->fields, key, n);
    }
}

static void
check_references (const char    *object,
                  const KpField *fields,
                  guint         *n_references)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      const char *list = kp_scheme_reference_get_list (object, field->key);
      guint       n = 0;

      if (field->fields != NULL)
        check_references (field->key, field->fields, n_references);
      if (list == NULL)
        continue;
      (*n_references)++;
      g_assert_true (field->type == KP_FIELD_TEXT || field->type == KP_FIELD_TEXT_NULL || field->type == KP_FIELD_TEXTS);
      count_lists (kp_scheme_get_fields (), list, &n);
      g_assert_cmpuint (n, >, 0);
    }
}

/* A key or list that was renamed would be said as a bare code. */
static void
test_references (void)
{
  guint n_references = 0;

  check_references ("scheme", kp_scheme_get_fields (), &n_references);
  /* The nineteen lines of the table; items, per of bonus and credential are met twice. */
  g_assert_cmpuint (n_references, ==, 22);
}

/* ---- every key has words ---- */

static void
check_labels (const char    *object,
              const KpField *fields)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      const KpSchemeLabel *label = kp_scheme_label_get (object, field->key);

      if (label == NULL)
        g_error ("kp-scheme-labels.c has no label for \"%s.%s\"", object, field->key);
      for (guint i = 0; field->get_name != NULL && i < field->n_names; i++)
        if (kp_scheme_label_get_word (object, field->key, field->get_name (i)) == NULL)
          g_error ("kp-scheme-words.c has no word for \"%s\" of \"%s.%s\"", field->get_name (i), object, field->key);
      /* Else two columns of one table would have one heading. */
      for (const KpField *other = fields; other != field; other++)
        g_assert_cmpstr (kp_scheme_label_get (object, other->key)->label, !=, label->label);
      if (field->fields != NULL)
        check_labels (field->key, field->fields);
    }
}

static void
test_labels (void)
{
  check_labels ("scheme", kp_scheme_get_fields ());
}

static void
test_sections (void)
{
  for (const KpField *field = kp_scheme_get_fields (); field->key != NULL; field++)
    g_assert_true (g_strv_contains (kp_scheme_label_get_sections (), kp_scheme_label_get_section (field->key)));
}

static const KpSchemeKey *
find_key (const GPtrArray *keys,
          const char      *path)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const KpSchemeKey *key = g_ptr_array_index (keys, i);

      if (strcmp (key->path, path) == 0)
        return key;
    }
  g_error ("%s isn't listed", path);
}

static void
test_keys (void)
{
  g_autoptr (GPtrArray) keys = kp_scheme_list_keys ();
  const KpSchemeKey    *places = find_key (keys, "posts[].places");
  const KpSchemeKey    *rounding = find_key (keys, "interview.panel.rounding");
  const KpSchemeKey    *weight = find_key (keys, "totals[].weights.written");
  const KpSchemeKey    *pattern = find_key (keys, "written.ticket_pattern");

  g_assert_true (places->is_required);
  g_assert_cmpstr (places->kind, ==, "count");
  g_assert_cmpstr (places->allowed, ==, "0…100000");
  g_assert_cmpstr (places->label, ==, "岗位：招聘人数");
  g_assert_false (rounding->is_required);
  g_assert_cmpstr (rounding->allowed, ==, "half_up truncate half_even up");
  g_assert_cmpstr (rounding->usual, ==, "\"half_up\"");
  g_assert_cmpstr (weight->usual, ==, "\"50%\"");
  g_assert_cmpstr (pattern->usual, ==, "\"{year2}{batch2}{site2}{room3}{seat2}\"");
}

/* ---- another year ---- */

static void
test_shift (void)
{
  g_autofree gchar    *text = dup_changed ("\"notice_date\": \"2026-02-11\"", "\"notice_date\": \"2024-02-29\"");
  g_autoptr (KpScheme) scheme = parse (text);
  g_autofree gchar    *shifted = NULL;
  const KpRelaxation  *relaxation = g_ptr_array_index (scheme->relaxations, 0);

  kp_scheme_shift_years (scheme, 1);
  shifted = kp_scheme_json_dup (scheme);

  kp_test_assert_contains (shifted, "\"notice_date\": \"2025-02-28\"");
  kp_test_assert_contains (shifted, "\"cutoff\": \"2027-03-02\"");
  g_assert_cmpint (relaxation->bound->from.year, ==, 1981);
  /* No date of the old year is left; texts are. */
  g_assert_null (strstr (shifted, "\"2026-"));
  g_assert_null (strstr (shifted, "\"1980-"));
  kp_test_assert_contains (shifted, "1980年3月2日");
}

static void
test_year_texts (void)
{
  g_autofree gchar     *text = read_sample ();
  g_autoptr (KpScheme)  scheme = parse (text);
  g_autoptr (GPtrArray) paths = kp_scheme_list_year_texts (scheme);

  g_assert_true (g_ptr_array_find_with_equal_func (paths, "title", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (paths, "relaxations[0].text", g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (paths, "phone", g_str_equal, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (change_cases); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/data/scheme-diff/%s", change_cases[i].name);

      g_test_add_data_func (path, &change_cases[i], test_change);
    }
  g_test_add_func ("/data/scheme-diff/equal", test_equal);
  g_test_add_func ("/data/scheme-diff/order-of-a-list", test_order);
  g_test_add_func ("/data/scheme-diff/item-of-one-side", test_removed);
  g_test_add_func ("/data/scheme-diff/part-is-named", test_reference);
  g_test_add_func ("/data/scheme-diff/every-reference-has-its-list", test_references);
  g_test_add_func ("/data/scheme-diff/every-key-has-a-label", test_labels);
  g_test_add_func ("/data/scheme-diff/every-key-has-a-section", test_sections);
  g_test_add_func ("/data/scheme-keys/reference", test_keys);
  g_test_add_func ("/data/scheme-shift/dates", test_shift);
  g_test_add_func ("/data/scheme-shift/texts-with-a-year", test_year_texts);

  return g_test_run ();
}
