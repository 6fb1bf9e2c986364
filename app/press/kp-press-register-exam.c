/* kp-press-register-exam.c – registers of the exam and of what follows it: rooms, papers, entries, originals, results.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-id-number.h"
#include "kp-marked-paper.h"
#include "kp-press-letter-private.h"
#include "kp-press-register-private.h"
#include "kp-press-room.h"

/* ---- rooms ---- */

/* The site, and the sittings that share these seats where there are several: "第一中学　2026年3月28日 9:00—11:00". */
static const char *
get_room_group (KpPress *press, const KpPressRoom *room)
{
  gsize n = 0;
  const KpFormSession *sessions = kp_press_list_sessions (press, room, &n);
  g_autoptr (GString) text = g_string_new (kp_press_room_get_site (press, room));

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s（%s）", i > 0 ? "、" : "　", sessions[i].paper, sessions[i].time);
  return kp_press_format (press, "%s", text->str);
}

/* "A01 12人、A02 3人", in the scheme's order. */
static const char *
count_posts (KpPress *press, const KpPressRoom *room)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint p = 0; p < press->scheme->posts->len; p++)
    {
      const KpSchemePost *post = g_ptr_array_index (press->scheme->posts, p);
      guint n = 0;

      for (guint i = 0; i < room->dossiers->len; i++)
        n += g_str_equal (((const KpDossier *) g_ptr_array_index (room->dossiers, i))->application->post, post->code);
      if (n > 0)
        g_string_append_printf (text, "%s%s %u人", text->len > 0 ? "、" : "", post->code, n);
    }
  return kp_press_format (press, "%s", text->str);
}

static const char *
get_ticket_at (const KpPressRoom *room, guint index)
{
  return ((const KpDossier *) g_ptr_array_index (room->dossiers, index))->seat->ticket;
}

/* Tickets of a room need not rise with its seats: the first and the last by number. */
static void
find_range (const KpPressRoom *room, const char **first, const char **last)
{
  *first = *last = get_ticket_at (room, 0);
  for (guint i = 1; i < room->dossiers->len; i++)
    {
      const char *ticket = get_ticket_at (room, i);

      *first = strcmp (ticket, *first) < 0 ? ticket : *first;
      *last = strcmp (ticket, *last) > 0 ? ticket : *last;
    }
}

/** kp_register_fill_rooms: each room with its tickets and how many of each post sit there. */
gboolean
kp_register_fill_rooms (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  g_autoptr (GArray) rooms = kp_press_list_rooms (press);
  guint n_seated = 0;

  for (guint i = 0; i < rooms->len; i++)
    {
      const KpPressRoom *room = &g_array_index (rooms, KpPressRoom, i);
      const char *first;
      const char *last;

      if (room->dossiers->len == 0)
        continue;
      find_range (room, &first, &last);
      n_seated += room->dossiers->len;
      kp_register_book_add (book, get_room_group (press, room),
                            (const char *const[]){ room->number, first, last,
                                                   kp_press_format (press, "%u", room->dossiers->len),
                                                   count_posts (press, room), NULL, NULL });
    }
  book->subtitle = kp_press_format (press, "考场%u个，考生%u人；编排的承诺、种子和摘要见抽签记录", book->groups->len, n_seated);
  return TRUE;
}

/** kp_register_fill_handover: a line for each room, where its papers are handed out and taken back. */
gboolean
kp_register_fill_handover (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  g_autoptr (GArray) rooms = kp_press_list_rooms (press);

  for (guint i = 0; i < rooms->len; i++)
    {
      const KpPressRoom *room = &g_array_index (rooms, KpPressRoom, i);
      const char *cells[16] = { room->number, kp_press_format (press, "%u", room->dossiers->len) };

      if (room->dossiers->len > 0)
        kp_register_book_add (book, get_room_group (press, room), cells);
    }
  return TRUE;
}

/* ---- entries ---- */

/* A mark with two decimals, or what stands in its place: "缺考". */
static const char *
get_entry (KpPress *press, const KpEntryRecord *entry)
{
  KpMarkState state = KP_MARK_PRESENT;

  if (entry == NULL)
    return NULL;
  if (kp_mark_state_from_name (entry->state, &state) && state != KP_MARK_PRESENT)
    return kp_mark_state_get_chinese (state);
  return kp_press_format_mark (press, entry->mark);
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  return strcmp (**(const char *const *const *) a, **(const char *const *const *) b);
}

/* First entry, second, whether they differ, the third: by the number that the clerks saw, never a name. One entry alone
 * is not shown: the second clerk must not read it. */
static const char **
make_entry_row (KpPress *press, const KpMarkedPaper *paper, const KpDossier *dossier)
{
  const KpEntryRecord *const *entries = kp_marked_paper_get_entries (paper, dossier->application->application);
  const char **cells = kp_press_keep (press, g_new0 (const char *, 9));
  const gboolean are_both = entries != NULL && entries[1] != NULL && entries[2] != NULL;

  cells[0] = kp_press_format (press, "%s", kp_marked_paper_get_number (paper, dossier));
  for (guint i = 1; are_both && i < KP_THIRD_ENTRY; i++)
    {
      cells[2 * i - 1] = get_entry (press, entries[i]);
      cells[2 * i] = kp_press_format (press, "%s", entries[i]->clerk);
    }
  cells[5] = are_both && g_strcmp0 (cells[1], cells[3]) != 0 ? "有" : NULL;
  if (are_both && entries[KP_THIRD_ENTRY] != NULL)
    {
      cells[6] = get_entry (press, entries[KP_THIRD_ENTRY]);
      cells[7] = kp_press_format (press, "%s", entries[KP_THIRD_ENTRY]->clerk);
    }
  return cells;
}

static gboolean
add_paper (KpRegisterBook *book, const KpSchemePaper *rule, GError **error)
{
  KpPress *press = book->press;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (!kp_marked_paper_load (&paper, press->session, rule->code, error) || !kp_marked_paper_load_entries (&paper, error))
    return FALSE;
  if (paper.entries->len == 0)
    return TRUE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (paper.roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (paper.roster, i);

      if (kp_marked_paper_is_sat_by (&paper, dossier) && kp_marked_paper_get_number (&paper, dossier) != NULL)
        g_ptr_array_add (rows, make_entry_row (press, &paper, dossier));
    }
  g_ptr_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    kp_register_book_add (book, kp_press_format (press, "科目：%s", rule->name), g_ptr_array_index (rows, i));
  return TRUE;
}

/** kp_register_fill_entries: both entries of every paper, and the third where they differ. */
gboolean
kp_register_fill_entries (KpRegisterBook *book, GError **error)
{
  GPtrArray *papers = book->press->scheme->written.papers;

  for (guint i = 0; i < papers->len; i++)
    if (!add_paper (book, g_ptr_array_index (papers, i), error))
      return FALSE;
  return TRUE;
}

/* ---- who was chosen: recheck, waiting room, numbers ---- */

static gint
compare_called (gconstpointer a, gconstpointer b)
{
  const KpDossier *first = *(const KpDossier *const *) a;
  const KpDossier *second = *(const KpDossier *const *) b;
  const gint post = strcmp (first->application->post, second->application->post);

  return post != 0 ? post : g_strcmp0 (kp_press_get_ticket (first), kp_press_get_ticket (second));
}

/* Everybody whom IS_IN takes, by post and ticket. */
static GPtrArray *
list_people (KpPress *press, gboolean (*is_in) (const KpDossier *dossier))
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (is_in (dossier))
        g_ptr_array_add (people, (gpointer) dossier);
    }
  g_ptr_array_sort (people, compare_called);
  return people;
}

static gboolean
is_waiting (const KpDossier *dossier)
{
  return kp_dossier_is_on_shortlist (dossier) && dossier->leaving == NULL;
}

static gboolean
has_physical (const KpDossier *dossier)
{
  return dossier->physical != NULL;
}

static gboolean
has_background (const KpDossier *dossier)
{
  return dossier->background != NULL;
}

/* Who left is on record with a cause; who didn't has nothing against them, and the conclusion is written by hand. */
static const char *
get_recheck (const KpDossier *dossier)
{
  for (guint i = 0; dossier->leaving != NULL && i < KP_N_CAUSES; i++)
    if (g_str_equal (dossier->leaving->cause, kp_cause_get_name ((KpCause) i)))
      return kp_cause_get_chinese ((KpCause) i);
  return NULL;
}

/** kp_register_fill_originals: who is on the list for the interview, with the originals to see; and who left. */
gboolean
kp_register_fill_originals (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) people = list_people (press, kp_dossier_is_on_shortlist);

  for (guint i = 0; i < people->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (people, i);
      const char *cells[16] = { kp_press_get_ticket (dossier), dossier->person->name, dossier->application->post };

      cells[8] = get_recheck (dossier);
      cells[9] = dossier->leaving != NULL ? dossier->leaving->reason : NULL;
      cells[11] = dossier->leaving != NULL ? dossier->leaving->recorded_on : NULL;
      kp_register_book_add (book, kp_press_get_post (press, dossier->application->post), cells);
    }
  return TRUE;
}

/* The record knows the results of the examination, not the day on which a substitute was called. */
#define DATE_BY_HAND "　　　　年　　月　　日"

static void
date_substitutes (KpRegisterBook *book, GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    if (!g_str_equal (kp_letter_get_substitute_stage (g_ptr_array_index (people, i)), "面试"))
      book->date = DATE_BY_HAND;
}

static const char *const substitute_notes[] = { "不参加笔试的人员没有准考证号，以报名序号代替。", NULL };

/** kp_register_fill_substitutes: who moved up, masked, with the announcement; nobody reads who left. */
gboolean
kp_register_fill_substitutes (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) people = list_people (press, kp_letter_is_substitute);

  for (guint i = 0; i < people->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (people, i);

      kp_register_book_add (book, NULL,
                            (const char *const[]){
                                dossier->application->post,
                                kp_press_get_post_name (press, dossier->application->post),
                                kp_press_get_ticket (dossier),
                                kp_press_keep (press, kp_lists_mask_name (dossier->person->name)),
                                kp_letter_get_substitute_stage (dossier),
                            });
    }
  date_substitutes (book, people);
  book->notes = substitute_notes;
  book->table_title = "递补人员名单";
  return kp_register_set_lead (book, NULL, 0, error);
}

/** kp_register_fill_contacts: whom to call because somebody left; who that was isn't said. */
gboolean
kp_register_fill_contacts (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) people = list_people (press, kp_letter_is_substitute);

  for (guint i = 0; i < people->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (people, i);
      const char *cells[16] = { kp_press_get_ticket (dossier), dossier->person->name, dossier->person->phone };

      kp_register_book_add (book, kp_press_get_post (press, dossier->application->post), cells);
    }
  date_substitutes (book, people);
  return TRUE;
}

/** kp_register_fill_custody: everybody who waits for the interview, by ticket: nobody has a number yet. */
gboolean
kp_register_fill_custody (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) people = list_people (press, is_waiting);

  for (guint i = 0; i < people->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (people, i);
      const char *cells[16] = { kp_press_get_ticket (dossier), dossier->person->name };

      kp_register_book_add (book, kp_press_get_post (press, dossier->application->post), cells);
    }
  return TRUE;
}

static gboolean
is_opened (const KpDossier *dossier)
{
  return dossier->hearing != NULL && !kp_dossier_is_sealed (dossier);
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

/* The mark as it counts; who has none, was absent or is void. */
static const char *
get_hearing_mark (KpPress *press, const KpDossier *dossier)
{
  KpMarkState state = KP_MARK_PRESENT;

  if (dossier->interview == NULL)
    return NULL;
  if (kp_mark_state_from_name (dossier->interview->state, &state) && state != KP_MARK_PRESENT)
    return kp_mark_state_get_chinese (state);
  return kp_press_format_mark (press, dossier->interview->mark);
}

/** kp_register_fill_numbers: whose number was which, of the rooms whose seal is broken and of no other. */
gboolean
kp_register_fill_numbers (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) people = list_people (press, is_opened);

  g_ptr_array_sort (people, compare_hearings);
  for (guint i = 0; i < people->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (people, i);
      const char *cells[16] = { kp_press_format_count (press, dossier->hearing->number), kp_press_get_ticket (dossier),
                                dossier->person->name, dossier->hearing->post, get_hearing_mark (press, dossier) };

      kp_register_book_add (book,
                            kp_press_format (press, "第%" G_GINT64_FORMAT "考场　启封人：%s、%s", dossier->hearing->room,
                                             dossier->opening->first_person, dossier->opening->second_person),
                            cells);
    }
  return TRUE;
}

/* ---- physical examination and background ---- */

/* NULL before the conclusion: it is written by hand first. */
static const char *
get_conclusion (const KpFitnessRecord *fitness)
{
  if (g_str_equal (fitness->outcome, "pass"))
    return "合格";
  if (g_str_equal (fitness->outcome, "fail"))
    return "不合格";
  return g_str_equal (fitness->outcome, "waived") ? "放弃" : NULL;
}

static const char *
get_round (KpPress *press, const KpFitnessRecord *fitness)
{
  return fitness->round > 0 ? kp_press_format (press, "递补%" G_GINT64_FORMAT, fitness->round) : "首批";
}

/* The day of the call is no day of a conclusion. */
static const char *
get_concluded_on (const KpFitnessRecord *fitness)
{
  return get_conclusion (fitness) != NULL ? fitness->at : NULL;
}

/* A summary bears the day of its last conclusion. */
static void
date_conclusion (KpRegisterBook *book, const KpFitnessRecord *fitness)
{
  const char *at = get_concluded_on (fitness);
  g_autofree char *day = at != NULL ? g_strndup (at, strlen ("2026-01-01")) : NULL;
  const char *date = kp_press_format_iso (book->press, day);

  if (date != NULL && g_strcmp0 (day, book->last) > 0)
    {
      book->last = kp_press_format (book->press, "%s", day);
      book->date = date;
    }
}

/** kp_register_fill_physical: who was called to the physical examination, and the conclusion alone. */
gboolean
kp_register_fill_physical (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) people = list_people (press, has_physical);

  for (guint i = 0; i < people->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (people, i);
      const char *cells[16] = { kp_press_get_ticket (dossier), dossier->person->name, dossier->person->sex,
                                get_round (press, dossier->physical), get_conclusion (dossier->physical),
                                get_concluded_on (dossier->physical) };

      date_conclusion (book, dossier->physical);
      kp_register_book_add (book, kp_press_get_post (press, dossier->application->post), cells);
    }
  return TRUE;
}

/** kp_register_fill_physical_list: whom to take to the hospital. */
gboolean
kp_register_fill_physical_list (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) people = list_people (press, has_physical);

  for (guint i = 0; i < people->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (people, i);
      const char *cells[16] = { kp_press_get_ticket (dossier), dossier->person->name, dossier->person->sex,
                                kp_press_keep (press, kp_id_number_mask (dossier->person->id_number)),
                                get_round (press, dossier->physical) };

      kp_register_book_add (book, kp_press_get_post (press, dossier->application->post), cells);
    }
  book->date = DATE_BY_HAND;
  return TRUE;
}

/** kp_register_fill_inquiry: a letter to the bodies with whom they are asked about; they need the whole ID number. */
gboolean
kp_register_fill_inquiry (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) people = list_people (press, has_background);
  KpWordingValue count = { "人数", NULL, FALSE };

  for (guint i = 0; i < people->len; i++)
    {
      const KpPersonRecord *person = ((const KpDossier *) g_ptr_array_index (people, i))->person;
      const char *cells[16] = { kp_press_format (press, "%u", i + 1), person->name, person->sex, person->id_number };

      kp_register_book_add (book, NULL, cells);
    }
  book->table_title = "联审人员名单";
  book->date = DATE_BY_HAND;
  count.value = kp_press_format (press, "%u", people->len);
  return kp_register_set_lead (book, &count, 1, error);
}

/** kp_register_fill_background: whose background is checked, with room for what each body answers. */
gboolean
kp_register_fill_background (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) people = list_people (press, has_background);

  for (guint i = 0; i < people->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (people, i);
      const char *cells[16] = { kp_press_get_ticket (dossier), dossier->person->name,
                                get_round (press, dossier->background) };

      date_conclusion (book, dossier->background);
      cells[10] = get_conclusion (dossier->background);
      cells[11] = get_concluded_on (dossier->background);
      kp_register_book_add (book, kp_press_get_post (press, dossier->application->post), cells);
    }
  return TRUE;
}
