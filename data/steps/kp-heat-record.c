/* kp-heat-record.c – the tests before the interview and the list after each, made of what the record holds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A test's list is made once by people (kp_step_make_heat()); from then on it is made again with every change, like the first:
 *
 *   first list with its substitutes → those on it, with the marks of test 1 → list 1, its substitutes → … → the interview
 *
 * A list that isn't made yet ends the way: those on the last one are who takes the next test. */
#include "kp-heat-record.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-mark-column.h"
#include "kp-qualify.h"

struct _KpHeatRecords
{
  KpSession *session; /* borrowed */
  const char *code;   /* (nullable): test whose lists are to be made now */
  GPtrArray *marks;   /* (element-type KpMarkRecord) */
  GHashTable *index;  /* "paper/application" → KpMarkRecord of `marks` */
  GPtrArray *stored;  /* (element-type KpHeatRecord) */
};

/**
 * kp_heat_records_load:
 * @session: a session
 * @code: (nullable): the test whose lists are to be made now, besides those that are made already
 * @error: return location
 *
 * Returns: (transfer full) (nullable): marks and lists of the tests, or %NULL with #KP_DATA_ERROR
 */
KpHeatRecords *
kp_heat_records_load (KpSession *session,
                      const char *code,
                      GError **error)
{
  g_autoptr (KpHeatRecords) heats = g_new0 (KpHeatRecords, 1);
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);

  heats->session = session;
  heats->code = code;
  heats->marks = kp_table_select (db, &kp_mark_table, campaign, "", KP_NO_BINDS, error);
  if (heats->marks == NULL)
    return NULL;
  heats->stored = kp_table_select (db, &kp_heat_table, campaign, "ORDER BY heat, application", KP_NO_BINDS, error);
  if (heats->stored == NULL)
    return NULL;
  heats->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < heats->marks->len; i++)
    {
      KpMarkRecord *mark = g_ptr_array_index (heats->marks, i);

      g_hash_table_insert (heats->index, g_strdup_printf ("%s/%s", mark->paper, mark->application), mark);
    }
  return g_steal_pointer (&heats);
}

/**
 * kp_heat_records_free:
 * @heats: (nullable) (transfer full): of kp_heat_records_load()
 */
void
kp_heat_records_free (KpHeatRecords *heats)
{
  if (heats == NULL)
    return;

  g_clear_pointer (&heats->index, g_hash_table_unref);
  g_clear_pointer (&heats->stored, g_ptr_array_unref);
  g_clear_pointer (&heats->marks, g_ptr_array_unref);
  g_free (heats);
}

static KpStatedMark
get_mark (const KpHeatRecords *heats,
          const char *paper,
          const char *application)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", paper, application);
  const KpMarkRecord *record = g_hash_table_lookup (heats->index, key);
  KpStatedMark mark = { KP_MARK_NOT_ENTERED, 0 };

  if (record != NULL && kp_mark_state_from_name (record->state, &mark.state) && mark.state == KP_MARK_PRESENT)
    mark.mark = record->mark;
  return mark;
}

static KpTieSource
make_source (const KpHeatRecords *heats,
             const KpWrittenEntry *written,
             const KpCandidateFacts *facts)
{
  const KpScheme *scheme = kp_session_get_scheme (heats->session);
  const char *application = written->dossier->application->application;
  KpMark credential = 0;
  KpTieSource source = {
    .facts = facts,
    .written_with_bonus = written->is_exempt ? KP_FRACTION_UNKNOWN : written->written,
    .written_paper = written->is_exempt ? KP_FRACTION_UNKNOWN : written->papers.paper,
  };

  if (written->is_exempt)
    source.written_with_bonus
        = kp_written_get_exempt_mark (scheme, kp_scheme_get_post (scheme, written->dossier->application->post), facts);
  if (kp_scheme_decide_credential (&scheme->credential, facts, &credential))
    source.credential = kp_fraction_from_mark (credential);
  for (guint i = 0; i < MIN (scheme->written.papers->len, KP_TIE_N_PAPERS); i++)
    source.papers[i] = written->papers.unweighted[i];
  for (guint i = 0; i < MIN (scheme->others->len, KP_N_OTHERS); i++)
    {
      const char *code = ((const KpSchemeOther *) g_ptr_array_index (scheme->others, i))->code;
      const KpStatedMark mark = get_mark (heats, code, application);

      source.others[i] = mark.state == KP_MARK_PRESENT ? kp_fraction_from_mark (mark.mark) : KP_FRACTION_UNKNOWN;
    }
  return source;
}

/* Whether the list is made already, or is to be now. */
static gboolean
is_made (const KpHeatRecords *heats,
         guint heat,
         const char *post)
{
  const KpSchemeHeat *rule = g_ptr_array_index (kp_session_get_scheme (heats->session)->heats, heat);

  if (g_strcmp0 (heats->code, rule->other) == 0)
    return TRUE;
  for (guint i = 0; i < heats->stored->len; i++)
    {
      const KpHeatRecord *record = g_ptr_array_index (heats->stored, i);

      if (record->heat == heat + 1 && g_str_equal (record->post, post))
        return TRUE;
    }
  return FALSE;
}

/* (element-type KpWrittenEntry): who is on the list that stands, and didn't leave it. */
static GPtrArray *
gather_listed (const KpListRace *before)
{
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < before->own->len; i++)
    {
      KpWrittenEntry *entry = g_ptr_array_index (before->own, i);
      const KpLeavingRecord *leaving = entry->dossier->leaving;

      if (kp_shortlist_verdict_is_in (entry->listed_as) && (leaving == NULL || leaving->list > before->list))
        g_ptr_array_add (own, entry);
    }
  return own;
}

static KpListRace *
race_new (const KpHeatRecords *heats,
          const KpListRace *before,
          guint heat)
{
  const KpScheme *scheme = kp_session_get_scheme (heats->session);
  const KpSchemeHeat *rule = g_ptr_array_index (scheme->heats, heat);
  KpListRace *race = kp_list_race_new (heats->session, before->post, gather_listed (before));

  race->list = heat + 1;
  race->places = before->places;
  race->n_direct = before->n_direct;
  race->moved = g_strdup (before->moved);
  race->policy = kp_heat_get_policy (scheme, rule);
  race->policy.takes_all = race->policy.takes_all || g_str_equal (before->post->state, KP_POST_INTERVIEW_ONLY);
  race->line = kp_heat_get_line (rule);
  for (guint i = 0; i < race->own->len; i++)
    {
      const KpWrittenEntry *written = g_ptr_array_index (race->own, i);
      KpCandidateFacts facts;
      KpTieSource source;

      kp_candidate_facts_init (&facts, scheme, written->dossier);
      source = make_source (heats, written, &facts);
      race->candidates[i] = kp_heat_make_candidate (rule, race->rule, written->listed_as,
                                                    get_mark (heats, rule->other, written->dossier->application->application),
                                                    &source);
    }
  return race;
}

static gboolean
refuse_open (const KpSchemeHeat *rule,
             const KpListRace *race,
             GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u candidates of post %s have no agreed mark of the test “%s” yet: an entry is missing, or two entries "
                 "differ. Enter or resolve them first; who didn't come is absent."),
               race->summary.n_open, race->post->post, rule->other);
  return FALSE;
}

static gboolean
cut (const KpHeatRecords *heats,
     KpListRace *race,
     GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (heats->session);
  const KpSchemeHeat *rule = g_ptr_array_index (scheme->heats, race->list - 1);
  const guint places = kp_list_race_get_exam_places (race);

  if (!kp_shortlist_decide (&race->policy, places, &race->line, FALSE, race->candidates, race->own->len,
                            race->results, &race->summary))
    {
      for (guint i = 0; i < race->own->len; i++)
        race->results[i] = (KpShortlistResult) { .verdict = KP_SHORTLIST_NO_MARK };
      race->summary = (KpShortlistSummary) { .reduced_places = places };
    }
  if (race->summary.n_open > 0)
    return refuse_open (rule, race, error);
  for (guint i = 0; i < race->own->len; i++)
    {
      const KpShortlistVerdict before = ((const KpWrittenEntry *) g_ptr_array_index (race->own, i))->listed_as;

      if (kp_heat_is_skipped (rule, race->rule, before))
        race->results[i].verdict = before;
    }
  return TRUE;
}

static char *
dup_why (const KpHeatRecords *heats,
         const KpListRace *race,
         guint i,
         KpStatedMark mark,
         gint64 score)
{
  const KpScheme *scheme = kp_session_get_scheme (heats->session);
  const KpSchemeHeat *rule = g_ptr_array_index (scheme->heats, race->list - 1);
  const char *name = kp_heat_get_name (scheme, rule);
  const char *verdict = kp_shortlist_verdict_get_chinese (race->results[i].verdict);
  g_autofree char *next = kp_heat_dup_next (scheme, race->rule, race->list);
  g_autofree char *plan = kp_list_race_dup_plan (race);
  g_autofree char *stated = kp_mark_dup_text (mark.mark, 2);
  g_autofree char *ranked = score != KP_NO_INT ? kp_mark_dup_text (score, 2) : g_strdup ("—");

  if (race->candidates[i].is_exempt)
    return g_strdup_printf ("不参加%s，%s", name, verdict);
  if (mark.state != KP_MARK_PRESENT)
    return g_strdup_printf ("%s%s", name, kp_mark_state_get_chinese (mark.state));
  return g_strdup_printf ("%s%s分，排名成绩%s分，本岗位第%u名；%s，应进入%s%u人：%s", name, stated, ranked,
                          race->results[i].place.place, plan, next, race->summary.wanted, verdict);
}

/* The interview was drawn by another verdict: what has happened stays, and people decide what becomes of it. */
static gboolean
is_kept (const KpWrittenEntry *written,
         const KpHeatRecord *stored,
         KpShortlistVerdict verdict)
{
  return written->dossier->hearing != NULL && stored != NULL
         && kp_shortlist_outcome_is_in (stored->outcome) != kp_shortlist_verdict_is_in (verdict);
}

static gboolean
put_one (const KpHeatRecords *heats,
         KpLedger *ledger,
         const KpListRace *race,
         guint i,
         GError **error)
{
  const KpSchemeHeat *rule = g_ptr_array_index (kp_session_get_scheme (heats->session)->heats, race->list - 1);
  KpWrittenEntry *written = g_ptr_array_index (race->own, i);
  const KpApplicationRecord *application = written->dossier->application;
  const KpHeatRecord *stored = written->dossier->heats[race->list - 1];
  const KpStatedMark mark = get_mark (heats, rule->other, application->application);
  const gboolean is_skipped = race->candidates[i].is_exempt;
  const gint64 score = !is_skipped && mark.state == KP_MARK_PRESENT && kp_fraction_is_known (race->candidates[i].score)
                           ? kp_mark_column_from_fraction (race->candidates[i].score)
                           : KP_NO_INT;
  g_autofree char *why = dup_why (heats, race, i, mark, score);
  KpHeatRecord record = {
    .campaign = kp_session_get_campaign (heats->session),
    .heat = race->list,
    .application = application->application,
    .post = application->post,
    .state = is_skipped ? "exempt" : kp_mark_state_get_name (mark.state),
    .mark = !is_skipped && mark.state == KP_MARK_PRESENT ? mark.mark : KP_NO_INT,
    .score = score,
    .place = race->results[i].place.place > 0 ? (gint64) race->results[i].place.place : KP_NO_INT,
    .outcome = is_kept (written, stored, race->results[i].verdict)
                   ? stored->outcome
                   : kp_shortlist_verdict_get_name (race->results[i].verdict),
    .why = why,
  };

  written->verdict = race->results[i].verdict;
  kp_shortlist_verdict_from_name (record.outcome, &written->listed_as);
  return kp_ledger_put (ledger, &kp_heat_table, &record, error);
}

static gboolean
is_in_race (const KpListRace *race,
            const char *application)
{
  for (guint i = 0; i < race->own->len; i++)
    {
      if (g_str_equal (((const KpWrittenEntry *) g_ptr_array_index (race->own, i))->dossier->application->application,
                       application))
        return TRUE;
    }
  return FALSE;
}

/* Who was on the list when it was made, and isn't any more by a corrected mark, has no place after the test. */
static gboolean
remove_others (const KpHeatRecords *heats,
               KpLedger *ledger,
               const KpListRace *race,
               GError **error)
{
  for (guint i = 0; i < heats->stored->len; i++)
    {
      const KpHeatRecord *record = g_ptr_array_index (heats->stored, i);

      if (record->heat == race->list && g_str_equal (record->post, race->post->post)
          && !is_in_race (race, record->application) && !kp_ledger_remove (ledger, &kp_heat_table, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_race (const KpHeatRecords *heats,
            KpLedger *ledger,
            const KpListRace *race,
            GError **error)
{
  if (!remove_others (heats, ledger, race, error))
    return FALSE;
  for (guint i = 0; i < race->own->len; i++)
    {
      if (!put_one (heats, ledger, race, i, error))
        return FALSE;
    }
  return TRUE;
}

static void
take_places (const KpListRace *race,
             KpListRace *first)
{
  const guint places = kp_list_race_get_exam_places (race);

  first->competing = kp_shortlist_decide_competing (&race->policy, places);
  if (race->policy.shortage != KP_SHORTAGE_REDUCE_PLAN || race->summary.reduced_places >= places)
    return;
  first->places = race->places - (places - race->summary.reduced_places);
  kp_list_race_take_words (first, g_strdup_printf ("测试合格人数不足，岗位计划由%u人核减为%u人", race->places, first->places));
  first->competing = kp_shortlist_decide_competing (&race->policy, race->summary.reduced_places);
}

static gboolean
write_one (KpHeatRecords *heats,
           KpLedger *ledger,
           KpListRace *first,
           KpListRace *race,
           const KpJudgements *judgements,
           KpShortlistTally *tally,
           GError **error)
{
  if (!cut (heats, race, error))
    return FALSE;
  kp_list_race_substitute (heats->session, race, judgements, tally);
  take_places (race, first);
  race->places = first->places;
  return write_race (heats, ledger, race, error);
}

/**
 * kp_heat_record_write:
 * @heats: of kp_heat_records_load()
 * @ledger: of the open unit of work
 * @first: the post's first list, made and filled up; gets the places and the competition that the tests leave
 * @judgements: of the re-check
 * @tally: (inout): as of kp_shortlist_record_write()
 * @error: return location
 *
 * 测试: makes the list after each test of the post, as far as they are made or asked for, and writes those rows that changed.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR where a mark is missing, or with #KP_DATA_ERROR
 */
gboolean
kp_heat_record_write (KpHeatRecords *heats,
                      KpLedger *ledger,
                      KpListRace *first,
                      const KpJudgements *judgements,
                      KpShortlistTally *tally,
                      GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (heats->session);
  g_autoptr (GPtrArray) races = g_ptr_array_new_with_free_func (kp_list_race_free);
  KpListRace *before = first;
  guint heat = 0;

  if (kp_list_race_get_exam_places (first) == 0)
    return TRUE;
  while (kp_heat_find_next (scheme, first->rule, before->list, &heat) && is_made (heats, heat, first->post->post))
    {
      KpListRace *race = race_new (heats, before, heat);

      g_ptr_array_add (races, race);
      if (!write_one (heats, ledger, first, race, judgements, tally, error))
        return FALSE;
      before = race;
    }
  return TRUE;
}

/* The list from which people come to the heat; FALSE when the post doesn't hold it. */
static gboolean
find_before (const KpScheme *scheme,
             const KpSchemePost *post,
             guint heat,
             guint *list)
{
  guint found = 0;

  *list = 0;
  for (guint n_held = 0; kp_heat_find_next (scheme, post, n_held, &found) && found < heat; n_held = found + 1)
    *list = found + 1;
  return kp_heat_is_for (g_ptr_array_index (scheme->heats, heat), post);
}

/**
 * kp_heat_is_taken_by:
 * @scheme: the scheme
 * @heat: index of a test before the interview
 * @dossier: a candidate
 *
 * Returns: whether the candidate takes it: is on the list before it, and not without ratio
 */
gboolean
kp_heat_is_taken_by (const KpScheme *scheme,
                     guint heat,
                     const KpDossier *dossier)
{
  const KpSchemePost *post = kp_scheme_get_post (scheme, dossier->application->post);
  KpShortlistVerdict before = KP_SHORTLIST_OUT;
  guint list;

  if (dossier->heats[heat] != NULL)
    return !g_str_equal (dossier->heats[heat]->state, "exempt");
  if (!find_before (scheme, post, heat, &list) || !kp_dossier_is_on_list (dossier, list))
    return FALSE;
  kp_shortlist_verdict_from_name (list == 0 ? dossier->shortlist->outcome : dossier->heats[list - 1]->outcome, &before);
  return !kp_heat_is_skipped (g_ptr_array_index (scheme->heats, heat), post, before);
}

/* Whether a mark of the test was entered for somebody of the post. */
static gboolean
has_begun (KpSession *session,
           KpRoster *roster,
           const char *code,
           const char *post,
           gboolean *is_begun,
           GError **error)
{
  g_autoptr (GPtrArray) entries
      = kp_table_select (kp_session_get_database (session), &kp_entry_table, kp_session_get_campaign (session),
                         "AND paper = $2", KP_BINDS (KP_TEXT (code)), error);

  *is_begun = FALSE;
  for (guint i = 0; entries != NULL && i < entries->len && !*is_begun; i++)
    {
      const KpDossier *dossier
          = kp_roster_find_application (roster, ((const KpEntryRecord *) g_ptr_array_index (entries, i))->application);

      *is_begun = dossier != NULL && (post == NULL || g_str_equal (dossier->application->post, post));
    }
  return entries != NULL;
}

/**
 * kp_heat_find_begun:
 * @session: a session
 * @roster: its roster
 * @post: code of a post
 * @list: (out): which list of it somebody leaves now: 0 = the first, n = the one after the scheme's n-th test
 * @error: return location
 *
 * Once marks of a test are entered nobody can come to it any more: who leaves then leaves the list that is made of it.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_heat_find_begun (KpSession *session,
                    KpRoster *roster,
                    const char *post,
                    guint *list,
                    GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  guint heat = 0;

  *list = 0;
  for (guint n_held = 0; kp_heat_find_next (scheme, kp_scheme_get_post (scheme, post), n_held, &heat); n_held = heat + 1)
    {
      gboolean is_begun;

      if (!has_begun (session, roster, ((const KpSchemeHeat *) g_ptr_array_index (scheme->heats, heat))->other, post,
                      &is_begun, error))
        return FALSE;
      if (!is_begun)
        return TRUE;
      *list = heat + 1;
    }
  return TRUE;
}

/**
 * kp_heat_check_none_begun:
 * @session: a session
 * @error: return location
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED once a test was held by the first list, or with #KP_DATA_ERROR
 */
gboolean
kp_heat_check_none_begun (KpSession *session,
                          GError **error)
{
  const GPtrArray *heats = kp_session_get_scheme (session)->heats;

  for (guint i = 0; i < heats->len; i++)
    {
      const char *code = ((const KpSchemeHeat *) g_ptr_array_index (heats, i))->other;
      gint64 n = 0;

      if (!kp_table_count (kp_session_get_database (session), &kp_entry_table, kp_session_get_campaign (session),
                           "AND paper = $2", KP_BINDS (KP_TEXT (code)), &n, error))
        return FALSE;
      if (n == 0)
        continue;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Marks of the test “%s” are entered already, so the list by which it was held stands. Make the list after "
                     "it with “kaopin shortlist FILE --test %s”."),
                   code, code);
      return FALSE;
    }
  return TRUE;
}

/**
 * kp_heat_check_all_made:
 * @scheme: the scheme
 * @roster: the roster
 * @error: return location
 *
 * Asked before the interview is drawn.
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED while somebody on a list has still to take a test
 */
gboolean
kp_heat_check_all_made (const KpScheme *scheme,
                        KpRoster *roster,
                        GError **error)
{
  for (guint i = 0; i < scheme->heats->len; i++)
    for (guint j = 0; j < kp_roster_get_n_dossiers (roster); j++)
      {
        const KpDossier *dossier = kp_roster_get_dossier (roster, j);
        const char *code = ((const KpSchemeHeat *) g_ptr_array_index (scheme->heats, i))->other;

        if (dossier->heats[i] != NULL || !kp_dossier_is_on_shortlist (dossier) || !kp_heat_is_taken_by (scheme, i, dossier))
          continue;
        g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                     _("The list of post %s after the test “%s” isn't made yet, so nobody knows who comes to the interview. "
                       "Enter its marks, and make the list with “kaopin shortlist FILE --test %s”."),
                     dossier->application->post, code, code);
        return FALSE;
      }
  return TRUE;
}
