/* kp-demo-work.c – the sample campaign from the signed contracts to the end of the probation.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody is looked on for six months, month by month. Of those on probation one resigns, one passes early, one fails with
 * every paper served before the last day, and all others are confirmed. Who they are is their place among the contracts, so
 * that the sample is the same each time. */
#include <glib/gi18n-lib.h>

#include "kp-demo-private.h"
#include "kp-step-due.h"
#include "kp-step-probation.h"
#include "kp-step-work.h"

#define RESIGNS 1 /* places among those on probation, from 0 */
#define EXCELS 4
#define FAILS 7

/* Points of the scheme's six elements; the third comes from the survey. */
#define POINTS_EXCELLENT "19/29/-/9/10/10"
#define POINTS_FAILING "12/13.5/-/5/6/6"

static const KpSurveyCounts survey_excellent = { 48, 2, 0 };
static const KpSurveyCounts survey_failing = { 26, 11, 13 };

/* A link as all of them have it. */
typedef struct
{
  KpLink link;
  guint month;
  const char *document;
  const char *text; /* (nullable) */
  const char *with; /* (nullable) */
} Common;

static KpSession *
open_office (KpDemo *demo, GError **error)
{
  return kp_demo_open_as (demo, "街道党群办", error);
}

/* ---- who is meant ---- */

static gboolean
is_on_probation (const KpEmployment *work)
{
  return work->file.months > 0 && work->outcome == NULL && work->end == NULL;
}

/* The number of the one at @place among all who began a probation. (transfer none) (nullable) */
static const char *
get_number (const KpEmployments *works, guint place)
{
  guint n = 0;

  for (guint i = 0; i < kp_employments_get_n (works); i++)
    {
      const KpEmployment *work = kp_employments_get (works, i);

      if (work->file.months > 0 && n++ == place)
        return work->contract->number;
    }
  return NULL;
}

static char *
dup_number (KpSession *session, guint place, GError **error)
{
  g_autoptr (KpEmployments) works = kp_employments_load (session, error);
  const char *number = works != NULL ? get_number (works, place) : NULL;

  if (works != NULL && number == NULL)
    g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _ ("The sample has too few contracts with a probation."));
  return g_strdup (number);
}

/* ---- what is recorded ---- */

static KpLinkOrder
make_order (KpSession *session, const char *number, const Common *common)
{
  return (KpLinkOrder){ .number = number,
                        .link = common->link,
                        .month = common->month,
                        .day = kp_session_get_today (session),
                        .document = common->document,
                        .text = common->text,
                        .by = "街道组织委员",
                        .with = common->with };
}

static gboolean
record (KpSession *session, const char *number, const Common *common, GError **error)
{
  const KpLinkOrder order = make_order (session, number, common);

  return kp_step_record_link (session, &order, error);
}

static gboolean
record_all (KpSession *session, const Common *commons, guint n_commons, GError **error)
{
  for (guint i = 0; i < n_commons; i++)
    {
      const KpLinkOrder order = make_order (session, NULL, &commons[i]);
      KpLinkTally tally;

      if (!kp_step_record_link_of_all (session, &order, NULL, &tally, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
record_duty (KpSession *session, KpDuty duty, const char *number, const char *document, GError **error)
{
  const KpDutyOrder order
      = { .duty = duty, .number = number, .day = kp_session_get_today (session), .document = document };
  KpDutyTally tally;

  return kp_step_record_duty (session, &order, &tally, error);
}

/* ---- July: signed, insured, conditions; somebody goes again ---- */

static gboolean
start (KpDemo *demo, GError **error)
{
  static const Common first_day[] = { { .link = KP_LINK_CONDITIONS, .document = "录用条件确认书" },
                                      { .link = KP_LINK_DUTIES, .document = "岗位职责告知书" },
                                      { .link = KP_LINK_METHOD, .document = "考核办法签收表" } };
  g_autoptr (KpSession) session = open_office (demo, error);

  return session != NULL && record_duty (session, KP_DUTY_SIGNED, NULL, "劳动合同签收表", error)
         && record_all (session, first_day, G_N_ELEMENTS (first_day), error);
}

static gboolean
train (KpDemo *demo, GError **error)
{
  static const Common first_week[] = { { .link = KP_LINK_MENTOR, .document = "师徒结对表", .text = "社区书记" },
                                       { .link = KP_LINK_TRAINING, .document = "初任培训签到表" } };
  g_autoptr (KpSession) session = open_office (demo, error);

  return session != NULL && record_all (session, first_week, G_N_ELEMENTS (first_week), error);
}

static gboolean
insure (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = open_office (demo, error);

  return session != NULL && record_duty (session, KP_DUTY_INSURED, NULL, "社保参保登记表", error)
         && record_duty (session, KP_DUTY_FUND, NULL, "公积金缴存登记表", error);
}

/* 劳动合同法 §37: told on the 20th, gone after three days. */
static gboolean
resign (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = open_office (demo, error);
  g_autofree char *number = session != NULL ? dup_number (session, RESIGNS, error) : NULL;
  const KpDate today = session != NULL ? kp_session_get_today (session) : KP_DATE_NONE;
  const KpEndOrder order = { .number = number,
                             .ground = KP_GROUND_RESIGNED,
                             .served = kp_date_add_days (today, -3),
                             .last_day = today,
                             .reason = "本人书面提出，个人原因",
                             .by = "街道组织委员",
                             .with = "街道党群办主任" };
  guint half_months;

  return number != NULL && kp_step_end_contract (session, &order, &half_months, error);
}

static gboolean
hand_over (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = open_office (demo, error);

  return session != NULL && record_duty (session, KP_DUTY_HANDOVER, NULL, "工作交接单", error);
}

/* Graduates of this year, whose certificate is due. */
static gboolean
see_certificates (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = open_office (demo, error);
  g_autoptr (GPtrArray) dues
      = session != NULL ? kp_step_list_due (session, kp_session_get_today (session), error) : NULL;

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const KpDeadline *deadline = ((const KpDue *) g_ptr_array_index (dues, i))->deadline;

      if (deadline->kind == KP_DEADLINE_CERTIFICATE
          && !record_duty (session, KP_DUTY_CERTIFICATE, deadline->number, "毕业证书原件", error))
        return FALSE;
    }
  return dues != NULL;
}

/* ---- month by month ---- */

static gboolean
note (KpDemo *demo, guint month, GError **error)
{
  const Common common = { .link = KP_LINK_NOTE, .month = month, .document = "试用期月度记录" };
  g_autoptr (KpSession) session = open_office (demo, error);

  return session != NULL && record_all (session, &common, 1, error);
}

static gboolean
note_1 (KpDemo *demo, GError **error)
{
  return note (demo, 1, error);
}

static gboolean
note_2 (KpDemo *demo, GError **error)
{
  return note (demo, 2, error);
}

/* Half of the months are over: the talk as well. */
static gboolean
note_3 (KpDemo *demo, GError **error)
{
  static const Common talk = { .link = KP_LINK_MIDTERM, .document = "试用期中期评估表" };
  g_autoptr (KpSession) session = NULL;

  if (!note (demo, 3, error))
    return FALSE;
  session = open_office (demo, error);
  return session != NULL && record_all (session, &talk, 1, error);
}

static gboolean
note_4 (KpDemo *demo, GError **error)
{
  return note (demo, 4, error);
}

static gboolean
note_5 (KpDemo *demo, GError **error)
{
  return note (demo, 5, error);
}

static gboolean
note_6 (KpDemo *demo, GError **error)
{
  return note (demo, 6, error);
}

/* ---- assessments and what follows from them ---- */

static gboolean
record_survey (KpSession *session, const char *number, const KpSurveyCounts *survey, GError **error)
{
  const KpLinkOrder order = { .number = number,
                              .link = KP_LINK_SURVEY,
                              .day = kp_session_get_today (session),
                              .document = "居民满意度测评表",
                              .survey = survey,
                              .by = "社区居委会计票人",
                              .with = "街道纪检监督员" };

  return kp_step_record_link (session, &order, error);
}

static gboolean
record_assessment (KpSession *session, const char *number, const char *points, GError **error)
{
  const KpLinkOrder order = { .number = number,
                              .link = KP_LINK_ASSESSMENT,
                              .day = kp_session_get_today (session),
                              .document = "试用期期满考核表",
                              .points = points,
                              .by = "街道组织委员",
                              .with = "街道党群办主任" };

  return kp_step_record_link (session, &order, error);
}

static const Common meeting
    = { .link = KP_LINK_MEETING, .document = "街党会〔2026〕31号", .with = "街道党工委书记" };

static gboolean
settle_one (KpSession *session, const char *number, KpProbationAct act, const char *reason, GError **error)
{
  const KpSettleOrder order
      = { .number = number, .act = act, .reason = reason, .by = "街道党工委书记", .with = "街道组织委员" };
  KpDate day;

  return kp_step_settle_probation (session, &order, &day, error);
}

/* The scheme lets somebody excellent be confirmed after three months. */
static gboolean
pass_early (KpDemo *demo, GError **error)
{
  static const Common early
      = { .link = KP_LINK_MEETING, .document = "街党会〔2026〕25号", .with = "街道党工委书记" };
  g_autoptr (KpSession) session = open_office (demo, error);
  g_autofree char *number = session != NULL ? dup_number (session, EXCELS, error) : NULL;

  return number != NULL && record_survey (session, number, &survey_excellent, error)
         && record_assessment (session, number, POINTS_EXCELLENT, error) && record (session, number, &early, error)
         && settle_one (session, number, KP_PROBATION_CONFIRM_EARLY, "考核优秀，提前转正", error);
}

/* ---- December: everybody else is assessed ---- */

/* What is done of one of them; @i is the place among all contracts, so that people differ. */
typedef gboolean (*ForOne) (KpSession *session, const char *number, guint i, gboolean is_failing, GError **error);

static gboolean
for_all (KpDemo *demo, ForOne act, GError **error)
{
  g_autoptr (KpSession) session = open_office (demo, error);
  g_autoptr (KpEmployments) works = session != NULL ? kp_employments_load (session, error) : NULL;
  const char *failing = works != NULL ? get_number (works, FAILS) : NULL;

  for (guint i = 0; works != NULL && i < kp_employments_get_n (works); i++)
    {
      const KpEmployment *work = kp_employments_get (works, i);

      if (is_on_probation (work)
          && !act (session, work->contract->number, i, g_strcmp0 (work->contract->number, failing) == 0, error))
        return FALSE;
    }
  return works != NULL;
}

/* Fifty residents each, of whom forty and more are satisfied. */
static gboolean
survey_one (KpSession *session, const char *number, guint i, gboolean is_failing, GError **error)
{
  const KpSurveyCounts good = { 40 + i % 8, 9 - i % 8, 1 };

  return record_survey (session, number, is_failing ? &survey_failing : &good, error);
}

static gboolean
survey_all (KpDemo *demo, GError **error)
{
  return for_all (demo, survey_one, error);
}

static gboolean
assess_one (KpSession *session, const char *number, guint i, gboolean is_failing, GError **error)
{
  g_autofree char *good = g_strdup_printf ("%u/%u/-/8/9/9", 15 + i % 4, 23 + i % 5);

  return record_assessment (session, number, is_failing ? POINTS_FAILING : good, error);
}

static gboolean
assess_all (KpDemo *demo, GError **error)
{
  return for_all (demo, assess_one, error);
}

static gboolean
meet (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = open_office (demo, error);

  return session != NULL && record_all (session, &meeting, 1, error);
}

static gboolean
record_of_failing (KpDemo *demo, const Common *links, guint n_links, GError **error)
{
  g_autoptr (KpSession) session = open_office (demo, error);
  g_autofree char *number = session != NULL ? dup_number (session, FAILS, error) : NULL;

  for (guint i = 0; number != NULL && i < n_links; i++)
    if (!record (session, number, &links[i], error))
      return FALSE;
  return number != NULL;
}

/* 劳动合同法 §43: the union before the notice; and the county knows. */
static gboolean
ask_union (KpDemo *demo, GError **error)
{
  static const Common links[] = { { .link = KP_LINK_UNION, .document = "城街工函〔2026〕3号" },
                                  { .link = KP_LINK_FILING, .document = "县社工备〔2026〕7号" } };

  return record_of_failing (demo, links, G_N_ELEMENTS (links), error);
}

static gboolean
notify (KpDemo *demo, GError **error)
{
  static const Common links[] = {
    { .link = KP_LINK_NOTICE,
      .document = "城街解〔2026〕1号",
      .text = "入户走访、网格事件办结连续三个月未达到录用条件确认书的要求，依据劳动合同法第三十九条第（一）项",
      .with = "街道党工委书记" },
  };

  return record_of_failing (demo, links, G_N_ELEMENTS (links), error);
}

static gboolean
serve (KpDemo *demo, GError **error)
{
  g_autoptr (KpSession) session = open_office (demo, error);
  g_autofree char *number = session != NULL ? dup_number (session, FAILS, error) : NULL;
  const KpLinkOrder order = { .number = number,
                              .link = KP_LINK_SERVICE,
                              .day = session != NULL ? kp_session_get_today (session) : KP_DATE_NONE,
                              .document = "送达回证",
                              .served = KP_SERVED_IN_PERSON,
                              .by = "街道组织委员",
                              .with = "街道党群办主任" };

  return number != NULL && kp_step_record_link (session, &order, error)
         && settle_one (session, number, KP_PROBATION_TERMINATE, "试用期间被证明不符合录用条件", error);
}

static gboolean
confirm_one (KpSession *session, const char *number, guint i G_GNUC_UNUSED, gboolean is_failing G_GNUC_UNUSED, GError **error)
{
  return settle_one (session, number, KP_PROBATION_CONFIRM, "考核合格，按期转正", error);
}

/* The probation is over: who is still on it was assessed as fit. */
static gboolean
confirm_all (KpDemo *demo, GError **error)
{
  return for_all (demo, confirm_one, error);
}

#define AT(day) day "T09:00:00+08:00"
#define ON_PROBATION KP_STAGE_PROBATION

static const KpDemoStep steps[] = {
  { AT ("2026-07-01"), ON_PROBATION, N_ ("Signing contracts and conditions of hire"), start },
  { AT ("2026-07-06"), ON_PROBATION, N_ ("Finding mentors, training in the first week"), train },
  { AT ("2026-07-10"), ON_PROBATION, N_ ("Registering social insurance and housing fund"), insure },
  { AT ("2026-07-23"), ON_PROBATION, N_ ("Taking a resignation"), resign },
  { AT ("2026-07-29"), ON_PROBATION, N_ ("Handing over the file of who left"), hand_over },
  { AT ("2026-07-30"), ON_PROBATION, N_ ("Looking at the certificates of graduates"), see_certificates },
  { AT ("2026-08-05"), ON_PROBATION, N_ ("Writing the notes of the first month"), note_1 },
  { AT ("2026-09-04"), ON_PROBATION, N_ ("Writing the notes of the second month"), note_2 },
  { AT ("2026-10-09"), ON_PROBATION, N_ ("Writing the notes of the third month, talking at half of the time"), note_3 },
  { AT ("2026-10-15"), ON_PROBATION, N_ ("Confirming one worker early"), pass_early },
  { AT ("2026-11-04"), ON_PROBATION, N_ ("Writing the notes of the fourth month"), note_4 },
  { AT ("2026-12-04"), ON_PROBATION, N_ ("Writing the notes of the fifth month"), note_5 },
  { AT ("2026-12-10"), ON_PROBATION, N_ ("Asking residents"), survey_all },
  { AT ("2026-12-15"), ON_PROBATION, N_ ("Assessing the workers on probation"), assess_all },
  { AT ("2026-12-16"), ON_PROBATION, N_ ("Deciding in the meeting"), meet },
  { AT ("2026-12-18"), ON_PROBATION, N_ ("Asking the union, telling the county"), ask_union },
  { AT ("2026-12-22"), ON_PROBATION, N_ ("Writing the notice to who failed"), notify },
  { AT ("2026-12-23"), ON_PROBATION, N_ ("Serving the notice, ending the contract"), serve },
  { AT ("2026-12-30"), ON_PROBATION, N_ ("Handing over the file of who left"), hand_over },
  { AT ("2026-12-31"), ON_PROBATION, N_ ("Writing the notes of the last month"), note_6 },
  { AT ("2027-01-04"), ON_PROBATION, N_ ("Confirming all others"), confirm_all },
};

/** kp_demo_get_work_steps: what happens after the contracts were made. (transfer none) */
const KpDemoStep *
kp_demo_get_work_steps (guint *n_steps)
{
  *n_steps = G_N_ELEMENTS (steps);
  return steps;
}
