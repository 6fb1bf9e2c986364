/* kp-opened.c – the records that were opened last, as the desktop remembers files that were used.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-opened.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-database.h"
#include "kp-server-address.h"

#define GROUP "kaopin"
#define RECORD_TYPE "application/x-kaopin"

static void
recent_free (gpointer data)
{
  KpOpened *recent = data;

  g_free (recent->uri);
  g_free (recent->title);
  g_free (recent->place);
  g_free (recent->when);
  g_free (recent);
}

/* What stands in LOCATION beyond an address – a password, parameters of libpq – isn't kept: with such parameters nothing is. */
static char *
dup_uri (const char *location,
         const char *campaign)
{
  g_autoptr (KpServerAddress) address = NULL;
  g_autoptr (GFile) file = NULL;

  if (!kp_database_location_is_server (location))
    {
      file = g_file_new_for_path (location);
      return g_file_get_uri (file);
    }
  address = kp_server_address_parse (location);
  if (address == NULL)
    return NULL;
  g_free (address->campaign);
  address->campaign = g_strdup (campaign);
  return kp_server_address_dup_uri (address);
}

/**
 * kp_opened_add:
 * @manager: where it is remembered
 * @location: of the record, as kp_database_open() takes it
 * @campaign: its code
 * @title: its title
 *
 * Puts it first. A server's password isn't remembered.
 */
void
kp_opened_add (GtkRecentManager *manager,
               const char *location,
               const char *campaign,
               const char *title)
{
  char *groups[] = { GROUP, NULL };
  const GtkRecentData data = {
    .display_name = (char *) title,
    .mime_type = RECORD_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = "kaopin %f",
    .groups = groups,
  };
  g_autofree char *uri = dup_uri (location, campaign);

  if (uri != NULL)
    gtk_recent_manager_add_full (manager, uri, &data);
}

static char *
dup_file_place (GFile *file)
{
  g_autofree char *path = g_file_get_parse_name (file);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (path, home) && path[strlen (home)] == G_DIR_SEPARATOR)
    return g_strconcat ("~", path + strlen (home), NULL);
  return g_steal_pointer (&path);
}

static char *
dup_server_place (const KpServerAddress *address)
{
  const char *server = *address->server != '\0' ? address->server : _("this computer");

  return address->campaign != NULL ? g_strdup_printf (_("%s on %s (%s)"), address->campaign, server, address->database)
                                   : g_strdup_printf (_("%s (%s)"), server, address->database);
}

static char *
dup_when (GDateTime *used)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) local = g_date_time_to_local (used);
  gint now_year = 0, year = 0;

  if (g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (local) &&
      g_date_time_get_year (now) == g_date_time_get_year (local))
    return g_date_time_format (local, _("today %H:%M"));
  now_year = g_date_time_get_year (now);
  year = g_date_time_get_year (local);
  return g_date_time_format (local, now_year == year ? _("%-d %B") : _("%-d %B %Y"));
}

/* NULL for what another version remembered in a way that isn't understood. */
static KpOpened *
read_info (GtkRecentInfo *info)
{
  const char *uri = gtk_recent_info_get_uri (info);
  g_autoptr (KpServerAddress) address = kp_server_address_parse (uri);
  g_autoptr (GFile) file = NULL;
  KpOpened *recent = NULL;

  if (address == NULL && !g_str_has_prefix (uri, "file:"))
    return NULL;
  recent = g_new0 (KpOpened, 1);
  recent->uri = g_strdup (uri);
  recent->title = g_strdup (gtk_recent_info_get_display_name (info));
  recent->when = dup_when (gtk_recent_info_get_modified (info));
  recent->is_server = address != NULL;
  file = address == NULL ? g_file_new_for_uri (uri) : NULL;
  recent->place = address != NULL ? dup_server_place (address) : dup_file_place (file);
  recent->is_there = file == NULL || g_file_query_exists (file, NULL);
  return recent;
}

static int
compare_used (gconstpointer a,
              gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified (*(GtkRecentInfo *const *) b),
                              gtk_recent_info_get_modified (*(GtkRecentInfo *const *) a));
}

/* What this program remembered, the last first. */
static GPtrArray *
list_infos (GtkRecentManager *manager)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *l = items; l != NULL; l = l->next)
    if (gtk_recent_info_has_group (l->data, GROUP))
      g_ptr_array_add (infos, l->data);
    else
      gtk_recent_info_unref (l->data);
  g_list_free (items);
  g_ptr_array_sort (infos, compare_used);
  return infos;
}

/**
 * kp_opened_list:
 * @manager: where they are remembered
 * @at_most: how many
 *
 * Returns: (transfer full) (element-type KpOpened): what was opened last, the last first
 */
GPtrArray *
kp_opened_list (GtkRecentManager *manager,
                guint at_most)
{
  g_autoptr (GPtrArray) infos = list_infos (manager);
  GPtrArray *list = g_ptr_array_new_with_free_func (recent_free);

  for (guint i = 0; i < infos->len && list->len < at_most; i++)
    {
      KpOpened *recent = read_info (g_ptr_array_index (infos, i));

      if (recent != NULL)
        g_ptr_array_add (list, recent);
    }
  return list;
}

/**
 * kp_opened_dup_last_server:
 *
 * Returns: (transfer full) (nullable): the server that was used last, without a campaign
 */
char *
kp_opened_dup_last_server (GtkRecentManager *manager)
{
  g_autoptr (GPtrArray) infos = list_infos (manager);

  for (guint i = 0; i < infos->len; i++)
    {
      const char *uri = gtk_recent_info_get_uri (g_ptr_array_index (infos, i));
      g_autoptr (KpServerAddress) address = kp_server_address_parse (uri);

      if (address != NULL)
        return g_strndup (uri, strcspn (uri, "#"));
    }
  return NULL;
}

/** kp_opened_remove: forgets one; the record itself stays. */
void
kp_opened_remove (GtkRecentManager *manager,
                  const char *uri)
{
  gtk_recent_manager_remove_item (manager, uri, NULL);
}
