/* kp-form-parts.h – facts and parts that several printed forms share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Rules for all facts structs of pdf/forms:
 * every `const char *` is UTF-8, borrowed for the length of the call, and already formatted by the caller
 * (marks, dates and numbers are text; names on published lists are already masked). "nullable" says that NULL
 * prints nothing and, in a table, that a column in which every row is NULL is left out. Arrays are a pointer
 * and a count; arrays of strings end with NULL. A form appends its own pages to the sheet and never saves it,
 * so a batch is one document. */

#include <glib.h>

#include "kp-form-head.h"
#include "kp-text.h"

/* A list as it is about to be printed, for whoever makes another form of it. All borrowed. */
typedef struct
{
  const KpOfficialPart *lead;        /* nullable: the announcement */
  guint                 n_lead;
  const char           *title;       /* of the table */
  const char           *edition;     /* nullable */
  const char *const    *headings;    /* n_columns of them */
  guint                 n_columns;
  const char *const    *cells;       /* nullable: n_rows × n_columns texts, each nullable */
  guint                 n_rows;
  const char *const    *groups;      /* nullable: n_rows texts, each nullable */
  const char *const    *notes;       /* nullable: NULL-terminated */
  const char           *issuer;      /* nullable */
  const char           *date;        /* nullable */
  const KpFrame        *frame;       /* digests and code */
} KpFormListing;

typedef void (*KpFormListener) (const KpFormListing *listing, gpointer data);

/* The head and foot of a published or signed list. */
typedef struct
{
  const char         *title;         /* "\n" chooses a line break; else broken and centred by the form */
  const char         *number;        /* nullable: number or version of the list, "第1号" */
  const char *const  *lead;          /* nullable: the announcement, NULL-terminated; printed by GB/T 9704 on
                                        pages of its own, signed there; the table follows as its annex */
  const char         *table_title;   /* nullable: title of the table after a lead; NULL = title */
  const char *const  *notes;         /* nullable: paragraphs below the table, NULL-terminated */
  const char         *empty;         /* nullable: the sentence in place of a table without rows */
  const char         *issuer;        /* nullable: signs the lead, or the table when there is no lead */
  const char         *date;          /* nullable: "2026年6月10日", below the issuer */
  const char         *scheme_digest; /* nullable: lower-case hex, its beginning is printed */
  const char         *list_digest;   /* nullable: lower-case hex of the list, its beginning is printed */
  const char         *journal_head;  /* nullable: lower-case hex of the journal's last link, likewise */
  const char         *qr;            /* nullable: the whole text of the QR code (kind, number, digest) */
  const KpFormHead   *head;          /* nullable: red head and colophon of the lead */
  KpFormListener      listener;      /* nullable: is told what is printed */
  gpointer            listener_data;
} KpFormList;

/* One sitting of one paper, as the candidate reads it. */
typedef struct
{
  const char *paper; /* "社区工作综合能力测试" */
  const char *time;  /* "2026年3月28日 9:00—11:00" */
  const char *entry; /* nullable: "8:30 开始入场,9:30 后禁止入场" */
} KpFormSession;

/* One place in a room. Columns count from the door side, rows from the blackboard, both from 1. */
typedef struct
{
  guint       column;
  guint       row;
  const char *seat;   /* "07" */
  const char *ticket; /* nullable */
  const char *name;   /* nullable */
  const char *post;   /* nullable: post code */
} KpFormSeat;

/* The seats of one room. */
typedef struct
{
  guint             n_columns;
  guint             n_rows;
  const KpFormSeat *seats;
  gsize             n_seats;
  gboolean          door_is_back;  /* the door is behind the last row */
  gboolean          door_is_right; /* seen by a candidate who faces the blackboard; turns the chart over */
} KpFormSeatPlan;

/* The slip below an official paper that is handed to somebody; a block of that many lines of the standard layout. */
#define KP_FORM_SLIP_LINES 7
#define KP_FORM_SLIP_LINES_SHORT 4

typedef struct
{
  const char        *heading;
  const char        *note;    /* what was handed to whom */
  const char *const *signers; /* NULL-terminated */
  gboolean           is_short; /* at most four sign, in one row */
} KpFormSlip;

/* Draws one of the facts of a sheet of labels into its box. */
typedef void (*KpFormLabel) (KpSheet *sheet, const KpRect *box, gconstpointer facts);

/* Below: parts that the forms draw with; callers of forms don't need them. */

KpTextStyle kp_form_style            (KpFontStyle font, KpLength size);
void        kp_form_text             (KpSheet *sheet, const char *place, KpFontStyle font, KpLength size,
                                      const KpRect *box, KpAlign align, const char *text);
const char *kp_form_cut              (const char *text, glong most, GStringChunk *texts);
void        kp_form_draw_field       (KpSheet *sheet, const char *place, const KpRect *box,
                                      KpLength label_width, const char *label, const KpTextStyle *style,
                                      KpAlign align, const char *value);
void        kp_form_draw_photo       (KpSheet *sheet, const KpRect *box, GBytes *photo);
KpLength    kp_form_measure_signers  (const char *const *signers);
void        kp_form_draw_signers     (KpSheet *sheet, const KpRect *area, const char *const *signers);
void        kp_form_draw_pairs       (KpSheet *sheet, KpRect *rest, const char *const *roles);
void        kp_form_draw_slip        (KpSheet *sheet, const KpRect *area, gpointer data);
KpLength    kp_form_measure_sessions (gsize n_sessions);
void        kp_form_draw_sessions    (KpSheet *sheet, const char *place, const KpRect *area,
                                      const KpFormSession *sessions, gsize n_sessions, KpLength size);
gboolean    kp_form_draw_labels      (KpSheet *sheet, gconstpointer labels, gsize label_size, gsize n_labels,
                                      KpFormLabel draw, GError **error);
void        kp_form_draw_seat_plan   (KpSheet *sheet, const char *place, const KpRect *area,
                                      const KpFormSeatPlan *plan, gboolean with_names);
