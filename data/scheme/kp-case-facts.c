/* kp-case-facts.c – the facts of one made-up person: those of every scheme and those that the scheme declares.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case-private.h"
#include "kp-json-member.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>
#include <string.h>

/* Where a fact of every scheme lies. A claim can be denied: no degree, never enlisted; nobody is without a birthday. */
typedef struct
{
  const char *id;
  KpFactKind  kind;
  gsize       offset;
  gboolean    is_claim;
} Place;

#define PLACE(name, kind, member) { name, kind, offsetof (KpCandidateFacts, member), FALSE }
#define CLAIM(name, kind, member) { name, kind, offsetof (KpCandidateFacts, member), TRUE }

static const Place places[] = {
  PLACE ("birth", KP_FACT_DATE, birth),
  PLACE ("sex", KP_FACT_WORD, sex),
  PLACE ("ethnic", KP_FACT_WORD, ethnic),
  PLACE ("education", KP_FACT_WORD, education),
  CLAIM ("degree", KP_FACT_WORD, degree),
  PLACE ("major", KP_FACT_WORD, major),
  PLACE ("graduated", KP_FACT_DATE, graduated),
  PLACE ("political", KP_FACT_WORD, political),
  PLACE ("residence", KP_FACT_WORD, residence),
  CLAIM ("residence_since", KP_FACT_DATE, residence_since),
  CLAIM ("certificate", KP_FACT_WORD, certificate),
  CLAIM ("certificate_on", KP_FACT_DATE, certificate_on),
  CLAIM ("veteran", KP_FACT_YES_NO, is_veteran),
  CLAIM ("enlisted", KP_FACT_DATE, enlisted),
  CLAIM ("discharged", KP_FACT_DATE, discharged),
  CLAIM ("grid_staff", KP_FACT_YES_NO, is_grid_staff),
  CLAIM ("grid_since", KP_FACT_DATE, grid_since),
};

static gboolean
get_truth (JsonNode *node,
           KpTruth  *out)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;

  *out = json_node_get_boolean (node) ? KP_TRUTH_YES : KP_TRUTH_NO;
  return TRUE;
}

static gboolean
get_number (JsonNode   *node,
            KpFraction *out)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *out = kp_fraction_new (json_node_get_int (node), 1);
      return TRUE;
    }

  return kp_fraction_parse (kp_json_node_get_text (node), out, NULL);
}

static gboolean
has_other_keys (JsonObject *object)
{
  static const char *const known[] = { "word", "since", NULL };
  g_autoptr (GList)        keys = json_object_get_members (object);

  for (GList *link = keys; link != NULL; link = link->next)
    if (!g_strv_contains (known, link->data))
      return TRUE;

  return FALSE;
}

/* { "word": …, "since": … }, or the word alone */
static gboolean
read_place_fact (JsonNode    *node,
                 const char **word,
                 KpDate      *since)
{
  JsonNode *member;

  *since = KP_DATE_NONE;
  *word = kp_json_node_get_text (node);
  if (*word != NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return *word != NULL;
  if (has_other_keys (json_node_get_object (node)))
    return FALSE;

  member = json_object_get_member (json_node_get_object (node), "word");
  *word = member != NULL ? kp_json_node_get_text (member) : NULL;
  member = json_object_get_member (json_node_get_object (node), "since");

  return *word != NULL && (member == NULL || kp_date_parse_iso (kp_json_node_get_text (member), since, NULL));
}

static gboolean
is_denied (JsonNode *node)
{
  return JSON_NODE_HOLDS_NULL (node) || g_strcmp0 (kp_json_node_get_text (node), "") == 0;
}

/* A date that there isn't is as it was made: none. */
static void
deny_builtin (const Place      *place,
              KpCandidateFacts *facts)
{
  gpointer at = (char *) facts + place->offset;

  if (place->kind == KP_FACT_YES_NO)
    *(KpTruth *) at = KP_TRUTH_NO;
  else if (place->kind == KP_FACT_WORD)
    *(const char **) at = "";
}

static gboolean
read_builtin (const Place      *place,
              JsonNode         *node,
              KpCandidateFacts *facts)
{
  gpointer at = (char *) facts + place->offset;

  if (place->is_claim && is_denied (node))
    {
      deny_builtin (place, facts);
      return TRUE;
    }

  switch (place->kind)
    {
    case KP_FACT_DATE:
      return kp_date_parse_iso (kp_json_node_get_text (node), at, NULL);
    case KP_FACT_YES_NO:
      return get_truth (node, at);
    default:
      if (JSON_NODE_HOLDS_OBJECT (node) && strcmp (place->id, "residence") == 0)
        return read_place_fact (node, at, &facts->residence_since);
      *(const char **) at = kp_json_node_get_text (node);
      return kp_json_node_get_text (node) != NULL;
    }
}

static gboolean
read_declared (const KpFactDef *def,
               JsonNode        *node,
               KpFactTable     *table)
{
  const char *word = NULL;
  KpDate      date = KP_DATE_NONE;
  KpTruth     truth;
  KpFraction  number;

  if (is_denied (node))
    return kp_fact_table_set_none (table, def->id);

  switch (def->kind)
    {
    case KP_FACT_YES_NO:
      return get_truth (node, &truth) && kp_fact_table_set_truth (table, def->id, truth);
    case KP_FACT_DATE:
      return kp_date_parse_iso (kp_json_node_get_text (node), &date, NULL) && kp_fact_table_set_date (table, def->id, date);
    case KP_FACT_NUMBER:
      return get_number (node, &number) && kp_fact_table_set_number (table, def->id, number);
    case KP_FACT_PLACE:
      return read_place_fact (node, &word, &date) && kp_fact_table_set_place (table, def->id, word, date);
    case KP_FACT_WORD:
    default:
      return kp_json_node_get_text (node) != NULL && kp_fact_table_set_word (table, def->id, kp_json_node_get_text (node));
    }
}

static const Place *
find_place (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].id, id) == 0)
      return &places[i];

  return NULL;
}

/**
 * kp_case_has_fact:
 * @scheme: a scheme
 * @id: the id of a fact
 *
 * Returns: whether it is one of every scheme, or one that this scheme declares
 */
gboolean
kp_case_has_fact (const KpScheme *scheme,
                  const char     *id)
{
  return find_place (id) != NULL || kp_fact_find_def (scheme->facts, id) != NULL;
}

/* How a fact is written, for messages. */
static gchar *
dup_form (KpFactKind kind,
          gboolean   is_place,
          gboolean   may_be_denied)
{
  const char *form = _("a text in quotation marks");

  if (kind == KP_FACT_YES_NO)
    form = _("true or false without quotation marks");
  else if (kind == KP_FACT_DATE)
    form = _("a date of the calendar such as \"2026-03-02\"");
  else if (kind == KP_FACT_NUMBER)
    form = _("a number such as \"12\"");
  else if (is_place)
    form = _("a text in quotation marks, or {\"word\": \"…\", \"since\": \"2026-03-02\"}");

  return may_be_denied ? g_strdup_printf (_("%s, or null where the person says that there is none"), form)
                       : g_strdup_printf (_("%s; leave the key out where it isn't known"), form);
}

static gboolean
refuse (GError    **error,
        const char *number,
        const char *id,
        KpFactKind  kind,
        gboolean    is_place,
        gboolean    may_be_denied)
{
  g_autofree gchar *key = g_strconcat ("facts.", id, NULL);
  g_autofree gchar *allowed = dup_form (kind, is_place, may_be_denied);

  return kp_case_refuse (error, number, key, allowed);
}

/* A registration form asks for certificate, degree, military and grid service as claims: who says nothing claims none. */
static void
claim_nothing (KpCandidateFacts *facts)
{
  if (facts->certificate == NULL)
    facts->certificate = "";
  if (facts->degree == NULL)
    facts->degree = "";
  if (facts->is_veteran == KP_TRUTH_UNKNOWN)
    facts->is_veteran = kp_date_is_none (facts->enlisted) && kp_date_is_none (facts->discharged) ? KP_TRUTH_NO : KP_TRUTH_YES;
  if (facts->is_grid_staff == KP_TRUTH_UNKNOWN)
    facts->is_grid_staff = kp_date_is_none (facts->grid_since) ? KP_TRUTH_NO : KP_TRUTH_YES;
}

/**
 * kp_case_read_facts:
 * @scheme: the scheme, which declares facts of its own
 * @node: (nullable): the object of facts
 * @number: registration number, for messages
 * @facts: (out caller-allocates): the facts; texts are borrowed from @node
 * @table: where declared facts go; must outlive @facts
 * @error: return location for an error
 *
 * A fact that only the scheme with the rule declares is passed over: the scheme without it doesn't ask.
 *
 * Returns: FALSE with %KP_CASE_ERROR_REFUSED when a value isn't of the fact's kind
 */
gboolean
kp_case_read_facts (const KpScheme   *scheme,
                    JsonNode         *node,
                    const char       *number,
                    KpCandidateFacts *facts,
                    KpFactTable      *table,
                    GError          **error)
{
  g_autoptr (GList) keys = NULL;

  *facts = (KpCandidateFacts) { .declared = table };
  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    return kp_case_refuse (error, number, "facts", _("an object in braces"));

  keys = node != NULL ? json_object_get_members (json_node_get_object (node)) : NULL;
  for (GList *link = keys; link != NULL; link = link->next)
    {
      JsonNode        *value = json_object_get_member (json_node_get_object (node), link->data);
      const Place     *place = find_place (link->data);
      const KpFactDef *def = place == NULL ? kp_fact_find_def (scheme->facts, link->data) : NULL;

      if (place != NULL && !read_builtin (place, value, facts))
        return refuse (error, number, place->id, place->kind, strcmp (place->id, "residence") == 0, place->is_claim);
      if (def != NULL && !read_declared (def, value, table))
        return refuse (error, number, def->id, def->kind, def->kind == KP_FACT_PLACE, TRUE);
    }
  claim_nothing (facts);

  return TRUE;
}
