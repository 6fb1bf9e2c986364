/* kp-opened.h – the records that were opened last, as the desktop remembers files that were used.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Owned texts. */
typedef struct
{
  char *uri;
  char *title; /* of the campaign */
  char *place; /* for people: the file with its folder, or the server */
  char *when;  /* for people */
  gboolean is_server;
  gboolean is_there; /* of a file; whether a server is there is only known by asking it */
} KpOpened;

void kp_opened_add (GtkRecentManager *manager, const char *location, const char *campaign, const char *title);
GPtrArray *kp_opened_list (GtkRecentManager *manager, guint at_most);
char *kp_opened_dup_last_server (GtkRecentManager *manager); /* nullable */
void kp_opened_remove (GtkRecentManager *manager, const char *uri);

G_END_DECLS
