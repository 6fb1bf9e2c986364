/* kp-registration-book.c – reads registrations from a workbook into standard words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-exchange-error.h"
#include "kp-normal.h"
#include "kp-registration-private.h"

typedef KpRegistrationReading Reading;

static const KpRegistrationCorrection *
find_correction (const KpRegistrationBook *book, guint sheet_row, guint field)
{
  for (guint i = 0; i < book->n_corrections; i++)
    if (book->corrections[i].sheet_row == sheet_row && book->corrections[i].field == field)
      return &book->corrections[i];
  return NULL;
}

/* A formula that failed (#N/A) leaves its cell empty. */
static const KpCell *
get_cell (Reading *reading, guint field)
{
  const KpRegistrationCorrection *correction = find_correction (reading->book, reading->row->number, field);
  const KpCell *cell;

  if (correction != NULL)
    {
      reading->corrected = (KpCell){ .kind = KP_CELL_TEXT, .text = correction->text, .raw = correction->text };
      return &reading->corrected;
    }
  cell = kp_heading_get_cell (reading->book->heading, field, reading->row);

  return cell != NULL && cell->kind != KP_CELL_ERROR ? cell : NULL;
}

static const char *
keep (Reading *reading, const char *text)
{
  return *text != '\0' ? g_string_chunk_insert (reading->book->chunk, text) : "";
}

/* For texts that come again and again, such as schools. */
static const char *
keep_once (Reading *reading, const char *text)
{
  return *text != '\0' ? g_string_chunk_insert_const (reading->book->chunk, text) : "";
}

/**
 * kp_registration_reading_keep_typed:
 * @reading: a row that is read
 * @column: a field, or the column of a fact
 *
 * Returns: (transfer none): what stands there without blanks around it, "" for nothing; lives as long as the book
 */
const char *
kp_registration_reading_keep_typed (KpRegistrationReading *reading, guint column)
{
  const KpCell *cell = get_cell (reading, column);
  g_autofree char *text = cell != NULL ? kp_normal_text (cell->text) : g_strdup ("");

  return keep_once (reading, text);
}

/**
 * kp_registration_reading_add_fault:
 * @reading: a row that is read
 * @kind: what is wrong
 * @column: a field, or the column of a fact
 * @title: (nullable): what the column of a fact is called
 * @typed: what stands there
 */
void
kp_registration_reading_add_fault (
    KpRegistrationReading *reading, KpFaultKind kind, guint column, const char *title, const char *typed)
{
  KpRegistrationField field = (KpRegistrationField) MIN (column, KP_REGISTRATION_N_FIELDS);
  KpRegistrationFault fault =
      kp_registration_fault_make (reading->book->chunk, kind, reading->row->number, field, title, typed, NULL);

  if (reading->extra->read_faults == NULL)
    reading->extra->read_faults = g_array_new (FALSE, FALSE, sizeof (KpRegistrationFault));
  g_array_append_val (reading->extra->read_faults, fault);
}

static const char *
keep_typed (Reading *reading, KpRegistrationField field)
{
  return kp_registration_reading_keep_typed (reading, field);
}

static void
add_fault (Reading *reading, KpFaultKind kind, KpRegistrationField field, const char *typed)
{
  kp_registration_reading_add_fault (reading, kind, field, NULL, typed);
}

/* The standard word, or what was typed with a note when the word isn't known. */
static const char *
read_word (Reading *reading, KpRegistrationField field, const char *(*normal) (const char *typed))
{
  const char *typed = keep_typed (reading, field);
  const char *word;

  if (*typed == '\0')
    return "";
  word = normal (typed);
  if (word != NULL)
    return word;
  add_fault (reading, KP_FAULT_WORD_UNKNOWN, field, typed);
  return typed;
}

/* A number without a date format in a column of dates is still the day it counts; 2005.1 may have been
 * 2005.10. */
static KpDateText
read_date_cell (const KpCell *cell, KpDate *date)
{
  const char *point;

  *date = KP_DATE_NONE;
  if (cell == NULL)
    return KP_DATE_TEXT_EMPTY;
  if (cell->kind == KP_CELL_DATE)
    {
      *date = cell->date;
      return KP_DATE_TEXT_DAY;
    }
  if (cell->kind == KP_CELL_NUMBER && strlen (cell->text) == 5 && strspn (cell->text, "0123456789") == 5 &&
      kp_normal_date_from_serial (g_ascii_strtoll (cell->text, NULL, 10), FALSE, date))
    return KP_DATE_TEXT_DAY;
  point = cell->kind == KP_CELL_NUMBER ? strchr (cell->text, '.') : NULL;
  if (point != NULL && strcmp (point, ".1") == 0)
    return KP_DATE_TEXT_AMBIGUOUS;
  return kp_normal_date (cell->text, date);
}

/**
 * kp_registration_reading_get_date:
 * @reading: a row that is read
 * @column: a field, or the column of a fact
 * @title: (nullable): what the column of a fact is called
 *
 * Returns: the day, the first of the month where only the month is told; none for an empty cell, for a cell that says that
 *   there is no such day, and for one that isn't understood, which gets its fault
 */
KpDate
kp_registration_reading_get_date (KpRegistrationReading *reading, guint column, const char *title)
{
  KpDate date;
  KpDateText kind = read_date_cell (get_cell (reading, column), &date);
  const char *typed;

  if (kind == KP_DATE_TEXT_DAY || kind == KP_DATE_TEXT_MONTH || kind == KP_DATE_TEXT_EMPTY)
    return date;
  typed = kp_registration_reading_keep_typed (reading, column);
  if (kp_normal_answer (typed) != KP_ANSWER_NO)
    kp_registration_reading_add_fault (reading, KP_FAULT_DATE_UNREADABLE, column, title, typed);
  return KP_DATE_NONE;
}

static KpDate
read_date (Reading *reading, KpRegistrationField field)
{
  return kp_registration_reading_get_date (reading, field, NULL);
}

/* 高级工班 and what else the scheme equates stays as typed: the scheme says what it counts as. */
static const char *
read_education (Reading *reading)
{
  const char *const *educations = reading->book->educations;
  const char *typed = keep_typed (reading, KP_REGISTRATION_FIELD_EDUCATION);

  if (educations != NULL && g_strv_contains (educations, typed))
    return typed;
  return read_word (reading, KP_REGISTRATION_FIELD_EDUCATION, kp_normal_education);
}

static gboolean
name_is_odd (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || (c >= 0xe000 && c <= 0xf8ff) || c == 0xfffd || c == '?' || c == '*' ||
          (c >= 0xf0000 && c <= 0x10ffff))
        return TRUE;
    }
  return g_utf8_strlen (name, -1) < 2;
}

static const char *
read_name (Reading *reading)
{
  const KpCell *cell = get_cell (reading, KP_REGISTRATION_FIELD_NAME);
  g_autofree char *name = cell != NULL ? kp_normal_name (cell->text) : g_strdup ("");

  if (*name == '\0')
    add_fault (reading, KP_FAULT_NAME_MISSING, KP_REGISTRATION_FIELD_NAME, "");
  else if (name_is_odd (name))
    add_fault (reading, KP_FAULT_NAME_CHARACTERS, KP_REGISTRATION_FIELD_NAME, name);
  return keep (reading, name);
}

static const char *
read_id_number (Reading *reading)
{
  const KpCell *cell = get_cell (reading, KP_REGISTRATION_FIELD_ID_NUMBER);
  g_autofree char *number = cell != NULL ? kp_normal_id_number (cell->text) : g_strdup ("");

  reading->extra->id_kind = cell != NULL ? cell->kind : KP_CELL_EMPTY;
  reading->extra->id_typed = keep (reading, number);
  return reading->extra->id_typed;
}

static const char *
read_phone (Reading *reading)
{
  const KpCell *cell = get_cell (reading, KP_REGISTRATION_FIELD_PHONE);
  g_autofree char *phone = cell != NULL ? kp_normal_phone (cell->text) : g_strdup ("");

  if (*phone != '\0' && !kp_normal_phone_is_whole (phone))
    add_fault (reading, KP_FAULT_PHONE_LENGTH, KP_REGISTRATION_FIELD_PHONE, phone);
  else if (*phone == '\0' && reading->book->heading->columns[KP_REGISTRATION_FIELD_PHONE] >= 0)
    add_fault (reading, KP_FAULT_PHONE_MISSING, KP_REGISTRATION_FIELD_PHONE, "");
  return keep (reading, phone);
}

static gboolean
tells_of_service (const char *typed)
{
  static const char *const words[] = { "退役", "退伍", "复员", "转业", "军转", "复转", "服役", "自主择业" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (typed, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
denies (const char *typed)
{
  static const char *const words[] = { "非", "不", "否", "无", "未", "没" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (typed, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
read_veteran (Reading *reading)
{
  const char *typed = keep_typed (reading, KP_REGISTRATION_FIELD_VETERAN);
  KpAnswer answer = kp_normal_answer (typed);

  if (answer != KP_ANSWER_UNREADABLE)
    return answer == KP_ANSWER_YES;
  if (denies (typed))
    return FALSE;
  if (tells_of_service (typed))
    return TRUE;
  add_fault (reading, KP_FAULT_ANSWER_UNREADABLE, KP_REGISTRATION_FIELD_VETERAN, typed);
  return FALSE;
}

static void
read_typed_parts (Reading *reading)
{
  KpRegistrationExtra *extra = reading->extra;
  const KpCell *code = get_cell (reading, KP_REGISTRATION_FIELD_POST_CODE);

  extra->code_is_number = code != NULL && code->kind == KP_CELL_NUMBER;
  extra->code_typed = keep_typed (reading, KP_REGISTRATION_FIELD_POST_CODE);
  extra->street = keep_typed (reading, KP_REGISTRATION_FIELD_STREET);
  extra->sex_typed = keep_typed (reading, KP_REGISTRATION_FIELD_SEX);
  extra->birth_typed = keep_typed (reading, KP_REGISTRATION_FIELD_BIRTH);
  extra->birth_kind =
      (guint8) read_date_cell (get_cell (reading, KP_REGISTRATION_FIELD_BIRTH), &extra->birth);
}

static KpRegistration
read_registration (Reading *reading)
{
  read_typed_parts (reading);
  return (KpRegistration){
    .id_number = read_id_number (reading),
    .name = read_name (reading),
    .sex = "",
    .ethnic = read_word (reading, KP_REGISTRATION_FIELD_ETHNIC, kp_normal_ethnic),
    .political = read_word (reading, KP_REGISTRATION_FIELD_POLITICAL, kp_normal_political),
    .education = read_education (reading),
    .degree = read_word (reading, KP_REGISTRATION_FIELD_DEGREE, kp_normal_degree),
    .school = keep_typed (reading, KP_REGISTRATION_FIELD_SCHOOL),
    .major = keep_typed (reading, KP_REGISTRATION_FIELD_MAJOR),
    .graduated = read_date (reading, KP_REGISTRATION_FIELD_GRADUATED),
    .phone = read_phone (reading),
    .post_code = "",
    .post_name = keep_typed (reading, KP_REGISTRATION_FIELD_POST_NAME),
    .is_veteran = read_veteran (reading),
    .certificate = read_word (reading, KP_REGISTRATION_FIELD_CERTIFICATE, kp_normal_certificate),
    .grid_since = read_date (reading, KP_REGISTRATION_FIELD_GRID_SINCE),
    .residence = keep_typed (reading, KP_REGISTRATION_FIELD_RESIDENCE),
    .address = keep_typed (reading, KP_REGISTRATION_FIELD_ADDRESS),
    .employer = keep_typed (reading, KP_REGISTRATION_FIELD_EMPLOYER),
    .email = keep_typed (reading, KP_REGISTRATION_FIELD_EMAIL),
    .remark = keep_typed (reading, KP_REGISTRATION_FIELD_REMARK),
  };
}

/* Where, not what: values are personal. */
static void
note_corrections (KpRegistrationBook *book, guint sheet_row)
{
  for (guint i = 0; i < book->n_corrections; i++)
    if (book->corrections[i].sheet_row == sheet_row)
      g_string_append_printf (book->corrected, "%s%u:%s", book->corrected->len > 0 ? "; " : "", sheet_row,
                              kp_registration_field_get_title (book->corrections[i].field));
}

static gboolean
on_row_cb (const KpSheetRow *row, gpointer user_data, GError **error G_GNUC_UNUSED)
{
  KpRegistrationBook *book = user_data;
  KpRegistrationExtra extra = { .id_typed = "" };
  KpRegistrationRow read = { .sheet_row = row->number };
  Reading reading = { .book = book, .row = row, .extra = &extra };

  if (!kp_heading_row_is_data (book->heading, row, KP_REGISTRATION_FIELD_ID_NUMBER,
                               KP_REGISTRATION_FIELD_NAME))
    return TRUE;
  note_corrections (book, row->number);
  read.registration = read_registration (&reading);
  read.registration.facts = kp_registration_facts_read (&reading, book->columns);
  g_array_append_val (book->rows, read);
  g_array_append_val (book->extras, extra);
  return TRUE;
}

static KpRegistrationBook *
read_workbook (KpWorkbook *workbook, const KpRegistrationOptions *options, GError **error)
{
  static const KpRegistrationOptions no_options = { .sheet = NULL };
  g_autoptr (KpRegistrationBook) book = g_new0 (KpRegistrationBook, 1);

  if (options == NULL)
    options = &no_options;
  book->workbook = workbook;
  book->chunk = g_string_chunk_new (256 * 1024);
  book->rows = g_array_new (FALSE, FALSE, sizeof (KpRegistrationRow));
  book->extras = g_array_new (FALSE, FALSE, sizeof (KpRegistrationExtra));
  book->facts = g_ptr_array_new_with_free_func (g_free);
  book->columns = kp_registration_columns_new (options->facts);
  book->educations = options->educations;
  book->corrections = options->corrections;
  book->n_corrections = options->n_corrections;
  book->corrected = g_string_new (NULL);
  book->heading = kp_heading_find (workbook, &book->columns->kind, options->sheet, options->mapping, error);
  if (book->heading == NULL)
    return NULL;
  if (!kp_workbook_read_sheet (workbook, book->heading->sheet, on_row_cb, book, error))
    return NULL;
  if (book->rows->len == 0)
    {
      g_set_error_literal (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_EMPTY,
                           _ ("The sheet has a heading but no registration below it."));
      return NULL;
    }
  book->n_corrections = 0;
  kp_registration_book_spread_merges (book);
  book->other_sheets =
      kp_heading_dup_other_sheets (workbook, &book->columns->kind, book->heading->sheet, options->mapping);
  book->missing = kp_registration_columns_dup_missing (book->columns, book->heading);
  return g_steal_pointer (&book);
}

/**
 * kp_registration_book_read:
 * @path: an .xlsx or .csv file
 * @options: (nullable): sheet and mapping
 * @error: a #KpExchangeError: the file as a whole can't be read
 *
 * Reads all registrations of a workbook and brings their values into standard words. Nothing is judged yet
 * that needs the posts or other rows: call kp_registration_book_judge().
 *
 * Returns: (transfer full) (nullable): the book
 */
KpRegistrationBook *
kp_registration_book_read (const char *path, const KpRegistrationOptions *options, GError **error)
{
  KpWorkbook *workbook = kp_workbook_open (path, NULL, error);

  return workbook != NULL ? read_workbook (workbook, options, error) : NULL;
}

/**
 * kp_registration_book_read_bytes:
 * @bytes: the content of an .xlsx or .csv file
 * @options: (nullable): sheet and mapping
 * @error: a #KpExchangeError
 *
 * The same for a file that is in memory.
 *
 * Returns: (transfer full) (nullable): the book
 */
KpRegistrationBook *
kp_registration_book_read_bytes (GBytes *bytes, const KpRegistrationOptions *options, GError **error)
{
  KpWorkbook *workbook = kp_workbook_open_bytes (bytes, NULL, error);

  return workbook != NULL ? read_workbook (workbook, options, error) : NULL;
}

/**
 * kp_registration_book_free:
 * @book: (transfer full) (nullable): a book
 *
 * Frees it with all its rows.
 */
void
kp_registration_book_free (KpRegistrationBook *book)
{
  if (book == NULL)
    return;
  for (guint i = 0; i < book->extras->len; i++)
    {
      KpRegistrationExtra *extra = &g_array_index (book->extras, KpRegistrationExtra, i);

      g_clear_pointer (&extra->read_faults, g_array_unref);
      g_clear_pointer (&extra->faults, g_array_unref);
    }
  g_array_unref (book->extras);
  g_array_unref (book->rows);
  g_string_chunk_free (book->chunk);
  g_string_free (book->corrected, TRUE);
  g_ptr_array_unref (book->facts);
  kp_registration_columns_free (book->columns);
  g_strfreev (book->missing);
  g_strfreev (book->other_sheets);
  kp_heading_free (book->heading);
  kp_workbook_free (book->workbook);
  g_free (book);
}

/**
 * kp_registration_book_get_rows:
 * @book: a book
 * @n_rows: (out): how many
 *
 * Returns: (transfer none): the rows in the order of the sheet; judged after kp_registration_book_judge()
 */
const KpRegistrationRow *
kp_registration_book_get_rows (KpRegistrationBook *book, guint *n_rows)
{
  *n_rows = book->rows->len;
  return (const KpRegistrationRow *) book->rows->data;
}

/**
 * kp_registration_book_get_digest:
 * @book: a book
 *
 * Returns: (transfer none): SHA-256 of the file, lower-case hex
 */
const char *
kp_registration_book_get_digest (KpRegistrationBook *book)
{
  return kp_workbook_get_digest (book->workbook);
}

/**
 * kp_registration_book_get_sheet:
 * @book: a book
 *
 * Returns: (transfer none): the name of the sheet that was read, "" for a text table
 */
const char *
kp_registration_book_get_sheet (KpRegistrationBook *book)
{
  return kp_workbook_get_sheet_name (book->workbook, book->heading->sheet);
}

/**
 * kp_registration_book_get_other_sheets:
 * @book: a book
 *
 * A workbook may have a sheet for each street, or an old copy of the list: only one sheet is read, so the
 * caller tells the operator of the others.
 *
 * Returns: (transfer none): the names of the other sheets that hold registrations too, NULL at the end
 */
const char *const *
kp_registration_book_get_other_sheets (KpRegistrationBook *book)
{
  return (const char *const *) book->other_sheets;
}

/**
 * kp_registration_book_get_facts:
 * @book: a book
 *
 * Returns: (transfer none) (element-type KpFactDef): what each of the rows' facts is, in the same order
 */
const GPtrArray *
kp_registration_book_get_facts (KpRegistrationBook *book)
{
  return book->columns->defs;
}

/**
 * kp_registration_book_get_missing:
 * @book: a book
 *
 * A fact without a column is read as a field that everybody left empty, so the caller tells the operator.
 *
 * Returns: (transfer none): the labels of the scheme's facts that have no column in the sheet, NULL at the end
 */
const char *const *
kp_registration_book_get_missing (KpRegistrationBook *book)
{
  return (const char *const *) book->missing;
}

/**
 * kp_registration_book_get_n_columns:
 * @book: a book
 *
 * Returns: how many columns the sheet has, up to the last with a heading
 */
guint
kp_registration_book_get_n_columns (KpRegistrationBook *book)
{
  return book->heading->titles->len;
}

/**
 * kp_registration_book_get_column_title:
 * @book: a book
 * @column: 0 = A
 *
 * Returns: (transfer none): its heading without blanks, "" for none
 */
const char *
kp_registration_book_get_column_title (KpRegistrationBook *book, guint column)
{
  g_return_val_if_fail (column < book->heading->titles->len, NULL);

  return g_ptr_array_index (book->heading->titles, column);
}

/**
 * kp_registration_book_get_column:
 * @book: a book
 * @field: what a column can mean
 *
 * Returns: which column was read for it, 0 = A; −1 for none
 */
gint
kp_registration_book_get_column (KpRegistrationBook *book, KpRegistrationField field)
{
  return book->heading->columns[field];
}

/**
 * kp_registration_book_get_heading_row:
 * @book: a book
 *
 * Returns: the last row of the heading in the sheet, from 1; the registrations stand below it
 */
guint
kp_registration_book_get_heading_row (KpRegistrationBook *book)
{
  return book->heading->last_row;
}

/**
 * kp_registration_book_get_corrected:
 * @book: a book
 *
 * Returns: (transfer none): which cells were corrected, as "5:姓名; 9:联系电话"; "" when the file was read as it is
 */
const char *
kp_registration_book_get_corrected (KpRegistrationBook *book)
{
  return book->corrected->str;
}
