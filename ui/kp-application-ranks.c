/* kp-application-ranks.c – where each application of a campaign stands by each column of the list.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts are compared once for each column, when somebody first asks for that order. From then on an order is a matter of
 * small numbers, which are laid in place without a comparison: whatever is filtered, and in either direction. */
#include "kp-application-ranks.h"

#include "kp-name-reading.h"

#define BY_STROKES KP_N_APPLICATION_COLUMNS
#define N_ORDERS (BY_STROKES + 1)

struct _KpApplicationRanks
{
  KpCampaign *campaign;
  GMutex lock; /* of what follows: workers share it */
  guint32 *ranks[N_ORDERS]; /* by number in the index */
  guint n_ranks[N_ORDERS];
};

/* While one column is ranked. */
typedef struct
{
  KpApplicationIndex *index;
  KpApplicationColumn column;
  GPtrArray *strokes; /* (nullable) (element-type utf8): in place of the names */
} Ranking;

static const char *
get_text (const Ranking *ranking,
          guint number)
{
  const KpApplicationLine *line = kp_application_index_get_line (ranking->index, number);
  const char *pinyin;

  switch (ranking->column)
    {
    case KP_APPLICATION_NAME:
      if (ranking->strokes != NULL)
        return g_ptr_array_index (ranking->strokes, number);
      pinyin = kp_application_index_get_pinyin (ranking->index, number);
      return pinyin != NULL ? pinyin : line->name;
    case KP_APPLICATION_SEX:
      return line->sex;
    case KP_APPLICATION_ID_NUMBER:
      return line->id_number;
    case KP_APPLICATION_POST:
      return line->post;
    case KP_APPLICATION_REVIEW:
      return line->review;
    case KP_APPLICATION_TICKET:
      return line->ticket;
    case KP_APPLICATION_NUMBER:
    case KP_APPLICATION_WRITTEN:
    case KP_APPLICATION_INTERVIEW:
    case KP_APPLICATION_TOTAL:
    case KP_APPLICATION_PLACE:
    default:
      return line->application;
    }
}

static gint64
get_mark (const Ranking *ranking,
          guint number)
{
  const KpApplicationLine *line = kp_application_index_get_line (ranking->index, number);

  if (ranking->column == KP_APPLICATION_WRITTEN)
    return line->written;
  if (ranking->column == KP_APPLICATION_INTERVIEW)
    return line->is_sealed ? KP_NO_INT : line->interview;
  return ranking->column == KP_APPLICATION_TOTAL ? line->total : line->place;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  const Ranking *ranking = data;
  const guint32 left = *(const guint32 *) a;
  const guint32 right = *(const guint32 *) b;

  if (ranking->column >= KP_APPLICATION_WRITTEN)
    {
      const gint64 x = get_mark (ranking, left);
      const gint64 y = get_mark (ranking, right);

      return (x > y) - (x < y);
    }
  return g_strcmp0 (get_text (ranking, left), get_text (ranking, right));
}

/* Without ICU's data the order by pinyin is all there is. */
static GPtrArray *
count_strokes (KpApplicationIndex *index)
{
  g_autoptr (KpNameReader) reader = kp_name_reader_new (NULL);
  const guint n = kp_application_index_get_n_lines (index);
  GPtrArray *keys = NULL;

  if (reader == NULL)
    return NULL;
  keys = g_ptr_array_new_full (n, g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (keys, kp_name_reader_dup_stroke_key (reader, kp_application_index_get_line (index, i)->name));
  return keys;
}

/* Equal ones share a rank. */
static guint32 *
rank (const Ranking *ranking,
      guint *n_ranks)
{
  const guint n = kp_application_index_get_n_lines (ranking->index);
  g_autofree guint32 *order = g_new (guint32, n + 1);
  guint32 *ranks = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof order[0], compare, (gpointer) ranking);
  *n_ranks = 0;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && compare (&order[i - 1], &order[i], (gpointer) ranking) != 0)
        ++*n_ranks;
      ranks[order[i]] = *n_ranks;
    }
  ++*n_ranks;
  return ranks;
}

static void
fill (KpApplicationRanks *ranks,
      guint order)
{
  Ranking ranking = { kp_campaign_get_index (ranks->campaign), (KpApplicationColumn) order, NULL };

  if (order == BY_STROKES)
    {
      ranking.column = KP_APPLICATION_NAME;
      ranking.strokes = count_strokes (ranking.index);
    }
  if (ranking.column == KP_APPLICATION_NAME)
    kp_application_index_read_names (ranking.index);
  ranks->ranks[order] = rank (&ranking, &ranks->n_ranks[order]);
  g_clear_pointer (&ranking.strokes, g_ptr_array_unref);
}

/** kp_application_ranks_new: of @campaign; nothing is ranked yet. (transfer full) */
KpApplicationRanks *
kp_application_ranks_new (KpCampaign *campaign)
{
  KpApplicationRanks *ranks = g_atomic_rc_box_new0 (KpApplicationRanks);

  g_mutex_init (&ranks->lock);
  ranks->campaign = g_object_ref (campaign);
  return ranks;
}

/** kp_application_ranks_ref: (transfer full) */
KpApplicationRanks *
kp_application_ranks_ref (KpApplicationRanks *ranks)
{
  return g_atomic_rc_box_acquire (ranks);
}

static void
clear (gpointer data)
{
  KpApplicationRanks *ranks = data;

  for (guint i = 0; i < N_ORDERS; i++)
    g_free (ranks->ranks[i]);
  g_mutex_clear (&ranks->lock);
  g_object_unref (ranks->campaign);
}

/** kp_application_ranks_unref: the last one frees it. */
void
kp_application_ranks_unref (KpApplicationRanks *ranks)
{
  g_atomic_rc_box_release_full (ranks, clear);
}

/** kp_application_ranks_get_campaign: whose applications are ranked. */
KpCampaign *
kp_application_ranks_get_campaign (KpApplicationRanks *ranks)
{
  return ranks->campaign;
}

/**
 * kp_application_ranks_get:
 * @ranks: ranks
 * @column: by what
 * @by_strokes: of names, whether their strokes count (以姓氏笔画为序); else their pinyin
 * @n_ranks: (out): how many different ones there are
 *
 * Thread: any; who asks first for an order waits until it is there.
 *
 * Returns: (transfer none): from 0, by number in the campaign's index
 */
const guint32 *
kp_application_ranks_get (KpApplicationRanks *ranks,
                          KpApplicationColumn column,
                          gboolean by_strokes,
                          guint *n_ranks)
{
  const guint order = by_strokes && column == KP_APPLICATION_NAME ? BY_STROKES : column;

  g_mutex_lock (&ranks->lock);
  if (ranks->ranks[order] == NULL)
    fill (ranks, order);
  g_mutex_unlock (&ranks->lock);
  *n_ranks = ranks->n_ranks[order];
  return ranks->ranks[order];
}
