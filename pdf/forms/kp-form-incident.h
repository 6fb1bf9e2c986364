/* kp-form-incident.h – the papers of a breach of exam discipline: record of facts, notice of rights, decision.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef struct
{
  const char *campaign;
  const char *issuer;
  const char *number;      /* "第1号" */
  const char *name;
  const char *id_number;   /* masked */
  const char *ticket;
  const char *post;
  const char *paper;       /* "综合能力测试" */
  const char *place;       /* "第一中学 第003考场 07号座" */
  const char *recorded_on; /* "2026年3月28日" */
  const char *article;     /* "第六条" */
  const char *acts;        /* what the article is about */
  const char *facts;
  const char *evidence;    /* nullable */
  const char *recorders;   /* "张三、李四" */
  gboolean    has_refused; /* the candidate didn't sign the record */
  const char *proposed;    /* what the article has as its consequence */
  const char *informed_on; /* nullable */
  const char *statement;   /* nullable: nothing was stated */
  const char *consequence; /* nullable before the decision, and when it was dismissed */
  const char *decided_on;  /* nullable before the decision */
  const char *kept;        /* nullable: "五年", "长期" */
  const char *served_on;   /* nullable */
  const char *served_how;  /* nullable */
  const char *qr;          /* nullable: whole text of the QR code */
  const char *wording;     /* nullable: the county's own text of the notice or the decision */
  const KpFormHead *head;  /* nullable; the record of the room has none */
} KpIncidentFacts;

gboolean kp_form_incident_check_wording (const char *wording, GError **error);
gboolean kp_form_incident_draw_record   (KpSheet *sheet, const KpIncidentFacts *facts, GError **error);
gboolean kp_form_incident_draw_notice   (KpSheet *sheet, const KpIncidentFacts *facts, GError **error);
gboolean kp_form_incident_draw_decision (KpSheet *sheet, const KpIncidentFacts *facts, GError **error);
