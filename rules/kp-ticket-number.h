/* kp-ticket-number.h – ticket numbers by the pattern that a county sets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A pattern is literal digits or capital letters and parts in braces, each a word and a width:
 * {year2}{batch2}{site2}{room3}{seat2} → 26010100107. Words: year county batch session site room seat serial. */
typedef struct
{
  guint year; /* 2026; {year2} prints its last two digits */
  guint county;
  guint batch;
  guint site;
  guint room;
  guint seat;
  guint serial;
  guint session; /* number of the first sitting among all */
} KpTicketFacts;

typedef enum
{
  KP_TICKET_ERROR_PATTERN,
  KP_TICKET_ERROR_OVERFLOW,
} KpTicketError;

#define KP_TICKET_ERROR (kp_ticket_error_quark ())
GQuark kp_ticket_error_quark (void);

gboolean kp_ticket_pattern_has (const char *pattern, const char *word);
gboolean kp_ticket_pattern_check (const char *pattern, GError **error);
char *kp_ticket_number_new (const char *pattern, const KpTicketFacts *facts, GError **error);

G_END_DECLS
