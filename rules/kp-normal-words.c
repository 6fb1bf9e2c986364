/* kp-normal-words.c – the standard words of sex, ethnic group, party, education and certificates.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each function answers with a constant, "" when the text says "none", and NULL when the text isn't
 * understood. */

#include "kp-normal.h"

#include <string.h>

typedef struct
{
  const char *typed;
  const char *word;
} Synonym;

/* GB/T 3304-1991 in the order of its numbers. */
static const char *const ethnic_groups[] = {
  "汉族",     "蒙古族",   "回族",       "藏族",     "维吾尔族",   "苗族",   "彝族",     "壮族",
  "布依族",   "朝鲜族",   "满族",       "侗族",     "瑶族",       "白族",   "土家族",   "哈尼族",
  "哈萨克族", "傣族",     "黎族",       "傈僳族",   "佤族",       "畲族",   "高山族",   "拉祜族",
  "水族",     "东乡族",   "纳西族",     "景颇族",   "柯尔克孜族", "土族",   "达斡尔族", "仫佬族",
  "羌族",     "布朗族",   "撒拉族",     "毛南族",   "仡佬族",     "锡伯族", "阿昌族",   "普米族",
  "塔吉克族", "怒族",     "乌孜别克族", "俄罗斯族", "鄂温克族",   "德昂族", "保安族",   "裕固族",
  "京族",     "塔塔尔族", "独龙族",     "鄂伦春族", "赫哲族",     "门巴族", "珞巴族",   "基诺族",
};

static const Synonym old_ethnic_names[] = {
  { "毛难族", "毛南族" },
  { "崩龙族", "德昂族" },
};

/* GB/T 4762-1984. */
static const Synonym parties[] = {
  { "中共党员", "中共党员" },
  { "党员", "中共党员" },
  { "共产党员", "中共党员" },
  { "中国共产党党员", "中共党员" },
  { "中国共产党员", "中共党员" },
  { "中共正式党员", "中共党员" },
  { "正式党员", "中共党员" },
  { "中共党员(正式)", "中共党员" },
  { "中共", "中共党员" },
  { "中共预备党员", "中共预备党员" },
  { "预备党员", "中共预备党员" },
  { "中国共产党预备党员", "中共预备党员" },
  { "中共党员(预备)", "中共预备党员" },
  { "中共党员(含预备党员)", NULL },
  { "共青团员", "共青团员" },
  { "团员", "共青团员" },
  { "共青团", "共青团员" },
  { "中国共青团员", "共青团员" },
  { "中国共产主义青年团团员", "共青团员" },
  { "民革", "民革党员" },
  { "民革党员", "民革党员" },
  { "民革会员", "民革党员" },
  { "民盟", "民盟盟员" },
  { "民盟盟员", "民盟盟员" },
  { "民盟会员", "民盟盟员" },
  { "民建", "民建会员" },
  { "民建会员", "民建会员" },
  { "民进", "民进会员" },
  { "民进会员", "民进会员" },
  { "农工党", "农工党党员" },
  { "农工党员", "农工党党员" },
  { "农工党党员", "农工党党员" },
  { "致公党", "致公党党员" },
  { "致公党员", "致公党党员" },
  { "致公党党员", "致公党党员" },
  { "九三学社", "九三学社社员" },
  { "九三学社社员", "九三学社社员" },
  { "九三社员", "九三学社社员" },
  { "台盟", "台盟盟员" },
  { "台盟盟员", "台盟盟员" },
  { "无党派", "无党派人士" },
  { "无党派人士", "无党派人士" },
  { "无党派民主人士", "无党派人士" },
  { "群众", "群众" },
  { "普通群众", "群众" },
  { "普通公民", "群众" },
  { "公民", "群众" },
};

/* GB/T 4658-2006 in the levels that notices use; the first word found counts, so the higher stand before the
   lower, and 专升本 before 专科. 结业, 肄业 and 在读 aren't graduation and are left as typed. */
static const Synonym educations[] = {
  { "研究生班", NULL },     { "博士", "博士" },     { "硕士", "硕士" },     { "研究生", "硕士" },
  { "专升本", "本科" },     { "专接本", "本科" },   { "专插本", "本科" },   { "专转本", "本科" },
  { "本科", "本科" },       { "学士", "本科" },     { "大本", "本科" },     { "一本", "本科" },
  { "二本", "本科" },       { "三本", "本科" },     { "大专", "大专" },     { "大学专科", "大专" },
  { "高等专科", "大专" },   { "高职", "大专" },     { "高等职业", "大专" }, { "高专", "大专" },
  { "大学普通班", "大专" }, { "中等专", "中专" },   { "中专", "中专" },     { "中技", "中专" },
  { "技校", "中专" },       { "技工学校", "中专" }, { "职高", "中专" },     { "职业高中", "中专" },
  { "中职", "中专" },       { "中等职业", "中专" }, { "中等技", "中专" },   { "专科", "大专" },
  { "高中", "高中" },       { "高级中学", "高中" }, { "初中", "初中" },     { "小学", "小学" },
  { "大学", "本科" },
};

static const Synonym degrees[] = {
  { "博士", "博士" },
  { "硕士", "硕士" },
  { "学士", "学士" },
};

/* 社会工作者职业资格: the grade is sometimes the only thing written. */
static const Synonym certificates[] = {
  { "高级社会工作师", "高级社会工作师" },   { "高级社工师", "高级社会工作师" },
  { "助理社会工作师", "助理社会工作师" },   { "助理社工师", "助理社会工作师" },
  { "初级社会工作", "助理社会工作师" },     { "初级社工", "助理社会工作师" },
  { "中级社会工作", "社会工作师" },         { "中级社工", "社会工作师" },
  { "社会工作师(初级)", "助理社会工作师" }, { "社工师(初级)", "助理社会工作师" },
  { "社会工作师(高级)", "高级社会工作师" }, { "社工师(高级)", "高级社会工作师" },
  { "社会工作师", "社会工作师" },           { "社工师", "社会工作师" },
};

static const Synonym certificate_grades[] = {
  { "高级", "高级社会工作师" },         { "中级", "社会工作师" },
  { "初级", "助理社会工作师" },         { "助理", "助理社会工作师" },
  { "社工证(高级)", "高级社会工作师" }, { "社工证(中级)", "社会工作师" },
  { "社工证(初级)", "助理社会工作师" }, { "社会工作者(高级)", "高级社会工作师" },
  { "社会工作者(中级)", "社会工作师" }, { "社会工作者(初级)", "助理社会工作师" },
  { "高级社工证", "高级社会工作师" },   { "中级社工证", "社会工作师" },
  { "初级社工证", "助理社会工作师" },
};

static const char *const words_for_none[] = { "无", "否", "没有", "暂无", "未取得", "未考取", "/", "\\",
                                              "-",  "--", "—",    "——",   "0",      "N",      "NO" };
static const char *const words_for_yes[] = { "是",       "有",       "Y",        "YES",  "√",    "✓",
                                             "✔",        "☑",        "对",       "1",    "TRUE", "T",
                                             "退役军人", "退伍军人", "退役士兵", "在岗", "是的", "属于",
                                             "符合",     "V",        "●",        "■" };
static const char *const words_for_no[] = { "否", "无",   "不是", "非",  "没有",  "N",  "NO",     "×",
                                            "✗",  "✘",    "X",    "0",   "FALSE", "F",  "/",      "\\",
                                            "-",  "--",   "—",    "——",  "未",    "不", "不属于", "不符合",
                                            "空", "NONE", "NULL", "N/A", "╳",     "✕",  "✖" };
static const char *const words_for_male[] = { "男", "男性", "M", "MALE", "1" };
static const char *const words_for_female[] = { "女", "女性", "F", "FEMALE", "2" };

static gboolean
is_one_of (const char *text, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strcmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

#define IS_ONE_OF(text, words) is_one_of (text, words, G_N_ELEMENTS (words))

static const char *
find_equal (const char *text, const Synonym *synonyms, gsize n_synonyms)
{
  for (gsize i = 0; i < n_synonyms; i++)
    if (strcmp (text, synonyms[i].typed) == 0)
      return synonyms[i].word;
  return NULL;
}

static const char *
find_within (const char *text, const Synonym *synonyms, gsize n_synonyms)
{
  for (gsize i = 0; i < n_synonyms; i++)
    if (strstr (text, synonyms[i].typed) != NULL)
      return synonyms[i].word;
  return NULL;
}

/**
 * kp_normal_sex:
 * @typed: UTF-8
 *
 * Returns: the sex, %KP_SEX_UNKNOWN when nothing or nothing understood was typed
 */
KpSex
kp_normal_sex (const char *typed)
{
  g_autofree char *text = kp_normal_compact (typed);

  if (IS_ONE_OF (text, words_for_male))
    return KP_SEX_MALE;
  if (IS_ONE_OF (text, words_for_female))
    return KP_SEX_FEMALE;
  if (strstr (text, "男") != NULL)
    return strstr (text, "女") != NULL ? KP_SEX_UNKNOWN : KP_SEX_MALE;
  return strstr (text, "女") != NULL ? KP_SEX_FEMALE : KP_SEX_UNKNOWN;
}

/**
 * kp_normal_ethnic:
 * @typed: UTF-8, with or without 族
 *
 * Returns: (nullable) (transfer none): the name of GB/T 3304 with 族; NULL when it isn't one of the 56
 */
const char *
kp_normal_ethnic (const char *typed)
{
  g_autofree char *text = kp_normal_compact (typed);
  g_autofree char *name = g_str_has_suffix (text, "族") ? g_strdup (text) : g_strconcat (text, "族", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (ethnic_groups); i++)
    if (strcmp (name, ethnic_groups[i]) == 0)
      return ethnic_groups[i];
  return find_equal (name, old_ethnic_names, G_N_ELEMENTS (old_ethnic_names));
}

/**
 * kp_normal_political:
 * @typed: UTF-8
 *
 * Returns: (nullable) (transfer none): the word of GB/T 4762, NULL when not understood
 */
const char *
kp_normal_political (const char *typed)
{
  g_autofree char *text = kp_normal_compact (typed);

  return find_equal (text, parties, G_N_ELEMENTS (parties));
}

/**
 * kp_normal_education:
 * @typed: UTF-8, such as 全日制本科, 大学专科, 研究生
 *
 * Returns: (nullable) (transfer none): 小学 初中 高中 中专 大专 本科 硕士 博士; NULL when not understood or
 * not graduated
 */
const char *
kp_normal_education (const char *typed)
{
  g_autofree char *text = kp_normal_compact (typed);

  if (strstr (text, "结业") != NULL || strstr (text, "肄业") != NULL || strstr (text, "在读") != NULL)
    return NULL;
  return find_within (text, educations, G_N_ELEMENTS (educations));
}

/**
 * kp_normal_degree:
 * @typed: UTF-8
 *
 * Returns: (nullable) (transfer none): 学士 硕士 博士, "" for none, NULL when not understood
 */
const char *
kp_normal_degree (const char *typed)
{
  g_autofree char *text = kp_normal_compact (typed);

  if (*text == '\0' || IS_ONE_OF (text, words_for_none))
    return "";
  return find_within (text, degrees, G_N_ELEMENTS (degrees));
}

/**
 * kp_normal_certificate:
 * @typed: UTF-8, such as 初级, 中级社工师, 社会工作师(中级)
 *
 * Returns: (nullable) (transfer none): 助理社会工作师, 社会工作师 or 高级社会工作师; "" for none; NULL when
 * not understood
 */
const char *
kp_normal_certificate (const char *typed)
{
  g_autofree char *text = kp_normal_compact (typed);
  const char *word;

  if (*text == '\0' || IS_ONE_OF (text, words_for_none))
    return "";
  word = find_equal (text, certificate_grades, G_N_ELEMENTS (certificate_grades));
  return word != NULL ? word : find_within (text, certificates, G_N_ELEMENTS (certificates));
}

/* The words and boxes of a form in short: Y, N, M for a mark, B for an empty box; NULL when more is said. */
static char *
dup_boxes (const char *text)
{
  static const char *const kinds[] = { "Y是有属", "N否无", "M√✓✔☑■●▣", "B□☐○" };
  g_autoptr (GString) boxes = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (c >= 0x80 && g_utf8_strchr (kinds[i], -1, c) != NULL)
          g_string_append_c (boxes, kinds[i][0]);
      if (g_unichar_isalnum (c) && (boxes->len == 0 || g_utf8_strchr ("是有属否无", -1, c) == NULL))
        return NULL;
    }
  return g_strdup (boxes->str);
}

/* ☑是□否, 是√ 否: the mark stands before its word or behind it, the same way throughout. */
static KpAnswer
read_boxes (const char *text)
{
  g_autofree char *boxes = dup_boxes (text);
  gboolean is_before, is_yes = FALSE, is_no = FALSE;

  if (boxes == NULL || strpbrk (boxes, "MB") == NULL)
    return KP_ANSWER_UNREADABLE;
  is_before = boxes[0] == 'M' || boxes[0] == 'B';
  for (guint i = 0; boxes[i] != '\0'; i++)
    {
      const gboolean is_marked = is_before ? i > 0 && boxes[i - 1] == 'M' : boxes[i + 1] == 'M';

      is_yes = is_yes || (boxes[i] == 'Y' && is_marked);
      is_no = is_no || (boxes[i] == 'N' && is_marked);
    }
  if (is_yes && is_no)
    return KP_ANSWER_UNREADABLE;
  return is_yes ? KP_ANSWER_YES : is_no ? KP_ANSWER_NO : KP_ANSWER_NONE;
}

/**
 * kp_normal_answer:
 * @typed: UTF-8
 *
 * Returns: what a yes-or-no column says, in a word or by a marked box; a remark in brackets behind 是 or 否
 * is overlooked
 */
KpAnswer
kp_normal_answer (const char *typed)
{
  g_autofree char *text = kp_normal_compact (typed);
  char *bracket = strchr (text, '(');

  if (bracket != NULL && bracket != text)
    *bracket = '\0';
  if (*text == '\0')
    return KP_ANSWER_NONE;
  if (IS_ONE_OF (text, words_for_yes))
    return KP_ANSWER_YES;
  return IS_ONE_OF (text, words_for_no) ? KP_ANSWER_NO : read_boxes (text);
}

/**
 * kp_normal_list_words:
 * @list: whose words
 *
 * Returns: (transfer none) (array zero-terminated=1): the standard words, those asked for most often first
 */
const char *const *
kp_normal_list_words (KpNormalList list)
{
  static const char *const education[] = { "本科", "大专", "硕士", "博士", "中专", "高中", "初中", NULL };
  static const char *const degree[] = { "学士", "硕士", "博士", NULL };
  static const char *const party[] = { "群众",       "中共党员",   "中共预备党员",   "共青团员",   "民革党员", "民盟盟员",   "民建会员",
                                       "民进会员", "农工党党员", "致公党党员", "九三学社社员", "台盟盟员", "无党派人士", NULL };
  static const char *const certificate[] = { "助理社会工作师", "社会工作师", "高级社会工作师", NULL };
  static const char *const answer[] = { "是", "否", NULL };
  static const char *const *const lists[KP_NORMAL_N_LISTS] = {
    [KP_NORMAL_EDUCATIONS] = education,       [KP_NORMAL_DEGREES] = degree, [KP_NORMAL_PARTIES] = party,
    [KP_NORMAL_CERTIFICATES] = certificate, [KP_NORMAL_ANSWERS] = answer,
  };

  g_return_val_if_fail (list < KP_NORMAL_N_LISTS, NULL);

  return lists[list];
}
