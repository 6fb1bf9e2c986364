/* kp-scheme-condition.c – conditions of the scheme as JSON: an object with one key, the kind.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* { "all_of": [ … ] }                                   any_of, except: the same
 * { "born": { "from": "1985-03-02", "to": "2008-03-02" } }   graduated: the same; either end may be left out
 * { "education_at_least": "大专" }
 * { "political_in": ["中共党员", "中共预备党员"] }           education_in, degree_in, major_in, sex_in: the same
 * { "residence_in": { "words": ["云岭县"], "to": "2026-03-02" } }
 * { "certificate_at_least": { "word": "助理社会工作师", "to": "2026-03-02" } }
 * { "grid_months": { "months": 12, "to": "2026-03-02" } }
 * { "service_months": { "months": 24 } }
 * { "veteran": true }   { "grid_staff": true }
 * { "some_of": { "count": 2, "parts": [ … ] } }
 * { "is": "army_spouse" }                                  a fact by its id, built in or declared in "facts"
 * { "word_in": { "fact": "punishment", "words": ["警告", "记过"] } }
 * { "place_in": { "fact": "spouse_residence", "words": ["云岭县"], "to": "2026-03-02" } }
 * { "dated": { "fact": "registered_on", "from": "2026-03-02", "to": "2026-03-06" } }
 * { "months_since": { "fact": "community_since", "months": 36, "to": "2026-03-02" } }   or "until": a date fact; left
 *                                                           out = the scheme's cut-off
 * { "at_least": { "fact": "insurance_months", "value": "12" } }   at_most: the same
 * { "post_in": ["A01"] }   { "post_street_in": ["01"] }   { "same_as_post": "own_street" }
 * { "by_hand": "…what has to be judged…" }
 */

#include "kp-condition-form.h"
#include "kp-scheme-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 8

static KpCondition *read_condition (KpSchemeReading *reading,
                                    JsonNode        *node,
                                    guint            depth);

static void
read_parts (KpSchemeReading *reading,
            JsonNode        *node,
            guint            depth,
            KpCondition     *condition)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0 || depth >= MAX_DEPTH)
    {
      kp_scheme_reading_refuse (reading, node, _("a list of at least one condition, nested eight deep at most"));
      return;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize        mark = kp_scheme_reading_enter_index (reading, i);
      KpCondition *part = read_condition (reading, json_array_get_element (array, i), depth + 1);

      if (part != NULL)
        g_ptr_array_add (condition->parts, part);
      kp_scheme_reading_leave (reading, mark);
    }
}

static void
read_words (KpSchemeReading *reading,
            JsonNode        *node,
            KpCondition     *condition)
{
  JsonArray              *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  if (array == NULL || json_array_get_length (array) == 0)
    {
      kp_scheme_reading_refuse (reading, node, _("a list of at least one word"));
      return;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize       mark = kp_scheme_reading_enter_index (reading, i);
      const char *word = NULL;

      if (kp_scheme_read_text (reading, json_array_get_element (array, i), &word))
        g_strv_builder_add (words, word);
      kp_scheme_reading_leave (reading, mark);
    }
  condition->words = g_strv_builder_end (words);
}

static void
read_word (KpSchemeReading *reading,
           JsonNode        *node,
           KpCondition     *condition)
{
  const char *word = NULL;

  if (kp_scheme_read_text (reading, node, &word))
    {
      condition->words = g_new0 (gchar *, 2);
      condition->words[0] = g_strdup (word);
    }
}

static void
read_text (KpSchemeReading *reading,
           JsonNode        *node,
           gchar          **out)
{
  const char *text = NULL;

  if (kp_scheme_read_text (reading, node, &text))
    *out = g_strdup (text);
}

static void
read_member (KpSchemeReading *reading,
             KpConditionMember           member,
             JsonNode        *node,
             guint            depth,
             KpCondition     *condition)
{
  switch (member)
    {
    case KP_MEMBER_FACT:
      read_text (reading, node, &condition->fact);
      break;
    case KP_MEMBER_WORD:
      read_word (reading, node, condition);
      break;
    case KP_MEMBER_WORDS:
      read_words (reading, node, condition);
      break;
    case KP_MEMBER_MONTHS:
      kp_scheme_read_count (reading, node, 1200, &condition->months);
      break;
    case KP_MEMBER_VALUE:
      kp_scheme_read_fraction (reading, node, &condition->value);
      break;
    case KP_MEMBER_FROM:
      kp_scheme_read_date (reading, node, &condition->from);
      break;
    case KP_MEMBER_TO:
      kp_scheme_read_date (reading, node, &condition->to);
      break;
    case KP_MEMBER_UNTIL:
      read_text (reading, node, &condition->until);
      break;
    case KP_MEMBER_COUNT:
      kp_scheme_read_count (reading, node, 100, &condition->count);
      break;
    case KP_MEMBER_PARTS:
    default:
      read_parts (reading, node, depth, condition);
      break;
    }
}

/* "fact", "months" */
static gchar *
dup_members (guint members)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < KP_CONDITION_N_MEMBERS; i++)
    if ((members & KP_CONDITION_BIT (i)) != 0)
      g_string_append_printf (names, "%s\"%s\"", names->len > 0 ? ", " : "", kp_condition_member_get_name ((KpConditionMember) i));

  return g_strdup (names->str);
}

static void
refuse_members (KpSchemeReading *reading,
                JsonNode        *node,
                const KpConditionForm      *form)
{
  g_autofree gchar *needed = dup_members (form->needed);
  g_autofree gchar *optional = dup_members (form->optional);
  g_autofree gchar *allowed = NULL;

  if (form->needed == 0)
    allowed = g_strdup_printf (_("an object with at least one of %s"), optional);
  else if (form->optional == 0)
    allowed = g_strdup_printf (_("an object with %s"), needed);
  else
    allowed = g_strdup_printf (_("an object with %s and, if wanted, %s"), needed, optional);

  kp_scheme_reading_refuse (reading, node, allowed);
}

/* A count of nothing is none: it would always hold. */
static gboolean
is_complete (const KpConditionForm        *form,
             guint              seen,
             const KpCondition *condition)
{
  if (form->needed == 0)
    return seen != 0;
  if ((seen & form->needed) != form->needed)
    return FALSE;

  return ((form->needed & KP_CONDITION_BIT (KP_MEMBER_MONTHS)) == 0 || condition->months > 0)
         && ((form->needed & KP_CONDITION_BIT (KP_MEMBER_COUNT)) == 0 || condition->count > 0);
}

static gboolean
find_member (const char *key,
             guint       members,
             KpConditionMember     *out)
{
  for (guint i = 0; i < KP_CONDITION_N_MEMBERS; i++)
    if ((members & KP_CONDITION_BIT (i)) != 0 && strcmp (kp_condition_member_get_name ((KpConditionMember) i), key) == 0)
      {
        *out = (KpConditionMember) i;
        return TRUE;
      }

  return FALSE;
}

static void
read_members (KpSchemeReading *reading,
              JsonNode        *node,
              guint            depth,
              KpCondition     *condition)
{
  const KpConditionForm       *form = kp_condition_form_get (condition->kind);
  g_autoptr (GList) keys = NULL;
  guint             n_before = reading->problems->len;
  guint             seen = 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    keys = json_object_get_members (json_node_get_object (node));

  for (GList *link = keys; link != NULL; link = link->next)
    {
      JsonNode *value = json_object_get_member (json_node_get_object (node), link->data);
      gsize     mark = kp_scheme_reading_enter (reading, link->data);
      KpConditionMember    member;

      if (find_member (link->data, form->needed | form->optional, &member))
        {
          read_member (reading, member, value, depth, condition);
          seen |= KP_CONDITION_BIT (member);
        }
      else
        refuse_members (reading, value, form);
      kp_scheme_reading_leave (reading, mark);
    }

  if (reading->problems->len == n_before && !is_complete (form, seen, condition))
    refuse_members (reading, node, form);
}

static void
read_body (KpSchemeReading *reading,
           JsonNode        *node,
           guint            depth,
           KpCondition     *condition)
{
  switch (kp_condition_form_get (condition->kind)->shape)
    {
    case KP_SHAPE_PARTS:
      read_parts (reading, node, depth, condition);
      break;
    case KP_SHAPE_WORD:
      read_word (reading, node, condition);
      break;
    case KP_SHAPE_WORDS:
      read_words (reading, node, condition);
      break;
    case KP_SHAPE_FACT:
      read_text (reading, node, &condition->fact);
      break;
    case KP_SHAPE_TRUE:
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN
          || !json_node_get_boolean (node))
        kp_scheme_reading_refuse (reading, node, _("true; put it into \"except\" for the opposite"));
      break;
    case KP_SHAPE_TEXT:
      read_text (reading, node, &condition->text);
      break;
    case KP_SHAPE_MEMBERS:
    default:
      read_members (reading, node, depth, condition);
      break;
    }
}

static gchar *
dup_kinds (void)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < KP_N_CONDITION_KINDS; i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", kp_condition_kind_get_name ((KpConditionKind) i));

  return g_strdup_printf (_("an object with one key of %s"), kinds->str);
}

static KpCondition *
read_condition (KpSchemeReading *reading,
                JsonNode        *node,
                guint            depth)
{
  g_autoptr (GList)       keys = NULL;
  g_autoptr (KpCondition) condition = NULL;
  KpConditionKind         kind;
  gsize                   mark;

  if (JSON_NODE_HOLDS_OBJECT (node))
    keys = json_object_get_members (json_node_get_object (node));
  if (keys == NULL || keys->next != NULL || !kp_condition_kind_parse (keys->data, &kind))
    {
      g_autofree gchar *allowed = dup_kinds ();

      kp_scheme_reading_refuse (reading, node, allowed);
      return NULL;
    }

  condition = kp_condition_new (kind);
  mark = kp_scheme_reading_enter (reading, keys->data);
  read_body (reading, json_object_get_member (json_node_get_object (node), keys->data), depth, condition);
  kp_scheme_reading_leave (reading, mark);

  return g_steal_pointer (&condition);
}

/**
 * kp_scheme_read_condition:
 * @reading: the reading, standing at the condition
 * @node: its value
 *
 * Notes the condition in @reading, so that the whole scheme can settle it (kp_scheme_settle_condition()).
 *
 * Returns: (transfer full) (nullable): the tree as far as it could be read; every fault is a problem of @reading.
 */
KpCondition *
kp_scheme_read_condition (KpSchemeReading *reading,
                          JsonNode        *node)
{
  KpCondition *condition = read_condition (reading, node, 1);

  if (condition != NULL && reading->conditions != NULL)
    g_ptr_array_add (reading->conditions, condition);

  return condition;
}
