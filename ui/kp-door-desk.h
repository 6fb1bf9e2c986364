/* kp-door-desk.h – what the windows of the exam hall and of the waiting room share: codes read, counts, forms, the time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-door-answer.h"
#include "kp-hall-order.h"
#include "kp-hall-reader.h"

G_BEGIN_DECLS

/* What is said of a ticket. @headline is static or @owned. */
typedef struct
{
  KpDoorTone tone;
  const char *headline;
  char *owned;    /* (nullable) */
  char *sentence; /* owned */
} KpDoorSaying;

typedef struct
{
  guint n_in;
  guint n_expected;
  guint n_absent; /* once it is closed */
  gboolean is_closed;
} KpDoorCounts;

/* Of one kind of window, which is @window of each. */
typedef struct
{
  KpHallReaderWork work;
  void (*say) (const KpHallAnswer *answer, const KpScheme *scheme, KpDoorSaying *out);
  void (*count) (gpointer counted, KpDoorCounts *out, gpointer window); /* @counted of work.count is given away */
  char *(*dup_phase) (KpMoment now, gpointer window);                   /* what the time means */
  void (*done) (const KpHallOrder *order, gpointer window);             /* (nullable): a form was carried out */
} KpDoorDeskFuncs;

/* Actions of it: hall.run, hall.leave. */
#define KP_TYPE_DOOR_DESK (kp_door_desk_get_type ())
G_DECLARE_FINAL_TYPE (KpDoorDesk, kp_door_desk, KP, DOOR_DESK, AdwBin)

void     kp_door_desk_set_up (KpDoorDesk *desk, KpCampaign *campaign, const KpDoorDeskFuncs *funcs, GtkEntry *keeper,
                              GtkWidget *window);
void     kp_door_desk_open (KpDoorDesk *desk, const KpHallPlace *here);
void     kp_door_desk_close (KpDoorDesk *desk);
void     kp_door_desk_begin (KpDoorDesk *desk, KpHallOrderKind kind);
void     kp_door_desk_count (KpDoorDesk *desk);
void     kp_door_desk_say (KpDoorDesk *desk, const char *headline, const char *sentence);
void     kp_door_desk_complain (KpDoorDesk *desk, const char *sentence);
void     kp_door_desk_add_page (KpDoorDesk *desk, const char *name, GtkWidget *page);
void     kp_door_desk_show_page (KpDoorDesk *desk, const char *name);
void     kp_door_desk_show_time (KpDoorDesk *desk);
KpMoment kp_door_desk_get_now (KpDoorDesk *desk);
gboolean kp_door_desk_is_busy (KpDoorDesk *desk);

G_END_DECLS
