/* kp-wording.h – text with named fields that a county edits: parse, list the fields, fill.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The text is a small Markdown: "# " title, "## " heading, "### " sub-heading, an empty line ends a paragraph,
 * "<!-- … -->" on lines of their own is skipped. {字段} is a field, "{{" is a brace. */

#define KP_WORDING_ERROR (kp_wording_error_quark ())

typedef enum
{
  KP_WORDING_ERROR_SYNTAX, /* a brace without its other half, an empty name, an unended comment */
  KP_WORDING_ERROR_FIELD,  /* a field that the form doesn't know */
  KP_WORDING_ERROR_VALUE   /* a field that has no value */
} KpWordingError;

typedef enum
{
  KP_WORDING_TITLE,
  KP_WORDING_HEADING,
  KP_WORDING_SUBHEADING,
  KP_WORDING_TEXT
} KpWordingKind;

typedef struct
{
  KpWordingKind kind;
  char         *text; /* owned by the wording */
  guint         line; /* first line in the source, from 1 */
} KpWordingPart;

typedef struct
{
  const char *name;  /* without braces */
  const char *value; /* nullable: known, but without a value */
} KpWordingValue;

typedef struct _KpWording KpWording;

GQuark               kp_wording_error_quark  (void);
KpWording           *kp_wording_new          (const char *text, GError **error);
void                 kp_wording_free         (KpWording *self);
char               **kp_wording_dup_fields   (const KpWording *self);
gboolean             kp_wording_check        (const KpWording *self, const char *const *known, GError **error);
KpWording           *kp_wording_fill         (const KpWording       *self,
                                              const KpWordingValue  *values,
                                              gsize                  n_values,
                                              GError               **error);
const KpWordingPart *kp_wording_get_parts    (const KpWording *self, gsize *n_parts);
const char          *kp_wording_get_contract (void);
const char          *kp_wording_get_publicity (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpWording, kp_wording_free)
