/* kp-form-interview.c – the summary of interview marks of one panel (面试成绩汇总表), A4 landscape.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Before the numbers are opened the sheet knows candidates by their drawn number only; then ticket and name
 * are NULL in every row and their columns are left out. */

#include "kp-form-interview.h"

#include <string.h>

#include "kp-form-list.h"

static const char *const signers[] = { "计分员", "核分员", "监督员", "主考官", NULL };

static const char *const notes[] = { "括号内为去掉的最高分、最低分，不计入有效分合计。", NULL };

/* What title, heading, signatures and foot leave of a page for rows. */
#define ROWS_HEIGHT KP_PT (320)
#define ROW_LEAST KP_PT (16.5)
#define ROW_USUAL KP_PT (20)
#define ROW_MOST KP_PT (24)

/* The rows as they are printed: dropped totals in brackets. */
typedef struct
{
  const char *number;
  const char *ticket;
  const char *name;
  const char *marks[KP_FORM_INTERVIEW_EXAMINERS];
  const char *sum;
  const char *mark;
  const char *remark;
} PrintedRow;

static const KpFormColumn before[] = {
  KP_FORM_COLUMN_KEY (PrintedRow, number, "面试\n序号", 9),
  KP_FORM_COLUMN (PrintedRow, ticket, "准考证号", 20),
  KP_FORM_COLUMN (PrintedRow, name, "姓名", 20),
};

static const KpFormColumn after[] = {
  KP_FORM_COLUMN (PrintedRow, sum, "有效分\n合计", 13),
  KP_FORM_COLUMN (PrintedRow, mark, "面试成绩", 14),
  { .heading = "备注", .weight = 16, .offset = G_STRUCT_OFFSET (PrintedRow, remark), .align = KP_ALIGN_CENTRE,
    .shrinks = TRUE, .is_kept = TRUE, .font = KP_FONT_SONG },
};

static PrintedRow
print_row (const KpInterviewRow *row,
           guint                 n_examiners,
           GStringChunk         *texts)
{
  PrintedRow printed = { .number = row->number, .ticket = row->ticket, .name = row->name,
                         .sum = row->sum, .mark = row->mark, .remark = row->remark };

  for (guint i = 0; i < n_examiners; i++)
    {
      g_autofree char *bracketed = NULL;

      printed.marks[i] = row->marks[i];
      if (row->marks[i] == NULL || !row->dropped[i])
        continue;
      bracketed = g_strdup_printf ("（%s）", row->marks[i]);
      printed.marks[i] = g_string_chunk_insert (texts, bracketed);
    }
  return printed;
}

/* A room that fits on one page is kept on it, so that the signatures stand under all of its marks. */
static KpLength
choose_row_height (gsize n_rows)
{
  KpLength row = n_rows == 0 ? ROW_MOST : ROWS_HEIGHT / (KpLength) n_rows;

  return row < ROW_LEAST ? ROW_USUAL : MIN (row, ROW_MOST);
}

/* A landscape page is wide enough for a title that is broken elsewhere. */
static char *
dup_one_line (const char *title)
{
  g_auto (GStrv) lines = g_strsplit (title, "\n", -1);

  return g_strjoinv ("", lines);
}

static char *
dup_room_line (const KpInterviewFacts *facts)
{
  return g_strjoin ("　", facts->panel, facts->post != NULL ? facts->post : facts->time,
                    facts->post != NULL ? facts->time : NULL, NULL);
}

/**
 * kp_form_interview_draw:
 * @sheet: gets the pages
 * @facts: borrowed; three to fifteen examiners
 *
 * Appends the summary with the lines for score keeper, checker, supervisor and chair.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_interview_draw (KpSheet                *sheet,
                        const KpInterviewFacts *facts,
                        GError                **error)
{
  KpFormColumn columns[G_N_ELEMENTS (before) + KP_FORM_INTERVIEW_EXAMINERS + G_N_ELEMENTS (after)];
  guint n_examiners = MIN (facts->n_examiners, KP_FORM_INTERVIEW_EXAMINERS);
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);
  g_autofree PrintedRow *rows = g_new0 (PrintedRow, facts->n_rows);
  KpFormTable table = { columns, 0, rows, sizeof (PrintedRow), facts->n_rows, 0 };
  g_autofree char *room = dup_room_line (facts);
  g_autofree char *title = dup_one_line (facts->list.title);
  KpFormLook look = { .is_landscape = TRUE, .subtitle = room, .signers = signers, .title_size = KP_PT (18),
                      .row_height = choose_row_height (facts->n_rows) };
  KpFormList list = facts->list;

  for (gsize i = 0; i < facts->n_rows; i++)
    rows[i] = print_row (&facts->rows[i], n_examiners, texts);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    columns[table.n_columns++] = before[i];
  for (guint i = 0; i < n_examiners; i++)
    {
      g_autofree char *heading = g_strdup_printf ("考官%u", i + 1);
      KpFormColumn examiner =
          KP_FORM_COLUMN (PrintedRow, marks[0], g_string_chunk_insert (texts, heading), 14);

      examiner.offset += (gssize) (i * sizeof (const char *));
      examiner.is_kept = TRUE;
      columns[table.n_columns++] = examiner;
    }
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    columns[table.n_columns++] = after[i];
  list.title = title;
  if (list.notes == NULL)
    list.notes = notes;
  if (facts->time != NULL && list.date != NULL && strstr (facts->time, list.date) != NULL)
    list.date = NULL; /* stands above the table already */
  return kp_form_list_draw (sheet, &list, NULL, 0, &table, &look, error);
}
