/* kp-form-head.h – the red head and the colophon that a county's papers bear, whatever their form.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-official.h"

/* Both by GB/T 9704-2012; each nullable. */
typedef struct
{
  const KpOfficialHead     *head;
  const KpOfficialColophon *colophon;
} KpFormHead;

gboolean kp_form_head_draw          (KpSheet                *sheet,
                                     const KpFormHead       *head,
                                     const KpOfficialLayout *layout,
                                     const KpOfficialPart   *parts,
                                     guint                   n_parts,
                                     const KpFrame          *frame,
                                     GError                **error);
guint    kp_form_head_count_pages   (KpSheet                *sheet,
                                     const KpFormHead       *head,
                                     const KpOfficialLayout *layout,
                                     const KpOfficialPart   *parts,
                                     guint                   n_parts);
guint    kp_form_head_count_end     (const KpFormHead *head, guint n_pages);
gboolean kp_form_head_draw_end      (KpSheet *sheet, const KpFormHead *head, const KpFrame *frame, GError **error);
