/* test-ticket-number.c – ticket numbers: patterns, leading zeros, overflow.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-ticket-number.h"

#include "kp-test.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *pattern;
  const char *number; /* NULL = refused */
  int code;
} Row;

/* Facts: 2026, county 24, batch 1, site 1, room 7, seat 3, serial 481, session 2. */
static const Row rows[] = {
  { "default", "{year2}{batch2}{site2}{room3}{seat2}", "26010100703", 0 },
  { "literal", "0{county4}{site2}{room3}{seat2}",
    "00024010070"
    "3",
    0 },
  { "letter", "K{year4}{serial5}", "K202600481", 0 },
  { "serial-only", "{serial3}", "481", 0 },
  { "year-of-three", "{year3}{serial3}", "026481", 0 },
  { "session", "{session1}{room3}{seat2}", "200703", 0 },
  { "seat-too-wide", "{year2}{serial2}", NULL, KP_TICKET_ERROR_OVERFLOW },
  { "county-too-wide", "{county1}{room2}{seat2}", NULL, KP_TICKET_ERROR_OVERFLOW },
  { "repeats-by-seat", "{year2}{seat2}", NULL, KP_TICKET_ERROR_PATTERN },
  { "repeats-by-room", "{year2}{room3}", NULL, KP_TICKET_ERROR_PATTERN },
  { "missing", NULL, NULL, KP_TICKET_ERROR_PATTERN },
  { "empty", "", NULL, KP_TICKET_ERROR_PATTERN },
  { "unknown-part", "{post2}{serial3}", NULL, KP_TICKET_ERROR_PATTERN },
  { "name-part", "{name2}{serial3}", NULL, KP_TICKET_ERROR_PATTERN },
  { "no-width", "{serial}", NULL, KP_TICKET_ERROR_PATTERN },
  { "width-of-zero", "{serial0}", NULL, KP_TICKET_ERROR_PATTERN },
  { "two-digit-width", "{serial12}", NULL, KP_TICKET_ERROR_PATTERN },
  { "not-closed", "{serial3", NULL, KP_TICKET_ERROR_PATTERN },
  { "not-opened", "serial3}", NULL, KP_TICKET_ERROR_PATTERN },
  { "blank", "{year2} {serial3}", NULL, KP_TICKET_ERROR_PATTERN },
  { "hyphen", "{year2}-{serial3}", NULL, KP_TICKET_ERROR_PATTERN },
  { "only-brace", "{", NULL, KP_TICKET_ERROR_PATTERN },
};

static void
test_number (gconstpointer data)
{
  const Row *row = data;
  const KpTicketFacts facts = { 2026, 24, 1, 1, 7, 3, 481, 2 };
  g_autoptr (GError) error = NULL;
  g_autofree char *number = kp_ticket_number_new (row->pattern, &facts, &error);

  g_assert_cmpstr (number, ==, row->number);
  if (row->number == NULL)
    g_assert_error (error, KP_TICKET_ERROR, row->code);
}

/* The widest number of a part is written, the next is refused. */
static void
test_limit (void)
{
  KpTicketFacts facts = { .room = 999, .seat = 99 };
  g_autofree char *number = kp_ticket_number_new ("{room3}{seat2}", &facts, NULL);

  g_assert_cmpstr (number, ==, "99999");
  facts.seat = 100;
  g_assert_null (kp_ticket_number_new ("{room3}{seat2}", &facts, NULL));
}

static void
test_every_seat_differs (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint room = 1; room <= 40; room++)
    for (guint seat = 1; seat <= 33; seat++)
      {
        const KpTicketFacts facts = {
          .year = 2026, .batch = 1, .site = 1 + room % 2, .room = room, .seat = seat
        };
        char *number = kp_ticket_number_new ("{year2}{batch2}{site2}{room3}{seat2}", &facts, NULL);

        g_assert_cmpuint (strlen (number), ==, 11);
        g_assert_true (g_hash_table_add (seen, number));
      }
}

#define ADD_ROWS(prefix, rows, func)                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                            \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                                      \
      g_test_add_data_func (path, &rows[i], func);                                                           \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/rules/ticket-number/", rows, test_number)
  g_test_add_func ("/rules/ticket-number/limit", test_limit);
  g_test_add_func ("/rules/ticket-number/every-seat-differs", test_every_seat_differs);
  return g_test_run ();
}
