/* kp-hall.h – who may still come in at which minute, and what a ticket that is read at the door means.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme.h"

G_BEGIN_DECLS

/* A second of the exam day, as the clock on the wall shows it. */
typedef struct
{
  KpDate date;
  guint  second; /* of the day */
} KpMoment;

typedef enum
{
  KP_ENTRY_EARLY, /* entry hasn't begun */
  KP_ENTRY_OPEN,  /* up to the start */
  KP_ENTRY_LATE,  /* started, but still let in */
  KP_ENTRY_OVER,
} KpEntryTime;

/* A sitting, and in it a site and a room, both of which may be any. Texts borrowed. */
typedef struct
{
  const char *sitting;
  const char *site; /* (nullable): NULL = every site */
  guint       room; /* 0 = every room */
} KpHallPlace;

/* What becomes of a ticket at the door. */
typedef enum
{
  KP_SCAN_UNREADABLE,     /* no ticket number and no code of a paper */
  KP_SCAN_OTHER_CAMPAIGN,
  KP_SCAN_UNKNOWN,        /* nobody has that number, or nobody with it has a seat */
  KP_SCAN_OTHER_SITTING,
  KP_SCAN_OTHER_SITE,
  KP_SCAN_OTHER_ROOM,
  KP_SCAN_EARLY,
  KP_SCAN_IN,
  KP_SCAN_IN_LATE,        /* after the start */
  KP_SCAN_AGAIN,          /* is in already */
  KP_SCAN_REFUSED,        /* too late */
  KP_SCAN_NOT_LISTED,     /* at the interview: not on its list */
} KpScan;

#define KP_N_SCANS (KP_SCAN_NOT_LISTED + 1)

gboolean    kp_moment_parse (const char *iso,
                             KpMoment   *out);
KpEntryTime kp_hall_decide_entry (const KpSchemeSitting *sitting,
                                  KpMoment               now);
KpEntryTime kp_hall_decide_report (const KpSchemeInterview *interview,
                                   KpMoment                 now);
KpScan      kp_hall_decide_scan (const KpHallPlace *here,
                                 const KpHallPlace *seats,
                                 guint              n_seats,
                                 guint             *seat);
KpScan      kp_hall_decide_arrival (KpEntryTime time,
                                    gboolean    is_in,
                                    gboolean    is_closed);
gboolean    kp_scan_is_in (KpScan scan);
const char *kp_scan_get_name (KpScan scan);
gchar      *kp_hall_dup_late_clause (const KpSchemeSitting *sitting);
gchar      *kp_hall_dup_report_clause (const KpSchemeInterview *interview);

G_END_DECLS
