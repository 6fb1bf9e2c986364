/* kp-review-page.c – the reviewer's desk: the piles, the list of one of them, and one application beside it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desk is read when the page is first seen. A decision is a step in a worker; its answer is the application as it
 * stands then, so that nothing else is read anew. When nothing is left to do for a person the next one comes up. */
#include "kp-review-page.h"

#include <glib/gi18n-lib.h>

#include "kp-conflict-dialog.h"
#include "kp-proof-dialog.h"
#include "kp-review-file.h"
#include "kp-review-list.h"
#include "kp-review-order.h"
#include "kp-review-sheet.h"
#include "kp-search-keys.h"
#include "kp-step-judge-undo.h"
#include "kp-step-review.h"

#define N_DIGITS 9

struct _KpReviewPage
{
  AdwBin parent_instance;

  GtkDropDown *queue;
  GtkSearchEntry *search;
  GtkEntry *actor;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkSpinner *spinner;
  GtkLabel *problem;
  GtkWidget *unreviewed;
  KpReviewSheet *sheet;

  KpUndo *undo; /* (nullable): of the window */
  KpCampaign *campaign;
  KpReviewList *list;
  GCancellable *reading; /* of the desk, or of one application */
  gboolean is_loaded;
  gboolean is_deciding;
  gboolean is_proving;   /* what is on its way is a check of a claim */
  gboolean is_returning; /* what is on its way was taken back */
  gboolean has_changed;  /* since the campaign was read */
  gboolean is_again;     /* the desk is being read again, and the place kept */
  gboolean is_filling;   /* the list is being exchanged */
  KpReviewOrder *asked;  /* (nullable): on its way, or refused because a colleague was faster */
  gboolean is_insisting; /* that is decided all the same, as soon as what stands now is shown */
};

G_DEFINE_FINAL_TYPE (KpReviewPage, kp_review_page, ADW_TYPE_BIN)

/* What a worker brings from the record. */
typedef struct
{
  KpReviewFile *file;
  KpReviewCase *one; /* (nullable) */
  KpJudgeUndo *undo; /* (nullable): of a decision */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->file, kp_review_file_free);
  g_clear_pointer (&answer->one, kp_review_case_free);
  g_clear_pointer (&answer->undo, kp_judge_undo_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void read_file (KpReviewPage *self);
static void insist (KpReviewPage *self);
static void on_conflict_chosen (KpConflictChoice choice, const gboolean *takes_mine, gpointer data);

static const char *
get_actor (KpReviewPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->actor));
}

static const char *
get_selected (KpReviewPage *self)
{
  KpReviewItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? kp_review_item_get_case (item)->application : NULL;
}

static void
complain (KpReviewPage *self,
          const GError *error)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
}

/* ---- the piles ---- */

/* How many lie in each, once that is known. */
static void
show_counts (KpReviewPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->queue);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < KP_N_REVIEW_QUEUES; i++)
    {
      const char *label = kp_review_list_get_label ((KpReviewQueue) i);

      if (self->list == NULL)
        gtk_string_list_append (labels, label);
      else
        gtk_string_list_take (labels, g_strdup_printf ("%s (%u)", label,
                                                       kp_review_list_count (self->list, (KpReviewQueue) i,
                                                                             get_actor (self))));
    }
  g_object_freeze_notify (G_OBJECT (self->queue));
  gtk_drop_down_set_model (self->queue, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->queue, selected < KP_N_REVIEW_QUEUES ? selected : KP_REVIEW_QUEUE_ALL);
  g_object_thaw_notify (G_OBJECT (self->queue));
}

static void
show_pile (KpReviewPage *self)
{
  const guint queue = gtk_drop_down_get_selected (self->queue);
  g_autofree char *search = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  if (self->list == NULL || queue >= KP_N_REVIEW_QUEUES)
    return;
  kp_review_list_show (self->list, (KpReviewQueue) queue, get_actor (self), search);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    read_file (self);
}

static void
on_actor_changed (KpReviewPage *self)
{
  if (self->list == NULL)
    return;
  show_counts (self);
  show_pile (self);
  read_file (self);
}

/* ---- reading ---- */

static void
stop_reading (KpReviewPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_spinner_stop (self->spinner);
}

static GCancellable *
start_reading (KpReviewPage *self)
{
  stop_reading (self);
  self->reading = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  complain (self, NULL);
  return self->reading;
}

/* FALSE: something else was asked for meanwhile, or the page is gone. */
static gboolean
end_reading (KpReviewPage *self,
             GAsyncResult *result)
{
  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return FALSE;
  g_clear_object (&self->reading);
  gtk_spinner_stop (self->spinner);
  return TRUE;
}

static gpointer
load_file (KpSession *session,
           gpointer data,
           GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->file = kp_review_file_load (session, data, error);
  return answer->file != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
on_file_read (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (KpReviewPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  if (!end_reading (self, result))
    return;
  complain (self, error);
  if (answer != NULL)
    kp_review_sheet_show_again (self->sheet, self->campaign, g_steal_pointer (&answer->file), get_actor (self));
  if (answer != NULL && self->is_insisting)
    insist (self);
}

static void
read_file (KpReviewPage *self)
{
  const char *application = get_selected (self);

  if (self->is_filling)
    return;
  if (application == NULL)
    {
      stop_reading (self);
      kp_review_sheet_clear (self->sheet);
      return;
    }
  kp_campaign_work_async (self->campaign, load_file, g_strdup (application), g_free, (GDestroyNotify) answer_free,
                          start_reading (self), on_file_read, g_object_ref (self));
}

static gpointer
load_desk (KpSession *session,
           gpointer data G_GNUC_UNUSED,
           GError **error)
{
  return kp_review_desk_load (session, NULL, error);
}

/* Whoever takes back looks at the same person again, where it lies in the pile. */
static void
return_to (KpReviewPage *self,
           const char *application)
{
  guint position = 0;

  if (kp_review_list_find (self->list, application, &position))
    gtk_single_selection_set_selected (self->selection, position);
}

static void
take_cases (KpReviewPage *self,
            GPtrArray *cases)
{
  g_clear_object (&self->list);
  self->list = kp_review_list_new (cases);
  gtk_widget_set_visible (self->unreviewed, kp_review_list_count (self->list, KP_REVIEW_QUEUE_NEW, "") > 0);
  show_counts (self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
}

/* The same pile and the same person. Who was decided by a colleague has left the pile: the next one comes up, unless something
 * is being written of him, which only its writer ends. */
static void
take_again (KpReviewPage *self,
            GPtrArray *cases)
{
  g_autofree char *application = g_strdup (get_selected (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));

  self->is_again = FALSE;
  self->is_filling = TRUE;
  take_cases (self, cases);
  show_pile (self);
  if (application != NULL)
    return_to (self, application);
  self->is_filling = FALSE;
  if (!kp_review_page_has_writing (self) || g_strcmp0 (get_selected (self), application) == 0)
    read_file (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_desk_read (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (KpReviewPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  if (!end_reading (self, result))
    return;
  complain (self, error);
  if (cases == NULL)
    return;
  if (self->is_again)
    {
      take_again (self, g_steal_pointer (&cases));
      return;
    }
  self->is_loaded = TRUE;
  take_cases (self, g_steal_pointer (&cases));
  gtk_drop_down_set_selected (self->queue, kp_review_list_find_pile (self->list, get_actor (self)));
  show_pile (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Once for each campaign that is shown, and not before somebody looks. */
static void
read_desk (KpReviewPage *self)
{
  if (self->is_loaded || self->reading != NULL || self->campaign == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  kp_campaign_work_async (self->campaign, load_desk, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                          start_reading (self), on_desk_read, g_object_ref (self));
}

/* ---- deciding ---- */

/* One application as it stands, with its place on the desk. */
static gpointer
load_answer (KpSession *session,
             gpointer data,
             GError **error)
{
  const char *application = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (GPtrArray) cases = NULL;

  answer->file = kp_review_file_load (session, application, error);
  cases = answer->file != NULL ? kp_review_desk_load (session, application, error) : NULL;
  if (cases == NULL)
    return NULL;
  if (cases->len > 0)
    answer->one = g_ptr_array_steal_index (cases, 0);
  return g_steal_pointer (&answer);
}

static gpointer
decide (KpSession *session,
        gpointer data,
        GError **error)
{
  const KpReviewOrder *order = data;
  g_autoptr (KpJudgeUndo) undo = kp_review_order_carry_out (order, session, error);
  Answer *answer;

  if (undo == NULL)
    return NULL;
  answer = load_answer (session, (gpointer) kp_review_order_get_application (order), error);
  if (answer != NULL)
    answer->undo = g_steal_pointer (&undo);
  return answer;
}

/* ---- taking back ---- */

static gpointer
take_back (KpSession *session,
           gpointer data,
           GError **error)
{
  return kp_step_undo_judgement (session, data, error) ? data : NULL;
}

static void
free_undo (gpointer data)
{
  kp_judge_undo_free (data);
}

static void load_again (KpReviewPage *self, const char *application);

static void
show_taken_back (gpointer page,
                 gconstpointer data)
{
  KpReviewPage *self = page;

  self->has_changed = TRUE;
  self->is_returning = self->list != NULL;
  if (self->is_returning)
    load_again (self, ((const KpJudgeUndo *) data)->application);
}

static const KpUndoKind undo_kind = { take_back, free_undo, show_taken_back };

static void
remember (KpReviewPage *self,
          KpJudgeUndo *done)
{
  g_autoptr (KpJudgeUndo) undo = done;
  g_autofree char *label = g_strdup_printf (_("finding on application %s"), undo->application);

  if (self->undo != NULL)
    kp_undo_remember (self->undo, &undo_kind, self, get_actor (self), label, g_steal_pointer (&undo));
}

/* The list closes up behind who leaves the pile; in a pile that keeps everybody the next one is below. */
static void
go_on (KpReviewPage *self,
       const char *application,
       gboolean was_proving)
{
  const guint position = gtk_single_selection_get_selected (self->selection);

  if (was_proving ? kp_review_sheet_has_claims (self->sheet) : kp_review_sheet_has_open (self->sheet))
    return;
  if (g_strcmp0 (get_selected (self), application) == 0)
    {
      if (position + 1 < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
        gtk_single_selection_set_selected (self->selection, position + 1);
      return;
    }
  read_file (self);
}

static void
on_decided (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (KpReviewPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  const gboolean was_proving = self->is_proving;
  const gboolean was_returning = self->is_returning;

  if (self->campaign != KP_CAMPAIGN (source))
    return;
  self->is_deciding = self->is_proving = self->is_returning = FALSE;
  kp_review_sheet_set_busy (self->sheet, FALSE);
  if (answer == NULL)
    {
      if (kp_conflict_get (error) != NULL)
        kp_conflict_dialog_show (GTK_WIDGET (self), kp_conflict_get (error), on_conflict_chosen, g_object_ref (self),
                                 g_object_unref);
      else
        kp_review_sheet_complain (self->sheet, error->message);
      return;
    }
  self->has_changed = TRUE;
  if (answer->undo != NULL)
    remember (self, g_steal_pointer (&answer->undo));
  if (answer->one != NULL)
    {
      g_autofree char *application = g_strdup (answer->one->application);

      kp_review_sheet_show (self->sheet, self->campaign, g_steal_pointer (&answer->file), get_actor (self));
      kp_review_list_replace (self->list, g_steal_pointer (&answer->one));
      show_counts (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      if (was_returning)
        return_to (self, application);
      else
        go_on (self, application, was_proving);
    }
}

static void
load_again (KpReviewPage *self,
            const char *application)
{
  self->is_deciding = TRUE;
  kp_campaign_work_async (self->campaign, load_answer, g_strdup (application), g_free, (GDestroyNotify) answer_free, NULL,
                          on_decided, g_object_ref (self));
}

/* The claim stands in the record: what is shown is read again. */
static void
on_proved (const char *application,
           gpointer data)
{
  KpReviewPage *self = data;

  if (self->campaign == NULL)
    return;
  self->is_proving = TRUE;
  load_again (self, application);
}

static void
send (KpReviewPage *self,
      KpReviewOrder *order)
{
  g_clear_pointer (&self->asked, kp_review_order_free);
  self->asked = order;
  self->is_deciding = TRUE;
  kp_review_sheet_set_busy (self->sheet, TRUE);
  kp_campaign_change_async (self->campaign, get_actor (self), decide, kp_review_order_new_copy (order), kp_review_order_free,
                            (GDestroyNotify) answer_free, on_decided, g_object_ref (self));
}

static void
on_decision (const KpReviewDecision *decision,
             gpointer data)
{
  send (data, kp_review_order_new (decision));
}

/* What was typed holds: it is decided on top of what the colleague decided, once that is on the screen. */
static void
insist (KpReviewPage *self)
{
  g_autoptr (KpReviewOrder) asked = g_steal_pointer (&self->asked);
  KpReviewOrder *again = asked != NULL ? kp_review_order_new_again (asked, self->sheet) : NULL;

  self->is_insisting = FALSE;
  if (again != NULL)
    send (self, again);
}

static void
on_conflict_chosen (KpConflictChoice choice,
                    const gboolean *takes_mine G_GNUC_UNUSED,
                    gpointer data)
{
  KpReviewPage *self = data;

  self->is_insisting = choice == KP_CONFLICT_MINE;
  if (choice == KP_CONFLICT_THEIRS)
    kp_review_sheet_cancel (self->sheet);
  read_file (self);
}

/* ---- keys ---- */

static void
choose_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter)
{
  KpVerdict verdict;

  if (kp_verdict_parse (g_variant_get_string (parameter, NULL), &verdict))
    kp_review_sheet_choose (KP_REVIEW_PAGE (widget)->sheet, verdict);
}

static void
confirm_action (GtkWidget *widget,
                const char *name G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  kp_review_sheet_confirm (KP_REVIEW_PAGE (widget)->sheet);
}

static void
record_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  kp_review_sheet_record (KP_REVIEW_PAGE (widget)->sheet);
}

static void
prove_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  KpReviewPage *self = KP_REVIEW_PAGE (widget);
  const KpReviewProof *proof = kp_review_sheet_get_proof (self->sheet);
  GtkRoot *root = gtk_widget_get_root (widget);
  KpProofDialog *dialog;

  if (proof == NULL || self->is_deciding || !GTK_IS_WINDOW (root))
    return;
  dialog = kp_proof_dialog_new (GTK_WINDOW (root), self->campaign, get_actor (self),
                                kp_review_sheet_get_application (self->sheet), proof);
  kp_proof_dialog_set_func (dialog, on_proved, g_object_ref (self), g_object_unref);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
cancel_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  KpReviewPage *self = KP_REVIEW_PAGE (widget);

  if (kp_review_sheet_cancel (self->sheet))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
select_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter)
{
  kp_review_sheet_select (KP_REVIEW_PAGE (widget)->sheet, (guint) g_variant_get_int32 (parameter));
}

static void
step (KpReviewPage *self,
      int by)
{
  const guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION && (by > 0 || position > 0))
    gtk_single_selection_set_selected (self->selection, position + (guint) by);
}

static void
step_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter)
{
  step (KP_REVIEW_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
kp_review_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kp_review_page_parent_class)->map (widget);
  read_desk (KP_REVIEW_PAGE (widget));
}

static void
forget (KpReviewPage *self)
{
  stop_reading (self);
  self->is_loaded = FALSE;
  self->is_deciding = FALSE;
  self->is_proving = FALSE;
  self->is_returning = FALSE;
  self->is_again = FALSE;
  self->has_changed = FALSE;
  g_clear_object (&self->list);
}

static void
kp_review_page_dispose (GObject *object)
{
  KpReviewPage *self = KP_REVIEW_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->asked, kp_review_order_free);
  g_clear_object (&self->list);
  g_clear_object (&self->campaign);
  g_clear_object (&self->undo);
  G_OBJECT_CLASS (kp_review_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.choose", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "review.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "review.record", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "review.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "review.prove", NULL, prove_action);
  gtk_widget_class_install_action (widget_class, "review.select", "i", select_action);
  gtk_widget_class_install_action (widget_class, "review.step", "i", step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "review.choose", "s", "met");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "review.choose", "s", "needs_paper");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, 0, "review.choose", "s", "unmet");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, 0, "review.confirm", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, 0, "review.prove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "review.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, 0, "review.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "review.cancel", NULL);
  for (guint i = 1; i <= N_DIGITS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "review.select", "i", (int) i);
}

static void
kp_review_page_class_init (KpReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_review_page_dispose;
  widget_class->map = kp_review_page_map;
  g_type_ensure (KP_TYPE_REVIEW_ITEM);
  g_type_ensure (KP_TYPE_REVIEW_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpReviewPage, queue);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPage, search);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPage, actor);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPage, view);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPage, selection);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPage, problem);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPage, unreviewed);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPage, sheet);
  gtk_widget_class_bind_template_callback (widget_class, show_pile);
  gtk_widget_class_bind_template_callback (widget_class, read_file);
  gtk_widget_class_bind_template_callback (widget_class, on_actor_changed);
  add_keys (widget_class);
}

static void
kp_review_page_init (KpReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kp_review_sheet_set_func (self->sheet, on_decision, self);
  kp_search_keys_lead (self->search, GTK_WIDGET (self->view));
  show_counts (self);
}

/** kp_review_page_set_campaign: the desk of @campaign, at which @actor sits until another name is typed. */
void
kp_review_page_set_campaign (KpReviewPage *page,
                             KpCampaign *campaign,
                             const char *actor)
{
  forget (page);
  g_set_object (&page->campaign, campaign);
  gtk_single_selection_set_model (page->selection, NULL);
  kp_review_sheet_wait (page->sheet);
  if (*get_actor (page) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (page->actor), actor);
  read_desk (page);
}

/** kp_review_page_refresh: the desk of @campaign as it is now; pile, search, person, and the sentence that is being typed stay. */
void
kp_review_page_refresh (KpReviewPage *page,
                        KpCampaign *campaign)
{
  if (!page->is_loaded || page->is_deciding || !gtk_widget_get_mapped (GTK_WIDGET (page)))
    {
      kp_review_page_set_campaign (page, campaign, "");
      return;
    }
  g_set_object (&page->campaign, campaign);
  page->has_changed = FALSE;
  page->is_again = TRUE;
  kp_campaign_work_async (campaign, load_desk, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, start_reading (page), on_desk_read,
                          g_object_ref (page));
}

/** kp_review_page_has_writing: whether a sentence is being typed. */
gboolean
kp_review_page_has_writing (KpReviewPage *page)
{
  return kp_review_sheet_is_writing (page->sheet);
}

/** kp_review_page_set_undo: where the page leaves what can be taken back. */
void
kp_review_page_set_undo (KpReviewPage *page,
                         KpUndo *undo)
{
  g_set_object (&page->undo, undo);
}

/** kp_review_page_show_queue: shows that pile. */
void
kp_review_page_show_queue (KpReviewPage *page,
                           KpReviewQueue queue)
{
  gtk_drop_down_set_selected (page->queue, queue);
}

/** kp_review_page_is_busy: whether something is being read or recorded. */
gboolean
kp_review_page_is_busy (KpReviewPage *page)
{
  return page->reading != NULL || page->is_deciding;
}

/** kp_review_page_has_changed: whether something was decided since the campaign was read. */
gboolean
kp_review_page_has_changed (KpReviewPage *page)
{
  return page->has_changed;
}
