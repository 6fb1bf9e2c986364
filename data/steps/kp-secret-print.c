/* kp-secret-print.c – the sealing staff's table of secret numbers and its labels: who may have them printed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody has to know for an hour which secret number goes on which script: the two who seal them. Theirs is the one paper
 * with seats and secret numbers side by side, so the record keeps who had it made:
 *
 *   before the lock    once, by two people who enter no mark of the paper; once more only with a reason
 *   after the lock     by two people, as often as the opening and the files ask for it */
#include "kp-secret-print.h"

#include <glib/gi18n-lib.h>

#include "kp-identity.h"
#include "kp-marked-paper.h"
#include "kp-review.h"

static const char *const names[] = {
  [KP_SECRET_TABLE] = "table",
  [KP_SECRET_LABELS] = "labels",
};

/**
 * kp_secret_print_dup_digest:
 * @secrets: (element-type KpSecretNumberRecord): of one paper, by number
 *
 * The digest that the record of the draw bears once it is open, so that table and draw can be laid side by side.
 *
 * Returns: (transfer full): SHA-256 of the drawn order, 64 hex digits
 */
char *
kp_secret_print_dup_digest (GPtrArray *secrets)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < secrets->len; i++)
    {
      const KpSecretNumberRecord *secret = g_ptr_array_index (secrets, i);

      if (i > 0)
        g_checksum_update (sum, (const guchar *) "\n", 1);
      g_checksum_update (sum, (const guchar *) secret->application, -1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* Whoever enters marks never sees whose they are. */
static gboolean
check_no_clerk (const KpMarkedPaper *paper,
                const KpTwoPeople *persons,
                GError **error)
{
  const char *const all[] = { persons->first_person, persons->second_person, kp_session_get_actor (paper->session) };

  for (guint i = 0; paper->lock == NULL && i < paper->entries->len; i++)
    {
      const KpEntryRecord *entry = g_ptr_array_index (paper->entries, i);

      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        {
          if (kp_review_is_same_person (entry->clerk, all[j]) || kp_session_is_second (paper->session, entry->clerk))
            return kp_step_refuse (_("Who enters marks of this paper doesn't see whose secret number is which. Name two people who seal "
                                     "and enter nothing, and say who works with --actor."),
                                   error);
        }
    }
  return TRUE;
}

static gboolean
check_first (const KpMarkedPaper *paper,
             KpSecretPrint what,
             const char *digest,
             const KpTwoPeople *persons,
             GError **error)
{
  for (guint i = 0; paper->lock == NULL && i < paper->prints->len; i++)
    {
      const KpSecretPrintRecord *print = g_ptr_array_index (paper->prints, i);

      if (!g_str_equal (print->what, names[what]) || !g_str_equal (print->draw, digest)
          || !kp_two_people_is_blank (persons->reason))
        continue;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("This was printed for the sealing staff on %s already. Until the marks of paper “%s” are locked it is "
                     "printed once more only with a --reason."),
                   print->at, paper->rule->code);
      return FALSE;
    }
  return TRUE;
}

/**
 * kp_step_note_secret_print:
 * @session: a session, open for writing
 * @code: of a paper
 * @what: the table or the labels
 * @persons: the two who have it printed; why, where it was printed before and the marks aren't locked yet
 * @error: return location
 *
 * Puts into the record that the sealed table, or its labels, is printed now. To be called before a byte of it leaves.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR: then nothing may be printed
 */
gboolean
kp_step_note_secret_print (KpSession *session,
                           const char *code,
                           KpSecretPrint what,
                           const KpTwoPeople *persons,
                           GError **error)
{
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *now = kp_session_dup_now (session);
  KpSchemePaper rule;
  KpSecretPrintRecord record = {
    .campaign = kp_session_get_campaign (session),
    .paper = code,
    .what = names[what],
    .first_person = persons->first_person,
    .second_person = persons->second_person,
    .operator = kp_session_get_actor (session),
    .reason = kp_two_people_is_blank (persons->reason) ? NULL : persons->reason,
    .at = now,
  };

  if (!kp_two_people_check_named (session, persons->first_person, persons->second_person, error)
      || !kp_marked_paper_find_rule (session, code, &rule, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "secret-print", code, error);
  if (ledger == NULL || !kp_marked_paper_load (&paper, session, code, error))
    return FALSE;
  if (paper.secrets->len == 0)
    return kp_step_refuse (_("The paper has no secret numbers yet; draw them first with “kaopin marks FILE --paper P --secret”."), error);
  digest = kp_secret_print_dup_digest (paper.secrets);
  record.draw = digest;
  record.number = paper.prints->len + 1;
  return check_no_clerk (&paper, persons, error) && check_first (&paper, what, digest, persons, error)
         && kp_ledger_insert (ledger, &kp_secret_print_table, &record, error) && kp_session_commit (session, ledger, error);
}
