/* kp-test-list.h – a field of candidates in a few letters, for the tests of the interview list.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-shortlist.h"

#define KP_TEST_LIST_MAX 12

/* Marks in hundredths of a point; `flag`: d direct, x exempt, p below a single-paper line, z zero in one paper, a absent,
 * o not entered. A row of them ends with an empty one. */
typedef struct
{
  char flag; /* '.' = nothing special; 0 = the end */
  int  paper;
  int  bonus;
  int  keys[2]; /* of a tie; 0 = unknown */
} KpTestPerson;

static inline gsize
kp_test_list_fill (const KpTestPerson *persons, KpShortlistCandidate *candidates)
{
  gsize n = 0;

  for (; n < KP_TEST_LIST_MAX && persons[n].flag != '\0'; n++)
    {
      const KpTestPerson *person = &persons[n];
      KpShortlistCandidate *candidate = &candidates[n];

      *candidate = (KpShortlistCandidate){
        .state = person->flag == 'a'   ? KP_MARK_ABSENT
                 : person->flag == 'o' ? KP_MARK_NOT_ENTERED
                                       : KP_MARK_PRESENT,
        .is_direct = person->flag == 'd',
        .is_exempt = person->flag == 'x',
        .is_below_paper_line = person->flag == 'p',
        .has_zero_paper = person->flag == 'z',
      };
      if (candidate->state != KP_MARK_PRESENT || candidate->is_exempt)
        continue;
      candidate->raw = kp_fraction_new (person->paper, 100);
      candidate->score = kp_fraction_new (person->paper + person->bonus, 100);
      for (guint i = 0; i < 2; i++)
        if (person->keys[i] > 0)
          candidate->tie_keys[i] = kp_fraction_new (person->keys[i], 100);
    }
  return n;
}

/* E enters, T tied in, S substitute, u undecided, t tied out, l below the line, n no mark, z zero, d direct, x exempt,
 * ? the line isn't set, - out. */
static inline void
kp_test_list_assert (const KpShortlistResult *results, gsize n, const char *list)
{
  static const char letters[] = "-ETSutlnzdx?";
  char found[KP_TEST_LIST_MAX + 1] = { 0 };

  G_STATIC_ASSERT (sizeof letters == KP_SHORTLIST_N_VERDICTS + 1);
  for (gsize i = 0; i < n; i++)
    found[i] = letters[results[i].verdict];
  g_assert_cmpstr (found, ==, list);
}
