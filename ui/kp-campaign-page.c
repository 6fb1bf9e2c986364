/* kp-campaign-page.c – the first page: what the campaign is, what comes next, and how many are how far.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-campaign-page.h"

#include <glib/gi18n-lib.h>

#include "kp-post-row.h"
#include "kp-stage-path.h"

#define DIGEST_PLACES 12

struct _KpCampaignPage
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *scheme;
  GtkLabel *next_title;
  GtkLabel *next_sentence;
  GtkColumnView *posts;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (KpCampaignPage, kp_campaign_page, ADW_TYPE_BIN)

static void
on_activate (KpCampaignPage *self,
             guint position)
{
  g_autoptr (KpPostRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const char *post = row != NULL ? kp_post_row_get_post (row) : NULL;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-post", "s", post != NULL ? post : "");
}

static void
kp_campaign_page_class_init (KpCampaignPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KP_TYPE_POST_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-campaign-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, title);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, scheme);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, next_title);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, next_sentence);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, posts);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
kp_campaign_page_init (KpCampaignPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** kp_campaign_page_set_campaign: shows @campaign. */
void
kp_campaign_page_set_campaign (KpCampaignPage *page,
                               KpCampaign *campaign)
{
  const KpScheme *scheme = kp_campaign_get_scheme (campaign);
  const char *sentence = NULL;
  g_autofree char *next = kp_stage_path_dup_next (campaign, &sentence);
  g_autofree char *digest = g_strndup (kp_campaign_get_digest (campaign), DIGEST_PLACES);
  g_autofree char *line = g_strdup_printf (_("%s · digest of the sealed scheme %s…"), scheme->committee, digest);
  g_autoptr (GListModel) rows = kp_post_rows_new (campaign);

  gtk_label_set_label (page->title, scheme->title);
  gtk_label_set_label (page->scheme, line);
  gtk_label_set_label (page->next_title, next);
  gtk_label_set_label (page->next_sentence, sentence);
  gtk_single_selection_set_model (page->selection, rows);
}
