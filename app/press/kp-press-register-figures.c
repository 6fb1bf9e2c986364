/* kp-press-register-figures.c – statistics of the campaign: what each post came to, and who the people are.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-press-register-private.h"
#include "kp-structure.h"

static const char *
format_count (KpPress *press, guint n)
{
  return kp_press_format (press, "%u", n);
}

/* "12.5%", cut and not rounded: 99.96% filled never looks like all. */
static const char *
format_share (KpPress *press, guint n, guint of)
{
  return of > 0 ? kp_press_format (press, "%u.%u%%", n * 100 / of, n * 1000 / of % 10) : NULL;
}

/* ---- of each post ---- */

static void
add_result (KpRegisterBook *book, const KpSchemePost *post, guint places, const KpStructureCounts *counts)
{
  KpPress *press = book->press;
  const char *cells[16] = { post != NULL ? post->code : "合计", post != NULL ? post->name : NULL,
                            post != NULL ? kp_track_get_chinese (post->track) : NULL, format_count (press, places) };

  for (guint i = 0; i < KP_N_MOMENTS; i++)
    cells[4 + i] = format_count (press, counts->n[i]);
  kp_register_book_add (book, NULL, cells);
}

/** kp_register_fill_results: what became of each post, all of them last; places that were cut are in the register of cuts. */
gboolean
kp_register_fill_results (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  KpStructureCounts sum = { { 0 } };
  guint places = 0;

  if (kp_roster_get_n_dossiers (press->roster) == 0)
    return TRUE;
  for (guint p = 0; p < press->scheme->posts->len; p++)
    {
      const KpSchemePost *post = g_ptr_array_index (press->scheme->posts, p);
      KpStructureCounts counts = { { 0 } };

      for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

          if (g_str_equal (dossier->proposal != NULL ? dossier->proposal->post : dossier->application->post, post->code))
            kp_structure_count (&counts, dossier);
        }
      for (guint i = 0; i < KP_N_MOMENTS; i++)
        sum.n[i] += counts.n[i];
      places += post->places;
      add_result (book, post, post->places, &counts);
    }
  add_result (book, NULL, places, &sum);
  book->date = "　　　　年　　月　　日";
  return TRUE;
}

/* ---- who they are ---- */

/* The moments that the table of people shows. */
static const KpMoment shown[] = { KP_MOMENT_APPLIED, KP_MOMENT_QUALIFIED, KP_MOMENT_HEARD, KP_MOMENT_PROPOSED, KP_MOMENT_EMPLOYED };

/** kp_register_fill_structure: who applied and who came through, by sex, age, education and what else a report asks. */
gboolean
kp_register_fill_structure (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  g_autoptr (GArray) lines = kp_structure_list (press->scheme, press->roster, NULL);
  const KpStructureLine *sum = &g_array_index (lines, KpStructureLine, 0);

  if (kp_roster_get_n_dossiers (press->roster) == 0)
    return TRUE;
  for (guint i = 1; i < lines->len; i++)
    {
      const KpStructureLine *line = &g_array_index (lines, KpStructureLine, i);
      const char *cells[16] = { line->name };

      for (guint k = 0; k < G_N_ELEMENTS (shown); k++)
        cells[1 + k] = format_count (press, line->counts.n[shown[k]]);
      cells[1 + G_N_ELEMENTS (shown)]
          = format_share (press, line->counts.n[KP_MOMENT_EMPLOYED], sum->counts.n[KP_MOMENT_EMPLOYED]);
      kp_register_book_add (book, line->trait, cells);
    }
  book->subtitle = kp_press_format (press, "报名%u人，聘用%u人", sum->counts.n[KP_MOMENT_APPLIED],
                                    sum->counts.n[KP_MOMENT_EMPLOYED]);
  book->date = "　　　　年　　月　　日";
  return TRUE;
}
