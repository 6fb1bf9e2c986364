/* kp-answered.c – whether those whom rows name as the second of two people stand in the journal.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* On a server nothing else is let in (data/schema/server-two-people.sql); a file takes what is written into it, and so it is
 * looked for afterwards. Who has a password or a PIN is read in the journal too: it holds as of each row. A unit of work is
 * what stands in a row by one actor, of one step, subject and moment.
 *
 * Not asked: what came out of a room package, whose PINs stand in its own journal (kp-room-pins.c). */

#include "kp-answered.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "kp-ledger.h"
#include "kp-review.h"

typedef struct
{
  char *name;
  gboolean has_secret; /* a password or a PIN */
  gboolean is_retired;
} Person;

struct _KpAnswered
{
  GHashTable *people; /* login → Person */
  GString *unit;      /* by what the rows of the unit are one */
  GString *next;
  char *first;  /* (nullable): login of the unit's first person */
  char *second; /* (nullable) */
};

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->name);
  g_free (person);
}

/** kp_answered_new: before the first row of a campaign's journal. (transfer full) */
KpAnswered *
kp_answered_new (void)
{
  KpAnswered *answered = g_new0 (KpAnswered, 1);

  answered->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, person_free);
  answered->unit = g_string_new (NULL);
  answered->next = g_string_new (NULL);
  return answered;
}

/** kp_answered_free: with all that it read. */
void
kp_answered_free (KpAnswered *answered)
{
  g_hash_table_unref (answered->people);
  g_string_free (answered->unit, TRUE);
  g_string_free (answered->next, TRUE);
  g_free (answered->first);
  g_free (answered->second);
  g_free (answered);
}

static void
forget_two (KpAnswered *answered)
{
  g_clear_pointer (&answered->first, g_free);
  g_clear_pointer (&answered->second, g_free);
}

static void
enter_unit (KpAnswered *answered, const KpJournalFields *fields)
{
  g_string_printf (answered->next, "%s\n%s\n%s\n%s", fields->actor, fields->at, fields->step,
                   fields->subject != NULL ? fields->subject : "");
  if (g_string_equal (answered->unit, answered->next))
    return;
  g_string_assign (answered->unit, answered->next->str);
  forget_two (answered);
}

static void
take_note (KpAnswered *answered, const KpJournalFields *fields)
{
  g_auto (GStrv) logins = g_strsplit (fields->after_text != NULL ? fields->after_text : "", " ", 2);

  forget_two (answered);
  if (g_strv_length (logins) < 2)
    return;
  answered->first = g_strdup (logins[0]);
  answered->second = g_strdup (logins[1]);
}

/* What the row was written as; of a change what became another. */
static JsonObject *
parse (JsonParser *parser, const char *text)
{
  JsonNode *root = json_parser_load_from_data (parser, text, -1, NULL) ? json_parser_get_root (parser) : NULL;

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

static const char *
get_text (JsonObject *row, const char *name)
{
  JsonNode *node = name != NULL && json_object_has_member (row, name) ? json_object_get_member (row, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static void
take_person (KpAnswered *answered, const KpJournalFields *fields)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *row = fields->after_text != NULL ? parse (parser, fields->after_text) : NULL;
  Person *person = g_hash_table_lookup (answered->people, fields->row_key);

  if (row == NULL)
    return;
  if (person == NULL)
    {
      person = g_new0 (Person, 1);
      g_hash_table_insert (answered->people, g_strdup (fields->row_key), person);
    }
  if (get_text (row, "name") != NULL)
    {
      g_free (person->name);
      person->name = g_strdup (get_text (row, "name"));
    }
  person->has_secret = person->has_secret || get_text (row, "password") != NULL || get_text (row, "pin") != NULL;
  if (json_object_has_member (row, "retired_on"))
    person->is_retired = get_text (row, "retired_on") != NULL;
}

static gboolean
asks_for_proof (KpAnswered *answered)
{
  GHashTableIter iter;
  gpointer person = NULL;

  g_hash_table_iter_init (&iter, answered->people);
  while (g_hash_table_iter_next (&iter, NULL, &person))
    if (((Person *) person)->has_secret && !((Person *) person)->is_retired)
      return TRUE;
  return FALSE;
}

static gboolean
is_called (KpAnswered *answered, const char *login, const char *name)
{
  const Person *person = login != NULL ? g_hash_table_lookup (answered->people, login) : NULL;

  return person != NULL && (kp_review_is_same_person (login, name) || kp_review_is_same_person (person->name, name));
}

/* By its name, as on a server: second_person, left_second, decided_with … */
static gboolean
is_second (const char *column)
{
  const char *word = strstr (column, "second");

  return g_str_has_suffix (column, "_with")
         || (word != NULL && (word == column || word[-1] == '_') && (word[6] == '\0' || word[6] == '_'));
}

static gboolean
came_from_room (const KpJournalFields *fields)
{
  return strcmp (fields->step, "room-out") == 0
         || (strcmp (fields->step, "import-interview-marks") == 0
             && (strcmp (fields->table_name, "hearing_check") == 0 || strcmp (fields->table_name, "panel_mark") == 0));
}

/* The first one's column stands before the second one's. In one person's file only the second one gives a PIN. */
static char *
dup_unproven_in (KpAnswered *answered, const KpTable *table, JsonObject *row)
{
  for (guint i = 1; i < table->n_columns; i++)
    {
      const char *second = is_second (table->columns[i].name) ? get_text (row, table->columns[i].name) : NULL;
      const char *first = second != NULL ? get_text (row, table->columns[i - 1].name) : NULL;

      if (second == NULL)
        continue;
      if (!is_called (answered, answered->second, second))
        return g_strdup (second);
      if (first != NULL && strcmp (answered->first, "-") != 0 && !is_called (answered, answered->first, first))
        return g_strdup (first);
    }
  return NULL;
}

/**
 * kp_answered_dup_unproven:
 * @answered: what was read so far
 * @table: (nullable): that of the row
 * @fields: the next row of the journal
 *
 * Returns: (transfer full) (nullable): the name in the row, of one of two people, who didn't prove it in its unit of work though
 * the campaign asked for that; %NULL = nobody
 */
char *
kp_answered_dup_unproven (KpAnswered *answered, const KpTable *table, const KpJournalFields *fields)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *row = NULL;

  if (fields->actor == NULL || fields->at == NULL || fields->step == NULL || fields->table_name == NULL || fields->row_key == NULL)
    return NULL;
  enter_unit (answered, fields);
  if (*fields->table_name == '\0' && strcmp (fields->row_key, KP_LEDGER_ATTESTED) == 0)
    take_note (answered, fields);
  else if (strcmp (fields->table_name, "account") == 0)
    take_person (answered, fields);
  if (table == NULL || fields->after_text == NULL || !asks_for_proof (answered) || came_from_room (fields)
      || (strstr (fields->after_text, "second") == NULL && strstr (fields->after_text, "_with\":") == NULL))
    return NULL;
  parser = json_parser_new ();
  row = parse (parser, fields->after_text);
  return row != NULL ? dup_unproven_in (answered, table, row) : NULL;
}
