/* kp-press-register-private.h – what the registers share: rows of texts under bands, filled from the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-form-register.h"
#include "kp-press-private.h"

G_BEGIN_DECLS

/* In the journal; no step of the campaign. */
#define KP_REGISTER_HEADCOUNT_STEP "headcount"

/* One register while it is filled. */
typedef struct
{
  KpPress *press; /* borrowed */
  KpRegisterKind kind;
  GStringChunk *texts;     /* owns what the rows say */
  GPtrArray *cells;        /* texts, row by row */
  GPtrArray *groups;       /* texts, one a row */
  gboolean has_groups;     /* some row has a band */
  const char *subtitle;    /* (nullable) */
  const char *const *notes; /* (nullable): in the place of the usual ones */
  const char *const *lead; /* (nullable): the announcement */
  const char *date;        /* (nullable): in the place of the step's */
  const char *last;        /* (nullable): the latest conclusion so far, an ISO date */
  const char *table_title; /* of the annex to it */
} KpRegisterBook;

/* The announcement before the table, of the form that is made; FALSE with %KP_PDF_ERROR_WORDING. */
gboolean kp_register_set_lead (KpRegisterBook *book, const KpWordingValue *own, guint n_own, GError **error);

/* Copies the texts. */
void kp_register_book_add (KpRegisterBook *book, const char *group, const char *const *cells);

/* Each adds the rows of one register; FALSE with #KP_DATA_ERROR. None may be to add. */
gboolean kp_register_fill_daily (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_review (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_unfit (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_appeals (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_cuts (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_reposts (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_rooms (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_handover (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_entries (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_originals (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_substitutes (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_contacts (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_custody (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_numbers (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_physical (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_background (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_surveys (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_headcount (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_plan (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_bonus_review (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_bonus_notice (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_figures (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_arrivals (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_receipts (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_staff (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_insured (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_physical_list (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_inquiry (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_corrections (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_archive (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_results (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_structure (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_journal (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_contents (KpRegisterBook *book, GError **error);

gboolean kp_register_fill_choices (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_objections (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_departures (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_eligibility (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_leftovers (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_funding (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_proofs (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_erasures (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_files (KpRegisterBook *book, GError **error);
gboolean kp_register_fill_grades (KpRegisterBook *book, GError **error);

G_END_DECLS
