/* kp-step-import.c – takes registrations from a workbook into the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-import.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-import-private.h"

/* What the judge needs to know of those who are in the record already. */
typedef struct
{
  KpRoster *roster;
  const GPtrArray *asked;    /* (element-type KpFactDef) */
  KpRegistrationFact *facts; /* one for each */
  KpRegistration shown;      /* the answer to the last question */
} Known;

static const char *
not_null (const char *text)
{
  return text != NULL ? text : "";
}

/* "" isn't kept: in the record, what was not given is NULL. */
static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static void
show_facts (Known *known,
            const KpDossier *dossier)
{
  for (guint i = 0; i < known->asked->len; i++)
    {
      const KpFactDef *def = g_ptr_array_index (known->asked, i);
      KpRegistrationFact *fact = &known->facts[i];

      *fact = (KpRegistrationFact) { .value = "", .since = KP_DATE_NONE };
      for (guint k = 0; dossier->facts != NULL && k < dossier->facts->len; k++)
        {
          const KpFactRecord *record = g_ptr_array_index (dossier->facts, k);

          if (g_str_equal (record->fact, def->id))
            *fact = (KpRegistrationFact) { record->value, kp_candidate_parse_date (record->since) };
        }
    }
}

static const KpRegistration *
find_known (const char *id_number,
            gpointer user_data)
{
  Known *known = user_data;
  const KpDossier *dossier = kp_roster_find_id_number (known->roster, id_number);
  const KpPersonRecord *person;

  if (dossier == NULL)
    return NULL;
  person = dossier->person;
  show_facts (known, dossier);
  known->shown = (KpRegistration) {
    .name = person->name,
    .id_number = person->id_number,
    .sex = person->sex,
    .birth = kp_candidate_parse_date (person->birth),
    .ethnic = not_null (person->ethnic),
    .political = not_null (person->political),
    .education = not_null (person->education),
    .degree = not_null (person->degree),
    .school = not_null (person->school),
    .major = not_null (person->major),
    .graduated = kp_candidate_parse_date (person->graduated),
    .phone = not_null (person->phone),
    .post_code = dossier->application->post,
    .post_name = "",
    .is_veteran = person->is_veteran != 0,
    .certificate = not_null (person->certificate),
    .grid_since = kp_candidate_parse_date (person->grid_since),
    .residence = not_null (person->residence),
    .address = not_null (person->address),
    .employer = not_null (person->employer),
    .email = NULL, /* not kept, so it never differs */
    .remark = not_null (dossier->application->remark),
    .facts = known->facts,
  };
  return &known->shown;
}

static GArray *
list_posts (const KpScheme *scheme)
{
  GArray *posts = g_array_new (FALSE, FALSE, sizeof (KpRegistrationPost));

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *rule = g_ptr_array_index (scheme->posts, i);
      const KpSchemeStreet *street = rule->street != NULL ? kp_scheme_get_street (scheme, rule->street) : NULL;
      const KpRegistrationPost post = { rule->code, rule->name, street != NULL ? street->name : NULL };

      g_array_append_val (posts, post);
    }
  return posts;
}

static void
count_verdicts (KpRegistrationBook *book,
                KpImportTally *tally)
{
  guint n_rows = 0;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (book, &n_rows);

  tally->n_rows = n_rows;
  for (guint i = 0; i < n_rows; i++)
    {
      tally->n_ok += rows[i].verdict == KP_REGISTRATION_OK;
      tally->n_warn += rows[i].verdict == KP_REGISTRATION_WARN;
      tally->n_reject += rows[i].verdict == KP_REGISTRATION_REJECT;
      tally->n_conflict += rows[i].verdict == KP_REGISTRATION_CONFLICT;
      tally->n_recorded += rows[i].is_already_recorded;
    }
}

static gboolean
insert_person (KpSession *session,
               KpLedger *ledger,
               const KpRegistration *registration,
               const char *person,
               GError **error)
{
  g_autofree char *birth = kp_date_dup_iso (registration->birth);
  g_autofree char *graduated
      = kp_date_is_none (registration->graduated) ? NULL : kp_date_dup_iso (registration->graduated);
  g_autofree char *grid_since
      = kp_date_is_none (registration->grid_since) ? NULL : kp_date_dup_iso (registration->grid_since);
  KpPersonRecord record = {
    .campaign = kp_session_get_campaign (session),
    .person = person,
    .name = registration->name,
    .id_number = registration->id_number,
    .sex = registration->sex,
    .birth = birth,
    .ethnic = or_null (registration->ethnic),
    .political = or_null (registration->political),
    .education = or_null (registration->education),
    .degree = or_null (registration->degree),
    .school = or_null (registration->school),
    .major = or_null (registration->major),
    .graduated = graduated,
    .phone = or_null (registration->phone),
    .residence = or_null (registration->residence),
    .address = or_null (registration->address),
    .employer = or_null (registration->employer),
    .certificate = or_null (registration->certificate),
    .is_veteran = registration->is_veteran,
    .grid_since = grid_since,
  };

  return kp_ledger_insert (ledger, &kp_person_table, &record, error);
}

/* Nothing is kept of a field that was left empty. */
static gboolean
insert_facts (KpSession *session,
              KpLedger *ledger,
              const GPtrArray *asked,
              const KpRegistration *registration,
              const char *application,
              GError **error)
{
  for (guint i = 0; registration->facts != NULL && i < asked->len; i++)
    {
      const KpFactDef *def = g_ptr_array_index (asked, i);
      const KpRegistrationFact *fact = &registration->facts[i];
      g_autofree char *since = kp_date_is_none (fact->since) ? NULL : kp_date_dup_iso (fact->since);
      KpFactRecord record = {
        .campaign = kp_session_get_campaign (session),
        .application = application,
        .fact = def->id,
        .value = fact->value,
        .since = since,
      };

      if (*fact->value != '\0' && !kp_ledger_insert (ledger, &kp_fact_table, &record, error))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_warnings (const KpRegistrationRow *row)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < row->n_faults; i++)
    {
      if (row->faults[i].verdict == KP_REGISTRATION_WARN)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ";" : "", row->faults[i].code);
    }
  if (codes->len == 0)
    return NULL;
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

/** kp_import_insert: writes one good row under a registration number; the caller holds the campaign's lock. %FALSE with
 * #KP_DATA_ERROR, and then the unit of work has to be given up. */
gboolean
kp_import_insert (KpSession *session,
                  KpLedger *ledger,
                  KpRegistrationBook *book,
                  const KpRegistrationRow *row,
                  guint number,
                  GError **error)
{
  char person[16];
  char application[16];
  g_autofree char *warnings = dup_warnings (row);
  KpApplicationRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = application,
    .person = person,
    .post = row->registration.post_code,
    .source = kp_registration_book_get_digest (book),
    .sheet_row = row->sheet_row,
    .remark = or_null (row->registration.remark),
    .review = "none",
    .warnings = warnings,
  };

  g_snprintf (person, sizeof person, "P%06u", number);
  g_snprintf (application, sizeof application, "%06u", number);
  return insert_person (session, ledger, &row->registration, person, error)
         && kp_ledger_insert (ledger, &kp_application_table, &record, error)
         && insert_facts (session, ledger, kp_registration_book_get_facts (book), &row->registration, application, error);
}

/* Registration numbers go on from the last one; the campaign's lock is held, so no other clerk gets the same. */
static gboolean
insert_good_rows (KpSession *session,
                  KpLedger *ledger,
                  KpRegistrationBook *book,
                  guint n_recorded,
                  const KpImportTerms *terms,
                  KpImportTally *tally,
                  GError **error)
{
  guint n_rows = 0;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (book, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      if (terms->watch != NULL && !terms->watch (i, n_rows, terms->watch_data))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The import was cancelled; nothing was taken in."));
          return FALSE;
        }
      if (rows[i].is_already_recorded || rows[i].verdict == KP_REGISTRATION_REJECT
          || rows[i].verdict == KP_REGISTRATION_CONFLICT)
        continue;
      if (!kp_import_insert (session, ledger, book, &rows[i], n_recorded + tally->n_taken + 1, error))
        return FALSE;
      tally->n_taken++;
    }
  return TRUE;
}

/**
 * kp_import_read:
 * @session: a session; must outlive the book
 * @source: a file or its bytes, and what is known of it
 * @error: return location
 *
 * Reads as the campaign's scheme asks: with a column for each fact that it declares, and the words that it equates with an
 * education. Facts are taken from such a book only.
 *
 * Returns: (transfer full) (nullable): the book, or %NULL with #KP_EXCHANGE_ERROR
 */
KpRegistrationBook *
kp_import_read (KpSession *session,
                const KpImportSource *source,
                GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GPtrArray) asked = kp_candidate_list_asked (scheme);
  g_autoptr (GPtrArray) educations = g_ptr_array_new ();
  KpRegistrationOptions options = source->options;

  for (guint i = 0; i < scheme->education_as->len; i++)
    g_ptr_array_add (educations, ((const KpSchemeEducation *) g_ptr_array_index (scheme->education_as, i))->word);
  g_ptr_array_add (educations, NULL);
  options.facts = asked;
  options.educations = (const char *const *) educations->pdata;
  if (source->bytes != NULL)
    return kp_registration_book_read_bytes (source->bytes, &options, error);
  return kp_registration_book_read (source->path, &options, error);
}

/**
 * kp_step_read_corrected_registrations:
 * @session: a session; must outlive the book
 * @path: an .xlsx or .csv file
 * @sheet: (nullable): as in #KpRegistrationOptions
 * @mapping: (nullable): as in #KpRegistrationOptions
 * @corrections: (nullable) (array length=n_corrections): what was typed in place of cells
 * @n_corrections: how many
 * @error: return location
 *
 * Reads a workbook as the campaign's scheme asks.
 *
 * Returns: (transfer full) (nullable): the book, or %NULL with #KP_EXCHANGE_ERROR
 */
KpRegistrationBook *
kp_step_read_corrected_registrations (KpSession *session,
                                      const char *path,
                                      const char *sheet,
                                      const char *mapping,
                                      const KpRegistrationCorrection *corrections,
                                      guint n_corrections,
                                      GError **error)
{
  const KpImportSource source = {
    .path = path,
    .options = { .sheet = sheet, .mapping = mapping, .corrections = corrections, .n_corrections = n_corrections },
  };

  return kp_import_read (session, &source, error);
}

/**
 * kp_step_read_registrations:
 * @session: a session; must outlive the book
 * @path: an .xlsx or .csv file
 * @sheet: (nullable): as in #KpRegistrationOptions
 * @mapping: (nullable): as in #KpRegistrationOptions
 * @error: return location
 *
 * As kp_step_read_corrected_registrations() for a file as it is.
 *
 * Returns: (transfer full) (nullable): the book, or %NULL with #KP_EXCHANGE_ERROR
 */
KpRegistrationBook *
kp_step_read_registrations (KpSession *session,
                            const char *path,
                            const char *sheet,
                            const char *mapping,
                            GError **error)
{
  return kp_step_read_corrected_registrations (session, path, sheet, mapping, NULL, 0, error);
}

/** kp_import_judge: holds every row of @book against the scheme, the other rows, and those who are on @roster. */
void
kp_import_judge (KpSession *session,
                 KpRegistrationBook *book,
                 KpRoster *roster)
{
  g_autoptr (GArray) posts = list_posts (kp_session_get_scheme (session));
  const KpDate today = kp_session_get_today (session);
  const GPtrArray *asked = kp_registration_book_get_facts (book);
  g_autofree KpRegistrationFact *facts = g_new0 (KpRegistrationFact, asked->len + 1);
  Known known = { .roster = roster, .asked = asked, .facts = facts };

  kp_registration_book_judge (book, (const KpRegistrationPost *) (gpointer) posts->data, posts->len, &today, find_known,
                              &known);
}

/* Returns: (nullable): the roster that the rows were held against. */
static KpRoster *
judge (KpSession *session,
       KpRegistrationBook *book,
       KpImportTally *tally,
       GError **error)
{
  KpRoster *roster = kp_session_load_roster (session, error);

  *tally = (KpImportTally) { 0 };
  if (roster == NULL)
    return NULL;
  kp_import_judge (session, book, roster);
  count_verdicts (book, tally);
  return roster;
}

/**
 * kp_step_judge_registrations:
 * @session: a session; it may only read
 * @book: read, not yet judged; afterwards each row carries its verdict
 * @tally: (out): what was found; nothing is taken
 * @error: return location
 *
 * What kp_step_take_registrations() would say of each row.
 *
 * Returns: whether the record could be read
 */
gboolean
kp_step_judge_registrations (KpSession *session,
                             KpRegistrationBook *book,
                             KpImportTally *tally,
                             GError **error)
{
  g_autoptr (KpRoster) roster = judge (session, book, tally, error);

  return roster != NULL;
}

/* A file that was corrected while it was taken in isn't the file any more whose digest the record keeps. */
static gboolean
note_corrections (KpLedger *ledger,
                  KpRegistrationBook *book,
                  GError **error)
{
  const char *corrected = kp_registration_book_get_corrected (book);

  return *corrected == '\0' || kp_ledger_note (ledger, "corrected", corrected, error);
}

/**
 * kp_step_take_registrations:
 * @session: a session, open for writing
 * @book: read, not yet judged; afterwards each row carries its verdict, also when nothing was taken
 * @terms: whether others may be refused, and who watches
 * @tally: (out): what was found and done
 * @error: return location
 *
 * Judges every row against the scheme, the record and the other rows, and takes the good ones. All or nothing: unless
 * the clerk accepts the good rows, one refused row keeps all out. A row that is in the record already is left alone, so
 * the same file taken twice changes nothing. Which cells were corrected stands in the journal.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_DATA_ERROR or %G_IO_ERROR_CANCELLED and nothing changed
 */
gboolean
kp_step_take_registrations (KpSession *session,
                            KpRegistrationBook *book,
                            const KpImportTerms *terms,
                            KpImportTally *tally,
                            GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_IMPORT_REGISTRATIONS, KP_IMPORT_REGISTRATIONS, error);
  g_autoptr (KpRoster) roster = NULL;

  *tally = (KpImportTally) { 0 };
  if (ledger == NULL)
    return FALSE;
  roster = judge (session, book, tally, error);
  if (roster == NULL)
    return FALSE;
  if (!terms->accepts_good_rows && tally->n_reject + tally->n_conflict > 0)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("%u rows are refused and %u are the same person again, so nothing was taken in. Have them corrected "
                     "with the report, or accept the good rows with --accept-good."),
                   tally->n_reject, tally->n_conflict);
      return FALSE;
    }
  if (!insert_good_rows (session, ledger, book, kp_roster_get_n_dossiers (roster), terms, tally, error))
    return FALSE;
  if (tally->n_taken > 0
      && (!note_corrections (ledger, book, error)
          || !kp_session_write_import (session, ledger, KP_IMPORT_REGISTRATIONS, kp_registration_book_get_digest (book), tally->n_rows,
                                       tally->n_taken, error)))
    return FALSE;
  return kp_session_commit (session, ledger, error);
}

/**
 * kp_step_import_registrations:
 * @session: a session, open for writing
 * @book: as for kp_step_take_registrations()
 * @accepts_good_rows: whether the good rows may be taken although others are refused or in conflict
 * @tally: (out): what was found and done
 * @error: return location
 *
 * As kp_step_take_registrations(), and nobody watches.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_import_registrations (KpSession *session,
                              KpRegistrationBook *book,
                              gboolean accepts_good_rows,
                              KpImportTally *tally,
                              GError **error)
{
  const KpImportTerms terms = { accepts_good_rows, NULL, NULL };

  return kp_step_take_registrations (session, book, &terms, tally, error);
}
