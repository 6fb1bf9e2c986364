/* kp-recusal.c – relations for which people must stay away from one another (回避).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-recusal.h"

#include <string.h>

#include "kp-normal.h"

typedef struct
{
  const char *name;
  const char *chinese;
  const char *const *words; /* ends with NULL */
} Kind;

static const char *const spouse_words[] = { "夫妻", "夫妻关系", "配偶", "丈夫", "妻子", NULL };
static const char *const lineal_words[]
    = { "直系血亲", "直系血亲关系", "祖父母", "祖父", "祖母", "外祖父母", "外祖父", "外祖母", "父母", "父亲", "母亲",
        "父子", "父女", "母子", "母女", "子女", "儿子", "女儿", "孙子女", "孙子", "孙女", "外孙子女", "外孙", "外孙女", NULL };
static const char *const collateral_words[]
    = { "三代以内旁系血亲", "三代以内旁系血亲关系", "旁系血亲", "伯叔姑舅姨", "叔伯姑舅姨", "伯父", "叔父", "姑母", "舅父", "姨母",
        "叔叔", "伯伯", "姑姑", "舅舅", "姨妈", "兄弟姐妹", "兄弟", "姐妹", "兄妹", "姐弟", "哥哥", "弟弟", "姐姐", "妹妹",
        "堂兄弟姐妹", "表兄弟姐妹", "堂兄弟", "堂姐妹", "堂兄妹", "堂姐弟", "表兄弟", "表姐妹", "表兄妹", "表姐弟", "侄子女",
        "侄子", "侄女", "甥子女", "外甥", "外甥女", NULL };
static const char *const affinal_words[]
    = { "近姻亲", "近姻亲关系", "姻亲", "配偶的父母", "岳父", "岳母", "公公", "婆婆", "配偶的兄弟姐妹", "配偶的兄弟姐妹及其配偶",
        "儿媳", "女婿", "子女的配偶", "子女配偶的父母", "亲家", "三代以内旁系血亲的配偶", "姐夫", "妹夫", "嫂子", "弟媳", NULL };
static const char *const adoptive_words[]
    = { "养父母子女", "继父母子女", "养父母", "养子女", "继父母", "继子女", "养父", "养母", "继父", "继母", NULL };
static const char *const teacher_words[] = { "师生", "师生关系", "老师", "学生", "导师", NULL };
static const char *const unit_words[] = { "同一单位", "同单位", "同事", "同事关系", NULL };
static const char *const other_words[] = { "其他", "其它", "其他关系", NULL };

static const Kind kinds[KP_N_RECUSAL_KINDS] = {
  [KP_RECUSAL_SPOUSE] = { "spouse", "夫妻", spouse_words },
  [KP_RECUSAL_LINEAL] = { "lineal", "直系血亲", lineal_words },
  [KP_RECUSAL_COLLATERAL] = { "collateral", "三代以内旁系血亲", collateral_words },
  [KP_RECUSAL_AFFINAL] = { "affinal", "近姻亲", affinal_words },
  [KP_RECUSAL_ADOPTIVE] = { "adoptive", "养父母子女、继父母子女", adoptive_words },
  [KP_RECUSAL_TEACHER] = { "teacher", "师生", teacher_words },
  [KP_RECUSAL_UNIT] = { "unit", "同一单位", unit_words },
  [KP_RECUSAL_OTHER] = { "other", "其他", other_words },
};

/** kp_recusal_kind_get_name: the stable name in the record. */
const char *
kp_recusal_kind_get_name (KpRecusalKind kind)
{
  return kinds[kind].name;
}

/** kp_recusal_kind_get_chinese: as a notice calls the relation. */
const char *
kp_recusal_kind_get_chinese (KpRecusalKind kind)
{
  return kinds[kind].chinese;
}

/** kp_recusal_kind_from_name: reads a stable name; FALSE when there is none like it. */
gboolean
kp_recusal_kind_from_name (const char *name,
                           KpRecusalKind *out)
{
  for (guint i = 0; i < KP_N_RECUSAL_KINDS; i++)
    {
      if (!g_str_equal (name, kinds[i].name))
        continue;
      *out = (KpRecusalKind) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * kp_recusal_kind_is_kin:
 * @kind: a relation
 *
 * Returns: whether it is kinship, which keeps staff out of every part of the exam and not only out of one room
 */
gboolean
kp_recusal_kind_is_kin (KpRecusalKind kind)
{
  return kind <= KP_RECUSAL_ADOPTIVE;
}

static gboolean
has_word (const Kind *kind,
          const char *word)
{
  for (guint i = 0; kind->words[i] != NULL; i++)
    {
      if (g_str_equal (kind->words[i], word))
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_recusal_parse_relation:
 * @word: the relation as it was declared: 表兄妹, 师生, 其他:邻居
 * @out: (out): its kind
 *
 * Returns: %FALSE when nobody can tell what is meant; “其他” with a word behind it is always understood
 */
gboolean
kp_recusal_parse_relation (const char *word,
                           KpRecusalKind *out)
{
  g_autofree char *compact = kp_normal_compact (word);

  for (guint i = 0; i < KP_N_RECUSAL_KINDS; i++)
    {
      if (!has_word (&kinds[i], compact))
        continue;
      *out = (KpRecusalKind) i;
      return TRUE;
    }
  *out = KP_RECUSAL_OTHER;
  return g_str_has_prefix (compact, "其他") || g_str_has_prefix (compact, "其它");
}

/**
 * kp_recusal_is_same_unit:
 * @unit: (nullable): where an examiner works
 * @employer: (nullable): where a candidate works
 *
 * Returns: whether both are the same unit, written with or without blanks; nobody is colleague of one without a unit
 */
gboolean
kp_recusal_is_same_unit (const char *unit,
                         const char *employer)
{
  g_autofree char *first = kp_normal_compact (unit != NULL ? unit : "");
  g_autofree char *second = kp_normal_compact (employer != NULL ? employer : "");

  return *first != '\0' && g_str_equal (first, second);
}
