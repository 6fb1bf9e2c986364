/* kp-form-audit.h – the sheet that a supervisor signs after going through a record (监督检查表).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

/* A file of the folder that the sheet belongs to. */
typedef struct
{
  const char *name;   /* "日志.csv" */
  const char *rows;   /* nullable: "12035" */
  const char *digest; /* 64 hex digits */
} KpAuditFileRow;

typedef struct
{
  KpFormList            list;     /* title, digests, QR */
  const char           *campaign;
  const char           *journal;  /* "12,035 行，末端 d38edeef9127…" */
  const char           *verdict;  /* whether record and journal agree */
  const char           *draws;    /* how many, how many again, how many refused */
  const char           *changes;  /* corrections, amendments, decisions */
  const char           *alone;    /* where one person stood at both ends */
  const char           *odd;      /* what looks odd in the marks */
  const char           *posts;    /* posts whose own conditions left too few */
  const char           *sums;     /* digest over the files' digests */
  const KpAuditFileRow *files;
  gsize                 n_files;
} KpAuditFacts;

gboolean kp_form_audit_draw (KpSheet *sheet, const KpAuditFacts *facts, GError **error);
