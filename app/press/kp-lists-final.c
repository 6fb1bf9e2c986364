/* kp-lists-final.c – the list of final totals, where the background check is scored.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-lists-final.h"

#include <string.h>

#include "kp-final-total.h"
#include "kp-lists.h"

const KpListColumn kp_lists_final_columns[KP_FINAL_LIST_N_COLUMNS] = {
  { "post", "岗位代码", 10, KP_LIST_TEXT },          { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "ticket", "准考证号", 14, KP_LIST_TEXT },        { "name", "姓名", 10, KP_LIST_TEXT },
  { "total", "综合成绩", 10, KP_LIST_NUMBER },       { "total_place", "综合成绩名次", 12, KP_LIST_NUMBER },
  { "mark", "考察成绩", 10, KP_LIST_NUMBER },        { "final", "最终成绩", 10, KP_LIST_NUMBER },
  { "place", "名次", 8, KP_LIST_NUMBER },            { "remark", "备注", 20, KP_LIST_TEXT },
};

/** kp_lists_compare_last_places: by post, then by the place that counts in the end; who has none comes last. */
gint
kp_lists_compare_last_places (gconstpointer a, gconstpointer b)
{
  const KpDossier *first = *(const KpDossier *const *)a;
  const KpDossier *second = *(const KpDossier *const *)b;
  const gint order = strcmp (first->total->post, second->total->post);
  const gint64 own = kp_dossier_get_last_place (first);
  const gint64 other = kp_dossier_get_last_place (second);

  if (order != 0)
    return order;
  if (own != other)
    return own == KP_NO_INT || (other != KP_NO_INT && own > other) ? 1 : -1;
  return g_strcmp0 (kp_press_get_ticket (first), kp_press_get_ticket (second));
}

static const char *
get_remark (const KpFinalTotalRecord *record)
{
  if (record->is_undecided)
    return "并列待定";
  for (guint i = 0; i < KP_N_STANDINGS; i++)
    if (i != KP_STANDING_RANKED && g_str_equal (kp_standing_get_name ((KpStanding)i), record->outcome))
      return kp_final_total_get_chinese ((KpStanding)i);
  return NULL;
}

static void
add_row (KpPress *press, KpList *list, const KpDossier *dossier)
{
  const KpFinalTotalRecord *record = dossier->final_total;
  const char *cells[KP_FINAL_LIST_N_COLUMNS] = {
    record->post,
    kp_press_get_post_name (press, record->post),
    kp_press_get_ticket (dossier),
    kp_press_keep (press, kp_lists_mask_name (dossier->person->name)),
    kp_press_format_mark (press, record->total),
    kp_press_format_count (press, dossier->total->place),
    kp_press_format_mark (press, record->mark),
    kp_press_format_mark (press, record->final),
    kp_press_format_count (press, record->place),
    get_remark (record),
  };

  for (guint i = 0; i < KP_FINAL_LIST_N_COLUMNS; i++)
    cells[i] = cells[i] != NULL ? cells[i] : "";
  kp_list_add_row (list, cells);
}

/** kp_lists_add_final_totals: everybody who was called to a check that is scored, both totals side by side. */
void
kp_lists_add_final_totals (KpPress *press, KpList *list)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (dossier->final_total != NULL && dossier->total != NULL)
        g_ptr_array_add (dossiers, (gpointer)dossier);
    }
  g_ptr_array_sort (dossiers, kp_lists_compare_last_places);
  for (guint i = 0; i < dossiers->len; i++)
    add_row (press, list, g_ptr_array_index (dossiers, i));
}
