/* kp-registration-facts.c – reads the facts that a scheme declares from the columns of a registration workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   typed            是否           place, word, date         number
 *   (empty)          ""             ""                        ""
 *   是 √ 有          yes            as typed                  unreadable
 *   否 × 无          no             no: there is none         no
 *   2020年3月1日     unreadable     2020-03-01 in a date      unreadable
 *   14个月           unreadable     as typed                  14 where the label asks for months
 *
 * A heading is recognised by the fact's label or one of its `columns`, as a whole: these words come from a scheme, and a
 * part of a heading may mean the opposite of it. */

#include <string.h>

#include "kp-fraction.h"
#include "kp-normal.h"
#include "kp-registration-private.h"
#include "kp-registration-tables.h"

#define N_DECIMALS 6

static guint
get_column (guint fact)
{
  return KP_REGISTRATION_N_FIELDS + 2 * fact;
}

static guint
get_since_column (guint fact)
{
  return KP_REGISTRATION_N_FIELDS + 2 * fact + 1;
}

static void
add_word (KpRegistrationColumns *columns, KpHeadingField *field, const char *word)
{
  g_autofree char *compact = kp_normal_compact (word);
  guint n = 0;

  while (field->words[n] != NULL)
    n++;
  /* The last one stays NULL. */
  if (*compact != '\0' && n + 1 < KP_HEADING_MAX_WORDS)
    field->words[n] = g_string_chunk_insert_const (columns->words, compact);
}

static void
add_words (KpRegistrationColumns *columns,
           KpHeadingField *field,
           const char *base,
           const char *const *starts,
           const char *const *ends)
{
  for (guint i = 0; starts[i] != NULL; i++)
    for (guint k = 0; ends[k] != NULL; k++)
      {
        g_autofree char *word = g_strconcat (starts[i], base, ends[k], NULL);

        add_word (columns, field, word);
      }
}

/** kp_registration_fact_dup_since_title: what the column is called that says since when a place holds. (transfer full) */
char *
kp_registration_fact_dup_since_title (const KpFactDef *def)
{
  return g_strconcat (def->label, "起始时间", NULL);
}

static void
fill_fields (KpRegistrationColumns *columns, const KpFactDef *def, KpHeadingField *value, KpHeadingField *since)
{
  static const char *const nothing[] = { "", NULL };
  static const char *const whether[] = { "", "是否", "是否为", "是否属于", NULL };
  static const char *const times[] = { "起始时间", "取得时间", "时间", "起始日期", "取得日期", "日期", NULL };
  const char *const *starts = def->kind == KP_FACT_YES_NO ? whether : nothing;
  g_autofree char *since_title = kp_registration_fact_dup_since_title (def);

  *value = (KpHeadingField){ .is_exact = TRUE, .is_first = TRUE };
  *since = *value;
  value->title = g_string_chunk_insert_const (columns->words, def->label);
  since->title = g_string_chunk_insert_const (columns->words, since_title);
  add_words (columns, value, def->label, starts, nothing);
  for (guint i = 0; def->columns != NULL && i < def->columns->len; i++)
    add_words (columns, value, g_ptr_array_index (def->columns, i), starts, nothing);
  if (def->kind != KP_FACT_PLACE)
    return;
  add_words (columns, since, def->label, nothing, times);
  for (guint i = 0; def->columns != NULL && i < def->columns->len; i++)
    add_words (columns, since, g_ptr_array_index (def->columns, i), nothing, times);
}

/**
 * kp_registration_columns_new:
 * @defs: (nullable) (element-type KpFactDef): the facts that are asked for; a reference is kept
 *
 * Returns: (transfer full): the usual columns of a registration workbook and two for each fact
 */
KpRegistrationColumns *
kp_registration_columns_new (GPtrArray *defs)
{
  KpRegistrationColumns *columns = g_new0 (KpRegistrationColumns, 1);
  const KpHeadingKind *usual = &kp_registration_heading_kind;
  const guint n_facts = defs != NULL ? defs->len : 0;

  columns->kind = *usual;
  columns->defs = defs != NULL ? g_ptr_array_ref (defs) : g_ptr_array_new ();
  columns->words = g_string_chunk_new (1024);
  columns->fields = g_new0 (KpHeadingField, usual->n_fields + 2 * n_facts);
  memcpy (columns->fields, usual->fields, usual->n_fields * sizeof (KpHeadingField));
  for (guint i = 0; i < n_facts; i++)
    fill_fields (columns, g_ptr_array_index (defs, i), &columns->fields[get_column (i)],
                 &columns->fields[get_since_column (i)]);
  columns->kind.fields = columns->fields;
  columns->kind.n_fields = usual->n_fields + 2 * n_facts;
  return columns;
}

/**
 * kp_registration_columns_free:
 * @columns: (nullable) (transfer full): of kp_registration_columns_new()
 */
void
kp_registration_columns_free (KpRegistrationColumns *columns)
{
  if (columns == NULL)
    return;
  g_ptr_array_unref (columns->defs);
  g_free (columns->fields);
  g_string_chunk_free (columns->words);
  g_free (columns);
}

/**
 * kp_registration_columns_dup_missing:
 * @columns: what was looked for
 * @heading: what was found
 *
 * Returns: (transfer full): the labels of the facts without a column, NULL at the end
 */
char **
kp_registration_columns_dup_missing (const KpRegistrationColumns *columns, const KpHeading *heading)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; i < columns->defs->len; i++)
    {
      const KpFactDef *def = g_ptr_array_index (columns->defs, i);

      /* A built-in day is asked for by no heading of its own in most workbooks. */
      if (heading->columns[get_column (i)] < 0 && def->columns != NULL)
        g_strv_builder_add (labels, def->label);
    }
  return g_strv_builder_end (labels);
}

static const char *
keep (KpRegistrationReading *reading, const char *text)
{
  return g_string_chunk_insert_const (reading->book->chunk, text);
}

static const char *
read_answer (KpRegistrationReading *reading, guint column, const char *title, const char *typed)
{
  switch (kp_normal_answer (typed))
    {
    case KP_ANSWER_YES:
      return KP_FACT_STATED;
    case KP_ANSWER_NO:
      return KP_FACT_DENIED;
    case KP_ANSWER_NONE:
      return "";
    case KP_ANSWER_UNREADABLE:
    default:
      kp_registration_reading_add_fault (reading, KP_FAULT_FACT_ANSWER, column, title, typed);
      return "";
    }
}

/* 14个月 is a number where the label speaks of months, and not where it speaks of years. */
static void
strip_unit (char *number, const char *label)
{
  static const char *const units[][2] = {
    { "个月", "月" }, { "月", "月" }, { "周年", "年" }, { "年", "年" }, { "次", "次" }, { "分", "分" }, { "岁", "龄" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (number, units[i][0]) && strstr (label, units[i][1]) != NULL)
      {
        number[strlen (number) - strlen (units[i][0])] = '\0';
        return;
      }
}

/* "014" and "14.0" are 14. */
static char *
dup_number (KpFraction number)
{
  for (guint decimals = 0; decimals <= N_DECIMALS; decimals++)
    {
      g_autofree char *text = kp_fraction_dup_decimal (number, decimals);
      KpFraction again;

      if (kp_fraction_parse (text, &again, NULL) && kp_fraction_compare (again, number) == 0)
        return g_steal_pointer (&text);
    }
  return kp_fraction_dup_text (number);
}

static const char *
read_number (KpRegistrationReading *reading, const KpFactDef *def, guint column, const char *title, const char *typed)
{
  g_autofree char *compact = kp_normal_compact (typed);
  g_autofree char *text = NULL;
  KpFraction number;

  if (kp_normal_answer (typed) == KP_ANSWER_NO && strcmp (compact, "0") != 0)
    return KP_FACT_DENIED;
  strip_unit (compact, def->label);
  if (strpbrk (compact, ":/") != NULL || !kp_fraction_parse (compact, &number, NULL))
    {
      kp_registration_reading_add_fault (reading, KP_FAULT_FACT_NUMBER, column, title, typed);
      return "";
    }
  text = dup_number (number);
  return keep (reading, text);
}

static const char *
read_day (KpRegistrationReading *reading, guint column, const char *title, const char *typed)
{
  KpDate date = kp_registration_reading_get_date (reading, column, title);
  g_autofree char *iso = NULL;

  if (kp_date_is_none (date))
    return kp_normal_answer (typed) == KP_ANSWER_NO ? KP_FACT_DENIED : "";
  iso = kp_date_dup_iso (date);
  return keep (reading, iso);
}

static KpRegistrationFact
read_fact (KpRegistrationReading *reading, const KpRegistrationColumns *columns, guint index)
{
  const KpFactDef *def = g_ptr_array_index (columns->defs, index);
  const guint column = get_column (index);
  const char *title = columns->fields[column].title;
  const char *typed = kp_registration_reading_keep_typed (reading, column);
  KpRegistrationFact fact = { .value = "", .since = KP_DATE_NONE };

  if (*typed == '\0')
    return fact;
  switch (def->kind)
    {
    case KP_FACT_YES_NO:
      fact.value = read_answer (reading, column, title, typed);
      break;
    case KP_FACT_DATE:
      fact.value = read_day (reading, column, title, typed);
      break;
    case KP_FACT_NUMBER:
      fact.value = read_number (reading, def, column, title, typed);
      break;
    case KP_FACT_PLACE:
    case KP_FACT_WORD:
    default:
      fact.value = kp_normal_answer (typed) == KP_ANSWER_NO ? KP_FACT_DENIED : typed;
      break;
    }
  if (def->kind == KP_FACT_PLACE && strcmp (fact.value, KP_FACT_DENIED) != 0)
    fact.since = kp_registration_reading_get_date (reading, get_since_column (index),
                                                   columns->fields[get_since_column (index)].title);
  return fact;
}

/**
 * kp_registration_facts_read:
 * @reading: a row that is read; gets the faults of what isn't understood
 * @columns: the columns of its sheet
 *
 * Returns: (transfer none) (nullable): one value for each fact that is asked for, owned by the book
 */
KpRegistrationFact *
kp_registration_facts_read (KpRegistrationReading *reading, const KpRegistrationColumns *columns)
{
  KpRegistrationFact *facts;

  if (columns->defs->len == 0)
    return NULL;
  facts = g_new0 (KpRegistrationFact, columns->defs->len);
  g_ptr_array_add (reading->book->facts, facts);
  for (guint i = 0; i < columns->defs->len; i++)
    facts[i] = read_fact (reading, columns, i);
  return facts;
}
