/* kp-verb-verify.c – tells whether a record agrees with its journal, or whether a draw replays.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "kp-draw-record.h"
#include "kp-json-member.h"
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

static gboolean
verify_record (KpCommand *command, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
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

/** kp_verb_verify: kaopin verify FILE|DRAW.json. */
gboolean
kp_verb_verify (KpCommand *command, GError **error)
{
  const char *path;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!kp_command_parse (command, NULL, 0, 0, error))
    return FALSE;
  path = kp_command_get_location (command);
  if (!kp_database_location_is_server (path) && g_str_has_suffix (path, ".json") &&
      g_file_get_contents (path, &text, &length, NULL) && looks_like_json (text, length))
    return verify_draw (command, path, text, length, error);
  return verify_record (command, error);
}
