/* kp-mark-desk.c – one entry of a paper as the clerk types it: bundles of scripts, each script by its number alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-desk.h"

#include <string.h>

#include "kp-mark-entry.h"

/* Whoever types marks sees neither name nor post, and of the other entry nothing at all. Secret numbers come in their order;
 * without them the scripts as they lie in the bag of the room in which this paper was sat; and where there is no room, by
 * number. */

/* A script on its way to its place. */
typedef struct
{
  const KpDossier *dossier;
  const KpSeatRecord *seat; /* (nullable) */
  const char *number;
} Place;

static gint
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;
  const gint site = first->seat != NULL && second->seat != NULL ? strcmp (first->seat->site, second->seat->site) : 0;

  if (first->seat == NULL || second->seat == NULL)
    return first->seat == second->seat ? strcmp (first->number, second->number) : (first->seat == NULL) - (second->seat == NULL);
  if (site != 0)
    return site;
  if (first->seat->room != second->seat->room)
    return first->seat->room < second->seat->room ? -1 : 1;
  return first->seat->seat < second->seat->seat ? -1 : first->seat->seat > second->seat->seat;
}

/* Whose script lies where. While the numbers are secret no room is told, which would say whose they are. */
static GArray *
find_places (const KpMarkedPaper *paper,
             GHashTable *seats)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < kp_roster_get_n_dossiers (paper->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (paper->roster, i);
      const Place place = {
        .dossier = dossier,
        .seat = paper->secrets->len > 0 ? NULL : g_hash_table_lookup (seats, dossier->application->application),
        .number = kp_marked_paper_get_number (paper, dossier),
      };

      if (kp_marked_paper_is_sat_by (paper, dossier))
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

static void
script_free (gpointer data)
{
  KpMarkScript *script = data;

  g_free (script->application);
  g_free (script->number);
  g_free (script->text);
  g_free (script);
}

static void
bundle_clear (gpointer data)
{
  g_free (((KpMarkBundle *) data)->site);
}

static KpMarkScript *
make_script (const KpMarkDesk *desk,
             const KpMarkedPaper *paper,
             const Place *place)
{
  const char *application = place->dossier->application->application;
  const KpEntryRecord *const *slots = kp_marked_paper_get_entries (paper, application);
  const KpEntryRecord *own = slots != NULL ? slots[desk->entry] : NULL;
  KpMarkScript *script = g_new0 (KpMarkScript, 1);

  script->application = g_strdup (application);
  script->number = g_strdup (place->number);
  script->seat = place->seat != NULL ? (guint) place->seat->seat : 0;
  script->decided = kp_marked_paper_get_decided (paper, application);
  script->fault = kp_mark_entry_find_person_fault (paper, application, desk->entry, desk->clerk);
  script->value = kp_mark_entry_get_stated (own);
  if (own != NULL && script->fault == NULL)
    script->text = own->mark != KP_NO_INT ? kp_mark_dup_text (own->mark, paper->rule->decimals)
                                          : g_strdup (kp_mark_entry_get_word (script->value.state));
  return script;
}

static gboolean
is_new_bundle (const GArray *places,
               guint index,
               guint n_in_bundle)
{
  const KpSeatRecord *seat = g_array_index (places, Place, index).seat;
  const KpSeatRecord *before = index > 0 ? g_array_index (places, Place, index - 1).seat : NULL;

  if (index == 0 || (seat == NULL) != (before == NULL))
    return TRUE;
  if (seat == NULL)
    return n_in_bundle == KP_MARK_BUNDLE_SIZE;
  return seat->room != before->room || !g_str_equal (seat->site, before->site);
}

static void
add_scripts (KpMarkDesk *desk,
             const KpMarkedPaper *paper,
             const GArray *places)
{
  guint n_in_bundle = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (is_new_bundle (places, i, n_in_bundle))
        {
          const KpMarkBundle bundle = {
            .site = place->seat != NULL ? g_strdup (place->seat->site) : NULL,
            .room = place->seat != NULL ? (guint) place->seat->room : 0,
            .first = i,
          };

          g_array_append_val (desk->bundles, bundle);
          n_in_bundle = 0;
        }
      g_ptr_array_add (desk->scripts, make_script (desk, paper, place));
      g_array_index (desk->bundles, KpMarkBundle, desk->bundles->len - 1).n_scripts = ++n_in_bundle;
    }
}

/**
 * kp_mark_desk_load:
 * @session: a session; only read
 * @code: of a paper
 * @entry: 1 or 2
 * @clerk: who makes it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the scripts of the paper with what that entry says of them by now; or %NULL with
 * #KP_STEP_ERROR or #KP_DATA_ERROR
 */
KpMarkDesk *
kp_mark_desk_load (KpSession *session,
                   const char *code,
                   guint entry,
                   const char *clerk,
                   GError **error)
{
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpMarkDesk) desk = g_new0 (KpMarkDesk, 1);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) seats = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) places = NULL;

  g_return_val_if_fail (entry == 1 || entry == 2, NULL);
  desk->scripts = g_ptr_array_new_with_free_func (script_free);
  desk->bundles = g_array_new (FALSE, FALSE, sizeof (KpMarkBundle));
  g_array_set_clear_func (desk->bundles, bundle_clear);
  if (!kp_marked_paper_load (&paper, session, code, error))
    return NULL;
  records = kp_marked_paper_select_seats (&paper, seats, error);
  if (records == NULL)
    return NULL;
  desk->range = (KpMarkRange) { .full_mark = paper.rule->full, .decimals = paper.rule->decimals, .step = paper.rule->step };
  desk->entry = entry;
  desk->clerk = g_strdup (clerk);
  desk->is_secret = paper.secrets->len > 0;
  desk->locked_at = paper.lock != NULL ? g_strdup (paper.lock->at) : NULL;
  places = find_places (&paper, seats);
  add_scripts (desk, &paper, places);
  return g_steal_pointer (&desk);
}

/**
 * kp_mark_desk_free:
 * @desk: (transfer full): a desk
 *
 * Frees it with its scripts.
 */
void
kp_mark_desk_free (KpMarkDesk *desk)
{
  g_free (desk->clerk);
  g_free (desk->locked_at);
  g_ptr_array_unref (desk->scripts);
  g_array_unref (desk->bundles);
  g_free (desk);
}
