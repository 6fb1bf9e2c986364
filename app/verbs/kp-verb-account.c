/* kp-verb-account.c – who may work on a campaign: accounts, their roles, passwords and PINs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-passphrase.h"
#include "kp-role.h"
#include "kp-step-account.h"
#include "kp-verbs.h"

typedef struct
{
  char *name;
  char *roles;
  char *password_file;
  char *pin_file;
  gboolean has_password;
  gboolean has_pin;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->name);
  g_free (options->roles);
  g_free (options->password_file);
  g_free (options->pin_file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* One thing that can be done with an account. */
typedef gboolean (*Act) (KpSession *session, const char *login, const Options *options, GError **error);

/* ---- showing ---- */

static const char *
get_state (const KpAccountRecord *account)
{
  if (!kp_account_is_in_use (account))
    return C_ ("an account", "retired");
  return account->locked_at != NULL ? C_ ("an account", "locked") : C_ ("an account", "in use");
}

static gboolean
list (KpCommand *command, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "login", _ ("Login"), FALSE },       { "name", _ ("Name"), FALSE }, { "roles", _ ("Roles"), FALSE },
    { "password", _ ("Password"), FALSE }, { "pin", _ ("PIN"), FALSE },   { "state", _ ("State"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  g_autoptr (GPtrArray) accounts = session != NULL ? kp_account_list_load (session, error) : NULL;

  if (accounts == NULL)
    return FALSE;
  if (accounts->len == 0)
    kp_answer_say (answer, _ ("There are no accounts: whoever has the record works on it."));
  kp_answer_begin_table (answer, "accounts", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < accounts->len; i++)
    {
      const KpAccountRecord *account = g_ptr_array_index (accounts, i);
      KpRoles roles = 0;
      g_autofree char *labels = NULL;

      kp_roles_parse (account->roles, &roles, NULL);
      labels = kp_roles_dup_labels (roles);
      kp_answer_add_row (answer, (const char *[]){ account->login, account->name, labels,
                                                   account->password != NULL ? _ ("yes") : _ ("no"),
                                                   account->pin != NULL ? _ ("yes") : _ ("no"), get_state (account) });
    }
  return TRUE;
}

/* ---- changing ---- */

static char *
read_new (KpPassphraseKind kind, const char *login, const char *file, GError **error)
{
  return kp_passphrase_read (kind, login, file, 0, TRUE, error);
}

static gboolean
add (KpSession *session, const char *login, const Options *options, GError **error)
{
  const gboolean wants_password = options->has_password || options->password_file != NULL;
  const gboolean wants_pin = options->has_pin || options->pin_file != NULL;
  char *password = wants_password ? read_new (KP_PASSPHRASE_NEW_PASSWORD, login, options->password_file, error) : NULL;
  char *pin = wants_pin && (!wants_password || password != NULL)
                  ? read_new (KP_PASSPHRASE_NEW_PIN, login, options->pin_file, error)
                  : NULL;
  const KpAccountOrder order = { login, options->name, options->roles, password, pin };
  const gboolean is_read = (!wants_password || password != NULL) && (!wants_pin || pin != NULL);
  const gboolean is_done = is_read && kp_step_add_account (session, &order, error);

  kp_passphrase_free (password);
  kp_passphrase_free (pin);
  return is_done;
}

static gboolean
set_secret (KpSession *session, const char *login, KpAccountSecret what, const char *file, GError **error)
{
  char *secret = read_new (what == KP_ACCOUNT_PIN ? KP_PASSPHRASE_NEW_PIN : KP_PASSPHRASE_NEW_PASSWORD, login, file, error);
  const gboolean is_done = secret != NULL && kp_step_set_account_secret (session, login, what, secret, error);

  kp_passphrase_free (secret);
  return is_done;
}

static gboolean
set_password (KpSession *session, const char *login, const Options *options, GError **error)
{
  return set_secret (session, login, KP_ACCOUNT_PASSWORD, options->password_file, error);
}

static gboolean
set_pin (KpSession *session, const char *login, const Options *options, GError **error)
{
  return set_secret (session, login, KP_ACCOUNT_PIN, options->pin_file, error);
}

static gboolean
set_roles (KpSession *session, const char *login, const Options *options, GError **error)
{
  return kp_step_set_account_roles (session, login, options->roles, error);
}

static gboolean
retire (KpSession *session, const char *login, const Options *options G_GNUC_UNUSED, GError **error)
{
  return kp_step_retire_account (session, login, error);
}

static gboolean
unlock (KpSession *session, const char *login, const Options *options G_GNUC_UNUSED, GError **error)
{
  return kp_step_unlock_account (session, login, error);
}

static gboolean
change (KpCommand *command, Act act, const Options *options, GError **error)
{
  const char *login = kp_command_get_argument (command, 0);
  g_autoptr (KpSession) session = NULL;

  if (login == NULL)
    return kp_command_fail_usage (command, error, _ ("Say which account: its LOGIN comes after the record."));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !act (session, login, options, error))
    return FALSE;
  kp_answer_add_text (kp_command_get_answer (command), "login", _ ("Login"), login);
  return TRUE;
}

/** kp_verb_account: kaopin account list|add|password|pin|role|retire|unlock FILE [LOGIN …]. */
gboolean
kp_verb_account (KpCommand *command, GError **error)
{
  static const struct
  {
    const char *word;
    Act act;
  } acts[] = {
    { "add", add },       { "password", set_password }, { "pin", set_pin },
    { "role", set_roles }, { "retire", retire },         { "unlock", unlock },
  };
  g_auto (Options) options = { 0 };
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("Of the person"), "NAME" },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.roles, N_ ("What the account may do, with commas between"), "ROLES" },
    { "password", 0, 0, G_OPTION_ARG_NONE, &options.has_password, N_ ("Ask for a password: the account signs in"), NULL },
    { "pin", 0, 0, G_OPTION_ARG_NONE, &options.has_pin, N_ ("Ask for a PIN: the account confirms as the second person"), NULL },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &options.password_file, N_ ("The new password is the first line of FILE"),
      "FILE" },
    { "new-pin-file", 0, 0, G_OPTION_ARG_FILENAME, &options.pin_file, N_ ("The new PIN is the first line of FILE"), "FILE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 1, 2, error))
    return FALSE;
  word = kp_command_take_word (command);
  if (g_str_equal (word, "list"))
    return list (command, error);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      if (g_str_equal (word, acts[i].word))
        return change (command, acts[i].act, &options, error);
    }
  return kp_command_fail_usage (command, error,
                                _ ("“%s” is none of what can be done: list, add, password, pin, role, retire or unlock."), word);
}
