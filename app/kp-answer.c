/* kp-answer.c – what a verb answers: counts and tables, as text for people or as JSON for programs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-answer.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A longer cell pushes the rest of its line to the right, not that of all others. */
#define WIDEST_COLUMN 60

typedef enum
{
  PART_SENTENCE, /* for people only */
  PART_COUNT,
  PART_TRUTH, /* for programs only: people get a sentence */
  PART_TEXT,
  PART_TEXTS,
  PART_TABLE,
  PART_SECTIONS,
} PartKind;

typedef struct
{
  PartKind kind;
  char *key;
  char *label;
  gint64 count;
  char *text;
  GStrv texts;
  KpAnswerColumn *columns; /* keys and titles owned */
  guint n_columns;
  GPtrArray *rows; /* of char **; of sections the heading and its paragraphs */
  GPtrArray *said; /* (nullable) of char **: the rows as people see them */
} Part;

struct _KpAnswer
{
  GPtrArray *parts;
};

static void
part_free (gpointer data)
{
  Part *part = data;

  for (guint i = 0; i < part->n_columns; i++)
    {
      g_free ((char *) part->columns[i].key);
      g_free ((char *) part->columns[i].title);
    }
  g_clear_pointer (&part->rows, g_ptr_array_unref);
  g_clear_pointer (&part->said, g_ptr_array_unref);
  g_strfreev (part->texts);
  g_free (part->columns);
  g_free (part->key);
  g_free (part->label);
  g_free (part->text);
  g_free (part);
}

static Part *
add_part (KpAnswer *answer, PartKind kind, const char *key, const char *label)
{
  Part *part = g_new0 (Part, 1);

  part->kind = kind;
  part->key = g_strdup (key);
  part->label = g_strdup (label);
  g_ptr_array_add (answer->parts, part);
  return part;
}

/** kp_answer_new: an answer without anything in it. (transfer full) */
KpAnswer *
kp_answer_new (void)
{
  KpAnswer *answer = g_new0 (KpAnswer, 1);

  answer->parts = g_ptr_array_new_with_free_func (part_free);
  return answer;
}

/** kp_answer_free: frees @answer (nullable). */
void
kp_answer_free (KpAnswer *answer)
{
  if (answer == NULL)
    return;
  g_ptr_array_unref (answer->parts);
  g_free (answer);
}

/** kp_answer_say: adds a sentence for people; JSON doesn't show it. */
void
kp_answer_say (KpAnswer *answer, const char *sentence)
{
  add_part (answer, PART_SENTENCE, NULL, NULL)->text = g_strdup (sentence);
}

/** kp_answer_add_count: adds a number under @key, which people see as @label. */
void
kp_answer_add_count (KpAnswer *answer, const char *key, const char *label, gint64 count)
{
  add_part (answer, PART_COUNT, key, label)->count = count;
}

/** kp_answer_add_truth: adds a yes or no for programs; people get it in a sentence. */
void
kp_answer_add_truth (KpAnswer *answer, const char *key, gboolean is_true)
{
  add_part (answer, PART_TRUTH, key, NULL)->count = is_true;
}

/** kp_answer_add_text: adds a text under @key; @text is nullable. Without a @label only JSON shows it. */
void
kp_answer_add_text (KpAnswer *answer, const char *key, const char *label, const char *text)
{
  /* The name of a file may be no text. */
  add_part (answer, PART_TEXT, key, label)->text = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/** kp_answer_add_texts: adds a list of texts under @key; @texts is nullable, else ends with %NULL. Without a
 * @label only JSON shows it. */
void
kp_answer_add_texts (KpAnswer *answer, const char *key, const char *label, const char *const *texts)
{
  add_part (answer, PART_TEXTS, key, label)->texts = g_strdupv ((char **) texts);
}

/** kp_answer_begin_table: begins a table; kp_answer_add_row() fills the newest one. */
void
kp_answer_begin_table (KpAnswer *answer, const char *key, const KpAnswerColumn *columns, guint n_columns)
{
  Part *part = add_part (answer, PART_TABLE, key, NULL);

  part->columns = g_new0 (KpAnswerColumn, n_columns);
  part->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    part->columns[i] =
        (KpAnswerColumn){ g_strdup (columns[i].key), g_strdup (columns[i].title), columns[i].is_number };
  part->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  part->said = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/** kp_answer_add_row: adds a row to the newest table; one cell for each column, %NULL = nothing there. */
void
kp_answer_add_row (KpAnswer *answer, const char *const *cells)
{
  Part *part = g_ptr_array_index (answer->parts, answer->parts->len - 1);
  char **row;

  g_return_if_fail (part->kind == PART_TABLE);

  row = g_new0 (char *, part->n_columns + 1);
  for (guint i = 0; i < part->n_columns; i++)
    row[i] = g_utf8_make_valid (cells[i] != NULL ? cells[i] : "", -1);
  g_ptr_array_add (part->rows, row);
  g_ptr_array_add (part->said, g_strdupv (row));
}

/** kp_answer_say_cell: people read @text in the newest row; programs still get the name that stands there. */
void
kp_answer_say_cell (KpAnswer *answer, guint column, const char *text)
{
  Part *part = g_ptr_array_index (answer->parts, answer->parts->len - 1);
  char **row;

  g_return_if_fail (part->kind == PART_TABLE && part->said->len > 0 && column < part->n_columns);

  row = g_ptr_array_index (part->said, part->said->len - 1);
  g_free (row[column]);
  row[column] = g_strdup (text);
}

/** kp_answer_begin_sections: begins a text in sections; kp_answer_add_section() fills the newest one. */
void
kp_answer_begin_sections (KpAnswer *answer, const char *key)
{
  add_part (answer, PART_SECTIONS, key, NULL)->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/** kp_answer_add_section: adds a section, its @heading maybe ""; @paragraphs are texts. */
void
kp_answer_add_section (KpAnswer *answer, const char *heading, const GPtrArray *paragraphs)
{
  Part *part = g_ptr_array_index (answer->parts, answer->parts->len - 1);
  char **row;

  g_return_if_fail (part->kind == PART_SECTIONS);

  row = g_new0 (char *, paragraphs->len + 2);
  row[0] = g_strdup (heading);
  for (guint i = 0; i < paragraphs->len; i++)
    row[i + 1] = g_strdup (g_ptr_array_index (paragraphs, i));
  g_ptr_array_add (part->rows, row);
}

/** kp_text_measure: places of half a Chinese character that @text takes on a terminal. */
guint
kp_text_measure (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
append_blanks (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

static void
append_cell (GString *out, const char *text, guint width, gboolean is_right, gboolean is_last)
{
  const guint n_blanks = width - MIN (width, kp_text_measure (text));

  if (is_right)
    append_blanks (out, n_blanks);
  g_string_append (out, text);
  if (!is_last)
    append_blanks (out, (is_right ? 0 : n_blanks) + 2);
}

static void
append_line (GString *out, const Part *part, const guint *widths, const char *const *cells)
{
  for (guint i = 0; i < part->n_columns; i++)
    append_cell (out, cells[i], widths[i], part->columns[i].is_number, i + 1 == part->n_columns);
  g_string_append_c (out, '\n');
}

static void
append_table (GString *out, const Part *part)
{
  g_autofree guint *widths = g_new0 (guint, part->n_columns);
  g_autofree const char **titles = g_new0 (const char *, part->n_columns);

  for (guint i = 0; i < part->n_columns; i++)
    {
      titles[i] = part->columns[i].title;
      widths[i] = kp_text_measure (titles[i]);
      for (guint j = 0; j < part->rows->len; j++)
        widths[i] = MAX (widths[i], kp_text_measure (((char **) g_ptr_array_index (part->said, j))[i]));
      widths[i] = MIN (widths[i], WIDEST_COLUMN);
    }
  append_line (out, part, widths, titles);
  for (guint j = 0; j < part->rows->len; j++)
    append_line (out, part, widths, (const char *const *) g_ptr_array_index (part->said, j));
}

static void
append_sections (GString *out, const Part *part)
{
  for (guint j = 0; j < part->rows->len; j++)
    {
      const char *const *texts = g_ptr_array_index (part->rows, j);

      g_string_append (out, j > 0 ? "\n" : "");
      if (*texts[0] != '\0')
        g_string_append_printf (out, "%s\n", texts[0]);
      for (guint i = 1; texts[i] != NULL; i++)
        g_string_append_printf (out, "%s\n", texts[i]);
    }
}

static void
append_part (GString *out, const Part *part)
{
  if (part->key != NULL && part->label == NULL && part->kind != PART_TABLE && part->kind != PART_SECTIONS)
    return;
  switch (part->kind)
    {
    case PART_SENTENCE:
      g_string_append_printf (out, "%s\n", part->text);
      break;
    case PART_COUNT:
      g_string_append_printf (out, "%s: %" G_GINT64_FORMAT "\n", part->label, part->count);
      break;
    case PART_TEXT:
      g_string_append_printf (out, "%s: %s\n", part->label, part->text != NULL ? part->text : "–");
      break;
    case PART_TEXTS:
      {
        g_autofree char *joined = part->texts != NULL ? g_strjoinv (" ", part->texts) : g_strdup ("–");

        g_string_append_printf (out, "%s: %s\n", part->label, joined);
      }
      break;
    case PART_TABLE:
      if (part->rows->len > 0)
        append_table (out, part);
      break;
    case PART_SECTIONS:
      append_sections (out, part);
      break;
    case PART_TRUTH:
    default:
      break;
    }
}

/** kp_answer_dup_text: the answer for people; columns count Chinese characters as two places. (transfer full)
 */
char *
kp_answer_dup_text (KpAnswer *answer)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < answer->parts->len; i++)
    append_part (out, g_ptr_array_index (answer->parts, i));
  return g_string_free (out, FALSE);
}

static void
visit_texts (const char *const *texts, const KpAnswerVisitor *visitor, gpointer data)
{
  for (guint i = 0; texts[i] != NULL; i++)
    if (*texts[i] != '\0')
      visitor->say (texts[i], data);
}

static void
visit_rows (const Part *part, const KpAnswerVisitor *visitor, gpointer data)
{
  if (part->kind == PART_TABLE)
    visitor->begin_table (part->columns, part->n_columns, data);
  for (guint i = 0; i < part->rows->len; i++)
    {
      const char *const *cells = g_ptr_array_index (part->rows, i);

      if (part->kind == PART_TABLE)
        visitor->add_row (g_ptr_array_index (part->said, i), data);
      else
        visit_texts (cells, visitor, data);
    }
}

static void
visit_part (const Part *part, const KpAnswerVisitor *visitor, gpointer data)
{
  g_autofree char *text = NULL;

  if (part->kind == PART_SENTENCE)
    visitor->say (part->text, data);
  else if (part->kind == PART_TABLE || part->kind == PART_SECTIONS)
    visit_rows (part, visitor, data);
  if (part->label == NULL || part->kind == PART_TRUTH)
    return;
  if (part->kind == PART_COUNT)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, part->count);
  else if (part->kind == PART_TEXTS && part->texts != NULL)
    text = g_strjoinv (" ", part->texts);
  else
    text = g_strdup (part->text);
  visitor->add_fact (part->label, text != NULL ? text : "–", data);
}

/** kp_answer_visit: hands what people see of @answer to @visitor, in its order. */
void
kp_answer_visit (KpAnswer *answer, const KpAnswerVisitor *visitor, gpointer data)
{
  for (guint i = 0; i < answer->parts->len; i++)
    visit_part (g_ptr_array_index (answer->parts, i), visitor, data);
}

static gboolean
cell_is_whole_number (const char *cell)
{
  return *cell != '\0' && strlen (cell) < 18 &&
         strspn (cell + (*cell == '-'), "0123456789") == strlen (cell + (*cell == '-'));
}

static void
build_table (JsonBuilder *builder, const Part *part)
{
  json_builder_begin_array (builder);
  for (guint j = 0; j < part->rows->len; j++)
    {
      const char *const *cells = g_ptr_array_index (part->rows, j);

      json_builder_begin_object (builder);
      for (guint i = 0; i < part->n_columns; i++)
        {
          json_builder_set_member_name (builder, part->columns[i].key);
          if (cells[i][0] == '\0')
            json_builder_add_null_value (builder);
          else if (part->columns[i].is_number && cell_is_whole_number (cells[i]))
            json_builder_add_int_value (builder, g_ascii_strtoll (cells[i], NULL, 10));
          else
            json_builder_add_string_value (builder, cells[i]);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_texts (JsonBuilder *builder, const char *const *texts)
{
  if (texts == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
build_sections (JsonBuilder *builder, const Part *part)
{
  json_builder_begin_array (builder);
  for (guint j = 0; j < part->rows->len; j++)
    {
      const char *const *texts = g_ptr_array_index (part->rows, j);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "heading");
      json_builder_add_string_value (builder, texts[0]);
      json_builder_set_member_name (builder, "paragraphs");
      build_texts (builder, texts + 1);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_part (JsonBuilder *builder, const Part *part)
{
  if (part->key == NULL)
    return;
  json_builder_set_member_name (builder, part->key);
  if (part->kind == PART_COUNT)
    json_builder_add_int_value (builder, part->count);
  else if (part->kind == PART_TRUTH)
    json_builder_add_boolean_value (builder, part->count != 0);
  else if (part->kind == PART_TABLE)
    build_table (builder, part);
  else if (part->kind == PART_SECTIONS)
    build_sections (builder, part);
  else if (part->kind == PART_TEXTS)
    build_texts (builder, (const char *const *) part->texts);
  else if (part->text == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, part->text);
}

/** kp_answer_dup_json: the answer for programs: one object, members in the order they were added. (transfer
 * full) */
char *
kp_answer_dup_json (KpAnswer *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < answer->parts->len; i++)
    build_part (builder, g_ptr_array_index (answer->parts, i));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
