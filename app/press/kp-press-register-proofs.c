/* kp-press-register-proofs.c – 身份和资格证明核查登记表: each claim with its papers and what the check found.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-press-register-private.h"
#include "kp-proof-list.h"

static const char *
format_papers (KpPress *press, const KpProofRecord *record)
{
  g_auto (GStrv) papers = g_strsplit (record->papers, "\n", -1);

  return kp_press_keep (press, g_strjoinv ("、", papers));
}

static void
add_claim (KpRegisterBook *book, const KpDossier *dossier, const KpProofPoint *point, const char *group)
{
  KpPress *press = book->press;
  const KpProofRecord *record = point->record;
  const char *cells[16] = { dossier->application->application, dossier->person->name, dossier->application->post };

  if (record != NULL)
    {
      cells[3] = format_papers (press, record);
      cells[4] = record->source;
      cells[5] = record->checked_on;
      cells[6] = record->dated_on;
      cells[7] = record->reference;
      cells[9] = record->note;
      cells[10] = record->checker;
    }
  cells[8] = kp_proof_outcome_get_chinese (point->outcome);
  kp_register_book_add (book, group, cells);
}

/* "退役军人身份　须交退出现役证、入伍批准书　最迟2026年3月20日" */
static const char *
describe_proof (KpPress *press, const KpProofDef *def)
{
  g_autoptr (GString) text = g_string_new (def->label);

  for (guint i = 0; i < def->papers->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "　须交", (const char *) g_ptr_array_index (def->papers, i));
  if (!kp_date_is_none (def->by))
    {
      g_autofree char *day = kp_date_dup_chinese (def->by);

      g_string_append_printf (text, "　最迟%s", day);
    }
  return kp_press_keep (press, g_strdup (text->str));
}

static const KpProofPoint *
find_point (const GArray *points, const KpProofDef *def)
{
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, KpProofPoint, i).def == def)
      return &g_array_index (points, KpProofPoint, i);
  return NULL;
}

/** kp_register_fill_proofs: claim by claim, who makes it; who has nothing to prove any more only with what was found. Nothing
 * in it is of the day on which it is printed; before the first check it is of the day of the review. */
gboolean
kp_register_fill_proofs (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;

  for (guint k = 0; k < press->scheme->proofs->len; k++)
    {
      const KpProofDef *def = g_ptr_array_index (press->scheme->proofs, k);
      const char *group = describe_proof (press, def);

      for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);
          g_autoptr (GArray) points = kp_proofs_list (press->scheme, dossier, KP_DATE_NONE);
          const KpProofPoint *point = find_point (points, def);

          if (point != NULL && (point->record != NULL || kp_proofs_are_waited_for (dossier)))
            add_claim (book, dossier, point, group);
        }
    }
  if (kp_press_find_step_day (press, "check-proof") == NULL)
    book->date = kp_press_find_step_date (press, kp_step_get_name (KP_STEP_REVIEW));
  return TRUE;
}
