/* kp-track.h – the track 招聘类型 of a post: open to all, or for one group.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_TRACK_OPEN,        /* 面向社会公开招聘 */
  KP_TRACK_VETERAN,     /* 退役军人 */
  KP_TRACK_GRADUATE,    /* 高校毕业生 */
  KP_TRACK_CONVERSION,  /* 原网格员等专职人员转聘 */
  KP_TRACK_SOCIAL_WORK, /* 社会工作专业人才 */
  KP_TRACK_TARGETED,    /* 定向招聘其他群体, named by the post's note */
} KpTrack;

#define KP_N_TRACKS (KP_TRACK_TARGETED + 1)

const char *kp_track_get_name (KpTrack track);
const char *kp_track_get_chinese (KpTrack track);
gboolean    kp_track_parse (const char *name,
                            KpTrack    *out);

G_END_DECLS
