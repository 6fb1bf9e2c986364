/* kp-verb-erase.c – how long what a campaign gathered is kept, and the erasing of what is due.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-press.h"
#include "kp-record-backup.h"
#include "kp-step-erase.h"
#include "kp-verbs.h"

/* Owned texts. */
typedef struct
{
  char *until;
  char *ended;
  char *by;
  char *with;
  char *certificate;
  gboolean is_sure;
  gboolean with_backups;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->until, &options->ended, &options->by, &options->with, &options->certificate };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_day (const char *text, KpDate *day, GError **error)
{
  *day = KP_DATE_NONE;
  return text == NULL || kp_date_parse_iso (text, day, error);
}

static char *
dup_day (KpDate day, const char *otherwise)
{
  return kp_date_is_valid (day) ? kp_date_dup_iso (day) : g_strdup (otherwise);
}

static void
add_line (KpAnswer *answer, const KpRetentionReport *report, const KpRetentionLine *line)
{
  const gboolean is_paper = !kp_retention_is_in_record (line->kind);
  const gboolean is_counted = !is_paper || line->kind == KP_RETENTION_CONTRACTS;
  g_autofree char *years = line->years > 0 ? g_strdup_printf ("%u", line->years) : g_strdup (_ ("for ever"));
  g_autofree char *due = dup_day (line->due, line->years == 0 ? _ ("never") : report->running != NULL ? _ ("not known yet") : "");
  g_autofree char *n_kept = is_counted ? g_strdup_printf ("%u", line->n_kept) : NULL;
  g_autofree char *n_due = is_counted ? g_strdup_printf ("%u", line->n_due) : NULL;

  kp_answer_add_row (answer, (const char *[]){ kp_retention_get_chinese (line->kind), years, due, n_kept, n_due,
                                               is_paper ? _ ("on paper: to be destroyed by hand") : _ ("in the record: kaopin erase"),
                                               kp_retention_get_clause (line->kind) });
}

static void
answer_report (KpAnswer *answer, const KpRetentionReport *report)
{
  const KpAnswerColumn columns[] = {
    { "kind", _ ("What"), FALSE },       { "years", _ ("Years"), TRUE },        { "due", _ ("May be erased from"), FALSE },
    { "n_kept", _ ("People"), TRUE },    { "n_due", _ ("Of them due"), TRUE },  { "where", _ ("Where"), FALSE },
    { "clause", _ ("Clause"), FALSE },
  };
  g_autofree char *ended = dup_day (report->ended, "");

  if (report->running != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("The recruitment goes on: %s"), report->running);

      kp_answer_say (answer, sentence);
    }
  else
    kp_answer_add_text (answer, "ended", _ ("The recruitment ended on"), ended);
  kp_answer_begin_table (answer, "kinds", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < KP_RETENTION_N_KINDS; i++)
    add_line (answer, report, &report->lines[i]);
}

/** kp_verb_retention: kaopin retention FILE [--until DAY] [--ended DAY]. */
gboolean
kp_verb_retention (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, N_ ("As of DATE"), "DATE" },
    { "ended", 0, 0, G_OPTION_ARG_STRING, &options.ended, N_ ("On which a dispute ended that came after all else"), "DATE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpRetentionReport) report = NULL;
  KpDate on, ended;

  if (!kp_command_parse (command, entries, 0, 0, error) || !parse_day (options.until, &on, error)
      || !parse_day (options.ended, &ended, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  if (session == NULL)
    return FALSE;
  report = kp_retention_report_load (session, kp_date_is_valid (on) ? on : kp_session_get_today (session), ended, error);
  if (report == NULL)
    return FALSE;
  answer_report (kp_command_get_answer (command), report);
  return TRUE;
}

static gboolean
write_certificate (KpCommand *command, KpSession *session, const char *path, GError **error)
{
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (error);

  return fonts != NULL
         && kp_command_save (command, kp_press_make (session, KP_PRESS_ERASURES, fonts, NULL, error), path, error);
}

/* A server's backups are its keeper's. */
static gboolean
erase_backups (KpCommand *command, KpSession *session, const KpEraseOrder *order, gboolean removes, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const char *path = kp_database_get_path (kp_session_get_database (session));
  g_autofree char *folder = path != NULL ? kp_record_backup_dup_folder (path) : NULL;
  guint n_found = 0, n_removed = 0;

  if (folder == NULL)
    return TRUE;
  if (!kp_step_erase_backups (session, folder, order, removes, &n_found, &n_removed, error))
    return FALSE;
  kp_answer_add_count (answer, "n_backups", _ ("Automatic backups from before the erasure"), n_found);
  kp_answer_add_count (answer, "n_backups_removed", _ ("Of them removed"), n_removed);
  if (n_found > n_removed)
    kp_answer_say (answer, removes ? _ ("Some backups could not be removed: look whether their folder may be written, and give the "
                                        "same command again.")
                                   : _ ("These backups still hold what was erased. “kaopin erase … --backups --yes” removes them; "
                                        "from then on nothing older than the erasure can be restored."));
  return TRUE;
}

/* Who comes back for the backups alone has nothing due any more. */
static gboolean
is_done (KpSession *session, const KpEraseOrder *order, gboolean *is, GError **error)
{
  const KpDate on = kp_date_is_valid (order->until) ? order->until : kp_session_get_today (session);
  g_autoptr (KpRetentionReport) report = kp_retention_report_load (session, on, order->ended, error);
  g_autoptr (GPtrArray) before = report != NULL ? kp_erasure_list (session, error) : NULL;

  if (before == NULL)
    return FALSE;
  *is = before->len > 0 && kp_retention_report_count_due (report) == 0;
  return TRUE;
}

static gboolean
erase_record (KpCommand *command, KpSession *session, const KpEraseOrder *order, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  guint n_persons = 0, n_values = 0;

  if (!kp_step_erase (session, order, &n_persons, &n_values, error))
    return FALSE;
  kp_answer_add_count (answer, "n_persons", _ ("People whose data was erased"), n_persons);
  kp_answer_add_count (answer, "n_values", _ ("Values and entries that are gone"), n_values);
  kp_answer_say (answer, _ ("The record holds them no more. Backups, exported files and paper still do: destroy them too, and note it on "
                            "the certificate. On a server its owner gives this order, and its administrator sees to the server's backups."));
  return TRUE;
}

/** kp_verb_erase: kaopin erase FILE --by NAME --with NAME --yes [--until DAY] [--ended DAY] [--backups] [--certificate PDF]. */
gboolean
kp_verb_erase (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, N_ ("What is due by DATE (today when left out)"), "DATE" },
    { "ended", 0, 0, G_OPTION_ARG_STRING, &options.ended, N_ ("On which a dispute ended that came after all else"), "DATE" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who answers for it"), "NAME" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Second person"), "NAME" },
    { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &options.certificate, N_ ("Write the certificate of erasure"), "PDF" },
    { "backups", 0, 0, G_OPTION_ARG_NONE, &options.with_backups,
      N_ ("Remove the automatic backups that still hold what was erased"), NULL },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &options.is_sure, N_ ("It can't be undone: erase"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;
  KpEraseOrder order = { 0 };
  gboolean is_over = FALSE;

  if (!kp_command_parse (command, entries, 0, 0, error) || !parse_day (options.until, &order.until, error)
      || !parse_day (options.ended, &order.ended, error))
    return FALSE;
  if (!options.is_sure)
    return kp_command_fail_usage (command, error,
                                  _ ("What is erased can't be brought back. “kaopin retention” tells what it would be; "
                                     "then say --yes."));
  order.by = options.by;
  order.with = options.with;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || (options.with_backups && !is_done (session, &order, &is_over, error))
      || (!is_over && !erase_record (command, session, &order, error))
      || !erase_backups (command, session, &order, options.with_backups, error))
    return FALSE;
  return options.certificate == NULL || write_certificate (command, session, options.certificate, error);
}
