/* kp-hall-reader.h – codes that were read at the door, on their way into the record, in the order in which they came.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-campaign.h"
#include "kp-step-hall.h"

G_BEGIN_DECLS

#define KP_TYPE_HALL_READER (kp_hall_reader_get_type ())
G_DECLARE_FINAL_TYPE (KpHallReader, kp_hall_reader, KP, HALL_READER, GObject)

/* What is done at the door with each code, and what is counted there. Both run in a worker. */
typedef struct
{
  gboolean (*read) (KpSession *session, const KpHallPlace *here, const char *code, KpHallAnswer *answer, GError **error);
  gpointer (*count) (KpSession *session, const KpHallPlace *here, GError **error);
  GDestroyNotify free_desk;
} KpHallReaderWork;

/* @desk of count () is given away. */
typedef struct
{
  void (*answer) (const KpHallAnswer *answer, gpointer data);
  void (*fail) (const char *sentence, gpointer data);
  void (*count) (gpointer desk, const KpRecordTime *time, gpointer data);
} KpHallReaderFuncs;

KpHallReader *kp_hall_reader_new (KpCampaign *campaign, const KpHallReaderWork *work, const KpHallPlace *here,
                                  const char *actor);
void          kp_hall_reader_set_funcs (KpHallReader *reader, const KpHallReaderFuncs *funcs, gpointer data);
void          kp_hall_reader_take (KpHallReader *reader, const char *code);
void          kp_hall_reader_count (KpHallReader *reader);
gboolean      kp_hall_reader_is_busy (KpHallReader *reader);
guint         kp_hall_reader_count_waiting (KpHallReader *reader);

G_END_DECLS
