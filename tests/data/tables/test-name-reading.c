/* test-name-reading.c – surnames are read as people of that name read them; names sort as official lists do.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-name-reading.h"

typedef struct
{
  const char *path;
  const char *name;
  const char *pinyin;
} Reading;

static const Reading readings[] = {
  { "plain", "张伟", "zhang1 wei3 " },          { "zeng", "曾国藩", "zeng1 guo2 fan1 " },
  { "shan", "单雄信", "shan4 xiong2 xin4 " },   { "chanyu", "单于夜", "chan2 yu2 ye4 " },
  { "qiu", "仇英", "qiu2 ying1 " },             { "xie", "解缙", "xie4 jin4 " },
  { "zha", "查良镛", "zha1 liang2 yong1 " },    { "ren", "任我行", "ren2 wo3 xing2 " },
  { "ge", "盖聂", "ge3 nie4 " },                { "ou", "区寄", "ou1 ji4 " },
  { "piao", "朴正", "piao2 zheng4 " },          { "miao", "缪斯", "miao4 si1 " },
  { "ouyang", "欧阳修", "ou1 yang2 xiu1 " },    { "moqi", "万俟卨", "mo4 qi2 xie4 " },
  { "zhangsun", "长孙无忌", "zhang3 sun1 wu2 ji4 " },
  { "lv", "吕布", "lv3 bu4 " },                 { "given-polyphone", "张曾", "zhang1 ceng2 " },
  { "latin", "Li", "l0 i0 " },                  { "rare", "𠮷", "𠮷 " },
  { "nothing", "", "" },
};

static void
test_reading (gconstpointer data)
{
  const Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpNameReader) reader = kp_name_reader_new (&error);
  g_autofree char *pinyin = NULL;

  g_assert_no_error (error);
  pinyin = kp_name_reader_dup_pinyin (reader, reading->name);
  g_assert_cmpstr (pinyin, ==, reading->pinyin);
}

typedef struct
{
  const char *typed;
  gboolean is_typed;
} Typing;

static const Typing typings[] = {
  { "zw", TRUE },        { "zhangw", TRUE }, { "zhangwei", TRUE },  { "wei", TRUE }, { "zwei", TRUE },
  { "zhangweizhong", TRUE }, { "zwz", TRUE }, { "wz", TRUE },       { "ang", FALSE }, { "zz", FALSE },
  { "zhangweizhongx", FALSE }, { "w1", FALSE },
};

static void
test_typing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typings); i++)
    g_assert_cmpint (kp_pinyin_is_typed ("zhang1 wei3 zhong4 ", typings[i].typed), ==, typings[i].is_typed);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* 2, 3, 4, 7, 8, 11 strokes. */
static void
test_strokes (void)
{
  static const char *const names[] = { "丁一", "万全", "王伟", "李强", "周平", "曹操" };
  g_autoptr (KpNameReader) reader = kp_name_reader_new (NULL);

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *before = kp_name_reader_dup_stroke_key (reader, names[i - 1]);
      g_autofree char *after = kp_name_reader_dup_stroke_key (reader, names[i]);

      g_assert_cmpint (compare (&before, &after), <, 0);
    }
}

/* By syllable, then by tone, then by the next character. */
static void
test_pinyin_order (void)
{
  static const char *const names[] = { "艾青", "曾伟", "查良镛", "詹天", "张安", "张伟", "仉伟" };
  g_autoptr (KpNameReader) reader = kp_name_reader_new (NULL);

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *before = kp_name_reader_dup_pinyin (reader, names[i - 1]);
      g_autofree char *after = kp_name_reader_dup_pinyin (reader, names[i]);

      g_assert_cmpstr (before, <, after);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/data/tables/name-reading/%s", readings[i].path);

      g_test_add_data_func (path, &readings[i], test_reading);
    }
  g_test_add_func ("/data/tables/name-reading/typed", test_typing);
  g_test_add_func ("/data/tables/name-reading/strokes", test_strokes);
  g_test_add_func ("/data/tables/name-reading/pinyin-order", test_pinyin_order);
  return g_test_run ();
}
