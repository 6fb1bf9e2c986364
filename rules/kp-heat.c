/* kp-heat.c – a test of those on the list, by which a shorter list is made.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 笔试 → 1:5 技能测试 → 1:3 面试, for one place. The five take the test (line 60) and are ordered by 40 % and 60 %:
 *
 *   written   test    score                 the next list
 *   80        70      32.00 + 42.00 = 74    1   enters
 *   78        72      31.20 + 43.20 = 74.4  …   places are those of the score
 *   90        59.9    has a place           –   below the line
 *   85        缺考    none                  –   no mark
 *   –  免笔试         –                     stays on the list, and takes no test unless the scheme says so
 *
 * A test that is only passed or failed has a line and is weighed by nothing: {"written": "100%"}, or no list to be cut.
 * The cut is that of kp-shortlist.c: the test's mark is the raw mark, on which line and zero are asked; the score is what
 * the list is ordered by. */

#include "kp-heat.h"

/**
 * kp_heat_is_for:
 * @heat: a heat
 * @post: a post
 *
 * Returns: whether the candidates of @post take the test
 */
gboolean
kp_heat_is_for (const KpSchemeHeat *heat,
                const KpSchemePost *post)
{
  for (guint i = 0; i < heat->posts->len; i++)
    if (g_strcmp0 (g_ptr_array_index (heat->posts, i), post->code) == 0)
      return TRUE;

  return heat->posts->len == 0;
}

/**
 * kp_heat_find_part:
 * @scheme: the scheme
 * @heat: a heat of it
 * @part: (out): which part of the total the test is; untouched when it is none
 *
 * Returns: whether `others` has the test
 */
gboolean
kp_heat_find_part (const KpScheme     *scheme,
                   const KpSchemeHeat *heat,
                   KpPart             *part)
{
  for (guint i = 0; i < MIN (scheme->others->len, KP_N_OTHERS); i++)
    if (g_strcmp0 (((const KpSchemeOther *) g_ptr_array_index (scheme->others, i))->code, heat->other) == 0)
      {
        *part = (KpPart) (KP_PART_OTHER_1 + i);
        return TRUE;
      }

  return FALSE;
}

/**
 * kp_heat_get_name:
 * @scheme: the scheme
 * @heat: a heat of it
 *
 * Returns: (transfer none): what the notice calls the test: "技能测试"
 */
const char *
kp_heat_get_name (const KpScheme     *scheme,
                  const KpSchemeHeat *heat)
{
  KpPart part;

  if (!kp_heat_find_part (scheme, heat, &part))
    return heat->other;
  return ((const KpSchemeOther *) g_ptr_array_index (scheme->others, part - KP_PART_OTHER_1))->name;
}

/**
 * kp_heat_find_next:
 * @scheme: the scheme
 * @post: one of its posts
 * @n_held: heats of the scheme that are over
 * @index: (out) (optional): the next one of @post
 *
 * Returns: whether the candidates of @post take another test before the interview
 */
gboolean
kp_heat_find_next (const KpScheme     *scheme,
                   const KpSchemePost *post,
                   guint               n_held,
                   guint              *index)
{
  for (guint i = n_held; i < MIN (scheme->heats->len, KP_MAX_HEATS); i++)
    if (kp_heat_is_for (g_ptr_array_index (scheme->heats, i), post))
      {
        if (index != NULL)
          *index = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * kp_heat_dup_next:
 * @scheme: the scheme
 * @post: (nullable): one of its posts; NULL = the posts in general
 * @n_held: heats of the scheme that are over
 *
 * Returns: (transfer full): to what a list leads: "面试", "技能测试", "面试（A01岗位为技能测试）"
 */
gchar *
kp_heat_dup_next (const KpScheme     *scheme,
                  const KpSchemePost *post,
                  guint               n_held)
{
  for (guint i = n_held; i < scheme->heats->len; i++)
    {
      const KpSchemeHeat *heat = g_ptr_array_index (scheme->heats, i);
      g_autoptr (GString)  posts = g_string_new (NULL);

      if (post != NULL && !kp_heat_is_for (heat, post))
        continue;
      if (post != NULL || heat->posts->len == 0)
        return g_strdup (kp_heat_get_name (scheme, heat));
      for (guint j = 0; j < heat->posts->len; j++)
        g_string_append_printf (posts, "%s%s", j > 0 ? "、" : "", (const char *) g_ptr_array_index (heat->posts, j));
      return g_strdup_printf ("面试（%s岗位为%s）", posts->str, kp_heat_get_name (scheme, heat));
    }

  return g_strdup ("面试");
}

/* On the list without ratio: not by a mark, and not because the post has no written exam. */
static gboolean
is_direct (const KpSchemePost *post,
           KpShortlistVerdict  before)
{
  return before == KP_SHORTLIST_DIRECT || (before == KP_SHORTLIST_EXEMPT && post->has_written);
}

/**
 * kp_heat_is_skipped:
 * @heat: a heat
 * @post: a post of it
 * @before: how somebody came onto the list
 *
 * Returns: whether the person stays on the list without taking the test
 */
gboolean
kp_heat_is_skipped (const KpSchemeHeat *heat,
                    const KpSchemePost *post,
                    KpShortlistVerdict  before)
{
  return !heat->direct_takes_part && is_direct (post, before);
}

/**
 * kp_heat_get_line:
 * @heat: a heat
 *
 * Returns: 测试合格线 as kp_shortlist_decide() takes it
 */
KpLine
kp_heat_get_line (const KpSchemeHeat *heat)
{
  KpLine line;

  kp_line_init (&line);
  line.basis = heat->has_line ? KP_LINE_ON_PAPER : KP_LINE_NONE;
  line.kind = KP_LINE_FIXED;
  line.value = heat->line;
  line.is_strict = heat->line_is_strict;

  return line;
}

/**
 * kp_heat_get_policy:
 * @scheme: the scheme
 * @heat: a heat of it
 *
 * Returns: how the next list is made; whether those without ratio take it up is the scheme's own. It borrows from @heat
 *   and isn't cleared.
 */
KpShortlistPolicy
kp_heat_get_policy (const KpScheme     *scheme,
                    const KpSchemeHeat *heat)
{
  KpShortlistPolicy policy = heat->list;

  policy.basis = KP_SHORTLIST_BY_WITH_BONUS;
  policy.direct_counts = scheme->shortlist.direct_counts;
  if (policy.tie_keys != NULL && policy.tie_keys->len > 0)
    policy.n_tie_keys = policy.tie_keys->len;

  return policy;
}

static gboolean
has_weights (const KpTotalPolicy *score)
{
  for (guint i = 0; i < KP_N_PARTS; i++)
    if (score->weights[i].num > 0)
      return TRUE;

  return FALSE;
}

/**
 * kp_heat_measure:
 * @heat: a heat
 * @mark: of the test
 * @source: what else is known of the person
 *
 * Returns: what the next list is ordered by; unknown as long as a part of it is
 */
KpFraction
kp_heat_measure (const KpSchemeHeat *heat,
                 KpStatedMark        mark,
                 const KpTieSource  *source)
{
  KpTotalCandidate candidate = {
    .standing = KP_STANDING_RANKED,
    .parts = {
      [KP_PART_WRITTEN] = source->written_with_bonus,
      [KP_PART_CREDENTIAL] = source->credential,
    },
  };
  KpTotalResult result;

  if (mark.state != KP_MARK_PRESENT)
    return KP_FRACTION_UNKNOWN;
  if (!has_weights (&heat->score))
    return kp_fraction_from_mark (mark.mark);
  for (guint i = 0; i < KP_N_OTHERS; i++)
    candidate.parts[KP_PART_OTHER_1 + i] = source->others[i];
  kp_total_decide (&heat->score, &candidate, 1, &result);

  return result.standing == KP_STANDING_OPEN ? KP_FRACTION_UNKNOWN : kp_fraction_from_mark (result.total);
}

/**
 * kp_heat_make_candidate:
 * @heat: a heat
 * @post: a post of it
 * @before: how the person came onto the list
 * @mark: of the test; not looked at for who skips it
 * @source: what else is known of the person, the test among `others`
 *
 * Returns: what kp_shortlist_decide() needs to know; has_left is FALSE. Who skips the test is exempt there.
 */
KpShortlistCandidate
kp_heat_make_candidate (const KpSchemeHeat *heat,
                        const KpSchemePost *post,
                        KpShortlistVerdict  before,
                        KpStatedMark        mark,
                        const KpTieSource  *source)
{
  const GPtrArray     *keys = heat->list.tie_keys;
  KpShortlistCandidate candidate = { .is_exempt = kp_heat_is_skipped (heat, post, before) };

  if (candidate.is_exempt)
    return candidate;

  candidate.state = mark.state;
  candidate.raw = mark.state == KP_MARK_PRESENT ? kp_fraction_from_mark (mark.mark) : KP_FRACTION_UNKNOWN;
  candidate.score = kp_heat_measure (heat, mark, source);
  candidate.is_direct = is_direct (post, before);
  candidate.is_unranked = candidate.is_direct && !kp_fraction_is_known (candidate.score);
  candidate.tie_keys[0] = candidate.raw;
  for (guint i = 0; keys != NULL && i < MIN (keys->len, KP_SHORTLIST_MAX_KEYS); i++)
    candidate.tie_keys[i] = kp_tie_measure (g_ptr_array_index (keys, i), source);

  return candidate;
}
