/* kp-scheme-condition-write.c – writes conditions of the scheme, see kp-scheme-condition.c.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-condition-form.h"
#include "kp-scheme-field.h"

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
              KpConditionMember             member,
              const KpCondition *condition)
{
  switch (member)
    {
    case KP_MEMBER_FACT:
      kp_scheme_write_text (out, condition->fact);
      break;
    case KP_MEMBER_WORD:
      kp_scheme_write_text (out, condition->words != NULL ? condition->words[0] : NULL);
      break;
    case KP_MEMBER_WORDS:
      write_words (out, condition->words);
      break;
    case KP_MEMBER_MONTHS:
      g_string_append_printf (out, "%u", condition->months);
      break;
    case KP_MEMBER_VALUE:
      write_value (out, condition->value);
      break;
    case KP_MEMBER_FROM:
      write_day (out, condition->from);
      break;
    case KP_MEMBER_TO:
      write_day (out, condition->to);
      break;
    case KP_MEMBER_UNTIL:
      kp_scheme_write_text (out, condition->until);
      break;
    case KP_MEMBER_COUNT:
      g_string_append_printf (out, "%u", condition->count);
      break;
    case KP_MEMBER_PARTS:
    default:
      write_parts (out, depth, condition);
      break;
    }
}

/* Of the optional keys those that say something. */
static gboolean
is_written (const KpConditionForm        *form,
            KpConditionMember             member,
            const KpCondition *condition)
{
  if (member == KP_MEMBER_FROM || (member == KP_MEMBER_TO && (form->optional & KP_CONDITION_BIT (KP_MEMBER_TO)) != 0))
    return !kp_date_is_none (member == KP_MEMBER_FROM ? condition->from : condition->to);
  if (member == KP_MEMBER_UNTIL)
    return condition->until != NULL;

  return TRUE;
}

static void
write_members (GString           *out,
               guint              depth,
               const KpCondition *condition)
{
  const KpConditionForm *form = kp_condition_form_get (condition->kind);
  guint       n_written = 0;

  g_string_append (out, "{ ");
  for (guint i = 0; i < KP_CONDITION_N_MEMBERS; i++)
    {
      if (((form->needed | form->optional) & KP_CONDITION_BIT (i)) == 0 || !is_written (form, (KpConditionMember) i, condition))
        continue;
      g_string_append (out, n_written++ > 0 ? ", " : "");
      kp_scheme_write_text (out, kp_condition_member_get_name ((KpConditionMember) i));
      g_string_append (out, ": ");
      write_member (out, depth, (KpConditionMember) i, condition);
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
  switch (kp_condition_form_get (condition->kind)->shape)
    {
    case KP_SHAPE_PARTS:
      write_parts (out, depth, condition);
      break;
    case KP_SHAPE_WORD:
      kp_scheme_write_text (out, condition->words != NULL ? condition->words[0] : NULL);
      break;
    case KP_SHAPE_WORDS:
      write_words (out, condition->words);
      break;
    case KP_SHAPE_FACT:
      kp_scheme_write_text (out, condition->fact);
      break;
    case KP_SHAPE_TRUE:
      g_string_append (out, "true");
      break;
    case KP_SHAPE_TEXT:
      kp_scheme_write_text (out, condition->text);
      break;
    case KP_SHAPE_MEMBERS:
    default:
      write_members (out, depth, condition);
      break;
    }
  g_string_append (out, " }");
}
