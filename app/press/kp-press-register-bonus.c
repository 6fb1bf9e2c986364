/* kp-press-register-bonus.c – bonus points as examined and as published, and how the rooms' marks were corrected.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-bonus-award.h"
#include "kp-change-tables.h"
#include "kp-lists-exam.h"
#include "kp-panel-figures.h"
#include "kp-press-register-private.h"

/* ---- bonus ---- */

static const KpBonusItem *
find_item (KpPress *press, const char *code)
{
  GPtrArray *items = press->scheme->bonus.items;

  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((const KpBonusItem *) g_ptr_array_index (items, i))->code, code))
      return g_ptr_array_index (items, i);
  return NULL;
}

static const char *
get_item_label (KpPress *press, const char *code)
{
  const KpBonusItem *item = find_item (press, code);

  return item != NULL ? item->label : code;
}

static GPtrArray *
select_bonus (KpPress *press, const KpTable *table, GError **error)
{
  return kp_table_select (kp_session_get_database (press->session), table, kp_session_get_campaign (press->session),
                          "ORDER BY application, item", KP_NO_BINDS, error);
}

static const char *
get_bonus_verdict (const KpBonusReviewRecord *review)
{
  return g_str_equal (review->verdict, KP_BONUS_APPROVED) ? "予以加分"
         : g_str_equal (review->verdict, KP_BONUS_REFUSED) ? "不予加分"
                                                           : NULL;
}

/** kp_register_fill_bonus_review: each claim that two people examined, with its proof, verdict and reason. */
gboolean
kp_register_fill_bonus_review (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) reviews = select_bonus (press, &kp_bonus_review_table, error);

  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      const KpBonusReviewRecord *review = g_ptr_array_index (reviews, i);
      const KpDossier *dossier = kp_roster_find_application (press->roster, review->application);
      const KpBonusItem *item = find_item (press, review->item);
      const char *cells[16] = { review->application,
                                dossier->person->name,
                                dossier->application->post,
                                get_item_label (press, review->item),
                                item != NULL ? item->proof : NULL,
                                review->claimed_on,
                                get_bonus_verdict (review),
                                kp_press_format_mark (press, review->points),
                                review->reason,
                                review->first_person,
                                review->second_person };

      kp_register_book_add (book, NULL, cells);
    }
  return reviews != NULL;
}

/* Published lists go by post and ticket, items of one person as the record has them. */
static gint
compare_awards (gconstpointer a, gconstpointer b, gpointer roster)
{
  const KpBonusRecord *one = *(const KpBonusRecord *const *) a;
  const KpBonusRecord *other = *(const KpBonusRecord *const *) b;
  const KpDossier *first = kp_roster_find_application (roster, one->application);
  const KpDossier *second = kp_roster_find_application (roster, other->application);
  gint order = strcmp (first->application->post, second->application->post);

  order = order != 0 ? order : strcmp (kp_press_get_ticket (first), kp_press_get_ticket (second));
  return order != 0 ? order : strcmp (one->item, other->item);
}

/** kp_register_fill_bonus_notice: who gets points and for what, masked; claims that were refused are nobody's business. */
gboolean
kp_register_fill_bonus_notice (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) awards = select_bonus (press, &kp_bonus_table, error);

  if (awards != NULL)
    g_ptr_array_sort_with_data (awards, compare_awards, press->roster);
  for (guint i = 0; awards != NULL && i < awards->len; i++)
    {
      const KpBonusRecord *award = g_ptr_array_index (awards, i);
      const KpDossier *dossier = kp_roster_find_application (press->roster, award->application);
      const KpBonusItem *item = find_item (press, award->item);

      kp_register_book_add (book, NULL,
                            (const char *const[]){
                                dossier->application->post, kp_press_get_ticket (dossier),
                                kp_press_keep (press, kp_lists_mask_name (dossier->person->name)),
                                get_item_label (press, award->item),
                                kp_press_format (press, "%s%s", item != NULL && item->deducts ? "−" : "",
                                                 kp_press_format_mark (press, award->points)),
                                award->counts != 0 ? "计入" : "不重复计入" });
    }
  book->table_title = "加分人员名单";
  return awards != NULL && kp_register_set_lead (book, NULL, 0, error);
}

/* ---- what was put right, what is archived ---- */

/* "written:01", "other:skill", "extra-test", "interview", "interview:3" as the office says it. */
static const char *
describe_corrected (KpPress *press, const char *what)
{
  const char *detail = strchr (what, ':');

  if (g_str_has_prefix (what, "written:"))
    return kp_press_format (press, "笔试：%s", kp_lists_get_paper (press, detail + 1));
  if (g_str_has_prefix (what, "other:"))
    return kp_lists_get_paper (press, detail + 1);
  if (g_str_has_prefix (what, "interview:"))
    return kp_press_format (press, "面试：%s号考官评分", detail + 1);
  return g_str_equal (what, "interview") ? "面试成绩" : "加试成绩";
}

/** kp_register_fill_corrections: each correction with what stood there before. */
gboolean
kp_register_fill_corrections (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) corrections
      = kp_table_select (kp_session_get_database (press->session), &kp_correction_table,
                         kp_session_get_campaign (press->session), "ORDER BY number", KP_NO_BINDS, error);

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const KpCorrectionRecord *correction = g_ptr_array_index (corrections, i);
      g_autofree char *day = g_strndup (correction->at, strlen ("2026-01-01"));
      const char *cells[16] = { kp_press_format_count (press, correction->number),
                                day,
                                describe_corrected (press, correction->what),
                                correction->subject,
                                correction->before_text,
                                correction->after_text,
                                correction->reason,
                                kp_press_format_count (press, correction->n_persons),
                                correction->first_person,
                                correction->second_person };

      kp_register_book_add (book, NULL, cells);
    }
  return corrections != NULL;
}

/** kp_register_fill_archive: every kind of paper, to be counted by hand when it is handed over. */
gboolean
kp_register_fill_archive (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  guint n = 0;

  /* Before anybody applied there is nothing to hand over. */
  if (kp_press_find_step_day (press, kp_step_get_name (KP_STEP_IMPORT_REGISTRATIONS)) == NULL)
    return TRUE;
  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    if (i != KP_PRESS_ARCHIVE && !kp_press_letter_is_blank ((KpPressForm) i))
      {
        const char *cells[16] = { kp_press_format (press, "%u", ++n), kp_press_form_get_chinese ((KpPressForm) i) };

        kp_register_book_add (book, NULL, cells);
      }
  book->date = "　　　　年　　月　　日";
  return TRUE;
}

/* ---- correction of the rooms ---- */

static gboolean
is_corrected (const KpDossier *dossier)
{
  return dossier->hearing != NULL && dossier->interview != NULL && dossier->interview->coefficient != NULL;
}

static gint
compare_hearings (gconstpointer a, gconstpointer b)
{
  const KpHearingRecord *first = (*(const KpDossier *const *) a)->hearing;
  const KpHearingRecord *second = (*(const KpDossier *const *) b)->hearing;

  if (first->room != second->room)
    return first->room < second->room ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

static const char *
format_figure (KpPress *press, KpFraction figure)
{
  return kp_press_keep (press, kp_fraction_dup_decimal (kp_fraction_round (figure, 4, KP_ROUNDING_HALF_UP), 4));
}

/* "第1考场　12人　本考场平均分84.2083　全体平均分83.9041". */
static const char *
describe_room (KpPress *press, const KpPanelFigures *figures, gint64 number)
{
  for (guint i = 0; i < figures->rooms->len; i++)
    {
      const KpPanelReportRoom *room = &g_array_index (figures->rooms, KpPanelReportRoom, i);

      if (room->room == number)
        return kp_press_format (press, "第%u考场　%u人　本考场平均分%s　全体平均分%s", room->room, room->n,
                                format_figure (press, room->mean),
                                format_figure (press, kp_fraction_subtract (room->mean, room->difference)));
    }
  return kp_press_format (press, "第%" G_GINT64_FORMAT "考场", number);
}

/* What stands in the place of a mark: NULL for one that was given. */
static const char *
get_state (const KpInterviewRecord *interview)
{
  KpMarkState state = KP_MARK_PRESENT;

  return kp_mark_state_from_name (interview->state, &state) && state != KP_MARK_PRESENT ? kp_mark_state_get_chinese (state)
                                                                                        : NULL;
}

/** kp_register_fill_figures: means of the rooms, and each mark before and after; numbers alone, nobody's name. */
gboolean
kp_register_fill_figures (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (KpPanelFigures) figures = kp_panel_figures_load (press->session, error);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  if (figures == NULL)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    if (is_corrected (kp_roster_get_dossier (press->roster, i)))
      g_ptr_array_add (people, (gpointer) kp_roster_get_dossier (press->roster, i));
  g_ptr_array_sort (people, compare_hearings);
  for (guint i = 0; i < people->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (people, i);
      const char *cells[16] = { kp_press_format_count (press, dossier->hearing->number),
                                kp_press_format_mark (press, dossier->interview->raw), dossier->interview->coefficient,
                                kp_press_format_mark (press, dossier->interview->mark), get_state (dossier->interview) };

      kp_register_book_add (book, describe_room (press, figures, dossier->hearing->room), cells);
    }
  return TRUE;
}
