/* kp-manual.c – the installed manual, opened at the page that tells of what the window shows.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-manual.h"

#include "kp-help-window.h"

#define SCHEME "help"
#define FOLDER SCHEME G_DIR_SEPARATOR_S "C" G_DIR_SEPARATOR_S "kaopin"

typedef struct
{
  const char *window_page; /* or the type of a window that has no pages */
  const char *place;       /* of the manual; NULL = by the stage */
} Place;

static const Place places[] = {
  { "campaign", "index" }, { "work", NULL },           { "review", "review#window" },  { "seats", "seats#window" },
  { "marks", "marks" },    { "applications", "people" }, { "workers", "hire#contracts" }, { "print", "print" },
  { "KpSchemeWindow", "plan#desk" },     { "KpHallWindow", "examday#door" },
  { "KpWaitWindow", "interview#wait" },  { "KpRoomWindow", "scorekeeper" },
};

static const char *const stages[KP_N_STAGES] = {
  [KP_STAGE_PLAN] = "plan",
  [KP_STAGE_NOTICE] = "plan#notice",
  [KP_STAGE_REGISTRATION] = "registration",
  [KP_STAGE_REVIEW] = "review",
  [KP_STAGE_SITTINGS] = "seats",
  [KP_STAGE_WRITTEN] = "marks",
  [KP_STAGE_SHORTLIST] = "shortlist",
  [KP_STAGE_RECHECK] = "shortlist#recheck",
  [KP_STAGE_INTERVIEW] = "interview",
  [KP_STAGE_TOTALS] = "totals",
  [KP_STAGE_PHYSICAL] = "physical",
  [KP_STAGE_BACKGROUND] = "physical#background",
  [KP_STAGE_PUBLICITY] = "publicity",
  [KP_STAGE_HIRE] = "hire",
  [KP_STAGE_TRAINING] = "probation#training",
  [KP_STAGE_PROBATION] = "probation",
  [KP_STAGE_CLOSED] = "closing",
};

/**
 * kp_manual_get_place:
 * @window_page: (nullable): name of the page that the window shows, or the type of a window that has no pages
 * @stage: the stage that it shows, or is in
 *
 * Returns: the page of the manual, app/help/zh_CN/PAGE.page, or a section of it: PAGE#SECTION
 */
const char *
kp_manual_get_place (const char *window_page,
                     KpStage stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].window_page, window_page) == 0)
      return places[i].place != NULL ? places[i].place : stages[(guint) stage < KP_N_STAGES ? stage : KP_STAGE_CLOSED];
  return "index";
}

/**
 * kp_manual_dup_uri:
 * @data_dirs: where programs install their data, %NULL at the end
 * @place: of the manual: PAGE or PAGE#SECTION
 *
 * Returns: (transfer full) (nullable): where a reader of manuals finds it; %NULL when it isn't installed
 */
char *
kp_manual_dup_uri (const char *const *data_dirs,
                   const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "#", 2);
  g_autofree char *name = g_strconcat (parts[0], ".page", NULL);

  for (guint i = 0; data_dirs[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (data_dirs[i], FOLDER, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_strconcat (SCHEME ":kaopin/", place, NULL);
    }
  return NULL;
}

typedef struct
{
  GtkWindow *window;
  KpManualFunc otherwise;
} Opening;

static void
on_shown (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (GtkWindow) window = opening->window;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    opening->otherwise (window);
}

/**
 * kp_manual_open:
 * @window: above which a reader stands
 * @place: of the manual
 * @otherwise: called with @window where no manual is installed, or nothing that shows it
 */
void
kp_manual_open (GtkWindow *window,
                const char *place,
                KpManualFunc otherwise)
{
  g_autoptr (GAppInfo) reader = g_app_info_get_default_for_uri_scheme (SCHEME);
  g_autofree char *uri = reader != NULL ? kp_manual_dup_uri (g_get_system_data_dirs (), place) : NULL;
  Opening *opening;

  if (uri == NULL)
    {
      otherwise (window);
      return;
    }
  opening = g_new (Opening, 1);
  *opening = (Opening) { g_object_ref (window), otherwise };
  gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, on_shown, opening);
}

static void
show_help (GtkWindow *window)
{
  gtk_window_present (GTK_WINDOW (kp_help_window_new (window)));
}

static void
help_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  kp_manual_open (GTK_WINDOW (widget), kp_manual_get_place (G_OBJECT_TYPE_NAME (widget), KP_STAGE_PLAN), show_help);
}

/** kp_manual_install: F1 in a window that has no pages opens what the manual tells of it. Called when its class is made. */
void
kp_manual_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.help", NULL, help_action);
  gtk_widget_class_add_binding_action (window_class, GDK_KEY_F1, 0, "win.help", NULL);
}
