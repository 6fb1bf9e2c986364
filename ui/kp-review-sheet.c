/* kp-review-sheet.c – one application on the reviewer's desk, and the bar in which its conditions are decided.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-review-sheet.h"

#include <glib/gi18n-lib.h>

#include "kp-application-row.h"
#include "kp-children.h"
#include "kp-fact.h"
#include "kp-id-number.h"
#include "kp-review-point-row.h"

#define N_SCROLLS 2 /* frames */

struct _KpReviewSheet
{
  AdwBin parent_instance;

  GtkStack *states; /* "reading", "none" or "file" */
  GtkLabel *name;
  GtkLabel *post;
  GtkLabel *outcome;
  GtkLabel *deadline;
  GtkFlowBox *facts;
  GtkListBox *points;
  GtkWidget *claims;
  GtkListBox *proofs;
  GtkLabel *problem;
  GtkWidget *acts;
  GtkWidget *confirm;
  GtkWidget *writing;
  GtkLabel *question;
  GtkEntry *sentence;
  GtkScrolledWindow *scroller;

  KpReviewFile *file; /* owned */
  KpReviewSheetFunc func;
  gpointer data;
  char *actor;
  KpVerdict verdict; /* that is being written down */
  int n_scrolls;     /* frames in which the selected row is still scrolled to */
};

G_DEFINE_FINAL_TYPE (KpReviewSheet, kp_review_sheet, ADW_TYPE_BIN)

static KpReviewPoint *
get_selected (KpReviewSheet *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->points);
  const int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return self->file != NULL && index >= 0 && (guint) index < self->file->points->len
             ? g_ptr_array_index (self->file->points, (guint) index)
             : NULL;
}

static gboolean
may_confirm (KpReviewSheet *self,
             const KpReviewPoint *point)
{
  return point != NULL && point->waits && !kp_review_is_same_person (point->reviewer, self->actor);
}

static gboolean
may_decide (KpReviewSheet *self,
            const KpReviewPoint *point)
{
  return point != NULL && kp_review_point_is_asked (point) && self->file->dossier->application->reviewed_on != NULL;
}

/* Before the entry is hidden or made insensitive: it would go on blinking. */
static void
leave_sentence (KpReviewSheet *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->points);

  if (gtk_widget_get_visible (self->writing))
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->points));
}

static void
show_acts (KpReviewSheet *self)
{
  const KpReviewPoint *point = get_selected (self);

  leave_sentence (self);
  gtk_widget_set_visible (self->writing, FALSE);
  gtk_widget_set_visible (self->acts, TRUE);
  gtk_widget_set_sensitive (self->acts, may_decide (self, point));
  gtk_widget_set_visible (self->confirm, may_confirm (self, point));
}

/* The list may just have been filled, or the bar below grown: only the next frame knows where the rows are. */
static gboolean
scroll_to_selected (GtkWidget *widget,
                    GdkFrameClock *clock G_GNUC_UNUSED,
                    gpointer data G_GNUC_UNUSED)
{
  KpReviewSheet *self = KP_REVIEW_SHEET (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->points);
  graphene_rect_t bounds;

  if (row != NULL
      && gtk_widget_compute_bounds (GTK_WIDGET (row), gtk_scrolled_window_get_child (self->scroller), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
  return self->n_scrolls-- > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
scroll (KpReviewSheet *self)
{
  self->n_scrolls = N_SCROLLS;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_selected, NULL, NULL);
}

/* Rows lose their selection also when the window goes. */
static void
on_row_selected (KpReviewSheet *self)
{
  if (self->file == NULL)
    return;
  show_acts (self);
  scroll (self);
}

static void
add_fact (KpReviewSheet *self,
          const char *caption,
          const char *value)
{
  if (value != NULL && *value != '\0')
    gtk_flow_box_append (self->facts, kp_fact_new (caption, value));
}

static void
show_facts (KpReviewSheet *self)
{
  const KpPersonRecord *person = self->file->dossier->person;
  g_autofree char *id_number = kp_id_number_mask (person->id_number);

  add_fact (self, _("Sex"), person->sex);
  add_fact (self, _("Date of birth"), person->birth);
  add_fact (self, _("ID number"), id_number);
  add_fact (self, _("Political status"), person->political);
  add_fact (self, _("Education"), person->education);
  add_fact (self, _("Degree"), person->degree);
  add_fact (self, _("Major"), person->major);
  add_fact (self, _("School"), person->school);
  add_fact (self, _("Graduated"), person->graduated);
  add_fact (self, _("Certificate"), person->certificate);
  add_fact (self, _("Veteran"), person->is_veteran ? _("yes") : _("no"));
  add_fact (self, _("Grid staff since"), person->grid_since);
  for (guint i = 0; i < self->file->facts->len; i++)
    {
      const KpReviewFact *fact = g_ptr_array_index (self->file->facts, i);

      add_fact (self, fact->label, fact->value);
    }
  add_fact (self, _("Remark"), self->file->dossier->application->remark);
}

/* Until when something may be done about it; "" = nothing runs. */
static char *
dup_deadline (const KpReviewFile *file)
{
  const KpApplicationRecord *application = file->dossier->application;
  const KpReviewDeadlines *deadlines = &file->deadlines;
  const gboolean is_more = g_str_equal (application->review, kp_review_outcome_get_name (KP_REVIEW_MORE));
  const gboolean is_fail = g_str_equal (application->review, kp_review_outcome_get_name (KP_REVIEW_FAIL));
  const KpDate day = application->appealed_on != NULL ? deadlines->answer_to
                     : is_more                        ? deadlines->supplement_to
                                                      : deadlines->appeal_to;
  g_autofree char *iso = NULL;

  if (application->reviewed_on == NULL)
    return g_strdup (_("Not reviewed by the rules yet: these findings are what they would say."));
  if (kp_date_is_none (day))
    return g_strdup ("");
  iso = kp_date_dup_iso (day);
  if (application->appealed_on != NULL)
    return g_strdup_printf (_("The candidate appealed; the answer is due until %s."), iso);
  if (is_more)
    return g_strdup_printf (_("Papers may be brought until %s."), iso);
  return is_fail ? g_strdup_printf (_("The candidate may appeal until %s."), iso) : g_strdup ("");
}

static guint
find_first_open (KpReviewSheet *self)
{
  for (guint i = 0; i < self->file->points->len; i++)
    {
      if (kp_review_point_is_open (g_ptr_array_index (self->file->points, i), self->actor))
        return i;
    }
  return 0;
}

static void
show_points (KpReviewSheet *self)
{
  kp_children_clear (GTK_WIDGET (self->points));
  for (guint i = 0; i < self->file->points->len; i++)
    gtk_list_box_append (self->points, kp_review_point_row_new (g_ptr_array_index (self->file->points, i), i + 1));
  kp_review_sheet_select (self, find_first_open (self) + 1);
}

/* The first that waits is the one for which the key is. */
static void
show_proofs (KpReviewSheet *self)
{
  const GPtrArray *proofs = self->file->proofs;
  guint first = proofs->len;

  kp_children_clear (GTK_WIDGET (self->proofs));
  for (guint i = 0; i < proofs->len; i++)
    {
      const KpReviewProof *proof = g_ptr_array_index (proofs, i);

      gtk_list_box_append (self->proofs, kp_review_point_row_new_proof (proof));
      if (first == proofs->len && kp_proof_is_open (proof->outcome))
        first = i;
    }
  gtk_widget_set_visible (self->claims, proofs->len > 0);
  if (proofs->len > 0)
    gtk_list_box_select_row (self->proofs, gtk_list_box_get_row_at_index (self->proofs, first < proofs->len ? (int) first : 0));
}

static void
on_proof_activated (KpReviewSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "review.prove", NULL);
}

static void
kp_review_sheet_dispose (GObject *object)
{
  KpReviewSheet *self = KP_REVIEW_SHEET (object);

  g_clear_pointer (&self->file, kp_review_file_free);
  g_clear_pointer (&self->actor, g_free);
  G_OBJECT_CLASS (kp_review_sheet_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, states);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, name);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, post);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, outcome);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, deadline);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, facts);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, points);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, claims);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, proofs);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, problem);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, acts);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, confirm);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, writing);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, question);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, sentence);
  gtk_widget_class_bind_template_child (widget_class, KpReviewSheet, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_proof_activated);
  gtk_widget_class_bind_template_callback (widget_class, kp_review_sheet_record);
}

static void
kp_review_sheet_class_init (KpReviewSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_review_sheet_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-review-sheet.ui");
  bind_children (widget_class);
}

static void
kp_review_sheet_init (KpReviewSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** kp_review_sheet_set_func: @func gets what is decided. */
void
kp_review_sheet_set_func (KpReviewSheet *sheet,
                          KpReviewSheetFunc func,
                          gpointer data)
{
  sheet->func = func;
  sheet->data = data;
}

/** kp_review_sheet_show: shows @file (transfer full) of @campaign to @actor, the first open condition selected. */
void
kp_review_sheet_show (KpReviewSheet *sheet,
                      KpCampaign *campaign,
                      KpReviewFile *file,
                      const char *actor)
{
  const KpApplicationRecord *application = file->dossier->application;
  g_autofree char *post = kp_campaign_dup_post_label (campaign, application->post);
  g_autofree char *line = g_strdup_printf ("%s · %s", application->application, post);
  g_autofree char *deadline = dup_deadline (file);
  const gboolean is_another = g_strcmp0 (kp_review_sheet_get_application (sheet), application->application) != 0;

  kp_review_sheet_clear (sheet);
  sheet->file = file;
  sheet->actor = g_strdup (actor);
  gtk_label_set_label (sheet->name, file->dossier->person->name);
  gtk_label_set_label (sheet->post, line);
  gtk_label_set_label (sheet->outcome, kp_review_get_word (application->review));
  gtk_label_set_label (sheet->deadline, deadline);
  gtk_widget_set_visible (GTK_WIDGET (sheet->deadline), *deadline != '\0');
  show_facts (sheet);
  show_points (sheet);
  show_proofs (sheet);
  show_acts (sheet);
  gtk_stack_set_visible_child_name (sheet->states, "file");
  if (is_another)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (sheet->scroller), 0);
}

/** kp_review_sheet_clear: nobody is shown. */
void
kp_review_sheet_clear (KpReviewSheet *sheet)
{
  leave_sentence (sheet);
  gtk_widget_set_visible (sheet->writing, FALSE);
  g_clear_pointer (&sheet->file, kp_review_file_free);
  g_clear_pointer (&sheet->actor, g_free);
  kp_children_clear (GTK_WIDGET (sheet->facts));
  kp_children_clear (GTK_WIDGET (sheet->points));
  kp_children_clear (GTK_WIDGET (sheet->proofs));
  gtk_widget_set_visible (GTK_WIDGET (sheet->problem), FALSE);
  gtk_stack_set_visible_child_name (sheet->states, "none");
}

/** kp_review_sheet_wait: nobody is shown, and nobody knows yet whether somebody waits. */
void
kp_review_sheet_wait (KpReviewSheet *sheet)
{
  kp_review_sheet_clear (sheet);
  gtk_stack_set_visible_child_name (sheet->states, "reading");
}

/** kp_review_sheet_set_busy: while a decision is being recorded nothing else is decided. */
void
kp_review_sheet_set_busy (KpReviewSheet *sheet,
                          gboolean is_busy)
{
  if (is_busy)
    leave_sentence (sheet);
  gtk_widget_set_sensitive (sheet->writing, !is_busy);
  gtk_widget_set_sensitive (sheet->acts, !is_busy && may_decide (sheet, get_selected (sheet)));
}

/** kp_review_sheet_complain: a whole sentence beside what was typed. */
void
kp_review_sheet_complain (KpReviewSheet *sheet,
                          const char *sentence)
{
  gtk_label_set_label (sheet->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (sheet->problem), TRUE);
  if (gtk_widget_get_visible (sheet->writing))
    gtk_widget_grab_focus (GTK_WIDGET (sheet->sentence));
}

/** kp_review_sheet_get_application: who is shown; NULL when nobody is. */
const char *
kp_review_sheet_get_application (KpReviewSheet *sheet)
{
  return sheet->file != NULL ? sheet->file->dossier->application->application : NULL;
}

/** kp_review_sheet_has_open: whether something still waits for who sits here; papers that were just asked for don't. */
gboolean
kp_review_sheet_has_open (KpReviewSheet *sheet)
{
  for (guint i = 0; sheet->file != NULL && i < sheet->file->points->len; i++)
    {
      const KpReviewPoint *point = g_ptr_array_index (sheet->file->points, i);

      if (kp_review_point_is_open (point, sheet->actor) && point->verdict != KP_VERDICT_NEEDS_PAPER)
        return TRUE;
    }
  return FALSE;
}

/** kp_review_sheet_select: the condition of that number, counted from 1. */
void
kp_review_sheet_select (KpReviewSheet *sheet,
                        guint number)
{
  GtkListBoxRow *row = number > 0 ? gtk_list_box_get_row_at_index (sheet->points, (int) number - 1) : NULL;

  if (row != NULL)
    gtk_list_box_select_row (sheet->points, row);
}

/** kp_review_sheet_choose: asks for the sentence with which the selected condition is decided. */
void
kp_review_sheet_choose (KpReviewSheet *sheet,
                        KpVerdict verdict)
{
  const KpReviewPoint *point = get_selected (sheet);
  g_autofree char *proposal = NULL;
  g_autofree char *question = NULL;

  if (!may_decide (sheet, point) || !gtk_widget_get_sensitive (sheet->acts))
    return;
  sheet->verdict = verdict;
  proposal = kp_review_point_dup_proposal (point, verdict);
  if (verdict == KP_VERDICT_UNMET && point->reason != NULL)
    question = g_strdup_printf (_("“%s”: %s (%s). What the candidate is told:"), point->label,
                                kp_verdict_get_chinese (verdict), point->reason);
  else
    question = g_strdup_printf (_("“%s”: %s. What the candidate is told:"), point->label, kp_verdict_get_chinese (verdict));
  gtk_label_set_label (sheet->question, question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet->sentence), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  gtk_editable_set_text (GTK_EDITABLE (sheet->sentence), proposal);
  gtk_widget_set_visible (GTK_WIDGET (sheet->problem), FALSE);
  gtk_widget_set_visible (sheet->acts, FALSE);
  gtk_widget_set_visible (sheet->writing, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (sheet->sentence));
  scroll (sheet);
}

static void
hand_over (KpReviewSheet *self,
           const KpReviewPoint *point,
           KpVerdict verdict,
           const char *sentence)
{
  const KpReviewDecision decision = { kp_review_sheet_get_application (self), point->condition, verdict, sentence, point };

  if (self->func != NULL)
    self->func (&decision, self->data);
}

/** kp_review_sheet_confirm: decides the selected condition as the first reviewer did. */
void
kp_review_sheet_confirm (KpReviewSheet *sheet)
{
  const KpReviewPoint *point = get_selected (sheet);

  if (may_confirm (sheet, point) && gtk_widget_get_sensitive (sheet->acts))
    hand_over (sheet, point, point->verdict, point->note);
}

/** kp_review_sheet_find_point: that condition as it is shown; %NULL when it isn't. (transfer none) */
const KpReviewPoint *
kp_review_sheet_find_point (KpReviewSheet *sheet,
                            const char *condition)
{
  for (guint i = 0; sheet->file != NULL && i < sheet->file->points->len; i++)
    {
      const KpReviewPoint *point = g_ptr_array_index (sheet->file->points, i);

      if (g_str_equal (point->condition, condition))
        return point;
    }
  return NULL;
}

/** kp_review_sheet_is_writing: whether the sentence of a decision is being typed. */
gboolean
kp_review_sheet_is_writing (KpReviewSheet *sheet)
{
  return gtk_widget_get_visible (sheet->writing);
}

/** kp_review_sheet_show_again: as kp_review_sheet_show(); of the same person, the condition that is being decided and the
 * sentence that is being typed stay. */
void
kp_review_sheet_show_again (KpReviewSheet *sheet,
                            KpCampaign *campaign,
                            KpReviewFile *file,
                            const char *actor)
{
  const KpReviewPoint *point = get_selected (sheet);
  const char *application = file->dossier->application->application;
  const gboolean is_writing = kp_review_sheet_is_writing (sheet) && point != NULL
                              && g_strcmp0 (kp_review_sheet_get_application (sheet), application) == 0;
  g_autofree char *condition = is_writing ? g_strdup (point->condition) : NULL;
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (sheet->sentence)));

  kp_review_sheet_show (sheet, campaign, file, actor);
  for (guint i = 0; is_writing && i < file->points->len; i++)
    if (g_str_equal (((const KpReviewPoint *) g_ptr_array_index (file->points, i))->condition, condition))
      {
        kp_review_sheet_select (sheet, i + 1);
        kp_review_sheet_choose (sheet, sheet->verdict);
        if (kp_review_sheet_is_writing (sheet))
          gtk_editable_set_text (GTK_EDITABLE (sheet->sentence), typed);
      }
}

/** kp_review_sheet_record: decides with what is typed. */
void
kp_review_sheet_record (KpReviewSheet *sheet)
{
  const KpReviewPoint *point = get_selected (sheet);

  if (point != NULL && gtk_widget_get_visible (sheet->writing) && gtk_widget_get_sensitive (sheet->writing))
    hand_over (sheet, point, sheet->verdict, gtk_editable_get_text (GTK_EDITABLE (sheet->sentence)));
}

/** kp_review_sheet_cancel: leaves the sentence; FALSE when none was being written. */
gboolean
kp_review_sheet_cancel (KpReviewSheet *sheet)
{
  if (!gtk_widget_get_visible (sheet->writing) || !gtk_widget_get_sensitive (sheet->writing))
    return FALSE;
  gtk_widget_set_visible (GTK_WIDGET (sheet->problem), FALSE);
  show_acts (sheet);
  return TRUE;
}

/** kp_review_sheet_get_proof: the claim that is selected; NULL where nothing has to be proved. */
const KpReviewProof *
kp_review_sheet_get_proof (KpReviewSheet *sheet)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (sheet->proofs);
  const int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return sheet->file != NULL && index >= 0 && (guint) index < sheet->file->proofs->len
             ? g_ptr_array_index (sheet->file->proofs, (guint) index)
             : NULL;
}

/** kp_review_sheet_has_claims: whether something still has to be proved. */
gboolean
kp_review_sheet_has_claims (KpReviewSheet *sheet)
{
  for (guint i = 0; sheet->file != NULL && i < sheet->file->proofs->len; i++)
    if (kp_proof_is_open (((const KpReviewProof *) g_ptr_array_index (sheet->file->proofs, i))->outcome))
      return TRUE;
  return FALSE;
}
