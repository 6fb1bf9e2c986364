/* kp-post-match.c – which post of the list a typed code or name means.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* By code: "A01", "a01 ", "A01综合岗", and 1 for 01 when a number cell lost its zeros and only one post fits.
 * By name: "综合岗", "城关街道综合岗", "城关综合岗", "综合岗（城关街道）", "综合岗" beside a column 街道.
 * Where several posts of the list have that name and nothing tells the street, the answer is "several":
 * nothing is guessed. */

#include "kp-post-match.h"

#include <string.h>

#include "kp-heading-match.h"
#include "kp-normal.h"

typedef struct
{
  char *code;
  char *name; /* without brackets and 岗(位) */
  char *street;
  char *short_name; /* of the street: without 街道, 乡, 镇 */
} Post;

struct _KpPostMatch
{
  GArray *posts;     /* Post */
  GHashTable *codes; /* code → index */
  GHashTable *names; /* typed name + line feed + street → index or answer, as found before */
};

static void
drop_suffix (char *text, const char *const *suffixes)
{
  for (; *suffixes != NULL; suffixes++)
    if (g_str_has_suffix (text, *suffixes) && strlen (text) > strlen (*suffixes))
      {
        text[strlen (text) - strlen (*suffixes)] = '\0';
        return;
      }
}

static char *
dup_post_name (const char *typed)
{
  static const char *const suffixes[] = { "岗位", "职位", "岗", NULL };
  g_autofree char *compact = kp_normal_compact (typed);
  char *name = kp_heading_strip (compact);

  drop_suffix (name, suffixes);
  return name;
}

static void
clear_post (gpointer data)
{
  Post *post = data;

  g_free (post->code);
  g_free (post->name);
  g_free (post->street);
  g_free (post->short_name);
}

/**
 * kp_post_match_new:
 * @posts: the list of posts
 * @n_posts: how many
 *
 * Returns: (transfer full): the list, prepared for asking; @posts isn't kept
 */
KpPostMatch *
kp_post_match_new (const KpRegistrationPost *posts, guint n_posts)
{
  static const char *const street_suffixes[] = { "街道办事处", "街道办", "街道", "乡", "镇", NULL };
  KpPostMatch *match = g_new0 (KpPostMatch, 1);

  match->posts = g_array_new (FALSE, FALSE, sizeof (Post));
  g_array_set_clear_func (match->posts, clear_post);
  match->codes = g_hash_table_new (g_str_hash, g_str_equal);
  match->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n_posts; i++)
    {
      Post post = {
        .code = kp_normal_post_code (posts[i].code),
        .name = dup_post_name (posts[i].name != NULL ? posts[i].name : ""),
        .street = kp_normal_compact (posts[i].street != NULL ? posts[i].street : ""),
      };

      post.short_name = g_strdup (post.street);
      drop_suffix (post.short_name, street_suffixes);
      g_array_append_val (match->posts, post);
      g_hash_table_insert (match->codes, post.code, GINT_TO_POINTER ((gint) i));
    }
  return match;
}

/**
 * kp_post_match_free:
 * @match: (transfer full) (nullable): a prepared list
 *
 * Frees it.
 */
void
kp_post_match_free (KpPostMatch *match)
{
  if (match == NULL)
    return;
  g_hash_table_unref (match->names);
  g_hash_table_unref (match->codes);
  g_array_unref (match->posts);
  g_free (match);
}

static const char *
skip_zeros (const char *code)
{
  return code + strspn (code, "0");
}

/* The longest code with which @text begins, when no further letter or digit follows. */
static gint
find_leading_code (KpPostMatch *match, const char *text)
{
  gint best = KP_POST_MATCH_NONE;
  gsize best_length = 0;

  for (guint i = 0; i < match->posts->len; i++)
    {
      const Post *post = &g_array_index (match->posts, Post, i);
      gsize length = strlen (post->code);

      if (length > best_length && g_str_has_prefix (text, post->code) && text[length] != '\0' &&
          !g_ascii_isalnum (text[length]))
        {
          best = (gint) i;
          best_length = length;
        }
    }
  return best;
}

static gint
find_without_zeros (KpPostMatch *match, const char *text)
{
  gint found = KP_POST_MATCH_NONE;

  for (guint i = 0; i < match->posts->len; i++)
    if (strcmp (skip_zeros (g_array_index (match->posts, Post, i).code), skip_zeros (text)) == 0)
      found = found == KP_POST_MATCH_NONE ? (gint) i : KP_POST_MATCH_SEVERAL;
  return found;
}

/**
 * kp_post_match_find_code:
 * @match: a prepared list
 * @typed: what stands in the column of the code
 * @is_number: whether it was typed as a number, so that zeros before it are lost
 *
 * Returns: index of the post, %KP_POST_MATCH_NONE or %KP_POST_MATCH_SEVERAL
 */
gint
kp_post_match_find_code (KpPostMatch *match, const char *typed, gboolean is_number)
{
  g_autofree char *code = kp_normal_post_code (typed);
  gpointer index;

  if (g_hash_table_lookup_extended (match->codes, code, NULL, &index))
    return GPOINTER_TO_INT (index);
  if (is_number)
    return find_without_zeros (match, code);
  return find_leading_code (match, code);
}

static gboolean
is_joined (const char *text, const char *first, const char *second)
{
  gsize length = strlen (first);

  return *first != '\0' && strncmp (text, first, length) == 0 && strcmp (text + length, second) == 0;
}

static gboolean
is_named (const Post *post, const char *name)
{
  return strcmp (name, post->name) == 0 || is_joined (name, post->street, post->name) ||
         is_joined (name, post->short_name, post->name) || is_joined (name, post->name, post->street);
}

static gboolean
tells_street (const Post *post, const char *typed, const char *street)
{
  if (*post->street == '\0')
    return FALSE;
  return strstr (typed, post->short_name) != NULL || strstr (street, post->short_name) != NULL;
}

static gint
search_name (KpPostMatch *match, const char *typed, const char *street)
{
  g_autofree char *compact = kp_normal_compact (typed);
  g_autofree char *place = kp_normal_compact (street);
  g_autofree char *name = dup_post_name (typed);
  gint named = KP_POST_MATCH_NONE, placed = KP_POST_MATCH_NONE;

  for (guint i = 0; i < match->posts->len; i++)
    {
      const Post *post = &g_array_index (match->posts, Post, i);

      if (!is_named (post, name))
        continue;
      named = named == KP_POST_MATCH_NONE ? (gint) i : KP_POST_MATCH_SEVERAL;
      if (tells_street (post, compact, place))
        placed = placed == KP_POST_MATCH_NONE ? (gint) i : KP_POST_MATCH_SEVERAL;
    }
  return named == KP_POST_MATCH_SEVERAL && placed != KP_POST_MATCH_NONE ? placed : named;
}

/**
 * kp_post_match_find_name:
 * @match: a prepared list
 * @typed: what stands in the column of the post
 * @street: what stands in the column of the street, "" for nothing
 *
 * A code in the column of the name counts as a code.
 *
 * Returns: index of the post, %KP_POST_MATCH_NONE or %KP_POST_MATCH_SEVERAL
 */
gint
kp_post_match_find_name (KpPostMatch *match, const char *typed, const char *street)
{
  g_autofree char *key = g_strconcat (typed, "\n", street, NULL);
  gpointer known;
  gint found;

  if (g_hash_table_lookup_extended (match->names, key, NULL, &known))
    return GPOINTER_TO_INT (known);
  found = kp_post_match_find_code (match, typed, FALSE);
  if (found == KP_POST_MATCH_NONE)
    found = search_name (match, typed, street);
  g_hash_table_insert (match->names, g_steal_pointer (&key), GINT_TO_POINTER (found));
  return found;
}
