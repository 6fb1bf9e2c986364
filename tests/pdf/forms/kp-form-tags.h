/* kp-form-tags.h – is a tagged PDF's structure what ISO 32000-1, 14.7 and 14.8, says, and is nothing outside of it?
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Counts of what a document's structure holds. */
typedef struct
{
  guint n_elements;
  guint n_marks; /* content of elements */
  guint n_artifacts;
  guint n_headings;
  guint n_tables;
  guint n_figures;
} KpFormTags;

/* Ends the test at the first fault of the document at PATH. */
void kp_form_tags_check (const char *path, KpFormTags *tags);
