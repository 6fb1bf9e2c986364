/* kp-window-undo.h – Ctrl+Z in the window: what one person did alone on its pages is taken back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-mark-page.h"
#include "kp-review-page.h"
#include "kp-seat-page.h"
#include "kp-undo.h"

G_BEGIN_DECLS

/* Parts of the window. */
typedef struct
{
  KpMarkPage *marks;
  KpReviewPage *review;
  KpSeatPage *seats;
  GtkButton *button;
  AdwToastOverlay *toasts;
} KpWindowUndoParts;

/* Installs `win.undo` with its key; the window's other actions are its own. */
void    kp_window_undo_install (GtkWidgetClass *window_class);
KpUndo *kp_window_undo_make (GtkWindow *window, const KpWindowUndoParts *parts);

G_END_DECLS
