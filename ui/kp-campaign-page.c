/* kp-campaign-page.c – the first page: what the campaign is, what comes next, and how many are how far.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-campaign-page.h"

#include <glib/gi18n-lib.h>

#include "kp-agenda.h"
#include "kp-funnel.h"
#include "kp-histogram.h"
#include "kp-post-row.h"
#include "kp-qualify.h"
#include "kp-stage-path.h"

#define DIGEST_PLACES 12

struct _KpCampaignPage
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *scheme;
  GtkLabel *next_title;
  GtkLabel *next_sentence;
  GtkLabel *questions;
  GtkWidget *counts;
  KpFunnel *funnel;
  KpHistogram *histogram;
  KpAgenda *agenda;
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

  g_type_ensure (KP_TYPE_AGENDA);
  g_type_ensure (KP_TYPE_FUNNEL);
  g_type_ensure (KP_TYPE_HISTOGRAM);
  g_type_ensure (KP_TYPE_POST_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-campaign-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, title);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, scheme);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, next_title);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, next_sentence);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, questions);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, counts);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, funnel);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, histogram);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, posts);
  gtk_widget_class_bind_template_child (widget_class, KpCampaignPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
kp_campaign_page_init (KpCampaignPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_question (GString *text,
              guint n,
              char *sentence)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", sentence);
  g_free (sentence);
}

/* What waits for somebody at the review. */
static char *
dup_questions (KpCampaign *campaign)
{
  const guint n_new = kp_campaign_count_reviews (campaign, "none");
  const guint n_pending = kp_campaign_count_reviews (campaign, kp_review_outcome_get_name (KP_REVIEW_PENDING));
  const guint n_more = kp_campaign_count_reviews (campaign, kp_review_outcome_get_name (KP_REVIEW_MORE));
  GString *text = g_string_new (NULL);

  if (kp_stage_is_closed (kp_campaign_get_stages (campaign), KP_STAGE_REVIEW))
    return g_string_free (text, FALSE);
  add_question (text, n_new, g_strdup_printf (_("%u not reviewed"), n_new));
  add_question (text, n_pending, g_strdup_printf (_("%u for a person to judge"), n_pending));
  add_question (text, n_more, g_strdup_printf (_("%u with papers to come"), n_more));
  return g_string_free (text, FALSE);
}

/* What is counted from the applications. */
static void
show_counts (KpCampaignPage *self,
             KpCampaign *campaign)
{
  g_autoptr (GListModel) rows = kp_post_rows_new (campaign);
  g_autoptr (KpPostRow) sums = g_list_model_get_item (rows, g_list_model_get_n_items (rows) - 1);

  kp_funnel_show (self->funnel, sums);
  kp_histogram_show (self->histogram, campaign);
  kp_agenda_set_campaign (self->agenda, campaign);
  gtk_single_selection_set_model (self->selection, rows);
}

/** kp_campaign_page_set_campaign: shows @campaign; what is counted only when the applications are read. */
void
kp_campaign_page_set_campaign (KpCampaignPage *page,
                               KpCampaign *campaign)
{
  const KpScheme *scheme = kp_campaign_get_scheme (campaign);
  const char *sentence = NULL;
  g_autofree char *next = kp_stage_path_dup_next (campaign, &sentence);
  g_autofree char *digest = g_strndup (kp_campaign_get_digest (campaign), DIGEST_PLACES);
  g_autofree char *line = g_strdup_printf (_("%s · digest of the sealed scheme %s…"), scheme->committee, digest);
  g_autofree char *questions = dup_questions (campaign);

  gtk_label_set_label (page->title, scheme->title);
  gtk_label_set_label (page->scheme, line);
  gtk_label_set_label (page->next_title, next);
  gtk_label_set_label (page->next_sentence, sentence);
  gtk_label_set_label (page->questions, questions);
  gtk_widget_set_visible (GTK_WIDGET (page->questions), *questions != '\0');
  gtk_widget_set_opacity (page->counts, kp_campaign_is_whole (campaign) ? 1 : 0);
  if (kp_campaign_is_whole (campaign))
    show_counts (page, campaign);
}
