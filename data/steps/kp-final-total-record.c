/* kp-final-total-record.c – final totals in the record: of whom was called to a background check that is scored.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks of the check are entered like those of any other part. From them:
 *
 *   below the line, absent, void → the check is failed or waived, and the next by the total is called
 *   the others                   → ranked by the final total (rules/kp-final-total.c), who left since too
 */
#include "kp-final-total-record.h"

#include <glib/gi18n-lib.h>

#include "kp-direct-hires.h"
#include "kp-rank.h"
#include "kp-total-source.h"

/* All of one post who came to the check. */
typedef struct
{
  const KpScheme *scheme;
  GPtrArray *dossiers;
  KpFinalTotalCandidate *candidates;
  KpFinalTotalResult *results;
} Field;

static void
field_clear (Field *field)
{
  g_clear_pointer (&field->dossiers, g_ptr_array_unref);
  g_clear_pointer (&field->candidates, g_free);
  g_clear_pointer (&field->results, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Field, field_clear)

static gboolean
has_left (const KpDossier *dossier)
{
  return g_str_equal (dossier->background->outcome, "fail") || g_str_equal (dossier->background->outcome, "waived");
}

/* Who left at the check without a mark never had one. */
static gboolean
is_totalled (KpTotalSource *source,
             const KpDossier *dossier)
{
  KpMarkState state;

  if (dossier->background == NULL || dossier->total == NULL || dossier->total->total == KP_NO_INT)
    return FALSE;
  state = kp_total_source_get_score (source, dossier).state;
  return !has_left (dossier) || (state != KP_MARK_NOT_ENTERED && state != KP_MARK_PENDING);
}

static void
decide (Field *field,
        KpTotalSource *source,
        KpRoster *roster,
        const char *post)
{
  field->dossiers = g_ptr_array_new ();
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (is_totalled (source, dossier) && g_str_equal (dossier->total->post, post))
        g_ptr_array_add (field->dossiers, (gpointer) dossier);
    }
  field->candidates = g_new0 (KpFinalTotalCandidate, field->dossiers->len + 1);
  field->results = g_new0 (KpFinalTotalResult, field->dossiers->len + 1);
  for (guint i = 0; i < field->dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (field->dossiers, i);

      field->candidates[i].total = dossier->total->total;
      field->candidates[i].mark = kp_total_source_get_score (source, dossier);
      kp_total_source_measure_final (source, dossier, field->candidates[i].ties);
    }
  kp_final_total_decide (&field->scheme->background.score, field->candidates, field->dossiers->len, field->results);
}

static void
append_place (GString *text,
              const Field *field,
              const KpFinalTotalResult *result)
{
  const GPtrArray *ties = field->scheme->background.score.ties;
  const KpRankPlace *place = &result->place;

  if (result->standing == KP_STANDING_BELOW_LINE)
    g_string_append (text, "；考察成绩低于合格线，不列名次");
  else if (place->is_undecided)
    g_string_append_printf (text, "；第%u名，与他人并列，依方案规则仍不能分出先后，待加试或者研究决定", place->place);
  else if (place->decided_by > 0 && place->decided_by <= ties->len)
    {
      g_autofree char *tie = kp_scheme_dup_tie_chinese (field->scheme, g_ptr_array_index (ties, place->decided_by - 1));

      g_string_append_printf (text, "；第%u名，同分者按“%s”分出先后", place->place, tie);
    }
  else
    g_string_append_printf (text, "；第%u名", place->place);
}

/* "综合成绩85.00×80%+考察成绩70.00×20%=82.00分；第3名" */
static char *
dup_why (const Field *field,
         const KpFinalTotalCandidate *candidate,
         const KpFinalTotalResult *result)
{
  const KpFinalTotalPolicy *score = &field->scheme->background.score;
  g_autofree char *first = kp_mark_dup_text (candidate->total, 2);
  g_autofree char *mark = kp_mark_dup_text (candidate->mark.mark, 2);
  g_autofree char *of_total = kp_weight_dup_text (score->of_total);
  g_autofree char *of_mark = kp_weight_dup_text (score->of_mark);
  g_autofree char *final = kp_mark_dup_text (result->total, score->decimals);
  g_autofree char *name = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  KpPart part;

  if (!kp_standing_has_total (result->standing))
    return g_strdup (kp_final_total_get_chinese (result->standing));
  if (kp_scheme_find_final_part (field->scheme, &part))
    name = kp_scheme_dup_part_chinese (field->scheme, part);
  g_string_append_printf (text, "综合成绩%s×%s+%s%s×%s=%s分", first, of_total, name, mark, of_mark, final);
  append_place (text, field, result);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
put (KpSession *session,
     KpLedger *ledger,
     const Field *field,
     guint index,
     GError **error)
{
  const KpDossier *dossier = g_ptr_array_index (field->dossiers, index);
  const KpFinalTotalCandidate *candidate = &field->candidates[index];
  const KpFinalTotalResult *result = &field->results[index];
  g_autofree char *why = dup_why (field, candidate, result);
  KpFinalTotalRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = dossier->application->application,
    .post = dossier->total->post,
    .total = candidate->total,
    .mark = candidate->mark.state == KP_MARK_PRESENT ? candidate->mark.mark : KP_NO_INT,
    .final = kp_standing_has_total (result->standing) ? result->total : KP_NO_INT,
    .place = result->place.place > 0 ? (gint64) result->place.place : KP_NO_INT,
    .outcome = kp_standing_get_name (result->standing),
    .is_undecided = result->place.is_undecided,
    .why = why,
  };

  return kp_ledger_put (ledger, &kp_final_total_table, &record, error);
}

static gboolean
write_post (KpSession *session,
            KpLedger *ledger,
            KpRoster *roster,
            KpTotalSource *source,
            const char *post,
            KpFinalTotalTally *tally,
            GError **error)
{
  g_auto (Field) field = { .scheme = kp_session_get_scheme (session) };

  decide (&field, source, roster, post);
  for (guint i = 0; i < field.dossiers->len; i++)
    {
      const KpFinalTotalResult *result = &field.results[i];

      if (!put (session, ledger, &field, i, error))
        return FALSE;
      tally->n_ranked += result->place.place > 0;
      tally->n_open += result->standing == KP_STANDING_OPEN;
      tally->n_unranked += result->place.place == 0 && result->standing != KP_STANDING_OPEN;
      tally->n_undecided += result->place.is_undecided;
    }
  return TRUE;
}

/* Of whoever isn't called any more. */
static gboolean
remove_idle (KpLedger *ledger,
             KpRoster *roster,
             KpTotalSource *source,
             GError **error)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->final_total != NULL && !is_totalled (source, dossier)
          && !kp_ledger_remove (ledger, &kp_final_total_table, dossier->final_total, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_final_total_record_write:
 * @session: a session
 * @ledger: its unit of work; marks, totals and calls are as they shall be
 * @tally: (out): what was decided
 * @error: return location
 *
 * 最终成绩: makes the final totals and places of all posts again. Nothing is written where nothing differs, nor where the
 * scheme doesn't score the background check.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_final_total_record_write (KpSession *session,
                             KpLedger *ledger,
                             KpFinalTotalTally *tally,
                             GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpTotalSource) source = NULL;

  *tally = (KpFinalTotalTally) { 0 };
  if (!kp_scheme_asks_final_total (scheme))
    return TRUE;
  roster = kp_session_load_roster (session, error);
  source = roster != NULL ? kp_total_source_load (session, error) : NULL;
  if (source == NULL || !remove_idle (ledger, roster, source, error))
    return FALSE;
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (!write_post (session, ledger, roster, source, post->code, tally, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_final_total_record_fail:
 * @session: a session
 * @ledger: its unit of work
 * @n_failed: (out): how many
 * @error: return location
 *
 * 考察不合格: who is below the line has failed the check, who didn't come to it has waived it. Whom the check is decided of
 * otherwise stays so.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_final_total_record_fail (KpSession *session,
                            KpLedger *ledger,
                            guint *n_failed,
                            GError **error)
{
  const KpFinalTotalPolicy *score = &kp_session_get_scheme (session)->background.score;
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (KpTotalSource) source = roster != NULL ? kp_total_source_load (session, error) : NULL;

  *n_failed = 0;
  if (source == NULL)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      KpFitnessRecord changed;
      KpCause cause;

      if (dossier->background == NULL || !g_str_equal (dossier->background->outcome, "called")
          || !kp_final_total_find_cause (kp_final_total_judge (score, kp_total_source_get_score (source, dossier)), &cause))
        continue;
      changed = *dossier->background;
      changed.outcome = cause == KP_CAUSE_WITHDREW ? "waived" : "fail";
      changed.by_mark = TRUE;
      changed.at = today;
      if (!kp_ledger_update (ledger, &kp_fitness_table, &changed, error))
        return FALSE;
      *n_failed += 1;
    }
  return TRUE;
}

/* What the mark alone says of the check: "pass" = a person may say so. */
static const char *
judge (const KpFinalTotalPolicy *score,
       KpTotalSource *source,
       const KpDossier *dossier)
{
  const KpStatedMark mark = kp_total_source_get_score (source, dossier);
  const KpStanding standing = kp_direct_is_hired (dossier->total) ? kp_final_total_judge_direct (score, mark)
                                                                  : kp_final_total_judge (score, mark);
  KpCause cause;

  if (kp_final_total_find_cause (standing, &cause))
    return cause == KP_CAUSE_WITHDREW ? "waived" : "fail";
  return standing == KP_STANDING_RANKED ? "pass" : "called";
}

/* Who passed with a mark that doesn't pass any more, and who left by a mark that isn't the mark any more. */
static gboolean
judge_again (KpLedger *ledger,
             const char *said,
             const KpFitnessRecord *stored,
             const char *today,
             GError **error)
{
  const gboolean has_left = !g_str_equal (said, "pass") && !g_str_equal (said, "called");
  KpFitnessRecord changed = *stored;

  if (g_str_equal (stored->outcome, said) || (!g_str_equal (stored->outcome, "pass") && !stored->by_mark))
    return TRUE;
  changed.outcome = has_left ? said : "called";
  changed.by_mark = has_left;
  changed.left_round = has_left ? stored->left_round : KP_NO_INT;
  changed.at = has_left ? today : NULL;
  return kp_ledger_update (ledger, &kp_fitness_table, &changed, error);
}

/**
 * kp_final_total_record_judge_again:
 * @session: a session
 * @ledger: its unit of work; marks are as they shall be
 * @error: return location
 *
 * 更正后重新判定: the result of a check follows its mark over the line, in both directions. Who passes only now is open again,
 * for a person says that the check is passed. Results for other reasons than the mark stay.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_final_total_record_judge_again (KpSession *session,
                                   KpLedger *ledger,
                                   GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpTotalSource) source = NULL;

  if (!kp_scheme_asks_final_total (scheme))
    return TRUE;
  roster = kp_session_load_roster (session, error);
  source = roster != NULL ? kp_total_source_load (session, error) : NULL;
  if (source == NULL)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->background != NULL
          && !judge_again (ledger, judge (&scheme->background.score, source, dossier), dossier->background, today, error))
        return FALSE;
    }
  return TRUE;
}

static KpRankCut
find_cut (const GPtrArray *fit,
          GHashTable *hired,
          guint n_places)
{
  g_autofree KpRankPlace *places = g_new0 (KpRankPlace, fit->len + 1);
  g_autofree gboolean *may_enter = g_new0 (gboolean, fit->len + 1);

  for (guint i = 0; i < fit->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (fit, i);

      places[i].place = (guint) kp_direct_get_final_place (hired, dossier->total, kp_dossier_get_last_place (dossier));
      may_enter[i] = TRUE;
    }
  return kp_rank_find_cut (places, may_enter, fit->len, n_places);
}

/**
 * kp_final_total_cut:
 * @fit: (element-type KpDossier): who passed everything for one post and has a place in the final total or is hired without
 *   exam, in the order of the final list
 * @hired: of kp_direct_map_hired()
 * @n_places: of the post
 *
 * Leaves those who get a place: nobody of whom a tie lies across the last one.
 */
void
kp_final_total_cut (GPtrArray *fit,
                    GHashTable *hired,
                    guint n_places)
{
  const KpRankCut cut = find_cut (fit, hired, n_places);

  if (fit->len > n_places)
    g_ptr_array_set_size (fit, (gint) (cut.n_above + cut.n_on_cut <= n_places ? cut.n_above + cut.n_on_cut : cut.n_above));
}

/* Has no final total; or is hired without exam, and the line of the check waits for the mark. */
static gboolean
lacks_last_place (KpTotalSource *source,
                  const KpFinalTotalPolicy *score,
                  const KpDossier *dossier)
{
  if (kp_direct_is_hired (dossier->total))
    return kp_final_total_judge_direct (score, kp_total_source_get_score (source, dossier)) == KP_STANDING_OPEN;
  return dossier->final_total == NULL || dossier->final_total->place == KP_NO_INT;
}

/* Who passed the check and still waits: without a mark, or tied across the last place. */
static void
append_waiting (GString *numbers,
                KpRoster *roster,
                KpTotalSource *source,
                const KpFinalTotalPolicy *score,
                const KpPostRecord *post)
{
  g_autoptr (GHashTable) hired = kp_direct_map_hired (roster);
  g_autoptr (GPtrArray) fit = g_ptr_array_new ();
  KpRankCut cut;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->background == NULL || dossier->total == NULL || !g_str_equal (dossier->total->post, post->post)
          || has_left (dossier) || dossier->departure != NULL || (dossier->physical != NULL && !g_str_equal (dossier->physical->outcome, "pass")))
        continue;
      if (lacks_last_place (source, score, dossier))
        g_string_append_printf (numbers, " %s", dossier->application->application);
      else
        g_ptr_array_add (fit, (gpointer) dossier);
    }
  cut = find_cut (fit, hired, (guint) post->places);
  for (guint i = 0; cut.n_above + cut.n_on_cut > (guint) post->places && i < fit->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (fit, i);

      if (kp_direct_get_final_place (hired, dossier->total, kp_dossier_get_last_place (dossier)) == cut.place)
        g_string_append_printf (numbers, " %s", dossier->application->application);
    }
}

/**
 * kp_final_total_check_settled:
 * @session: a session
 * @roster: its roster
 * @posts: (element-type KpPostRecord): its posts
 * @error: return location
 *
 * Asked before the proposed hires are published, which is never done again.
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED, naming who has no final total or is tied across the last place
 */
gboolean
kp_final_total_check_settled (KpSession *session,
                              KpRoster *roster,
                              GPtrArray *posts,
                              GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autoptr (KpTotalSource) source = NULL;

  if (!kp_scheme_asks_final_total (scheme))
    return TRUE;
  source = kp_total_source_load (session, error);
  if (source == NULL)
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    append_waiting (numbers, roster, source, &scheme->background.score, g_ptr_array_index (posts, i));
  if (numbers->len == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Nobody can be proposed yet: these have no final total, or are tied for the last place of their post:%s. Enter "
                 "the marks of the background check, or what parts the tie (“kaopin total FILE --final --extra-test "
                 "NUMBER=MARK”, “kaopin decide FILE final-tie NUMBER RANK”), and make the final totals again."),
               numbers->str);
  return FALSE;
}
