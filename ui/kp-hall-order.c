/* kp-hall-order.c – what is done at the door by hand: an arrival undone, an absence withdrawn, the doors closed, a breach.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-hall-order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-step-incident.h"
#include "kp-step-report.h"

/** kp_hall_order_free: @order with all that it owns. */
void
kp_hall_order_free (gpointer data)
{
  KpHallOrder *order = data;
  char *const texts[] = { order->sitting, order->site,     order->who, order->reason, order->article,
                          order->facts,   order->evidence, order->by,  order->with,   order->sentence };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (order);
}

static gboolean
refuse_seat (GError **error)
{
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                       _("That is no seat. Write room and seat, such as 003/07; where several sites are at this door, the site "
                         "first: 01/003/07."));
  return FALSE;
}

/* A ticket is taken as it is. */
static char *
dup_ticket (KpSession *session,
            const KpHallOrder *order,
            GError **error)
{
  g_auto (GStrv) parts = g_strsplit (order->who, "/", -1);
  const guint n = g_strv_length (parts);
  const char *site = n == 3 ? parts[0] : order->site;
  guint64 room = 0, seat = 0;
  KpHallPlace here;

  if (n < 2)
    return g_strdup (order->who);
  if (n > 3 || site == NULL || !g_ascii_string_to_unsigned (parts[n - 2], 10, 1, G_MAXUINT16, &room, NULL)
      || !g_ascii_string_to_unsigned (parts[n - 1], 10, 1, G_MAXUINT16, &seat, NULL))
    {
      refuse_seat (error);
      return NULL;
    }
  here = (KpHallPlace) { order->sitting, site, (guint) room };
  return kp_hall_dup_ticket_of_seat (session, &here, (guint) seat, error);
}

/* The number that stands on the ticket, whatever the reader typed. */
static gboolean
find_number (KpSession *session,
             const KpHallOrder *order,
             char **number,
             GError **error)
{
  g_autofree char *ticket = dup_ticket (session, order, error);

  if (ticket == NULL)
    return FALSE;
  *number = kp_hall_dup_ticket (session, ticket, error);
  return *number != NULL;
}

static gboolean
record_breach (KpSession *session,
               KpHallOrder *order,
               GError **error)
{
  const KpSchemeSitting *sitting = kp_hall_find_sitting (kp_session_get_scheme (session), order->sitting, error);
  g_autofree char *number = NULL;
  KpIncidentOrder incident = {
    .kind = "breach",
    .article = order->article,
    .facts = order->facts,
    .evidence = *order->evidence != '\0' ? order->evidence : NULL,
    .by = order->by,
    .with = order->with,
    .refused_to_sign = order->refused_to_sign,
  };

  if (sitting == NULL || !find_number (session, order, &number, error))
    return FALSE;
  incident.number = number;
  incident.paper = sitting->paper;
  if (!kp_step_record_incident (session, &incident, &order->incident, error))
    return FALSE;
  order->sentence = g_strdup_printf (_("Breach no. %u is recorded. Print its record, and let it be signed."), order->incident);
  return TRUE;
}

static gboolean
close_doors (KpSession *session,
             KpHallOrder *order,
             const KpHallPlace *here,
             GError **error)
{
  const KpTwoPeople people = { order->by, order->with, NULL };
  KpHallTally tally;

  if (!kp_step_hall_close (session, here, &people, &tally, error))
    return FALSE;
  order->sentence = tally.n_rooms == 0
                        ? g_strdup (_("These rooms are closed already; nothing is changed."))
                        : g_strdup_printf (_("%u rooms are closed: %u came, %u are absent, %u of them were turned away."), tally.n_rooms,
                                           tally.n_in, tally.n_absent, tally.n_late);
  return TRUE;
}

static gboolean
change_one (KpSession *session,
            KpHallOrder *order,
            const KpHallPlace *here,
            GError **error)
{
  const KpTwoPeople people = { order->by, order->with, order->reason };
  g_auto (KpHallAnswer) answer = { 0 };
  const gboolean is_undo = order->kind == KP_HALL_UNDO;

  if (!(is_undo ? kp_step_hall_undo (session, here, order->who, order->reason, &answer, error)
                : kp_step_hall_admit (session, here, order->who, &people, &answer, error)))
    return FALSE;
  order->sentence = g_strdup_printf (is_undo ? _("The arrival at room %03u, seat %02u is undone; the candidate is expected again.")
                                             : _("The absence from room %03u, seat %02u is withdrawn; the paper can be marked."),
                                     answer.room, answer.seat);
  return TRUE;
}

static gboolean
undo_report (KpSession *session,
             KpHallOrder *order,
             GError **error)
{
  g_auto (KpHallAnswer) answer = { 0 };

  if (!kp_step_undo_report (session, order->who, order->reason, &answer, error))
    return FALSE;
  order->sentence = g_strdup (_("The arrival is undone; the candidate is expected again."));
  return TRUE;
}

static gboolean
close_report (KpSession *session,
              KpHallOrder *order,
              GError **error)
{
  const KpTwoPeople people = { order->by, order->with, NULL };
  KpHallTally tally;

  if (!kp_step_close_report (session, &people, &tally, error))
    return FALSE;
  order->sentence = tally.n_before > 0 ? g_strdup (_("The list is closed already; nothing is changed."))
                                       : g_strdup_printf (_("The list is closed: %u are here, %u are absent, %u of them were turned away."),
                                                          tally.n_in, tally.n_absent, tally.n_late);
  return TRUE;
}

static gboolean
run (KpSession *session,
     KpHallOrder *order,
     GError **error)
{
  const KpHallPlace here = { order->sitting, order->site, order->room };

  switch (order->kind)
    {
    case KP_HALL_BREACH:
      return record_breach (session, order, error);
    case KP_HALL_CLOSE:
      return close_doors (session, order, &here, error);
    case KP_HALL_UNDO_REPORT:
      return undo_report (session, order, error);
    case KP_HALL_CLOSE_REPORT:
      return close_report (session, order, error);
    case KP_HALL_UNDO:
    case KP_HALL_ADMIT:
    default:
      return change_one (session, order, &here, error);
    }
}

/** kp_hall_order_run: carries it out in a worker; gives @order, or %NULL with an error. */
gpointer
kp_hall_order_run (KpSession *session,
                   gpointer data,
                   GError **error)
{
  return run (session, data, error) ? data : NULL;
}
