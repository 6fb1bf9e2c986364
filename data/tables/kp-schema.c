/* kp-schema.c – the versions of the record's schema and the tables that are under its seal.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-schema.h"

#include "kp-account-tables.h"
#include "kp-campaign-tables.h"
#include "kp-change-tables.h"
#include "kp-conversion-tables.h"
#include "kp-hall-tables.h"
#include "kp-headcount-tables.h"
#include "kp-hire-tables.h"
#include "kp-interview-tables.h"
#include "kp-mark-tables.h"
#include "kp-panel-tables.h"
#include "kp-registration-tables.h"
#include "kp-work-tables.h"
#include "kp-written-tables.h"

/* A released script is never edited: a change is the next number. */
static const KpMigration migrations[] = {
  { 1, "/org/kaopin/Kaopin/schema/0001-start.sql", "the first schema" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == KP_SCHEMA_VERSION);

static const KpTable *const tables[] = {
  &kp_campaign_table,
  &kp_post_table,
  &kp_decision_table,
  &kp_import_table,
  &kp_draw_table,
  &kp_person_table,
  &kp_application_table,
  &kp_fact_table,
  &kp_photo_table,
  &kp_proof_table,
  &kp_judgement_table,
  &kp_finding_table,
  &kp_seat_table,
  &kp_seat_change_table,
  &kp_hall_arrival_table,
  &kp_hall_closing_table,
  &kp_entry_table,
  &kp_mark_table,
  &kp_secret_number_table,
  &kp_secret_print_table,
  &kp_paper_lock_table,
  &kp_mark_publication_table,
  &kp_mark_recheck_table,
  &kp_incident_table,
  &kp_bonus_table,
  &kp_bonus_review_table,
  &kp_shortlist_table,
  &kp_leaving_table,
  &kp_heat_table,
  &kp_hearing_table,
  &kp_examiner_table,
  &kp_recusal_table,
  &kp_panel_seat_table,
  &kp_attendance_table,
  &kp_panel_mark_table,
  &kp_hearing_check_table,
  &kp_room_opening_table,
  &kp_room_package_table,
  &kp_interview_table,
  &kp_total_table,
  &kp_final_total_table,
  &kp_fitness_table,
  &kp_proposal_table,
  &kp_departure_table,
  &kp_departure_undo_table,
  &kp_approval_table,
  &kp_objection_table,
  &kp_choice_table,
  &kp_contract_table,
  &kp_headcount_cap_table,
  &kp_headcount_node_table,
  &kp_contract_event_table,
  &kp_probation_link_table,
  &kp_probation_assessment_table,
  &kp_probation_outcome_table,
  &kp_contract_end_table,
  &kp_contract_term_table,
  &kp_contract_change_table,
  &kp_work_correction_table,
  &kp_file_paper_table,
  &kp_grid_staff_table,
  &kp_grid_department_table,
  &kp_service_segment_table,
  &kp_conversion_table,
  &kp_correction_table,
  &kp_amendment_table,
  &kp_voided_list_table,
  &kp_erasure_table,
  &kp_erasure_backup_table,
  &kp_account_table,
  &kp_account_secret_table,
};

/**
 * kp_schema_get_migrations:
 * @n_migrations: (out): their number
 *
 * The ordered, immutable list that kp_migration_upgrade() runs.
 *
 * Returns: (transfer none): static data
 */
const KpMigration *
kp_schema_get_migrations (guint *n_migrations)
{
  *n_migrations = G_N_ELEMENTS (migrations);
  return migrations;
}

/**
 * kp_schema_get_tables:
 * @n_tables: (out): their number
 *
 * Every table whose rows are written through the ledger, so that kp_journal_verify() can hold each row
 * against the journal.
 *
 * Returns: (transfer none): static data
 */
const KpTable *const *
kp_schema_get_tables (guint *n_tables)
{
  *n_tables = G_N_ELEMENTS (tables);
  return tables;
}
