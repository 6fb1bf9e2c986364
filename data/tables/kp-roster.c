/* kp-roster.c – everything that the record knows of each application, joined.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-roster.h"

#include "kp-shortlist.h"

G_STATIC_ASSERT (KP_MAX_HEATS == 4);

/* Each table is read once, in one select, and joined here: a campaign is at most some hundred thousand rows, and the
 * steps, the press and the screens then all see one and the same snapshot. */

struct _KpRoster
{
  GPtrArray *tables;          /* GPtrArray of records, owned: the dossiers point into them */
  GArray *dossiers;           /* KpDossier, by registration number */
  GHashTable *by_application; /* keys and values borrowed from the records and dossiers */
  GHashTable *by_person;
  GHashTable *by_ticket;
  GHashTable *by_code;
  GHashTable *by_id_number;
  GPtrArray *declared;        /* (nullable) KpFactTable, owned: of the dossiers that have one */
  GPtrArray *losses;          /* (nullable) GArray of KpLostFact, owned: of the dossiers that have one */
  GStringChunk *reasons;      /* (nullable): of the losses */
};

/* A table whose records hang on an application: where their application text and the dossier's pointer lie. */
typedef struct
{
  const KpTable *table;
  const char *tail;
  gsize application_offset;
  gsize dossier_offset;
} Attachment;

static const Attachment attachments[] = {
  { &kp_seat_table, "ORDER BY sitting DESC", G_STRUCT_OFFSET (KpSeatRecord, application),
    G_STRUCT_OFFSET (KpDossier, seat) },
  { &kp_shortlist_table, "", G_STRUCT_OFFSET (KpShortlistRecord, application), G_STRUCT_OFFSET (KpDossier, shortlist) },
  { &kp_heat_table, "AND heat = 1", G_STRUCT_OFFSET (KpHeatRecord, application), G_STRUCT_OFFSET (KpDossier, heats[0]) },
  { &kp_heat_table, "AND heat = 2", G_STRUCT_OFFSET (KpHeatRecord, application), G_STRUCT_OFFSET (KpDossier, heats[1]) },
  { &kp_heat_table, "AND heat = 3", G_STRUCT_OFFSET (KpHeatRecord, application), G_STRUCT_OFFSET (KpDossier, heats[2]) },
  { &kp_heat_table, "AND heat = 4", G_STRUCT_OFFSET (KpHeatRecord, application), G_STRUCT_OFFSET (KpDossier, heats[3]) },
  { &kp_leaving_table, "", G_STRUCT_OFFSET (KpLeavingRecord, application), G_STRUCT_OFFSET (KpDossier, leaving) },
  { &kp_hearing_table, "", G_STRUCT_OFFSET (KpHearingRecord, application), G_STRUCT_OFFSET (KpDossier, hearing) },
  { &kp_attendance_table, "", G_STRUCT_OFFSET (KpAttendanceRecord, application), G_STRUCT_OFFSET (KpDossier, attendance) },
  { &kp_interview_table, "", G_STRUCT_OFFSET (KpInterviewRecord, application), G_STRUCT_OFFSET (KpDossier, interview) },
  { &kp_total_table, "", G_STRUCT_OFFSET (KpTotalRecord, application), G_STRUCT_OFFSET (KpDossier, total) },
  { &kp_final_total_table, "", G_STRUCT_OFFSET (KpFinalTotalRecord, application),
    G_STRUCT_OFFSET (KpDossier, final_total) },
  { &kp_fitness_table, "AND kind = 'physical'", G_STRUCT_OFFSET (KpFitnessRecord, application),
    G_STRUCT_OFFSET (KpDossier, physical) },
  { &kp_fitness_table, "AND kind = 'background'", G_STRUCT_OFFSET (KpFitnessRecord, application),
    G_STRUCT_OFFSET (KpDossier, background) },
  { &kp_proposal_table, "", G_STRUCT_OFFSET (KpProposalRecord, application), G_STRUCT_OFFSET (KpDossier, proposal) },
  { &kp_departure_table, "", G_STRUCT_OFFSET (KpDepartureRecord, application), G_STRUCT_OFFSET (KpDossier, departure) },
  { &kp_choice_table, "", G_STRUCT_OFFSET (KpChoiceRecord, application), G_STRUCT_OFFSET (KpDossier, choice) },
  { &kp_contract_table, "", G_STRUCT_OFFSET (KpContractRecord, application), G_STRUCT_OFFSET (KpDossier, contract) },
};

/* Tables of which an application may have several rows. */
static const Attachment lists[] = {
  { &kp_fact_table, "ORDER BY application, fact", G_STRUCT_OFFSET (KpFactRecord, application),
    G_STRUCT_OFFSET (KpDossier, facts) },
  { &kp_proof_table, "ORDER BY application, proof", G_STRUCT_OFFSET (KpProofRecord, application),
    G_STRUCT_OFFSET (KpDossier, proofs) },
};

/* `$2` of a tail is the application, or the person where the table hangs on that. */
static GPtrArray *
read_table (KpRoster *roster,
            KpDatabase *db,
            const char *campaign,
            const KpTable *table,
            const char *tail,
            const char *of,
            GError **error)
{
  const KpBind bind = KP_TEXT (of);
  g_autofree char *whole = NULL;
  GPtrArray *records;

  if (of != NULL)
    whole = g_strdup_printf ("AND %s = $2 %s", table == &kp_person_table ? "person" : "application", tail);
  records = kp_table_select (db, table, campaign, of != NULL ? whole : tail, &bind, of != NULL, error);
  if (records != NULL)
    g_ptr_array_add (roster->tables, records);
  return records;
}

static gboolean
read_applications (KpRoster *roster,
                   KpDatabase *db,
                   const char *campaign,
                   const char *application,
                   GError **error)
{
  GPtrArray *applications
      = read_table (roster, db, campaign, &kp_application_table, "ORDER BY application", application, error);

  if (applications == NULL)
    return FALSE;

  g_array_set_size (roster->dossiers, applications->len);
  for (guint i = 0; i < applications->len; i++)
    {
      KpDossier *dossier = &g_array_index (roster->dossiers, KpDossier, i);

      dossier->application = g_ptr_array_index (applications, i);
      g_hash_table_insert (roster->by_application, (gpointer) dossier->application->application, dossier);
      g_hash_table_insert (roster->by_person, (gpointer) dossier->application->person, dossier);
    }
  return TRUE;
}

static gboolean
read_persons (KpRoster *roster,
              KpDatabase *db,
              const char *campaign,
              const char *person,
              GError **error)
{
  GPtrArray *persons = read_table (roster, db, campaign, &kp_person_table, "ORDER BY person", person, error);

  if (persons == NULL)
    return FALSE;

  for (guint i = 0; i < persons->len; i++)
    {
      const KpPersonRecord *record = g_ptr_array_index (persons, i);
      KpDossier *dossier = g_hash_table_lookup (roster->by_person, record->person);

      if (dossier == NULL)
        continue;
      dossier->person = record;
      g_hash_table_insert (roster->by_id_number, (gpointer) record->id_number, dossier);
    }
  return TRUE;
}

static void
take_attachment (KpRoster *roster,
                 const Attachment *attachment,
                 const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      gconstpointer record = g_ptr_array_index (records, i);
      const char *application = G_STRUCT_MEMBER (const char *, record, attachment->application_offset);
      KpDossier *dossier = g_hash_table_lookup (roster->by_application, application);

      if (dossier != NULL)
        G_STRUCT_MEMBER (gconstpointer, dossier, attachment->dossier_offset) = record;
    }
}

/* Several rows of an application, gathered in the list of its dossier. */
static void
take_rows (KpRoster *roster,
           const Attachment *attachment,
           const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      const char *of = G_STRUCT_MEMBER (const char *, record, attachment->application_offset);
      KpDossier *dossier = g_hash_table_lookup (roster->by_application, of);
      GPtrArray **list;

      if (dossier == NULL)
        continue;
      list = &G_STRUCT_MEMBER (GPtrArray *, dossier, attachment->dossier_offset);
      if (*list == NULL)
        *list = g_ptr_array_new ();
      g_ptr_array_add (*list, record);
    }
}

static void
take_openings (KpRoster *roster,
               const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const KpRoomOpeningRecord *record = g_ptr_array_index (records, i);

      for (guint j = 0; j < roster->dossiers->len; j++)
        {
          KpDossier *dossier = &g_array_index (roster->dossiers, KpDossier, j);

          if (dossier->hearing != NULL && dossier->hearing->room == record->room)
            dossier->opening = record;
        }
    }
}

#define N_HANGING (G_N_ELEMENTS (lists) + G_N_ELEMENTS (attachments))

/* Everything that hangs on applications which are read, in one way to the record and back. */
static gboolean
read_hanging (KpRoster *roster,
              KpDatabase *db,
              const char *campaign,
              const char *application,
              GError **error)
{
  const KpBind bind = KP_TEXT (application);
  KpTableRead reads[N_HANGING + 1] = { 0 };
  g_autoptr (GPtrArray) tails = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_HANGING; i++)
    {
      const Attachment *one = i < G_N_ELEMENTS (lists) ? &lists[i] : &attachments[i - G_N_ELEMENTS (lists)];
      char *tail = application != NULL ? g_strconcat ("AND application = $2 ", one->tail, NULL) : g_strdup (one->tail);

      g_ptr_array_add (tails, tail);
      reads[i] = (KpTableRead) { one->table, tail, &bind, application != NULL, NULL };
    }
  reads[N_HANGING] = (KpTableRead) { &kp_room_opening_table, "", KP_NO_BINDS, NULL };
  if (!kp_table_select_all (db, campaign, reads, N_HANGING + 1, error))
    return FALSE;

  for (guint i = 0; i <= N_HANGING; i++)
    g_ptr_array_add (roster->tables, reads[i].rows);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    take_rows (roster, &lists[i], reads[i].rows);
  for (guint i = 0; i < G_N_ELEMENTS (attachments); i++)
    take_attachment (roster, &attachments[i], reads[G_N_ELEMENTS (lists) + i].rows);
  take_openings (roster, reads[N_HANGING].rows);
  return TRUE;
}

static void
clear_dossier (gpointer data)
{
  g_clear_pointer (&((KpDossier *) data)->facts, g_ptr_array_unref);
  g_clear_pointer (&((KpDossier *) data)->proofs, g_ptr_array_unref);
}

static void
index_numbers (KpRoster *roster)
{
  for (guint i = 0; i < roster->dossiers->len; i++)
    {
      KpDossier *dossier = &g_array_index (roster->dossiers, KpDossier, i);

      if (dossier->seat != NULL)
        g_hash_table_insert (roster->by_ticket, (gpointer) dossier->seat->ticket, dossier);
      if (dossier->hearing != NULL)
        g_hash_table_insert (roster->by_code, (gpointer) dossier->hearing->code, dossier);
    }
}

static KpRoster *
roster_new (void)
{
  KpRoster *roster = g_new0 (KpRoster, 1);

  roster->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  roster->dossiers = g_array_new (FALSE, TRUE, sizeof (KpDossier));
  g_array_set_clear_func (roster->dossiers, clear_dossier);
  roster->by_application = g_hash_table_new (g_str_hash, g_str_equal);
  roster->by_person = g_hash_table_new (g_str_hash, g_str_equal);
  roster->by_ticket = g_hash_table_new (g_str_hash, g_str_equal);
  roster->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  roster->by_id_number = g_hash_table_new (g_str_hash, g_str_equal);
  return roster;
}

/* NULL application = all. */
static KpRoster *
load (KpDatabase *db,
      const char *campaign,
      const char *application,
      GError **error)
{
  g_autoptr (KpRoster) roster = roster_new ();
  const char *person = NULL;

  if (!read_applications (roster, db, campaign, application, error))
    return NULL;
  if (application != NULL && roster->dossiers->len == 0)
    return g_steal_pointer (&roster);
  if (application != NULL)
    person = g_array_index (roster->dossiers, KpDossier, 0).application->person;
  if (!read_persons (roster, db, campaign, person, error) || !read_hanging (roster, db, campaign, application, error))
    return NULL;
  index_numbers (roster);
  return g_steal_pointer (&roster);
}

/**
 * kp_roster_load:
 * @db: the record; a ledger may be open on it, then its rows are seen
 * @campaign: whose applications
 * @error: return location
 *
 * Reads every application of the campaign with what followed from it. A snapshot: later writing isn't seen.
 *
 * Returns: (transfer full) (nullable): ordered by registration number, or %NULL with #KP_DATA_ERROR
 */
KpRoster *
kp_roster_load (KpDatabase *db,
                const char *campaign,
                GError **error)
{
  g_return_val_if_fail (db != NULL && campaign != NULL, NULL);

  return load (db, campaign, NULL, error);
}

/**
 * kp_roster_load_of:
 * @db: the record
 * @campaign: whose application
 * @application: registration number
 * @error: return location
 *
 * As kp_roster_load() for one application: what concerns one person takes as long in a large campaign as in a small one.
 *
 * Returns: (transfer full) (nullable): empty when there is no such application, or %NULL with #KP_DATA_ERROR
 */
KpRoster *
kp_roster_load_of (KpDatabase *db,
                   const char *campaign,
                   const char *application,
                   GError **error)
{
  g_return_val_if_fail (db != NULL && campaign != NULL && application != NULL, NULL);

  return load (db, campaign, application, error);
}

/* The registration number of a person, NULL for who hasn't applied. */
static gboolean
find_application (KpDatabase *db,
                  const char *campaign,
                  const char *id_number,
                  char **application,
                  GError **error)
{
  g_autoptr (GPtrArray) found
      = kp_table_select (db, &kp_application_table, campaign,
                         "AND person IN (SELECT person FROM person WHERE campaign = $1 AND id_number = $2)",
                         KP_BINDS (KP_SEALED ("person", "id_number", id_number)), error);

  *application = NULL;
  if (found != NULL && found->len > 0)
    *application = g_strdup (((const KpApplicationRecord *) g_ptr_array_index (found, 0))->application);
  return found != NULL;
}

/**
 * kp_roster_load_person:
 * @db: the record
 * @campaign: whose application
 * @id_number: 18 places
 * @error: return location
 *
 * As kp_roster_load_of() by the ID number.
 *
 * Returns: (transfer full) (nullable): empty when that person hasn't applied, or %NULL with #KP_DATA_ERROR
 */
KpRoster *
kp_roster_load_person (KpDatabase *db,
                       const char *campaign,
                       const char *id_number,
                       GError **error)
{
  g_autofree char *application = NULL;

  g_return_val_if_fail (db != NULL && campaign != NULL && id_number != NULL, NULL);

  if (!find_application (db, campaign, id_number, &application, error))
    return NULL;
  return application != NULL ? load (db, campaign, application, error) : roster_new ();
}

static KpDate
parse_date (const char *text)
{
  KpDate date = KP_DATE_NONE;

  return text != NULL && kp_date_parse_iso (text, &date, NULL) ? date : KP_DATE_NONE;
}

/* A row whose fact the scheme no longer declares, or declares as another kind, says nothing. */
static void
state_fact (KpFactTable *table,
            const GPtrArray *defs,
            const KpFactRecord *record)
{
  const KpFactDef *def = kp_fact_find_def (defs, record->fact);
  KpFraction number = KP_FRACTION_UNKNOWN;

  if (def == NULL)
    return;
  if (g_str_equal (record->value, KP_FACT_DENIED))
    {
      kp_fact_table_set_none (table, record->fact);
      return;
    }
  switch (def->kind)
    {
    case KP_FACT_YES_NO:
      if (g_str_equal (record->value, KP_FACT_STATED))
        kp_fact_table_set_truth (table, record->fact, KP_TRUTH_YES);
      break;
    case KP_FACT_DATE:
      kp_fact_table_set_date (table, record->fact, parse_date (record->value));
      break;
    case KP_FACT_NUMBER:
      if (kp_fraction_parse (record->value, &number, NULL))
        kp_fact_table_set_number (table, record->fact, number);
      break;
    case KP_FACT_PLACE:
      kp_fact_table_set_place (table, record->fact, record->value, parse_date (record->since));
      break;
    case KP_FACT_WORD:
    default:
      kp_fact_table_set_word (table, record->fact, record->value);
      break;
    }
}

/**
 * kp_roster_declare:
 * @roster: a roster
 * @defs: (element-type KpFactDef): the scheme's facts; must outlive the roster
 *
 * Lays out for each dossier what the person states of the facts that the scheme declares, once for all who ask. Without
 * facts in the scheme there is nothing to lay out.
 */
void
kp_roster_declare (KpRoster *roster,
                   const GPtrArray *defs)
{
  g_return_if_fail (roster != NULL && roster->declared == NULL);

  if (defs->len == 0)
    return;
  roster->declared = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_table_free);
  for (guint i = 0; i < roster->dossiers->len; i++)
    {
      KpDossier *dossier = &g_array_index (roster->dossiers, KpDossier, i);
      KpFactTable *table = kp_fact_table_new (defs);

      for (guint k = 0; dossier->facts != NULL && k < dossier->facts->len; k++)
        state_fact (table, defs, g_ptr_array_index (dossier->facts, k));
      g_ptr_array_add (roster->declared, table);
      dossier->declared = table;
    }
}

static const KpProofDef *
find_def (const GPtrArray *defs,
          const char *id)
{
  for (guint i = 0; i < defs->len; i++)
    {
      const KpProofDef *def = g_ptr_array_index (defs, i);

      if (g_str_equal (def->id, id))
        return def;
    }
  return NULL;
}

static void
lose_facts (KpRoster *roster,
            GArray *losses,
            const KpProofDef *def,
            const KpProofRecord *record,
            KpProofOutcome outcome)
{
  const KpProofCheck check = {
    .outcome = outcome, .source = record->source, .checked_on = parse_date (record->checked_on), .note = record->note
  };
  g_autofree char *reason = kp_proof_dup_reason (def, &check);

  for (guint i = 0; i < def->facts->len; i++)
    {
      const KpLostFact lost = { g_ptr_array_index (def->facts, i), g_string_chunk_insert_const (roster->reasons, reason) };

      g_array_append_val (losses, lost);
    }
}

/**
 * kp_roster_lose:
 * @roster: a roster
 * @defs: (element-type KpProofDef): the scheme's proofs; must outlive the roster
 *
 * Finds for each dossier the claims whose proof failed: they count no more for whoever asks the person's facts. A proof that
 * the scheme no longer has takes nothing away.
 */
void
kp_roster_lose (KpRoster *roster,
                const GPtrArray *defs)
{
  g_return_if_fail (roster != NULL && roster->losses == NULL);

  roster->losses = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  roster->reasons = g_string_chunk_new (256);
  for (guint i = 0; i < roster->dossiers->len; i++)
    {
      KpDossier *dossier = &g_array_index (roster->dossiers, KpDossier, i);
      g_autoptr (GArray) losses = g_array_new (FALSE, FALSE, sizeof (KpLostFact));

      for (guint k = 0; dossier->proofs != NULL && k < dossier->proofs->len; k++)
        {
          const KpProofRecord *record = g_ptr_array_index (dossier->proofs, k);
          const KpProofDef *def = find_def (defs, record->proof);
          KpProofOutcome outcome;

          if (def != NULL && kp_proof_outcome_parse (record->outcome, &outcome) && kp_proof_is_lost (outcome))
            lose_facts (roster, losses, def, record, outcome);
        }
      if (losses->len == 0)
        continue;
      dossier->lost = (const KpLostFact *) (gconstpointer) losses->data;
      dossier->n_lost = losses->len;
      g_ptr_array_add (roster->losses, g_steal_pointer (&losses));
    }
}

/**
 * kp_roster_set_exemption:
 * @roster: a roster
 * @index: below kp_roster_get_n_dossiers()
 * @exemption: whether a limit keeps the person from doing without the written exam
 */
void
kp_roster_set_exemption (KpRoster *roster,
                         guint index,
                         KpExemption exemption)
{
  g_return_if_fail (index < roster->dossiers->len);

  g_array_index (roster->dossiers, KpDossier, index).exemption = exemption;
}

/**
 * kp_roster_free:
 * @roster: (nullable) (transfer full): a roster
 *
 * Frees the roster and every record that its dossiers point to.
 */
void
kp_roster_free (KpRoster *roster)
{
  if (roster == NULL)
    return;
  g_clear_pointer (&roster->by_application, g_hash_table_unref);
  g_clear_pointer (&roster->by_person, g_hash_table_unref);
  g_clear_pointer (&roster->by_ticket, g_hash_table_unref);
  g_clear_pointer (&roster->by_code, g_hash_table_unref);
  g_clear_pointer (&roster->by_id_number, g_hash_table_unref);
  g_clear_pointer (&roster->dossiers, g_array_unref);
  g_clear_pointer (&roster->declared, g_ptr_array_unref);
  g_clear_pointer (&roster->losses, g_ptr_array_unref);
  g_clear_pointer (&roster->reasons, g_string_chunk_free);
  g_clear_pointer (&roster->tables, g_ptr_array_unref);
  g_free (roster);
}

/**
 * kp_roster_get_n_dossiers:
 * @roster: a roster
 *
 * Returns: how many applications there are
 */
guint
kp_roster_get_n_dossiers (KpRoster *roster)
{
  return roster->dossiers->len;
}

/**
 * kp_roster_get_dossier:
 * @roster: a roster
 * @index: from 0
 *
 * Returns: (transfer none): the application at @index in the order of registration numbers
 */
const KpDossier *
kp_roster_get_dossier (KpRoster *roster,
                       guint index)
{
  g_return_val_if_fail (index < roster->dossiers->len, NULL);

  return &g_array_index (roster->dossiers, KpDossier, index);
}

/**
 * kp_roster_find_application:
 * @roster: a roster
 * @application: a registration number
 *
 * Returns: (transfer none) (nullable): its dossier
 */
const KpDossier *
kp_roster_find_application (KpRoster *roster,
                            const char *application)
{
  return g_hash_table_lookup (roster->by_application, application);
}

/**
 * kp_roster_find_ticket:
 * @roster: a roster
 * @ticket: a ticket number
 *
 * Returns: (transfer none) (nullable): the dossier of who holds that ticket
 */
const KpDossier *
kp_roster_find_ticket (KpRoster *roster,
                       const char *ticket)
{
  return g_hash_table_lookup (roster->by_ticket, ticket);
}

/**
 * kp_roster_find_number:
 * @roster: a roster
 * @number: a registration number or a ticket number
 *
 * Returns: (transfer none) (nullable): whose it is
 */
const KpDossier *
kp_roster_find_number (KpRoster *roster,
                       const char *number)
{
  const KpDossier *dossier = kp_roster_find_application (roster, number);

  return dossier != NULL ? dossier : kp_roster_find_ticket (roster, number);
}

/**
 * kp_roster_find_code:
 * @roster: a roster
 * @code: the code that a candidate drew for the interview
 *
 * Returns: (transfer none) (nullable): the dossier behind it
 */
const KpDossier *
kp_roster_find_code (KpRoster *roster,
                     const char *code)
{
  return g_hash_table_lookup (roster->by_code, code);
}

/**
 * kp_roster_find_any_number:
 * @roster: a roster
 * @number: of the registration, the ticket or the interview
 *
 * Returns: (transfer none) (nullable): whose it is
 */
const KpDossier *
kp_roster_find_any_number (KpRoster *roster,
                           const char *number)
{
  const KpDossier *dossier = kp_roster_find_number (roster, number);

  return dossier != NULL ? dossier : kp_roster_find_code (roster, number);
}

/**
 * kp_roster_find_id_number:
 * @roster: a roster
 * @id_number: 18 places
 *
 * Returns: (transfer none) (nullable): the application of that person
 */
const KpDossier *
kp_roster_find_id_number (KpRoster *roster,
                          const char *id_number)
{
  return g_hash_table_lookup (roster->by_id_number, id_number);
}

/**
 * kp_dossier_is_sealed:
 * @dossier: a dossier
 *
 * Returns: whether a number was drawn and the room isn't opened: until then nothing may show the number, or a mark that was
 *   given to it, beside the person (domain.md §20, 宿州)
 */
gboolean
kp_dossier_is_sealed (const KpDossier *dossier)
{
  return dossier->hearing != NULL && dossier->opening == NULL;
}

/**
 * kp_dossier_get_first_post:
 * @dossier: an application
 *
 * Returns: (transfer none): the post that was applied for at first; another one than now when that was cancelled
 */
const char *
kp_dossier_get_first_post (const KpDossier *dossier)
{
  const KpApplicationRecord *application = dossier->application;

  return application->first_post != NULL ? application->first_post : application->post;
}

/**
 * kp_shortlist_outcome_is_in:
 * @outcome: of a shortlist record
 *
 * Returns: whether it put the person on the list; who left since isn't looked at
 */
gboolean
kp_shortlist_outcome_is_in (const char *outcome)
{
  for (guint i = 0; i < KP_SHORTLIST_N_VERDICTS; i++)
    {
      if (g_str_equal (outcome, kp_shortlist_verdict_get_name ((KpShortlistVerdict) i)))
        return kp_shortlist_verdict_is_in ((KpShortlistVerdict) i);
    }
  return FALSE;
}

/**
 * kp_dossier_get_last_heat:
 * @dossier: an application
 *
 * Returns: (transfer none) (nullable): the latest test before the interview after which a list was made with or without the
 * person
 */
const KpHeatRecord *
kp_dossier_get_last_heat (const KpDossier *dossier)
{
  for (guint i = KP_MAX_HEATS; i > 0; i--)
    {
      if (dossier->heats[i - 1] != NULL)
        return dossier->heats[i - 1];
    }
  return NULL;
}

/**
 * kp_dossier_is_on_list:
 * @dossier: an application
 * @list: 0 = the first; n = the one after the scheme's n-th test
 *
 * Returns: whether that list has the person, who didn't leave by then
 */
gboolean
kp_dossier_is_on_list (const KpDossier *dossier,
                       guint list)
{
  if (dossier->shortlist == NULL || !kp_shortlist_outcome_is_in (dossier->shortlist->outcome)
      || (dossier->leaving != NULL && dossier->leaving->list <= list))
    return FALSE;
  return list == 0
         || (list <= KP_MAX_HEATS && dossier->heats[list - 1] != NULL
             && kp_shortlist_outcome_is_in (dossier->heats[list - 1]->outcome));
}

/**
 * kp_dossier_is_on_shortlist:
 * @dossier: an application
 *
 * Returns: whether the person may come to the interview, or to the test before it: entered by the ratio, by a tie at the last
 * place, as a substitute, or without a written exam, by the latest list; and didn't leave since
 */
gboolean
kp_dossier_is_on_shortlist (const KpDossier *dossier)
{
  const KpHeatRecord *last = kp_dossier_get_last_heat (dossier);

  return dossier->shortlist != NULL && dossier->leaving == NULL
         && kp_shortlist_outcome_is_in (dossier->shortlist->outcome)
         && (last == NULL || kp_shortlist_outcome_is_in (last->outcome));
}

/**
 * kp_dossier_get_last_place:
 * @dossier: a dossier with a total
 *
 * Returns: the place that counts in the end, of the final total where there is one; %KP_NO_INT without a place
 */
gint64
kp_dossier_get_last_place (const KpDossier *dossier)
{
  return dossier->final_total != NULL ? dossier->final_total->place : dossier->total->place;
}
