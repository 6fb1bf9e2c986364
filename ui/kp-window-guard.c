/* kp-window-guard.c – who works at the window: opens a locked record, signs in before it is shown, and again after a pause.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-window-guard.h"

#include <glib/gi18n-lib.h>

#include "kp-accounts-dialog.h"
#include "kp-data-error.h"
#include "kp-idle-lock.h"
#include "kp-passphrase-dialog.h"
#include "kp-sign-in-dialog.h"
#include "kp-window.h"

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
  char *actor;          /* (nullable): who works there where nobody signs in */
  gboolean is_locked;
  guint idle_seconds;
  GtkMenuButton *button;  /* (nullable): who signed in; owned by the window */
  AdwStatusPage *asking;  /* (nullable): behind a dialog that asks; owned by the window */
};

static void
guard_free (gpointer data)
{
  KpWindowGuard *guard = data;

  g_clear_object (&guard->asked);
  g_free (guard->location);
  g_free (guard->code);
  g_free (guard->actor);
  g_clear_pointer (&guard->identity, kp_identity_unref);
  g_free (guard);
}

/* The name stands in the header, with what can be done about it. */
static void
show_identity (KpWindowGuard *guard)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *roles = NULL;

  gtk_widget_set_visible (GTK_WIDGET (guard->button), guard->identity != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (guard->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  guard->identity != NULL ? kp_identity_get_name (guard->identity) : _("Nobody has signed in"), -1);
  if (guard->identity == NULL)
    return;
  roles = kp_roles_dup_labels (kp_identity_get_roles (guard->identity));
  g_menu_append_section (menu, roles, G_MENU_MODEL (section));
  g_menu_append (section, (kp_identity_get_roles (guard->identity) & KP_ROLE_BIT (KP_ROLE_ADMINISTRATOR)) != 0
                              ? _("Acco_unts…")
                              : _("My _Password and PIN…"),
                 "win.accounts");
  g_menu_append (section, _("_Lock"), "win.lock");
  g_menu_append (section, _("_Sign Out or Change User…"), "win.sign-out");
  gtk_menu_button_set_menu_model (guard->button, G_MENU_MODEL (menu));
  gtk_menu_button_set_label (guard->button, kp_identity_get_name (guard->identity));
}

static void
set_identity (KpWindowGuard *guard,
              KpIdentity *identity)
{
  KpIdentity *before = guard->identity;

  guard->identity = identity != NULL ? kp_identity_ref (identity) : NULL;
  g_clear_pointer (&before, kp_identity_unref);
  if (guard->button != NULL)
    show_identity (guard);
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
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Sign in to go on. What was typed is still there."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.sign-in");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

/** kp_window_guard_make_button: for the header: who signed in, and what can be done about it. (transfer floating) */
GtkWidget *
kp_window_guard_make_button (KpWindowGuard *guard)
{
  guard->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  show_identity (guard);
  return GTK_WIDGET (guard->button);
}

/** kp_window_guard_make_asking: what the window shows while a dialog asks; nothing turns there. (transfer floating) */
GtkWidget *
kp_window_guard_make_asking (KpWindowGuard *guard)
{
  guard->asking = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (guard->asking, "system-lock-screen-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (guard->asking), GTK_ALIGN_START);
  return GTK_WIDGET (guard->asking);
}

/** kp_window_guard_say: what the dialog is for. */
void
kp_window_guard_say (KpWindowGuard *guard,
                     const char *sentence)
{
  adw_status_page_set_title (guard->asking, sentence);
}

/** kp_window_guard_has_to_ask: whether @campaign is shown to nobody who hasn't signed in. */
gboolean
kp_window_guard_has_to_ask (KpWindowGuard *guard,
                            KpCampaign *campaign)
{
  return guard->identity == NULL && kp_campaign_get_proof (campaign) == KP_PROOF_ACCOUNTS;
}

static void
ask (KpWindowGuard *guard,
     KpCampaign *campaign,
     const char *login)
{
  g_set_object (&guard->asked, campaign);
  gtk_window_present (GTK_WINDOW (kp_sign_in_dialog_new (guard->window, campaign, login, on_signed_in)));
}

/** kp_window_guard_ask: who wants to see @campaign, or to go on with it. */
void
kp_window_guard_ask (KpWindowGuard *guard,
                     KpCampaign *campaign)
{
  ask (guard, campaign, guard->identity != NULL ? kp_identity_get_login (guard->identity) : NULL);
}

/* Where nobody signed in, but now has to, the record is opened anew and shown to nobody before. */
static void
sign_out (KpWindowGuard *guard,
          KpCampaign *campaign)
{
  g_autofree char *location = g_strdup (guard->location);
  g_autofree char *code = g_strdup (guard->code);
  g_autofree char *actor = g_strdup (guard->actor);

  if (guard->identity != NULL)
    {
      kp_window_guard_lock (guard);
      ask (guard, campaign, NULL);
      return;
    }
  guard->funcs->forget (guard->window);
  kp_window_open (KP_WINDOW (guard->window), location, code, actor);
}

static void
who_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpWindowGuard *guard = g_object_get_data (G_OBJECT (widget), GUARD);
  KpCampaign *campaign = kp_window_get_campaign (KP_WINDOW (widget));

  if (g_str_equal (name, "win.lock"))
    kp_window_guard_lock (guard);
  else if (g_str_equal (name, "win.accounts"))
    gtk_window_present (GTK_WINDOW (kp_accounts_dialog_new (guard->window, campaign, guard->actor)));
  else if (g_str_equal (name, "win.sign-out"))
    sign_out (guard, campaign);
  else if (guard->is_locked)
    kp_window_guard_ask (guard, campaign);
}

/** kp_window_guard_install: the actions `win.lock`, `win.sign-in`, `win.sign-out` and `win.accounts`. */
void
kp_window_guard_install (GtkWidgetClass *window_class)
{
  static const char *const actions[] = { "win.lock", "win.sign-in", "win.sign-out", "win.accounts" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (window_class, actions[i], NULL, who_action);
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

/* @text may be the very text that stands there. */
static void
replace_text (char **place,
              const char *text)
{
  char *before = *place;

  *place = g_strdup (text);
  g_free (before);
}

/** kp_window_guard_expect: the record at @location, campaign @code (nullable), is being opened by @actor (nullable). */
void
kp_window_guard_expect (KpWindowGuard *guard,
                        const char *location,
                        const char *code,
                        const char *actor)
{
  replace_text (&guard->location, location);
  replace_text (&guard->code, code);
  replace_text (&guard->actor, actor);
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
