/* kp-mark-desk.h – one entry of a paper as the clerk types it: bundles of scripts, each script by its number alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-marked-paper.h"

G_BEGIN_DECLS

/* Scripts without a room, by secret number or ticket, are handed out in bundles of this size. */
#define KP_MARK_BUNDLE_SIZE 30

/* One script. Texts are owned by the desk. */
typedef struct
{
  char       *application; /* never to be shown */
  char       *number;      /* ticket, or secret number while these are sealed */
  guint       seat;        /* 0 = none is known */
  KpMarkState decided;     /* by the exam day; %KP_MARK_NOT_ENTERED = nothing */
  char       *text;        /* (nullable): what this entry says by now: "78.50", "缺考" */
  KpStatedMark value;      /* the same */
  const char *fault;       /* (nullable): why the clerk may not make or change this entry */
} KpMarkScript;

/* Scripts that lie together: a room's bag, or some secret numbers. */
typedef struct
{
  char *site; /* (nullable): code, where it is a room */
  guint room; /* 0 = no room */
  guint first; /* index of its first script */
  guint n_scripts;
} KpMarkBundle;

typedef struct
{
  KpMarkRange range;
  guint entry;
  char *clerk;
  gboolean is_secret;
  char *locked_at;     /* (nullable): since when its marks stand */
  GPtrArray *scripts;  /* (element-type KpMarkScript): in the order in which they lie */
  GArray *bundles;     /* (element-type KpMarkBundle) */
} KpMarkDesk;

KpMarkDesk *kp_mark_desk_load (KpSession *session, const char *paper, guint entry, const char *clerk, GError **error);
void        kp_mark_desk_free (KpMarkDesk *desk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpMarkDesk, kp_mark_desk_free)

G_END_DECLS
