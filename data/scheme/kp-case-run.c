/* kp-case-run.c – the persons of one case laid out for the rules, and what the rules give.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case-private.h"
#include "kp-contest-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the entrants of a run borrow. */
typedef struct
{
  const KpScheme *scheme;
  GArray         *entrants;   /* (element-type KpEntrant) */
  GArray         *departures; /* (element-type KpDeparture) */
  GArray         *places;     /* (element-type KpPlacesDecision) */
  GPtrArray      *owned;      /* freed when the run is over */
  GPtrArray      *tables;     /* (element-type KpFactTable) */
} Run;

static Run *
run_new (const KpScheme *scheme)
{
  Run *run = g_new0 (Run, 1);

  run->scheme = scheme;
  run->entrants = g_array_new (FALSE, TRUE, sizeof (KpEntrant));
  run->departures = g_array_new (FALSE, TRUE, sizeof (KpDeparture));
  run->places = g_array_new (FALSE, TRUE, sizeof (KpPlacesDecision));
  run->owned = g_ptr_array_new_with_free_func (g_free);
  run->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_table_free);

  return run;
}

static void
run_free (Run *run)
{
  g_array_unref (run->entrants);
  g_array_unref (run->departures);
  g_array_unref (run->places);
  g_ptr_array_unref (run->owned);
  g_ptr_array_unref (run->tables);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

/* Zeroed memory that lives as long as the run. */
static gpointer
own (Run  *run,
     gsize n_bytes)
{
  gpointer memory = g_malloc0 (MAX (n_bytes, 1));

  g_ptr_array_add (run->owned, memory);

  return memory;
}

/**
 * kp_case_refuse:
 * @error: return location for an error
 * @number: (nullable): registration number of the person
 * @key: where
 * @allowed: what may stand there, translated
 *
 * Returns: FALSE with %KP_CASE_ERROR_REFUSED
 */
gboolean
kp_case_refuse (GError    **error,
                const char *number,
                const char *key,
                const char *allowed)
{
  g_set_error (error, KP_CASE_ERROR, KP_CASE_ERROR_REFUSED, _("Person %s, “%s”: this must be %s; correct the case file."),
               number != NULL ? number : "?", key, allowed);
  return FALSE;
}

static const char *
get_text (JsonObject *object,
          const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/* "78.5", "absent", a bare whole number. */
static gboolean
parse_stated (JsonNode     *node,
              KpStatedMark *out)
{
  g_autofree gchar *whole = NULL;
  const char       *text = NULL;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    text = whole = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  if (text == NULL)
    return FALSE;
  if (kp_mark_state_from_name (text, &out->state) && out->state != KP_MARK_PRESENT)
    return TRUE;

  out->state = KP_MARK_PRESENT;
  return kp_mark_parse (text, KP_MARK_DECIMALS, &out->mark, NULL);
}

static gboolean
parse_fraction (JsonNode   *node,
                KpFraction *out)
{
  KpStatedMark stated = { 0 };

  if (!parse_stated (node, &stated) || stated.state != KP_MARK_PRESENT)
    return FALSE;
  *out = kp_fraction_from_mark (stated.mark);
  return TRUE;
}

/* A whole number, bare or as text; left out = 0. Anything else would pass unseen. */
static gboolean
read_whole (JsonObject *object,
            const char *key,
            const char *number,
            guint      *out,
            GError    **error)
{
  JsonNode  *node = json_object_get_member (object, key);
  KpFraction value;

  if (node == NULL)
    return TRUE;
  if (!parse_fraction (node, &value) || value.den != 1 || value.num < 0 || value.num > 100000)
    return kp_case_refuse (error, number, key, _("a whole number"));

  *out = (guint) value.num;
  return TRUE;
}

static gboolean
read_papers (Run        *run,
             KpEntrant  *entrant,
             JsonObject *papers,
             GError    **error)
{
  g_autoptr (GList) keys = json_object_get_members (papers);

  for (GList *link = keys; link != NULL; link = link->next)
    {
      guint i;

      for (i = 0; i < run->scheme->written.papers->len; i++)
        {
          const KpSchemePaper *paper = g_ptr_array_index (run->scheme->written.papers, i);

          if (strcmp (paper->code, link->data) == 0)
            break;
        }
      /* The scheme without the rule may lack the paper. */
      if (i < MIN (run->scheme->written.papers->len, KP_CONTEST_MAX_PAPERS)
          && !parse_stated (json_object_get_member (papers, link->data), &entrant->papers[i]))
        return kp_case_refuse (error, entrant->number, "papers", _("a mark, or absent, breach or void-all"));
    }

  return TRUE;
}

static gboolean
read_others (Run        *run,
             KpEntrant  *entrant,
             JsonObject *others,
             GError    **error)
{
  for (guint i = 0; i < MIN (run->scheme->others->len, KP_N_OTHERS); i++)
    {
      const KpSchemeOther *other = g_ptr_array_index (run->scheme->others, i);
      JsonNode            *node = json_object_get_member (others, other->code);

      if (node != NULL && !parse_stated (node, &entrant->others[i]))
        return kp_case_refuse (error, entrant->number, "others", _("a mark, or absent, breach or void-all"));
    }

  return TRUE;
}

/* One examiner's row: a total, or the elements in the scheme's order. */
static gboolean
read_sheet (Run          *run,
            JsonArray    *row,
            KpPanelSheet *sheet)
{
  guint         n = json_array_get_length (row);
  KpStatedMark *marks = own (run, n * sizeof (KpStatedMark));

  for (guint i = 0; i < n; i++)
    if (!parse_stated (json_array_get_element (row, i), &marks[i]))
      return FALSE;

  if (n == 1)
    sheet->total = marks[0];
  else
    {
      sheet->elements = marks;
      sheet->n_elements = n;
    }

  return n > 0;
}

static gboolean
read_interview (Run        *run,
                KpEntrant  *entrant,
                JsonObject *person,
                GError    **error)
{
  JsonNode     *interview = json_object_get_member (person, "interview");
  JsonNode     *sheets = json_object_get_member (person, "sheets");
  JsonNode     *votes = json_object_get_member (person, "votes");
  KpPanelSheet *rows;

  if (interview != NULL && !parse_stated (interview, &entrant->interview))
    return kp_case_refuse (error, entrant->number, "interview", _("a mark, or absent, breach or void-all"));
  if (votes != NULL && JSON_NODE_HOLDS_OBJECT (votes))
    {
      entrant->n_votes_for = (guint) json_object_get_int_member_with_default (json_node_get_object (votes), "for", 0);
      entrant->n_votes = (guint) json_object_get_int_member_with_default (json_node_get_object (votes), "of", 0);
    }
  if (sheets == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (sheets))
    return kp_case_refuse (error, entrant->number, "sheets", _("a list of lists of marks"));

  entrant->n_sheets = json_array_get_length (json_node_get_array (sheets));
  rows = own (run, entrant->n_sheets * sizeof (KpPanelSheet));
  for (guint i = 0; i < entrant->n_sheets; i++)
    {
      JsonNode *row = json_array_get_element (json_node_get_array (sheets), i);
      gchar    *examiner = g_strdup_printf ("%u", i + 1);

      g_ptr_array_add (run->owned, examiner);
      rows[i].examiner = examiner;
      if (!JSON_NODE_HOLDS_ARRAY (row) || !read_sheet (run, json_node_get_array (row), &rows[i]))
        return kp_case_refuse (error, entrant->number, "sheets", _("a list of lists of marks"));
    }
  entrant->sheets = rows;

  return TRUE;
}

static gboolean
read_review (Run        *run,
             KpEntrant  *entrant,
             JsonObject *person,
             GError    **error)
{
  const char *review = get_text (person, "review");
  JsonNode   *judged = json_object_get_member (person, "judged");
  g_autoptr (GList) keys = NULL;
  KpJudged   *list;

  if (json_object_has_member (person, "review"))
    {
      entrant->has_review = kp_review_outcome_parse (review, &entrant->review);
      if (!entrant->has_review)
        return kp_case_refuse (error, entrant->number, "review", "pass, fail, more, pending");
    }
  if (judged == NULL || !JSON_NODE_HOLDS_OBJECT (judged))
    return TRUE;

  keys = json_object_get_members (json_node_get_object (judged));
  list = own (run, g_list_length (keys) * sizeof (KpJudged));
  for (GList *link = keys; link != NULL; link = link->next)
    {
      const char *verdict = get_text (json_node_get_object (judged), link->data);
      KpJudged   *one = &list[entrant->n_judged++];

      one->requirement = link->data;
      one->verdict = g_strcmp0 (verdict, "met") == 0 ? KP_VERDICT_MET : KP_VERDICT_UNMET;
      if (one->verdict == KP_VERDICT_UNMET && g_strcmp0 (verdict, "unmet") != 0)
        return kp_case_refuse (error, entrant->number, "judged", "met, unmet");
    }
  entrant->judged = list;

  return TRUE;
}

static void
read_choices (Run        *run,
              KpEntrant  *entrant,
              JsonObject *person)
{
  JsonNode    *node = json_object_get_member (person, "choices");
  const char **choices;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;

  entrant->n_choices = json_array_get_length (json_node_get_array (node));
  choices = own (run, entrant->n_choices * sizeof (char *));
  for (guint i = 0; i < entrant->n_choices; i++)
    choices[i] = json_array_get_string_element (json_node_get_array (node), i);
  entrant->choices = choices;
}

static gboolean
read_numbers (KpEntrant  *entrant,
              JsonObject *person,
              GError    **error)
{
  JsonNode   *extra = json_object_get_member (person, "extra_test");
  JsonNode   *decision = json_object_get_member (person, "decision");
  const char *paid_on = get_text (person, "paid_on");
  const char *day = get_text (person, "day");

  if (extra != NULL && !parse_fraction (extra, &entrant->extra_test))
    return kp_case_refuse (error, entrant->number, "extra_test", _("a mark as text with at most four decimals, such as \"82.5\""));
  if (decision != NULL && !parse_fraction (decision, &entrant->decision))
    return kp_case_refuse (error, entrant->number, "decision", _("a whole number, 1 for the first"));
  if ((paid_on != NULL && !kp_date_parse_iso (paid_on, &entrant->paid_on, NULL))
      || (day != NULL && !kp_date_parse_iso (day, &entrant->day, NULL)))
    return kp_case_refuse (error, entrant->number, "paid_on, day", _("a date of the calendar such as \"2026-03-02\""));

  if (!read_whole (person, "room", entrant->number, &entrant->room, error))
    return FALSE;
  entrant->has_paid = json_object_get_boolean_member_with_default (person, "paid", paid_on != NULL);
  entrant->same_as = get_text (person, "same_as");

  return TRUE;
}

static gboolean
check_person_keys (JsonObject *person,
                   const char *number,
                   GError    **error)
{
  static const char *const known[]
      = { "number", "post", "facts", "review", "judged", "paid", "paid_on", "bonus", "bonus_claimed", "papers", "room",
          "day", "interview", "sheets", "votes", "others", "extra_test", "decision", "choices", "same_as", "note", NULL };
  g_autoptr (GList) keys = json_object_get_members (person);

  for (GList *link = keys; link != NULL; link = link->next)
    if (!g_strv_contains (known, link->data))
      return kp_case_refuse (error, number, link->data, _("a key that a person has; look for a misspelling, or remove it"));

  return TRUE;
}

static gboolean
read_person (Run      *run,
             JsonNode *node,
             GError  **error)
{
  KpEntrant   entrant = { 0 };
  JsonObject *person = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode   *facts, *papers, *others;

  if (person == NULL || get_text (person, "number") == NULL)
    return kp_case_refuse (error, NULL, "number", _("a text in quotation marks"));

  entrant.number = get_text (person, "number");
  entrant.post = get_text (person, "post");
  if (!check_person_keys (person, entrant.number, error))
    return FALSE;
  if (entrant.post == NULL)
    entrant.post = ((const KpSchemePost *) g_ptr_array_index (run->scheme->posts, 0))->code;
  facts = json_object_get_member (person, "facts");
  papers = json_object_get_member (person, "papers");
  others = json_object_get_member (person, "others");
  g_ptr_array_add (run->tables, kp_fact_table_new (run->scheme->facts));
  if (!kp_case_read_facts (run->scheme, facts, entrant.number, &entrant.facts,
                           g_ptr_array_index (run->tables, run->tables->len - 1), error))
    return FALSE;
  if (!read_review (run, &entrant, person, error) || !kp_case_read_bonus (&entrant, person, run->owned, error)
      || !read_interview (run, &entrant, person, error) || !read_numbers (&entrant, person, error))
    return FALSE;
  if (papers != NULL && JSON_NODE_HOLDS_OBJECT (papers)
      && !read_papers (run, &entrant, json_node_get_object (papers), error))
    return FALSE;
  if (others != NULL && JSON_NODE_HOLDS_OBJECT (others)
      && !read_others (run, &entrant, json_node_get_object (others), error))
    return FALSE;
  read_choices (run, &entrant, person);
  g_array_append_val (run->entrants, entrant);

  return TRUE;
}

static gboolean
find_entrant (const Run  *run,
              const char *number,
              guint      *index)
{
  for (guint i = 0; i < run->entrants->len; i++)
    if (g_strcmp0 (g_array_index (run->entrants, KpEntrant, i).number, number) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_event (Run      *run,
            JsonNode *node,
            GError  **error)
{
  KpDeparture departure = { 0 };
  JsonObject *event = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *number = event != NULL ? get_text (event, "number") : NULL;

  if (number == NULL || !find_entrant (run, number, &departure.entrant))
    return kp_case_refuse (error, number, "events.number", _("the number of one of the persons"));
  departure.round = 1;
  if (!read_whole (event, "round", number, &departure.round, error))
    return FALSE;
  departure.to = get_text (event, "to");
  if (departure.to != NULL && kp_scheme_get_post (run->scheme, departure.to) == NULL)
    return kp_case_refuse (error, number, "events.to", _("the code of a post"));
  if (departure.to == NULL && !kp_stage_parse (get_text (event, "stage"), &departure.leaving.stage))
    return kp_case_refuse (error, number, "events.stage",
                           "registration, repost, recheck, interview, physical, background, publicity, hire, probation");
  if (departure.to == NULL && !kp_cause_parse (get_text (event, "cause"), &departure.leaving.cause))
    return kp_case_refuse (error, number, "events.cause", "withdrew, failed, absent, breach");
  g_array_append_val (run->departures, departure);

  return TRUE;
}

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
read_decision_post (const Run         *run,
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
  *post = get_text (*object, "post");
  if (!check_decision_keys (*object, known, where, error))
    return FALSE;
  if (*post == NULL || kp_scheme_get_post (run->scheme, *post) == NULL)
    return kp_case_refuse (error, "-", where, _("the code of a post"));

  return TRUE;
}

static gboolean
read_line_decisions (Run                *run,
                     JsonNode           *node,
                     KpContestDecisions *out,
                     GError            **error)
{
  static const char *const known[] = { "post", "line", NULL };
  const char *const where = "decisions.written_line";
  const gboolean is_per_post = run->scheme->written.line.per == KP_LINE_PER_POST;
  JsonArray *list = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  KpPostLine *lines;
  KpStatedMark mark = { 0 };

  if (is_per_post != (list != NULL))
    return kp_case_refuse (error, "-", where,
                           is_per_post ? _("a list such as [{\"post\": \"A\", \"line\": \"60\"}], since the line is one of each post")
                                       : _("a mark as text with at most four decimals, such as \"82.5\""));
  if (list == NULL)
    {
      out->has_line = parse_stated (node, &mark) && mark.state == KP_MARK_PRESENT;
      out->line = mark.mark;
      return out->has_line
             || kp_case_refuse (error, "-", where, _("a mark as text with at most four decimals, such as \"82.5\""));
    }
  lines = own (run, json_array_get_length (list) * sizeof (KpPostLine));
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *one;
      JsonNode *line;

      if (!read_decision_post (run, json_array_get_element (list, i), known, where, &one, &lines[i].post, error))
        return FALSE;
      line = json_object_get_member (one, "line");
      if (line == NULL || !parse_stated (line, &mark) || mark.state != KP_MARK_PRESENT)
        return kp_case_refuse (error, "-", where, _("a mark as text with at most four decimals, such as \"82.5\""));
      lines[i].line = mark.mark;
    }
  out->lines = lines;
  out->n_lines = json_array_get_length (list);

  return TRUE;
}

static gboolean
read_places_decisions (Run      *run,
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

      if (!read_decision_post (run, json_array_get_element (json_node_get_array (node), i),
                               is_for_shortlist ? for_shortlist : for_opening, where, &one, &decision.post, error))
        return FALSE;
      decision.has_places = json_object_has_member (one, "places");
      if (!read_whole (one, "places", "-", &decision.places, error))
        return FALSE;
      ratio = get_text (one, "ratio");
      if (json_object_has_member (one, "ratio") && (ratio == NULL || !kp_fraction_parse (ratio, &decision.ratio, NULL)
                                                      || kp_fraction_compare (decision.ratio, KP_FRACTION_ONE) < 0))
        return kp_case_refuse (error, "-", "decisions.shortlist.ratio", _("a ratio of at least 1 such as \"3\", \"11/10\" or \"1:3\""));
      if (!decision.has_places && ratio == NULL)
        return kp_case_refuse (error, "-", where, _("what is decided: the places, or the ratio of the list"));
      g_array_append_val (run->places, decision);
    }

  return TRUE;
}

static gboolean
read_decisions (Run                *run,
                JsonNode           *node,
                KpContestDecisions *out,
                GError            **error)
{
  static const char *const known[] = { "written_line", "posts", "shortlist", NULL };
  JsonObject *decisions;
  JsonNode *line, *posts, *shortlist;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return kp_case_refuse (error, "-", "decisions", _("an object in braces"));
  decisions = json_node_get_object (node);
  line = json_object_get_member (decisions, "written_line");
  posts = json_object_get_member (decisions, "posts");
  shortlist = json_object_get_member (decisions, "shortlist");
  if (!check_decision_keys (decisions, known, "decisions", error)
      || (line != NULL && !read_line_decisions (run, line, out, error))
      || (posts != NULL && !read_places_decisions (run, posts, FALSE, error))
      || (shortlist != NULL && !read_places_decisions (run, shortlist, TRUE, error)))
    return FALSE;
  out->places = (const KpPlacesDecision *) (gpointer) run->places->data;
  out->n_places = run->places->len;

  return TRUE;
}

typedef gboolean (*ReadNode) (Run      *run,
                              JsonNode *node,
                              GError  **error);

static gboolean
read_each (Run        *run,
           JsonObject *body,
           const char *key,
           ReadNode    read_node,
           GError    **error)
{
  JsonNode *node = json_object_get_member (body, key);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return kp_case_refuse (error, "-", key, _("a list in square brackets"));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    if (!read_node (run, json_array_get_element (json_node_get_array (node), i), error))
      return FALSE;

  return TRUE;
}

static gboolean
read_all (Run                *run,
          const KpCase       *item,
          KpContestDecisions *decisions,
          GError            **error)
{
  JsonNode *node = json_object_get_member (item->body, "decisions");

  if (read_each (run, item->body, "persons", read_person, error) && read_each (run, item->body, "events", read_event, error)
      && (node == NULL || read_decisions (run, node, decisions, error)))
    return TRUE;

  g_prefix_error (error, _("Case “%s”: "), item->rule != NULL ? item->rule : "");
  return FALSE;
}

/**
 * kp_case_run:
 * @item: a case
 * @scheme: the scheme, or the scheme without a rule
 * @error: return location for an error
 *
 * Lays the persons, events and decisions of @item out and lets the rules decide (kp_contest_run()).
 *
 * Returns: (transfer full): all that was decided, see kp_contest_to_json(); NULL with %KP_CASE_ERROR_REFUSED
 */
JsonObject *
kp_case_run (const KpCase   *item,
             const KpScheme *scheme,
             GError        **error)
{
  g_autoptr (Run)       run = run_new (scheme);
  g_autoptr (KpContest) contest = NULL;
  KpContestDecisions    decisions = { 0 };
  JsonObject           *answer;

  if (!read_all (run, item, &decisions, error))
    return NULL;

  /* The tables stay where they are, the entrants moved while the array grew. */
  for (guint i = 0; i < run->entrants->len; i++)
    g_array_index (run->entrants, KpEntrant, i).facts.declared = g_ptr_array_index (run->tables, i);
  contest = kp_contest_run (scheme, (const KpEntrant *) (gpointer) run->entrants->data, run->entrants->len,
                            (const KpDeparture *) (gpointer) run->departures->data, run->departures->len, &decisions);
  answer = kp_contest_to_json (contest);
  if (!kp_case_add_dates (item->body, scheme, answer, error))
    g_clear_pointer (&answer, json_object_unref);

  return answer;
}
