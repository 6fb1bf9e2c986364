/* kp-scheme-upgrade.c – scheme files of earlier forms, brought to today's before they are read.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A campaign keeps the text and the digest under which it was sealed; only what is read from it is brought forward.
 *
 * Form 1 → 2: weights in basis points are weights ("50%"); names of ties that no fact answers are for a person; the bonus
 * has a rule within groups and one across them; freed places may go to several posts. */

#include "kp-json-member.h"
#include "kp-scheme-field.h"
#include "kp-scheme-upgrade.h"

#include <string.h>

/* Anything but a whole number is left for the reader to refuse. */
static void
turn_weight (JsonObject *object,
             const char *from,
             const char *to)
{
  JsonNode *node = json_object_get_member (object, from);

  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 0)
    {
      g_autofree gchar *weight = kp_weight_dup_text (kp_fraction_new (json_node_get_int (node), KP_BASIS_POINTS));

      json_object_remove_member (object, from);
      json_object_set_string_member (object, to, weight);
      return;
    }
  node = json_node_copy (node);
  json_object_remove_member (object, from);
  json_object_set_member (object, to, node);
}

static void
turn_weights (JsonObject *scheme)
{
  static const char *const parts[] = { "written", "interview", "credential", "bonus" };
  JsonArray               *papers = kp_json_get_array (kp_json_get_object (scheme, "written"), "papers");
  JsonArray               *totals = kp_json_get_array (scheme, "totals");

  for (guint i = 0; papers != NULL && i < json_array_get_length (papers); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (papers, i)))
      turn_weight (json_array_get_object_element (papers, i), "weight_bp", "weight");

  for (guint i = 0; totals != NULL && i < json_array_get_length (totals); i++)
    {
      JsonNode   *node = json_array_get_element (totals, i);
      JsonObject *total = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      JsonObject *weights = kp_json_get_object (total, "weights_bp");

      if (weights == NULL)
        continue;
      for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
        turn_weight (weights, parts[j], parts[j]);
      json_object_set_object_member (total, "weights", json_object_ref (weights));
      json_object_remove_member (total, "weights_bp");
    }
}

static JsonNode *
dup_tie (JsonNode *node)
{
  const char *name = NULL;
  KpTieField  field;
  JsonObject *tie, *condition;
  JsonNode   *turned;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    name = json_node_get_string (node);
  if (!kp_tie_field_from_name (name, &field) || !kp_tie_field_is_declared (field))
    return json_node_copy (node);

  condition = json_object_new ();
  json_object_set_string_member (condition, "by_hand", kp_tie_field_get_chinese (field));
  tie = json_object_new ();
  json_object_set_object_member (tie, "meets", condition);
  json_object_set_string_member (tie, "label", kp_tie_field_get_chinese (field));
  turned = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (turned, tie);

  return turned;
}

/* A name that no part of the record can answer: as an object that only a person can judge it stays as undecided as it was.
 */
static void
turn_ties (JsonObject *scheme)
{
  JsonArray *totals = kp_json_get_array (scheme, "totals");

  for (guint i = 0; totals != NULL && i < json_array_get_length (totals); i++)
    {
      JsonNode  *node = json_array_get_element (totals, i);
      JsonArray *ties = JSON_NODE_HOLDS_OBJECT (node) ? kp_json_get_array (json_node_get_object (node), "ties") : NULL;
      JsonArray *turned = ties != NULL ? json_array_new () : NULL;

      for (guint j = 0; ties != NULL && j < json_array_get_length (ties); j++)
        json_array_add_element (turned, dup_tie (json_array_get_element (ties, j)));
      if (ties != NULL)
        json_object_set_array_member (json_node_get_object (node), "ties", turned);
    }
}

static void
turn_bonus (JsonObject *scheme)
{
  JsonObject *bonus = kp_json_get_object (scheme, "bonus");
  const char *rule = kp_json_get_text (bonus, "rule");
  gboolean    is_sum = g_strcmp0 (rule, "sum") == 0;

  if (rule == NULL || (!is_sum && strcmp (rule, "max_single") != 0 && strcmp (rule, "best_of_group") != 0))
    return;

  json_object_set_string_member (bonus, "within", is_sum ? "sum" : "best");
  json_object_set_string_member (bonus, "across", is_sum || strcmp (rule, "best_of_group") == 0 ? "sum" : "best");
  json_object_remove_member (bonus, "rule");
}

static void
turn_freed_to (JsonObject *scheme)
{
  JsonObject *quota = kp_json_get_object (scheme, "quota");
  const char *freed_to = kp_json_get_text (quota, "freed_to");
  JsonArray  *posts;

  if (freed_to == NULL)
    return;

  posts = json_array_new ();
  json_array_add_string_element (posts, freed_to);
  json_object_set_array_member (quota, "freed_to", posts);
}

/**
 * kp_scheme_upgrade:
 * @scheme: the scheme's object, without the key of the form
 * @form: the form it was written in, from 1
 *
 * Brings @scheme to %KP_SCHEME_FORM in place. What isn't as @form had it stays, for the reader to refuse.
 */
void
kp_scheme_upgrade (JsonObject *scheme,
                   gint64      form)
{
  if (form >= 2)
    return;
  turn_weights (scheme);
  turn_ties (scheme);
  turn_bonus (scheme);
  turn_freed_to (scheme);
}
