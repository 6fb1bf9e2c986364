/* kp-manual.c – the installed manual, opened at the page that tells of what the window shows.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-manual.h"

#define SCHEME "help"
#define FOLDER SCHEME G_DIR_SEPARATOR_S "C" G_DIR_SEPARATOR_S "kaopin"

typedef struct
{
  const char *window_page;
  const char *page; /* of the manual; NULL = by the stage */
} Place;

static const Place places[] = {
  { "campaign", "index" },     { "work", NULL },          { "review", "registration" }, { "seats", "written" },
  { "marks", "written" },      { "applications", NULL },  { "workers", "street" },      { "print", NULL },
};

static const char *
get_page_of_stage (KpStage stage)
{
  switch (stage)
    {
    case KP_STAGE_PLAN:
    case KP_STAGE_NOTICE:
      return "plan";
    case KP_STAGE_REGISTRATION:
    case KP_STAGE_REVIEW:
      return "registration";
    case KP_STAGE_SITTINGS:
    case KP_STAGE_WRITTEN:
      return "written";
    case KP_STAGE_SHORTLIST:
    case KP_STAGE_RECHECK:
    case KP_STAGE_INTERVIEW:
    case KP_STAGE_TOTALS:
      return "interview";
    case KP_STAGE_PHYSICAL:
    case KP_STAGE_BACKGROUND:
    case KP_STAGE_PUBLICITY:
    case KP_STAGE_HIRE:
      return "hire";
    case KP_STAGE_TRAINING:
    case KP_STAGE_PROBATION:
      return "street";
    case KP_STAGE_CLOSED:
    default:
      return "supervisor";
    }
}

/**
 * kp_manual_get_page:
 * @window_page: (nullable): name of the page that the window shows
 * @stage: the stage that it shows, or is in
 *
 * Returns: the page of the manual, app/help/zh_CN/PAGE.page
 */
const char *
kp_manual_get_page (const char *window_page,
                    KpStage stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].window_page, window_page) == 0)
      return places[i].page != NULL ? places[i].page : get_page_of_stage (stage);
  return "index";
}

/**
 * kp_manual_dup_uri:
 * @data_dirs: where programs install their data, %NULL at the end
 * @page: of the manual
 *
 * Returns: (transfer full) (nullable): where a reader of manuals finds it; %NULL when it isn't installed
 */
char *
kp_manual_dup_uri (const char *const *data_dirs,
                   const char *page)
{
  for (guint i = 0; data_dirs[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (page, ".page", NULL);
      g_autofree char *path = g_build_filename (data_dirs[i], FOLDER, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_strconcat (SCHEME ":kaopin/", page, NULL);
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
 * @page: of the manual
 * @otherwise: called with @window where no manual is installed, or nothing that shows it
 */
void
kp_manual_open (GtkWindow *window,
                const char *page,
                KpManualFunc otherwise)
{
  g_autoptr (GAppInfo) reader = g_app_info_get_default_for_uri_scheme (SCHEME);
  g_autofree char *uri = reader != NULL ? kp_manual_dup_uri (g_get_system_data_dirs (), page) : NULL;
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
