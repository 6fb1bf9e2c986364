/* kp-test-keys.c – real key presses, as a keyboard or a reader of codes sends them to the screen.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-keys.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/keysym.h>
#include <dlfcn.h>
#include <gdk/x11/gdkx.h>

#include "kp-test-window.h"

#define MILLISECONDS_OF_A_HAND 60

typedef int (*FakeKey) (Display *display, unsigned int keycode, Bool is_press, unsigned long delay);

/* The extension that at-spi2-core brings along; its header would be a package of its own. */
static FakeKey
find_fake_key (void)
{
  void *library = dlopen ("libXtst.so.6", RTLD_NOW);
  void *symbol = library != NULL ? dlsym (library, "XTestFakeKeyEvent") : NULL;

  g_assert_nonnull (symbol);
  return (FakeKey) symbol;
}

static Display *
get_display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

void
kp_test_keys_focus (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  kp_test_settle ();
  XSetInputFocus (get_display (), gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  XSync (get_display (), False);
  kp_test_settle ();
}

static void
send (guint keyval)
{
  const FakeKey fake_key = find_fake_key ();
  const KeyCode shift = XKeysymToKeycode (get_display (), XK_Shift_L);
  const KeyCode code = XKeysymToKeycode (get_display (), keyval);
  const gboolean is_shifted = (guint) XkbKeycodeToKeysym (get_display (), code, 0, 0) != keyval;

  g_assert_cmpuint (code, !=, 0);
  if (is_shifted)
    fake_key (get_display (), shift, True, CurrentTime);
  fake_key (get_display (), code, True, CurrentTime);
  fake_key (get_display (), code, False, CurrentTime);
  if (is_shifted)
    fake_key (get_display (), shift, False, CurrentTime);
}

/* The server hands keys on between two requests: after the answer to the last of these all of them are here. */
void
kp_test_keys_settle (void)
{
  for (guint i = 0; i < 8; i++)
    {
      XSync (get_display (), False);
      g_usleep (4000);
      kp_test_settle ();
    }
}

void
kp_test_keys_press (guint keyval)
{
  send (keyval);
  kp_test_keys_settle ();
}

void
kp_test_keys_type (const char *text)
{
  for (const char *letter = text; *letter != '\0'; letter++)
    {
      g_usleep (MILLISECONDS_OF_A_HAND * 1000);
      kp_test_keys_press (gdk_unicode_to_keyval ((guchar) *letter));
    }
  g_usleep (MILLISECONDS_OF_A_HAND * 1000);
}

void
kp_test_keys_scan (const char *code)
{
  for (const char *letter = code; *letter != '\0'; letter++)
    send (gdk_unicode_to_keyval ((guchar) *letter));
  send (GDK_KEY_Return);
  XSync (get_display (), False);
}

/* The one composing of GTK's own that every display has: Ctrl+Shift+U and the code of a character. */
void
kp_test_keys_compose (const char *hex)
{
  const FakeKey fake_key = find_fake_key ();
  const KeyCode held[] = { XKeysymToKeycode (get_display (), XK_Control_L), XKeysymToKeycode (get_display (), XK_Shift_L) };

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    fake_key (get_display (), held[i], True, CurrentTime);
  send (GDK_KEY_u);
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    fake_key (get_display (), held[i], False, CurrentTime);
  kp_test_keys_settle ();
  for (const char *digit = hex; *digit != '\0'; digit++)
    kp_test_keys_press (gdk_unicode_to_keyval ((guchar) *digit));
}
