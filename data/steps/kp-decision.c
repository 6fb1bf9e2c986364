/* kp-decision.c – what the committee decided, as the steps ask for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-decision.h"

#include "kp-mark.h"

#include <string.h>

struct _KpDecisions
{
  GPtrArray *records;   /* (element-type KpDecisionRecord) */
  GArray *leftovers;    /* (element-type KpLeftoverDecision): their gifts stand in `gifts` */
  GPtrArray *gifts;     /* (element-type GArray) of KpLeftoverGift */
  GStringChunk *texts;  /* the posts of the gifts */
};

static const char *const names[KP_N_DECISION_KINDS] = {
  [KP_DECISION_WRITTEN_LINE] = "written_line",
  [KP_DECISION_OPENING] = "opening",
  [KP_DECISION_SHORTLIST] = "shortlist",
  [KP_DECISION_SHORTLIST_TIE] = "shortlist_tie",
  [KP_DECISION_INTERVIEW_LINE] = "interview_line",
  [KP_DECISION_TIE] = "tie",
  [KP_DECISION_DIRECT] = "direct",
  [KP_DECISION_EXEMPT] = "exempt",
  [KP_DECISION_FINAL_TIE] = "final_tie",
  [KP_DECISION_CHOICE] = "choice",
  [KP_DECISION_LEFTOVER] = "leftover",
  [KP_DECISION_VOTE] = "vote",
};

/**
 * kp_decision_kind_get_name:
 * @kind: a kind
 *
 * Returns: (transfer none): the stable name in the record
 */
const char *
kp_decision_kind_get_name (KpDecisionKind kind)
{
  return names[kind];
}

/**
 * kp_decision_kind_parse:
 * @name: a name; written-line for written_line, as verbs write it
 * @out: (out): the kind; untouched when there is none
 *
 * Returns: whether there is such a kind
 */
gboolean
kp_decision_kind_parse (const char *name,
                        KpDecisionKind *out)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "-", '_');

  for (guint i = 0; i < KP_N_DECISION_KINDS; i++)
    if (g_str_equal (names[i], plain))
      {
        *out = (KpDecisionKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kp_decision_parse_places:
 * @value: "3"
 * @places: (out): the number; untouched when @value is none
 *
 * Returns: whether @value is a whole number of at most four digits
 */
gboolean
kp_decision_parse_places (const char *value,
                          guint *places)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (value, 10, 0, 9999, &number, NULL))
    return FALSE;
  *places = (guint) number;
  return TRUE;
}

/**
 * kp_decision_parse_ratio:
 * @value: "1:2"
 * @ratio: (out): candidates for each place; untouched when @value is none
 *
 * Returns: whether @value is a ratio of at least one for a place; a bare number is none, for it would be mistaken for places
 */
gboolean
kp_decision_parse_ratio (const char *value,
                         KpFraction *ratio)
{
  KpFraction read;

  if (strchr (value, ':') == NULL || !kp_fraction_parse (value, &read, NULL)
      || kp_fraction_compare (read, KP_FRACTION_ONE) < 0)
    return FALSE;
  *ratio = read;
  return TRUE;
}

/**
 * kp_decision_parse_vote:
 * @value: "5/7"
 * @n_for: (out): examiners who agreed; untouched when @value is no vote
 * @n: (out): examiners who voted
 *
 * Returns: whether @value is a vote of at least one
 */
gboolean
kp_decision_parse_vote (const char *value,
                        guint *n_for,
                        guint *n)
{
  g_auto (GStrv) halves = g_strsplit (value, "/", 2);
  guint first;
  guint second;

  if (g_strv_length (halves) != 2 || !kp_decision_parse_places (halves[0], &first)
      || !kp_decision_parse_places (halves[1], &second) || second == 0 || first > second)
    return FALSE;
  *n_for = first;
  *n = second;
  return TRUE;
}

/* "A01=2" */
static gboolean
parse_gift (const char *text,
            GStringChunk *texts,
            KpLeftoverGift *gift)
{
  const char *equals = strrchr (text, '=');

  if (equals == NULL || equals == text || !kp_decision_parse_places (equals + 1, &gift->places) || gift->places == 0)
    return FALSE;
  gift->to = g_string_chunk_insert_len (texts, text, equals - text);
  return TRUE;
}

/**
 * kp_decision_parse_gifts:
 * @value: "A01=2,A03=1", or "stay"
 * @texts: keeps the codes
 * @gifts: (element-type KpLeftoverGift): gets what goes where; nothing where the places stay
 *
 * Returns: whether @value names each post once, with a number of places above 0
 */
gboolean
kp_decision_parse_gifts (const char *value,
                         GStringChunk *texts,
                         GArray *gifts)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);

  if (g_str_equal (value, "stay"))
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      KpLeftoverGift gift = { 0 };

      if (!parse_gift (g_strstrip (parts[i]), texts, &gift))
        return FALSE;
      for (guint j = 0; j < gifts->len; j++)
        if (g_str_equal (g_array_index (gifts, KpLeftoverGift, j).to, gift.to))
          return FALSE;
      g_array_append_val (gifts, gift);
    }
  return gifts->len > 0;
}

static void
read_leftovers (KpDecisions *decisions)
{
  decisions->leftovers = g_array_new (FALSE, TRUE, sizeof (KpLeftoverDecision));
  decisions->gifts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  decisions->texts = g_string_chunk_new (64);
  for (guint i = 0; i < decisions->records->len; i++)
    {
      const KpDecisionRecord *record = g_ptr_array_index (decisions->records, i);
      GArray *gifts;
      KpLeftoverDecision decision = { .post = record->subject };

      if (!g_str_equal (record->kind, names[KP_DECISION_LEFTOVER]))
        continue;
      gifts = g_array_new (FALSE, FALSE, sizeof (KpLeftoverGift));
      g_ptr_array_add (decisions->gifts, gifts);
      if (!kp_decision_parse_gifts (record->value, decisions->texts, gifts))
        continue;
      decision.gifts = (const KpLeftoverGift *) (gconstpointer) gifts->data;
      decision.n_gifts = gifts->len;
      g_array_append_val (decisions->leftovers, decision);
    }
}

/**
 * kp_decisions_load:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable): every decision of the campaign, or %NULL with #KP_DATA_ERROR
 */
KpDecisions *
kp_decisions_load (KpSession *session,
                   GError **error)
{
  g_autoptr (KpDecisions) decisions = g_new0 (KpDecisions, 1);

  decisions->records = kp_table_select (kp_session_get_database (session), &kp_decision_table,
                                        kp_session_get_campaign (session), "", KP_NO_BINDS, error);
  if (decisions->records == NULL)
    return NULL;
  read_leftovers (decisions);
  return g_steal_pointer (&decisions);
}

/**
 * kp_decisions_free:
 * @decisions: (nullable) (transfer full): of kp_decisions_load()
 */
void
kp_decisions_free (KpDecisions *decisions)
{
  if (decisions == NULL)
    return;
  g_clear_pointer (&decisions->leftovers, g_array_unref);
  g_clear_pointer (&decisions->gifts, g_ptr_array_unref);
  g_clear_pointer (&decisions->texts, g_string_chunk_free);
  g_clear_pointer (&decisions->records, g_ptr_array_unref);
  g_free (decisions);
}

static const char *
find_value (const KpDecisions *decisions,
            KpDecisionKind kind,
            const char *subject)
{
  for (guint i = 0; i < decisions->records->len; i++)
    {
      const KpDecisionRecord *record = g_ptr_array_index (decisions->records, i);

      if (g_str_equal (record->kind, names[kind]) && g_str_equal (record->subject, subject))
        return record->value;
    }
  return NULL;
}

/**
 * kp_decisions_find_line:
 * @decisions: decisions
 * @post: code of a post where the scheme draws the line per post, else ""
 * @line: (out): 笔试合格线; untouched when none is decided
 *
 * Returns: whether it is decided
 */
gboolean
kp_decisions_find_line (const KpDecisions *decisions,
                        const char *post,
                        KpMark *line)
{
  const char *value = find_value (decisions, KP_DECISION_WRITTEN_LINE, post);

  return value != NULL && kp_mark_parse (value, KP_DECISION_MARK_DECIMALS, line, NULL);
}

/**
 * kp_decisions_find_interview_line:
 * @decisions: decisions
 * @post: code of a post where the scheme draws the line per post, else ""
 * @line: (out): 面试合格线; untouched when none is decided
 *
 * Returns: whether it is decided
 */
gboolean
kp_decisions_find_interview_line (const KpDecisions *decisions,
                                  const char *post,
                                  KpMark *line)
{
  const char *value = find_value (decisions, KP_DECISION_INTERVIEW_LINE, post);

  return value != NULL && kp_mark_parse (value, KP_DECISION_MARK_DECIMALS, line, NULL);
}

/**
 * kp_decisions_find_opening:
 * @decisions: decisions
 * @post: code of a post
 * @places: (out): with which it opens, 0 = not at all; untouched when nothing is decided
 *
 * Returns: whether it is decided
 */
gboolean
kp_decisions_find_opening (const KpDecisions *decisions,
                           const char *post,
                           guint *places)
{
  const char *value = find_value (decisions, KP_DECISION_OPENING, post);

  return value != NULL && kp_decision_parse_places (value, places);
}

/**
 * kp_decisions_find_shortlist:
 * @decisions: decisions
 * @post: code of a post with too few over the line
 * @places: (inout): its places; untouched when the decision doesn't change them
 * @ratio: (inout): candidates for each place; untouched when the decision doesn't change it
 *
 * Returns: whether it is decided
 */
gboolean
kp_decisions_find_shortlist (const KpDecisions *decisions,
                             const char *post,
                             guint *places,
                             KpFraction *ratio)
{
  const char *value = find_value (decisions, KP_DECISION_SHORTLIST, post);

  return value != NULL && (kp_decision_parse_ratio (value, ratio) || kp_decision_parse_places (value, places));
}

/**
 * kp_decisions_find_rank:
 * @decisions: decisions
 * @kind: KP_DECISION_SHORTLIST_TIE, KP_DECISION_TIE, KP_DECISION_FINAL_TIE, KP_DECISION_DIRECT, KP_DECISION_EXEMPT or
 *   KP_DECISION_CHOICE
 * @application: registration number
 *
 * Returns: the rank that was given to it among the tied, 1 = first; unknown when none was
 */
KpFraction
kp_decisions_find_rank (const KpDecisions *decisions,
                        KpDecisionKind kind,
                        const char *application)
{
  const char *value = find_value (decisions, kind, application);
  guint rank = 0;

  return value != NULL && kp_decision_parse_places (value, &rank) ? kp_fraction_new (rank, 1) : KP_FRACTION_UNKNOWN;
}

/**
 * kp_decisions_get_leftovers:
 * @decisions: decisions
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): what was decided on the empty places of single posts
 */
const KpLeftoverDecision *
kp_decisions_get_leftovers (const KpDecisions *decisions,
                            guint *n)
{
  *n = decisions->leftovers->len;
  return (const KpLeftoverDecision *) (gconstpointer) decisions->leftovers->data;
}

/**
 * kp_decisions_find_leftover:
 * @decisions: decisions
 * @post: code of a post
 *
 * 空缺名额.
 *
 * Returns: (transfer none) (nullable): what was decided on its empty places; %NULL = nothing yet
 */
const KpLeftoverDecision *
kp_decisions_find_leftover (const KpDecisions *decisions,
                            const char *post)
{
  for (guint i = 0; i < decisions->leftovers->len; i++)
    {
      const KpLeftoverDecision *decision = &g_array_index (decisions->leftovers, KpLeftoverDecision, i);

      if (g_str_equal (decision->post, post))
        return decision;
    }
  return NULL;
}

/**
 * kp_decisions_find_vote:
 * @decisions: decisions
 * @application: registration number
 * @n_for: (out): examiners who agreed; untouched when no vote is recorded
 * @n: (out): examiners who voted
 *
 * 面试未形成竞争的表决.
 *
 * Returns: whether a vote is recorded
 */
gboolean
kp_decisions_find_vote (const KpDecisions *decisions,
                        const char *application,
                        guint *n_for,
                        guint *n)
{
  const char *value = find_value (decisions, KP_DECISION_VOTE, application);

  return value != NULL && kp_decision_parse_vote (value, n_for, n);
}
