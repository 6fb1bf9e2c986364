/* kp-scheme-find.c – a scheme looked into: posts, streets, papers, formulas, wordings by their codes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

/**
 * kp_scheme_index_posts:
 * @scheme: a scheme whose posts are complete
 *
 * A scheme of 500 posts is asked for one of them several times for each of 100,000 applicants. Where posts change afterwards,
 * finding one of them only takes longer.
 */
void
kp_scheme_index_posts (KpScheme *scheme)
{
  g_clear_pointer (&scheme->places_of_posts, g_hash_table_unref);
  scheme->places_of_posts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      g_hash_table_insert (scheme->places_of_posts, g_strdup (post->code), GUINT_TO_POINTER (i));
    }
}

static const KpSchemePost *
get_post_at (const KpScheme *scheme,
             guint           place,
             const char     *code)
{
  const KpSchemePost *post = place < scheme->posts->len ? g_ptr_array_index (scheme->posts, place) : NULL;

  return post != NULL && g_strcmp0 (post->code, code) == 0 ? post : NULL;
}

/**
 * kp_scheme_get_post:
 * @scheme: a scheme
 * @code: (nullable): a post code
 *
 * Returns: (transfer none) (nullable): the post.
 */
const KpSchemePost *
kp_scheme_get_post (const KpScheme *scheme,
                    const char     *code)
{
  const KpSchemePost *post = NULL;
  gpointer            place;

  if (scheme->places_of_posts != NULL && code != NULL
      && g_hash_table_lookup_extended (scheme->places_of_posts, code, NULL, &place))
    post = get_post_at (scheme, GPOINTER_TO_UINT (place), code);
  for (guint i = 0; post == NULL && i < scheme->posts->len; i++)
    post = get_post_at (scheme, i, code);
  return post;
}

/**
 * kp_scheme_get_street:
 * @scheme: a scheme
 * @code: (nullable): a street code
 *
 * Returns: (transfer none) (nullable): the street.
 */
const KpSchemeStreet *
kp_scheme_get_street (const KpScheme *scheme,
                      const char     *code)
{
  for (guint i = 0; i < scheme->streets->len; i++)
    {
      const KpSchemeStreet *street = g_ptr_array_index (scheme->streets, i);

      if (g_strcmp0 (street->code, code) == 0)
        return street;
    }

  return NULL;
}

/**
 * kp_scheme_get_paper:
 * @scheme: a scheme
 * @code: (nullable): a paper code
 *
 * Returns: (transfer none) (nullable): the paper.
 */
const KpSchemePaper *
kp_scheme_get_paper (const KpScheme *scheme,
                     const char     *code)
{
  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);

      if (g_strcmp0 (paper->code, code) == 0)
        return paper;
    }

  return NULL;
}

/**
 * kp_scheme_get_paper_weight:
 * @post: a post
 * @paper: a paper of the scheme
 *
 * Returns: what the paper counts in the written mark of @post; unknown when the post doesn't sit it
 */
KpFraction
kp_scheme_get_paper_weight (const KpSchemePost  *post,
                            const KpSchemePaper *paper)
{
  if (!post->has_written)
    return KP_FRACTION_UNKNOWN;
  if (post->papers->len == 0)
    return paper->weight;
  for (guint i = 0; i < post->papers->len; i++)
    {
      const KpSchemePostPaper *own = g_ptr_array_index (post->papers, i);

      if (g_strcmp0 (own->code, paper->code) == 0)
        return kp_fraction_is_known (own->weight) ? own->weight : paper->weight;
    }

  return KP_FRACTION_UNKNOWN;
}

/**
 * kp_scheme_list_papers:
 * @scheme: a scheme
 * @post: a post
 *
 * Returns: (transfer container) (element-type KpSchemePaper): the papers that @post sits, in the scheme's order; none
 *   without a written exam
 */
GPtrArray *
kp_scheme_list_papers (const KpScheme     *scheme,
                       const KpSchemePost *post)
{
  GPtrArray *papers = g_ptr_array_new ();

  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);

      if (kp_fraction_is_known (kp_scheme_get_paper_weight (post, paper)))
        g_ptr_array_add (papers, paper);
    }

  return papers;
}

/**
 * kp_scheme_get_total:
 * @scheme: a scheme
 * @id: (nullable): id of a formula, as a post names it
 *
 * Returns: (transfer none) (nullable): the formula.
 */
const KpSchemeTotal *
kp_scheme_get_total (const KpScheme *scheme,
                     const char     *id)
{
  for (guint i = 0; i < scheme->totals->len; i++)
    {
      const KpSchemeTotal *total = g_ptr_array_index (scheme->totals, i);

      if (g_strcmp0 (total->id, id) == 0)
        return total;
    }

  return NULL;
}

/**
 * kp_scheme_get_proof:
 * @scheme: a scheme
 * @id: (nullable): id of a proof
 *
 * Returns: (transfer none) (nullable): the proof, or NULL when there is none of that id
 */
const KpProofDef *
kp_scheme_get_proof (const KpScheme *scheme,
                     const char     *id)
{
  for (guint i = 0; i < scheme->proofs->len; i++)
    {
      const KpProofDef *def = g_ptr_array_index (scheme->proofs, i);

      if (g_strcmp0 (def->id, id) == 0)
        return def;
    }

  return NULL;
}

/**
 * kp_scheme_get_wording:
 * @scheme: a scheme
 * @key: name of a wording
 *
 * Returns: (transfer none) (nullable): the campaign's own text; NULL = the shipped wording.
 */
const char *
kp_scheme_get_wording (const KpScheme *scheme,
                       const char     *key)
{
  for (guint i = 0; i < scheme->wordings->len; i++)
    {
      const KpSchemeWording *wording = g_ptr_array_index (scheme->wordings, i);

      if (g_strcmp0 (wording->key, key) == 0)
        return wording->text;
    }

  return NULL;
}

/**
 * kp_scheme_get_letterhead:
 * @scheme: a scheme
 * @key: name of a printed form
 *
 * Returns: (transfer none) (nullable): what the form bears above and below; NULL = nothing.
 */
const KpSchemeLetterhead *
kp_scheme_get_letterhead (const KpScheme *scheme,
                          const char     *key)
{
  for (guint i = 0; i < scheme->letterheads->len; i++)
    {
      const KpSchemeLetterhead *head = g_ptr_array_index (scheme->letterheads, i);

      if (g_strcmp0 (head->key, key) == 0)
        return head;
    }

  return NULL;
}

/**
 * kp_scheme_asks_payment:
 * @scheme: a scheme
 *
 * Returns: whether it matters who has paid: the fee is a condition of the registration, or the opening ratio counts it
 */
gboolean
kp_scheme_asks_payment (const KpScheme *scheme)
{
  return scheme->registration.needs_payment || scheme->quota.counts == KP_QUOTA_COUNTS_PAID;
}

/**
 * kp_scheme_is_paid:
 * @scheme: a scheme
 * @has_paid: whether the fee was paid or waived
 * @paid_on: the day; none = not known, or waived
 *
 * 缴费确认: a payment after the last day that the notice names is none.
 *
 * Returns: whether the registration counts as paid
 */
gboolean
kp_scheme_is_paid (const KpScheme *scheme,
                   gboolean        has_paid,
                   KpDate          paid_on)
{
  const KpDate until = scheme->registration.pay_until;

  return has_paid && (kp_date_is_none (until) || kp_date_is_none (paid_on) || kp_date_compare (paid_on, until) <= 0);
}
