/* kp-contract-number.c – contract numbers by the pattern that a county sets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contract-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (kp-contract-number-error-quark, kp_contract_number_error)

static gboolean
append_serial (GString *number,
               const char *part,
               guint serial,
               GError **error)
{
  guint64 width = 0;
  g_autofree char *digits = g_strdup_printf ("%u", serial);

  if (!g_ascii_string_to_unsigned (part + strlen ("serial"), 10, 1, 9, &width, NULL))
    {
      g_set_error (error, KP_CONTRACT_NUMBER_ERROR, KP_CONTRACT_NUMBER_ERROR_PATTERN,
                   _("The contract number pattern has the part {%s}; write the number of digits behind it, as in {serial4}."),
                   part);
      return FALSE;
    }
  if (strlen (digits) > width)
    {
      g_set_error (error, KP_CONTRACT_NUMBER_ERROR, KP_CONTRACT_NUMBER_ERROR_OVERFLOW,
                   _("Contract %u has more digits than the pattern's {%s}; give the part more digits."), serial, part);
      return FALSE;
    }
  g_string_append_printf (number, "%0*u", (int) width, serial);
  return TRUE;
}

static gboolean
append_part (GString *number,
             const char *part,
             const char *street,
             guint year,
             guint serial,
             GError **error)
{
  if (g_str_equal (part, "street"))
    g_string_append (number, street);
  else if (g_str_equal (part, "year"))
    g_string_append_printf (number, "%04u", year);
  else if (g_str_has_prefix (part, "serial"))
    return append_serial (number, part, serial, error);
  else
    {
      g_set_error (error, KP_CONTRACT_NUMBER_ERROR, KP_CONTRACT_NUMBER_ERROR_PATTERN,
                   _("The contract number pattern has the unknown part {%s}; street, year and serial4 are possible."), part);
      return FALSE;
    }
  return TRUE;
}

/**
 * kp_contract_number_new:
 * @pattern: text with parts in braces: {street} {year} {serialN}, e.g. "{street}劳合〔{year}〕{serial4}号"
 * @street: short name or code of the employer
 * @year: of the start of the contract
 * @serial: from 1, without gaps in each street
 * @error: return location
 *
 * A brace that isn't closed, an unknown part, or a pattern without {serialN} makes no number: two contracts would have
 * the same one.
 *
 * Returns: (transfer full) (nullable): the number, or %NULL with #KP_CONTRACT_NUMBER_ERROR
 */
char *
kp_contract_number_new (const char *pattern,
                        const char *street,
                        guint year,
                        guint serial,
                        GError **error)
{
  g_autoptr (GString) number = g_string_new (NULL);
  gboolean counts = FALSE;
  const char *rest = pattern;

  g_return_val_if_fail (pattern != NULL && street != NULL, NULL);

  while (*rest != '\0')
    {
      const gsize n_plain = strcspn (rest, "{}");
      const char *close = rest[n_plain] == '{' ? strchr (rest + n_plain, '}') : NULL;
      g_autofree char *part = NULL;

      g_string_append_len (number, rest, (gssize) n_plain);
      if (rest[n_plain] == '\0')
        break;
      if (close == NULL)
        {
          g_set_error (error, KP_CONTRACT_NUMBER_ERROR, KP_CONTRACT_NUMBER_ERROR_PATTERN,
                       _("The contract number pattern “%s” has a brace without its partner; close each “{” by “}”."),
                       pattern);
          return NULL;
        }
      part = g_strndup (rest + n_plain + 1, (gsize) (close - rest) - n_plain - 1);
      if (!append_part (number, part, street, year, serial, error))
        return NULL;
      counts = counts || g_str_has_prefix (part, "serial");
      rest = close + 1;
    }
  if (!counts)
    {
      g_set_error (error, KP_CONTRACT_NUMBER_ERROR, KP_CONTRACT_NUMBER_ERROR_PATTERN,
                   _("The contract number pattern “%s” has no serial number, so all contracts would have one number; add "
                     "{serial4}."),
                   pattern);
      return NULL;
    }
  return g_string_free (g_steal_pointer (&number), FALSE);
}

/**
 * kp_contract_pattern_check:
 * @pattern: as for kp_contract_number_new()
 * @error: return location
 *
 * Returns: %TRUE when contracts can be numbered by @pattern, or %FALSE with %KP_CONTRACT_NUMBER_ERROR_PATTERN
 */
gboolean
kp_contract_pattern_check (const char *pattern,
                           GError **error)
{
  g_autofree char *number = kp_contract_number_new (pattern, "", 1, 1, error);

  return number != NULL;
}
