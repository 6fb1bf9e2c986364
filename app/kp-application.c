/* kp-application.c – the program with a window: options, actions, and the paper that its windows print.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-application.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "kp-auto-backup.h"
#include "kp-works.h"
#include "kp-command.h"
#include "kp-photo.h"
#include "kp-press.h"
#include "kp-opened.h"
#include "kp-room-package-dialog.h"
#include "kp-room-window.h"
#include "kp-settings.h"

struct _KpApplication
{
  AdwApplication parent_instance;

  KpPressTitle titles[KP_PRESS_N_FORMS]; /* texts borrowed but for the file names */
  KpPressSource source;
  KpWorkSource works;
};

G_DEFINE_FINAL_TYPE (KpApplication, kp_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *summary;
  KpStage stage; /* from which on there is something to print */
} About;

static const About abouts[KP_PRESS_N_FORMS] = {
  [KP_PRESS_NOTICE] = { N_("The rules of the campaign, for publishing."), KP_STAGE_PLAN },
  [KP_PRESS_TICKETS] = { N_("One for each candidate of the written exam."), KP_STAGE_SITTINGS },
  [KP_PRESS_DOORS] = { N_("Who sits in which room, for its door."), KP_STAGE_SITTINGS },
  [KP_PRESS_DESKS] = { N_("One label for each desk."), KP_STAGE_SITTINGS },
  [KP_PRESS_SIGN_IN] = { N_("Where candidates sign, room by room."), KP_STAGE_SITTINGS },
  [KP_PRESS_SEATS] = { N_("The plan of each room, for its invigilators."), KP_STAGE_SITTINGS },
  [KP_PRESS_MARKS] = { N_("The written marks, for publishing."), KP_STAGE_WRITTEN },
  [KP_PRESS_SHORTLIST] = { N_("Who comes to the interview, for publishing."), KP_STAGE_SHORTLIST },
  [KP_PRESS_DRAWS] = { N_("How each draw can be repeated by anyone."), KP_STAGE_SITTINGS },
  [KP_PRESS_PANELS] = { N_("Who of the examiners sits in which room."), KP_STAGE_INTERVIEW },
  [KP_PRESS_INTERVIEW_SIGN_IN] = { N_("Where candidates sign before the interview, without their numbers."), KP_STAGE_INTERVIEW },
  [KP_PRESS_INTERVIEW] = { N_("What the examiners gave, for signing."), KP_STAGE_INTERVIEW },
  [KP_PRESS_TOTALS] = { N_("Totals and places, for publishing."), KP_STAGE_TOTALS },
  [KP_PRESS_PUBLICITY] = { N_("Who is to be hired, for publishing."), KP_STAGE_PUBLICITY },
  [KP_PRESS_CONTRACTS] = { N_("One for each person hired, ready to sign."), KP_STAGE_HIRE },
  [KP_PRESS_INCIDENT_RECORDS] = { N_("What two people saw in the room, for signing."), KP_STAGE_WRITTEN },
  [KP_PRESS_INCIDENT_NOTICES] = { N_("Facts, grounds and rights, before anything is decided."), KP_STAGE_WRITTEN },
  [KP_PRESS_HEATS] = { N_("Who goes on after a test before the interview, for publishing."), KP_STAGE_SHORTLIST },
  [KP_PRESS_INCIDENT_DECISIONS] = { N_("What was decided of a breach, for serving."), KP_STAGE_WRITTEN },
  [KP_PRESS_INCIDENT_LIST] = { N_("All breaches and what became of them, for the committee."), KP_STAGE_WRITTEN },
  [KP_PRESS_RECHECKS] = { N_("Who asked to have a mark checked, for the committee."), KP_STAGE_WRITTEN },
  [KP_PRESS_RECHECK_NOTICES] = { N_("What the check of a mark found, for serving."), KP_STAGE_WRITTEN },
  [KP_PRESS_SUPPLEMENT] = { N_("What an amendment changed of the notice, for publishing."), KP_STAGE_PLAN },
  [KP_PRESS_ROOM_REPORTS] = { N_("What happened in each room, to fill in and sign."), KP_STAGE_SITTINGS },
  [KP_PRESS_SCORE_SHEETS] = { N_("Where each examiner marks a room, by number alone, to fill in and sign."), KP_STAGE_INTERVIEW },
  [KP_PRESS_SCORE_FORMS] = { N_("Where an examiner marks one candidate, by number alone, to fill in and sign."), KP_STAGE_INTERVIEW },
  [KP_PRESS_DAILY] = { N_("How many applied, passed and paid for each post."), KP_STAGE_REGISTRATION },
  [KP_PRESS_REVIEW_SUMMARY] = { N_("How the review came out for each post, for signing."), KP_STAGE_REVIEW },
  [KP_PRESS_UNFIT] = { N_("Who did not pass the review and why, for the committee."), KP_STAGE_REVIEW },
  [KP_PRESS_APPEALS] = { N_("Who appealed against the review and what came of it."), KP_STAGE_REVIEW },
  [KP_PRESS_CUTS] = { N_("Posts that lose places or do not open, for publishing."), KP_STAGE_SITTINGS },
  [KP_PRESS_REPOSTS] = { N_("Who chose another post, for signing."), KP_STAGE_SITTINGS },
  [KP_PRESS_ROOM_PLAN] = { N_("Which tickets sit in which room, for signing."), KP_STAGE_SITTINGS },
  [KP_PRESS_HANDOVER] = { N_("Where the papers of each room are handed over, for signing."), KP_STAGE_SITTINGS },
  [KP_PRESS_ENTRIES] = { N_("Both entries of each mark and where they differed, for signing."), KP_STAGE_WRITTEN },
  [KP_PRESS_ORIGINALS] = { N_("Whose originals were seen before the interview, for signing."), KP_STAGE_RECHECK },
  [KP_PRESS_SUBSTITUTES] = { N_("Who moved up in the place of others, for publishing."), KP_STAGE_RECHECK },
  [KP_PRESS_CONTACTS] = { N_("Which substitutes were called, to fill in."), KP_STAGE_RECHECK },
  [KP_PRESS_CUSTODY] = { N_("Whose phone is kept while they wait, for signing."), KP_STAGE_INTERVIEW },
  [KP_PRESS_NUMBERS] = { N_("Whose number was which, once the seal is broken."), KP_STAGE_INTERVIEW },
  [KP_PRESS_PHYSICAL] = { N_("The conclusions of the physical examination, for signing."), KP_STAGE_PHYSICAL },
  [KP_PRESS_BACKGROUND] = { N_("What each body answered of the background, for signing."), KP_STAGE_PHYSICAL },
  [KP_PRESS_SURVEYS] = { N_("What residents answered of each worker on probation, for two counters."), KP_STAGE_HIRE },
  [KP_PRESS_ERASURES] = { N_("What was erased when its period was over, in numbers, for signing."), KP_STAGE_HIRE },
  [KP_PRESS_HEADCOUNT] = { N_("Residents, places, people at work and what is free, for signing."), KP_STAGE_PLAN },
  [KP_PRESS_PLAN] = { N_("What each street asks for this year, of three kinds, for signing."), KP_STAGE_PLAN },
  [KP_PRESS_BONUS_REVIEW] = { N_("What two people found of each claim of bonus points, for signing."), KP_STAGE_SHORTLIST },
  [KP_PRESS_BONUS_NOTICE] = { N_("Who gets bonus points and for what, masked, for publishing."), KP_STAGE_SHORTLIST },
  [KP_PRESS_FIGURES] = { N_("How the marks of the rooms were corrected, for signing."), KP_STAGE_INTERVIEW },
  [KP_PRESS_ARRIVALS] = { N_("Who reports for work, and in which community, for signing."), KP_STAGE_HIRE },
  [KP_PRESS_RECEIPTS] = { N_("Who got a copy of the contract, for signing."), KP_STAGE_HIRE },
  [KP_PRESS_STAFF] = { N_("Who works for each employer, as the law asks for it."), KP_STAGE_HIRE },
  [KP_PRESS_INSURED] = { N_("Whose social insurance and housing fund were registered, for signing."), KP_STAGE_HIRE },
  [KP_PRESS_PHYSICAL_LIST] = { N_("Who is called to the physical examination, to sign in."), KP_STAGE_PHYSICAL },
  [KP_PRESS_INQUIRY] = { N_("Whose background each body is asked about, with room for its answer."), KP_STAGE_PHYSICAL },
  [KP_PRESS_CORRECTIONS] = { N_("What two people put right, with what it was before, for signing."), KP_STAGE_WRITTEN },
  [KP_PRESS_ARCHIVE] = { N_("What goes into the archive, to count and sign."), KP_STAGE_HIRE },
  [KP_PRESS_RESULTS] = { N_("What became of each post, from places to contracts, for signing."), KP_STAGE_HIRE },
  [KP_PRESS_STRUCTURE] = { N_("Who applied and came through, by sex, age, education and more, in numbers."), KP_STAGE_HIRE },
  [KP_PRESS_JOURNAL] = { N_("Who did what and when, act by act, for signing."), KP_STAGE_HIRE },
  [KP_PRESS_CONTENTS] = { N_("Which papers the record has, how many of each and on how many pages."), KP_STAGE_HIRE },
  [KP_PRESS_CHOICES] = { N_("Who chooses a post in which order, for signing."), KP_STAGE_PUBLICITY },
  [KP_PRESS_OBJECTIONS] = { N_("What came in during the publicity, and how it was answered."), KP_STAGE_PUBLICITY },
  [KP_PRESS_DEPARTURES] = { N_("Who left after the publication, and for what reason."), KP_STAGE_HIRE },
  [KP_PRESS_ELIGIBILITY] = { N_("Who of the earlier staff may be converted, and what stands against it."), KP_STAGE_REVIEW },
  [KP_PRESS_LEFTOVERS] = { N_("Who of the earlier staff wasn't selected, and what becomes of each."), KP_STAGE_HIRE },
  [KP_PRESS_FUNDING] = { N_("Whose money moves with the converted, for the seals of all departments."), KP_STAGE_HIRE },
  [KP_PRESS_GRADES] = { N_("Grade and pay as they were set at hire, for signing."), KP_STAGE_HIRE },
  [KP_PRESS_PROOFS] = { N_("Which claims have to be proved, what was shown, and what the check found."), KP_STAGE_REVIEW },
  [KP_PRESS_FILES] = { N_("What each file of an employed person has and lacks."), KP_STAGE_PROBATION },
  [KP_PRESS_REGISTRATION_FORMS] = { N_("What each applicant stated, with a box for the photo, for signing."), KP_STAGE_REGISTRATION },
  [KP_PRESS_REVIEW_FORMS] = { N_("What each condition came to for each applicant, for signing."), KP_STAGE_REVIEW },
  [KP_PRESS_APPROVAL_FORMS] = { N_("What speaks for each hire, for the opinions of all levels."), KP_STAGE_HIRE },
  [KP_PRESS_BACKGROUND_FORMS] = { N_("What two investigators found of each person, for all opinions."), KP_STAGE_PHYSICAL },
  [KP_PRESS_CONDITION_FORMS] = { N_("What each worker must fulfil in the probation, signed on the first day."), KP_STAGE_HIRE },
  [KP_PRESS_DUTY_FORMS] = { N_("Duties and how they are assessed, for signing."), KP_STAGE_HIRE },
  [KP_PRESS_MENTOR_FORMS] = { N_("Who guides each worker, with room for every month."), KP_STAGE_HIRE },
  [KP_PRESS_NOTE_FORMS] = { N_("What each worker did, month by month."), KP_STAGE_HIRE },
  [KP_PRESS_MIDTERM_FORMS] = { N_("The talk at half of the probation, for signing."), KP_STAGE_HIRE },
  [KP_PRESS_ASSESSMENT_FORMS] = { N_("Points and what fails at once, for the opinions of all levels."), KP_STAGE_HIRE },
  [KP_PRESS_SURVEY_FORMS] = { N_("What residents answer without their names, a page for each worker."), KP_STAGE_HIRE },
  [KP_PRESS_AGREEMENT_FORMS] = { N_("That the years of a converted worker go on, for three parties."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_UNQUALIFIED] = { N_("Why somebody did not pass the review, and how to appeal."), KP_STAGE_REVIEW },
  [KP_PRESS_LETTER_SUPPLEMENT] = { N_("Which papers are wanting, and until when."), KP_STAGE_REVIEW },
  [KP_PRESS_LETTER_INTERVIEW] = { N_("When and where each candidate is heard."), KP_STAGE_RECHECK },
  [KP_PRESS_LETTER_SUBSTITUTE] = { N_("Who takes the place of somebody who left."), KP_STAGE_RECHECK },
  [KP_PRESS_LETTER_MARK] = { N_("The interview mark; before the opening by number alone."), KP_STAGE_INTERVIEW },
  [KP_PRESS_LETTER_PHYSICAL] = { N_("The call to the physical examination."), KP_STAGE_PHYSICAL },
  [KP_PRESS_LETTER_HIRE] = { N_("Where and when those hired report."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_WAIVER] = { N_("A form for those who give up, to fill in."), KP_STAGE_PLAN },
  [KP_PRESS_LETTER_CONSENT] = { N_("A form for employers who consent, to fill in."), KP_STAGE_PLAN },
  [KP_PRESS_LETTER_SERVICE] = { N_("A form for those who prove service, to fill in."), KP_STAGE_PLAN },
  [KP_PRESS_LETTER_PLEDGE] = { N_("A promise of honesty for applicants, to fill in."), KP_STAGE_PLAN },
  [KP_PRESS_LETTER_PRIVACY] = { N_("What is done with personal data, for the applicant's consent."), KP_STAGE_PLAN },
  [KP_PRESS_LETTER_RECEIPT] = { N_("Which papers were handed in, to fill in."), KP_STAGE_PLAN },
  [KP_PRESS_LETTER_RECUSAL] = { N_("A promise of examiners and staff, to fill in."), KP_STAGE_PLAN },
  [KP_PRESS_LETTER_RETEST] = { N_("An application for another physical examination, to fill in."), KP_STAGE_PHYSICAL },
  [KP_PRESS_LETTER_OBJECTION] = { N_("An objection against the publicity and what came of it, to fill in."), KP_STAGE_PUBLICITY },
  [KP_PRESS_LETTER_CONFIRM] = { N_("From which day a worker is confirmed."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_UNION] = { N_("What the union must hear before a contract is ended in the probation."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_TERMINATE] = { N_("That a contract ends in the probation, with facts and clause."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_ENDED] = { N_("What the law asks for once a contract has ended."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_RECHECK] = { N_("An application to have a mark checked, to fill in."), KP_STAGE_WRITTEN },
  [KP_PRESS_LETTER_EXPIRY] = { N_("That the term of a contract is about to end, and what the employer wants."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_RENEW] = { N_("The annex by which a contract is renewed, to fill in and sign."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_CHANGE] = { N_("The annex by which a contract is changed, to fill in and sign."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_HANDING] = { N_("Which work and things were handed over, to fill in."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_TRANSFER] = { N_("From which employer to which somebody is converted, and from which day."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_AGREEMENT] = { N_("What the former employer, the worker and the new one agree on, to fill in and sign."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_YEARS] = { N_("Years of service by what they count for, to fill in and sign."), KP_STAGE_HIRE },
  [KP_PRESS_LETTER_GRADE] = { N_("The first grade and what it comes from, to fill in and sign."), KP_STAGE_HIRE },
};

static GBytes *
make_photo (GBytes *file,
            guint *width,
            guint *height,
            GError **error)
{
  return kp_photo_make (file, &kp_photo_usual_demand, width, height, error);
}

/* Runs in a worker; fonts aren't shared between threads. */
static GBytes *
make_paper (KpSession *session,
            const char *form,
            const char *only,
            gpointer data G_GNUC_UNUSED,
            GError **error)
{
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (error);
  KpPressForm parsed = KP_PRESS_NOTICE;

  if (fonts == NULL)
    return NULL;
  g_return_val_if_fail (kp_press_form_parse (form, &parsed), NULL);
  return kp_press_make (session, parsed, fonts, only, error);
}

static void
fill_source (KpApplication *self)
{
  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      self->titles[i] = (KpPressTitle) {
        .name = kp_press_form_get_name ((KpPressForm) i),
        .title = kp_press_form_get_chinese ((KpPressForm) i),
        .summary = _(abouts[i].summary),
        .file_name = kp_press_form_dup_file_name ((KpPressForm) i),
        .stage = abouts[i].stage,
      };
    }
  self->source = (KpPressSource) { self->titles, KP_PRESS_N_FORMS, make_paper, NULL };
  self->works = (KpWorkSource) {
    .run = kp_works_run,
    .dup_words = kp_works_dup_any_sentence,
    .make_photo = make_photo,
  };
  self->works.works = kp_works_get (&self->works.n_works);
}

static void
on_opened (KpWindow *window G_GNUC_UNUSED,
           KpCampaign *campaign)
{
  kp_opened_add (gtk_recent_manager_get_default (), kp_campaign_get_location (campaign), kp_campaign_get_code (campaign),
                 kp_campaign_get_scheme (campaign)->title);
}

static KpWindow *
new_window (KpApplication *application)
{
  KpWindow *window = kp_window_new (GTK_APPLICATION (application), &application->source, &application->works);

  g_signal_connect (window, "opened", G_CALLBACK (on_opened), NULL);
  kp_window_set_idle_minutes (window, kp_settings_load_lock_minutes ());
  return window;
}

/** kp_application_find_window: the window that was used last, or a new one. */
KpWindow *
kp_application_find_window (KpApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  while (window != NULL && !KP_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    return KP_WINDOW (window);
  return new_window (application);
}

/* The score keeper sees the room alone: an empty window behind it would only be in the way. */
static void
on_package_opened (KpRoomPackageDialog *dialog,
                   KpCampaign *campaign,
                   KpApplication *application)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  KpRoomWindow *room = kp_room_window_new (GTK_APPLICATION (application), campaign, &application->source, g_get_user_name ());

  kp_campaign_set_words (campaign, application->works.dup_words);
  gtk_window_present (GTK_WINDOW (room));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (KP_IS_WINDOW (parent) && kp_window_get_campaign (KP_WINDOW (parent)) == NULL && !kp_window_is_working (KP_WINDOW (parent)))
    gtk_window_destroy (parent);
}

static void
open_package (KpApplication *application,
              const char *path,
              const char *actor)
{
  KpWindow *window = kp_application_find_window (application);
  KpRoomPackageDialog *dialog = kp_room_package_dialog_new (GTK_WINDOW (window), KP_ROOM_PACKAGE_OPEN, path, actor);

  g_signal_connect_object (dialog, "opened", G_CALLBACK (on_package_opened), application, 0);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

/** kp_application_open: shows a record: in the window that shows none yet, else in a new one; a room package as its room. */
void
kp_application_open (KpApplication *application,
                     const char *location,
                     const char *code,
                     const char *actor)
{
  KpWindow *window;

  if (!kp_database_location_is_server (location) && kp_room_package_is_one (location))
    {
      open_package (application, location, actor);
      return;
    }
  window = kp_application_find_window (application);
  if (kp_window_get_campaign (window) != NULL || kp_window_is_working (window))
    window = new_window (application);
  gtk_window_present (GTK_WINDOW (window));
  kp_window_open (window, location, code, actor);
}

static const char *
lookup (GVariantDict *options,
        const char *name,
        const char *usual)
{
  const char *value = usual;

  g_variant_dict_lookup (options, name, "&s", &value);
  return value;
}

static int
kp_application_command_line (GApplication *application,
                             GApplicationCommandLine *line)
{
  KpApplication *self = KP_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  const char *actor = lookup (options, "actor", g_get_user_name ());
  const char *code = lookup (options, "campaign", NULL);
  const char *server = lookup (options, "connect", NULL);
  g_auto (GStrv) words = g_application_command_line_get_arguments (line, NULL);

  if (server != NULL && !kp_database_location_is_server (server))
    {
      g_application_command_line_printerr (
          line, "kaopin: %s\n", _("What --connect names is no address of a server; it begins with postgresql://."));
      return KP_EXIT_USAGE;
    }
  if (server != NULL)
    kp_application_open (self, server, code, actor);
  for (guint i = 1; words[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, words[i]);
      g_autofree char *path = g_file_get_path (file);

      kp_application_open (self, path != NULL ? path : words[i], code, actor);
    }
  if (server == NULL && words[1] == NULL)
    gtk_window_present (GTK_WINDOW (kp_application_find_window (self)));
  return KP_EXIT_DONE;
}

static void
kp_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (kp_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (KP_APPLICATION_ID);
  kp_application_add_actions (KP_APPLICATION (application));
  kp_auto_backup_start (GTK_APPLICATION (application));
}

static void
kp_application_finalize (GObject *object)
{
  KpApplication *self = KP_APPLICATION (object);

  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    g_free ((char *) self->titles[i].file_name);
  G_OBJECT_CLASS (kp_application_parent_class)->finalize (object);
}

static void
kp_application_class_init (KpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kp_application_finalize;
  application_class->command_line = kp_application_command_line;
  application_class->startup = kp_application_startup;
}

static void
kp_application_init (KpApplication *self)
{
  const GOptionEntry entries[] = {
    { "connect", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The record is on a server; takes the place of FILE"), "URI" },
    { "campaign", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Which campaign, where the record holds several"), "CODE" },
    { "actor", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Who works, for the journal (the login when left out)"), "NAME" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  fill_source (self);
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

/**
 * kp_application_run:
 * @argc: count of words
 * @argv: the program's name, options and records
 *
 * Runs the program with its windows until the last of them is closed.
 *
 * Returns: a #KpExit
 */
int
kp_application_run (int argc,
                    char **argv)
{
  g_autoptr (KpApplication) application = NULL;

  if (!gtk_init_check ())
    {
      fprintf (stderr, "kaopin: %s\n",
               _("There is no screen to open the window on; give a verb instead. “kaopin help” lists them."));
      return KP_EXIT_REFUSED;
    }
  application
      = g_object_new (KP_TYPE_APPLICATION, "application-id", KP_APPLICATION_ID, "flags",
                      G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path", "/org/kaopin/Kaopin", NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
