/* kp-bench-alone.c – tickets by libharu alone, as its own manual would have it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place outside pdf/ that speaks libharu: it is what our own way is measured against. */

#include "kp-bench-ticket.h"

#include <hpdf.h>

#include "kp-qr.h"

static void
draw_qr (HPDF_Page page, const char *text)
{
  guint width = 0;
  g_autoptr (GArray) runs = kp_qr_new_runs (text, &width, NULL);
  const float module = 60.0F / (float) (width + 4);

  HPDF_Page_GSave (page);
  HPDF_Page_Concat (page, module, 0, 0, module, 330 + 2 * module, KP_BENCH_PAGE_HEIGHT - 277.0F + 2 * module);
  for (guint i = 0; i < runs->len; i++)
    {
      const KpQrRun *run = &g_array_index (runs, KpQrRun, i);

      HPDF_Page_Rectangle (page, (float) run->x, (float) (width - 1 - run->y), (float) run->n, 1);
    }
  HPDF_Page_Fill (page);
  HPDF_Page_GRestore (page);
}

static void
draw_ticket (HPDF_Doc document, HPDF_Font font, const KpBenchTicket *ticket)
{
  HPDF_Page page = HPDF_AddPage (document);
  gsize n = 0;
  const guint8 *photo = g_bytes_get_data (ticket->photo, &n);

  HPDF_Page_SetWidth (page, 419.528F);
  HPDF_Page_SetHeight (page, KP_BENCH_PAGE_HEIGHT);
  HPDF_Page_SetLineWidth (page, 0.6F);
  HPDF_Page_Rectangle (page, 14, KP_BENCH_PAGE_HEIGHT - 284, 392, 270);
  HPDF_Page_Stroke (page);
  HPDF_Page_Rectangle (page, 310, KP_BENCH_PAGE_HEIGHT - 148, 72, 96);
  HPDF_Page_Stroke (page);
  HPDF_Page_DrawImage (page, HPDF_LoadJpegImageFromMem (document, photo, (HPDF_UINT) n), 310,
                       KP_BENCH_PAGE_HEIGHT - 148, 72, 96);
  HPDF_Page_BeginText (page);
  for (guint i = 0; i < KP_BENCH_N_TEXTS; i++)
    {
      const KpBenchText *text = &ticket->texts[i];

      HPDF_Page_SetFontAndSize (page, font, text->size);
      HPDF_Page_SetTextMatrix (page, 1, 0, 0, 1, text->x, KP_BENCH_PAGE_HEIGHT - text->y);
      HPDF_Page_ShowText (page, text->text);
    }
  HPDF_Page_EndText (page);
  draw_qr (page, ticket->qr);
}

/** kp_bench_draw_alone: one document of N pages, saved at the end, which is the only way that libharu has. */
gboolean
kp_bench_draw_alone (guint n, const char *path)
{
  g_autoptr (GPtrArray) photos = kp_bench_new_photos ();
  HPDF_Doc document = HPDF_New (NULL, NULL);
  HPDF_Font font;
  KpBenchTicket ticket;
  gboolean is_saved;

  HPDF_SetCompressionMode (document, HPDF_COMP_ALL);
  HPDF_SetPagesConfiguration (document, 500);
  HPDF_UseUTFEncodings (document);
  font = HPDF_GetFont (document, HPDF_LoadTTFontFromFile (document, KP_BENCH_KAI, HPDF_TRUE), "UTF-8");
  for (guint i = 0; i < n; i++)
    {
      kp_bench_make_ticket (&ticket, i, photos);
      draw_ticket (document, font, &ticket);
    }
  is_saved = HPDF_GetError (document) == HPDF_OK && HPDF_SaveToFile (document, path) == HPDF_OK;
  HPDF_Free (document);
  return is_saved;
}
