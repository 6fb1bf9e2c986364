/* kp-rule-dialog.c – puts a condition of a scheme together from its parts, and says it as a notice does.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-rule-dialog.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"

#define INDENT 28
#define LINE "kp-line"
#define MEMBER "kp-member"

struct _KpRuleDialog
{
  AdwWindow parent_instance;

  GtkListBox *rows;
  GtkImage *mark;
  GtkLabel *sentence;

  GPtrArray *lines; /* (element-type KpRuleLine) */
};

G_DEFINE_FINAL_TYPE (KpRuleDialog, kp_rule_dialog, ADW_TYPE_WINDOW)

enum
{
  TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static KpRuleLine *
get_line (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), LINE);
}

static guint
find_index (KpRuleDialog *self,
            const KpRuleLine *line)
{
  guint index = 0;

  g_ptr_array_find (self->lines, line, &index);
  return index;
}

/* As the notice will say it, or what keeps it from being said. */
static void
update (KpRuleDialog *self)
{
  g_autofree char *json = kp_rule_lines_dup_json (self->lines);
  g_autofree char *problem = NULL;
  g_autofree char *phrase = self->lines->len > 0 ? kp_rule_dup_chinese (json, &problem) : NULL;
  const char *text = phrase != NULL ? phrase : problem != NULL ? problem : _("No condition: it holds for everybody.");

  gtk_image_set_from_icon_name (self->mark, problem != NULL ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_label_set_label (self->sentence, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rule.take", problem == NULL);
}

static void fill (KpRuleDialog *self);

static void
on_kind_changed (KpRuleDialog *self,
                 GParamSpec *spec G_GNUC_UNUSED,
                 GtkDropDown *kinds)
{
  KpRuleLine *line = get_line (kinds);

  if (gtk_drop_down_get_selected (kinds) != line->kind)
    kp_rule_dialog_set_kind (self, find_index (self, line), (KpConditionKind) gtk_drop_down_get_selected (kinds));
}

static void
on_member_changed (KpRuleDialog *self,
                   GtkEditable *entry)
{
  const guint member = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), MEMBER));
  KpRuleLine *line = get_line (entry);

  g_free (line->members[member]);
  line->members[member] = g_strdup (gtk_editable_get_text (entry));
  update (self);
}

static void
on_add_part (KpRuleDialog *self,
             GtkWidget *button)
{
  kp_rule_lines_add_part (self->lines, find_index (self, get_line (button)));
  fill (self);
}

static void
on_remove (KpRuleDialog *self,
           GtkWidget *button)
{
  kp_rule_lines_remove (self->lines, find_index (self, get_line (button)));
  fill (self);
}

static GtkWidget *
new_kinds (KpRuleDialog *self,
           KpRuleLine *line)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *kinds;

  for (guint i = 0; i < KP_N_CONDITION_KINDS; i++)
    gtk_string_list_append (words, kp_rule_kind_get_chinese ((KpConditionKind) i));
  kinds = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (words)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), line->kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of condition"), -1);
  g_object_set_data (G_OBJECT (kinds), LINE, line);
  g_signal_connect_object (kinds, "notify::selected", G_CALLBACK (on_kind_changed), self, G_CONNECT_SWAPPED);
  return kinds;
}

static GtkWidget *
new_member (KpRuleDialog *self,
            KpRuleLine *line,
            KpConditionMember member)
{
  const gboolean is_short = member == KP_MEMBER_MONTHS || member == KP_MEMBER_COUNT || member == KP_MEMBER_VALUE;
  const gboolean is_day = member == KP_MEMBER_FROM || member == KP_MEMBER_TO;
  GtkWidget *entry = gtk_entry_new ();
  const char *name = kp_rule_member_get_chinese (line->kind, member);

  gtk_editable_set_text (GTK_EDITABLE (entry), line->members[member] != NULL ? line->members[member] : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), is_short ? 6 : is_day ? 11 : 14);
  gtk_widget_set_hexpand (entry, !is_short && !is_day);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_widget_set_tooltip_text (entry, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (entry), LINE, line);
  g_object_set_data (G_OBJECT (entry), MEMBER, GUINT_TO_POINTER (member));
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_member_changed), self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
new_button (KpRuleDialog *self,
            KpRuleLine *line,
            const char *icon,
            const char *name,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), LINE, line);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_row (KpRuleDialog *self,
         KpRuleLine *line)
{
  const guint members = kp_rule_kind_get_members (line->kind);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_margin_start (box, 12 + (int) line->depth * INDENT);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), new_kinds (self, line));
  for (guint i = 0; i < KP_CONDITION_N_MEMBERS; i++)
    if ((members & KP_CONDITION_BIT (i)) != 0)
      gtk_box_append (GTK_BOX (box), new_member (self, line, (KpConditionMember) i));
  gtk_widget_set_hexpand (room, TRUE);
  gtk_box_append (GTK_BOX (box), room);
  if (kp_condition_kind_has_parts (line->kind))
    gtk_box_append (GTK_BOX (box), new_button (self, line, "list-add-symbolic", _("Add a part"), G_CALLBACK (on_add_part)));
  gtk_box_append (GTK_BOX (box), new_button (self, line, "list-remove-symbolic", _("Remove with its parts"), G_CALLBACK (on_remove)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
fill (KpRuleDialog *self)
{
  kp_children_clear (GTK_WIDGET (self->rows));
  for (guint i = 0; i < self->lines->len; i++)
    gtk_list_box_append (self->rows, new_row (self, g_ptr_array_index (self->lines, i)));
  update (self);
}

static void
add_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpRuleDialog *self = KP_RULE_DIALOG (widget);

  if (self->lines->len == 0)
    g_ptr_array_add (self->lines, kp_rule_line_new (0, KP_CONDITION_EDUCATION_AT_LEAST));
  fill (self);
}

static void
take_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpRuleDialog *self = KP_RULE_DIALOG (widget);
  g_autofree char *json = kp_rule_lines_dup_json (self->lines);

  g_signal_emit (self, signals[TAKEN], 0, json);
  gtk_window_close (GTK_WINDOW (self));
}

static void
kp_rule_dialog_finalize (GObject *object)
{
  g_clear_pointer (&KP_RULE_DIALOG (object)->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (kp_rule_dialog_parent_class)->finalize (object);
}

static void
kp_rule_dialog_class_init (KpRuleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kp_rule_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-rule-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KpRuleDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, KpRuleDialog, mark);
  gtk_widget_class_bind_template_child (widget_class, KpRuleDialog, sentence);
  gtk_widget_class_install_action (widget_class, "rule.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "rule.take", NULL, take_action);
  signals[TAKEN] = g_signal_new ("taken", KP_TYPE_RULE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kp_rule_dialog_init (KpRuleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kp_rule_dialog_new:
 * @title: of the cell
 * @lines: (transfer full) (element-type KpRuleLine): the condition; none = there is none yet
 */
KpRuleDialog *
kp_rule_dialog_new (GtkWindow *parent,
                    const char *title,
                    GPtrArray *lines)
{
  KpRuleDialog *self = g_object_new (KP_TYPE_RULE_DIALOG, "transient-for", parent, "title", title, NULL);

  self->lines = lines;
  fill (self);
  return self;
}

/** kp_rule_dialog_set_kind: makes another condition of a line; parts that it can't have go. */
void
kp_rule_dialog_set_kind (KpRuleDialog *self,
                         guint line,
                         KpConditionKind kind)
{
  KpRuleLine *own = g_ptr_array_index (self->lines, line);
  const guint depth = own->depth;

  if (!kp_condition_kind_has_parts (kind))
    while (line + 1 < self->lines->len && ((KpRuleLine *) g_ptr_array_index (self->lines, line + 1))->depth > depth)
      kp_rule_lines_remove (self->lines, line + 1);
  own->kind = kind;
  if (kp_condition_kind_has_parts (kind)
      && (line + 1 == self->lines->len || ((KpRuleLine *) g_ptr_array_index (self->lines, line + 1))->depth <= depth))
    kp_rule_lines_add_part (self->lines, line);
  fill (self);
}

/** kp_rule_dialog_set_member: what is typed in a line. */
void
kp_rule_dialog_set_member (KpRuleDialog *self,
                           guint line,
                           KpConditionMember member,
                           const char *text)
{
  KpRuleLine *own = g_ptr_array_index (self->lines, line);

  g_free (own->members[member]);
  own->members[member] = g_strdup (text);
  fill (self);
}

/** kp_rule_dialog_get_sentence: what is said of the condition. */
const char *
kp_rule_dialog_get_sentence (KpRuleDialog *self)
{
  return gtk_label_get_label (self->sentence);
}
