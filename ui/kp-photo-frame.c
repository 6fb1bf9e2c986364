/* kp-photo-frame.c – the place for an applicant's photo: chosen, dropped, looked at, shown as it will be printed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-photo-frame.h"

#include <glib/gi18n-lib.h>

#include "kp-chooser.h"

struct _KpPhotoFrame
{
  GtkBox parent_instance;

  GtkPicture *picture;
  GtkWidget *place; /* shown without a picture */
  GtkWidget *remove;
  GtkLabel *told;

  KpWorkPhotoFunc make;
  GCancellable *cancellable;
  KpPhotoRow *photo; /* (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KpPhotoFrame, kp_photo_frame, GTK_TYPE_BOX)

static void
show_photo (KpPhotoFrame *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
      = self->photo != NULL ? gdk_texture_new_from_bytes (self->photo->jpeg, &error) : NULL;

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), texture != NULL);
  gtk_widget_set_visible (self->place, texture == NULL);
  gtk_widget_set_visible (self->remove, texture != NULL);
}

static void
tell (KpPhotoFrame *self,
      const char *sentence)
{
  gtk_label_set_label (self->told, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->told), *sentence != '\0');
}

/* ---- a file, in a worker ---- */

typedef struct
{
  GFile *file;
  KpWorkPhotoFunc make;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_free (job);
}

static void
look_at (GTask *task,
         gpointer source G_GNUC_UNUSED,
         gpointer data,
         GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (job->file, cancellable, NULL, &error);
  g_autoptr (KpPhotoRow) photo = kp_photo_row_new ("");

  if (bytes != NULL)
    photo->jpeg = job->make (bytes, &photo->width, &photo->height, &error);
  if (photo->jpeg == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&photo), (GDestroyNotify) kp_photo_row_free);
}

static void
on_looked_at (GObject *source,
              GAsyncResult *result,
              gpointer data G_GNUC_UNUSED)
{
  KpPhotoFrame *self = KP_PHOTO_FRAME (source);
  g_autoptr (GError) error = NULL;
  KpPhotoRow *photo = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&photo, kp_photo_row_free);
      return;
    }
  if (photo == NULL)
    {
      tell (self, error->message);
      return;
    }
  g_clear_pointer (&self->photo, kp_photo_row_free);
  self->photo = photo;
  tell (self, "");
  show_photo (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** kp_photo_frame_take: looks at @file and shows it, or says what is wrong with it; then the one before stays. */
void
kp_photo_frame_take (KpPhotoFrame *frame,
                     GFile *file)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (frame->cancellable);
  g_clear_object (&frame->cancellable);
  frame->cancellable = g_cancellable_new ();
  job->file = g_object_ref (file);
  job->make = frame->make;
  task = g_task_new (frame, frame->cancellable, on_looked_at, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look_at);
}

static void
on_file_chosen (GtkNativeDialog *chooser,
                int response,
                KpPhotoFrame *self)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (file != NULL)
    kp_photo_frame_take (self, file);
  g_object_unref (chooser);
}

static void
choose_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Photo of the Applicant"), window,
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), widget, 0);
  kp_chooser_show (chooser);
}

/** kp_photo_frame_clear: shows no photo. */
void
kp_photo_frame_clear (KpPhotoFrame *frame)
{
  g_cancellable_cancel (frame->cancellable);
  g_clear_object (&frame->cancellable);
  g_clear_pointer (&frame->photo, kp_photo_row_free);
  tell (frame, "");
  show_photo (frame);
}

static void
remove_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  kp_photo_frame_clear (KP_PHOTO_FRAME (widget));
  g_signal_emit (widget, signals[CHANGED], 0);
}

static gboolean
on_drop (GtkDropTarget *target G_GNUC_UNUSED,
         const GValue *value,
         double x G_GNUC_UNUSED,
         double y G_GNUC_UNUSED,
         gpointer data)
{
  if (!G_VALUE_HOLDS (value, G_TYPE_FILE))
    return FALSE;
  kp_photo_frame_take (data, g_value_get_object (value));
  return TRUE;
}

/* ---- the frame ---- */

static void
kp_photo_frame_dispose (GObject *object)
{
  KpPhotoFrame *self = KP_PHOTO_FRAME (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->photo, kp_photo_row_free);
  G_OBJECT_CLASS (kp_photo_frame_parent_class)->dispose (object);
}

static void
kp_photo_frame_class_init (KpPhotoFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_photo_frame_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-photo-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, KpPhotoFrame, picture);
  gtk_widget_class_bind_template_child (widget_class, KpPhotoFrame, place);
  gtk_widget_class_bind_template_child (widget_class, KpPhotoFrame, remove);
  gtk_widget_class_bind_template_child (widget_class, KpPhotoFrame, told);
  gtk_widget_class_install_action (widget_class, "photo.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "photo.remove", NULL, remove_action);
  signals[CHANGED] = g_signal_new ("changed", KP_TYPE_PHOTO_FRAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kp_photo_frame_init (KpPhotoFrame *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/** kp_photo_frame_set_maker: @make turns a file into the small picture that is kept, or says why not. */
void
kp_photo_frame_set_maker (KpPhotoFrame *frame,
                          KpWorkPhotoFunc make)
{
  frame->make = make;
}

/** kp_photo_frame_get: (nullable): the photo that is shown. */
const KpPhotoRow *
kp_photo_frame_get (KpPhotoFrame *frame)
{
  return frame->photo;
}

/** kp_photo_frame_get_told: what is wrong with the last file, "" for nothing. */
const char *
kp_photo_frame_get_told (KpPhotoFrame *frame)
{
  return gtk_label_get_label (frame->told);
}
