/* kp-approval.c – which rounds of substitution were approved, where the scheme asks for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-approval.h"

/**
 * kp_approvals_load:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpApprovalRecord): by post and round; or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_approvals_load (KpSession *session,
                   GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_approval_table, kp_session_get_campaign (session),
                          "ORDER BY post, round", KP_NO_BINDS, error);
}

/**
 * kp_approvals_find:
 * @approvals: of kp_approvals_load()
 * @post: a post of which a place is filled
 * @round: of substitution
 *
 * Returns: (nullable) (transfer none): what was said of it
 */
const KpApprovalRecord *
kp_approvals_find (const GPtrArray *approvals,
                   const char *post,
                   guint round)
{
  for (guint i = 0; i < approvals->len; i++)
    {
      const KpApprovalRecord *approval = g_ptr_array_index (approvals, i);

      if (approval->round == round && g_str_equal (approval->post, post))
        return approval;
    }
  return NULL;
}

/**
 * kp_approvals_decide:
 * @scheme: the scheme
 * @approvals: of kp_approvals_load()
 * @post: a post of which a place is filled
 * @round: of substitution; 0 = the first list, which is no substitution
 *
 * Returns: whether the round may be carried out
 */
KpApproval
kp_approvals_decide (const KpScheme *scheme,
                     const GPtrArray *approvals,
                     const char *post,
                     guint round)
{
  const KpApprovalRecord *approval;

  if (!scheme->substitution.needs_approval || round == 0)
    return KP_APPROVAL_NEEDLESS;
  approval = kp_approvals_find (approvals, post, round);
  if (approval == NULL)
    return KP_APPROVAL_OPEN;
  return g_str_equal (approval->outcome, "approved") ? KP_APPROVAL_GIVEN : KP_APPROVAL_REFUSED;
}
