/* kp-stage-path.c – the stages of a campaign as a path: done, next, or what blocks them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-stage-path.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"
#include "kp-line-row.h"
#include "kp-qualify.h"
#include "kp-stage.h"

struct _KpStagePath
{
  AdwBin parent_instance;

  GtkListBox *stages;

  KpCampaign *campaign;
};

G_DEFINE_FINAL_TYPE (KpStagePath, kp_stage_path, ADW_TYPE_BIN)

/* What to do while it is the current one. */
static const char *const sentences[KP_N_STAGES] = {
  [KP_STAGE_PLAN] = N_("Check the posts and the rules of the scheme."),
  [KP_STAGE_NOTICE] = N_("Print the notice and publish it."),
  [KP_STAGE_REGISTRATION] = N_("Import the registration workbooks."),
  [KP_STAGE_REVIEW] = N_("Review the applications: the rules first, then what only people can judge."),
  [KP_STAGE_SITTINGS] = N_("Open the posts, draw the seats before witnesses, then print tickets and door lists."),
  [KP_STAGE_WRITTEN] = N_("Enter the written marks twice, resolve what differs, and lock the papers."),
  [KP_STAGE_SHORTLIST] = N_("Decide who comes to the interview."),
  [KP_STAGE_RECHECK] = N_("Check the papers of those on the shortlist."),
  [KP_STAGE_INTERVIEW] = N_("Draw rooms, numbers and examiners, enter the examiners' marks, and open the rooms."),
  [KP_STAGE_TOTALS] = N_("Compute totals and places."),
  [KP_STAGE_PHYSICAL] = N_("Import the results of the physical examination."),
  [KP_STAGE_BACKGROUND] = N_("Import the results of the background check."),
  [KP_STAGE_PUBLICITY] = N_("Publish who is to be hired, and wait for objections."),
  [KP_STAGE_HIRE] = N_("Make the contracts and print them for signing."),
  [KP_STAGE_PROBATION] = N_("Accompany the probation until it ends."),
  [KP_STAGE_TRAINING] = N_("Record who doesn't pass the training."),
  [KP_STAGE_CLOSED] = N_("Verify the record, count, hand the papers to the archive, and keep a copy."),
};

/* A substitution that waits for its approval comes first: until then nobody can be examined, or published. The stage of the
 * seats ends with the first mark, which somebody has to enter. */
static const char *
get_sentence (KpCampaign *campaign,
              KpStage stage)
{
  if (stage >= KP_STAGE_PHYSICAL && stage <= KP_STAGE_HIRE && kp_campaign_count_unapproved (campaign) > 0)
    return _("A substitution waits for its approval: record it, and who follows is called.");
  if (stage == KP_STAGE_SITTINGS && kp_campaign_has_seats (campaign))
    return _("The seats are drawn: print tickets and door lists. After the exam, enter the marks on the page “Marks”.");
  if (stage == KP_STAGE_TOTALS && kp_campaign_count_tied (campaign) > 0)
    return _("People are tied in the total: enter their extra test, or what the committee decided.");
  return _(sentences[stage]);
}

static void
on_row_activated (KpStagePath *self,
                  GtkListBoxRow *row)
{
  const KpStageOrder *order = &kp_campaign_get_scheme (self->campaign)->stages;
  const gint index = gtk_list_box_row_get_index (row);

  if (index >= 0 && (guint) index < order->n_stages)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-stage", "s", kp_stage_get_name (order->stages[index]));
}

static void
kp_stage_path_dispose (GObject *object)
{
  g_clear_object (&KP_STAGE_PATH (object)->campaign);
  G_OBJECT_CLASS (kp_stage_path_parent_class)->dispose (object);
}

static void
kp_stage_path_class_init (KpStagePathClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_stage_path_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-stage-path.ui");
  gtk_widget_class_bind_template_child (widget_class, KpStagePath, stages);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
kp_stage_path_init (KpStagePath *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A stage closes when the next one begins; whether there is anything left to do in it is seen before. */
static gboolean
is_exhausted (KpCampaign *campaign,
              KpStage stage)
{
  const guint n = kp_campaign_count_reviews (campaign, NULL);

  if (stage != KP_STAGE_REVIEW)
    return kp_campaign_is_spent (campaign, stage) || (stage == KP_STAGE_REGISTRATION && n > 0);
  return n > 0 && kp_campaign_count_reviews (campaign, "none") == 0
         && kp_campaign_count_reviews (campaign, kp_review_outcome_get_name (KP_REVIEW_PENDING)) == 0;
}

/* The first in which something is to be done; FALSE when all are closed. */
static gboolean
find_next (KpCampaign *campaign,
           KpStage *next)
{
  const KpStageOrder *order = &kp_campaign_get_scheme (campaign)->stages;
  const KpStageState state = kp_campaign_get_stages (campaign);

  if (!kp_stage_find_current (order, state, next))
    return FALSE;
  for (guint i = 0; i + 1 < order->n_stages; i++)
    {
      if (order->stages[i] == *next && is_exhausted (campaign, *next))
        *next = order->stages[i + 1];
    }
  return TRUE;
}

static gboolean
is_before (const KpStageOrder *order,
           guint index,
           KpStage next)
{
  for (guint i = 0; i <= index; i++)
    {
      if (order->stages[i] == next)
        return FALSE;
    }
  return TRUE;
}

static GtkWidget *
make_open_line (KpCampaign *campaign,
                KpStage stage,
                gboolean is_next)
{
  GtkWidget *line = kp_line_row_new (is_next ? "go-next-symbolic" : "media-playback-start-symbolic",
                                     kp_stage_get_label (stage), is_next ? get_sentence (campaign, stage) : NULL,
                                     is_next ? _("Next") : _("Under way"));

  if (is_next)
    gtk_widget_add_css_class (line, "next");
  return line;
}

/* Done, next, or the sentence of the rule that blocks it. Later stages are all blocked by the same one: only the first of
   them spells it out, the others when pointed at. */
static GtkWidget *
make_line (KpCampaign *campaign,
           KpStage next,
           guint index)
{
  const KpStageOrder *order = &kp_campaign_get_scheme (campaign)->stages;
  const KpStageState state = kp_campaign_get_stages (campaign);
  const KpStage stage = order->stages[index];
  const KpStageBlock block = kp_stage_decide_close (order, state, stage);
  const gboolean is_first = index > 0 && block.stage == order->stages[index - 1];
  g_autofree char *sentence = NULL;
  GtkWidget *line;

  if (block.kind != KP_STAGE_BLOCK_CLOSED && (stage == next || is_before (order, index, next)))
    return make_open_line (campaign, stage, stage == next);
  switch (block.kind)
    {
    case KP_STAGE_BLOCK_CLOSED:
      line = kp_line_row_new ("object-select-symbolic", kp_stage_get_label (stage), NULL, _("Done"));
      gtk_widget_add_css_class (line, "done");
      return line;
    case KP_STAGE_BLOCK_NONE:
    case KP_STAGE_BLOCK_NOT_IN_CAMPAIGN:
    case KP_STAGE_BLOCK_EARLIER_OPEN:
    default:
      sentence = kp_stage_block_dup_sentence (block);
      line = kp_line_row_new ("changes-prevent-symbolic", kp_stage_get_label (stage), is_first ? sentence : NULL, NULL);
      gtk_widget_set_tooltip_text (line, sentence);
      gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
      gtk_widget_add_css_class (line, "blocked");
      return line;
    }
}

/** kp_stage_path_set_campaign: shows the stages of @campaign in its own order. */
void
kp_stage_path_set_campaign (KpStagePath *path,
                            KpCampaign *campaign)
{
  const KpStageOrder *order = &kp_campaign_get_scheme (campaign)->stages;
  KpStage next = KP_STAGE_CLOSED;

  find_next (campaign, &next);
  g_set_object (&path->campaign, campaign);
  kp_children_clear (GTK_WIDGET (path->stages));
  for (guint i = 0; i < order->n_stages; i++)
    gtk_list_box_append (path->stages, make_line (campaign, next, i));
}

/**
 * kp_stage_path_dup_sentence:
 * @campaign: a campaign
 * @stage: one of its stages
 *
 * Returns: (transfer full): what to do in it, that it is done, or what blocks it
 */
char *
kp_stage_path_dup_sentence (KpCampaign *campaign,
                            KpStage stage)
{
  const KpStageBlock block
      = kp_stage_decide_close (&kp_campaign_get_scheme (campaign)->stages, kp_campaign_get_stages (campaign), stage);

  KpStage next = KP_STAGE_CLOSED;

  if (block.kind == KP_STAGE_BLOCK_NONE
      || (find_next (campaign, &next) && next == stage && block.kind != KP_STAGE_BLOCK_CLOSED))
    return g_strdup (get_sentence (campaign, stage));
  if (block.kind == KP_STAGE_BLOCK_CLOSED)
    return g_strdup (_("This stage is closed; what it decided stands."));
  return kp_stage_block_dup_sentence (block);
}

/** kp_stage_path_get_next: the stage in which something is to be done; %KP_STAGE_CLOSED when all are closed. */
KpStage
kp_stage_path_get_next (KpCampaign *campaign)
{
  KpStage next = KP_STAGE_CLOSED;

  find_next (campaign, &next);
  return next;
}

/**
 * kp_stage_path_dup_next:
 * @campaign: a campaign
 * @sentence: (out) (transfer none): what to do
 *
 * Returns: (transfer full): "Next: Written exam", or that all is done
 */
char *
kp_stage_path_dup_next (KpCampaign *campaign,
                        const char **sentence)
{
  KpStage stage = KP_STAGE_CLOSED;

  if (!find_next (campaign, &stage))
    {
      *sentence = _("Every stage is closed. Verify the record and keep it.");
      return g_strdup (_("The campaign is done"));
    }
  *sentence = get_sentence (campaign, stage);
  return g_strdup_printf (_("Next: %s"), kp_stage_get_label (stage));
}
