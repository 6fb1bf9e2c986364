/* kp-step-fitness.c – physical and background results, and who follows when somebody fails.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-fitness.h"

#include <glib/gi18n-lib.h>

#include "kp-called.h"
#include "kp-departure.h"
#include "kp-direct-hires.h"
#include "kp-final-total-record.h"
#include "kp-probation-stage.h"
#include "kp-step-extra.h"
#include "kp-step-total.h"
#include "kp-total-source.h"

static const char *
get_kind_name (KpFitnessKind kind)
{
  return kind == KP_FITNESS_PHYSICAL ? KP_CALLED_PHYSICAL : KP_CALLED_BACKGROUND;
}

static const char *
get_outcome (KpFitnessOutcome outcome)
{
  if (outcome == KP_FITNESS_PASS)
    return "pass";
  return outcome == KP_FITNESS_FAIL ? "fail" : "waived";
}

static gboolean
refuse_row (const KpFitnessRow *row,
            const char *reason,
            GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Row %u of the result sheet (number “%s”): %s Nothing of the sheet was taken in."), row->sheet_row,
               row->key, reason);
  return FALSE;
}

static const KpDossier *
find_dossier (KpRoster *roster,
              const KpFitnessRow *row)
{
  const KpDossier *dossier = kp_roster_find_ticket (roster, row->key);

  return dossier != NULL ? dossier : kp_roster_find_application (roster, row->key);
}

/* A check that is scored is passed by its mark alone; it may be failed for another reason. */
static gboolean
has_passed_by_mark (KpTotalSource *source,
                    const KpFinalTotalPolicy *score,
                    const KpDossier *dossier)
{
  const KpStatedMark mark = kp_total_source_get_score (source, dossier);

  return (kp_direct_is_hired (dossier->total) ? kp_final_total_judge_direct (score, mark) : kp_final_total_judge (score, mark))
         == KP_STANDING_RANKED;
}

static gboolean
check_score (KpSession *session,
             KpRoster *roster,
             const KpFitnessRow *rows,
             guint n_rows,
             GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (KpTotalSource) source = NULL;

  if (!kp_scheme_asks_final_total (scheme))
    return TRUE;
  source = kp_total_source_load (session, error);
  if (source == NULL)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      const KpDossier *dossier = find_dossier (roster, &rows[i]);

      if (rows[i].outcome == KP_FITNESS_PASS && dossier != NULL
          && !has_passed_by_mark (source, &scheme->background.score, dossier))
        return refuse_row (&rows[i], _("the background check is scored, and this person has no mark that passes it."), error);
    }
  return TRUE;
}

static const KpFitnessRecord *
get_stored (const KpDossier *dossier,
            KpFitnessKind kind)
{
  return kind == KP_FITNESS_PHYSICAL ? dossier->physical : dossier->background;
}

/* Where a sheet goes. */
typedef struct
{
  const KpScheme *scheme;
  KpLedger *ledger;
  KpRoster *roster;
  KpFitnessKind kind;
  gboolean is_late; /* the stage is closed for all but those who follow a leaver */
  const char *today;
} Entering;

static gboolean
take_row (const Entering *entering,
          const KpFitnessRow *row,
          GError **error)
{
  const KpDossier *dossier = find_dossier (entering->roster, row);
  const KpFitnessRecord *stored;
  KpFitnessRecord changed;

  if (row->outcome == KP_FITNESS_FAULTY)
    return refuse_row (row, row->message, error);
  if (dossier == NULL)
    return refuse_row (row, _("no ticket or registration number is like this."), error);
  stored = get_stored (dossier, entering->kind);
  if (stored == NULL)
    return refuse_row (row, _("this person is not called."), error);
  if (row->outcome == KP_FITNESS_OPEN)
    return TRUE;
  if (entering->is_late && !kp_departure_is_on_the_way (entering->scheme, entering->roster, dossier))
    return refuse_row (row, _("the proposed hires are published; only results of those who follow a leaver are taken in."), error);

  changed = *stored;
  changed.outcome = get_outcome (row->outcome);
  if (g_str_equal (changed.outcome, stored->outcome))
    return TRUE;
  changed.by_mark = FALSE;
  changed.at = entering->today;
  return kp_ledger_update (entering->ledger, &kp_fitness_table, &changed, error);
}

static gboolean
count_results (KpSession *session,
               KpFitnessKind kind,
               KpFitnessTally *tally,
               GError **error)
{
  g_autoptr (GPtrArray) records = kp_table_select (kp_session_get_database (session), &kp_fitness_table,
                                                   kp_session_get_campaign (session), "AND kind = $2",
                                                   KP_BINDS (KP_TEXT (get_kind_name (kind))), error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const char *outcome = ((const KpFitnessRecord *) g_ptr_array_index (records, i))->outcome;

      tally->n_open += g_str_equal (outcome, "called");
      tally->n_passed += g_str_equal (outcome, "pass");
      tally->n_failed += g_str_equal (outcome, "fail") || g_str_equal (outcome, "waived");
    }
  return TRUE;
}

static gboolean
count_waiting (KpSession *session,
               KpFitnessTally *tally,
               GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GArray) waiting = roster != NULL ? kp_called_list_waiting (session, roster, error) : NULL;

  tally->n_waiting = waiting != NULL ? waiting->len : 0;
  return waiting != NULL;
}

/**
 * kp_step_enter_fitness:
 * @session: a session, open for writing
 * @kind: physical examination or background check
 * @sheet: conclusions by ticket or registration number
 * @tally: (out): what is in by now
 * @error: return location
 *
 * 体检、考察: takes a whole sheet of conclusions or none of it, and calls who comes next: those who passed to the second
 * check, substitutes for those who failed (domain.md §10). Only conclusions are kept, never a medical value. After the
 * proposed hires are published only those who follow a leaver have results to enter.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_enter_fitness (KpSession *session,
                       KpFitnessKind kind,
                       KpFitnessSheet *sheet,
                       KpFitnessTally *tally,
                       GError **error)
{
  const gboolean was_closed = kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_TOTALS);
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  Entering entering = { .scheme = kp_session_get_scheme (session), .kind = kind, .today = today };
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpFinalTotalTally final;
  guint n_rows = 0;
  const KpFitnessRow *rows = kp_fitness_sheet_get_rows (sheet, &n_rows);

  *tally = (KpFitnessTally) { .n_rows = n_rows };
  ledger = kind == KP_FITNESS_PHYSICAL
               ? kp_departure_begin (session, KP_STEP_RECORD_PHYSICAL, KP_STAGE_PHYSICAL, get_kind_name (kind),
                                     &entering.is_late, error)
               : kp_departure_begin (session, KP_STEP_RECORD_BACKGROUND, KP_STAGE_BACKGROUND, get_kind_name (kind),
                                     &entering.is_late, error);
  if (ledger == NULL || (!was_closed && (!kp_extra_test_check_ties (session, error) || !kp_total_check_leftovers (session, error))))
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL || (kind == KP_FITNESS_BACKGROUND && !check_score (session, roster, rows, n_rows, error)))
    return FALSE;
  entering.ledger = ledger;
  entering.roster = roster;
  for (guint i = 0; i < n_rows; i++)
    {
      if (!take_row (&entering, &rows[i], error))
        return FALSE;
    }
  return kp_called_go_on (session, ledger, &tally->n_called, error) && count_waiting (session, tally, error)
         && kp_final_total_record_write (session, ledger, &final, error) && count_results (session, kind, tally, error)
         && kp_session_write_import (session, ledger, get_kind_name (kind), kp_row_sheet_get_digest (sheet), n_rows, n_rows, error)
         && kp_probation_stage_commit (session, ledger, error);
}

/**
 * kp_fitness_list_open:
 * @roster: as it is after an import
 * @kind: physical examination or background check
 *
 * Returns: (transfer full) (element-type KpDossier): who is called and has no result yet, by registration number; the dossiers
 * are the roster's
 */
GPtrArray *
kp_fitness_list_open (KpRoster *roster,
                      KpFitnessKind kind)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpFitnessRecord *record = get_stored (dossier, kind);

      if (record != NULL && g_str_equal (record->outcome, "called"))
        g_ptr_array_add (open, (gpointer) dossier);
    }
  return open;
}
