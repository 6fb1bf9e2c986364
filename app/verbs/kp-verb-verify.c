/* kp-verb-verify.c – tells whether a record agrees with its journal, or whether a draw replays.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "kp-change-tables.h"
#include "kp-draw-record.h"
#include "kp-json-member.h"
#include "kp-press-check.h"
#include "kp-retention-report.h"
#include "kp-schema.h"
#include "kp-verbs.h"
#include "kp-verify.h"

/* ---- a draw ---- */

static char **
dup_texts (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return NULL;
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  return g_strv_builder_end (builder);
}

static KpDraw *
read_draw (const char *path, const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (KpDraw) draw = g_new0 (KpDraw, 1);
  JsonNode *root;
  JsonObject *object;

  root =
      json_parser_load_from_data (parser, text, (gssize) length, NULL) ? json_parser_get_root (parser) : NULL;
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object != NULL)
    {
      draw->purpose = g_strdup (kp_json_get_text (object, "purpose"));
      draw->items = dup_texts (object, "items");
      draw->list = g_strdup (kp_json_get_text (object, "list"));
      draw->commitment = g_strdup (kp_json_get_text (object, "commitment"));
      draw->nonce = g_strdup (kp_json_get_text (object, "nonce"));
      draw->public_part = g_strdup (kp_json_get_text (object, "public"));
      draw->result = dup_texts (object, "result");
    }
  if (draw->purpose != NULL && draw->items != NULL && draw->list != NULL && draw->commitment != NULL &&
      draw->nonce != NULL && draw->public_part != NULL && draw->result != NULL)
    return g_steal_pointer (&draw);
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
               _ ("“%s” isn't the record of a draw: it needs purpose, items, list, commitment, nonce, public "
                  "and result, all "
                  "as texts."),
               path);
  return NULL;
}

static gboolean
verify_draw (KpCommand *command, const char *path, const char *text, gsize length, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpDraw) draw = read_draw (path, text, length, error);
  g_autofree char *difference = NULL;
  gboolean is_true;

  if (draw == NULL)
    return FALSE;
  is_true = kp_draw_verify (draw, &difference);
  kp_answer_add_truth (answer, "sound", is_true);
  kp_answer_say (answer, is_true ? _ ("Yes: the draw replays to exactly this result.")
                                 : _ ("No: the draw doesn't replay."));
  if (!is_true)
    kp_answer_add_text (answer, "difference", _ ("First difference"), difference);
  if (!is_true)
    kp_command_answer_no (command);
  return TRUE;
}

/* ---- a record ---- */

static void
answer_report (KpCommand *command, const KpVerifyReport *report, GPtrArray *complaints)
{
  const KpAnswerColumn columns[] = {
    { "seq", _ ("Journal"), TRUE },
    { "table", _ ("Table"), FALSE },
    { "key", _ ("Key"), FALSE },
    { "finding", _ ("What differs"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  const gboolean is_sound = kp_verify_report_is_sound (report) && complaints->len == 0;

  kp_answer_add_truth (answer, "sound", is_sound);
  kp_answer_say (answer, is_sound ? _ ("Yes: the record agrees with its journal.")
                                  : _ ("No: the record doesn't agree with its journal."));
  kp_answer_add_count (answer, "journal_rows", _ ("Rows of the journal"), report->n_journal_rows);
  kp_answer_add_count (answer, "rows", _ ("Rows of the record"), report->n_rows);
  if (report->n_unread > 0)
    kp_answer_add_count (answer, "unread_rows", _ ("Rows that only a keeper of the campaign may check"), report->n_unread);
  kp_answer_add_text (answer, "head", _ ("Head of the journal"), report->head_hash);
  kp_answer_add_count (answer, "n_findings", _ ("Differences"), report->n_findings + complaints->len);
  kp_answer_begin_table (answer, "findings", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->findings->len; i++)
    {
      const KpVerifyFinding *finding = g_ptr_array_index (report->findings, i);
      g_autofree char *seq = finding->seq > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, finding->seq) : NULL;

      kp_answer_add_row (answer, (const char *[]){ seq, finding->title, finding->key, finding->sentence });
    }
  for (guint i = 0; i < complaints->len; i++)
    kp_answer_add_row (answer, (const char *[]){ NULL, NULL, NULL, g_ptr_array_index (complaints, i) });
  if (!is_sound)
    kp_command_answer_no (command);
}

/* What journal and rows can't tell: a damaged page or index, and a draw that doesn't give its own result. */
static gboolean
find_more (KpSession *session, GPtrArray *complaints, GError **error)
{
  g_autofree char *damage = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) draws = kp_draw_record_list (session, &local);

  if (g_error_matches (local, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED))
    g_ptr_array_add (complaints, g_strdup (local->message));
  else if (draws == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!kp_database_check_file (kp_session_get_database (session), &damage, error))
    return FALSE;
  if (damage != NULL)
    g_ptr_array_add (complaints, g_strdup_printf (_ ("The file is damaged: %s."), damage));
  return TRUE;
}

/* What is gone can't be compared any more; that it is gone is in the journal. */
static gboolean
answer_erased (KpCommand *command, KpSession *session, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (GPtrArray) erasures = kp_erasure_list (session, error);
  gint64 n_values = 0;

  for (guint i = 0; erasures != NULL && i < erasures->len; i++)
    n_values += ((const KpErasureRecord *) g_ptr_array_index (erasures, i))->n_values;
  if (n_values > 0)
    kp_answer_add_count (answer, "n_erased", _ ("Values that were erased when their period was over"), (guint) n_values);
  return erasures != NULL;
}

static gboolean
verify_record (KpCommand *command, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open_unsigned (command, error);
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  g_auto (KpVerifyReport) report = { 0 };

  if (session == NULL ||
      !kp_journal_verify (kp_session_get_database (session), kp_session_get_campaign (session), tables,
                          n_tables, NULL, NULL, &report, error) ||
      !find_more (session, complaints, error))
    return FALSE;
  answer_report (command, &report, complaints);
  return answer_erased (command, session, error);
}

/* ---- a paper ---- */

static const char *
get_sentence (const KpPaperCheck *check, gboolean is_file)
{
  switch (check->state)
    {
    case KP_PAPER_CURRENT:
      return is_file ? _ ("Yes: the file is as the program wrote it, and what it says is what the record says now.")
                     : _ ("Yes: the record has this paper, and it is the one that holds.");
    case KP_PAPER_VOID:
      return check->amendment > 0 ? _ ("No: this paper is void; a supplementary notice changed what it says.")
                                  : _ ("No: this paper is void; a later edition of it holds.");
    case KP_PAPER_OTHER:
      return _ ("No: the record now says something else than this paper. It was put right after the paper was printed, or the "
                "paper isn't from this record.");
    case KP_PAPER_UNKNOWN:
      return _ ("No: the record has no such paper.");
    case KP_PAPER_CHANGED:
      return _ ("No: the file isn't as the program wrote it; it was changed or saved anew afterwards, or printed from another record.");
    case KP_PAPER_FOREIGN:
      return _ ("No: this paper belongs to another campaign.");
    case KP_PAPER_MISTYPED:
      return _ ("No: a character of the check code is wrong; compare it with the paper and type it again.");
    case KP_PAPER_NOT_COMPARED:
      return _ ("Yes: the file is as the program wrote it. Papers of this kind bear no check code, so what they say isn't "
                "compared with the record.");
    case KP_PAPER_GROWN:
      return check->n_since > 0
                 ? _ ("Yes, as of its day: the file is as the program wrote it from this record. The record has gone on since, and "
                      "the register reads otherwise now.")
                 : _ ("Yes, as of its day: the file is as the program wrote it from this record. Nothing was recorded since, but the "
                      "register goes by the day on which it is printed.");
    case KP_PAPER_DENIED:
      return _ ("No: the program wrote this file from this record, and nothing was recorded since, yet the record says something "
                "else now. Check the whole record with kaopin verify.");
    case KP_PAPER_SEALED:
      return _ ("The program doesn't print such a paper again, so it can't compare it with the record.");
    case KP_PAPER_NO_CODE:
    default:
      return is_file ? _ ("No: the file bears no check code of this program.")
                     : _ ("No: this is no check code. It stands beside the square code on the paper and has six parts, "
                          "divided by colons.");
    }
}

/* One sentence first; then what is known of the paper. */
static void
answer_paper (KpCommand *command, const KpPaperCheck *check, gboolean is_file)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const gboolean is_true = check->state == KP_PAPER_CURRENT || check->state == KP_PAPER_NOT_COMPARED
                           || check->state == KP_PAPER_GROWN;

  kp_answer_add_truth (answer, "sound", is_true);
  kp_answer_say (answer, get_sentence (check, is_file));
  kp_answer_add_text (answer, "state", NULL, kp_paper_state_get_name (check->state));
  if (check->form != NULL)
    kp_answer_add_text (answer, "paper", _ ("Kind of paper"), check->form);
  if (check->number != NULL)
    kp_answer_add_text (answer, "number", _ ("Number of the paper"), check->number);
  if (check->campaign != NULL && check->state != KP_PAPER_FOREIGN)
    kp_answer_add_text (answer, "campaign", _ ("Campaign"), check->campaign);
  if (check->state == KP_PAPER_FOREIGN)
    kp_answer_add_text (answer, "campaign", _ ("Campaign"), check->code.campaign);
  if (check->form != NULL)
    kp_answer_add_count (answer, "edition", _ ("Edition"), check->code.edition);
  if (check->state == KP_PAPER_VOID)
    kp_answer_add_count (answer, "current_edition", _ ("Edition that holds"), check->edition);
  if (check->state == KP_PAPER_VOID && check->amendment > 0)
    kp_answer_add_count (answer, "amendment", _ ("Number of the supplementary notice"), check->amendment);
  if (check->date != NULL)
    kp_answer_add_text (answer, "issued", _ ("Issued"), check->date);
  if (check->voided != NULL && check->state == KP_PAPER_VOID)
    kp_answer_add_text (answer, "void_since", _ ("Void since"), check->voided);
  if (check->journal != NULL && check->state != KP_PAPER_CHANGED)
    kp_answer_add_text (answer, "record_of", _ ("Printed from the record as of"), check->journal);
  if (check->state == KP_PAPER_GROWN)
    kp_answer_add_count (answer, "n_since", _ ("Rows of the journal since"), (guint) check->n_since);
  if (!is_true)
    kp_command_answer_no (command);
}

static gboolean
verify_paper (KpCommand *command, const char *paper, GError **error)
{
  const gboolean is_file = g_file_test (paper, G_FILE_TEST_EXISTS) || g_str_has_suffix (paper, ".pdf");
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  g_autoptr (KpFontSet) fonts = session != NULL ? kp_press_open_fonts (error) : NULL;
  g_auto (KpPaperCheck) check = { .state = KP_PAPER_NO_CODE };
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) pdf = NULL;
  char *bytes = NULL;
  gsize length = 0;

  if (fonts == NULL)
    return FALSE;
  if (is_file && !g_file_get_contents (paper, &bytes, &length, &local))
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The file can't be read: %s."), local->message);
      return FALSE;
    }
  if (is_file)
    pdf = g_bytes_new_take (bytes, length);
  if (!(is_file ? kp_press_check_file (session, fonts, pdf, &check, error)
                : kp_press_check_code (session, fonts, paper, &check, error)))
    return FALSE;
  answer_paper (command, &check, is_file);
  return TRUE;
}

/* A draw's record is a text that begins with a brace; a record of a campaign never is. */
static gboolean
looks_like_json (const char *text, gsize length)
{
  gsize at = g_str_has_prefix (text, "\xef\xbb\xbf") ? 3 : 0;

  while (at < length && g_ascii_isspace (text[at]))
    at++;
  return at < length && text[at] == '{';
}

/** kp_verb_verify: kaopin verify FILE|DRAW.json, or FILE --paper CODE|PDF. */
gboolean
kp_verb_verify (KpCommand *command, GError **error)
{
  const char *path;
  g_autofree char *paper = NULL;
  const GOptionEntry entries[] = {
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_ ("Check a paper: its check code, or its PDF file"), "CODE|PDF" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (paper != NULL)
    return verify_paper (command, paper, error);
  path = kp_command_get_location (command);
  if (!kp_database_location_is_server (path) && g_str_has_suffix (path, ".json") &&
      g_file_get_contents (path, &text, &length, NULL) && looks_like_json (text, length))
    return verify_draw (command, path, text, length, error);
  return verify_record (command, error);
}
