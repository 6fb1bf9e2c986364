/* kp-search-keys.h – from what is typed in a search field to what it found, by one key.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kp_search_keys_lead (GtkSearchEntry *search, GtkWidget *list);

G_END_DECLS
