/* kp-press.c – the papers of a campaign: from the record, by the forms, to bytes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press.h"

#include <glib/gi18n-lib.h>

#include "kp-locale.h"
#include "kp-output.h"
#include "kp-pdf-file.h"
#include "kp-press-code.h"
#include "kp-press-leak.h"
#include "kp-settings.h"
#include "kp-sheet.h"

G_DEFINE_QUARK (kp - press - error - quark, kp_press_error)

/** kp_press_open_fonts: the fonts of this machine, with the county's own before all, and the folder that set-up filled
 * before the system's. (transfer full) */
KpFontSet *
kp_press_open_fonts (GError **error)
{
  const char *given = g_getenv ("KAOPIN_FONTS");
  g_autofree char *beside = kp_locale_dup_own_folder ("../fonts", KP_DATA_DIR "/fonts");
  const char *folder = g_file_test (beside, G_FILE_TEST_IS_DIR) ? beside : NULL;
  g_auto (KpSettingsFonts) own = { { NULL } };

  if (!kp_settings_load_fonts (&own, error))
    return NULL;
  if (given != NULL && *given != '\0')
    folder = given;
  return kp_font_set_new_with_own (folder, (const char *const *) own.files, error);
}

static char *
dup_title (KpPress *press, KpPressForm form)
{
  return g_strdup_printf ("%s %s", kp_press_get_campaign (press), kp_press_form_get_chinese (form));
}

/* All that is published goes this way, onto paper and beside it. */
static gboolean
draw_published (KpPress *press, KpPressForm form, KpSheet *sheet, GError **error)
{
  g_auto (KpPressWeb) own = { .html = NULL };
  KpPressWeb *const asked = press->web;
  gboolean is_good;

  press->web = asked != NULL ? asked : &own;
  is_good = kp_press_form_draw (press, sheet, error)
            && (press->web->list == NULL || kp_press_check_leaks (press->web->list, kp_press_form_get_chinese (form), error));
  press->web = asked;
  return is_good;
}

/* A form without a page is an answer of its own. */
static gboolean
draw_form (KpPress *press, KpPressForm form, KpSheet *sheet, GError **error)
{
  g_ptr_array_set_size (press->papers, 0);
  if (kp_press_form_is_published (form) ? !draw_published (press, form, sheet, error)
                                        : !kp_press_form_draw (press, sheet, error))
    return FALSE;
  return kp_sheet_get_n_pages (sheet) > 0 ? kp_press_sign (press, sheet, error) : kp_press_fail_empty (form, error);
}

/**
 * kp_press_make:
 * @session: a session; only read
 * @form: which paper
 * @fonts: the fonts
 * @filter: (nullable): only the ticket, registration, room, post, purpose or contract of this number
 * @error: return location
 *
 * Reads the facts and draws the form. The same record gives the same bytes.
 *
 * Returns: (transfer full) (nullable): a PDF document, or %NULL with %KP_PRESS_ERROR_NOTHING, #KP_PDF_ERROR
 * or #KP_DATA_ERROR
 */
GBytes *
kp_press_make (KpSession *session, KpPressForm form, KpFontSet *fonts, const char *filter, GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_autoptr (KpSheet) sheet = NULL;
  g_autofree char *title = NULL;

  if (!kp_press_load (&press, session, error))
    return NULL;
  press.form = form;
  press.fonts = fonts;
  press.filter = filter;
  title = dup_title (&press, form);
  sheet = kp_sheet_new (fonts, title);
  return draw_form (&press, form, sheet, error) ? kp_sheet_dup_bytes (sheet, error) : NULL;
}

/* The form on which a text stands; FALSE where there is none, or where its table is what matters. */
static gboolean
find_sample (const char *wording, KpPressForm *form)
{
  if (g_str_equal (wording, "contract") || g_str_equal (wording, "wage") || g_str_equal (wording, "pay_day"))
    {
      *form = KP_PRESS_CONTRACTS;
      return TRUE;
    }
  return kp_press_form_parse (wording, form) && kp_press_form_is_letter (*form);
}

/**
 * kp_press_make_sample:
 * @session: of a record with nobody in it
 * @wording: key of a text of the scheme's own
 * @fonts: the fonts
 * @error: return location
 *
 * Whoever writes a text sees the page on which it is printed: what only the record will know shows the name of its field.
 *
 * Returns: (transfer full) (nullable): a PDF document, or %NULL with %KP_PRESS_ERROR_NOTHING, #KP_PDF_ERROR or #KP_DATA_ERROR
 */
GBytes *
kp_press_make_sample (KpSession *session, const char *wording, KpFontSet *fonts, GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_autoptr (KpSheet) sheet = NULL;
  g_autofree char *title = NULL;
  KpPressForm form;

  if (!find_sample (wording, &form))
    {
      g_set_error_literal (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING,
                           _("This text stands beside a list of the record, so its page shows only when there is one. Whether it can be "
                             "printed is checked all the same, and told below."));
      return NULL;
    }
  if (!kp_press_load (&press, session, error))
    return NULL;
  press.form = form;
  press.fonts = fonts;
  title = dup_title (&press, form);
  sheet = kp_sheet_new (fonts, title);
  if (form == KP_PRESS_CONTRACTS ? !kp_press_draw_contract_sample (&press, sheet, error)
                                 : !kp_press_draw_letter_sample (&press, sheet, error))
    return NULL;
  return kp_sheet_dup_bytes (sheet, error);
}

static gboolean
save_locked (KpPress *press, KpPressForm form, KpSheet *sheet, const KpPdfLock *lock, const char *path, GError **error)
{
  g_autoptr (GBytes) plain = draw_form (press, form, sheet, error) ? kp_sheet_dup_bytes (sheet, error) : NULL;
  g_autoptr (GBytes) locked = plain != NULL ? kp_pdf_lock (plain, lock, error) : NULL;

  return locked != NULL && kp_pdf_file_write (path, locked, error);
}

/* Adds the file's path, which is taken over, to FILES when it was written. */
static gboolean
save_file (
    KpPress *press, KpPressForm form, KpFontSet *fonts, const KpPressTarget *target, char *path, GPtrArray *files, GError **error)
{
  const KpPdfLock *lock = target->lock;
  g_autofree char *own_path = path;
  g_autofree char *title = dup_title (press, form);
  g_autoptr (KpSheet) sheet = NULL;
  g_auto (KpPressWeb) web = { .html = NULL };

  if (!kp_output_check_target (path, error))
    return FALSE;
  sheet = lock != NULL ? kp_sheet_new (fonts, title) : kp_sheet_new_for_file (fonts, title, path, error);
  if (sheet == NULL)
    return FALSE;
  if (target->is_archive)
    kp_sheet_set_archive (sheet);
  press->web = target->is_web ? &web : NULL;
  if (lock != NULL ? !save_locked (press, form, sheet, lock, path, error)
                   : !draw_form (press, form, sheet, error) || !kp_sheet_finish (sheet, error))
    return FALSE;
  g_ptr_array_add (files, g_steal_pointer (&own_path));
  press->web = NULL;
  return web.html == NULL || kp_press_web_save (&web, path, files, error);
}

static gboolean
fail_unpublished (KpPressForm form, GError **error)
{
  g_set_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_WEB,
               _ ("The form “%s” is no list that is published, so it isn't made for a web page."), kp_press_form_get_chinese (form));
  return FALSE;
}

/* The numbers of a form's parts: it is drawn without drawing. */
static GPtrArray *
list_parts (KpPress *press, KpPressForm form, KpFontSet *fonts, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (KpSheet) nothing = kp_sheet_new (fonts, NULL);
  g_autoptr (GError) local = NULL;
  const gboolean is_drawn = (press->found = found, kp_press_form_draw (press, nothing, &local));

  press->found = NULL;
  if (!is_drawn && !g_error_matches (local, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (found->len > 0)
    return g_steal_pointer (&found);
  g_set_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_PART,
               press->part == KP_PRESS_EACH_ROOM
                   ? _ ("Nothing on the form “%s” belongs to one room, so there can't be a file for each.")
                   : _ ("Nothing on the form “%s” belongs to one person, so there can't be a file for each."),
               kp_press_form_get_chinese (form));
  return NULL;
}

static char *
dup_part_path (const char *folder, KpPressForm form, const char *number)
{
  g_autofree char *name = g_strdup_printf ("%03u-%s-%s.pdf", form + 1, kp_press_form_get_chinese (form), number);

  /* A number is the county's own text, and no way out of the folder. */
  g_strdelimit (name, G_DIR_SEPARATOR_S, '_');
  return g_build_filename (folder, name, NULL);
}

static gboolean
save_parts (
    KpPress *press, KpPressForm form, KpFontSet *fonts, const KpPressTarget *target, GPtrArray *files, GError **error)
{
  g_autoptr (GPtrArray) parts = list_parts (press, form, fonts, error);

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      press->filter = g_ptr_array_index (parts, i);
      if (!save_file (press, form, fonts, target, dup_part_path (target->folder, form, press->filter), files,
                      error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_press_save:
 * @session: a session; only read
 * @form: which paper
 * @fonts: the fonts
 * @target: where to, and how it is divided
 * @error: return location
 *
 * Like kp_press_make(), but straight into files, so that the memory a batch takes doesn't grow with its pages, unless it is
 * locked. Each file is the old one or the whole new one; when one of several fails, those before it are new.
 *
 * Returns: (transfer full) (nullable) (element-type filename): the files' paths, or %NULL with #KP_PRESS_ERROR, #KP_PDF_ERROR,
 * #KP_DATA_ERROR or what the disk refuses
 */
GPtrArray *
kp_press_save (KpSession *session, KpPressForm form, KpFontSet *fonts, const KpPressTarget *target, GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = kp_press_form_dup_file_name (form);
  gboolean is_saved;

  if ((target->is_web && !kp_press_form_is_published (form) && !fail_unpublished (form, error)) ||
      !kp_press_load (&press, session, error))
    return NULL;
  press.form = form;
  press.fonts = fonts;
  press.part = target->part;
  press.filter = target->only;
  if (target->part == KP_PRESS_WHOLE)
    is_saved = save_file (&press, form, fonts, target, g_build_filename (target->folder, name, NULL), files, error);
  else
    is_saved = save_parts (&press, form, fonts, target, files, error);
  return is_saved ? g_steal_pointer (&files) : NULL;
}

/**
 * kp_press_make_envelope:
 * @session: a session; only read
 * @fonts: the fonts
 * @room: a room of the interview
 * @error: return location
 *
 * 面试抽签结果登记表（密封件）: who has which number, for the waiting room and then the sealed envelope. It is no form of the
 * list, so that nobody prints it by chance.
 *
 * Returns: (transfer full) (nullable): a PDF document, or %NULL with #KP_PDF_ERROR or #KP_DATA_ERROR
 */
GBytes *
kp_press_make_envelope (KpSession *session, KpFontSet *fonts, guint room, GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_autoptr (KpSheet) sheet = NULL;
  g_autofree char *title = NULL;

  if (!kp_press_load (&press, session, error))
    return NULL;
  title = g_strdup_printf ("%s 面试抽签结果登记表", kp_press_get_campaign (&press));
  sheet = kp_sheet_new (fonts, title);
  return kp_press_draw_envelope (&press, sheet, room, error) ? kp_sheet_dup_bytes (sheet, error) : NULL;
}

/**
 * kp_press_make_secret:
 * @session: a session; only read
 * @fonts: the fonts
 * @paper: code of a paper with secret numbers
 * @wants_labels: 密号标签 instead of the table
 * @error: return location
 *
 * 密号对照表: which secret number goes on which script. No form of the list, so that nobody prints it by chance.
 *
 * Returns: (transfer full) (nullable): a PDF document, or %NULL with %KP_PRESS_ERROR_NOTHING, #KP_PDF_ERROR or #KP_DATA_ERROR
 */
GBytes *
kp_press_make_secret (KpSession *session, KpFontSet *fonts, const char *paper, gboolean wants_labels, GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_autoptr (KpSheet) sheet = NULL;
  g_autofree char *title = NULL;

  if (!kp_press_load (&press, session, error))
    return NULL;
  title = g_strdup_printf ("%s %s", kp_press_get_campaign (&press), wants_labels ? "密号标签" : "密号对照表");
  sheet = kp_sheet_new (fonts, title);
  if (!(wants_labels ? kp_press_draw_secret_labels (&press, sheet, paper, error)
                     : kp_press_draw_secret (&press, sheet, paper, error)))
    return NULL;
  return kp_sheet_dup_bytes (sheet, error);
}
