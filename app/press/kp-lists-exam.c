/* kp-lists-exam.c – lists of what happened around the written exam: breaches of discipline, applications to check a mark.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the committee and its supervisor, not for publishing: names in full, ID numbers masked. One row for each breach or
 * application and not for each candidate. */
#include "kp-lists-exam.h"

#include "kp-breach.h"
#include "kp-id-number.h"
#include "kp-step-incident.h"
#include "kp-step-mark-recheck.h"

const KpListColumn kp_lists_breach_columns[KP_BREACH_LIST_N_COLUMNS] = {
  [KP_BREACH_LIST_NUMBER] = { "number", "编号", 8, KP_LIST_NUMBER },
  [KP_BREACH_LIST_TICKET] = { "ticket", "准考证号", 14, KP_LIST_TEXT },
  [KP_BREACH_LIST_NAME] = { "name", "姓名", 12, KP_LIST_TEXT },
  [KP_BREACH_LIST_ID_NUMBER] = { "id_number", "身份证号", 22, KP_LIST_TEXT },
  [KP_BREACH_LIST_POST] = { "post", "岗位代码", 10, KP_LIST_TEXT },
  [KP_BREACH_LIST_PAPER] = { "paper", "科目", 20, KP_LIST_TEXT },
  [KP_BREACH_LIST_PLACE] = { "place", "考场座位", 16, KP_LIST_TEXT },
  [KP_BREACH_LIST_RECORDED_ON] = { "recorded_on", "记录日期", 12, KP_LIST_TEXT },
  [KP_BREACH_LIST_FACTS] = { "facts", "违纪违规情节", 50, KP_LIST_TEXT },
  [KP_BREACH_LIST_ARTICLE] = { "article", "条款", 10, KP_LIST_TEXT },
  [KP_BREACH_LIST_CONSEQUENCE] = { "consequence", "处理决定", 20, KP_LIST_TEXT },
  [KP_BREACH_LIST_DECIDED_ON] = { "decided_on", "决定日期", 12, KP_LIST_TEXT },
  [KP_BREACH_LIST_SERVED_ON] = { "served_on", "送达日期", 12, KP_LIST_TEXT },
  [KP_BREACH_LIST_KEPT_UNTIL] = { "kept_until", "记录期限", 12, KP_LIST_TEXT },
  [KP_BREACH_LIST_STATE] = { "state", "进度", 10, KP_LIST_TEXT },
};

const KpListColumn kp_lists_recheck_columns[KP_RECHECK_LIST_N_COLUMNS] = {
  [KP_RECHECK_LIST_TICKET] = { "ticket", "准考证号", 14, KP_LIST_TEXT },
  [KP_RECHECK_LIST_NAME] = { "name", "姓名", 12, KP_LIST_TEXT },
  [KP_RECHECK_LIST_POST] = { "post", "岗位代码", 10, KP_LIST_TEXT },
  [KP_RECHECK_LIST_PAPER] = { "paper", "科目", 20, KP_LIST_TEXT },
  [KP_RECHECK_LIST_ASKED_ON] = { "asked_on", "申请日期", 12, KP_LIST_TEXT },
  [KP_RECHECK_LIST_REASON] = { "reason", "申请理由", 40, KP_LIST_TEXT },
  [KP_RECHECK_LIST_BEFORE] = { "before", "公布成绩", 10, KP_LIST_TEXT },
  [KP_RECHECK_LIST_RESULT] = { "result", "复核结果", 10, KP_LIST_TEXT },
  [KP_RECHECK_LIST_CHECKER] = { "checker", "复核人", 12, KP_LIST_TEXT },
  [KP_RECHECK_LIST_CHECKED_ON] = { "checked_on", "复核日期", 12, KP_LIST_TEXT },
  [KP_RECHECK_LIST_STATE] = { "state", "办理情况", 10, KP_LIST_TEXT },
};

/** kp_lists_get_paper: how people call a paper of the scheme, or another part that is marked. */
const char *
kp_lists_get_paper (KpPress *press, const char *code)
{
  const KpSchemePaper *paper = kp_scheme_get_paper (press->scheme, code);

  for (guint i = 0; paper == NULL && i < press->scheme->others->len; i++)
    {
      const KpSchemeOther *other = g_ptr_array_index (press->scheme->others, i);

      if (g_str_equal (other->code, code))
        return other->name;
    }
  return paper != NULL && *paper->name != '\0' ? paper->name : code;
}

static void
add_row (KpList *list, const char **cells, guint n)
{
  for (guint i = 0; i < n; i++)
    cells[i] = cells[i] != NULL ? cells[i] : "";
  kp_list_add_row (list, cells);
}

/* ---- breaches ---- */

static const char *
get_consequence (const KpIncidentRecord *incident)
{
  KpBreachConsequence consequence;

  if (incident->decision == NULL)
    return NULL;
  return kp_breach_consequence_parse (incident->consequence, &consequence) ? kp_breach_consequence_get_chinese (consequence)
                                                                           : "不予处理";
}

static const char *
get_progress (const KpIncidentRecord *incident)
{
  if (incident->served_on != NULL)
    return "已送达";
  if (incident->decision != NULL)
    return "已决定";
  return incident->informed_on != NULL ? "已告知" : "已记录";
}

static const char *
get_kept (const KpIncidentRecord *incident)
{
  return g_strcmp0 (incident->kept_until, "long") == 0 ? "长期" : incident->kept_until;
}

/** kp_lists_add_breaches: a row for each breach, by number; absent and late people are no breach. */
void
kp_lists_add_breaches (KpPress *press, KpList *list)
{
  for (guint i = 0; i < press->incidents->len; i++)
    {
      const KpIncidentRecord *incident = g_ptr_array_index (press->incidents, i);
      const KpDossier *dossier = kp_roster_find_application (press->roster, incident->application);
      const KpBreachArticle *article = kp_breach_find (incident->article);
      const char *cells[KP_BREACH_LIST_N_COLUMNS] = {
        [KP_BREACH_LIST_NUMBER] = kp_press_format_count (press, incident->number),
        [KP_BREACH_LIST_TICKET] = kp_press_get_ticket (dossier),
        [KP_BREACH_LIST_NAME] = dossier->person->name,
        [KP_BREACH_LIST_ID_NUMBER] = kp_press_keep (press, kp_id_number_mask (dossier->person->id_number)),
        [KP_BREACH_LIST_POST] = dossier->application->post,
        [KP_BREACH_LIST_PAPER] = kp_lists_get_paper (press, incident->paper),
        [KP_BREACH_LIST_PLACE] = dossier->seat != NULL
                                ? kp_press_format (press, "第%03" G_GINT64_FORMAT "考场%02" G_GINT64_FORMAT "座",
                                                   dossier->seat->room, dossier->seat->seat)
                                : NULL,
        [KP_BREACH_LIST_RECORDED_ON] = incident->recorded_on,
        [KP_BREACH_LIST_FACTS] = incident->facts,
        [KP_BREACH_LIST_ARTICLE] = article != NULL ? article->chinese : NULL,
        [KP_BREACH_LIST_CONSEQUENCE] = get_consequence (incident),
        [KP_BREACH_LIST_DECIDED_ON] = incident->decided_on,
        [KP_BREACH_LIST_SERVED_ON] = incident->served_on,
        [KP_BREACH_LIST_KEPT_UNTIL] = get_kept (incident),
        [KP_BREACH_LIST_STATE] = get_progress (incident),
      };

      if (article != NULL)
        add_row (list, cells, KP_BREACH_LIST_N_COLUMNS);
    }
}

/* ---- applications to check a mark ---- */

static const char *const recheck_states[] = {
  [KP_RECHECK_ASKED] = "待复核",
  [KP_RECHECK_SAME] = "维持",
  [KP_RECHECK_DIFFERENT] = "待更正",
  [KP_RECHECK_CORRECTED] = "已更正",
};

/** kp_lists_add_rechecks: a row for each application, by paper and registration. */
void
kp_lists_add_rechecks (KpPress *press, KpList *list)
{
  for (guint i = 0; i < press->rechecks->len; i++)
    {
      const KpMarkRecheck *recheck = g_ptr_array_index (press->rechecks, i);
      const KpDossier *dossier = kp_roster_find_application (press->roster, recheck->application);
      const char *cells[KP_RECHECK_LIST_N_COLUMNS] = {
        [KP_RECHECK_LIST_TICKET] = recheck->ticket,
        [KP_RECHECK_LIST_NAME] = dossier->person->name,
        [KP_RECHECK_LIST_POST] = dossier->application->post,
        [KP_RECHECK_LIST_PAPER] = kp_lists_get_paper (press, recheck->paper),
        [KP_RECHECK_LIST_ASKED_ON] = recheck->asked_on,
        [KP_RECHECK_LIST_REASON] = recheck->reason,
        [KP_RECHECK_LIST_BEFORE] = recheck->before,
        [KP_RECHECK_LIST_RESULT] = recheck->state == KP_RECHECK_SAME ? "无误" : recheck->result,
        [KP_RECHECK_LIST_CHECKER] = recheck->checker,
        [KP_RECHECK_LIST_CHECKED_ON] = recheck->checked_on,
        [KP_RECHECK_LIST_STATE] = recheck_states[recheck->state],
      };

      add_row (list, cells, KP_RECHECK_LIST_N_COLUMNS);
    }
}
