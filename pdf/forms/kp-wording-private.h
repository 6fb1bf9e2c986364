/* kp-wording-private.h – what reading and filling a wording share: its parts, and what stands between braces.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-script.h"
#include "kp-wording.h"

/* A line of its own that is a tag and no paragraph; only before filling. */
#define KP_WORDING_TAG ((KpWordingKind) (KP_WORDING_TEXT + 1))

/* A star that is text, and what stands between emphasis and punctuation; no text has them, for they are no characters. */
#define KP_WORDING_STAR ((gunichar) 0xfdd0)
#define KP_WORDING_GUARD ((gunichar) 0xfdd1)

struct _KpWording
{
  GArray *parts; /* KpWordingPart, texts owned */
};

typedef enum
{
  KP_TAG_FIELD,  /* {姓名} */
  KP_TAG_IF,     /* {如果 试用期}, {如果 合同类型=聘用合同} */
  KP_TAG_UNLESS, /* {如果没有 试用期} */
  KP_TAG_ELSE,   /* {否则} */
  KP_TAG_EACH,   /* {每项 岗位} */
  KP_TAG_END,    /* {完} */
} KpTagKind;

/* What stands between two braces; points into the text. */
typedef struct
{
  KpTagKind   kind;
  const char *start; /* behind the opening brace */
  gunichar    mark;  /* 0, or how it is emphasised */
  const char *end;   /* at the closing one */
  const char *name;
  gsize       length;
  const char *value; /* nullable: what the name must be equal to */
  gsize       value_length;
} KpWordingTag;

KpWording *kp_wording_new_empty (void);
void       kp_wording_take_part (KpWording *self, const KpWordingPart *part, char *text);
gboolean   kp_wording_fail      (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean   kp_wording_read_lines (KpWording *self, const char *const *lines, guint n, guint first, GError **error);
gboolean   kp_wording_read_markdown (KpWording *self, const char *text, guint line, GError **error);
gboolean   kp_wording_find_tag  (const char *from, guint line, KpWordingTag *tag, GError **error);
guint      kp_wording_get_line  (const KpWordingPart *part, const char *at);
gboolean   kp_tag_is_opening    (const KpWordingTag *tag);
