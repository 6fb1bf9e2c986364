/* kp-edition.c – which edition of a published list holds, and which were made void.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-edition.h"

#include "kp-change-tables.h"

static gboolean
differs (const KpTable *table,
         gconstpointer old,
         gconstpointer new)
{
  if (old == NULL || new == NULL)
    return old != new;
  return !kp_record_equal (table, old, new);
}

/* The sentence beside a mark isn't on the lists. */
static gboolean
differs_shortlist (const KpDossier *old,
                   const KpDossier *new)
{
  KpShortlistRecord a;

  if (old->shortlist == NULL || new->shortlist == NULL)
    return old->shortlist != new->shortlist;
  a = *old->shortlist;
  a.why = new->shortlist->why;
  return differs (&kp_shortlist_table, &a, new->shortlist);
}

static gboolean
differs_total (const KpDossier *old,
               const KpDossier *new)
{
  KpTotalRecord a;

  if (old->total == NULL || new->total == NULL)
    return old->total != new->total;
  a = *old->total;
  a.why = new->total->why;
  return differs (&kp_total_table, &a, new->total);
}

static gboolean
differs_final_total (const KpDossier *old,
                     const KpDossier *new)
{
  KpFinalTotalRecord a;

  if (old->final_total == NULL || new->final_total == NULL)
    return old->final_total != new->final_total;
  a = *old->final_total;
  a.why = new->final_total->why;
  return differs (&kp_final_total_table, &a, new->final_total);
}

static gboolean
has_final_total (const KpDossier *dossier)
{
  return dossier->final_total != NULL;
}

static gboolean
differs_fitness (const KpDossier *old,
                 const KpDossier *new)
{
  return differs (&kp_fitness_table, old->physical, new->physical)
         || differs (&kp_fitness_table, old->background, new->background);
}

static gboolean
is_called (const KpDossier *dossier)
{
  return dossier->physical != NULL || dossier->background != NULL;
}

static gboolean
has_marks (const KpDossier *dossier)
{
  return dossier->shortlist != NULL;
}

static gboolean
has_interview (const KpDossier *dossier)
{
  return dossier->interview != NULL;
}

static gboolean
has_total (const KpDossier *dossier)
{
  return dossier->total != NULL;
}

static gboolean
is_proposed (const KpDossier *dossier)
{
  return dossier->proposal != NULL;
}

static gboolean
is_on_first_list (const KpDossier *dossier)
{
  return kp_dossier_is_on_list (dossier, 0);
}

static gboolean
differs_listed (const KpDossier *old,
                const KpDossier *new)
{
  return (is_on_first_list (old) || is_on_first_list (new)) && differs_shortlist (old, new);
}

static gboolean
has_heat (const KpDossier *dossier)
{
  return kp_dossier_get_last_heat (dossier) != NULL;
}

static gboolean
differs_heat (const KpDossier *old,
              const KpDossier *new)
{
  const KpHeatRecord *before = kp_dossier_get_last_heat (old);
  const KpHeatRecord *after = kp_dossier_get_last_heat (new);
  KpHeatRecord a;

  if (before == NULL || after == NULL)
    return before != after;
  a = *before;
  a.why = after->why;
  return differs (&kp_heat_table, &a, after);
}

static gboolean
differs_interview (const KpDossier *old,
                   const KpDossier *new)
{
  return differs (&kp_interview_table, old->interview, new->interview);
}

static gboolean
differs_result (const KpDossier *old,
                const KpDossier *new)
{
  return differs_total (old, new) || differs_interview (old, new) || differs_fitness (old, new);
}

static gboolean
differs_called (const KpDossier *old,
                const KpDossier *new)
{
  return (is_called (old) || is_called (new)) && (differs_total (old, new) || differs_fitness (old, new));
}

static gboolean
differs_proposed (const KpDossier *old,
                  const KpDossier *new)
{
  return (is_proposed (old) || is_proposed (new))
         && (differs_total (old, new) || differs_final_total (old, new) || differs (&kp_proposal_table, old->proposal, new->proposal));
}

/* What is published, by the names of the lists; `is_on` tells that the list was made, `differs` that a row of it is another
   now. */
static const struct
{
  const char *list;
  gboolean (*is_on) (const KpDossier *dossier);
  gboolean (*differs) (const KpDossier *old, const KpDossier *new);
} lists[] = {
  { "marks", has_marks, differs_shortlist },
  { "shortlist", is_on_first_list, differs_listed },
  { "heats", has_heat, differs_heat },
  { "interview", has_interview, differs_interview },
  { "totals", has_total, differs_result },
  { "physical", is_called, differs_called },
  { "final-totals", has_final_total, differs_final_total },
  { "publicity", is_proposed, differs_proposed },
};

/**
 * kp_edition_load:
 * @session: a session
 * @list: name of a list, e.g. "totals"
 * @edition: (out): the edition that holds, 1 for one that was never made void
 * @since: (out) (optional) (nullable) (transfer full): when the one before was made void
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_edition_load (KpSession *session,
                 const char *list,
                 guint *edition,
                 char **since,
                 GError **error)
{
  g_autoptr (GPtrArray) voided
      = kp_table_select (kp_session_get_database (session), &kp_voided_list_table, kp_session_get_campaign (session),
                         "AND list = $2 ORDER BY edition DESC", KP_BINDS (KP_TEXT (list)), error);

  *edition = 1;
  if (since != NULL)
    *since = NULL;
  if (voided == NULL)
    return FALSE;
  if (voided->len > 0)
    {
      const KpVoidedListRecord *last = g_ptr_array_index (voided, 0);

      *edition = (guint) last->edition + 1;
      if (since != NULL)
        *since = g_strdup (last->at);
    }
  return TRUE;
}

static gboolean
void_list (KpSession *session,
           KpLedger *ledger,
           const char *list,
           const char *cause,
           gint64 number,
           GPtrArray *voided,
           GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  KpVoidedListRecord record = {
    .campaign = kp_session_get_campaign (session),
    .list = list,
    .cause = cause,
    .number = number,
    .at = now,
  };
  KpVoidedList *one;
  guint edition;

  if (!kp_edition_load (session, list, &edition, NULL, error))
    return FALSE;
  record.edition = edition;
  one = g_new0 (KpVoidedList, 1);
  one->list = g_strdup (list);
  one->edition = edition;
  g_ptr_array_add (voided, one);
  return kp_ledger_insert (ledger, &kp_voided_list_table, &record, error);
}

/**
 * kp_edition_void:
 * @session: a session
 * @ledger: its unit of work
 * @before: the campaign before
 * @after: the campaign after
 * @cause: "correction" or "amendment"
 * @number: of it
 * @voided: (element-type KpVoidedList): gets the editions that hold no longer
 * @error: return location
 *
 * Marks every list void that was made before and of which a row is another now (作废).
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_edition_void (KpSession *session,
                 KpLedger *ledger,
                 KpRoster *before,
                 KpRoster *after,
                 const char *cause,
                 gint64 number,
                 GPtrArray *voided,
                 GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      gboolean was_made = FALSE;
      gboolean is_other = FALSE;

      for (guint j = 0; j < kp_roster_get_n_dossiers (after); j++)
        {
          const KpDossier *new = kp_roster_get_dossier (after, j);
          const KpDossier *old = kp_roster_find_application (before, new->application->application);

          was_made = was_made || (old != NULL && lists[i].is_on (old));
          is_other = is_other || (old != NULL && lists[i].differs (old, new));
        }
      if (was_made && is_other && !void_list (session, ledger, lists[i].list, cause, number, voided, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_edition_void_drawn:
 * @session: a session
 * @ledger: its unit of work
 * @list: what hangs on a draw: "seats", "tickets"
 * @edition: (out): the edition that holds no longer
 * @error: return location
 *
 * Marks a list void because it was drawn again, or drawn further.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_edition_void_drawn (KpSession *session,
                       KpLedger *ledger,
                       const char *list,
                       guint *edition,
                       GError **error)
{
  g_autoptr (GPtrArray) voided = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_voided_list_free);

  return kp_edition_load (session, list, edition, NULL, error)
         && void_list (session, ledger, list, "draw", *edition, voided, error);
}

/**
 * kp_voided_list_free:
 * @voided: (transfer full): an edition
 */
void
kp_voided_list_free (KpVoidedList *voided)
{
  g_free (voided->list);
  g_free (voided);
}
