/* kp-worker-sheet.c – one contract beside the list: how it stands, what may be done now, and its papers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An act that the law doesn't allow today stands there all the same, with the sentence that says why: a clerk who looks for
 * it finds the reason in its place. */
#include "kp-worker-sheet.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"
#include "kp-line-row.h"

#define NO_GATE KP_WORKER_N_ACTS

struct _KpWorkerSheet
{
  AdwBin parent_instance;

  GtkStack *states;
  GtkLabel *name;
  GtkLabel *number;
  GtkLabel *state;
  GtkLabel *verdict;
  GtkLabel *next;
  GtkMenuButton *papers;
  GtkListBox *acts;
  GtkBox *against_box;
  GtkLabel *against;
  GtkBox *link_box;
  GtkListBox *links;
  GtkListBox *duties;

  KpWorkerItem *item; /* nullable */
  KpDate today;
};

G_DEFINE_FINAL_TYPE (KpWorkerSheet, kp_worker_sheet, ADW_TYPE_BIN)

#define WORK "kp-worker-work"

typedef enum
{
  FOR_ALL,
  FOR_PRESENT,     /* who didn't leave */
  FOR_PROBATION, /* that isn't settled */
  FOR_FAILED,
  FOR_EARLY,     /* where the scheme knows it */
  FOR_SUSPENDED, /* where by the scheme it moves the last day */
} Whom;

typedef struct
{
  const char *work;
  const char *title; /* as the work has it */
  const char *key;   /* of kp-worker-page.c */
  Whom whom;
  guint gate; /* a KpWorkerAct */
} Act;

static const Act acts[] = {
  { "link-record", N_("Record a link of a probation"), "L", FOR_PROBATION, NO_GATE },
  { "link-survey", N_("Record the residents' survey"), "S", FOR_PROBATION, NO_GATE },
  { "link-assessment", N_("Record the final assessment"), "A", FOR_PROBATION, NO_GATE },
  { "link-notice", N_("Record the notice of termination"), "N", FOR_FAILED, KP_WORKER_NOTICE },
  { "link-service", N_("Record the service of the notice"), "V", FOR_FAILED, KP_WORKER_SERVICE },
  { "probation-terminate", N_("Terminate in probation"), "T", FOR_FAILED, KP_WORKER_TERMINATE },
  { "probation-confirm", N_("Confirm a worker"), "C", FOR_PROBATION, KP_WORKER_CONFIRM },
  { "probation-early", N_("Confirm a worker early"), "Y", FOR_EARLY, KP_WORKER_CONFIRM_EARLY },
  { "probation-suspend", N_("Suspend a probation"), "P", FOR_SUSPENDED, NO_GATE },
  { "contract-duty", N_("Record what was done for a contract"), "D", FOR_ALL, NO_GATE },
  { "contract-renew", N_("Renew a contract"), "R", FOR_PRESENT, NO_GATE },
  { "contract-change", N_("Change a contract"), "G", FOR_PRESENT, NO_GATE },
  { "contract-end", N_("End a contract"), "E", FOR_PRESENT, NO_GATE },
};

static const struct
{
  const char *form;
  const char *title;
  Whom whom;
} papers[] = {
  { "contracts", N_("Labour contract"), FOR_ALL },
  { "condition-forms", N_("Conditions of hire"), FOR_PROBATION },
  { "duty-forms", N_("Duties of the post"), FOR_PROBATION },
  { "mentor-forms", N_("Mentor and guidance"), FOR_PROBATION },
  { "note-forms", N_("Monthly notes"), FOR_PROBATION },
  { "midterm-forms", N_("Mid-term talk"), FOR_PROBATION },
  { "survey-forms", N_("Survey of residents"), FOR_PROBATION },
  { "assessment-forms", N_("Final assessment"), FOR_ALL },
  { "letter-confirm", N_("Letter of confirmation"), FOR_PRESENT },
  { "letter-union", N_("Letter to the union"), FOR_FAILED },
  { "letter-terminate", N_("Notice of termination"), FOR_FAILED },
  { "letter-ended", N_("Certificate of the contract's end"), FOR_ALL },
  { "letter-handing", N_("Handing over of work"), FOR_ALL },
};

static gboolean
is_for (const KpWorkerCase *one,
        Whom whom,
        const KpProbationPolicy *policy)
{
  const gboolean is_running = one->state == KP_WORKER_ON_PROBATION;

  switch (whom)
    {
    case FOR_PRESENT:
      return one->state != KP_WORKER_LEFT;
    case FOR_PROBATION:
      return is_running;
    case FOR_FAILED:
      return one->has_probation && one->merit == KP_MERIT_FAIL && (is_running || one->state == KP_WORKER_LEFT);
    case FOR_EARLY:
      return is_running && policy->may_pass_early;
    case FOR_SUSPENDED:
      return is_running && policy->suspension_extends;
    case FOR_ALL:
    default:
      return TRUE;
    }
}

static void
show_text (GtkLabel *label,
           char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  g_free (text);
}

/* ---- acts ---- */

/* In which order the points are asked for. */
static char *
dup_elements (const KpProbationPolicy *policy)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < policy->n_elements; i++)
    {
      g_autofree char *full = kp_mark_dup_text (policy->elements[i].full, 0);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " / " : "", policy->elements[i].name,
                              policy->elements[i].is_from_survey ? " -" : full);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_act (const Act *act,
          const char *sentence,
          gboolean is_open)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *key = gtk_label_new (act->key);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(act->title));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sentence != NULL ? sentence : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (key, "key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), key);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (!is_open)
    gtk_widget_add_css_class (row, "closed");
  gtk_widget_set_sensitive (row, is_open);
  g_object_set_data (G_OBJECT (row), WORK, (gpointer) act->work);
  return row;
}

static void
fill_acts (KpWorkerSheet *self,
           const KpWorkerCase *one,
           const KpProbationPolicy *policy)
{
  g_autofree char *elements = dup_elements (policy);

  kp_children_clear (GTK_WIDGET (self->acts));
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      const char *reason = acts[i].gate != NO_GATE ? one->reasons[acts[i].gate] : NULL;
      const gboolean is_assessment = g_str_equal (acts[i].work, "link-assessment");

      if (is_for (one, acts[i].whom, policy)
          && !(acts[i].whom == FOR_FAILED && one->state != KP_WORKER_ON_PROBATION))
        gtk_list_box_append (self->acts, make_act (&acts[i], is_assessment ? elements : reason, reason == NULL));
    }
}

static void
fill_papers (KpWorkerSheet *self,
             const KpWorkerCase *one,
             const KpProbationPolicy *policy)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!is_for (one, papers[i].whom, policy))
        continue;
      item = g_menu_item_new (_(papers[i].title), NULL);
      g_menu_item_set_action_and_target (item, "win.print-form", "(ss)", papers[i].form, one->number);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->papers, G_MENU_MODEL (menu));
}

static void
open_work (KpWorkerSheet *self,
           const char *work)
{
  g_autofree char *day = kp_date_dup_iso (self->today);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-work-for", "(sss)", work,
                              kp_worker_item_get_case (self->item)->number, day);
}

static void
on_act_activated (KpWorkerSheet *self,
                  GtkListBoxRow *row)
{
  open_work (self, g_object_get_data (G_OBJECT (row), WORK));
}

/* ---- how it stands ---- */

static void
fill_links (KpWorkerSheet *self,
            const KpWorkerCase *one)
{
  kp_children_clear (GTK_WIDGET (self->links));
  gtk_widget_set_visible (GTK_WIDGET (self->link_box), one->has_probation);
  for (guint i = 0; one->has_probation && i < KP_LINK_N; i++)
    {
      const KpLinkStand *stand = &one->stands[i];
      g_autofree char *sentence = kp_worker_stand_dup_sentence (stand);
      g_autofree char *count = stand->n > 1 ? g_strdup_printf (C_("done of all", "%u of %u"), stand->n_done, stand->n) : NULL;
      GtkWidget *row
          = kp_line_row_new (kp_worker_stand_get_icon (stand->state), kp_worker_link_get_title ((KpLink) i), sentence, count);

      gtk_widget_add_css_class (row, kp_worker_stand_get_class (stand->state));
      gtk_list_box_append (self->links, row);
    }
}

static void
add_duty (KpWorkerSheet *self,
          const KpWorkerCase *one,
          KpDuty duty,
          const char *title)
{
  const gboolean is_done = kp_date_is_valid (one->duties[duty]);
  g_autofree char *day = is_done ? kp_date_dup_iso (one->duties[duty]) : g_strdup (_("not recorded"));
  GtkWidget *row = kp_line_row_new (is_done ? "emblem-ok-symbolic" : "appointment-soon-symbolic", title, NULL, day);

  gtk_widget_add_css_class (row, is_done ? "success" : "due");
  gtk_list_box_append (self->duties, row);
}

static void
fill_duties (KpWorkerSheet *self,
             const KpWorkerCase *one)
{
  kp_children_clear (GTK_WIDGET (self->duties));
  add_duty (self, one, KP_DUTY_SIGNED, _("Contract signed"));
  add_duty (self, one, KP_DUTY_INSURED, _("Social insurance registered"));
  add_duty (self, one, KP_DUTY_FUND, _("Housing fund registered"));
  if (kp_date_is_valid (one->duties[KP_DUTY_CERTIFICATE]))
    add_duty (self, one, KP_DUTY_CERTIFICATE, _("Certificate of graduation seen"));
  if (one->state == KP_WORKER_LEFT)
    add_duty (self, one, KP_DUTY_HANDOVER, _("File of who left handed over"));
}

/* Only of somebody who failed: of others nothing is missing for a termination. */
static void
fill_against (KpWorkerSheet *self,
              const KpWorkerCase *one)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < one->against->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (one->against, i));
  gtk_label_set_label (self->against, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->against_box),
                          text->len > 0 && one->state == KP_WORKER_ON_PROBATION && one->merit == KP_MERIT_FAIL);
}

static char *
dup_number_line (const KpWorkerCase *one)
{
  return g_strdup_printf ("%s · %s · %s", one->number, one->street_name, one->post);
}

static char *
dup_next_line (KpWorkerSheet *self,
               const KpWorkerCase *one)
{
  g_autofree char *next = kp_worker_item_dup_next (self->item);

  return *next != '\0' ? g_strdup_printf (_("Next: %s (%s)"), next, one->due_clause) : g_strdup ("");
}

static void
kp_worker_sheet_dispose (GObject *object)
{
  g_clear_object (&KP_WORKER_SHEET (object)->item);
  G_OBJECT_CLASS (kp_worker_sheet_parent_class)->dispose (object);
}

static void
kp_worker_sheet_class_init (KpWorkerSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_worker_sheet_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-worker-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, states);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, name);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, number);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, state);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, verdict);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, next);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, papers);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, acts);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, against_box);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, against);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, link_box);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, links);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerSheet, duties);
  gtk_widget_class_bind_template_callback (widget_class, on_act_activated);
}

static void
kp_worker_sheet_init (KpWorkerSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** kp_worker_sheet_show: shows @item (nullable) as it stands on @today; @policy is the scheme's. */
void
kp_worker_sheet_show (KpWorkerSheet *sheet,
                     KpWorkerItem *item,
                     KpDate today,
                     const KpProbationPolicy *policy)
{
  const KpWorkerCase *one;

  g_set_object (&sheet->item, item);
  sheet->today = today;
  gtk_stack_set_visible_child_name (sheet->states, item != NULL ? "contract" : "none");
  if (item == NULL)
    return;
  one = kp_worker_item_get_case (item);
  gtk_label_set_label (sheet->name, one->name);
  show_text (sheet->number, dup_number_line (one));
  show_text (sheet->state, kp_worker_item_dup_state (item));
  show_text (sheet->verdict, kp_worker_item_dup_verdict (item));
  show_text (sheet->next, dup_next_line (sheet, one));
  fill_acts (sheet, one, policy);
  fill_papers (sheet, one, policy);
  fill_against (sheet, one);
  fill_links (sheet, one);
  fill_duties (sheet, one);
}

/** kp_worker_sheet_get_number: of the contract that is shown; NULL = none. */
const char *
kp_worker_sheet_get_number (KpWorkerSheet *sheet)
{
  return sheet->item != NULL ? kp_worker_item_get_case (sheet->item)->number : NULL;
}

/** kp_worker_sheet_act: opens the dialog of a work where it is open to the contract that is shown; FALSE when it isn't. */
gboolean
kp_worker_sheet_act (KpWorkerSheet *sheet,
                    const char *work)
{
  for (int i = 0; sheet->item != NULL && gtk_list_box_get_row_at_index (sheet->acts, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (sheet->acts, i);

      if (!g_str_equal (g_object_get_data (G_OBJECT (row), WORK), work) || !gtk_widget_get_sensitive (GTK_WIDGET (row)))
        continue;
      open_work (sheet, work);
      return TRUE;
    }
  return FALSE;
}
