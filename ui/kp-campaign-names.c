/* kp-campaign-names.c – how names of a campaign are read and shown.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-campaign.h"

static void
read_names_in_thread (GTask *task,
                      gpointer campaign,
                      gpointer data G_GNUC_UNUSED,
                      GCancellable *cancellable G_GNUC_UNUSED)
{
  kp_application_index_read_names (kp_campaign_get_index (campaign));
  g_task_return_boolean (task, TRUE);
}

/** kp_campaign_prepare_search: a worker finds out how names are read, before somebody types one. */
void
kp_campaign_prepare_search (KpCampaign *campaign)
{
  g_autoptr (GTask) task = g_task_new (campaign, NULL, NULL, NULL);

  g_task_run_in_thread (task, read_names_in_thread);
}

/** kp_campaign_dup_post_label: "A01 综合岗"; the code alone when the scheme doesn't know the post. (transfer full) */
char *
kp_campaign_dup_post_label (KpCampaign *campaign,
                            const char *post)
{
  const KpSchemePost *known = kp_scheme_get_post (kp_campaign_get_scheme (campaign), post);

  return known != NULL ? g_strdup_printf ("%s %s", known->code, known->name) : g_strdup (post);
}
