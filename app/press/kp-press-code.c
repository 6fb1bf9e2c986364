/* kp-press-code.c – the check codes of papers, made as the papers are drawn.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A code must tell nothing about a person, also not to who tries out all ID numbers: what it says about the content of a
 * paper to one person is a digest by the record's own key. The digests of published lists are plain, since anybody may
 * compare them with the .csv file of the list. */

#include "kp-press-code.h"

#include <string.h>

#include "kp-change-tables.h"
#include "kp-journal.h"
#include "kp-paper-code.h"

/* In the place of a number, for a file of several papers. */
#define WHOLE "*"
#define ONE_ROOM "*room:"
#define ONE_PERSON "*person:"
#define ONE_NUMBER "*only:"

/** kp_press_count_editions: the edition of a list that holds now, from 1; NULL for a paper that has none. */
guint
kp_press_count_editions (KpPress *press, const char *list)
{
  guint edition = 1;

  for (guint i = 0; list != NULL && i < press->voided->len; i++)
    {
      const KpVoidedListRecord *voided = g_ptr_array_index (press->voided, i);

      if (g_str_equal (voided->list, list))
        edition = MAX (edition, (guint) voided->edition + 1);
    }
  return edition;
}

/** kp_press_count_notices: the notice and those that amended it: the edition of whatever is printed from the scheme alone. */
guint
kp_press_count_notices (KpPress *press)
{
  return press->amendments->len + 1;
}

/** kp_press_get_edition_list: by whose editions a form becomes void; those of other forms there are none. */
const char *
kp_press_get_edition_list (KpPressForm form)
{
  switch (form)
    {
    case KP_PRESS_SIGN_IN:
    case KP_PRESS_SEATS:
    case KP_PRESS_DOORS:
    case KP_PRESS_DESKS:
      return "seats";
    default:
      return kp_press_form_get_name (form);
    }
}

/** kp_press_seal_text: a digest that only the record can make. */
const char *
kp_press_seal_text (KpPress *press, const char *text)
{
  return kp_press_keep (press, g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) press->paper_key,
                                                          strlen (press->paper_key), text, -1));
}

/**
 * kp_press_seal_rows:
 * @press: the press
 * @head: what else is on the paper
 * @rows: one or more structs that have texts alone, each nullable
 * @size: of all of them in bytes
 *
 * Returns: a digest that only the record can make
 */
const char *
kp_press_seal_rows (KpPress *press, const char *head, gconstpointer rows, gsize size)
{
  const char *const *texts = rows;
  g_autoptr (GString) text = g_string_new (head);

  for (gsize i = 0; i < size / sizeof *texts; i++)
    g_string_append_printf (text, "\n%s", texts[i] != NULL ? texts[i] : "");
  return kp_press_seal_text (press, text->str);
}

static char *
dup_code (KpPress *press, const char *kind, const char *number, guint edition, const char *digest)
{
  const KpPaperCode code = { (char *) kind, (char *) kp_session_get_campaign (press->session), (char *) number, edition,
                             (char *) digest };

  return kp_paper_code_dup_text (&code);
}

/** kp_press_make_code: the text of a paper's QR code; it is noted among those that were drawn. */
const char *
kp_press_make_code (KpPress *press, const KpPressPaper *paper)
{
  KpPressCode *one = kp_press_keep (press, g_new0 (KpPressCode, 1));

  one->edition = paper->list != NULL ? kp_press_count_editions (press, paper->list) : MAX (paper->edition, 1);
  one->number = kp_press_keep (press, g_strdup (paper->number != NULL ? paper->number : ""));
  one->date = paper->date != NULL ? kp_press_keep (press, g_strdup (paper->date)) : NULL;
  one->code = kp_press_keep (press, dup_code (press, paper->kind != NULL ? paper->kind : kp_press_form_get_name (press->form),
                                              one->number, one->edition, paper->digest));
  g_ptr_array_add (press->papers, one);
  return kp_press_format (press, KP_PAPER_CODE_PREFIX "%s", one->code);
}

/** kp_press_dup_file_number: which of a form's papers are in the file. (transfer full) */
char *
kp_press_dup_file_number (KpPress *press)
{
  if (press->filter == NULL)
    return g_strdup (WHOLE);
  return g_strconcat (press->part == KP_PRESS_EACH_ROOM     ? ONE_ROOM
                      : press->part == KP_PRESS_EACH_PERSON ? ONE_PERSON
                                                            : ONE_NUMBER,
                      press->filter, NULL);
}

/** kp_press_parse_file_number: the other way round: sets filter and part of the press; @number lives as long as it. */
void
kp_press_parse_file_number (KpPress *press, const char *number)
{
  static const struct
  {
    const char *prefix;
    KpPressPart part;
  } parts[] = {
    { ONE_ROOM, KP_PRESS_EACH_ROOM },
    { ONE_PERSON, KP_PRESS_EACH_PERSON },
    { ONE_NUMBER, KP_PRESS_WHOLE },
  };

  press->part = KP_PRESS_WHOLE;
  press->filter = g_str_equal (number, WHOLE) || *number == '\0' ? NULL : number;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (number, parts[i].prefix))
      {
        press->part = parts[i].part;
        press->filter = number + strlen (parts[i].prefix);
      }
}

/** kp_press_dup_file_code: after drawing. (transfer full) */
char *
kp_press_dup_file_code (KpPress *press)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *number = NULL;

  if (press->papers->len == 1)
    return g_strdup (((const KpPressCode *) g_ptr_array_index (press->papers, 0))->code);
  for (guint i = 0; i < press->papers->len; i++)
    g_string_append_printf (all, "%s\n", ((const KpPressCode *) g_ptr_array_index (press->papers, i))->code);
  number = kp_press_dup_file_number (press);
  return dup_code (press, kp_press_form_get_name (press->form), number,
                   kp_press_count_editions (press, kp_press_get_edition_list (press->form)), kp_press_seal_text (press, all->str));
}

/** kp_press_sign: after drawing and before the end; FALSE with #KP_DATA_ERROR. */
gboolean
kp_press_sign (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autofree char *code = kp_press_dup_file_code (press);
  g_autoptr (GPtrArray) rows
      = kp_table_select (kp_session_get_database (press->session), &kp_journal_table,
                         kp_session_get_campaign (press->session), "ORDER BY seq DESC LIMIT 1", KP_NO_BINDS, error);
  g_autofree char *journal = NULL;

  if (rows == NULL)
    return FALSE;
  journal = g_strdup_printf ("%" G_GINT64_FORMAT ":%.12s",
                             rows->len > 0 ? ((const KpJournalRow *) g_ptr_array_index (rows, 0))->seq : 0, press->head);
  kp_sheet_set_paper (sheet, code, journal, press->paper_key);
  return TRUE;
}
