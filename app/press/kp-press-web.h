/* kp-press-web.h – a published list for the county's web page: what the printed paper shows, as .html and .xlsx.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-form-parts.h"
#include "kp-list.h"

G_BEGIN_DECLS

/* Owned. */
typedef struct
{
  GString *html;
  KpList *list;
} KpPressWeb;

/* A KpFormListener; its data is a KpPressWeb. */
void kp_press_web_take (const KpFormListing *listing, gpointer data);
gboolean kp_press_web_save (const KpPressWeb *web, const char *pdf_path, GPtrArray *files, GError **error);
void kp_press_web_clear (KpPressWeb *web);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpPressWeb, kp_press_web_clear)

G_END_DECLS
