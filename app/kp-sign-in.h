/* kp-sign-in.h – who works at the command line, and how two people prove who they are.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-identity.h"

G_BEGIN_DECLS

/* What somebody gave, by options or in a window. */
typedef struct
{
  char *as;             /* (nullable): login */
  char *as_file;        /* (nullable): the password is its first line */
  char *pin_file;       /* (nullable): the second person's PIN is its first line, the first one's the second */
  KpIdentity *identity; /* (nullable): proven */
  const char *pin;      /* (nullable): of the second person, typed in a window; borrowed */
  gboolean is_asked;    /* by a screen: there is no terminal */
} KpSignIn;

gboolean kp_sign_in_prepare (KpSignIn *sign_in, KpSession *session, GError **error);
void kp_sign_in_clear (KpSignIn *sign_in);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpSignIn, kp_sign_in_clear)

G_END_DECLS
