/* kp-form-head.c – the red head and the colophon that a county's papers bear, whatever their form.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A paper that is text alone ends with its colophon. Where tables follow as annexes, the colophon comes after them, on the
 * last even page (GB/T 9704-2012, 7.4), which then has nothing else. */

#include "kp-form-head.h"

static KpOfficialPaper
make_paper (const KpFormHead       *head,
            const KpOfficialLayout *layout,
            const KpOfficialPart   *parts,
            guint                   n_parts,
            const KpFrame          *frame)
{
  return (KpOfficialPaper){ .layout = layout,
                            .head = head != NULL ? head->head : NULL,
                            .parts = parts,
                            .n_parts = n_parts,
                            .frame = frame };
}

/**
 * kp_form_head_draw:
 * @sheet: gets the pages
 * @head: (nullable): what the paper bears
 * @layout: of the text
 * @parts: the text
 * @n_parts: at least 1
 * @frame: (nullable): the foot
 * @error: return location
 *
 * Appends a paper that is text alone, from head to colophon; before annexes, clear the colophon of a copy of @head.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR, such as a head that leaves no room for text
 */
gboolean
kp_form_head_draw (KpSheet                *sheet,
                   const KpFormHead       *head,
                   const KpOfficialLayout *layout,
                   const KpOfficialPart   *parts,
                   guint                   n_parts,
                   const KpFrame          *frame,
                   GError                **error)
{
  KpOfficialPaper paper = make_paper (head, layout, parts, n_parts, frame);

  paper.colophon = head != NULL ? head->colophon : NULL;
  return kp_official_draw_paper (sheet, &paper, error);
}

/**
 * kp_form_head_count_pages:
 *
 * Returns: the pages of the text under its head, without a colophon
 */
guint
kp_form_head_count_pages (KpSheet                *sheet,
                          const KpFormHead       *head,
                          const KpOfficialLayout *layout,
                          const KpOfficialPart   *parts,
                          guint                   n_parts)
{
  const KpOfficialPaper paper = make_paper (head, layout, parts, n_parts, NULL);

  return kp_official_count_paper_pages (sheet, &paper);
}

/**
 * kp_form_head_count_end:
 * @head: (nullable): what the paper bears
 * @n_pages: of text and annexes
 *
 * Returns: the pages that kp_form_head_draw_end() adds
 */
guint
kp_form_head_count_end (const KpFormHead *head,
                        guint             n_pages)
{
  if (head == NULL || head->colophon == NULL)
    return 0;
  return n_pages % 2 == 0 ? 2 : 1;
}

/**
 * kp_form_head_draw_end:
 * @sheet: gets the pages
 * @head: (nullable): what the paper bears
 * @frame: whose first page is the one after the annexes
 * @error: return location
 *
 * Appends the colophon behind annexes, when there is one.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_head_draw_end (KpSheet          *sheet,
                       const KpFormHead *head,
                       const KpFrame    *frame,
                       GError          **error)
{
  const KpOfficialPart nothing = { .kind = KP_OFFICIAL_BLANK };
  KpOfficialPaper paper = make_paper (NULL, kp_official_get_standard_layout (), &nothing, 1, frame);

  if (head == NULL || head->colophon == NULL)
    return TRUE;
  paper.colophon = head->colophon;
  return kp_official_draw_paper (sheet, &paper, error);
}
