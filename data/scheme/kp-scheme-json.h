/* kp-scheme-json.h – a scheme as a file: JSON, form 2.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-check.h"
#include "kp-scheme.h"

G_BEGIN_DECLS

#define KP_SCHEME_FORM 2
#define KP_SCHEME_JSON_ERROR (kp_scheme_json_error_quark ())

typedef enum
{
  KP_SCHEME_JSON_ERROR_READ,    /* the file can't be read */
  KP_SCHEME_JSON_ERROR_SYNTAX,  /* no JSON, or not a scheme */
  KP_SCHEME_JSON_ERROR_REFUSED, /* values that the form or the rules refuse */
} KpSchemeJsonError;

GQuark    kp_scheme_json_error_quark (void);

KpScheme *kp_scheme_json_parse (const char *text,
                                gssize      length,
                                GPtrArray **problems,
                                GError    **error);
KpScheme *kp_scheme_json_load (const char *path,
                               GPtrArray **problems,
                               GError    **error);
void      kp_scheme_json_refuse (const GPtrArray *problems,
                                 GError         **error);
gchar    *kp_scheme_json_dup (const KpScheme *scheme);
gchar    *kp_scheme_json_dup_digest (const KpScheme *scheme);

G_END_DECLS
