/* test-lists.c – names of lists, and how names of people are masked on them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-lists-direct.h"
#include "kp-lists.h"
#include "kp-press-leak.h"
#include "kp-press.h"

static const struct
{
  const char *path;
  const char *name;
  const char *masked;
} names[] = {
  { "/app/lists/mask/two-characters", "张三", "张*" },
  { "/app/lists/mask/three-characters", "张三丰", "张**" },
  { "/app/lists/mask/double-surname", "欧阳修文", "欧阳**" },
  { "/app/lists/mask/double-surname-and-one", "司马光", "司马*" },
  { "/app/lists/mask/two-characters-like-a-double-surname", "东方", "东*" },
  { "/app/lists/mask/dotted", "阿依古丽·买买提", "阿***·***" },
  { "/app/lists/mask/long-and-dotted", "迪丽热巴·阿卜杜热西提·古丽孜巴", "迪***" },
  { "/app/lists/mask/beyond-the-basic-plane", "𠮷𤭢", "𠮷*" },
  { "/app/lists/mask/one-character", "李", "李" },
  { "/app/lists/mask/empty", "", "" },
};

static void
test_mask (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *masked = kp_lists_mask_name (names[i].name);

  g_assert_cmpstr (masked, ==, names[i].masked);
}

static void
test_list_names_are_read_back (void)
{
  for (guint i = 0; i < KP_LISTS_N; i++)
    {
      KpListName list = KP_LISTS_N;

      g_assert_true (kp_lists_parse (kp_lists_get_name ((KpListName) i), &list));
      g_assert_cmpuint (list, ==, i);
      g_assert_true (kp_lists_parse (kp_lists_get_chinese ((KpListName) i), &list));
      g_assert_cmpuint (list, ==, i);
    }
}

static void
test_form_names_are_read_back (void)
{
  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      KpPressForm form = KP_PRESS_N_FORMS;
      g_autofree char *file = kp_press_form_dup_file_name ((KpPressForm) i);

      g_assert_true (kp_press_form_parse (kp_press_form_get_name ((KpPressForm) i), &form));
      g_assert_cmpuint (form, ==, i);
      g_assert_true (kp_press_form_parse (kp_press_form_get_chinese ((KpPressForm) i), &form));
      g_assert_cmpuint (form, ==, i);
      g_assert_true (g_str_has_suffix (file, ".pdf"));
    }
}

/* 免试 stands where a mark would: nobody reads an empty cell as a mark that is missing. */
static void
test_hired_without_exam (void)
{
  KpTotalRecord total = { .outcome = "direct", .total = KP_NO_INT, .place = 1 };

  g_assert_cmpstr (kp_lists_format_total_mark (NULL, &total, total.total), ==, "免试");
  g_assert_null (kp_lists_format_total_place (NULL, &total));
  g_assert_cmpstr (kp_lists_get_total_remark (&total), ==, "免试直接聘用");
  total.place = KP_NO_INT;
  g_assert_cmpstr (kp_lists_get_total_remark (&total), ==, "未列为免试直接聘用人选");
  total.is_undecided = 1;
  g_assert_cmpstr (kp_lists_get_total_remark (&total), ==, "免试直接聘用人选待研究决定");
  total.outcome = "ranked";
  g_assert_cmpstr (kp_lists_get_total_remark (&total), ==, "并列待定");
}

static void
test_unknown_names_are_refused (void)
{
  KpListName list;
  KpPressForm form;

  g_assert_false (kp_lists_parse ("ticket", &list));
  g_assert_false (kp_press_form_parse ("准考", &form));
}

typedef struct
{
  const char *name;
  const char *title;  /* of the column */
  const char *remark; /* of the second row */
  gboolean is_leak;
} LeakCase;

static const LeakCase leak_cases[] = {
  { "clean", "备注", "缺考", FALSE },
  { "id-number", "备注", "身份证号11010519491231002X", TRUE },
  { "mobile", "备注", "电话13912345678", TRUE },
  { "masked", "备注", "1101**********002X", FALSE },
  { "ticket-like-a-mobile", "准考证号", "13912345678", FALSE },
};

/* The sentence says where it is, and never what. */
static void
test_leak (gconstpointer data)
{
  const LeakCase *c = data;
  const KpListColumn columns[] = { { "ticket", "编号", 0, KP_LIST_TEXT }, { "remark", c->title, 0, KP_LIST_TEXT } };
  g_autoptr (KpList) list = kp_list_new ("某县招聘", NULL, columns, G_N_ELEMENTS (columns));
  g_autoptr (GError) error = NULL;

  kp_list_add_row (list, (const char *const[]){ "1", "" });
  kp_list_add_row (list, (const char *const[]){ "2", c->remark });
  g_assert_true (kp_press_check_leaks (list, "笔试成绩公告", &error) == !c->is_leak);
  if (!c->is_leak)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_LEAK);
  g_assert_nonnull (strstr (error->message, "笔试成绩公告"));
  g_assert_nonnull (strstr (error->message, "row 2"));
  g_assert_null (strstr (error->message, "13912345678"));
  g_assert_null (strstr (error->message, "11010519491231002X"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_test_add_data_func (names[i].path, GUINT_TO_POINTER (i), test_mask);
  for (guint i = 0; i < G_N_ELEMENTS (leak_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/app/lists/leak/", leak_cases[i].name, NULL);

      g_test_add_data_func (path, &leak_cases[i], test_leak);
    }
  g_test_add_func ("/app/lists/names-are-read-back", test_list_names_are_read_back);
  g_test_add_func ("/app/press/names-are-read-back", test_form_names_are_read_back);
  g_test_add_func ("/app/lists/hired-without-exam", test_hired_without_exam);
  g_test_add_func ("/app/press/unknown-names-are-refused", test_unknown_names_are_refused);
  return g_test_run ();
}
