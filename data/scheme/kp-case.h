/* kp-case.h – made-up applicants held against a scheme: what would the rules give.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define KP_CASE_FORM 1
#define KP_CASE_ERROR (kp_case_error_quark ())

typedef enum
{
  KP_CASE_ERROR_READ,    /* the file can't be read */
  KP_CASE_ERROR_SYNTAX,  /* no JSON, or no cases */
  KP_CASE_ERROR_REFUSED, /* values that the form refuses */
} KpCaseError;

GQuark kp_case_error_quark (void);

/* What a notice states, and where its scheme says it. */
typedef struct
{
  gchar   *rule;
  gchar  **paths;          /* written.line, totals.0.ties */
  gboolean is_informative; /* decides about nobody: needs no case */
} KpStatedRule;

typedef struct
{
  gchar      *rule;
  JsonObject *body;    /* persons, events, decisions, dates */
  JsonObject *expect;  /* (nullable) */
  JsonObject *without; /* (nullable): merge patch that takes the rule out of the scheme */
  JsonObject *then;    /* (nullable): what it gives without the rule */
} KpCase;

typedef struct
{
  gchar      *title;
  GPtrArray  *stated; /* (element-type KpStatedRule) */
  GPtrArray  *cases;  /* (element-type KpCase) */
} KpCaseFile;

KpCaseFile *kp_case_file_load (const char *path,
                               GError    **error);
void        kp_case_file_free (KpCaseFile *file);

JsonObject *kp_case_run (const KpCase   *item,
                         const KpScheme *scheme,
                         GError        **error);
gboolean    kp_case_check (const KpCase   *item,
                           const KpScheme *scheme,
                           GError        **error);
GPtrArray  *kp_case_compare (JsonObject *expected,
                             JsonObject *actual);
gchar      *kp_case_patch_scheme (const char *scheme,
                                  JsonObject *patch,
                                  GError    **error);
gboolean    kp_case_is_said (const char *scheme,
                             const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpCaseFile, kp_case_file_free)

G_END_DECLS
