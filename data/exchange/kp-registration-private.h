/* kp-registration-private.h – what reading and judging share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-heading.h"
#include "kp-registration.h"

G_BEGIN_DECLS

/* Kinds of faults, in the order in which one row shows them. */
typedef enum
{
  KP_FAULT_ID_MISSING,
  KP_FAULT_ID_LOST_DIGITS,
  KP_FAULT_ID_LENGTH,
  KP_FAULT_ID_CHARACTERS,
  KP_FAULT_ID_CHECK_DIGIT,
  KP_FAULT_ID_DATE,
  KP_FAULT_ID_PROVINCE,
  KP_FAULT_NAME_MISSING,
  KP_FAULT_POST_MISSING,
  KP_FAULT_NO_SUCH_POST,
  KP_FAULT_POST_AMBIGUOUS,
  KP_FAULT_DUPLICATE,
  KP_FAULT_SECOND_POST,
  KP_FAULT_SEX_DIFFERS,
  KP_FAULT_BIRTH_DIFFERS,
  KP_FAULT_PHONE_LENGTH,
  KP_FAULT_POST_DIFFERS,
  KP_FAULT_NAME_CHARACTERS,
  KP_FAULT_DATE_UNREADABLE,
  KP_FAULT_ANSWER_UNREADABLE,
  KP_FAULT_WORD_UNKNOWN,
  KP_FAULT_PHONE_MISSING,
  KP_FAULT_FACT_ANSWER,
  KP_FAULT_FACT_NUMBER,
  KP_N_FAULTS
} KpFaultKind;

/* What judging needs of a row besides what it shows. Strings are in the book's chunk, "" for an empty cell.
 */
typedef struct
{
  const char *id_typed;
  KpCellKind id_kind;
  gboolean code_is_number; /* the post code was typed as a number, so zeros before it are lost */
  const char *code_typed;
  const char *street;
  const char *sex_typed;
  const char *birth_typed;
  KpDate birth;        /* as typed */
  guint8 birth_kind;   /* KpDateText */
  GArray *read_faults; /* (nullable) KpRegistrationFault: of the row alone */
  GArray *faults;      /* (nullable) all of them */
} KpRegistrationExtra;

/* What the columns can mean: the usual fields, then two for each fact of the scheme, the second for the day since when. */
typedef struct
{
  KpHeadingKind kind;
  GPtrArray *defs; /* (element-type KpFactDef) */
  KpHeadingField *fields;
  GStringChunk *words;
} KpRegistrationColumns;

/* One row while it is read. */
typedef struct
{
  KpRegistrationBook *book;
  const KpSheetRow *row;
  KpRegistrationExtra *extra;
  KpCell corrected; /* the cell that was asked for last, as it was corrected */
} KpRegistrationReading;

struct _KpRegistrationBook
{
  KpWorkbook *workbook;
  KpHeading *heading;
  GStringChunk *chunk;
  GArray *rows;   /* KpRegistrationRow */
  GArray *extras; /* KpRegistrationExtra, same index */
  GPtrArray *facts; /* the rows' arrays of KpRegistrationFact, owned */
  KpRegistrationColumns *columns;
  char **missing;
  const char *const *educations; /* (nullable): borrowed */
  const KpRegistrationCorrection *corrections; /* (nullable): borrowed while it is read */
  guint n_corrections;
  GString *corrected; /* which cells, for the journal: "5:姓名; 9:联系电话" */
  char **other_sheets;
};

extern const KpHeadingKind kp_registration_heading_kind;

KpRegistrationColumns *kp_registration_columns_new (GPtrArray *defs);
void kp_registration_columns_free (KpRegistrationColumns *columns);
char **kp_registration_columns_dup_missing (const KpRegistrationColumns *columns, const KpHeading *heading);
KpRegistrationFact *kp_registration_facts_read (KpRegistrationReading *reading, const KpRegistrationColumns *columns);

const char *kp_registration_reading_keep_typed (KpRegistrationReading *reading, guint column);
KpDate kp_registration_reading_get_date (KpRegistrationReading *reading, guint column, const char *title);
void kp_registration_reading_add_fault (
    KpRegistrationReading *reading, KpFaultKind kind, guint column, const char *title, const char *typed);
void kp_registration_book_spread_merges (KpRegistrationBook *book);
KpRegistrationFault kp_registration_fault_make (GStringChunk *chunk,
                                                KpFaultKind kind,
                                                guint sheet_row,
                                                KpRegistrationField field,
                                                const char *title,
                                                const char *typed,
                                                const char *detail);

G_END_DECLS
