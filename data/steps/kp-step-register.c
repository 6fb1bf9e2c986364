/* kp-step-register.c – 现场报名: one applicant's form, typed at the counter.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form is read and judged as a workbook of one row, so nobody gets in at the counter whom a sheet would keep out. */
#include "kp-step-register.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-import-private.h"
#include "kp-normal.h"

/* As a person is asked: who, for which post, reached how, learnt what, is what. */
static const KpRegistrationField asked_fields[] = {
  KP_REGISTRATION_FIELD_ID_NUMBER, KP_REGISTRATION_FIELD_NAME,      KP_REGISTRATION_FIELD_POST_CODE,
  KP_REGISTRATION_FIELD_PHONE,     KP_REGISTRATION_FIELD_EDUCATION, KP_REGISTRATION_FIELD_DEGREE,
  KP_REGISTRATION_FIELD_SCHOOL,    KP_REGISTRATION_FIELD_MAJOR,     KP_REGISTRATION_FIELD_GRADUATED,
  KP_REGISTRATION_FIELD_POLITICAL, KP_REGISTRATION_FIELD_ETHNIC,    KP_REGISTRATION_FIELD_VETERAN,
  KP_REGISTRATION_FIELD_CERTIFICATE, KP_REGISTRATION_FIELD_GRID_SINCE, KP_REGISTRATION_FIELD_RESIDENCE,
  KP_REGISTRATION_FIELD_ADDRESS,   KP_REGISTRATION_FIELD_EMPLOYER,  KP_REGISTRATION_FIELD_REMARK,
};

static const char *const *
find_words (KpRegistrationField field)
{
  switch ((int) field)
    {
    case KP_REGISTRATION_FIELD_DEGREE:
      return kp_normal_list_words (KP_NORMAL_DEGREES);
    case KP_REGISTRATION_FIELD_POLITICAL:
      return kp_normal_list_words (KP_NORMAL_PARTIES);
    case KP_REGISTRATION_FIELD_CERTIFICATE:
      return kp_normal_list_words (KP_NORMAL_CERTIFICATES);
    case KP_REGISTRATION_FIELD_VETERAN:
      return kp_normal_list_words (KP_NORMAL_ANSWERS);
    default:
      return NULL;
    }
}

/* Where the scheme equates other words with an education, they are typed; else it is one of the standard words. */
static const char *const *
find_educations (const KpScheme *scheme)
{
  return scheme->education_as->len == 0 ? kp_normal_list_words (KP_NORMAL_EDUCATIONS) : NULL;
}

static void
add_fact_fields (GArray *fields,
                 const KpFactDef *def)
{
  KpFormField value = { .field = KP_REGISTRATION_N_FIELDS, .title = g_intern_string (def->label) };
  g_autofree char *since = NULL;

  if (def->kind == KP_FACT_YES_NO)
    value.words = kp_normal_list_words (KP_NORMAL_ANSWERS);
  g_array_append_val (fields, value);
  if (def->kind != KP_FACT_PLACE)
    return;
  since = kp_registration_fact_dup_since_title (def);
  value.title = g_intern_string (since);
  g_array_append_val (fields, value);
}

/**
 * kp_step_list_form_fields:
 * @scheme: a scheme
 *
 * Returns: (transfer full) (element-type KpFormField): what the form of this campaign asks for: the usual fields, then each
 * fact that its scheme declares
 */
GArray *
kp_step_list_form_fields (const KpScheme *scheme)
{
  g_autoptr (GPtrArray) asked = kp_candidate_list_asked (scheme);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (KpFormField));

  for (guint i = 0; i < G_N_ELEMENTS (asked_fields); i++)
    {
      const KpFormField field = {
        .field = asked_fields[i],
        .title = kp_registration_field_get_title (asked_fields[i]),
        .words = asked_fields[i] == KP_REGISTRATION_FIELD_EDUCATION ? find_educations (scheme) : find_words (asked_fields[i]),
        .is_post = asked_fields[i] == KP_REGISTRATION_FIELD_POST_CODE,
      };

      g_array_append_val (fields, field);
    }
  for (guint i = 0; i < asked->len; i++)
    add_fact_fields (fields, g_ptr_array_index (asked, i));
  return fields;
}

/** kp_form_check_free: frees it with what was read. */
void
kp_form_check_free (KpFormCheck *check)
{
  kp_registration_book_free (check->book);
  g_free (check->application);
  g_free (check->post);
  g_free (check);
}

static KpRegistrationBook *
read_form (KpSession *session,
           const KpFormCell *cells,
           guint n_cells,
           GError **error)
{
  g_autoptr (GBytes) bytes = kp_registration_form_write (cells, n_cells);

  return kp_import_read (session, &(KpImportSource) { .bytes = bytes }, error);
}

/**
 * kp_step_check_form:
 * @session: a session; it may only read
 * @cells: (array length=n_cells): the form as far as it is filled in; name or ID number must be there
 * @n_cells: how many
 * @error: return location
 *
 * What kp_step_register() would say, and whether this person has applied already. Takes as long in a large campaign as in
 * a small one, so that it can be asked while somebody types.
 *
 * Returns: (transfer full) (nullable): what was found, or %NULL with #KP_EXCHANGE_ERROR or #KP_DATA_ERROR
 */
KpFormCheck *
kp_step_check_form (KpSession *session,
                    const KpFormCell *cells,
                    guint n_cells,
                    GError **error)
{
  KpRegistrationBook *book = read_form (session, cells, n_cells, error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpFormCheck) check = NULL;
  guint n_rows = 0;

  if (book == NULL)
    return NULL;
  check = g_new0 (KpFormCheck, 1);
  check->book = book;
  check->row = kp_registration_book_get_rows (book, &n_rows);
  roster = kp_session_load_roster_person (session, check->row->registration.id_number, error);
  if (roster == NULL)
    return NULL;
  if (kp_roster_get_n_dossiers (roster) > 0)
    {
      const KpApplicationRecord *application = kp_roster_get_dossier (roster, 0)->application;

      check->application = g_strdup (application->application);
      check->post = g_strdup (application->post);
    }
  kp_import_judge (session, book, roster);
  return g_steal_pointer (&check);
}

/* What keeps a form out is said in the words of its first fault. */
static gboolean
check_row (const KpRegistrationRow *row,
           GError **error)
{
  if (row->is_already_recorded)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("This very application is in the record already."));
      return FALSE;
    }
  if (row->verdict != KP_REGISTRATION_REJECT && row->verdict != KP_REGISTRATION_CONFLICT)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("The form can't be taken in. %s: %s"), row->faults[0].title,
               row->faults[0].trouble);
  return FALSE;
}

static gboolean
put_photo (KpSession *session,
           KpLedger *ledger,
           const KpPhotoRow *photo,
           const char *application,
           GError **error)
{
  KpPhotoTally tally = { 0 };
  KpPhotoRow row = { 0 };

  if (photo == NULL)
    return TRUE;
  row = *photo;
  row.application = (char *) application;
  return kp_photo_put (session, ledger, &row, &tally, error);
}

/**
 * kp_step_register:
 * @session: a session, open for writing
 * @cells: (array length=n_cells): the form
 * @n_cells: how many
 * @photo: (nullable): the applicant's photo, looked at and without a fault
 * @error: return location
 *
 * 现场报名: takes one application in, with its photo, or nothing.
 *
 * Returns: (transfer full) (nullable): the new registration number, or %NULL with #KP_EXCHANGE_ERROR, #KP_STEP_ERROR or
 * #KP_DATA_ERROR and nothing changed
 */
char *
kp_step_register (KpSession *session,
                  const KpFormCell *cells,
                  guint n_cells,
                  const KpPhotoRow *photo,
                  GError **error)
{
  g_autoptr (KpRegistrationBook) book = read_form (session, cells, n_cells, error);
  g_autoptr (KpLedger) ledger
      = book != NULL ? kp_session_begin (session, KP_STEP_IMPORT_REGISTRATIONS, KP_IMPORT_REGISTRATIONS, error) : NULL;
  g_autoptr (KpRoster) roster = ledger != NULL ? kp_session_load_roster (session, error) : NULL;
  g_autofree char *application = NULL;
  const KpRegistrationRow *row;
  guint n_rows = 0;
  guint number;

  if (roster == NULL)
    return NULL;
  kp_import_judge (session, book, roster);
  row = kp_registration_book_get_rows (book, &n_rows);
  if (!check_row (row, error))
    return NULL;
  number = kp_roster_get_n_dossiers (roster) + 1;
  application = g_strdup_printf ("%06u", number);
  if (!kp_import_insert (session, ledger, book, row, number, error)
      || !put_photo (session, ledger, photo, application, error)
      || !kp_session_write_import (session, ledger, KP_IMPORT_REGISTRATIONS, kp_registration_book_get_digest (book), 1, 1,
                                   error)
      || !kp_session_commit (session, ledger, error))
    return NULL;
  return g_steal_pointer (&application);
}
