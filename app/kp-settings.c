/* kp-settings.c – what this machine's office has set: its own fonts, when the window locks itself.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A county's licensed fonts belong to the machine, not to a campaign: the record must open elsewhere too. So they
 * stand in a small text file of the user's, which can be copied to the next machine:
 *
 *     [fonts]
 *     title=/usr/local/share/fonts/FZXBSJW.TTF
 *     fangsong=/usr/local/share/fonts/simfang.ttf
 *     [window]
 *     lock_after_minutes=10
 */
#include "kp-settings.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kp-command.h"

#define GROUP_FONTS "fonts"
#define GROUP_WINDOW "window"
#define LOCK_AFTER_MINUTES 10
#define MOST_MINUTES (24 * 60)

/** kp_settings_dup_path: the file of the settings; $KAOPIN_SETTINGS names another. (transfer full) */
char *
kp_settings_dup_path (void)
{
  const char *given = g_getenv ("KAOPIN_SETTINGS");

  if (given != NULL && *given != '\0')
    return g_strdup (given);
  return g_build_filename (g_get_user_config_dir (), "kaopin", "settings.ini", NULL);
}

/* No file is no setting; one that can't be read is an error. */
static GKeyFile *
load (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local = NULL;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, &local) ||
      g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&file);
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
               _ ("The settings %s can't be read: %s. Mend the file, or remove it."), path, local->message);
  return NULL;
}

/**
 * kp_settings_load_fonts:
 * @fonts: (out): the paths that are set
 * @error: return location
 *
 * Returns: %TRUE, also without any settings, or %FALSE with %KP_COMMAND_ERROR_FAILED
 */
gboolean
kp_settings_load_fonts (KpSettingsFonts *fonts, GError **error)
{
  g_autofree char *path = kp_settings_dup_path ();
  g_autoptr (GKeyFile) file = load (path, error);

  *fonts = (KpSettingsFonts){ { NULL } };
  if (file == NULL)
    return FALSE;
  for (guint i = 0; i < KP_FONT_N_STYLES; i++)
    fonts->files[i] = g_key_file_get_string (file, GROUP_FONTS, kp_font_style_get_name ((KpFontStyle) i), NULL);
  return TRUE;
}

/** kp_settings_load_lock_minutes: after how many minutes without a key the window asks for the password again; 0 = never. What
 * can't be read is as if it weren't set. */
guint
kp_settings_load_lock_minutes (void)
{
  g_autofree char *path = kp_settings_dup_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GKeyFile) file = load (path, NULL);
  const int minutes = file != NULL ? g_key_file_get_integer (file, GROUP_WINDOW, "lock_after_minutes", &error) : -1;

  return error != NULL || minutes < 0 || minutes > MOST_MINUTES ? LOCK_AFTER_MINUTES : (guint) minutes;
}

/** kp_settings_fonts_clear: frees the paths. */
void
kp_settings_fonts_clear (KpSettingsFonts *fonts)
{
  for (guint i = 0; i < KP_FONT_N_STYLES; i++)
    g_clear_pointer (&fonts->files[i], g_free);
}

/**
 * kp_settings_save_font:
 * @style: a style
 * @path: (nullable): of the font; %NULL = none
 * @error: return location
 *
 * Everything else in the file stays.
 *
 * Returns: %TRUE, or %FALSE with %KP_COMMAND_ERROR_FAILED
 */
gboolean
kp_settings_save_font (KpFontStyle style, const char *path, GError **error)
{
  g_autofree char *place = kp_settings_dup_path ();
  g_autofree char *folder = g_path_get_dirname (place);
  g_autoptr (GKeyFile) file = load (place, error);
  g_autoptr (GError) local = NULL;

  if (file == NULL)
    return FALSE;
  if (path != NULL)
    g_key_file_set_string (file, GROUP_FONTS, kp_font_style_get_name (style), path);
  else
    g_key_file_remove_key (file, GROUP_FONTS, kp_font_style_get_name (style), NULL);
  if (g_mkdir_with_parents (folder, 0755) != 0)
    local = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_FAILED, g_strerror (errno));
  if (local == NULL && g_key_file_save_to_file (file, place, &local))
    return TRUE;
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The settings %s can't be written: %s."), place,
               local->message);
  return FALSE;
}
