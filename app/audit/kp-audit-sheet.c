/* kp-audit-sheet.c – what the supervisor signs, from the record and the files that were written.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-audit-folder.h"
#include "kp-audit-posts.h"
#include "kp-form-audit.h"
#include "kp-press-code.h"

#define SHOWN_DIGITS 16

static const char *
say_alone (KpPress *press, guint n)
{
  return n == 0 ? "未发现" : kp_press_format (press, "%u种情形，见“双人例外.csv”", n);
}

static const char *
say_odd (KpPress *press, guint n)
{
  return n == 0 ? "未发现" : kp_press_format (press, "%u处，见“异常提示.csv”；只作提示，不作结论", n);
}

/* NULL: the record can't say. */
static const char *
say_posts (KpPress *press, GError **error)
{
  g_autoptr (GArray) posts = kp_audit_list_posts (press->session, error);
  guint n = 0;

  if (posts == NULL)
    return NULL;
  for (guint i = 0; i < posts->len; i++)
    n += g_array_index (posts, KpAuditPost, i).is_tailored;
  return n == 0 ? "未发现另设条件过窄的岗位" : kp_press_format (press, "%u个岗位另设条件过窄，见“岗位条件.csv”；只作提示，不作结论", n);
}

static const char *
say_verdict (KpPress *press, const KpVerifyReport *report)
{
  if (kp_verify_report_is_sound (report))
    return "项目数据与日志一致";
  return kp_press_format (press, "不一致：%" G_GINT64_FORMAT "处，须用 kaopin verify 逐条核对", report->n_findings);
}

static void
fill_files (KpPress *press, const KpAuditFolder *folder, KpAuditFileRow *rows)
{
  for (guint i = 0; i < folder->files->len; i++)
    {
      const KpAuditFile *file = g_ptr_array_index (folder->files, i);

      rows[i] = (KpAuditFileRow){
        .name = file->name,
        .rows = g_str_has_suffix (file->name, ".csv") ? kp_press_format (press, "%" G_GUINT64_FORMAT, file->n_rows) : NULL,
        .digest = file->digest,
      };
    }
}

/**
 * kp_audit_sheet_make:
 * @session: a session; only read
 * @fonts: the fonts
 * @report: what verifying the record said
 * @folder: the files, with the digest over their digests
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a PDF document, or %NULL with #KP_PDF_ERROR or #KP_DATA_ERROR
 */
GBytes *
kp_audit_sheet_make (KpSession *session,
                     KpFontSet *fonts,
                     const KpVerifyReport *report,
                     const KpAuditFolder *folder,
                     GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_autofree KpAuditFileRow *rows = g_new0 (KpAuditFileRow, folder->files->len);
  g_autofree char *title = NULL;
  g_autoptr (KpSheet) sheet = NULL;
  const char *posts;
  KpAuditFacts facts;

  if (!kp_press_load (&press, session, error))
    return NULL;
  posts = say_posts (&press, error);
  if (posts == NULL)
    return NULL;
  fill_files (&press, folder, rows);
  facts = (KpAuditFacts){
    .list = {
      .title = "监督检查表",
      .scheme_digest = kp_session_get_scheme_digest (session),
      .list_digest = folder->sums,
      .journal_head = press.head,
      .qr = kp_press_make_code (&press, &(KpPressPaper){ .kind = "audit", .digest = folder->sums }),
    },
    .campaign = kp_press_get_campaign (&press),
    .journal = kp_press_format (&press, "%" G_GINT64_FORMAT "行，末端摘要 %.*s…", report->n_journal_rows, SHOWN_DIGITS,
                                press.head),
    .verdict = say_verdict (&press, report),
    .draws = kp_press_format (&press, "%u次，其中重抽%u次", folder->n_draws, folder->n_repeats),
    .changes = kp_press_format (&press, "%u条，见“更正与决定.csv”", folder->n_changes),
    .alone = say_alone (&press, folder->n_exceptions),
    .odd = say_odd (&press, folder->n_oddities),
    .posts = posts,
    .sums = folder->sums,
    .files = rows,
    .n_files = folder->files->len,
  };
  title = g_strdup_printf ("%s %s", facts.campaign, facts.list.title);
  sheet = kp_sheet_new (fonts, title);
  return kp_form_audit_draw (sheet, &facts, error) ? kp_sheet_dup_bytes (sheet, error) : NULL;
}
