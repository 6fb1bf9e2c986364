/* kp-test-office.h – an office at work: many clerks at once on one record, each on a connection of its own.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-test-campaign.h"

typedef enum
{
  KP_TEST_OFFICE_REGISTER,
  KP_TEST_OFFICE_JUDGE,
  KP_TEST_OFFICE_ENTER, /* half of the clerks the first entry, half the second, at once */
  KP_TEST_OFFICE_CORRECT, /* all of them the same few candidates */
} KpTestOfficeWork;

#define KP_TEST_OFFICE_N_WORKS (KP_TEST_OFFICE_CORRECT + 1)
#define KP_TEST_OFFICE_MAX_CLERKS 64

/* One kind of step, as all clerks did it at once. */
typedef struct
{
  GArray *times; /* gint64, µs of the wall from the step's beginning to its acknowledgement */
  guint n_again; /* refused as busy and done again by the clerk */
  gint64 wall;   /* µs from the first clerk's start to the last one's end */
} KpTestOfficeTimes;

typedef struct
{
  KpTestCampaign *campaign; /* owned */
  guint n_clerks;
  guint n_steps;  /* of each clerk in each work */
  guint think_ms; /* on the average, between two steps; 0 = none */
  GPtrArray *rows;         /* forms to be registered */
  GPtrArray *applications; /* their numbers, in the record's order */
  GPtrArray *tickets;      /* by application */
  KpTestOfficeTimes times[KP_TEST_OFFICE_N_WORKS];
} KpTestOffice;

KpTestOffice *kp_test_office_new (KpDatabaseKind kind, guint n_clerks, guint n_steps, guint think_ms);
void kp_test_office_free (KpTestOffice *office);

/* All works one after the other, by the real steps; asserts that each step was acknowledged. */
void kp_test_office_work (KpTestOffice *office);

/* Every acknowledged step is in the record, every row's version is the number of its edits, the chain holds. */
void kp_test_office_assert_nothing_lost (KpTestOffice *office);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTestOffice, kp_test_office_free)
