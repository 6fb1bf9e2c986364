/* test-room-merge.c – what joins the record, and what two people decide.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-merge.h"

/* Whole points by examiners 1, 2 and 3; -1 = none. */
typedef struct
{
  const char *result;
  gboolean    is_checked;
  gint        points[3];
} Side;

typedef struct
{
  const char *name;
  Side        record;
  Side        package;
  KpRoomMerge merge;
} Row;

#define NOTHING { NULL, FALSE, { -1, -1, -1 } }

static const Row rows[] = {
  { "new", NOTHING, { "81", TRUE, { 80, 81, 82 } }, KP_ROOM_MERGE_TAKE },
  { "new and absent", NOTHING, { "缺考", TRUE, { -1, -1, -1 } }, KP_ROOM_MERGE_TAKE },
  { "one sheet is in", { NULL, FALSE, { -1, 81, -1 } }, { "81", TRUE, { 80, 81, 82 } }, KP_ROOM_MERGE_TAKE },
  { "all is in, unconfirmed", { "81", FALSE, { 80, 81, 82 } }, { "81", TRUE, { 80, 81, 82 } }, KP_ROOM_MERGE_TAKE },
  { "twice", { "81", TRUE, { 80, 81, 82 } }, { "81", TRUE, { 80, 81, 82 } }, KP_ROOM_MERGE_SAME },
  { "absent twice", { "缺考", TRUE, { -1, -1, -1 } }, { "缺考", TRUE, { -1, -1, -1 } }, KP_ROOM_MERGE_SAME },
  { "not confirmed in the room", NOTHING, { "81", FALSE, { 80, 81, 82 } }, KP_ROOM_MERGE_OPEN },
  { "not heard", NOTHING, NOTHING, KP_ROOM_MERGE_OPEN },
  { "not heard, one sheet is in", { NULL, FALSE, { 80, -1, -1 } }, NOTHING, KP_ROOM_MERGE_OPEN },
  { "heard by paper", { "81", TRUE, { 80, 81, 82 } }, NOTHING, KP_ROOM_MERGE_SAME },
  { "heard by paper, typed too", { "81", TRUE, { 80, 81, 82 } }, { "81", FALSE, { 80, 81, 82 } }, KP_ROOM_MERGE_SAME },
  { "typed otherwise after it", { "81", TRUE, { 80, 81, 82 } }, { "80", FALSE, { 80, 81, 79 } }, KP_ROOM_MERGE_CONFLICT },
  { "begun after it", { "81", TRUE, { 80, 81, 82 } }, { NULL, FALSE, { 80, -1, -1 } }, KP_ROOM_MERGE_CONFLICT },
  { "another mark", { "81", TRUE, { 80, 81, 82 } }, { "80", TRUE, { 80, 81, 79 } }, KP_ROOM_MERGE_CONFLICT },
  { "another mark, the same mean", { "81", TRUE, { 80, 81, 82 } }, { "81", TRUE, { 81, 81, 81 } }, KP_ROOM_MERGE_CONFLICT },
  { "unconfirmed and another mark", { "81", FALSE, { 80, 81, 82 } }, { "80", TRUE, { 80, 81, 79 } }, KP_ROOM_MERGE_CONFLICT },
  { "a sheet more in the record", { NULL, FALSE, { 80, 81, 82 } }, { "81", TRUE, { 80, 82, -1 } }, KP_ROOM_MERGE_CONFLICT },
  { "absent here, heard there", { "缺考", TRUE, { -1, -1, -1 } }, { "81", TRUE, { 80, 81, 82 } }, KP_ROOM_MERGE_CONFLICT },
  { "heard here, absent there", { NULL, FALSE, { 80, -1, -1 } }, { "缺考", TRUE, { -1, -1, -1 } }, KP_ROOM_MERGE_CONFLICT },
  { "absent or void", { "缺考", FALSE, { -1, -1, -1 } }, { "违纪", TRUE, { -1, -1, -1 } }, KP_ROOM_MERGE_CONFLICT },
};

static KpRoomMergeSide
lay_out (const Side      *side,
         KpRoomMergeMark *marks)
{
  KpRoomMergeSide out = { side->result, side->is_checked, marks, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (side->points); i++)
    {
      if (side->points[i] >= 0)
        marks[out.n_marks++] = (KpRoomMergeMark) { i + 1, "", KP_MARK (side->points[i], 0) };
    }
  return out;
}

static void
test_merge (gconstpointer data)
{
  const Row      *row = data;
  KpRoomMergeMark first[3];
  KpRoomMergeMark second[3];
  const KpRoomMergeSide record = lay_out (&row->record, first);
  const KpRoomMergeSide package = lay_out (&row->package, second);

  g_assert_cmpint (kp_room_merge_decide (&record, &package), ==, row->merge);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/room-merge/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_merge);
    }
  return g_test_run ();
}
