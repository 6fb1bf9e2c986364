/* kp-two-people.c – acts that two people answer for.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To be asked before a unit of work begins: a wrong PIN is counted in a unit of its own. */
#include "kp-two-people.h"

#include <glib/gi18n-lib.h>

#include "kp-identity.h"
#include "kp-review.h"

/** kp_two_people_is_blank: whether @text (nullable) says nothing. */
gboolean
kp_two_people_is_blank (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *bare == '\0';
}

static gboolean
refuse (const char *sentence,
        GError **error)
{
  if (sentence != NULL)
    g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, sentence);
  return sentence == NULL;
}

/**
 * kp_two_people_check_named:
 * @session: in which they act
 * @by: (nullable): one person
 * @with: (nullable): the other one
 * @error: return location
 *
 * Returns: %TRUE when two people are named who proved who they are as far as the campaign asks for it, or %FALSE with
 * #KP_STEP_ERROR
 */
gboolean
kp_two_people_check_named (KpSession *session,
                           const char *by,
                           const char *with,
                           GError **error)
{
  const char *sentence = NULL;

  if (kp_two_people_is_blank (by) || kp_two_people_is_blank (with))
    sentence = _("Two people answer for this: name both, with --by and --with.");
  else if (kp_review_is_same_person (by, with))
    sentence = _("The two people who answer for this are one and the same; name another one.");
  return refuse (sentence, error) && kp_identity_check_two (session, by, with, error);
}

/**
 * kp_two_people_check_one_or_both:
 * @session: in which they act
 * @by: one person, who is named
 * @with: (nullable): another one, who need not be
 * @error: return location
 *
 * Returns: %TRUE when whoever is named proved who that is as far as the campaign asks for it, or %FALSE with #KP_STEP_ERROR
 */
gboolean
kp_two_people_check_one_or_both (KpSession *session,
                                 const char *by,
                                 const char *with,
                                 GError **error)
{
  return kp_two_people_is_blank (with) ? kp_identity_check_own (session, by, error)
                                       : kp_two_people_check_named (session, by, with, error);
}

/**
 * kp_two_people_check_change:
 * @session: in which they act
 * @people: who changes what was agreed, and why; members may be %NULL
 * @error: return location
 *
 * Returns: %TRUE when there are two people, as kp_two_people_check_named(), and a reason; or %FALSE with #KP_STEP_ERROR
 */
gboolean
kp_two_people_check_change (KpSession *session,
                            const KpTwoPeople *people,
                            GError **error)
{
  const char *sentence = NULL;

  if (kp_two_people_is_blank (people->first_person) || kp_two_people_is_blank (people->second_person))
    sentence = _("Two people answer for a change of what was agreed: name both.");
  else if (kp_review_is_same_person (people->first_person, people->second_person))
    sentence = _("The two people who answer for the change are one and the same; a second one has to check it.");
  else if (kp_two_people_is_blank (people->reason))
    sentence = _("A change of what was agreed needs a reason; it stands in the record and in the notice.");
  return refuse (sentence, error)
         && kp_identity_check_two (session, people->first_person, people->second_person, error);
}
