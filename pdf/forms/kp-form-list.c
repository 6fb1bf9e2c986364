/* kp-form-list.c – lists over pages: announcement, table, notes, signatures, running foot.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A published list is one paper: pages of the announcement and pages of the table count through, and each
 * page bears the same digests, so that a page from a photo tells which list it belongs to. */

#include "kp-form-list.h"

#define NOTE_SIZE KP_PT (10)
#define NOTE_LEADING KP_PT (16)
#define SIGN_LEADING KP_PT (20)
#define MARK_SIZE KP_PT (16)
#define OFFICIAL_LEADING (KP_OFFICIAL_HEIGHT / KP_OFFICIAL_LINES)

static const KpMargins list_margins = { KP_MM (18), KP_MM (15), KP_MM (26), KP_MM (18) };

/* Annex of an official paper: the type area of GB/T 9704, turned by a quarter with its head at the binding side. */
static const KpMargins turned_margins = { KP_MM (28), KP_MM (37), KP_MM (26), KP_MM (35) };

/* The table as the grid wants it. */
typedef struct
{
  GArray       *columns; /* KpGridColumn */
  GPtrArray    *cells;   /* borrowed texts, row by row */
  GPtrArray    *groups;  /* borrowed texts, one a row */
  GStringChunk *numbers; /* owns the running numbers */
} Cells;

static const char *
get_member (const KpFormTable *table,
            gssize             offset,
            gsize              row)
{
  const guint8 *base = table->rows;

  return *(const char *const *) (gconstpointer) (base + row * table->row_size + offset);
}

static gboolean
has_text (const KpFormTable  *table,
          const KpFormColumn *column)
{
  if (column->is_kept || column->offset < 0 || table->n_rows == 0)
    return TRUE;
  for (gsize row = 0; row < table->n_rows; row++)
    if (get_member (table, column->offset, row) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * kp_form_count_columns:
 *
 * Returns: the columns that will be printed: those in which some row has a text
 */
guint
kp_form_count_columns (const KpFormTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_columns; i++)
    n += has_text (table, &table->columns[i]) ? 1 : 0;
  return n;
}

static void
cells_init (Cells             *cells,
            const KpFormTable *table)
{
  g_autofree const KpFormColumn **kept = g_new0 (const KpFormColumn *, table->n_columns);
  guint n = 0;

  cells->columns = g_array_new (FALSE, TRUE, sizeof (KpGridColumn));
  cells->cells = g_ptr_array_new ();
  cells->groups = g_ptr_array_new ();
  cells->numbers = g_string_chunk_new (1024);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const KpFormColumn *from = &table->columns[i];
      KpGridColumn column = { from->heading, from->weight, from->align, from->shrinks, from->font };

      if (!has_text (table, from))
        continue;
      kept[n++] = from;
      g_array_append_val (cells->columns, column);
    }
  for (gsize row = 0; row < table->n_rows; row++)
    for (guint i = 0; i < n; i++)
      {
        const char *text = NULL;
        char number[24];

        if (kept[i]->offset == KP_FORM_COLUMN_NUMBER)
          {
            g_snprintf (number, sizeof number, "%" G_GSIZE_FORMAT, row + 1);
            text = g_string_chunk_insert (cells->numbers, number);
          }
        else if (kept[i]->offset >= 0)
          {
            text = get_member (table, kept[i]->offset, row);
          }
        g_ptr_array_add (cells->cells, (gpointer) text);
      }
  for (gsize row = 0; table->group > 0 && row < table->n_rows; row++)
    g_ptr_array_add (cells->groups, (gpointer) get_member (table, table->group, row));
}

static void
cells_clear (Cells *cells)
{
  g_clear_pointer (&cells->columns, g_array_unref);
  g_clear_pointer (&cells->cells, g_ptr_array_unref);
  g_clear_pointer (&cells->groups, g_ptr_array_unref);
  g_clear_pointer (&cells->numbers, g_string_chunk_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cells, cells_clear)

/* What stands around the table. */
typedef struct
{
  KpSheet           *sheet;
  KpLength           mark_baseline;
  const char        *mark;
  gboolean           marks_each;
  const char *const *notes;
  const char *const *signers;
  const char        *issuer;
  const char        *date;
} Surroundings;

static const KpBlockStyle note_style = {
  .text = { .font = KP_FONT_SONG, .size = NOTE_SIZE, .ink = KP_INK_BLACK },
  .leading = NOTE_LEADING,
  .align = KP_ALIGN_JUSTIFY,
};

static KpLength
measure_tail (const Surroundings *tail,
              KpLength    width)
{
  KpLength height = 0;

  for (guint i = 0; tail->notes != NULL && tail->notes[i] != NULL; i++)
    height += kp_text_measure_block (tail->sheet, &note_style, width, tail->notes[i]);
  if (height > 0)
    height += KP_MM (3);
  height += kp_form_measure_signers (tail->signers);
  if (tail->issuer != NULL || tail->date != NULL)
    height += KP_MM (4);
  height += tail->issuer != NULL ? SIGN_LEADING : 0;
  height += tail->date != NULL ? SIGN_LEADING : 0;
  return height == 0 ? 0 : height + KP_MM (1);
}

static void
draw_tail (KpSheet      *sheet,
           const KpRect *area,
           guint         page,
           guint         n_pages,
           gpointer      data)
{
  const Surroundings *tail = data;
  KpRect rest = *area;
  const char *const lines[] = { tail->issuer, tail->date };
  KpTextStyle style = kp_form_style (KP_FONT_FANGSONG, KP_PT (12));
  KpLength width = 0;

  (void) page;
  (void) n_pages;
  if (tail->notes != NULL && tail->notes[0] != NULL)
    (void) kp_rect_cut_top (&rest, KP_MM (3));
  for (guint i = 0; tail->notes != NULL && tail->notes[i] != NULL; i++)
    {
      KpLength used = kp_text_draw_block (sheet, &note_style, &rest, tail->notes[i]);

      (void) kp_rect_cut_top (&rest, used);
    }
  kp_form_draw_signers (sheet, &rest, tail->signers);
  (void) kp_rect_cut_top (&rest, kp_form_measure_signers (tail->signers));
  if (tail->issuer == NULL && tail->date == NULL)
    return;
  (void) kp_rect_cut_top (&rest, KP_MM (4));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    width = MAX (width, lines[i] == NULL ? 0 : kp_sheet_measure (sheet, &style, lines[i]));
  width = MIN (width + KP_PT (24), rest.width);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      KpRect line;

      if (lines[i] == NULL)
        continue;
      line = kp_rect_cut_top (&rest, SIGN_LEADING);
      line.x += line.width - width;
      line.width = width;
      kp_text_draw_fitted (sheet, &style, &line, KP_ALIGN_CENTRE, KP_FIT_SHRINK, lines[i]);
    }
}

/* GB/T 9704: 附件1 flush left in 黑体 above the annex's title, which the grid has drawn already. */
static void
draw_mark (KpSheet      *sheet,
           const KpRect *area,
           guint         page,
           guint         n_pages,
           gpointer      data)
{
  const Surroundings *around = data;
  KpTextStyle style = kp_form_style (KP_FONT_HEI, MARK_SIZE);

  (void) n_pages;
  if (page == 0 || around->marks_each)
    kp_sheet_text (sheet, &style, area->x, around->mark_baseline, around->mark);
}

/* The announcement of a list without a wording of its own. */
static void
add_lead (GArray           *parts,
          const KpFormList *list)
{
  KpOfficialPart title = { .kind = KP_OFFICIAL_TITLE, .text = list->title };

  g_array_append_val (parts, title);
  for (guint i = 0; list->lead != NULL && list->lead[i] != NULL; i++)
    {
      KpOfficialPart text = { .kind = KP_OFFICIAL_BODY, .text = list->lead[i] };

      g_array_append_val (parts, text);
    }
}

static void
add_signature (GArray           *parts,
               const KpFormList *list,
               const char       *annex)
{
  KpOfficialPart note = { .kind = KP_OFFICIAL_ANNEX_NOTE, .text = annex };
  KpOfficialPart issuer = { .kind = KP_OFFICIAL_SIGNATURE, .text = list->issuer };
  KpOfficialPart date = { .kind = KP_OFFICIAL_DATE, .text = list->date };

  g_array_append_val (parts, note);
  if (list->issuer != NULL)
    g_array_append_val (parts, issuer);
  if (list->date != NULL)
    g_array_append_val (parts, date);
}

/* One line, as an annex is named in a note: without the line breaks of the title. */
static char *
dup_annex_note (const char *title)
{
  g_auto (GStrv) lines = g_strsplit (title, "\n", -1);
  g_autofree char *joined = g_strjoinv ("", lines);

  return g_strconcat ("附件：", joined, NULL);
}

/* An annex of an official paper: its foot is that of the leaves around it. */
static gboolean
is_turned (const KpFormLook *look)
{
  return look->is_landscape && look->frame != NULL && look->frame->kind == KP_FRAME_OFFICIAL;
}

static Surroundings
make_tail (KpSheet          *sheet,
           const KpFormList *list,
           const KpFormLook *look,
           gboolean          has_lead,
           const KpMargins  *margins)
{
  return (Surroundings){
    .sheet = sheet,
    .mark_baseline = is_turned (look) ? kp_paper_centre_baseline (margins->top, OFFICIAL_LEADING, MARK_SIZE)
                                      : margins->top - KP_MM (2),
    .mark = look->mark == NULL && has_lead ? "附件" : look->mark,
    .marks_each = look->marks_each,
    .notes = list->notes,
    .signers = look->signers,
    .issuer = has_lead ? NULL : list->issuer,
    .date = has_lead ? NULL : list->date,
  };
}

/* The announcement, the table as its annex, and at the very end the colophon; their pages count through. */
static gboolean
draw_after_lead (KpSheet          *sheet,
                 const KpFormHead *head,
                 const GArray     *lead,
                 KpFrame          *frame,
                 const KpGrid     *grid,
                 GError          **error)
{
  const KpOfficialLayout *layout = kp_official_get_standard_layout ();
  const KpOfficialPart *parts = (const KpOfficialPart *) (gpointer) lead->data;
  const KpFormHead above = { head != NULL ? head->head : NULL, NULL };
  const guint n_lead = kp_form_head_count_pages (sheet, head, layout, parts, lead->len);
  const guint n_table = kp_grid_count_pages (sheet, grid);

  frame->n_pages = n_lead + n_table + kp_form_head_count_end (head, n_lead + n_table);
  if (!kp_form_head_draw (sheet, &above, layout, parts, lead->len, frame, error))
    return FALSE;
  frame->first_page = n_lead + 1;
  if (!kp_grid_draw (sheet, grid, error))
    return FALSE;
  frame->first_page = n_lead + n_table + 1;
  return kp_form_head_draw_end (sheet, head, frame, error);
}

/* What the reader of a paper sees, for another form of it. */
static void
tell_listener (const KpFormList     *list,
               const KpOfficialPart *lead,
               guint                 n_lead,
               const KpGrid         *grid,
               const KpFrame        *frame)
{
  g_autofree const char **headings = g_new0 (const char *, grid->n_columns + 1);
  const KpFormListing listing = { lead,        n_lead,         grid->title, list->number, headings,   grid->n_columns, grid->cells,
                                  grid->n_rows, grid->groups,  list->notes, list->issuer, list->date, frame };

  if (list->listener == NULL)
    return;
  for (guint i = 0; i < grid->n_columns; i++)
    headings[i] = grid->columns[i].heading;
  list->listener (&listing, list->listener_data);
}

/**
 * kp_form_list_draw:
 * @lead: (nullable): the announcement when a wording made it; else @list->lead is taken
 * @n_lead: parts of @lead
 * @table: what is listed
 * @look: (nullable): how
 *
 * Appends a whole list: the announcement's pages when there is one, then the table; page numbers run through.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR (a character without a glyph, a cell higher than a page)
 */
gboolean
kp_form_list_draw (KpSheet              *sheet,
                   const KpFormList     *list,
                   const KpOfficialPart *lead,
                   guint                 n_lead,
                   const KpFormTable    *table,
                   const KpFormLook     *look,
                   GError              **error)
{
  static const KpFormLook usual = { 0 };
  const KpFormLook *as = look == NULL ? &usual : look;
  gboolean has_lead = n_lead > 0 || (list->lead != NULL && list->lead[0] != NULL);
  const char *table_title = has_lead && list->table_title != NULL ? list->table_title : list->title;
  g_autofree char *annex = dup_annex_note (table_title);
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (KpOfficialPart));
  g_auto (Cells) cells = { 0 };
  const KpMargins *margins = is_turned (as) ? &turned_margins : &list_margins;
  Surroundings tail = make_tail (sheet, list, as, has_lead, margins);
  KpFrame frame = { .kind = KP_FRAME_LIST,
                    .scheme_digest = list->scheme_digest,
                    .list_digest = list->list_digest,
                    .journal_head = list->journal_head,
                    .code = list->qr };
  KpGrid grid = { .paper = as->is_landscape ? KP_PAPER_A4_LANDSCAPE : KP_PAPER_A4,
                  .margins = *margins,
                  .title = table_title,
                  .title_size = as->title_size != 0 ? as->title_size : KP_PT (20),
                  .subtitle = as->subtitle,
                  .subtitle_right = as->subtitle_right != NULL ? as->subtitle_right : list->number,
                  .row_height = as->row_height,
                  .empty_text = list->empty,
                  .tail = draw_tail,
                  .hook_data = &tail,
                  .frame = as->frame != NULL ? as->frame : &frame };
  KpRect area = kp_paper_inset (grid.paper, margins);

  if (tail.mark != NULL)
    {
      /* 7.3.7: on the first line of the type area; the annex's title on the third one. */
      grid.margins.top += is_turned (as) ? 2 * OFFICIAL_LEADING : KP_MM (4);
      grid.head = draw_mark;
      grid.head_height = KP_PT (1);
    }
  cells_init (&cells, table);
  grid.columns = (const KpGridColumn *) (gpointer) cells.columns->data;
  grid.n_columns = cells.columns->len;
  grid.cells = (const char *const *) cells.cells->pdata;
  grid.n_rows = (guint) table->n_rows;
  grid.groups = cells.groups->len > 0 ? (const char *const *) cells.groups->pdata : NULL;
  grid.tail_height = measure_tail (&tail, area.width);
  tell_listener (list, lead, n_lead, &grid, &frame);
  kp_sheet_set_place (sheet, table_title);
  if (!has_lead)
    return kp_grid_draw (sheet, &grid, error);

  if (n_lead > 0)
    g_array_append_vals (parts, lead, n_lead);
  else
    add_lead (parts, list);
  add_signature (parts, list, annex);
  return draw_after_lead (sheet, list->head, parts, &frame, &grid, error);
}
