/* kp-locale.c – the language that the program speaks, and where its own files lie.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Those who use Kaopin read Chinese, and many of their machines were set up without a locale; so without a
 * language chosen on purpose it speaks Chinese, and only an English locale gives the source texts. */
#include "kp-locale.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>

#define CATALOGUE "zh_CN" G_DIR_SEPARATOR_S "LC_MESSAGES" G_DIR_SEPARATOR_S GETTEXT_PACKAGE ".mo"

/* What the user chose by the order of locale(7); NULL when nothing. */
static const char *
get_wish (void)
{
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

static gboolean
is_no_language (const char *wish)
{
  return wish == NULL || g_str_equal (wish, "C") || g_str_has_prefix (wish, "C.") ||
         g_str_equal (wish, "POSIX");
}

/* A zh_CN locale that was never generated can't be set; C.UTF-8 with LANGUAGE speaks Chinese all the same. */
static void
choose_chinese (void)
{
  const char *language = g_getenv ("LANGUAGE");

  if (language == NULL || *language == '\0')
    g_setenv ("LANGUAGE", "zh_CN", TRUE);
  if (setlocale (LC_ALL, "zh_CN.UTF-8") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
}

/**
 * kp_locale_dup_own_folder:
 * @beside: a folder as seen from the one that the program lies in
 * @installed: where the build would install it
 *
 * A program that runs from its build folder finds its files there, an installed one where they were
 * installed, also when the whole tree was moved.
 *
 * Returns: (transfer full): the first of both that exists, else @installed
 */
char *
kp_locale_dup_own_folder (const char *beside, const char *installed)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, beside, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&path);
  return g_strdup (installed);
}

/** kp_locale_start: chooses the language and opens its catalogue; once, before anything is said. */
void
kp_locale_start (void)
{
  const char *wish = get_wish ();
  const char *set = setlocale (LC_ALL, "");
  g_autofree char *folder = kp_locale_dup_own_folder ("../po", KP_LOCALE_DIR);
  g_autofree char *catalogue = g_build_filename (folder, CATALOGUE, NULL);

  /* It would choose once more, by the environment alone, and take back what is chosen here. */
  gtk_disable_setlocale ();
  if (is_no_language (wish) || (set == NULL && g_str_has_prefix (wish, "zh")))
    choose_chinese ();
  else if (set == NULL)
    setlocale (LC_ALL, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, g_file_test (catalogue, G_FILE_TEST_EXISTS) ? folder : KP_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
