/* kp-door-answer.h – what is said at a door of whoever's ticket was read, with the photo that the face is compared with.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  KP_DOOR_PLAIN,
  KP_DOOR_SUCCESS,
  KP_DOOR_WARNING,
  KP_DOOR_ERROR,
  KP_DOOR_AGAIN,
} KpDoorTone;

#define KP_TYPE_DOOR_ANSWER (kp_door_answer_get_type ())
G_DECLARE_FINAL_TYPE (KpDoorAnswer, kp_door_answer, KP, DOOR_ANSWER, AdwBin)

/* Texts; `photo` is a JPEG, nullable. */
void        kp_door_answer_say (KpDoorAnswer *answer, KpDoorTone tone, const char *headline, const char *sentence,
                                const char *who, GBytes *photo);
const char *kp_door_tone_get_class (KpDoorTone tone);

G_END_DECLS
