/* kp-press-notice.c – the recruitment notice from the sealed scheme.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-form-notice.h"
#include "kp-press-code.h"
#include "kp-scheme-explain.h"

#define AGE "age"
#define EDUCATION "education"

static const KpRequirement *
find_requirement (GPtrArray *requirements, const char *id)
{
  for (guint i = 0; i < requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (requirements, i);

      if (g_str_equal (requirement->id, id))
        return requirement;
    }
  return NULL;
}

/* A post's own requirement stands in for the general one of the same name. */
static const KpRequirement *
get_requirement (KpPress *press, const KpSchemePost *post, const char *id)
{
  const KpRequirement *own = find_requirement (post->requirements, id);
  const KpRequirement *general = find_requirement (press->scheme->requirements, id);

  return own != NULL ? own : general;
}

/* "高中及以上学历": the words of the notice as a cell of a table has them, without the full stop. */
static const char *
get_cell_text (KpPress *press, const KpRequirement *requirement)
{
  if (requirement == NULL)
    return NULL;
  if (g_str_has_suffix (requirement->text, "。"))
    return kp_press_keep (press, g_strndup (requirement->text, strlen (requirement->text) - strlen ("。")));
  return requirement->text;
}

/* The days of birth alone: how many years that is stands in the notice. */
static const char *
get_age (KpPress *press, const KpSchemePost *post)
{
  const KpRequirement *requirement = get_requirement (press, post, AGE);

  if (requirement == NULL)
    return NULL;
  return kp_press_keep (press, kp_condition_dup_chinese (requirement->condition));
}

static const char *
join_conditions (KpPress *press, const KpSchemePost *post)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < post->requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (post->requirements, i);

      if (!g_str_equal (requirement->id, AGE) && !g_str_equal (requirement->id, EDUCATION))
        g_string_append (text, requirement->text);
    }
  if (text->len == 0)
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  return kp_press_keep (press, g_string_free (text, FALSE));
}

static KpNoticePost
make_post (KpPress *press, const KpSchemePost *post)
{
  const char *street = kp_press_get_street_name (press, post->code);

  return (KpNoticePost){
    .code = post->code,
    .name = post->name,
    .street = street != NULL ? street : "各街道",
    .track = kp_track_get_chinese (post->track),
    .places = kp_press_format (press, "%u", post->places),
    .age = get_age (press, post),
    .education = get_cell_text (press, get_requirement (press, post, EDUCATION)),
    .conditions = join_conditions (press, post),
    .remark = *post->note != '\0' ? post->note : NULL,
  };
}

/* "（一）基本条件": a heading of the second level has no full stop. */
static KpNoticePartKind
get_kind (const char *paragraph)
{
  return g_str_has_prefix (paragraph, "（") && !g_str_has_suffix (paragraph, "。") ? KP_NOTICE_PART_SUBHEADING
                                                                                  : KP_NOTICE_PART_TEXT;
}

/* A heading first, then its paragraphs. */
static GArray *
list_parts (GPtrArray *sections)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (KpNoticePart));

  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);
      const KpNoticePart heading = { KP_NOTICE_PART_HEADING, section->heading };

      if (section->heading != NULL && *section->heading != '\0')
        g_array_append_val (parts, heading);
      for (guint j = 0; j < section->paragraphs->len; j++)
        {
          const char *paragraph = g_ptr_array_index (section->paragraphs, j);
          const KpNoticePart text = { get_kind (paragraph), paragraph };

          g_array_append_val (parts, text);
        }
    }
  return parts;
}

/** kp_press_draw_notice: 招聘公告 with the table of posts, from the scheme alone. */
gboolean
kp_press_draw_notice (KpPress *press, KpSheet *sheet, GError **error)
{
  static const char *const annexes[] = { "招聘岗位一览表", NULL };
  const KpScheme *scheme = press->scheme;
  g_autoptr (GPtrArray) sections = kp_scheme_explain (scheme);
  g_autoptr (GArray) parts = list_parts (sections);
  g_autofree KpNoticePost *posts = g_new0 (KpNoticePost, scheme->posts->len + 1);
  const KpNoticeFacts facts = {
    .title = kp_press_format (press, "%s公告", kp_press_get_campaign (press)),
    .parts = (const KpNoticePart *) (gpointer) parts->data,
    .n_parts = parts->len,
    .annexes = annexes,
    .issuer = scheme->committee,
    .date = kp_press_format_date (press, scheme->notice_date),
    .posts_title = kp_press_format (press, "%s岗位一览表", kp_press_get_campaign (press)),
    .posts = posts,
    .n_posts = scheme->posts->len,
    .head = kp_press_make_head (press, NULL, kp_press_format_date (press, scheme->notice_date)),
    .scheme_digest = kp_session_get_scheme_digest (press->session),
    .qr = kp_press_make_code (press, &(KpPressPaper){ .digest = kp_session_get_scheme_digest (press->session),
                                                      .date = kp_press_format_date (press, scheme->notice_date) }),
  };

  for (guint i = 0; i < scheme->posts->len; i++)
    posts[i] = make_post (press, g_ptr_array_index (scheme->posts, i));
  return kp_form_notice_draw (sheet, &facts, error);
}
