/* kp-scheme-source.h – how the desk at which a scheme is written gets its paper without knowing how it is made.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-scheme-check.h"

G_BEGIN_DECLS

/* The notice of a scheme as a PDF document, or the paper on which the county's own text @wording (nullable) stands; or an error
 * with a whole sentence. Runs in a worker. (transfer full) */
typedef GBytes *(*KpSchemePaperFunc) (const char *json, const char *wording, gpointer data, GError **error);

/* Adds a #KpSchemeProblem for each of the county's own texts that couldn't be printed. */
typedef void (*KpSchemeTextsFunc) (const KpScheme *scheme, GPtrArray *problems);

/* Set by the program; must outlive the windows. */
typedef struct
{
  KpSchemePaperFunc make_paper;
  KpSchemeTextsFunc check_texts;
  gpointer data;
} KpSchemeSource;

G_END_DECLS
