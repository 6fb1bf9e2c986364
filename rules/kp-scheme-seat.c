/* kp-scheme-seat.c – sittings and rooms of the scheme: who sits when, where, and which sittings share their seats.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody keeps one seat through all sittings that share it. Sittings of the same rooms share their seats when a post sits
 * both of them, or when they are held at one time:
 *
 *   morning   paper 01, posts A B, all rooms  ┐ one group: A sits both, so nobody changes the seat at noon
 *   afternoon paper 02, post A,    all rooms  ┘
 *   next day  paper 01, post C,    all rooms    a group of its own: its people may sit where others sat the day before
 *   afternoon paper 03, posts A B, computer room  a group of its own: other rooms, so another seat */

#include "kp-scheme.h"

#include <string.h>

/* "3-12": column 3, row 12. */
static gboolean
parse_place (const char *text,
             guint      *column,
             guint      *row)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);
  guint64        numbers[2];

  if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 1, KP_SEAT_MAX_COLUMNS, &numbers[0], NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, KP_SEAT_MAX_ROWS, &numbers[1], NULL))
    return FALSE;
  *column = (guint) numbers[0] - 1;
  *row = (guint) numbers[1] - 1;
  return TRUE;
}

/**
 * kp_scheme_room_get_grid:
 * @room: a room
 * @out: (out): its grid, with the places that have no seat
 *
 * Returns: FALSE when a place of `missing` can't be read or lies outside the columns; @out is then without it
 */
gboolean
kp_scheme_room_get_grid (const KpSchemeRoom *room,
                         KpSeatRoom         *out)
{
  gboolean is_good = TRUE;

  *out = room->grid;
  for (guint i = 0; i < room->missing->len; i++)
    {
      guint column, row;

      if (!parse_place (g_ptr_array_index (room->missing, i), &column, &row) || column >= out->n_columns
          || row >= out->columns[column])
        is_good = FALSE;
      else
        out->missing[column] |= (guint64) 1 << row;
    }

  return is_good;
}

/**
 * kp_scheme_site_get_number:
 * @site: a site
 * @index: of a room
 *
 * Returns: the number on the door: the room's code where that is a number, else its place in the list
 */
guint
kp_scheme_site_get_number (const KpSchemeSite *site,
                           guint               index)
{
  const KpSchemeRoom *room = g_ptr_array_index (site->rooms, index);
  guint64             number;

  return g_ascii_string_to_unsigned (room->code, 10, 1, G_MAXUINT16, &number, NULL) ? (guint) number : index + 1;
}

/**
 * kp_scheme_get_site:
 * @scheme: a scheme
 * @code: code of a site
 *
 * Returns: (transfer none) (nullable): the site
 */
const KpSchemeSite *
kp_scheme_get_site (const KpScheme *scheme,
                    const char     *code)
{
  for (guint i = 0; i < scheme->written.sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (scheme->written.sites, i);

      if (strcmp (site->code, code) == 0)
        return site;
    }

  return NULL;
}

static gboolean
lists (const GPtrArray *list,
       const char      *text)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (g_ptr_array_index (list, i), text) == 0)
      return TRUE;

  return FALSE;
}

/**
 * kp_scheme_sitting_has_post:
 * @scheme: a scheme
 * @sitting: one of its sittings
 * @post: one of its posts
 *
 * Returns: whether its candidates sit it: the post has that paper, and the sitting is for it
 */
gboolean
kp_scheme_sitting_has_post (const KpScheme        *scheme,
                            const KpSchemeSitting *sitting,
                            const KpSchemePost    *post)
{
  const KpSchemePaper *paper = kp_scheme_get_paper (scheme, sitting->paper);

  return paper != NULL && kp_fraction_is_known (kp_scheme_get_paper_weight (post, paper))
         && (sitting->posts->len == 0 || lists (sitting->posts, post->code));
}

/**
 * kp_scheme_sitting_has_room:
 * @sitting: a sitting
 * @site: a site
 * @room: a room of it
 *
 * Returns: whether the sitting is held there
 */
gboolean
kp_scheme_sitting_has_room (const KpSchemeSitting *sitting,
                            const KpSchemeSite    *site,
                            const KpSchemeRoom    *room)
{
  g_autofree gchar *name = g_strdup_printf ("%s/%s", site->code, room->code);

  return sitting->rooms->len == 0 || lists (sitting->rooms, site->code) || lists (sitting->rooms, name);
}

/**
 * kp_scheme_sitting_overlaps:
 * @a: a sitting
 * @b: another
 *
 * Returns: whether nobody can sit both
 */
gboolean
kp_scheme_sitting_overlaps (const KpSchemeSitting *a,
                            const KpSchemeSitting *b)
{
  return kp_date_compare (a->date, b->date) == 0 && a->start < b->end && b->start < a->end;
}

static gboolean
have_same_rooms (const KpScheme        *scheme,
                 const KpSchemeSitting *a,
                 const KpSchemeSitting *b)
{
  for (guint i = 0; i < scheme->written.sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (scheme->written.sites, i);

      for (guint j = 0; j < site->rooms->len; j++)
        if (kp_scheme_sitting_has_room (a, site, g_ptr_array_index (site->rooms, j))
            != kp_scheme_sitting_has_room (b, site, g_ptr_array_index (site->rooms, j)))
          return FALSE;
    }

  return TRUE;
}

static gboolean
share_a_post (const KpScheme        *scheme,
              const KpSchemeSitting *a,
              const KpSchemeSitting *b)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    if (kp_scheme_sitting_has_post (scheme, a, g_ptr_array_index (scheme->posts, i))
        && kp_scheme_sitting_has_post (scheme, b, g_ptr_array_index (scheme->posts, i)))
      return TRUE;

  return FALSE;
}

/* All of the group @from become of @to. */
static void
join (guint *groups,
      guint  n,
      guint  from,
      guint  to)
{
  for (guint i = 0; i < n; i++)
    if (groups[i] == from)
      groups[i] = to;
}

/**
 * kp_scheme_group_sittings:
 * @scheme: a scheme
 * @n_groups: (out): how many groups there are
 *
 * Returns: (transfer full) (array): for each sitting the number of the group that shares its seats, from 0 in the order of
 * the first sittings
 */
guint *
kp_scheme_group_sittings (const KpScheme *scheme,
                          guint          *n_groups)
{
  const GPtrArray *sittings = scheme->written.sittings;
  guint           *groups = g_new0 (guint, sittings->len + 1);

  for (guint i = 0; i < sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (sittings, i);

      groups[i] = i;
      for (guint j = 0; j < i; j++)
        {
          const KpSchemeSitting *other = g_ptr_array_index (sittings, j);

          if (groups[i] != groups[j] && have_same_rooms (scheme, sitting, other)
              && (share_a_post (scheme, sitting, other) || kp_scheme_sitting_overlaps (sitting, other)))
            join (groups, i + 1, MAX (groups[i], groups[j]), MIN (groups[i], groups[j]));
        }
    }
  /* Without gaps: a group is called by its first sitting until here. */
  *n_groups = 0;
  for (guint i = 0; i < sittings->len; i++)
    if (groups[i] == i)
      {
        join (groups, sittings->len, i, *n_groups);
        *n_groups += 1;
      }

  return groups;
}
