/* kp-verb-photos.c – takes a folder of applicants' photos into the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-photo-folder.h"
#include "kp-verbs.h"

typedef struct
{
  char *folder;
  char *shape;
  char *least;
  gboolean accepts_good;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->folder);
  g_free (options->shape);
  g_free (options->least);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* "25x35"; a text that isn't given leaves what there is. */
static gboolean
parse_size (KpCommand *command, const char *text, guint *width, guint *height, GError **error)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "x", -1) : NULL;
  guint64 numbers[2] = { 0, 0 };

  if (text == NULL)
    return TRUE;
  if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 1, 10000, &numbers[0], NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, 10000, &numbers[1], NULL))
    return kp_command_fail_usage (command, error, _ ("“%s” is no size; write width and height like 25x35."), text);
  *width = (guint) numbers[0];
  *height = (guint) numbers[1];
  return TRUE;
}

/* A file is told by its place in the order of names, for its name is somebody's number. */
static void
answer_faults (KpAnswer *answer, const GPtrArray *rows)
{
  const KpAnswerColumn columns[] = {
    { "file", _ ("File"), TRUE },
    { "applicant", _ ("Applicant"), FALSE },
    { "message", _ ("What is wrong"), FALSE },
  };

  kp_answer_begin_table (answer, "rows", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++)
    {
      const KpPhotoRow *row = g_ptr_array_index (rows, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *mark = kp_photo_row_dup_mark (row);

      if (row->fault != NULL)
        kp_answer_add_row (answer, (const char *[]){ number, mark != NULL ? mark : "", row->fault });
    }
}

static void
answer_tally (KpAnswer *answer, const KpPhotoTally *tally)
{
  kp_answer_add_count (answer, "n_rows", _ ("Files"), tally->n_rows);
  kp_answer_add_count (answer, "n_faulty", _ ("Refused"), tally->n_faulty);
  kp_answer_add_count (answer, "n_taken", _ ("Taken in"), tally->n_taken);
  kp_answer_add_count (answer, "n_same", _ ("In the record already"), tally->n_same);
  kp_answer_add_count (answer, "n_open", _ ("Applications without a photo"), tally->n_open);
}

static gboolean
take (KpCommand *command, KpSession *session, const Options *options, const KpPhotoDemand *demand, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (GPtrArray) rows = kp_photo_folder_read (options->folder, demand, error);
  g_autoptr (GError) refusal = NULL;
  KpPhotoTally tally = { 0 };

  if (rows == NULL)
    return FALSE;
  if (!kp_step_take_photos (session, rows, options->accepts_good, &tally, &refusal) && tally.n_faulty == 0)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  answer_faults (answer, rows);
  if (refusal == NULL)
    {
      answer_tally (answer, &tally);
      return TRUE;
    }
  kp_command_answer_no (command);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

/** kp_verb_photos: kaopin photos FILE --in DIR [--shape 25x35] [--least WxH] [--accept-good]. */
gboolean
kp_verb_photos (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "in", 0, 0, G_OPTION_ARG_FILENAME, &options.folder, N_ ("Folder with a picture for each applicant"), "DIR" },
    { "shape", 0, 0, G_OPTION_ARG_STRING, &options.shape, N_ ("Shape that is asked for, in mm; otherwise 25x35"), "WxH" },
    { "least", 0, 0, G_OPTION_ARG_STRING, &options.least, N_ ("Fewest dots; otherwise 150x210"), "WxH" },
    { "accept-good", 0, 0, G_OPTION_ARG_NONE, &options.accepts_good,
      N_ ("Take the good photos although others are refused"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpPhotoDemand demand = kp_photo_usual_demand;
  g_autoptr (KpSession) session = NULL;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (options.folder == NULL)
    return kp_command_fail_usage (command, error, _ ("Say where the photos are with --in."));
  if (!parse_size (command, options.shape, &demand.shape_width, &demand.shape_height, error)
      || !parse_size (command, options.least, &demand.least_width, &demand.least_height, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  return session != NULL && take (command, session, &options, &demand, error);
}
