/* kp-xml.h – one part of a workbook through expat, without anything that could harm.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-archive.h"

G_BEGIN_DECLS

/* Names come without their namespace prefix. Set @error to fail, *@stop to end early. */
typedef struct
{
  void (*start) (gpointer user_data, const char *name, const char **attributes);
  void (*end) (gpointer user_data, const char *name);
  void (*text) (gpointer user_data, const char *text, gsize length);
} KpXmlHandlers;

typedef struct
{
  GError *error;
  gboolean stop;
} KpXmlState;

gboolean kp_xml_read_part (KpArchive *archive,
                           const char *part,
                           const KpXmlHandlers *handlers,
                           gpointer user_data,
                           KpXmlState *state,
                           GError **error);
const char *kp_xml_get_local_name (const char *name);
const char *kp_xml_get_attribute (const char **attributes, const char *name);

G_END_DECLS
