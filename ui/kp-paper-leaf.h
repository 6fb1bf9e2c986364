/* kp-paper-leaf.h – one page of a document as it will be printed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <poppler.h>

G_BEGIN_DECLS

#define KP_TYPE_PAPER_LEAF (kp_paper_leaf_get_type ())
G_DECLARE_FINAL_TYPE (KpPaperLeaf, kp_paper_leaf, KP, PAPER_LEAF, GtkWidget)

void kp_paper_leaf_set_page (KpPaperLeaf *leaf, PopplerPage *page);

G_END_DECLS
