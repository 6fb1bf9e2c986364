/* test-choice.c – hires choose in turn, each the first that is free.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-choice.h"

#include "kp-test.h"

#include <string.h>

#define MAX_CHOOSERS 6

/* A has one place, B two. A person is a place and the wanted codes, the first most. */
typedef struct
{
  const char *name;
  const char *places;
  const char *choices[MAX_CHOOSERS];
  const char *chosen; /* a letter a person; - nothing, u undecided */
  const char *groups; /* (nullable): a digit a person; NULL = all in one */
} Row;

static const Row rows[] = {
  { "each-gets-the-first", "123", { "A", "B", "B" }, "ABB", NULL },
  { "second-choice-when-taken", "123", { "A", "AB", "B" }, "ABB", NULL },
  { "better-place-chooses-first", "21", { "A", "A" }, "-A", NULL },
  { "nothing-free", "123", { "A", "A", "AB" }, "A-B", NULL },
  { "wants-nothing", "12", { "", "A" }, "-A", NULL },
  { "full", "1234", { "B", "B", "B", "BA" }, "BB-A", NULL },
  { "unknown-code", "1", { "C" }, "-", NULL },
  { "without-a-place", "01", { "A", "A" }, "-A", NULL },
  { "tie-stops", "1224", { "B", "A", "A", "B" }, "Buuu", NULL },
  { "tie-of-the-first", "11", { "A", "B" }, "uu", NULL },
  { "gap-in-the-places", "15", { "A", "AB" }, "AB", NULL },
  { "groups-enough-for-all", "1212", { "A", "B", "B", "C" }, "ABB-", "0011" },
  { "groups-want-the-last", "1211", { "AB", "C", "A", "B" }, "uuuB", "0012" },
  { "groups-want-the-last-of-two", "1121", { "B", "B", "A", "B" }, "uuuu", "0112" },
  { "displaced-may-want-another", "111", { "AB", "AB", "B" }, "uuu", "012" },
  { "displaced-may-crowd-another", "1112", { "AB", "AB", "B", "B" }, "uuuu", "0122" },
  { "own-group-has-an-order", "123", { "A", "AB", "B" }, "ABB", "111" },
  { "tie-in-one-group", "1112", { "A", "A", "B", "B" }, "uuBB", "0011" },
  { "tied-may-crowd-another-group", "1112", { "B", "B", "B", "A" }, "uuuu", "0011" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  static const char *const codes[] = { "A", "B", "C" };
  static const KpChoiceOffer offers[] = { { "A", 1 }, { "B", 2 } };
  const char *wanted[MAX_CHOOSERS][2];
  KpChooser choosers[MAX_CHOOSERS] = { 0 };
  KpChoiceResult results[MAX_CHOOSERS];
  const guint n = (guint) strlen (row->places);
  char found[MAX_CHOOSERS + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      choosers[i].place.place = (guint) (row->places[i] - '0');
      choosers[i].n_choices = (guint) strlen (row->choices[i]);
      for (guint j = 0; j < choosers[i].n_choices; j++)
        wanted[i][j] = codes[row->choices[i][j] - 'A'];
      choosers[i].choices = wanted[i];
      choosers[i].group = row->groups != NULL ? (guint) (row->groups[i] - '0') : 0;
    }
  g_assert_cmpint (kp_choice_decide (offers, G_N_ELEMENTS (offers), choosers, n, results), ==,
                   strchr (row->chosen, 'u') == NULL);
  for (guint i = 0; i < n; i++)
    {
      found[i] = results[i].verdict == KP_CHOICE_UNDECIDED ? 'u' : '-';
      if (results[i].verdict == KP_CHOICE_CHOSEN)
        found[i] = *offers[results[i].offer].code;
    }
  g_assert_cmpstr (found, ==, row->chosen);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/choice/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
