/* kp-campaign-sign-in.c – asks the record of a campaign who somebody is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-campaign.h"

#include "kp-secret.h"

typedef struct
{
  char *login;
  char *password;
} Proving;

static void
proving_free (gpointer data)
{
  Proving *proving = data;

  g_free (proving->login);
  kp_secret_free (proving->password);
  g_free (proving);
}

static gpointer
prove (KpSession *session,
       gpointer data,
       GError **error)
{
  const Proving *proving = data;

  return kp_identity_prove (session, proving->login, proving->password, error);
}

/** kp_campaign_sign_in_async: a worker asks the record whether @login has this @password; kp_campaign_work_finish() gives a
 * #KpIdentity. */
void
kp_campaign_sign_in_async (KpCampaign *campaign,
                           const char *login,
                           const char *password,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Proving *proving = g_new0 (Proving, 1);

  proving->login = g_strstrip (g_strdup (login));
  proving->password = g_strdup (password);
  kp_campaign_change_async (campaign, proving->login, prove, proving, proving_free, (GDestroyNotify) kp_identity_unref, callback,
                            user_data);
}
