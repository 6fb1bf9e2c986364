/* kp-sources.c – the system's own clock and random source.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-session.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/random.h>

static char *
dup_system_now (gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

static gboolean
make_system_nonce (gpointer data G_GNUC_UNUSED,
                   const char *purpose G_GNUC_UNUSED,
                   guint8 nonce[32],
                   GError **error)
{
  if (getrandom (nonce, 32, 0) == 32)
    return TRUE;

  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The system gives no random numbers (%s), so nothing can be drawn."), g_strerror (errno));
  return FALSE;
}

const KpSources kp_system_sources = { dup_system_now, make_system_nonce, NULL, KP_SOURCES_SYSTEM };
