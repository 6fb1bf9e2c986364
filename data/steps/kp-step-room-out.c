/* kp-step-room-out.c – writes the room package of an interview room: numbers, examiners by seat, what is confirmed already.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stick gets lost. So nothing goes with it that tells who anybody is: a candidate is the number that was drawn, also in the
 * places where a record has names, ID and registration numbers; an examiner is the lot and the seat; who must stay away from
 * whom is said without the relation; of those who confirmed marks in the office it is said only that they were two. */
#include "kp-step-room-out.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kp-campaign-tables.h"
#include "kp-panel-field.h"
#include "kp-room-pins.h"
#include "kp-schema.h"
#include "kp-session-private.h"

#define FIRST "招聘办甲"
#define SECOND "招聘办乙"
#define OFFICE "招聘办"

/* From the office's record into that of the room. */
typedef struct
{
  KpSession *office;
  KpPanelField *field;
  KpDatabase *db;   /* of the room */
  KpLedger *ledger; /* on db */
  guint room;
  KpRoomOutTally *tally;
} Copy;

static void
copy_clear (Copy *copy)
{
  g_clear_pointer (&copy->ledger, kp_ledger_free);
  g_clear_pointer (&copy->db, kp_database_close);
  g_clear_pointer (&copy->field, kp_panel_field_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copy, copy_clear)

/* ---- what goes with it ---- */

static char *
make_seal (Copy *copy,
           GError **error)
{
  const char *campaign = kp_session_get_campaign (copy->office);
  guint8 bytes[KP_SEAL_KEY_SIZE];
  g_autofree char *text = NULL;
  KpSeal *seal = NULL;

  if (!kp_session_make_nonce (copy->office, "room-seal", bytes, error))
    return NULL;
  text = kp_seal_make_text (bytes);
  seal = kp_seal_new (campaign, text, NULL, error);
  if (seal == NULL)
    return NULL;
  kp_database_take_seal (copy->db, campaign, seal);
  return g_steal_pointer (&text);
}

/* The keys of the papers and of the personal data stay in the office (kp_session_dup_paper_key()). */
static gboolean
copy_campaign (Copy *copy,
               GError **error)
{
  g_autofree KpCampaignRecord *stored = kp_session_load_campaign (copy->office, error);
  g_autofree char *key = NULL;
  g_autofree char *unused = NULL;
  g_autofree char *seal = NULL;
  KpCampaignRecord record;

  if (stored == NULL)
    return FALSE;
  kp_signature_make_keys (&unused, &key);
  seal = make_seal (copy, error);
  if (seal == NULL)
    return FALSE;
  record = *stored;
  record.paper_key = key;
  record.seal = seal;
  return kp_ledger_insert (copy->ledger, &kp_campaign_table, &record, error);
}

static gboolean
copy_post (Copy *copy,
           const char *code,
           GError **error)
{
  g_autofree KpPostRecord *stored = NULL;
  g_autofree KpPostRecord *copied = NULL;

  if (!kp_table_find (kp_session_get_database (copy->office), &kp_post_table, kp_session_get_campaign (copy->office),
                      KP_BINDS (KP_TEXT (code)), &stored, error)
      || !kp_table_find (copy->db, &kp_post_table, kp_session_get_campaign (copy->office), KP_BINDS (KP_TEXT (code)), &copied,
                         error))
    return FALSE;
  return copied != NULL || stored == NULL || kp_ledger_insert (copy->ledger, &kp_post_table, stored, error);
}

static gboolean
copy_examiners (Copy *copy,
                GError **error)
{
  for (guint i = 0; i < copy->field->seats->len; i++)
    {
      KpPanelSeatRecord seat = *(const KpPanelSeatRecord *) g_ptr_array_index (copy->field->seats, i);
      const KpExaminerRecord *stored = kp_panel_field_find (copy->field, seat.examiner);
      KpExaminerRecord examiner;

      if (seat.room != copy->room || stored == NULL)
        continue;
      examiner = *stored;
      examiner.name = examiner.examiner;
      examiner.unit = "";
      examiner.phone = NULL;
      copy->tally->n_examiners++;
      if (!kp_ledger_insert (copy->ledger, &kp_examiner_table, &examiner, error)
          || !kp_ledger_insert (copy->ledger, &kp_panel_seat_table, &seat, error))
        return FALSE;
    }
  return TRUE;
}

/* Also of whom it is only known by the unit: in the room nobody has one. */
static gboolean
copy_recusals (Copy *copy,
               const KpDossier *dossier,
               GError **error)
{
  for (guint i = 0; i < copy->field->seats->len; i++)
    {
      const KpPanelSeatRecord *seat = g_ptr_array_index (copy->field->seats, i);
      const KpExaminerRecord *examiner = kp_panel_field_find (copy->field, seat->examiner);
      KpRecusalRecord record = {
        .campaign = seat->campaign,
        .examiner = seat->examiner,
        .application = dossier->hearing->code,
        .side = "staff",
        .kind = "other",
        .relation = "",
      };

      if (seat->room == copy->room && examiner != NULL && kp_panel_field_is_related (copy->field, examiner, dossier)
          && !kp_ledger_insert (copy->ledger, &kp_recusal_table, &record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_attendance (Copy *copy,
                 const KpDossier *dossier,
                 GError **error)
{
  KpAttendanceRecord record;

  if (dossier->attendance == NULL)
    return TRUE;
  record = *dossier->attendance;
  record.application = dossier->hearing->code;
  record.recorded_by = OFFICE;
  return kp_ledger_insert (copy->ledger, &kp_attendance_table, &record, error);
}

static gboolean
copy_candidate (Copy *copy,
                const KpDossier *dossier,
                GError **error)
{
  const char *code = dossier->hearing->code;
  const KpPersonRecord person = {
    .campaign = dossier->hearing->campaign,
    .person = code,
    .name = code,
    .id_number = code,
    .sex = "",
    .birth = "",
  };
  const KpApplicationRecord application = {
    .campaign = dossier->hearing->campaign,
    .application = code,
    .person = code,
    .post = dossier->hearing->post,
    .source = "",
    .review = "pass",
  };
  KpHearingRecord hearing = *dossier->hearing;

  hearing.application = code;
  return copy_post (copy, hearing.post, error)
         && kp_ledger_insert (copy->ledger, &kp_person_table, (gpointer) &person, error)
         && kp_ledger_insert (copy->ledger, &kp_application_table, (gpointer) &application, error)
         && kp_ledger_insert (copy->ledger, &kp_hearing_table, &hearing, error) && copy_attendance (copy, dossier, error)
         && copy_recusals (copy, dossier, error);
}

/* ---- what is confirmed already ---- */

static gboolean
copy_marks (Copy *copy,
            const char *code,
            GError **error)
{
  g_autoptr (GPtrArray) marks
      = kp_table_select (kp_session_get_database (copy->office), &kp_panel_mark_table, kp_session_get_campaign (copy->office),
                         "AND code = $2 " KP_PANEL_MARKS_GIVEN, KP_BINDS (KP_TEXT (code)), error);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      if (!kp_ledger_insert (copy->ledger, &kp_panel_mark_table, g_ptr_array_index (marks, i), error))
        return FALSE;
    }
  return marks != NULL;
}

static gboolean
copy_check (Copy *copy,
            const char *code,
            GError **error)
{
  g_autofree KpHearingCheckRecord *stored = NULL;
  KpHearingCheckRecord record;

  if (!kp_table_find (kp_session_get_database (copy->office), &kp_hearing_check_table, kp_session_get_campaign (copy->office),
                      KP_BINDS (KP_TEXT (code)), &stored, error))
    return FALSE;
  if (stored == NULL)
    return TRUE;
  record = *stored;
  record.first_person = FIRST;
  record.second_person = SECOND;
  copy->tally->n_checked++;
  return kp_ledger_insert (copy->ledger, &kp_hearing_check_table, &record, error);
}

/* The raw mark: what the correction over all rooms made of it isn't the room's. */
static gboolean
copy_results (Copy *copy,
              const KpDossier *dossier,
              GError **error)
{
  KpInterviewRecord record;

  if (!copy_marks (copy, dossier->hearing->code, error))
    return FALSE;
  if (dossier->interview == NULL)
    return TRUE;
  record = *dossier->interview;
  record.application = dossier->hearing->code;
  record.mark = record.raw;
  record.coefficient = NULL;
  return kp_ledger_insert (copy->ledger, &kp_interview_table, &record, error)
         && copy_check (copy, dossier->hearing->code, error);
}

static gboolean
copy_room (Copy *copy,
           GError **error)
{
  if (!copy_campaign (copy, error) || !kp_room_pins_copy (copy->office, copy->ledger, error) || !copy_examiners (copy, error))
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (copy->field->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (copy->field->roster, i);

      if (dossier->hearing == NULL || dossier->hearing->room != copy->room)
        continue;
      copy->tally->n_candidates++;
      if (!copy_candidate (copy, dossier, error) || !copy_results (copy, dossier, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- the room's record ---- */

static gboolean
begin_copy (Copy *copy,
            GError **error)
{
  g_autofree char *now = kp_session_dup_now (copy->office);
  const KpAct act = { OFFICE, now, "room-out", NULL };
  guint n = 0;
  const KpMigration *migrations = kp_schema_get_migrations (&n);

  copy->field = kp_panel_field_load (copy->office, error);
  copy->db = copy->field != NULL ? kp_database_open_image (NULL, KP_OPEN_CREATE_NEW, error) : NULL;
  if (copy->db == NULL || !kp_migration_upgrade (copy->db, migrations, n, error))
    return FALSE;
  copy->ledger = kp_ledger_begin (copy->db, kp_session_get_campaign (copy->office), &act, error);
  return copy->ledger != NULL;
}

/* The digest is that of the room's record as the office will read it when it is back. */
static gboolean
set_content (GBytes *image,
             KpSession *office,
             KpRoomPackageRecord *row,
             char **content,
             GError **error)
{
  KpDatabase *db = kp_database_open_image (image, KP_OPEN_READ_ONLY, error);
  g_autoptr (KpSession) session = db != NULL ? kp_session_new_on (db, NULL, "", office->sources, error) : NULL;

  *content = session != NULL ? kp_room_content_dup_digest (session, (guint) row->room, error) : NULL;
  row->content = *content;
  return *content != NULL;
}

static GBytes *
make_image (KpSession *office,
            KpRoomPackageRecord *row,
            KpRoomOutTally *tally,
            char **content,
            GError **error)
{
  g_auto (Copy) copy = { .office = office, .room = (guint) row->room, .tally = tally };
  g_autoptr (GBytes) image = NULL;

  if (!begin_copy (&copy, error) || !copy_room (&copy, error)
      || !kp_ledger_insert (copy.ledger, &kp_room_package_table, row, error) || !kp_ledger_commit (copy.ledger, error))
    return NULL;
  g_clear_pointer (&copy.ledger, kp_ledger_free);
  image = kp_database_dup_image (copy.db, error);
  return image != NULL && set_content (image, office, row, content, error) ? g_steal_pointer (&image) : NULL;
}

/* ---- whether there is anything to hand out ---- */

static gboolean
refuse (KpStepError code,
        const char *sentence,
        GError **error)
{
  g_set_error_literal (error, KP_STEP_ERROR, code, sentence);
  return FALSE;
}

static gboolean
check_stage (KpSession *session,
             GError **error)
{
  const KpStageBlock block = kp_stage_decide_step (&session->scheme->stages, session->begun, KP_STEP_IMPORT_INTERVIEW_MARKS);
  g_autofree char *sentence = NULL;

  if (block.kind == KP_STAGE_BLOCK_NONE || block.kind == KP_STAGE_BLOCK_EARLIER_OPEN)
    return TRUE;
  sentence = kp_stage_block_dup_sentence (block);
  return refuse (KP_STEP_ERROR_WRONG_STAGE, sentence, error);
}

static gboolean
check_room (KpSession *session,
            guint room,
            GError **error)
{
  g_autoptr (KpPanelField) field = kp_panel_field_load (session, error);
  g_autoptr (GPtrArray) examiners = field != NULL ? kp_panel_field_list_drawable (field) : NULL;
  g_autofree KpRoomOpeningRecord *opening = NULL;

  if (field == NULL
      || !kp_table_find (session->db, &kp_room_opening_table, session->campaign, KP_BINDS (KP_INT (room)), &opening, error))
    return FALSE;
  if (field->policy.n_rooms == 0)
    return refuse (KP_STEP_ERROR_WRONG_STAGE,
                   _("The interview order is not drawn yet, so there is no room to write a package for. Draw it first."), error);
  if (examiners->len > 0 && field->seats->len == 0)
    return refuse (KP_STEP_ERROR_WRONG_STAGE,
                   _("The examiners are not drawn to rooms yet, so a package would have none. Draw them first."), error);
  if (opening != NULL)
    return refuse (KP_STEP_ERROR_WRONG_STAGE, _("The room is open already: all of its marks are confirmed, and nothing is left to do."),
                   error);
  for (guint i = 0; i < kp_roster_get_n_dossiers (field->roster); i++)
    {
      const KpHearingRecord *hearing = kp_roster_get_dossier (field->roster, i)->hearing;

      if (hearing != NULL && hearing->room == room)
        return TRUE;
    }
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("There is no room %u in the draw of the interview."), room);
  return FALSE;
}

static gboolean
count_packages (KpSession *session,
                guint room,
                gint64 *n,
                GError **error)
{
  return kp_table_count (session->db, &kp_room_package_table, session->campaign, "AND room = $2", KP_BINDS (KP_INT (room)), n,
                         error);
}

/* The file first: a row without a file would only be in the way, a file without a row is taken away again. */
static gboolean
write_both (KpSession *session,
            KpLedger *ledger,
            KpRoomPackageRecord *row,
            GBytes *image,
            const char *path,
            KpSealedKey *key,
            GError **error)
{
  const char *sign_key = row->sign_key;

  row->sign_key = NULL;
  if (!kp_ledger_insert (ledger, &kp_room_package_table, row, error)
      || !kp_room_package_write_new (path, key, image, sign_key, error))
    return FALSE;
  if (kp_session_commit (session, ledger, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}

/**
 * kp_step_write_room_package:
 * @session: a session on the office's record, open for writing
 * @room: a room of the interview
 * @path: where the package goes; nothing may be there
 * @key: of kp_sealed_key_new()
 * @tally: (out): what is in it
 * @error: return location
 *
 * 考场数据包: a file with which the room works where there is no network. It may be written again, after the loss of a laptop or
 * a stick: then it says what is confirmed by then.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR, nothing changed and no file
 */
gboolean
kp_step_write_room_package (KpSession *session,
                            guint room,
                            const char *path,
                            KpSealedKey *key,
                            KpRoomOutTally *tally,
                            GError **error)
{
  g_autofree char *subject = g_strdup_printf ("room-%u", room);
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "room-out", subject, error);
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *sign_key = NULL;
  g_autofree char *verify_key = NULL;
  g_autofree char *package = NULL;
  g_autofree char *drawn = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) image = NULL;
  gint64 n = 0;
  KpRoomPackageRecord row;

  *tally = (KpRoomOutTally) { 0 };
  if (ledger == NULL || !check_stage (session, error) || !check_room (session, room, error)
      || !count_packages (session, room, &n, error))
    return FALSE;
  drawn = kp_room_content_dup_drawn (session, room, error);
  if (drawn == NULL)
    return FALSE;
  kp_signature_make_keys (&sign_key, &verify_key);
  package = g_strndup (verify_key, strlen (verify_key) / 2);
  row = (KpRoomPackageRecord) {
    .campaign = session->campaign,
    .package = package,
    .room = room,
    .number = n + 1,
    .issued_at = now,
    .content = drawn,
    .drawn = drawn,
    .verify_key = verify_key,
    .sign_key = sign_key,
  };
  image = make_image (session, &row, tally, &content, error);
  tally->number = (guint) row.number;
  return image != NULL && write_both (session, ledger, &row, image, path, key, error);
}
