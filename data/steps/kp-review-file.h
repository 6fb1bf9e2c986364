/* kp-review-file.h – one application as a reviewer reads it: what is stated, what the notice asks, who found what.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-judgement.h"
#include "kp-proof-list.h"
#include "kp-review.h"

G_BEGIN_DECLS

/* One condition held against the application. Owned texts. */
typedef struct
{
  char *condition;
  char *label;
  char *clause;
  char *demand;   /* the notice's own sentence */
  char *values;   /* what was looked at */
  char *sentence; /* what the candidate is told as it stands */
  char *refusal;  /* what the candidate is usually told when it isn't met */
  char *reason;   /* (nullable): code of that */
  char *proof;    /* (nullable): the paper that shows it */
  KpVerdict verdict;
  KpVerdict computed;
  guint level;    /* of the latest decision of a person; 0 = the rules alone */
  char *reviewer; /* (nullable): who took it */
  char *note;     /* (nullable): that person's sentence */
  gboolean waits; /* for a second person */
} KpReviewPoint;

/* One claim that has to be proved. Owned texts. */
typedef struct
{
  char *proof;
  char *label;
  char *clause;     /* (nullable) */
  char **papers;    /* that are asked for */
  char **shown;     /* of them */
  char **sources;   /* against which it may be checked; empty = any */
  KpDate by;        /* none = no such day */
  KpDate dated_by;
  KpProofOutcome outcome;
  gboolean is_late;
  char *source;     /* (nullable): as the last word has it; the following too */
  char *checked_on;
  char *dated_on;
  char *reference;
  char *note;
  char *checker;
  gint64 version;   /* of the row; 0 = nothing is written down yet */
} KpReviewProof;

/* Something that the scheme asks besides. Owned texts. */
typedef struct
{
  char *label;
  char *value;
} KpReviewFact;

typedef struct
{
  KpRoster *roster;         /* of this application alone */
  const KpDossier *dossier; /* in it */
  GPtrArray *facts;         /* (element-type KpReviewFact) */
  GPtrArray *points;        /* (element-type KpReviewPoint), in the order of the notice */
  GPtrArray *proofs;        /* (element-type KpReviewProof) */
  KpReviewDeadlines deadlines;
} KpReviewFile;

KpReviewFile *kp_review_file_load (KpSession *session, const char *application, GError **error);
void          kp_review_file_free (KpReviewFile *file);
gboolean      kp_review_point_is_open (const KpReviewPoint *point, const char *actor);
gboolean      kp_review_point_is_asked (const KpReviewPoint *point);
char         *kp_review_point_dup_proposal (const KpReviewPoint *point, KpVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpReviewFile, kp_review_file_free)

G_END_DECLS
