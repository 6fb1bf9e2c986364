/* kp-mark-saver.h – typed marks on their way into the record, one after another, in the order in which they were typed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-campaign.h"
#include "kp-mark-desk.h"

G_BEGIN_DECLS

#define KP_TYPE_MARK_SAVER (kp_mark_saver_get_type ())
G_DECLARE_FINAL_TYPE (KpMarkSaver, kp_mark_saver, KP, MARK_SAVER, GObject)

/* What was typed of one script. Owned texts. */
typedef struct
{
  char *paper;
  char *application; /* never to be shown */
  char *text;        /* a mark, a state, or "" */
  char *was;         /* what the entry said before; "" = nothing */
  guint entry;
  guint script;
} KpMarkTyped;

/* @error NULL: it is in the record. #KP_CONFLICT_ERROR: this entry said something else by then, and nothing was written. */
typedef void (*KpMarkSaverFunc) (const KpMarkTyped *typed, const GError *error, gpointer data);

KpMarkSaver *kp_mark_saver_new (KpCampaign *campaign, const char *paper, guint entry, const char *clerk);
void         kp_mark_saver_set_func (KpMarkSaver *saver, KpMarkSaverFunc func, gpointer data);
void         kp_mark_saver_save (KpMarkSaver *saver, guint script, const char *application, const char *text,
                                    const char *was);
void         kp_mark_saver_know (KpMarkSaver *saver, guint script, const char *text);
guint        kp_mark_saver_get_n_waiting (KpMarkSaver *saver);

KpMarkTyped *kp_mark_typed_copy (const KpMarkTyped *typed);
void         kp_mark_typed_free (gpointer typed);
gpointer     kp_mark_typed_take_back (KpSession *session, gpointer typed, GError **error); /* a KpCampaignFunc */

G_END_DECLS
