/* kp-case-bonus.c – which bonus items of one made-up person are approved, and when they were claimed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case-private.h"
#include "kp-json-member.h"

#include <glib/gi18n-lib.h>

static gboolean
read_day (JsonObject   *claimed,
          const char   *number,
          KpBonusClaim *claim,
          GError      **error)
{
  JsonNode *node = claimed != NULL && claim->item != NULL ? json_object_get_member (claimed, claim->item) : NULL;

  if (node == NULL || kp_date_parse_iso (kp_json_node_get_text (node), &claim->on, NULL))
    return TRUE;

  return kp_case_refuse (error, number, "bonus_claimed", _("a date of the calendar such as \"2026-03-02\""));
}

/* 审核评定 of an item that is graded. */
static gboolean
read_amount (JsonObject   *points,
             const char   *number,
             KpBonusClaim *claim,
             GError      **error)
{
  JsonNode *node = points != NULL && claim->item != NULL ? json_object_get_member (points, claim->item) : NULL;

  if (node == NULL || kp_mark_parse (kp_json_node_get_text (node), 2, &claim->amount, NULL))
    return TRUE;

  return kp_case_refuse (error, number, "bonus_points", _("points in quotation marks such as \"2.5\""));
}

/* Memory that lives as long as the run. */
static KpBonusClaim *
own_claims (GPtrArray *owned,
            guint      n)
{
  KpBonusClaim *claims = g_new0 (KpBonusClaim, n + 1);

  g_ptr_array_add (owned, claims);

  return claims;
}

/* Nothing is said to be approved, so the rules propose; the days of the claims hold all the same. */
static gboolean
read_days (KpEntrant  *entrant,
           JsonObject *claimed,
           GPtrArray  *owned,
           GError    **error)
{
  g_autoptr (GList) codes = json_object_get_members (claimed);
  KpBonusClaim     *claims = own_claims (owned, g_list_length (codes));

  entrant->claims = claims;
  for (GList *link = codes; link != NULL; link = link->next)
    {
      KpBonusClaim *claim = &claims[entrant->n_claims++];

      claim->item = link->data;
      if (!read_day (claimed, entrant->number, claim, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * kp_case_read_bonus:
 * @entrant: gets the claims
 * @person: the object of the person
 * @owned: gets what the claims need; must outlive @entrant
 * @error: return location for an error
 *
 * Returns: FALSE with %KP_CASE_ERROR_REFUSED
 */
gboolean
kp_case_read_bonus (KpEntrant  *entrant,
                    JsonObject *person,
                    GPtrArray  *owned,
                    GError    **error)
{
  JsonNode     *bonus = json_object_get_member (person, "bonus");
  JsonNode     *node = json_object_get_member (person, "bonus_claimed");
  JsonObject   *points = kp_json_get_object (person, "bonus_points");
  JsonObject   *claimed = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray    *codes;
  KpBonusClaim *claims;

  if (node != NULL && claimed == NULL)
    return kp_case_refuse (error, entrant->number, "bonus_claimed", _("an object in braces"));
  if (bonus == NULL)
    return claimed == NULL || read_days (entrant, claimed, owned, error);
  if (!JSON_NODE_HOLDS_ARRAY (bonus))
    return kp_case_refuse (error, entrant->number, "bonus", _("a list of item codes"));

  codes = json_node_get_array (bonus);
  claims = own_claims (owned, json_array_get_length (codes));
  entrant->has_claims = TRUE;
  entrant->claims = claims;
  entrant->n_claims = json_array_get_length (codes);
  for (guint i = 0; i < entrant->n_claims; i++)
    {
      claims[i] = (KpBonusClaim) { .item = kp_json_node_get_text (json_array_get_element (codes, i)), .is_approved = TRUE };
      if (!read_day (claimed, entrant->number, &claims[i], error)
          || !read_amount (points, entrant->number, &claims[i], error))
        return FALSE;
    }

  return TRUE;
}
