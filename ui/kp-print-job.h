/* kp-print-job.h – sends a finished document to a printer that the user chooses.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @sentence is NULL when the document was handed to the printer, else what went wrong. Not called when the user gave up. */
typedef void (*KpPrintJobFunc) (GtkWidget *widget, const char *sentence);

void kp_print_job_ask (GtkWidget *widget, const char *title, GBytes *pdf, KpPrintJobFunc done);

G_END_DECLS
