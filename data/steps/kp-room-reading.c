/* kp-room-reading.c – a room package that came back, held against what was handed out.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asked in this order, each with a sentence of its own: is it of this campaign, was it written here, is its signature that of
 * this package, are its tables those of a record, is its journal whole and does it fit the rows, was nothing done but a room's
 * work, is what was handed out as it was, and does it go by the scheme that holds.
 *
 * Whoever has both the passphrase and a program of his own can write a journal that holds: no digest tells him from the room.
 * The signed sheets do, and the two people who read them. */
#include "kp-room-reading.h"

#include <glib/gi18n-lib.h>

#include "kp-data-error.h"
#include "kp-schema.h"
#include "kp-session-private.h"
#include "kp-step-room-out.h"
#include "kp-verify.h"

static gboolean
find_issued (KpRoomReading *reading,
             KpSession *office,
             GError **error)
{
  g_autofree KpRoomPackageRecord *own = NULL;

  if (!g_str_equal (reading->room->campaign, office->campaign))
    return kp_step_refuse (_("The room package is of another campaign. Nothing was taken in."), error);
  if (!kp_room_package_load_row (reading->room, &own, error)
      || !kp_table_find (office->db, &kp_room_package_table, office->campaign, KP_BINDS (KP_TEXT (own->package)),
                         &reading->issued, error))
    return FALSE;
  if (reading->issued == NULL)
    return kp_step_refuse (_("The room package wasn't written from this record. Nothing was taken in."), error);
  return (reading->issued->room == own->room && reading->issued->number == own->number)
         || kp_step_refuse (_("The room package was edited by hand. Nothing was taken in; enter the signed sheets."), error);
}

/* ---- edited by hand ---- */

/* Triggers, views and columns of somebody else would be other tables by the same names. */
static char *
dup_tables (KpDatabase *db,
            GError **error)
{
  g_autoptr (KpStatement) s
      = kp_database_prepare (db, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name", error);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean has_row = TRUE;

  while (s != NULL && has_row)
    {
      if (!kp_statement_step (s, &has_row, error))
        return NULL;
      if (has_row)
        g_string_append_printf (text, "%s %s %s\n", kp_statement_get_text (s, "type"), kp_statement_get_text (s, "name"),
                                kp_statement_is_null (s, "sql") ? "" : kp_statement_get_text (s, "sql"));
    }
  return s != NULL ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static gboolean
has_tables_of_record (const KpRoomReading *reading,
                      gboolean *has,
                      GError **error)
{
  g_autoptr (KpDatabase) fresh = kp_database_open_image (NULL, KP_OPEN_CREATE_NEW, error);
  guint n = 0;
  const KpMigration *migrations = kp_schema_get_migrations (&n);
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;

  if (fresh == NULL || !kp_migration_upgrade (fresh, migrations, n, error))
    return FALSE;
  wanted = dup_tables (fresh, error);
  found = wanted != NULL ? dup_tables (reading->room->db, error) : NULL;
  *has = g_strcmp0 (wanted, found) == 0;
  return found != NULL;
}

/* Whether each confirmation has its PINs is asked of each number, with a sentence of its own (kp-room-pins.c). */
static gboolean
is_sound (const KpRoomReading *reading,
          gboolean *sound,
          GError **error)
{
  g_auto (KpVerifyReport) report = { 0 };
  guint n = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n);

  if (!kp_journal_verify (reading->room->db, reading->room->campaign, tables, n, NULL, NULL, &report, error))
    return FALSE;
  *sound = report.n_findings == report.n_unproven;
  return TRUE;
}

static gboolean
is_room_step (const char *step)
{
  static const char *const steps[] = { "room-out", "sign-in", KP_ROOM_STEPS };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (g_str_equal (steps[i], step))
        return TRUE;
    }
  return FALSE;
}

static gboolean
did_room_work (const KpRoomReading *reading,
               gboolean *did,
               GError **error)
{
  g_autoptr (KpStatement) s
      = kp_database_prepare (reading->room->db, "SELECT DISTINCT step FROM journal WHERE campaign = $1", error);
  gboolean has_row = TRUE;

  *did = TRUE;
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, reading->room->campaign);
  while (has_row)
    {
      if (!kp_statement_step (s, &has_row, error))
        return FALSE;
      *did = *did && (!has_row || is_room_step (kp_statement_get_text (s, "step")));
    }
  return TRUE;
}

static gboolean
has_content (const KpRoomReading *reading,
             gboolean *has,
             GError **error)
{
  g_autofree char *content = kp_room_content_dup_digest (reading->room, (guint) reading->issued->room, error);

  *has = g_strcmp0 (content, reading->issued->content) == 0;
  return content != NULL;
}

/* In this order: what reads rows comes after what tells whether the tables are ours. */
static gboolean
check_not_edited (const KpRoomReading *reading,
                  GError **error)
{
  gboolean (*const checks[]) (const KpRoomReading *, gboolean *, GError **)
      = { has_tables_of_record, is_sound, did_room_work, has_content };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      gboolean holds = FALSE;

      if (!checks[i](reading, &holds, error))
        return FALSE;
      if (!holds)
        return kp_step_refuse (_("The room package was edited by hand: its journal and its rows don't agree. Nothing was taken in; "
                                 "enter the signed sheets."),
                               error);
    }
  return TRUE;
}

/* ---- whether it still fits ---- */

static gboolean
check_scheme (const KpRoomReading *reading,
              KpSession *office,
              GError **error)
{
  return g_str_equal (reading->room->scheme_digest, office->scheme_digest)
         || kp_step_refuse (_("The scheme was amended after the room package was written, so the room worked by rules that don't hold. "
                              "Nothing was taken in; enter the signed sheets."),
                            error);
}

/**
 * kp_room_reading_check_drawn:
 * @reading: of kp_room_reading_new()
 * @office: a session on the office's record; a unit of work may have begun
 * @error: return location
 *
 * Returns: whether the numbers of the room are still those of the same draws; or %FALSE with #KP_STEP_ERROR or
 *   #KP_DATA_ERROR
 */
gboolean
kp_room_reading_check_drawn (const KpRoomReading *reading,
                             KpSession *office,
                             GError **error)
{
  g_autofree char *drawn = kp_room_content_dup_drawn (office, (guint) reading->issued->room, error);

  if (drawn == NULL)
    return FALSE;
  return g_str_equal (drawn, reading->issued->drawn)
         || kp_step_refuse (_("The interview order was drawn again after the room package was written, so its numbers are those of "
                              "other people. Nothing was taken in."),
                            error);
}

/**
 * kp_room_reading_new:
 * @office: a session on the office's record; only read
 * @path: a room package that came back
 * @key: its key
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the package, which is what was handed out and what a room did with it; or %NULL with
 *   #KP_STEP_ERROR or #KP_DATA_ERROR
 */
KpRoomReading *
kp_room_reading_new (KpSession *office,
                     const char *path,
                     KpSealedKey *key,
                     GError **error)
{
  g_autoptr (KpRoomReading) reading = g_new0 (KpRoomReading, 1);
  guint8 signature[KP_SIGNATURE_SIZE];

  if (office->is_room_package)
    {
      kp_step_refuse (_("A room package is taken into the office's record, not into another package."), error);
      return NULL;
    }
  reading->room = kp_room_package_open_signed (path, key, office->sources, &reading->digest, signature, error);
  if (reading->room == NULL || !find_issued (reading, office, error))
    return NULL;
  if (!kp_room_package_is_signed (reading->issued->verify_key, reading->digest, signature))
    {
      kp_step_refuse (_("The signature of the room package doesn't hold: it was edited by hand. Nothing was taken in; enter the signed "
                        "sheets."),
                      error);
      return NULL;
    }
  return check_not_edited (reading, error) && check_scheme (reading, office, error) ? g_steal_pointer (&reading) : NULL;
}

/** kp_room_reading_free: with all that it owns; @reading may be NULL. */
void
kp_room_reading_free (KpRoomReading *reading)
{
  if (reading == NULL)
    return;
  g_clear_pointer (&reading->room, kp_session_close);
  g_free (reading->issued);
  g_free (reading->digest);
  g_free (reading);
}
