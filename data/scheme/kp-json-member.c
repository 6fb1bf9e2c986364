/* kp-json-member.c – members of a JSON object that may be missing or of another kind.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-json-member.h"

static JsonNode *
find (JsonObject *object,
      const char *key)
{
  return object != NULL ? json_object_get_member (object, key) : NULL;
}

/** kp_json_get_object: the object under @key; %NULL where @object is %NULL or holds none there. (transfer none) */
JsonObject *
kp_json_get_object (JsonObject *object,
                    const char *key)
{
  JsonNode *node = find (object, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/** kp_json_get_array: the array under @key; %NULL where @object is %NULL or holds none there. (transfer none) */
JsonArray *
kp_json_get_array (JsonObject *object,
                   const char *key)
{
  JsonNode *node = find (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/** kp_json_get_text: the text under @key; %NULL where @object is %NULL or holds none there. (transfer none) */
const char *
kp_json_get_text (JsonObject *object,
                  const char *key)
{
  return kp_json_node_get_text (find (object, key));
}

/** kp_json_node_get_text: the text that @node (nullable) is; %NULL where it is something else. (transfer none) */
const char *
kp_json_node_get_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}
