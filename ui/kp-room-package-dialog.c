/* kp-room-package-dialog.c – a room package in the window: written, opened, taken in, and decided where it contradicts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-package-dialog.h"

#include <glib/gi18n-lib.h>

#include "kp-complaint.h"
#include "kp-room-errand.h"

/* Wide enough to read two sides next to one another. */
#define CONFLICT_WIDTH 720
#define CONFLICT_HEIGHT 640

/* A number on which two people decide. */
typedef struct
{
  char *code;
  GtkCheckButton *record;
  GtkCheckButton *package;
} Choice;

struct _KpRoomPackageDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *group;
  GtkEditable *passphrase;
  GtkWidget *again;
  GtkLabel *problem;
  GtkButton *go;
  GtkLabel *doing;
  AdwStatusPage *result;
  GtkWidget *close;
  GtkBox *conflicts;
  GtkEditable *first;
  GtkEditable *second;
  GtkEditable *pin;
  GtkEditable *reason;
  GtkLabel *refusal;
  GtkWidget *decide;

  KpRoomPackageWork work;
  char *path;
  char *actor;
  KpCampaign *campaign; /* (nullable): whose record it is of */
  guint room;
  GArray *choices;      /* (element-type Choice) */
  gboolean is_working;
};

G_DEFINE_FINAL_TYPE (KpRoomPackageDialog, kp_room_package_dialog, ADW_TYPE_WINDOW)

/* What stands on the first page, by the work. */
static const struct
{
  const char *title;
  const char *description;
  const char *button;
  const char *doing;
} words[] = {
  [KP_ROOM_PACKAGE_OPEN] = { N_("Open a Room Package"), N_("It is the record of one interview room, by numbers alone."), N_("_Open"),
                             N_("Opening the room package. This takes a second, on purpose.") },
  [KP_ROOM_PACKAGE_WRITE] = { N_("Save a Room Package"),
                              N_("The room works with it where there is no network. Tell its people the passphrase by another way "
                                 "than the file; without it nobody can open the package."),
                              N_("_Save"), N_("Writing the room package.") },
  [KP_ROOM_PACKAGE_TAKE] = { N_("Take in a Room Package"), N_("All of its numbers with marks and confirmations, or nothing."),
                             N_("_Take In"), N_("Taking in the room package.") },
};

static void
choice_clear (gpointer data)
{
  g_free (((Choice *) data)->code);
}

static void
show_page (KpRoomPackageDialog *self,
           const char *page)
{
  self->is_working = g_str_equal (page, "working");
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* ---- what may be pressed ---- */

static gboolean
is_filled (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return *text != '\0';
}

static gboolean
is_all_chosen (KpRoomPackageDialog *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (!gtk_check_button_get_active (choice->record) && !gtk_check_button_get_active (choice->package))
        return FALSE;
    }
  return TRUE;
}

static void
on_typed (KpRoomPackageDialog *self)
{
  const char *passphrase = gtk_editable_get_text (self->passphrase);
  const gboolean is_same = self->work != KP_ROOM_PACKAGE_WRITE
                           || g_str_equal (passphrase, gtk_editable_get_text (GTK_EDITABLE (self->again)));
  const glong least = self->work == KP_ROOM_PACKAGE_WRITE ? KP_SEALED_BOX_MIN_PASSPHRASE : 1;

  gtk_widget_set_sensitive (GTK_WIDGET (self->go), g_utf8_strlen (passphrase, -1) >= least && is_same);
  gtk_widget_set_sensitive (self->decide, is_filled (self->first) && is_filled (self->second) && is_filled (self->reason)
                                              && is_all_chosen (self));
}

/* ---- what became of it ---- */

static void
show_result (KpRoomPackageDialog *self,
             const char *title,
             const char *description)
{
  adw_status_page_set_title (self->result, title);
  adw_status_page_set_description (self->result, description);
  show_page (self, "done");
  gtk_widget_grab_focus (self->close);
}

/* On the page from which it was asked for: nothing has to be typed anew. */
static void
show_refusal (KpRoomPackageDialog *self,
              const char *sentence)
{
  const gboolean is_conflict = self->choices->len > 0;

  kp_complaint_tell (is_conflict ? self->refusal : self->problem, sentence);
  show_page (self, is_conflict ? "conflict" : "ask");
  if (!is_conflict)
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (KpRoomPackageDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree KpRoomOutTally *tally = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  g_autofree char *text = NULL;

  if (self->path == NULL)
    return;
  if (tally == NULL)
    {
      show_refusal (self, error->message);
      return;
    }
  text = g_strdup_printf (_("%u numbers, of them %u confirmed already; %u examiners. Tell the room the passphrase by another way "
                            "than the file."),
                          tally->n_candidates, tally->n_checked, tally->n_examiners);
  show_result (self, _("The Room Package Is Written"), text);
}

static void
on_opened (GObject *source G_GNUC_UNUSED,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (KpRoomPackageDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpCampaign) campaign = kp_campaign_open_finish (result, &error);

  if (self->path == NULL)
    return;
  if (campaign == NULL)
    {
      show_refusal (self, error->message);
      return;
    }
  self->is_working = FALSE;
  g_signal_emit_by_name (self, "opened", campaign);
  gtk_window_destroy (GTK_WINDOW (self));
}

static GtkCheckButton *
add_side (AdwPreferencesGroup *group,
          KpRoomPackageDialog *self,
          const char *title,
          const char *mark,
          GtkCheckButton *other)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (*mark != '\0' ? mark : _("no mark"));

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), other);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "title-4");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (group, row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  return GTK_CHECK_BUTTON (check);
}

static void
add_mark (GtkWidget *expander,
          const KpRoomDifference *difference)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (*difference->element != '\0' ? _("Examiner %u · %s") : _("Examiner %u"),
                                            difference->examiner, difference->element);
  g_autofree char *sides
      = g_strdup_printf (_("record %s · package %s"), *difference->record != '\0' ? difference->record : "–",
                         *difference->package != '\0' ? difference->package : "–");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sides);
  gtk_widget_add_css_class (row, "numeric");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static GtkWidget *
add_conflict (KpRoomPackageDialog *self,
              const KpRoomDifference *result)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *title = g_strdup_printf (_("Number %s"), result->code);
  Choice choice = { .code = g_strdup (result->code) };

  adw_preferences_group_set_title (group, title);
  choice.record = add_side (group, self, _("The record holds"), result->record, NULL);
  choice.package = add_side (group, self, _("The package holds"), result->package, choice.record);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _("The examiners' marks that differ"));
  adw_preferences_group_add (group, expander);
  gtk_box_append (self->conflicts, GTK_WIDGET (group));
  g_array_append_val (self->choices, choice);
  return expander;
}

static void
show_conflicts (KpRoomPackageDialog *self,
                const KpRoomInReport *report)
{
  GtkWidget *expander = NULL;

  for (guint i = 0; i < report->differences->len; i++)
    {
      const KpRoomDifference *difference = g_ptr_array_index (report->differences, i);

      if (difference->examiner == 0)
        expander = add_conflict (self, difference);
      else
        add_mark (expander, difference);
    }
  gtk_window_set_default_size (GTK_WINDOW (self), CONFLICT_WIDTH, CONFLICT_HEIGHT);
  gtk_widget_set_visible (GTK_WIDGET (self->pin), kp_campaign_get_proof (self->campaign) != KP_PROOF_NONE);
  on_typed (self);
  show_page (self, "conflict");
}

static void
show_taken (KpRoomPackageDialog *self,
            const KpRoomInReport *report)
{
  g_autofree char *text = NULL;

  if (report->outcome == KP_ROOM_IN_SAME)
    {
      show_result (self, _("The Record Has It Already"), _("Nothing was changed."));
      return;
    }
  text = g_strdup_printf (_("Room %u: %u numbers were taken in, %u were there already. Digest %.12s, as the room's computer shows it."),
                          report->room, report->n_taken, report->n_same, report->digest);
  show_result (self, _("The Room Package Is Taken In"), text);
}

static void
on_taken (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (KpRoomPackageDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoomInReport) report = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  if (self->path == NULL)
    return;
  if (report == NULL)
    show_refusal (self, error->message);
  else if (report->outcome == KP_ROOM_IN_CONFLICT)
    show_conflicts (self, report);
  else
    show_taken (self, report);
}

/* ---- what is asked for ---- */

static KpRoomErrand *
make_errand (KpRoomPackageDialog *self)
{
  return kp_room_errand_new (self->path, gtk_editable_get_text (self->passphrase), self->room);
}

static void
take (KpRoomPackageDialog *self,
      KpRoomErrand *errand)
{
  kp_campaign_change_async (self->campaign, self->actor, kp_room_errand_take, errand, kp_room_errand_free,
                            (GDestroyNotify) kp_room_in_report_free, on_taken, g_object_ref (self));
}

static void
on_go (KpRoomPackageDialog *self)
{
  if (!gtk_widget_is_sensitive (GTK_WIDGET (self->go)) || self->is_working)
    return;
  kp_complaint_tell (self->problem, NULL);
  show_page (self, "working");
  if (self->work == KP_ROOM_PACKAGE_OPEN)
    kp_campaign_open_package_async (self->path, gtk_editable_get_text (self->passphrase), self->actor, NULL, on_opened,
                                    g_object_ref (self));
  else if (self->work == KP_ROOM_PACKAGE_WRITE)
    kp_campaign_change_async (self->campaign, self->actor, kp_room_errand_write, make_errand (self), kp_room_errand_free, g_free,
                              on_written, g_object_ref (self));
  else
    take (self, make_errand (self));
}

static void
on_decide (KpRoomPackageDialog *self)
{
  KpRoomErrand *errand = make_errand (self);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      kp_room_errand_hold (errand, choice->code, gtk_check_button_get_active (choice->package));
    }
  kp_room_errand_decide (errand, gtk_editable_get_text (self->first), gtk_editable_get_text (self->second),
                         gtk_editable_get_text (self->reason));
  kp_campaign_set_pins (self->campaign, gtk_editable_get_text (self->pin), NULL);
  gtk_editable_set_text (self->pin, "");
  kp_complaint_tell (self->refusal, NULL);
  show_page (self, "working");
  take (self, errand);
}

/* A step that has begun is waited for: it is done in a moment, and its outcome must be read. */
static gboolean
on_close_request (KpRoomPackageDialog *self)
{
  return self->is_working;
}

/* ---- the object ---- */

static void
kp_room_package_dialog_dispose (GObject *object)
{
  KpRoomPackageDialog *self = KP_ROOM_PACKAGE_DIALOG (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (kp_room_package_dialog_parent_class)->dispose (object);
}

static void
kp_room_package_dialog_class_init (KpRoomPackageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_room_package_dialog_dispose;
  g_signal_new ("opened", KP_TYPE_ROOM_PACKAGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, KP_TYPE_CAMPAIGN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-room-package-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, group);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, again);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, go);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, doing);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, result);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, close);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, conflicts);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, first);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, second);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, pin);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, KpRoomPackageDialog, decide);
  gtk_widget_class_bind_template_callback (widget_class, on_go);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_decide);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
}

static void
kp_room_package_dialog_init (KpRoomPackageDialog *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (self->choices, choice_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** kp_room_package_dialog_new: asks for the passphrase of @path; “opened” (KpCampaign) is emitted when it was to be opened. */
KpRoomPackageDialog *
kp_room_package_dialog_new (GtkWindow *parent,
                            KpRoomPackageWork work,
                            const char *path,
                            const char *actor)
{
  KpRoomPackageDialog *self = g_object_new (KP_TYPE_ROOM_PACKAGE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *description = g_strdup_printf ("%s\n%s", name, _(words[work].description));

  self->work = work;
  self->path = g_strdup (path);
  self->actor = g_strdup (actor);
  gtk_window_set_title (GTK_WINDOW (self), _(words[work].title));
  adw_preferences_group_set_description (self->group, description);
  gtk_button_set_label (self->go, _(words[work].button));
  gtk_label_set_label (self->doing, _(words[work].doing));
  gtk_widget_set_visible (self->again, work == KP_ROOM_PACKAGE_WRITE);
  on_typed (self);
  return self;
}

/** kp_room_package_dialog_set_campaign: the office's record; @room is of a package that is to be written. */
void
kp_room_package_dialog_set_campaign (KpRoomPackageDialog *dialog,
                                     KpCampaign *campaign,
                                     guint room)
{
  g_set_object (&dialog->campaign, campaign);
  dialog->room = room;
}
