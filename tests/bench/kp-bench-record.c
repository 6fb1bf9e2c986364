/* kp-bench-record.c – a record of very many applicants, brought to its totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Written row by row rather than by the steps: what is measured only reads, and a province's whole campaign takes minutes. */

#include "kp-bench-record.h"

#include "kp-id-number.h"
#include "kp-ledger.h"
#include "kp-mark.h"
#include "kp-test.h"

#define N_SEATED_OF 5   /* one of so many has no seat */
#define N_HEARD_OF 10   /* one of so many came to the interview */
#define N_ROOM 30

typedef struct
{
  const char *campaign;
  KpLedger *ledger;
  KpTestDice dice;
  GPtrArray *posts; /* (element-type KpPostRecord) */
} Maker;

static const char *const surnames[] = { "张", "王", "李", "刘", "陈", "杨", "赵", "黄", "周", "吴",
                                        "徐", "孙", "曾", "单", "仇", "欧阳", "解", "覃", "查", "䶮" };
static const char *const syllables[] = { "伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰",
                                         "娟", "涛", "明", "超", "秀兰", "霞", "平", "刚", "桂英", "㛃", "雨", "欣", "梓", "涵" };

static const char *
pick (Maker *maker,
      const char *const *words,
      guint n)
{
  return words[kp_test_dice_below (&maker->dice, n)];
}

static void
put (Maker *maker,
     const KpTable *table,
     gpointer record)
{
  g_autoptr (GError) error = NULL;

  kp_ledger_insert (maker->ledger, table, record, &error);
  g_assert_no_error (error);
}

static void
put_person (Maker *maker,
            guint number,
            const char *key)
{
  g_autofree char *name = g_strconcat (pick (maker, surnames, G_N_ELEMENTS (surnames)),
                                       pick (maker, syllables, G_N_ELEMENTS (syllables)),
                                       pick (maker, syllables, G_N_ELEMENTS (syllables)), NULL);
  const guint day = number / 500;
  g_autofree char *id = g_strdup_printf ("110101%04u%02u%02u%03u0", 1980 + day / 336, 1 + day / 28 % 12, 1 + day % 28, number % 500);
  g_autofree char *phone = g_strdup_printf ("139%08u", kp_test_dice_below (&maker->dice, 100000000));
  KpPersonRecord person = {
    .campaign = maker->campaign, .person = key,     .name = name,          .id_number = id,     .sex = number % 2 ? "男" : "女",
    .birth = "1990-01-01",       .ethnic = "汉族",  .political = "群众",   .education = "本科", .school = "云岭学院",
    .major = "社会工作",         .phone = phone,    .residence = "云岭县", .address = "青山街道",
  };

  id[17] = kp_id_number_compute_check_digit (id);
  put (maker, &kp_person_table, &person);
}

static void
put_results (Maker *maker,
             guint number,
             const KpApplicationRecord *application)
{
  g_autofree char *ticket = g_strdup_printf ("2026%06u", number);
  const gint64 mark = KP_MARK (40, 0) + (gint64) kp_test_dice_below (&maker->dice, 5000) * KP_MARK (0, 100);
  KpSeatRecord seat = { maker->campaign, "1", application->application, "S1", number / N_ROOM + 1, number % N_ROOM + 1, ticket };
  KpShortlistRecord shortlist = { .campaign = maker->campaign, .application = application->application,
                                  .post = application->post, .state = "present", .paper = mark, .written = mark,
                                  .place = number, .outcome = number % N_HEARD_OF ? "out" : "in", .why = "" };
  KpInterviewRecord interview = { .campaign = maker->campaign, .application = application->application,
                                  .state = "present", .raw = mark, .mark = mark };
  KpTotalRecord total = { .campaign = maker->campaign, .application = application->application,
                          .post = application->post, .written = mark, .interview = mark, .credential = KP_NO_INT,
                          .total = mark, .place = number, .outcome = "ranked", .why = "" };

  put (maker, &kp_seat_table, &seat);
  put (maker, &kp_shortlist_table, &shortlist);
  if (number % N_HEARD_OF != 0)
    return;
  put (maker, &kp_interview_table, &interview);
  put (maker, &kp_total_table, &total);
}

static void
put_applicant (Maker *maker,
               guint number)
{
  g_autofree char *key = g_strdup_printf ("%06u", number);
  const KpPostRecord *post = g_ptr_array_index (maker->posts, kp_test_dice_below (&maker->dice, maker->posts->len));
  KpApplicationRecord application = { .campaign = maker->campaign, .application = key, .person = key, .post = post->post,
                                      .source = "", .sheet_row = number,
                                      .review = number % N_SEATED_OF ? "pass" : "fail" };

  put_person (maker, number, key);
  put (maker, &kp_application_table, &application);
  if (number % N_SEATED_OF != 0 || number % N_HEARD_OF == 0)
    put_results (maker, number, &application);
}

/** kp_bench_record_new: the sample's campaign with @n_people made up by dice of a fixed seed. (transfer full) */
KpTestCampaign *
kp_bench_record_new (KpDatabaseKind kind,
                     guint n_people)
{
  static const KpAct act = { "tester", "2026-03-07T09:00:00+08:00", "import", NULL };
  const KpTestDatabase database = { .kind = kind };
  KpTestCampaign *c = kp_test_campaign_new ((KpTestDatabase *) &database);
  KpDatabase *db = kp_session_get_database (c->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts
      = kp_table_select (db, &kp_post_table, kp_session_get_campaign (c->session), "ORDER BY post", KP_NO_BINDS, &error);
  g_autoptr (KpLedger) ledger = kp_ledger_begin (db, kp_session_get_campaign (c->session), &act, &error);
  Maker maker = { kp_session_get_campaign (c->session), ledger, { 20261129 }, posts };

  g_assert_no_error (error);
  for (guint i = 1; i <= n_people; i++)
    put_applicant (&maker, i);
  g_assert_true (kp_ledger_commit (ledger, &error));
  return c;
}
