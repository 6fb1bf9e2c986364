/* kp-hall-form.c – what is typed at the door of the exam when something is put right, closed or recorded.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-hall-form.h"

#include <glib/gi18n-lib.h>

#include "kp-breach.h"

struct _KpHallForm
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *sentence;
  GtkWidget *who_label;
  GtkEntry *who;
  GtkWidget *article_label;
  GtkDropDown *article;
  GtkWidget *facts_label;
  GtkEntry *facts;
  GtkWidget *evidence_label;
  GtkEntry *evidence;
  GtkWidget *reason_label;
  GtkEntry *reason;
  GtkWidget *by_label;
  GtkEntry *by;
  GtkWidget *with_label;
  GtkEntry *with;
  GtkWidget *pin_label;
  GtkPasswordEntry *pin;
  GtkCheckButton *refused;
  GtkLabel *problem;
  GtkButton *run;

  KpHallOrderKind kind;
  gboolean asks_pin; /* where two people answer */
};

G_DEFINE_FINAL_TYPE (KpHallForm, kp_hall_form, ADW_TYPE_BIN)

/* What each asks for. */
static const struct
{
  const char *title;
  const char *sentence;
  const char *button;
  gboolean asks_who, asks_breach, asks_reason, asks_two;
} kinds[KP_N_HALL_ORDERS] = {
  [KP_HALL_UNDO] = { N_("Undo an arrival"), N_("Read the ticket that was read by mistake, or type its number. Both acts stay in the record."),
                     N_("_Undo the arrival"), TRUE, FALSE, TRUE, FALSE },
  [KP_HALL_ADMIT] = { N_("Was in the room"), N_("Somebody recorded as absent sat in the room all the same. Two people answer for it."),
                      N_("_Withdraw the absence"), TRUE, FALSE, TRUE, TRUE },
  [KP_HALL_CLOSE] = { N_("Close the doors"), N_("Whoever isn’t in now is absent, with 缺考 as the mark. Two people answer for it."),
                      N_("_Close the doors"), FALSE, FALSE, FALSE, TRUE },
  [KP_HALL_BREACH] = { N_("Record a breach"), N_("Two people who saw it record it; the candidate signs the printed record."),
                       N_("_Record and print"), TRUE, TRUE, FALSE, TRUE },
  [KP_HALL_UNDO_REPORT] = { N_("Undo a sign-in"),
                            N_("Read the ticket that was read by mistake, or type its number. Sign-in and undoing both stay in the record."),
                            N_("_Undo the sign-in"), TRUE, FALSE, TRUE, FALSE },
  [KP_HALL_CLOSE_REPORT] = { N_("Close the list"), N_("Whoever isn’t here now has waived the interview. Two people answer for it."),
                             N_("_Close the list"), FALSE, FALSE, FALSE, TRUE },
};

static void
show_pair (GtkWidget *label,
           GtkWidget *field,
           gboolean is_shown)
{
  gtk_widget_set_visible (label, is_shown);
  gtk_widget_set_visible (field, is_shown);
}

static gboolean
is_empty (GtkWidget *field)
{
  g_autofree char *text = NULL;

  if (GTK_IS_DROP_DOWN (field))
    return gtk_drop_down_get_selected (GTK_DROP_DOWN (field)) == GTK_INVALID_LIST_POSITION;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field))));
  return *text == '\0';
}

/* What has to be filled in and isn't yet; NULL = nothing. */
static GtkWidget *
find_empty (KpHallForm *self)
{
  GtkWidget *const fields[] = { GTK_WIDGET (self->who),    GTK_WIDGET (self->article), GTK_WIDGET (self->facts),
                                GTK_WIDGET (self->reason), GTK_WIDGET (self->by),      GTK_WIDGET (self->with),
                                GTK_WIDGET (self->pin) };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (gtk_widget_get_visible (fields[i]) && is_empty (fields[i]))
      return fields[i];
  return NULL;
}

static void
go_on (KpHallForm *self)
{
  GtkWidget *empty = find_empty (self);

  gtk_widget_grab_focus (empty != NULL ? empty : GTK_WIDGET (self->run));
}

/* An article is chosen, or taken away for the next breach. */
static void
on_article (KpHallForm *self)
{
  if (!is_empty (GTK_WIDGET (self->article)))
    go_on (self);
}

/* Enter goes on to what is empty, and from the last carries out. */
static void
on_activate (KpHallForm *self)
{
  kp_hall_form_complain (self, NULL);
  if (find_empty (self) != NULL)
    go_on (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "hall.run", NULL);
}

static void
show_articles (KpHallForm *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n = 0;
  const KpBreachArticle *articles = kp_breach_get_articles (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (labels, g_strdup_printf ("%s %s", articles[i].chinese, articles[i].acts));
  gtk_drop_down_set_model (self->article, G_LIST_MODEL (labels));
}

static void
kp_hall_form_class_init (KpHallFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "hall.leave", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-hall-form.ui");
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, title);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, sentence);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, who_label);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, who);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, article_label);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, article);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, facts_label);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, facts);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, evidence_label);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, evidence);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, reason_label);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, reason);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, by_label);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, by);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, with_label);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, with);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, pin_label);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, pin);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, refused);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, problem);
  gtk_widget_class_bind_template_child (widget_class, KpHallForm, run);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_article);
}

static void
kp_hall_form_init (KpHallForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_articles (self);
}

static void
clear (KpHallForm *self)
{
  GtkEntry *const entries[] = { self->who, self->facts, self->evidence, self->reason, self->with };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_text (GTK_EDITABLE (entries[i]), "");
  gtk_editable_set_text (GTK_EDITABLE (self->pin), "");
  gtk_check_button_set_active (self->refused, FALSE);
  gtk_drop_down_set_selected (self->article, GTK_INVALID_LIST_POSITION);
  kp_hall_form_complain (self, NULL);
}

/** kp_hall_form_begin: asks for what @kind needs; @who (nullable) is filled in, and @by as the first person. */
void
kp_hall_form_begin (KpHallForm *form,
                    KpHallOrderKind kind,
                    const char *who,
                    const char *by)
{
  form->kind = kind;
  clear (form);
  gtk_label_set_label (form->title, _(kinds[kind].title));
  gtk_label_set_label (form->sentence, _(kinds[kind].sentence));
  gtk_button_set_label (form->run, _(kinds[kind].button));
  show_pair (form->who_label, GTK_WIDGET (form->who), kinds[kind].asks_who);
  show_pair (form->article_label, GTK_WIDGET (form->article), kinds[kind].asks_breach);
  show_pair (form->facts_label, GTK_WIDGET (form->facts), kinds[kind].asks_breach);
  show_pair (form->evidence_label, GTK_WIDGET (form->evidence), kinds[kind].asks_breach);
  show_pair (form->reason_label, GTK_WIDGET (form->reason), kinds[kind].asks_reason);
  show_pair (form->by_label, GTK_WIDGET (form->by), kinds[kind].asks_two);
  show_pair (form->with_label, GTK_WIDGET (form->with), kinds[kind].asks_two);
  show_pair (form->pin_label, GTK_WIDGET (form->pin), kinds[kind].asks_two && form->asks_pin);
  gtk_widget_set_visible (GTK_WIDGET (form->refused), kinds[kind].asks_breach);
  gtk_label_set_label (GTK_LABEL (form->who_label), kind == KP_HALL_BREACH ? _("Seat or ticket") : _("Ticket"));
  gtk_entry_set_placeholder_text (form->who, kind == KP_HALL_BREACH ? _("003/07, or read the ticket") : _("Read the ticket"));
  gtk_editable_set_text (GTK_EDITABLE (form->by), by);
  if (who != NULL)
    gtk_editable_set_text (GTK_EDITABLE (form->who), who);
  go_on (form);
}

/** kp_hall_form_take_code: a ticket that was read is whose act this is; FALSE where the form asks for nobody. */
gboolean
kp_hall_form_take_code (KpHallForm *form,
                        const char *code)
{
  if (!kinds[form->kind].asks_who)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (form->who), code);
  go_on (form);
  return TRUE;
}

static char *
dup_text (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/** kp_hall_form_dup_order: what was typed, of the door @here; NULL, and the focus there, where something is missing. */
KpHallOrder *
kp_hall_form_dup_order (KpHallForm *form,
                        const KpHallPlace *here)
{
  GtkWidget *empty = find_empty (form);
  guint n = 0;
  const KpBreachArticle *articles = kp_breach_get_articles (&n);
  const guint article = gtk_drop_down_get_selected (form->article);
  KpHallOrder *order;

  if (empty != NULL)
    {
      kp_hall_form_complain (form, _("Something is still empty here."));
      gtk_widget_grab_focus (empty);
      return NULL;
    }
  order = g_new0 (KpHallOrder, 1);
  *order = (KpHallOrder) {
    .kind = form->kind,
    .sitting = g_strdup (here->sitting),
    .site = g_strdup (here->site),
    .room = here->room,
    .who = dup_text (form->who),
    .reason = dup_text (form->reason),
    .article = g_strdup (article < n ? articles[article].article : NULL),
    .facts = dup_text (form->facts),
    .evidence = dup_text (form->evidence),
    .by = dup_text (form->by),
    .with = dup_text (form->with),
    .refused_to_sign = gtk_check_button_get_active (form->refused),
  };
  return order;
}

/** kp_hall_form_complain: what is wrong; NULL = nothing. */
void
kp_hall_form_complain (KpHallForm *form,
                       const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (form->problem), sentence != NULL);
  gtk_label_set_label (form->problem, sentence != NULL ? sentence : "");
}

/** kp_hall_form_set_campaign: whose record says whether the second person confirms with a PIN. To be called before each
 * kp_hall_form_begin(). */
void
kp_hall_form_set_campaign (KpHallForm *form,
                           KpCampaign *campaign)
{
  form->asks_pin = kp_campaign_get_proof (campaign) != KP_PROOF_NONE;
}

/** kp_hall_form_give_pin: what the second person typed goes to the next change of @campaign, and is forgotten here. */
void
kp_hall_form_give_pin (KpHallForm *form,
                       KpCampaign *campaign)
{
  kp_campaign_set_pins (campaign, gtk_editable_get_text (GTK_EDITABLE (form->pin)), NULL);
  gtk_editable_set_text (GTK_EDITABLE (form->pin), "");
}
