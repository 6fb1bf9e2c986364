/* kp-window-guard.c – who works at the window: opens a locked record, signs in before it is shown, and again after a pause.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-window-guard.h"

#include <glib/gi18n-lib.h>

#include "kp-data-error.h"
#include "kp-idle-lock.h"
#include "kp-passphrase-dialog.h"
#include "kp-sign-in-dialog.h"

#define IDLE_MINUTES 10
#define GUARD "kp-window-guard"

struct _KpWindowGuard
{
  GtkWindow *window; /* which owns it */
  const KpWindowGuardFuncs *funcs;
  KpIdentity *identity; /* (nullable): who signed in */
  KpCampaign *asked;    /* (nullable): of the dialog that is open */
  char *location;       /* (nullable): of the record that is being opened */
  char *code;           /* (nullable) */
  gboolean is_locked;
  guint idle_seconds;
};

static void
guard_free (gpointer data)
{
  KpWindowGuard *guard = data;

  g_clear_object (&guard->asked);
  g_free (guard->location);
  g_free (guard->code);
  g_clear_pointer (&guard->identity, kp_identity_unref);
  g_free (guard);
}

static void
set_identity (KpWindowGuard *guard,
              KpIdentity *identity)
{
  KpIdentity *before = guard->identity;

  guard->identity = identity != NULL ? kp_identity_ref (identity) : NULL;
  g_clear_pointer (&before, kp_identity_unref);
}

static void
on_idle (GtkWindow *window)
{
  kp_window_guard_lock (g_object_get_data (G_OBJECT (window), GUARD));
}

static void
on_signed_in (GtkWindow *window,
              KpIdentity *identity)
{
  KpWindowGuard *guard = g_object_get_data (G_OBJECT (window), GUARD);
  g_autoptr (KpCampaign) asked = g_steal_pointer (&guard->asked);
  const gboolean was_locked = guard->is_locked;
  gboolean is_another;

  if (identity == NULL && !was_locked)
    guard->funcs->tell (window, KP_GUARD_LEFT);
  if (identity == NULL)
    return;
  is_another = was_locked && !g_str_equal (kp_identity_get_login (guard->identity), kp_identity_get_login (identity));
  guard->is_locked = FALSE;
  set_identity (guard, identity);
  kp_campaign_set_identity (asked, identity);
  kp_idle_lock_watch (window, guard->idle_seconds, on_idle);
  if (was_locked)
    {
      kp_idle_lock_hide_others (window, FALSE);
      guard->funcs->tell (window, is_another ? KP_GUARD_TAKEN_OVER : KP_GUARD_BACK);
    }
  else
    guard->funcs->show (window, asked);
}

/** kp_window_guard_new: of @window, which owns it; @funcs must outlive it. */
KpWindowGuard *
kp_window_guard_new (GtkWindow *window,
                     const KpWindowGuardFuncs *funcs)
{
  KpWindowGuard *guard = g_new0 (KpWindowGuard, 1);

  guard->window = window;
  guard->funcs = funcs;
  guard->idle_seconds = IDLE_MINUTES * 60;
  g_object_set_data_full (G_OBJECT (window), GUARD, guard, guard_free);
  return guard;
}

/** kp_window_guard_make_page: what a locked window shows; its button activates `win.sign-in`. */
GtkWidget *
kp_window_guard_make_page (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Sign In"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "system-lock-screen-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Locked"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Nobody worked here for a while. What was typed is still there."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.sign-in");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

/** kp_window_guard_has_to_ask: whether @campaign is shown to nobody who hasn't signed in. */
gboolean
kp_window_guard_has_to_ask (KpWindowGuard *guard,
                            KpCampaign *campaign)
{
  return guard->identity == NULL && kp_campaign_get_proof (campaign) == KP_PROOF_ACCOUNTS;
}

/** kp_window_guard_ask: who wants to see @campaign, or to go on with it. */
void
kp_window_guard_ask (KpWindowGuard *guard,
                     KpCampaign *campaign)
{
  const char *login = guard->identity != NULL ? kp_identity_get_login (guard->identity) : NULL;

  g_set_object (&guard->asked, campaign);
  gtk_window_present (GTK_WINDOW (kp_sign_in_dialog_new (guard->window, campaign, login, on_signed_in)));
}

static void
on_passphrase (GtkWindow *window,
               const char *passphrase)
{
  KpWindowGuard *guard = g_object_get_data (G_OBJECT (window), GUARD);

  if (passphrase != NULL)
    guard->funcs->open (window, guard->location, guard->code, passphrase);
  else
    guard->funcs->tell (window, KP_GUARD_LEFT);
}

/** kp_window_guard_expect: the record at @location, campaign @code (nullable), is being opened. */
void
kp_window_guard_expect (KpWindowGuard *guard,
                        const char *location,
                        const char *code)
{
  char *before = guard->location;
  char *code_before = guard->code;

  guard->location = g_strdup (location);
  guard->code = g_strdup (code);
  g_free (before);
  g_free (code_before);
}

/**
 * kp_window_guard_ask_passphrase:
 * @guard: a guard
 * @error: why the expected record couldn't be opened
 *
 * Returns: whether it is locked, or was opened with another passphrase: then it is asked for
 */
gboolean
kp_window_guard_ask_passphrase (KpWindowGuard *guard,
                                const GError *error)
{
  const gboolean is_wrong = g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE);
  g_autofree char *name = NULL;

  if (!is_wrong && !g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_LOCKED))
    return FALSE;
  name = kp_database_location_is_server (guard->location) ? g_strdup (guard->code) : g_path_get_basename (guard->location);
  gtk_window_present (GTK_WINDOW (kp_passphrase_dialog_new (guard->window, name != NULL ? name : "",
                                                            is_wrong ? error->message : NULL, on_passphrase)));
  return TRUE;
}

/** kp_window_guard_lock: what is on the screen goes, what is typed stays; nothing where nobody signed in. */
void
kp_window_guard_lock (KpWindowGuard *guard)
{
  if (guard->identity == NULL || guard->is_locked)
    return;
  guard->is_locked = TRUE;
  kp_idle_lock_hide_others (guard->window, TRUE);
  guard->funcs->tell (guard->window, KP_GUARD_LOCKED);
}

/** kp_window_guard_forget: another record is another's to sign in to. */
void
kp_window_guard_forget (KpWindowGuard *guard)
{
  set_identity (guard, NULL);
}

/** kp_window_guard_set_minutes: after how many minutes without a key or a pointer the window locks; 0 = never. */
void
kp_window_guard_set_minutes (KpWindowGuard *guard,
                             guint minutes)
{
  guard->idle_seconds = minutes * 60;
}

/** kp_window_guard_is_locked: whether somebody has to sign in again. */
gboolean
kp_window_guard_is_locked (KpWindowGuard *guard)
{
  return guard->is_locked;
}

/** kp_window_guard_get_identity: who signed in; %NULL = nobody. (transfer none) */
KpIdentity *
kp_window_guard_get_identity (KpWindowGuard *guard)
{
  return guard->identity;
}
