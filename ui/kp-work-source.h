/* kp-work-source.h – how the screens carry out a step without knowing how it is done.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-work-report.h"
#include "kp-identity.h"
#include "kp-progress.h"
#include "kp-seen.h"
#include "kp-stage.h"

G_BEGIN_DECLS

typedef enum
{
  KP_WORK_NONE, /* ends the fields */
  KP_WORK_TEXT,
  KP_WORK_FILE,   /* one that exists */
  KP_WORK_BOOK,   /* a workbook that exists */
  KP_WORK_FOLDER, /* one to be made */
  KP_WORK_PHOTOS, /* a folder that exists, with pictures */
  KP_WORK_REGISTRATIONS, /* a workbook of them: the work has a screen of its own, kp-import-dialog.c */
  KP_WORK_FORM,          /* one of them, typed: kp-register-dialog.c */
  KP_WORK_CHOICE,
  KP_WORK_POST,  /* of the scheme */
  KP_WORK_PAPER, /* of the scheme */
  KP_WORK_STREET, /* of the scheme */
  KP_WORK_SWITCH,
} KpWorkKind;

typedef struct
{
  const char *value;
  const char *label; /* N_() */
} KpWorkChoice;

typedef struct
{
  KpWorkKind kind;
  const char *option; /* (nullable): for run () */
  const char *label;  /* N_() */
  const char *hint;   /* (nullable) N_(): one sentence */
  const KpWorkChoice *choices; /* ended by a NULL value */
  gboolean is_optional;
} KpWorkField;

#define KP_WORK_MAX_FIELDS 10
#define KP_WORK_MAX_WORDS 4

/* One piece of work in a stage. Texts are translated when they are shown. */
typedef struct
{
  const char *name; /* "import-registrations" */
  KpStage stage;    /* under which it stands; KP_N_STAGES: under none, at any time */
  const char *title;
  const char *sentence; /* what it does and what it asks for */
  const char *button;
  gboolean only_reads;
  const char *words[KP_WORK_MAX_WORDS]; /* with + those that stand before the record */
  KpWorkField fields[KP_WORK_MAX_FIELDS];
} KpWork;

typedef struct
{
  const KpWork *work;
  const char *location;
  const char *campaign;
  const char *actor;
  KpIdentity *identity; /* (nullable): who signed in */
  const char *pin;      /* (nullable): of the second person */
  KpSeal *seal;         /* (nullable): of the record, where it is open already */
  KpSeen *seen;         /* (nullable): what the screens had read of the record */
  KpOwnActs *own;       /* (nullable): gets what is written */
  KpProgress *progress; /* (nullable): is told how far long work is, and may cancel it */
  const char *const *values; /* one for each field; NULL = left out, "" for a switch that is on */
} KpWorkOrder;

/* Runs in a worker, on sessions of its own. Fills the report in any case; FALSE with a whole sentence when nothing was
   changed. */
typedef gboolean (*KpWorkFunc) (const KpWorkOrder *order, KpWorkReport *report, gpointer data, GError **error);

/* What a step says to somebody at the command line, in the words of the screens. (transfer full) */
typedef char *(*KpWorkWordsFunc) (const char *sentence);

/* Makes of any picture file the small JPEG that is kept, or says what is wrong with it. Runs in a worker. (transfer full) */
typedef GBytes *(*KpWorkPhotoFunc) (GBytes *file, guint *width, guint *height, GError **error);

/* Set on the window by the program; must outlive it. */
typedef struct
{
  const KpWork *works;
  guint n_works;
  KpWorkFunc run;
  gpointer data;
  KpWorkWordsFunc dup_words; /* (nullable) */
  KpWorkPhotoFunc make_photo;
} KpWorkSource;

G_END_DECLS
