/* kp-press-register-hire.c – registers of what comes after the final list: choosing, objections, leavings.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press-register-private.h"

#include "kp-departure-kind.h"
#include "kp-lists.h"
#include "kp-step-choose.h"
#include "kp-step-objection.h"

/** kp_register_fill_choices: everybody in turn, with room for the signature. */
gboolean
kp_register_fill_choices (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (KpChoosing) choosing = kp_choosing_load (press->session, error);

  for (guint i = 0; choosing != NULL && i < choosing->n_turns; i++)
    {
      const KpTurn *turn = &choosing->turns[i];
      const KpTotalRecord *total = turn->dossier->total;
      const char *cells[16] = { kp_press_format_count (press, turn->place), kp_press_get_ticket (turn->dossier),
                                turn->dossier->person->name,
                                kp_press_get_post (press, turn->dossier->application->post),
                                total != NULL ? kp_press_format_mark (press, total->total) : NULL,
                                turn->offer != NULL                 ? kp_choosing_get_offer_name (press->scheme, turn->offer)
                                : turn->state != KP_TURN_OPEN       ? kp_turn_state_get_chinese (turn->state)
                                                                    : NULL };

      kp_register_book_add (book, NULL, cells);
    }
  return choosing != NULL;
}

/* Blank while there is none: it is written in by hand then. */
static const char *
get_answer (const char *outcome)
{
  if (outcome == NULL)
    return NULL;
  return g_str_equal (outcome, "upheld") ? "成立，取消聘用" : kp_objection_outcome_get_chinese (outcome);
}

/** kp_register_fill_objections: what came in during the publicity and how it was answered, objectors masked. */
gboolean
kp_register_fill_objections (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (KpObjections) objections = kp_step_list_objections (press->session, error);

  for (guint i = 0; objections != NULL && i < objections->records->len; i++)
    {
      const KpObjectionRecord *one = g_ptr_array_index (objections->records, i);
      const KpDossier *dossier = kp_roster_find_application (press->roster, one->application);
      const char *cells[16]
          = { kp_press_format_count (press, one->number),
              one->received,
              kp_objection_way_get_chinese (one->way),
              one->objector != NULL ? kp_press_keep (press, kp_lists_mask_name (one->objector)) : "匿名",
              kp_press_format (press, "%s %s", dossier->person->name, one->application),
              one->content,
              kp_press_keep (press, kp_date_dup_iso (objections->due[i])),
              get_answer (one->outcome),
              one->finding,
              one->answered_on };

      kp_register_book_add (book, NULL, cells);
    }
  return objections != NULL;
}

/** kp_register_fill_departures: who left after the publication, by post. */
gboolean
kp_register_fill_departures (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);
      const KpDepartureRecord *one = dossier->departure;
      KpDepartureKind kind = KP_DEPARTURE_WAIVER;

      if (one == NULL)
        continue;
      kp_register_book_add (
          book, NULL,
          (const char *[16]){ one->post, kp_press_get_ticket (dossier), dossier->person->name,
                              kp_departure_kind_parse (one->kind, &kind) ? kp_departure_kind_get_chinese (kind) : one->kind,
                              one->left_on, one->reason, kp_press_format_count (press, one->round), one->called_on,
                              one->first_person, one->second_person });
    }
  return TRUE;
}
