/* kp-person-file.c – 个人档案: which papers the file of somebody who was employed has, lacks, and will get.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a step names the document of its paper, such as the signing of the contract or a link of the probation, that is the
 * paper; the others are put in by hand. Nothing is asked for before its time, and a probation that was not agreed has none. */
#include "kp-person-file.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"

#define STEP "file-paper"

/* Put in by hand. */
typedef struct
{
  const char *item;
  const char *title;
  gboolean (*is_asked) (const KpDossier *dossier, const KpEmployment *work); /* (nullable): always */
} Kept;

struct _KpPersonFiles
{
  KpRoster *roster;
  KpEmployments *works;
  GPtrArray *papers;     /* (element-type KpFilePaperRecord) */
  GHashTable *papers_of; /* application → GPtrArray of its papers */
  GHashTable *links_of;  /* contract → GPtrArray of its KpProbationLinkRecord */
  GStringChunk *titles;
  KpDate today;
};

static gboolean
has_certificate (const KpDossier *dossier,
                 const KpEmployment *work G_GNUC_UNUSED)
{
  return kp_candidate_get_certificate (dossier) != NULL;
}

static gboolean
is_veteran (const KpDossier *dossier,
            const KpEmployment *work G_GNUC_UNUSED)
{
  return dossier->person->is_veteran == 1;
}

static gboolean
was_grid_staff (const KpDossier *dossier,
                const KpEmployment *work G_GNUC_UNUSED)
{
  return dossier->person->grid_since != NULL;
}

static gboolean
was_examined (const KpDossier *dossier,
              const KpEmployment *work G_GNUC_UNUSED)
{
  return dossier->physical != NULL;
}

static gboolean
was_inquired (const KpDossier *dossier,
              const KpEmployment *work G_GNUC_UNUSED)
{
  return dossier->background != NULL;
}

static gboolean
is_confirmed (const KpDossier *dossier G_GNUC_UNUSED,
              const KpEmployment *work)
{
  KpProbationAct act;

  return work->outcome != NULL && kp_probation_act_parse (work->outcome->act, &act) && act != KP_PROBATION_TERMINATE;
}

static gboolean
has_ended (const KpDossier *dossier G_GNUC_UNUSED,
           const KpEmployment *work)
{
  return work->end != NULL;
}

static const Kept before_work[] = {
  { "registration", "报名登记表（本人签名）", NULL },
  { "pledge", "诚信承诺书", NULL },
  { "privacy", "个人信息处理告知同意书", NULL },
  { "id", "居民身份证复印件", NULL },
  { "education", "毕业证书、学位证书复印件（学历认证）", NULL },
  { "certificate", "社会工作者职业水平证书复印件", has_certificate },
  { "veteran", "退役军人证明复印件", is_veteran },
  { "service", "原岗位聘用（派遣）合同、在岗证明", was_grid_staff },
  { "review", "资格审查表", NULL },
  { "physical", "体检结论", was_examined },
  { "background", "考察（政审）表", was_inquired },
  { "approval", "聘用审批（备案）表", NULL },
  { "hire", "聘用通知书（送达回证）", NULL },
  { "arrival", "报到登记表", NULL },
};

static const Kept after_work[] = {
  { "confirm", "转正通知书", is_confirmed },
  { "ended", "解除（终止）劳动合同证明", has_ended },
  { "handing", "工作交接单", has_ended },
};

static const struct
{
  KpDuty duty;
  const char *item;
  const char *title;
} duties[] = {
  { KP_DUTY_SIGNED, "contract", "劳动合同和签收表" },
  { KP_DUTY_INSURED, "insured", "社会保险登记" },
  { KP_DUTY_FUND, "fund", "住房公积金缴存登记" },
};

static void
add_to_group (GHashTable *groups,
              const char *key,
              gpointer record)
{
  GPtrArray *group = g_hash_table_lookup (groups, key);

  if (group == NULL)
    {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, (gpointer) key, group);
    }
  g_ptr_array_add (group, record);
}

/* Each file is asked for some thirty papers: none of them is looked for among those of everybody. */
static void
group_records (KpPersonFiles *files)
{
  const GPtrArray *links = kp_employments_get_links (files->works);

  for (guint i = 0; i < files->papers->len; i++)
    {
      KpFilePaperRecord *paper = g_ptr_array_index (files->papers, i);

      add_to_group (files->papers_of, paper->application, paper);
    }
  for (guint i = 0; i < links->len; i++)
    {
      KpProbationLinkRecord *link = g_ptr_array_index (links, i);

      add_to_group (files->links_of, link->contract, link);
    }
}

/**
 * kp_person_files_load:
 * @session: a session; must outlive the files
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the files of all who have a contract, or %NULL with #KP_DATA_ERROR
 */
KpPersonFiles *
kp_person_files_load (KpSession *session,
                      GError **error)
{
  g_autoptr (KpPersonFiles) files = g_new0 (KpPersonFiles, 1);

  files->titles = g_string_chunk_new (256);
  files->papers_of = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  files->links_of = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  files->today = kp_session_get_today (session);
  files->roster = kp_session_load_roster (session, error);
  files->works = files->roster != NULL ? kp_employments_load (session, error) : NULL;
  if (files->works == NULL)
    return NULL;
  files->papers = kp_table_select (kp_session_get_database (session), &kp_file_paper_table, kp_session_get_campaign (session),
                                   "ORDER BY application, item", KP_NO_BINDS, error);
  if (files->papers == NULL)
    return NULL;
  group_records (files);
  return g_steal_pointer (&files);
}

/** kp_person_files_free: frees them with all papers. */
void
kp_person_files_free (KpPersonFiles *files)
{
  if (files == NULL)
    return;
  g_hash_table_unref (files->papers_of);
  g_hash_table_unref (files->links_of);
  g_clear_pointer (&files->roster, kp_roster_free);
  g_clear_pointer (&files->works, kp_employments_free);
  g_clear_pointer (&files->papers, g_ptr_array_unref);
  g_string_chunk_free (files->titles);
  g_free (files);
}

/** kp_person_files_get_n: how many there are, by the contracts' numbers. */
guint
kp_person_files_get_n (const KpPersonFiles *files)
{
  return kp_employments_get_n (files->works);
}

/** kp_person_files_get_work: the contract whose file it is. */
const KpEmployment *
kp_person_files_get_work (const KpPersonFiles *files,
                          guint index)
{
  return kp_employments_get (files->works, index);
}

/** kp_person_files_get_dossier: whose file it is. */
const KpDossier *
kp_person_files_get_dossier (const KpPersonFiles *files,
                             guint index)
{
  return kp_roster_find_application (files->roster, kp_person_files_get_work (files, index)->contract->application);
}

/* ---- the papers of one file ---- */

static const KpFilePaperRecord *
find_paper (const KpPersonFiles *files,
            const char *application,
            const char *item)
{
  const GPtrArray *papers = g_hash_table_lookup (files->papers_of, application);

  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      const KpFilePaperRecord *paper = g_ptr_array_index (papers, i);

      if (g_str_equal (paper->item, item))
        return paper;
    }
  return NULL;
}

static void
add_kept (KpPersonFiles *files,
          GArray *papers,
          const Kept *kept,
          const KpDossier *dossier,
          const KpEmployment *work)
{
  const KpFilePaperRecord *filed = find_paper (files, dossier->application->application, kept->item);
  KpFilePaper paper = { .item = kept->item, .title = kept->title, .state = KP_FILE_MISSING };

  if (filed == NULL && kept->is_asked != NULL && !kept->is_asked (dossier, work))
    return;
  if (filed != NULL)
    {
      paper.state = KP_FILE_IN;
      paper.document = filed->document;
      paper.day = filed->filed_on;
      paper.pages = (guint) filed->pages;
    }
  g_array_append_val (papers, paper);
}

static void
add_of_step (GArray *papers,
             const char *item,
             const char *title,
             KpFileState state,
             const char *document,
             const char *day)
{
  const KpFilePaper paper
      = { .item = item, .title = title, .state = state, .document = document, .day = day, .is_of_step = TRUE };

  g_array_append_val (papers, paper);
}

static void
add_duty (KpPersonFiles *files,
          GArray *papers,
          const KpEmployment *work,
          guint i)
{
  const KpContractEventRecord *event = work->duties[duties[i].duty];
  const gboolean has_begun = kp_date_compare (kp_candidate_parse_date (work->contract->starts), files->today) <= 0;
  const gboolean is_proved = event != NULL && event->document != NULL && *event->document != '\0';

  add_of_step (papers, duties[i].item, duties[i].title,
               is_proved ? KP_FILE_IN : has_begun || event != NULL ? KP_FILE_MISSING : KP_FILE_LATER,
               is_proved ? event->document : NULL, is_proved ? event->day : NULL);
}

/* The last entry of a link, of a note that of its month. */
static const KpProbationLinkRecord *
find_link (KpPersonFiles *files,
           const KpEmployment *work,
           KpLink link,
           guint month)
{
  const GPtrArray *links = g_hash_table_lookup (files->links_of, work->contract->number);
  const KpProbationLinkRecord *found = NULL;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const KpProbationLinkRecord *record = g_ptr_array_index (links, i);

      if (g_str_equal (record->link, kp_link_get_name (link))
          && (link != KP_LINK_NOTE || record->month == month) && !kp_employment_has_corrected (work, (guint) record->serial))
        found = record;
    }
  return found;
}

/* From which day on a paper of the probation is missed. */
static KpDate
find_due (const KpEmployment *work,
          KpLink link,
          guint month)
{
  const KpDate start = kp_candidate_parse_date (work->contract->starts);

  if (link <= KP_LINK_TRAINING)
    return start;
  if (link == KP_LINK_NOTE)
    return kp_date_add_months (start, (gint) month);
  if (link == KP_LINK_MIDTERM)
    return kp_date_add_months (start, (gint) (work->file.months + 1) / 2);
  return work->file.end;
}

static const char *
name_link (KpPersonFiles *files,
           KpLink link,
           guint month)
{
  g_autofree char *title = NULL;

  if (link != KP_LINK_NOTE)
    return kp_link_get_chinese (link);
  title = g_strdup_printf ("%s（第%u个月）", kp_link_get_chinese (link), month);
  return g_string_chunk_insert_const (files->titles, title);
}

static void
add_link (KpPersonFiles *files,
          GArray *papers,
          const KpEmployment *work,
          KpLink link,
          guint month)
{
  const KpProbationLinkRecord *record = find_link (files, work, link, month);
  const gboolean is_over = work->outcome != NULL || work->end != NULL;
  KpFileState state = KP_FILE_IN;

  /* Who has left or was confirmed early owes no paper of the time after it. */
  if (record == NULL && is_over && link > KP_LINK_TRAINING)
    return;
  if (record == NULL)
    state = kp_date_compare (find_due (work, link, month), files->today) <= 0 ? KP_FILE_MISSING : KP_FILE_LATER;
  add_of_step (papers, kp_link_get_name (link), name_link (files, link, month), state, record != NULL ? record->document : NULL,
               record != NULL ? record->day : NULL);
}

static void
add_probation (KpPersonFiles *files,
               GArray *papers,
               const KpEmployment *work)
{
  const KpProbationPolicy *policy = kp_employments_get_policy (files->works);

  for (guint i = 0; i < KP_LINK_N; i++)
    {
      const KpLink link = (KpLink) i;

      if ((policy->needed & (1u << link)) == 0 && find_link (files, work, link, 0) == NULL)
        continue;
      if (link == KP_LINK_NOTE)
        for (guint month = 1; month <= work->file.months; month++)
          add_link (files, papers, work, link, month);
      else if (link <= KP_LINK_FILING || find_link (files, work, link, 0) != NULL)
        add_link (files, papers, work, link, 0);
    }
}

/**
 * kp_person_files_list:
 * @files: the files
 * @index: below kp_person_files_get_n()
 *
 * Returns: (transfer full) (element-type KpFilePaper): the papers in the order of a file
 */
GArray *
kp_person_files_list (KpPersonFiles *files,
                      guint index)
{
  const KpEmployment *work = kp_person_files_get_work (files, index);
  const KpDossier *dossier = kp_person_files_get_dossier (files, index);
  GArray *papers = g_array_new (FALSE, FALSE, sizeof (KpFilePaper));

  for (guint i = 0; i < G_N_ELEMENTS (before_work); i++)
    add_kept (files, papers, &before_work[i], dossier, work);
  for (guint i = 0; i < G_N_ELEMENTS (duties); i++)
    add_duty (files, papers, work, i);
  if (work->file.months > 0)
    add_probation (files, papers, work);
  for (guint i = 0; i < G_N_ELEMENTS (after_work); i++)
    add_kept (files, papers, &after_work[i], dossier, work);
  return papers;
}

/* ---- putting a paper in ---- */

static const Kept *
find_item (const char *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (before_work); i++)
    if (g_str_equal (before_work[i].item, item) || g_str_equal (before_work[i].title, item))
      return &before_work[i];
  for (guint i = 0; i < G_N_ELEMENTS (after_work); i++)
    if (g_str_equal (after_work[i].item, item) || g_str_equal (after_work[i].title, item))
      return &after_work[i];
  return NULL;
}

/** kp_file_item_dup_names: "registration pledge …", for whoever asks for one that there isn't. (transfer full) */
char *
kp_file_item_dup_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (before_work); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", before_work[i].item);
  for (guint i = 0; i < G_N_ELEMENTS (after_work); i++)
    g_string_append_printf (names, " %s", after_work[i].item);
  return g_string_free (names, FALSE);
}

/**
 * kp_person_files_find:
 * @files: the files
 * @number: of the contract, the application or the ticket
 * @index: (out): where the file stands
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_NOT_FOUND
 */
gboolean
kp_person_files_find (KpPersonFiles *files,
                      const char *number,
                      guint *index,
                      GError **error)
{
  const KpDossier *dossier = kp_roster_find_any_number (files->roster, number);

  for (*index = 0; *index < kp_person_files_get_n (files); (*index)++)
    {
      const KpContractRecord *contract = kp_person_files_get_work (files, *index)->contract;

      if (g_str_equal (contract->number, number)
          || (dossier != NULL && g_str_equal (contract->application, dossier->application->application)))
        return TRUE;
    }
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
               _("Nobody who was employed has the number %s. Give that of the contract, the application or the ticket."), number);
  return FALSE;
}

/**
 * kp_step_file_paper:
 * @session: a session, open for writing
 * @order: the paper
 * @error: return location
 *
 * 归档: a paper is put into the file of somebody who was employed, or its document is told anew.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_file_paper (KpSession *session,
                    const KpFileOrder *order,
                    GError **error)
{
  const Kept *kept = find_item (order->item);
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpPersonFiles) files = NULL;
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  g_autofree char *names = kp_file_item_dup_names ();
  KpFilePaperRecord record = { .campaign = kp_session_get_campaign (session), .document = order->document, .pages = order->pages,
                               .filed_on = today, .filed_by = kp_session_get_actor (session) };
  guint index = 0;

  if (kept == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("There is no paper “%s” that is put in by hand; there are: %s. The others come with their step."), order->item,
                   names);
      return FALSE;
    }
  if (order->document == NULL || *order->document == '\0')
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("Say the number of the paper, or where it is filed."));
      return FALSE;
    }
  ledger = kp_session_begin_beside (session, STEP, order->number, error);
  files = ledger != NULL ? kp_person_files_load (session, error) : NULL;
  if (files == NULL || !kp_person_files_find (files, order->number, &index, error))
    return FALSE;
  record.application = kp_person_files_get_work (files, index)->contract->application;
  record.item = kept->item;
  return kp_ledger_put (ledger, &kp_file_paper_table, &record, error) && kp_session_commit (session, ledger, error);
}
