/* kp-case-check.c – does a case speak of its scheme: facts, posts, marks, and what it expects.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A case is run against the scheme and against the scheme without a rule, which may lack the fact or the paper that the
 * rule was about: running passes such names over. So a misspelt name would be passed over, too, and the case would prove
 * nothing. Against the whole scheme every name must lead somewhere. */

#include "kp-case-private.h"
#include "kp-json-member.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FULL_TOTAL 100

/**
 * kp_case_check_refuse:
 * @check: what is looked at
 * @allowed: what may stand there, translated
 * @format: printf() format of the place, and its arguments
 *
 * Returns: FALSE with %KP_CASE_ERROR_REFUSED
 */
gboolean
kp_case_check_refuse (const KpCaseCheck *check,
                      const char        *allowed,
                      const char        *format,
                      ...)
{
  g_autofree gchar *place = NULL;
  va_list           arguments;

  va_start (arguments, format);
  place = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (check->error, KP_CASE_ERROR, KP_CASE_ERROR_REFUSED, _("Case “%s”, %s: this must be %s; correct the case file."),
               check->item->rule != NULL ? check->item->rule : "", place, allowed);
  return FALSE;
}

/* Whether a mark is one that the full mark leaves room for; what is no mark is told elsewhere. */
static gboolean
is_within (JsonNode  *node,
           KpFraction full)
{
  KpFraction mark = KP_FRACTION_UNKNOWN;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return TRUE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    mark = kp_fraction_new (json_node_get_int (node), 1);
  else if (kp_json_node_get_text (node) == NULL || !kp_fraction_parse (kp_json_node_get_text (node), &mark, NULL))
    return TRUE;

  return kp_fraction_compare (mark, full) <= 0;
}

static gboolean
check_mark (const KpCaseCheck *check,
            const char  *number,
            const char  *key,
            JsonNode    *node,
            KpFraction   full)
{
  g_autofree gchar *most = NULL;
  g_autofree gchar *allowed = NULL;

  if (node == NULL || is_within (node, full))
    return TRUE;

  most = kp_fraction_dup_text (full);
  allowed = g_strdup_printf (_("at most the full mark %s"), most);
  return kp_case_check_refuse (check, allowed, "persons.%s.%s", number, key);
}

static gboolean
check_papers (const KpCaseCheck *check,
              const char  *number,
              JsonObject  *papers)
{
  g_autoptr (GList) codes = papers != NULL ? json_object_get_members (papers) : NULL;

  for (GList *link = codes; link != NULL; link = link->next)
    {
      const KpSchemePaper *paper = kp_scheme_get_paper (check->scheme, link->data);
      g_autofree gchar    *key = g_strconcat ("papers.", link->data, NULL);

      if (paper == NULL)
        return kp_case_check_refuse (check, _("the code of a paper"), "persons.%s.%s", number, key);
      if (!check_mark (check, number, key, json_object_get_member (papers, link->data), kp_fraction_from_mark (paper->full)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_others (const KpCaseCheck *check,
              const char  *number,
              JsonObject  *others)
{
  g_autoptr (GList) codes = others != NULL ? json_object_get_members (others) : NULL;

  for (GList *link = codes; link != NULL; link = link->next)
    {
      const KpSchemeOther *found = NULL;
      g_autofree gchar    *key = g_strconcat ("others.", link->data, NULL);

      for (guint i = 0; i < check->scheme->others->len; i++)
        {
          const KpSchemeOther *other = g_ptr_array_index (check->scheme->others, i);

          if (g_strcmp0 (other->code, link->data) == 0)
            found = other;
        }
      if (found == NULL)
        return kp_case_check_refuse (check, _("the code of one of \"others\""), "persons.%s.%s", number, key);
      if (!check_mark (check, number, key, json_object_get_member (others, link->data), kp_fraction_from_mark (found->full)))
        return FALSE;
    }

  return TRUE;
}

/* Each row is a total of 100, or a mark for each element. */
static gboolean
check_sheets (const KpCaseCheck *check,
              const char  *number,
              JsonArray   *sheets)
{
  const GPtrArray *elements = check->scheme->interview.elements;

  for (guint i = 0; sheets != NULL && i < json_array_get_length (sheets); i++)
    {
      JsonNode  *node = json_array_get_element (sheets, i);
      JsonArray *row = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      guint      n = row != NULL ? json_array_get_length (row) : 0;

      if (n > 1 && n != elements->len)
        return kp_case_check_refuse (check, _("a total, or a mark for each of \"interview.elements\""), "persons.%s.sheets[%u]", number, i);
      for (guint j = 0; j < n; j++)
        {
          const KpFraction  full = n == 1 ? kp_fraction_new (FULL_TOTAL, 1)
                                          : kp_fraction_from_mark (((const KpSchemeElement *) g_ptr_array_index (elements, j))->full);
          g_autofree gchar *key = g_strdup_printf ("sheets[%u][%u]", i, j);

          if (!check_mark (check, number, key, json_array_get_element (row, j), full))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_facts (const KpCaseCheck *check,
             const char  *number,
             JsonObject  *facts)
{
  g_autoptr (GList) ids = facts != NULL ? json_object_get_members (facts) : NULL;

  for (GList *link = ids; link != NULL; link = link->next)
    if (!kp_case_has_fact (check->scheme, link->data))
      return kp_case_check_refuse (check, _("a fact that is built in or declared in \"facts\""), "persons.%s.facts.%s", number,
                     (const char *) link->data);

  return TRUE;
}

static gboolean
has_bonus_item (const KpCaseCheck *check,
                const char  *code)
{
  for (guint i = 0; i < check->scheme->bonus.items->len; i++)
    if (g_strcmp0 (((const KpBonusItem *) g_ptr_array_index (check->scheme->bonus.items, i))->code, code) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_graded (const KpCaseCheck *check,
           const char        *code)
{
  for (guint i = 0; i < check->scheme->bonus.items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (check->scheme->bonus.items, i);

      if (item->is_graded && g_strcmp0 (item->code, code) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_bonus (const KpCaseCheck *check,
             const char  *number,
             JsonObject  *person)
{
  JsonArray        *codes = kp_json_get_array (person, "bonus");
  JsonObject       *claimed = kp_json_get_object (person, "bonus_claimed");
  JsonObject       *points = kp_json_get_object (person, "bonus_points");
  g_autoptr (GList) keys = claimed != NULL ? json_object_get_members (claimed) : NULL;
  g_autoptr (GList) graded = points != NULL ? json_object_get_members (points) : NULL;

  for (guint i = 0; codes != NULL && i < json_array_get_length (codes); i++)
    if (!has_bonus_item (check, kp_json_node_get_text (json_array_get_element (codes, i))))
      return kp_case_check_refuse (check, _("the code of one of \"bonus.items\""), "persons.%s.bonus[%u]", number, i);
  for (GList *link = keys; link != NULL; link = link->next)
    if (!has_bonus_item (check, link->data))
      return kp_case_check_refuse (check, _("the code of one of \"bonus.items\""), "persons.%s.bonus_claimed.%s", number,
                     (const char *) link->data);
  for (GList *link = graded; link != NULL; link = link->next)
    if (!is_graded (check, link->data))
      return kp_case_check_refuse (check, _("the code of one of \"bonus.items\" that is graded"), "persons.%s.bonus_points.%s",
                                   number, (const char *) link->data);

  return TRUE;
}

/**
 * kp_case_check_post:
 * @check: what is looked at
 * @code: (nullable): the code of a post
 * @place: where it stands
 *
 * Returns: FALSE with %KP_CASE_ERROR_REFUSED when the scheme has no such post
 */
gboolean
kp_case_check_post (const KpCaseCheck *check,
                    const char        *code,
                    const char        *place)
{
  if (code == NULL || kp_scheme_get_post (check->scheme, code) != NULL)
    return TRUE;

  return kp_case_check_refuse (check, _("the code of a post"), "%s “%s”", place, code);
}

static gboolean
check_person (const KpCaseCheck *check,
              JsonObject  *person)
{
  const char       *number = kp_json_node_get_text (json_object_get_member (person, "number"));
  g_autofree gchar *post = g_strdup_printf ("persons.%s.post", number != NULL ? number : "?");

  if (number == NULL)
    return kp_case_check_refuse (check, _("a text in quotation marks"), "persons.number");

  return kp_case_check_post (check, kp_json_node_get_text (json_object_get_member (person, "post")), post)
         && check_facts (check, number, kp_json_get_object (person, "facts"))
         && check_papers (check, number, kp_json_get_object (person, "papers"))
         && check_others (check, number, kp_json_get_object (person, "others"))
         && check_mark (check, number, "interview", json_object_get_member (person, "interview"),
                        kp_fraction_new (FULL_TOTAL, 1))
         && check_sheets (check, number, kp_json_get_array (person, "sheets")) && check_bonus (check, number, person);
}

static gboolean
is_equal (JsonObject *one,
          JsonObject *other)
{
  g_autoptr (GPtrArray) there = kp_case_compare (one, other);
  g_autoptr (GPtrArray) back = kp_case_compare (other, one);

  return there->len == 0 && back->len == 0;
}

/* Without the rule something else must come out, or the case doesn't show that the rule decides anything. */
static gboolean
check_without (const KpCaseCheck *check)
{
  const KpCase *item = check->item;

  if (item->then != NULL && item->without == NULL)
    return kp_case_check_refuse (check, _("accompanied by \"without\", which takes the rule away"), "then");
  if (item->then != NULL && item->expect != NULL && is_equal (item->expect, item->then))
    return kp_case_check_refuse (check, _("different from \"expect\", or the rule decides nothing"), "then");

  return TRUE;
}

/**
 * kp_case_check:
 * @item: a case
 * @scheme: the whole scheme that it is about
 * @error: return location for an error
 *
 * Looks whether every name leads somewhere and every mark can be given. kp_case_run() itself is lenient, since it also
 * runs the scheme without a rule.
 *
 * Returns: FALSE with %KP_CASE_ERROR_REFUSED, which names the place
 */
gboolean
kp_case_check (const KpCase   *item,
               const KpScheme *scheme,
               GError        **error)
{
  const KpCaseCheck check = { item, scheme, error };
  JsonArray  *persons = kp_json_get_array (item->body, "persons");

  for (guint i = 0; persons != NULL && i < json_array_get_length (persons); i++)
    {
      JsonNode *node = json_array_get_element (persons, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return kp_case_check_refuse (&check, _("an object in braces"), "persons[%u]", i);
      if (!check_person (&check, json_node_get_object (node)))
        return FALSE;
    }

  return kp_case_check_events (&check) && kp_case_check_results (&check, item->expect, "expect")
         && kp_case_check_results (&check, item->then, "then") && check_without (&check);
}
