/* kp-marked-paper.c – one paper with its entries, its secret numbers, its lock and what was decided of its candidates.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-marked-paper.h"

#include <glib/gi18n-lib.h>

#include "kp-absence.h"
#include "kp-breach.h"
#include "kp-departure.h"
#include "kp-heat-record.h"
#include "kp-identity.h"
#include "kp-qualify.h"
#include "kp-review.h"

static const KpSchemeOther *
find_other (const KpScheme *scheme,
            const char *code)
{
  for (guint i = 0; i < MIN (scheme->others->len, KP_N_OTHERS); i++)
    {
      const KpSchemeOther *other = g_ptr_array_index (scheme->others, i);

      if (g_str_equal (other->code, code))
        return other;
    }
  return NULL;
}

/**
 * kp_marked_paper_find_rule:
 * @session: a session
 * @code: of a paper, or of another part that is marked: a test, an assessment
 * @rule: (out): how it is marked; its texts are the session's
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_NOT_FOUND
 */
gboolean
kp_marked_paper_find_rule (KpSession *session,
                           const char *code,
                           KpSchemePaper *rule,
                           GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const KpSchemePaper *paper = kp_scheme_get_paper (scheme, code);
  const KpSchemeOther *other = find_other (scheme, code);

  if (paper != NULL)
    *rule = *paper;
  else if (other != NULL)
    *rule = (KpSchemePaper) { .code = other->code, .name = other->name, .full = other->full, .decimals = other->decimals };
  else
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                 _("The scheme has no paper “%s”; give the code of one of its papers."), code);
  return paper != NULL || other != NULL;
}

/**
 * kp_marked_paper_get_step:
 * @session: a session
 * @code: of a paper or of another part
 * @written: the step where it is a paper of the written exam
 *
 * Returns: the step by which its marks are entered: other parts are marked between the first list and the totals, the score of
 *   the background check after them
 */
KpStep
kp_marked_paper_get_step (KpSession *session,
                          const char *code,
                          KpStep written)
{
  const KpScheme *scheme = kp_session_get_scheme (session);

  if (kp_scheme_get_paper (scheme, code) != NULL)
    return written;
  return g_strcmp0 (scheme->background.score.other, code) == 0 ? KP_STEP_FINAL_TOTAL : KP_STEP_HEAT;
}

/**
 * kp_marked_paper_begin:
 * @session: a session, open for writing
 * @code: of a paper or of another part
 * @written: the step where it is a paper of the written exam
 * @subject: as kp_session_begin() takes it
 * @is_late: (out): of the score of the background check: only those who follow a leaver are marked any more
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the ledger, or %NULL with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
KpLedger *
kp_marked_paper_begin (KpSession *session,
                       const char *code,
                       KpStep written,
                       const char *subject,
                       gboolean *is_late,
                       GError **error)
{
  const KpStep step = kp_marked_paper_get_step (session, code, written);

  *is_late = FALSE;
  return step == KP_STEP_FINAL_TOTAL ? kp_departure_begin (session, step, KP_STAGE_BACKGROUND, subject, is_late, error)
                                     : kp_session_begin (session, step, subject, error);
}

/* Ticket number; who needs no seat has only the number of the registration. */
static const char *
get_open_number (const KpDossier *dossier)
{
  return dossier->seat != NULL ? dossier->seat->ticket : dossier->application->application;
}

/**
 * kp_step_find_number:
 * @roster: a roster
 * @number: ticket number, or without one the number of the registration
 *
 * Returns: (transfer none) (nullable): who holds it
 */
const KpDossier *
kp_step_find_number (KpRoster *roster,
                     const char *number)
{
  const KpDossier *dossier = kp_roster_find_ticket (roster, number);

  if (dossier == NULL)
    dossier = kp_roster_find_application (roster, number);
  return dossier != NULL && g_str_equal (get_open_number (dossier), number) ? dossier : NULL;
}

/* Rows of the paper; with @only of that candidate alone. */
static GPtrArray *
select_rows (const KpMarkedPaper *paper,
             const KpTable *table,
             const char *order,
             GError **error)
{
  g_autofree char *clause = g_strconcat ("AND paper = $2", paper->only != NULL ? " AND application = $3 " : " ", order, NULL);
  KpDatabase *db = kp_session_get_database (paper->session);
  const char *campaign = kp_session_get_campaign (paper->session);

  if (paper->only == NULL)
    return kp_table_select (db, table, campaign, clause, KP_BINDS (KP_TEXT (paper->rule->code)), error);
  return kp_table_select (db, table, campaign, clause, KP_BINDS (KP_TEXT (paper->rule->code), KP_TEXT (paper->only)), error);
}

static gboolean
load_secrets (KpMarkedPaper *paper,
              GError **error)
{
  paper->secrets = select_rows (paper, &kp_secret_number_table, "ORDER BY number", error);
  paper->secret_by_number = g_hash_table_new (g_str_hash, g_str_equal);
  paper->secret_by_application = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; paper->secrets != NULL && i < paper->secrets->len; i++)
    {
      KpSecretNumberRecord *secret = g_ptr_array_index (paper->secrets, i);

      g_hash_table_insert (paper->secret_by_number, (gpointer) secret->number, secret);
      g_hash_table_insert (paper->secret_by_application, (gpointer) secret->application, secret);
    }
  paper->prints = kp_table_select (kp_session_get_database (paper->session), &kp_secret_print_table,
                                   kp_session_get_campaign (paper->session), "AND paper = $2 ORDER BY number",
                                   KP_BINDS (KP_TEXT (paper->rule->code)), paper->secrets != NULL ? error : NULL);
  return paper->secrets != NULL && paper->prints != NULL;
}

/* The graver state stands where several were decided. */
static void
add_decided (KpMarkedPaper *paper,
             const KpIncidentRecord *incident)
{
  const gboolean is_own = g_str_equal (incident->paper, paper->rule->code);
  KpMarkState state = is_own ? KP_MARK_ABSENT : KP_MARK_PRESENT;
  KpBreachConsequence consequence;

  paper->n_undecided += is_own && g_str_equal (incident->kind, "breach") && incident->decision == NULL;
  if (kp_breach_consequence_parse (incident->consequence, &consequence))
    state = kp_breach_decide_state (consequence, is_own);
  else if (g_str_equal (incident->kind, "breach"))
    state = KP_MARK_PRESENT;
  if (state > (KpMarkState) GPOINTER_TO_UINT (g_hash_table_lookup (paper->decided, incident->application))
      && state != KP_MARK_PRESENT)
    g_hash_table_insert (paper->decided, g_strdup (incident->application), GUINT_TO_POINTER (state));
}

static gboolean
load_decided (KpMarkedPaper *paper,
              GError **error)
{
  g_autoptr (GPtrArray) incidents
      = kp_table_select (kp_session_get_database (paper->session), &kp_incident_table,
                         kp_session_get_campaign (paper->session),
                         "AND (decision IS NULL OR decision = 'upheld') ORDER BY number", KP_NO_BINDS, error);

  g_autoptr (GPtrArray) absent = NULL;

  paper->decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (incidents == NULL || !kp_absence_load (paper->session, paper->rule->code, &absent, error))
    return FALSE;
  for (guint i = 0; i < absent->len; i++)
    g_hash_table_insert (paper->decided, g_strdup (g_ptr_array_index (absent, i)), GUINT_TO_POINTER (KP_MARK_ABSENT));
  for (guint i = 0; i < incidents->len; i++)
    add_decided (paper, g_ptr_array_index (incidents, i));
  return TRUE;
}

/**
 * kp_marked_paper_load_entries:
 * @paper: loaded
 * @error: return location
 *
 * Reads the entries anew, after some were written.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_marked_paper_load_entries (KpMarkedPaper *paper,
                              GError **error)
{
  g_clear_pointer (&paper->slots, g_hash_table_unref);
  g_clear_pointer (&paper->entries, g_ptr_array_unref);
  paper->entries = select_rows (paper, &kp_entry_table, "ORDER BY application, entry", error);
  paper->slots = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; paper->entries != NULL && i < paper->entries->len; i++)
    {
      const KpEntryRecord *record = g_ptr_array_index (paper->entries, i);
      const KpEntryRecord **slots = g_hash_table_lookup (paper->slots, record->application);

      if (slots == NULL)
        {
          slots = g_new0 (const KpEntryRecord *, KP_THIRD_ENTRY + 1);
          g_hash_table_insert (paper->slots, (gpointer) record->application, slots);
        }
      slots[record->entry] = record;
    }
  return paper->entries != NULL;
}

static gboolean
load (KpMarkedPaper *paper,
      KpSession *session,
      const char *code,
      GError **error)
{
  paper->session = session;
  if (!kp_marked_paper_find_rule (session, code, &paper->stated, error))
    return FALSE;
  paper->rule = &paper->stated;
  paper->is_other = kp_scheme_get_paper (kp_session_get_scheme (session), code) == NULL;
  paper->roster = paper->only != NULL ? kp_session_load_roster_of (session, paper->only, error)
                                      : kp_session_load_roster (session, error);
  if (paper->roster == NULL)
    return FALSE;
  /* Who is hired without exam depends on all of the post. */
  paper->hires = kp_direct_hires_load (session, paper->only == NULL ? paper->roster : NULL, error);
  return paper->hires != NULL && load_secrets (paper, error) && load_decided (paper, error)
         && kp_table_find (kp_session_get_database (session), &kp_paper_lock_table, kp_session_get_campaign (session),
                           KP_BINDS (KP_TEXT (code)), &paper->lock, error)
         && kp_marked_paper_load_entries (paper, error);
}

/**
 * kp_marked_paper_load:
 * @paper: (out): all zero before
 * @session: a session
 * @code: of the paper
 * @error: return location
 *
 * Reads all that the record holds of one paper.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_marked_paper_load (KpMarkedPaper *paper,
                      KpSession *session,
                      const char *code,
                      GError **error)
{
  return load (paper, session, code, error);
}

/**
 * kp_marked_paper_load_of:
 * @paper: (out): all zero before
 * @session: a session
 * @code: of the paper
 * @application: a candidate; must outlive @paper
 * @error: return location
 *
 * The same of one candidate alone, for an act that must not take longer with the number of candidates.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_marked_paper_load_of (KpMarkedPaper *paper,
                         KpSession *session,
                         const char *code,
                         const char *application,
                         GError **error)
{
  paper->only = application;
  return load (paper, session, code, error);
}

/**
 * kp_marked_paper_clear:
 * @paper: a paper
 *
 * Frees what it holds; another paper may be loaded into it.
 */
void
kp_marked_paper_clear (KpMarkedPaper *paper)
{
  g_clear_pointer (&paper->slots, g_hash_table_unref);
  g_clear_pointer (&paper->entries, g_ptr_array_unref);
  g_clear_pointer (&paper->seats, g_hash_table_unref);
  g_clear_pointer (&paper->decided, g_hash_table_unref);
  g_clear_pointer (&paper->secret_by_application, g_hash_table_unref);
  g_clear_pointer (&paper->secret_by_number, g_hash_table_unref);
  g_clear_pointer (&paper->secrets, g_ptr_array_unref);
  g_clear_pointer (&paper->prints, g_ptr_array_unref);
  g_clear_pointer (&paper->lock, kp_record_free);
  g_clear_pointer (&paper->hires, kp_direct_hires_free);
  g_clear_pointer (&paper->roster, kp_roster_free);
  *paper = (KpMarkedPaper) { 0 };
}

/* A test by who is on the list before it; the background check by who is called to it; another part by who comes to the
 * interview. */
static gboolean
is_tested (const KpScheme *scheme,
           const char *code,
           const KpDossier *dossier)
{
  gboolean is_heat = FALSE;

  if (g_strcmp0 (scheme->background.score.other, code) == 0)
    return dossier->background != NULL;
  for (guint i = 0; i < MIN (scheme->heats->len, KP_MAX_HEATS); i++)
    {
      if (!g_str_equal (((const KpSchemeHeat *) g_ptr_array_index (scheme->heats, i))->other, code))
        continue;
      is_heat = TRUE;
      if (kp_heat_is_taken_by (scheme, i, dossier))
        return TRUE;
    }
  return !is_heat && (dossier->hearing != NULL || kp_dossier_is_on_shortlist (dossier));
}

/**
 * kp_marked_paper_is_sat_by:
 * @paper: a paper
 * @dossier: a candidate
 *
 * Who has a mark in this paper: holds a seat, or passed the review where the mark comes from another exam, and applied for a
 * post that has the paper; nobody who is hired without exam.
 *
 * Returns: whether the candidate has
 */
gboolean
kp_marked_paper_is_sat_by (const KpMarkedPaper *paper,
                           const KpDossier *dossier)
{
  const KpSchemePost *post = kp_scheme_get_post (kp_session_get_scheme (paper->session), dossier->application->post);

  if (paper->is_other)
    return is_tested (kp_session_get_scheme (paper->session), paper->rule->code, dossier);
  if (!kp_fraction_is_known (kp_scheme_get_paper_weight (post, paper->rule)))
    return FALSE;
  return dossier->seat != NULL
         || (paper->rule->is_elsewhere && kp_direct_hires_is_examined (paper->hires, dossier)
             && g_str_equal (dossier->application->review, kp_review_outcome_get_name (KP_REVIEW_PASS)));
}

/**
 * kp_marked_paper_is_sealed:
 * @paper: a paper
 *
 * Returns: whether nobody may see yet which secret number is whose
 */
gboolean
kp_marked_paper_is_sealed (const KpMarkedPaper *paper)
{
  return paper->secrets->len > 0 && (paper->lock == NULL || paper->lock->opened_at == NULL);
}

/**
 * kp_marked_paper_find_seal:
 * @session: a session
 * @code: of a paper
 * @is_sealed: (out): kp_marked_paper_is_sealed() without the rest
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_marked_paper_find_seal (KpSession *session,
                           const char *code,
                           gboolean *is_sealed,
                           GError **error)
{
  g_autofree KpPaperLockRecord *lock = NULL;
  gint64 n_secrets = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_secret_number_table, kp_session_get_campaign (session),
                       "AND paper = $2", KP_BINDS (KP_TEXT (code)), &n_secrets, error)
      || !kp_table_find (kp_session_get_database (session), &kp_paper_lock_table, kp_session_get_campaign (session),
                         KP_BINDS (KP_TEXT (code)), &lock, error))
    return FALSE;
  *is_sealed = n_secrets > 0 && (lock == NULL || lock->opened_at == NULL);
  return TRUE;
}

/**
 * kp_marked_paper_was_shown_to:
 * @paper: a paper
 * @person: somebody
 *
 * Returns: whether the person had the sealed table of its secret numbers, or the labels, printed
 */
gboolean
kp_marked_paper_was_shown_to (const KpMarkedPaper *paper,
                              const char *person)
{
  KpIdentity *own = kp_session_get_identity (paper->session);
  const char *name = kp_identity_is_called (own, person) ? kp_identity_get_name (own) : person;

  for (guint i = 0; i < paper->prints->len; i++)
    {
      const KpSecretPrintRecord *print = g_ptr_array_index (paper->prints, i);
      const char *const had[] = { print->first_person, print->second_person, print->operator };

      for (guint j = 0; j < G_N_ELEMENTS (had); j++)
        {
          if (kp_review_is_same_person (had[j], person) || kp_review_is_same_person (had[j], name))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * kp_marked_paper_check_unlocked:
 * @paper: a paper
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_REFUSED once its marks stand
 */
gboolean
kp_marked_paper_check_unlocked (const KpMarkedPaper *paper,
                                GError **error)
{
  if (paper->lock == NULL)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The marks of paper “%s” are locked since %s; only a correction by two people (“kaopin correct”) changes one."),
               paper->rule->code, paper->lock->at);
  return FALSE;
}

/**
 * kp_marked_paper_get_number:
 * @paper: a paper
 * @dossier: a candidate of it
 *
 * Returns: (transfer none): the number by which those who enter marks know the candidate: the secret one while it is sealed
 */
const char *
kp_marked_paper_get_number (const KpMarkedPaper *paper,
                            const KpDossier *dossier)
{
  const KpSecretNumberRecord *secret
      = kp_marked_paper_is_sealed (paper)
            ? g_hash_table_lookup (paper->secret_by_application, dossier->application->application)
            : NULL;

  return secret != NULL ? secret->number : get_open_number (dossier);
}

/**
 * kp_marked_paper_find:
 * @paper: a paper
 * @number: as kp_marked_paper_get_number() gives it
 *
 * Returns: (transfer none) (nullable): who holds it
 */
const KpDossier *
kp_marked_paper_find (const KpMarkedPaper *paper,
                      const char *number)
{
  const KpSecretNumberRecord *secret = g_hash_table_lookup (paper->secret_by_number, number);

  if (!kp_marked_paper_is_sealed (paper))
    return kp_step_find_number (paper->roster, number);
  return secret != NULL ? kp_roster_find_application (paper->roster, secret->application) : NULL;
}

static char *
dup_place (gint64 room,
           gint64 seat)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, room, seat);
}

static gboolean
is_sitting_of (const KpMarkedPaper *paper,
               const char *code)
{
  const GPtrArray *sittings = kp_session_get_scheme (paper->session)->written.sittings;

  for (guint i = 0; i < sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (sittings, i);

      if (g_str_equal (sitting->code, code))
        return g_str_equal (sitting->paper, paper->rule->code);
    }
  return FALSE;
}

/**
 * kp_marked_paper_select_seats:
 * @paper: loaded
 * @by_application: (nullable): filled with registration number → #KpSeatRecord, borrowed from what is returned
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpSeatRecord): where this paper was sat, or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_marked_paper_select_seats (const KpMarkedPaper *paper,
                              GHashTable *by_application,
                              GError **error)
{
  g_autoptr (GPtrArray) all
      = kp_table_select (kp_session_get_database (paper->session), &kp_seat_table,
                         kp_session_get_campaign (paper->session), "", KP_NO_BINDS, error);

  if (all == NULL)
    return NULL;
  for (guint i = all->len; i-- > 0;)
    {
      KpSeatRecord *seat = g_ptr_array_index (all, i);

      if (!is_sitting_of (paper, seat->sitting))
        g_ptr_array_remove_index_fast (all, i);
      else if (by_application != NULL)
        g_hash_table_insert (by_application, (gpointer) seat->application, seat);
    }
  return g_steal_pointer (&all);
}

/**
 * kp_marked_paper_load_seats:
 * @paper: loaded
 * @error: return location
 *
 * Reads where this paper was sat, for a sheet that names rooms and seats.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_marked_paper_load_seats (KpMarkedPaper *paper,
                            GError **error)
{
  g_autoptr (GPtrArray) seats = kp_marked_paper_select_seats (paper, NULL, error);

  paper->seats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; seats != NULL && i < seats->len; i++)
    {
      const KpSeatRecord *seat = g_ptr_array_index (seats, i);
      char *place = dup_place (seat->room, seat->seat);

      g_hash_table_insert (paper->seats, place,
                           g_hash_table_contains (paper->seats, place)
                               ? (gpointer) paper
                               : (gpointer) kp_roster_find_application (paper->roster, seat->application));
    }
  return seats != NULL;
}

/* The dossier, the paper itself, or NULL; see the field. */
static gconstpointer
find_seat (const KpMarkedPaper *paper,
           const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "-", 2);
  g_autofree char *place = NULL;

  if (paper->seats == NULL || g_strv_length (parts) != 2)
    return NULL;
  place = dup_place (g_ascii_strtoll (parts[0], NULL, 10), g_ascii_strtoll (parts[1], NULL, 10));
  return g_hash_table_lookup (paper->seats, place);
}

/**
 * kp_marked_paper_is_seat_twice:
 * @paper: a paper whose seats are read
 * @key: "room-seat"
 *
 * Returns: whether several sites have this room and seat, so that the key names nobody
 */
gboolean
kp_marked_paper_is_seat_twice (const KpMarkedPaper *paper,
                               const char *key)
{
  return find_seat (paper, key) == paper;
}

/**
 * kp_marked_paper_find_row:
 * @paper: a paper
 * @kind: what the rows of a sheet name
 * @key: of one row
 *
 * By ticket, or by room and seat; a paper with secret numbers by these alone.
 *
 * Returns: (transfer none) (nullable): the candidate whom the row means
 */
const KpDossier *
kp_marked_paper_find_row (const KpMarkedPaper *paper,
                          KpMarkKey kind,
                          const char *key)
{
  if ((kind == KP_MARK_KEY_SECRET) != (paper->secrets->len > 0))
    return NULL;
  if (kind == KP_MARK_KEY_SECRET || kind == KP_MARK_KEY_TICKET)
    return kp_marked_paper_find (paper, key);
  return kind == KP_MARK_KEY_SEAT && !kp_marked_paper_is_seat_twice (paper, key) ? find_seat (paper, key) : NULL;
}

/**
 * kp_marked_paper_get_entries:
 * @paper: a paper
 * @application: a candidate
 *
 * Returns: (transfer none) (nullable): entries at index 1, 2 and 3, each nullable; %NULL when there is none
 */
const KpEntryRecord *const *
kp_marked_paper_get_entries (const KpMarkedPaper *paper,
                             const char *application)
{
  return g_hash_table_lookup (paper->slots, application);
}

/**
 * kp_marked_paper_get_decided:
 * @paper: a paper
 * @application: a candidate
 *
 * Returns: what the exam day decided of the mark; %KP_MARK_NOT_ENTERED = nothing
 */
KpMarkState
kp_marked_paper_get_decided (const KpMarkedPaper *paper,
                             const char *application)
{
  return (KpMarkState) GPOINTER_TO_UINT (g_hash_table_lookup (paper->decided, application));
}
