/* kp-amend-scope.c – what of a sealed scheme is decided already and can't be changed any more.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-amend-scope.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "kp-hire-tables.h"
#include "kp-interview-tables.h"
#include "kp-written-tables.h"

/* From when on a part of the scheme has decided something:
 *
 *   MOMENT_NEVER       it only informs
 *   MOMENT_RESULTS     its results are made again by the amended scheme; they must come out the same where closed
 *   all others         from then on it is refused
 */
typedef enum
{
  MOMENT_NEVER,
  MOMENT_RESULTS,
  MOMENT_REGISTERED, /* registration is closed */
  MOMENT_REVIEWED,   /* the review is closed */
  MOMENT_OPENED,     /* posts are opened, reduced or cancelled */
  MOMENT_SEATED,
  MOMENT_MARKED,
  MOMENT_DRAWN,
  MOMENT_HEARD,
  MOMENT_EXAMINED,
  MOMENT_CHOSEN,     /* or proposed without a choice */
  MOMENT_PROPOSED,
  MOMENT_HIRED,
} Moment;

#define N_MOMENTS (MOMENT_HIRED + 1)

static const char *const reasons[N_MOMENTS] = {
  [MOMENT_REGISTERED] = N_("the registration is closed."),
  [MOMENT_REVIEWED] = N_("the review is closed."),
  [MOMENT_OPENED] = N_("the posts are opened already."),
  [MOMENT_SEATED] = N_("the seats are drawn already."),
  [MOMENT_MARKED] = N_("marks are entered already."),
  [MOMENT_DRAWN] = N_("the interview is drawn already."),
  [MOMENT_HEARD] = N_("interview marks are entered already."),
  [MOMENT_EXAMINED] = N_("physical or background results are in."),
  [MOMENT_CHOSEN] = N_("posts are chosen, or the proposed hires are published."),
  [MOMENT_PROPOSED] = N_("the proposed hires are published."),
  [MOMENT_HIRED] = N_("contracts are made."),
};

/* A path without an entry of its own takes the one of its beginning; what isn't named at all decides in the review. */
static const struct
{
  const char *path;
  Moment moment;
} rules[] = {
  { "title", MOMENT_NEVER },
  { "county", MOMENT_NEVER },
  { "committee", MOMENT_NEVER },
  { "authority", MOMENT_NEVER },
  { "phone", MOMENT_NEVER },
  { "supervision_phone", MOMENT_NEVER },
  { "address", MOMENT_NEVER },
  { "channel", MOMENT_NEVER },
  { "notice_date", MOMENT_NEVER },
  { "bases", MOMENT_NEVER },
  { "clauses", MOMENT_NEVER },
  { "wordings", MOMENT_NEVER },
  { "letterheads", MOMENT_NEVER },
  { "stages", MOMENT_REGISTERED },
  { "registration_from", MOMENT_REGISTERED },
  { "registration_to", MOMENT_REGISTERED },
  { "registration", MOMENT_REGISTERED },
  { "declarations", MOMENT_REGISTERED },
  { "cutoff", MOMENT_REVIEWED },
  { "requirements", MOMENT_REVIEWED },
  { "relaxations", MOMENT_REVIEWED },
  { "facts", MOMENT_REVIEWED },
  { "education_as", MOMENT_REVIEWED },
  { "definitions", MOMENT_REVIEWED },
  { "proofs", MOMENT_REVIEWED },
  { "review", MOMENT_REVIEWED },
  { "streets", MOMENT_HIRED },
  { "posts", MOMENT_OPENED },
  { "posts.name", MOMENT_NEVER },
  { "posts.note", MOMENT_NEVER },
  { "posts.requirements", MOMENT_REVIEWED },
  { "posts.street", MOMENT_HIRED },
  { "posts.papers", MOMENT_MARKED },
  { "posts.written", MOMENT_SEATED },
  { "posts.total", MOMENT_RESULTS },
  { "posts.total_for", MOMENT_RESULTS },
  { "posts.shortlist_ratio", MOMENT_RESULTS },
  { "posts.shortlist_basis", MOMENT_RESULTS },
  { "posts.takes_all", MOMENT_RESULTS },
  { "posts.probation_months", MOMENT_HIRED },
  { "posts.grade_sequence", MOMENT_HIRED },
  { "quota", MOMENT_OPENED },
  { "turnout", MOMENT_RESULTS },
  { "leftover", MOMENT_OPENED },
  { "direct_hire", MOMENT_SEATED },
  { "written", MOMENT_RESULTS },
  { "written.papers", MOMENT_MARKED },
  { "written.sittings", MOMENT_SEATED },
  { "written.sites", MOMENT_SEATED },
  { "written.seat", MOMENT_SEATED },
  { "written.ticket_pattern", MOMENT_SEATED },
  { "county_code", MOMENT_SEATED },
  { "written.batch", MOMENT_SEATED },
  { "written.ground_floor", MOMENT_SEATED },
  { "written.extra_time", MOMENT_SEATED },
  { "written.extra_minutes", MOMENT_SEATED },
  { "written.exempt", MOMENT_SEATED },
  { "written.exempt_most", MOMENT_SEATED },
  { "written.exempt_share", MOMENT_SEATED },
  { "written.exempt_keys", MOMENT_SEATED },
  { "written.exempt_mark", MOMENT_RESULTS },
  { "bonus", MOMENT_RESULTS },
  { "shortlist", MOMENT_RESULTS },
  { "credential", MOMENT_RESULTS },
  { "others", MOMENT_RESULTS },
  { "heats", MOMENT_RESULTS },
  { "interview", MOMENT_RESULTS },
  { "interview.elements", MOMENT_HEARD },
  { "interview.date", MOMENT_HEARD },
  { "interview.report_at", MOMENT_HEARD },
  { "interview.place", MOMENT_HEARD },
  { "interview.room_limit", MOMENT_DRAWN },
  { "interview.rooms_when_over", MOMENT_DRAWN },
  { "interview.rooms_by", MOMENT_DRAWN },
  { "interview.panel.examiners", MOMENT_DRAWN },
  { "interview.panel.outside_share", MOMENT_DRAWN },
  { "totals", MOMENT_RESULTS },
  { "physical", MOMENT_EXAMINED },
  { "substitution", MOMENT_EXAMINED },
  { "reserve", MOMENT_PROPOSED },
  { "choice", MOMENT_CHOSEN },
  { "publicity", MOMENT_PROPOSED },
  { "contract", MOMENT_HIRED },
  { "conversion", MOMENT_HIRED },
  { "grades", MOMENT_HIRED },
  { "probation", MOMENT_HIRED },
  { "deadlines", MOMENT_NEVER },
};

static Moment
find_moment (const char *path)
{
  Moment moment = MOMENT_REVIEWED;
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const gsize length = strlen (rules[i].path);

      if (length > longest && g_str_has_prefix (path, rules[i].path) && (path[length] == '\0' || path[length] == '.'))
        {
          longest = length;
          moment = rules[i].moment;
        }
    }
  return moment;
}

/* ---- what differs ---- */

static gboolean
are_equal (JsonNode *a,
           JsonNode *b)
{
  return a == b || (a != NULL && b != NULL && json_node_equal (a, b));
}

static void
add_path (GPtrArray *paths,
          const char *parent,
          const char *key)
{
  g_autofree char *path = *parent != '\0' ? g_strconcat (parent, ".", key, NULL) : g_strdup (key);

  if (!g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL))
    g_ptr_array_add (paths, g_steal_pointer (&path));
}

/* The members of two objects that differ, each once; of one that stays out on one side as well. */
static void
compare_members (GPtrArray *paths,
                 const char *parent,
                 JsonObject *before,
                 JsonObject *after)
{
  JsonObject *const sides[] = { before, after };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (GList) members = json_object_get_members (sides[i]);

      for (GList *at = members; at != NULL; at = at->next)
        {
          if (!are_equal (json_object_get_member (before, at->data), json_object_get_member (after, at->data)))
            add_path (paths, parent, at->data);
        }
    }
}

static JsonObject *
find_post (JsonArray *posts,
           const char *code)
{
  for (guint i = 0; i < json_array_get_length (posts); i++)
    {
      JsonObject *post = json_array_get_object_element (posts, i);

      if (g_strcmp0 (json_object_get_string_member (post, "code"), code) == 0)
        return post;
    }
  return NULL;
}

static void
compare_posts (GPtrArray *paths,
               JsonArray *before,
               JsonArray *after)
{
  if (json_array_get_length (before) != json_array_get_length (after))
    add_path (paths, "", "posts");
  for (guint i = 0; i < json_array_get_length (after); i++)
    {
      JsonObject *new = json_array_get_object_element (after, i);
      JsonObject *old = find_post (before, json_object_get_string_member (new, "code"));

      if (old == NULL)
        add_path (paths, "", "posts");
      else
        compare_members (paths, "posts", old, new);
    }
}

static JsonObject *
parse (JsonParser *parser,
       const char *text)
{
  if (!json_parser_load_from_data (parser, text, -1, NULL))
    g_assert_not_reached ();
  return json_node_get_object (json_parser_get_root (parser));
}

/**
 * kp_amend_list_paths:
 * @before: canonical JSON of a scheme
 * @after: canonical JSON of another
 *
 * Returns: (transfer full) (element-type utf8): what differs, each once: "bonus", "written.line", "posts.places"
 */
GPtrArray *
kp_amend_list_paths (const char *before,
                     const char *after)
{
  g_autoptr (JsonParser) first = json_parser_new ();
  g_autoptr (JsonParser) second = json_parser_new ();
  JsonObject *old = parse (first, before);
  JsonObject *new = parse (second, after);
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  compare_members (whole, "", old, new);
  for (guint i = 0; i < whole->len; i++)
    {
      const char *key = g_ptr_array_index (whole, i);
      JsonNode *a = json_object_get_member (old, key);
      JsonNode *b = json_object_get_member (new, key);

      if (a != NULL && b != NULL && JSON_NODE_HOLDS_OBJECT (a) && JSON_NODE_HOLDS_OBJECT (b))
        compare_members (paths, key, json_node_get_object (a), json_node_get_object (b));
      else if (a != NULL && b != NULL && g_str_equal (key, "posts"))
        compare_posts (paths, json_node_get_array (a), json_node_get_array (b));
      else
        add_path (paths, "", key);
    }
  return paths;
}

/* ---- what is decided ---- */

static gboolean
has_any (KpSession *session,
         const KpTable *table,
         const char *tail,
         gboolean *is_there,
         GError **error)
{
  gint64 n = 0;

  if (!kp_table_count (kp_session_get_database (session), table, kp_session_get_campaign (session), tail, KP_NO_BINDS, &n,
                       error))
    return FALSE;
  *is_there = n > 0;
  return TRUE;
}

/* Tables whose rows tell that a moment has come. */
static const struct
{
  const KpTable *table;
  const char *tail;
} signs[N_MOMENTS] = {
  [MOMENT_OPENED] = { &kp_post_table, "AND state <> 'planned'" },
  [MOMENT_SEATED] = { &kp_seat_table, "" },
  [MOMENT_MARKED] = { &kp_entry_table, "" },
  [MOMENT_DRAWN] = { &kp_hearing_table, "" },
  [MOMENT_HEARD] = { &kp_interview_table, "" },
  [MOMENT_CHOSEN] = { &kp_proposal_table, "" },
  [MOMENT_PROPOSED] = { &kp_proposal_table, "" },
  [MOMENT_HIRED] = { &kp_contract_table, "" },
};

static gboolean
find_result (gconstpointer record,
             gpointer user_data,
             GError **error G_GNUC_UNUSED)
{
  gboolean *is_there = user_data;

  *is_there |= !g_str_equal (((const KpFitnessRecord *) record)->outcome, "called");
  return TRUE;
}

static gboolean
has_come (KpSession *session,
          Moment moment,
          gboolean *is_past,
          GError **error)
{
  const KpStageState stages = kp_session_get_stages (session);

  *is_past = FALSE;
  if (moment == MOMENT_NEVER || moment == MOMENT_RESULTS)
    return TRUE;
  if (moment == MOMENT_CHOSEN && !has_any (session, &kp_choice_table, "", is_past, error))
    return FALSE;
  if (*is_past)
    return TRUE;
  if (moment == MOMENT_EXAMINED) /* sealed by row, so that SQL can't look for it */
    return kp_table_each (kp_session_get_database (session), &kp_fitness_table, kp_session_get_campaign (session), "",
                          KP_NO_BINDS, find_result, is_past, error);
  if (signs[moment].table != NULL)
    return has_any (session, signs[moment].table, signs[moment].tail, is_past, error);
  *is_past = kp_stage_is_closed (stages, moment == MOMENT_REGISTERED ? KP_STAGE_REGISTRATION : KP_STAGE_REVIEW);
  return TRUE;
}

/**
 * kp_amend_check_paths:
 * @session: a session, in a unit of work
 * @paths: (element-type utf8): of kp_amend_list_paths()
 * @error: return location
 *
 * Returns: %TRUE when nothing of it is decided, or only by results that can be made again; else %FALSE with
 *   %KP_STEP_ERROR_REFUSED that names the first path, or #KP_DATA_ERROR
 */
gboolean
kp_amend_check_paths (KpSession *session,
                      GPtrArray *paths,
                      GError **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      const Moment moment = find_moment (path);
      gboolean is_past = FALSE;

      if (!has_come (session, moment, &is_past, error))
        return FALSE;
      if (!is_past)
        continue;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("“%s” of the scheme can't be changed any more: %s Nothing was changed."), path, _(reasons[moment]));
      return FALSE;
    }
  return TRUE;
}
