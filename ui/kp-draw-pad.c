/* kp-draw-pad.c – the draw before everybody: the list and the secret fixed, the digits given by touch or key, then drawn.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of design.md §6: first the commitment, which anybody can write down, then the public digits, one by one from
 * those in the room, then the draw. */
#include "kp-draw-pad.h"

#include <glib/gi18n-lib.h>

struct _KpDrawPad
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkEntry *source;
  GtkLabel *fixed;
  GtkEntry *digits;
  GtkLabel *drawn;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (KpDrawPad, kp_draw_pad, ADW_TYPE_BIN)

static guint digits_changed;

/* Whatever isn't a digit is none. */
static void
on_changed (KpDrawPad *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->digits));
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *letter = text; *letter != '\0'; letter++)
    if (g_ascii_isdigit (*letter))
      g_string_append_c (digits, *letter);
  if (!g_str_equal (digits->str, text))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->digits), digits->str);
      gtk_editable_set_position (GTK_EDITABLE (self->digits), -1);
      return;
    }
  g_signal_emit (self, digits_changed, 0);
}

static void
digit_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter)
{
  KpDrawPad *self = KP_DRAW_PAD (widget);
  const char *digit = g_variant_get_string (parameter, NULL);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->digits));
  int position = (int) g_utf8_strlen (text, -1);

  if (*digit == '\0')
    gtk_editable_delete_text (GTK_EDITABLE (self->digits), MAX (position - 1, 0), -1);
  else
    gtk_editable_insert_text (GTK_EDITABLE (self->digits), digit, 1, &position);
}

static void
on_draw (KpDrawPad *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wait.draw", NULL);
}

static void
on_commit (KpDrawPad *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wait.commit", NULL);
}

static void
kp_draw_pad_class_init (KpDrawPadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  digits_changed = g_signal_new ("digits-changed", KP_TYPE_DRAW_PAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "pad.digit", "s", digit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "hall.leave", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-draw-pad.ui");
  gtk_widget_class_bind_template_child (widget_class, KpDrawPad, stack);
  gtk_widget_class_bind_template_child (widget_class, KpDrawPad, source);
  gtk_widget_class_bind_template_child (widget_class, KpDrawPad, fixed);
  gtk_widget_class_bind_template_child (widget_class, KpDrawPad, digits);
  gtk_widget_class_bind_template_child (widget_class, KpDrawPad, drawn);
  gtk_widget_class_bind_template_child (widget_class, KpDrawPad, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_draw);
  gtk_widget_class_bind_template_callback (widget_class, on_commit);
}

static void
kp_draw_pad_init (KpDrawPad *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->source), _("digits given one by one by candidates in the waiting room"));
}

static char *
dup_commitments (const KpWaitDesk *desk)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < desk->draws->len; i++)
    {
      const KpWaitDraw *draw = g_ptr_array_index (desk->draws, i);

      g_string_append_printf (text, "%s%s  %s", i > 0 ? "\n" : "", draw->post, draw->commitment);
    }
  return g_string_free (text, FALSE);
}

/** kp_draw_pad_show: how far the draw of @desk is. */
void
kp_draw_pad_show (KpDrawPad *pad,
                  const KpWaitDesk *desk)
{
  const KpWaitDraw *first = desk->draws->len > 0 ? g_ptr_array_index (desk->draws, 0) : NULL;
  g_autofree char *fixed = dup_commitments (desk);
  g_autofree char *drawn = NULL;

  gtk_label_set_label (pad->fixed, fixed);
  if (first != NULL && first->public_part != NULL)
    drawn = g_strdup_printf (_("Drawn with the public digits %s: %u numbers."), first->public_part, desk->numbers->len);
  gtk_label_set_label (pad->drawn, drawn != NULL ? drawn : "");
  gtk_stack_set_visible_child_name (pad->stack, first == NULL ? "source" : drawn == NULL ? "digits" : "drawn");
}

/** kp_draw_pad_start: the keys go to what is asked for. */
void
kp_draw_pad_start (KpDrawPad *pad)
{
  const char *shown = gtk_stack_get_visible_child_name (pad->stack);

  kp_draw_pad_complain (pad, NULL);
  if (g_str_equal (shown, "source"))
    gtk_widget_grab_focus (GTK_WIDGET (pad->source));
  else if (g_str_equal (shown, "digits"))
    gtk_widget_grab_focus (GTK_WIDGET (pad->digits));
}

/** kp_draw_pad_get_source: which public number will count, in words. */
const char *
kp_draw_pad_get_source (KpDrawPad *pad)
{
  return gtk_editable_get_text (GTK_EDITABLE (pad->source));
}

/** kp_draw_pad_get_digits: those given so far. */
const char *
kp_draw_pad_get_digits (KpDrawPad *pad)
{
  return gtk_editable_get_text (GTK_EDITABLE (pad->digits));
}

/** kp_draw_pad_complain: what is wrong; NULL = nothing. */
void
kp_draw_pad_complain (KpDrawPad *pad,
                      const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (pad->problem), sentence != NULL);
  gtk_label_set_label (pad->problem, sentence != NULL ? sentence : "");
}
