/* kp-press-register-files.c – 个人档案目录: what each file of an employed person has and lacks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-person-file.h"
#include "kp-press-register-private.h"

static const char *
get_word (KpFileState state)
{
  static const char *const words[] = { [KP_FILE_IN] = "有", [KP_FILE_MISSING] = "缺", [KP_FILE_LATER] = "待" };

  return words[state];
}

static gboolean
is_meant (const KpPress *press, const KpEmployment *work, const KpDossier *dossier)
{
  const char *only = press->filter;

  return only == NULL || g_str_equal (work->contract->number, only) || g_str_equal (dossier->application->application, only)
         || (dossier->seat != NULL && g_str_equal (dossier->seat->ticket, only));
}

static void
add_file (KpRegisterBook *book, KpPersonFiles *files, guint index)
{
  KpPress *press = book->press;
  const KpEmployment *work = kp_person_files_get_work (files, index);
  const KpDossier *dossier = kp_person_files_get_dossier (files, index);
  g_autoptr (GArray) papers = kp_person_files_list (files, index);
  const char *group = kp_press_format (press, "%s　%s", work->contract->number, dossier->person->name);

  for (guint i = 0; i < papers->len; i++)
    {
      const KpFilePaper *paper = &g_array_index (papers, KpFilePaper, i);
      const char *cells[16] = {
        kp_press_format (press, "%u", i + 1),
        paper->title,
        paper->document,
        paper->day != NULL ? kp_press_format_iso (press, paper->day) : NULL,
        paper->pages > 0 ? kp_press_format (press, "%u", paper->pages) : NULL,
        get_word (paper->state),
      };

      kp_register_book_add (book, group, cells);
    }
}

/** kp_register_fill_files: each file under its contract; by a number that one alone. */
gboolean
kp_register_fill_files (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (KpPersonFiles) files = kp_person_files_load (press->session, error);

  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < kp_person_files_get_n (files); i++)
    if (is_meant (press, kp_person_files_get_work (files, i), kp_person_files_get_dossier (files, i)))
      add_file (book, files, i);
  if (press->filter != NULL && book->groups->len == 0)
    return kp_press_fail_empty (press->form, error);
  return TRUE;
}
