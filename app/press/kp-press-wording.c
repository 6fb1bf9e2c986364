/* kp-press-wording.c – a county's own texts, checked before there is anybody to print them for.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A text is written months before the first letter goes out. So what a letter will know stands here by name; the letter
 * itself refuses what it doesn't know once more. */

#include "kp-press-wording.h"

#include <string.h>

#include "kp-form-contract.h"
#include "kp-form-incident.h"
#include "kp-form-letter.h"
#include "kp-form-publicity.h"
#include "kp-form-recheck.h"
#include "kp-press-private.h"
#include "kp-scheme-json.h"

#define LETTER "letter-"

/* On every letter. */
static const char *const common[] = {
  "招聘名称", "公告名称", "招聘机构", "咨询电话", "监督电话", "办公地址", "资格截止日期", KP_LETTER_TABLE, "姓名", "身份证号",
  "考生号码", "报考岗位",
};

static const char *const row_columns[] = { KP_LETTER_ROW_LABEL, KP_LETTER_ROW_VALUE, NULL };

/* What can be said of several: announcements have the posts alone. */
static const KpWordingList lists[] = { { KP_PRESS_POSTS, kp_press_post_columns, NULL, 0 }, { KP_LETTER_ROWS, row_columns, NULL, 0 } };

#define OF_CONTRACT "合同名称", "合同编号", "用人单位", "用人单位电话", "岗位", "解除依据"

/* Besides them. */
static const struct
{
  const char *key;
  const char *fields[12];
} own[] = {
  { "letter-unqualified", { "审查环节", "不合格理由", "申诉约定" } },
  { "letter-supplement", { "补充事项", "补充期限" } },
  { "letter-substitute", { "递补环节", "递补原因" } },
  { "letter-physical", { "体检原因", "复检约定" } },
  { "letter-hire", { "合同名称", "合同依据" } },
  { "letter-pledge", { "不得报考情形" } },
  { "letter-confirm", { OF_CONTRACT, "转正日期", "转正原因" } },
  { "letter-union", { OF_CONTRACT, "不合格事实" } },
  { "letter-terminate", { OF_CONTRACT, "不合格事实", "补充事实", "最后工作日" } },
  { "letter-ended", { OF_CONTRACT, "解除终止", "最后工作日" } },
  { "letter-expiry", { OF_CONTRACT, "合同终止日期", "答复期限", "期满说明" } },
  { "letter-renew", { "合同名称" } },
  { "letter-change", { "合同名称" } },
  { "letter-transfer", { "合同名称", "用人单位", "合同起始日期" } },
};

/** kp_press_list_letter_fields: see the header. */
GPtrArray *
kp_press_list_letter_fields (const char *key)
{
  GPtrArray *known = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    g_ptr_array_add (known, (gpointer) common[i]);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    for (guint k = 0; g_str_equal (own[i].key, key) && k < G_N_ELEMENTS (own[i].fields) && own[i].fields[k] != NULL; k++)
      g_ptr_array_add (known, (gpointer) own[i].fields[k]);
  return known;
}

static gboolean
check_letter (const char *key, const char *text, GError **error)
{
  g_autoptr (GPtrArray) known = kp_press_list_letter_fields (key);
  g_autoptr (KpWording) parsed = kp_wording_new (text, error);

  if (parsed == NULL)
    return FALSE;
  g_ptr_array_add (known, NULL);
  return kp_wording_check (parsed, (const char *const *) known->pdata, lists, G_N_ELEMENTS (lists), error);
}

/* Announcements before the table of a register. */
static const struct
{
  const char *key;
  const char *field; /* nullable: that only this one knows */
} leads[] = { { "cuts", "改报截止日期" }, { "substitutes", NULL }, { "bonus-notice", NULL }, { "inquiry", "人数" } };

static gboolean
check_lead (const char *text, const char *field, GError **error)
{
  const char *const known[] = { "招聘名称", "公告名称", "招聘机构", "咨询电话", "监督电话", "办公地址", field, NULL };
  g_autoptr (KpWording) parsed = kp_wording_new (text, error);

  return parsed != NULL && kp_wording_check (parsed, known, lists, 1, error);
}

static gboolean
check_wording (const char *key, const char *text, GError **error)
{
  if (g_str_equal (key, "contract"))
    return kp_form_contract_check_wording (text, error);
  if (g_str_equal (key, "publicity"))
    return kp_form_publicity_check_wording (text, error);
  if (g_str_equal (key, "incident-notices") || g_str_equal (key, "incident-decisions"))
    return kp_form_incident_check_wording (text, error);
  if (g_str_equal (key, "recheck-notices"))
    return kp_form_recheck_check_wording (text, error);
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_str_equal (leads[i].key, key))
      return check_lead (text, leads[i].field, error);
  return !g_str_has_prefix (key, LETTER) || check_letter (key, text, error);
}

/** kp_press_check_wordings: see the header; keys that aren't known are none of its business. */
void
kp_press_check_wordings (const KpScheme *scheme, GPtrArray *problems)
{
  for (guint i = 0; i < scheme->wordings->len; i++)
    {
      const KpSchemeWording *wording = g_ptr_array_index (scheme->wordings, i);
      g_autoptr (GError) local = NULL;
      g_autofree char *path = g_strdup_printf ("wordings[%u].text", i);

      if (wording->key != NULL && wording->text != NULL && !check_wording (wording->key, wording->text, &local))
        g_ptr_array_add (problems, kp_scheme_problem_new (path, FALSE, g_strdup (local->message)));
    }
}

/** kp_press_accept_wordings: see the header. */
gboolean
kp_press_accept_wordings (const char *scheme_json, GError **error)
{
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_problem_free);
  g_autoptr (KpScheme) scheme = kp_scheme_json_parse (scheme_json, -1, &read, NULL);

  if (scheme != NULL)
    kp_press_check_wordings (scheme, problems);
  if (problems->len == 0)
    return TRUE;
  kp_scheme_json_refuse (problems, error);
  return FALSE;
}
