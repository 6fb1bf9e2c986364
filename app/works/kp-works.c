/* kp-works.c – carries a piece of work out with the verb that the command line has for it, so that both do one thing.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-works.h"

#include "kp-command.h"

/* Stands for an option: the value belongs to the one before, as NUMBER=MARK. */
#define JOINED "="

static char *
make_word (const KpWorkField *field, const char *value)
{
  if (field->option == NULL)
    return g_strdup (value);
  return field->kind == KP_WORK_SWITCH ? g_strdup (field->option) : g_strdup_printf ("%s=%s", field->option, value);
}

static void
add_values (const KpWorkOrder *order, GPtrArray *words)
{
  for (guint i = 0; i < KP_WORK_MAX_FIELDS && order->work->fields[i].kind != KP_WORK_NONE; i++)
    {
      const KpWorkField *field = &order->work->fields[i];

      if (order->values[i] == NULL)
        continue;
      if (g_strcmp0 (field->option, JOINED) == 0)
        {
          g_autofree char *first = g_ptr_array_steal_index (words, words->len - 1);

          g_ptr_array_add (words, g_strdup_printf ("%s=%s", first, order->values[i]));
        }
      else
        g_ptr_array_add (words, make_word (field, order->values[i]));
    }
}

/* “+out” of “kaopin archive out RECORD …”. */
static gboolean
is_before_record (const char *word)
{
  return *word == '+';
}

/**
 * kp_works_dup_words:
 * @order: a piece of work with its values
 *
 * Returns: (transfer full): the command line that does it, beginning with the verb
 */
char **
kp_works_dup_words (const KpWorkOrder *order)
{
  GPtrArray *words = g_ptr_array_new ();
  const gboolean is_server = kp_database_location_is_server (order->location);

  g_ptr_array_add (words, g_strdup (order->work->words[0]));
  for (guint i = 1; i < KP_WORK_MAX_WORDS && order->work->words[i] != NULL; i++)
    if (is_before_record (order->work->words[i]))
      g_ptr_array_add (words, g_strdup (order->work->words[i] + 1));
  g_ptr_array_add (words, is_server ? g_strdup_printf ("--connect=%s", order->location) : g_strdup (order->location));
  for (guint i = 1; i < KP_WORK_MAX_WORDS && order->work->words[i] != NULL; i++)
    if (!is_before_record (order->work->words[i]))
      g_ptr_array_add (words, g_strdup (order->work->words[i]));
  add_values (order, words);
  g_ptr_array_add (words, g_strdup_printf ("--campaign=%s", order->campaign));
  if (*order->actor != '\0')
    g_ptr_array_add (words, g_strdup_printf ("--actor=%s", order->actor));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/* ---- the answer as a report ---- */

static void
say (const char *sentence, gpointer data)
{
  kp_work_report_say (data, sentence);
}

static void
add_fact (const char *label, const char *text, gpointer data)
{
  kp_work_report_add_fact (data, label, text);
}

static void
begin_table (const KpAnswerColumn *columns, guint n_columns, gpointer data)
{
  kp_work_report_begin_table (data);
  for (guint i = 0; i < n_columns; i++)
    kp_work_report_add_column (data, columns[i].title, columns[i].is_number);
}

static void
add_row (const char *const *cells, gpointer data)
{
  kp_work_report_add_row (data, cells);
}

/**
 * kp_works_run:
 * @order: a piece of work with its values
 * @report: gets what the verb answers
 * @data: nothing
 * @error: return location
 *
 * A #KpWorkFunc. Thread: any; the record is opened for this call only.
 *
 * Returns: %TRUE, or %FALSE with #KP_COMMAND_ERROR or the error of the step
 */
gboolean
kp_works_run (const KpWorkOrder *order, KpWorkReport *report, gpointer data G_GNUC_UNUSED, GError **error)
{
  static const KpAnswerVisitor visitor = { say, add_fact, begin_table, add_row };
  g_auto (GStrv) words = kp_works_dup_words (order);
  g_autoptr (KpAnswer) answer = NULL;
  g_autoptr (GError) refusal = NULL;
  const KpAsker asker = { order->identity, order->pin, order->seal, order->seen, order->own, order->progress };
  const gboolean is_done = kp_command_ask ((const char *const *) words, &asker, &answer, &refusal);

  if (!is_done)
    {
      /* The error itself goes on: it may hold what the screen shows beside the sentence. */
      g_autofree char *sentence = refusal->message;

      refusal->message = kp_works_dup_sentence (order->work, sentence);
      g_propagate_error (error, g_steal_pointer (&refusal));
    }
  if (answer != NULL)
    kp_answer_visit (answer, &visitor, report);
  return is_done;
}
