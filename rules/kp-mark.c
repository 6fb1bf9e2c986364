/* kp-mark.c – exact marks and fractions, read, rounded, compared and written without floating point.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Why integers: printf ("%.2f", 0.5 * 60.05 + 0.5 * 70.08) gives 65.06, the notice's 四舍五入 gives 65.07,
 * and a hundredth of a point decides who is hired. */

#include "kp-mark.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* More than any full mark; far from the end of 64 bits. */
#define MAX_POINTS 1000000

static const char *const state_names[KP_MARK_N_STATES] = {
  "not-entered", "present", "absent", "breach", "void-all", "pending",
};

static const char *const state_chinese[KP_MARK_N_STATES] = {
  "未登分", "正常", "缺考", "违纪（本科目无效）", "违纪（全部无效）", "待核",
};

G_DEFINE_QUARK (kp_mark_error, kp_mark_error)

/* A text plain enough to be shown back; what isn't a mark could be anybody's name or number. */
static gboolean
is_showable (const char *text)
{
  return strlen (text) <= 8 && g_str_is_ascii (text);
}

/**
 * kp_mark_parse:
 * @text: (nullable): ASCII digits with at most one decimal point, no sign, no blanks; full-width digits are
 *   normalised before
 * @decimals: how many decimals are allowed, at most %KP_MARK_DECIMALS
 * @out: (out): the mark
 * @error: %KP_MARK_ERROR_FORMAT, %KP_MARK_ERROR_DECIMALS or %KP_MARK_ERROR_RANGE
 *
 * Reads a mark digit by digit. Decimals beyond those allowed are refused even when they are zeros: the sheet
 * was then written by another rule than the notice's. "缺考" and the like are no marks: states are read by
 * the import.
 *
 * Returns: TRUE and the mark, or FALSE and the error
 */
gboolean
kp_mark_parse (const char *text, guint decimals, KpMark *out, GError **error)
{
  gint64 value;
  guint n_decimals;

  g_return_val_if_fail (out != NULL, FALSE);
  g_return_val_if_fail (decimals <= KP_MARK_DECIMALS, FALSE);

  if (text == NULL || !kp_decimal_parse (text, &value, &n_decimals))
    {
      if (text != NULL && text[0] != '\0' && is_showable (text))
        g_set_error (error, KP_MARK_ERROR, KP_MARK_ERROR_FORMAT,
                     _ ("“%s” is not a mark: type digits with a point, such as 82.5."), text);
      else
        g_set_error (error, KP_MARK_ERROR, KP_MARK_ERROR_FORMAT,
                     _ ("This is not a mark: type digits with a point, such as 82.5."));
      return FALSE;
    }
  if (n_decimals > decimals)
    {
      g_set_error (error, KP_MARK_ERROR, KP_MARK_ERROR_DECIMALS,
                   _ ("The mark %s has %u decimals; at most %u are allowed: compare it with the sheet."),
                   text, n_decimals, decimals);
      return FALSE;
    }
  if (value / kp_decimal_power (n_decimals) > MAX_POINTS)
    {
      g_set_error (error, KP_MARK_ERROR, KP_MARK_ERROR_RANGE,
                   _ ("The mark is too large: compare it with the sheet."));
      return FALSE;
    }
  *out = value * kp_decimal_power (KP_MARK_DECIMALS - n_decimals);
  return TRUE;
}

/**
 * kp_mark_check_range:
 * @mark: a mark
 * @range: full mark, decimals and step of the paper or element
 * @error: %KP_MARK_ERROR_RANGE, %KP_MARK_ERROR_DECIMALS or %KP_MARK_ERROR_STEP
 *
 * Checks 0 ≤ mark ≤ full mark, decimals and step.
 *
 * Returns: whether the mark is possible
 */
gboolean
kp_mark_check_range (KpMark mark, const KpMarkRange *range, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *limit = NULL;

  g_return_val_if_fail (range != NULL && range->decimals <= KP_MARK_DECIMALS, FALSE);

  text = kp_mark_dup_text (mark, 0);
  if (mark < 0 || mark > range->full_mark)
    {
      limit = kp_mark_dup_text (range->full_mark, 0);
      g_set_error (error, KP_MARK_ERROR, KP_MARK_ERROR_RANGE,
                   _ ("The mark %s lies outside 0 to %s: compare it with the sheet."), text, limit);
      return FALSE;
    }
  if (mark % kp_decimal_power (KP_MARK_DECIMALS - range->decimals) != 0)
    {
      g_set_error (error, KP_MARK_ERROR, KP_MARK_ERROR_DECIMALS,
                   _ ("The mark %s has more than %u decimals: compare it with the sheet."), text,
                   range->decimals);
      return FALSE;
    }
  if (range->step > 0 && mark % range->step != 0)
    {
      limit = kp_mark_dup_text (range->step, 0);
      g_set_error (error, KP_MARK_ERROR, KP_MARK_ERROR_STEP,
                   _ ("The mark %s is not a multiple of %s: compare it with the sheet."), text, limit);
      return FALSE;
    }
  return TRUE;
}

/**
 * kp_mark_parse_in_range:
 * @text: (nullable): see kp_mark_parse()
 * @range: full mark, decimals and step
 * @out: (out): the mark
 * @error: any %KP_MARK_ERROR
 *
 * kp_mark_parse() and kp_mark_check_range() in one.
 *
 * Returns: TRUE and the mark, or FALSE and the error
 */
gboolean
kp_mark_parse_in_range (const char *text, const KpMarkRange *range, KpMark *out, GError **error)
{
  KpMark mark;

  g_return_val_if_fail (range != NULL && out != NULL, FALSE);

  if (!kp_mark_parse (text, range->decimals, &mark, error) || !kp_mark_check_range (mark, range, error))
    return FALSE;
  *out = mark;
  return TRUE;
}

/**
 * kp_mark_dup_text:
 * @mark: a mark
 * @decimals: how many decimals to show at least, at most %KP_MARK_DECIMALS
 *
 * Writes a mark. It never rounds: digits beyond @decimals that aren't zero are shown too, since hiding one
 * would be a rounding step that no scheme named.
 *
 * Returns: (transfer full): "82.50"
 */
char *
kp_mark_dup_text (KpMark mark, guint decimals)
{
  guint64 size = mark < 0 ? -(guint64) mark : (guint64) mark;
  guint64 rest = size % KP_MARK_UNIT;
  guint shown = KP_MARK_DECIMALS;

  g_return_val_if_fail (decimals <= KP_MARK_DECIMALS, NULL);

  while (shown > decimals && rest % 10 == 0)
    {
      rest /= 10;
      shown--;
    }
  if (shown == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, mark < 0 ? "-" : "", size / KP_MARK_UNIT);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, mark < 0 ? "-" : "",
                          size / KP_MARK_UNIT, (int) shown, rest);
}

/**
 * kp_mark_state_get_name:
 * @state: a state
 *
 * Returns: the stable name in files and JSON: "absent"
 */
const char *
kp_mark_state_get_name (KpMarkState state)
{
  g_return_val_if_fail ((guint) state < KP_MARK_N_STATES, NULL);
  return state_names[state];
}

/**
 * kp_mark_state_get_chinese:
 * @state: a state
 *
 * Returns: the word that is printed in the place of a mark: "缺考"
 */
const char *
kp_mark_state_get_chinese (KpMarkState state)
{
  g_return_val_if_fail ((guint) state < KP_MARK_N_STATES, NULL);
  return state_chinese[state];
}

/**
 * kp_mark_state_from_name:
 * @name: (nullable): see kp_mark_state_get_name()
 * @out: (out): the state
 *
 * Returns: whether @name is one
 */
gboolean
kp_mark_state_from_name (const char *name, KpMarkState *out)
{
  g_return_val_if_fail (out != NULL, FALSE);

  for (guint i = 0; name != NULL && i < KP_MARK_N_STATES; i++)
    if (g_str_equal (state_names[i], name))
      {
        *out = (KpMarkState) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kp_fraction_from_mark:
 * @mark: a mark
 *
 * Returns: its exact value in points
 */
KpFraction
kp_fraction_from_mark (KpMark mark)
{
  return kp_fraction_new (mark, KP_MARK_UNIT);
}

/**
 * kp_fraction_round_to_mark:
 * @value: a value in points
 * @decimals: at most %KP_MARK_DECIMALS
 * @rounding: the mode that the scheme names for this step
 * @out: (out): the mark
 *
 * Returns: FALSE if @value is unknown or too large
 */
gboolean
kp_fraction_round_to_mark (KpFraction value, guint decimals, KpRounding rounding, KpMark *out)
{
  KpFraction rounded;

  g_return_val_if_fail (decimals <= KP_MARK_DECIMALS && out != NULL, FALSE);

  rounded =
      kp_fraction_multiply (kp_fraction_round (value, decimals, rounding), kp_fraction_new (KP_MARK_UNIT, 1));
  if (!kp_fraction_is_known (rounded))
    return FALSE;
  *out = rounded.num;
  return TRUE;
}
