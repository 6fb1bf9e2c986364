/* kp-work-page.c – what is to be done in a stage, and the pieces of work there are.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-work-page.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"
#include "kp-import-dialog.h"
#include "kp-publicity-calendar.h"
#include "kp-register-dialog.h"
#include "kp-stage-path.h"

struct _KpWorkPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *sentence;
  KpPublicityCalendar *publicity;
  GtkListBox *stage_acts;
  GtkListBox *other_acts;

  const KpWorkSource *source; /* borrowed */
  KpCampaign *campaign;
  char *actor;
  KpStage stage;
  KpStage next; /* of the campaign, when it was shown */
};

G_DEFINE_FINAL_TYPE (KpWorkPage, kp_work_page, ADW_TYPE_BIN)

static void
on_row_activated (KpWorkPage *self,
                  GtkListBoxRow *row)
{
  const KpWork *work = g_object_get_data (G_OBJECT (row), "kp-work");

  kp_work_page_open (self, work->name);
}

/* The lists are one column for who walks down it by the arrows. */
static gboolean
on_keynav_failed (KpWorkPage *self,
                  GtkDirectionType direction,
                  GtkListBox *list)
{
  GtkWidget *row = NULL;

  if (direction == GTK_DIR_DOWN && list == self->stage_acts)
    row = gtk_widget_get_first_child (GTK_WIDGET (self->other_acts));
  else if (direction == GTK_DIR_UP && list == self->other_acts)
    row = gtk_widget_get_last_child (GTK_WIDGET (self->stage_acts));
  return row != NULL && gtk_widget_grab_focus (row);
}

static void
kp_work_page_dispose (GObject *object)
{
  KpWorkPage *self = KP_WORK_PAGE (object);

  g_clear_object (&self->campaign);
  g_clear_pointer (&self->actor, g_free);
  G_OBJECT_CLASS (kp_work_page_parent_class)->dispose (object);
}

static void
kp_work_page_class_init (KpWorkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KP_TYPE_PUBLICITY_CALENDAR);
  G_OBJECT_CLASS (klass)->dispose = kp_work_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-work-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpWorkPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, KpWorkPage, title);
  gtk_widget_class_bind_template_child (widget_class, KpWorkPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, KpWorkPage, publicity);
  gtk_widget_class_bind_template_child (widget_class, KpWorkPage, stage_acts);
  gtk_widget_class_bind_template_child (widget_class, KpWorkPage, other_acts);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_keynav_failed);
}

static void
kp_work_page_init (KpWorkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_row (const KpWork *work)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(work->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(work->sentence));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), "kp-work", (gpointer) work);
  return row;
}

/* What has the keys goes when its list is filled anew. */
static gboolean
has_focus (KpWorkPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
fill (KpWorkPage *self,
      GtkListBox *list,
      KpStage stage)
{
  guint n = 0;

  kp_children_clear (GTK_WIDGET (list));
  for (guint i = 0; i < self->source->n_works; i++)
    {
      if (self->source->works[i].stage != stage)
        continue;
      gtk_list_box_append (list, make_row (&self->source->works[i]));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
}

/** kp_work_page_set_source: the works that there are; @source must outlive the page. */
void
kp_work_page_set_source (KpWorkPage *page,
                         const KpWorkSource *source)
{
  page->source = source;
  fill (page, page->other_acts, KP_N_STAGES);
}

/* After a piece of work the page goes on with the campaign, but not away from a stage that somebody chose. */
static KpStage
choose_stage (KpWorkPage *self,
              KpCampaign *campaign,
              KpStage next)
{
  const gboolean is_same = self->campaign != NULL
                           && g_str_equal (kp_campaign_get_location (self->campaign), kp_campaign_get_location (campaign))
                           && g_str_equal (kp_campaign_get_code (self->campaign), kp_campaign_get_code (campaign));

  return is_same && self->stage != self->next ? self->stage : next;
}

/** kp_work_page_set_campaign: works on @campaign, in its current stage, or in the one chosen while it was here before. */
void
kp_work_page_set_campaign (KpWorkPage *page,
                           KpCampaign *campaign,
                           const char *actor)
{
  const gboolean had_focus = has_focus (page);
  const KpStage next = kp_stage_path_get_next (campaign);
  const KpStage stage = choose_stage (page, campaign, next);

  page->next = next;
  g_set_object (&page->campaign, campaign);
  g_free (page->actor);
  page->actor = g_strdup (actor);
  kp_work_page_show_stage (page, stage);
  if (had_focus && !has_focus (page))
    kp_work_page_focus (page);
}

/** kp_work_page_show_stage: shows the works of @stage, whether its time has come or not. */
void
kp_work_page_show_stage (KpWorkPage *page,
                         KpStage stage)
{
  g_autofree char *sentence = kp_stage_path_dup_sentence (page->campaign, stage);
  const gboolean is_filled = page->stage == stage && gtk_widget_get_first_child (GTK_WIDGET (page->stage_acts)) != NULL;

  page->stage = stage;
  gtk_label_set_label (page->title, kp_stage_get_label (stage));
  gtk_label_set_label (page->sentence, sentence);
  kp_publicity_calendar_set_campaign (page->publicity, stage == KP_STAGE_PUBLICITY ? page->campaign : NULL);
  if (is_filled)
    return;
  fill (page, page->stage_acts, stage);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (page->scroller), 0);
}

/** kp_work_page_focus: to the first work of the stage; the one that had the focus may be gone. */
void
kp_work_page_focus (KpWorkPage *page)
{
  GtkListBox *list = gtk_widget_get_visible (GTK_WIDGET (page->stage_acts)) ? page->stage_acts : page->other_acts;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  /* The view follows the focus to where the row stood under the stage before. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (page->scroller), 0);
}

/** kp_work_page_get_stage: the stage that is shown. */
KpStage
kp_work_page_get_stage (KpWorkPage *page)
{
  return page->stage;
}

static const KpWork *
find_work (KpWorkPage *self,
           const char *name)
{
  for (guint i = 0; i < self->source->n_works; i++)
    if (g_str_equal (self->source->works[i].name, name))
      return &self->source->works[i];
  return NULL;
}

/**
 * kp_work_page_open:
 * @page: a page with a campaign
 * @work: name of a piece of work
 *
 * Returns: (transfer none): the dialog that asks for what the work needs, shown, or that answers already where nothing is to be
 *   asked; %NULL when there is no such work, or when it has a screen of its own, which is shown
 */
KpWorkDialog *
kp_work_page_open (KpWorkPage *page,
                   const char *work)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  const KpWork *found = find_work (page, work);
  KpWorkDialog *dialog;

  if (found == NULL)
    return NULL;
  switch ((int) found->fields[0].kind)
    {
    case KP_WORK_REGISTRATIONS:
      gtk_window_present (GTK_WINDOW (kp_import_dialog_new (window, page->campaign, page->actor)));
      return NULL;
    case KP_WORK_FORM:
      gtk_window_present (GTK_WINDOW (kp_register_dialog_new (window, page->source, page->campaign, page->actor)));
      return NULL;
    default:
      dialog = kp_work_dialog_new (window, page->source, found, page->campaign, page->actor);
      gtk_window_present (GTK_WINDOW (dialog));
      if (found->only_reads && found->fields[0].kind == KP_WORK_NONE)
        kp_work_dialog_run (dialog);
      return dialog;
    }
}

/* A day is asked for by --on, or joined to the choice of what was done on it. */
static gboolean
is_day (const KpWorkField *field)
{
  return g_strcmp0 (field->option, "--on") == 0 || (g_strcmp0 (field->option, "=") == 0 && field->kind == KP_WORK_TEXT);
}

/**
 * kp_work_page_open_for:
 * @page: a page with a campaign
 * @work: name of a piece of work whose first field says whom it is about
 * @whom: what stands in that field: a number, or the code of a street
 * @day: what stands in its day
 *
 * Returns: (transfer none) (nullable): as kp_work_page_open(), with these fields filled in
 */
KpWorkDialog *
kp_work_page_open_for (KpWorkPage *page,
                       const char *work,
                       const char *whom,
                       const char *day)
{
  KpWorkDialog *dialog = kp_work_page_open (page, work);
  const KpWork *found = find_work (page, work);

  if (dialog == NULL)
    return NULL;
  kp_work_dialog_set_value (dialog, 0, whom);
  for (guint i = 1; i < KP_WORK_MAX_FIELDS && found->fields[i].kind != KP_WORK_NONE; i++)
    if (is_day (&found->fields[i]))
      kp_work_dialog_set_value (dialog, i, day);
  kp_work_dialog_start_at (dialog, 1);
  return dialog;
}
