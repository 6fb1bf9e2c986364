/* kp-panel-record.c – the examiners' marks of the record as sheets, and what they come to.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-panel-record.h"

/* The sheet of one examiner from the record's cells, in the order of the scheme's elements. */
static void
fill_sheet (const KpScheme *scheme,
            GPtrArray *marks,
            guint examiner,
            KpStatedMark *elements,
            KpPanelSheet *sheet)
{
  const guint n_elements = scheme->interview.elements->len;

  sheet->total = (KpStatedMark) { KP_MARK_NOT_ENTERED, 0 };
  for (guint i = 0; i < n_elements; i++)
    elements[i] = (KpStatedMark) { KP_MARK_NOT_ENTERED, 0 };

  for (guint i = 0; i < marks->len; i++)
    {
      const KpPanelMarkRecord *mark = g_ptr_array_index (marks, i);
      const KpStatedMark stated = { KP_MARK_PRESENT, mark->mark };

      if (mark->examiner != examiner)
        continue;
      if (*mark->element == '\0')
        sheet->total = stated;
      for (guint j = 0; j < n_elements; j++)
        {
          const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, j);

          if (!g_str_equal (element->code, mark->element))
            continue;
          elements[j] = stated;
          sheet->n_elements = n_elements;
        }
    }
  sheet->elements = elements;
}

static gboolean
has_examiner (GPtrArray *marks,
              guint examiner)
{
  for (guint i = 0; i < marks->len; i++)
    {
      if (((const KpPanelMarkRecord *) g_ptr_array_index (marks, i))->examiner == examiner)
        return TRUE;
    }
  return FALSE;
}

static guint
find_last_examiner (GPtrArray *marks)
{
  gint64 last = 0;

  for (guint i = 0; i < marks->len; i++)
    last = MAX (last, ((const KpPanelMarkRecord *) g_ptr_array_index (marks, i))->examiner);
  return (guint) last;
}

/**
 * kp_panel_record_lay_out:
 * @scheme: the scheme whose elements are asked for
 * @marks: (element-type KpPanelMarkRecord): all marks of one candidate
 *
 * Returns: (transfer full): one sheet for each examiner who has a mark there
 */
KpPanelRecordSheets *
kp_panel_record_lay_out (const KpScheme *scheme,
                         GPtrArray *marks)
{
  const guint last = find_last_examiner (marks);
  const guint n_elements = scheme->interview.elements->len;
  KpPanelRecordSheets *out = g_new0 (KpPanelRecordSheets, 1);

  out->sheets = g_new0 (KpPanelSheet, last + 1);
  out->examiners = g_new0 (guint, last + 1);
  out->values = g_new0 (KpStatedMark, last * n_elements + 1);
  out->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 1; i <= last; i++)
    {
      if (!has_examiner (marks, i))
        continue;
      g_ptr_array_add (out->names, g_strdup_printf ("%u", i));
      out->sheets[out->n_sheets].examiner = g_ptr_array_index (out->names, out->names->len - 1);
      out->examiners[out->n_sheets] = i;
      fill_sheet (scheme, marks, i, out->values + out->n_sheets * n_elements, &out->sheets[out->n_sheets]);
      out->n_sheets++;
    }
  return out;
}

/**
 * kp_panel_record_sheets_free:
 * @sheets: (nullable) (transfer full): of kp_panel_record_lay_out()
 */
void
kp_panel_record_sheets_free (KpPanelRecordSheets *sheets)
{
  if (sheets == NULL)
    return;

  g_free (sheets->sheets);
  g_free (sheets->examiners);
  g_free (sheets->values);
  g_ptr_array_unref (sheets->names);
  g_free (sheets);
}

static char *
dup_dropped (const KpPanelDrop *drops,
             const guint *examiners,
             guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (drops[i] == KP_PANEL_HIGHEST || drops[i] == KP_PANEL_LOWEST)
        g_string_append_printf (text, "%s%s:%u", text->len > 0 ? ";" : "",
                                drops[i] == KP_PANEL_HIGHEST ? "highest" : "lowest", examiners[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kp_panel_record_group:
 * @records: (element-type KpPanelMarkRecord): marks of the record, in any order
 *
 * Returns: (transfer full): interview code → #GPtrArray of its records; both borrowed from @records
 */
GHashTable *
kp_panel_record_group (GPtrArray *records)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < records->len; i++)
    {
      KpPanelMarkRecord *record = g_ptr_array_index (records, i);
      GPtrArray *group = g_hash_table_lookup (groups, record->code);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, (gpointer) record->code, group);
        }
      g_ptr_array_add (group, record);
    }
  return groups;
}

static void
fill_elements (const KpScheme *scheme,
               KpPanelElement *elements)
{
  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      elements[i] = (KpPanelElement) { element->full, element->weight };
    }
}

/**
 * kp_panel_record_decide:
 * @scheme: the scheme
 * @marks: (element-type KpPanelMarkRecord): all marks of one candidate
 * @result: (out): the mark and the sums, see kp_panel_decide()
 * @dropped: (out) (transfer full): the examiners whose totals don't count: "highest:6;lowest:3"
 * @fault: (out): the first fault, when there is one
 *
 * Returns: whether there is a mark
 */
gboolean
kp_panel_record_decide (const KpScheme *scheme,
                        GPtrArray *marks,
                        KpPanelResult *result,
                        char **dropped,
                        KpPanelRecordFault *fault)
{
  const guint n_elements = scheme->interview.elements->len;
  g_autoptr (KpPanelRecordSheets) laid = kp_panel_record_lay_out (scheme, marks);
  g_autofree KpPanelElement *elements = g_new0 (KpPanelElement, n_elements + 1);
  g_autofree KpPanelDrop *drops = g_new0 (KpPanelDrop, laid->n_sheets + 1);
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));

  fill_elements (scheme, elements);
  if (kp_panel_decide (&scheme->interview.panel, elements, n_elements, laid->sheets, laid->n_sheets, drops, result, faults))
    {
      *dropped = dup_dropped (drops, laid->examiners, laid->n_sheets);
      return TRUE;
    }

  fault->fault = g_array_index (faults, KpPanelFault, 0);
  fault->examiner = fault->fault.sheet != G_MAXUINT ? laid->examiners[fault->fault.sheet] : 0;
  return FALSE;
}

/**
 * kp_panel_record_sum:
 * @scheme: the scheme
 * @marks: (element-type KpPanelMarkRecord): of one examiner for one candidate
 * @sum: (out): what the sheet comes to
 *
 * Returns: whether the sheet is whole
 */
gboolean
kp_panel_record_sum (const KpScheme *scheme,
                     GPtrArray *marks,
                     KpMark *sum)
{
  g_autoptr (KpPanelRecordSheets) laid = kp_panel_record_lay_out (scheme, marks);
  g_autofree KpPanelElement *elements = g_new0 (KpPanelElement, scheme->interview.elements->len + 1);

  fill_elements (scheme, elements);
  return laid->n_sheets == 1 && kp_panel_sheet_sum (elements, &laid->sheets[0], sum);
}
