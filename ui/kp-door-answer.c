/* kp-door-answer.c – what is said at a door of whoever's ticket was read, with the photo that the face is compared with.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-door-answer.h"

#include <glib/gi18n-lib.h>

struct _KpDoorAnswer
{
  AdwBin parent_instance;

  GtkPicture *photo;
  GtkLabel *headline;
  GtkLabel *who;
  GtkLabel *sentence;
  KpDoorTone tone;
};

G_DEFINE_FINAL_TYPE (KpDoorAnswer, kp_door_answer, ADW_TYPE_BIN)

/**
 * kp_door_tone_get_class:
 * @tone: a tone
 *
 * Returns: (transfer none) (nullable): the style class that colours it
 */
const char *
kp_door_tone_get_class (KpDoorTone tone)
{
  static const char *const classes[] = {
    [KP_DOOR_SUCCESS] = "success",
    [KP_DOOR_WARNING] = "warning",
    [KP_DOOR_ERROR] = "error",
    [KP_DOOR_AGAIN] = "again",
  };

  return classes[tone];
}

/* A photo that can't be read is none: who compares faces sees that there is nothing to compare with. */
static void
show_photo (KpDoorAnswer *self,
            GBytes *photo)
{
  g_autoptr (GdkTexture) texture = photo != NULL ? gdk_texture_new_from_bytes (photo, NULL) : NULL;

  gtk_picture_set_paintable (self->photo, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->photo), texture != NULL);
}

/**
 * kp_door_answer_say:
 * @answer: an answer
 * @tone: how it is coloured; the headline says the same in words
 * @headline: a few words that can be read from three metres
 * @sentence: what it means
 * @who: whose ticket; may be empty
 * @photo: (nullable): a JPEG
 */
void
kp_door_answer_say (KpDoorAnswer *answer,
                    KpDoorTone tone,
                    const char *headline,
                    const char *sentence,
                    const char *who,
                    GBytes *photo)
{
  if (answer->tone != KP_DOOR_PLAIN)
    gtk_widget_remove_css_class (GTK_WIDGET (answer), kp_door_tone_get_class (answer->tone));
  if (tone != KP_DOOR_PLAIN)
    gtk_widget_add_css_class (GTK_WIDGET (answer), kp_door_tone_get_class (tone));
  answer->tone = tone;
  gtk_label_set_label (answer->headline, headline);
  gtk_label_set_label (answer->sentence, sentence);
  gtk_label_set_label (answer->who, who);
  show_photo (answer, photo);
}

static void
kp_door_answer_class_init (KpDoorAnswerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-door-answer.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_bind_template_child (widget_class, KpDoorAnswer, photo);
  gtk_widget_class_bind_template_child (widget_class, KpDoorAnswer, headline);
  gtk_widget_class_bind_template_child (widget_class, KpDoorAnswer, who);
  gtk_widget_class_bind_template_child (widget_class, KpDoorAnswer, sentence);
}

static void
kp_door_answer_init (KpDoorAnswer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
