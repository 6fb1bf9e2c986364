/* kp-photo.c – makes of any picture file the small JPEG that is kept and printed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What applicants send is damaged, turned, huge, or in the inks of a print shop. It is decoded whole and written anew, so
 * that nothing of the file itself gets into the record: no place where it was taken, no second picture, no trap for
 * another decoder. Only the three kinds that cameras and scanners write are tried. */

#include "kp-photo.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-jpeg.h"

#define MOST_FILE_BYTES (20 * 1024 * 1024)
#define MOST_DOTS (30 * 1000 * 1000)

/* A longer side is decoded smaller at once. */
#define LONGEST_SIDE 1600

/* How far width : height may be from the shape asked for. */
#define SHAPE_PERCENT 6

#define BEST_QUALITY 85
#define LEAST_QUALITY 45
#define QUALITY_STEP 8
#define LEAST_PERCENT 55
#define PERCENT_STEP 15

const KpPhotoDemand kp_photo_usual_demand = { 25, 35, 150, 210 };

G_DEFINE_QUARK (kp - photo - error - quark, kp_photo_error)

/* A decoder takes a file that was cut for a picture whose lower part is grey. */
static gboolean
is_whole_png (const guint8 *bytes, gsize n)
{
  gsize i = 8;

  while (i + 12 <= n)
    {
      const gsize length = (gsize) bytes[i] << 24 | (gsize) bytes[i + 1] << 16 | (gsize) bytes[i + 2] << 8 | bytes[i + 3];

      if (memcmp (bytes + i + 4, "IEND", 4) == 0)
        return TRUE;
      if (length > n)
        return FALSE;
      i += 12 + length;
    }
  return FALSE;
}

static guint32
read_number (const guint8 *bytes)
{
  return bytes[0] | (guint32) bytes[1] << 8 | (guint32) bytes[2] << 16 | (guint32) bytes[3] << 24;
}

/* The size of the file, where its dots begin, the size of the second head and the count of its colours: for what these say the
 * decoder takes memory before it has said how large the picture is. */
static gboolean
is_whole_bmp (const guint8 *bytes, gsize n)
{
  const guint32 head = n >= 26 ? read_number (bytes + 14) : 0;

  return n >= 26 && read_number (bytes + 2) <= n && read_number (bytes + 10) <= n && head <= n - 14
         && (head < 40 || (n >= 54 && read_number (bytes + 46) <= 256));
}

static gboolean
is_whole (const char *kind, GBytes *file)
{
  gsize n = 0;
  const guint8 *bytes = g_bytes_get_data (file, &n);
  KpJpeg jpeg;

  if (g_str_equal (kind, "png"))
    return is_whole_png (bytes, n);
  return g_str_equal (kind, "bmp") ? is_whole_bmp (bytes, n) : kp_jpeg_check (file, &jpeg, NULL);
}

/* The size as it lies in the file. */
typedef struct
{
  guint width;
  guint height;
} Size;

static const char *
find_kind (const guint8 *bytes, gsize n)
{
  static const struct
  {
    const char *name;
    const char *mark;
    gsize n;
  } kinds[] = { { "jpeg", "\xFF\xD8\xFF", 3 }, { "png", "\x89PNG\r\n", 6 }, { "bmp", "BM", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (n >= kinds[i].n && memcmp (bytes, kinds[i].mark, kinds[i].n) == 0)
      return kinds[i].name;
  return NULL;
}

static gboolean
is_too_large (const Size *size)
{
  return (guint64) size->width * size->height > MOST_DOTS;
}

/* The decoder asks before it takes memory: of one that is too large only a dot is decoded. */
static void
on_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Size *size = data;
  const int longer = MAX (width, height);

  *size = (Size){ (guint) MAX (width, 0), (guint) MAX (height, 0) };
  if (is_too_large (size))
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (longer > LONGEST_SIDE)
    gdk_pixbuf_loader_set_size (loader, MAX (width * LONGEST_SIDE / longer, 1), MAX (height * LONGEST_SIDE / longer, 1));
}

static gboolean
fail_no_picture (GError **error)
{
  g_set_error_literal (error, KP_PHOTO_ERROR, KP_PHOTO_ERROR_NO_PICTURE,
                       _ ("The file is no whole picture in JPEG, PNG or BMP. Ask for it again."));
  return FALSE;
}

static gboolean
fail_too_large (GError **error)
{
  g_set_error (error, KP_PHOTO_ERROR, KP_PHOTO_ERROR_LARGE,
               _ ("The picture has more than %u million dots or %u MB. Save it smaller."), MOST_DOTS / 1000000,
               MOST_FILE_BYTES / 1024 / 1024);
  return FALSE;
}

/* What the decoder says of a damaged file is for programmers. */
static GdkPixbuf *
decode (GBytes *file, Size *size, GError **error)
{
  gsize n = 0;
  const guint8 *bytes = g_bytes_get_data (file, &n);
  const char *kind = find_kind (bytes, n);
  g_autoptr (GdkPixbufLoader) loader = NULL;
  gboolean is_decoded;

  if (n > MOST_FILE_BYTES)
    {
      fail_too_large (error);
      return NULL;
    }
  loader = kind != NULL && is_whole (kind, file) ? gdk_pixbuf_loader_new_with_type (kind, NULL) : NULL;
  if (loader == NULL)
    {
      fail_no_picture (error);
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), size);
  is_decoded = gdk_pixbuf_loader_write (loader, bytes, n, NULL);
  is_decoded = gdk_pixbuf_loader_close (loader, NULL) && is_decoded;
  if (is_too_large (size))
    {
      fail_too_large (error);
      return NULL;
    }
  if (!is_decoded || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    {
      fail_no_picture (error);
      return NULL;
    }
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

/* Cameras write beside the picture how it is to be turned; then width and height change places, too. */
static GdkPixbuf *
turn (GdkPixbuf *picture, Size *size)
{
  GdkPixbuf *turned = gdk_pixbuf_apply_embedded_orientation (picture);
  const gboolean was_upright = gdk_pixbuf_get_height (picture) > gdk_pixbuf_get_width (picture);
  const gboolean is_upright = gdk_pixbuf_get_height (turned) > gdk_pixbuf_get_width (turned);

  if (was_upright != is_upright)
    *size = (Size){ size->height, size->width };
  return turned;
}

static gboolean
check_size (const Size *size, const KpPhotoDemand *demand, GError **error)
{
  const gint64 is = (gint64) size->width * demand->shape_height;
  const gint64 meant = (gint64) size->height * demand->shape_width;

  if (ABS (is - meant) * 100 > meant * SHAPE_PERCENT)
    {
      g_set_error (error, KP_PHOTO_ERROR, KP_PHOTO_ERROR_SHAPE,
                   _ ("The picture is %u × %u dots, which is not the shape of %u × %u mm. Cut it to this shape."), size->width,
                   size->height, demand->shape_width, demand->shape_height);
      return FALSE;
    }
  if (size->width < demand->least_width || size->height < demand->least_height)
    {
      g_set_error (error, KP_PHOTO_ERROR, KP_PHOTO_ERROR_SMALL,
                   _ ("The picture has %u × %u dots, fewer than %u × %u. Ask for a sharper one."), size->width, size->height,
                   demand->least_width, demand->least_height);
      return FALSE;
    }
  return TRUE;
}

/* Scaled into the box, which is PERCENT of the usual one; what shows through is white. */
static GdkPixbuf *
scale (GdkPixbuf *picture, const KpPhotoDemand *demand, guint percent)
{
  const int width = gdk_pixbuf_get_width (picture);
  const int height = gdk_pixbuf_get_height (picture);
  const int box_width = (int) (KP_PHOTO_WIDTH * percent / 100);
  const int box_height = box_width * (int) demand->shape_height / (int) demand->shape_width;
  int to_width = MIN (box_width, width);
  int to_height = MAX (height * to_width / width, 1);

  if (to_height > box_height)
    {
      to_height = box_height;
      to_width = MAX (width * to_height / height, 1);
    }
  if (gdk_pixbuf_get_has_alpha (picture))
    return gdk_pixbuf_composite_color_simple (picture, to_width, to_height, GDK_INTERP_BILINEAR, 255, 8, 0xFFFFFF, 0xFFFFFF);
  return gdk_pixbuf_scale_simple (picture, to_width, to_height, GDK_INTERP_BILINEAR);
}

static GBytes *
encode (GdkPixbuf *picture, guint quality, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", quality);
  char *bytes = NULL;
  gsize n = 0;

  if (!gdk_pixbuf_save_to_buffer (picture, &bytes, &n, "jpeg", error, "quality", text, NULL))
    return NULL;
  return g_bytes_new_take (bytes, n);
}

/* The best quality that is small enough; after the worst, fewer dots. */
static GBytes *
shrink (GdkPixbuf *picture, const KpPhotoDemand *demand, guint *width, guint *height, GError **error)
{
  g_autoptr (GBytes) made = NULL;

  for (guint percent = 100; percent >= LEAST_PERCENT; percent -= PERCENT_STEP)
    {
      g_autoptr (GdkPixbuf) small = scale (picture, demand, percent);

      *width = (guint) gdk_pixbuf_get_width (small);
      *height = (guint) gdk_pixbuf_get_height (small);
      for (guint quality = BEST_QUALITY; quality >= LEAST_QUALITY; quality -= QUALITY_STEP)
        {
          g_clear_pointer (&made, g_bytes_unref);
          made = encode (small, quality, error);
          if (made == NULL || g_bytes_get_size (made) <= KP_PHOTO_MOST_BYTES)
            return g_steal_pointer (&made);
        }
    }
  return g_steal_pointer (&made);
}

/**
 * kp_photo_make:
 * @file: what somebody sent
 * @demand: what it must be like
 * @width: (out): of the result, in dots
 * @height: (out): likewise
 * @error: return location
 *
 * Decodes the picture whole, turns it upright as its camera says, and makes a JPEG of it in RGB, also of one in the inks of
 * a print shop. The same file gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the JPEG, or %NULL with #KP_PHOTO_ERROR
 */
GBytes *
kp_photo_make (GBytes *file, const KpPhotoDemand *demand, guint *width, guint *height, GError **error)
{
  Size size = { 0, 0 };
  g_autoptr (GdkPixbuf) picture = decode (file, &size, error);
  g_autoptr (GdkPixbuf) turned = picture != NULL ? turn (picture, &size) : NULL;

  if (turned == NULL || !check_size (&size, demand, error))
    return NULL;
  return shrink (turned, demand, width, height, error);
}
