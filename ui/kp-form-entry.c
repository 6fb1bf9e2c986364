/* kp-form-entry.c – one field of a form: its name, what is typed or chosen, and what is wrong with it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-form-entry.h"

#include <glib/gi18n-lib.h>

#include "kp-choices.h"

#define WIDTH_CHARS 22

struct _KpFormEntry
{
  GtkBox parent_instance;

  KpFormField field;
  GtkWidget *control; /* a GtkEntry or a GtkDropDown */
  GtkLabel *told;
  KpChoices *choices; /* (nullable): "" = not given */
};

enum
{
  CHANGED,
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KpFormEntry, kp_form_entry, GTK_TYPE_BOX)

static void
on_changed (KpFormEntry *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_activate (KpFormEntry *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

/* ---- what there is to choose ---- */

static GtkWidget *
make_choice (KpFormEntry *self,
             KpCampaign *campaign)
{
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice;

  self->choices = kp_choices_new ();
  kp_choices_add (self->choices, "", "–");
  if (self->field.is_post)
    kp_choices_add_posts (self->choices, kp_campaign_get_scheme (campaign));
  for (guint i = 0; self->field.words != NULL && self->field.words[i] != NULL; i++)
    kp_choices_add (self->choices, self->field.words[i], self->field.words[i]);
  choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->choices->labels)), text);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), self->field.is_post);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (on_changed), self);
  return choice;
}

static GtkWidget *
make_entry (KpFormEntry *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), WIDTH_CHARS);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activate), self);
  return entry;
}

/* ---- the field ---- */

static gboolean
kp_form_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KP_FORM_ENTRY (widget)->control);
}

static void
kp_form_entry_finalize (GObject *object)
{
  g_clear_pointer (&KP_FORM_ENTRY (object)->choices, kp_choices_free);
  G_OBJECT_CLASS (kp_form_entry_parent_class)->finalize (object);
}

static void
kp_form_entry_class_init (KpFormEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kp_form_entry_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = kp_form_entry_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", KP_TYPE_FORM_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", KP_TYPE_FORM_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kp_form_entry_init (KpFormEntry *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

/** kp_form_entry_new: an empty field of @campaign's form; @field's texts must outlive it. */
KpFormEntry *
kp_form_entry_new (const KpFormField *field,
                   KpCampaign *campaign)
{
  KpFormEntry *self = g_object_new (KP_TYPE_FORM_ENTRY, NULL);
  const char *name = field->is_post ? kp_registration_field_get_title (KP_REGISTRATION_FIELD_POST_NAME) : field->title;

  self->field = *field;
  self->control = field->words != NULL || field->is_post ? make_choice (self, campaign) : make_entry (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->told = GTK_LABEL (make_label (NULL, "caption"));
  gtk_widget_set_visible (GTK_WIDGET (self->told), FALSE);
  gtk_box_append (GTK_BOX (self), make_label (name, "caption-heading"));
  gtk_box_append (GTK_BOX (self), self->control);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->told));
  return self;
}

/** kp_form_entry_get_field: what it asks for. */
const KpFormField *
kp_form_entry_get_field (KpFormEntry *entry)
{
  return &entry->field;
}

/** kp_form_entry_get_text: what was typed or chosen, "" for nothing. */
const char *
kp_form_entry_get_text (KpFormEntry *entry)
{
  const char *value;

  if (entry->choices == NULL)
    return gtk_editable_get_text (GTK_EDITABLE (entry->control));
  value = kp_choices_get_value (entry->choices, gtk_drop_down_get_selected (GTK_DROP_DOWN (entry->control)));
  return value != NULL ? value : "";
}

/** kp_form_entry_set_text: as if @text had been typed, or chosen where it is one of the choices. */
void
kp_form_entry_set_text (KpFormEntry *entry,
                        const char *text)
{
  guint place = 0;

  if (entry->choices == NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry->control), text);
  else if (kp_choices_find (entry->choices, text, &place))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (entry->control), place);
}

/** kp_form_entry_tell: shows @sentence (nullable: nothing) below the field, in colour and shape as heavy as @verdict. */
void
kp_form_entry_tell (KpFormEntry *entry,
                    KpRegistrationVerdict verdict,
                    const char *sentence)
{
  const gboolean is_refused = verdict == KP_REGISTRATION_REJECT || verdict == KP_REGISTRATION_CONFLICT;
  const gboolean is_wrong = sentence != NULL && is_refused;
  const gboolean is_remark = sentence != NULL && verdict == KP_REGISTRATION_WARN;
  g_autofree char *shown = sentence == NULL ? NULL : g_strdup_printf (is_wrong ? "✗ %s" : is_remark ? "⚠ %s" : "%s", sentence);

  gtk_label_set_label (entry->told, shown != NULL ? shown : "");
  gtk_widget_set_visible (GTK_WIDGET (entry->told), sentence != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry->control), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : "", -1);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *widget = i == 0 ? entry->control : GTK_WIDGET (entry->told);

      (is_wrong ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (widget, "error");
      (is_remark ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (widget, "warning");
    }
}

/** kp_form_entry_get_told: what stands below it, "" for nothing. */
const char *
kp_form_entry_get_told (KpFormEntry *entry)
{
  return gtk_label_get_label (entry->told);
}
