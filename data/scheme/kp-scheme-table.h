/* kp-scheme-table.h – a scheme as tables: one sheet for what stands alone, one for each list of objects.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-json.h"

G_BEGIN_DECLS

/* One sheet. */
typedef struct
{
  gchar     *name; /* 岗位, 岗位-岗位条件, 笔试-考点-考场 */
  GPtrArray *rows; /* (element-type GStrv): the headings first */
} KpSchemeSheet;

GPtrArray     *kp_scheme_to_sheets (const KpScheme *scheme);
KpScheme      *kp_scheme_from_sheets (const GPtrArray *sheets,
                                      GPtrArray      **problems,
                                      GError         **error);

KpSchemeSheet *kp_scheme_sheet_new (const char *name);
void           kp_scheme_sheet_free (KpSchemeSheet *sheet);
GBytes        *kp_scheme_sheet_to_csv (const KpSchemeSheet *sheet);
GBytes        *kp_scheme_sheets_to_xlsx (const GPtrArray *sheets,
                                         GError         **error);
GPtrArray     *kp_scheme_sheets_load (const char *path,
                                      GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpSchemeSheet, kp_scheme_sheet_free)

G_END_DECLS
