/* kp-xml.c – one part of a workbook through expat, without anything that could harm.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* No part of a workbook has a document type, so the first sign of one ends the reading: entities can't grow.
 * A single tag or attribute that doesn't end within 4 MiB ends it too: expat would keep all of it. */

#include "kp-xml.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-exchange-error.h"

#define MAX_TOKEN (4 * 1024 * 1024)

typedef struct
{
  XML_Parser parser;
  const char *part;
  const KpXmlHandlers *handlers;
  gpointer user_data;
  KpXmlState *state;
  guint64 fed;
} Reading;

static void
stop_when_asked (Reading *reading)
{
  if (reading->state->error != NULL || reading->state->stop)
    XML_StopParser (reading->parser, XML_FALSE);
}

static void
on_start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *reading = data;

  reading->handlers->start (reading->user_data, kp_xml_get_local_name (name), attributes);
  stop_when_asked (reading);
}

static void
on_end_cb (void *data, const XML_Char *name)
{
  Reading *reading = data;

  reading->handlers->end (reading->user_data, kp_xml_get_local_name (name));
  stop_when_asked (reading);
}

static void
on_text_cb (void *data, const XML_Char *text, int length)
{
  Reading *reading = data;

  reading->handlers->text (reading->user_data, text, (gsize) length);
}

static void
on_doctype_cb (void *data,
               const XML_Char *name G_GNUC_UNUSED,
               const XML_Char *system_id G_GNUC_UNUSED,
               const XML_Char *public_id G_GNUC_UNUSED,
               int has_internal_subset G_GNUC_UNUSED)
{
  Reading *reading = data;

  if (reading->state->error == NULL)
    g_set_error_literal (&reading->state->error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_DAMAGED,
                         _ ("The workbook holds XML entities, which no spreadsheet program writes. It is "
                            "not read."));
  XML_StopParser (reading->parser, XML_FALSE);
}

static gboolean
feed (const char *data, gsize length, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  gboolean is_fine = XML_Parse (reading->parser, data, (int) length, length == 0) == XML_STATUS_OK;
  XML_Index done = XML_GetCurrentByteIndex (reading->parser);

  reading->fed += length;
  if (reading->state->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reading->state->error));
      return FALSE;
    }
  if (reading->state->stop)
    return FALSE;
  if (!is_fine)
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_DAMAGED,
                   _ ("The workbook is damaged inside (%s, line %lu: %s). Open it, save it again as .xlsx "
                      "and retry."),
                   reading->part, (gulong) XML_GetCurrentLineNumber (reading->parser),
                   XML_ErrorString (XML_GetErrorCode (reading->parser)));
      return FALSE;
    }
  if (length > 0 && done >= 0 && reading->fed - (guint64) done > MAX_TOKEN)
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("The workbook holds a single tag of more than %u MB (%s). It is not read."),
                   MAX_TOKEN >> 20, reading->part);
      return FALSE;
    }
  return TRUE;
}

/**
 * kp_xml_read_part:
 * @archive: a workbook
 * @part: the name of the part
 * @handlers: what to call
 * @user_data: for @handlers
 * @state: where @handlers say that they fail or have enough; zero it before
 * @error: a #KpExchangeError, or that of @state
 *
 * Returns: TRUE when the part was read to its end or a handler had enough
 */
gboolean
kp_xml_read_part (KpArchive *archive,
                  const char *part,
                  const KpXmlHandlers *handlers,
                  gpointer user_data,
                  KpXmlState *state,
                  GError **error)
{
  Reading reading = { NULL, part, handlers, user_data, state, 0 };
  g_autoptr (GError) problem = NULL;

  reading.parser = XML_ParserCreate (NULL);
  XML_SetUserData (reading.parser, &reading);
  XML_SetElementHandler (reading.parser, on_start_cb, on_end_cb);
  XML_SetCharacterDataHandler (reading.parser, on_text_cb);
  XML_SetStartDoctypeDeclHandler (reading.parser, on_doctype_cb);
  kp_archive_read (archive, part, feed, &reading, &problem);
  XML_ParserFree (reading.parser);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * kp_xml_get_local_name:
 * @name: such as x:row
 *
 * Returns: (transfer none): the name behind its prefix
 */
const char *
kp_xml_get_local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

/**
 * kp_xml_get_attribute:
 * @attributes: as expat gives them
 * @name: local name
 *
 * Returns: (transfer none) (nullable): the value
 */
const char *
kp_xml_get_attribute (const char **attributes, const char *name)
{
  for (; attributes[0] != NULL; attributes += 2)
    if (strcmp (kp_xml_get_local_name (attributes[0]), name) == 0)
      return attributes[1];
  return NULL;
}
