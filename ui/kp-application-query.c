/* kp-application-query.c – which applications a list shows, and in which order.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The campaign is a snapshot that nobody changes, so a query runs in any thread. It compares what the record holds, not the
 * texts that cells show: a hundred thousand lines are filtered and sorted without making an object. */
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
fits_search (const KpDossier *dossier,
             const char *pinyin,
             const Typed *typed)
{
  const KpPersonRecord *person = dossier->person;

  return typed->n == 0 || strstr (person->name, typed->text) != NULL
         || strstr (dossier->application->application, typed->text) != NULL
         || (dossier->seat != NULL && strstr (dossier->seat->ticket, typed->text) != NULL)
         || g_str_has_suffix (person->id_number, typed->text)
         || (typed->is_number && typed->n >= MIN_PHONE_PLACES && person->phone != NULL
             && (g_str_has_suffix (person->phone, typed->text) || g_str_has_prefix (person->phone, typed->text)))
         || (typed->letters != NULL && pinyin != NULL && kp_pinyin_is_typed (pinyin, typed->letters));
}

static gboolean
fits (const KpApplicationQuery *query,
      const KpDossier *dossier)
{
  return (query->post == NULL || g_str_equal (dossier->application->post, query->post))
         && (query->review == NULL || g_str_equal (dossier->application->review, query->review));
}

static GArray *
filter (const KpApplicationQuery *query,
        KpCampaign *campaign)
{
  KpRoster *roster = kp_campaign_get_roster (campaign);
  g_autofree char *search = g_ascii_strup (query->search != NULL ? query->search : "", -1);
  Typed typed = read_typed (search);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (fits (query, dossier) && fits_search (dossier, kp_campaign_get_pinyin (campaign, i), &typed))
        g_array_append_val (shown, i);
    }
  g_free (typed.letters);
  return shown;
}

/* ---- the order ---- */

typedef struct
{
  const KpApplicationQuery *query;
  KpCampaign *campaign;
  GPtrArray *strokes; /* (nullable): by index in the roster; NULL = not shown */
} Sorting;

static gint64
get_mark (const KpDossier *dossier,
          KpApplicationColumn column)
{
  if (column == KP_APPLICATION_WRITTEN)
    return dossier->shortlist != NULL ? dossier->shortlist->written : KP_NO_INT;
  if (column == KP_APPLICATION_INTERVIEW)
    return dossier->interview != NULL && !kp_dossier_is_sealed (dossier) ? dossier->interview->mark : KP_NO_INT;
  if (dossier->total == NULL)
    return KP_NO_INT;
  return column == KP_APPLICATION_TOTAL ? dossier->total->total : dossier->total->place;
}

static const char *
get_name (const Sorting *sorting,
          const KpDossier *dossier,
          guint index)
{
  const char *pinyin = kp_campaign_get_pinyin (sorting->campaign, index);

  if (sorting->strokes != NULL)
    return g_ptr_array_index (sorting->strokes, index);
  return pinyin != NULL ? pinyin : dossier->person->name;
}

static const char *
get_text (const Sorting *sorting,
          const KpDossier *dossier,
          guint index,
          KpApplicationColumn column)
{
  switch (column)
    {
    case KP_APPLICATION_NAME:
      return get_name (sorting, dossier, index);
    case KP_APPLICATION_SEX:
      return dossier->person->sex;
    case KP_APPLICATION_ID_NUMBER:
      return dossier->person->id_number;
    case KP_APPLICATION_POST:
      return dossier->application->post;
    case KP_APPLICATION_REVIEW:
      return dossier->application->review;
    case KP_APPLICATION_TICKET:
      return dossier->seat != NULL ? dossier->seat->ticket : NULL;
    case KP_APPLICATION_NUMBER:
    case KP_APPLICATION_WRITTEN:
    case KP_APPLICATION_INTERVIEW:
    case KP_APPLICATION_TOTAL:
    case KP_APPLICATION_PLACE:
    default:
      return dossier->application->application;
    }
}

static int
compare_by (const Sorting *sorting,
            guint left,
            guint right,
            KpApplicationColumn column)
{
  KpRoster *roster = kp_campaign_get_roster (sorting->campaign);
  const KpDossier *a = kp_roster_get_dossier (roster, left);
  const KpDossier *b = kp_roster_get_dossier (roster, right);

  if (column >= KP_APPLICATION_WRITTEN)
    {
      const gint64 x = get_mark (a, column);
      const gint64 y = get_mark (b, column);

      return (x > y) - (x < y);
    }
  return g_strcmp0 (get_text (sorting, a, left, column), get_text (sorting, b, right, column));
}

/* Equal ones by registration number, which is their order in the roster. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  const Sorting *sorting = data;
  const guint left = *(const guint *) a;
  const guint right = *(const guint *) b;

  for (guint i = 0; i < sorting->query->n_orders; i++)
    {
      const KpApplicationOrder *order = &sorting->query->orders[i];
      const int result = compare_by (sorting, left, right, order->column);

      if (result != 0)
        return order->is_descending ? -result : result;
    }
  return (left > right) - (left < right);
}

static gboolean
sorts_by_name (const KpApplicationQuery *query)
{
  for (guint i = 0; i < query->n_orders; i++)
    {
      if (query->orders[i].column == KP_APPLICATION_NAME)
        return TRUE;
    }
  return FALSE;
}

/* Without ICU's data the order by pinyin is all there is. */
static GPtrArray *
count_strokes (KpCampaign *campaign,
               const GArray *shown)
{
  KpRoster *roster = kp_campaign_get_roster (campaign);
  g_autoptr (KpNameReader) reader = kp_name_reader_new (NULL);
  GPtrArray *keys = NULL;

  if (reader == NULL)
    return NULL;
  keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (keys, (int) kp_roster_get_n_dossiers (roster));
  for (guint i = 0; i < shown->len; i++)
    {
      const guint index = g_array_index (shown, guint, i);

      keys->pdata[index] = kp_name_reader_dup_stroke_key (reader, kp_roster_get_dossier (roster, index)->person->name);
    }
  return keys;
}

/**
 * kp_application_query_run:
 * @query: what to show
 * @campaign: of which campaign
 *
 * Thread: any.
 *
 * Returns: (transfer full) (element-type guint): indexes into the roster, in order
 */
GArray *
kp_application_query_run (const KpApplicationQuery *query,
                          KpCampaign *campaign)
{
  GArray *shown = filter (query, campaign);
  Sorting sorting = { query, campaign, NULL };

  if (query->n_orders == 0)
    return shown;
  if (query->by_strokes && sorts_by_name (query))
    sorting.strokes = count_strokes (campaign, shown);
  g_array_sort_with_data (shown, compare, &sorting);
  g_clear_pointer (&sorting.strokes, g_ptr_array_unref);
  return shown;
}
