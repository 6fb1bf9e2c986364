/* kp-ddl.c – turns a schema script into the words of one engine.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-ddl.h"

#include <string.h>

typedef struct
{
  const char *sqlite;
  const char *postgres;
} Word;

static const Word words[] = {
  { "INTEGER", "BIGINT" },
  { "BLOB", "BYTEA" },
  { "STRICT", "" },
};

static gsize
measure_word (const char *p)
{
  gsize n = 0;

  while (g_ascii_isalnum (p[n]) || p[n] == '_')
    n++;
  return n;
}

static void
append_word (GString *out, const char *word, gsize n)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (n == strlen (words[i].sqlite) && strncmp (word, words[i].sqlite, n) == 0)
      {
        g_string_append (out, words[i].postgres);
        return;
      }
  g_string_append_len (out, word, n);
}

/* Texts in single quotes stay as they are; a comment ends the line. */
static void
append_mapped (GString *out, const char *line)
{
  const char *p = line;

  while (*p != '\0')
    {
      gsize n = 1;

      if (g_str_has_prefix (p, "--"))
        return;
      if (*p == '\'')
        {
          const char *end = strchr (p + 1, '\'');

          n = end != NULL ? (gsize) (end + 1 - p) : strlen (p);
          g_string_append_len (out, p, n);
        }
      else if (g_ascii_isalpha (*p) || *p == '_')
        {
          n = measure_word (p);
          append_word (out, p, n);
        }
      else
        {
          g_string_append_c (out, *p);
        }
      p += n;
    }
}

/**
 * kp_ddl_map:
 * @sql: a script in the words of SQLite STRICT
 * @kind: the engine that shall run it
 *
 * Keeps what is for @kind and maps INTEGER, BLOB and STRICT for PostgreSQL. A line that begins with
 * "--@sqlite" or
 * "--@pg" gives what follows, up to "--@all", to that engine alone, unmapped. A text in quotes must end on
 * its line.
 *
 * Returns: (transfer full): the script for @kind
 */
char *
kp_ddl_map (const char *sql, KpDatabaseKind kind)
{
  g_auto (GStrv) lines = g_strsplit (sql, "\n", -1);
  GString *out = g_string_new (NULL);
  gboolean is_for_all = TRUE;
  gboolean is_for_us = TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "--@"))
        {
          is_for_all = g_str_has_prefix (lines[i], "--@all");
          is_for_us =
              is_for_all || g_str_has_prefix (lines[i], kind == KP_DATABASE_SQLITE ? "--@sqlite" : "--@pg");
          continue;
        }
      if (!is_for_us)
        continue;
      if (is_for_all && kind == KP_DATABASE_POSTGRES)
        append_mapped (out, lines[i]);
      else
        g_string_append (out, lines[i]);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
