/* kp-data-error.c – the one place where engine errors become sentences for the operator.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "kp-data-error.h"
#include "kp-engine.h"

G_DEFINE_QUARK (kp - data - error - quark, kp_data_error)

static const char *const sentences[] = {
  [KP_DATA_ERROR_FAILED] = N_ ("The record could not carry out a statement. Please report this."),
  [KP_DATA_ERROR_BUSY] = N_ ("Somebody else is writing to the record. Wait a moment and try again."),
  [KP_DATA_ERROR_CORRUPT] = N_ ("The record is damaged. Go on with the newest backup."),
  [KP_DATA_ERROR_CONSTRAINT] =
      N_ ("The record refuses a value that breaks one of its rules. Nothing was written."),
  [KP_DATA_ERROR_NOT_FOUND] = N_ ("The record does not hold what was asked for."),
  [KP_DATA_ERROR_STALE] = N_ ("The entry was changed by somebody else. Load it again."),
  [KP_DATA_ERROR_TOO_NEW] =
      N_ ("The record was written by a newer Kaopin. Update the program and open it again."),
  [KP_DATA_ERROR_FOREIGN] = N_ ("This is not a Kaopin record."),
  [KP_DATA_ERROR_UPGRADE] = N_ ("The record could not be brought to the newest form. It is as it was."),
  [KP_DATA_ERROR_DISK] =
      N_ ("The disk is full or failed. Nothing was written; free some space and try again."),
  [KP_DATA_ERROR_READ_ONLY] = N_ ("The record may only be read. Make it writable or work on a copy."),
  [KP_DATA_ERROR_CONNECTION] =
      N_ ("The database server cannot be reached. Check the network and the address, then try again."),
  [KP_DATA_ERROR_EXISTS] = N_ ("There is a record already. Choose another name."),
  [KP_DATA_ERROR_REMOTE] =
      N_ ("The record lies on a network share. Copy it to a local disk or use a database server."),
  [KP_DATA_ERROR_ABORTED] = N_ ("An earlier part of this step failed, so nothing of it is written."),
  [KP_DATA_ERROR_MOVED] = N_ ("The campaign was moved to another record. Go on with it there; here it can only be read."),
  [KP_DATA_ERROR_PASSPHRASE] = N_ ("The file opens with its passphrase alone."),
  [KP_DATA_ERROR_LOCKED] = N_ ("The record is locked: it opens with its passphrase alone."),
  [KP_DATA_ERROR_DOUBT] = N_ ("The server broke off while this was being saved, and can't be asked whether it was. When it is "
                              "there again, look in the record before you do it once more."),
};

/**
 * kp_data_error_set:
 * @error: (nullable): where to put it
 * @code: what is wrong
 * @detail: (nullable): the engine's own words, without values
 *
 * Sets the sentence of @code, with @detail in brackets.
 *
 * Returns: always %FALSE
 */
gboolean
kp_data_error_set (GError **error, KpDataError code, const char *detail)
{
  /* The words for a damaged record quote it, and what is damaged is no text. */
  g_autofree char *valid = detail != NULL ? g_utf8_make_valid (detail, -1) : NULL;

  if (valid != NULL && *valid != '\0')
    g_set_error (error, KP_DATA_ERROR, code, "%s (%s)", _ (sentences[code]), valid);
  else
    g_set_error_literal (error, KP_DATA_ERROR, code, _ (sentences[code]));
  return FALSE;
}
