/* kp-press-record-parts.c – the parts of a paper about one person, and its digest.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press-record-private.h"

#include "kp-press-code.h"

/** kp_record_field: a labelled cell; texts borrowed. */
KpRecordField
kp_record_field (const char *label, const char *value, guint weight)
{
  return (KpRecordField){ label, value, weight };
}

/** kp_record_add_fields: a row of up to three cells; those without label aren't there. */
void
kp_record_add_fields (KpRecordPaper *paper, KpRecordField first, KpRecordField second, KpRecordField third)
{
  KpRecordPart part = { .kind = KP_RECORD_FIELDS, .fields = { first, second, third }, .n_fields = 1 };

  part.n_fields += second.label != NULL ? 1 : 0;
  part.n_fields += third.label != NULL ? 1 : 0;
  g_array_append_val (paper->parts, part);
}

/** kp_record_add_text: a text of any length, with room for so many lines, and who signs it. */
void
kp_record_add_text (KpRecordPaper *paper, const char *label, const char *text, guint lines, const char *const *signers)
{
  const KpRecordPart part
      = { .kind = KP_RECORD_TEXT, .label = label, .text = text, .lines = lines, .signers = signers };

  g_array_append_val (paper->parts, part);
}

/** kp_record_add_heading: a band over the whole width. */
void
kp_record_add_heading (KpRecordPaper *paper, const char *text)
{
  const KpRecordPart part = { .kind = KP_RECORD_HEADING, .text = text };

  g_array_append_val (paper->parts, part);
}

/** kp_record_add_row: a row of a table, of as many cells as there are weights. */
void
kp_record_add_row (KpRecordPaper *paper,
                   gboolean is_top,
                   const guint weights[KP_RECORD_FIELDS_MOST],
                   const char *const cells[KP_RECORD_FIELDS_MOST])
{
  KpRecordPart part = { .kind = KP_RECORD_ROW, .is_top = is_top };

  while (part.n_fields < KP_RECORD_FIELDS_MOST && weights[part.n_fields] > 0)
    {
      part.fields[part.n_fields] = (KpRecordField){ NULL, cells[part.n_fields], weights[part.n_fields] };
      part.n_fields++;
    }
  g_array_append_val (paper->parts, part);
}

static void
append_digested (GString *text, const char *label, const char *value)
{
  g_string_append_printf (text, "%s:%s\n", label != NULL ? label : "", value != NULL ? value : "");
}

/* Whoever has the paper can compare it with the record. */
static const char *
compute_digest (const KpRecordPaper *paper, const char *number)
{
  g_autoptr (GString) text = g_string_new (kp_press_form_get_name (paper->press->form));

  append_digested (text, "\n", number);
  for (guint i = 0; i < paper->parts->len; i++)
    {
      const KpRecordPart *part = &g_array_index (paper->parts, KpRecordPart, i);

      for (guint k = 0; k < part->n_fields; k++)
        append_digested (text, part->fields[k].label, part->fields[k].value);
      append_digested (text, part->label, part->text);
    }
  return kp_press_seal_text (paper->press, text->str);
}

/**
 * kp_record_paper_draw:
 * @paper: filled
 * @number: of the registration or the contract that it is about
 * @sheet: gets the pages
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_record_paper_draw (KpRecordPaper *paper, const char *number, KpSheet *sheet, GError **error)
{
  KpPress *press = paper->press;
  KpRecordFacts *facts = &paper->facts;

  facts->place = kp_press_format (press, "%s %s", kp_press_form_get_chinese (press->form), number);
  facts->title = kp_press_form_get_chinese (press->form);
  facts->subtitle = kp_press_get_campaign (press);
  facts->scheme_digest = kp_session_get_scheme_digest (press->session);
  facts->journal_head = press->head;
  facts->parts = (const KpRecordPart *) (gpointer) paper->parts->data;
  facts->n_parts = paper->parts->len;
  facts->digest = compute_digest (paper, number);
  facts->qr = kp_press_make_code (press, &(KpPressPaper){ .number = number, .digest = facts->digest });
  return kp_form_record_draw (sheet, facts, error);
}
