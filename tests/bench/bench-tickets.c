/* bench-tickets.c – tickets with photo and code: ours and libharu alone, side by side.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each way runs in a process of its own, so that its memory can be told. Ours must stay under 40 MB and 8 KB a
 * ticket however many there are, and take no more processor time than libharu alone drawing the same marks. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "kp-bench-ticket.h"
#include "kp-sheet.h"
#include "kp-test.h"

#define MOST_KIB (40 * 1000 * 1000 / 1024)
#define MOST_BYTES_EACH 8000

typedef struct
{
  guint ms; /* of processor time */
  guint kib;
  guint bytes_each;
} Result;

static void
draw_ticket (KpSheet *sheet, const KpBenchTicket *ticket)
{
  const KpRect photo = { KP_PT (310), KP_PT (52), KP_PT (72), KP_PT (96) };

  kp_sheet_add_page (sheet, KP_PAPER_A6_LANDSCAPE);
  kp_sheet_rect (sheet, &(KpRect){ KP_PT (14), KP_PT (14), KP_PT (392), KP_PT (270) }, KP_PT (0.6));
  kp_sheet_rect (sheet, &photo, KP_PT (0.6));
  kp_sheet_jpeg (sheet, &photo, ticket->photo);
  for (guint i = 0; i < KP_BENCH_N_TEXTS; i++)
    {
      const KpBenchText *text = &ticket->texts[i];
      const KpTextStyle style = { KP_FONT_KAI, KP_PT (text->size), 0, KP_INK_BLACK };

      kp_sheet_text (sheet, &style, KP_PT (text->x), KP_PT (text->y), text->text);
    }
  kp_sheet_qr (sheet, &(KpRect){ KP_PT (330), KP_PT (217), KP_PT (60), KP_PT (60) }, ticket->qr);
}

static gboolean
draw_ours (guint n, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) photos = kp_bench_new_photos ();
  g_autoptr (KpFontSet) fonts = kp_font_set_new (g_getenv ("KAOPIN_FONTS"), &error);
  g_autoptr (KpSheet) sheet = fonts != NULL ? kp_sheet_new_for_file (fonts, "准考证", path, &error) : NULL;
  KpBenchTicket ticket;

  for (guint i = 0; sheet != NULL && i < n; i++)
    {
      kp_bench_make_ticket (&ticket, i, photos);
      draw_ticket (sheet, &ticket);
    }
  if (sheet != NULL && kp_sheet_finish (sheet, &error))
    return TRUE;
  g_printerr ("%s\n", error->message);
  return FALSE;
}

/* Runs this program again for one way and tells what it took. */
static Result
run (const char *self, const char *way, guint n, const char *path)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  char *arguments[] = { (char *) self, (char *) way, number, (char *) path, NULL };
  struct rusage usage = { 0 };
  GStatBuf info = { 0 };
  GPid child = 0;
  int status = 0;
  Result result;

  if (!g_spawn_async (NULL, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL) ||
      wait4 (child, &status, 0, &usage) != child || status != 0 || g_stat (path, &info) != 0)
    g_error ("%s tickets, %s: failed", number, way);
  result.ms = (guint) ((usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
                       (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000);
  result.kib = (guint) usage.ru_maxrss;
  result.bytes_each = (guint) (info.st_size / n);
  g_print ("%6u tickets, %-13s %6u ms of processor %8u KiB of memory %6u bytes each\n", n, way, result.ms,
           result.kib, result.bytes_each);
  g_unlink (path);
  return result;
}

int
main (int argc, char *argv[])
{
  const guint n = argc == 2 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  const guint n_alone = MIN (n, 10000); /* more wouldn't fit every machine's memory */
  g_autofree char *path = NULL;
  Result alone, ours, all;
  gboolean is_good;

  if (argc == 4)
    {
      const guint n_wanted = (guint) g_ascii_strtoull (argv[2], NULL, 10);

      return (g_str_equal (argv[1], "ours") ? draw_ours (n_wanted, argv[3]) : kp_bench_draw_alone (n_wanted, argv[3]))
                 ? 0
                 : 1;
    }
  path = g_build_filename (g_get_tmp_dir (), "kaopin-bench-tickets.pdf", NULL);
  alone = run (argv[0], "libharu alone", n_alone, path);
  ours = run (argv[0], "ours", n_alone, path);
  all = run (argv[0], "ours", n, path);
  is_good = ours.ms <= alone.ms && all.kib < MOST_KIB && all.bytes_each <= MOST_BYTES_EACH;
  g_print ("%s\n", is_good ? "good" : "TOO SLOW OR TOO LARGE");
  return is_good || !kp_test_may_measure () ? 0 : 1;
}
