/* kp-choices.h – what there is to choose from: each a value of the record and the words that people read.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-scheme.h"

G_BEGIN_DECLS

typedef struct
{
  GtkStringList *labels; /* owned */
  GPtrArray *values;     /* (element-type utf8) (nullable elements): as long as the labels; owned */
} KpChoices;

KpChoices  *kp_choices_new (void);
void        kp_choices_free (KpChoices *choices);
void        kp_choices_add (KpChoices *choices, const char *value, const char *label);
void        kp_choices_add_posts (KpChoices *choices, const KpScheme *scheme);
void        kp_choices_add_papers (KpChoices *choices, const KpScheme *scheme);
void        kp_choices_add_streets (KpChoices *choices, const KpScheme *scheme);
const char *kp_choices_get_value (const KpChoices *choices, guint place);
gboolean    kp_choices_find (const KpChoices *choices, const char *value, guint *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpChoices, kp_choices_free)

G_END_DECLS
