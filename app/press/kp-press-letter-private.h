/* kp-press-letter-private.h – one letter being made: the values of its wording and the rows of its table.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-form-letter.h"
#include "kp-press-work-private.h"

G_BEGIN_DECLS

/* What several letters are made from, read once. */
typedef struct
{
  KpPress *press;      /* borrowed */
  GPtrArray *findings; /* KpFindingRecord, by application */
  GPtrArray *terms;    /* KpReviewTerm */
  const char *date;    /* (nullable): on which the step of the letter was done */
  KpPressWorks works;  /* read for letters about a contract alone */
} KpLetterBook;

/* Texts live as long as the press. */
typedef struct
{
  KpLetterBook *book;       /* borrowed */
  const KpDossier *dossier; /* (nullable): an empty form */
  GArray *values;           /* KpWordingValue */
  GArray *rows;             /* KpLetterRow */
  const char *id;           /* registration number; of a sealed hearing its room and number; "" for an empty form */
  const char *addressee;    /* (nullable) */
  const char *who;          /* (nullable): on the slip */
  const char *date;         /* (nullable): of the record; else that of the letter's step */
  const KpEmployment *work; /* (nullable): of a letter about a contract */
  const char *issuer;       /* (nullable): in the place of the committee */
  const char *number;       /* (nullable): as recorded, in the place of the usual one */
} KpLetter;

gboolean kp_letter_book_load (KpLetterBook *book, KpPress *press, GError **error);
void kp_letter_book_clear (KpLetterBook *book);

void kp_letter_set (KpLetter *letter, const char *name, const char *value);
void kp_letter_set_optional (KpLetter *letter, const char *name, const char *value);
void kp_letter_add_row (KpLetter *letter, const char *label, const char *value);
void kp_letter_fill_person (KpLetter *letter);
void kp_letter_fill_nobody (KpLetter *letter);
void kp_letter_fill_common (KpLetter *letter);

/* Whom a letter goes to. */
gboolean kp_letter_is_unqualified (const KpDossier *dossier);
gboolean kp_letter_wants_supplement (const KpDossier *dossier);
gboolean kp_letter_is_interviewed (const KpDossier *dossier);
gboolean kp_letter_is_substitute (const KpDossier *dossier);
const char *kp_letter_get_substitute_stage (const KpDossier *dossier);
gboolean kp_letter_has_mark (const KpDossier *dossier);
gboolean kp_letter_is_examined (const KpDossier *dossier);
gboolean kp_letter_is_hired (const KpDossier *dossier);

/* What it says. */
void kp_letter_fill_unqualified (KpLetter *letter);
void kp_letter_fill_supplement (KpLetter *letter);
void kp_letter_fill_interview (KpLetter *letter);
void kp_letter_fill_substitute (KpLetter *letter);
void kp_letter_fill_mark (KpLetter *letter);
void kp_letter_fill_physical (KpLetter *letter);
void kp_letter_fill_hire (KpLetter *letter);
void kp_letter_fill_waiver (KpLetter *letter);
void kp_letter_fill_consent (KpLetter *letter);
void kp_letter_fill_service (KpLetter *letter);
void kp_letter_fill_pledge (KpLetter *letter);
void kp_letter_fill_privacy (KpLetter *letter);
void kp_letter_fill_receipt (KpLetter *letter);
void kp_letter_fill_recusal (KpLetter *letter);
void kp_letter_fill_retest (KpLetter *letter);
void kp_letter_fill_objection (KpLetter *letter);
void kp_letter_fill_recheck (KpLetter *letter);
void kp_letter_fill_renew (KpLetter *letter);
void kp_letter_fill_change (KpLetter *letter);
void kp_letter_fill_handing (KpLetter *letter);

/* Of a conversion. */
gboolean kp_letter_is_converted (const KpDossier *dossier);
void kp_letter_fill_transfer (KpLetter *letter);
void kp_letter_fill_agreement (KpLetter *letter);
void kp_letter_fill_years (KpLetter *letter);
void kp_letter_fill_grade (KpLetter *letter);

/* About a contract: whether the record carries the letter, FALSE with %KP_PRESS_ERROR_NOTHING and what is missing. */
gboolean kp_letter_check_confirm (const KpLetterBook *book, const KpEmployment *work, GError **error);
gboolean kp_letter_check_union (const KpLetterBook *book, const KpEmployment *work, GError **error);
gboolean kp_letter_check_terminate (const KpLetterBook *book, const KpEmployment *work, GError **error);
gboolean kp_letter_check_ended (const KpLetterBook *book, const KpEmployment *work, GError **error);
gboolean kp_letter_check_expiry (const KpLetterBook *book, const KpEmployment *work, GError **error);
void kp_letter_fill_confirm (KpLetter *letter);
void kp_letter_fill_union (KpLetter *letter);
void kp_letter_fill_terminate (KpLetter *letter);
void kp_letter_fill_ended (KpLetter *letter);
void kp_letter_fill_expiry (KpLetter *letter);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpLetterBook, kp_letter_book_clear)

G_END_DECLS
