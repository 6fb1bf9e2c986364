/* kp-verb-fonts.c – shows which fonts paper is printed with, and takes a county's own.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-press.h"
#include "kp-settings.h"
#include "kp-verbs.h"

static gboolean
parse_style (const char *name, KpFontStyle *style)
{
  for (guint i = 0; i < KP_FONT_N_STYLES; i++)
    if (g_str_equal (name, kp_font_style_get_name ((KpFontStyle) i)))
      {
        *style = (KpFontStyle) i;
        return TRUE;
      }
  return FALSE;
}

/* Checked before it is kept: nothing may be printed with a font that isn't one. */
static gboolean
set_font (KpFontStyle style, const char *given, GError **error)
{
  g_autofree char *path = given != NULL ? g_canonicalize_filename (given, NULL) : NULL;
  const char *files[KP_FONT_N_STYLES] = { NULL };
  g_autoptr (KpFontSet) checked = NULL;

  files[style] = path;
  checked = kp_font_set_new_with_own (NULL, files, error);
  return checked != NULL && kp_settings_save_font (style, path, error);
}

static gboolean
list_fonts (KpAnswer *answer, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "style", _ ("Style"), FALSE },
    { "family", _ ("Font"), FALSE },
    { "file", _ ("Own file"), FALSE },
  };
  g_auto (KpSettingsFonts) own = { { NULL } };
  g_autoptr (KpFontSet) fonts = NULL;

  if (!kp_settings_load_fonts (&own, error))
    return FALSE;
  fonts = kp_press_open_fonts (error);
  if (fonts == NULL)
    return FALSE;
  kp_answer_begin_table (answer, "fonts", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < KP_FONT_N_STYLES; i++)
    {
      g_autofree char *family = kp_font_set_dup_family (fonts, (KpFontStyle) i);

      kp_answer_add_row (answer, (const char *[]){ kp_font_style_get_name ((KpFontStyle) i),
                                                   family != NULL ? family : "", own.files[i] != NULL ? own.files[i] : "" });
    }
  return TRUE;
}

/** kp_verb_fonts: kaopin fonts [STYLE FILE | STYLE --none]. */
gboolean
kp_verb_fonts (KpCommand *command, GError **error)
{
  gboolean none = FALSE;
  const GOptionEntry entries[] = {
    { "none", 0, 0, G_OPTION_ARG_NONE, &none, N_ ("No font of one's own for this style"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpFontStyle style = KP_FONT_TITLE;
  const char *name;
  const char *file;

  if (!kp_command_parse (command, entries, 0, 2, error))
    return FALSE;
  name = kp_command_get_argument (command, 0);
  file = name != NULL ? kp_command_get_argument (command, 1) : NULL;
  if (name != NULL && !parse_style (name, &style))
    return kp_command_fail_usage (
        command, error, _ ("There is no style “%s”; there are: title fangsong song hei hei-bold kai."), name);
  if ((name != NULL) != (none || file != NULL) || (none && file != NULL))
    return kp_command_fail_usage (command, error, _ ("Say a style and the file of its font, or --none."));
  if (name != NULL && !set_font (style, file, error))
    return FALSE;
  return list_fonts (kp_command_get_answer (command), error);
}
