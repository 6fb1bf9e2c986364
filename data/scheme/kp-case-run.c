/* kp-case-run.c – the persons of one case laid out for the rules, and what the rules give.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case-private.h"
#include "kp-contest-json.h"
#include "kp-heat.h"

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

/**
 * kp_case_get_text:
 * @object: an object of a case
 * @key: a key
 *
 * Returns: (transfer none) (nullable): its text; NULL where it isn't there, or is none
 */
const char *
kp_case_get_text (JsonObject *object,
                  const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * kp_case_parse_stated:
 * @node: "78.5", "absent", a bare whole number
 * @out: (out): the mark
 *
 * Returns: whether it is one
 */
gboolean
kp_case_parse_stated (JsonNode     *node,
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

  if (!kp_case_parse_stated (node, &stated) || stated.state != KP_MARK_PRESENT)
    return FALSE;
  *out = kp_fraction_from_mark (stated.mark);
  return TRUE;
}

/**
 * kp_case_read_whole:
 * @object: an object of a case
 * @key: of a whole number, bare or as text
 * @number: (nullable): registration number of the person
 * @out: (out): the number; untouched when it is left out
 * @error: return location
 *
 * Returns: FALSE with %KP_CASE_ERROR_REFUSED for anything else, which would pass unseen
 */
gboolean
kp_case_read_whole (JsonObject *object,
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
          && !kp_case_parse_stated (json_object_get_member (papers, link->data), &entrant->papers[i]))
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

      if (node != NULL && !kp_case_parse_stated (node, &entrant->others[i]))
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
    if (!kp_case_parse_stated (json_array_get_element (row, i), &marks[i]))
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

  if (interview != NULL && !kp_case_parse_stated (interview, &entrant->interview))
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
  const char *review = kp_case_get_text (person, "review");
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
      const char *verdict = kp_case_get_text (json_node_get_object (judged), link->data);
      KpJudged   *one = &list[entrant->n_judged++];

      one->requirement = link->data;
      if (verdict == NULL || !kp_verdict_parse (verdict, &one->verdict)
          || (one->verdict != KP_VERDICT_MET && one->verdict != KP_VERDICT_UNMET && one->verdict != KP_VERDICT_NEEDS_PAPER))
        return kp_case_refuse (error, entrant->number, "judged", "met, unmet, needs_paper");
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
read_test (const KpEntrant *entrant,
           JsonObject      *person,
           const char      *key,
           KpFraction      *out,
           GError         **error)
{
  JsonNode *node = json_object_get_member (person, key);

  return node == NULL || parse_fraction (node, out)
         || kp_case_refuse (error, entrant->number, key, _("a mark as text with at most four decimals, such as \"82.5\""));
}

static gboolean
read_rank (const KpEntrant *entrant,
           JsonObject      *person,
           const char      *key,
           KpFraction      *out,
           GError         **error)
{
  JsonNode *node = json_object_get_member (person, key);

  return node == NULL || parse_fraction (node, out)
         || kp_case_refuse (error, entrant->number, key, _("a whole number, 1 for the first"));
}

static gboolean
read_numbers (KpEntrant  *entrant,
              JsonObject *person,
              GError    **error)
{
  const char *paid_on = kp_case_get_text (person, "paid_on");
  const char *day = kp_case_get_text (person, "day");

  if (!read_test (entrant, person, "extra_test", &entrant->extra_test, error)
      || !read_test (entrant, person, "final_test", &entrant->final_test, error)
      || !read_rank (entrant, person, "decision", &entrant->decision, error)
      || !read_rank (entrant, person, "final_decision", &entrant->final_decision, error)
      || !read_rank (entrant, person, "choice_decision", &entrant->choice_decision, error))
    return FALSE;
  if ((paid_on != NULL && !kp_date_parse_iso (paid_on, &entrant->paid_on, NULL))
      || (day != NULL && !kp_date_parse_iso (day, &entrant->day, NULL)))
    return kp_case_refuse (error, entrant->number, "paid_on, day", _("a date of the calendar such as \"2026-03-02\""));

  if (!kp_case_read_whole (person, "room", entrant->number, &entrant->room, error))
    return FALSE;
  entrant->has_paid = json_object_get_boolean_member_with_default (person, "paid", paid_on != NULL);
  entrant->same_as = kp_case_get_text (person, "same_as");

  return TRUE;
}

static gboolean
check_person_keys (JsonObject *person,
                   const char *number,
                   GError    **error)
{
  static const char *const known[]
      = { "number", "post", "facts", "review", "judged", "paid", "paid_on", "bonus", "bonus_claimed", "bonus_points", "papers", "room",
          "day", "interview", "sheets", "votes", "others", "extra_test", "decision", "final_test", "final_decision", "choices", "choice_decision",
          "same_as", "note", NULL };
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

  if (person == NULL || kp_case_get_text (person, "number") == NULL)
    return kp_case_refuse (error, NULL, "number", _("a text in quotation marks"));

  entrant.number = kp_case_get_text (person, "number");
  entrant.post = kp_case_get_text (person, "post");
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

/* From which list somebody leaves before the interview: nothing said = the first, else the one after the test. */
static gboolean
read_list (Run         *run,
           JsonObject  *event,
           const char  *number,
           KpDeparture *departure,
           GError     **error)
{
  const char         *after = kp_case_get_text (event, "after");
  const KpSchemePost *post
      = kp_scheme_get_post (run->scheme, g_array_index (run->entrants, KpEntrant, departure->entrant).post);
  guint heat = 0;

  if (!json_object_has_member (event, "after"))
    return TRUE;
  for (guint n_held = 0; post != NULL && kp_heat_find_next (run->scheme, post, n_held, &heat); n_held = heat + 1)
    if (g_strcmp0 (((const KpSchemeHeat *) g_ptr_array_index (run->scheme->heats, heat))->other, after) == 0)
      {
        departure->list = heat + 1;
        return TRUE;
      }

  return kp_case_refuse (error, number, "events.after", _("the code of a test that the post has in \"heats\""));
}

static gboolean
read_event (Run      *run,
            JsonNode *node,
            GError  **error)
{
  KpDeparture departure = { 0 };
  JsonObject *event = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *number = event != NULL ? kp_case_get_text (event, "number") : NULL;

  if (number == NULL || !find_entrant (run, number, &departure.entrant))
    return kp_case_refuse (error, number, "events.number", _("the number of one of the persons"));
  departure.round = 1;
  if (!kp_case_read_whole (event, "round", number, &departure.round, error)
      || !read_list (run, event, number, &departure, error))
    return FALSE;
  departure.to = kp_case_get_text (event, "to");
  if (departure.to != NULL && kp_scheme_get_post (run->scheme, departure.to) == NULL)
    return kp_case_refuse (error, number, "events.to", _("the code of a post"));
  if (departure.to == NULL && !kp_stage_parse (kp_case_get_text (event, "stage"), &departure.leaving.stage))
    return kp_case_refuse (error, number, "events.stage",
                           "registration, repost, recheck, interview, physical, background, publicity, hire, probation");
  if (departure.to == NULL && !kp_cause_parse (kp_case_get_text (event, "cause"), &departure.leaving.cause))
    return kp_case_refuse (error, number, "events.cause", "withdrew, failed, absent, breach");
  g_array_append_val (run->departures, departure);

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
      && (node == NULL || kp_case_read_decisions (run->scheme, node, run->places, run->owned, decisions, error)))
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
