/* kp-form-reader.h – reads a drawn sheet back with other people's programs: text, places of words, ink.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-sheet.h"
#include "kp-test.h"

/* A word as poppler finds it, in points from the upper left corner of its page. */
typedef struct
{
  guint  page; /* from 1 */
  double x1, y1, x2, y2;
  double page_width, page_height;
  char  *text;
} KpFormWord;

typedef struct
{
  KpTestFolder *folder;
  char         *path;
  char         *text;  /* of all pages, without any blank */
  GPtrArray    *words; /* KpFormWord */
} KpFormReader;

KpFormReader *kp_form_reader_new (KpSheet *sheet);
void kp_form_reader_free (KpFormReader *reader);
char *kp_form_reader_squeeze (const char *text);
void kp_form_reader_assert_shows (const KpFormReader *reader, const char *text);
void kp_form_reader_assert_hides (const KpFormReader *reader, const char *text);
void kp_form_reader_assert_inside (const KpFormReader *reader);
void kp_form_reader_assert_valid (const KpFormReader *reader);
const KpFormWord *kp_form_reader_find (const KpFormReader *reader, const char *text);
double kp_form_reader_measure_ink (const KpFormReader *reader, const KpFormWord *word, guint n_parts,
                                   guint part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFormReader, kp_form_reader_free)
