/* kp-lists-hire.c – what comes after the final list: who chose which post, and who left.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-lists-hire.h"

#include <string.h>

#include "kp-departure-kind.h"
#include "kp-lists.h"
#include "kp-step-choose.h"

const KpListColumn kp_lists_choice_columns[KP_CHOICE_LIST_N_COLUMNS] = {
  { "turn", "选岗次序", 10, KP_LIST_NUMBER }, { "post", "岗位代码", 10, KP_LIST_TEXT }, { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "ticket", "准考证号", 14, KP_LIST_TEXT },  { "name", "姓名", 10, KP_LIST_TEXT },     { "total", "综合成绩", 10, KP_LIST_NUMBER },
  { "state", "选岗情况", 14, KP_LIST_TEXT },   { "offer", "选定代码", 10, KP_LIST_TEXT }, { "offer_name", "选定岗位（单位）", 22, KP_LIST_TEXT },
};

const KpListColumn kp_lists_departure_columns[KP_DEPARTURE_LIST_N_COLUMNS] = {
  { "post", "岗位代码", 10, KP_LIST_TEXT },         { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "ticket", "准考证号", 14, KP_LIST_TEXT },       { "name", "姓名", 10, KP_LIST_TEXT },
  { "cause", "原因", 18, KP_LIST_TEXT },            { "left_on", "日期", 12, KP_LIST_TEXT },
  { "round", "轮次", 8, KP_LIST_NUMBER },           { "called_on", "后备库递补日期", 14, KP_LIST_TEXT },
  { "contract", "收回的合同", 26, KP_LIST_TEXT },   { "first_person", "经办人（一）", 12, KP_LIST_TEXT },
  { "second_person", "经办人（二）", 12, KP_LIST_TEXT },
};

/** kp_lists_add_choices: everybody who chooses, in turn, names masked. */
void
kp_lists_add_choices (KpPress *press, KpList *list)
{
  g_autoptr (KpChoosing) choosing = kp_choosing_load (press->session, NULL);

  for (guint i = 0; choosing != NULL && i < choosing->n_turns; i++)
    {
      const KpTurn *turn = &choosing->turns[i];
      const KpTotalRecord *total = turn->dossier->total;
      const char *cells[KP_CHOICE_LIST_N_COLUMNS] = {
        kp_press_format_count (press, turn->place),
        total != NULL ? total->post : turn->dossier->application->post,
        kp_press_get_post_name (press, total != NULL ? total->post : turn->dossier->application->post),
        kp_press_get_ticket (turn->dossier),
        kp_press_keep (press, kp_lists_mask_name (turn->dossier->person->name)),
        total != NULL ? kp_press_format_mark (press, total->total) : NULL,
        kp_turn_state_get_chinese (turn->state),
        turn->offer,
        turn->offer != NULL ? kp_choosing_get_offer_name (press->scheme, turn->offer) : NULL,
      };

      for (guint j = 0; j < KP_CHOICE_LIST_N_COLUMNS; j++)
        cells[j] = cells[j] != NULL ? cells[j] : "";
      kp_list_add_row (list, cells);
    }
}

/* By post, then by round. */
static gint
compare_departures (gconstpointer a, gconstpointer b)
{
  const KpDepartureRecord *first = (*(const KpDossier *const *) a)->departure;
  const KpDepartureRecord *second = (*(const KpDossier *const *) b)->departure;
  const gint order = strcmp (first->post, second->post);

  if (order != 0)
    return order;
  if (first->round != second->round)
    return first->round < second->round ? -1 : 1;
  return strcmp (first->application, second->application);
}

/** kp_lists_add_departures: who left after the publication, names masked. */
void
kp_lists_add_departures (KpPress *press, KpList *list)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (dossier->departure != NULL)
        g_ptr_array_add (dossiers, (gpointer) dossier);
    }
  g_ptr_array_sort (dossiers, compare_departures);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (dossiers, i);
      const KpDepartureRecord *one = dossier->departure;
      KpDepartureKind kind = KP_DEPARTURE_WAIVER;
      const char *cells[KP_DEPARTURE_LIST_N_COLUMNS] = {
        one->post,
        kp_press_get_post_name (press, one->post),
        kp_press_get_ticket (dossier),
        kp_press_keep (press, kp_lists_mask_name (dossier->person->name)),
        kp_departure_kind_parse (one->kind, &kind) ? kp_departure_kind_get_chinese (kind) : one->kind,
        one->left_on,
        kp_press_format_count (press, one->round),
        one->called_on,
        one->contract,
        one->first_person,
        one->second_person,
      };

      for (guint j = 0; j < KP_DEPARTURE_LIST_N_COLUMNS; j++)
        cells[j] = cells[j] != NULL ? cells[j] : "";
      kp_list_add_row (list, cells);
    }
}
