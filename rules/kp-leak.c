/* kp-leak.c – what must never stand on a list that is published.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*  电话13912345678。   → a mobile: eleven digits, 1 and 3 to 9 before all
 *  11010519491231002X  → an ID number: its check digit fits
 *  110105********002X  → masked: neither
 *  20260313912345678   → longer than a mobile, and no ID number: a code of something
 *
 * Full-width digits are read as others are; blanks and strokes between digits are passed over. */

#include "kp-leak.h"

#include "kp-id-number.h"

#define N_ID 18
#define N_MOBILE 11
#define MOST 32

static gunichar
narrow (gunichar c)
{
  if (c >= 0xff10 && c <= 0xff19)
    return c - 0xff10 + '0';
  return c == 'x' || c == 0xff38 || c == 0xff58 ? 'X' : c;
}

static gboolean
is_gap (gunichar c)
{
  return c == ' ' || c == '-' || c == 0x3000 || c == 0xa0 || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

static KpLeak
judge (const char *digits, guint n)
{
  if (n == N_ID && kp_id_number_check_digit_fits (digits))
    return KP_LEAK_ID_NUMBER;
  if (n == N_MOBILE && digits[0] == '1' && digits[1] >= '3' && digits[1] <= '9' && digits[N_MOBILE - 1] != 'X')
    return KP_LEAK_MOBILE;
  return KP_LEAK_NONE;
}

/* The run of digits at @at, with an X that can only be the last place of an ID number. Moves @at behind it. */
static guint
read_run (const char **at, gboolean passes_gaps, char run[MOST])
{
  guint n = 0;

  for (const char *p = *at; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = narrow (g_utf8_get_char (p));

      if ((c >= '0' && c <= '9') || (c == 'X' && n == N_ID - 1))
        {
          if (n < MOST - 1)
            run[n] = (char) c;
          n++;
          *at = g_utf8_next_char (p);
        }
      else if (!passes_gaps || n == 0 || !is_gap (c))
        break;
    }
  run[MIN (n, MOST - 1)] = '\0';
  return n;
}

static KpLeak
find (const char *text, gboolean passes_gaps)
{
  for (const char *at = text; *at != '\0';)
    {
      const char *const start = at;
      char run[MOST];
      const KpLeak leak = judge (run, read_run (&at, passes_gaps, run));

      if (leak != KP_LEAK_NONE)
        return leak;
      if (at == start)
        at = g_utf8_next_char (at);
    }
  return KP_LEAK_NONE;
}

/**
 * kp_leak_find:
 * @text: what is about to be published, UTF-8
 *
 * Returns: whether an ID number or the number of a mobile stands in it unmasked (个人信息保护法 §§25, 28)
 */
KpLeak
kp_leak_find (const char *text)
{
  const KpLeak leak = find (text, FALSE);

  return leak != KP_LEAK_NONE ? leak : find (text, TRUE);
}
