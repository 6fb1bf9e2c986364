/* kp-post-match.c – which post of the list a typed code or name means.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* By code: "A01", "a01 ", "A-01", "A01综合岗", "城关街道综合岗（A01）", and 1 for 01 when a number cell lost
 * its zeros and only one post fits. By name: "综合岗", "城关街道综合岗", "云岭县城关街道-综合岗",
 * "综合岗（城关街道）", "综合岗" beside a column 街道. A street that is told must be that of the post. Where
 * several posts of the list have that name and nothing tells the street, the answer is "several": nothing is
 * guessed. */

#include "kp-post-match.h"

#include <string.h>

#include "kp-heading-match.h"
#include "kp-normal.h"

#define CODE_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

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

/* Letters, digits and Chinese characters only: people put hyphens, bars, dots and quotation marks between
 * street and post. */
static char *
dup_squeezed (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (squeezed, g_utf8_get_char (p));
  return g_string_free (squeezed, FALSE);
}

static char *
dup_post_name (const char *typed)
{
  static const char *const suffixes[] = { "岗位", "职位", "岗", NULL };
  g_autofree char *compact = kp_normal_compact (typed);
  g_autofree char *bare = kp_heading_strip (compact);
  char *name = dup_squeezed (bare);

  drop_suffix (name, suffixes);
  return name;
}

/* A street of a single character would be found in any text. */
static char *
dup_short_street (const char *street)
{
  static const char *const suffixes[] = { "街道办事处", "街道办", "街道", "乡", "镇", NULL };
  g_autofree char *name = g_strdup (street);

  drop_suffix (name, suffixes);
  return g_utf8_strlen (name, -1) < 2 ? g_strdup (street) : g_steal_pointer (&name);
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

      post.short_name = dup_short_street (post.street);
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

/* The code that stands as a word of letters and digits somewhere in @text. A word that looks like a code and
 * isn't in the list makes @has_unknown true. */
static gint
find_code_within (KpPostMatch *match, const char *text, gboolean *has_unknown)
{
  gint found = KP_POST_MATCH_NONE;

  *has_unknown = FALSE;
  for (const char *p = text; *p != '\0';)
    {
      const gsize length = strspn (p, CODE_CHARACTERS);
      g_autofree char *word = g_strndup (p, length);
      const gboolean has_digit = strcspn (word, "0123456789") < length;
      const gboolean has_letter = strspn (word, "0123456789") < length;
      gpointer index;

      if (length >= 2 && g_hash_table_lookup_extended (match->codes, word, NULL, &index))
        found =
            found < 0 || found == GPOINTER_TO_INT (index) ? GPOINTER_TO_INT (index) : KP_POST_MATCH_SEVERAL;
      else if (length >= 2 && has_digit && has_letter)
        *has_unknown = TRUE;
      p += length > 0 ? length : 1;
    }
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
  g_autofree char *squeezed = dup_squeezed (code);
  gpointer index;
  gboolean has_unknown;
  gint found;

  if (g_hash_table_lookup_extended (match->codes, code, NULL, &index) ||
      g_hash_table_lookup_extended (match->codes, squeezed, NULL, &index))
    return GPOINTER_TO_INT (index);
  if (is_number)
    return find_without_zeros (match, code);
  found = find_leading_code (match, code);
  if (found == KP_POST_MATCH_NONE)
    found = find_code_within (match, code, &has_unknown);
  return found;
}

static gboolean
is_everywhere (const Post *post)
{
  return *post->street == '\0' || g_str_has_prefix (post->street, "各") ||
         g_str_has_prefix (post->street, "全县");
}

static gboolean
tells_street_of (const Post *post, const char *text)
{
  return !is_everywhere (post) && strstr (text, post->short_name) != NULL;
}

static gboolean
tells_some_street (KpPostMatch *match, const char *text)
{
  for (guint i = 0; i < match->posts->len; i++)
    if (tells_street_of (&g_array_index (match->posts, Post, i), text))
      return TRUE;
  return FALSE;
}

static gboolean
ends_in_one_of (const char *text, const char *const *endings)
{
  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (text, *endings))
      return TRUE;
  return FALSE;
}

typedef enum
{
  FIT_NONE,
  FIT_NAME,  /* the name fits, no street is told */
  FIT_STREET /* the street too */
} Fit;

/* @place is what is left of the typed name beside the name of the post. */
static Fit
judge_place (KpPostMatch *match, const Post *post, const char *place)
{
  static const char *const wholes[] = { "县", "市", "区", "旗", NULL };

  if (*place == '\0')
    return FIT_NAME;
  if (tells_street_of (post, place))
    return FIT_STREET;
  if (is_everywhere (post) && (g_str_has_prefix (place, "各") || tells_some_street (match, place)))
    return FIT_STREET;
  return !tells_some_street (match, place) && ends_in_one_of (place, wholes) ? FIT_NAME : FIT_NONE;
}

static Fit
judge_name (KpPostMatch *match, const Post *post, const char *name)
{
  const gsize length = strlen (name), own = strlen (post->name);
  g_autofree char *head = NULL;
  const char *tail;

  if (own == 0)
    return FIT_NONE;
  if (g_str_has_suffix (name, post->name))
    {
      head = g_strndup (name, length - own);
      return judge_place (match, post, head);
    }
  if (!g_str_has_prefix (name, post->name))
    return FIT_NONE;
  tail = name + own;
  tail += g_str_has_prefix (tail, "岗位") ? strlen ("岗位")
          : g_str_has_prefix (tail, "岗") ? strlen ("岗")
                                          : 0;
  return judge_place (match, post, tail);
}

/* A bare name beside a street, in its column or in brackets. What isn't a street there, such as an office,
 * tells nothing. */
static Fit
judge_street (KpPostMatch *match, const Post *post, const char *typed, const char *street)
{
  static const char *const endings[] = { "街道", "街道办", "街道办事处", "乡", "镇", NULL };

  if (tells_street_of (post, typed) || tells_street_of (post, street))
    return FIT_STREET;
  if (is_everywhere (post))
    return FIT_NAME;
  if (tells_some_street (match, typed) || tells_some_street (match, street))
    return FIT_NONE;
  return !g_str_has_prefix (street, "各") && ends_in_one_of (street, endings) ? FIT_NONE : FIT_NAME;
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
      Fit fit = judge_name (match, post, name);

      if (fit == FIT_NAME)
        fit = judge_street (match, post, compact, place);
      if (fit == FIT_NAME)
        named = named == KP_POST_MATCH_NONE ? (gint) i : KP_POST_MATCH_SEVERAL;
      else if (fit == FIT_STREET)
        placed = placed == KP_POST_MATCH_NONE ? (gint) i : KP_POST_MATCH_SEVERAL;
    }
  return placed != KP_POST_MATCH_NONE ? placed : named;
}

static gint
search (KpPostMatch *match, const char *typed, const char *street)
{
  g_autofree char *compact = kp_normal_compact (typed);
  gboolean has_unknown;
  gint found = kp_post_match_find_code (match, typed, FALSE);

  if (found != KP_POST_MATCH_NONE)
    return found;
  find_code_within (match, compact, &has_unknown);
  return has_unknown ? KP_POST_MATCH_NONE : search_name (match, typed, street);
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
  found = search (match, typed, street);
  g_hash_table_insert (match->names, g_steal_pointer (&key), GINT_TO_POINTER (found));
  return found;
}
