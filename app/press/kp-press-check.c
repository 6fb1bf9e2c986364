/* kp-press-check.c – holds a printed paper or a PDF file against the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The paper is drawn again from the record as it is now, and what matters of it is its code: so whatever is printed can be
 * checked without a list of all that ever was. An earlier edition can't be drawn again; that it is void is known from the
 * editions of the record. What is printed from the scheme alone has a new edition with each supplementary notice; one that
 * still says the same, such as an empty form, holds on. */

#include "kp-press-check.h"

#include <string.h>

#include "kp-change-tables.h"
#include "kp-journal.h"
#include "kp-pdf-seal.h"
#include "kp-press-code.h"

static const char *const state_names[] = {
  [KP_PAPER_CURRENT] = "current",
  [KP_PAPER_VOID] = "void",
  [KP_PAPER_OTHER] = "other",
  [KP_PAPER_UNKNOWN] = "unknown",
  [KP_PAPER_CHANGED] = "changed",
  [KP_PAPER_FOREIGN] = "foreign",
  [KP_PAPER_MISTYPED] = "mistyped",
  [KP_PAPER_NO_CODE] = "no-code",
  [KP_PAPER_NOT_COMPARED] = "not-compared",
  [KP_PAPER_SEALED] = "sealed",
  [KP_PAPER_GROWN] = "grown",
  [KP_PAPER_DENIED] = "denied",
};

/** kp_paper_state_get_name: for programs. */
const char *
kp_paper_state_get_name (KpPaperState state)
{
  return state_names[state];
}

/** kp_paper_check_clear: frees its texts. */
void
kp_paper_check_clear (KpPaperCheck *check)
{
  kp_paper_code_clear (&check->code);
  g_clear_pointer (&check->number, g_free);
  g_clear_pointer (&check->campaign, g_free);
  g_clear_pointer (&check->date, g_free);
  g_clear_pointer (&check->voided, g_free);
  g_clear_pointer (&check->journal, g_free);
}

/* Nothing to draw is an answer, too: no papers. */
static gboolean
draw_again (KpPress *press, KpFontSet *fonts, GError **error)
{
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
  g_autoptr (GError) local = NULL;

  press->fonts = fonts;
  g_ptr_array_set_size (press->papers, 0);
  if (kp_press_form_draw (press, sheet, &local) || g_error_matches (local, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
note_voided (KpPress *press, KpPaperCheck *check)
{
  const char *list = kp_press_get_edition_list (press->form);

  check->edition = kp_press_count_editions (press, list);
  for (guint i = 0; i < press->voided->len; i++)
    {
      const KpVoidedListRecord *voided = g_ptr_array_index (press->voided, i);
      g_autofree char *day = g_strndup (voided->at, strlen ("2026-01-01"));

      if (g_str_equal (voided->list, list) && voided->edition == check->code.edition && check->voided == NULL)
        {
          check->voided = g_strdup (kp_press_format_iso (press, day));
          check->amendment = g_str_equal (voided->cause, "amendment") ? (guint) voided->number : 0;
        }
    }
}

static gboolean
is_of_scheme (KpPressForm form)
{
  return form == KP_PRESS_NOTICE || kp_press_letter_is_blank (form);
}

/* The first supplementary notice after which the paper was printed otherwise. Of the notice it is known which scheme it was. */
static void
note_amended (KpPress *press, KpPaperCheck *check)
{
  const KpAmendmentRecord *amendment = NULL;
  g_autofree char *day = NULL;

  if (!is_of_scheme (press->form) || check->code.edition < 1 || check->code.edition > press->amendments->len)
    return;
  amendment = g_ptr_array_index (press->amendments, check->code.edition - 1);
  if (press->form == KP_PRESS_NOTICE && !g_str_has_prefix (amendment->digest_before, check->code.digest))
    return;
  day = g_strndup (amendment->at, strlen ("2026-01-01"));
  check->amendment = check->code.edition;
  g_free (check->voided);
  check->voided = g_strdup (kp_press_format_iso (press, day));
}

/* The same number and the same content; of an empty form, of another edition. */
static gboolean
says_the_same (const KpPressCode *paper, const KpPaperCode *code)
{
  g_auto (KpPaperCode) own = { .kind = NULL };

  return kp_paper_code_parse (paper->code, &own) == KP_PAPER_CODE_OK && g_str_equal (own.digest, code->digest);
}

/* Of the papers that the record has now, the one that is meant: the latest edition of that number. */
static const KpPressCode *
find_paper (KpPress *press, const KpPaperCode *code, const char *text)
{
  const KpPressCode *found = NULL;

  for (guint i = 0; i < press->papers->len; i++)
    {
      const KpPressCode *one = g_ptr_array_index (press->papers, i);
      g_auto (KpPaperCode) own = { .kind = NULL };

      if (g_str_equal (one->code, text))
        return one;
      if (kp_paper_code_parse (one->code, &own) == KP_PAPER_CODE_OK && g_str_equal (own.number, code->number) &&
          (found == NULL || one->edition > found->edition))
        found = one;
    }
  return found;
}

static guint
find_last_edition (KpPress *press, const char *number)
{
  guint last = 0;

  for (guint i = 0; i < press->papers->len; i++)
    {
      const KpPressCode *one = g_ptr_array_index (press->papers, i);

      if (g_str_equal (one->number, number))
        last = MAX (last, one->edition);
    }
  return last;
}

/* A day that is left blank for the pen is none. */
static char *
dup_day (const char *date)
{
  return date != NULL && strpbrk (date, "0123456789") != NULL ? g_strdup (date) : NULL;
}

static void
judge (KpPress *press, KpPaperCheck *check, const char *text)
{
  const KpPressCode *paper = find_paper (press, &check->code, text);

  note_voided (press, check);
  if (paper != NULL)
    check->edition = find_last_edition (press, paper->number);
  note_amended (press, check);
  if (paper != NULL && kp_press_letter_is_blank (press->form) && check->code.edition <= check->edition
      && says_the_same (paper, &check->code))
    check->state = KP_PAPER_CURRENT;
  else if (is_of_scheme (press->form) && check->code.edition < check->edition && check->amendment == 0)
    check->state = KP_PAPER_OTHER;
  else if (check->code.edition < check->edition)
    check->state = KP_PAPER_VOID;
  else if (paper == NULL || check->code.edition > check->edition)
    check->state = KP_PAPER_UNKNOWN;
  else
    check->state = g_str_equal (paper->code, text) ? KP_PAPER_CURRENT : KP_PAPER_OTHER;
  if (check->state != KP_PAPER_VOID)
    check->amendment = 0;
  if (paper != NULL && check->state == KP_PAPER_CURRENT)
    check->date = dup_day (paper->date);
}

/* A file of several papers has one code over all of them. */
static void
judge_file (KpPress *press, KpPaperCheck *check, const char *text)
{
  g_autofree char *now = kp_press_dup_file_code (press);
  const KpPressCode *last = press->papers->len > 0 ? g_ptr_array_index (press->papers, press->papers->len - 1) : NULL;

  note_voided (press, check);
  if (check->code.edition < check->edition)
    check->state = KP_PAPER_VOID;
  else if (last == NULL)
    check->state = KP_PAPER_NOT_COMPARED;
  else
    check->state = g_str_equal (now, text) ? KP_PAPER_CURRENT : KP_PAPER_OTHER;
  if (check->state == KP_PAPER_CURRENT)
    check->date = dup_day (last->date);
}

/* Only the paper that is meant, as a form of thousands takes its time; a number that filters otherwise finds nothing, and
 * then all are drawn. */
static gboolean
compare (KpPress *press, KpFontSet *fonts, const char *text, KpPaperCheck *check, GError **error)
{
  const gboolean is_file = g_str_has_prefix (check->code.number, "*");

  kp_press_parse_file_number (press, check->code.number);
  if (!draw_again (press, fonts, error))
    return FALSE;
  if (is_file)
    {
      judge_file (press, check, text);
      return TRUE;
    }
  if (press->filter != NULL && find_paper (press, &check->code, text) == NULL)
    {
      press->filter = NULL;
      if (!draw_again (press, fonts, error))
        return FALSE;
    }
  judge (press, check, text);
  return TRUE;
}

static gboolean
check_parsed (KpPress *press, KpFontSet *fonts, KpPaperCheck *check, GError **error)
{
  g_autofree char *text = kp_paper_code_dup_text (&check->code);

  check->campaign = g_strdup (kp_press_get_campaign (press));
  if (!g_str_equal (check->code.campaign, kp_session_get_campaign (press->session)))
    {
      check->state = KP_PAPER_FOREIGN;
      return TRUE;
    }
  if (!kp_press_form_parse (check->code.kind, &press->form))
    {
      check->state = g_str_equal (check->code.kind, "secret") || g_str_equal (check->code.kind, "audit")
                           || g_str_equal (check->code.kind, "years") ? KP_PAPER_SEALED
                                                                                                         : KP_PAPER_UNKNOWN;
      return TRUE;
    }
  check->form = kp_press_form_get_chinese (press->form);
  if (*check->code.number != '\0' && *check->code.number != '*')
    check->number = g_strdup (check->code.number);
  return compare (press, fonts, text, check, error);
}

static gboolean
read_code (const char *text, KpPaperCheck *check)
{
  switch (kp_paper_code_parse (text, &check->code))
    {
    case KP_PAPER_CODE_OK:
      return TRUE;
    case KP_PAPER_CODE_CHECK:
      check->state = KP_PAPER_MISTYPED;
      return FALSE;
    case KP_PAPER_CODE_FORM:
    default:
      check->state = KP_PAPER_NO_CODE;
      return FALSE;
    }
}

/**
 * kp_press_check_code:
 * @session: a session; only read
 * @fonts: the fonts
 * @text: a code as it was typed or scanned
 * @check: (out caller-allocates): what the record says of it
 * @error: return location
 *
 * Returns: %TRUE whatever the answer is, or %FALSE with #KP_DATA_ERROR or #KP_PDF_ERROR
 */
gboolean
kp_press_check_code (KpSession *session, KpFontSet *fonts, const char *text, KpPaperCheck *check, GError **error)
{
  g_auto (KpPress) press = { 0 };

  *check = (KpPaperCheck){ .state = KP_PAPER_NO_CODE };
  if (!read_code (text, check))
    return TRUE;
  return kp_press_load (&press, session, error) && check_parsed (&press, fonts, check, error);
}

/* How many rows the journal has gone on since row @seq. */
static gboolean
count_since (KpPress *press, gint64 seq, KpPaperCheck *check, GError **error)
{
  g_autoptr (GPtrArray) last
      = kp_table_select (kp_session_get_database (press->session), &kp_journal_table,
                         kp_session_get_campaign (press->session), "ORDER BY seq DESC LIMIT 1", KP_NO_BINDS, error);

  if (last == NULL)
    return FALSE;
  check->n_since = last->len > 0 ? ((const KpJournalRow *) g_ptr_array_index (last, 0))->seq - seq : 0;
  return TRUE;
}

/* "47:0a1b2c3d4e5f": the 47th row was the last one when the file was made. A row that isn't in this journal would mean that
 * the record was put back to an earlier state since. */
static gboolean
read_journal (KpPress *press, const char *text, KpPaperCheck *check, gboolean *is_known, GError **error)
{
  KpDatabase *db = kp_session_get_database (press->session);
  const char *campaign = kp_session_get_campaign (press->session);
  const gint64 seq = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
  const char *head = text != NULL ? strchr (text, ':') : NULL;
  g_autoptr (GPtrArray) rows
      = kp_table_select (db, &kp_journal_table, campaign, "AND seq = $2", KP_BINDS (KP_INT (seq)), error);
  g_autofree char *hash = NULL;

  *is_known = FALSE;
  if (rows == NULL)
    return FALSE;
  if (rows->len == 0 || head == NULL)
    return TRUE;
  hash = kp_ledger_dup_hash (db, campaign, seq, error);
  if (hash == NULL)
    return FALSE;
  *is_known = g_str_has_prefix (hash, head + 1);
  check->journal = g_strdup (((const KpJournalRow *) g_ptr_array_index (rows, 0))->at);
  return count_since (press, seq, check, error);
}

/**
 * kp_press_check_file:
 * @session: a session; only read
 * @fonts: the fonts
 * @pdf: a whole file
 * @check: (out caller-allocates): what the record says of it
 * @error: return location
 *
 * First whether it is byte for byte what the program wrote; then whether what it says is what the record says now.
 *
 * Returns: %TRUE whatever the answer is, or %FALSE with #KP_DATA_ERROR or #KP_PDF_ERROR, such as for a locked document
 */
gboolean
kp_press_check_file (KpSession *session, KpFontSet *fonts, GBytes *pdf, KpPaperCheck *check, GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_auto (KpPdfPaper) paper = { .code = NULL };
  gboolean is_known = FALSE;

  *check = (KpPaperCheck){ .state = KP_PAPER_NO_CODE };
  if (!kp_pdf_paper_read (pdf, &paper, error))
    return FALSE;
  if (paper.code == NULL || !read_code (paper.code, check))
    return TRUE;
  if (!kp_press_load (&press, session, error) || !check_parsed (&press, fonts, check, error))
    return FALSE;
  if (check->state == KP_PAPER_FOREIGN)
    return TRUE;
  if (!read_journal (&press, paper.journal, check, &is_known, error))
    return FALSE;
  if (!kp_pdf_seal_fits (pdf, press.paper_key))
    check->state = KP_PAPER_CHANGED;
  else if (!is_known)
    check->state = KP_PAPER_UNKNOWN;
  else if (check->state == KP_PAPER_OTHER && kp_press_form_is_register (press.form))
    check->state = check->n_since > 0 || kp_press_form_goes_by_day (press.form) ? KP_PAPER_GROWN : KP_PAPER_DENIED;
  return TRUE;
}
