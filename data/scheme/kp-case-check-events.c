/* kp-case-check-events.c – does what happens in a case happen: who leaves where, who goes to which other post.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An event that the rules pass over would let the case come out as if nothing had happened, and prove nothing. */

#include "kp-case-private.h"
#include "kp-json-member.h"

#include <glib/gi18n-lib.h>

#define REPOST "repost"

static const char *const event_keys[] = { "round", "number", "stage", "cause", "after", "to", "note", NULL };

/* Where somebody can leave. */
static const KpStage leaving_stages[]
    = { KP_STAGE_REGISTRATION, KP_STAGE_SHORTLIST, KP_STAGE_RECHECK, KP_STAGE_INTERVIEW, KP_STAGE_PHYSICAL,
        KP_STAGE_BACKGROUND,   KP_STAGE_PUBLICITY, KP_STAGE_HIRE,    KP_STAGE_TRAINING,  KP_STAGE_PROBATION };

static gboolean
check_keys (const KpCaseCheck *check,
            JsonObject        *event,
            guint              index)
{
  g_autoptr (GList) keys = json_object_get_members (event);

  for (GList *link = keys; link != NULL; link = link->next)
    if (!g_strv_contains (event_keys, link->data))
      return kp_case_check_refuse (check, _("a key that an event has; look for a misspelling, or remove it"), "events[%u].%s",
                                   index, (const char *) link->data);

  return TRUE;
}

/* Only a stage that the campaign has can be left, and at some of them nobody ever leaves. */
static gboolean
check_stage (const KpCaseCheck *check,
             JsonObject        *event,
             guint              index)
{
  const KpStageOrder *order = &check->scheme->stages;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree gchar   *allowed = NULL;
  const char         *stage = kp_json_get_text (event, "stage");

  for (guint i = 0; i < G_N_ELEMENTS (leaving_stages); i++)
    {
      const char *name = kp_stage_get_name (leaving_stages[i]);

      if (!kp_stage_order_contains (order, leaving_stages[i]))
        continue;
      if (g_strcmp0 (stage, name) == 0)
        return TRUE;
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", name);
    }
  allowed = g_strdup_printf (_("a stage of the scheme that somebody can leave: %s"), words->str);

  return kp_case_check_refuse (check, allowed, "events[%u].stage", index);
}

/* The rules move only those whose own post is cancelled, to a post that opens. */
static gboolean
check_repost (const KpCaseCheck *check,
              JsonObject        *event,
              JsonObject        *answer,
              guint              index)
{
  const char *number = kp_json_get_text (event, "number");
  JsonObject *persons = json_object_get_object_member (answer, "persons");
  JsonObject *person = number != NULL && json_object_has_member (persons, number)
                           ? json_object_get_object_member (persons, number)
                           : NULL;

  if (kp_json_get_text (event, "stage") != NULL && g_strcmp0 (kp_json_get_text (event, "stage"), REPOST) != 0)
    return kp_case_check_refuse (check, REPOST, "events[%u].stage", index);
  if (check->scheme->quota.repost_days == 0)
    return kp_case_check_refuse (check, _("left out, since \"quota.repost_days\" of the scheme lets nobody choose another post"),
                                 "events[%u].to", index);
  if (person == NULL || g_strcmp0 (kp_json_get_text (person, "post"), kp_json_get_text (event, "to")) != 0)
    return kp_case_check_refuse (check, _("a post that opens, for somebody whose own post is cancelled"), "events[%u].to",
                                 index);

  return TRUE;
}

/**
 * kp_case_check_events:
 * @check: what is looked at
 *
 * Looks whether each event has an effect by the whole scheme.
 *
 * Returns: FALSE with %KP_CASE_ERROR_REFUSED, which names the event
 */
gboolean
kp_case_check_events (const KpCaseCheck *check)
{
  g_autoptr (JsonObject) answer = NULL;
  JsonNode              *node = json_object_get_member (check->item->body, "events");
  JsonArray             *events = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; events != NULL && i < json_array_get_length (events); i++)
    {
      JsonNode   *one = json_array_get_element (events, i);
      JsonObject *event = JSON_NODE_HOLDS_OBJECT (one) ? json_node_get_object (one) : NULL;

      if (event == NULL)
        return kp_case_check_refuse (check, _("an object in braces"), "events[%u]", i);
      if (!check_keys (check, event, i))
        return FALSE;
      if (!json_object_has_member (event, "to"))
        {
          if (!check_stage (check, event, i))
            return FALSE;
          continue;
        }
      if (answer == NULL)
        answer = kp_case_run (check->item, check->scheme, check->error);
      if (answer == NULL || !check_repost (check, event, answer, i))
        return FALSE;
    }

  return TRUE;
}
