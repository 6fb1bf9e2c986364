/* kp-room-package.c – the file in which an interview room without network has its record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An ordinary record that holds one room: so the room's window, the steps and the papers work on it unchanged, and its
 * journal tells the office what was done. It is never on a disk as such. A file holds it in a sealed box
 * (data/engine/kp-sealed-box.c), behind the signature of its digest; a session has it in memory, and before each commit the
 * file is replaced as a whole. So a killed process loses what wasn't recorded yet: the cells that are being typed. */
#include "kp-room-package.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "kp-data-error.h"
#include "kp-schema.h"
#include "kp-session-private.h"

#define SIGNED "kaopin-room-1\n"

/* ---- the file ---- */

static gboolean
fail_unreadable (GError **error)
{
  g_set_error_literal (error, KP_DATA_ERROR, errno == ENOENT ? KP_DATA_ERROR_NOT_FOUND : KP_DATA_ERROR_DISK,
                       errno == ENOENT ? _("There is no room package of this name. Look at the name and at the stick.")
                                       : _("The room package can't be read. Look at the stick, or take the other copy."));
  return FALSE;
}

/* Never more than a box may have: the rest isn't asked for. */
static GBytes *
read_file (const char *path,
           gsize most,
           GError **error)
{
  const int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 piece[64 * 1024];
  gssize n = fd >= 0 ? 1 : -1;

  while (n > 0 && bytes->len < most)
    {
      n = read (fd, piece, MIN (sizeof piece, most - bytes->len));
      if (n > 0)
        g_byte_array_append (bytes, piece, (guint) n);
    }
  if (n < 0)
    fail_unreadable (error);
  if (fd >= 0)
    close (fd);
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
read_box (const char *path,
          GError **error)
{
  return read_file (path, KP_SEALED_BOX_MAX_SIZE + 1, error);
}

static gboolean
fail_unwritable (const GError *local,
                 GError **error)
{
  g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_DISK,
               _("The room package can't be written, so nothing was recorded: %s. Make room on the disk or the stick and do "
                 "it again."),
               local->message);
  return FALSE;
}

/* The disk has it before this returns; what was there before stays whole until then. */
static gboolean
write_box (const char *path,
           GBytes *box,
           GError **error)
{
  gsize size = 0;
  const char *bytes = g_bytes_get_data (box, &size);
  g_autoptr (GError) local = NULL;

  return g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, &local)
         || fail_unwritable (local, error);
}

/* ---- what is in the box ---- */

static char *
dup_signed_text (const char *digest)
{
  return g_strconcat (SIGNED, digest, NULL);
}

static GBytes *
make_box (KpSealedKey *key,
          GBytes *image,
          const char *sign_key,
          GError **error)
{
  gsize size = 0;
  const guint8 *bytes = g_bytes_get_data (image, &size);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, image);
  g_autofree char *text = dup_signed_text (digest);
  g_autoptr (GByteArray) whole = g_byte_array_sized_new ((guint) size + KP_SIGNATURE_SIZE);
  g_autoptr (GBytes) plain = NULL;
  guint8 signature[KP_SIGNATURE_SIZE];

  if (!kp_signature_make (sign_key, text, strlen (text), signature))
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT,
                           _("The room package has lost what it signs with. Have it written anew by the office."));
      return NULL;
    }
  g_byte_array_append (whole, signature, KP_SIGNATURE_SIZE);
  g_byte_array_append (whole, bytes, (guint) size);
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&whole));
  return kp_sealed_box_close (key, plain, error);
}

/**
 * kp_room_package_is_signed:
 * @verify_key: of the package's row in the office's record
 * @digest: of the room's record
 * @signature: that came with it
 *
 * Returns: whether who had that very package wrote that very record
 */
gboolean
kp_room_package_is_signed (const char *verify_key,
                           const char *digest,
                           const guint8 signature[KP_SIGNATURE_SIZE])
{
  g_autofree char *text = dup_signed_text (digest);

  return kp_signature_is_good (verify_key, text, strlen (text), signature);
}

/* ---- keeping ---- */

typedef struct
{
  char *path;
  KpSealedKey *key;
  char *sign_key;
  GBytes *head; /* of the file as it was last read or written here */
} Keeper;

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  g_free (keeper->path);
  kp_sealed_key_unref (keeper->key);
  g_free (keeper->sign_key);
  g_clear_pointer (&keeper->head, g_bytes_unref);
  g_free (keeper);
}

static GBytes *
cut_head (GBytes *box)
{
  return g_bytes_new (g_bytes_get_data (box, NULL), MIN (g_bytes_get_size (box), KP_SEALED_BOX_HEAD_SIZE));
}

/* The head is another one after each writing: so two writers are told apart. */
static gboolean
check_is_ours (const Keeper *keeper,
               GError **error)
{
  g_autoptr (GBytes) head = read_file (keeper->path, KP_SEALED_BOX_HEAD_SIZE, error);

  if (head == NULL)
    return FALSE;
  if (g_bytes_equal (head, keeper->head))
    return TRUE;
  g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_BUSY,
                       _("Another window has written to the room package meanwhile. Nothing was recorded; do it again."));
  return FALSE;
}

/* KpDatabaseKeeper. The lock belongs to the file that is replaced: whoever waits for it then finds another head. */
static gboolean
keep (GBytes *image,
      gpointer data,
      GError **error)
{
  Keeper *keeper = data;
  g_autoptr (GBytes) box = make_box (keeper->key, image, keeper->sign_key, error);
  const int fd = box != NULL ? g_open (keeper->path, O_RDONLY | O_CLOEXEC, 0) : -1;
  gboolean is_kept;

  if (fd < 0)
    return box != NULL && fail_unreadable (error);
  flock (fd, LOCK_EX);
  is_kept = check_is_ours (keeper, error) && write_box (keeper->path, box, error);
  close (fd);
  if (is_kept)
    {
      g_bytes_unref (keeper->head);
      keeper->head = cut_head (box);
    }
  return is_kept;
}

/* ---- opening ---- */

/** kp_room_package_is_one: whether the file of that name is a room package, whole or not. */
gboolean
kp_room_package_is_one (const char *path)
{
  g_autoptr (GBytes) head
      = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? read_file (path, KP_SEALED_BOX_HEAD_SIZE, NULL) : NULL;

  return g_str_has_suffix (path, KP_ROOM_PACKAGE_ENDING)
         || (head != NULL && kp_sealed_box_is_one (g_bytes_get_data (head, NULL), g_bytes_get_size (head)));
}

/** kp_room_package_check: whether it makes sense to ask for the passphrase of @path, or %FALSE with #KP_DATA_ERROR. */
gboolean
kp_room_package_check (const char *path,
                       GError **error)
{
  g_autoptr (GBytes) box = read_box (path, error);

  return box != NULL && kp_sealed_box_check (box, error);
}

/**
 * kp_room_package_unlock:
 * @path: a room package
 * @passphrase: that was agreed for it
 * @error: return location
 *
 * Takes about a second, on purpose.
 *
 * Returns: (transfer full) (nullable): the key for kp_room_package_open(), or %NULL with #KP_DATA_ERROR
 */
KpSealedKey *
kp_room_package_unlock (const char *path,
                        const char *passphrase,
                        GError **error)
{
  g_autoptr (GBytes) box = read_box (path, error);

  return box != NULL ? kp_sealed_key_new_for (box, passphrase, error) : NULL;
}

/* A package isn't upgraded as a record is: the office writes it anew. */
static gboolean
check_version (KpDatabase *db,
               GError **error)
{
  gint64 version = 0;

  if (!kp_database_load_version (db, &version, error))
    return FALSE;
  if (version >= KP_SCHEMA_VERSION)
    return TRUE; /* a newer one is refused with the session */
  g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_UPGRADE,
                       _("The room package was written by an older Kaopin. Have it written anew by the office."));
  return FALSE;
}

static KpSession *
open_image (GBytes *image,
            const char *actor,
            KpOpenMode mode,
            const KpSources *sources,
            GError **error)
{
  KpDatabase *db = kp_database_open_image (image, mode, error);
  KpSession *session;

  if (db != NULL && !check_version (db, error))
    g_clear_pointer (&db, kp_database_close);
  session = db != NULL ? kp_session_new_on (db, NULL, actor, sources, error) : NULL;
  if (session != NULL)
    session->is_room_package = TRUE;
  return session;
}

static GBytes *
open_box (KpSealedKey *key,
          GBytes *box,
          guint8 signature[KP_SIGNATURE_SIZE],
          GError **error)
{
  g_autoptr (GBytes) plain = kp_sealed_box_open (key, box, error);
  const gsize size = plain != NULL ? g_bytes_get_size (plain) : 0;

  if (plain == NULL)
    return NULL;
  if (size <= KP_SIGNATURE_SIZE)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT, _("There is no record in the room package."));
      return NULL;
    }
  memcpy (signature, g_bytes_get_data (plain, NULL), KP_SIGNATURE_SIZE);
  return g_bytes_new_from_bytes (plain, KP_SIGNATURE_SIZE, size - KP_SIGNATURE_SIZE);
}

/**
 * kp_room_package_load_row:
 * @session: on a room package
 * @row: (out) (transfer full): which package it is
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR when the record in the package isn't one of a room
 */
gboolean
kp_room_package_load_row (KpSession *session,
                          KpRoomPackageRecord **row,
                          GError **error)
{
  g_autoptr (GPtrArray) rows = kp_table_select (session->db, &kp_room_package_table, session->campaign, "", KP_NO_BINDS, error);

  if (rows == NULL)
    return FALSE;
  if (rows->len == 1)
    {
      *row = kp_record_copy (&kp_room_package_table, g_ptr_array_index (rows, 0));
      return TRUE;
    }
  g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_FOREIGN, _("The record in the room package isn't that of a room."));
  return FALSE;
}

static gboolean
set_keeper (KpSession *session,
            const char *path,
            KpSealedKey *key,
            GBytes *box,
            GError **error)
{
  g_autofree KpRoomPackageRecord *row = NULL;
  Keeper *keeper;

  if (!kp_room_package_load_row (session, &row, error))
    return FALSE;
  keeper = g_new0 (Keeper, 1);
  keeper->path = g_strdup (path);
  keeper->key = kp_sealed_key_ref (key);
  keeper->sign_key = g_strdup (row->sign_key);
  keeper->head = cut_head (box);
  kp_database_set_keeper (session->db, keep, keeper, keeper_free);
  return TRUE;
}

/**
 * kp_room_package_open:
 * @path: a room package
 * @key: of kp_room_package_unlock()
 * @actor: who works, for its journal
 * @mode: %KP_OPEN_READ_WRITE or %KP_OPEN_READ_ONLY
 * @sources: clock and random source, outliving the session
 * @error: return location
 *
 * The room works on it as on any record; what it commits is in the file first.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL with #KP_DATA_ERROR or #KP_STEP_ERROR
 */
KpSession *
kp_room_package_open (const char *path,
                      KpSealedKey *key,
                      const char *actor,
                      KpOpenMode mode,
                      const KpSources *sources,
                      GError **error)
{
  guint8 signature[KP_SIGNATURE_SIZE];
  g_autoptr (GBytes) box = read_box (path, error);
  g_autoptr (GBytes) image = box != NULL ? open_box (key, box, signature, error) : NULL;
  g_autoptr (KpSession) session = image != NULL ? open_image (image, actor, mode, sources, error) : NULL;

  return session != NULL && set_keeper (session, path, key, box, error) ? g_steal_pointer (&session) : NULL;
}

/**
 * kp_room_package_open_signed:
 * @path: a room package that came back
 * @key: of kp_room_package_unlock()
 * @sources: clock and random source, outliving the session
 * @digest: (out) (transfer full): SHA-256 of the room's record
 * @signature: (out): of it
 * @error: return location
 *
 * Only to be read: nothing of the file is changed.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL with #KP_DATA_ERROR or #KP_STEP_ERROR
 */
KpSession *
kp_room_package_open_signed (const char *path,
                             KpSealedKey *key,
                             const KpSources *sources,
                             char **digest,
                             guint8 signature[KP_SIGNATURE_SIZE],
                             GError **error)
{
  g_autoptr (GBytes) box = read_box (path, error);
  g_autoptr (GBytes) image = box != NULL ? open_box (key, box, signature, error) : NULL;
  KpSession *session = image != NULL ? open_image (image, "", KP_OPEN_READ_ONLY, sources, error) : NULL;

  if (session != NULL)
    *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, image);
  return session;
}

/**
 * kp_room_package_write_new:
 * @path: nothing may be there
 * @key: of kp_sealed_key_new()
 * @image: the room's record
 * @sign_key: that its row has
 * @error: return location
 *
 * Returns: %TRUE when the file is on the disk, or %FALSE with #KP_DATA_ERROR and there is none
 */
gboolean
kp_room_package_write_new (const char *path,
                           KpSealedKey *key,
                           GBytes *image,
                           const char *sign_key,
                           GError **error)
{
  g_autoptr (GBytes) box = make_box (key, image, sign_key, error);

  if (box == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS,
                   _("“%s” is there already. Choose another name for the room package."), path);
      return FALSE;
    }
  return write_box (path, box, error);
}
