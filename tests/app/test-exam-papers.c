/* test-exam-papers.c – lists and papers of what happens around the written exam: breaches, and marks that were checked.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-lists.h"
#include "kp-paper-lock.h"
#include "kp-press.h"
#include "kp-step-correct.h"
#include "kp-step-decide.h"
#include "kp-step-import.h"
#include "kp-step-incident.h"
#include "kp-step-mark-recheck.h"
#include "kp-step-marks.h"
#include "kp-step-review.h"
#include "kp-step-seat.h"
#include "kp-test.h"

#define PAPER "01"

typedef struct
{
  KpTestFolder *folder;
  char *path;
  KpSession *session;
  KpFontSet *fonts;
  char *now;
  KpSources sources;
  GPtrArray *tickets; /* owned texts, by registration */
} Fixture;

static char *
dup_now (gpointer data)
{
  return g_strdup (((const Fixture *) data)->now);
}

static gboolean
make_nonce (gpointer data G_GNUC_UNUSED, const char *purpose G_GNUC_UNUSED, guint8 nonce[32], GError **error G_GNUC_UNUSED)
{
  memset (nonce, 7, 32);
  return TRUE;
}

/* The sample's scheme, with three days in which a mark may be checked. */
static char *
dup_scheme (void)
{
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *json = kp_test_read (path, NULL);
  g_autoptr (GString) text = g_string_new (json);

  g_assert_cmpuint (g_string_replace (text, "\"written\": {", "\"written\": { \"recheck_days\": 3,", 1), ==, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define HEADING                                                                                              \
  "姓名,性别,身份证号,政治面貌,学历,毕业时间,联系电话,报考岗位代码,是否退役军人,社工证书,原网格员入职时间\n"
#define ROW(name, sex, id, phone) name "," sex "," id ",群众,本科,2020-06-30," phone ",A01,否,,\n"

static const char registrations[] =
    HEADING ROW ("胡平", "男", "130624200501309970", "19900000001")
        ROW ("万睿梓", "女", "653101200503299924", "19900000002")
            ROW ("谢玲俊", "女", "130623198405059987", "19900000003")
                ROW ("周薇雅", "女", "130626200107269889", "19900000004")
                    ROW ("黄国霞", "女", "370782198803279846", "19900000005");

static void
seat_people (Fixture *f)
{
  g_autofree char *path = kp_test_folder_write (f->folder, "registrations.csv", registrations, -1);
  const KpRegistrationOptions options = { .sheet = NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read (path, &options, &error);
  g_autoptr (GPtrArray) posts = NULL;
  g_autofree char *commitment = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpImportTally imported;
  KpReviewTally reviewed;
  KpSeatTally seated;

  g_assert_true (kp_step_import_registrations (f->session, book, TRUE, &imported, &error));
  g_assert_true (kp_step_review_auto (f->session, &reviewed, &error));
  g_assert_true (kp_step_decide (f->session, KP_DECISION_OPENING, "A01", "1", "不再调剂", "甲", "乙", &error));
  posts = kp_step_open_posts (f->session, &error);
  commitment = kp_step_commit_seats (f->session, &(KpDrawTerms){ .source = "现场摇号" }, &error);
  g_assert_no_error (error);
  g_assert_true (kp_step_seat (f->session, "12345", &seated, &error));
  roster = kp_session_load_roster (f->session, &error);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->seat != NULL)
        g_ptr_array_add (f->tickets, g_strdup (dossier->seat->ticket));
    }
  g_assert_cmpuint (f->tickets->len, >=, 3);
}

static KpSession *
open_as (Fixture *f, const char *actor)
{
  g_autoptr (GError) error = NULL;
  KpSession *session = kp_session_open (f->path, NULL, actor, KP_OPEN_READ_WRITE, &f->sources, &error);

  g_assert_no_error (error);
  return session;
}

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *json = dup_scheme ();
  g_autoptr (GError) error = NULL;

  f->folder = kp_test_folder_new ();
  f->path = kp_test_folder_dup_file (f->folder, "campaign.kaopin");
  f->now = g_strdup ("2026-03-28T09:00:00+08:00");
  f->sources = (KpSources){ dup_now, make_nonce, f, KP_SOURCES_OWN };
  f->tickets = g_ptr_array_new_with_free_func (g_free);
  f->session = kp_session_create (f->path, json, "考务组", &f->sources, &error);
  g_assert_no_error (error);
  f->fonts = kp_press_open_fonts (&error);
  g_assert_no_error (error);
  seat_people (f);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  kp_session_close (f->session);
  kp_font_set_unref (f->fonts);
  g_ptr_array_unref (f->tickets);
  kp_test_folder_free (f->folder);
  g_free (f->path);
  g_free (f->now);
}

/* The text of a form without blanks. (transfer full) */
static char *
read_form (Fixture *f, KpPressForm form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_press_make (f->session, form, f->fonts, NULL, &error);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) bare = g_string_new (NULL);

  g_assert_no_error (error);
  path = kp_test_folder_write (f->folder, "form.pdf", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_spawn_sync (NULL, (char *[]){ "pdftotext", "-raw", path, "-", NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                NULL, &error);
  g_assert_no_error (error);
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (bare, *at);
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* The only row of a list. (transfer full) */
static KpList *
make_list (Fixture *f, KpListName name)
{
  g_autoptr (GError) error = NULL;
  KpList *list = kp_lists_make (f->session, name, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kp_list_get_n_rows (list), ==, 1);
  return list;
}

static void
assert_holds (KpList *list, const char *words)
{
  g_autoptr (GBytes) csv = kp_list_to_csv (list);
  gsize size = 0;
  const char *data = g_bytes_get_data (csv, &size);
  g_autofree char *text = g_strndup (data, size);

  kp_test_assert_contains (text, words);
}

/* 违纪违规处理情况一览表: each breach from the record of facts to the service; who was absent isn't on it. */
static void
test_breaches_are_listed (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpIncidentOrder order = { .number = g_ptr_array_index (f->tickets, 0), .paper = PAPER, .kind = "breach", .article = "7",
                            .facts = "衣袖内藏有手机", .by = "监考员甲", .with = "监考员乙" };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpList) recorded = NULL;
  g_autoptr (KpList) served = NULL;
  g_autofree char *paper = NULL;
  KpIncidentEffect effect;
  guint number = 0;

  g_assert_true (kp_step_record_incident (f->session, &order, &number, &error));
  order.kind = "absent";
  order.number = g_ptr_array_index (f->tickets, 1);
  order.article = NULL;
  order.facts = "未到";
  kp_step_record_incident (f->session, &order, &number, &error);
  g_assert_no_error (error);
  recorded = make_list (f, KP_LISTS_BREACHES);
  assert_holds (recorded, "已记录");
  g_assert_true (kp_step_inform_incident (f->session, 1, NULL, &error));
  g_assert_true (kp_step_decide_incident (f->session, 1, TRUE, "负责人", "监督员", &effect, &error));
  g_assert_true (kp_step_serve_incident (f->session, 1, "直接送达", &error));
  g_assert_no_error (error);
  served = make_list (f, KP_LISTS_BREACHES);
  assert_holds (served, "第七条,全部科目成绩无效,2026-03-28,2026-03-28,2031-03-28,已送达");
  g_assert_cmpstr (kp_list_get_value (served, 0, 1), ==, g_ptr_array_index (f->tickets, 0));
  paper = read_form (f, KP_PRESS_INCIDENT_LIST);
  kp_test_assert_contains (paper, "衣袖内藏有手机");
  kp_test_assert_contains (paper, "2031-03-28");
  g_assert_null (strstr (paper, g_ptr_array_index (f->tickets, 1)));
}

static void
enter (Fixture *f, const char *actor, guint entry)
{
  g_autoptr (GString) text = g_string_new ("准考证号,分数\n");
  g_autoptr (KpSession) session = open_as (f, actor);
  g_autoptr (KpMarkSheet) sheet = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  KpMarksTally tally;

  for (guint i = 0; i < f->tickets->len; i++)
    g_string_append_printf (text, "%s,7%u.50\n", (const char *) g_ptr_array_index (f->tickets, i), i);
  path = kp_test_folder_write (f->folder, "marks.csv", text->str, -1);
  sheet = kp_mark_sheet_read_written (path, NULL, NULL, &error);
  g_assert_no_error (error);
  kp_step_enter_marks (session, PAPER, entry, sheet, NULL, &tally, &error);
  g_assert_no_error (error);
}

static void
answer (Fixture *f, guint index, const char *result)
{
  g_autoptr (KpSession) session = open_as (f, "核分员");
  g_autoptr (GError) error = NULL;
  const char *ticket = g_ptr_array_index (f->tickets, index);
  KpRecheckState state;

  g_assert_true (kp_step_ask_recheck (f->session, PAPER, ticket, "怀疑漏评", &error));
  g_assert_true (kp_step_answer_recheck (session, PAPER, ticket, result, &state, &error));
  g_assert_no_error (error);
}

/* 查分结果通知书: for what is settled; both marks stand on it only where they differ. A found mark waits for its correction. */
static void
test_rechecks_are_told (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const KpCorrectionOrder order = { .what = KP_CORRECT_PAPER, .paper = PAPER, .number = g_ptr_array_index (f->tickets, 1),
                                    .to = "75.50", .reason = "查分发现漏评", .by = "甲", .with = "乙" };
  g_autoptr (KpCorrectionReport) report = NULL;
  g_autofree char *until = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *list = NULL;
  g_autoptr (GError) error = NULL;
  KpLockedList locked;

  enter (f, "登分员甲", 1);
  enter (f, "登分员乙", 2);
  g_assert_true (kp_step_lock_paper (f->session, PAPER, "丙", "丁", &locked, &error));
  g_assert_true (kp_step_publish_marks (f->session, &until, &error));
  answer (f, 0, "same");
  answer (f, 1, "75.50");
  before = read_form (f, KP_PRESS_RECHECK_NOTICES);
  kp_test_assert_contains (before, "成绩无误，仍为70.50分");
  g_assert_null (strstr (before, g_ptr_array_index (f->tickets, 1)));
  g_assert_null (strstr (before, "更正为"));
  g_assert_true (kp_step_correct (f->session, &order, FALSE, &report, &error));
  g_assert_no_error (error);
  after = read_form (f, KP_PRESS_RECHECK_NOTICES);
  kp_test_assert_contains (after, "由71.50分更正为75.50分");
  list = read_form (f, KP_PRESS_RECHECKS);
  kp_test_assert_contains (list, "维持");
  kp_test_assert_contains (list, "已更正");
  kp_test_assert_contains (list, g_ptr_array_index (f->tickets, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/exam-papers/breaches-are-listed", Fixture, NULL, set_up, test_breaches_are_listed, tear_down);
  g_test_add ("/app/exam-papers/rechecks-are-told", Fixture, NULL, set_up, test_rechecks_are_told, tear_down);
  return g_test_run ();
}
