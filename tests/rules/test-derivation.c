/* test-derivation.c – the worked examples of domain.md, told step by step with every number.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation.h"

#include "kp-test.h"

#include <string.h>

#define MAX_PERSONS 14
#define MAX_SHEETS 7

/* What a test hands to the contest; texts are constants. */
typedef struct
{
  KpScheme     *scheme;
  KpEntrant     entrants[MAX_PERSONS];
  guint         n_entrants;
  KpBonusClaim  claims[MAX_PERSONS][2];
  KpPanelSheet  sheets[MAX_SHEETS];
  KpStatedMark  elements[MAX_SHEETS][5];
  KpDeparture   departures[4];
  guint         n_departures;
  KpContest    *contest;
} Stage;

static void
set (gchar     **text,
     const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static Stage *
stage_new (guint places)
{
  Stage         *stage = g_new0 (Stage, 1);
  KpSchemePost  *post = kp_scheme_post_new ();
  KpSchemePaper *paper = kp_scheme_paper_new ();
  KpSchemeTotal *total = kp_scheme_total_new ();

  stage->scheme = kp_scheme_new ();
  set (&post->code, "001");
  set (&post->name, "综合岗");
  set (&post->total, "exam");
  post->places = places;
  g_ptr_array_add (stage->scheme->posts, post);
  set (&paper->code, "01");
  set (&paper->name, "综合知识");
  paper->full = KP_MARK (100, 0);
  g_ptr_array_add (stage->scheme->written.papers, paper);
  set (&total->id, "exam");
  set (&total->label, "笔试和面试");
  g_ptr_array_set_size (total->policy.ties, 0);
  g_ptr_array_add (total->policy.ties, kp_tie_new (KP_TIE_WRITTEN_WITH_BONUS));
  g_ptr_array_add (total->policy.ties, kp_tie_new (KP_TIE_EXTRA_TEST));
  g_ptr_array_add (stage->scheme->totals, total);
  stage->scheme->quota.applies = FALSE;
  kp_scheme_fill_defaults (stage->scheme);

  return stage;
}

static void
stage_free (Stage *stage)
{
  g_clear_pointer (&stage->contest, kp_contest_free);
  kp_scheme_free (stage->scheme);
  g_free (stage);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_free)

static KpStatedMark
make_mark (const char *text)
{
  KpStatedMark mark = { KP_MARK_PRESENT, 0 };

  if (text == NULL)
    mark.state = KP_MARK_NOT_ENTERED;
  else if (!kp_mark_parse (text, KP_MARK_DECIMALS, &mark.mark, NULL))
    g_assert_true (kp_mark_state_from_name (text, &mark.state));

  return mark;
}

static KpEntrant *
add_person (Stage      *stage,
            const char *number,
            const char *paper,
            const char *interview,
            guint       room)
{
  KpEntrant *entrant = &stage->entrants[stage->n_entrants++];

  g_assert_cmpuint (stage->n_entrants, <=, MAX_PERSONS);
  entrant->number = number;
  entrant->post = "001";
  entrant->has_review = TRUE;
  entrant->review = KP_REVIEW_PASS;
  entrant->has_claims = TRUE;
  entrant->papers[0] = make_mark (paper);
  entrant->interview = make_mark (interview);
  entrant->room = room;

  return entrant;
}

static void
run (Stage *stage)
{
  g_clear_pointer (&stage->contest, kp_contest_free);
  stage->contest = kp_contest_run (stage->scheme, stage->entrants, stage->n_entrants, stage->departures,
                                   stage->n_departures, NULL);
}

static guint
find (const Stage *stage,
      const char  *number)
{
  for (guint i = 0; i < stage->n_entrants; i++)
    if (strcmp (stage->entrants[i].number, number) == 0)
      return i;
  g_assert_not_reached ();
}

/* The step has this value, and its sentence holds this. */
static void
assert_step (const Stage *stage,
             const char  *number,
             const char  *label,
             const char  *value,
             const char  *rule)
{
  g_autoptr (GPtrArray) steps = kp_derivation_make (stage->contest, find (stage, number));

  for (guint i = 0; i < steps->len; i++)
    {
      const KpDerivationStep *step = g_ptr_array_index (steps, i);

      if (strcmp (step->label, label) != 0)
        continue;
      g_assert_cmpstr (step->value, ==, value);
      kp_test_assert_contains (step->rule, rule);
      return;
    }
  g_error ("%s has no step %s", number, label);
}

static gboolean
has_step (const Stage *stage,
          const char  *number,
          const char  *label)
{
  g_autoptr (GPtrArray) steps = kp_derivation_make (stage->contest, find (stage, number));

  for (guint i = 0; i < steps->len; i++)
    if (strcmp (((const KpDerivationStep *) g_ptr_array_index (steps, i))->label, label) == 0)
      return TRUE;

  return FALSE;
}

/* ---- W1 ---- */

static void
add_bonus_item (KpScheme   *scheme,
                const char *code,
                const char *group,
                int         points)
{
  KpBonusItem *item = kp_bonus_item_new ();

  set (&item->code, code);
  set (&item->label, code);
  set (&item->clause, "五（二）");
  set (&item->group, group);
  item->points = KP_MARK (points, 0);
  g_ptr_array_add (scheme->bonus.items, item);
}

static void
claim (Stage      *stage,
       const char *certificate,
       const char *veteran)
{
  const guint i = stage->n_entrants - 1;
  guint       n = 0;

  if (certificate != NULL)
    stage->claims[i][n++] = (KpBonusClaim) { .item = certificate, .is_approved = TRUE };
  if (veteran != NULL)
    stage->claims[i][n++] = (KpBonusClaim) { .item = veteran, .is_approved = TRUE };
  stage->entrants[i].claims = stage->claims[i];
  stage->entrants[i].n_claims = n;
}

static Stage *
make_w1 (void)
{
  static const struct
  {
    const char *number, *paper, *certificate, *veteran;
  } rows[] = {
    { "A01", "78.5", NULL, NULL },   { "A02", "74", "sw3", "vet2" },  { "A03", "75.5", NULL, "vet2" },
    { "A04", "72", "sw5", NULL },    { "A05", "76", NULL, NULL },     { "A06", "70.5", "sw2", "vet2" },
    { "A07", "74.5", NULL, NULL },   { "A08", "71.5", "sw3", NULL },  { "A09", "59", "sw3", NULL },
    { "A10", "58", NULL, NULL },     { "A11", "absent", NULL, NULL }, { "A12", "void-all", NULL, NULL },
  };
  Stage *stage = stage_new (2);
  KpBonusGroup *group = kp_bonus_group_new ();

  group->code = g_strdup ("sw");
  group->label = g_strdup ("社会工作者职业资格");
  group->within = stage->scheme->bonus.within;
  g_ptr_array_add (stage->scheme->bonus.groups, group);
  add_bonus_item (stage->scheme, "sw2", "sw", 2);
  add_bonus_item (stage->scheme, "sw3", "sw", 3);
  add_bonus_item (stage->scheme, "sw5", "sw", 5);
  add_bonus_item (stage->scheme, "vet2", "vet", 2);
  stage->scheme->written.line.basis = KP_LINE_ON_WITH_BONUS;
  stage->scheme->written.line.value = KP_MARK (60, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      add_person (stage, rows[i].number, rows[i].paper, NULL, 1);
      claim (stage, rows[i].certificate, rows[i].veteran);
    }
  run (stage);

  return stage;
}

static void
test_w1_list (void)
{
  g_autoptr (Stage) stage = make_w1 ();

  assert_step (stage, "A02", "综合知识", "74.00", "卷面74.00分（满分100分）");
  assert_step (stage, "A02", "加分：sw3", "3.00", "社会工作者职业资格，计入。");
  assert_step (stage, "A02", "加分：vet2", "2.00", "不重复计入");
  assert_step (stage, "A02", "加分", "3.00", "只取最高一类3分；加3分");
  assert_step (stage, "A02", "笔试成绩", "77.00", "卷面74.00+加分3.00=77.00分");
  assert_step (stage, "A02", "笔试名次", "第3名", "10人有笔试成绩");
  assert_step (stage, "A02", "笔试名次", "第3名", "2人并列；比紧邻的较高分低0.50分，比紧邻的较低分高1.00分");
  assert_step (stage, "A02", "面试入围", "入围", "岗位计划2人×3=6人应入围；达到合格线9人，末位为第6名，名次在前的5人，居末位的2人");
  assert_step (stage, "A07", "面试入围", "末位并列入围", "末位并列，一并进入");
  assert_step (stage, "A06", "面试入围", "未入围", "比入围末位低2.00分");
  assert_step (stage, "A09", "笔试合格线", "60.00", "按笔试成绩（含加分）比较，本人62.00分，达到合格线");
  assert_step (stage, "A10", "笔试合格线", "60.00", "低于合格线");
  assert_step (stage, "A10", "面试入围", "低于合格线", "未达笔试合格线");
  assert_step (stage, "A11", "笔试成绩", "缺考", "不列名次");
  assert_step (stage, "A12", "面试入围", "无成绩", "没有笔试成绩");
  g_assert_false (has_step (stage, "A11", "笔试名次"));
  g_assert_false (has_step (stage, "A11", "加分"));
  g_assert_false (has_step (stage, "A01", "面试成绩"));
  assert_step (stage, "A01", "岗位开考", "按计划开考", "001综合岗：计划2人");
}

static void
test_w1_sum_with_cap (void)
{
  g_autoptr (Stage) stage = make_w1 ();

  stage->scheme->bonus.across = KP_BONUS_SUM;
  stage->scheme->bonus.has_cap = TRUE;
  stage->scheme->bonus.cap = KP_MARK (4, 0);
  stage->scheme->written.line.basis = KP_LINE_ON_PAPER;
  run (stage);
  assert_step (stage, "A02", "加分", "4.00", "各类累计3分＋2分＝5分；以总上限为准计4分");
  assert_step (stage, "A02", "笔试成绩", "78.00", "卷面74.00+加分4.00=78.00分");
  assert_step (stage, "A09", "笔试合格线", "60.00", "按卷面成绩（不含加分）比较，本人59.00分，低于合格线");
}

static void
test_tie_by_paper (void)
{
  g_autoptr (Stage) stage = make_w1 ();

  stage->scheme->shortlist.last_tie = KP_LAST_TIE_BY_KEY;
  run (stage);
  assert_step (stage, "A07", "面试入围", "入围", "本人在应入围人数之内");
  assert_step (stage, "A08", "面试入围", "末位并列未入围", "依次按笔试卷面成绩区分，不进入");
}

/* A05 leaves in time, then A08: the second opens a place. */
static void
test_w1_substitute (void)
{
  g_autoptr (Stage) stage = make_w1 ();

  stage->departures[0] = (KpDeparture) { find (stage, "A05"), 1, 0, { KP_STAGE_RECHECK, KP_CAUSE_WITHDREW }, NULL, FALSE };
  stage->departures[1] = (KpDeparture) { find (stage, "A08"), 2, 0, { KP_STAGE_RECHECK, KP_CAUSE_WITHDREW }, NULL, FALSE };
  stage->n_departures = 2;
  stage->scheme->substitution.shortlist = KP_UNTIL_INTERVIEW;
  run (stage);
  assert_step (stage, "A06", "面试入围", "递补入围", "第1轮依名次递补");
  assert_step (stage, "A05", "退出", "自愿放弃", "不再参加面试");
}

/* ---- tests before the interview ---- */

/* One place, 1:5 to the test, 1:1 to the interview: 88 × 40 % + 75.33 × 60 % = 80.398, 86 and 80 make 82.4. */
static void
test_heats (void)
{
  static const char *const written[] = { "90", "88", "86", "84" };
  static const char *const marks[] = { "59.99", "75.33", "80", "absent" };
  static const char *const numbers[] = { "B01", "B02", "B03", "B04" };
  g_autoptr (Stage)        stage = stage_new (1);
  KpSchemeOther           *other = kp_scheme_other_new ();
  KpSchemeHeat            *heat = kp_scheme_heat_new ();

  set (&other->code, "skill");
  set (&other->name, "技能测试");
  set (&heat->other, "skill");
  heat->has_line = TRUE;
  heat->line = KP_MARK (60, 0);
  heat->score.weights[KP_PART_WRITTEN] = kp_fraction_new (40, 100);
  heat->score.weights[KP_PART_OTHER_1] = kp_fraction_new (60, 100);
  kp_shortlist_policy_set_ratio (&heat->list, KP_FRACTION_ONE);
  kp_shortlist_policy_set_ratio (&stage->scheme->shortlist, kp_fraction_new (5, 1));
  g_ptr_array_add (stage->scheme->others, other);
  g_ptr_array_add (stage->scheme->heats, heat);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    add_person (stage, numbers[i], written[i], "80", 1)->others[0] = make_mark (marks[i]);
  run (stage);
  assert_step (stage, "B02", "技能测试入围", "入围", "×5=5人应入围");
  assert_step (stage, "B01", "技能测试合格线", "60.00", "本人技能测试59.99分，低于合格线");
  assert_step (stage, "B01", "面试入围", "未入围", "未达技能测试合格线");
  assert_step (stage, "B02", "测试后排名成绩", "80.40",
               "笔试成绩88.00×40%=35.20；技能测试75.33×60%=45.198；合计80.398，保留2位小数（四舍五入）为80.40。");
  assert_step (stage, "B02", "测试后名次", "第2名", "3人有技能测试成绩，从高到低排列，第2名；比紧邻的较高分低2.00分");
  assert_step (stage, "B02", "面试入围", "未入围", "岗位计划1人，应入围1人，技能测试合格2人；名次在应入围人数之外");
  assert_step (stage, "B03", "面试入围", "入围", "本人在应入围人数之内");
  assert_step (stage, "B04", "面试入围", "未入围", "没有技能测试成绩（缺考）");
}

/* ---- W2, W3 ---- */

static void
add_sheets (Stage      *stage,
            KpEntrant  *entrant,
            const char *marks)
{
  static const char *const numbers[MAX_SHEETS] = { "1", "2", "3", "4", "5", "6", "7" };
  g_auto (GStrv) sheets = g_strsplit (marks, "; ", -1);

  for (guint i = 0; sheets[i] != NULL; i++)
    {
      g_auto (GStrv) values = g_strsplit (sheets[i], " ", -1);
      const guint n = g_strv_length (values);

      stage->sheets[i] = (KpPanelSheet) { .examiner = numbers[i] };
      for (guint e = 0; e < n; e++)
        stage->elements[i][e] = make_mark (values[e]);
      if (n == 1)
        stage->sheets[i].total = stage->elements[i][0];
      else
        {
          stage->sheets[i].elements = stage->elements[i];
          stage->sheets[i].n_elements = n;
        }
      entrant->n_sheets = i + 1;
    }
  entrant->sheets = stage->sheets;
}

static void
test_w2_panel (void)
{
  g_autoptr (Stage) stage = stage_new (1);
  KpEntrant *entrant = add_person (stage, "001", "70", NULL, 1);

  add_sheets (stage, entrant, "82.5; 79; 85; 80.5; 91; 83.5; 72");
  run (stage);
  assert_step (stage, "001", "考官5", "91.00", "最高分，去掉");
  assert_step (stage, "001", "考官7", "72.00", "最低分，去掉");
  assert_step (stage, "001", "考官1", "82.50", "计入");
  assert_step (stage, "001", "面试原始成绩", "82.10", "去掉的合计163.00分，计入的合计410.50÷5=82.10分");
}

static Stage *
make_w3 (void)
{
  static const char *const names[] = { "综合分析", "组织协调", "应变", "表达", "仪表" };
  static const int full[] = { 25, 25, 20, 20, 20 };
  Stage *stage = stage_new (1);
  KpEntrant *entrant = add_person (stage, "001", "70", NULL, 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      KpSchemeElement *element = kp_scheme_element_new ();

      set (&element->code, names[i]);
      set (&element->name, names[i]);
      element->full = KP_MARK (full[i], 0);
      g_ptr_array_add (stage->scheme->interview.elements, element);
    }
  stage->scheme->interview.panel.n_examiners = 5;
  add_sheets (stage, entrant, "20 16 16 16 12; 19 17 15 16 12; 22 18 17 15 13; 21 15 16 17 11; 18 19 18 14 12");

  return stage;
}

static void
test_w3_by_total (void)
{
  g_autoptr (Stage) stage = make_w3 ();

  run (stage);
  assert_step (stage, "001", "考官3", "85.00", "综合分析22+组织协调18+应变17+表达15+仪表13；最高分，去掉");
  assert_step (stage, "001", "面试原始成绩", "80.33", "计入的合计241.00÷3=80.333333…分，保留2位小数（四舍五入）为80.33");
}

static void
test_w3_by_element (void)
{
  g_autoptr (Stage) stage = make_w3 ();

  stage->scheme->interview.panel.drops_by_element = TRUE;
  run (stage);
  assert_step (stage, "001", "考官3", "85.00", "按要素去掉最高分、最低分");
  assert_step (stage, "001", "面试原始成绩", "81.00", "÷3=81.00分");
}

/* ---- W4 ---- */

static Stage *
make_w4 (int coefficient_decimals)
{
  static const struct
  {
    const char *number, *written, *raw;
    guint room;
  } rows[] = {
    { "a", "68", "86.4", 1 },   { "b", "73.5", "82.1", 1 }, { "c", "71", "79.5", 1 },   { "d", "75", "77.2", 1 },
    { "e", "70.5", "83.6", 2 }, { "f", "74", "80.2", 2 },   { "g", "78", "76.3", 2 },   { "h", "72.5", "74.9", 2 },
    { "i", "76", "72", 2 },     { "j", "69", "70", 2 },
  };
  Stage *stage = stage_new (2);

  stage->scheme->shortlist.takes_all = TRUE;
  stage->scheme->interview.correction.method = KP_CORRECTION_POOLED;
  stage->scheme->interview.correction.room_decimals = KP_CORRECTION_EXACT;
  stage->scheme->interview.correction.overall_decimals = KP_CORRECTION_EXACT;
  stage->scheme->interview.correction.coefficient_decimals = coefficient_decimals;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_person (stage, rows[i].number, rows[i].written, rows[i].raw, rows[i].room);
  run (stage);

  return stage;
}

static void
test_w4_two_decimals (void)
{
  g_autoptr (Stage) stage = make_w4 (2);

  assert_step (stage, "e", "本考场平均分", "76.166666…", "有效成绩6人，合计457.00÷6=76.166666…分");
  assert_step (stage, "e", "全部考场平均分", "78.22", "有效成绩10人，合计782.20÷10=78.22分（不取舍）");
  assert_step (stage, "e", "修正系数", "1.03", "全部考场平均分78.22÷本考场平均分76.166666…=1.026958…，保留2位小数（四舍五入）为1.03");
  assert_step (stage, "e", "面试成绩", "86.11", "原始成绩83.60×修正系数1.03=86.108分，保留2位小数（四舍五入）为86.11");
  assert_step (stage, "e", "综合成绩", "78.31", "35.25+43.055=78.305分，保留2位小数（四舍五入）为78.31");
  assert_step (stage, "e", "体检（考察）人选", "进入", "岗位计划2人×1=首批2人；名次在首批人选之内");
  assert_step (stage, "e", "拟聘用", "是", "岗位计划2人之内");
  assert_step (stage, "g", "综合成绩名次", "第3名", "比紧邻的较高分低0.01分");
}

static void
test_w4_three_decimals (void)
{
  g_autoptr (Stage) stage = make_w4 (3);

  assert_step (stage, "e", "面试成绩", "85.86", "修正系数1.027");
  assert_step (stage, "g", "综合成绩名次", "第2名", "综合成绩相同的2人，按“笔试成绩（含加分）”分出先后");
  g_assert_false (has_step (stage, "e", "拟聘用"));
  g_assert_true (has_step (stage, "g", "拟聘用"));
}

/* One of the post isn't heard yet: no coefficient, no total, no place for anybody. */
static void
test_unheard (void)
{
  g_autoptr (Stage) stage = make_w4 (4);

  stage->entrants[9].interview = make_mark (NULL);
  run (stage);
  assert_step (stage, "e", "面试原始成绩", "83.60", "登记");
  assert_step (stage, "e", "面试成绩", "待定", "还有1人没有面试成绩");
  g_assert_false (has_step (stage, "e", "修正系数"));
  g_assert_false (has_step (stage, "e", "综合成绩"));
  g_assert_false (has_step (stage, "e", "体检（考察）人选"));
}

/* ---- W5 ---- */

static void
test_w5_half_up_is_exact (void)
{
  g_autoptr (Stage) stage = stage_new (1);

  add_person (stage, "001", "60.05", "70.08", 1);
  add_person (stage, "002", "60.05", "70.22", 1);
  run (stage);
  assert_step (stage, "001", "笔试成绩（折算）", "30.025", "60.05×50%=30.025分");
  assert_step (stage, "001", "面试成绩（折算）", "35.04", "70.08×50%=35.04分");
  assert_step (stage, "001", "综合成绩", "65.07", "30.025+35.04=65.065分，保留2位小数（四舍五入）为65.07");
  assert_step (stage, "002", "综合成绩", "65.14", "65.135分");
}

static Stage *
make_w5_ties (void)
{
  Stage *stage = stage_new (1);
  KpSchemeTotal *total = g_ptr_array_index (stage->scheme->totals, 0);

  total->policy.weights[KP_PART_WRITTEN] = kp_fraction_new (2, 5);
  total->policy.weights[KP_PART_INTERVIEW] = kp_fraction_new (3, 5);
  stage->scheme->shortlist.takes_all = TRUE;
  add_person (stage, "B01", "72.50", "81.20", 1);
  add_person (stage, "B02", "75.30", "79.33", 1);
  add_person (stage, "B03", "70.90", "82.26", 1);

  return stage;
}

static void
test_w5_ties (void)
{
  g_autoptr (Stage) stage = make_w5_ties ();
  KpSchemeTotal *total = g_ptr_array_index (stage->scheme->totals, 0);

  run (stage);
  assert_step (stage, "B02", "综合成绩", "77.72", "77.718分，保留2位小数（四舍五入）为77.72");
  assert_step (stage, "B02", "综合成绩名次", "第1名", "综合成绩相同的3人，按“笔试成绩（含加分）”分出先后");

  g_ptr_array_insert (total->policy.ties, 0, kp_tie_new (KP_TIE_EXTENDED_DECIMALS));
  run (stage);
  assert_step (stage, "B01", "综合成绩名次", "第1名", "按“顺延小数位”分出先后");
  assert_step (stage, "B02", "综合成绩名次", "第2名", "顺延小数位");
}

static void
test_w5_undecided (void)
{
  g_autoptr (Stage) stage = make_w5_ties ();

  add_person (stage, "B06", "75.30", "79.33", 1);
  run (stage);
  assert_step (stage, "B06", "综合成绩名次", "第1名（并列待定）", "综合成绩相同的4人，2人并列，待“加试成绩”区分");
  assert_step (stage, "B06", "体检（考察）人选", "待定", "末位并列，尚不能区分");
}

/* ---- W9 ---- */

static void
test_w9_substitution (void)
{
  g_autoptr (Stage) stage = stage_new (2);

  stage->scheme->shortlist.takes_all = TRUE;
  stage->scheme->interview.lines.has_line = TRUE;
  stage->scheme->interview.lines.line = KP_MARK (60, 0);
  stage->scheme->physical.policy.max_rounds = 2;
  stage->scheme->substitution.final = KP_UNTIL_PUBLICITY;
  add_person (stage, "K1", "81.20", "81.20", 1);
  add_person (stage, "K2", "80.15", "80.15", 1);
  add_person (stage, "K3", "79.80", "80", 1);
  add_person (stage, "K4", "80", "79.80", 1);
  add_person (stage, "K5", "90", "58.50", 1);
  stage->departures[0] = (KpDeparture) { 1, 1, 0, { KP_STAGE_PHYSICAL, KP_CAUSE_FAILED }, NULL, FALSE };
  stage->departures[1] = (KpDeparture) { 3, 2, 0, { KP_STAGE_PHYSICAL, KP_CAUSE_WITHDREW }, NULL, FALSE };
  stage->n_departures = 2;
  run (stage);
  assert_step (stage, "K1", "体检（考察）人选", "进入", "首批2人");
  assert_step (stage, "K2", "体检（考察）人选", "退出", "曾列为人选，第1轮在体检环节退出（不合格）");
  assert_step (stage, "K4", "体检（考察）人选", "退出", "第2轮在体检环节退出（自愿放弃）");
  assert_step (stage, "K3", "体检（考察）人选", "递补进入", "第2轮依名次递补");
  assert_step (stage, "K5", "面试合格线", "60.00", "本人面试成绩58.50分，低于合格线");
  assert_step (stage, "K5", "综合成绩名次", "无名次", "面试成绩低于合格线");
  g_assert_true (has_step (stage, "K3", "拟聘用"));
  g_assert_false (has_step (stage, "K2", "拟聘用"));
}

/* ---- the rest ---- */

/* A mean of all as the line, two papers with weights, and each part rounded first. */
static void
test_papers_and_line (void)
{
  g_autoptr (Stage) stage = stage_new (1);
  KpSchemePaper *first = g_ptr_array_index (stage->scheme->written.papers, 0);
  KpSchemePaper *second = kp_scheme_paper_new ();

  set (&second->code, "02");
  set (&second->name, "申论");
  second->full = KP_MARK (100, 0);
  first->weight = second->weight = kp_fraction_new (1, 2);
  first->has_line = TRUE;
  first->line = KP_MARK (40, 0);
  g_ptr_array_add (stage->scheme->written.papers, second);
  stage->scheme->written.line.basis = KP_LINE_ON_PAPER;
  stage->scheme->written.line.kind = KP_LINE_SHARE_OF_MEAN;
  stage->scheme->written.line.share = kp_fraction_new (3, 5);
  add_person (stage, "001", "70.25", NULL, 1)->papers[1] = make_mark ("61.50");
  add_person (stage, "002", "39.50", NULL, 1)->papers[1] = make_mark ("80");
  run (stage);
  assert_step (stage, "001", "综合知识", "35.125", "卷面70.25分（满分100分）×50%=35.125分；单科合格线40分，达到合格线");
  assert_step (stage, "001", "笔试卷面成绩", "65.88", "35.125+30.75=65.875分，保留2位小数（四舍五入）为65.88");
  assert_step (stage, "001", "笔试合格线", "37.69", "全体实际参加考试2人，合计125.63÷2=平均62.815分，×60%，保留2位小数（四舍五入）为37.69分");
  assert_step (stage, "002", "面试入围", "低于合格线", "单科成绩未达合格线");
}

/* A line of a person's own is told as such, also while that of the rest isn't decided. */
static void
test_line_for_some (void)
{
  g_autoptr (Stage) stage = stage_new (1);
  KpSchemeLineFor *line_for = kp_scheme_line_for_new ();

  line_for->when = kp_condition_new (KP_CONDITION_VETERAN);
  line_for->line = KP_MARK (50, 0);
  g_ptr_array_add (stage->scheme->written.line_for, line_for);
  stage->scheme->written.line.basis = KP_LINE_ON_PAPER;
  stage->scheme->written.line.kind = KP_LINE_DECIDED;
  add_person (stage, "001", "70", NULL, 1);
  add_person (stage, "002", "49.50", NULL, 1)->facts.is_veteran = KP_TRUTH_YES;
  run (stage);
  assert_step (stage, "001", "笔试合格线", "未划定", "笔试合格分数线尚未划定");
  assert_step (stage, "002", "笔试合格线", "50.00", "招聘方案对本岗位或者本人所属人员另定为50.00分；按卷面成绩（不含加分）比较，本人49.50分，低于合格线。");
}

/* 面试合格线: of somebody's own, not drawn yet, and the lowest of those called from a post with competition. */
static void
test_interview_lines (void)
{
  g_autoptr (Stage) stage = stage_new (1);
  KpSchemePost     *lone = kp_scheme_post_new ();
  KpSchemeLinesFor *lines_for = kp_scheme_lines_for_new ();

  set (&lone->code, "002");
  set (&lone->total, "exam");
  lone->places = 2;
  g_ptr_array_add (stage->scheme->posts, lone);
  stage->scheme->interview.lines.lowest = KP_LOWEST_CAMPAIGN;
  lines_for->when = kp_condition_new (KP_CONDITION_VETERAN);
  lines_for->lines.has_line = TRUE;
  lines_for->lines.line = KP_MARK (55, 0);
  g_ptr_array_add (stage->scheme->interview.lines_for, lines_for);
  add_person (stage, "001", "80", "81.50", 1);
  add_person (stage, "002", "80", "70", 1);
  add_person (stage, "003", "80", "80", 1)->post = "002";
  add_person (stage, "004", "80", "54", 1)->post = "002";
  stage->entrants[3].facts.is_veteran = KP_TRUTH_YES;
  run (stage);
  g_assert_false (has_step (stage, "001", "面试合格线"));
  assert_step (stage, "003", "面试合格线", "81.50",
               "按未形成竞争的规定执行，有竞争岗位进入体检（考察）人员的最低面试成绩为81.50分，合格线为81.50分，本人面试成绩80.00分，低于合格线。");
  assert_step (stage, "004", "面试合格线", "55.00", "招聘方案对本岗位或者本人所属人员另定面试合格线，");

  stage->entrants[1].interview = make_mark ("81.50"); /* tied for the one place */
  run (stage);
  assert_step (stage, "003", "面试合格线", "未定", "最低面试成绩，这些人选尚未确定");

  stage->scheme->interview.lines.drawn = KP_LINE_DRAWN_POST;
  run (stage);
  assert_step (stage, "001", "面试合格线", "未划定", "尚未由招聘工作领导小组划定");
}

static void
test_names_nobody (void)
{
  g_autoptr (Stage) stage = make_w4 (2);

  for (guint i = 0; i < stage->n_entrants; i++)
    {
      g_autoptr (GPtrArray) steps = kp_derivation_make (stage->contest, i);

      g_assert_cmpuint (steps->len, >, 8);
      for (guint j = 0; j < steps->len; j++)
        {
          const KpDerivationStep *step = g_ptr_array_index (steps, j);

          for (const char *at = step->rule; *at != '\0'; at++)
            g_assert_false (g_ascii_isalpha (*at));
        }
    }
}

static void
test_withdrawn (void)
{
  g_autoptr (Stage) stage = stage_new (1);
  g_autoptr (GPtrArray) steps = NULL;

  add_person (stage, "001", "70", "80", 1);
  stage->departures[0] = (KpDeparture) { 0, 1, 0, { KP_STAGE_REGISTRATION, KP_CAUSE_WITHDREW }, NULL, FALSE };
  stage->n_departures = 1;
  run (stage);
  steps = kp_derivation_make (stage->contest, 0);
  g_assert_cmpuint (steps->len, ==, 1);
  assert_step (stage, "001", "报名", "无效", "已撤回报名");
}

/* The place in the notice: that of the item, else the section that states the rule. */
static void
test_clauses (void)
{
  g_autoptr (Stage) stage = make_w1 ();
  g_autoptr (GPtrArray) steps = kp_derivation_make (stage->contest, find (stage, "A02"));

  for (guint i = 0; i < steps->len; i++)
    {
      const KpDerivationStep *step = g_ptr_array_index (steps, i);

      if (strcmp (step->label, "加分：sw3") == 0)
        g_assert_cmpstr (step->clause, ==, "五（二）");
      else if (strcmp (step->label, "面试入围") == 0)
        g_assert_true (g_str_has_suffix (step->clause, "、面试人选和资格复审"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/derivation/tests-before-the-interview", test_heats);
  g_test_add_func ("/rules/derivation/w1/list", test_w1_list);
  g_test_add_func ("/rules/derivation/w1/sum-with-cap", test_w1_sum_with_cap);
  g_test_add_func ("/rules/derivation/w1/tie-by-paper", test_tie_by_paper);
  g_test_add_func ("/rules/derivation/w1/substitute", test_w1_substitute);
  g_test_add_func ("/rules/derivation/w2/panel", test_w2_panel);
  g_test_add_func ("/rules/derivation/w3/by-total", test_w3_by_total);
  g_test_add_func ("/rules/derivation/w3/by-element", test_w3_by_element);
  g_test_add_func ("/rules/derivation/w4/two-decimals", test_w4_two_decimals);
  g_test_add_func ("/rules/derivation/w4/three-decimals", test_w4_three_decimals);
  g_test_add_func ("/rules/derivation/w4/unheard", test_unheard);
  g_test_add_func ("/rules/derivation/w5/half-up-is-exact", test_w5_half_up_is_exact);
  g_test_add_func ("/rules/derivation/w5/ties", test_w5_ties);
  g_test_add_func ("/rules/derivation/w5/undecided", test_w5_undecided);
  g_test_add_func ("/rules/derivation/w9/substitution", test_w9_substitution);
  g_test_add_func ("/rules/derivation/papers-and-line", test_papers_and_line);
  g_test_add_func ("/rules/derivation/line-for-some", test_line_for_some);
  g_test_add_func ("/rules/derivation/interview-lines", test_interview_lines);
  g_test_add_func ("/rules/derivation/names-nobody", test_names_nobody);
  g_test_add_func ("/rules/derivation/withdrawn", test_withdrawn);
  g_test_add_func ("/rules/derivation/clauses", test_clauses);
  return g_test_run ();
}
