/* kp-form-ticket.h – admission tickets (准考证), two on a sheet of A4 with a cut line.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

/* The photo of ticket INDEX; transfer full, nullable: an empty box is drawn. NULL with ERROR when the record can't be read. */
typedef GBytes *(*KpTicketPhoto) (gsize index, gpointer data, GError **error);

/* What all tickets of one batch share. */
typedef struct
{
  const char        *campaign; /* "云岭县2026年公开招聘社区专职工作人员" */
  const char        *title;    /* nullable: "笔试准考证" when NULL */
  const char *const *rules;    /* 考生须知 without numbers, NULL-terminated; nullable = the usual eight */
  const char        *issuer;   /* "云岭县社区专职工作人员招聘工作领导小组办公室" */
  KpTicketPhoto      get_photo; /* nullable: asked when a ticket without a photo is drawn, so that one is in memory */
  gpointer           photo_data;
} KpTicketBatch;

typedef struct
{
  const char          *name;
  const char          *sex;       /* "男" or "女" */
  const char          *id_number; /* whole: invigilators compare it */
  const char          *number;    /* ticket number, fixed width text */
  const char          *post;      /* "A01 综合岗(城关街道)" */
  const char          *site;      /* "云岭县第一中学" */
  const char          *address;   /* nullable */
  const char          *room;      /* "03" */
  const char          *seat;      /* "07" */
  const KpFormSession *sessions;  /* one to four */
  gsize                n_sessions;
  GBytes              *photo;     /* nullable: a verified JPEG; without it an empty box is drawn */
  const char          *qr;        /* nullable: whole text of the QR code */
} KpTicketFacts;

gboolean kp_form_ticket_draw (KpSheet              *sheet,
                              const KpTicketBatch  *batch,
                              const KpTicketFacts  *tickets,
                              gsize                 n_tickets,
                              GError              **error);
