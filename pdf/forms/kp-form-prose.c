/* kp-form-prose.c – what a county's text says on an official paper: from a wording to the paper's parts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-prose.h"

/**
 * kp_form_prose_check:
 * @wording: the county's text
 * @fields: what the form knows
 * @n_fields: how many
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING that names line and field
 */
gboolean
kp_form_prose_check (const char         *wording,
                     const KpProseField *fields,
                     guint               n_fields,
                     GError            **error)
{
  g_autofree const char **known = g_new0 (const char *, n_fields + 1);
  g_autoptr (KpWording) parsed = kp_wording_new (wording, error);

  for (guint i = 0; i < n_fields; i++)
    known[i] = fields[i].name;
  return parsed != NULL && kp_wording_check (parsed, known, NULL, 0, error);
}

/**
 * kp_form_prose_fill:
 * @own: (nullable): the county's text
 * @shipped: key of the text that is taken without it
 * @fields: what the form knows
 * @n_fields: how many
 * @facts: where their values stand
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with %KP_PDF_ERROR_WORDING
 */
KpWording *
kp_form_prose_fill (const char         *own,
                    const char         *shipped,
                    const KpProseField *fields,
                    guint               n_fields,
                    gconstpointer       facts,
                    GError            **error)
{
  g_autofree char *text = own != NULL ? g_strdup (own) : kp_wording_dup_letter (shipped);
  g_autofree KpWordingValue *values = g_new0 (KpWordingValue, n_fields + 1);
  g_autoptr (KpWording) parsed = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  parsed = kp_wording_new (text, error);
  for (guint i = 0; i < n_fields; i++)
    values[i] = (KpWordingValue) { fields[i].name,
                                   *(const char *const *) (gconstpointer) ((const guint8 *) facts + fields[i].offset),
                                   fields[i].is_optional };
  return parsed != NULL ? kp_wording_fill (parsed, values, n_fields, error) : NULL;
}

static void
add_part (GArray        *parts,
          KpOfficialKind kind,
          const char    *text)
{
  const KpOfficialPart part = { .kind = kind, .text = text };

  if (text != NULL && *text != '\0')
    g_array_append_val (parts, part);
}

/**
 * kp_form_prose_add:
 * @parts: (element-type KpOfficialPart): gets what @filled says; texts are borrowed from it
 * @filled: the text
 * @number: (nullable): below the title
 * @addressee: (nullable): below that
 */
void
kp_form_prose_add (GArray          *parts,
                   const KpWording *filled,
                   const char      *number,
                   const char      *addressee)
{
  static const KpOfficialKind kinds[] = {
    [KP_WORDING_TITLE] = KP_OFFICIAL_TITLE,
    [KP_WORDING_HEADING] = KP_OFFICIAL_HEADING_1,
    [KP_WORDING_SUBHEADING] = KP_OFFICIAL_HEADING_2,
    [KP_WORDING_TEXT] = KP_OFFICIAL_BODY,
  };
  gsize n = 0;
  const KpWordingPart *texts = kp_wording_get_parts (filled, &n);
  const gsize n_titles = n > 0 && texts[0].kind == KP_WORDING_TITLE ? 1 : 0;

  if (n_titles > 0)
    add_part (parts, KP_OFFICIAL_TITLE, texts[0].text);
  add_part (parts, KP_OFFICIAL_NUMBER, number);
  add_part (parts, KP_OFFICIAL_ADDRESSEE, addressee);
  for (gsize i = n_titles; i < n; i++)
    add_part (parts, kinds[texts[i].kind], texts[i].text);
}
