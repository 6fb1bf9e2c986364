/* kp-data-error.h – the error domain of the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KP_DATA_ERROR (kp_data_error_quark ())
GQuark kp_data_error_quark (void);

/* New words go to the end. Every message in this domain is a whole sentence for the operator, already
 * translated, and never holds a person's data. Cancelling is G_IO_ERROR_CANCELLED. */
typedef enum
{
  KP_DATA_ERROR_FAILED,     /* anything else: a wrong statement, a broken engine */
  KP_DATA_ERROR_BUSY,       /* another writer; the whole unit of work may be run again */
  KP_DATA_ERROR_CORRUPT,    /* damaged, truncated, or the journal's chain does not hold */
  KP_DATA_ERROR_CONSTRAINT, /* a key, check, not-null, type or foreign key is violated */
  KP_DATA_ERROR_NOT_FOUND,  /* no such file, no record in that database, no such row */
  KP_DATA_ERROR_STALE,      /* the row was changed by somebody else since it was read */
  KP_DATA_ERROR_TOO_NEW,    /* written by a newer Kaopin */
  KP_DATA_ERROR_FOREIGN,    /* not a Kaopin record: text, PDF, directory, another program's database */
  KP_DATA_ERROR_UPGRADE,    /* a migration failed, or is needed and not possible */
  KP_DATA_ERROR_DISK,       /* disk full, input/output error */
  KP_DATA_ERROR_READ_ONLY,  /* the file or the connection may only be read */
  KP_DATA_ERROR_CONNECTION, /* the server is not reachable, or broke off */
  KP_DATA_ERROR_EXISTS,     /* CREATE_NEW on something that is there already */
  KP_DATA_ERROR_REMOTE,     /* the file lies on a network share */
  KP_DATA_ERROR_ABORTED,    /* an earlier statement of this transaction failed; roll back */
  KP_DATA_ERROR_PASSPHRASE, /* wanting, too short, or not the one of this room package or record */
  KP_DATA_ERROR_MOVED,      /* the campaign was carried into another record, and goes on there */
  KP_DATA_ERROR_LOCKED,     /* the record asks for its passphrase */
  KP_DATA_ERROR_DOUBT       /* the server broke off while it recorded, and couldn't be asked afterwards whether it did */
} KpDataError;

G_END_DECLS
