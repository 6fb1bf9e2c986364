/* test-copies.c – every kind of paper of the sample campaign, with the hardest names, copied out by three readers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* test-readers.c draws every form from made-up facts. Here the record fills them: what poppler, mutool and the reader of a
 * browser, which share no code, copy out of each kind is the same, character by character in the same order, and the names
 * come back as they went in. Blanks are left out, as each reader guesses from gaps where there is one. */

#include <string.h>

#include "kp-press.h"
#include "kp-test-program.h"
#include "kp-test.h"

#define FIRST_PAGES "4"

/* Beyond the basic plane, with a dot, one character, thirty: by turns. */
#define HARD_NAMES                                                                                                             \
  "UPDATE person SET name = CASE substr (person, -1) % 5 WHEN 0 THEN '𠮷𬭚㛃' WHEN 1 THEN '买买提·吐尔逊' WHEN 2 THEN '李' "      \
  "WHEN 3 THEN '迪丽热巴·阿卜杜热西提·古丽孜巴·努尔买买提·托合提阿訇巴依' ELSE '䶮龘𫖯' END"

/* Where whole names stand. */
static const KpPressForm named[] = {
  KP_PRESS_TICKETS, KP_PRESS_DESKS, KP_PRESS_SIGN_IN, KP_PRESS_UNFIT, KP_PRESS_ORIGINALS, KP_PRESS_STAFF,
};

typedef struct
{
  const KpTestFolder *folder;
  KpPressForm form;
} Case;

static char *
dup_copied (const char *const *command)
{
  g_autofree char *text = kp_test_run (command, NULL);
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

static gboolean
is_named (KpPressForm form)
{
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (named[i] == form)
      return TRUE;
  return FALSE;
}

static void
test_copy (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *name = kp_press_form_dup_file_name (row->form);
  g_autofree char *path = g_build_filename (row->folder->path, name, NULL);
  g_autofree char *script = kp_test_dup_shipped ("pdf/copy.mjs");
  g_autofree char *poppler = NULL;
  g_autofree char *mutool = NULL;
  g_autofree char *browser = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the sample has none");
      return;
    }
  poppler = dup_copied ((const char *const[]){ "pdftotext", "-raw", "-l", FIRST_PAGES, path, "-", NULL });
  mutool = dup_copied ((const char *const[]){ "mutool", "draw", "-q", "-F", "text", path, "1-" FIRST_PAGES, NULL });
  browser = dup_copied ((const char *const[]){ "node", script, "pdfjs", path, FIRST_PAGES, NULL });
  g_assert_cmpint (g_utf8_strlen (poppler, -1), >, 20);
  if (is_named (row->form))
    {
      kp_test_assert_contains (poppler, "𠮷𬭚㛃");
      kp_test_assert_contains (poppler, "买买提·吐尔逊");
    }
  g_assert_cmpstr (mutool, ==, poppler);
  g_assert_cmpstr (browser, ==, poppler);
}

int
main (int argc, char **argv)
{
  KpTestFolder *folder;
  Case rows[KP_PRESS_N_FORMS];
  g_autofree char *record = NULL;
  g_autoptr (KpTestProgram) demo = NULL;
  g_autoptr (KpTestProgram) printed = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = kp_test_folder_new ();
  record = kp_test_folder_dup_file (folder, "demo.kaopin");
  demo = kp_test_program_run ("demo", folder->path, NULL);
  g_free (kp_test_run ((const char *const[]){ "sqlite3", record, HARD_NAMES, NULL }, NULL));
  printed = kp_test_program_run ("print", record, "all", "--out", folder->path, NULL);
  g_assert_cmpint (printed->status, ==, 0);
  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      g_autofree char *path = g_strconcat ("/journey/copies/", kp_press_form_get_name ((KpPressForm) i), NULL);

      rows[i] = (Case){ folder, (KpPressForm) i };
      g_test_add_data_func (path, &rows[i], test_copy);
    }
  status = g_test_run ();
  kp_test_folder_free (folder);
  return status;
}
