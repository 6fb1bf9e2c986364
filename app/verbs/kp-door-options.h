/* kp-door-options.h – the options of every verb that stands at a door, and what it says of who comes in.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-command.h"
#include "kp-step-hall.h"

G_BEGIN_DECLS

/* Owned texts. */
typedef struct
{
  char **scan;
  char *undo;
  char *reason;
  char *by;
  char *with;
  gboolean is_close;
  gboolean is_missing;
} KpDoorOptions;

/* For the verb's own table of options: what is read, who is told as missing, and what closing means differ. */
/* clang-format off */
#define KP_DOOR_OPTION_ENTRIES(options, scans, misses, closes, reasons)                                          \
  { "scan", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(options).scan, (scans), "CODE" },                                 \
  { "missing", 0, 0, G_OPTION_ARG_NONE, &(options).is_missing, (misses), NULL },                                 \
  { "undo", 0, 0, G_OPTION_ARG_STRING, &(options).undo, N_ ("An arrival was wrong, with --reason"), "CODE" },    \
  { "close", 0, 0, G_OPTION_ARG_NONE, &(options).is_close, (closes), NULL },                                     \
  { "reason", 0, 0, G_OPTION_ARG_STRING, &(options).reason, (reasons), "TEXT" },                                 \
  { "by", 0, 0, G_OPTION_ARG_STRING, &(options).by, N_ ("Who answers for it"), "PERSON" },                       \
  { "with", 0, 0, G_OPTION_ARG_STRING, &(options).with, N_ ("Who answers for it too: another person"), "PERSON" }
/* clang-format on */

guint    kp_door_options_count (const KpDoorOptions *options);
gboolean kp_door_options_only_read (const KpDoorOptions *options);
gboolean kp_door_options_answer_undo (KpCommand *command, const KpHallAnswer *found);
void     kp_door_options_answer_counts (KpCommand *command, guint n_expected, guint n_in, guint n_absent);
void     kp_door_options_answer_closed (KpCommand *command, const KpHallTally *tally);
void     kp_door_options_clear (KpDoorOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpDoorOptions, kp_door_options_clear)

G_END_DECLS
