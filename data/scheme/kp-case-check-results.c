/* kp-case-check-results.c – does a case expect what can come out: persons, posts, keys and words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case-private.h"
#include "kp-contest.h"
#include "kp-json-member.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const person_results[]
    = { "number", "post", "review", "findings", "state", "paper", "bonus", "written", "written_place", "shortlist", "heats", "interviewed",
        "raw", "coefficient", "interview", "line", "direct", "formula", "standing", "total", "exact", "place", "undecided", "final",
        "final_standing", "final_total", "final_exact", "final_place", "final_undecided",
        "fills", "round", "left_at", "hired", "reserve", "chosen", NULL };
static const char *const post_results[]
    = { "post", "opening", "registered", "passed", "places", "direct_places", "wanted", "entered", "line", "line_open", "called", "empty", "why",
        NULL };
static const char *const date_results[] = { "publicity_to", "supplement_to", "appeal_to", "answer_to", "repost_to",
                                            "recheck_to", "contract_to", "probation_to", NULL };
static const char *const result_parts[] = { "persons", "posts", "dates", NULL };


/* What a result can say. */
typedef enum
{
  SAYS_ANYTHING, /* a code, a sentence */
  SAYS_WORD,     /* one of the words of `get_name` */
  SAYS_TRUTH,
  SAYS_NUMBER,
  SAYS_MARK, /* a number, or why there is none */
} Says;

typedef struct
{
  const char  *key;
  Says         says;
  const char *(*get_name) (guint value);
  guint        n_names;
} Meaning;

static const char *
get_review (guint value)
{
  return kp_review_outcome_get_name ((KpReviewOutcome) value);
}

static const char *
get_state (guint value)
{
  return kp_mark_state_get_name ((KpMarkState) value);
}

static const char *
get_shortlist (guint value)
{
  return kp_shortlist_verdict_get_name ((KpShortlistVerdict) value);
}

static const char *
get_standing (guint value)
{
  return kp_standing_get_name ((KpStanding) value);
}

/* Of whom the rule doesn't speak, nothing is said. */
static const char *
get_direct (guint value)
{
  return kp_direct_verdict_get_name ((KpDirectVerdict) (value + 1));
}

static const char *
get_final (guint value)
{
  return kp_final_verdict_get_name ((KpFinalVerdict) value);
}

static const char *
get_stage (guint value)
{
  return kp_stage_get_name ((KpStage) value);
}

/* The one word more is that of a post whose opening is still to be decided. */
static const char *
get_opening (guint value)
{
  return value < KP_QUOTA_N_OUTCOMES ? kp_quota_outcome_get_name ((KpQuotaOutcome) value) : "decide";
}

static const char *
get_verdict (guint value)
{
  return kp_verdict_get_name ((KpVerdict) value);
}

static const Meaning meanings[] = {
  { "review", SAYS_WORD, get_review, KP_REVIEW_PENDING + 1 },
  { "state", SAYS_WORD, get_state, KP_MARK_N_STATES },
  { "shortlist", SAYS_WORD, get_shortlist, KP_SHORTLIST_N_VERDICTS },
  { "standing", SAYS_WORD, get_standing, KP_N_STANDINGS },
  { "direct", SAYS_WORD, get_direct, KP_N_DIRECT_VERDICTS - 1 },
  { "final", SAYS_WORD, get_final, KP_N_FINAL_VERDICTS },
  { "left_at", SAYS_WORD, get_stage, KP_N_STAGES },
  { "opening", SAYS_WORD, get_opening, KP_QUOTA_N_OUTCOMES + 1 },
  { "interviewed", SAYS_TRUTH, NULL, 0 },
  { "undecided", SAYS_TRUTH, NULL, 0 },
  { "hired", SAYS_TRUTH, NULL, 0 },
  { "reserve", SAYS_TRUTH, NULL, 0 },
  { "line_open", SAYS_TRUTH, NULL, 0 },
  { "final_standing", SAYS_WORD, get_standing, KP_N_STANDINGS },
  { "final_undecided", SAYS_TRUTH, NULL, 0 },
  { "final_total", SAYS_NUMBER, NULL, 0 },
  { "final_exact", SAYS_NUMBER, NULL, 0 },
  { "final_place", SAYS_NUMBER, NULL, 0 },
  { "raw", SAYS_MARK, get_state, KP_MARK_N_STATES },
  { "interview", SAYS_MARK, get_state, KP_MARK_N_STATES },
  { "paper", SAYS_NUMBER, NULL, 0 },
  { "bonus", SAYS_NUMBER, NULL, 0 },
  { "written", SAYS_NUMBER, NULL, 0 },
  { "written_place", SAYS_NUMBER, NULL, 0 },
  { "coefficient", SAYS_NUMBER, NULL, 0 },
  { "line", SAYS_NUMBER, NULL, 0 },
  { "total", SAYS_NUMBER, NULL, 0 },
  { "exact", SAYS_NUMBER, NULL, 0 },
  { "place", SAYS_NUMBER, NULL, 0 },
  { "round", SAYS_NUMBER, NULL, 0 },
  { "registered", SAYS_NUMBER, NULL, 0 },
  { "passed", SAYS_NUMBER, NULL, 0 },
  { "places", SAYS_NUMBER, NULL, 0 },
  { "direct_places", SAYS_NUMBER, NULL, 0 },
  { "wanted", SAYS_NUMBER, NULL, 0 },
  { "entered", SAYS_NUMBER, NULL, 0 },
  { "called", SAYS_NUMBER, NULL, 0 },
  { "empty", SAYS_NUMBER, NULL, 0 },
};

static const Meaning verdict_meaning = { "findings", SAYS_WORD, get_verdict, KP_VERDICT_NOT_APPLICABLE + 1 };

static gboolean
is_number (JsonNode *node)
{
  KpFraction value;

  return json_node_get_value_type (node) == G_TYPE_INT64
         || (kp_json_node_get_text (node) != NULL && kp_case_parse_number (kp_json_node_get_text (node), &value));
}

static gboolean
is_word (const Meaning *meaning,
         JsonNode      *node)
{
  for (guint i = 0; i < meaning->n_names; i++)
    if (g_strcmp0 (meaning->get_name (i), kp_json_node_get_text (node)) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
fits (const Meaning *meaning,
      JsonNode      *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  switch (meaning->says)
    {
    case SAYS_WORD:
      return is_word (meaning, node);
    case SAYS_TRUTH:
      return json_node_get_value_type (node) == G_TYPE_BOOLEAN;
    case SAYS_NUMBER:
      return is_number (node);
    case SAYS_MARK:
      return is_number (node) || is_word (meaning, node);
    case SAYS_ANYTHING:
    default:
      return TRUE;
    }
}

static gchar *
dup_allowed (const Meaning *meaning)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (meaning->says == SAYS_TRUTH)
    return g_strdup (_("true or false without quotation marks, or null"));
  if (meaning->says != SAYS_WORD)
    return g_strdup (_("a number such as \"82.5\", or null"));

  for (guint i = 0; i < meaning->n_names; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", meaning->get_name (i));

  return g_strdup_printf (_("one of the words %s, or null"), words->str);
}

static gboolean
check_value (const KpCaseCheck *check,
             const Meaning     *meaning,
             JsonNode          *node,
             const char        *place,
             const char        *key)
{
  g_autofree gchar *allowed = NULL;

  if (fits (meaning, node))
    return TRUE;

  allowed = dup_allowed (meaning);
  return kp_case_check_refuse (check, allowed, "%s.%s", place, key);
}

/* A word that can't come out would be told as a difference, as if the rules were at fault. */
static gboolean
check_values (const KpCaseCheck *check,
              JsonObject        *object,
              const char        *place)
{
  JsonObject       *findings = kp_json_get_object (object, "findings");
  g_autoptr (GList) ids = findings != NULL ? json_object_get_members (findings) : NULL;

  for (guint i = 0; object != NULL && i < G_N_ELEMENTS (meanings); i++)
    {
      JsonNode *node = json_object_get_member (object, meanings[i].key);

      if (node != NULL && !check_value (check, &meanings[i], node, place, meanings[i].key))
        return FALSE;
    }
  for (GList *link = ids; link != NULL; link = link->next)
    {
      g_autofree gchar *key = g_strconcat ("findings.", link->data, NULL);

      if (!check_value (check, &verdict_meaning, json_object_get_member (findings, link->data), place, key))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_keys (const KpCaseCheck       *check,
            JsonObject        *object,
            const char *const *known,
            const char        *place)
{
  g_autoptr (GList) keys = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *link = keys; link != NULL; link = link->next)
    if (!g_strv_contains (known, link->data))
      return kp_case_check_refuse (check, _("a result that the guide names; look for a misspelling"), "%s.%s", place,
                     (const char *) link->data);

  return TRUE;
}

static gboolean
has_person (const KpCaseCheck *check,
            const char  *number)
{
  JsonNode  *given = json_object_get_member (check->item->body, "persons");
  JsonArray *persons = given != NULL && JSON_NODE_HOLDS_ARRAY (given) ? json_node_get_array (given) : NULL;

  for (guint i = 0; persons != NULL && i < json_array_get_length (persons); i++)
    {
      JsonNode *node = json_array_get_element (persons, i);

      if (JSON_NODE_HOLDS_OBJECT (node)
          && g_strcmp0 (kp_json_node_get_text (json_object_get_member (json_node_get_object (node), "number")), number) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * kp_case_check_results:
 * @check: what is looked at
 * @results: (nullable): what is expected
 * @part: the key under which it stands
 *
 * Looks whether every name leads somewhere and every word can come out.
 *
 * Returns: FALSE with %KP_CASE_ERROR_REFUSED, which names the place
 */
gboolean
kp_case_check_results (const KpCaseCheck *check,
                       JsonObject        *results,
                       const char        *part)
{
  JsonObject        *persons = kp_json_get_object (results, "persons");
  JsonObject        *posts = kp_json_get_object (results, "posts");
  g_autoptr (GList)  numbers = persons != NULL ? json_object_get_members (persons) : NULL;
  g_autoptr (GList)  codes = posts != NULL ? json_object_get_members (posts) : NULL;
  g_autofree gchar  *dates = g_strconcat (part, ".dates", NULL);

  for (GList *link = numbers; link != NULL; link = link->next)
    {
      g_autofree gchar *place = g_strdup_printf ("%s.persons.%s", part, (const char *) link->data);
      JsonObject       *person = kp_json_get_object (persons, link->data);

      if (!has_person (check, link->data))
        return kp_case_check_refuse (check, _("the number of one of the persons"), "%s", place);
      if (!check_keys (check, person, person_results, place) || !check_values (check, person, place))
        return FALSE;
    }
  for (GList *link = codes; link != NULL; link = link->next)
    {
      g_autofree gchar *place = g_strdup_printf ("%s.posts.%s", part, (const char *) link->data);
      JsonObject       *post = kp_json_get_object (posts, link->data);

      if (!kp_case_check_post (check, link->data, part) || !check_keys (check, post, post_results, place)
          || !check_values (check, post, place))
        return FALSE;
    }

  return check_keys (check, results, result_parts, part)
         && check_keys (check, kp_json_get_object (results, "dates"), date_results, dates);
}
