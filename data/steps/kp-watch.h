/* kp-watch.h – what others write into a campaign meanwhile, and who of them looks at what.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-origin.h"

G_BEGIN_DECLS

typedef struct _KpWatch KpWatch;

typedef enum
{
  KP_WATCH_GREW,     /* somebody else committed something */
  KP_WATCH_PEOPLE,   /* who looks at what has changed; of a server alone */
  KP_WATCH_LOST,     /* the server is gone; it is asked again and again */
  KP_WATCH_GONE,     /* the file isn't where it was: moved, deleted, its stick pulled */
  KP_WATCH_REPLACED, /* another file lies there, or an older copy */
  KP_WATCH_BACK,     /* the server, or the file, is there again */
} KpWatchKind;

/* One window of somebody else. Owned texts. */
typedef struct
{
  char *who;  /* the login, or the name that was typed */
  char *page; /* what the window shows */
} KpWatchPerson;

/* Borrowed. */
typedef struct
{
  KpWatchKind kind;
  gint64 seq;              /* GREW: of the last row of the journal */
  const char *step;        /* GREW (nullable): the last one; %NULL when it was missed while the server was gone */
  const char *actor;       /* GREW (nullable): who did it */
  const GPtrArray *people; /* PEOPLE (element-type KpWatchPerson): all others */
} KpWatchNews;

typedef void (*KpWatchFunc) (const KpWatchNews *news, gpointer data);

KpWatch *kp_watch_new (const char *location, const char *campaign, KpOrigin *origin, const char *who, KpWatchFunc func,
                       gpointer data);
void     kp_watch_show_page (KpWatch *watch, const char *page);
void     kp_watch_free (KpWatch *watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpWatch, kp_watch_free)

G_END_DECLS
