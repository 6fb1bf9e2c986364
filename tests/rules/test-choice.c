/* test-choice.c – hires choose in turn, each the first that is free.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-choice.h"

#include "kp-test.h"

#include <string.h>

#define MAX_CHOOSERS 5

/* A has one place, B two. A person is a place and the wanted codes, the first most. */
typedef struct
{
  const char *name;
  const char *places;
  const char *choices[MAX_CHOOSERS];
  const char *chosen; /* a letter a person; - nothing, u undecided */
} Row;

static const Row rows[] = {
  { "each-gets-the-first", "123", { "A", "B", "B" }, "ABB" },
  { "second-choice-when-taken", "123", { "A", "AB", "B" }, "ABB" },
  { "better-place-chooses-first", "21", { "A", "A" }, "-A" },
  { "nothing-free", "123", { "A", "A", "AB" }, "A-B" },
  { "wants-nothing", "12", { "", "A" }, "-A" },
  { "full", "1234", { "B", "B", "B", "BA" }, "BB-A" },
  { "unknown-code", "1", { "C" }, "-" },
  { "without-a-place", "01", { "A", "A" }, "-A" },
  { "tie-stops", "1224", { "B", "A", "A", "B" }, "Buuu" },
  { "tie-of-the-first", "11", { "A", "B" }, "uu" },
  { "gap-in-the-places", "15", { "A", "AB" }, "AB" },
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
