/* kp-review-point-row.c – one condition on the reviewer's desk: what is asked, what is stated, how it stands.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-review-point-row.h"

#include <glib/gi18n-lib.h>

#include "kp-line-row.h"

#define N_DIGITS 9

struct _KpReviewPointRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *number;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *word;
  GtkLabel *demand;
  GtkLabel *values;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (KpReviewPointRow, kp_review_point_row, GTK_TYPE_LIST_BOX_ROW)

static void
kp_review_point_row_class_init (KpReviewPointRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-review-point-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KpReviewPointRow, number);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPointRow, icon);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPointRow, title);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPointRow, word);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPointRow, demand);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPointRow, values);
  gtk_widget_class_bind_template_child (widget_class, KpReviewPointRow, sentence);
}

static void
kp_review_point_row_init (KpReviewPointRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** kp_verdict_get_icon: name of a symbolic icon; its word always stands beside it. */
const char *
kp_verdict_get_icon (KpVerdict verdict)
{
  static const char *const icons[] = {
    [KP_VERDICT_MET] = "object-select-symbolic",
    [KP_VERDICT_UNMET] = "dialog-error-symbolic",
    [KP_VERDICT_NEEDS_PAPER] = "document-new-symbolic",
    [KP_VERDICT_BY_HAND] = "dialog-question-symbolic",
    [KP_VERDICT_NOT_APPLICABLE] = "list-remove-symbolic",
  };

  return icons[verdict];
}

/** kp_verdict_get_style: class of a row. */
const char *
kp_verdict_get_style (KpVerdict verdict)
{
  if (verdict == KP_VERDICT_MET)
    return "success";
  return verdict == KP_VERDICT_UNMET ? "error" : "warning";
}

static void
set_line (GtkLabel *label,
          const char *format,
          const char *text)
{
  g_autofree char *line = NULL;

  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  if (text == NULL)
    return;
  line = g_strjoin (NULL, format, text, NULL);
  gtk_label_set_label (label, line);
}

static char *
dup_word (const KpReviewPoint *point)
{
  if (!point->waits)
    return g_strdup (kp_verdict_get_chinese (point->verdict));
  return g_strdup_printf (_("%s · for a second person"), kp_verdict_get_chinese (point->verdict));
}

/** kp_review_point_row_new: @number is the digit that leads to it. (transfer floating) */
GtkWidget *
kp_review_point_row_new (const KpReviewPoint *point,
                         guint number)
{
  KpReviewPointRow *self = g_object_new (KP_TYPE_REVIEW_POINT_ROW, NULL);
  g_autofree char *digit = number <= N_DIGITS ? g_strdup_printf ("%u", number) : g_strdup ("");
  g_autofree char *title = g_strjoin ("  ", point->label, point->clause, NULL);
  g_autofree char *word = dup_word (point);
  g_autofree char *name = kp_line_row_dup_name (title, word, point->sentence);

  gtk_label_set_label (self->number, digit);
  gtk_image_set_from_icon_name (self->icon, kp_verdict_get_icon (point->verdict));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->word, word);
  set_line (self->demand, _("The notice: "), point->demand);
  set_line (self->values, _("Stated: "), point->values);
  set_line (self->sentence, _("Finding: "), point->sentence);
  gtk_widget_add_css_class (GTK_WIDGET (self), kp_verdict_get_style (point->verdict));
  if (!kp_review_point_is_asked (point))
    gtk_widget_add_css_class (GTK_WIDGET (self), "blocked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

static const char *
get_proof_icon (KpProofOutcome outcome)
{
  static const char *const icons[KP_N_PROOF_OUTCOMES] = {
    [KP_PROOF_OPEN] = "document-new-symbolic",      [KP_PROOF_SHOWN] = "dialog-question-symbolic",
    [KP_PROOF_CONFIRMED] = "object-select-symbolic", [KP_PROOF_REFUTED] = "dialog-error-symbolic",
    [KP_PROOF_MISSED] = "dialog-error-symbolic",
  };

  return icons[outcome];
}

static const char *
get_proof_style (const KpReviewProof *proof)
{
  if (proof->outcome == KP_PROOF_CONFIRMED)
    return "success";
  return proof->is_late || kp_proof_is_lost (proof->outcome) ? "error" : "warning";
}

/* "退役证、入伍批准书 · until 2026-03-20" */
static char *
dup_asked (const KpReviewProof *proof)
{
  g_autofree char *papers = g_strjoinv ("、", proof->papers);
  g_autofree char *day = kp_date_is_none (proof->by) ? NULL : kp_date_dup_iso (proof->by);

  return day != NULL ? g_strdup_printf (_("%s · until %s"), papers, day) : g_strdup (papers);
}

/* "县退役军人事务局 · 2026-03-20 · 查无档案 · 王五": as far as it is written down. */
static char *
dup_found (const KpReviewProof *proof)
{
  const char *const parts[] = { proof->source, proof->checked_on, proof->reference, proof->note, proof->checker };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

/** kp_review_point_row_new_proof: a claim that has to be proved. (transfer floating) */
GtkWidget *
kp_review_point_row_new_proof (const KpReviewProof *proof)
{
  KpReviewPointRow *self = g_object_new (KP_TYPE_REVIEW_POINT_ROW, NULL);
  g_autofree char *title = g_strjoin ("  ", proof->label, proof->clause, NULL);
  g_autofree char *word = proof->is_late ? g_strdup_printf (_("%s · late"), kp_proof_outcome_get_chinese (proof->outcome))
                                         : g_strdup (kp_proof_outcome_get_chinese (proof->outcome));
  g_autofree char *asked = dup_asked (proof);
  g_autofree char *shown = g_strjoinv ("、", proof->shown);
  g_autofree char *found = dup_found (proof);
  g_autofree char *name = kp_line_row_dup_name (title, word, found);

  gtk_image_set_from_icon_name (self->icon, get_proof_icon (proof->outcome));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->word, word);
  set_line (self->demand, _("Papers: "), asked);
  set_line (self->values, _("Shown: "), shown);
  set_line (self->sentence, _("Check: "), found);
  gtk_widget_add_css_class (GTK_WIDGET (self), get_proof_style (proof));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
