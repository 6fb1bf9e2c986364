/* kp-form-publicity.c – the publicity notice of those to be hired (拟聘用人员公示).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-publicity.h"

#include "kp-form-list.h"
#include "kp-wording.h"

static const KpFormColumn columns[] = {
  KP_FORM_COLUMN_COUNT,
  KP_FORM_COLUMN (KpPublicityRow, post_code, "岗位\n代码", 8),
  KP_FORM_COLUMN (KpPublicityRow, post_name, "岗位", 22),
  KP_FORM_COLUMN (KpPublicityRow, street, "拟聘街道\n（乡镇）", 18),
  KP_FORM_COLUMN (KpPublicityRow, name, "姓名", 27),
  KP_FORM_COLUMN (KpPublicityRow, sex, "性别", 8),
  KP_FORM_COLUMN (KpPublicityRow, education, "学历", 12),
  KP_FORM_COLUMN (KpPublicityRow, ticket, "准考证号", 21),
  KP_FORM_COLUMN (KpPublicityRow, written, "笔试\n成绩", 12),
  KP_FORM_COLUMN (KpPublicityRow, interview, "面试\n成绩", 12),
  KP_FORM_COLUMN (KpPublicityRow, total, "综合\n成绩", 12),
  KP_FORM_COLUMN (KpPublicityRow, final, "最终\n成绩", 12),
  KP_FORM_COLUMN (KpPublicityRow, place, "名次", 8),
  KP_FORM_COLUMN (KpPublicityRow, remark, "备注", 12),
};

static KpWording *
fill_wording (const KpPublicityFacts *facts,
              GError                **error)
{
  g_autofree char *shipped = facts->wording == NULL ? kp_wording_dup_publicity () : NULL;
  g_autofree char *count = g_strdup_printf ("%" G_GSIZE_FORMAT, facts->n_rows);
  g_autofree char *mail = facts->mail == NULL ? NULL : g_strdup_printf ("电子邮箱：%s。", facts->mail);
  const KpWordingValue values[] = {
    { "招聘名称", facts->campaign, FALSE },     { "拟聘人数", count, FALSE },
    { "公示天数", facts->days, FALSE },         { "公示起始日期", facts->from, FALSE },
    { "公示截止日期", facts->to, FALSE },       { "受理单位", facts->committee, FALSE },
    { "监督电话", facts->phone, FALSE },        { "来信地址", facts->address, FALSE },
    { "电子邮箱约定", mail, TRUE },
  };
  g_autoptr (KpWording) wording = kp_wording_new (facts->wording != NULL ? facts->wording : shipped, error);

  return wording == NULL ? NULL : kp_wording_fill (wording, values, G_N_ELEMENTS (values), error);
}

/**
 * kp_form_publicity_check_wording:
 * @wording: the county's text
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING that names the line
 */
gboolean
kp_form_publicity_check_wording (const char *wording,
                                 GError    **error)
{
  static const char *const known[] = { "招聘名称", "拟聘人数", "公示天数", "公示起始日期", "公示截止日期", "受理单位", "监督电话",
                                       "来信地址", "电子邮箱约定", NULL };
  g_autoptr (KpWording) parsed = kp_wording_new (wording, error);

  return parsed != NULL && kp_wording_check (parsed, known, NULL, 0, error);
}

static void
add_part (GArray        *parts,
          KpOfficialKind kind,
          const char    *text)
{
  KpOfficialPart part = { .kind = kind, .text = text };

  if (text != NULL && *text != '\0')
    g_array_append_val (parts, part);
}

/**
 * kp_form_publicity_draw:
 * @sheet: gets the pages
 * @facts: borrowed; neither ID numbers nor phones of candidates are asked for (个人信息保护法 第二十五条)
 *
 * Appends the notice by GB/T 9704 from its wording, then the list as its annex.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING (an unknown or empty field) or another %KP_PDF_ERROR
 */
gboolean
kp_form_publicity_draw (KpSheet                *sheet,
                        const KpPublicityFacts *facts,
                        GError                **error)
{
  static const KpOfficialKind kinds[] = {
    [KP_WORDING_TITLE] = KP_OFFICIAL_TITLE,
    [KP_WORDING_HEADING] = KP_OFFICIAL_HEADING_1,
    [KP_WORDING_SUBHEADING] = KP_OFFICIAL_HEADING_2,
    [KP_WORDING_TEXT] = KP_OFFICIAL_BODY,
  };
  g_autoptr (KpWording) wording = fill_wording (facts, error);
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (KpOfficialPart));
  KpFormTable table = { columns, G_N_ELEMENTS (columns), facts->rows, sizeof (KpPublicityRow),
                        facts->n_rows, G_STRUCT_OFFSET (KpPublicityRow, group) };
  KpFormLook look = { .is_landscape = kp_form_count_columns (&table) > 10, .row_height = KP_FORM_LIST_ROW };
  KpFormList list = facts->list;
  const KpWordingPart *texts;
  gsize n_texts;

  if (wording == NULL)
    return FALSE;
  if (list.issuer == NULL)
    list.issuer = facts->committee;
  texts = kp_wording_get_parts (wording, &n_texts);
  if (n_texts == 0 || texts[0].kind != KP_WORDING_TITLE)
    add_part (parts, KP_OFFICIAL_TITLE, list.title);
  for (guint i = 0; list.lead != NULL && list.lead[i] != NULL; i++)
    add_part (parts, KP_OFFICIAL_BODY, list.lead[i]);
  for (gsize i = 0; i < n_texts; i++)
    add_part (parts, kinds[texts[i].kind], texts[i].text);
  return kp_form_list_draw (sheet, &list, (const KpOfficialPart *) (gpointer) parts->data, parts->len, &table,
                            &look, error);
}
