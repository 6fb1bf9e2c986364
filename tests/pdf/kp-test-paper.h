/* kp-test-paper.h – reads a printed sheet back: its text, its soundness, its ink.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-sheet.h"
#include "kp-test.h"

/* A rendered page in grey, 0 = black. */
typedef struct
{
  guint width;
  guint height;
  guint8 *dots;
} KpTestPage;

KpFontSet *kp_test_paper_new_fonts (void);

/* Saves the sheet, asserts that qpdf finds it sound, and gives its path. */
char *kp_test_paper_save (KpSheet *sheet, const KpTestFolder *folder);

/* The text of one page (1, 2, …) or of all (0) as poppler copies it out, without blanks and line ends. */
char *kp_test_paper_dup_text (const char *path, guint page);

/* The same as mutool and as poppler's layout reading copy it out; the marks of direction that poppler adds are
 * left out. */
char *kp_test_paper_dup_mutool_text (const char *path);
char *kp_test_paper_dup_layout_text (const char *path);

/* The same as the readers of browsers do, “pdfjs” or “pdfium”; NULL where the second isn't installed: see copy.mjs. */
char *kp_test_paper_dup_browser_text (const char *reader, const char *path);

KpTestPage *kp_test_paper_render (const char *path, guint page, const KpTestFolder *folder);
void kp_test_page_free (KpTestPage *page);

/* Dark dots inside a rectangle of the paper; the page was rendered at 100 dpi. */
guint kp_test_page_count_ink (const KpTestPage *page, const KpRect *rect);

/* What is inked inside a rectangle of a page, to 0.05 mm: with ONLY_RED what is red alone. A page without gives zeros. */
KpRect kp_test_paper_find_ink (
    const char *path, guint page, const KpRect *within, gboolean only_red, const KpTestFolder *folder);

/* Where poppler finds a word on a page: its left and right edge. The word must be there. */
void kp_test_paper_find_word (const char *path, guint page, const char *word, KpLength *left, KpLength *right);

/* A length is what the standard says, to 0.2 mm. */
#define kp_test_assert_place(seen, meant) g_assert_cmpint (ABS ((seen) - (meant)), <=, KP_MM (0.2))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTestPage, kp_test_page_free)
