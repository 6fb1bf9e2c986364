/* kp-press-private.h – what the files of the press share: the record read once, and texts that live as long.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-form-parts.h"
#include "kp-list.h"
#include "kp-lists.h"
#include "kp-press-web.h"
#include "kp-press.h"
#include "kp-roster.h"
#include "kp-wording.h"

G_BEGIN_DECLS

/* One snapshot of the record. Texts of facts are kept here until the form is drawn. */
typedef struct
{
  KpSession *session;     /* borrowed */
  const KpScheme *scheme; /* borrowed from the session */
  KpRoster *roster;
  GPtrArray *posts;   /* KpPostRecord */
  GPtrArray *seats;   /* KpSeatRecord, by sitting */
  GPtrArray *voided;  /* KpVoidedListRecord, the latest first */
  GPtrArray *amendments; /* KpAmendmentRecord, by number: each is a supplementary notice */
  GPtrArray *examiners; /* KpExaminerRecord, by number */
  GPtrArray *panel_seats; /* KpPanelSeatRecord, by room and seat */
  GPtrArray *incidents; /* KpIncidentRecord, by number */
  GPtrArray *rechecks;  /* KpMarkRecheck, by paper and registration */
  GPtrArray *kept;    /* owned texts and arrays */
  char *head;         /* of the journal */
  char *paper_key;    /* of codes and seals */
  GPtrArray *papers;  /* KpPressCode, borrowed: what was drawn and bears a code */
  KpPressForm form;   /* what is being made */
  KpFontSet *fonts;   /* borrowed */
  const char *filter; /* (nullable), borrowed */
  KpPressPart part;   /* whose numbers @filter and @found mean */
  KpPressWeb *web;    /* (nullable): gets the list that is printed */
  GPtrArray *found;   /* (nullable): nothing is drawn, but the numbers of the parts are listed */
} KpPress;

/* The numbers by which a part of a form is asked for; each (nullable). */
typedef struct
{
  const char *person;
  const char *alias; /* the same person's other number */
  const char *room;
} KpPressNumbers;

/* Draws the form of the press, whatever it is; FALSE also when that is nothing. */
gboolean kp_press_form_draw (KpPress *press, KpSheet *sheet, GError **error);

gboolean kp_press_load (KpPress *press, KpSession *session, GError **error);
void kp_press_clear (KpPress *press);
gpointer kp_press_keep (KpPress *press, gpointer block);
const char *kp_press_format (KpPress *press, const char *format, ...) G_GNUC_PRINTF (2, 3);
const char *kp_press_format_mark (KpPress *press, gint64 mark);
const char *kp_press_format_count (KpPress *press, gint64 count);
const char *kp_press_format_date (KpPress *press, KpDate date);
const char *kp_press_format_iso (KpPress *press, const char *iso);
const char *kp_press_format_time (KpPress *press, KpDate date, guint start, guint end);
const char *kp_press_get_campaign (KpPress *press);
const char *kp_press_get_post (KpPress *press, const char *code);
const char *kp_press_get_post_name (KpPress *press, const char *code);
const char *kp_press_get_street_name (KpPress *press, const char *post);
const char *kp_press_get_hire_post (const KpDossier *dossier);
const char *kp_press_get_hire_place (KpPress *press, const KpDossier *dossier);
gint64 kp_press_get_last_round (KpPress *press);
const char *kp_press_find_step_day (KpPress *press, const char *step);
const char *kp_press_find_step_date (KpPress *press, const char *step);
const char *kp_press_get_ticket (const KpDossier *dossier);
const char *kp_press_get_cell (KpList *list, guint row, guint column);
const char *kp_press_get_panel_seat (KpPress *press, const char *examiner);
gboolean kp_press_wants (const KpPress *press, const char *number);
gboolean kp_press_wants_part (const KpPress *press, const KpPressNumbers *numbers);
gboolean kp_press_fail_empty (KpPressForm form, GError **error);

/* The scheme's posts for a text that repeats them; kept. */
#define KP_PRESS_POSTS "招聘岗位"
extern const char *const kp_press_post_columns[]; /* of that list; ended by NULL */
const KpWordingList *kp_press_list_posts (KpPress *press);

/* NULL for a first edition; else "更正后第2版，此前版本作废". */
const char *kp_press_get_edition (KpPress *press, const char *list);
/* The same on a paper's head, with the day since when it holds. */
void kp_press_fill_edition (KpPress *press, KpFormList *facts, const char *list);

/* Head and foot of a published list, and its digest. */
gboolean kp_press_fill_list (
    KpPress *press, KpFormList *facts, const char *kind, const char *title, KpList *list, const char *step);

/* Red head and colophon of the form that is made, of a paper with this number (nullable: the scheme's) and date (nullable);
 * NULL when the scheme has none for it. */
const KpFormHead *kp_press_make_head (KpPress *press, const char *number, const char *date);

/* The lists of kp-lists.h from one snapshot. */
KpList *kp_lists_make_from (KpPress *press, KpListName name);
const char *kp_lists_get_shortlist_title (KpPress *press);

/* One function for each form; TRUE = its pages are on the sheet. */
gboolean kp_press_draw_notice (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_supplement (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_tickets (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_doors (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_desks (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_sign_in (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_seats (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_marks (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_shortlist (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_heats (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_draws (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_panels (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_interview_sign_in (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_envelope (KpPress *press, KpSheet *sheet, guint room, GError **error);
gboolean kp_press_draw_secret (KpPress *press, KpSheet *sheet, const char *paper, GError **error);
gboolean kp_press_draw_secret_labels (KpPress *press, KpSheet *sheet, const char *paper, GError **error);
gboolean kp_press_draw_interview (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_totals (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_publicity (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_contracts (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_contract_sample (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_letter_sample (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_incident_list (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_rechecks (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_recheck_notices (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_incident_records (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_incident_notices (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_incident_decisions (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_room_reports (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_score_sheets (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_score_forms (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_registers (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_records (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_works (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_agreements (KpPress *press, KpSheet *sheet, GError **error);
gboolean kp_press_draw_letters (KpPress *press, KpSheet *sheet, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpPress, kp_press_clear)

G_END_DECLS
