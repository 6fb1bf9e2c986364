/* kp-bench-inputs.c – a made-up campaign of any size, to be measured with.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scheme is the sample's, with as many equal posts and rooms as are asked for. Nobody in the workbook lives: names,
 * days and numbers follow from the row's number, so that each run measures the same. */
#include "kp-bench-inputs.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "kp-id-number.h"
#include "kp-list.h"

#define SCHEME "/org/kaopin/Kaopin/sample/scheme-2026.json"
#define POST "P%03u"
#define SEATS_OF_ROOM 30
#define ROOMS_OF_SITE 100
#define MAX_SITES 99

static const char *const surnames[] = { "张", "王", "李", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "欧阳", "䶮" };
static const char *const syllables[] = { "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "㛃" };

/* ---- the scheme ---- */

/* As many as the first of @array, with codes that count from 1 in so many places; the array is owned by the caller. */
static JsonArray *
make_copies (JsonArray *array, guint n, const char *prefix, int n_places)
{
  g_autofree char *text = json_to_string (json_array_get_element (array, 0), FALSE);
  JsonArray *copies = json_array_new ();

  for (guint i = 1; i <= n; i++)
    {
      JsonNode *copy = json_from_string (text, NULL);
      g_autofree char *code = g_strdup_printf ("%s%0*u", prefix, n_places, i);

      json_object_set_string_member (json_node_get_object (copy), "code", code);
      json_array_add_element (copies, copy);
    }
  return copies;
}

/* More rooms than are filled: the last one of each site may take a few more than the others. */
static JsonArray *
make_sites (JsonArray *sites, guint n_rows)
{
  const guint n_rooms = n_rows / SEATS_OF_ROOM + 1;
  const guint n_sites = MIN ((n_rooms - 1) / ROOMS_OF_SITE + 1, MAX_SITES);
  JsonArray *copies = make_copies (sites, n_sites, "", 2);

  for (guint i = 0; i < n_sites; i++)
    {
      JsonObject *site = json_array_get_object_element (copies, i);
      JsonArray *rooms = json_object_get_array_member (site, "rooms");

      json_object_set_array_member (site, "rooms", make_copies (rooms, (n_rooms - 1) / n_sites + 1, "", 3));
    }
  return copies;
}

/**
 * kp_bench_dup_scheme:
 * @n_posts: posts of two places each, at most 999
 * @n_rows: who shall find a seat, at most 2,970,000
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the scheme, JSON
 */
char *
kp_bench_dup_scheme (guint n_posts, guint n_rows, GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SCHEME, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JsonNode) root = bytes != NULL ? json_from_string (g_bytes_get_data (bytes, NULL), error) : NULL;
  JsonObject *scheme = root != NULL ? json_node_get_object (root) : NULL;
  JsonObject *written;
  JsonArray *freed_to;

  if (scheme == NULL)
    return NULL;
  json_object_set_string_member (scheme, "code", "bench-2026");
  json_object_set_array_member (scheme, "posts", make_copies (json_object_get_array_member (scheme, "posts"), n_posts, "P", 3));
  freed_to = json_array_new ();
  json_array_add_string_element (freed_to, "P001");
  json_object_set_array_member (json_object_get_object_member (scheme, "quota"), "freed_to", freed_to);
  written = json_object_get_object_member (scheme, "written");
  json_object_set_array_member (written, "sites", make_sites (json_object_get_array_member (written, "sites"), n_rows));
  return json_to_string (root, FALSE);
}

/* ---- the workbook ---- */

static void
add_person (KpList *list, guint i, guint n_posts)
{
  const guint day = i / 1000;
  g_autofree char *serial = g_strdup_printf ("%u", i + 1);
  g_autofree char *name = g_strconcat (surnames[i % G_N_ELEMENTS (surnames)], syllables[i / 7 % G_N_ELEMENTS (syllables)],
                                       syllables[i / 5 % G_N_ELEMENTS (syllables)], NULL);
  g_autofree char *id = g_strdup_printf ("1306%02u%04u%02u%02u%03u0", day / 336 / 15 % 90 + 1, 1990 + day / 336 % 15,
                                         day / 28 % 12 + 1, day % 28 + 1, i % 1000);
  g_autofree char *birth = g_strdup_printf ("%.4s-%.2s-%.2s", id + 6, id + 10, id + 12);
  g_autofree char *phone = g_strdup_printf ("139%08u", i % 100000000);
  g_autofree char *post = g_strdup_printf (POST, i % n_posts + 1);

  id[17] = kp_id_number_compute_check_digit (id);
  kp_list_add_row (list, (const char *[]){ serial, name, i % 2 ? "男" : "女", "汉族", birth, id, i % 5 ? "群众" : "中共党员",
                                           i % 9 ? "本科" : "高中", "学士", "云岭学院", "社会工作", "2012年6月", phone, post,
                                           "综合岗" });
}

/**
 * kp_bench_make_book:
 * @n_posts: as for kp_bench_dup_scheme()
 * @n_rows: registrations; one of nine hasn't the education that is asked for
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the workbook, .xlsx
 */
GBytes *
kp_bench_make_book (guint n_posts, guint n_rows, GError **error)
{
  const KpListColumn columns[] = {
    { "serial", "序号", 0, KP_LIST_TEXT },         { "name", "姓名", 10, KP_LIST_TEXT },
    { "sex", "性别", 0, KP_LIST_TEXT },            { "ethnic", "民族", 0, KP_LIST_TEXT },
    { "birth", "出生日期", 12, KP_LIST_TEXT },     { "id", "身份证号", 20, KP_LIST_TEXT },
    { "political", "政治面貌", 0, KP_LIST_TEXT },  { "education", "学历", 0, KP_LIST_TEXT },
    { "degree", "学位", 0, KP_LIST_TEXT },         { "school", "毕业院校", 20, KP_LIST_TEXT },
    { "major", "所学专业", 16, KP_LIST_TEXT },     { "graduated", "毕业时间", 0, KP_LIST_TEXT },
    { "phone", "联系电话", 12, KP_LIST_TEXT },     { "post", "报考岗位代码", 0, KP_LIST_TEXT },
    { "post_name", "报考岗位名称", 16, KP_LIST_TEXT },
  };
  g_autoptr (KpList) list = kp_list_new ("报名信息汇总表", "", columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < n_rows; i++)
    add_person (list, i, n_posts);
  return kp_list_to_xlsx (list, error);
}
