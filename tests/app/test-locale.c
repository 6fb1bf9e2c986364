/* test-locale.c – the window speaks the language that the command line does.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <locale.h>

#include "kp-locale.h"

static const struct
{
  const char *path;
  const char *wish;
  const char *language; /* that gettext is left with */
} rows[] = {
  { "/app/locale/window/chinese-without-a-wish", "", "zh_CN" },
  { "/app/locale/window/chinese-by-the-locale-c", "C", "zh_CN" },
  { "/app/locale/window/chinese-by-the-locale-posix", "POSIX", "zh_CN" },
  { "/app/locale/window/chinese-that-was-never-generated", "zh_SG.UTF-8", "zh_CN" },
};

/* gettext says nothing but the source texts where messages are in “C”. */
static void
test_window (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);

  if (g_test_subprocess ())
    {
      g_setenv ("LC_ALL", rows[i].wish, TRUE);
      g_unsetenv ("LANG");
      g_unsetenv ("LC_MESSAGES");
      g_unsetenv ("LANGUAGE");
      g_setenv ("GDK_DEBUG", "gl-disable", TRUE); /* drivers of the screen leave something behind */
      kp_locale_start ();
      gtk_init ();
      g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C");
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, rows[i].language);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add_data_func (rows[i].path, GUINT_TO_POINTER (i), test_window);
  return g_test_run ();
}
