/* kp-form-sample.h – made-up facts of every form in any number, with the texts that must be found.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-form-contract.h"
#include "kp-form-ticket.h"
#include "kp-sheet.h"

/* Owns the texts of the facts; remembers those that the paper must show. */
typedef struct
{
  GStringChunk *texts;
  GPtrArray    *expected; /* borrowed from the chunk or from constants */
} KpFormSample;

typedef gboolean (*KpFormSampleDraw) (KpFormSample *sample, KpSheet *sheet, guint n, GError **error);

/* One form as the tests run it. */
typedef struct
{
  const char      *name;
  KpFormSampleDraw draw;
  guint            least; /* fewest rows that make sense */
  guint            most;  /* most rows that make sense: a room ends at 40 */
} KpFormSampleForm;

KpFormSample *kp_form_sample_new (void);
void kp_form_sample_free (KpFormSample *sample);
const KpFormSampleForm *kp_form_sample_get_forms (guint *n_forms);
const KpFormSampleForm *kp_form_sample_get_room_forms (guint *n_forms);
const KpFormSampleForm *kp_form_sample_get_office_forms (guint *n_forms);

/* For the tests of single forms. */
KpFontSet *kp_form_sample_new_fonts (void);
const char *kp_form_sample_get_name (guint index);
void kp_form_sample_fill_ticket (KpFormSample *sample, guint index, KpTicketFacts *ticket);
void kp_form_sample_fill_contract (KpFormSample *sample, guint index, KpContractFacts *facts);
GBytes *kp_form_sample_new_photo (void); /* a grey JPEG of 30 × 42 dots */
extern const KpTicketBatch kp_form_sample_batch;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFormSample, kp_form_sample_free)
