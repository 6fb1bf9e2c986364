/* kp-press.c – the papers of a campaign: from the record, by the forms, to bytes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press.h"

#include "kp-locale.h"
#include "kp-press-private.h"
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

/** kp_press_form_dup_file_name: numbered, so that a folder shows the papers in the order of the campaign.
 * (transfer full) */
char *
kp_press_form_dup_file_name (KpPressForm form)
{
  return g_strdup_printf ("%02u-%s.pdf", form + 1, forms[form].chinese);
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

/** kp_press_open_fonts: the fonts of this machine, with the folder that set-up filled before them. (transfer
 * full) */
KpFontSet *
kp_press_open_fonts (GError **error)
{
  const char *given = g_getenv ("KAOPIN_FONTS");
  g_autofree char *own = kp_locale_dup_own_folder ("../fonts", KP_DATA_DIR "/fonts");

  if (given != NULL && *given != '\0')
    return kp_font_set_new (given, error);
  return kp_font_set_new (g_file_test (own, G_FILE_TEST_IS_DIR) ? own : NULL, error);
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
  press.filter = filter;
  title = g_strdup_printf ("%s %s", kp_press_get_campaign (&press), forms[form].chinese);
  sheet = kp_sheet_new (fonts, title);
  if (!forms[form].draw (&press, sheet, error))
    return NULL;
  if (kp_sheet_get_n_pages (sheet) == 0)
    {
      kp_press_fail_empty (form, error);
      return NULL;
    }
  return kp_sheet_dup_bytes (sheet, error);
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
