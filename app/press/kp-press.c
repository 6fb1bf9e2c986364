/* kp-press.c – the papers of a campaign: from the record, by the forms, to bytes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press.h"

#include <glib/gi18n-lib.h>

#include "kp-locale.h"
#include "kp-output.h"
#include "kp-pdf-file.h"
#include "kp-press-code.h"
#include "kp-press-leak.h"
#include "kp-settings.h"
#include "kp-sheet.h"

typedef struct
{
  const char *name;
  const char *chinese;
  gboolean (*draw) (KpPress *press, KpSheet *sheet, GError **error);
  gboolean is_rare; /* a campaign may end without one */
} Form;

static const Form forms[KP_PRESS_N_FORMS] = {
  [KP_PRESS_NOTICE] = { "notice", "招聘公告", kp_press_draw_notice, FALSE },
  [KP_PRESS_TICKETS] = { "tickets", "笔试准考证", kp_press_draw_tickets, FALSE },
  [KP_PRESS_DOORS] = { "doors", "考场门贴", kp_press_draw_doors, FALSE },
  [KP_PRESS_DESKS] = { "desks", "考生桌贴", kp_press_draw_desks, FALSE },
  [KP_PRESS_SIGN_IN] = { "sign-in", "考生签到表", kp_press_draw_sign_in, FALSE },
  [KP_PRESS_SEATS] = { "seats", "考场座次表", kp_press_draw_seats, FALSE },
  [KP_PRESS_MARKS] = { "marks", "笔试成绩公告", kp_press_draw_marks, FALSE },
  [KP_PRESS_SHORTLIST] = { "shortlist", "入围面试人员名单", kp_press_draw_shortlist, FALSE },
  [KP_PRESS_DRAWS] = { "draws", "抽签记录", kp_press_draw_draws, FALSE },
  [KP_PRESS_PANELS] = { "panels", "考官分组名单", kp_press_draw_panels, FALSE },
  [KP_PRESS_INTERVIEW_SIGN_IN] = { "interview-sign-in", "面试考生签到表", kp_press_draw_interview_sign_in, FALSE },
  [KP_PRESS_INTERVIEW] = { "interview", "面试成绩汇总表", kp_press_draw_interview, FALSE },
  [KP_PRESS_TOTALS] = { "totals", "综合成绩公告", kp_press_draw_totals, FALSE },
  [KP_PRESS_PUBLICITY] = { "publicity", "拟聘用人员公示", kp_press_draw_publicity, FALSE },
  [KP_PRESS_CONTRACTS] = { "contracts", "劳动合同", kp_press_draw_contracts, FALSE },
  [KP_PRESS_INCIDENT_RECORDS] = { "incident-records", "违纪违规行为记录单", kp_press_draw_incident_records, FALSE },
  [KP_PRESS_INCIDENT_NOTICES] = { "incident-notices", "违纪违规处理权利告知书", kp_press_draw_incident_notices, FALSE },
  [KP_PRESS_INCIDENT_DECISIONS] = { "incident-decisions", "违纪违规处理决定书", kp_press_draw_incident_decisions, FALSE },
  [KP_PRESS_INCIDENT_LIST] = { "incident-list", "违纪违规处理情况一览表", kp_press_draw_incident_list, FALSE },
  [KP_PRESS_RECHECKS] = { "rechecks", "查分申请及结果一览表", kp_press_draw_rechecks, TRUE },
  [KP_PRESS_RECHECK_NOTICES] = { "recheck-notices", "查分结果通知书", kp_press_draw_recheck_notices, TRUE },
  [KP_PRESS_HEATS] = { "heats", "测试后入围人员名单", kp_press_draw_heats, TRUE },
  [KP_PRESS_SUPPLEMENT] = { "supplement", "补充公告", kp_press_draw_supplement, TRUE },
  [KP_PRESS_ROOM_REPORTS] = { "room-reports", "考场情况记录单", kp_press_draw_room_reports, FALSE },
  [KP_PRESS_SCORE_SHEETS] = { "score-sheets", "面试评分表", kp_press_draw_score_sheets, FALSE },
  [KP_PRESS_SCORE_FORMS] = { "score-forms", "面试个人评分表", kp_press_draw_score_forms, FALSE },
  [KP_PRESS_DAILY] = { "daily", "报名情况统计表", kp_press_draw_registers, FALSE },
  [KP_PRESS_REVIEW_SUMMARY] = { "review-summary", "资格审查汇总表", kp_press_draw_registers, FALSE },
  [KP_PRESS_UNFIT] = { "unfit", "资格审查不合格人员名单", kp_press_draw_registers, FALSE },
  [KP_PRESS_APPEALS] = { "appeals", "资格审查申诉登记及处理表", kp_press_draw_registers, TRUE },
  [KP_PRESS_CUTS] = { "cuts", "岗位核减、取消公告", kp_press_draw_registers, FALSE },
  [KP_PRESS_REPOSTS] = { "reposts", "改报登记表", kp_press_draw_registers, TRUE },
  [KP_PRESS_ROOM_PLAN] = { "room-plan", "考场编排表", kp_press_draw_registers, FALSE },
  [KP_PRESS_HANDOVER] = { "handover", "试卷（答题卡）交接单", kp_press_draw_registers, FALSE },
  [KP_PRESS_ENTRIES] = { "entries", "笔试登分表", kp_press_draw_registers, FALSE },
  [KP_PRESS_ORIGINALS] = { "originals", "资格复审记录表", kp_press_draw_registers, FALSE },
  [KP_PRESS_SUBSTITUTES] = { "substitutes", "递补公告", kp_press_draw_registers, FALSE },
  [KP_PRESS_CONTACTS] = { "contacts", "递补联系记录", kp_press_draw_registers, FALSE },
  [KP_PRESS_CUSTODY] = { "custody", "候考室通讯工具保管单", kp_press_draw_registers, FALSE },
  [KP_PRESS_NUMBERS] = { "numbers", "面试序号与考生对应表", kp_press_draw_registers, FALSE },
  [KP_PRESS_PHYSICAL] = { "physical", "体检结论汇总表", kp_press_draw_registers, FALSE },
  [KP_PRESS_BACKGROUND] = { "background", "考察（政审）结果汇总表", kp_press_draw_registers, FALSE },
  [KP_PRESS_SURVEYS] = { "surveys", "居民满意度测评汇总表", kp_press_draw_registers, TRUE },
  [KP_PRESS_HEADCOUNT] = { "headcount", "员额测算表", kp_press_draw_registers, TRUE },
  [KP_PRESS_PLAN] = { "plan", "年度招聘计划申报（汇总）表", kp_press_draw_registers, TRUE },
  [KP_PRESS_BONUS_REVIEW] = { "bonus-review", "加分审核表", kp_press_draw_registers, TRUE },
  [KP_PRESS_BONUS_NOTICE] = { "bonus-notice", "加分公示", kp_press_draw_registers, TRUE },
  [KP_PRESS_FIGURES] = { "figures", "修正系数计算表", kp_press_draw_registers, TRUE },
  [KP_PRESS_ARRIVALS] = { "arrivals", "报到登记和岗位分配表", kp_press_draw_registers, TRUE },
  [KP_PRESS_RECEIPTS] = { "contract-receipts", "劳动合同签收表", kp_press_draw_registers, TRUE },
  [KP_PRESS_STAFF] = { "staff", "职工名册", kp_press_draw_registers, TRUE },
  [KP_PRESS_INSURED] = { "insured", "社会保险和公积金参保花名册", kp_press_draw_registers, TRUE },
  [KP_PRESS_PHYSICAL_LIST] = { "physical-list", "体检人员名单", kp_press_draw_registers, TRUE },
  [KP_PRESS_INQUIRY] = { "inquiry", "考察联审函", kp_press_draw_registers, TRUE },
  [KP_PRESS_CORRECTIONS] = { "corrections", "更正单", kp_press_draw_registers, TRUE },
  [KP_PRESS_ARCHIVE] = { "archive", "归档移交清单", kp_press_draw_registers, TRUE },
  [KP_PRESS_RESULTS] = { "results", "招聘结果统计表", kp_press_draw_registers, TRUE },
  [KP_PRESS_STRUCTURE] = { "structure", "人员结构统计表", kp_press_draw_registers, TRUE },
  [KP_PRESS_JOURNAL] = { "journal", "操作日志", kp_press_draw_registers, FALSE },
  [KP_PRESS_CONTENTS] = { "contents", "档案目录", kp_press_draw_registers, TRUE },
  [KP_PRESS_CHOICES] = { "choices", "选岗登记表", kp_press_draw_registers, TRUE },
  [KP_PRESS_OBJECTIONS] = { "objections", "公示异议登记簿", kp_press_draw_registers, TRUE },
  [KP_PRESS_DEPARTURES] = { "departures", "聘用前后退出登记簿", kp_press_draw_registers, TRUE },
  [KP_PRESS_ELIGIBILITY] = { "eligibility", "转聘资格认定表", kp_press_draw_registers, TRUE },
  [KP_PRESS_LEFTOVERS] = { "leftovers", "未聘用人员去向表", kp_press_draw_registers, TRUE },
  [KP_PRESS_FUNDING] = { "funding", "经费划转表", kp_press_draw_registers, TRUE },
  [KP_PRESS_GRADES] = { "grades", "岗位等级初定表", kp_press_draw_registers, TRUE },
  [KP_PRESS_FILES] = { "files", "个人档案目录", kp_press_draw_registers, TRUE },
  [KP_PRESS_PROOFS] = { "proofs", "身份和资格证明核查登记表", kp_press_draw_registers, TRUE },
  [KP_PRESS_ERASURES] = { "erasures", "个人信息到期清除证明", kp_press_draw_registers, TRUE },
  [KP_PRESS_REGISTRATION_FORMS] = { "registration-forms", "报名登记表", kp_press_draw_records, FALSE },
  [KP_PRESS_REVIEW_FORMS] = { "review-forms", "资格审查表", kp_press_draw_records, FALSE },
  [KP_PRESS_APPROVAL_FORMS] = { "approval-forms", "聘用审批（备案）表", kp_press_draw_records, FALSE },
  [KP_PRESS_BACKGROUND_FORMS] = { "background-forms", "考察（政审）表", kp_press_draw_records, TRUE },
  [KP_PRESS_CONDITION_FORMS] = { "condition-forms", "录用条件确认书", kp_press_draw_works, TRUE },
  [KP_PRESS_DUTY_FORMS] = { "duty-forms", "岗位职责告知书", kp_press_draw_works, TRUE },
  [KP_PRESS_MENTOR_FORMS] = { "mentor-forms", "师徒结对表和帮带记录", kp_press_draw_works, TRUE },
  [KP_PRESS_NOTE_FORMS] = { "note-forms", "试用期月度记录", kp_press_draw_works, TRUE },
  [KP_PRESS_MIDTERM_FORMS] = { "midterm-forms", "试用期中期评估表", kp_press_draw_works, TRUE },
  [KP_PRESS_ASSESSMENT_FORMS] = { "assessment-forms", "试用期期满考核表", kp_press_draw_works, TRUE },
  [KP_PRESS_SURVEY_FORMS] = { "survey-forms", "居民满意度测评表", kp_press_draw_works, TRUE },
  [KP_PRESS_AGREEMENT_FORMS] = { "agreement-forms", "转聘三方协议", kp_press_draw_agreements, TRUE },
  [KP_PRESS_LETTER_UNQUALIFIED] = { "letter-unqualified", "资格审查不合格通知书", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_SUPPLEMENT] = { "letter-supplement", "补充材料通知书", kp_press_draw_letters, TRUE },
  [KP_PRESS_LETTER_INTERVIEW] = { "letter-interview", "面试通知单", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_SUBSTITUTE] = { "letter-substitute", "递补通知书", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_MARK] = { "letter-mark", "面试成绩通知单", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_PHYSICAL] = { "letter-physical", "体检通知", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_HIRE] = { "letter-hire", "聘用通知书", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_WAIVER] = { "letter-waiver", "放弃声明", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_CONSENT] = { "letter-consent", "同意报考证明", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_SERVICE] = { "letter-service", "在岗证明", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_PLEDGE] = { "letter-pledge", "诚信承诺书", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_PRIVACY] = { "letter-privacy", "个人信息处理告知同意书", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_RECEIPT] = { "letter-receipt", "材料接收清单（回执）", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_RECUSAL] = { "letter-recusal", "回避和保密承诺书", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_RETEST] = { "letter-retest", "体检复检申请表", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_OBJECTION] = { "letter-objection", "异议登记表", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_CONFIRM] = { "letter-confirm", "转正通知书", kp_press_draw_letters, TRUE },
  [KP_PRESS_LETTER_UNION] = { "letter-union", "征求工会意见函", kp_press_draw_letters, TRUE },
  [KP_PRESS_LETTER_TERMINATE] = { "letter-terminate", "试用期解除通知书", kp_press_draw_letters, TRUE },
  [KP_PRESS_LETTER_ENDED] = { "letter-ended", "解除（终止）劳动合同证明", kp_press_draw_letters, TRUE },
  [KP_PRESS_LETTER_RECHECK] = { "letter-recheck", "查分申请表", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_EXPIRY] = { "letter-expiry", "劳动合同期满通知书", kp_press_draw_letters, TRUE },
  [KP_PRESS_LETTER_RENEW] = { "letter-renew", "续订劳动合同协议书", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_CHANGE] = { "letter-change", "变更劳动合同协议书", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_HANDING] = { "letter-handing", "工作交接单", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_TRANSFER] = { "letter-transfer", "转聘通知书", kp_press_draw_letters, TRUE },
  [KP_PRESS_LETTER_AGREEMENT] = { "letter-agreement", "转聘三方协议书", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_YEARS] = { "letter-years", "工作年限认定表", kp_press_draw_letters, FALSE },
  [KP_PRESS_LETTER_GRADE] = { "letter-grade", "岗位等级初定审批表", kp_press_draw_letters, FALSE },
};

G_DEFINE_QUARK (kp - press - error - quark, kp_press_error)

/** kp_press_form_get_name: what the command line calls a form. */
const char *
kp_press_form_get_name (KpPressForm form)
{
  return forms[form].name;
}

/** kp_press_form_get_chinese: what the office calls a form. */
const char *
kp_press_form_get_chinese (KpPressForm form)
{
  return forms[form].chinese;
}

/** kp_press_form_is_rare: whether a campaign may come to its end without such a paper. */
gboolean
kp_press_form_is_rare (KpPressForm form)
{
  return forms[form].is_rare;
}

/** kp_press_form_is_alone: whether a form is printed only when it is asked for by name: the index draws all others. */
gboolean
kp_press_form_is_alone (KpPressForm form)
{
  return form == KP_PRESS_CONTENTS;
}

/** kp_press_form_is_register: whether a form is one of the office's registers: true as of its day, and never void. */
gboolean
kp_press_form_is_register (KpPressForm form)
{
  return forms[form].draw == kp_press_draw_registers;
}

/** kp_press_form_goes_by_day: whether a register reads otherwise on another day though nothing was recorded: what a file lacks is
 * due then, and people who weren't counted yet are counted as of the day of printing. */
gboolean
kp_press_form_goes_by_day (KpPressForm form)
{
  return form == KP_PRESS_FILES || form == KP_PRESS_HEADCOUNT;
}

/** kp_press_form_is_published: whether a form is a list that may stand on a web page; those to single people, of rooms and for
 * the office alone never. */
gboolean
kp_press_form_is_published (KpPressForm form)
{
  switch (form)
    {
    case KP_PRESS_MARKS:
    case KP_PRESS_SHORTLIST:
    case KP_PRESS_HEATS:
    case KP_PRESS_TOTALS:
    case KP_PRESS_PUBLICITY:
      return TRUE;
    default:
      return FALSE;
    }
}

/** kp_press_form_dup_file_name: numbered, so that a folder shows the papers in the order of the campaign.
 * (transfer full) */
char *
kp_press_form_dup_file_name (KpPressForm form)
{
  return g_strdup_printf ("%03u-%s.pdf", form + 1, forms[form].chinese);
}

/** kp_press_form_is_letter: whether a form is a letter to single people; a campaign may have nobody to send it to. */
gboolean
kp_press_form_is_letter (KpPressForm form)
{
  return forms[form].draw == kp_press_draw_letters;
}

/** kp_press_form_parse: reads either name of a form; FALSE when there is none like it. */
gboolean
kp_press_form_parse (const char *name, KpPressForm *out)
{
  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      if (g_str_equal (name, forms[i].name) || g_str_equal (name, forms[i].chinese))
        {
          *out = (KpPressForm) i;
          return TRUE;
        }
    }
  return FALSE;
}

/** kp_press_open_fonts: the fonts of this machine, with the county's own before all, and the folder that set-up filled
 * before the system's. (transfer full) */
KpFontSet *
kp_press_open_fonts (GError **error)
{
  const char *given = g_getenv ("KAOPIN_FONTS");
  g_autofree char *beside = kp_locale_dup_own_folder ("../fonts", KP_DATA_DIR "/fonts");
  const char *folder = g_file_test (beside, G_FILE_TEST_IS_DIR) ? beside : NULL;
  g_auto (KpSettingsFonts) own = { { NULL } };

  if (!kp_settings_load_fonts (&own, error))
    return NULL;
  if (given != NULL && *given != '\0')
    folder = given;
  return kp_font_set_new_with_own (folder, (const char *const *) own.files, error);
}

/** kp_press_form_draw: draws the form that the press is set to, without anything around it. */
gboolean
kp_press_form_draw (KpPress *press, KpSheet *sheet, GError **error)
{
  return forms[press->form].draw (press, sheet, error);
}

static char *
dup_title (KpPress *press, KpPressForm form)
{
  return g_strdup_printf ("%s %s", kp_press_get_campaign (press), forms[form].chinese);
}

/* All that is published goes this way, onto paper and beside it. */
static gboolean
draw_published (KpPress *press, KpPressForm form, KpSheet *sheet, GError **error)
{
  g_auto (KpPressWeb) own = { .html = NULL };
  KpPressWeb *const asked = press->web;
  gboolean is_good;

  press->web = asked != NULL ? asked : &own;
  is_good = forms[form].draw (press, sheet, error)
            && (press->web->list == NULL || kp_press_check_leaks (press->web->list, forms[form].chinese, error));
  press->web = asked;
  return is_good;
}

/* A form without a page is an answer of its own. */
static gboolean
draw_form (KpPress *press, KpPressForm form, KpSheet *sheet, GError **error)
{
  g_ptr_array_set_size (press->papers, 0);
  if (kp_press_form_is_published (form) ? !draw_published (press, form, sheet, error)
                                        : !forms[form].draw (press, sheet, error))
    return FALSE;
  return kp_sheet_get_n_pages (sheet) > 0 ? kp_press_sign (press, sheet, error) : kp_press_fail_empty (form, error);
}

/**
 * kp_press_make:
 * @session: a session; only read
 * @form: which paper
 * @fonts: the fonts
 * @filter: (nullable): only the ticket, registration, room, post, purpose or contract of this number
 * @error: return location
 *
 * Reads the facts and draws the form. The same record gives the same bytes.
 *
 * Returns: (transfer full) (nullable): a PDF document, or %NULL with %KP_PRESS_ERROR_NOTHING, #KP_PDF_ERROR
 * or #KP_DATA_ERROR
 */
GBytes *
kp_press_make (KpSession *session, KpPressForm form, KpFontSet *fonts, const char *filter, GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_autoptr (KpSheet) sheet = NULL;
  g_autofree char *title = NULL;

  if (!kp_press_load (&press, session, error))
    return NULL;
  press.form = form;
  press.fonts = fonts;
  press.filter = filter;
  title = dup_title (&press, form);
  sheet = kp_sheet_new (fonts, title);
  return draw_form (&press, form, sheet, error) ? kp_sheet_dup_bytes (sheet, error) : NULL;
}

static gboolean
save_locked (KpPress *press, KpPressForm form, KpSheet *sheet, const KpPdfLock *lock, const char *path, GError **error)
{
  g_autoptr (GBytes) plain = draw_form (press, form, sheet, error) ? kp_sheet_dup_bytes (sheet, error) : NULL;
  g_autoptr (GBytes) locked = plain != NULL ? kp_pdf_lock (plain, lock, error) : NULL;

  return locked != NULL && kp_pdf_file_write (path, locked, error);
}

/* Adds the file's path, which is taken over, to FILES when it was written. */
static gboolean
save_file (
    KpPress *press, KpPressForm form, KpFontSet *fonts, const KpPressTarget *target, char *path, GPtrArray *files, GError **error)
{
  const KpPdfLock *lock = target->lock;
  g_autofree char *own_path = path;
  g_autofree char *title = dup_title (press, form);
  g_autoptr (KpSheet) sheet = NULL;
  g_auto (KpPressWeb) web = { .html = NULL };

  if (!kp_output_check_target (path, error))
    return FALSE;
  sheet = lock != NULL ? kp_sheet_new (fonts, title) : kp_sheet_new_for_file (fonts, title, path, error);
  if (sheet == NULL)
    return FALSE;
  if (target->is_archive)
    kp_sheet_set_archive (sheet);
  press->web = target->is_web ? &web : NULL;
  if (lock != NULL ? !save_locked (press, form, sheet, lock, path, error)
                   : !draw_form (press, form, sheet, error) || !kp_sheet_finish (sheet, error))
    return FALSE;
  g_ptr_array_add (files, g_steal_pointer (&own_path));
  press->web = NULL;
  return web.html == NULL || kp_press_web_save (&web, path, files, error);
}

static gboolean
fail_unpublished (KpPressForm form, GError **error)
{
  g_set_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_WEB,
               _ ("The form “%s” is no list that is published, so it isn't made for a web page."), forms[form].chinese);
  return FALSE;
}

/* The numbers of a form's parts: it is drawn without drawing. */
static GPtrArray *
list_parts (KpPress *press, KpPressForm form, KpFontSet *fonts, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (KpSheet) nothing = kp_sheet_new (fonts, NULL);
  g_autoptr (GError) local = NULL;
  const gboolean is_drawn = (press->found = found, forms[form].draw (press, nothing, &local));

  press->found = NULL;
  if (!is_drawn && !g_error_matches (local, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (found->len > 0)
    return g_steal_pointer (&found);
  g_set_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_PART,
               press->part == KP_PRESS_EACH_ROOM
                   ? _ ("Nothing on the form “%s” belongs to one room, so there can't be a file for each.")
                   : _ ("Nothing on the form “%s” belongs to one person, so there can't be a file for each."),
               forms[form].chinese);
  return NULL;
}

static char *
dup_part_path (const char *folder, KpPressForm form, const char *number)
{
  g_autofree char *name = g_strdup_printf ("%03u-%s-%s.pdf", form + 1, forms[form].chinese, number);

  /* A number is the county's own text, and no way out of the folder. */
  g_strdelimit (name, G_DIR_SEPARATOR_S, '_');
  return g_build_filename (folder, name, NULL);
}

static gboolean
save_parts (
    KpPress *press, KpPressForm form, KpFontSet *fonts, const KpPressTarget *target, GPtrArray *files, GError **error)
{
  g_autoptr (GPtrArray) parts = list_parts (press, form, fonts, error);

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      press->filter = g_ptr_array_index (parts, i);
      if (!save_file (press, form, fonts, target, dup_part_path (target->folder, form, press->filter), files,
                      error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_press_save:
 * @session: a session; only read
 * @form: which paper
 * @fonts: the fonts
 * @target: where to, and how it is divided
 * @error: return location
 *
 * Like kp_press_make(), but straight into files, so that the memory a batch takes doesn't grow with its pages, unless
 * it is locked. Each
 * file is the old one or the whole new one; when one of several fails, those before it are new.
 *
 * Returns: (transfer full) (nullable): the files' paths, or %NULL
 */
GPtrArray *
kp_press_save (KpSession *session, KpPressForm form, KpFontSet *fonts, const KpPressTarget *target, GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = kp_press_form_dup_file_name (form);
  gboolean is_saved;

  if ((target->is_web && !kp_press_form_is_published (form) && !fail_unpublished (form, error)) ||
      !kp_press_load (&press, session, error))
    return NULL;
  press.form = form;
  press.fonts = fonts;
  press.part = target->part;
  press.filter = target->only;
  if (target->part == KP_PRESS_WHOLE)
    is_saved = save_file (&press, form, fonts, target, g_build_filename (target->folder, name, NULL), files, error);
  else
    is_saved = save_parts (&press, form, fonts, target, files, error);
  return is_saved ? g_steal_pointer (&files) : NULL;
}

/**
 * kp_press_make_envelope:
 * @session: a session; only read
 * @fonts: the fonts
 * @room: a room of the interview
 * @error: return location
 *
 * 面试抽签结果登记表（密封件）: who has which number, for the waiting room and then the sealed envelope. It is no form of the
 * list, so that nobody prints it by chance.
 *
 * Returns: (transfer full) (nullable): a PDF document, or %NULL with #KP_PDF_ERROR or #KP_DATA_ERROR
 */
GBytes *
kp_press_make_envelope (KpSession *session, KpFontSet *fonts, guint room, GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_autoptr (KpSheet) sheet = NULL;
  g_autofree char *title = NULL;

  if (!kp_press_load (&press, session, error))
    return NULL;
  title = g_strdup_printf ("%s 面试抽签结果登记表", kp_press_get_campaign (&press));
  sheet = kp_sheet_new (fonts, title);
  return kp_press_draw_envelope (&press, sheet, room, error) ? kp_sheet_dup_bytes (sheet, error) : NULL;
}

/**
 * kp_press_make_secret:
 * @session: a session; only read
 * @fonts: the fonts
 * @paper: code of a paper with secret numbers
 * @wants_labels: 密号标签 instead of the table
 * @error: return location
 *
 * 密号对照表: which secret number goes on which script. No form of the list, so that nobody prints it by chance.
 *
 * Returns: (transfer full) (nullable): a PDF document, or %NULL with %KP_PRESS_ERROR_NOTHING, #KP_PDF_ERROR or #KP_DATA_ERROR
 */
GBytes *
kp_press_make_secret (KpSession *session, KpFontSet *fonts, const char *paper, gboolean wants_labels, GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_autoptr (KpSheet) sheet = NULL;
  g_autofree char *title = NULL;

  if (!kp_press_load (&press, session, error))
    return NULL;
  title = g_strdup_printf ("%s %s", kp_press_get_campaign (&press), wants_labels ? "密号标签" : "密号对照表");
  sheet = kp_sheet_new (fonts, title);
  if (!(wants_labels ? kp_press_draw_secret_labels (&press, sheet, paper, error)
                     : kp_press_draw_secret (&press, sheet, paper, error)))
    return NULL;
  return kp_sheet_dup_bytes (sheet, error);
}
