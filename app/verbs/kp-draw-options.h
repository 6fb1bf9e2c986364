/* kp-draw-options.h – the options of every verb that draws.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-command.h"
#include "kp-draw-record.h"

G_BEGIN_DECLS

/* Owned texts. */
typedef struct
{
  gboolean is_commit;
  gboolean is_repeat;
  char *source;
  char *digits;
  char *by;
  char *with;
  char *reason;
} KpDrawOptions;

/* For the verb's own table of options. */
/* clang-format off */
#define KP_DRAW_OPTION_ENTRIES(options)                                                                                \
  { "commit", 0, 0, G_OPTION_ARG_NONE, &(options).is_commit, N_ ("Fix list and secret, print the commitment"), NULL }, \
  { "source", 0, 0, G_OPTION_ARG_STRING, &(options).source,                                                            \
    N_ ("With --commit: which public number will count"), "TEXT" },                                                    \
  { "repeat", 0, 0, G_OPTION_ARG_NONE, &(options).is_repeat,                                                           \
    N_ ("With --commit: draw again what was drawn; the earlier draw stays in the record"), NULL },                     \
  { "by", 0, 0, G_OPTION_ARG_STRING, &(options).by, N_ ("Who orders the repeat"), "PERSON" },                          \
  { "with", 0, 0, G_OPTION_ARG_STRING, &(options).with, N_ ("Who orders it too: another person"), "PERSON" },          \
  { "reason", 0, 0, G_OPTION_ARG_STRING, &(options).reason, N_ ("Why it is drawn again"), "TEXT" },                    \
  { "public", 0, 0, G_OPTION_ARG_STRING, &(options).digits, N_ ("The digits drawn before witnesses"), "DIGITS" }
/* clang-format on */

gboolean    kp_draw_options_check (const KpDrawOptions *options, KpCommand *command, GError **error);
KpDrawTerms kp_draw_options_get_terms (const KpDrawOptions *options, KpTwoPeople *repeat);
gboolean    kp_draw_options_answer (KpCommand *command, const char *commitment);
void        kp_draw_options_clear (KpDrawOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpDrawOptions, kp_draw_options_clear)

G_END_DECLS
