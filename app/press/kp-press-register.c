/* kp-press-register.c – registers and summaries of the office: one table of kinds over one form.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A register is dated by the step that made it what it is. Its digest is that of the same table as a .csv file, so that
 * two prints of different days can be told apart. */

#include "kp-press-register-private.h"

typedef struct
{
  KpPressForm form;
  KpStep step;
  gboolean (*fill) (KpRegisterBook *book, GError **error);
  const char *beside; /* (nullable): in the place of the step, what was done beside the campaign */
} Kind;

static const Kind kinds[KP_N_REGISTERS] = {
  [KP_REGISTER_DAILY] = { KP_PRESS_DAILY, KP_STEP_IMPORT_REGISTRATIONS, kp_register_fill_daily, NULL },
  [KP_REGISTER_REVIEW] = { KP_PRESS_REVIEW_SUMMARY, KP_STEP_REVIEW, kp_register_fill_review, NULL },
  [KP_REGISTER_UNFIT] = { KP_PRESS_UNFIT, KP_STEP_REVIEW, kp_register_fill_unfit, NULL },
  [KP_REGISTER_APPEALS] = { KP_PRESS_APPEALS, KP_STEP_APPEAL, kp_register_fill_appeals, NULL },
  [KP_REGISTER_CUTS] = { KP_PRESS_CUTS, KP_STEP_DECIDE_QUOTA, kp_register_fill_cuts, NULL },
  [KP_REGISTER_REPOSTS] = { KP_PRESS_REPOSTS, KP_STEP_REPOST, kp_register_fill_reposts, NULL },
  [KP_REGISTER_ROOMS] = { KP_PRESS_ROOM_PLAN, KP_STEP_SEAT, kp_register_fill_rooms, NULL },
  [KP_REGISTER_HANDOVER] = { KP_PRESS_HANDOVER, KP_STEP_SEAT, kp_register_fill_handover, NULL },
  [KP_REGISTER_ENTRIES] = { KP_PRESS_ENTRIES, KP_STEP_IMPORT_WRITTEN_MARKS, kp_register_fill_entries, NULL },
  [KP_REGISTER_ORIGINALS] = { KP_PRESS_ORIGINALS, KP_STEP_SHORTLIST, kp_register_fill_originals, NULL },
  [KP_REGISTER_SUBSTITUTES] = { KP_PRESS_SUBSTITUTES, KP_STEP_SHORTLIST, kp_register_fill_substitutes, NULL },
  [KP_REGISTER_CONTACTS] = { KP_PRESS_CONTACTS, KP_STEP_SHORTLIST, kp_register_fill_contacts, NULL },
  [KP_REGISTER_CUSTODY] = { KP_PRESS_CUSTODY, KP_STEP_SHORTLIST, kp_register_fill_custody, NULL },
  [KP_REGISTER_NUMBERS] = { KP_PRESS_NUMBERS, KP_STEP_IMPORT_INTERVIEW_MARKS, kp_register_fill_numbers, NULL },
  [KP_REGISTER_PHYSICAL] = { KP_PRESS_PHYSICAL, KP_STEP_TOTAL, kp_register_fill_physical, NULL },
  [KP_REGISTER_BACKGROUND] = { KP_PRESS_BACKGROUND, KP_STEP_TOTAL, kp_register_fill_background, NULL },
  [KP_REGISTER_SURVEYS] = { KP_PRESS_SURVEYS, KP_STEP_HIRE, kp_register_fill_surveys, NULL },
  [KP_REGISTER_HEADCOUNT] = { KP_PRESS_HEADCOUNT, KP_STEP_HIRE, kp_register_fill_headcount, KP_REGISTER_HEADCOUNT_STEP },
  [KP_REGISTER_PLAN] = { KP_PRESS_PLAN, KP_STEP_HIRE, kp_register_fill_plan, KP_REGISTER_HEADCOUNT_STEP },
  [KP_REGISTER_BONUS_REVIEW] = { KP_PRESS_BONUS_REVIEW, KP_STEP_DECIDE_BONUS, kp_register_fill_bonus_review, NULL },
  [KP_REGISTER_BONUS_NOTICE] = { KP_PRESS_BONUS_NOTICE, KP_STEP_SHORTLIST, kp_register_fill_bonus_notice, NULL },
  [KP_REGISTER_FIGURES] = { KP_PRESS_FIGURES, KP_STEP_IMPORT_INTERVIEW_MARKS, kp_register_fill_figures, NULL },
  [KP_REGISTER_ARRIVALS] = { KP_PRESS_ARRIVALS, KP_STEP_HIRE, kp_register_fill_arrivals, NULL },
  [KP_REGISTER_RECEIPTS] = { KP_PRESS_RECEIPTS, KP_STEP_HIRE, kp_register_fill_receipts, NULL },
  [KP_REGISTER_STAFF] = { KP_PRESS_STAFF, KP_STEP_HIRE, kp_register_fill_staff, NULL },
  [KP_REGISTER_INSURED] = { KP_PRESS_INSURED, KP_STEP_HIRE, kp_register_fill_insured, NULL },
  [KP_REGISTER_PHYSICAL_LIST] = { KP_PRESS_PHYSICAL_LIST, KP_STEP_TOTAL, kp_register_fill_physical_list, NULL },
  [KP_REGISTER_INQUIRY] = { KP_PRESS_INQUIRY, KP_STEP_TOTAL, kp_register_fill_inquiry, NULL },
  [KP_REGISTER_CORRECTIONS] = { KP_PRESS_CORRECTIONS, KP_STEP_IMPORT_WRITTEN_MARKS, kp_register_fill_corrections, "correct" },
  [KP_REGISTER_ARCHIVE] = { KP_PRESS_ARCHIVE, KP_STEP_IMPORT_REGISTRATIONS, kp_register_fill_archive, NULL },
  [KP_REGISTER_RESULTS] = { KP_PRESS_RESULTS, KP_STEP_IMPORT_REGISTRATIONS, kp_register_fill_results, NULL },
  [KP_REGISTER_STRUCTURE] = { KP_PRESS_STRUCTURE, KP_STEP_IMPORT_REGISTRATIONS, kp_register_fill_structure, NULL },
  [KP_REGISTER_JOURNAL] = { KP_PRESS_JOURNAL, KP_STEP_IMPORT_REGISTRATIONS, kp_register_fill_journal, NULL },
  [KP_REGISTER_CONTENTS] = { KP_PRESS_CONTENTS, KP_STEP_IMPORT_REGISTRATIONS, kp_register_fill_contents, NULL },
  [KP_REGISTER_CHOICES] = { KP_PRESS_CHOICES, KP_STEP_TOTAL, kp_register_fill_choices, NULL },
  [KP_REGISTER_OBJECTIONS] = { KP_PRESS_OBJECTIONS, KP_STEP_RECORD_OBJECTION, kp_register_fill_objections, NULL },
  [KP_REGISTER_DEPARTURES] = { KP_PRESS_DEPARTURES, KP_STEP_PUBLISH_HIRES, kp_register_fill_departures, "depart" },
  [KP_REGISTER_ELIGIBILITY] = { KP_PRESS_ELIGIBILITY, KP_STEP_HIRE, kp_register_fill_eligibility, "convert-roster" },
  [KP_REGISTER_LEFTOVERS] = { KP_PRESS_LEFTOVERS, KP_STEP_HIRE, kp_register_fill_leftovers, NULL },
  [KP_REGISTER_FUNDING] = { KP_PRESS_FUNDING, KP_STEP_HIRE, kp_register_fill_funding, "convert" },
  [KP_REGISTER_GRADES] = { KP_PRESS_GRADES, KP_STEP_HIRE, kp_register_fill_grades, NULL },
  [KP_REGISTER_FILES] = { KP_PRESS_FILES, KP_STEP_HIRE, kp_register_fill_files, "file-paper" },
  [KP_REGISTER_PROOFS] = { KP_PRESS_PROOFS, KP_STEP_REVIEW, kp_register_fill_proofs, "check-proof" },
  [KP_REGISTER_ERASURES] = { KP_PRESS_ERASURES, KP_STEP_HIRE, kp_register_fill_erasures, "erase" },
};

static KpRegisterKind
find_kind (KpPressForm form)
{
  guint i = 0;

  while (i < KP_N_REGISTERS && kinds[i].form != form)
    i++;
  return (KpRegisterKind) i;
}

static char *
copy_text (KpRegisterBook *book, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (book->texts, text) : NULL;
}

/** kp_register_book_add: one row under a band, which is nullable. */
void
kp_register_book_add (KpRegisterBook *book, const char *group, const char *const *cells)
{
  const guint n = kp_register_get_n_columns (book->kind);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (book->cells, copy_text (book, cells[i]));
  g_ptr_array_add (book->groups, copy_text (book, group));
  book->has_groups |= group != NULL;
}

/* The same rows as a list, whose .csv is what the digest is of. */
static KpList *
make_list (const KpRegisterBook *book)
{
  const guint n = kp_register_get_n_columns (book->kind);
  g_autofree KpListColumn *columns = g_new0 (KpListColumn, n + 1);
  g_autofree const char **row = g_new0 (const char *, n + 1);
  KpList *list;

  columns[0] = (KpListColumn){ "group", "分组", 0, KP_LIST_TEXT };
  for (guint i = 0; i < n; i++)
    columns[i + 1] = (KpListColumn){ kp_register_get_heading (book->kind, i), kp_register_get_heading (book->kind, i), 0,
                                     KP_LIST_TEXT };
  list = kp_list_new (kp_register_get_title (book->kind), NULL, columns, n + 1);
  for (guint i = 0; i < book->groups->len; i++)
    {
      row[0] = g_ptr_array_index (book->groups, i);
      for (guint k = 0; k < n; k++)
        row[k + 1] = g_ptr_array_index (book->cells, i * n + k);
      kp_list_add_row (list, row);
    }
  return list;
}

/* The form's rows in the record; FALSE also when it has none. */
static gboolean
draw_book (const KpRegisterBook *book, KpSheet *sheet, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (KpList) list = make_list (book);
  KpRegisterFacts facts = {
    .kind = book->kind,
    .subtitle = book->subtitle,
    .cells = (const char *const *) book->cells->pdata,
    .groups = book->has_groups ? (const char *const *) book->groups->pdata : NULL,
    .n_rows = book->groups->len,
  };

  if (!kp_press_fill_list (press, &facts.list, kp_press_form_get_name (press->form), kp_register_get_title (book->kind),
                           list,
                           kinds[book->kind].beside != NULL ? kinds[book->kind].beside
                                                            : kp_step_get_name (kinds[book->kind].step)))
    return kp_press_fail_empty (press->form, error);
  if (book->date != NULL)
    facts.list.date = book->date;
  facts.list.notes = book->notes;
  facts.list.lead = book->lead;
  facts.list.table_title = book->table_title;
  return kp_form_register_draw (sheet, &facts, error);
}

/** kp_press_draw_registers: the register that is being made. */
gboolean
kp_press_draw_registers (KpPress *press, KpSheet *sheet, GError **error)
{
  const KpRegisterKind kind = find_kind (press->form);
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64 * 1024);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  KpRegisterBook book = { .press = press, .kind = kind, .texts = texts, .cells = cells, .groups = groups };

  g_return_val_if_fail (kind < KP_N_REGISTERS, FALSE);
  return kinds[kind].fill (&book, error) && draw_book (&book, sheet, error);
}
