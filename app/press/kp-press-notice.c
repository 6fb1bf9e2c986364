/* kp-press-notice.c – the recruitment notice from the sealed scheme, and the notices that amended it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-change-tables.h"
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
                                                      .edition = kp_press_count_notices (press),
                                                      .date = kp_press_format_date (press, scheme->notice_date) }),
  };

  for (guint i = 0; i < scheme->posts->len; i++)
    posts[i] = make_post (press, g_ptr_array_index (scheme->posts, i));
  return kp_form_notice_draw (sheet, &facts, error);
}

/* ---- supplementary notices ---- */

/* "四、笔试" is a heading; what ends a sentence is none. */
static KpNoticePartKind
get_line_kind (const char *line)
{
  static const char *const numerals[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (g_str_has_prefix (line, numerals[i]) && strstr (line, "、") != NULL && !g_str_has_suffix (line, "。"))
      return KP_NOTICE_PART_HEADING;
  return get_kind (line);
}

static gboolean
draw_supplement (KpPress *press, KpSheet *sheet, const KpAmendmentRecord *amendment, GError **error)
{
  const KpScheme *scheme = press->scheme;
  g_auto (GStrv) lines = g_strsplit (amendment->notice, "\n", -1);
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (KpNoticePart));
  g_autofree char *day = g_strndup (amendment->published_on != NULL ? amendment->published_on : amendment->at, strlen ("2026-01-01"));
  const char *number = kp_press_format_count (press, amendment->number);
  const char *date = kp_press_format_iso (press, day);
  KpNoticePart end = { KP_NOTICE_PART_TEXT, NULL };
  KpNoticeFacts facts = {
    .title = kp_press_format (press, "%s\n补充公告（第%s号）", kp_press_get_campaign (press), number),
    .issuer = scheme->committee,
    .date = date,
    .head = kp_press_make_head (press, NULL, date),
    .scheme_digest = amendment->digest_after,
    .qr = kp_press_make_code (press, &(KpPressPaper){ .number = number, .digest = amendment->digest_after, .date = date }),
  };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const KpNoticePart part = { get_line_kind (lines[i]), lines[i] };

      if (*lines[i] != '\0')
        g_array_append_val (parts, part);
    }
  end.text = kp_press_format (press, "除以上修改以外，原公告的其他内容不变。咨询电话：%s；监督电话：%s。",
                              scheme->phone, scheme->supervision_phone);
  g_array_append_val (parts, end);
  facts.parts = (const KpNoticePart *) (gpointer) parts->data;
  facts.n_parts = parts->len;
  return kp_form_notice_draw (sheet, &facts, error);
}

/** kp_press_draw_supplement: 补充公告, one for each amendment, with what it changed as the record has it. */
gboolean
kp_press_draw_supplement (KpPress *press, KpSheet *sheet, GError **error)
{
  for (guint i = 0; i < press->amendments->len; i++)
    {
      const KpAmendmentRecord *amendment = g_ptr_array_index (press->amendments, i);

      if (kp_press_wants (press, kp_press_format_count (press, amendment->number))
          && !draw_supplement (press, sheet, amendment, error))
        return FALSE;
    }
  return TRUE;
}
