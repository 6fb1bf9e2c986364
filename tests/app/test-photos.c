/* test-photos.c – what becomes of the pictures that applicants send, and the verb that takes them in.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "kp-jpeg.h"
#include "kp-photo.h"
#include "kp-press.h"
#include "kp-test-office.h"
#include "kp-test-program.h"

#define N_MUTATIONS 400

/* A face before a wall, with the grain of a camera. */
static GdkPixbuf *
new_picture (guint width, guint height, gboolean has_alpha)
{
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, (int) width, (int) height);
  const guint n_channels = (guint) gdk_pixbuf_get_n_channels (picture);
  guint8 *dots = gdk_pixbuf_get_pixels (picture);
  guint32 grain = 1;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        guint8 *dot = dots + y * (guint) gdk_pixbuf_get_rowstride (picture) + x * n_channels;
        const gboolean is_face = ABS ((int) x * 2 - (int) width) < (int) width / 2 && y > height / 5 && y < height * 3 / 4;

        grain = grain * 1664525 + 1013904223;
        dot[0] = (guint8) ((is_face ? 220 : 60) + (grain >> 28));
        dot[1] = (guint8) ((is_face ? 180 : 120) + (grain >> 28));
        dot[2] = (guint8) ((is_face ? 150 : 200) + (grain >> 28));
        if (has_alpha)
          dot[3] = is_face ? 255 : 0;
      }
  return picture;
}

static GBytes *
new_file (guint width, guint height, const char *kind, gboolean has_alpha)
{
  g_autoptr (GdkPixbuf) picture = new_picture (width, height, has_alpha);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  gsize n = 0;

  gdk_pixbuf_save_to_buffer (picture, &bytes, &n, kind, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, n);
}

static GBytes *
new_cut (guint width, guint height, const char *kind, gsize n_of_ten)
{
  g_autoptr (GBytes) whole = new_file (width, height, kind, FALSE);

  return g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) * n_of_ten / 10);
}

/* The colour of a dot of what was made: red, green, blue. */
static void
read_dot (GBytes *jpeg, guint x, guint y, guint8 colour[3])
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (jpeg);
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_stream (stream, NULL, NULL);

  g_assert_nonnull (picture);
  memcpy (colour, gdk_pixbuf_get_pixels (picture) + y * (guint) gdk_pixbuf_get_rowstride (picture) + x * 3, 3);
}

/* ---- what is taken ---- */

typedef struct
{
  const char *path;
  guint width;
  guint height;
  const char *kind;
  gboolean has_alpha;
} Good;

static const Good goods[] = {
  { "/app/photos/good/one-inch", 295, 413, "jpeg", FALSE },    { "/app/photos/good/two-inch", 413, 579, "jpeg", FALSE },
  { "/app/photos/good/least", 150, 210, "jpeg", FALSE },       { "/app/photos/good/camera", 3000, 4200, "jpeg", FALSE },
  { "/app/photos/good/three-by-four", 480, 640, "jpeg", FALSE }, { "/app/photos/good/png", 295, 413, "png", FALSE },
  { "/app/photos/good/clear-png", 295, 413, "png", TRUE },     { "/app/photos/good/bmp", 295, 413, "bmp", FALSE },
};

/* Whatever came, a whole JPEG in RGB comes out, that a ticket has room for; the same each time. */
static void
test_good (gconstpointer data)
{
  const Good *row = data;
  g_autoptr (GBytes) file = new_file (row->width, row->height, row->kind, row->has_alpha);
  g_autoptr (GError) error = NULL;
  guint width = 0;
  guint height = 0;
  g_autoptr (GBytes) made = kp_photo_make (file, &kp_photo_usual_demand, &width, &height, &error);
  g_autoptr (GBytes) again = NULL;
  guint8 wall[3];
  KpJpeg jpeg;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (made), <=, KP_PHOTO_MOST_BYTES);
  g_assert_true (kp_jpeg_check (made, &jpeg, &error));
  g_assert_cmpuint (jpeg.n_inks, ==, 3);
  g_assert_cmpuint (jpeg.width, ==, width);
  g_assert_cmpuint (jpeg.height, ==, height);
  g_assert_cmpuint (width, <=, KP_PHOTO_WIDTH);
  g_assert_cmpuint (width, >=, MIN (row->width, KP_PHOTO_WIDTH * 55 / 100));
  read_dot (made, 4, 4, wall);
  g_assert_true (row->has_alpha ? wall[0] > 240 : wall[0] < 110);
  again = kp_photo_make (file, &kp_photo_usual_demand, &width, &height, &error);
  g_assert_true (g_bytes_equal (made, again));
}

/* A JPEG that says how it is to be turned: an Exif segment of one entry behind the first marker. */
static GBytes *
new_turned (guint8 orientation)
{
  g_autoptr (GBytes) lying = new_file (413, 295, "jpeg", FALSE);
  const guint8 exif[] = { 0xFF, 0xE1, 0x00, 0x22, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
                          0,    1,    0x01, 0x12, 0,   3,   0,   0,   0, 1, 0,   orientation, 0, 0, 0, 0, 0, 0 };
  gsize n = 0;
  const guint8 *bytes = g_bytes_get_data (lying, &n);
  GByteArray *out = g_byte_array_new ();

  g_byte_array_append (out, bytes, 2);
  g_byte_array_append (out, exif, sizeof exif);
  g_byte_array_append (out, bytes + 2, (guint) n - 2);
  return g_byte_array_free_to_bytes (out);
}

static void
test_turned (void)
{
  g_autoptr (GBytes) file = new_turned (6);
  g_autoptr (GBytes) lying = new_turned (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) shape = NULL;
  guint width = 0;
  guint height = 0;
  g_autoptr (GBytes) made = kp_photo_make (file, &kp_photo_usual_demand, &width, &height, &error);

  g_assert_no_error (error);
  g_assert_nonnull (made);
  g_assert_cmpuint (width, <, height);
  g_assert_null (kp_photo_make (lying, &kp_photo_usual_demand, &width, &height, &shape));
  g_assert_error (shape, KP_PHOTO_ERROR, KP_PHOTO_ERROR_SHAPE);
}

/* A picture in the inks of a print shop, all of one blue, comes out in RGB and blue. */
static void
test_print_shop (void)
{
  static const char picture[] =
    "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMcHCg3KSwwMTQ0NB8nOT04Mj"
    "wuMzQy/8AAFAgA0gCWBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQEC"
    "AwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dX"
    "Z3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4E"
    "QwBNAFkASwAAPwDFr3+vTK9moooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
    "oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooor//Z";
  gsize n = 0;
  guchar *bytes = g_base64_decode (picture, &n);
  g_autoptr (GBytes) file = g_bytes_new_take (bytes, n);
  g_autoptr (GError) error = NULL;
  guint width = 0;
  guint height = 0;
  g_autoptr (GBytes) made = NULL;
  guint8 colour[3];
  KpJpeg jpeg;

  g_assert_true (kp_jpeg_check (file, &jpeg, NULL));
  g_assert_cmpuint (jpeg.n_inks, ==, 4);
  made = kp_photo_make (file, &kp_photo_usual_demand, &width, &height, &error);
  g_assert_no_error (error);
  g_assert_true (kp_jpeg_check (made, &jpeg, NULL));
  g_assert_cmpuint (jpeg.n_inks, ==, 3);
  read_dot (made, 75, 105, colour);
  g_assert_cmpuint (colour[0] + 60U, <, colour[2]);
}

/* ---- what is refused ---- */

static void
assert_refused (GBytes *file, const KpPhotoDemand *demand, KpPhotoError code)
{
  g_autoptr (GError) error = NULL;
  guint width = 0;
  guint height = 0;

  g_assert_null (kp_photo_make (file, demand, &width, &height, &error));
  g_assert_error (error, KP_PHOTO_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

typedef struct
{
  const char *path;
  guint width;
  guint height;
  KpPhotoError code;
} Bad;

static const Bad bads[] = {
  { "/app/photos/bad/lying", 413, 295, KP_PHOTO_ERROR_SHAPE },
  { "/app/photos/bad/square", 400, 400, KP_PHOTO_ERROR_SHAPE },
  { "/app/photos/bad/narrow", 250, 413, KP_PHOTO_ERROR_SHAPE },
  { "/app/photos/bad/few-dots", 149, 209, KP_PHOTO_ERROR_SMALL },
};

static void
test_bad (gconstpointer data)
{
  const Bad *row = data;
  g_autoptr (GBytes) file = new_file (row->width, row->height, "jpeg", FALSE);

  assert_refused (file, &kp_photo_usual_demand, row->code);
}

static void
test_other_demand (void)
{
  const KpPhotoDemand passport = { 33, 48, 390, 567 };
  g_autoptr (GBytes) fits = new_file (390, 567, "jpeg", FALSE);
  g_autoptr (GBytes) small = new_file (295, 429, "jpeg", FALSE);
  g_autoptr (GError) error = NULL;
  guint width = 0;
  guint height = 0;
  g_autoptr (GBytes) made = kp_photo_make (fits, &passport, &width, &height, &error);

  g_assert_no_error (error);
  g_assert_nonnull (made);
  assert_refused (small, &passport, KP_PHOTO_ERROR_SMALL);
}

static void
test_no_picture (void)
{
  static const char *const texts[] = { "", "BM", "\xFF\xD8\xFF\xE0 no picture", "\x89PNG\r\n\x1a\n", "GIF89a", "<svg/>", "MZ" };
  static const char *const kinds[] = { "jpeg", "png", "bmp" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (texts[i], strlen (texts[i]));

      assert_refused (file, &kp_photo_usual_demand, KP_PHOTO_ERROR_NO_PICTURE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (gsize tenths = 1; tenths < 10; tenths++)
      {
        g_autoptr (GBytes) file = new_cut (295, 413, kinds[i], tenths);

        assert_refused (file, &kp_photo_usual_demand, KP_PHOTO_ERROR_NO_PICTURE);
      }
}

/* A few bytes that claim 25,000 × 35,000 dots take no gigabytes. */
static void
test_claims_to_be_huge (void)
{
  g_autoptr (GBytes) small = new_file (295, 413, "jpeg", FALSE);
  gsize n = 0;
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (small, &n), g_bytes_get_size (small));
  g_autoptr (GBytes) huge = NULL;

  n = g_bytes_get_size (small);
  for (gsize i = 0; i + 8 < n; i++)
    if (bytes[i] == 0xFF && bytes[i + 1] == 0xC0)
      {
        bytes[i + 5] = 35000 >> 8;
        bytes[i + 7] = 25000 >> 8;
        break;
      }
  huge = g_bytes_new (bytes, n);
  assert_refused (huge, &kp_photo_usual_demand, KP_PHOTO_ERROR_LARGE);
}

/* Damage of any kind is a picture or a sentence, never the end of the program. */
static void
test_mutations (gconstpointer data)
{
  g_autoptr (GBytes) file = new_file (200, 280, data, FALSE);
  KpTestDice dice = { 20260328 };
  guint n_refused = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      const gsize n = g_bytes_get_size (file);
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (file, NULL), n);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GBytes) made = NULL;
      g_autoptr (GError) error = NULL;
      guint width = 0;
      guint height = 0;

      for (guint k = 0; k < 1 + i % 8; k++)
        copy[kp_test_dice_below (&dice, i % 3 == 0 ? MIN (n, 600) : n)] = (guint8) kp_test_dice_below (&dice, 256);
      changed = g_bytes_new (copy, n);
      made = kp_photo_make (changed, &kp_photo_usual_demand, &width, &height, &error);
      g_assert_true ((made == NULL) == (error != NULL));
      n_refused += made == NULL;
    }
  g_assert_cmpuint (n_refused, >, 10);
}

/* ---- the verb ---- */

static void
write_photo (const KpTestFolder *folder, const char *name, GBytes *bytes)
{
  gsize n = 0;
  const char *data = g_bytes_get_data (bytes, &n);

  g_free (kp_test_folder_write (folder, name, data, (gssize) n));
}

static void
take_people (KpTestOffice *office)
{
  KpReviewTally tally;

  kp_test_office_open (office, NULL, NULL);
  kp_test_office_review (office, KP_TEST_OFFICE_SHEET, &tally);
}

/* One by registration number, one by ID number; then a damaged and a nameless one, which keep all out and tell nobody's
 * number or name. */
static void
test_verb (KpTestOffice *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (KpTestFolder) photos = kp_test_folder_new ();
  g_autoptr (GBytes) good = new_file (295, 413, "jpeg", FALSE);
  g_autoptr (GBytes) other = new_file (300, 420, "png", FALSE);
  g_autoptr (GBytes) cut = new_cut (295, 413, "png", 5);
  g_autofree char *record = kp_test_folder_dup_file (office->folder, "campaign.kaopin");
  g_autoptr (KpTestProgram) first = NULL;
  g_autoptr (KpTestProgram) second = NULL;
  g_autoptr (KpTestProgram) third = NULL;
  g_autofree char *printed = NULL;

  take_people (office);
  write_photo (photos, "000001.jpg", good);
  write_photo (photos, "653101200503299924.png", other);
  first = kp_test_program_run ("photos", record, "--in", photos->path, "--json", NULL);
  g_assert_cmpint (first->status, ==, 0);
  kp_test_assert_contains (first->output, "\"n_taken\" : 2");
  kp_test_assert_contains (first->output, "\"n_open\" : 2");
  write_photo (photos, "000003.png", cut);
  write_photo (photos, "王小明.jpg", good);
  write_photo (photos, "130626200107269889.jpg", cut);
  second = kp_test_program_run ("photos", record, "--in", photos->path, NULL);
  g_assert_cmpint (second->status, ==, 1);
  kp_test_assert_contains (second->output, "000003");
  kp_test_assert_contains (second->errors, "--accept-good");
  for (guint i = 0; i < 2; i++)
    {
      const char *said = i == 0 ? second->output : second->errors;

      kp_test_assert_lacks (said, "王小明");
      kp_test_assert_lacks (said, "130626200107269889");
      kp_test_assert_lacks (said, "653101200503299924");
    }
  third = kp_test_program_run ("photos", record, "--in", photos->path, "--accept-good", "--json", NULL);
  g_assert_cmpint (third->status, ==, 0);
  kp_test_assert_contains (third->output, "\"n_taken\" : 0");
  kp_test_assert_contains (third->output, "\"n_same\" : 2");
  kp_test_assert_contains (third->output, "\"n_faulty\" : 3");
  /* The form of who brought one has no box that asks for it. */
  printed = kp_test_office_dup_text (office, KP_PRESS_REGISTRATION_FORMS, "000001");
  kp_test_assert_lacks (printed, "近期免冠");
  g_free (printed);
  printed = kp_test_office_dup_text (office, KP_PRESS_REGISTRATION_FORMS, "000003");
  kp_test_assert_contains (printed, "近期免冠");
}

static void
test_usage (void)
{
  static const char *const sizes[] = { "25", "x35", "25x", "25x35x1", "0x35", "一x二" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (KpTestProgram) program
          = kp_test_program_run ("photos", "x.kaopin", "--in", ".", "--shape", sizes[i], NULL);

      g_assert_cmpint (program->status, ==, 2);
      kp_test_assert_contains (program->errors, "25x35");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (goods); i++)
    g_test_add_data_func (goods[i].path, &goods[i], test_good);
  for (guint i = 0; i < G_N_ELEMENTS (bads); i++)
    g_test_add_data_func (bads[i].path, &bads[i], test_bad);
  g_test_add_func ("/app/photos/turned", test_turned);
  g_test_add_func ("/app/photos/print-shop", test_print_shop);
  g_test_add_func ("/app/photos/other-demand", test_other_demand);
  g_test_add_func ("/app/photos/no-picture", test_no_picture);
  g_test_add_func ("/app/photos/claims-to-be-huge", test_claims_to_be_huge);
  g_test_add_data_func ("/app/photos/mutations/jpeg", "jpeg", test_mutations);
  g_test_add_data_func ("/app/photos/mutations/png", "png", test_mutations);
  g_test_add ("/app/photos/verb", KpTestOffice, NULL, kp_test_office_set_up, test_verb, kp_test_office_tear_down);
  g_test_add_func ("/app/photos/usage", test_usage);
  return g_test_run ();
}
