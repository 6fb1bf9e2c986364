/* kp-total-lines.c – the interview lines of the record, made by rules/kp-hearing-lines.h.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-total-lines.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-hearing-lines.h"

/* All who are heard; all on one day. */
struct _KpTotalLines
{
  KpHearing hearing;
  KpHeardPost *posts;
  KpHeard *heard;
  KpInterviewLine *lines; /* of each of `heard` */
  KpRankPlace *places;    /* of each of `heard`, as kp_total_lines_note() was told */
  GHashTable *indexes;    /* KpDossier → index in `heard` */
};

static KpHeardPost
describe_post (const KpScheme *scheme,
               const KpPostRecord *post,
               guint places,
               KpTotalSource *source,
               const KpDirectHires *hires)
{
  KpHeardPost heard = {
    .post = kp_scheme_get_post (scheme, post->post),
    .places = places - MIN (places, kp_direct_hires_count_places (hires, post->post)),
    .wanted = (guint) post->competing,
    .is_settled = !kp_direct_hires_is_open (hires, post->post),
  };

  heard.has_drawn = kp_total_source_find_interview_line (source, post->post, &heard.drawn);
  return heard;
}

static KpHeard
describe (const KpScheme *scheme,
          const KpDossier *dossier,
          guint post)
{
  KpCandidateFacts facts;
  KpHeard heard = { .post = post, .room = dossier->hearing->room };

  kp_candidate_facts_init (&facts, scheme, dossier);
  heard.lines_for = kp_scheme_find_lines_for (scheme, kp_scheme_get_post (scheme, dossier->application->post), &facts);
  if (dossier->interview == NULL)
    return heard;
  for (guint i = 0; i < KP_N_LINE_MARKS; i++)
    kp_mark_state_from_name (dossier->interview->state, &heard.marks[i].state);
  if (heard.marks[KP_LINE_ON_CORRECTED].state != KP_MARK_PRESENT)
    return heard;
  heard.marks[KP_LINE_ON_CORRECTED].mark = dossier->interview->mark;
  heard.marks[KP_LINE_ON_RAW].mark = dossier->interview->raw;
  return heard;
}

/**
 * kp_total_lines_new:
 * @scheme: the scheme; outlives the lines
 * @roster: the roster; outlives the lines
 * @posts: (element-type KpPostRecord): the posts that aren't cancelled
 * @places: (nullable): of each of @posts; NULL = those of its list
 * @source: what the committee decided
 * @hires: who is hired without exam
 *
 * 面试合格线: the line of everybody who is heard, as far as it doesn't depend on totals.
 *
 * Returns: (transfer full): the lines
 */
KpTotalLines *
kp_total_lines_new (const KpScheme *scheme,
                    KpRoster *roster,
                    GPtrArray *posts,
                    const guint *places,
                    KpTotalSource *source,
                    const KpDirectHires *hires)
{
  const guint n = kp_roster_get_n_dossiers (roster);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  KpTotalLines *lines = g_new0 (KpTotalLines, 1);

  lines->posts = g_new0 (KpHeardPost, posts->len + 1);
  lines->heard = g_new0 (KpHeard, n + 1);
  lines->lines = g_new0 (KpInterviewLine, n + 1);
  lines->places = g_new0 (KpRankPlace, n + 1);
  lines->indexes = g_hash_table_new (NULL, NULL);
  lines->hearing = (KpHearing) { .scheme = scheme, .posts = lines->posts, .n_posts = posts->len, .heard = lines->heard };
  lines->hearing.has_drawn = kp_total_source_find_interview_line (source, "", &lines->hearing.drawn);
  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);

      lines->posts[i] = describe_post (scheme, post, places != NULL ? places[i] : (guint) post->listed, source, hires);
      g_hash_table_insert (by_code, (gpointer) post->post, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < n; i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      gpointer post;

      if (dossier->hearing == NULL || !g_hash_table_lookup_extended (by_code, dossier->application->post, NULL, &post))
        continue;
      g_hash_table_insert (lines->indexes, (gpointer) dossier, GUINT_TO_POINTER (lines->hearing.n_heard));
      lines->heard[lines->hearing.n_heard++] = describe (scheme, dossier, GPOINTER_TO_UINT (post));
    }
  kp_hearing_draw_lines (&lines->hearing, lines->lines);
  return lines;
}

/**
 * kp_total_lines_free:
 * @lines: (nullable) (transfer full): of kp_total_lines_new()
 */
void
kp_total_lines_free (KpTotalLines *lines)
{
  if (lines == NULL)
    return;
  g_hash_table_unref (lines->indexes);
  g_free (lines->posts);
  g_free (lines->heard);
  g_free (lines->lines);
  g_free (lines->places);
  g_free (lines);
}

static guint
get_index (const KpTotalLines *lines,
           const KpDossier *dossier)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (lines->indexes, dossier));
}

/**
 * kp_total_lines_get:
 * @lines: the lines
 * @dossier: one who is heard
 *
 * Returns: (transfer none): the line of this person
 */
const KpInterviewLine *
kp_total_lines_get (const KpTotalLines *lines,
                    const KpDossier *dossier)
{
  return &lines->lines[get_index (lines, dossier)];
}

/**
 * kp_total_lines_judge:
 * @lines: the lines
 * @dossier: one who is heard
 * @n_votes_for: examiners who agreed
 * @n_votes: examiners who voted; 0 = no vote was taken yet
 *
 * Below the line, or without a mark, there is no place. Whom a vote of the examiners concerns stays open until it is recorded.
 *
 * Returns: RANKED, BELOW_LINE or OPEN
 */
KpStanding
kp_total_lines_judge (const KpTotalLines *lines,
                      const KpDossier *dossier,
                      guint n_votes_for,
                      guint n_votes)
{
  const guint index = get_index (lines, dossier);
  const KpInterviewLines *own = kp_hearing_get_lines (&lines->hearing, index);
  const KpStatedMark mark = lines->heard[index].marks[own->on];

  return kp_interview_lines_judge (own, &lines->lines[index],
                                   mark.state == KP_MARK_PRESENT ? kp_fraction_from_mark (mark.mark) : KP_FRACTION_UNKNOWN,
                                   n_votes_for, n_votes);
}

/**
 * kp_total_lines_note:
 * @lines: the lines
 * @dossier: one who is heard
 * @result: the total
 *
 * Tells what kp_total_lines_compare() asks for.
 */
void
kp_total_lines_note (KpTotalLines *lines,
                     const KpDossier *dossier,
                     const KpTotalResult *result)
{
  const guint index = get_index (lines, dossier);

  lines->places[index] = result->place;
  if (result->standing == KP_STANDING_OPEN)
    lines->posts[lines->heard[index].post].is_settled = FALSE;
}

/**
 * kp_total_lines_compare:
 * @lines: lines to which every total was noted
 *
 * 未形成竞争的，不得低于有竞争岗位进入体检人员的最低面试成绩: gives those who wait for it their line; they are totalled once more.
 */
void
kp_total_lines_compare (KpTotalLines *lines)
{
  kp_hearing_compare_lines (&lines->hearing, lines->places, lines->lines);
}

/**
 * kp_total_lines_check_drawn:
 * @session: a session
 * @roster: its roster
 * @posts: (element-type KpPostRecord): its posts
 * @error: return location
 *
 * Asked before the first result of physical or background: whose line isn't drawn would be left out for ever.
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED, naming the posts that wait for the committee's line, or with #KP_DATA_ERROR
 */
gboolean
kp_total_lines_check_drawn (KpSession *session,
                            KpRoster *roster,
                            GPtrArray *posts,
                            GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (KpTotalSource) source = NULL;
  g_autoptr (KpDirectHires) hires = NULL;
  g_autoptr (KpTotalLines) lines = NULL;

  if (!kp_scheme_asks_interview_line (scheme, KP_LINE_DRAWN_CAMPAIGN, NULL)
      && !kp_scheme_asks_interview_line (scheme, KP_LINE_DRAWN_POST, NULL))
    return TRUE;
  source = kp_total_source_load (session, error);
  hires = source != NULL ? kp_direct_hires_load (session, roster, error) : NULL;
  lines = hires != NULL ? kp_total_lines_new (scheme, roster, posts, NULL, source, hires) : NULL;
  for (guint i = 0; lines != NULL && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (g_hash_table_contains (lines->indexes, dossier) && kp_total_lines_get (lines, dossier)->is_undrawn
          && g_hash_table_add (named, (gpointer) dossier->application->post))
        g_string_append_printf (codes, " %s", dossier->application->post);
    }
  if (codes->len == 0)
    return lines != NULL;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Nobody can be examined yet: by the scheme the committee draws the line of the interview, and that of these "
                 "posts isn't recorded:%s. Record it with “kaopin decide FILE interview-line [POST] MARK”, and make the totals "
                 "again."),
               codes->str);
  return FALSE;
}
