/* kp-track.c – the track 招聘类型 of a post: open to all, or for one group.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-track.h"

#include <string.h>

static const char *const track_names[KP_N_TRACKS] = {
  [KP_TRACK_OPEN] = "open",
  [KP_TRACK_VETERAN] = "veteran",
  [KP_TRACK_GRADUATE] = "graduate",
  [KP_TRACK_CONVERSION] = "conversion",
  [KP_TRACK_SOCIAL_WORK] = "social_work",
  [KP_TRACK_TARGETED] = "targeted",
};

static const char *const track_chinese[KP_N_TRACKS] = {
  [KP_TRACK_OPEN] = "面向社会公开招聘",
  [KP_TRACK_VETERAN] = "定向招聘退役军人",
  [KP_TRACK_GRADUATE] = "定向招聘高校毕业生",
  [KP_TRACK_CONVERSION] = "原网格员等专职人员转聘",
  [KP_TRACK_SOCIAL_WORK] = "定向招聘社会工作专业人才",
  [KP_TRACK_TARGETED] = "定向招聘其他群体",
};

/**
 * kp_track_get_name:
 * @track: a track
 *
 * Returns: the stable name in files and records.
 */
const char *
kp_track_get_name (KpTrack track)
{
  return track_names[track];
}

/**
 * kp_track_get_chinese:
 * @track: a track
 *
 * Returns: 招聘类型, as in the post table of the notice.
 */
const char *
kp_track_get_chinese (KpTrack track)
{
  return track_chinese[track];
}

/**
 * kp_track_parse:
 * @name: (nullable): a stable name
 * @out: (out): the track; untouched when there is none
 *
 * Returns: whether there is such a track.
 */
gboolean
kp_track_parse (const char *name,
                KpTrack    *out)
{
  for (guint i = 0; name != NULL && i < KP_N_TRACKS; i++)
    if (strcmp (track_names[i], name) == 0)
      {
        *out = (KpTrack) i;
        return TRUE;
      }

  return FALSE;
}
