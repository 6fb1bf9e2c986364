/* kp-scheme-fields-proofs.c – the keys of who counts as veteran or graduate, and of what has to be proved.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-fields-private.h"

static const char *const counts[] = { "year", "day" };
static const char *const befores[] = { "none", "opening", "publicity" };

G_STATIC_ASSERT (G_N_ELEMENTS (counts) == KP_N_GRADUATE_COUNTS);
G_STATIC_ASSERT (G_N_ELEMENTS (befores) == KP_N_PROOF_MOMENTS);

DEFINE_NAMES (get_count, counts)
DEFINE_NAMES (get_before, befores)

static const KpField veteran_fields[] = {
  { "service_months", KP_FIELD_COUNT, AT (KpVeteranDefinition, service_months), .limit = 600, .is_quiet = TRUE },
  { "discharged_from", KP_FIELD_DATE_NULL, AT (KpVeteranDefinition, discharged_from) },
  { "discharged_to", KP_FIELD_DATE_NULL, AT (KpVeteranDefinition, discharged_to) },
  { "merit", KP_FIELD_TEXT_NULL, AT (KpVeteranDefinition, merit) },
  { "merits", KP_FIELD_TEXTS, AT (KpVeteranDefinition, merits), .is_quiet = TRUE },
  { "merit_is_enough", KP_FIELD_BOOL, AT (KpVeteranDefinition, merit_is_enough), .is_quiet = TRUE },
  END,
};

static const KpField graduate_fields[] = {
  { "year", KP_FIELD_COUNT, AT (KpGraduateDefinition, year), .limit = 9000, .is_quiet = TRUE },
  { "certificate_by", KP_FIELD_DATE_NULL, AT (KpGraduateDefinition, certificate_by) },
  { "years_back", KP_FIELD_COUNT, AT (KpGraduateDefinition, years_back), .limit = 20, .is_quiet = TRUE },
  { "count", KP_FIELD_NAME, AT (KpGraduateDefinition, count), NAMES (get_count, G_N_ELEMENTS (counts)), .is_quiet = TRUE },
  { "not_if", KP_FIELD_TEXTS, AT (KpGraduateDefinition, not_if), .is_quiet = TRUE },
  { "overseas", KP_FIELD_TEXT_NULL, AT (KpGraduateDefinition, overseas) },
  { "overseas_from", KP_FIELD_DATE_NULL, AT (KpGraduateDefinition, overseas_from) },
  { "overseas_to", KP_FIELD_DATE_NULL, AT (KpGraduateDefinition, overseas_to) },
  { "certified", KP_FIELD_TEXT_NULL, AT (KpGraduateDefinition, certified) },
  { "certified_by", KP_FIELD_DATE_NULL, AT (KpGraduateDefinition, certified_by) },
  { "soldier", KP_FIELD_TEXT_NULL, AT (KpGraduateDefinition, soldier) },
  { "takes_projects", KP_FIELD_BOOL, AT (KpGraduateDefinition, takes_projects), .is_quiet = TRUE },
  END,
};

static const KpField project_fields[] = {
  { "fact", KP_FIELD_TEXT_NULL, AT (KpProjectDefinition, fact) },
  { "names", KP_FIELD_TEXTS, AT (KpProjectDefinition, names), .is_quiet = TRUE },
  { "began", KP_FIELD_TEXT_NULL, AT (KpProjectDefinition, began) },
  { "ended", KP_FIELD_TEXT_NULL, AT (KpProjectDefinition, ended) },
  { "months", KP_FIELD_COUNT, AT (KpProjectDefinition, months), .limit = 600, .is_quiet = TRUE },
  { "years", KP_FIELD_COUNT, AT (KpProjectDefinition, years), .limit = 20, .is_quiet = TRUE },
  END,
};

const KpField kp_definition_fields[] = {
  { "veteran", KP_FIELD_OBJECT, AT (KpDefinitions, veteran), .fields = veteran_fields, .is_quiet = TRUE },
  { "graduate", KP_FIELD_OBJECT, AT (KpDefinitions, graduate), .fields = graduate_fields, .is_quiet = TRUE },
  { "project", KP_FIELD_OBJECT, AT (KpDefinitions, project), .fields = project_fields, .is_quiet = TRUE },
  END,
};

const KpField kp_proof_fields[] = {
  { "id", KP_FIELD_TEXT, AT (KpProofDef, id), .is_required = TRUE },
  { "label", KP_FIELD_TEXT, AT (KpProofDef, label), .is_required = TRUE },
  { "clause", KP_FIELD_TEXT_NULL, AT (KpProofDef, clause) },
  { "when", KP_FIELD_CONDITION, AT (KpProofDef, when), .is_required = TRUE },
  { "facts", KP_FIELD_TEXTS, AT (KpProofDef, facts), .is_required = TRUE },
  { "papers", KP_FIELD_TEXTS, AT (KpProofDef, papers), .is_required = TRUE },
  { "sources", KP_FIELD_TEXTS, AT (KpProofDef, sources), .is_quiet = TRUE },
  { "by", KP_FIELD_DATE_NULL, AT (KpProofDef, by) },
  { "dated_by", KP_FIELD_DATE_NULL, AT (KpProofDef, dated_by) },
  { "before", KP_FIELD_NAME, AT (KpProofDef, before), NAMES (get_before, G_N_ELEMENTS (befores)), .is_quiet = TRUE },
  END,
};
