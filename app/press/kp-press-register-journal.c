/* kp-press-register-journal.c – the journal on paper, act by act, and the index of the papers that the record has.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A journal of twenty thousand rows is no paper: what one person did at one moment is one line, with how many rows of which
 * table it wrote and the link of the chain at its end. What the rows say stays in the record, so nobody's data is printed. */

#include <string.h>

#include "kp-audit.h"
#include "kp-journal.h"
#include "kp-press-code.h"
#include "kp-press-register-private.h"
#include "kp-probation.h"
#include "kp-schema.h"
#include "kp-step-words.h"
#include "kp-termination.h"

#define LINK_DIGITS 12

/* What a step is about, where that is a word of the program. */
static const struct
{
  const char *name;
  const char *chinese;
} subjects[] = {
  { "registrations", "报名表" },
  { "auto", "自动审查" },
  { "confirm", "复核确认" },
  { "commit", "抽签承诺" },
  { "commit-late", "补编抽签承诺" },
  { "commit-examiners", "考官抽签承诺" },
  { "draw", "抽取" },
  { "draw-late", "补编抽取" },
  { "examiners", "抽取考官" },
  { "lock", "锁定成绩" },
  { "publish", "公布成绩" },
  { "recheck", "受理查分" },
  { "recheck-result", "登记查分结果" },
  { "end-rechecks", "查分结束" },
  { "bonus", "核定加分" },
  { "staff", "考官和工作人员" },
  { "recusal", "回避" },
  { "recusals", "回避" },
  { "interview", "评分表" },
  { "sign-in", "签到" },
  { "physical", "体检结果" },
  { "background", "考察结果" },
  { "breach", "违纪违规" },
  { "absent", "缺考" },
  { "late", "迟到" },
  { "suspend", "中止试用期" },
  { "signed", "签订合同" },
  { "insured", "社会保险登记" },
  { "fund", "公积金登记" },
  { "certificate", "毕业证书" },
  { "renewed", "续订" },
  { "handover", "转移手续" },
};

/* "written:01:2" is the second entry of paper 01, "room-3" a room; what isn't a word stays: a number, a code. */
static char *
dup_subject (const char *subject)
{
  g_auto (GStrv) parts = g_strsplit (subject, ":", -1);
  KpGround ground;
  KpLink link;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (subjects[i].name, subject))
      return g_strdup (subjects[i].chinese);
  if (kp_link_parse (subject, &link))
    return g_strdup (kp_link_get_chinese (link));
  if (kp_ground_parse (subject, &ground))
    return g_strdup (kp_ground_get_chinese (ground));
  if (g_str_has_prefix (subject, "room-"))
    return g_strdup_printf ("第%s考场", subject + strlen ("room-"));
  if (g_strv_length (parts) == 3 && g_str_equal (parts[0], "written"))
    return g_strdup_printf ("科目%s第%s次登分", parts[1], parts[2]);
  return g_strdup (subject);
}

/* An act as it is printed, but for the link of the chain: that is asked for when all rows are read. */
typedef struct
{
  gint64 last;
  const char *cells[7]; /* texts of the press */
} Line;

/* What one person did at one moment. */
typedef struct
{
  KpPress *press;
  GArray *lines; /* Line */
  char *at;
  char *actor;
  char *step;
  char *subject;
  gint64 first;
  gint64 last;
  GPtrArray *tables; /* names, each once, borrowed from the schema */
  GArray *counts;    /* guint, of each */
} Act;

static void
act_clear (Act *act)
{
  g_free (act->at);
  g_free (act->actor);
  g_free (act->step);
  g_free (act->subject);
  g_clear_pointer (&act->lines, g_array_unref);
  g_clear_pointer (&act->tables, g_ptr_array_unref);
  g_clear_pointer (&act->counts, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Act, act_clear)

static const char *
get_table_title (const char *name)
{
  guint n = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (tables[i]->name, name))
      return tables[i]->title;
  return "记事";
}

/* An ID number or a phone that somebody typed where it doesn't belong: only its ends are printed. */
static char *
dup_masked (const char *text)
{
  GString *out = g_string_new (text);
  gsize run = 0;

  for (gsize i = 0; i <= out->len; i++)
    {
      if (g_ascii_isdigit (out->str[i]))
        {
          run++;
          continue;
        }
      if (run == 11 || run == 15 || run == 17 || run == 18)
        for (gsize k = i - run + 3; k < i - 3; k++)
          out->str[k] = '*';
      run = 0;
    }
  return g_string_free (out, FALSE);
}

static const char *
join_counts (const Act *act)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < act->tables->len; i++)
    g_string_append_printf (text, "%s%s%u条", i > 0 ? "、" : "", (const char *) g_ptr_array_index (act->tables, i),
                            g_array_index (act->counts, guint, i));
  return kp_press_format (act->press, "%s", text->str);
}

/* Writes the act's line and forgets it. */
static void
end_act (Act *act)
{
  KpPress *press = act->press;
  g_autofree char *named = NULL;
  Line line = { .last = act->last };

  if (act->step == NULL)
    return;
  named = dup_subject (act->subject != NULL ? act->subject : "");
  line.cells[0] = act->first == act->last
                      ? kp_press_format_count (press, act->last)
                      : kp_press_format (press, "%" G_GINT64_FORMAT "—%" G_GINT64_FORMAT, act->first, act->last);
  line.cells[1] = kp_press_format (press, "%.10s %.5s", act->at, strlen (act->at) > 11 ? act->at + 11 : "");
  line.cells[2] = kp_press_format (press, "%s", act->actor);
  line.cells[3] = kp_press_format (press, "%s", kp_step_word_get_chinese (act->step));
  line.cells[4] = kp_press_keep (press, dup_masked (named));
  line.cells[5] = join_counts (act);
  g_array_append_val (act->lines, line);
  g_clear_pointer (&act->step, g_free);
  g_ptr_array_set_size (act->tables, 0);
  g_array_set_size (act->counts, 0);
}

static gboolean
is_same_act (const Act *act, const KpJournalRow *row)
{
  return act->step != NULL && g_str_equal (act->step, row->step) && g_str_equal (act->at, row->at)
         && g_str_equal (act->actor, row->actor) && g_strcmp0 (act->subject, row->subject) == 0;
}

static void
count_table (Act *act, const char *title)
{
  const guint one = 1;

  for (guint i = 0; i < act->tables->len; i++)
    if (g_str_equal (g_ptr_array_index (act->tables, i), title))
      {
        g_array_index (act->counts, guint, i)++;
        return;
      }
  g_ptr_array_add (act->tables, (gpointer) title);
  g_array_append_val (act->counts, one);
}

static gboolean
take_row (gconstpointer record, gpointer data, GError **error G_GNUC_UNUSED)
{
  const KpJournalRow *row = record;
  Act *act = data;

  if (!is_same_act (act, row))
    {
      end_act (act);
      g_free (act->at);
      g_free (act->actor);
      g_free (act->subject);
      act->at = g_strdup (row->at);
      act->actor = g_strdup (row->actor);
      act->step = g_strdup (row->step);
      act->subject = g_strdup (row->subject);
      act->first = row->seq;
    }
  act->last = row->seq;
  count_table (act, get_table_title (row->table_name));
  return TRUE;
}

static gboolean
add_lines (KpRegisterBook *book, const GArray *lines, GError **error)
{
  KpPress *press = book->press;

  for (guint i = 0; i < lines->len; i++)
    {
      Line line = g_array_index (lines, Line, i);
      g_autofree char *hash = kp_ledger_dup_hash (kp_session_get_database (press->session),
                                                  kp_session_get_campaign (press->session), line.last, error);

      if (hash == NULL)
        return FALSE;
      line.cells[6] = kp_press_format (press, "%.*s", LINK_DIGITS, hash);
      kp_register_book_add (book, NULL, line.cells);
    }
  return TRUE;
}

/** kp_register_fill_journal: every act in its order; the first row is the beginning of the record. */
gboolean
kp_register_fill_journal (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_auto (Act) act = { .press = press,
                       .lines = g_array_new (FALSE, FALSE, sizeof (Line)),
                       .tables = g_ptr_array_new (),
                       .counts = g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_autofree char *day = NULL;

  if (!kp_audit_each_journal_row (press->session, take_row, &act, error))
    return FALSE;
  end_act (&act);
  if (!add_lines (book, act.lines, error))
    return FALSE;
  day = act.at != NULL ? g_strndup (act.at, strlen ("2026-01-01")) : NULL;
  book->date = kp_press_format_iso (press, day);
  book->subtitle = kp_press_format (press, "共%u次办理，日志%" G_GINT64_FORMAT "条", book->groups->len, act.last);
  return TRUE;
}

/* ---- what papers there are ---- */

/* Draws FORM as it is now and adds its line; a form that has nothing yet has none. */
static gboolean
add_form (KpRegisterBook *book, KpPress *own, KpPressForm form, guint *n_copies, guint *n_pages, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (KpSheet) sheet = kp_sheet_new (press->fonts, NULL);
  g_autoptr (GError) local = NULL;
  guint copies;

  own->form = form;
  g_ptr_array_set_size (own->papers, 0);
  if (!kp_press_form_draw (own, sheet, &local))
    {
      if (g_error_matches (local, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (kp_sheet_get_n_pages (sheet) == 0)
    return TRUE;
  copies = MAX (own->papers->len, 1);
  *n_copies += copies;
  *n_pages += kp_sheet_get_n_pages (sheet);
  kp_register_book_add (book, NULL,
                        (const char *const[]){ kp_press_format (press, "%u", book->groups->len + 1),
                                               kp_press_form_get_chinese (form), kp_press_format (press, "%u", copies),
                                               kp_press_format (press, "%u", kp_sheet_get_n_pages (sheet)), NULL, NULL, NULL });
  return TRUE;
}

/** kp_register_fill_contents: each kind of paper that can be printed now, how many of it, on how many pages. */
gboolean
kp_register_fill_contents (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_auto (KpPress) own = { 0 };
  guint n_copies = 0, n_pages = 0;

  if (press->found != NULL)
    return TRUE;
  if (!kp_press_load (&own, press->session, error))
    return FALSE;
  own.fonts = press->fonts;
  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    if (i != KP_PRESS_CONTENTS && i != KP_PRESS_ARCHIVE && !kp_press_letter_is_blank ((KpPressForm) i)
        && !add_form (book, &own, (KpPressForm) i, &n_copies, &n_pages, error))
      return FALSE;
  book->subtitle = kp_press_format (press, "%u种，%u份，%u页", book->groups->len, n_copies, n_pages);
  book->date = "　　　　年　　月　　日";
  return TRUE;
}
