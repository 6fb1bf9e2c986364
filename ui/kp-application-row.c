/* kp-application-row.c – one application as a line of the list.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-application-row.h"

#include <glib/gi18n-lib.h>

#include "kp-id-number.h"
#include "kp-mark.h"
#include "kp-qualify.h"

#define N_REVIEWS (KP_REVIEW_PENDING + 1)
#define MARK_DECIMALS 2

struct _KpApplicationRow
{
  GObject parent_instance;

  KpCampaign *campaign;
  guint number; /* in the index */
};

G_DEFINE_FINAL_TYPE (KpApplicationRow, kp_application_row, G_TYPE_OBJECT)

/* The columns: each is a text made when a cell asks for it. */
#define N_PROPS (KP_N_APPLICATION_COLUMNS + 1)

static GParamSpec *properties[N_PROPS];

/* "changed": it shows another application. */
enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/** kp_review_get_word: what people call the outcome of a review, e.g. 合格 for "pass". */
const char *
kp_review_get_word (const char *review)
{
  for (guint i = 0; i < N_REVIEWS; i++)
    {
      if (g_str_equal (kp_review_outcome_get_name ((KpReviewOutcome) i), review))
        return kp_review_outcome_get_chinese ((KpReviewOutcome) i);
    }
  return _("Not reviewed");
}

static char *
dup_mark (const char *state,
          gint64 mark)
{
  KpMarkState stated = KP_MARK_NOT_ENTERED;

  if (mark != KP_NO_INT)
    return kp_mark_dup_text (mark, MARK_DECIMALS);
  if (state != NULL && kp_mark_state_from_name (state, &stated) && stated != KP_MARK_PRESENT)
    return g_strdup (kp_mark_state_get_chinese (stated));
  return NULL;
}

/** kp_application_dup_cell: what a column shows of an application. Thread: any. (transfer full) (nullable) */
char *
kp_application_dup_cell (KpCampaign *campaign,
                         const KpApplicationLine *line,
                         KpApplicationColumn column)
{
  switch (column)
    {
    case KP_APPLICATION_NUMBER:
      return g_strdup (line->application);
    case KP_APPLICATION_NAME:
      return g_strdup (line->name);
    case KP_APPLICATION_SEX:
      return g_strdup (line->sex);
    case KP_APPLICATION_ID_NUMBER:
      return kp_id_number_mask (line->id_number);
    case KP_APPLICATION_POST:
      return kp_campaign_dup_post_label (campaign, line->post);
    case KP_APPLICATION_REVIEW:
      return g_strdup (kp_review_get_word (line->review));
    case KP_APPLICATION_TICKET:
      return g_strdup (line->ticket);
    case KP_APPLICATION_WRITTEN:
      return dup_mark (line->written_state, line->written);
    case KP_APPLICATION_INTERVIEW:
      return line->is_sealed ? NULL : dup_mark (line->interview_state, line->interview);
    case KP_APPLICATION_TOTAL:
      return line->is_direct ? g_strdup (_("No exam")) : dup_mark (NULL, line->total);
    case KP_APPLICATION_PLACE:
      return line->place != KP_NO_INT ? g_strdup_printf ("%" G_GINT64_FORMAT, line->place) : NULL;
    default:
      return NULL;
    }
}

static void
kp_application_row_get_property (GObject *object,
                                 guint id,
                                 GValue *value,
                                 GParamSpec *spec)
{
  KpApplicationRow *self = KP_APPLICATION_ROW (object);

  if (id > 0 && id < N_PROPS)
    g_value_take_string (value, kp_application_row_dup_cell (self, (KpApplicationColumn) (id - 1)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
kp_application_row_finalize (GObject *object)
{
  g_clear_object (&KP_APPLICATION_ROW (object)->campaign);
  G_OBJECT_CLASS (kp_application_row_parent_class)->finalize (object);
}

static void
kp_application_row_class_init (KpApplicationRowClass *klass)
{
  static const char *const names[KP_N_APPLICATION_COLUMNS] = {
    [KP_APPLICATION_NUMBER] = "number", [KP_APPLICATION_NAME] = "name",           [KP_APPLICATION_SEX] = "sex",
    [KP_APPLICATION_ID_NUMBER] = "id-number", [KP_APPLICATION_POST] = "post",     [KP_APPLICATION_REVIEW] = "review",
    [KP_APPLICATION_TICKET] = "ticket", [KP_APPLICATION_WRITTEN] = "written",     [KP_APPLICATION_INTERVIEW] = "interview",
    [KP_APPLICATION_TOTAL] = "total",   [KP_APPLICATION_PLACE] = "place",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kp_application_row_get_property;
  object_class->finalize = kp_application_row_finalize;
  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i - 1], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED]
      = g_signal_new ("changed", KP_TYPE_APPLICATION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kp_application_row_init (KpApplicationRow *self G_GNUC_UNUSED)
{
}

/** kp_application_row_new: the application at @number of the campaign's index. (transfer full) */
KpApplicationRow *
kp_application_row_new (KpCampaign *campaign,
                        guint number)
{
  KpApplicationRow *self = g_object_new (KP_TYPE_APPLICATION_ROW, NULL);

  self->campaign = g_object_ref (campaign);
  self->number = number;
  return self;
}

/** kp_application_row_set_number: it stands for the application at @number from now on, and says so. */
void
kp_application_row_set_number (KpApplicationRow *row,
                               guint number)
{
  if (row->number == number)
    return;
  row->number = number;
  g_signal_emit (row, signals[CHANGED], 0);
}

/** kp_application_row_dup_cell: as kp_application_dup_cell(). (transfer full) (nullable) */
char *
kp_application_row_dup_cell (KpApplicationRow *row,
                             KpApplicationColumn column)
{
  const KpApplicationLine *line = kp_application_row_get_line (row);

  return line != NULL ? kp_application_dup_cell (row->campaign, line, column) : NULL;
}

/** kp_application_row_get_line: what the list knows of it; lives as long as the row. NULL of a row that is about to go. */
const KpApplicationLine *
kp_application_row_get_line (KpApplicationRow *row)
{
  KpApplicationIndex *index = kp_campaign_get_index (row->campaign);

  return row->number < kp_application_index_get_n_lines (index) ? kp_application_index_get_line (index, row->number) : NULL;
}
