/* kp-window-guard.h – who works at the window: opens a locked record, signs in before it is shown, and again after a pause.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

typedef struct _KpWindowGuard KpWindowGuard;

typedef enum
{
  KP_GUARD_LEFT,       /* nobody signed in: back to what was there before */
  KP_GUARD_LOCKED,     /* the content is to be hidden */
  KP_GUARD_BACK,       /* and shown again */
  KP_GUARD_TAKEN_OVER, /* and shown to somebody else */
} KpGuardNews;

/* What the window does when it is told. */
typedef struct
{
  void (*show) (GtkWindow *window, KpCampaign *campaign); /* somebody may see it */
  void (*tell) (GtkWindow *window, KpGuardNews news);
  void (*open) (GtkWindow *window, const char *location, const char *code, const char *passphrase);
  void (*forget) (GtkWindow *window); /* what is shown is shown to nobody any more */
} KpWindowGuardFuncs;

/* Lives as long as the window. */
void           kp_window_guard_install (GtkWidgetClass *window_class);
KpWindowGuard *kp_window_guard_new (GtkWindow *window, const KpWindowGuardFuncs *funcs);
GtkWidget     *kp_window_guard_make_page (void);
GtkWidget     *kp_window_guard_make_button (KpWindowGuard *guard);
GtkWidget     *kp_window_guard_make_asking (KpWindowGuard *guard);
void           kp_window_guard_say (KpWindowGuard *guard, const char *sentence);
gboolean       kp_window_guard_has_to_ask (KpWindowGuard *guard, KpCampaign *campaign);
void           kp_window_guard_ask (KpWindowGuard *guard, KpCampaign *campaign);
void           kp_window_guard_expect (KpWindowGuard *guard, const char *location, const char *code, const char *actor);
gboolean       kp_window_guard_ask_passphrase (KpWindowGuard *guard, const GError *error);
void           kp_window_guard_lock (KpWindowGuard *guard);
void           kp_window_guard_forget (KpWindowGuard *guard);
void           kp_window_guard_set_minutes (KpWindowGuard *guard, guint minutes);
gboolean       kp_window_guard_is_locked (KpWindowGuard *guard);
KpIdentity    *kp_window_guard_get_identity (KpWindowGuard *guard); /* (nullable) */

G_END_DECLS
