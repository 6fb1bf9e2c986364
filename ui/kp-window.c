/* kp-window.c – the window: one campaign, its path at the left, its pages at the right.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-window.h"

#include <glib/gi18n-lib.h>

#include "kp-campaign-page.h"
#include "kp-chooser.h"
#include "kp-complaint.h"
#include "kp-data-error.h"
#include "kp-help-window.h"
#include "kp-manual.h"
#include "kp-window-beside.h"
#include "kp-window-guard.h"
#include "kp-window-pages.h"
#include "kp-window-undo.h"
#include "kp-window-watch.h"
#include "kp-stage-path.h"
#include "kp-start-page.h"
#include "kp-work-page.h"

struct _KpWindow
{
  AdwApplicationWindow parent_instance;

  AdwHeaderBar *header;
  AdwToastOverlay *toasts;
  GtkStack *states;
  AdwViewStack *pages;
  GtkStack *people; /* the list, or one application */
  AdwFlap *flap;
  GtkButton *back;
  AdwStatusPage *working;
  KpStagePath *path;
  KpCampaignPage *campaign_page;
  KpWorkPage *work_page;
  KpReviewPage *review_page;
  KpMarkPage *mark_page;
  KpSeatPage *seat_page;
  KpApplicationsPage *applications_page;
  KpApplicationPage *application_page;
  KpWorkerPage *worker_page;
  KpPrintPage *print_page;
  KpWindowPages all; /* of them that list people */

  const KpPressSource *press; /* the program's */
  KpUndo *undo; /* borrowed */
  GtkButton *undo_button;
  KpCampaign *campaign;
  GCancellable *cancellable;
  GtkWidget *switcher;
  gboolean is_glance; /* the applications are still to come */
  char *actor;
  KpWindowGuard *guard;
  KpWindowWatch *watch;
  const KpWorkSource *works; /* borrowed */
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KpWindow, kp_window, ADW_TYPE_APPLICATION_WINDOW)

/* What makes no sense without a campaign. */
static const char *const campaign_actions[] = {
  "win.page",  "win.previous", "win.next",   "win.print",     "win.reload", "win.open-work",
  "win.hall",  "win.room",   "win.search", "win.show-application", "win.show-path", "win.show-post",
  "win.show-stage", "win.open-work-for", "win.print-form", "win.wait", "win.lock",
  "win.accounts", "win.sign-out",
};

/* What makes none before the applications are read. */
static const char *const people_actions[] = {
  "win.page", "win.previous", "win.next", "win.print", "win.search", "win.show-application", "win.show-post",
};

static void
show_state (KpWindow *self,
            const char *state)
{
  const gboolean has_campaign = g_str_equal (state, "campaign");

  gtk_stack_set_visible_child_name (self->states, state);
  for (guint i = 0; i < G_N_ELEMENTS (campaign_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), campaign_actions[i], has_campaign);
}

/* Back leads from one application to the list, and from a document to the forms where the window is narrow. */
static void
update_back (KpWindow *self)
{
  const char *page = adw_view_stack_get_visible_child_name (self->pages);
  const char *people = gtk_stack_get_visible_child_name (self->people);

  gtk_widget_set_visible (GTK_WIDGET (self->back), g_strcmp0 (page, "applications") == 0
                                                       && g_strcmp0 (people, "application") == 0);
  if (self->watch != NULL)
    {
      g_autofree char *name = kp_window_pages_dup_name (&self->all);

      kp_window_watch_set_page (self->watch, name);
    }
}

/* What needs no application: the title, the path, what is to be done. While it is read again, the pages are away; they are
   brought back with the focus that they had before what had it may go. */
static void
show_overview (KpWindow *self,
               KpCampaign *campaign)
{
  const char *state = kp_window_guard_is_locked (self->guard) ? "locked" : "campaign";
  const gboolean is_new = self->campaign == NULL;

  if (!is_new)
    show_state (self, state);
  g_set_object (&self->campaign, campaign);
  kp_campaign_set_identity (campaign, kp_window_guard_get_identity (self->guard));
  kp_campaign_set_words (campaign, self->works->dup_words);
  kp_undo_set_campaign (self->undo, campaign);
  gtk_window_set_title (GTK_WINDOW (self), kp_campaign_get_scheme (campaign)->title);
  kp_chooser_start_beside (GTK_WINDOW (self), kp_campaign_get_location (campaign));
  kp_stage_path_set_campaign (self->path, campaign);
  kp_campaign_page_set_campaign (self->campaign_page, campaign);
  kp_work_page_set_campaign (self->work_page, campaign, self->actor);
  kp_window_watch_set_campaign (self->watch, campaign, self->actor);
  show_state (self, state);
  if (kp_window_guard_get_identity (self->guard) == NULL)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock", FALSE);
  if (is_new)
    g_signal_emit (self, signals[OPENED], 0, campaign);
}

/* As it was read before, and now again: what is looked at stays. */
static void
show_campaign (KpWindow *self,
               KpCampaign *campaign)
{
  const gboolean is_again = self->campaign != NULL && kp_campaign_is_whole (self->campaign);
  const KpStage stage = kp_work_page_get_stage (self->work_page);

  show_overview (self, campaign);
  if (is_again)
    kp_window_pages_refresh (&self->all, campaign, self->actor);
  else
    kp_window_pages_show (&self->all, campaign, self->actor);
  if (is_again)
    kp_work_page_show_stage (self->work_page, stage);
  update_back (self);
}

/* The path and what is to be done next are there before the applications; the pages that list them wait. */
static void
set_glance (KpWindow *self,
            gboolean is_glance)
{
  self->is_glance = is_glance;
  gtk_widget_set_sensitive (self->switcher, !is_glance);
  for (guint i = 0; i < G_N_ELEMENTS (people_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), people_actions[i], !is_glance);
}

static void
on_opened (GObject *source G_GNUC_UNUSED,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (KpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpCampaign) campaign = kp_campaign_open_finish (result, &error);

  /* Another record was asked for meanwhile, or the window is closed. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  set_glance (self, FALSE);
  kp_window_watch_end_refresh (self->watch);
  if (campaign != NULL)
    {
      show_campaign (self, campaign);
      return;
    }
  /* The line above the page says so, and it is read when the server is there again. */
  if (kp_campaign_is_whole (self->campaign) && g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION))
    return;
  if (!kp_campaign_is_whole (self->campaign))
    {
      g_clear_object (&self->campaign);
      show_state (self, "empty");
    }
  kp_window_complain (self, error->message);
}

static void
show_glanced (KpWindow *self,
              KpCampaign *campaign)
{
  show_overview (self, campaign);
  set_glance (self, TRUE);
  update_back (self);
  kp_campaign_open_async (campaign, self->actor, self->cancellable, on_opened, g_object_ref (self));
}

/* ---- who works ---- */

static void on_glanced (GObject *source, GAsyncResult *result, gpointer data);

/* What is still being read is waited for no longer. */
static void
renew_cancellable (KpWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
glance (GtkWindow *window,
        const char *location,
        const char *code,
        const char *passphrase)
{
  KpWindow *self = KP_WINDOW (window);
  const gboolean is_same = self->campaign != NULL && g_strcmp0 (kp_campaign_get_location (self->campaign), location) == 0;

  renew_cancellable (self);
  kp_window_show_working (self, _("Reading the record."));
  kp_campaign_glance_async (location, code, self->actor, passphrase, is_same ? self->campaign : NULL, self->cancellable,
                            on_glanced, g_object_ref (self));
}

static void
set_actor (KpWindow *self,
           const char *actor)
{
  KpIdentity *identity = kp_window_guard_get_identity (self->guard);

  g_free (self->actor);
  self->actor = g_strdup (identity != NULL ? kp_identity_get_login (identity) : actor);
}

static void
show_signed (GtkWindow *window,
             KpCampaign *campaign)
{
  set_actor (KP_WINDOW (window), NULL);
  show_glanced (KP_WINDOW (window), campaign);
}

/* Another person's pages are read for that person. */
static void
on_news (GtkWindow *window,
         KpGuardNews news)
{
  KpWindow *self = KP_WINDOW (window);

  show_state (self, news == KP_GUARD_LOCKED ? "locked" : self->campaign != NULL ? "campaign" : "empty");
  if (news != KP_GUARD_TAKEN_OVER)
    return;
  set_actor (self, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
}

/* Nothing is being done: a dialog waits for what somebody types. */
static void
show_asking (KpWindow *self,
             const char *sentence)
{
  kp_window_guard_say (self->guard, sentence);
  show_state (self, "asking");
}

static void
forget_campaign (GtkWindow *window)
{
  g_clear_object (&KP_WINDOW (window)->campaign);
}

static const KpWindowGuardFuncs guard_funcs = { show_signed, on_news, glance, forget_campaign };

static void
on_glanced (GObject *source G_GNUC_UNUSED,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (KpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpCampaign) campaign = kp_campaign_open_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (campaign == NULL)
    {
      if (kp_window_guard_ask_passphrase (self->guard, error))
        show_asking (self, _("Type the passphrase to see the record."));
      else
        kp_window_complain (self, error->message);
      return;
    }
  if (kp_window_guard_has_to_ask (self->guard, campaign))
    {
      show_asking (self, _("Sign in to see the record."));
      kp_window_guard_ask (self->guard, campaign);
    }
  else
    show_glanced (self, campaign);
}

/* Nothing but reading: what is shown stays until it is there. */
static void
read_again (KpWindow *self)
{
  renew_cancellable (self);
  kp_campaign_open_async (self->campaign, self->actor, self->cancellable, on_opened, g_object_ref (self));
}

static gboolean
may_refresh (GtkWindow *window)
{
  KpWindow *self = KP_WINDOW (window);

  return self->campaign != NULL && kp_campaign_is_whole (self->campaign) && !kp_window_is_working (self)
         && !kp_window_guard_is_locked (self->guard);
}

static void
refresh (GtkWindow *window)
{
  read_again (KP_WINDOW (window));
}

static const KpWindowWatchFuncs watch_funcs = { may_refresh, refresh };

/* Who leaves the reviewer's or the clerk's desk sees on the other pages what was done there. */
static void
on_page_changed (KpWindow *self)
{
  if (self->watch == NULL)
    return;
  update_back (self);
  if (self->campaign != NULL && kp_window_pages_has_left_changed (&self->all))
    read_again (self);
}

static void
page_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter)
{
  KpWindow *self = KP_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->pages, g_variant_get_string (parameter, NULL));
  gtk_stack_set_visible_child_name (self->people, "list");
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  kp_window_pages_focus (&self->all);
  update_back (self);
}

static void
show_post_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  KpWindow *self = KP_WINDOW (widget);
  g_autoptr (GVariant) page = g_variant_ref_sink (g_variant_new_string ("applications"));

  page_action (widget, name, page);
  kp_applications_page_show_post (self->applications_page, g_variant_get_string (parameter, NULL));
}

/* "" = the current one. */
static void
show_stage_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  KpWindow *self = KP_WINDOW (widget);
  g_autoptr (GVariant) page = g_variant_ref_sink (g_variant_new_string ("work"));
  KpStage stage;

  page_action (widget, name, page);
  if (!kp_stage_parse (g_variant_get_string (parameter, NULL), &stage))
    stage = kp_stage_path_get_next (self->campaign);
  kp_work_page_show_stage (self->work_page, stage);
  kp_work_page_focus (self->work_page);
}

static void
open_work_action (GtkWidget *widget,
                  const char *name G_GNUC_UNUSED,
                  GVariant *parameter)
{
  kp_work_page_open (KP_WINDOW (widget)->work_page, g_variant_get_string (parameter, NULL));
}

static void
open_work_for_action (GtkWidget *widget,
                      const char *name G_GNUC_UNUSED,
                      GVariant *parameter)
{
  const char *work, *whom, *day;

  g_variant_get (parameter, "(&s&s&s)", &work, &whom, &day);
  kp_work_page_open_for (KP_WINDOW (widget)->work_page, work, whom, day);
}

static void
print_form_action (GtkWidget *widget,
                   const char *name G_GNUC_UNUSED,
                   GVariant *parameter)
{
  const char *form, *only;

  g_variant_get (parameter, "(&s&s)", &form, &only);
  kp_print_page_make_of (KP_WINDOW (widget)->print_page, form, only);
  gtk_widget_activate_action (widget, "win.page", "s", "print");
}

static void
show_application (KpWindow *self,
                  const char *application)
{
  guint number = 0;

  if (!kp_application_index_find (kp_campaign_get_index (self->campaign), application, &number))
    return;
  kp_application_page_show (self->application_page, self->campaign, application);
  adw_view_stack_set_visible_child_name (self->pages, "applications");
  gtk_stack_set_visible_child_name (self->people, "application");
  update_back (self);
}

static void
show_application_action (GtkWidget *widget,
                         const char *name G_GNUC_UNUSED,
                         GVariant *parameter)
{
  show_application (KP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* The neighbour in the list as it is filtered and sorted now. */
static void
show_neighbour (KpWindow *self,
                gboolean forward)
{
  KpApplicationList *list = kp_applications_page_get_list (self->applications_page);
  const char *shown = kp_application_page_get_application (self->application_page);
  const char *neighbour = NULL;
  guint position = 0;

  if (shown == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->people), "application") != 0
      || !kp_application_list_find (list, shown, &position))
    return;
  if (forward || position > 0)
    neighbour = kp_application_list_get_application (list, forward ? position + 1 : position - 1);
  if (neighbour != NULL)
    show_application (self, neighbour);
}

static void
previous_action (GtkWidget *widget,
                 const char *name G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  show_neighbour (KP_WINDOW (widget), FALSE);
}

static void
next_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  show_neighbour (KP_WINDOW (widget), TRUE);
}

static void
back_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpWindow *self = KP_WINDOW (widget);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "print") == 0)
    kp_print_page_go_back (self->print_page);
  else
    gtk_stack_set_visible_child_name (self->people, "list");
  update_back (self);
}

static void
search_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter G_GNUC_UNUSED)
{
  g_autoptr (GVariant) page = NULL;

  if (kp_window_pages_focus_search (&KP_WINDOW (widget)->all))
    return;
  page = g_variant_ref_sink (g_variant_new_string ("applications"));
  page_action (widget, name, page);
  kp_applications_page_focus_search (KP_WINDOW (widget)->applications_page);
}

static void
print_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter G_GNUC_UNUSED)
{
  g_autoptr (GVariant) page = g_variant_ref_sink (g_variant_new_string ("print"));

  page_action (widget, name, page);
}

static void
reload_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  KpWindow *self = KP_WINDOW (widget);
  g_autofree char *location = g_strdup (kp_campaign_get_location (self->campaign));
  g_autofree char *code = g_strdup (kp_campaign_get_code (self->campaign));
  g_autofree char *actor = g_strdup (self->actor);

  kp_window_open (self, location, code, actor);
}

static void
show_path_action (GtkWidget *widget,
                  const char *name G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  AdwFlap *flap = KP_WINDOW (widget)->flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

/* What the program itself says of the page, where there is no manual. */
static void
show_help (GtkWindow *window)
{
  KpHelpWindow *help = kp_help_window_new (window);

  kp_help_window_show_page (help, adw_view_stack_get_visible_child_name (KP_WINDOW (window)->pages));
  gtk_window_present (GTK_WINDOW (help));
}

/* Of the page that is shown; it can be read beside the work. */
static void
help_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpWindow *self = KP_WINDOW (widget);
  const char *page = self->campaign != NULL ? adw_view_stack_get_visible_child_name (self->pages) : NULL;

  kp_manual_open (GTK_WINDOW (self), kp_manual_get_place (page, kp_work_page_get_stage (self->work_page)), show_help);
}

static void
say_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter)
{
  adw_toast_overlay_add_toast (KP_WINDOW (widget)->toasts, adw_toast_new (g_variant_get_string (parameter, NULL)));
}

static void
complain_action (GtkWidget *widget,
                 const char *name G_GNUC_UNUSED,
                 GVariant *parameter)
{
  kp_window_complain (KP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* Destroyed, but held by what is still being read: nobody waits for that any more. */
static void
kp_window_unrealize (GtkWidget *widget)
{
  KpWindow *self = KP_WINDOW (widget);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  kp_window_watch_leave (self->watch);
  GTK_WIDGET_CLASS (kp_window_parent_class)->unrealize (widget);
}

static void
kp_window_dispose (GObject *object)
{
  KpWindow *self = KP_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->actor, g_free);
  G_OBJECT_CLASS (kp_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KpWindow, header);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, states);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, people);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, back);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, working);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, path);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, campaign_page);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, work_page);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, review_page);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, mark_page);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, seat_page);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, applications_page);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, application_page);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, worker_page);
  gtk_widget_class_bind_template_child (widget_class, KpWindow, print_page);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
}

static void
kp_window_class_init (KpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_window_dispose;
  widget_class->unrealize = kp_window_unrealize;

  /**
   * KpWindow::opened:
   * @campaign: a #KpCampaign
   *
   * A record is shown that wasn't; not when the same one is read again.
   */
  signals[OPENED] = g_signal_new ("opened", KP_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  KP_TYPE_CAMPAIGN);
  g_type_ensure (KP_TYPE_START_PAGE);
  g_type_ensure (KP_TYPE_STAGE_PATH);
  g_type_ensure (KP_TYPE_CAMPAIGN_PAGE);
  g_type_ensure (KP_TYPE_WORK_PAGE);
  g_type_ensure (KP_TYPE_MARK_PAGE);
  g_type_ensure (KP_TYPE_SEAT_PAGE);
  g_type_ensure (KP_TYPE_REVIEW_PAGE);
  g_type_ensure (KP_TYPE_APPLICATIONS_PAGE);
  g_type_ensure (KP_TYPE_APPLICATION_PAGE);
  g_type_ensure (KP_TYPE_WORKER_PAGE);
  g_type_ensure (KP_TYPE_PRINT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.show-post", "s", show_post_action);
  gtk_widget_class_install_action (widget_class, "win.show-stage", "s", show_stage_action);
  gtk_widget_class_install_action (widget_class, "win.open-work", "s", open_work_action);
  gtk_widget_class_install_action (widget_class, "win.open-work-for", "(sss)", open_work_for_action);
  gtk_widget_class_install_action (widget_class, "win.print-form", "(ss)", print_form_action);
  gtk_widget_class_install_action (widget_class, "win.show-application", "s", show_application_action);
  gtk_widget_class_install_action (widget_class, "win.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "win.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  kp_window_undo_install (widget_class);
  kp_window_beside_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "win.show-path", NULL, show_path_action);
  kp_window_guard_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "win.say", "s", say_action);
  gtk_widget_class_install_action (widget_class, "win.complain", "s", complain_action);
}

static void
kp_window_init (KpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->undo = kp_window_undo_make (GTK_WINDOW (self), &(KpWindowUndoParts) { self->mark_page, self->review_page,
                                                                             self->seat_page, self->undo_button, self->toasts });
  self->guard = kp_window_guard_new (GTK_WINDOW (self), &guard_funcs);
  adw_header_bar_pack_end (self->header, kp_window_guard_make_button (self->guard));
  gtk_stack_add_named (self->states, kp_window_guard_make_page (), "locked");
  gtk_stack_add_named (self->states, kp_window_guard_make_asking (self->guard), "asking");
  self->all = (KpWindowPages) { self->pages, self->people, self->review_page, self->mark_page, self->seat_page,
                                self->applications_page, self->application_page, self->worker_page, self->print_page };
  self->watch = kp_window_watch_new (GTK_WINDOW (self), &(KpWindowWatchParts) { self->header, self->toasts, &self->all },
                                     &watch_funcs);
  show_state (self, "empty");
}

/** kp_window_new: an empty window; @press and @works must outlive it. Floating like every window of GTK. */
KpWindow *
kp_window_new (GtkApplication *application,
               const KpPressSource *press,
               const KpWorkSource *works)
{
  KpWindow *self = g_object_new (KP_TYPE_WINDOW, "application", application, NULL);

  self->press = press;
  kp_print_page_set_source (self->print_page, press);
  kp_work_page_set_source (self->work_page, works);
  self->works = works;
  return self;
}

/** kp_window_open: reads the record at @location in a worker and shows it, as kp_campaign_open_async(). */
void
kp_window_open (KpWindow *window,
                const char *location,
                const char *code,
                const char *actor)
{
  if (window->campaign == NULL || g_strcmp0 (kp_campaign_get_location (window->campaign), location) != 0)
    kp_window_guard_forget (window->guard);
  set_actor (window, actor);
  kp_window_guard_expect (window->guard, location, code, actor);
  glance (GTK_WINDOW (window), location, code, NULL);
}

/** kp_window_show_working: tells what is being done, until a record is shown or something is complained about. */
void
kp_window_show_working (KpWindow *window,
                        const char *sentence)
{
  adw_status_page_set_description (window->working, sentence);
  show_state (window, "working");
}

/** kp_window_complain: shows a whole sentence in a dialog, above what was shown before. */
void
kp_window_complain (KpWindow *window,
                    const char *sentence)
{
  if (kp_window_is_working (window))
    show_state (window, window->campaign != NULL ? "campaign" : "empty");
  kp_complaint_show (GTK_WINDOW (window), sentence);
}

/** kp_window_get_campaign: what is shown; NULL before the first. */
KpCampaign *
kp_window_get_campaign (KpWindow *window)
{
  return window->campaign;
}

/** kp_window_get_press: the program's, as given to kp_window_new(). */
const KpPressSource *
kp_window_get_press (KpWindow *window)
{
  return window->press;
}

/** kp_window_get_actor: who works here; borrowed until somebody else does. */
const char *
kp_window_get_actor (KpWindow *window)
{
  return window->actor;
}

/** kp_window_read_again: reads the campaign anew; what is shown stays until it is there. */
void
kp_window_read_again (KpWindow *window)
{
  if (window->campaign != NULL)
    read_again (window);
}

/** kp_window_is_working: whether something is being read or made. */
gboolean
kp_window_is_working (KpWindow *window)
{
  return window->is_glance || g_strcmp0 (gtk_stack_get_visible_child_name (window->states), "working") == 0;
}

/** kp_window_is_taking_back: whether something that was done is being taken back. */
gboolean
kp_window_is_taking_back (KpWindow *window)
{
  return kp_undo_is_busy (window->undo);
}

/** kp_window_set_idle_minutes: as kp_window_guard_set_minutes(). */
void
kp_window_set_idle_minutes (KpWindow *window,
                            guint minutes)
{
  kp_window_guard_set_minutes (window->guard, minutes);
}
