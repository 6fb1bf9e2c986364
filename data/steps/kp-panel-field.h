/* kp-panel-field.h – rooms, examiners and relations of an interview, read together.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-panel-draw.h"
#include "kp-panel-tables.h"
#include "kp-session.h"
#include "kp-staff-role.h"

G_BEGIN_DECLS

#define KP_EXAMINERS_PURPOSE "examiners"

/* A snapshot. All owned. */
typedef struct
{
  KpRoster *roster;
  GPtrArray *examiners; /* KpExaminerRecord, by number */
  GPtrArray *recusals;  /* KpRecusalRecord */
  GPtrArray *seats;     /* KpPanelSeatRecord, by room and seat */
  KpPanelDrawPolicy policy;
} KpPanelField;

/* Those who may be drawn, as rules/kp-panel-draw.c asks for them. */
typedef struct
{
  KpPanelDrawPerson *persons;
  gboolean *barred;
  guint n;
} KpPanelPersons;

KpPanelField           *kp_panel_field_load (KpSession *session, GError **error);
void                    kp_panel_field_free (KpPanelField *field);
const KpExaminerRecord *kp_panel_field_find (const KpPanelField *field, const char *number);
const KpPanelSeatRecord *kp_panel_field_find_seat (const KpPanelField *field, const char *number);
KpStaffRole             kp_panel_field_get_role (const KpExaminerRecord *examiner);
gboolean                kp_panel_field_is_related (const KpPanelField *field,
                                                   const KpExaminerRecord *examiner,
                                                   const KpDossier *dossier);
gboolean                kp_panel_field_is_out (const KpPanelField *field, const KpExaminerRecord *examiner);
GPtrArray              *kp_panel_field_list_drawable (const KpPanelField *field);
KpPanelPersons         *kp_panel_field_lay_out (const KpPanelField *field, char *const *drawn);
void                    kp_panel_persons_free (KpPanelPersons *persons);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPanelField, kp_panel_field_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPanelPersons, kp_panel_persons_free)

G_END_DECLS
