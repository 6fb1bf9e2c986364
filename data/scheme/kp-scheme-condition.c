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

#include "kp-scheme-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 8

/* What stands behind a kind. */
typedef enum
{
  SHAPE_PARTS,
  SHAPE_WORD,
  SHAPE_WORDS,
  SHAPE_FACT,
  SHAPE_TRUE,
  SHAPE_TEXT,
  SHAPE_MEMBERS, /* an object */
} Shape;

/* The keys of such an object, in the order in which they are written. */
typedef enum
{
  MEMBER_FACT = 1 << 0,
  MEMBER_WORD = 1 << 1,
  MEMBER_WORDS = 1 << 2,
  MEMBER_MONTHS = 1 << 3,
  MEMBER_VALUE = 1 << 4,
  MEMBER_FROM = 1 << 5,
  MEMBER_TO = 1 << 6,
  MEMBER_UNTIL = 1 << 7,
  MEMBER_COUNT = 1 << 8,
  MEMBER_PARTS = 1 << 9,
} Member;

#define N_MEMBERS 10

static const char *const member_names[N_MEMBERS] = { "fact", "word",  "words", "months", "value",
                                                     "from", "to",    "until", "count",  "parts" };

typedef struct
{
  Shape shape;
  guint needed;
  guint optional;
} Form;

static const Form forms[KP_N_CONDITION_KINDS] = {
  [KP_CONDITION_ALL_OF] = { SHAPE_PARTS, 0, 0 },
  [KP_CONDITION_ANY_OF] = { SHAPE_PARTS, 0, 0 },
  [KP_CONDITION_EXCEPT] = { SHAPE_PARTS, 0, 0 },
  [KP_CONDITION_SOME_OF] = { SHAPE_MEMBERS, MEMBER_COUNT | MEMBER_PARTS, 0 },
  [KP_CONDITION_BORN] = { SHAPE_MEMBERS, 0, MEMBER_FROM | MEMBER_TO },
  [KP_CONDITION_EDUCATION_AT_LEAST] = { SHAPE_WORD, 0, 0 },
  [KP_CONDITION_EDUCATION_IN] = { SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_DEGREE_IN] = { SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_MAJOR_IN] = { SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_POLITICAL_IN] = { SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_SEX_IN] = { SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_RESIDENCE_IN] = { SHAPE_MEMBERS, MEMBER_WORDS, MEMBER_TO },
  [KP_CONDITION_CERTIFICATE_AT_LEAST] = { SHAPE_MEMBERS, MEMBER_WORD, MEMBER_TO },
  [KP_CONDITION_GRADUATED] = { SHAPE_MEMBERS, 0, MEMBER_FROM | MEMBER_TO },
  [KP_CONDITION_VETERAN] = { SHAPE_TRUE, 0, 0 },
  [KP_CONDITION_GRID_STAFF] = { SHAPE_TRUE, 0, 0 },
  [KP_CONDITION_GRID_MONTHS] = { SHAPE_MEMBERS, MEMBER_MONTHS | MEMBER_TO, 0 },
  [KP_CONDITION_SERVICE_MONTHS] = { SHAPE_MEMBERS, MEMBER_MONTHS, 0 },
  [KP_CONDITION_IS] = { SHAPE_FACT, 0, 0 },
  [KP_CONDITION_WORD_IN] = { SHAPE_MEMBERS, MEMBER_FACT | MEMBER_WORDS, 0 },
  [KP_CONDITION_PLACE_IN] = { SHAPE_MEMBERS, MEMBER_FACT | MEMBER_WORDS, MEMBER_TO },
  [KP_CONDITION_DATED] = { SHAPE_MEMBERS, MEMBER_FACT, MEMBER_FROM | MEMBER_TO },
  [KP_CONDITION_MONTHS_SINCE] = { SHAPE_MEMBERS, MEMBER_FACT | MEMBER_MONTHS, MEMBER_TO | MEMBER_UNTIL },
  [KP_CONDITION_AT_LEAST] = { SHAPE_MEMBERS, MEMBER_FACT | MEMBER_VALUE, 0 },
  [KP_CONDITION_AT_MOST] = { SHAPE_MEMBERS, MEMBER_FACT | MEMBER_VALUE, 0 },
  [KP_CONDITION_POST_IN] = { SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_POST_STREET_IN] = { SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_SAME_AS_POST] = { SHAPE_FACT, 0, 0 },
  [KP_CONDITION_BY_HAND] = { SHAPE_TEXT, 0, 0 },
};

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
             Member           member,
             JsonNode        *node,
             guint            depth,
             KpCondition     *condition)
{
  switch (member)
    {
    case MEMBER_FACT:
      read_text (reading, node, &condition->fact);
      break;
    case MEMBER_WORD:
      read_word (reading, node, condition);
      break;
    case MEMBER_WORDS:
      read_words (reading, node, condition);
      break;
    case MEMBER_MONTHS:
      kp_scheme_read_count (reading, node, 1200, &condition->months);
      break;
    case MEMBER_VALUE:
      kp_scheme_read_fraction (reading, node, &condition->value);
      break;
    case MEMBER_FROM:
      kp_scheme_read_date (reading, node, &condition->from);
      break;
    case MEMBER_TO:
      kp_scheme_read_date (reading, node, &condition->to);
      break;
    case MEMBER_UNTIL:
      read_text (reading, node, &condition->until);
      break;
    case MEMBER_COUNT:
      kp_scheme_read_count (reading, node, 100, &condition->count);
      break;
    case MEMBER_PARTS:
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

  for (guint i = 0; i < N_MEMBERS; i++)
    if ((members & (1u << i)) != 0)
      g_string_append_printf (names, "%s\"%s\"", names->len > 0 ? ", " : "", member_names[i]);

  return g_strdup (names->str);
}

static void
refuse_members (KpSchemeReading *reading,
                JsonNode        *node,
                const Form      *form)
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
is_complete (const Form        *form,
             guint              seen,
             const KpCondition *condition)
{
  if (form->needed == 0)
    return seen != 0;
  if ((seen & form->needed) != form->needed)
    return FALSE;

  return ((form->needed & MEMBER_MONTHS) == 0 || condition->months > 0)
         && ((form->needed & MEMBER_COUNT) == 0 || condition->count > 0);
}

static gboolean
find_member (const char *key,
             guint       members,
             Member     *out)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    if ((members & (1u << i)) != 0 && strcmp (member_names[i], key) == 0)
      {
        *out = (Member) (1u << i);
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
  const Form       *form = &forms[condition->kind];
  g_autoptr (GList) keys = NULL;
  guint             n_before = reading->problems->len;
  guint             seen = 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    keys = json_object_get_members (json_node_get_object (node));

  for (GList *link = keys; link != NULL; link = link->next)
    {
      JsonNode *value = json_object_get_member (json_node_get_object (node), link->data);
      gsize     mark = kp_scheme_reading_enter (reading, link->data);
      Member    member;

      if (find_member (link->data, form->needed | form->optional, &member))
        {
          read_member (reading, member, value, depth, condition);
          seen |= member;
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
  switch (forms[condition->kind].shape)
    {
    case SHAPE_PARTS:
      read_parts (reading, node, depth, condition);
      break;
    case SHAPE_WORD:
      read_word (reading, node, condition);
      break;
    case SHAPE_WORDS:
      read_words (reading, node, condition);
      break;
    case SHAPE_FACT:
      read_text (reading, node, &condition->fact);
      break;
    case SHAPE_TRUE:
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN
          || !json_node_get_boolean (node))
        kp_scheme_reading_refuse (reading, node, _("true; put it into \"except\" for the opposite"));
      break;
    case SHAPE_TEXT:
      read_text (reading, node, &condition->text);
      break;
    case SHAPE_MEMBERS:
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

static void
write_words (GString     *out,
             gchar      **words)
{
  g_string_append_c (out, '[');
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      kp_scheme_write_text (out, words[i]);
    }
  g_string_append_c (out, ']');
}

static void
write_day (GString *out,
           KpDate   day)
{
  g_autofree gchar *text = kp_date_dup_iso (day);

  kp_scheme_write_text (out, text);
}

static void
write_value (GString    *out,
             KpFraction  value)
{
  g_autofree gchar *text = kp_fraction_dup_text (value);

  kp_scheme_write_text (out, text);
}

static void
write_parts (GString           *out,
             guint              depth,
             const KpCondition *condition)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < condition->parts->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      kp_scheme_write_line (out, depth + 1);
      kp_scheme_write_condition (out, depth + 1, g_ptr_array_index (condition->parts, i));
    }
  if (condition->parts->len > 0)
    kp_scheme_write_line (out, depth);
  g_string_append_c (out, ']');
}

static void
write_member (GString           *out,
              guint              depth,
              Member             member,
              const KpCondition *condition)
{
  switch (member)
    {
    case MEMBER_FACT:
      kp_scheme_write_text (out, condition->fact);
      break;
    case MEMBER_WORD:
      kp_scheme_write_text (out, condition->words != NULL ? condition->words[0] : NULL);
      break;
    case MEMBER_WORDS:
      write_words (out, condition->words);
      break;
    case MEMBER_MONTHS:
      g_string_append_printf (out, "%u", condition->months);
      break;
    case MEMBER_VALUE:
      write_value (out, condition->value);
      break;
    case MEMBER_FROM:
      write_day (out, condition->from);
      break;
    case MEMBER_TO:
      write_day (out, condition->to);
      break;
    case MEMBER_UNTIL:
      kp_scheme_write_text (out, condition->until);
      break;
    case MEMBER_COUNT:
      g_string_append_printf (out, "%u", condition->count);
      break;
    case MEMBER_PARTS:
    default:
      write_parts (out, depth, condition);
      break;
    }
}

/* Of the optional keys those that say something. */
static gboolean
is_written (const Form        *form,
            Member             member,
            const KpCondition *condition)
{
  if (member == MEMBER_FROM || (member == MEMBER_TO && (form->optional & MEMBER_TO) != 0))
    return !kp_date_is_none (member == MEMBER_FROM ? condition->from : condition->to);
  if (member == MEMBER_UNTIL)
    return condition->until != NULL;

  return TRUE;
}

static void
write_members (GString           *out,
               guint              depth,
               const KpCondition *condition)
{
  const Form *form = &forms[condition->kind];
  guint       n_written = 0;

  g_string_append (out, "{ ");
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      Member member = (Member) (1u << i);

      if (((form->needed | form->optional) & member) == 0 || !is_written (form, member, condition))
        continue;
      g_string_append (out, n_written++ > 0 ? ", " : "");
      kp_scheme_write_text (out, member_names[i]);
      g_string_append (out, ": ");
      write_member (out, depth, member, condition);
    }
  g_string_append (out, " }");
}

/**
 * kp_scheme_write_condition:
 * @out: the text so far
 * @depth: how deep the condition stands
 * @condition: a condition
 */
void
kp_scheme_write_condition (GString           *out,
                           guint              depth,
                           const KpCondition *condition)
{
  g_string_append (out, "{ ");
  kp_scheme_write_text (out, kp_condition_kind_get_name (condition->kind));
  g_string_append (out, ": ");
  switch (forms[condition->kind].shape)
    {
    case SHAPE_PARTS:
      write_parts (out, depth, condition);
      break;
    case SHAPE_WORD:
      kp_scheme_write_text (out, condition->words != NULL ? condition->words[0] : NULL);
      break;
    case SHAPE_WORDS:
      write_words (out, condition->words);
      break;
    case SHAPE_FACT:
      kp_scheme_write_text (out, condition->fact);
      break;
    case SHAPE_TRUE:
      g_string_append (out, "true");
      break;
    case SHAPE_TEXT:
      kp_scheme_write_text (out, condition->text);
      break;
    case SHAPE_MEMBERS:
    default:
      write_members (out, depth, condition);
      break;
    }
  g_string_append (out, " }");
}
