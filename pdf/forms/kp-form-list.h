/* kp-form-list.h – lists over pages: announcement, table, notes, signatures, running foot.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"
#include "kp-grid.h"
#include "kp-official.h"

/* Height of a row in lists of hundreds: forty on a page. */
#define KP_FORM_LIST_ROW KP_PT (17.5)

#define KP_FORM_COLUMN_NUMBER (-1) /* the running number of the row */
#define KP_FORM_COLUMN_HAND (-2)   /* empty: written by hand */

typedef struct
{
  const char *heading;
  guint       weight;
  gssize      offset; /* of the `const char *` in a row, or one of the above */
  KpAlign     align;
  gboolean    shrinks;
  gboolean    is_kept; /* also when the member is NULL in every row */
  KpFontStyle font;
} KpFormColumn;

/* A column of texts, as most are. */
#define KP_FORM_COLUMN(type, member, title, share) \
  { .heading = (title), .weight = (share), .offset = G_STRUCT_OFFSET (type, member), \
    .align = KP_ALIGN_CENTRE, .shrinks = TRUE, .font = KP_FONT_SONG }

/* A column of longer texts that wrap. */
#define KP_FORM_COLUMN_LONG(type, member, title, share) \
  { .heading = (title), .weight = (share), .offset = G_STRUCT_OFFSET (type, member), \
    .align = KP_ALIGN_LEFT, .font = KP_FONT_SONG }

/* A column of short numbers in 黑体 that stays even when it is empty. */
#define KP_FORM_COLUMN_KEY(type, member, title, share) \
  { .heading = (title), .weight = (share), .offset = G_STRUCT_OFFSET (type, member), \
    .align = KP_ALIGN_CENTRE, .is_kept = TRUE, .font = KP_FONT_HEI }

/* A column to write into by hand. */
#define KP_FORM_COLUMN_EMPTY(title, share) \
  { .heading = (title), .weight = (share), .offset = KP_FORM_COLUMN_HAND, .font = KP_FONT_SONG }

/* The first column of a list: the running number. */
#define KP_FORM_COLUMN_COUNT \
  { .heading = "序号", .weight = 9, .offset = KP_FORM_COLUMN_NUMBER, .align = KP_ALIGN_CENTRE, \
    .font = KP_FONT_SONG }

typedef struct
{
  const KpFormColumn *columns;
  guint               n_columns;
  gconstpointer       rows;
  gsize               row_size;
  gsize               n_rows;
  gssize              group; /* of the `const char *` in a row that names its group; 0 = no groups */
} KpFormTable;

typedef struct
{
  gboolean           is_landscape;
  const char        *subtitle;       /* nullable: at the left above the table */
  const char        *subtitle_right; /* nullable */
  const char *const *signers;        /* nullable: roles that sign below the table */
  KpLength           row_height;     /* 0 = usual */
  KpLength           title_size;     /* 0 = usual */
  const char        *mark;           /* nullable: "附件1" at the upper left of the first page */
  gboolean           marks_each;     /* the same on the pages after it */
  const KpFrame     *frame;          /* nullable: another running foot than that of lists */
} KpFormLook;

guint    kp_form_count_columns (const KpFormTable *table);
gboolean kp_form_list_draw     (KpSheet              *sheet,
                                const KpFormList     *list,
                                const KpOfficialPart *lead,
                                guint                 n_lead,
                                const KpFormTable    *table,
                                const KpFormLook     *look,
                                GError              **error);
