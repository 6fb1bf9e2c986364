/* kp-press-lead.c – the announcement before a register's table, from the county's own text or the shipped one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press-register-private.h"

/* Fields that every announcement knows; a phone that the scheme doesn't have is nothing to say. */
#define N_COMMON 6

static void
fill_common (KpPress *press, KpWordingValue values[N_COMMON])
{
  const KpScheme *scheme = press->scheme;

  values[0] = (KpWordingValue){ "招聘名称", kp_press_get_campaign (press), FALSE };
  values[1] = (KpWordingValue){ "公告名称", kp_press_format (press, "《%s公告》", kp_press_get_campaign (press)), FALSE };
  values[2] = (KpWordingValue){ "招聘机构", scheme->committee, FALSE };
  values[3] = (KpWordingValue){ "咨询电话", scheme->phone, TRUE };
  values[4] = (KpWordingValue){ "监督电话", scheme->supervision_phone, TRUE };
  values[5] = (KpWordingValue){ "办公地址", scheme->address, TRUE };
}

/* Paragraphs alone: the register has its title. */
static const char *const *
keep_paragraphs (KpPress *press, const KpWording *filled)
{
  gsize n = 0, n_kept = 0;
  const KpWordingPart *parts = kp_wording_get_parts (filled, &n);
  const char **lead = kp_press_keep (press, g_new0 (const char *, n + 1));

  for (gsize i = 0; i < n; i++)
    if (parts[i].kind != KP_WORDING_TITLE)
      lead[n_kept++] = kp_press_format (press, "%s", parts[i].text);
  return lead;
}

/**
 * kp_register_set_lead:
 * @book: gets the announcement
 * @own: fields that only this register knows
 * @n_own: how many
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING (a field that isn't known, or one that needs a value)
 */
gboolean
kp_register_set_lead (KpRegisterBook *book, const KpWordingValue *own, guint n_own, GError **error)
{
  KpPress *press = book->press;
  const char *key = kp_press_form_get_name (press->form);
  const char *county = kp_scheme_get_wording (press->scheme, key);
  g_autofree char *text = county != NULL ? g_strdup (county) : kp_wording_dup_letter (key);
  g_autofree KpWordingValue *values = g_new0 (KpWordingValue, N_COMMON + n_own);
  g_autoptr (KpWording) parsed = kp_wording_new (text, error);
  g_autoptr (KpWording) filled = NULL;

  fill_common (press, values);
  for (guint i = 0; i < n_own; i++)
    values[N_COMMON + i] = own[i];
  if (parsed != NULL)
    filled = kp_wording_fill_lists (parsed, values, N_COMMON + n_own, kp_press_list_posts (press), 1, error);
  if (filled == NULL)
    return FALSE;
  book->lead = keep_paragraphs (press, filled);
  return TRUE;
}
