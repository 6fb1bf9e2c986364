/* kp-ical.h – a calendar file (RFC 5545) of days, for the county's calendar.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

G_BEGIN_DECLS

/* Texts are borrowed for the call. */
typedef struct
{
  const char *uid; /* the same for the same thing, so that a newer file replaces it */
  KpDate day;      /* a whole day */
  const char *summary;
  const char *description;
  const char *category;
  const guint *alarms; /* days before */
  guint n_alarms;
} KpIcalEvent;

typedef struct _KpIcal KpIcal;

KpIcal *kp_ical_new (const char *name, const char *stamp);
void kp_ical_add (KpIcal *ical, const KpIcalEvent *event);
char *kp_ical_finish (KpIcal *ical);
void kp_ical_free (KpIcal *ical);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpIcal, kp_ical_free)

G_END_DECLS
