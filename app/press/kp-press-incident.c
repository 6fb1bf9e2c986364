/* kp-press-incident.c – the papers of breaches of exam discipline: record of facts, notice of rights, decision.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-breach.h"
#include "kp-form-incident.h"
#include "kp-id-number.h"
#include "kp-press-private.h"
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
get_paper (KpPress *press, const char *code)
{
  const KpSchemePaper *paper = kp_scheme_get_paper (press->scheme, code);

  return paper != NULL && *paper->name != '\0' ? paper->name : code;
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
    .paper = get_paper (press, incident->paper),
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
  };
}

typedef gboolean (*Draw) (KpSheet *sheet, const KpIncidentFacts *facts, GError **error);

static gboolean
draw_all (KpPress *press, KpSheet *sheet, gboolean only_decided, Draw draw, GError **error)
{
  g_autoptr (GPtrArray) incidents = kp_step_list_incidents (press->session, error);

  if (incidents == NULL)
    return FALSE;
  for (guint i = 0; i < incidents->len; i++)
    {
      const KpIncidentRecord *incident = g_ptr_array_index (incidents, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, incident->number);
      KpIncidentFacts facts;

      if (incident->article == NULL || (only_decided && incident->decision == NULL) || !kp_press_wants (press, number))
        continue;
      facts = make_facts (press, incident);
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
