/* kp-verb-scheme.h – what the verbs below `kaopin scheme` share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-scheme-json.h"
#include "kp-verbs.h"

G_BEGIN_DECLS

/* Which options a verb knows. */
typedef enum
{
  KP_SCHEME_OPTION_READY = 1 << 0,
  KP_SCHEME_OPTION_CODE = 1 << 1,
  KP_SCHEME_OPTION_TITLE = 1 << 2,
  KP_SCHEME_OPTION_SHIFT = 1 << 3,
  KP_SCHEME_OPTION_XLSX = 1 << 4,
  KP_SCHEME_OPTION_CSV = 1 << 5,
  KP_SCHEME_OPTION_FROM = 1 << 6,
} KpSchemeOption;

typedef struct
{
  gboolean ready;
  char *code;
  char *title;
  char *shift; /* a whole number, as typed */
  char *xlsx;
  char *csv;
  char *from;
} KpSchemeOptions;

/* Word 0 of the command is the verb's own name, word 1 its first argument. */
typedef gboolean (*KpSchemeVerbFunc) (KpCommand *command, const KpSchemeOptions *options, GError **error);

KpScheme *kp_scheme_verb_load (const char *path, GError **error);
gboolean kp_scheme_verb_save (KpCommand *command, const KpScheme *scheme, const char *path, GError **error);

gboolean kp_scheme_verb_copy (KpCommand *command, const KpSchemeOptions *options, GError **error);
gboolean kp_scheme_verb_keys (KpCommand *command, const KpSchemeOptions *options, GError **error);
gboolean kp_scheme_verb_try (KpCommand *command, const KpSchemeOptions *options, GError **error);
gboolean kp_scheme_verb_table (KpCommand *command, const KpSchemeOptions *options, GError **error);

G_END_DECLS
