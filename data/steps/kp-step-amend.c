/* kp-step-amend.c – changes a sealed scheme where nothing is decided by it yet.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A notice is changed by a supplementary notice (补充公告), never silently. What a part of the scheme has decided stays
 * decided: such a part is refused (kp-amend-scope.c). Parts that only compute are tried: everything is made again by the
 * amended scheme, and where a closed stage would come out otherwise the amendment is refused. */

#include "kp-step-amend.h"

#include <glib/gi18n-lib.h>

#include "kp-amend-scope.h"
#include "kp-change-tables.h"
#include "kp-change.h"
#include "kp-recompute.h"
#include "kp-scheme-diff.h"
#include "kp-scheme-json.h"
#include "kp-session-private.h"
#include "kp-two-people.h"

/* Which stage seals what may change. */
static const KpStage sealed_by[KP_N_CHANGE_FIELDS] = {
  [KP_CHANGE_PAPER] = KP_STAGE_WRITTEN,
  [KP_CHANGE_BONUS] = KP_STAGE_WRITTEN,
  [KP_CHANGE_WRITTEN] = KP_STAGE_WRITTEN,
  [KP_CHANGE_WRITTEN_PLACE] = KP_STAGE_WRITTEN,
  [KP_CHANGE_HEAT] = KP_STAGE_SHORTLIST,
  [KP_CHANGE_HEAT_PLACE] = KP_STAGE_SHORTLIST,
  [KP_CHANGE_SHORTLIST] = KP_STAGE_SHORTLIST,
  [KP_CHANGE_RAW] = KP_STAGE_INTERVIEW,
  [KP_CHANGE_COEFFICIENT] = KP_STAGE_INTERVIEW,
  [KP_CHANGE_INTERVIEW] = KP_STAGE_INTERVIEW,
  [KP_CHANGE_TOTAL] = KP_STAGE_TOTALS,
  [KP_CHANGE_PLACE] = KP_STAGE_TOTALS,
  [KP_CHANGE_CALLED] = KP_STAGE_TOTALS,
  [KP_CHANGE_CHECKED] = KP_STAGE_TOTALS,
  [KP_CHANGE_FINAL_TOTAL] = KP_STAGE_BACKGROUND,
  [KP_CHANGE_FINAL_PLACE] = KP_STAGE_BACKGROUND,
  [KP_CHANGE_PROPOSED] = KP_STAGE_PUBLICITY,
};

static gboolean
check_results (KpSession *session,
               const KpAmendmentReport *report,
               GError **error)
{
  const KpStageState stages = kp_session_get_stages (session);
  guint n_decided = report->pending->len;
  const char *what = NULL;

  for (guint i = 0; i < report->changes->len; i++)
    {
      const KpChange *change = g_ptr_array_index (report->changes, i);

      if (!kp_stage_is_closed (stages, sealed_by[change->field]))
        continue;
      n_decided++;
      if (what == NULL)
        what = kp_change_field_get_chinese (change->field);
    }
  if (n_decided == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The amended scheme would decide otherwise what is decided already (%s, %u rows). Nothing was changed; what "
                 "candidates were told by the old rules stays by the old rules."),
               what != NULL ? what : kp_pending_kind_get_chinese (((const KpPendingCase *) report->pending->pdata[0])->kind),
               n_decided);
  return FALSE;
}

/* "三、笔试" with as many headings as a notice can have. */
static void
append_heading (GString *text,
                guint index,
                const char *heading)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  const guint number = index + 1;

  g_string_append_printf (text, "\n%s%s%s、%s", number >= 20 ? digits[number / 10 % 10] : "", number >= 10 ? "十" : "",
                          digits[number % 10], heading);
}

/* "三、笔试\n……": the sections of the notice that say something else now. */
static char *
dup_notice (const KpScheme *before,
            const KpScheme *after)
{
  g_autoptr (GPtrArray) sections = kp_scheme_diff (before, after);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_headings = 0;

  g_string_append_printf (text, "《%s%s》作如下修改：", before->title, g_str_has_suffix (before->title, "公告") ? "" : "公告");
  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      if (section->heading != NULL && *section->heading != '\0')
        append_heading (text, n_headings++, section->heading);
      for (guint j = 0; j < section->paragraphs->len; j++)
        {
          const char *paragraph = g_ptr_array_index (section->paragraphs, j);

          g_string_append_printf (text, "\n%s%s", paragraph, g_str_has_suffix (paragraph, "。") ? "" : "。");
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static KpScheme *
read_scheme (KpSession *session,
             const char *json,
             GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) unready = NULL;
  g_autoptr (KpScheme) scheme = kp_scheme_json_parse (json, -1, &problems, error);

  if (scheme == NULL)
    return NULL;
  unready = kp_scheme_check_ready (scheme);
  if (unready->len > 0)
    {
      kp_scheme_json_refuse (unready, error);
      return NULL;
    }
  if (!g_str_equal (scheme->code, session->scheme->code))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                   _("The scheme is of the campaign “%s”, the record of “%s”; an amendment keeps the code."), scheme->code,
                   session->scheme->code);
      return NULL;
    }
  return g_steal_pointer (&scheme);
}

/* ---- posts ---- */

static gboolean
put_post (KpSession *session,
          KpLedger *ledger,
          const KpSchemePost *rule,
          GError **error)
{
  g_autofree KpPostRecord *stored = NULL;
  KpPostRecord record = {
    .campaign = session->campaign,
    .post = rule->code,
    .planned = rule->places,
    .opened = rule->places,
    .listed = rule->places,
    .places = rule->places,
    .state = "planned",
  };

  if (!kp_table_find (session->db, &kp_post_table, session->campaign, KP_BINDS (KP_TEXT (rule->code)), &stored, error))
    return FALSE;
  if (stored != NULL && (!g_str_equal (stored->state, "planned") || stored->planned == rule->places))
    return TRUE;
  return kp_ledger_put (ledger, &kp_post_table, &record, error);
}

static gboolean
remove_post (KpSession *session,
             KpLedger *ledger,
             const KpPostRecord *post,
             GError **error)
{
  gint64 n = 0;

  if (!kp_table_count (session->db, &kp_application_table, session->campaign, "AND post = $2",
                       KP_BINDS (KP_TEXT (post->post)), &n, error))
    return FALSE;
  if (n == 0)
    return kp_ledger_remove (ledger, &kp_post_table, post, error);
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Somebody has applied for post %s, so it can't be left out; cancel it by the opening ratio instead."),
               post->post);
  return FALSE;
}

/* New posts, posts that are gone, and places before the posts are opened. */
static gboolean
follow_posts (KpSession *session,
              KpLedger *ledger,
              const KpScheme *scheme,
              GError **error)
{
  g_autoptr (GPtrArray) posts
      = kp_table_select (session->db, &kp_post_table, session->campaign, "ORDER BY post", KP_NO_BINDS, error);

  if (posts == NULL)
    return FALSE;
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      if (!put_post (session, ledger, g_ptr_array_index (scheme->posts, i), error))
        return FALSE;
    }
  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);

      if (kp_scheme_get_post (scheme, post->post) == NULL && !remove_post (session, ledger, post, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- the unit of work ---- */

static gboolean
write_scheme (KpSession *session,
              KpLedger *ledger,
              const KpScheme *scheme,
              const char *canonical,
              const KpAmendmentReport *report,
              GError **error)
{
  g_autofree KpCampaignRecord *stored = kp_session_load_campaign (session, error);
  KpCampaignRecord changed;

  if (stored == NULL)
    return FALSE;
  changed = *stored;
  changed.title = scheme->title;
  changed.scheme = canonical;
  changed.scheme_digest = report->digest_after;
  return kp_ledger_update (ledger, &kp_campaign_table, &changed, error)
         && kp_ledger_note (ledger, "scheme-amended", report->digest_after, error)
         && follow_posts (session, ledger, scheme, error);
}

static gboolean
insert_amendment (KpSession *session,
                  KpLedger *ledger,
                  const KpAmendmentReport *report,
                  const char *reason,
                  const char *by,
                  const char *with,
                  GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  KpAmendmentRecord record = {
    .campaign = session->campaign,
    .number = report->number,
    .digest_before = report->digest_before,
    .digest_after = report->digest_after,
    .notice = report->notice,
    .reason = reason,
    .first_person = by,
    .second_person = with,
    .at = now,
  };

  return kp_ledger_insert (ledger, &kp_amendment_table, &record, error);
}

/* By the session's scheme as it is now: the amended one. */
static gboolean
compute_again (KpSession *session,
               KpLedger *ledger,
               KpAmendmentReport *report,
               GError **error)
{
  g_autoptr (KpRoster) before = kp_session_load_roster (session, error);
  g_autoptr (KpRoster) after = NULL;

  if (before == NULL || !kp_recompute (session, ledger, before, report->pending, error))
    return FALSE;
  after = kp_session_load_roster (session, error);
  if (after == NULL)
    return FALSE;
  report->changes = kp_change_compare (before, after);
  return check_results (session, report, error)
         && kp_edition_void (session, ledger, before, after, "amendment", report->number, report->voided, error);
}

static gboolean
find_number (KpSession *session,
             KpAmendmentReport *report,
             GError **error)
{
  gint64 n = 0;

  if (!kp_table_count (session->db, &kp_amendment_table, session->campaign, "", KP_NO_BINDS, &n, error))
    return FALSE;
  report->number = (guint) n + 1;
  return TRUE;
}

static gboolean
carry_out (KpSession *session,
           KpLedger *ledger,
           const KpScheme *scheme,
           KpAmendmentReport *report,
           GError **error)
{
  g_autofree char *old = kp_scheme_json_dup (session->scheme);
  g_autofree char *new = kp_scheme_json_dup (scheme);
  g_autoptr (GPtrArray) paths = kp_amend_list_paths (old, new);

  report->digest_before = g_strdup (session->scheme_digest);
  report->digest_after = g_compute_checksum_for_string (G_CHECKSUM_SHA256, new, -1);
  report->notice = dup_notice (session->scheme, scheme);
  if (paths->len == 0)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("Both schemes say the same, so there is nothing to amend."));
      return FALSE;
    }
  return find_number (session, report, error) && kp_amend_check_paths (session, paths, error)
         && write_scheme (session, ledger, scheme, new, report, error);
}

/* The new scheme rules until the end of the unit of work, and beyond it when that succeeds. */
static gboolean
compute_by (KpSession *session,
            KpLedger *ledger,
            KpScheme *scheme,
            KpAmendmentReport *report,
            GError **error)
{
  KpScheme *old = session->scheme;
  gboolean is_done;

  session->scheme = scheme;
  is_done = compute_again (session, ledger, report, error);
  session->scheme = old;
  return is_done;
}

static KpAmendmentReport *
report_new (void)
{
  KpAmendmentReport *report = g_new0 (KpAmendmentReport, 1);

  report->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_pending_free);
  report->voided = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_voided_list_free);
  return report;
}

/**
 * kp_step_amend:
 * @session: a session, open for writing
 * @scheme_json: the whole scheme as it shall be
 * @reason: why
 * @by: who amends
 * @with: another person, who checks it
 * @is_trial: only tell; the record stays as it is, byte for byte
 * @out: (out) (transfer full): what is said differently, and what comes out differently
 * @error: return location
 *
 * 补充公告: puts another scheme in the place of the sealed one and seals it. Refused where a part is changed that has
 * decided something, and where results of closed stages would come out otherwise. Results of open stages are made again.
 * The session goes on by the new scheme: schemes and texts that were borrowed from it are gone.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_SCHEME_JSON_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_amend (KpSession *session,
               const char *scheme_json,
               const char *reason,
               const char *by,
               const char *with,
               gboolean is_trial,
               KpAmendmentReport **out,
               GError **error)
{
  g_autoptr (KpAmendmentReport) report = report_new ();
  g_autoptr (KpScheme) scheme = NULL;
  g_autoptr (KpLedger) ledger = NULL;

  if (!kp_two_people_check_change (session, &(KpTwoPeople) { by, with, reason }, error))
    return FALSE;
  scheme = read_scheme (session, scheme_json, error);
  if (scheme == NULL)
    return FALSE;
  ledger = kp_session_begin_beside (session, "amend", NULL, error);
  if (ledger == NULL || !carry_out (session, ledger, scheme, report, error)
      || !compute_by (session, ledger, scheme, report, error)
      || !insert_amendment (session, ledger, report, reason, by, with, error))
    return FALSE;
  if (!is_trial)
    {
      if (!kp_session_commit (session, ledger, error))
        return FALSE;
      kp_scheme_free (session->scheme);
      session->scheme = g_steal_pointer (&scheme);
      g_free (session->scheme_digest);
      session->scheme_digest = g_strdup (report->digest_after);
    }
  *out = g_steal_pointer (&report);
  return TRUE;
}

/**
 * kp_step_note_supplement:
 * @session: a session, open for writing
 * @number: of an amendment
 * @on: the day on which its supplementary notice was published
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_note_supplement (KpSession *session,
                         guint number,
                         KpDate on,
                         GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%u", number);
  g_autofree char *day = kp_date_dup_iso (on);
  g_autofree KpAmendmentRecord *stored = NULL;
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "amend", subject, error);
  KpAmendmentRecord changed;

  if (ledger == NULL
      || !kp_table_find (session->db, &kp_amendment_table, session->campaign, KP_BINDS (KP_INT (number)), &stored, error))
    return FALSE;
  if (stored == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT, _("There is no amendment number %u."), number);
      return FALSE;
    }
  if (stored->published_on != NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("The supplementary notice number %u was published on %s already."),
                   number, stored->published_on);
      return FALSE;
    }
  if (strncmp (day, stored->at, strlen (day)) < 0 || kp_date_compare (on, kp_session_get_today (session)) > 0)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("A supplementary notice is published between the amendment and today; %s isn't."), day);
      return FALSE;
    }
  changed = *stored;
  changed.published_on = day;
  return kp_ledger_update (ledger, &kp_amendment_table, &changed, error) && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_list_amendments:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpAmendmentRecord): by number; or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_step_list_amendments (KpSession *session,
                         GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_amendment_table, kp_session_get_campaign (session),
                          "ORDER BY number", KP_NO_BINDS, error);
}

/**
 * kp_amendment_report_free:
 * @report: (nullable) (transfer full): of kp_step_amend()
 */
void
kp_amendment_report_free (KpAmendmentReport *report)
{
  if (report == NULL)
    return;
  g_free (report->digest_before);
  g_free (report->digest_after);
  g_free (report->notice);
  g_clear_pointer (&report->changes, g_ptr_array_unref);
  g_clear_pointer (&report->pending, g_ptr_array_unref);
  g_clear_pointer (&report->voided, g_ptr_array_unref);
  g_free (report);
}
