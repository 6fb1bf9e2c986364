/* kp-typed.h – what people type into the record: which columns of which tables, and how a screen shows them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* How the value of a column is shown. */
typedef enum
{
  KP_TYPED_TEXT,
  KP_TYPED_LINES,   /* several texts, one a line */
  KP_TYPED_MARK,
  KP_TYPED_MONEY,   /* fen */
  KP_TYPED_WORD,    /* one of a few, shown in Chinese */
  KP_TYPED_STATE,   /* of a mark */
  KP_TYPED_DIGEST,  /* of a file: its first digits */
  KP_TYPED_YES,     /* 1 or 0 */
  KP_TYPED_STAFF,   /* what somebody does at the interview */
  KP_TYPED_DUTIES,  /* what an account may do */
} KpTypedKind;

typedef struct
{
  const char *name; /* of the column */
  const char *label; /* N_() */
  KpTypedKind kind;
} KpTypedColumn;

#define KP_TYPED_MAX_COLUMNS 8

typedef enum
{
  KP_TYPED_ALONE = 0,
  KP_TYPED_ASKED = 1 << 0,  /* only where a step asks for it: other steps write such rows as a consequence */
  KP_TYPED_JOINED = 1 << 1, /* the columns are one value: a place is room and seat */
  KP_TYPED_WHOLE_KEY = 1 << 2, /* all of the key says which one it is, and not its first part alone */
  KP_TYPED_FREE = 1 << 3, /* no rule joins the columns and nothing is derived from them: of each one person's may hold */
} KpTypedFlags;

typedef struct
{
  const KpTable *table;
  const char *what;     /* N_(): with %s for the row's key, or its first part; or without */
  guint flags;          /* of KpTypedFlags */
  KpTypedColumn columns[KP_TYPED_MAX_COLUMNS];
} KpTypedTable;

const KpTypedTable *kp_typed_get (guint index);
const KpTypedTable *kp_typed_find (const KpTable *table);
char               *kp_typed_dup_tables (void);
char               *kp_typed_dup_what (const KpTypedTable *typed, const char *key);
const KpColumn     *kp_typed_get_column (const KpTypedTable *typed, guint index);
char               *kp_typed_dup_raw (const KpColumn *column, gconstpointer record);
char               *kp_typed_dup_shown (const KpTypedColumn *column, const char *raw);

G_END_DECLS
