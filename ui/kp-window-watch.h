/* kp-window-watch.h – others at the same record: what they save is shown, who is here is told, a lost server or file too.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-window-pages.h"

G_BEGIN_DECLS

typedef struct _KpWindowWatch KpWindowWatch;

/* Where the window shows it. */
typedef struct
{
  AdwHeaderBar *header;
  AdwToastOverlay *toasts; /* in a box, below the header */
  const KpWindowPages *pages; /* outlive it */
} KpWindowWatchParts;

typedef struct
{
  gboolean (*may_refresh) (GtkWindow *window); /* a campaign is shown, and nothing is being read */
  void (*refresh) (GtkWindow *window);         /* reads the record again; kp_window_watch_set_campaign() ends it */
} KpWindowWatchFuncs;

KpWindowWatch *kp_window_watch_new (GtkWindow *window, const KpWindowWatchParts *parts, const KpWindowWatchFuncs *funcs);
void           kp_window_watch_set_campaign (KpWindowWatch *watch, KpCampaign *campaign, const char *who);
void           kp_window_watch_set_page (KpWindowWatch *watch, const char *page);
void           kp_window_watch_end_refresh (KpWindowWatch *watch);
void           kp_window_watch_leave (KpWindowWatch *watch);

G_END_DECLS
