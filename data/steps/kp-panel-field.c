/* kp-panel-field.c – rooms, examiners and relations of an interview, read together.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-panel-field.h"

#include "kp-recusal.h"

static guint
count_rooms (KpRoster *roster)
{
  gint64 last = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpHearingRecord *hearing = kp_roster_get_dossier (roster, i)->hearing;

      last = hearing != NULL ? MAX (last, hearing->room) : last;
    }
  return (guint) last;
}

/**
 * kp_panel_field_load:
 * @session: a session; a unit of work may have begun
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the record knows of panels, or %NULL with #KP_DATA_ERROR
 */
KpPanelField *
kp_panel_field_load (KpSession *session,
                     GError **error)
{
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);
  const KpPanelPolicy *panel = &kp_session_get_scheme (session)->interview.panel;
  g_autoptr (KpPanelField) field = g_new0 (KpPanelField, 1);

  field->roster = kp_session_load_roster (session, error);
  if (field->roster == NULL)
    return NULL;
  field->examiners = kp_table_select (db, &kp_examiner_table, campaign, "ORDER BY examiner", KP_NO_BINDS, error);
  if (field->examiners == NULL)
    return NULL;
  field->recusals
      = kp_table_select (db, &kp_recusal_table, campaign, "ORDER BY examiner, application, side", KP_NO_BINDS, error);
  if (field->recusals == NULL)
    return NULL;
  field->seats = kp_table_select (db, &kp_panel_seat_table, campaign, "ORDER BY room, seat", KP_NO_BINDS, error);
  if (field->seats == NULL)
    return NULL;
  field->policy = (KpPanelDrawPolicy) { count_rooms (field->roster), panel->n_examiners, panel->outside_share };
  return g_steal_pointer (&field);
}

/** kp_panel_field_free: with all that it owns; @field may be NULL. */
void
kp_panel_field_free (KpPanelField *field)
{
  if (field == NULL)
    return;
  g_clear_pointer (&field->roster, kp_roster_free);
  g_clear_pointer (&field->examiners, g_ptr_array_unref);
  g_clear_pointer (&field->recusals, g_ptr_array_unref);
  g_clear_pointer (&field->seats, g_ptr_array_unref);
  g_free (field);
}

/** kp_panel_field_find: the examiner or staff of a number; (nullable). */
const KpExaminerRecord *
kp_panel_field_find (const KpPanelField *field,
                     const char *number)
{
  for (guint i = 0; i < field->examiners->len; i++)
    {
      const KpExaminerRecord *examiner = g_ptr_array_index (field->examiners, i);

      if (g_str_equal (examiner->examiner, number))
        return examiner;
    }
  return NULL;
}

/** kp_panel_field_find_seat: where an examiner sits; (nullable). */
const KpPanelSeatRecord *
kp_panel_field_find_seat (const KpPanelField *field,
                          const char *number)
{
  for (guint i = 0; i < field->seats->len; i++)
    {
      const KpPanelSeatRecord *seat = g_ptr_array_index (field->seats, i);

      if (g_str_equal (seat->examiner, number))
        return seat;
    }
  return NULL;
}

/** kp_panel_field_get_role: what the person does; the schema allows no other word. */
KpStaffRole
kp_panel_field_get_role (const KpExaminerRecord *examiner)
{
  KpStaffRole role = KP_STAFF_OTHER;

  kp_staff_role_from_name (examiner->role, &role);
  return role;
}

static gboolean
is_declared (const KpPanelField *field,
             const KpExaminerRecord *examiner,
             const KpDossier *dossier)
{
  for (guint i = 0; i < field->recusals->len; i++)
    {
      const KpRecusalRecord *recusal = g_ptr_array_index (field->recusals, i);

      if (g_str_equal (recusal->examiner, examiner->examiner)
          && g_str_equal (recusal->application, dossier->application->application))
        return TRUE;
    }
  return FALSE;
}

/** kp_panel_field_is_related: whether both must stay apart: declared by either, or of one unit. */
gboolean
kp_panel_field_is_related (const KpPanelField *field,
                           const KpExaminerRecord *examiner,
                           const KpDossier *dossier)
{
  return is_declared (field, examiner, dossier) || kp_recusal_is_same_unit (examiner->unit, dossier->person->employer);
}

/* Whether the candidate is still in the exam. */
static gboolean
is_in (const KpPanelField *field,
       const char *application)
{
  const KpDossier *dossier = kp_roster_find_application (field->roster, application);

  return dossier != NULL && (dossier->hearing != NULL || kp_dossier_is_on_shortlist (dossier) || dossier->shortlist == NULL);
}

/**
 * kp_panel_field_is_out:
 * @field: the field
 * @examiner: one of its people
 *
 * Returns: whether staff must stay out of the whole chain: a relative is among the candidates. Examiners only keep away
 *   from the room, which the draw sees to.
 */
gboolean
kp_panel_field_is_out (const KpPanelField *field,
                       const KpExaminerRecord *examiner)
{
  KpRecusalKind kind = KP_RECUSAL_OTHER;

  if (kp_staff_role_gives_marks (kp_panel_field_get_role (examiner)))
    return FALSE;
  for (guint i = 0; i < field->recusals->len; i++)
    {
      const KpRecusalRecord *recusal = g_ptr_array_index (field->recusals, i);

      if (g_str_equal (recusal->examiner, examiner->examiner) && kp_recusal_kind_from_name (recusal->kind, &kind)
          && kp_recusal_kind_is_kin (kind) && is_in (field, recusal->application))
        return TRUE;
    }
  return FALSE;
}

/** kp_panel_field_list_drawable: numbers of those who can be drawn now; borrowed. (transfer container) */
GPtrArray *
kp_panel_field_list_drawable (const KpPanelField *field)
{
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; i < field->examiners->len; i++)
    {
      const KpExaminerRecord *examiner = g_ptr_array_index (field->examiners, i);

      if (examiner->left_at == NULL && kp_staff_role_gives_marks (kp_panel_field_get_role (examiner)))
        g_ptr_array_add (numbers, (gpointer) examiner->examiner);
    }
  return numbers;
}

/* Each room once, whoever of it comes first. */
static void
bar_rooms (const KpPanelField *field,
           const KpExaminerRecord *examiner,
           gboolean *barred)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (field->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (field->roster, i);

      if (dossier->hearing != NULL && !barred[dossier->hearing->room - 1])
        barred[dossier->hearing->room - 1] = kp_panel_field_is_related (field, examiner, dossier);
    }
}

/**
 * kp_panel_field_lay_out:
 * @field: the field
 * @drawn: numbers in the drawn order
 *
 * Returns: (transfer full): the same people with their units, rooms they are barred from, and whether they left
 */
KpPanelPersons *
kp_panel_field_lay_out (const KpPanelField *field,
                        char *const *drawn)
{
  const guint n_rooms = field->policy.n_rooms;
  KpPanelPersons *out = g_new0 (KpPanelPersons, 1);

  out->n = g_strv_length ((char **) drawn);
  out->persons = g_new0 (KpPanelDrawPerson, out->n + 1);
  out->barred = g_new0 (gboolean, out->n * n_rooms + 1);
  for (guint i = 0; i < out->n; i++)
    {
      const KpExaminerRecord *examiner = kp_panel_field_find (field, drawn[i]);
      KpPanelDrawPerson *person = &out->persons[i];

      *person = (KpPanelDrawPerson) { .unit = "", .is_gone = TRUE, .barred = out->barred + i * n_rooms };
      if (examiner == NULL)
        continue;
      person->unit = examiner->unit;
      person->is_chair = kp_panel_field_get_role (examiner) == KP_STAFF_CHAIR;
      person->is_outside = examiner->is_outside != 0;
      person->is_gone = examiner->left_at != NULL;
      bar_rooms (field, examiner, out->barred + i * n_rooms);
    }
  return out;
}

/** kp_panel_persons_free: with all that it owns; @persons may be NULL. */
void
kp_panel_persons_free (KpPanelPersons *persons)
{
  if (persons == NULL)
    return;
  g_free (persons->persons);
  g_free (persons->barred);
  g_free (persons);
}
