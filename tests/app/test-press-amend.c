/* test-press-amend.c – papers of before an amendment: what they are answered as, and the supplementary notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-press-check.h"
#include "kp-step-amend.h"
#include "kp-test-office.h"

#define PHONE "\"supervision_phone\": \"0000-8885678\""
#define OTHER_PHONE "\"supervision_phone\": \"0000-8889999\""

/* The code of a form as it is printed now. */
static char *
dup_code (KpTestOffice *f, KpPressForm form)
{
  g_autofree char *text = kp_test_office_dup_text (f, form, NULL);
  g_autofree char *begin = g_strdup_printf ("校验码%s:", kp_press_form_get_name (form));
  const char *code = strstr (text, begin);
  gsize length = 0;

  g_assert_nonnull (code);
  code += strlen ("校验码");
  while (code[length] == ':' || code[length] == '-' || g_ascii_isalnum (code[length]))
    length++;
  return g_strndup (code, length);
}

/* The check digits are the last two characters; what is printed after them isn't part of the code. */
static char *
dup_trimmed (char *code)
{
  char *end = strrchr (code, ':');

  g_assert_nonnull (end);
  end[3] = '\0';
  return code;
}

static void
assert_state (KpTestOffice *f, const char *code, KpPaperState state, guint amendment)
{
  g_auto (KpPaperCheck) check = { .state = KP_PAPER_NO_CODE };
  g_autoptr (GError) error = NULL;

  kp_press_check_code (f->session, f->fonts, code, &check, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kp_paper_state_get_name (check.state), ==, kp_paper_state_get_name (state));
  g_assert_cmpuint (check.amendment, ==, amendment);
  if (amendment > 0)
    g_assert_nonnull (check.voided);
}

static void
amend (KpTestOffice *f, const char *old, const char *changed)
{
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *json = kp_test_read (path, NULL);
  g_autoptr (GString) text = g_string_new (json);
  g_autoptr (KpAmendmentReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (text, old, changed, 1), ==, 1);
  kp_step_amend (f->session, text->str, "市局批复", "甲", "乙", FALSE, &report, &error);
  g_assert_no_error (error);
}

/* Each notice is void by the amendment that came after it; one that nobody printed isn't. */
static void
test_notice (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *supplements = NULL;

  kp_test_office_open (f, NULL, NULL);
  first = dup_trimmed (dup_code (f, KP_PRESS_NOTICE));
  assert_state (f, first, KP_PAPER_CURRENT, 0);
  amend (f, PHONE, OTHER_PHONE);
  second = dup_trimmed (dup_code (f, KP_PRESS_NOTICE));
  assert_state (f, first, KP_PAPER_VOID, 1);
  assert_state (f, second, KP_PAPER_CURRENT, 0);
  amend (f, "云岭县学府路2号", "云岭县学府路8号");
  assert_state (f, first, KP_PAPER_VOID, 1);
  assert_state (f, second, KP_PAPER_VOID, 2);
  third = dup_trimmed (dup_code (f, KP_PRESS_NOTICE));
  assert_state (f, third, KP_PAPER_CURRENT, 0);
  supplements = kp_test_office_dup_text (f, KP_PRESS_SUPPLEMENT, NULL);
  kp_test_assert_contains (supplements, "补充公告（第1号）");
  kp_test_assert_contains (supplements, "补充公告（第2号）");
  kp_test_assert_contains (supplements, "由“云岭县学府路2号”改为“云岭县学府路8号”。");
}

/* An empty form is void when its own words change, and not because others did. */
static void
test_blank (KpTestOffice *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *waiver = NULL;
  g_autofree char *recusal = NULL;

  kp_test_office_open (f, NULL, NULL);
  waiver = dup_trimmed (dup_code (f, KP_PRESS_LETTER_WAIVER));
  recusal = dup_trimmed (dup_code (f, KP_PRESS_LETTER_RECUSAL));
  assert_state (f, waiver, KP_PAPER_CURRENT, 0);
  amend (f, PHONE, OTHER_PHONE);
  assert_state (f, waiver, KP_PAPER_CURRENT, 0);
  assert_state (f, recusal, KP_PAPER_VOID, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/press-amend/notice", KpTestOffice, NULL, kp_test_office_set_up, test_notice, kp_test_office_tear_down);
  g_test_add ("/app/press-amend/blank", KpTestOffice, NULL, kp_test_office_set_up, test_blank, kp_test_office_tear_down);
  return g_test_run ();
}
