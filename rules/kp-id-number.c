/* kp-id-number.c – the citizen's ID number of GB 11643.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   6 places        8 places     3 places   1
 *  ┌───────────┐ ┌─────────────┐ ┌─────┐ ┌─────┐
 *  1 1 0 1 0 5   1 9 4 9 1 2 3 1  0 0 2    X
 *  division      birth            └ odd = male, even = female
 *
 * Only the first two places (the province) are judged: more than half of all division codes ever used are
 * abandoned, and people born there keep them for life. */

#include "kp-id-number.h"

#include <string.h>

#define N_PLACES 18

/* ISO 7064 MOD 11-2, as tabled in GB 11643-1999 §4.3. */
static const guint8 weights[N_PLACES - 1] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
static const char check_digits[] = "10X98765432";

/* GB/T 2260, with the residence permits of Hongkong, Macao and Taiwan (81–83). */
static const char provinces[][3] = {
  "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
  "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
};

static gboolean
starts_with_digits (const char *number, guint n_digits)
{
  for (guint i = 0; i < n_digits; i++)
    if (!g_ascii_isdigit (number[i]))
      return FALSE;
  return TRUE;
}

static gboolean
province_exists (const char *number)
{
  for (guint i = 0; i < G_N_ELEMENTS (provinces); i++)
    if (strncmp (number, provinces[i], 2) == 0)
      return TRUE;
  return FALSE;
}

static KpDate
read_birth (const char *number)
{
  gint year = 0;
  guint month = (guint) (number[10] - '0') * 10 + (guint) (number[11] - '0');
  guint day = (guint) (number[12] - '0') * 10 + (guint) (number[13] - '0');

  for (guint i = 6; i < 10; i++)
    year = year * 10 + (number[i] - '0');
  return (KpDate){ (gint16) year, (guint8) month, (guint8) day };
}

/**
 * kp_id_number_compute_check_digit:
 * @number: at least 17 digits
 *
 * Returns: the 18th place that GB 11643 §4.3 gives to the first 17, '0'–'9' or 'X'; NUL when they aren't
 * digits.
 */
char
kp_id_number_compute_check_digit (const char *number)
{
  guint sum = 0;

  g_return_val_if_fail (number != NULL, '\0');

  if (!starts_with_digits (number, N_PLACES - 1))
    return '\0';
  for (guint i = 0; i < N_PLACES - 1; i++)
    sum += (guint) (number[i] - '0') * weights[i];
  return check_digits[sum % 11];
}

/**
 * kp_id_number_check_digit_fits:
 * @number: any text
 *
 * Returns: whether @number has 18 places and the last one is the check digit of the others (upper-case X).
 */
gboolean
kp_id_number_check_digit_fits (const char *number)
{
  g_return_val_if_fail (number != NULL, FALSE);

  return strlen (number) == N_PLACES && kp_id_number_compute_check_digit (number) == number[N_PLACES - 1];
}

/**
 * kp_id_number_check:
 * @number: as kp_normal_id_number() gives it
 * @latest_birth: (nullable): nobody can be born later than this day
 *
 * Judges a number of the second generation. The check digit is judged before the date and the province: where
 * it fails, a digit was mistyped and an impossible date is only what came of it. Numbers of 15 places ended
 * with the first-generation card on 2013-01-01 and are of wrong length here.
 *
 * Returns: the first fault found, %KP_ID_NUMBER_OK for none.
 */
KpIdNumberFault
kp_id_number_check (const char *number, const KpDate *latest_birth)
{
  KpDate birth;

  g_return_val_if_fail (number != NULL, KP_ID_NUMBER_LENGTH);

  if (g_utf8_strlen (number, -1) != N_PLACES)
    return KP_ID_NUMBER_LENGTH;
  if (!starts_with_digits (number, N_PLACES - 1) || strchr (check_digits, number[N_PLACES - 1]) == NULL)
    return KP_ID_NUMBER_CHARACTERS;
  if (!kp_id_number_check_digit_fits (number))
    return KP_ID_NUMBER_CHECK_DIGIT;

  birth = read_birth (number);
  if (!kp_date_is_valid (birth) || birth.year < 1900)
    return KP_ID_NUMBER_DATE;
  if (latest_birth != NULL && kp_date_compare (birth, *latest_birth) > 0)
    return KP_ID_NUMBER_DATE;
  if (!province_exists (number))
    return KP_ID_NUMBER_PROVINCE;
  return KP_ID_NUMBER_OK;
}

/**
 * kp_id_number_read:
 * @number: any text
 * @birth: (out): the day of birth
 * @sex: (out): by the parity of the 17th place
 *
 * Reads what the number says of the person; the check digit isn't asked.
 *
 * Returns: FALSE with both untouched when the number isn't 18 places with a real date.
 */
gboolean
kp_id_number_read (const char *number, KpDate *birth, KpSex *sex)
{
  KpDate date;

  g_return_val_if_fail (number != NULL && birth != NULL && sex != NULL, FALSE);

  if (strlen (number) != N_PLACES || !starts_with_digits (number, N_PLACES - 1))
    return FALSE;
  date = read_birth (number);
  if (!kp_date_is_valid (date))
    return FALSE;
  *birth = date;
  *sex = (number[N_PLACES - 2] - '0') % 2 == 1 ? KP_SEX_MALE : KP_SEX_FEMALE;
  return TRUE;
}

/**
 * kp_id_number_mask:
 * @number: UTF-8 text, possibly a faulty number
 *
 * Hides the birth and two more places of an ID number: six places, eight stars, four places. A shorter text
 * shows at most a third of itself, so a faulty number isn't given away either.
 *
 * Returns: (transfer full): the masked text
 */
char *
kp_id_number_mask (const char *number)
{
  GString *masked;
  glong length, head, tail;

  g_return_val_if_fail (number != NULL, NULL);

  length = g_utf8_strlen (number, -1);
  head = MIN (6, length / 4);
  tail = MIN (4, length / 6);
  if (length >= 16)
    {
      head = 6;
      tail = 4;
    }
  masked = g_string_new (NULL);
  g_string_append_len (masked, number, g_utf8_offset_to_pointer (number, head) - number);
  for (glong i = head; i < length - tail; i++)
    g_string_append_c (masked, '*');
  g_string_append (masked, g_utf8_offset_to_pointer (number, length - tail));
  return g_string_free (masked, FALSE);
}
