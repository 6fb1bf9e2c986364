/* kp-role.c – the roles of those who work on a campaign, and which step each of them may do.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-role.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-normal.h"
#include "kp-step-words.h"

/* Who reads everything and does nothing. */
#define READERS (KP_ROLE_BIT (KP_ROLE_SUPERVISOR) | KP_ROLE_BIT (KP_ROLE_LEADER))

static const struct
{
  const char *name;
  const char *chinese;
  const char *label;
} words[KP_N_ROLES] = {
  [KP_ROLE_ADMINISTRATOR] = { "administrator", "管理员", N_("Administrator") },
  [KP_ROLE_REVIEWER] = { "reviewer", "报名审核", N_("Review of applications") },
  [KP_ROLE_EXAMS] = { "exams", "考务", N_("Organisation of exams") },
  [KP_ROLE_FIRST_ENTRY] = { "first-entry", "登分1", N_("First entry of marks") },
  [KP_ROLE_SECOND_ENTRY] = { "second-entry", "登分2", N_("Second entry of marks") },
  [KP_ROLE_MARK_CHECKER] = { "mark-checker", "核分", N_("Checking of marks") },
  [KP_ROLE_SCORE_KEEPER] = { "score-keeper", "面试计分", N_("Score keeping of interviews") },
  [KP_ROLE_SUPERVISOR] = { "supervisor", "监督", N_("Supervision (reads everything)") },
  [KP_ROLE_STREET] = { "street", "街道用户", N_("Street office") },
  [KP_ROLE_LEADER] = { "leader", "领导", N_("Leader (reads everything)") },
};

/** kp_role_get_name: the stable name in the record and on the command line: "score-keeper". */
const char *
kp_role_get_name (KpRole role)
{
  return words[role].name;
}

/** kp_role_get_chinese: what the office calls it: "面试计分". */
const char *
kp_role_get_chinese (KpRole role)
{
  return words[role].chinese;
}

/** kp_role_get_label: what the screen calls it, in its language. */
const char *
kp_role_get_label (KpRole role)
{
  return _(words[role].label);
}

/**
 * kp_role_parse:
 * @word: (nullable): a stable name, or what the office says
 * @out: (out): the role; untouched when there is none
 *
 * Returns: whether there is such a role
 */
gboolean
kp_role_parse (const char *word,
               KpRole     *out)
{
  g_autofree gchar *plain = kp_normal_text (word != NULL ? word : "");

  for (guint i = 0; i < KP_N_ROLES; i++)
    if (strcmp (words[i].name, plain) == 0 || strcmp (words[i].chinese, plain) == 0)
      {
        *out = (KpRole) i;
        return TRUE;
      }

  return FALSE;
}

static char *
join (KpRoles    roles,
      const char *separator,
      const char *(*get_word) (KpRole role))
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < KP_N_ROLES; i++)
    if ((roles & KP_ROLE_BIT (i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", get_word ((KpRole) i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/** kp_roles_dup_names: the stable names, in a fixed order, with a blank between. (transfer full) */
char *
kp_roles_dup_names (KpRoles roles)
{
  return join (roles, " ", kp_role_get_name);
}

/** kp_roles_dup_labels: as a screen shows them. (transfer full) */
char *
kp_roles_dup_labels (KpRoles roles)
{
  return join (roles, C_("between names", ", "), kp_role_get_label);
}

/**
 * kp_roles_parse:
 * @text: (nullable): stable names or what the office says, with blanks or commas between
 * @out: (out): the set; empty for an empty text
 * @unknown: (out) (transfer full) (optional): the first word that is none
 *
 * Returns: whether each word is a role
 */
gboolean
kp_roles_parse (const char *text,
                 KpRoles   *out,
                 char      **unknown)
{
  g_autoptr (GRegex) between = g_regex_new ("[\\s,，、;；]+", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_auto (GStrv) parts = g_regex_split (between, text != NULL ? text : "", G_REGEX_MATCH_DEFAULT);

  *out = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      KpRole role;

      if (*parts[i] == '\0')
        continue;
      if (!kp_role_parse (parts[i], &role))
        {
          if (unknown != NULL)
            *unknown = g_strdup (parts[i]);
          return FALSE;
        }
      *out |= KP_ROLE_BIT (role);
    }

  return TRUE;
}

/**
 * kp_roles_go_together:
 * @roles: what one person shall do
 *
 * Who supervises or leads does nothing else, or would supervise what is his own work.
 *
 * Returns: whether one person may have them all; %FALSE for none
 */
gboolean
kp_roles_go_together (KpRoles roles)
{
  return roles != 0 && ((roles & READERS) == 0 || (roles & ~READERS) == 0);
}

/**
 * kp_roles_may_do:
 * @roles: of the one who works
 * @step: as the journal calls it
 *
 * Returns: whether the step is among them; a step without a row is nobody's
 */
gboolean
kp_roles_may_do (KpRoles    roles,
                  const char *step)
{
  return (kp_step_word_get_doers (step) & roles) != 0;
}

/**
 * kp_roles_may_attest:
 * @roles: of the second of two people
 * @step: as the journal calls it
 *
 * Returns: whether the second one may answer for what the first one does
 */
gboolean
kp_roles_may_attest (KpRoles    roles,
                      const char *step)
{
  return (kp_step_word_get_witnesses (step) & roles) != 0;
}

/**
 * kp_roles_may_enter:
 * @roles: of a clerk
 * @entry: 1, 2, or 3 for what resolves a difference of the two
 *
 * Returns: whether this entry of written marks is among them
 */
gboolean
kp_roles_may_enter (KpRoles roles,
                     guint    entry)
{
  const KpRole role = entry == 1   ? KP_ROLE_FIRST_ENTRY
                      : entry == 2 ? KP_ROLE_SECOND_ENTRY
                                   : KP_ROLE_MARK_CHECKER;

  return (roles & KP_ROLE_BIT (role)) != 0;
}
