/* kp-years.h – 历年统计: who was recruited, year by year, from records and from sheets typed from paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"
#include "kp-year-sheet.h"

G_BEGIN_DECLS

typedef struct _KpYearBook KpYearBook;

/* One class of people in one year; texts belong to the years. */
typedef struct
{
  const char *trait;
  const char *name;
  guint year;
  gint64 n[KP_YEAR_N_NUMBERS]; /* KP_YEAR_UNTOLD where nobody tells */
  gint64 all;                  /* employed in that year; KP_YEAR_UNTOLD */
  gint64 before;               /* employed of this class the year before; KP_YEAR_UNTOLD */
  KpFraction per_10k;          /* of the line of all; unknown */
} KpYearLine;

KpYearBook          *kp_years_new (void);
void              kp_years_free (KpYearBook *years);
gboolean          kp_years_add_record (KpYearBook *years, KpSession *session, GError **error);
gboolean          kp_years_add_sheet (KpYearBook *years, const char *path, GError **error);
const KpYearLine *kp_years_list (KpYearBook *years, guint *n_lines);
char             *kp_year_line_dup_share (const KpYearLine *line);
char             *kp_year_line_dup_change (const KpYearLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpYearBook, kp_years_free)

G_END_DECLS
