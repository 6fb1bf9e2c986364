/* kp-verb-room.c – room packages: written for a room without network, looked at, taken in again.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-room-in.h"
#include "kp-step-room-out.h"
#include "kp-verbs.h"

typedef struct
{
  char **package_holds;
  char **record_holds;
  char *by;
  char *with;
  char *reason;
  int room;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->package_holds);
  g_strfreev (options->record_holds);
  g_free (options->by);
  g_free (options->with);
  g_free (options->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
write_out (KpCommand *command, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const char *path = kp_command_get_argument (command, 0);
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpSealedKey) key = NULL;
  KpRoomOutTally tally;

  if (path == NULL || options->room <= 0)
    return kp_command_fail_usage (command, error, _ ("Say which file is to be written, and for which room: --room N."));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  key = session != NULL ? kp_command_make_key (command, error) : NULL;
  if (key == NULL || !kp_step_write_room_package (session, (guint) options->room, path, key, &tally, error))
    return FALSE;
  kp_answer_add_text (answer, "file", _ ("Written"), path);
  kp_answer_add_count (answer, "room", _ ("Room"), options->room);
  kp_answer_add_count (answer, "package", _ ("Package of the room"), tally.number);
  kp_answer_add_count (answer, "candidates", _ ("Candidates"), tally.n_candidates);
  kp_answer_add_count (answer, "confirmed", _ ("Confirmed by two people already"), tally.n_checked);
  kp_answer_add_count (answer, "examiners", _ ("Examiners with a seat"), tally.n_examiners);
  kp_answer_say (answer, _ ("Tell the room the passphrase by another way than the file. Without it nobody can open the package, "
                            "the office neither."));
  return TRUE;
}

/* ---- show ---- */

static const char *
get_state (const KpRoomCandidate *candidate)
{
  static const char *const words[]
      = { [KP_ROOM_WAITING] = N_ ("not heard yet"), [KP_ROOM_ENTERED] = N_ ("to be checked"), [KP_ROOM_CHECKED] = N_ ("checked") };

  return _ (words[candidate->state]);
}

static void
show_desk (KpAnswer *answer, const KpRoomDesk *desk)
{
  const KpAnswerColumn columns[] = {
    { "code", _ ("Number"), FALSE },
    { "state", _ ("State"), FALSE },
    { "result", _ ("Mark"), TRUE },
  };
  guint n_checked = 0;

  for (guint i = 0; i < desk->candidates->len; i++)
    n_checked += ((const KpRoomCandidate *) g_ptr_array_index (desk->candidates, i))->state == KP_ROOM_CHECKED;
  kp_answer_add_count (answer, "candidates", _ ("Candidates"), desk->candidates->len);
  kp_answer_add_count (answer, "confirmed", _ ("Confirmed by two people already"), n_checked);
  kp_answer_begin_table (answer, "numbers", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < desk->candidates->len; i++)
    {
      const KpRoomCandidate *candidate = g_ptr_array_index (desk->candidates, i);

      kp_answer_add_row (answer, (const char *[]){ candidate->code, get_state (candidate),
                                                   candidate->result != NULL ? candidate->result : "" });
    }
}

static gboolean
show (KpCommand *command, const Options *options G_GNUC_UNUSED, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const char *path = kp_command_get_location (command);
  g_autoptr (KpSealedKey) key = kp_command_unlock (command, path, error);
  g_autofree char *digest = NULL;
  guint8 signature[KP_SIGNATURE_SIZE];
  g_autoptr (KpSession) session
      = key != NULL ? kp_room_package_open_signed (path, key, &kp_system_sources, &digest, signature, error) : NULL;
  g_autofree KpRoomPackageRecord *row = NULL;
  g_autoptr (KpRoomDesk) desk = NULL;

  if (session == NULL || !kp_room_package_load_row (session, &row, error))
    return FALSE;
  desk = kp_room_desk_load (session, (guint) row->room, error);
  if (desk == NULL)
    return FALSE;
  kp_answer_add_text (answer, "campaign", _ ("Campaign"), kp_session_get_campaign (session));
  kp_answer_add_count (answer, "room", _ ("Room"), row->room);
  kp_answer_add_count (answer, "package", _ ("Package of the room"), row->number);
  kp_answer_add_text (answer, "written_at", _ ("Written at"), row->issued_at);
  kp_answer_add_text (answer, "digest", _ ("Digest of what is in it now"), digest);
  show_desk (answer, desk);
  return TRUE;
}

/* ---- in ---- */

static void
show_differences (KpAnswer *answer, const KpRoomInReport *report)
{
  const KpAnswerColumn columns[] = {
    { "code", _ ("Number"), FALSE },       { "examiner", _ ("Examiner"), TRUE },  { "element", _ ("Element"), FALSE },
    { "record", _ ("In the record"), TRUE }, { "package", _ ("In the package"), TRUE },
  };

  kp_answer_begin_table (answer, "differences", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->differences->len; i++)
    {
      const KpRoomDifference *one = g_ptr_array_index (report->differences, i);
      g_autofree char *examiner = one->examiner > 0 ? g_strdup_printf ("%u", one->examiner) : g_strdup ("");

      kp_answer_add_row (answer, (const char *[]){ one->code, examiner, one->examiner > 0 ? one->element : _ ("result"),
                                                   one->record, one->package });
    }
}

static void
answer_in (KpCommand *command, const KpRoomInReport *report)
{
  static const char *const names[] = { "taken", "same", "conflict" };
  KpAnswer *answer = kp_command_get_answer (command);

  kp_answer_add_text (answer, "outcome", NULL, names[report->outcome]);
  kp_answer_add_count (answer, "room", _ ("Room"), report->room);
  kp_answer_add_count (answer, "package", _ ("Package of the room"), report->number);
  kp_answer_add_text (answer, "digest", _ ("Digest, as the room's computer shows it"), report->digest);
  if (report->outcome == KP_ROOM_IN_SAME)
    kp_answer_say (answer, _ ("The record has all of it already; nothing was changed."));
  else
    {
      kp_answer_add_count (answer, "taken", _ ("Numbers taken in"),
                           report->outcome == KP_ROOM_IN_TAKEN ? report->n_taken : 0);
      kp_answer_add_count (answer, "as_before", _ ("Numbers that the record had already"), report->n_same);
    }
  if (report->outcome != KP_ROOM_IN_CONFLICT)
    return;
  kp_answer_add_count (answer, "conflicts", _ ("Numbers that contradict the record"), report->n_conflicts);
  kp_answer_say (answer, _ ("Nothing was taken in. Read the signed sheets together and say of each number which holds, with "
                            "--package-holds or --record-holds, --by, --with and --reason."));
  show_differences (answer, report);
  kp_command_answer_no (command);
}

static gboolean
take_in (KpCommand *command, const Options *options, GError **error)
{
  const char *path = kp_command_get_argument (command, 0);
  const gboolean is_decided = options->package_holds != NULL || options->record_holds != NULL;
  const KpRoomInDecision decision = {
    (const char *const *) options->package_holds,
    (const char *const *) options->record_holds,
    { options->by, options->with, options->reason },
  };
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpSealedKey) key = NULL;
  g_autoptr (KpRoomInReport) report = NULL;

  if (path == NULL)
    return kp_command_fail_usage (command, error, _ ("Say which room package is to be taken in."));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  key = session != NULL ? kp_command_unlock (command, path, error) : NULL;
  report = key != NULL ? kp_step_take_room_package (session, path, key, is_decided ? &decision : NULL, error) : NULL;
  if (report == NULL)
    return FALSE;
  answer_in (command, report);
  return TRUE;
}

typedef gboolean (*Work) (KpCommand *, const Options *, GError **);

static Work
find_work (const char *word)
{
  const struct
  {
    const char *word;
    Work work;
  } works[] = { { "out", write_out }, { "show", show }, { "in", take_in } };

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      if (g_str_equal (works[i].word, word))
        return works[i].work;
    }
  return NULL;
}

/** kp_verb_room: kaopin room out FILE PACKAGE --room N | show PACKAGE | in FILE PACKAGE. */
gboolean
kp_verb_room (KpCommand *command, GError **error)
{
  g_auto (Options) o = { 0 };
  const GOptionEntry entries[] = {
    { "room", 0, 0, G_OPTION_ARG_INT, &o.room, N_ ("With out: which room"), "ROOM" },
    { "package-holds", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o.package_holds,
      N_ ("With in: of this number the package holds; may be repeated"), "CODE" },
    { "record-holds", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o.record_holds,
      N_ ("With in: of this number the record holds; may be repeated"), "CODE" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &o.by, N_ ("Who answers for it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &o.with, N_ ("Who answers for it too: another person"), "PERSON" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &o.reason, N_ ("Why"), "TEXT" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autofree char *word = NULL;
  Work work;

  if (!kp_command_parse (command, entries, 1, 2, error))
    return FALSE;
  word = kp_command_take_word (command);
  work = find_work (word);
  if (work == NULL)
    return kp_command_fail_usage (command, error, _ ("“%s” is nothing to do with a room package: out, show or in."), word);
  return work (command, &o, error);
}
