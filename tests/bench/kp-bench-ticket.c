/* kp-bench-ticket.c – invented tickets that two ways of drawing share, mark for mark.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-bench-ticket.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "kp-test.h"

#define N_PHOTOS 100
#define PHOTO_WIDTH 240
#define PHOTO_HEIGHT 320
#define N_LABELS 6

static const char *const rules[] = {
  "一、考生须持准考证和有效居民身份证原件，提前30分钟到达考点。",
  "二、开考30分钟后不得入场；考试期间不得提前交卷、退场。",
  "三、严禁携带手机、智能手表等电子设备进入考场座位，违者按违纪处理。",
  "四、作答须使用黑色签字笔和2B铅笔，姓名、准考证号必须填写清楚。",
  "五、遵守考场规则，服从监考人员管理，诚信参考，违规者取消成绩。",
  "六、请保管好本准考证，面试、体检等环节均须出示。",
};

/* Big soft squares with a little noise: about what a face of this size takes. */
static GBytes *
new_photo (KpTestDice *dice)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, PHOTO_WIDTH, PHOTO_HEIGHT);
  guchar *dots = gdk_pixbuf_get_pixels (pixbuf);
  const int stride = gdk_pixbuf_get_rowstride (pixbuf);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  gsize n = 0;
  guint8 shades[16 * 12];

  for (guint i = 0; i < G_N_ELEMENTS (shades); i++)
    shades[i] = (guint8) (60 + kp_test_dice_below (dice, 150));
  for (int y = 0; y < PHOTO_HEIGHT; y++)
    for (int x = 0; x < PHOTO_WIDTH * 3; x++)
      dots[y * stride + x] = (guint8) (shades[y / 20 * 12 + x / 60] + kp_test_dice_below (dice, 14));
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &n, "jpeg", &error, "quality", "54", NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, n);
}

/** kp_bench_new_photos: a hundred photos, the same at each call. (transfer full) */
GPtrArray *
kp_bench_new_photos (void)
{
  GPtrArray *photos = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  KpTestDice dice = { 20261128 };

  for (guint i = 0; i < N_PHOTOS; i++)
    g_ptr_array_add (photos, new_photo (&dice));
  return photos;
}

static void G_GNUC_PRINTF (5, 6)
set_text (KpBenchText *text, float size, float x, float y, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  text->size = size;
  text->x = x;
  text->y = y;
  g_vsnprintf (text->text, sizeof text->text, format, arguments);
  va_end (arguments);
}

/** kp_bench_make_ticket: ticket INDEX; names of some 2,500 different characters. */
void
kp_bench_make_ticket (KpBenchTicket *ticket, guint index, GPtrArray *photos)
{
  static const char *const surnames[] = { "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳", "古丽·" };
  const guint32 hash = index * 2654435761U;
  char given[14] = { 0 };
  int n = g_unichar_to_utf8 (0x4E00 + (hash >> 8) % 1250 * 16, given);
  KpBenchText *texts = ticket->texts;

  if (index % 3 != 0)
    g_unichar_to_utf8 (0x4E07 + (hash >> 20) % 1250 * 16, given + n);
  set_text (&texts[0], 15, 90, 36, "2026年度公开招聘社区工作者准考证");
  set_text (&texts[1], 11, 26, 62, "姓　　名：%s%s", surnames[hash % G_N_ELEMENTS (surnames)], given);
  set_text (&texts[2], 11, 26, 80, "身份证号：11010119%02u%02u%02u%04u", 80 + index % 20, 1 + index % 12, 1 + index % 28,
            index % 10000);
  set_text (&texts[3], 11, 26, 98, "报考岗位：第%u街道%s岗位", 1 + index % 9, index % 2 != 0 ? "综合" : "网格");
  set_text (&texts[4], 11, 26, 116, "考　　场：第%03u考场", 1 + index / 30);
  set_text (&texts[5], 11, 26, 134, "座 位 号：%02u", 1 + index % 30);
  set_text (&texts[6], 11, 26, 152, "准考证号：2026%07u", index + 1);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    set_text (&texts[7 + i], 8, 26, 194.0F + 15.0F * (float) i, "%s", rules[i]);
  g_snprintf (ticket->qr, sizeof ticket->qr, "kaopin:ticket:2026%07u:%06x", index + 1, hash >> 8);
  ticket->photo = g_ptr_array_index (photos, index % photos->len);
}
