/* kp-mark-page.c – 登分: written marks typed script by script, twice by two people, and what differs put right by a third.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scripts of the chosen paper and entry are read when the page is first seen, and again whenever paper, entry or clerk
 * change. From then on what is typed is what is shown; each mark goes into the record by itself. */
#include "kp-mark-page.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"
#include "kp-mark-bundle.h"
#include "kp-mark-difference-row.h"
#include "kp-mark-doubt.h"
#include "kp-mark-grid.h"
#include "kp-mark-saver.h"

struct _KpMarkPage
{
  AdwBin parent_instance;

  GtkDropDown *paper;
  GtkDropDown *entry;
  GtkDropDown *bundle;
  GtkSpinner *spinner;
  GtkEntry *actor;
  GtkStack *stack;
  AdwStatusPage *empty;
  KpMarkGrid *grid;
  GtkListBox *differences;
  GtkLabel *problem;
  GtkWidget *foot;
  GtkLabel *count;
  GtkEntry *total;
  GtkWidget *next;

  KpUndo *undo; /* (nullable): of the window */
  KpCampaign *campaign;
  KpMarkDesk *desk;      /* (nullable): of an entry */
  KpMarkSaver *saver;    /* (nullable): for it */
  char *clerk;           /* for whom it was read */
  GCancellable *reading;
  gboolean is_filling;   /* the lists of choices are being made */
  gboolean is_resolving;
  gboolean has_changed;  /* since the campaign was read */
};

G_DEFINE_FINAL_TYPE (KpMarkPage, kp_mark_page, ADW_TYPE_BIN)

/* What the worker is asked for, and what it brings. */
typedef struct
{
  char *paper;
  guint entry;
  char *clerk;
} Question;

typedef struct
{
  KpMarkDesk *desk;       /* of an entry, or */
  GPtrArray *differences; /* (element-type KpMarkDifference) */
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->paper);
  g_free (question->clerk);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->desk, kp_mark_desk_free);
  g_clear_pointer (&answer->differences, g_ptr_array_unref);
  g_free (answer);
}

static void read_desk (KpMarkPage *self);

static const char *
get_actor (KpMarkPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->actor));
}

static guint
get_entry (KpMarkPage *self)
{
  return gtk_drop_down_get_selected (self->entry) + 1;
}

/* Papers of the written exam, then the other parts that are marked. */
static const char *
get_paper (KpMarkPage *self)
{
  const KpScheme *scheme = kp_campaign_get_scheme (self->campaign);
  const guint selected = gtk_drop_down_get_selected (self->paper);
  const guint n_papers = scheme->written.papers->len;

  if (selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  if (selected < n_papers)
    return ((const KpSchemePaper *) g_ptr_array_index (scheme->written.papers, selected))->code;
  return ((const KpSchemeOther *) g_ptr_array_index (scheme->others, selected - n_papers))->code;
}

static void
complain (KpMarkPage *self,
          const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
}

/* GTK complains of a field that goes away under the keys. */
static void
leave_field (KpMarkPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)))
    gtk_root_set_focus (root, NULL);
}

/* ---- counts ---- */

static const KpMarkBundle *
get_bundle (KpMarkPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->bundle);

  return self->desk != NULL && selected < self->desk->bundles->len
             ? &g_array_index (self->desk->bundles, KpMarkBundle, selected)
             : NULL;
}

static void
show_count (KpMarkPage *self)
{
  const KpMarkBundle *bundle = get_bundle (self);
  const guint n_waiting = self->saver != NULL ? kp_mark_saver_get_n_waiting (self->saver) : 0;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sum = NULL;
  guint n_done;

  if (bundle == NULL)
    return;
  sum = kp_mark_dup_text (kp_mark_bundle_sum (self->desk, bundle, &n_done), self->desk->range.decimals);
  g_string_append_printf (text, _("%u of %u · sum %s"), n_done, bundle->n_scripts, sum);
  if (n_waiting > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("%u being saved"), n_waiting);
    }
  gtk_label_set_label (self->count, text->str);
}

static gboolean
has_sites (KpMarkPage *self)
{
  return kp_campaign_get_scheme (self->campaign)->written.sites->len > 1;
}

/* The choice of bundles, with how far each is. */
static void
show_bundles (KpMarkPage *self,
              guint selected)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->desk->bundles->len; i++)
    gtk_string_list_take (labels, kp_mark_bundle_dup_label (self->desk, &g_array_index (self->desk->bundles, KpMarkBundle, i), has_sites (self)));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->bundle, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->bundle, selected);
  self->is_filling = FALSE;
}

/* How far the bundle is by now. */
static void
show_bundle_count (KpMarkPage *self)
{
  const KpMarkBundle *bundle = get_bundle (self);
  const guint selected = gtk_drop_down_get_selected (self->bundle);
  g_autofree char *label = bundle != NULL ? kp_mark_bundle_dup_label (self->desk, bundle, has_sites (self)) : NULL;
  GtkStringList *labels = GTK_STRING_LIST (gtk_drop_down_get_model (self->bundle));

  if (label == NULL || g_str_equal (gtk_string_list_get_string (labels, selected), label))
    return;
  self->is_filling = TRUE;
  gtk_string_list_splice (labels, selected, 1, (const char *const[]) { label, NULL });
  gtk_drop_down_set_selected (self->bundle, selected);
  self->is_filling = FALSE;
}

/* ---- taking back ---- */

static void show_bundle (KpMarkPage *self);

static gboolean
find_script (KpMarkPage *self,
             const KpMarkTyped *typed)
{
  const KpMarkScript *script = self->desk != NULL && typed->script < self->desk->scripts->len
                                   ? g_ptr_array_index (self->desk->scripts, typed->script)
                                   : NULL;

  return script != NULL && get_entry (self) == typed->entry && g_strcmp0 (get_paper (self), typed->paper) == 0
         && g_str_equal (script->application, typed->application);
}

/* What isn't shown is read when it is. */
static void
show_taken_back (gpointer page,
                 gconstpointer data)
{
  KpMarkPage *self = page;
  const KpMarkTyped *typed = data;

  self->has_changed = TRUE;
  if (!find_script (self, typed))
    return;
  for (guint i = 0; i < self->desk->bundles->len; i++)
    {
      const KpMarkBundle *bundle = &g_array_index (self->desk->bundles, KpMarkBundle, i);

      if (typed->script >= bundle->first && typed->script < bundle->first + bundle->n_scripts)
        gtk_drop_down_set_selected (self->bundle, i);
    }
  kp_mark_grid_put (self->grid, typed->script, typed->was);
  show_count (self);
  show_bundle_count (self);
}

static const KpUndoKind undo_kind = { kp_mark_typed_take_back, kp_mark_typed_free, show_taken_back };

static void
remember (KpMarkPage *self,
          const KpMarkTyped *typed)
{
  const KpMarkScript *script = g_ptr_array_index (self->desk->scripts, typed->script);
  g_autofree char *label = *typed->text != '\0' ? g_strdup_printf (_("%s entered for number %s"), typed->text, script->number)
                                                : g_strdup_printf (_("entry emptied for number %s"), script->number);

  if (self->undo != NULL)
    kp_undo_remember (self->undo, &undo_kind, self, self->clerk, label, kp_mark_typed_copy (typed));
}

/* ---- typing ---- */

static void
on_doubt_settled (const KpMarkTyped *typed,
                  const char *now,
                  gboolean is_mine,
                  gpointer data)
{
  KpMarkPage *self = data;

  if (!find_script (self, typed))
    return;
  complain (self, NULL);
  kp_mark_saver_know (self->saver, typed->script, now);
  kp_mark_grid_put (self->grid, typed->script, is_mine ? typed->text : now);
  if (is_mine)
    kp_mark_saver_save (self->saver, typed->script, typed->application, typed->text, now);
  show_count (self);
  show_bundle_count (self);
}

static void
on_saved (const KpMarkTyped *typed,
          const GError *error,
          gpointer data)
{
  KpMarkPage *self = data;

  self->has_changed = TRUE;
  if (error != NULL)
    {
      const KpMarkScript *failed = g_ptr_array_index (self->desk->scripts, typed->script);
      g_autofree char *sentence = g_strdup_printf ("%s · %s", failed->number, error->message);

      complain (self, sentence);
      kp_mark_grid_failed (self->grid, typed->script);
      if (kp_conflict_get (error) != NULL && !kp_conflict_get (error)->is_settled)
        kp_mark_doubt_ask (GTK_WIDGET (self), typed, kp_conflict_get (error), on_doubt_settled);
    }
  else
    {
      kp_mark_grid_saved (self->grid, typed->script);
      remember (self, typed);
    }
  show_count (self);
  show_bundle_count (self);
}

static void
on_entered (guint script,
            const char *text,
            const char *was,
            gpointer data)
{
  KpMarkPage *self = data;

  kp_mark_saver_save (self->saver, script,
                      ((const KpMarkScript *) g_ptr_array_index (self->desk->scripts, script))->application, text, was);
  show_count (self);
}

static void
on_refused (const char *sentence,
            gpointer data)
{
  complain (data, sentence);
}

static void
on_end (gpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (((KpMarkPage *) data)->total));
}

static const KpMarkGridFuncs grid_funcs = { on_entered, on_refused, on_end };

static void
show_bundle (KpMarkPage *self)
{
  const KpMarkBundle *bundle = get_bundle (self);
  const guint selected = gtk_drop_down_get_selected (self->bundle);

  if (self->is_filling || bundle == NULL)
    return;
  leave_field (self);
  kp_mark_grid_show (self->grid, self->desk, selected);
  gtk_editable_set_text (GTK_EDITABLE (self->total), "");
  gtk_widget_set_sensitive (self->next, selected + 1 < self->desk->bundles->len);
  complain (self, kp_mark_bundle_find_fault (self->desk, bundle));
  show_count (self);
  kp_mark_grid_start (self->grid);
}

static void
show_next (KpMarkPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->bundle);

  if (self->desk == NULL || selected + 1 >= self->desk->bundles->len)
    return;
  show_bundles (self, selected + 1);
  show_bundle (self);
}

/* The paper sheet's total against what was typed; then the next bundle. */
static void
on_total (KpMarkPage *self)
{
  const KpMarkBundle *bundle = get_bundle (self);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->total));
  g_autofree char *sum = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  KpMark given = 0;
  gint64 found;
  guint n_done;

  if (bundle == NULL)
    return;
  found = kp_mark_bundle_sum (self->desk, bundle, &n_done);
  sum = kp_mark_dup_text (found, self->desk->range.decimals);
  if (*typed != '\0' && !kp_mark_parse (typed, self->desk->range.decimals, &given, &error))
    sentence = g_strdup (error->message);
  else if (*typed != '\0' && given != found)
    {
      g_autofree char *apart = kp_mark_dup_text (ABS (given - found), self->desk->range.decimals);

      sentence = g_strdup_printf (_("The marks typed come to %s, %s away from the total on paper: look for the mark that is wrong."),
                                  sum, apart);
    }
  if (sentence != NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->total));
      complain (self, sentence);
      return;
    }
  complain (self, NULL);
  show_next (self);
}

/* ---- the third person ---- */

static gpointer
resolve (KpSession *session,
         gpointer data,
         GError **error)
{
  const char *const *order = data;

  return kp_step_resolve_mark (session, order[0], order[1], order[2], order[3], error) ? data : NULL;
}

static void
on_resolved (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (KpMarkPage) self = data;
  g_autoptr (GError) error = NULL;

  self->is_resolving = FALSE;
  kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  if (error != NULL)
    {
      complain (self, error->message);
      gtk_widget_error_bell (GTK_WIDGET (self->differences));
      return;
    }
  self->has_changed = TRUE;
  read_desk (self);
}

static void
on_resolve (KpMarkDifferenceRow *row,
            gpointer data)
{
  KpMarkPage *self = data;
  char **order;

  if (self->is_resolving)
    return;
  if (*kp_mark_difference_row_get_mark (row) == '\0')
    {
      kp_mark_difference_row_start (row);
      return;
    }
  order = g_new0 (char *, 5);
  order[0] = g_strdup (get_paper (self));
  order[1] = g_strdup (kp_mark_difference_row_get_number (row));
  order[2] = g_strdup (kp_mark_difference_row_get_mark (row));
  order[3] = g_strdup (kp_mark_difference_row_get_evidence (row));
  self->is_resolving = TRUE;
  kp_campaign_change_async (self->campaign, get_actor (self), resolve, order, (GDestroyNotify) g_strfreev, NULL, on_resolved,
                            g_object_ref (self));
}

/* ---- reading ---- */

static void
show_empty (KpMarkPage *self,
            const char *title,
            const char *sentence)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, sentence);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* Of what is shown; what was typed is still written. */
static void
forget_desk (KpMarkPage *self)
{
  leave_field (self);
  kp_mark_grid_clear (self->grid);
  kp_children_clear (GTK_WIDGET (self->differences));
  if (self->saver != NULL)
    kp_mark_saver_set_func (self->saver, NULL, NULL);
  g_clear_object (&self->saver);
  g_clear_pointer (&self->desk, kp_mark_desk_free);
  g_clear_pointer (&self->clerk, g_free);
}

static void
show_desk (KpMarkPage *self,
           KpMarkDesk *desk)
{
  guint first = 0;

  self->desk = desk;
  self->saver = kp_mark_saver_new (self->campaign, get_paper (self), desk->entry, self->clerk);
  kp_mark_saver_set_func (self->saver, on_saved, self);
  gtk_widget_set_visible (self->foot, desk->locked_at == NULL && desk->bundles->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->bundle), desk->bundles->len > 0);
  if (desk->locked_at != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("Since %s. Only a correction by two people changes a mark."), desk->locked_at);

      show_empty (self, _("The marks of this paper are locked"), sentence);
      return;
    }
  if (desk->bundles->len == 0)
    {
      show_empty (self, _("Nobody sits this paper yet"), _("Seats come first: then each room's scripts are here."));
      return;
    }
  for (guint n_done = 0; first + 1 < desk->bundles->len; first++)
    {
      const KpMarkBundle *bundle = &g_array_index (desk->bundles, KpMarkBundle, first);

      kp_mark_bundle_sum (self->desk, bundle, &n_done);
      if (n_done < bundle->n_scripts)
        break;
    }
  show_bundles (self, first);
  gtk_stack_set_visible_child_name (self->stack, "grid");
  show_bundle (self);
}

static void
show_differences (KpMarkPage *self,
                  GPtrArray *differences)
{
  gtk_widget_set_visible (self->foot, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->bundle), FALSE);
  for (guint i = 0; i < differences->len; i++)
    gtk_list_box_append (self->differences,
                         kp_mark_difference_row_new (g_ptr_array_index (differences, i), on_resolve, self));
  if (differences->len == 0)
    show_empty (self, _("Nothing to resolve"), _("Both entries say the same wherever both were made."));
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "differences");
      kp_mark_difference_row_start (
          KP_MARK_DIFFERENCE_ROW (gtk_widget_get_first_child (GTK_WIDGET (self->differences))));
    }
}

static gpointer
load (KpSession *session,
      gpointer data,
      GError **error)
{
  const Question *question = data;
  Answer *answer = g_new0 (Answer, 1);

  if (question->entry == KP_THIRD_ENTRY)
    answer->differences = kp_step_list_differences (session, question->paper, error);
  else
    answer->desk = kp_mark_desk_load (session, question->paper, question->entry, question->clerk, error);
  if (answer->desk != NULL || answer->differences != NULL)
    return answer;
  answer_free (answer);
  return NULL;
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (KpMarkPage) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  /* Something else was asked for meanwhile, or the page is gone. */
  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    {
      g_clear_pointer (&answer, answer_free);
      return;
    }
  g_clear_object (&self->reading);
  gtk_spinner_stop (self->spinner);
  complain (self, NULL);
  if (answer == NULL)
    {
      gtk_widget_set_visible (self->foot, FALSE);
      show_empty (self, _("Marks"), error->message);
      return;
    }
  if (answer->desk != NULL)
    show_desk (self, g_steal_pointer (&answer->desk));
  else
    show_differences (self, answer->differences);
  answer_free (answer);
}

static void
read_desk (KpMarkPage *self)
{
  Question *question;

  if (self->is_filling || self->campaign == NULL || get_paper (self) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  forget_desk (self);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->clerk = g_strdup (get_actor (self));
  gtk_spinner_start (self->spinner);
  question = g_new0 (Question, 1);
  question->paper = g_strdup (get_paper (self));
  question->entry = get_entry (self);
  question->clerk = g_strdup (self->clerk);
  kp_campaign_work_async (self->campaign, load, question, question_free, answer_free, self->reading, on_read,
                          g_object_ref (self));
}

/* What is typed before the scripts are there would be lost: it is refused aloud. */
static gboolean
on_early_key (KpMarkPage *self,
              guint key,
              guint code G_GNUC_UNUSED,
              GdkModifierType modifiers)
{
  const gunichar typed = gdk_keyval_to_unicode (key);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->reading == NULL || !(g_unichar_isdigit (typed) || typed == '.' || typed == '*' || typed == '/')
      || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->actor))))
    return FALSE;
  gtk_widget_error_bell (GTK_WIDGET (self));
  complain (self, _("The scripts are still being read: type again as soon as they are here."));
  return TRUE;
}

static gboolean
read_when_idle (gpointer page)
{
  KpMarkPage *self = page;

  if (self->campaign != NULL && get_entry (self) != KP_THIRD_ENTRY && g_strcmp0 (self->clerk, get_actor (self)) != 0)
    read_desk (self);
  return G_SOURCE_REMOVE;
}

/* Afterwards: the field that was clicked gets the focus in this very moment, and must not go while it does. Differences are
 * the same for everybody. */
static void
on_actor_left (KpMarkPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, read_when_idle, g_object_ref (self), g_object_unref);
}

static void
kp_mark_page_map (GtkWidget *widget)
{
  KpMarkPage *self = KP_MARK_PAGE (widget);

  GTK_WIDGET_CLASS (kp_mark_page_parent_class)->map (widget);
  if (self->clerk == NULL)
    read_desk (self);
}

static void
kp_mark_page_dispose (GObject *object)
{
  KpMarkPage *self = KP_MARK_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->saver != NULL)
    kp_mark_saver_set_func (self->saver, NULL, NULL);
  g_clear_object (&self->saver);
  if (self->grid != NULL)
    kp_mark_grid_clear (self->grid);
  g_clear_pointer (&self->desk, kp_mark_desk_free);
  g_clear_pointer (&self->clerk, g_free);
  g_clear_object (&self->campaign);
  g_clear_object (&self->undo);
  G_OBJECT_CLASS (kp_mark_page_parent_class)->dispose (object);
}

static void
kp_mark_page_class_init (KpMarkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_mark_page_dispose;
  widget_class->map = kp_mark_page_map;
  g_type_ensure (KP_TYPE_MARK_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-mark-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, paper);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, entry);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, bundle);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, actor);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, empty);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, grid);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, differences);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, problem);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, foot);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, count);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, total);
  gtk_widget_class_bind_template_child (widget_class, KpMarkPage, next);
  gtk_widget_class_bind_template_callback (widget_class, read_desk);
  gtk_widget_class_bind_template_callback (widget_class, show_bundle);
  gtk_widget_class_bind_template_callback (widget_class, show_next);
  gtk_widget_class_bind_template_callback (widget_class, on_total);
  gtk_widget_class_bind_template_callback (widget_class, on_actor_left);
  gtk_widget_class_bind_template_callback (widget_class, on_early_key);
}

static void
kp_mark_page_init (KpMarkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kp_mark_grid_set_funcs (self->grid, &grid_funcs, self);
}

static void
show_papers (KpMarkPage *self)
{
  const KpScheme *scheme = kp_campaign_get_scheme (self->campaign);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);

      gtk_string_list_take (labels, g_strdup_printf ("%s %s", paper->code, paper->name));
    }
  for (guint i = 0; i < scheme->others->len; i++)
    {
      const KpSchemeOther *other = g_ptr_array_index (scheme->others, i);

      gtk_string_list_take (labels, g_strdup_printf ("%s %s", other->code, other->name));
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->paper, G_LIST_MODEL (labels));
  self->is_filling = FALSE;
}

/** kp_mark_page_set_campaign: the papers of @campaign, marked by @actor until another name is typed. */
void
kp_mark_page_set_campaign (KpMarkPage *page,
                           KpCampaign *campaign,
                           const char *actor)
{
  forget_desk (page);
  page->has_changed = FALSE;
  g_set_object (&page->campaign, campaign);
  if (*get_actor (page) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (page->actor), actor);
  show_papers (page);
  read_desk (page);
}

/** kp_mark_page_set_undo: where the page leaves what can be taken back. */
void
kp_mark_page_set_undo (KpMarkPage *page,
                       KpUndo *undo)
{
  g_set_object (&page->undo, undo);
}

/** kp_mark_page_show_entry: the first entry, the second, or %KP_THIRD_ENTRY for what differs. */
void
kp_mark_page_show_entry (KpMarkPage *page,
                         guint entry)
{
  gtk_drop_down_set_selected (page->entry, entry - 1);
}

/** kp_mark_page_is_busy: whether something is being read or saved. */
gboolean
kp_mark_page_is_busy (KpMarkPage *page)
{
  return page->reading != NULL || page->is_resolving
         || (page->saver != NULL && kp_mark_saver_get_n_waiting (page->saver) > 0);
}

/** kp_mark_page_has_changed: whether a mark was entered since the campaign was read. */
gboolean
kp_mark_page_has_changed (KpMarkPage *page)
{
  return page->has_changed;
}
