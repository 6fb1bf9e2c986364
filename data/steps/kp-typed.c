/* kp-typed.c – what people type into the record: which columns of which tables, and how a screen shows them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns that a step derives aren't here: what they become isn't anybody's word against another's. Neither are the two blind
 * entries of a mark, of which nobody may be told what another one typed (kp-step-mark-script.c). */
#include "kp-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-account-tables.h"
#include "kp-campaign-tables.h"
#include "kp-condition.h"
#include "kp-conversion-tables.h"
#include "kp-headcount-tables.h"
#include "kp-hire-tables.h"
#include "kp-interview-tables.h"
#include "kp-mark-tables.h"
#include "kp-mark.h"
#include "kp-panel-tables.h"
#include "kp-registration-tables.h"
#include "kp-role.h"
#include "kp-staff-role.h"
#include "kp-work-tables.h"
#include "kp-written-tables.h"

#define DIGEST_PLACES 8
#define MARK_PLACES 2
#define FEN 100

static const KpTypedTable typed_tables[] = {
  { &kp_application_table, N_ ("Application %s"), KP_TYPED_ALONE,
    { { "payment", N_ ("Fee"), KP_TYPED_WORD }, { "paid_on", N_ ("Paid on"), KP_TYPED_TEXT }, { "post", N_ ("Post"), KP_TYPED_TEXT } } },
  { &kp_person_table, N_ ("Person %s"), KP_TYPED_ALONE, { { "address", N_ ("Address"), KP_TYPED_TEXT } } },
  { &kp_photo_table, N_ ("The photo of application %s"), KP_TYPED_ALONE,
    { { "digest", N_ ("Photo"), KP_TYPED_DIGEST }, { "taken_on", N_ ("Taken in on"), KP_TYPED_TEXT } } },
  { &kp_judgement_table, N_ ("The finding %s"), KP_TYPED_ALONE,
    { { "verdict", N_ ("Verdict"), KP_TYPED_WORD }, { "note", N_ ("Reason"), KP_TYPED_TEXT } } },
  { &kp_finding_table, N_ ("The finding %s"), KP_TYPED_ASKED,
    { { "verdict", N_ ("Verdict"), KP_TYPED_WORD }, { "sentence", N_ ("Reason"), KP_TYPED_TEXT } } },
  { &kp_proof_table, N_ ("The check %s"), KP_TYPED_ALONE,
    { { "outcome", N_ ("Outcome"), KP_TYPED_WORD },
      { "papers", N_ ("Papers shown"), KP_TYPED_LINES },
      { "source", N_ ("Source"), KP_TYPED_TEXT },
      { "checked_on", N_ ("Answered on"), KP_TYPED_TEXT },
      { "dated_on", N_ ("Date of the certificate"), KP_TYPED_TEXT },
      { "reference", N_ ("Reference"), KP_TYPED_TEXT },
      { "note", N_ ("Note"), KP_TYPED_TEXT } } },
  { &kp_bonus_review_table, N_ ("The claim to bonus %s"), KP_TYPED_ALONE,
    { { "verdict", N_ ("Verdict"), KP_TYPED_WORD }, { "points", N_ ("Points"), KP_TYPED_MARK }, { "reason", N_ ("Reason"), KP_TYPED_TEXT } } },
  { &kp_decision_table, N_ ("The decision"), KP_TYPED_ALONE,
    { { "value", N_ ("Decision"), KP_TYPED_TEXT }, { "reason", N_ ("Reason"), KP_TYPED_TEXT } } },
  { &kp_seat_table, N_ ("The seat"), KP_TYPED_ASKED | KP_TYPED_JOINED,
    { { "site", N_ ("Site"), KP_TYPED_TEXT }, { "room", N_ ("Room"), KP_TYPED_TEXT }, { "seat", N_ ("Seat"), KP_TYPED_TEXT } } },
  { &kp_mark_table, N_ ("The mark %s"), KP_TYPED_ASKED | KP_TYPED_JOINED | KP_TYPED_WHOLE_KEY,
    { { "state", N_ ("State"), KP_TYPED_STATE }, { "mark", N_ ("Mark"), KP_TYPED_MARK } } },
  { &kp_interview_table, N_ ("The interview of application %s"), KP_TYPED_ASKED, { { "state", N_ ("State"), KP_TYPED_STATE } } },
  { &kp_incident_table, N_ ("The incident %s"), KP_TYPED_ALONE,
    { { "informed_on", N_ ("Informed on"), KP_TYPED_TEXT },
      { "statement", N_ ("Statement"), KP_TYPED_TEXT },
      { "decision", N_ ("Decision"), KP_TYPED_WORD },
      { "decided_on", N_ ("Decided on"), KP_TYPED_TEXT },
      { "served_on", N_ ("Served on"), KP_TYPED_TEXT },
      { "served_how", N_ ("How it was served"), KP_TYPED_TEXT },
      { "review", N_ ("Review of the decision"), KP_TYPED_TEXT } } },
  { &kp_mark_recheck_table, N_ ("The re-check %s"), KP_TYPED_WHOLE_KEY, { { "result", N_ ("Result"), KP_TYPED_TEXT } } },
  { &kp_mark_publication_table, N_ ("The period of re-checks"), KP_TYPED_ALONE,
    { { "until", N_ ("Last day"), KP_TYPED_TEXT }, { "reason", N_ ("Reason"), KP_TYPED_TEXT } } },
  { &kp_examiner_table, N_ ("Examiner %s"), KP_TYPED_FREE,
    { { "name", N_ ("Name"), KP_TYPED_TEXT },
      { "unit", N_ ("Employer"), KP_TYPED_TEXT },
      { "role", N_ ("Role"), KP_TYPED_STAFF },
      { "is_outside", N_ ("From elsewhere"), KP_TYPED_YES },
      { "phone", N_ ("Telephone"), KP_TYPED_TEXT },
      { "left_reason", N_ ("Why replaced"), KP_TYPED_TEXT } } },
  { &kp_recusal_table, N_ ("The recusal %s"), KP_TYPED_ALONE,
    { { "kind", N_ ("Kind"), KP_TYPED_TEXT }, { "relation", N_ ("Relation"), KP_TYPED_TEXT } } },
  { &kp_attendance_table, N_ ("The sign-in of application %s"), KP_TYPED_ALONE, { { "state", N_ ("Sign-in"), KP_TYPED_WORD } } },
  { &kp_panel_mark_table, N_ ("The examiner's mark %s"), KP_TYPED_JOINED | KP_TYPED_WHOLE_KEY,
    { { "mark", N_ ("Mark"), KP_TYPED_MARK }, { "state", N_ ("State"), KP_TYPED_WORD }, { "void_reason", N_ ("Reason"), KP_TYPED_TEXT } } },
  { &kp_fitness_table, N_ ("The result %s"), KP_TYPED_ALONE, { { "outcome", N_ ("Result"), KP_TYPED_WORD } } },
  { &kp_objection_table, N_ ("Objection %s"), KP_TYPED_ALONE,
    { { "outcome", N_ ("Outcome"), KP_TYPED_WORD },
      { "finding", N_ ("Finding"), KP_TYPED_TEXT },
      { "answered_on", N_ ("Answered on"), KP_TYPED_TEXT } } },
  { &kp_choice_table, N_ ("The choice of application %s"), KP_TYPED_ALONE,
    { { "outcome", N_ ("Outcome"), KP_TYPED_WORD }, { "offer", N_ ("Post"), KP_TYPED_TEXT }, { "reason", N_ ("Reason"), KP_TYPED_TEXT } } },
  { &kp_contract_event_table, N_ ("The act %s"), KP_TYPED_ALONE,
    { { "day", N_ ("Day"), KP_TYPED_TEXT }, { "document", N_ ("Number of the paper"), KP_TYPED_TEXT } } },
  { &kp_probation_link_table, N_ ("The link of probation %s"), KP_TYPED_ALONE,
    { { "day", N_ ("Day"), KP_TYPED_TEXT }, { "document", N_ ("Number of the paper"), KP_TYPED_TEXT }, { "text", N_ ("In words"), KP_TYPED_TEXT } } },
  { &kp_probation_assessment_table, N_ ("The assessment of contract %s"), KP_TYPED_ALONE,
    { { "n_satisfied", N_ ("Satisfied"), KP_TYPED_TEXT },
      { "n_fair", N_ ("Fair"), KP_TYPED_TEXT },
      { "n_unsatisfied", N_ ("Unsatisfied"), KP_TYPED_TEXT },
      { "points", N_ ("Points"), KP_TYPED_TEXT },
      { "suspended_days", N_ ("Days suspended"), KP_TYPED_TEXT } } },
  { &kp_file_paper_table, N_ ("The paper of the file %s"), KP_TYPED_FREE,
    { { "document", N_ ("Number of the paper"), KP_TYPED_TEXT }, { "pages", N_ ("Pages"), KP_TYPED_TEXT } } },
  { &kp_grid_staff_table, N_ ("Number %s of the roster"), KP_TYPED_FREE,
    { { "department", N_ ("Department"), KP_TYPED_TEXT },
      { "job", N_ ("Job"), KP_TYPED_TEXT },
      { "cost", N_ ("Cost in a year"), KP_TYPED_MONEY },
      { "contract_until", N_ ("Contract until"), KP_TYPED_TEXT } } },
  { &kp_grid_department_table, N_ ("The budget of %s"), KP_TYPED_ALONE,
    { { "budget", N_ ("Budget"), KP_TYPED_MONEY }, { "year", N_ ("Year"), KP_TYPED_TEXT }, { "document", N_ ("Number of the paper"), KP_TYPED_TEXT } } },
  { &kp_headcount_node_table, N_ ("The unit %s"), KP_TYPED_FREE,
    { { "name", N_ ("Name"), KP_TYPED_TEXT },
      { "population", N_ ("Population"), KP_TYPED_TEXT },
      { "committee", N_ ("Committee"), KP_TYPED_TEXT },
      { "staff", N_ ("Staff"), KP_TYPED_TEXT },
      { "reserved", N_ ("Reserved"), KP_TYPED_TEXT } } },
  { &kp_account_table, N_ ("The account %s"), KP_TYPED_FREE,
    { { "name", N_ ("Name"), KP_TYPED_TEXT }, { "roles", N_ ("Duties"), KP_TYPED_DUTIES }, { "retired_on", N_ ("Retired on"), KP_TYPED_TEXT } } },
};

/* The record's words for which no rule has a Chinese one. */
static const struct
{
  const char *name;
  const char *chinese;
} words[] = {
  { "paid", "已缴费" },     { "exempt", "免缴" },     { "approved", "通过" },  { "refused", "不通过" },  { "upheld", "属实" },
  { "dismissed", "不属实" }, { "unfounded", "不属实" }, { "present", "到场" },   { "absent", "缺席" },     { "late", "迟到" },
  { "given", "有效" },      { "void", "作废" },       { "called", "待出结果" }, { "pass", "合格" },       { "fail", "不合格" },
  { "waived", "放弃" },     { "chosen", "已选岗" },   { "declined", "放弃选岗" }, { "undone", "已撤回" },
  { "shown", "已出示" },    { "confirmed", "属实" },  { "refuted", "不属实" },  { "missed", "逾期未证明" },
  { "mistaken", "误登作废" },
};

/** kp_typed_get: (nullable): that of the index; %NULL behind the last one. */
const KpTypedTable *
kp_typed_get (guint index)
{
  return index < G_N_ELEMENTS (typed_tables) ? &typed_tables[index] : NULL;
}

/** kp_typed_find: (nullable): what people type of @table. */
const KpTypedTable *
kp_typed_find (const KpTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed_tables); i++)
    if (typed_tables[i].table == table)
      return &typed_tables[i];
  return NULL;
}

/** kp_typed_dup_tables: (transfer full): their names as a list in SQL: 'application', 'person'. */
char *
kp_typed_dup_tables (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (typed_tables); i++)
    g_string_append_printf (list, "%s'%s'", i > 0 ? ", " : "", typed_tables[i].table->name);
  return g_string_free (list, FALSE);
}

/** kp_typed_dup_what: (transfer full): how a sentence calls the row with that key: “Application 000001”. */
char *
kp_typed_dup_what (const KpTypedTable *typed,
                   const char *key)
{
  const gboolean is_whole = (typed->flags & KP_TYPED_WHOLE_KEY) != 0;
  g_auto (GStrv) parts = g_strsplit (_(typed->what), "%s", 2);
  g_autofree char *shown = is_whole ? g_strdup (key) : g_strndup (key, strcspn (key, "/"));

  return parts[1] != NULL ? g_strconcat (parts[0], shown, parts[1], NULL) : g_strdup (parts[0]);
}

/** kp_typed_get_column: the column of that index in the table. (transfer none) */
const KpColumn *
kp_typed_get_column (const KpTypedTable *typed,
                     guint index)
{
  const KpTable *table = typed->table;

  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i].name, typed->columns[index].name))
      return &table->columns[i];
  g_assert_not_reached ();
}

/** kp_typed_dup_raw: (transfer full) (nullable): a value of @record (nullable) as the journal has it; %NULL = nothing. */
char *
kp_typed_dup_raw (const KpColumn *column,
                  gconstpointer record)
{
  if (record == NULL)
    return NULL;
  if (column->type == KP_COLUMN_TYPE_TEXT)
    return g_strdup (G_STRUCT_MEMBER (const char *, record, column->offset));
  return G_STRUCT_MEMBER (gint64, record, column->offset) == KP_NO_INT
             ? NULL
             : g_strdup_printf ("%" G_GINT64_FORMAT, G_STRUCT_MEMBER (gint64, record, column->offset));
}

static const char *
find_word (const char *raw)
{
  KpVerdict verdict = KP_VERDICT_BY_HAND;

  if (kp_verdict_parse (raw, &verdict))
    return kp_verdict_get_chinese (verdict);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].name, raw))
      return words[i].chinese;
  return raw;
}

static const char *
find_state (const char *raw)
{
  KpMarkState state = KP_MARK_NOT_ENTERED;

  return kp_mark_state_from_name (raw, &state) ? kp_mark_state_get_chinese (state) : raw;
}

static const char *
find_staff (const char *raw)
{
  KpStaffRole role = KP_STAFF_OTHER;

  return kp_staff_role_from_name (raw, &role) ? kp_staff_role_get_chinese (role) : raw;
}

static char *
dup_duties (const char *raw)
{
  KpRoles roles = 0;

  return kp_roles_parse (raw, &roles, NULL) ? kp_roles_dup_labels (roles) : g_strdup (raw);
}

static char *
dup_yuan (gint64 fen)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT, fen / FEN, fen % FEN);
}

/** kp_typed_dup_shown: (transfer full): how a screen shows @raw (nullable); "" for nothing. */
char *
kp_typed_dup_shown (const KpTypedColumn *column,
                    const char *raw)
{
  if (raw == NULL || *raw == '\0')
    return g_strdup ("");
  switch (column->kind)
    {
    case KP_TYPED_LINES:
      return g_strdelimit (g_strdup (raw), "\n", ' ');
    case KP_TYPED_MARK:
      return kp_mark_dup_text (g_ascii_strtoll (raw, NULL, 10), MARK_PLACES);
    case KP_TYPED_MONEY:
      return dup_yuan (g_ascii_strtoll (raw, NULL, 10));
    case KP_TYPED_WORD:
      return g_strdup (find_word (raw));
    case KP_TYPED_STATE:
      return g_strdup (find_state (raw));
    case KP_TYPED_DIGEST:
      return g_strndup (raw, DIGEST_PLACES);
    case KP_TYPED_YES:
      return g_strdup (g_str_equal (raw, "0") ? "否" : "是");
    case KP_TYPED_STAFF:
      return g_strdup (find_staff (raw));
    case KP_TYPED_DUTIES:
      return dup_duties (raw);
    case KP_TYPED_TEXT:
    default:
      return g_strdup (raw);
    }
}
