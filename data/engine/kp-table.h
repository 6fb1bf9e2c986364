/* kp-table.h – declares the tables of the record and reads their rows into plain structs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-database.h"

/* A record is a plain C struct of gint64 and const char * members. One that comes from here is ONE block of
 * memory with its texts inside: kp_record_free (= g_free, so g_autofree serves too) frees it whole and no
 * member is ever freed alone. To change one: copy the struct, point its members to any text that lives long
 * enough, hand it to the ledger:
 *
 *   KpPost changed = *post;
 *   changed.name = new_name;
 *   kp_ledger_update (ledger, &kp_post_table, &changed, error);
 *
 * The first column of every table is `campaign` TEXT, a KEY. Columns are only ever appended, and a column
 * that joins a released table is NULLABLE: so the row hashes in the journal stay true. */

G_BEGIN_DECLS

typedef enum
{
  KP_COLUMN_TYPE_INT, /* gint64 */
  KP_COLUMN_TYPE_TEXT /* const char *; dates are texts YYYY-MM-DD */
} KpColumnType;

typedef enum
{
  KP_COLUMN_PLAIN = 0,
  KP_COLUMN_KEY = 1 << 0, /* part of the primary key; never PERSONAL, never NULLABLE */
  KP_COLUMN_NULLABLE =
      1 << 1, /* NULL is NULL in a text and KP_NO_INT in an int; elsewhere a NULL text is refused */
  KP_COLUMN_PERSONAL = 1 << 2, /* the journal shows "***"; its row hash covers the value */
  KP_COLUMN_VERSION = 1 << 3,  /* int, at most one: counted up by the ledger, detects two writers */
  KP_COLUMN_SEALED = 1 << 4,   /* text, PERSONAL too, never KEY: it lies in the record as kp_seal_close() makes it, and the row
                                  hash covers that; who reads or writes records doesn't see it */
  KP_COLUMN_SECRET = 1 << 5,   /* PERSONAL too: a key or a hash that no person needs to see, in no list of people */
  KP_COLUMN_KEPT = 1 << 7,     /* SECRET too: rows that have it are read on a server by keepers alone, kp_server_may_read() */
  KP_COLUMN_FEW_WORDS = 1 << 6 /* SEALED too: of few words, so that nobody may see in which rows the same one stands; SQL
                                  can't look for it */
} KpColumnFlags;

/* An int column that is NULL. */
#define KP_NO_INT G_MININT64

typedef struct
{
  const char *name;
  KpColumnType type;
  guint flags;
  gsize offset;
} KpColumn;

typedef struct
{
  const char *name;  /* in SQL */
  const char *title; /* for people, e.g. 分数 */
  const KpColumn *columns;
  guint n_columns;
  gsize record_size;
} KpTable;

/* KP_COLUMN_INT (KpPost, quota, KP_COLUMN_PLAIN): the column has the member's name; a member of another type
 * does not compile. */
/* clang-format off */
#define KP_MEMBER(Record, member, Type) \
  _Generic (((Record *) 0)->member, Type: G_STRUCT_OFFSET (Record, member))
#define KP_COLUMN_INT(Record, member, flags_) \
  { #member, KP_COLUMN_TYPE_INT, (flags_), KP_MEMBER (Record, member, gint64) }
#define KP_COLUMN_TEXT(Record, member, flags_) \
  { #member, KP_COLUMN_TYPE_TEXT, (flags_), KP_MEMBER (Record, member, const char *) }
#define KP_TABLE_INIT(Record, name_, title_, columns_) \
  { (name_), (title_), (columns_), G_N_ELEMENTS (columns_), sizeof (Record) }
/* clang-format on */

/* Values for the placeholders of a tail: KP_BINDS (KP_TEXT (post), KP_INT (3)) or KP_NO_BINDS. */
typedef struct
{
  gboolean is_text;
  gint64 number;
  const char *text;   /* NULL binds NULL */
  const char *table;  /* of a sealed column that is compared with the text, else NULL */
  const char *column;
} KpBind;

/* clang-format off */
#define KP_INT(v) { FALSE, (v), NULL, NULL, NULL }
#define KP_TEXT(s) { TRUE, 0, (s), NULL, NULL }
#define KP_SEALED(table_, column_, s) { TRUE, 0, (s), (table_), (column_) }
#define KP_BINDS(...) (const KpBind[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const KpBind[]) { __VA_ARGS__ }))
#define KP_NO_BINDS NULL, 0
/* clang-format on */

/* All rows of one campaign that fit the tail, e.g. "AND post = $2 ORDER BY ticket": $1 is the campaign, binds
 * start at $2, as in KP_BINDS (KP_TEXT (post)). The array owns its records; it is empty when nothing fits. */
GPtrArray *kp_table_select (KpDatabase *db,
                            const KpTable *table,
                            const char *campaign,
                            const char *tail,
                            const KpBind *binds,
                            guint n_binds,
                            GError **error);

/* One of several reads that go to the record together. */
typedef struct
{
  const KpTable *table;
  const char *tail;
  const KpBind *binds;
  guint n_binds;
  GPtrArray *rows; /* out, transfer full */
} KpTableRead;

gboolean kp_table_select_all (KpDatabase *db, const char *campaign, KpTableRead *reads, guint n, GError **error);

/* One by one, for long tables; `record` is valid during the call only. FALSE from the callback stops (and
 * must set error). */
typedef gboolean (*KpRecordFunc) (gconstpointer record, gpointer user_data, GError **error);
gboolean kp_table_each (KpDatabase *db,
                        const KpTable *table,
                        const char *campaign,
                        const char *tail,
                        const KpBind *binds,
                        guint n_binds,
                        KpRecordFunc func,
                        gpointer user_data,
                        GError **error);

/* As kp_table_each(), with sealed columns as they are stored: for who only compares. */
gboolean kp_table_each_stored (KpDatabase *db,
                               const KpTable *table,
                               const char *campaign,
                               KpRecordFunc func,
                               gpointer user_data,
                               GError **error);

/* For a SELECT of single columns: the sealed one that the row holds under its name, opened, with a 0 at the end; empty for
 * NULL. */
gboolean kp_table_open_value (KpDatabase *db,
                              const KpTable *table,
                              const char *campaign,
                              KpStatement *row,
                              const char *column,
                              GByteArray *room,
                              GError **error);

/* By the values of the key columns after campaign, in declared order. TRUE with *record NULL when there is
 * none. */
gboolean kp_table_find (KpDatabase *db,
                        const KpTable *table,
                        const char *campaign,
                        const KpBind *key,
                        guint n_key,
                        gpointer record /* out: Record **, transfer full, nullable */,
                        GError **error);

gboolean kp_table_count (KpDatabase *db,
                         const KpTable *table,
                         const char *campaign,
                         const char *tail,
                         const KpBind *binds,
                         guint n_binds,
                         gint64 *count,
                         GError **error);

gpointer kp_record_copy (const KpTable *table, gconstpointer record); /* transfer full: one block */
void kp_record_free (gpointer record);
/* All columns but VERSION. */
gboolean kp_record_equal (const KpTable *table, gconstpointer a, gconstpointer b);

G_END_DECLS
