/* kp-application-query.c – which applications a list shows, and in which order.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The campaign is a snapshot that nobody changes, so a query runs in any thread. It looks at what the record holds, not at
 * the texts that cells show: a hundred thousand lines are filtered and sorted without making an object. */
#include "kp-application-query.h"

#include <string.h>

#include "kp-name-reading.h"

#define MIN_PHONE_PLACES 4

/** kp_application_query_clear: shows all, by registration number. */
void
kp_application_query_clear (KpApplicationQuery *query)
{
  g_free (query->search);
  g_free (query->post);
  g_free (query->review);
  *query = (KpApplicationQuery) { 0 };
}

/** kp_application_query_copy: for another thread. (transfer full) */
KpApplicationQuery *
kp_application_query_copy (const KpApplicationQuery *query)
{
  KpApplicationQuery *copy = g_memdup2 (query, sizeof *query);

  copy->search = g_strdup (query->search);
  copy->post = g_strdup (query->post);
  copy->review = g_strdup (query->review);
  return copy;
}

/** kp_application_query_free: frees a copy. */
void
kp_application_query_free (KpApplicationQuery *query)
{
  kp_application_query_clear (query);
  g_free (query);
}

/* ---- what fits ---- */

/* What somebody typed, in the forms in which it is compared. */
typedef struct
{
  const char *text; /* ID numbers end in X */
  char *letters;    /* (nullable): only letters: pinyin */
  gboolean is_number;
  gsize n;
} Typed;

static Typed
read_typed (const char *search)
{
  Typed typed = { search, NULL, TRUE, strlen (search) };
  gboolean is_letters = typed.n > 0;

  for (const char *at = search; *at != '\0'; at++)
    {
      is_letters = is_letters && g_ascii_isalpha (*at);
      typed.is_number = typed.is_number && g_ascii_isdigit (*at);
    }
  if (is_letters)
    typed.letters = g_ascii_strdown (search, -1);
  return typed;
}

static gboolean
fits_search (const KpApplicationLine *line,
             const char *pinyin,
             const Typed *typed)
{
  return typed->n == 0 || strstr (line->name, typed->text) != NULL || strstr (line->application, typed->text) != NULL
         || (line->ticket != NULL && strstr (line->ticket, typed->text) != NULL)
         || g_str_has_suffix (line->id_number, typed->text)
         || (typed->is_number && typed->n >= MIN_PHONE_PLACES && line->phone != NULL
             && (g_str_has_suffix (line->phone, typed->text) || g_str_has_prefix (line->phone, typed->text)))
         || (pinyin != NULL && kp_pinyin_is_typed (pinyin, typed->letters));
}

static gboolean
fits (const KpApplicationQuery *query,
      const KpApplicationLine *line)
{
  return (query->post == NULL || g_str_equal (line->post, query->post))
         && (query->review == NULL || g_str_equal (line->review, query->review));
}

static GArray *
filter (const KpApplicationQuery *query,
        KpApplicationIndex *index)
{
  const guint n = kp_application_index_get_n_lines (index);
  g_autofree char *search = g_ascii_strup (query->search != NULL ? query->search : "", -1);
  Typed typed = read_typed (search);
  GArray *shown = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  if (typed.letters != NULL)
    kp_application_index_read_names (index);
  for (guint i = 0; i < n; i++)
    {
      const KpApplicationLine *line = kp_application_index_get_line (index, i);
      const char *pinyin = typed.letters != NULL ? kp_application_index_get_pinyin (index, i) : NULL;

      if (fits (query, line) && fits_search (line, pinyin, &typed))
        g_array_append_val (shown, i);
    }
  g_free (typed.letters);
  return shown;
}

/* ---- the order ---- */

/* Lays them out by their ranks; equal ones stay in the order in which they came. */
static void
lay_out (GArray *shown,
         const guint32 *ranks,
         guint n_ranks,
         gboolean is_descending)
{
  g_autofree guint *from = g_memdup2 (shown->data, shown->len * sizeof (guint));
  g_autofree guint *places = g_new0 (guint, n_ranks + 1);

  for (guint i = 0; i < shown->len; i++)
    {
      const guint rank = ranks[from[i]];

      places[1 + (is_descending ? n_ranks - 1 - rank : rank)]++;
    }
  for (guint i = 0; i < n_ranks; i++)
    places[i + 1] += places[i];
  for (guint i = 0; i < shown->len; i++)
    {
      const guint rank = ranks[from[i]];

      g_array_index (shown, guint, places[is_descending ? n_ranks - 1 - rank : rank]++) = from[i];
    }
}

/**
 * kp_application_query_run:
 * @query: what to show
 * @ranks: of which campaign
 *
 * Equal ones stand by registration number. Thread: any.
 *
 * Returns: (transfer full) (element-type guint): numbers in the campaign's index, in order
 */
GArray *
kp_application_query_run (const KpApplicationQuery *query,
                          KpApplicationRanks *ranks)
{
  GArray *shown = filter (query, kp_campaign_get_index (kp_application_ranks_get_campaign (ranks)));

  /* From the last order to the first: each keeps what those after it did among its equals. */
  for (guint i = query->n_orders; i > 0; i--)
    {
      const KpApplicationOrder *order = &query->orders[i - 1];
      guint n_ranks = 0;
      const guint32 *by = kp_application_ranks_get (ranks, order->column, query->by_strokes, &n_ranks);

      lay_out (shown, by, n_ranks, order->is_descending);
    }
  return shown;
}
