/* kp-step-register.h – 现场报名: one applicant's form, typed at the counter.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-registration-form.h"
#include "kp-registration.h"
#include "kp-step-photo.h"

G_BEGIN_DECLS

/* One field that the form asks for. */
typedef struct
{
  KpRegistrationField field; /* KP_REGISTRATION_N_FIELDS: a fact of the scheme */
  const char *title;         /* borrowed from the scheme or the program */
  const char *const *words;  /* (nullable): to choose from, NULL-terminated; borrowed as the title */
  gboolean is_post;          /* chosen from the posts of the scheme */
} KpFormField;

/* A form as it was read and judged. */
typedef struct
{
  KpRegistrationBook *book;
  const KpRegistrationRow *row; /* borrowed from the book */
  char *application; /* (nullable): the number under which this person has applied already */
  char *post;        /* (nullable): and for which post */
} KpFormCheck;

GArray      *kp_step_list_form_fields (const KpScheme *scheme); /* of KpFormField, in the order of a form */
KpFormCheck *kp_step_check_form (KpSession *session, const KpFormCell *cells, guint n_cells, GError **error);
void         kp_form_check_free (KpFormCheck *check);
char        *kp_step_register (KpSession *session, const KpFormCell *cells, guint n_cells, const KpPhotoRow *photo,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFormCheck, kp_form_check_free)

G_END_DECLS
