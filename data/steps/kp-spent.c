/* kp-spent.c – stages in which all is done, although the next one hasn't begun.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-spent.h"

#include "kp-hire-tables.h"
#include "kp-interview-tables.h"
#include "kp-mark-tables.h"
#include "kp-panel-tables.h"
#include "kp-written-tables.h"

/* A stage is spent when it has some rows, and none of them waits. */
typedef struct
{
  KpStage        stage;
  const KpTable *table;
  const char    *rows;  /* tail of the statement that counts them */
  const char    *waits; /* (nullable): of those that wait */
} Spent;

static const Spent spents[] = {
  { KP_STAGE_SHORTLIST, &kp_shortlist_table, "", "AND outcome IN ('undecided', 'open')" },
  { KP_STAGE_INTERVIEW, &kp_hearing_table, "", "AND room NOT IN (SELECT room FROM room_opening WHERE campaign = $1)" },
  { KP_STAGE_TOTALS, &kp_total_table, "", "AND is_undecided = 1" },
};

/* What somebody's examination came to is sealed: the rows are read. */
static const struct
{
  KpStage     stage;
  const char *kind; /* tail of the statement */
} fitnesses[] = {
  { KP_STAGE_PHYSICAL, "AND kind = 'physical'" },
  { KP_STAGE_BACKGROUND, "AND kind = 'background'" },
};

static gboolean
count (KpSession *session, const KpTable *table, const char *tail, gint64 *n, GError **error)
{
  return kp_table_count (kp_session_get_database (session), table, kp_session_get_campaign (session), tail, KP_NO_BINDS, n, error);
}

/* Every paper that is sat here is locked, and opened where its scripts have secret numbers. */
static gboolean
read_written (KpSession *session, gboolean *is_spent, GError **error)
{
  const GPtrArray *papers = kp_session_get_scheme (session)->written.papers;
  gint64 n_locked = 0;
  gint64 n_sealed = 0;
  guint n_papers = 0;

  for (guint i = 0; i < papers->len; i++)
    n_papers += !((const KpSchemePaper *) g_ptr_array_index (papers, i))->is_elsewhere;
  if (!count (session, &kp_paper_lock_table, "", &n_locked, error)
      || !count (session, &kp_paper_lock_table,
                 "AND opened_at IS NULL AND paper IN (SELECT paper FROM secret_number WHERE campaign = $1)", &n_sealed, error))
    return FALSE;
  *is_spent = n_papers > 0 && n_locked >= n_papers && n_sealed == 0;
  return TRUE;
}

#define ON_LIST \
  "AND outcome IN ('enters', 'enters-tied', 'substitute', 'direct', 'exempt') " \
  "AND NOT EXISTS (SELECT 1 FROM leaving l WHERE l.campaign = $1 AND l.application = shortlist.application) "
#define LOOKED_AT \
  "EXISTS (SELECT 1 FROM finding f WHERE f.campaign = $1 AND f.application = shortlist.application AND f.moment = 'recheck')"
#define WAITS \
  "EXISTS (SELECT 1 FROM finding f WHERE f.campaign = $1 AND f.application = shortlist.application AND f.moment = 'recheck' " \
  "AND f.verdict IN ('by_hand', 'needs_paper'))"

/* It began, for the stage before it is closed; nobody on a list waits for a judgement; and where the scheme has conditions for
   it, each of them was held against everybody on a list. */
static gboolean
read_recheck (KpSession *session, gboolean *is_spent, GError **error)
{
  const gboolean has_begun = kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_SHORTLIST);
  gint64 n_drawn = 0;
  gint64 n_waiting = 0;
  gint64 n_looked_at = 0;
  gint64 n_others = 0;

  if (!count (session, &kp_hearing_table, "", &n_drawn, error))
    return FALSE;
  *is_spent = n_drawn > 0;
  if (*is_spent || !has_begun)
    return TRUE;
  if (!count (session, &kp_shortlist_table, ON_LIST "AND " WAITS, &n_waiting, error)
      || !count (session, &kp_shortlist_table, ON_LIST "AND " LOOKED_AT, &n_looked_at, error)
      || !count (session, &kp_shortlist_table, ON_LIST "AND NOT " LOOKED_AT, &n_others, error))
    return FALSE;
  *is_spent = n_waiting == 0 && (n_looked_at == 0 || n_others == 0) && n_looked_at + n_others > 0;
  return TRUE;
}

static gboolean
read_one (KpSession *session, const Spent *spent, gboolean *is_spent, GError **error)
{
  gint64 n_all = 0;
  gint64 n_waiting = 0;

  if (!count (session, spent->table, spent->rows, &n_all, error)
      || (spent->waits != NULL && !count (session, spent->table, spent->waits, &n_waiting, error)))
    return FALSE;
  *is_spent = n_all > 0 && n_waiting == 0;
  return TRUE;
}

static gboolean
read_fitness (KpSession *session, const char *kind, gboolean *is_spent, GError **error)
{
  g_autoptr (GPtrArray) records = kp_table_select (kp_session_get_database (session), &kp_fitness_table,
                                                   kp_session_get_campaign (session), kind, KP_NO_BINDS, error);

  *is_spent = records != NULL && records->len > 0;
  for (guint i = 0; *is_spent && i < records->len; i++)
    *is_spent = !g_str_equal (((const KpFitnessRecord *) g_ptr_array_index (records, i))->outcome, "called");
  return records != NULL;
}

/* Its last day is over for everybody: the contracts, which end it, can be made. An objection that is open keeps back one. */
static gboolean
read_publicity (KpSession *session, gboolean *is_spent, GError **error)
{
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  gint64 n_proposed = 0;
  gint64 n_shown = 0;

  if (!count (session, &kp_proposal_table, "", &n_proposed, error)
      || !kp_table_count (kp_session_get_database (session), &kp_proposal_table, kp_session_get_campaign (session),
                          "AND public_until >= $2", KP_BINDS (KP_TEXT (today)), &n_shown, error))
    return FALSE;
  *is_spent = n_proposed > 0 && n_shown == 0;
  return TRUE;
}

/**
 * kp_spent_read:
 * @session: a record; it is only read
 * @out: a bit for each stage that the record alone shows to be done: the papers are locked, the shortlist is made, everybody on
 *   it is re-checked, the rooms are opened, every tie of the totals is decided, everybody who was called is
 *   examined, the days of publicity are over. A stage closes only with the first act of the next one, so that these are
 *   still open
 *
 * Returns: %FALSE when the record can't be read
 */
gboolean
kp_spent_read (KpSession *session, KpStageState *out, GError **error)
{
  gboolean is_spent = FALSE;

  *out = (KpStageState) { 0 };
  if (!read_written (session, &is_spent, error))
    return FALSE;
  if (is_spent)
    *out = kp_stage_close (*out, KP_STAGE_WRITTEN);
  if (!read_recheck (session, &is_spent, error))
    return FALSE;
  if (is_spent)
    *out = kp_stage_close (*out, KP_STAGE_RECHECK);
  for (guint i = 0; i < G_N_ELEMENTS (spents); i++)
    {
      if (!read_one (session, &spents[i], &is_spent, error))
        return FALSE;
      if (is_spent)
        *out = kp_stage_close (*out, spents[i].stage);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fitnesses); i++)
    {
      if (!read_fitness (session, fitnesses[i].kind, &is_spent, error))
        return FALSE;
      if (is_spent)
        *out = kp_stage_close (*out, fitnesses[i].stage);
    }
  if (!read_publicity (session, &is_spent, error))
    return FALSE;
  if (is_spent)
    *out = kp_stage_close (*out, KP_STAGE_PUBLICITY);
  return TRUE;
}

/**
 * kp_spent_count_ties:
 * @session: a record; it is only read
 * @n_tied: (out): people tied in the total whom no rule of the scheme parts: an extra test or the committee has to
 *
 * Returns: %FALSE when the record can't be read
 */
gboolean
kp_spent_count_ties (KpSession *session, guint *n_tied, GError **error)
{
  gint64 n = 0;

  if (!count (session, &kp_total_table, "AND is_undecided = 1", &n, error))
    return FALSE;
  *n_tied = (guint) n;
  return TRUE;
}
