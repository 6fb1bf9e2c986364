/* kp-press-incident.c – the papers of breaches of exam discipline: record of facts, notice of rights, decision.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-breach.h"
#include "kp-form-breaches.h"
#include "kp-form-incident.h"
#include "kp-id-number.h"
#include "kp-lists-exam.h"
#include "kp-press-code.h"
#include "kp-step-incident.h"

static const char *
get_place (KpPress *press, const KpDossier *dossier)
{
  const GPtrArray *sites = press->scheme->written.sites;
  const char *name = "";

  if (dossier->seat == NULL)
    return "";
  for (guint i = 0; i < sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (sites, i);

      if (g_str_equal (site->code, dossier->seat->site))
        name = site->name;
    }
  return kp_press_format (press, "%s第%03" G_GINT64_FORMAT "考场%02" G_GINT64_FORMAT "号座", name, dossier->seat->room,
                          dossier->seat->seat);
}

static const char *
get_kept (const KpIncidentRecord *incident, const KpBreachArticle *article)
{
  if (incident->kept_until == NULL)
    return NULL;
  return article->years == KP_BREACH_LONG ? "长期" : "五年";
}

static KpIncidentFacts
make_facts (KpPress *press, const KpIncidentRecord *incident)
{
  const KpDossier *dossier = kp_roster_find_application (press->roster, incident->application);
  const KpBreachArticle *article = kp_breach_find (incident->article);
  KpBreachConsequence consequence;

  return (KpIncidentFacts){
    .campaign = kp_press_get_campaign (press),
    .issuer = press->scheme->committee,
    .number = kp_press_format (press, "第%" G_GINT64_FORMAT "号", incident->number),
    .name = dossier->person->name,
    .id_number = kp_press_keep (press, kp_id_number_mask (dossier->person->id_number)),
    .ticket = kp_press_get_ticket (dossier),
    .post = kp_press_get_post (press, dossier->application->post),
    .paper = kp_lists_get_paper (press, incident->paper),
    .place = get_place (press, dossier),
    .recorded_on = kp_press_format_iso (press, incident->recorded_on),
    .article = article->chinese,
    .acts = article->acts,
    .facts = incident->facts,
    .evidence = incident->evidence,
    .recorders = kp_press_format (press, "%s、%s", incident->first_recorder, incident->second_recorder),
    .has_refused = !incident->candidate_signed,
    .proposed = kp_breach_consequence_get_chinese (article->consequence),
    .informed_on = incident->informed_on != NULL ? kp_press_format_iso (press, incident->informed_on) : NULL,
    .statement = incident->statement,
    .consequence = kp_breach_consequence_parse (incident->consequence, &consequence)
                       ? kp_breach_consequence_get_chinese (consequence)
                       : NULL,
    .decided_on = incident->decided_on != NULL ? kp_press_format_iso (press, incident->decided_on) : NULL,
    .kept = get_kept (incident, article),
    .served_on = incident->served_on != NULL ? kp_press_format_iso (press, incident->served_on) : NULL,
    .served_how = incident->served_how,
    .wording = kp_scheme_get_wording (press->scheme, kp_press_form_get_name (press->form)),
  };
}

/* Whoever has the record can compare the paper with it. */
static void
fill_code (KpPress *press, KpIncidentFacts *facts, const char *number)
{
  const char *const texts[] = { facts->name,      facts->id_number, facts->ticket,      facts->post,       facts->paper,
                                facts->place,     facts->article,   facts->facts,       facts->evidence,   facts->recorders,
                                facts->proposed,  facts->statement, facts->consequence, facts->decided_on, facts->kept,
                                facts->recorded_on };

  facts->qr = kp_press_make_code (press, &(KpPressPaper){ .number = kp_press_format (press, "%s", number),
                                                          .digest = kp_press_seal_rows (press, "incident", texts, sizeof texts),
                                                          .date = facts->decided_on != NULL ? facts->decided_on : facts->recorded_on });
}

typedef gboolean (*Draw) (KpSheet *sheet, const KpIncidentFacts *facts, GError **error);

static gboolean
draw_all (KpPress *press, KpSheet *sheet, gboolean only_decided, Draw draw, GError **error)
{
  for (guint i = 0; i < press->incidents->len; i++)
    {
      const KpIncidentRecord *incident = g_ptr_array_index (press->incidents, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, incident->number);
      KpIncidentFacts facts;

      if (incident->article == NULL || (only_decided && incident->decision == NULL) || !kp_press_wants (press, number))
        continue;
      facts = make_facts (press, incident);
      fill_code (press, &facts, number);
      facts.head = kp_press_make_head (press, NULL, press->form == KP_PRESS_INCIDENT_DECISIONS ? facts.decided_on : facts.informed_on);
      if (!draw (sheet, &facts, error))
        return FALSE;
    }
  return TRUE;
}

/** kp_press_draw_incident_records: 违纪违规行为记录单, one for each breach. */
gboolean
kp_press_draw_incident_records (KpPress *press, KpSheet *sheet, GError **error)
{
  return draw_all (press, sheet, FALSE, kp_form_incident_draw_record, error);
}

/** kp_press_draw_incident_notices: 权利告知书, one for each breach. */
gboolean
kp_press_draw_incident_notices (KpPress *press, KpSheet *sheet, GError **error)
{
  return draw_all (press, sheet, FALSE, kp_form_incident_draw_notice, error);
}

/** kp_press_draw_incident_decisions: 处理决定书, one for each decided breach. */
gboolean
kp_press_draw_incident_decisions (KpPress *press, KpSheet *sheet, GError **error)
{
  return draw_all (press, sheet, TRUE, kp_form_incident_draw_decision, error);
}

/* The day on which the list became what it is. */
static const char *
find_last_date (KpPress *press)
{
  const char *last = NULL;

  for (guint i = 0; i < press->incidents->len; i++)
    {
      const KpIncidentRecord *incident = g_ptr_array_index (press->incidents, i);
      const char *const dates[] = { incident->recorded_on, incident->informed_on, incident->decided_on, incident->served_on };

      for (guint j = 0; j < G_N_ELEMENTS (dates); j++)
        last = g_strcmp0 (dates[j], last) > 0 ? dates[j] : last;
    }
  return kp_press_format_iso (press, last);
}

/** kp_press_draw_incident_list: 违纪违规处理情况一览表, with the rows of the list of the same name. */
gboolean
kp_press_draw_incident_list (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (KpList) list = kp_lists_make_from (press, KP_LISTS_BREACHES);
  const guint n = kp_list_get_n_rows (list);
  g_autofree KpBreachRow *rows = g_new0 (KpBreachRow, n + 1);
  KpBreachesFacts facts = { .rows = rows, .n_rows = n };

  if (!kp_press_fill_list (press, &facts.list, "breaches", "违纪违规处理情况一览表", list, "incident"))
    return kp_press_fail_empty (KP_PRESS_INCIDENT_LIST, error);
  facts.list.date = find_last_date (press);
  for (guint i = 0; i < n; i++)
    rows[i] = (KpBreachRow){
      .number = kp_press_get_cell (list, i, KP_BREACH_LIST_NUMBER),
      .ticket = kp_press_get_cell (list, i, KP_BREACH_LIST_TICKET),
      .name = kp_press_get_cell (list, i, KP_BREACH_LIST_NAME),
      .paper = kp_press_get_cell (list, i, KP_BREACH_LIST_PAPER),
      .place = kp_press_get_cell (list, i, KP_BREACH_LIST_PLACE),
      .facts = kp_press_get_cell (list, i, KP_BREACH_LIST_FACTS),
      .article = kp_press_get_cell (list, i, KP_BREACH_LIST_ARTICLE),
      .consequence = kp_press_get_cell (list, i, KP_BREACH_LIST_CONSEQUENCE),
      .decided_on = kp_press_get_cell (list, i, KP_BREACH_LIST_DECIDED_ON),
      .served_on = kp_press_get_cell (list, i, KP_BREACH_LIST_SERVED_ON),
      .kept = kp_press_get_cell (list, i, KP_BREACH_LIST_KEPT_UNTIL),
      .state = kp_press_get_cell (list, i, KP_BREACH_LIST_STATE),
    };
  return kp_form_breaches_draw (sheet, &facts, error);
}
