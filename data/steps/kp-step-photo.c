/* kp-step-photo.c – the photos of applicants.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-photo.h"

#include <glib/gi18n-lib.h>

#define STEP "take-photos"
#define KIND "photos"

/** kp_photo_row_new: a file that is named @key. (transfer full) */
KpPhotoRow *
kp_photo_row_new (const char *key)
{
  KpPhotoRow *row = g_new0 (KpPhotoRow, 1);

  row->key = g_strdup (key);
  return row;
}

/** kp_photo_row_free: frees a row with all that it holds. */
void
kp_photo_row_free (KpPhotoRow *row)
{
  g_free (row->key);
  g_clear_pointer (&row->jpeg, g_bytes_unref);
  g_free (row->fault);
  g_free (row->application);
  g_free (row);
}

static const KpDossier *
find_dossier (KpRoster *roster,
              const char *key)
{
  const KpDossier *dossier = kp_roster_find_application (roster, key);
  g_autofree char *upper = g_ascii_strup (key, -1);

  return dossier != NULL ? dossier : kp_roster_find_id_number (roster, upper);
}

/* Whose photo each is; the same person twice is nobody's guess. */
static void
match_rows (KpRoster *roster,
            const GPtrArray *rows,
            KpPhotoTally *tally)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      KpPhotoRow *row = g_ptr_array_index (rows, i);
      const KpDossier *dossier = find_dossier (roster, row->key);

      if (dossier != NULL)
        {
          g_free (row->application);
          row->application = g_strdup (dossier->application->application);
        }
      if (row->fault == NULL && dossier == NULL)
        row->fault = g_strdup (_("No application has this registration or ID number. Name the file after one of them."));
      else if (row->fault == NULL && !g_hash_table_add (seen, row->application))
        row->fault = g_strdup (_("Another file holds a photo of the same applicant. Keep one of them."));
      tally->n_faulty += row->fault != NULL;
    }
}

/** kp_photo_put: keeps the photo of @row's application, in place of another one, and counts it in @tally; the same again is no
 * change. %FALSE with #KP_DATA_ERROR, and then the unit of work has to be given up. */
gboolean
kp_photo_put (KpSession *session,
              KpLedger *ledger,
              const KpPhotoRow *row,
              KpPhotoTally *tally,
              GError **error)
{
  const KpDate today = kp_session_get_today (session);
  g_autofree char *day = kp_date_dup_iso (today);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, row->jpeg);
  g_autofree char *picture = NULL;
  g_autofree KpPhotoRecord *kept = NULL;
  gsize n = 0;
  const guint8 *bytes = g_bytes_get_data (row->jpeg, &n);
  KpPhotoRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = row->application,
    .digest = digest,
    .width = row->width,
    .height = row->height,
    .taken_on = day,
  };

  if (!kp_table_find (kp_session_get_database (session), &kp_photo_table, record.campaign, KP_BINDS (KP_TEXT (row->application)),
                      &kept, error))
    return FALSE;
  if (kept != NULL && g_str_equal (kept->digest, digest))
    {
      tally->n_same++;
      return TRUE;
    }
  picture = g_base64_encode (bytes, n);
  record.picture = picture;
  tally->n_taken++;
  return kp_ledger_put (ledger, &kp_photo_table, &record, error);
}

/* One name for the whole folder: its pictures in turn. */
static char *
dup_digest (const GPtrArray *rows)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < rows->len; i++)
    {
      const KpPhotoRow *row = g_ptr_array_index (rows, i);
      gsize n = 0;
      const guint8 *bytes = row->fault == NULL ? g_bytes_get_data (row->jpeg, &n) : NULL;

      g_checksum_update (sum, bytes, (gssize) n);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
refuse_faulty (const KpPhotoTally *tally,
               GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u of %u files can't be taken in, so none was. Have them replaced, or take the good ones with "
                 "--accept-good."),
               tally->n_faulty, tally->n_rows);
  return FALSE;
}

static gboolean
take_rows (KpSession *session,
           KpLedger *ledger,
           const GPtrArray *rows,
           KpPhotoTally *tally,
           GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const KpPhotoRow *row = g_ptr_array_index (rows, i);

      if (row->fault == NULL && !kp_photo_put (session, ledger, row, tally, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_step_take_photos:
 * @session: a session, open for writing
 * @rows: (element-type KpPhotoRow): files that were looked at; the step adds whose they are, and its own faults
 * @accepts_good: whether the good ones may be taken although others are faulty
 * @tally: (out): what was found and done
 * @error: return location
 *
 * 采集照片: takes a folder of photos, or, unless the clerk accepts the good ones, none of it when one is faulty. It belongs to
 * no stage: who registers late, or brings a better photo, may be entered at any time.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_take_photos (KpSession *session,
                     const GPtrArray *rows,
                     gboolean accepts_good,
                     KpPhotoTally *tally,
                     GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, STEP, NULL, error);
  g_autoptr (KpRoster) roster = ledger != NULL ? kp_session_load_roster (session, error) : NULL;
  g_autofree char *digest = NULL;
  guint n_photos = 0;

  *tally = (KpPhotoTally) { .n_rows = rows->len };
  if (roster == NULL)
    return FALSE;
  match_rows (roster, rows, tally);
  if (tally->n_faulty > 0 && !accepts_good)
    return refuse_faulty (tally, error);
  digest = dup_digest (rows);
  if (!take_rows (session, ledger, rows, tally, error)
      || (tally->n_taken > 0
          && !kp_session_write_import (session, ledger, KIND, digest, tally->n_rows, tally->n_taken, error))
      || !kp_photo_count (session, &n_photos, error))
    return FALSE;
  tally->n_open = kp_roster_get_n_dossiers (roster) - n_photos;
  return kp_session_commit (session, ledger, error);
}

/**
 * kp_photo_find:
 * @session: a session
 * @application: whose photo
 * @jpeg: (out) (nullable): a JPEG
 * @error: return location
 *
 * Returns: %FALSE with #KP_DATA_ERROR; having none is no error
 */
gboolean
kp_photo_find (KpSession *session,
               const char *application,
               GBytes **jpeg,
               GError **error)
{
  g_autofree KpPhotoRecord *record = NULL;
  guchar *bytes;
  gsize n = 0;

  *jpeg = NULL;
  if (!kp_table_find (kp_session_get_database (session), &kp_photo_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_TEXT (application)), &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  bytes = g_base64_decode (record->picture, &n);
  *jpeg = g_bytes_new_take (bytes, n);
  return TRUE;
}

/**
 * kp_photo_count:
 * @session: a session
 * @n_photos: (out): applications with a photo
 * @error: return location
 *
 * Returns: %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_photo_count (KpSession *session,
                guint *n_photos,
                GError **error)
{
  gint64 count = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_photo_table, kp_session_get_campaign (session), "", KP_NO_BINDS,
                       &count, error))
    return FALSE;
  *n_photos = (guint) count;
  return TRUE;
}
