/* kp-hearing-lines.c – the interview line of everybody who is heard, out of the marks of all.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody's line is made of the marks that the own lines compare, raw or corrected. The lowest of those called elsewhere
 * comes after the totals:
 *
 *   a post where nobody's line is one without competition   is totalled first; who is called from it counts, by the places
 *                                                           that it has before any are moved
 *   a post where somebody's is                              counts for nobody, and waits where its line asks for it
 *
 * so that no two posts ever wait for each other. */

#include "kp-hearing-lines.h"

/* The exact sum of marks, how many they are, and how many aren't there yet. */
typedef struct
{
  KpFraction sum;
  guint      n;
  guint      n_open;
} Mean;

/* Of the same people: of the marks as corrected, and as the examiners gave them. */
typedef struct
{
  Mean of[KP_N_LINE_MARKS];
} Means;

typedef struct
{
  KpLowest of[KP_N_LINE_MARKS];
} Lowests;

typedef struct
{
  const KpHearing *hearing;
  GHashTable      *rooms; /* room of a day → Means */
  GHashTable      *days;  /* day → Means */
  Means           *posts; /* of each */
} Field;

static void
mean_add (Mean        *mean,
          KpStatedMark mark)
{
  mean->n_open += mark.state == KP_MARK_NOT_ENTERED || mark.state == KP_MARK_PENDING;
  if (mark.state != KP_MARK_PRESENT)
    return;
  mean->sum = kp_fraction_add (mean->n == 0 ? KP_FRACTION_ZERO : mean->sum, kp_fraction_from_mark (mark.mark));
  mean->n++;
}

static void
mean_join (Mean       *mean,
           const Mean *other)
{
  mean->n_open += other->n_open;
  if (other->n == 0)
    return;
  mean->sum = kp_fraction_add (mean->n == 0 ? KP_FRACTION_ZERO : mean->sum, other->sum);
  mean->n += other->n;
}

/* Unknown as long as a mark is missing of which it is made. */
static KpFraction
mean_get (const Mean *mean)
{
  if (mean->n == 0 || mean->n_open > 0)
    return KP_FRACTION_UNKNOWN;

  return kp_fraction_divide (mean->sum, kp_fraction_new (mean->n, 1));
}

static void
means_add (Means         *means,
           const KpHeard *heard)
{
  for (guint i = 0; i < KP_N_LINE_MARKS; i++)
    mean_add (&means->of[i], heard->marks[i]);
}

/* What is kept under the key, made when it is asked for first. */
static gpointer
find_kept (GHashTable   *kept,
           const gint64 *key,
           gsize         size)
{
  gpointer value = g_hash_table_lookup (kept, key);

  if (value == NULL)
    {
      value = g_malloc0 (size);
      g_hash_table_insert (kept, (gpointer) key, value);
    }

  return value;
}

/* The keys are those of the heard. */
static GHashTable *
kept_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

/**
 * kp_hearing_get_lines:
 * @hearing: all who are heard
 * @index: of one of them
 *
 * Returns: (transfer none): the lines of the scheme that are this person's
 */
const KpInterviewLines *
kp_hearing_get_lines (const KpHearing *hearing,
                      guint            index)
{
  const KpSchemeLinesFor *lines_for = hearing->heard[index].lines_for;

  return lines_for != NULL ? &lines_for->lines : &hearing->scheme->interview.lines;
}

/* 同类岗位, for each of `lines_for` and, behind them, for the lines of the rest. */
static Means *
make_kinds (const Field *field,
            guint        post)
{
  const KpHearing *hearing = field->hearing;
  const GPtrArray *lines_for = hearing->scheme->interview.lines_for;
  Means           *kinds = g_new0 (Means, lines_for->len + 1);

  for (guint i = 0; i <= lines_for->len; i++)
    {
      const KpSchemeLinesFor *one = i < lines_for->len ? g_ptr_array_index (lines_for, i) : NULL;
      const KpInterviewLines *lines = one != NULL ? &one->lines : &hearing->scheme->interview.lines;

      for (guint j = 0; lines->mean == KP_LINE_MEAN_KIND && j < hearing->n_posts; j++)
        if (kp_scheme_is_of_kind (one, hearing->posts[post].post, hearing->posts[j].post))
          mean_join (&kinds[i].of[lines->on], &field->posts[j].of[lines->on]);
    }

  return kinds;
}

static guint
find_kind (const KpHearing *hearing,
           const KpHeard   *heard)
{
  guint index = hearing->scheme->interview.lines_for->len;

  if (heard->lines_for != NULL)
    g_ptr_array_find (hearing->scheme->interview.lines_for, heard->lines_for, &index);

  return index;
}

static void
find_drawn (const KpHearing        *hearing,
            const KpInterviewLines *lines,
            const KpHeardPost      *post,
            KpInterviewContext     *context)
{
  const gboolean is_of_all = lines->drawn == KP_LINE_DRAWN_CAMPAIGN;

  context->has_drawn = is_of_all ? hearing->has_drawn : post->has_drawn;
  context->drawn = is_of_all ? hearing->drawn : post->drawn;
}

static KpInterviewLine
draw_line (const Field              *field,
           guint                     index,
           const Means              *kinds,
           const KpInterviewContext *of_post)
{
  const KpHeard          *heard = &field->hearing->heard[index];
  const KpInterviewLines *lines = kp_hearing_get_lines (field->hearing, index);
  const Means            *room = g_hash_table_lookup (field->rooms, &heard->room);
  const Means            *day = g_hash_table_lookup (field->days, &heard->day);
  KpInterviewContext      context = *of_post;

  context.room_mean = mean_get (&room->of[lines->on]);
  context.day_mean = mean_get (&day->of[lines->on]);
  context.post_mean = mean_get (&field->posts[heard->post].of[lines->on]);
  context.kind_mean = mean_get (&kinds[find_kind (field->hearing, heard)].of[lines->on]);
  find_drawn (field->hearing, lines, &field->hearing->posts[heard->post], &context);

  return kp_interview_lines_decide (lines, &context);
}

/* The heard of each post, so that nobody goes through all for each: those of post p are members[starts[p]] and on. */
static guint *
list_members (const KpHearing *hearing,
              guint           *starts)
{
  guint *members = g_new0 (guint, hearing->n_heard + 1);

  for (guint i = 0; i < hearing->n_heard; i++)
    starts[hearing->heard[i].post + 2]++;
  for (guint i = 2; i < hearing->n_posts + 2; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < hearing->n_heard; i++)
    members[starts[hearing->heard[i].post + 1]++] = i;

  return members;
}

/**
 * kp_hearing_draw_lines:
 * @hearing: all who are heard
 * @lines: (out caller-allocates): the line of each
 *
 * 面试合格线: the line that each person has to reach, as far as it doesn't depend on totals.
 */
void
kp_hearing_draw_lines (const KpHearing *hearing,
                       KpInterviewLine *lines)
{
  g_autoptr (GHashTable) rooms = kept_new ();
  g_autoptr (GHashTable) days = kept_new ();
  g_autofree Means      *posts = g_new0 (Means, hearing->n_posts + 1);
  g_autofree guint      *starts = g_new0 (guint, hearing->n_posts + 2);
  g_autofree guint      *members = list_members (hearing, starts);
  const Field            field = { hearing, rooms, days, posts };

  for (guint i = 0; i < hearing->n_heard; i++)
    {
      const KpHeard *heard = &hearing->heard[i];

      means_add (find_kept (rooms, &heard->room, sizeof (Means)), heard);
      means_add (find_kept (days, &heard->day, sizeof (Means)), heard);
      means_add (&posts[heard->post], heard);
    }
  for (guint i = 0; i < hearing->n_posts; i++)
    {
      const Mean              *mean = &posts[i].of[KP_LINE_ON_CORRECTED];
      g_autofree Means        *kinds = make_kinds (&field, i);
      const KpInterviewContext context = {
        .places = hearing->posts[i].places,
        .wanted = hearing->posts[i].wanted,
        .n_entered = starts[i + 1] - starts[i],
        .n_present = mean->n + mean->n_open, /* whose mark isn't there yet may have come */
      };

      for (guint j = starts[i]; j < starts[i + 1]; j++)
        lines[members[j]] = draw_line (&field, members[j], kinds, &context);
    }
}

static Lowests *
find_lowests (GHashTable   *lowests,
              const gint64 *key)
{
  const gboolean is_new = !g_hash_table_contains (lowests, key);
  Lowests       *found = find_kept (lowests, key, sizeof (Lowests));

  for (guint i = 0; is_new && i < KP_N_LINE_MARKS; i++)
    kp_lowest_init (&found->of[i]);

  return found;
}

static void
lowests_add (Lowests       *lowests,
             const KpHeard *heard,
             gboolean       is_settled,
             gboolean       is_called)
{
  for (guint i = 0; i < KP_N_LINE_MARKS; i++)
    {
      lowests->of[i].is_open |= !is_settled;
      if (is_settled && is_called)
        kp_lowest_add (&lowests->of[i], kp_fraction_from_mark (heard->marks[i].mark));
    }
}

/* Who is called from one post, if there is competition in it. */
static void
gather_called (const KpHearing       *hearing,
               const KpHeardPost     *post,
               const guint           *members,
               guint                  n_members,
               const KpRankPlace     *places,
               const KpInterviewLine *lines,
               GHashTable            *rooms,
               Lowests               *all)
{
  g_autofree KpRankPlace *ranks = g_new0 (KpRankPlace, n_members + 1);
  g_autofree gboolean    *is_called = g_new0 (gboolean, n_members + 1);
  gboolean                is_settled;

  for (guint i = 0; i < n_members; i++)
    {
      if (lines[members[i]].is_lone)
        return;
      ranks[i] = places[members[i]];
    }
  is_settled = kp_physical_find_called (&hearing->scheme->physical.policy, post->places, ranks, n_members, is_called)
               && post->is_settled;
  for (guint i = 0; i < n_members; i++)
    {
      const KpHeard *heard = &hearing->heard[members[i]];

      lowests_add (find_lowests (rooms, &heard->room), heard, is_settled, is_called[i]);
      lowests_add (all, heard, is_settled, is_called[i]);
    }
}

/**
 * kp_hearing_compare_lines:
 * @hearing: all who are heard
 * @places: (array): the place of each in the own post, as far as it is totalled
 * @lines: (inout) (array): of kp_hearing_draw_lines()
 *
 * 未形成竞争的，不得低于有竞争岗位进入体检人员的最低面试成绩: gives those who wait for it their line.
 */
void
kp_hearing_compare_lines (const KpHearing   *hearing,
                          const KpRankPlace *places,
                          KpInterviewLine   *lines)
{
  g_autoptr (GHashTable) rooms = kept_new ();
  g_autofree guint      *starts = g_new0 (guint, hearing->n_posts + 2);
  g_autofree guint      *members = list_members (hearing, starts);
  Lowests                all;

  for (guint i = 0; i < KP_N_LINE_MARKS; i++)
    kp_lowest_init (&all.of[i]);
  for (guint i = 0; i < hearing->n_posts; i++)
    gather_called (hearing, &hearing->posts[i], &members[starts[i]], starts[i + 1] - starts[i], places, lines, rooms, &all);
  for (guint i = 0; i < hearing->n_heard; i++)
    {
      const KpInterviewLines *own = kp_hearing_get_lines (hearing, i);
      const Lowests          *lowests = &all;

      if (!lines[i].needs_lowest)
        continue;
      if (own->lowest == KP_LOWEST_ROOM)
        lowests = find_lowests (rooms, &hearing->heard[i].room);
      kp_interview_line_compare (&lines[i], &lowests->of[own->on]);
    }
}
