/* kp-press-source.h – how the screens get paper without knowing how it is made.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* One form that can be printed. Borrowed texts in the language of the screen, but for the names. */
typedef struct
{
  const char *name;      /* "tickets", for make () */
  const char *title;     /* 笔试准考证 */
  const char *summary;   /* what it is for, one sentence */
  const char *file_name; /* "002-笔试准考证.pdf" */
  KpStage stage;         /* from which on there is something to print */
} KpPressTitle;

/* Runs in a worker, on a session of its own that may only read. @only (nullable): what has that number alone. Gives a PDF
   document, or an error with a whole sentence. */
typedef GBytes *(*KpPressFunc) (KpSession *session, const char *form, const char *only, gpointer data, GError **error);

/* Set on the window by the program; must outlive it. */
typedef struct
{
  const KpPressTitle *titles;
  guint n_titles;
  KpPressFunc make;
  gpointer data;
} KpPressSource;

G_END_DECLS
