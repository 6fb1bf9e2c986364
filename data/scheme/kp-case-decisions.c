/* kp-case-decisions.c – what the committee decided in one case.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const KpScheme *scheme;
  GArray         *places; /* (element-type KpPlacesDecision) */
  GPtrArray      *owned;  /* freed when the run is over */
} Reader;

static gboolean
check_decision_keys (JsonObject        *object,
                     const char *const *known,
                     const char        *where,
                     GError           **error)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *link = keys; link != NULL; link = link->next)
    if (!g_strv_contains (known, link->data))
      {
        g_autofree gchar *path = g_strdup_printf ("%s.%s", where, (const char *) link->data);

        return kp_case_refuse (error, "-", path, _("a key that a decision has; look for a misspelling, or remove it"));
      }

  return TRUE;
}

/* One object of a list of decisions, each of a post of the scheme. */
static gboolean
read_decision_post (const Reader      *reader,
                    JsonNode          *node,
                    const char *const *known,
                    const char        *where,
                    JsonObject       **object,
                    const char       **post,
                    GError           **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return kp_case_refuse (error, "-", where, _("an object in braces"));
  *object = json_node_get_object (node);
  *post = kp_case_get_text (*object, "post");
  if (!check_decision_keys (*object, known, where, error))
    return FALSE;
  if (*post == NULL || kp_scheme_get_post (reader->scheme, *post) == NULL)
    return kp_case_refuse (error, "-", where, _("the code of a post"));

  return TRUE;
}

/* What the committee drew: one line of all, or one of each post. */
typedef struct
{
  gboolean    has_line;
  KpMark      line;
  KpPostLine *lines;
  guint       n_lines;
} DrawnLines;

static gboolean
read_line (JsonNode   *node,
           const char *where,
           KpMark     *line,
           GError    **error)
{
  KpStatedMark mark = { 0 };

  if (node == NULL || !kp_case_parse_stated (node, &mark) || mark.state != KP_MARK_PRESENT)
    return kp_case_refuse (error, "-", where, _("a mark as text with at most four decimals, such as \"82.5\""));
  *line = mark.mark;

  return TRUE;
}

static gboolean
read_lines (const Reader *reader,
            JsonNode   *node,
            const char *where,
            gboolean    may_be_of_all,
            gboolean    may_be_per_post,
            DrawnLines *out,
            GError    **error)
{
  static const char *const known[] = { "post", "line", NULL };
  JsonArray *list = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (list != NULL ? !may_be_per_post : !may_be_of_all)
    return kp_case_refuse (error, "-", where,
                           list == NULL ? _("a list such as [{\"post\": \"A\", \"line\": \"60\"}], since the line is one of each post")
                                        : _("a mark as text with at most four decimals, such as \"82.5\""));
  if (list == NULL)
    {
      out->has_line = TRUE;
      return read_line (node, where, &out->line, error);
    }
  out->lines = g_new0 (KpPostLine, json_array_get_length (list) + 1);
  g_ptr_array_add (reader->owned, out->lines);
  out->n_lines = json_array_get_length (list);
  for (guint i = 0; i < out->n_lines; i++)
    {
      JsonObject *one;

      if (!read_decision_post (reader, json_array_get_element (list, i), known, where, &one, &out->lines[i].post, error)
          || !read_line (json_object_get_member (one, "line"), where, &out->lines[i].line, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_written_lines (const Reader       *reader,
                    JsonNode           *node,
                    KpContestDecisions *out,
                    GError            **error)
{
  const gboolean is_per_post = reader->scheme->written.line.per == KP_LINE_PER_POST;
  DrawnLines drawn = { 0 };

  if (!read_lines (reader, node, "decisions.written_line", !is_per_post, is_per_post, &drawn, error))
    return FALSE;
  out->has_line = drawn.has_line;
  out->line = drawn.line;
  out->lines = drawn.lines;
  out->n_lines = drawn.n_lines;

  return TRUE;
}

static gboolean
read_interview_lines (const Reader       *reader,
                      JsonNode           *node,
                      KpContestDecisions *out,
                      GError            **error)
{
  const gboolean is_of_all = kp_scheme_asks_interview_line (reader->scheme, KP_LINE_DRAWN_CAMPAIGN, NULL);
  const gboolean is_per_post = kp_scheme_asks_interview_line (reader->scheme, KP_LINE_DRAWN_POST, NULL);
  DrawnLines drawn = { 0 };

  /* A scheme without the rule asks for neither; then either may stand. */
  if (!read_lines (reader, node, "decisions.interview_line", is_of_all || !is_per_post, is_per_post || !is_of_all, &drawn,
                   error))
    return FALSE;
  out->has_interview_line = drawn.has_line;
  out->interview_line = drawn.line;
  out->interview_lines = drawn.lines;
  out->n_interview_lines = drawn.n_lines;

  return TRUE;
}

static gboolean
read_places_decisions (const Reader *reader,
                       JsonNode *node,
                       gboolean  is_for_shortlist,
                       GError  **error)
{
  static const char *const for_opening[] = { "post", "places", NULL };
  static const char *const for_shortlist[] = { "post", "places", "ratio", NULL };
  const char *const where = is_for_shortlist ? "decisions.shortlist" : "decisions.posts";

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return kp_case_refuse (error, "-", where, _("a list in square brackets"));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      KpPlacesDecision decision = { .is_for_shortlist = is_for_shortlist };
      JsonObject *one;
      const char *ratio;

      if (!read_decision_post (reader, json_array_get_element (json_node_get_array (node), i),
                               is_for_shortlist ? for_shortlist : for_opening, where, &one, &decision.post, error))
        return FALSE;
      decision.has_places = json_object_has_member (one, "places");
      if (!kp_case_read_whole (one, "places", "-", &decision.places, error))
        return FALSE;
      ratio = kp_case_get_text (one, "ratio");
      if (json_object_has_member (one, "ratio") && (ratio == NULL || !kp_fraction_parse (ratio, &decision.ratio, NULL)
                                                      || kp_fraction_compare (decision.ratio, KP_FRACTION_ONE) < 0))
        return kp_case_refuse (error, "-", "decisions.shortlist.ratio", _("a ratio of at least 1 such as \"3\", \"11/10\" or \"1:3\""));
      if (!decision.has_places && ratio == NULL)
        return kp_case_refuse (error, "-", where, _("what is decided: the places, or the ratio of the list"));
      g_array_append_val (reader->places, decision);
    }

  return TRUE;
}

/* What becomes of the empty places of one post: a list of posts with places, empty where they stay. */
static gboolean
read_gifts (const Reader *reader,
            JsonObject   *one,
            GArray       *gifts,
            GError      **error)
{
  static const char *const known[] = { "post", "places", NULL };
  static const char *const where = "decisions.leftovers.to";
  JsonNode *to = json_object_get_member (one, "to");

  if (to == NULL || !JSON_NODE_HOLDS_ARRAY (to))
    return kp_case_refuse (error, "-", where, _("a list in square brackets"));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (to)); i++)
    {
      KpLeftoverGift gift = { 0 };
      JsonObject *each;

      if (!read_decision_post (reader, json_array_get_element (json_node_get_array (to), i), known, where, &each, &gift.to, error)
          || !kp_case_read_whole (each, "places", "-", &gift.places, error))
        return FALSE;
      g_array_append_val (gifts, gift);
    }

  return TRUE;
}

static gboolean
read_leftovers (const Reader       *reader,
                JsonNode           *node,
                KpContestDecisions *out,
                GError            **error)
{
  static const char *const known[] = { "post", "to", NULL };
  static const char *const where = "decisions.leftovers";
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (KpLeftoverDecision));

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return kp_case_refuse (error, "-", where, _("a list in square brackets"));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      KpLeftoverDecision decision = { 0 };
      g_autoptr (GArray) gifts = g_array_new (FALSE, FALSE, sizeof (KpLeftoverGift));
      JsonObject *one;

      if (!read_decision_post (reader, json_array_get_element (json_node_get_array (node), i), known, where, &one, &decision.post, error)
          || !read_gifts (reader, one, gifts, error))
        return FALSE;
      decision.n_gifts = gifts->len;
      decision.gifts = g_array_steal (gifts, NULL);
      g_ptr_array_add (reader->owned, (gpointer) decision.gifts);
      g_array_append_val (decisions, decision);
    }
  out->n_leftovers = decisions->len;
  out->leftovers = g_array_steal (decisions, NULL);
  g_ptr_array_add (reader->owned, (gpointer) out->leftovers);

  return TRUE;
}

/**
 * kp_case_read_decisions:
 * @scheme: the scheme
 * @node: what the committee decided
 * @places: (element-type KpPlacesDecision): gets the places, which @out borrows
 * @owned: (element-type gpointer): gets what else @out borrows
 * @out: (inout): the decisions
 * @error: return location
 *
 * Returns: FALSE with %KP_CASE_ERROR_REFUSED
 */
gboolean
kp_case_read_decisions (const KpScheme     *scheme,
                        JsonNode           *node,
                        GArray             *places,
                        GPtrArray          *owned,
                        KpContestDecisions *out,
                        GError            **error)
{
  static const char *const known[] = { "written_line", "interview_line", "posts", "shortlist", "leftovers", NULL };
  const Reader reader = { scheme, places, owned };
  JsonObject *decisions;
  JsonNode *line, *interview_line, *posts, *shortlist, *leftovers;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return kp_case_refuse (error, "-", "decisions", _("an object in braces"));
  decisions = json_node_get_object (node);
  line = json_object_get_member (decisions, "written_line");
  interview_line = json_object_get_member (decisions, "interview_line");
  posts = json_object_get_member (decisions, "posts");
  shortlist = json_object_get_member (decisions, "shortlist");
  leftovers = json_object_get_member (decisions, "leftovers");
  if (!check_decision_keys (decisions, known, "decisions", error)
      || (line != NULL && !read_written_lines (&reader, line, out, error))
      || (interview_line != NULL && !read_interview_lines (&reader, interview_line, out, error))
      || (posts != NULL && !read_places_decisions (&reader, posts, FALSE, error))
      || (shortlist != NULL && !read_places_decisions (&reader, shortlist, TRUE, error))
      || (leftovers != NULL && !read_leftovers (&reader, leftovers, out, error)))
    return FALSE;
  out->places = (const KpPlacesDecision *) (gpointer) places->data;
  out->n_places = places->len;

  return TRUE;
}
