/* test-ical.c – calendar files: folded, escaped, whole days, reminders.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-ical.h"

#include <string.h>

#include "kp-test.h"

static char *
make (const char *summary, const char *description)
{
  static const guint alarms[] = { 45, 0 };
  const KpIcalEvent event = { "1@kaopin", kp_date_make (2028, 2, 29), summary, description, "term", alarms, 2 };
  g_autoptr (KpIcal) ical = kp_ical_new ("期限", "20260302T013000Z");

  kp_ical_add (ical, &event);
  return kp_ical_finish (ical);
}

/* Undoes the folding, as a calendar program does. */
static char *
unfold (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\r\n ", "", 0);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static void
test_day (void)
{
  g_autofree char *text = make ("合同期满", "办理");

  kp_test_assert_contains (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
  kp_test_assert_contains (text, "\r\nDTSTAMP:20260302T013000Z\r\n");
  kp_test_assert_contains (text, "\r\nDTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n");
  kp_test_assert_contains (text, "\r\nTRIGGER:-P45D\r\n");
  kp_test_assert_contains (text, "\r\nTRIGGER:P0D\r\n");
  g_assert_true (g_str_has_suffix (text, "END:VEVENT\r\nEND:VCALENDAR\r\n"));
}

static void
test_escaped (void)
{
  g_autofree char *text = make ("a,b;c\\d", "第一行\n第二行\r\x01");

  kp_test_assert_contains (text, "SUMMARY:a\\,b\\;c\\\\d\r\n");
  kp_test_assert_contains (text, "DESCRIPTION:第一行\\n第二行\r\n");
}

/* §3.1: at most 75 octets, never within a character, also one of four octets. */
static void
test_folded (void)
{
  g_autoptr (GString) longer = g_string_new (NULL);

  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *plain = NULL;
      g_autofree char *whole = NULL;
      g_auto (GStrv) lines = NULL;

      g_string_append (longer, i % 3 == 0 ? "𰻝" : i % 3 == 1 ? "社" : "a");
      text = make (longer->str, "");
      lines = g_strsplit (text, "\r\n", -1);
      for (guint k = 0; lines[k] != NULL; k++)
        {
          g_assert_cmpuint (strlen (lines[k]), <=, 75);
          g_assert_true (g_utf8_validate (lines[k], -1, NULL));
        }
      plain = unfold (text);
      whole = g_strdup_printf ("\r\nSUMMARY:%s\r\n", longer->str);
      kp_test_assert_contains (plain, whole);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/ical/whole-day", test_day);
  g_test_add_func ("/data/ical/escaped", test_escaped);
  g_test_add_func ("/data/ical/folded", test_folded);
  return g_test_run ();
}
