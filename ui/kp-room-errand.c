/* kp-room-errand.c – what a worker does with a room package: write it, or take it in.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-errand.h"

#include <string.h>

struct _KpRoomErrand
{
  char *path;
  char *passphrase;
  guint room;
  GPtrArray *package_holds; /* (element-type utf8) */
  GPtrArray *record_holds;  /* (element-type utf8) */
  char *first;              /* (nullable): nobody has decided yet */
  char *second;
  char *reason;
};

/** kp_room_errand_new: about the file at @path; @room is of one that is to be written. */
KpRoomErrand *
kp_room_errand_new (const char *path,
                    const char *passphrase,
                    guint room)
{
  KpRoomErrand *errand = g_new0 (KpRoomErrand, 1);

  errand->path = g_strdup (path);
  errand->passphrase = g_strdup (passphrase);
  errand->room = room;
  errand->package_holds = g_ptr_array_new_with_free_func (g_free);
  errand->record_holds = g_ptr_array_new_with_free_func (g_free);
  return errand;
}

/** kp_room_errand_hold: of the number @code the package holds, or the record. */
void
kp_room_errand_hold (KpRoomErrand *errand,
                     const char *code,
                     gboolean is_package)
{
  g_ptr_array_add (is_package ? errand->package_holds : errand->record_holds, g_strdup (code));
}

/** kp_room_errand_decide: who said so, and why. */
void
kp_room_errand_decide (KpRoomErrand *errand,
                       const char *first,
                       const char *second,
                       const char *reason)
{
  errand->first = g_strdup (first);
  errand->second = g_strdup (second);
  errand->reason = g_strdup (reason);
}

/** kp_room_errand_free: @errand with all that it owns; the passphrase is wiped. */
void
kp_room_errand_free (gpointer errand)
{
  KpRoomErrand *self = errand;

  explicit_bzero (self->passphrase, strlen (self->passphrase));
  g_free (self->passphrase);
  g_free (self->path);
  g_ptr_array_unref (self->package_holds);
  g_ptr_array_unref (self->record_holds);
  g_free (self->first);
  g_free (self->second);
  g_free (self->reason);
  g_free (self);
}

/** kp_room_errand_write: kp_step_write_room_package(). */
gpointer
kp_room_errand_write (KpSession *session,
                      gpointer errand,
                      GError **error)
{
  const KpRoomErrand *self = errand;
  g_autoptr (KpSealedKey) key = kp_sealed_key_new (self->passphrase, &kp_sealed_cost_usual, error);
  g_autofree KpRoomOutTally *tally = g_new0 (KpRoomOutTally, 1);

  return key != NULL && kp_step_write_room_package (session, self->room, self->path, key, tally, error)
             ? g_steal_pointer (&tally)
             : NULL;
}

/** kp_room_errand_take: kp_step_take_room_package(), with what two people decided if they did. */
gpointer
kp_room_errand_take (KpSession *session,
                     gpointer errand,
                     GError **error)
{
  KpRoomErrand *self = errand;
  g_autoptr (KpSealedKey) key = kp_room_package_unlock (self->path, self->passphrase, error);
  KpRoomInDecision decision = { .persons = { self->first, self->second, self->reason } };

  if (key == NULL)
    return NULL;
  if (self->first == NULL)
    return kp_step_take_room_package (session, self->path, key, NULL, error);
  g_ptr_array_add (self->package_holds, NULL);
  g_ptr_array_add (self->record_holds, NULL);
  decision.package_holds = (const char *const *) self->package_holds->pdata;
  decision.record_holds = (const char *const *) self->record_holds->pdata;
  return kp_step_take_room_package (session, self->path, key, &decision, error);
}
