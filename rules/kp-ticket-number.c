/* kp-ticket-number.c – ticket numbers by the pattern that a county sets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A ticket number is text of one fixed width with its leading zeros, never an integer, and it says where
 * somebody sits, not who sits there: no part encodes a post or a name, so that marking stays blind. */

#include "kp-ticket-number.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define MAX_WIDTH 9

typedef struct
{
  const char *word;
  gsize offset;
} Part;

static const Part parts[] = {
  { "batch", G_STRUCT_OFFSET (KpTicketFacts, batch) },
  { "county", G_STRUCT_OFFSET (KpTicketFacts, county) },
  { "room", G_STRUCT_OFFSET (KpTicketFacts, room) },
  { "seat", G_STRUCT_OFFSET (KpTicketFacts, seat) },
  { "serial", G_STRUCT_OFFSET (KpTicketFacts, serial) },
  { "session", G_STRUCT_OFFSET (KpTicketFacts, session) },
  { "site", G_STRUCT_OFFSET (KpTicketFacts, site) },
  { "year", G_STRUCT_OFFSET (KpTicketFacts, year) },
};

G_DEFINE_QUARK (kp_ticket_error, kp_ticket_error)

/* Reads "{word3}" at @text; answers what follows it, or NULL. */
static const char *
read_part (const char *text, const Part **part, guint *width)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gsize length = strlen (parts[i].word);

      if (strncmp (text + 1, parts[i].word, length) != 0)
        continue;
      if (text[1 + length] < '1' || text[1 + length] > '0' + MAX_WIDTH || text[2 + length] != '}')
        return NULL;
      *part = &parts[i];
      *width = (guint) (text[1 + length] - '0');
      return text + 3 + length;
    }
  return NULL;
}

/**
 * kp_ticket_pattern_has:
 * @pattern: (nullable): a pattern
 * @word: a part: "serial"
 *
 * Returns: whether the pattern asks for that part
 */
gboolean
kp_ticket_pattern_has (const char *pattern, const char *word)
{
  g_autofree char *start = g_strconcat ("{", word, NULL);

  return pattern != NULL && strstr (pattern, start) != NULL;
}

static gboolean
is_literal (char letter)
{
  return g_ascii_isdigit (letter) || g_ascii_isupper (letter);
}

/**
 * kp_ticket_pattern_check:
 * @pattern: (nullable): digits, capital letters and parts: {year2}{batch2}{site2}{room3}{seat2}
 * @error: %KP_TICKET_ERROR_PATTERN
 *
 * Checks that a pattern can be read and that it numbers every seat differently: it has {serial…}, or {seat…}
 * and {room…}.
 *
 * Returns: whether the pattern can be used
 */
gboolean
kp_ticket_pattern_check (const char *pattern, GError **error)
{
  gboolean has_seat = FALSE, has_room = FALSE, has_serial = FALSE;
  const char *next;

  for (const char *p = pattern; p != NULL && *p != '\0'; p = next)
    {
      const Part *part = NULL;
      guint width;

      next = is_literal (*p) ? p + 1 : NULL;
      if (*p == '{')
        next = read_part (p, &part, &width);
      if (next == NULL)
        {
          g_set_error (
              error, KP_TICKET_ERROR, KP_TICKET_ERROR_PATTERN,
              _ ("The ticket number pattern can't be read from character %u: use digits, capital letters and "
                 "parts such as {year2}{batch2}{site2}{room3}{seat2}."),
              (guint) (p - pattern) + 1);
          return FALSE;
        }
      has_seat |= part != NULL && g_str_equal (part->word, "seat");
      has_room |= part != NULL && g_str_equal (part->word, "room");
      has_serial |= part != NULL && g_str_equal (part->word, "serial");
    }
  if (!has_serial && !(has_seat && has_room))
    {
      g_set_error (error, KP_TICKET_ERROR, KP_TICKET_ERROR_PATTERN,
                   _ ("The ticket number pattern would give one number twice: it needs {room3} and {seat2}, "
                      "or {serial5}."));
      return FALSE;
    }
  return TRUE;
}

/* @width digits of @value with leading zeros; FALSE when it doesn't fit. A year is cut to its last digits. */
static gboolean
append_number (GString *number, const Part *part, guint width, guint value, GError **error)
{
  guint64 limit = 1;

  for (guint i = 0; i < width; i++)
    limit *= 10;
  if (g_str_equal (part->word, "year"))
    value = (guint) (value % limit);
  if (value >= limit)
    {
      g_set_error (
          error, KP_TICKET_ERROR, KP_TICKET_ERROR_OVERFLOW,
          _ ("The number %u doesn't fit the ticket number part {%s%u}: widen that part of the pattern."),
          value, part->word, width);
      return FALSE;
    }
  g_string_append_printf (number, "%0*u", (int) width, value);
  return TRUE;
}

/**
 * kp_ticket_number_new:
 * @pattern: see kp_ticket_pattern_check()
 * @facts: the numbers
 * @error: %KP_TICKET_ERROR_PATTERN, or %KP_TICKET_ERROR_OVERFLOW when a number has more digits than its part
 *
 * Writes one ticket number, always as wide as the pattern says.
 *
 * Returns: (transfer full) (nullable): "26010100107", or NULL and the error
 */
char *
kp_ticket_number_new (const char *pattern, const KpTicketFacts *facts, GError **error)
{
  g_autoptr (GString) number = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  if (!kp_ticket_pattern_check (pattern, error))
    return NULL;
  number = g_string_new (NULL);
  for (const char *p = pattern; *p != '\0';)
    {
      const Part *part;
      guint width;

      if (*p != '{')
        {
          g_string_append_c (number, *p++);
          continue;
        }
      p = read_part (p, &part, &width);
      if (!append_number (number, part, width, G_STRUCT_MEMBER (guint, facts, part->offset), error))
        return NULL;
    }
  return g_strdup (number->str);
}
