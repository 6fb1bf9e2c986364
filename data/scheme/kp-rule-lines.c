/* kp-rule-lines.c – a condition of a scheme as lines that a person can change.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   同时符合下列各项                     { "all_of": [
 *     职业资格不低于　助理社会工作师        { "certificate_at_least": { "word": "助理社会工作师" } },
 *     不属于下列任何一项                   { "except": [
 *       退役军人                            { "veteran": true } ] } ] }
 *
 * What stands in a line is a text while it is typed; whether it is a day or a number is told when it is read. */

#include "kp-rule-lines.h"

#include "kp-scheme-field.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define SEPARATOR "、"

static const char *const kind_words[KP_N_CONDITION_KINDS] = {
  [KP_CONDITION_ALL_OF] = "同时符合下列各项",
  [KP_CONDITION_ANY_OF] = "符合下列任何一项",
  [KP_CONDITION_EXCEPT] = "不属于下列任何一项",
  [KP_CONDITION_SOME_OF] = "至少符合下列几项",
  [KP_CONDITION_BORN] = "出生日期",
  [KP_CONDITION_EDUCATION_AT_LEAST] = "学历不低于",
  [KP_CONDITION_EDUCATION_IN] = "学历为",
  [KP_CONDITION_DEGREE_IN] = "学位为",
  [KP_CONDITION_MAJOR_IN] = "专业为",
  [KP_CONDITION_POLITICAL_IN] = "政治面貌为",
  [KP_CONDITION_SEX_IN] = "性别为",
  [KP_CONDITION_RESIDENCE_IN] = "户籍在",
  [KP_CONDITION_CERTIFICATE_AT_LEAST] = "职业资格不低于",
  [KP_CONDITION_GRADUATED] = "毕业日期",
  [KP_CONDITION_VETERAN] = "退役军人",
  [KP_CONDITION_GRID_STAFF] = "在岗网格员",
  [KP_CONDITION_GRID_MONTHS] = "连续从事网格工作满",
  [KP_CONDITION_SERVICE_MONTHS] = "服现役满",
  [KP_CONDITION_IS] = "填报为“是”的项目",
  [KP_CONDITION_WORD_IN] = "填报项目的内容为",
  [KP_CONDITION_PLACE_IN] = "填报的地点在",
  [KP_CONDITION_DATED] = "填报的日期",
  [KP_CONDITION_MONTHS_SINCE] = "自填报的日期起满",
  [KP_CONDITION_AT_LEAST] = "填报的数目不少于",
  [KP_CONDITION_AT_MOST] = "填报的数目不多于",
  [KP_CONDITION_POST_IN] = "报考的岗位为",
  [KP_CONDITION_POST_STREET_IN] = "报考岗位的街道为",
  [KP_CONDITION_SAME_AS_POST] = "填报项目与报考岗位的街道相同",
  [KP_CONDITION_COUNTS_AS] = "属于方案定义的人员",
  [KP_CONDITION_BY_HAND] = "由人审核",
};

static const char *const member_words[KP_CONDITION_N_MEMBERS] = {
  [KP_MEMBER_FACT] = "填报项目",  [KP_MEMBER_WORD] = "内容",    [KP_MEMBER_WORDS] = "内容（用、隔开）",
  [KP_MEMBER_MONTHS] = "月数",    [KP_MEMBER_VALUE] = "数目",   [KP_MEMBER_FROM] = "起（含当日）",
  [KP_MEMBER_TO] = "止（含当日）", [KP_MEMBER_UNTIL] = "至（填报项目）", [KP_MEMBER_COUNT] = "项数",
};

/** kp_rule_kind_get_chinese: Returns: (transfer none): what the office calls a kind of condition */
const char *
kp_rule_kind_get_chinese (KpConditionKind kind)
{
  return kind_words[kind];
}

/** kp_rule_member_get_chinese: Returns: (transfer none): what stands in that member of a kind */
const char *
kp_rule_member_get_chinese (KpConditionKind   kind,
                            KpConditionMember member)
{
  if (kind == KP_CONDITION_BY_HAND && member == KP_MEMBER_WORD)
    return "审核什么";
  return member_words[member];
}

/** kp_rule_kind_get_members: bits of #KpConditionMember that a kind has, but for its parts. */
guint
kp_rule_kind_get_members (KpConditionKind kind)
{
  const KpConditionForm *form = kp_condition_form_get (kind);

  switch (form->shape)
    {
    case KP_SHAPE_WORD:
    case KP_SHAPE_TEXT:
      return KP_CONDITION_BIT (KP_MEMBER_WORD);
    case KP_SHAPE_WORDS:
      return KP_CONDITION_BIT (KP_MEMBER_WORDS);
    case KP_SHAPE_FACT:
      return KP_CONDITION_BIT (KP_MEMBER_FACT);
    case KP_SHAPE_MEMBERS:
      return (form->needed | form->optional) & ~KP_CONDITION_BIT (KP_MEMBER_PARTS);
    case KP_SHAPE_PARTS:
    case KP_SHAPE_TRUE:
    default:
      return 0;
    }
}

/** kp_rule_line_new: Returns: (transfer full): a line in which nothing is typed yet */
KpRuleLine *
kp_rule_line_new (guint           depth,
                  KpConditionKind kind)
{
  KpRuleLine *line = g_new0 (KpRuleLine, 1);

  line->depth = depth;
  line->kind = kind;
  return line;
}

/**
 * kp_rule_line_free:
 * @line: (nullable) (transfer full): a line
 */
void
kp_rule_line_free (KpRuleLine *line)
{
  if (line == NULL)
    return;
  for (guint i = 0; i < KP_CONDITION_N_MEMBERS; i++)
    g_free (line->members[i]);
  g_free (line);
}

/* ---- from a scheme file ---- */

static gchar *
dup_text (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  return json_node_get_value_type (node) == G_TYPE_INT64 ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node)) : NULL;
}

static gchar *
dup_words (JsonNode *node)
{
  JsonArray          *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree gchar *word = dup_text (json_array_get_element (array, i));

      g_string_append_printf (out, "%s%s", i > 0 ? SEPARATOR : "", word != NULL ? word : "");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean add_condition (GPtrArray *lines,
                               JsonNode  *node,
                               guint      depth);

static gboolean
add_parts (GPtrArray *lines,
           JsonNode  *node,
           guint      depth)
{
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!add_condition (lines, json_array_get_element (array, i), depth + 1))
      return FALSE;
  return array != NULL;
}

static gboolean
add_members (GPtrArray  *lines,
             KpRuleLine *line,
             JsonNode   *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const guint members = kp_rule_kind_get_members (line->kind);

  if (object == NULL)
    return FALSE;
  for (guint i = 0; i < KP_CONDITION_N_MEMBERS; i++)
    {
      JsonNode *member = json_object_get_member (object, kp_condition_member_get_name ((KpConditionMember) i));

      if (member != NULL && (members & KP_CONDITION_BIT (i)) != 0)
        line->members[i] = i == KP_MEMBER_WORDS ? dup_words (member) : dup_text (member);
    }
  return (kp_condition_form_get (line->kind)->needed & KP_CONDITION_BIT (KP_MEMBER_PARTS)) == 0
         || add_parts (lines, json_object_get_member (object, kp_condition_member_get_name (KP_MEMBER_PARTS)), line->depth);
}

static gboolean
add_value (GPtrArray  *lines,
           KpRuleLine *line,
           JsonNode   *node)
{
  switch (kp_condition_form_get (line->kind)->shape)
    {
    case KP_SHAPE_PARTS:
      return add_parts (lines, node, line->depth);
    case KP_SHAPE_WORDS:
      return (line->members[KP_MEMBER_WORDS] = dup_words (node)) != NULL;
    case KP_SHAPE_WORD:
    case KP_SHAPE_TEXT:
      return (line->members[KP_MEMBER_WORD] = dup_text (node)) != NULL;
    case KP_SHAPE_FACT:
      return (line->members[KP_MEMBER_FACT] = dup_text (node)) != NULL;
    case KP_SHAPE_MEMBERS:
      return add_members (lines, line, node);
    case KP_SHAPE_TRUE:
    default:
      return TRUE;
    }
}

static gboolean
add_condition (GPtrArray *lines,
               JsonNode  *node,
               guint      depth)
{
  JsonObject        *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (GList)  names = object != NULL ? json_object_get_members (object) : NULL;
  KpConditionKind    kind;
  KpRuleLine        *line;

  if (names == NULL || names->next != NULL || !kp_condition_kind_parse (names->data, &kind))
    return FALSE;
  line = kp_rule_line_new (depth, kind);
  g_ptr_array_add (lines, line);
  return add_value (lines, line, json_object_get_member (object, names->data));
}

/**
 * kp_rule_lines_parse:
 * @json: a condition as a scheme file has it
 *
 * Returns: (transfer full) (nullable) (element-type KpRuleLine): its lines, the parts behind what they belong to; %NULL when
 *   it isn't put together like a condition
 */
GPtrArray *
kp_rule_lines_parse (const char *json)
{
  g_autoptr (JsonNode)  node = json_from_string (json, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_rule_line_free);

  return node != NULL && add_condition (lines, node, 0) ? g_steal_pointer (&lines) : NULL;
}

/* ---- and back ---- */

static void
write_member (GString          *out,
              KpConditionMember member,
              const char       *text)
{
  g_auto (GStrv) words = NULL;
  guint          n = 0;

  if (member == KP_MEMBER_MONTHS || member == KP_MEMBER_COUNT)
    {
      if (*text != '\0' && strspn (text, "0123456789") == strlen (text) && strlen (text) < 10)
        g_string_append (out, text);
      else
        kp_scheme_write_text (out, text);
      return;
    }
  if (member != KP_MEMBER_WORDS)
    {
      kp_scheme_write_text (out, text);
      return;
    }
  words = g_strsplit (text, SEPARATOR, -1);
  g_string_append_c (out, '[');
  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      {
        g_string_append (out, n++ > 0 ? "," : "");
        kp_scheme_write_text (out, words[i]);
      }
  g_string_append_c (out, ']');
}

static const char *
get_member (const KpRuleLine *line,
            KpConditionMember member)
{
  return line->members[member] != NULL ? line->members[member] : "";
}

static guint write_condition (GString         *out,
                              const GPtrArray *lines,
                              guint            index);

/* Returns the line behind them. */
static guint
write_parts (GString         *out,
             const GPtrArray *lines,
             guint            index)
{
  const guint depth = ((const KpRuleLine *) g_ptr_array_index (lines, index))->depth;
  const char *between = "";

  g_string_append_c (out, '[');
  for (index++; index < lines->len && ((const KpRuleLine *) g_ptr_array_index (lines, index))->depth > depth;)
    {
      g_string_append (out, between);
      index = write_condition (out, lines, index);
      between = ",";
    }
  g_string_append_c (out, ']');
  return index;
}

/* An optional member of which nothing is typed is left out. */
static guint
write_members (GString         *out,
               const GPtrArray *lines,
               guint            index)
{
  const KpRuleLine      *line = g_ptr_array_index (lines, index);
  const KpConditionForm *form = kp_condition_form_get (line->kind);
  const char            *between = "";
  guint                  next = index + 1;

  g_string_append_c (out, '{');
  for (guint i = 0; i < KP_CONDITION_N_MEMBERS; i++)
    {
      const guint bit = KP_CONDITION_BIT (i);

      if ((form->needed & bit) == 0 && ((form->optional & bit) == 0 || *get_member (line, (KpConditionMember) i) == '\0'))
        continue;
      g_string_append_printf (out, "%s\"%s\":", between, kp_condition_member_get_name ((KpConditionMember) i));
      if (i == KP_MEMBER_PARTS)
        next = write_parts (out, lines, index);
      else
        write_member (out, (KpConditionMember) i, get_member (line, (KpConditionMember) i));
      between = ",";
    }
  g_string_append_c (out, '}');
  return next;
}

static guint
write_condition (GString         *out,
                 const GPtrArray *lines,
                 guint            index)
{
  const KpRuleLine      *line = g_ptr_array_index (lines, index);
  const KpConditionShape shape = kp_condition_form_get (line->kind)->shape;
  guint                  next = index + 1;

  g_string_append_printf (out, "{\"%s\":", kp_condition_kind_get_name (line->kind));
  if (shape == KP_SHAPE_PARTS)
    next = write_parts (out, lines, index);
  else if (shape == KP_SHAPE_MEMBERS)
    next = write_members (out, lines, index);
  else if (shape == KP_SHAPE_TRUE)
    g_string_append (out, "true");
  else
    {
      const KpConditionMember member = shape == KP_SHAPE_WORDS  ? KP_MEMBER_WORDS
                                       : shape == KP_SHAPE_FACT ? KP_MEMBER_FACT
                                                                : KP_MEMBER_WORD;

      write_member (out, member, get_member (line, member));
    }
  g_string_append_c (out, '}');
  return next;
}

/**
 * kp_rule_lines_dup_json:
 * @lines: (element-type KpRuleLine): lines
 *
 * Returns: (transfer full): the condition for a scheme file; "" of no line
 */
gchar *
kp_rule_lines_dup_json (const GPtrArray *lines)
{
  GString *out = g_string_new (NULL);

  if (lines->len > 0)
    write_condition (out, lines, 0);
  return g_string_free (out, FALSE);
}

/* ---- changes ---- */

/* Behind all that belongs to a line. */
static guint
find_end (const GPtrArray *lines,
          guint            index)
{
  const guint depth = ((const KpRuleLine *) g_ptr_array_index (lines, index))->depth;

  for (index++; index < lines->len; index++)
    if (((const KpRuleLine *) g_ptr_array_index (lines, index))->depth <= depth)
      break;
  return index;
}

/** kp_rule_lines_add_part: a new last part of the line at @index, which has parts. */
void
kp_rule_lines_add_part (GPtrArray *lines,
                        guint      index)
{
  const KpRuleLine *line = g_ptr_array_index (lines, index);

  g_ptr_array_insert (lines, (gint) find_end (lines, index),
                      kp_rule_line_new (line->depth + 1, KP_CONDITION_EDUCATION_AT_LEAST));
}

/** kp_rule_lines_remove: the line at @index and all that belongs to it. */
void
kp_rule_lines_remove (GPtrArray *lines,
                      guint      index)
{
  g_ptr_array_remove_range (lines, index, find_end (lines, index) - index);
}

/**
 * kp_rule_dup_chinese:
 * @json: a condition as a scheme file has it
 * @problem: (out) (transfer full): what is wrong with it; %NULL = nothing
 *
 * Returns: (transfer full) (nullable): what a notice says of it; %NULL with a @problem
 */
gchar *
kp_rule_dup_chinese (const char *json,
                     gchar     **problem)
{
  g_autoptr (JsonNode)    node = json_from_string (json, NULL);
  g_autoptr (GString)     path = g_string_new (NULL);
  g_autoptr (GPtrArray)   problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_problem_free);
  KpSchemeReading         reading = { path, problems, NULL };
  g_autoptr (KpCondition) condition = node != NULL ? kp_scheme_read_condition (&reading, node) : NULL;

  *problem = problems->len > 0 ? g_strdup (((const KpSchemeProblem *) g_ptr_array_index (problems, 0))->message) : NULL;
  return condition != NULL && problems->len == 0 ? kp_condition_dup_chinese (condition) : NULL;
}
