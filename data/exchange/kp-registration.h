/* kp-registration.h – registrations read from a workbook and judged row by row.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "kp-date.h"
#include "kp-facts.h"

G_BEGIN_DECLS

typedef enum
{
  KP_REGISTRATION_OK,
  KP_REGISTRATION_WARN,    /* taken over, with a remark to look at */
  KP_REGISTRATION_REJECT,  /* not taken over */
  KP_REGISTRATION_CONFLICT /* the same person again: a clerk decides */
} KpRegistrationVerdict;

typedef enum
{
  KP_REGISTRATION_FIELD_SERIAL, /* 序号, 报名序号 */
  KP_REGISTRATION_FIELD_NAME,
  KP_REGISTRATION_FIELD_SEX,
  KP_REGISTRATION_FIELD_ETHNIC,
  KP_REGISTRATION_FIELD_BIRTH,
  KP_REGISTRATION_FIELD_ID_NUMBER,
  KP_REGISTRATION_FIELD_POLITICAL,
  KP_REGISTRATION_FIELD_EDUCATION,
  KP_REGISTRATION_FIELD_DEGREE,
  KP_REGISTRATION_FIELD_SCHOOL, /* also 毕业院校及专业 in one column */
  KP_REGISTRATION_FIELD_MAJOR,
  KP_REGISTRATION_FIELD_GRADUATED,
  KP_REGISTRATION_FIELD_PHONE,
  KP_REGISTRATION_FIELD_POST_CODE,
  KP_REGISTRATION_FIELD_POST_NAME,
  KP_REGISTRATION_FIELD_STREET,
  KP_REGISTRATION_FIELD_VETERAN,
  KP_REGISTRATION_FIELD_CERTIFICATE,
  KP_REGISTRATION_FIELD_GRID_SINCE,
  KP_REGISTRATION_FIELD_RESIDENCE,
  KP_REGISTRATION_FIELD_ADDRESS,
  KP_REGISTRATION_FIELD_EMPLOYER,
  KP_REGISTRATION_FIELD_EMAIL,
  KP_REGISTRATION_FIELD_REMARK,
  KP_REGISTRATION_N_FIELDS
} KpRegistrationField;

/* What a row states of a fact that the scheme declares, as the record keeps it: yes, no (also: there is no such thing), a
   word, a place, an ISO date or a number; "" = the field is empty. */
typedef struct
{
  const char *value;
  KpDate since; /* of a place */
} KpRegistrationFact;

/* One application in standard words. Text is never NULL ("" = not given); a date with year 0 was not given.
   Birth and sex are those of the ID number. Borrowed from the book. */
typedef struct
{
  const char *name;
  const char *id_number; /* 18 places, upper case */
  const char *sex;       /* 男 or 女 */
  KpDate birth;
  const char *ethnic;    /* 汉族 … */
  const char *political; /* 中共党员 … */
  const char *education; /* 初中 中专 高中 大专 本科 硕士 博士, or as typed when unknown */
  const char *degree;    /* 学士 硕士 博士 */
  const char *school;
  const char *major;
  KpDate graduated;
  const char *phone;
  const char *post_code; /* as in the list of posts */
  const char *post_name; /* as typed */
  gboolean is_veteran;
  const char *certificate; /* 助理社会工作师 社会工作师 高级社会工作师 */
  KpDate grid_since;
  const char *residence;
  const char *address;
  const char *employer;
  const char *email;
  const char *remark;
  const KpRegistrationFact *facts; /* one for each of the options' facts; NULL = none are asked for */
} KpRegistration;

/* One thing wrong with a row. */
typedef struct
{
  const char *code;              /* id_check_digit … see tests/real/README.md and kp-registration-judge.c */
  KpRegistrationVerdict verdict; /* what this fault alone makes of the row; OK = a mere note */
  KpRegistrationField field; /* KP_REGISTRATION_N_FIELDS = a fact of the scheme */
  const char *title;   /* what its column is called, Chinese */
  const char *value;   /* as typed, masked where personal */
  const char *message; /* a whole Chinese sentence */
  const char *trouble; /* the same without row, field and value: for where they are seen */
} KpRegistrationFault;

typedef struct
{
  guint sheet_row;
  KpRegistrationVerdict verdict;
  gboolean is_already_recorded; /* the record holds this very application: nothing to do */
  guint first_row;              /* of a conflict: the sheet row of the application, 0 = it is in the record */
  KpRegistration registration;
  guint n_faults;
  const KpRegistrationFault *faults; /* the weightiest first */
} KpRegistrationRow;

typedef struct
{
  const char *code;
  const char *name;
  const char *street;
} KpRegistrationPost;

/* What the record already holds for @id_number: borrowed until the next call, or NULL. */
typedef const KpRegistration *(*KpRegistrationKnownFunc) (const char *id_number, gpointer user_data);

/* What somebody typed in place of a cell. */
typedef struct
{
  guint sheet_row;
  KpRegistrationField field;
  const char *text;
} KpRegistrationCorrection;

typedef struct
{
  const char *sheet;   /* nullable: the first sheet with a heading that is understood */
  const char *mapping; /* nullable: "身份证号=F,姓名=B" or "身份证号=证件编号" */
  GPtrArray *facts; /* nullable, KpFactDef: what the scheme asks for besides; the book keeps a reference */
  const char *const *educations; /* nullable: the words that the scheme equates with an education */
  const KpRegistrationCorrection *corrections; /* nullable */
  guint n_corrections;
} KpRegistrationOptions;

typedef struct _KpRegistrationBook KpRegistrationBook;

KpRegistrationBook *
kp_registration_book_read (const char *path, const KpRegistrationOptions *options, GError **error);
KpRegistrationBook *
kp_registration_book_read_bytes (GBytes *bytes, const KpRegistrationOptions *options, GError **error);
void kp_registration_book_free (KpRegistrationBook *book);
void kp_registration_book_judge (KpRegistrationBook *book,
                                 const KpRegistrationPost *posts,
                                 guint n_posts,
                                 const KpDate *latest_birth,
                                 KpRegistrationKnownFunc known,
                                 gpointer user_data);
const KpRegistrationRow *kp_registration_book_get_rows (KpRegistrationBook *book, guint *n_rows);
const char *kp_registration_book_get_digest (KpRegistrationBook *book);
const char *kp_registration_book_get_sheet (KpRegistrationBook *book);
const char *const *kp_registration_book_get_other_sheets (KpRegistrationBook *book);
const GPtrArray *kp_registration_book_get_facts (KpRegistrationBook *book);
const char *const *kp_registration_book_get_missing (KpRegistrationBook *book);
guint kp_registration_book_get_n_columns (KpRegistrationBook *book);
const char *kp_registration_book_get_column_title (KpRegistrationBook *book, guint column);
gint kp_registration_book_get_column (KpRegistrationBook *book, KpRegistrationField field);
guint kp_registration_book_get_heading_row (KpRegistrationBook *book);
const char *kp_registration_book_get_corrected (KpRegistrationBook *book);
char *kp_registration_fact_dup_since_title (const KpFactDef *def);
const char *kp_registration_field_get_title (KpRegistrationField field);
const char *kp_registration_verdict_get_word (KpRegistrationVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpRegistrationBook, kp_registration_book_free)

G_END_DECLS
