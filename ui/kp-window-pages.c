/* kp-window-pages.c – the pages of the window: filled with a campaign, and again without losing the place.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where somebody types, and where what is shown is that of a moment (a document), nothing is exchanged under the hands: the
 * marks and the print page are read again when they are left. */
#include "kp-window-pages.h"

static gboolean
is_shown (const KpWindowPages *pages,
          const char *page)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (pages->stack), page) == 0;
}

static gboolean
has_application (const KpWindowPages *pages)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (pages->people), "application") == 0;
}

/** kp_window_pages_show: everything of @campaign, from its beginning. */
void
kp_window_pages_show (const KpWindowPages *pages,
                      KpCampaign *campaign,
                      const char *actor)
{
  kp_review_page_set_campaign (pages->review, campaign, actor);
  kp_mark_page_set_campaign (pages->marks, campaign, actor);
  kp_seat_page_set_campaign (pages->seats, campaign, actor);
  kp_applications_page_set_campaign (pages->applications, campaign);
  kp_worker_page_set_campaign (pages->workers, campaign);
  kp_print_page_set_campaign (pages->print, campaign);
  gtk_stack_set_visible_child_name (pages->people, "list");
}

/* Who is looked at may be gone: withdrawn, or taken back. */
static void
refresh_application (const KpWindowPages *pages,
                     KpCampaign *campaign)
{
  g_autofree char *application = g_strdup (kp_application_page_get_application (pages->application));
  guint number = 0;

  if (!has_application (pages))
    return;
  if (kp_application_index_find (kp_campaign_get_index (campaign), application, &number))
    kp_application_page_show (pages->application, campaign, application);
  else
    gtk_stack_set_visible_child_name (pages->people, "list");
}

/** kp_window_pages_refresh: @campaign as it is now; what is looked at, searched and typed stays. */
void
kp_window_pages_refresh (const KpWindowPages *pages,
                         KpCampaign *campaign,
                         const char *actor)
{
  kp_review_page_refresh (pages->review, campaign);
  if (!is_shown (pages, "marks"))
    kp_mark_page_set_campaign (pages->marks, campaign, actor);
  kp_seat_page_set_campaign (pages->seats, campaign, actor);
  kp_applications_page_refresh (pages->applications, campaign);
  kp_worker_page_set_campaign (pages->workers, campaign);
  if (!is_shown (pages, "print"))
    kp_print_page_set_campaign (pages->print, campaign);
  refresh_application (pages, campaign);
}

/** kp_window_pages_may_refresh: whether the page that is shown can be exchanged: nothing is typed there or on its way. */
gboolean
kp_window_pages_may_refresh (const KpWindowPages *pages)
{
  if (is_shown (pages, "marks") || is_shown (pages, "print") || kp_window_pages_has_writing (pages))
    return FALSE;
  return !(is_shown (pages, "review") && kp_review_page_is_busy (pages->review))
         && !(is_shown (pages, "seats") && kp_seat_page_is_busy (pages->seats));
}

/** kp_window_pages_has_writing: whether a sentence is being typed on the page that is shown. */
gboolean
kp_window_pages_has_writing (const KpWindowPages *pages)
{
  return is_shown (pages, "review") && kp_review_page_has_writing (pages->review);
}

/** kp_window_pages_has_left_changed: whether something was done at a desk that is left now. */
gboolean
kp_window_pages_has_left_changed (const KpWindowPages *pages)
{
  return (pages->review != NULL && kp_review_page_has_changed (pages->review) && !is_shown (pages, "review"))
         || (pages->marks != NULL && kp_mark_page_has_changed (pages->marks) && !is_shown (pages, "marks"))
         || (pages->seats != NULL && kp_seat_page_has_changed (pages->seats) && !is_shown (pages, "seats"));
}

/** kp_window_pages_dup_name: (transfer full): what is looked at, for colleagues: "review", "applications/2026-0007". */
char *
kp_window_pages_dup_name (const KpWindowPages *pages)
{
  const char *page = adw_view_stack_get_visible_child_name (pages->stack);

  if (g_strcmp0 (page, "applications") == 0 && has_application (pages))
    return g_strdup_printf ("%s/%s", page, kp_application_page_get_application (pages->application));
  return g_strdup (page != NULL ? page : "-");
}

/** kp_window_pages_focus: where the stack has brought the keys to the page already, they would be brought on from there. */
void
kp_window_pages_focus (const KpWindowPages *pages)
{
  GtkWidget *page = adw_view_stack_get_visible_child (pages->stack);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  if (page == GTK_WIDGET (pages->workers))
    kp_worker_page_focus (pages->workers);
}

static GtkWidget *
find_search (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_search (child);
  return found;
}

/** kp_window_pages_focus_search: to the search field of the page that is shown; FALSE when it has none. */
gboolean
kp_window_pages_focus_search (const KpWindowPages *pages)
{
  GtkWidget *page = adw_view_stack_get_visible_child (pages->stack);
  GtkWidget *search = page != NULL ? find_search (page) : NULL;

  if (search != NULL)
    gtk_widget_grab_focus (search);
  return search != NULL;
}
