/* kp-exchange-error.h – what can go wrong with a file from outside.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KP_EXCHANGE_ERROR (kp_exchange_error_quark ())

/* A file is refused as a whole by one of these; a fault of one row is a finding in the result instead. */
typedef enum
{
  KP_EXCHANGE_ERROR_READ,      /* cannot be opened or read at all */
  KP_EXCHANGE_ERROR_KIND,      /* not a workbook and not a text table (PDF, picture, old .xls …) */
  KP_EXCHANGE_ERROR_ENCRYPTED, /* password-protected */
  KP_EXCHANGE_ERROR_DAMAGED,   /* truncated or broken inside */
  KP_EXCHANGE_ERROR_TOO_LARGE, /* over a limit, or a zip bomb */
  KP_EXCHANGE_ERROR_ENCODING,  /* text neither Unicode nor GB 18030 */
  KP_EXCHANGE_ERROR_EMPTY,     /* no sheet or no row */
  KP_EXCHANGE_ERROR_SHEET,     /* no sheet of the asked name */
  KP_EXCHANGE_ERROR_HEADING,   /* no heading row, or a needed column is missing */
  KP_EXCHANGE_ERROR_MAPPING,   /* the mapping given by the clerk cannot be understood */
  KP_EXCHANGE_ERROR_WRITE      /* the output file cannot be written */
} KpExchangeError;

GQuark kp_exchange_error_quark (void);

G_END_DECLS
