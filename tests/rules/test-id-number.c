/* test-id-number.c – the ID number against published sample numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-id-number.h"

typedef struct
{
  const char *name;
  const char *number;
  KpIdNumberFault fault;
} CheckCase;

/* Public sample numbers (GB 11643, domain.md §18), nobody's own. */
static const CheckCase check_cases[] = {
  { "upper-x", "11010519491231002X", KP_ID_NUMBER_OK },
  { "check-4", "440524188001010014", KP_ID_NUMBER_DATE }, /* born 1880: nobody alive */
  { "upgraded", "610104196209276908", KP_ID_NUMBER_OK },
  { "chongqing", "500154199301135886", KP_ID_NUMBER_OK },
  { "beijing", "11010119900307803X", KP_ID_NUMBER_OK },
  { "abandoned-division", "370284200001010015", KP_ID_NUMBER_OK },
  { "hongkong", "810000199408230021", KP_ID_NUMBER_OK },
  { "taiwan", "830000199201300022", KP_ID_NUMBER_OK },
  { "wrong-check", "110105194912310021", KP_ID_NUMBER_CHECK_DIGIT },
  { "february-30", "110105194902300021", KP_ID_NUMBER_DATE },
  { "february-30-wrong-check", "110105194902300029", KP_ID_NUMBER_CHECK_DIGIT },
  { "not-born-yet", "110105209912310027", KP_ID_NUMBER_DATE },
  { "no-such-province", "990105194912310027", KP_ID_NUMBER_PROVINCE },
  { "fifteen", "610104620927690", KP_ID_NUMBER_LENGTH },
  { "seventeen", "11010519491231002", KP_ID_NUMBER_LENGTH },
  { "nineteen", "110105194912310021X", KP_ID_NUMBER_LENGTH },
  { "empty", "", KP_ID_NUMBER_LENGTH },
  { "letter-o", "11010519491231O02X", KP_ID_NUMBER_CHARACTERS },
  { "lower-x", "11010519491231002x", KP_ID_NUMBER_CHARACTERS },
  { "chinese", "一二三四五六七八九〇一二三四五六七八", KP_ID_NUMBER_CHARACTERS },
};

static void
test_check (gconstpointer data)
{
  const CheckCase *c = data;
  char number[64];
  KpDate today = { 2026, 3, 2 };

  g_strlcpy (number, c->number, sizeof number);
  /* Cases about the date carry the right check digit, whatever is written above. */
  if (c->fault == KP_ID_NUMBER_DATE || c->fault == KP_ID_NUMBER_PROVINCE)
    number[17] = kp_id_number_compute_check_digit (number);
  g_assert_cmpint (kp_id_number_check (number, &today), ==, c->fault);
}

static void
test_check_digit (void)
{
  g_assert_cmpint (kp_id_number_compute_check_digit ("51310119820113001"), ==, '4');
  g_assert_cmpint (kp_id_number_compute_check_digit ("44052418800101001"), ==, '4');
  g_assert_cmpint (kp_id_number_compute_check_digit ("6101041962092769"), ==, '\0');
  g_assert_true (kp_id_number_check_digit_fits ("11010519491231002X"));
  g_assert_false (kp_id_number_check_digit_fits ("110105194912310021"));
}

static void
test_latest_birth (void)
{
  KpDate day = { 1949, 12, 31 }, before = { 1949, 12, 30 };

  g_assert_cmpint (kp_id_number_check ("11010519491231002X", &day), ==, KP_ID_NUMBER_OK);
  g_assert_cmpint (kp_id_number_check ("11010519491231002X", &before), ==, KP_ID_NUMBER_DATE);
  g_assert_cmpint (kp_id_number_check ("11010519491231002X", NULL), ==, KP_ID_NUMBER_OK);
}

static void
test_read (void)
{
  KpDate birth = KP_DATE_NONE;
  KpSex sex = KP_SEX_UNKNOWN;

  g_assert_true (kp_id_number_read ("610104196209276908", &birth, &sex));
  g_assert_cmpint (kp_date_compare (birth, (KpDate){ 1962, 9, 27 }), ==, 0);
  g_assert_cmpint (sex, ==, KP_SEX_FEMALE);
  g_assert_true (kp_id_number_read ("370284200001010015", &birth, &sex));
  g_assert_cmpint (sex, ==, KP_SEX_MALE);
  g_assert_false (kp_id_number_read ("110105194902300029", &birth, &sex));
  g_assert_false (kp_id_number_read ("11010519490230", &birth, &sex));
  g_assert_cmpint (birth.year, ==, 2000);
}

static void
test_mask (void)
{
  static const char *const pairs[][2] = {
    { "11010519491231002X", "110105********002X" },
    { "1101051949123100", "110105******3100" },
    { "610104620927", "610*******27" },
    { "1234", "1***" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *masked = kp_id_number_mask (pairs[i][0]);

      g_assert_cmpstr (masked, ==, pairs[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (check_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/id-number/check/", check_cases[i].name, NULL);

      g_test_add_data_func (path, &check_cases[i], test_check);
    }
  g_test_add_func ("/rules/id-number/check-digit", test_check_digit);
  g_test_add_func ("/rules/id-number/latest-birth", test_latest_birth);
  g_test_add_func ("/rules/id-number/read", test_read);
  g_test_add_func ("/rules/id-number/mask-hides-the-birth", test_mask);
  return g_test_run ();
}
