/* kp-trouble-line.c – a line above a window's page: the record can't be reached, others saved something, the clock is wrong.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It goes by itself when there is nothing more to be said. */
#include "kp-trouble-line.h"

#include <glib/gi18n-lib.h>

struct _KpTroubleLine
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkSpinner *spinner;
  GtkLabel *sentence;
  GtkWidget *look;

  KpRecordLink *link; /* (nullable): held */
  char *news;         /* (nullable): while somebody types */
};

G_DEFINE_FINAL_TYPE (KpTroubleLine, kp_trouble_line, ADW_TYPE_BIN)

enum
{
  SIGNAL_LOOK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_sentence (KpTroubleLine *self)
{
  const char *trouble = self->link != NULL ? kp_record_link_get_trouble (self->link) : NULL;

  if (trouble != NULL)
    return trouble;
  if (self->news != NULL)
    return self->news;
  return self->link != NULL ? kp_record_link_get_clock (self->link) : NULL;
}

static void
show (KpTroubleLine *self)
{
  const gboolean is_lost = self->link != NULL && kp_record_link_is_lost (self->link);
  const char *sentence = get_sentence (self);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_lost);
  gtk_spinner_set_spinning (self->spinner, is_lost);
  gtk_widget_set_visible (self->look, sentence != NULL && sentence == self->news);
  if (sentence != NULL)
    gtk_label_set_label (self->sentence, sentence);
  gtk_revealer_set_reveal_child (self->revealer, sentence != NULL);
}

static void
on_look (KpTroubleLine *self)
{
  g_signal_emit (self, signals[SIGNAL_LOOK], 0);
}

static void
forget_link (KpTroubleLine *self)
{
  if (self->link == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->link, self);
  kp_record_link_leave (self->link);
  g_clear_object (&self->link);
}

/* Destroyed, but its window is held by what waits for the server: nobody waits for that any more. */
static void
kp_trouble_line_unrealize (GtkWidget *widget)
{
  forget_link (KP_TROUBLE_LINE (widget));
  GTK_WIDGET_CLASS (kp_trouble_line_parent_class)->unrealize (widget);
}

static void
kp_trouble_line_dispose (GObject *object)
{
  KpTroubleLine *self = KP_TROUBLE_LINE (object);

  forget_link (self);
  g_clear_pointer (&self->news, g_free);
  G_OBJECT_CLASS (kp_trouble_line_parent_class)->dispose (object);
}

static void
kp_trouble_line_class_init (KpTroubleLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kp_trouble_line_dispose;
  GTK_WIDGET_CLASS (klass)->unrealize = kp_trouble_line_unrealize;
  signals[SIGNAL_LOOK] = g_signal_new ("look", KP_TYPE_TROUBLE_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kp_trouble_line_init (KpTroubleLine *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->sentence = GTK_LABEL (gtk_label_new (""));
  self->look = gtk_button_new_with_mnemonic (_("_Show Now"));
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sentence), TRUE);
  gtk_widget_set_valign (self->look, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "news");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (box), self->look);
  gtk_revealer_set_child (self->revealer, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
  g_signal_connect_swapped (self->look, "clicked", G_CALLBACK (on_look), self);
}

/** kp_trouble_line_set_link: what is said of @link (nullable) is said here, which keeps it until the window is closed. */
void
kp_trouble_line_set_link (KpTroubleLine *line,
                          KpRecordLink *link)
{
  if (line->link != link)
    {
      forget_link (line);
      if (link != NULL)
        {
          kp_record_link_hold (link);
          g_signal_connect_swapped (link, "changed", G_CALLBACK (show), line);
          line->link = g_object_ref (link);
        }
    }
  show (line);
}

/** kp_trouble_line_set_news: what others saved while somebody types; %NULL = nothing, or nobody types. */
void
kp_trouble_line_set_news (KpTroubleLine *line,
                          const char *news)
{
  g_free (line->news);
  line->news = g_strdup (news);
  show (line);
}
