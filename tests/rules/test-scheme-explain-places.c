/* test-scheme-explain-places.c – every rule of the opening ratio and of free places stands in the notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain.h"

#include <string.h>

static KpSchemePost *
add_post (KpScheme   *scheme,
          const char *code)
{
  KpSchemePost *post = kp_scheme_post_new ();

  post->code = g_strdup (code);
  post->name = g_strdup (code);
  post->note = g_strdup ("");
  post->total = g_strdup ("exam");
  post->places = 2;
  g_ptr_array_add (scheme->posts, post);

  return post;
}

static KpScheme *
make_scheme (void)
{
  KpScheme *scheme = kp_scheme_new ();

  scheme->phone = g_strdup ("1");
  scheme->address = g_strdup ("2");
  scheme->channel = g_strdup ("3");
  scheme->supervision_phone = g_strdup ("4");
  scheme->interview.place = g_strdup ("5");
  add_post (scheme, "A01");
  add_post (scheme, "B01");
  kp_scheme_fill_defaults (scheme);
  scheme->quota.applies = TRUE;
  scheme->quota.ratio = kp_fraction_new (3, 1);

  return scheme;
}

static gchar *
dup_notice (const KpScheme *scheme)
{
  g_autoptr (GPtrArray) sections = kp_scheme_explain (scheme);
  GString              *text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      g_string_append_printf (text, "%s\n", section->heading);
      for (guint j = 0; j < section->paragraphs->len; j++)
        g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (section->paragraphs, j));
    }

  return g_string_free (text, FALSE);
}

typedef void (*Edit) (KpScheme *scheme);

typedef struct
{
  const char *name;
  Edit        edit;
  const char *sentence;
} WordCase;

#define POST(i) ((KpSchemePost *) g_ptr_array_index (scheme->posts, (i)))
#define QUOTA (&scheme->quota)
#define FREED_TO(code) g_ptr_array_add (QUOTA->freed_to, g_strdup (code))
#define LEFTOVER_TO(code) g_ptr_array_add (scheme->leftover.to, g_strdup (code))

#define EDIT(name, ...) \
  static void \
  name (KpScheme *scheme) \
  { \
    __VA_ARGS__; \
  }

EDIT (usual, QUOTA->per = KP_QUOTA_PER_POST)
EDIT (registered, QUOTA->counts = KP_QUOTA_COUNTS_REGISTERED)
EDIT (paid, QUOTA->counts = KP_QUOTA_COUNTS_PAID; QUOTA->action = KP_QUOTA_CANCEL)
EDIT (by_street, QUOTA->per = KP_QUOTA_PER_STREET; QUOTA->minimum = 1)
EDIT (by_campaign, QUOTA->per = KP_QUOTA_PER_CAMPAIGN; QUOTA->action = KP_QUOTA_DECIDE)
EDIT (rounded, QUOTA->rounding = KP_ROUNDING_HALF_UP)
EDIT (kept, QUOTA->action = KP_QUOTA_KEEP)
EDIT (interview_only, QUOTA->action = KP_QUOTA_INTERVIEW_ONLY; QUOTA->interview_only_total = g_strdup ("exam"))
EDIT (tiers, interview_only (scheme);
      QUOTA->tiers[QUOTA->n_tiers++] = ((KpQuotaTier) { kp_fraction_new (2, 1), KP_QUOTA_REDUCE }))
EDIT (own_ratio, POST (0)->quota_ratio = kp_fraction_new (3, 2))
EDIT (own_action, POST (1)->has_quota_action = TRUE; POST (1)->quota_action = KP_QUOTA_CANCEL)
EDIT (own_both, own_ratio (scheme); POST (0)->has_quota_action = TRUE; POST (0)->quota_action = KP_QUOTA_INTERVIEW_ONLY)
EDIT (exempt, POST (1)->is_quota_exempt = TRUE)
EDIT (repost, QUOTA->repost_days = 2; QUOTA->is_repost_in_workdays = TRUE)
EDIT (freed, QUOTA->freed = KP_QUOTA_FREED_TARGETED; FREED_TO ("A01"))
EDIT (freed_to_two, freed (scheme); QUOTA->freed = KP_QUOTA_FREED_CANCELLED; FREED_TO ("B01");
      QUOTA->receiver = KP_QUOTA_RECEIVER_KEEPS)
EDIT (freed_in_turn, freed_to_two (scheme); QUOTA->freed = KP_QUOTA_FREED_ALL; QUOTA->freed_how = KP_MOVE_IN_TURN;
      QUOTA->receiver = KP_QUOTA_RECEIVER_TAKES_WHAT_FITS)
EDIT (freed_in_street, freed_to_two (scheme); QUOTA->freed_how = KP_MOVE_SAME_STREET)
EDIT (leftover, scheme->leftover.at = KP_LEFTOVER_AT_SHORTLIST; LEFTOVER_TO ("A01"))
EDIT (leftover_of_all, leftover (scheme); scheme->leftover.at = KP_LEFTOVER_AT_INTERVIEW; LEFTOVER_TO ("B01");
      scheme->leftover.from = KP_LEFTOVER_FROM_ALL; scheme->leftover.how = KP_MOVE_IN_TURN)
EDIT (leftover_decided, leftover (scheme); LEFTOVER_TO ("B01"); scheme->leftover.how = KP_MOVE_DECIDED)
EDIT (leftover_alone, leftover (scheme); QUOTA->applies = FALSE)
EDIT (turnout, scheme->turnout[0].applies = TRUE; scheme->turnout[0].ratio = kp_fraction_new (3, 1);
      scheme->turnout[1].applies = TRUE; scheme->turnout[1].ratio = kp_fraction_new (3, 2);
      scheme->turnout[1].action = KP_QUOTA_CANCEL)
EDIT (turnout_alone, turnout (scheme); QUOTA->applies = FALSE)

static const WordCase cases[] = {
  { "usual", usual,
    "各岗位资格审查合格人数与招聘人数之比不低于3∶1方可开考。达不到的，按合格人数除以比例取整核减招聘人数；核减后为0的，取消该岗位。" },
  { "registered", registered, "各岗位报名人数与招聘人数之比不低于3∶1方可开考。达不到的，按报名人数除以比例取整" },
  { "paid", paid, "各岗位缴费确认人数与招聘人数之比不低于3∶1方可开考。达不到的，取消该岗位。" },
  { "street", by_street,
    "每个街道（乡镇）各岗位合计的资格审查合格人数与招聘人数之比不低于3∶1方可开考。达不到的，按合格人数除以比例取整核减招聘人数，"
    "核减后不少于1名，各岗位核减的人数由领导小组决定。" },
  { "campaign", by_campaign, "全部岗位合计的资格审查合格人数与招聘人数之比不低于3∶1方可开考。达不到的，由领导小组决定核减、取消或者保留" },
  { "rounding", rounded, "按合格人数除以比例四舍五入核减招聘人数" },
  { "keep", kept, "达不到的，保留招聘计划。" },
  { "interview-only", interview_only, "低于3∶1的，不再组织笔试，直接面试。" },
  { "interview-only-total", interview_only, "因达不到开考比例而直接面试的岗位，综合成绩按“综合成绩”的办法计算。" },
  { "tiers", tiers, "低于3∶1的，不再组织笔试，直接面试。\n各岗位资格审查合格人数与招聘人数之比低于2∶1的，按合格人数除以比例取整核减招聘人数" },
  { "tiers-together", tiers, "同时低于几个比例的，从低到高一并处理" },
  { "own-ratio", own_ratio, "A01岗位的开考比例为1.5∶1。" },
  { "own-action", own_action, "B01岗位达不到的，取消该岗位。" },
  { "own-both", own_both, "A01岗位的开考比例为1.5∶1；达不到的，不再组织笔试，直接面试。" },
  { "exempt", exempt, "B01岗位不受开考比例限制。" },
  { "repost", repost, "可在2个工作日内改报" },
  { "freed", freed, "定向岗位被核减、取消的招聘人数，调剂到A01岗位。调入后达不到开考比例的，由领导小组决定是否调入。" },
  { "freed-to-two", freed_to_two,
    "被取消岗位的招聘人数，按A01、B01岗位的顺序，调剂到其中可以接收的第一个岗位。调入后达不到开考比例的，不再核减。" },
  { "freed-in-turn", freed_in_turn,
    "被核减、取消的招聘人数，按A01、B01岗位的顺序逐名轮流调剂。调入的人数以达到开考比例为限。" },
  { "freed-in-street", freed_in_street, "调剂到同一街道（乡镇）的岗位，可以接收的岗位为A01、B01。" },
  { "leftover", leftover, "确定面试人选时，定向岗位仍有空缺的招聘人数，调剂到A01岗位。" },
  { "leftover-of-all", leftover_of_all, "面试结束后，各岗位仍有空缺的招聘人数，按A01、B01岗位的顺序逐名轮流调剂。" },
  { "turnout", turnout,
    "实际参加笔试的人数与招聘人数之比低于3∶1的，按实际参加笔试人数除以比例取整核减招聘人数；核减后为0的，取消该岗位。\n"
    "实际参加面试的人数与招聘人数之比低于1.5∶1的，取消该岗位。" },
  { "turnout-alone", turnout_alone, "、到考人数\n实际参加笔试的人数" },
  { "leftover-decided", leftover_decided, "由招聘工作领导小组研究决定是否调剂、调剂多少，可以接收的岗位为A01、B01。" },
  { "leftover-alone", leftover_alone, "、招聘人数的调剂\n确定面试人选时" },
};

static void
test_sentence (gconstpointer data)
{
  const WordCase      *c = data;
  g_autoptr (KpScheme) scheme = make_scheme ();
  g_autofree gchar    *notice = NULL;

  c->edit (scheme);
  notice = dup_notice (scheme);
  if (strstr (notice, c->sentence) == NULL)
    g_test_message ("%s", notice);
  g_assert_nonnull (strstr (notice, c->sentence));
}

/* A rule that isn't there leaves no sentence. */
static void
test_silence (void)
{
  g_autoptr (KpScheme) scheme = make_scheme ();
  g_autofree gchar    *notice = dup_notice (scheme);

  g_assert_null (strstr (notice, "调剂到"));
  g_assert_null (strstr (notice, "改报"));
  g_assert_null (strstr (notice, "空缺"));
  g_assert_null (strstr (notice, "加分："));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/scheme-explain/places/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_sentence);
    }
  g_test_add_func ("/rules/scheme-explain/places/silence", test_silence);

  return g_test_run ();
}
