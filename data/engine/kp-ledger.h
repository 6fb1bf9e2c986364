/* kp-ledger.h – the only way rows are written: one unit of work, one transaction, every row journalled.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

typedef struct _KpLedger KpLedger;

/* Who does what, when. The clock is the caller's: `at` is ISO-8601 text. No personal data here. */
typedef struct
{
  const char *actor;   /* the login or role of the person at the screen */
  const char *at;      /* e.g. "2026-11-23T09:30:00+08:00" */
  const char *step;    /* e.g. "import" */
  const char *subject; /* nullable: what it is about, e.g. a post or a batch */
} KpAct;

/* The one step that may write into a campaign that was carried into another record, and its notes: while the last row of
 * the journal says that it was moved out, everything else is refused (MOVED). */
#define KP_LEDGER_MOVE "move"
#define KP_LEDGER_MOVED_OUT "moved-out" /* the text says where to */
#define KP_LEDGER_MOVED_IN "moved-in"
#define KP_LEDGER_MOVED_BACK "moved-back" /* it couldn't be carried over after all */

/* The one step whose rows may be earlier than those before them: two people say that the record's time was wrong. Its fact
 * has the note below, and whoever reads the journal accepts a moment that goes back there and nowhere else. */
#define KP_LEDGER_SET_CLOCK "set-clock"

/* The note of who proved an act of two people, before its rows: the two logins with a blank between. */
#define KP_LEDGER_ATTESTED "attested"

/* Of the sample campaign: the first row of its journal is this note. Its days are made up. */
#define KP_LEDGER_SAMPLE "sample"

/* Takes the campaign's journal head first (the lock), waiting a few seconds when another writer has it: BUSY
 * after that. The texts of the act are copied; an `at` earlier than the last row's becomes that one, for a clock
 * that was set back doesn't take a record with it. Reading through `db` meanwhile sees what the ledger wrote. */
KpLedger *kp_ledger_begin (KpDatabase *db, const char *campaign, const KpAct *act, GError **error);

/* The record's campaign must be the ledger's. A VERSION member is set: 1 on insert, the new one on update. */
gboolean kp_ledger_insert (KpLedger *ledger, const KpTable *table, gpointer record, GError **error);

/* The key must exist (NOT_FOUND); a VERSION that differs from the stored one is STALE. Writes nothing when
 * nothing differs. */
gboolean kp_ledger_update (KpLedger *ledger, const KpTable *table, gpointer record, GError **error);

/* Insert or update, for rows that no person edits: the VERSION member is not compared. Writes nothing when
 * nothing differs. */
gboolean kp_ledger_put (KpLedger *ledger, const KpTable *table, gpointer record, GError **error);

/* By the key members of the record; NOT_FOUND; a VERSION is compared as in update. */
gboolean kp_ledger_remove (KpLedger *ledger, const KpTable *table, gconstpointer record, GError **error);

/* For a row that isn't shown and that the server removes by itself: the journal alone. */
gboolean kp_ledger_write_removed (KpLedger *ledger, const KpTable *table, gconstpointer record, GError **error);

/* Asked before a stored row becomes another one or goes; @key as in the journal, @record NULL when it goes. FALSE refuses. It
   may leave values as they are stored: what it puts into @record has to live as long as the record. */
typedef gboolean (*KpLedgerGuard) (const KpTable *table, const char *key, gconstpointer stored, gpointer record,
                                   gpointer data, GError **error);

/* One at most; NULL = nobody is asked. `data` is borrowed. */
void kp_ledger_set_guard (KpLedger *ledger, KpLedgerGuard guard, gpointer data);

/* Number of the journal's last row, those of this unit included. */
gint64 kp_ledger_get_seq (KpLedger *ledger);

/* A fact without a row: a digest, a draw. `text` should be JSON or a sentence; no personal data. */
gboolean kp_ledger_note (KpLedger *ledger, const char *what, const char *text, GError **error);

/* Rows and notes written so far. */
gint64 kp_ledger_get_n_written (KpLedger *ledger);

/* When its rows are dated, and the last row before them (NULL in a new journal). */
const char *kp_ledger_get_at (KpLedger *ledger);
const char *kp_ledger_get_last_at (KpLedger *ledger);
gboolean kp_ledger_load_last (KpDatabase *db, const char *campaign, char **place, char **at, GError **error);
gboolean kp_ledger_find_last_at (KpDatabase *db, const char *campaign, char **at, gboolean *is_sample, GError **error);
gboolean kp_ledger_goes_back (const char *before, const char *at, const char *step);

/* The end of the unit. When nothing was written the record stays untouched, byte for byte. */
gboolean kp_ledger_commit (KpLedger *ledger, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Rolls back what was not committed. */
void kp_ledger_free (KpLedger *ledger);

/* The journal's head: 64 hex digits, printed on every official list; outside or inside a ledger (then it
 * includes what the ledger has written so far only after commit). NULL + NOT_FOUND when the campaign has no
 * journal. transfer full */
char *kp_ledger_dup_head_hash (KpDatabase *db, const char *campaign, GError **error);

/* Where it was moved to; *place stays NULL while it is worked on here. transfer full */
gboolean kp_ledger_find_move (KpDatabase *db, const char *campaign, char **place, GError **error);

/* What the head was when the journal's last row was number `seq`. */
gboolean kp_ledger_load_head (KpDatabase *db, const char *campaign, gint64 *seq, char **hash, GError **error);
char *kp_ledger_dup_hash (KpDatabase *db, const char *campaign, gint64 seq, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpLedger, kp_ledger_free)

G_END_DECLS
