/* kp-demo.c – the sample campaign, carried from the registration workbook to the end of the probation.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-demo.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kp-demo-private.h"
#include "kp-demo-results.h"
#include "kp-paper-lock.h"
#include "kp-registration-report.h"
#include "kp-step-address.h"
#include "kp-step-fitness.h"
#include "kp-step-hearing.h"
#include "kp-step-hire.h"
#include "kp-step-import.h"
#include "kp-step-incident.h"
#include "kp-step-interview.h"
#include "kp-step-mark-difference.h"
#include "kp-step-marks.h"
#include "kp-step-review.h"
#include "kp-step-seat.h"
#include "kp-step-shortlist.h"
#include "kp-step-total.h"

#define RECORD "demo.kaopin"
#define CAMPAIGN "yunling-2026"
#define PUBLIC_SEATS "3141592653"
#define PUBLIC_ORDER "2718281828"
#define PUBLIC_EXAMINERS "1414213562"
#define MAX_ROUNDS 6

static char *
dup_now (gpointer data)
{
  const KpDemo *demo = data;

  return g_strdup (demo->now);
}

/* The sample's secrets are no secrets: SHA-256 of what is drawn. */
static gboolean
make_nonce (gpointer data G_GNUC_UNUSED, const char *purpose, guint8 nonce[32], GError **error G_GNUC_UNUSED)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = 32;

  g_checksum_update (sum, (const guchar *) "kaopin-demo nonce ", -1);
  g_checksum_update (sum, (const guchar *) purpose, -1);
  g_checksum_get_digest (sum, nonce, &length);
  return TRUE;
}

static void
tell (KpDemo *demo, const char *sentence)
{
  if (demo->progress != NULL)
    demo->progress (sentence, demo->user_data);
}

/** kp_demo_open_as: the sample's record, with @actor at work. (transfer full) */
KpSession *
kp_demo_open_as (KpDemo *demo, const char *actor, GError **error)
{
  return kp_session_open (demo->record, CAMPAIGN, actor, KP_OPEN_READ_WRITE, &demo->sources, error);
}

static KpRoster *
load_roster (KpSession *session, GError **error)
{
  return kp_roster_load (kp_session_get_database (session), kp_session_get_campaign (session), error);
}

/* ---- the steps, each with its day ---- */

static gboolean
create (KpDemo *demo, GError **error)
{
  g_autofree char *scheme = kp_demo_dup_scheme (error);
  g_autoptr (KpSession) session =
      scheme != NULL ? kp_session_create (demo->record, scheme, "招聘办经办人", &demo->sources, error) : NULL;

  return session != NULL;
}

static gboolean
import (KpDemo *demo, GError **error)
{
  g_autofree char *path = kp_demo_dup_input (demo, KP_DEMO_REGISTRATIONS);
  g_autofree char *report = g_build_filename (demo->folder, "报名导入结果.csv", NULL);
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpRegistrationBook) book = NULL;
  KpImportTally tally;
  guint n_rows = 0;
  const KpRegistrationRow *rows;

  if (!kp_demo_write_sample (demo, error))
    return FALSE;
  session = kp_demo_open_as (demo, "招聘办经办人", error);
  book = session != NULL ? kp_step_read_registrations (session, path, NULL, NULL, error) : NULL;
  if (book == NULL || !kp_step_import_registrations (session, book, TRUE, &tally, error))
    return FALSE;
  rows = kp_registration_book_get_rows (book, &n_rows);
  return kp_registration_report_save (report, rows, n_rows, error);
}

/* What the rules leave to people: papers that are missing were brought, statements were checked. */
static gboolean
decide_open (KpSession *session, GError **error)
{
  g_autoptr (GPtrArray) findings = kp_table_select (
      kp_session_get_database (session), &kp_finding_table, kp_session_get_campaign (session),
      "AND verdict IN ('needs_paper', 'by_hand') ORDER BY application, condition", KP_NO_BINDS, error);

  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const KpFindingRecord *finding = g_ptr_array_index (findings, i);

      if (!kp_step_review_decide (session, finding->application, finding->condition, KP_VERDICT_MET,
                                  "经复核原件，符合条件。", error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
review_first (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "招聘办复核人", error);
  KpReviewTally tally;

  return session != NULL && kp_step_review_auto (session, &tally, error) && decide_open (session, error);
}

static gboolean
confirm (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "招聘办负责人", error);
  guint n_confirmed, n_own;

  return session != NULL && kp_step_review_confirm (session, &n_confirmed, &n_own, error);
}

static gboolean
review (KpDemo *demo, GError **error)
{
  return review_first (demo, error) && confirm (demo, error);
}

/* Who wins the draw is in nobody's hand: ten balls, each with one digit, drawn where everybody sees it. */
static const KpDrawTerms balls = { .source = "监督员在现场先后摇出的十个号码球" };

static gboolean
commit_seats (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "招聘办经办人", error);
  g_autofree char *commitment = session != NULL ? kp_step_commit_seats (session, &balls, error) : NULL;

  return commitment != NULL;
}

static gboolean
open_posts (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "招聘办经办人", error);
  g_autoptr (GPtrArray) posts = session != NULL ? kp_step_open_posts (session, error) : NULL;

  return posts != NULL;
}

static gboolean
seat (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "招聘办经办人", error);
  KpSeatTally tally;

  return session != NULL && kp_step_seat (session, PUBLIC_SEATS, &tally, error);
}

/* On the exam day: seen, recorded, and the candidate informed at once. */
static gboolean
observe (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "考务组", error);
  g_autoptr (KpRoster) roster = session != NULL ? load_roster (session, error) : NULL;
  g_autofree char *ticket = roster != NULL ? kp_demo_dup_cheat (roster) : NULL;
  const KpIncidentOrder order = {
    .number = ticket,
    .paper = KP_DEMO_PAPER,
    .kind = "breach",
    .article = "6",
    .facts = "开考后经监考员提醒，仍未将写有文字的纸条放到指定位置。",
    .evidence = "纸条一张，已装袋封存；考场监控录像。",
    .by = "监考员甲",
    .with = "监考员乙",
  };
  guint number = 0;

  return ticket != NULL && kp_step_record_incident (session, &order, &number, error)
         && kp_step_inform_incident (session, number, "本人忘记放下纸条，纸条与试题无关。", error);
}

/* What was recorded is decided and served, and the marks are locked before anything is made from them. */
static gboolean
settle (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "招聘办经办人", error);
  KpIncidentEffect effect;
  KpLockedList list;

  return session != NULL
         && kp_step_decide_incident (session, 1, TRUE, "招聘办负责人", "纪检监督员", &effect, error)
         && kp_step_serve_incident (session, 1, "直接送达本人", error)
         && kp_step_lock_paper (session, KP_DEMO_PAPER, "登分组长", "纪检监督员", &list, error);
}

static gboolean
enter (KpDemo *demo, const char *actor, guint entry, const char *name, GError **error)
{
  g_autofree char *path = kp_demo_dup_input (demo, name);
  g_autoptr (KpSession) session = kp_demo_open_as (demo, actor, error);
  g_autoptr (KpMarkSheet) sheet =
      session != NULL ? kp_mark_sheet_read_written (path, NULL, NULL, error) : NULL;
  KpMarksTally tally;

  return sheet != NULL && kp_step_enter_marks (session, KP_DEMO_PAPER, entry, sheet, NULL, &tally, error);
}

/* The third person takes the paper in hand, where the true mark stands. */
static gboolean
resolve (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "登分组长", error);
  g_autoptr (GPtrArray) differences =
      session != NULL ? kp_step_list_differences (session, KP_DEMO_PAPER, error) : NULL;

  if (differences == NULL)
    return FALSE;
  for (guint i = 0; i < differences->len; i++)
    {
      const KpMarkDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *mark = kp_demo_dup_true_mark (difference->ticket);

      if (!kp_step_resolve_mark (session, KP_DEMO_PAPER, difference->ticket, mark, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
mark (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "登分员甲", error);
  g_autoptr (KpRoster) roster = session != NULL ? load_roster (session, error) : NULL;

  if (roster == NULL || !kp_demo_write_marks (demo, roster, error))
    return FALSE;
  g_clear_pointer (&session, kp_session_close);
  return enter (demo, "登分员甲", 1, KP_DEMO_FIRST, error) &&
         enter (demo, "登分员乙", 2, KP_DEMO_SECOND, error) && resolve (demo, error);
}

static gboolean
shortlist (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "招聘办经办人", error);
  KpShortlistTally tally;
  guint n_items = 0;

  return session != NULL && kp_step_award_bonus (session, &n_items, error) &&
         kp_step_shortlist (session, &tally, error);
}

static gboolean
commit_order (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "考务组", error);
  g_autofree char *commitments = session != NULL ? kp_step_commit_hearings (session, &balls, error) : NULL;

  return commitments != NULL && kp_demo_call_examiners (demo, session, &balls, error);
}

static gboolean
draw (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "考务组", error);
  KpHearingTally tally;

  return session != NULL && kp_step_draw_hearings (session, PUBLIC_ORDER, &tally, error)
         && kp_demo_draw_examiners (session, PUBLIC_EXAMINERS, error);
}

static gboolean
interview (KpDemo *demo, GError **error)
{
  g_autofree char *path = kp_demo_dup_input (demo, KP_DEMO_INTERVIEW);
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "计分员", error);
  g_autoptr (KpRoster) roster = session != NULL ? load_roster (session, error) : NULL;
  g_autoptr (KpMarkSheet) sheet = NULL;
  KpInterviewTally tally;

  if (roster == NULL || !kp_demo_write_interview (demo, roster, kp_session_get_scheme (session), error))
    return FALSE;
  sheet = kp_mark_sheet_read_interview (path, NULL, NULL, error);
  return sheet != NULL && kp_step_enter_interview (session, sheet, 0, &tally, error);
}

static gboolean
open_rooms (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "核分员", error);

  return session != NULL && kp_demo_open_rooms (session, error);
}

static gboolean
total (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "招聘办经办人", error);
  KpTotalTally tally;

  return session != NULL && kp_step_total (session, &tally, error);
}

static gboolean
take_fitness (
    KpDemo *demo, KpSession *session, KpFitnessKind kind, guint round, guint *n_rows, GError **error)
{
  const gboolean is_physical = kind == KP_FITNESS_PHYSICAL;
  g_autoptr (KpRoster) roster = load_roster (session, error);
  g_autofree char *name = g_strdup_printf ("%s结果-%u.xlsx", is_physical ? "体检" : "考察", round);
  g_autofree char *path = kp_demo_dup_input (demo, name);
  g_autoptr (KpFitnessSheet) sheet = NULL;
  KpFitnessTally tally;

  if (roster == NULL || !kp_demo_write_fitness (demo, roster, is_physical, round, n_rows, error))
    return FALSE;
  if (*n_rows == 0)
    return TRUE;
  sheet = kp_fitness_sheet_read (path, kind, error);
  return sheet != NULL && kp_step_enter_fitness (session, kind, sheet, &tally, error);
}

/* Substitutes are called after each batch, until nobody waits for a result. */
static gboolean
examine (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "招聘办经办人", error);

  if (session == NULL)
    return FALSE;
  for (guint round = 1; round <= MAX_ROUNDS; round++)
    {
      guint n_physical = 0;
      guint n_background = 0;

      if (!take_fitness (demo, session, KP_FITNESS_PHYSICAL, round, &n_physical, error) ||
          !take_fitness (demo, session, KP_FITNESS_BACKGROUND, round, &n_background, error))
        return FALSE;
      if (n_physical + n_background == 0)
        break;
    }
  return TRUE;
}

static gboolean
publish (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "招聘办经办人", error);
  KpPublicityTally tally;

  return session != NULL && kp_step_publish (session, &tally, error);
}

static gboolean
take_addresses (KpDemo *demo, KpSession *session, GError **error)
{
  g_autoptr (KpRoster) roster = load_roster (session, error);
  g_autofree char *path = kp_demo_dup_input (demo, KP_DEMO_ADDRESSES);
  g_autoptr (KpAddressSheet) sheet = NULL;
  KpAddressTally tally;

  if (roster == NULL || !kp_demo_write_addresses (demo, roster, error))
    return FALSE;
  sheet = kp_address_sheet_read (path, error);
  return sheet != NULL && kp_step_enter_addresses (session, sheet, &tally, error);
}

static gboolean
hire (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = kp_demo_open_as (demo, "招聘办经办人", error);
  KpHireTally tally;

  return session != NULL && take_addresses (demo, session, error) && kp_step_hire (session, &tally, error);
}

static const KpDemoStep steps[] = {
  { "2026-02-11T09:00:00+08:00", KP_STAGE_PLAN, N_ ("Creating the campaign from its scheme"), create },
  { "2026-03-07T09:00:00+08:00", KP_STAGE_REGISTRATION, N_ ("Importing the registration workbook"), import },
  { "2026-03-10T09:00:00+08:00", KP_STAGE_REVIEW, N_ ("Reviewing the applications"), review },
  { "2026-03-12T09:00:00+08:00", KP_STAGE_SITTINGS, N_ ("Opening the posts"), open_posts },
  { "2026-03-15T16:00:00+08:00", KP_STAGE_SITTINGS, N_ ("Committing the draw of the seats"), commit_seats },
  { "2026-03-16T09:00:00+08:00", KP_STAGE_SITTINGS, N_ ("Drawing the seats"), seat },
  { "2026-03-28T12:00:00+08:00", KP_STAGE_WRITTEN, N_ ("Recording what happened on the exam day"), observe },
  { "2026-04-03T09:00:00+08:00", KP_STAGE_WRITTEN, N_ ("Taking in two entries of written marks, resolving their differences"), mark },
  { "2026-04-06T09:00:00+08:00", KP_STAGE_WRITTEN, N_ ("Deciding the breach, locking the marks"), settle },
  { "2026-04-07T09:00:00+08:00", KP_STAGE_SHORTLIST, N_ ("Awarding the bonus, making the shortlist"), shortlist },
  { "2026-04-17T16:00:00+08:00", KP_STAGE_INTERVIEW, N_ ("Committing the draws of the interview"), commit_order },
  { "2026-04-18T07:30:00+08:00", KP_STAGE_INTERVIEW, N_ ("Drawing the order of the interview"), draw },
  { "2026-04-18T18:00:00+08:00", KP_STAGE_INTERVIEW, N_ ("Taking in the marks of the examiners"), interview },
  { "2026-04-18T18:30:00+08:00", KP_STAGE_INTERVIEW, N_ ("Checking the marks and opening the rooms"), open_rooms },
  { "2026-04-20T09:00:00+08:00", KP_STAGE_TOTALS, N_ ("Computing totals and places"), total },
  { "2026-05-20T09:00:00+08:00", KP_STAGE_PHYSICAL, N_ ("Taking in physical examinations and background checks"), examine },
  { "2026-06-10T09:00:00+08:00", KP_STAGE_PUBLICITY, N_ ("Publishing the proposed hires"), publish },
  { "2026-06-23T09:00:00+08:00", KP_STAGE_HIRE, N_ ("Preparing the contracts"), hire },
};

/* ---- the folder ---- */

/* Only a record of the sample is ever replaced, or one that was killed before it held any campaign. What
   can't be opened is left to kp_session_create(), which takes a file that was hardly begun and refuses any
   other. */
static gboolean
may_replace (const char *path, gboolean *is_old, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (KpSession) session =
      kp_session_open (path, NULL, "demo", KP_OPEN_READ_ONLY, &kp_system_sources, &local);

  *is_old = session != NULL || g_error_matches (local, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
  if (session == NULL || g_str_equal (kp_session_get_campaign (session), CAMPAIGN))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _ ("“%s” is there already and isn't a sample that can be replaced; choose another folder."),
               path);
  return FALSE;
}

static void
remove_old (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *old = g_strconcat (path, endings[i], NULL);

      g_unlink (old);
    }
}

static gboolean
prepare (KpDemo *demo, GError **error)
{
  gboolean is_old = FALSE;

  if (g_mkdir_with_parents (demo->inputs, 0755) != 0)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _ ("The folder “%s” can't be made: %s."),
                   demo->inputs, g_strerror (errno));
      return FALSE;
    }
  if (kp_database_location_is_server (demo->record))
    return TRUE;
  if (!may_replace (demo->record, &is_old, error))
    return FALSE;
  if (is_old)
    remove_old (demo->record);
  return TRUE;
}

static gboolean
run_steps (KpDemo *demo, const KpDemoStep *list, guint n, KpStage until, GError **error)
{
  for (guint i = 0; i < n && list[i].stage <= until; i++)
    {
      demo->now = list[i].now;
      tell (demo, _ (list[i].sentence));
      if (!list[i].run (demo, error))
        {
          g_prefix_error (error, "%s: ", _ (list[i].sentence));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
run (KpDemo *demo, const KpDemoOrder *order, KpAnswer *answer, GError **error)
{
  guint n_works = 0;
  const KpDemoStep *works = kp_demo_get_work_steps (&n_works);
  const KpDemoPrinting printing = { demo->folder, order->until < KP_STAGE_PROBATION, order->keeps_going };
  g_autoptr (KpSession) session = NULL;

  if (!prepare (demo, error) || !run_steps (demo, steps, G_N_ELEMENTS (steps), order->until, error)
      || !run_steps (demo, works, n_works, order->until, error))
    return FALSE;
  session = kp_session_open (demo->record, CAMPAIGN, "demo", KP_OPEN_READ_ONLY, &demo->sources, error);
  if (session == NULL)
    return FALSE;
  tell (demo, _ ("Printing the papers"));
  if (!kp_demo_print (session, &printing, answer, error))
    return FALSE;
  tell (demo, _ ("Writing the lists"));
  return kp_demo_export (session, demo->folder, error) && kp_demo_answer (session, answer, error);
}

/**
 * kp_demo_run:
 * @order: what is to be made
 * @progress: (nullable): hears what is being done
 * @user_data: for @progress
 * @answer: gets the summary
 * @error: return location
 *
 * Runs the sample with the same steps that the verbs and the window use, on its own fixed clock.
 *
 * Returns: %TRUE, or %FALSE with an error; the record then is as the last whole step left it
 */
gboolean
kp_demo_run (const KpDemoOrder *order,
             KpDemoProgress progress,
             gpointer user_data,
             KpAnswer *answer,
             GError **error)
{
  KpDemo demo = { .folder = order->folder, .progress = progress, .user_data = user_data };
  gboolean is_done;

  demo.inputs = g_build_filename (order->folder, "inputs", NULL);
  demo.record = order->server != NULL ? g_strdup (order->server) : g_build_filename (order->folder, RECORD, NULL);
  demo.sources = (KpSources){ dup_now, make_nonce, &demo, KP_SOURCES_SAMPLE };
  is_done = run (&demo, order, answer, error);
  g_free (demo.inputs);
  g_free (demo.record);
  return is_done;
}
