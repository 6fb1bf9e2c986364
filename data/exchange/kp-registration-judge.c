/* kp-registration-judge.c – judges the rows of a registration workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each row by itself: number, sex and birth against the number, post. Then over the whole column: an ID
 * number that a spreadsheet program took for a number keeps 15 digits and gets 000. Its check digit then
 * fails in 10 of 11 cases only, so one failing number that ends in 000 makes every number of the column that
 * ends so suspect. Then the rows against each other and against the record:
 *
 *   row 5  A01  ok        the application: the first row of a person that isn't refused
 *   row 9  A01  conflict  duplicate: the same post again
 *   row 12 B01  conflict  second_post
 */

#include <string.h>

#include "kp-normal.h"
#include "kp-post-match.h"
#include "kp-registration-private.h"

typedef struct
{
  KpRegistrationBook *book;
  const KpRegistrationPost *posts;
  KpPostMatch *match;
  const KpDate *latest_birth;
  gboolean column_lost_digits;
  GHashTable *applications; /* ID number → index of the row + 1 */
  KpRegistrationKnownFunc known;
  gpointer user_data;
} Judging;

static void
add_fault (Judging *judging,
           KpRegistrationRow *row,
           KpRegistrationExtra *extra,
           KpFaultKind kind,
           KpRegistrationField field,
           const char *typed,
           const char *detail)
{
  KpRegistrationFault fault =
      kp_registration_fault_make (judging->book->chunk, kind, row->sheet_row, field, NULL, typed, detail);

  if (extra->faults == NULL)
    extra->faults = g_array_new (FALSE, FALSE, sizeof (KpRegistrationFault));
  g_array_append_val (extra->faults, fault);
}

/* 3.70782198105189E+17, as a spreadsheet program shows a number too long for a cell, or 370782198105189000.0.
 */
static gboolean
is_in_powers (const char *number)
{
  gsize digits = strspn (number, "0123456789.");

  if (g_str_has_suffix (number, ".0") && digits == strlen (number) && digits >= 17)
    return TRUE;
  return digits > 0 && number[digits] == 'E' &&
         strspn (number + digits + 1, "+0123456789") == strlen (number + digits + 1);
}

static gboolean
was_number (const KpRegistrationExtra *extra)
{
  return is_in_powers (extra->id_typed) ||
         (extra->id_kind == KP_CELL_NUMBER && strlen (extra->id_typed) >= 16);
}

static gboolean
ends_in_zeros (const char *number)
{
  return strlen (number) == 18 && strspn (number, "0123456789") == 18 && strcmp (number + 15, "000") == 0;
}

/* Whether some number of the column shows that its last digits were lost. */
static gboolean
find_lost_digits (KpRegistrationBook *book)
{
  for (guint i = 0; i < book->extras->len; i++)
    {
      const KpRegistrationExtra *extra = &g_array_index (book->extras, KpRegistrationExtra, i);

      if (was_number (extra) ||
          (ends_in_zeros (extra->id_typed) && !kp_id_number_check_digit_fits (extra->id_typed)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_id_fault (Judging *judging, const KpRegistrationExtra *extra, KpFaultKind *fault)
{
  const char *number = extra->id_typed;

  if (*number == '\0')
    *fault = KP_FAULT_ID_MISSING;
  else if (was_number (extra) || (judging->column_lost_digits && ends_in_zeros (number)))
    *fault = KP_FAULT_ID_LOST_DIGITS;
  else
    switch (kp_id_number_check (number, judging->latest_birth))
      {
      case KP_ID_NUMBER_LENGTH:
        *fault = KP_FAULT_ID_LENGTH;
        break;
      case KP_ID_NUMBER_CHARACTERS:
        *fault = KP_FAULT_ID_CHARACTERS;
        break;
      case KP_ID_NUMBER_CHECK_DIGIT:
        *fault = KP_FAULT_ID_CHECK_DIGIT;
        break;
      case KP_ID_NUMBER_DATE:
        *fault = KP_FAULT_ID_DATE;
        break;
      case KP_ID_NUMBER_PROVINCE:
        *fault = KP_FAULT_ID_PROVINCE;
        break;
      case KP_ID_NUMBER_OK:
      default:
        return FALSE;
      }
  return TRUE;
}

static void
judge_sex (Judging *judging, KpRegistrationRow *row, KpRegistrationExtra *extra, KpSex sex)
{
  KpSex typed = kp_normal_sex (extra->sex_typed);

  row->registration.sex = sex == KP_SEX_MALE ? "男" : "女";
  if (*extra->sex_typed != '\0' && typed == KP_SEX_UNKNOWN)
    add_fault (judging, row, extra, KP_FAULT_WORD_UNKNOWN, KP_REGISTRATION_FIELD_SEX, extra->sex_typed, NULL);
  else if (typed != KP_SEX_UNKNOWN && typed != sex)
    add_fault (judging, row, extra, KP_FAULT_SEX_DIFFERS, KP_REGISTRATION_FIELD_SEX, extra->sex_typed, NULL);
}

static char *
dup_digit_groups (const char *typed)
{
  GString *groups = g_string_new (NULL);

  for (const char *p = typed; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (groups, *p);
      else if (groups->len > 0 && groups->str[groups->len - 1] != '-')
        g_string_append_c (groups, '-');
    }
  if (groups->len > 0 && groups->str[groups->len - 1] == '-')
    g_string_truncate (groups, groups->len - 1);
  return g_string_free (groups, FALSE);
}

/* A day count without a date format may be that of either system. */
static gboolean
is_serial_of (guint64 serial, KpDate birth)
{
  KpDate day;

  return (kp_normal_date_from_serial ((gint64) serial, FALSE, &day) && kp_date_compare (day, birth) == 0) ||
         (kp_normal_date_from_serial ((gint64) serial, TRUE, &day) && kp_date_compare (day, birth) == 0);
}

/* A date that alone would be ambiguous (85.3.2, 6/5/2005, a day count in a text table, 2005.1 in a number
   cell) is clear when it can be that of the number. */
static gboolean
may_mean (const char *groups, KpDate birth)
{
  g_auto (GStrv) parts = g_strsplit (groups, "-", 4);
  const guint n = g_strv_length (parts);
  const guint64 a = n > 0 ? g_ascii_strtoull (parts[0], NULL, 10) : 0;
  const guint64 b = n > 1 ? g_ascii_strtoull (parts[1], NULL, 10) : 0;
  const guint64 c = n > 2 ? g_ascii_strtoull (parts[2], NULL, 10) : 0;
  const guint64 year = (guint64) birth.year;

  if (n == 1 && strlen (groups) == 5)
    return is_serial_of (a, birth);
  if (n == 1 && strlen (groups) == 6)
    return a == year % 100 * 10000 + (guint64) (birth.month * 100 + birth.day);
  if (n == 1)
    return a == year || a == year % 100;
  if (n == 2)
    return (a == year && (b == birth.month || b * 10 == birth.month)) ||
           (a == year % 100 && b == birth.month);
  if (n == 3 && strlen (parts[2]) == 4)
    return c == year && ((a == birth.month && b == birth.day) || (a == birth.day && b == birth.month));
  return n == 3 && a == year % 100 && b == birth.month && c == birth.day;
}

/* Digits that could be a date but in no reading that of the number differ from it; what has none says
 * nothing. */
static KpFaultKind
choose_birth_fault (KpDateText kind, const char *groups)
{
  return kind == KP_DATE_TEXT_AMBIGUOUS || strlen (groups) >= 5 ? KP_FAULT_BIRTH_DIFFERS
                                                                : KP_FAULT_DATE_UNREADABLE;
}

static void
judge_birth (Judging *judging, KpRegistrationRow *row, KpRegistrationExtra *extra, KpDate birth)
{
  const KpDate typed = extra->birth;
  g_autofree char *groups = NULL;
  KpFaultKind fault = KP_FAULT_BIRTH_DIFFERS;
  gboolean fits = TRUE;

  row->registration.birth = birth;
  if (extra->birth_kind == KP_DATE_TEXT_DAY)
    fits = kp_date_compare (typed, birth) == 0 ||
           (strlen (extra->birth_typed) == 5 &&
            is_serial_of (g_ascii_strtoull (extra->birth_typed, NULL, 10), birth));
  else if (extra->birth_kind == KP_DATE_TEXT_MONTH)
    fits = typed.year == birth.year && typed.month == birth.month;
  else if (extra->birth_kind != KP_DATE_TEXT_EMPTY && kp_normal_answer (extra->birth_typed) != KP_ANSWER_NO)
    {
      groups = dup_digit_groups (extra->birth_typed);
      fits = may_mean (groups, birth);
      fault = choose_birth_fault (extra->birth_kind, groups);
    }
  if (!fits)
    add_fault (judging, row, extra, fault, KP_REGISTRATION_FIELD_BIRTH, extra->birth_typed, NULL);
}

static void
judge_number (Judging *judging, KpRegistrationRow *row, KpRegistrationExtra *extra)
{
  KpFaultKind fault;
  KpDate birth;
  KpSex sex;

  row->registration.id_number = extra->id_typed;
  if (find_id_fault (judging, extra, &fault))
    add_fault (judging, row, extra, fault, KP_REGISTRATION_FIELD_ID_NUMBER, extra->id_typed, NULL);
  else if (kp_id_number_read (extra->id_typed, &birth, &sex))
    {
      judge_sex (judging, row, extra, sex);
      judge_birth (judging, row, extra, birth);
    }
}

/* The code counts; the name only when there is none, or when a name without any digit stands in its column.
 */
static void
judge_post (Judging *judging, KpRegistrationRow *row, KpRegistrationExtra *extra)
{
  gboolean has_code = *extra->code_typed != '\0', has_name = *row->registration.post_name != '\0';
  KpRegistrationField field = has_code ? KP_REGISTRATION_FIELD_POST_CODE : KP_REGISTRATION_FIELD_POST_NAME;
  const char *typed = has_code ? extra->code_typed : row->registration.post_name;
  gint by_name = has_name
                     ? kp_post_match_find_name (judging->match, row->registration.post_name, extra->street)
                     : KP_POST_MATCH_NONE;
  gint post = has_code ? kp_post_match_find_code (judging->match, typed, extra->code_is_number) : by_name;

  if (has_code && post == KP_POST_MATCH_NONE && strpbrk (typed, "0123456789") == NULL)
    post = kp_post_match_find_name (judging->match, typed, extra->street);
  if (!has_code && !has_name)
    add_fault (judging, row, extra, KP_FAULT_POST_MISSING, KP_REGISTRATION_FIELD_POST_CODE, "", NULL);
  else if (post == KP_POST_MATCH_NONE)
    add_fault (judging, row, extra, KP_FAULT_NO_SUCH_POST, field, typed, NULL);
  else if (post == KP_POST_MATCH_SEVERAL)
    add_fault (judging, row, extra, KP_FAULT_POST_AMBIGUOUS, field, typed, NULL);
  else if (by_name >= 0 && by_name != post)
    add_fault (judging, row, extra, KP_FAULT_POST_DIFFERS, KP_REGISTRATION_FIELD_POST_NAME,
               row->registration.post_name, NULL);
  if (post >= 0)
    row->registration.post_code =
        g_string_chunk_insert_const (judging->book->chunk, judging->posts[post].code);
}

static gboolean
is_same_text (const char *known, const char *read)
{
  return known == NULL || strcmp (known, read) == 0;
}

static gboolean
are_same_facts (const KpRegistrationBook *book, const KpRegistrationFact *known, const KpRegistrationFact *read)
{
  const GPtrArray *defs = book->columns->defs;

  for (guint i = 0; known != NULL && i < defs->len; i++)
    if (strcmp (known[i].value, read[i].value) != 0 || kp_date_compare (known[i].since, read[i].since) != 0)
      return FALSE;
  return TRUE;
}

/* A text that is NULL in the record isn't kept there, so it can't differ. */
static gboolean
is_same_application (const KpRegistration *known, const KpRegistration *read)
{
  return is_same_text (known->name, read->name) && is_same_text (known->post_code, read->post_code) &&
         is_same_text (known->ethnic, read->ethnic) && is_same_text (known->political, read->political) &&
         is_same_text (known->education, read->education) && is_same_text (known->degree, read->degree) &&
         is_same_text (known->school, read->school) && is_same_text (known->major, read->major) &&
         is_same_text (known->phone, read->phone) && is_same_text (known->certificate, read->certificate) &&
         is_same_text (known->residence, read->residence) && is_same_text (known->address, read->address) &&
         is_same_text (known->employer, read->employer) && is_same_text (known->email, read->email) &&
         is_same_text (known->remark, read->remark) && known->is_veteran == read->is_veteran &&
         kp_date_compare (known->graduated, read->graduated) == 0 &&
         kp_date_compare (known->grid_since, read->grid_since) == 0;
}

static void
add_conflict (
    Judging *judging, KpRegistrationRow *row, KpRegistrationExtra *extra, const char *post, guint first_row)
{
  gboolean is_same_post = strcmp (post, row->registration.post_code) == 0;
  g_autofree char *detail = first_row > 0 ? g_strdup_printf ("（第%u行已报%s）", first_row, post)
                                          : g_strdup_printf ("（已登记的报名是%s）", post);

  row->first_row = first_row;
  add_fault (judging, row, extra, is_same_post ? KP_FAULT_DUPLICATE : KP_FAULT_SECOND_POST,
             KP_REGISTRATION_FIELD_ID_NUMBER, extra->id_typed, detail);
}

static gboolean
is_rejected (const KpRegistrationExtra *extra)
{
  const GArray *lists[] = { extra->read_faults, extra->faults };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; lists[l] != NULL && i < lists[l]->len; i++)
      if (g_array_index (lists[l], KpRegistrationFault, i).verdict == KP_REGISTRATION_REJECT)
        return TRUE;
  return FALSE;
}

static void
judge_repetition (Judging *judging, guint index, KpRegistrationRow *row, KpRegistrationExtra *extra)
{
  guint first;
  const KpRegistration *known;

  if (is_rejected (extra))
    return;
  first = GPOINTER_TO_UINT (g_hash_table_lookup (judging->applications, extra->id_typed));
  if (first > 0)
    {
      const KpRegistrationRow *application =
          &g_array_index (judging->book->rows, KpRegistrationRow, first - 1);

      add_conflict (judging, row, extra, application->registration.post_code, application->sheet_row);
      return;
    }
  g_hash_table_insert (judging->applications, (gpointer) extra->id_typed, GUINT_TO_POINTER (index + 1));
  known = judging->known != NULL ? judging->known (extra->id_typed, judging->user_data) : NULL;
  if (known == NULL)
    return;
  row->is_already_recorded = is_same_application (known, &row->registration)
                             && are_same_facts (judging->book, known->facts, row->registration.facts);
  if (!row->is_already_recorded)
    add_conflict (judging, row, extra, known->post_code, 0);
}

static gint
compare_faults (gconstpointer a, gconstpointer b)
{
  static const gint weights[] = {
    [KP_REGISTRATION_REJECT] = 0,
    [KP_REGISTRATION_CONFLICT] = 1,
    [KP_REGISTRATION_WARN] = 2,
    [KP_REGISTRATION_OK] = 3,
  };
  const KpRegistrationFault *first = a, *second = b;

  if (first->verdict != second->verdict)
    return weights[first->verdict] - weights[second->verdict];
  return first->field != second->field ? (gint) first->field - (gint) second->field
                                       : strcmp (first->code, second->code);
}

static void
conclude (KpRegistrationRow *row, KpRegistrationExtra *extra)
{
  if (extra->read_faults != NULL)
    {
      if (extra->faults == NULL)
        extra->faults = g_array_new (FALSE, FALSE, sizeof (KpRegistrationFault));
      g_array_append_vals (extra->faults, extra->read_faults->data, extra->read_faults->len);
    }
  row->verdict = KP_REGISTRATION_OK;
  row->n_faults = extra->faults != NULL ? extra->faults->len : 0;
  row->faults = NULL;
  if (row->n_faults == 0)
    return;
  g_array_sort (extra->faults, compare_faults);
  row->faults = (const KpRegistrationFault *) extra->faults->data;
  row->verdict = row->faults[0].verdict;
}

/**
 * kp_registration_book_judge:
 * @book: a book
 * @posts: the posts of the notice
 * @n_posts: how many
 * @latest_birth: (nullable): nobody can be born later, such as the first day of registration
 * @known: (nullable): what the record already holds for an ID number
 * @user_data: for @known
 *
 * Gives each row its verdict and its faults. Birth and sex are those of the ID number. A row whose person,
 * post and values the record already holds is marked as recorded and keeps the verdict that it had the first
 * time, so a file imported twice changes nothing. May be called again, with other posts.
 */
void
kp_registration_book_judge (KpRegistrationBook *book,
                            const KpRegistrationPost *posts,
                            guint n_posts,
                            const KpDate *latest_birth,
                            KpRegistrationKnownFunc known,
                            gpointer user_data)
{
  g_autoptr (KpPostMatch) match = kp_post_match_new (posts, n_posts);
  g_autoptr (GHashTable) applications = g_hash_table_new (g_str_hash, g_str_equal);
  Judging judging = { book, posts, match, latest_birth, FALSE, applications, known, user_data };

  g_return_if_fail (book != NULL);

  judging.column_lost_digits = find_lost_digits (book);
  for (guint i = 0; i < book->rows->len; i++)
    {
      KpRegistrationRow *row = &g_array_index (book->rows, KpRegistrationRow, i);
      KpRegistrationExtra *extra = &g_array_index (book->extras, KpRegistrationExtra, i);

      g_clear_pointer (&extra->faults, g_array_unref);
      row->is_already_recorded = FALSE;
      row->first_row = 0;
      row->registration.post_code = "";
      judge_number (&judging, row, extra);
      judge_post (&judging, row, extra);
      judge_repetition (&judging, i, row, extra);
      conclude (row, extra);
    }
}
