/* kp-worker-item.c – somebody with a contract as a line of a list, and the words for how it stands.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-worker-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-name-reading.h"

struct _KpWorkerItem
{
  GObject parent_instance;

  KpWorkerCase *one; /* owned */
};

G_DEFINE_FINAL_TYPE (KpWorkerItem, kp_worker_item, G_TYPE_OBJECT)

static void
kp_worker_item_finalize (GObject *object)
{
  g_clear_pointer (&KP_WORKER_ITEM (object)->one, kp_worker_case_free);
  G_OBJECT_CLASS (kp_worker_item_parent_class)->finalize (object);
}

static void
kp_worker_item_class_init (KpWorkerItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kp_worker_item_finalize;
}

static void
kp_worker_item_init (KpWorkerItem *self G_GNUC_UNUSED)
{
}

/** kp_worker_item_new: (transfer full): a line for @one (transfer full). */
KpWorkerItem *
kp_worker_item_new (KpWorkerCase *one)
{
  KpWorkerItem *item = g_object_new (KP_TYPE_WORKER_ITEM, NULL);

  item->one = one;
  return item;
}

/** kp_worker_item_get_case: what the line stands for. (transfer none) */
const KpWorkerCase *
kp_worker_item_get_case (KpWorkerItem *item)
{
  return item->one;
}

/* ---- words ---- */

static const struct
{
  const char *title;
  const char *brief;
} links[KP_LINK_N] = {
  [KP_LINK_CONDITIONS] = { N_("Conditions of hire signed"), NC_("a link, in a narrow column", "Terms") },
  [KP_LINK_MENTOR] = { N_("Mentor found"), NC_("a link, in a narrow column", "Guide") },
  [KP_LINK_DUTIES] = { N_("Duties told and signed"), NC_("a link, in a narrow column", "Duties") },
  [KP_LINK_METHOD] = { N_("Way of assessment told and signed"), NC_("a link, in a narrow column", "Rules") },
  [KP_LINK_TRAINING] = { N_("First training"), NC_("a link, in a narrow column", "Course") },
  [KP_LINK_NOTE] = { N_("Notes of the months"), NC_("a link, in a narrow column", "Notes") },
  [KP_LINK_MIDTERM] = { N_("Talk at half of the time"), NC_("a link, in a narrow column", "Talk") },
  [KP_LINK_SURVEY] = { N_("Residents asked"), NC_("a link, in a narrow column", "Survey") },
  [KP_LINK_ASSESSMENT] = { N_("Final assessment"), NC_("a link, in a narrow column", "Points") },
  [KP_LINK_MEETING] = { N_("Decided in the meeting"), NC_("a link, in a narrow column", "Board") },
  [KP_LINK_UNION] = { N_("Union asked"), NC_("a link, in a narrow column", "Union") },
  [KP_LINK_FILING] = { N_("Filed with the county"), NC_("a link, in a narrow column", "Filing") },
  [KP_LINK_NOTICE] = { N_("Notice of termination"), NC_("a link, in a narrow column", "Notice") },
  [KP_LINK_SERVICE] = { N_("Notice served"), NC_("a link, in a narrow column", "Served") },
};

static const struct
{
  const char *style; /* in style.css */
  const char *icon;
} states[KP_LINK_N_STATES] = {
  [KP_LINK_IDLE] = { "dim-label", "list-remove-symbolic" },
  [KP_LINK_DONE] = { "success", "emblem-ok-symbolic" },
  [KP_LINK_DUE] = { "due", "appointment-soon-symbolic" },
  [KP_LINK_OVERDUE] = { "warning", "dialog-warning-symbolic" },
  [KP_LINK_LATE] = { "error", "emblem-important-symbolic" },
  [KP_LINK_MISSED] = { "error", "window-close-symbolic" },
};

/** kp_worker_link_get_title: what a link is, in the language of the screen. */
const char *
kp_worker_link_get_title (KpLink link)
{
  return _(links[link].title);
}

/** kp_worker_link_get_short: the same as the title of a narrow column. */
const char *
kp_worker_link_get_short (KpLink link)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "a link, in a narrow column", links[link].brief);
}

/** kp_worker_stand_get_class: the style of a link that stands so. */
const char *
kp_worker_stand_get_class (KpLinkState state)
{
  return states[state].style;
}

/** kp_worker_stand_get_icon: the symbol of a link that stands so. */
const char *
kp_worker_stand_get_icon (KpLinkState state)
{
  return states[state].icon;
}

/** kp_worker_stand_dup_mark: how a link stands, in a narrow cell: a sign, or until which day. (transfer full) */
char *
kp_worker_stand_dup_mark (const KpLinkStand *stand)
{
  const KpDate until = stand->state == KP_LINK_OVERDUE ? stand->latest : stand->due;

  switch (stand->state)
    {
    case KP_LINK_DONE:
      return g_strdup ("✓");
    case KP_LINK_DUE:
    case KP_LINK_OVERDUE:
      return g_strdup_printf ("%d-%d", until.month, until.day);
    case KP_LINK_LATE:
      return g_strdup (C_("a link, in a narrow cell", "late"));
    case KP_LINK_MISSED:
      return g_strdup ("✕");
    case KP_LINK_IDLE:
    default:
      return g_strdup ("–");
    }
}

/** kp_worker_stand_dup_sentence: how a link stands, with its days. (transfer full) */
char *
kp_worker_stand_dup_sentence (const KpLinkStand *stand)
{
  g_autofree char *on = kp_date_dup_iso (stand->on);
  g_autofree char *due = kp_date_dup_iso (stand->due);
  g_autofree char *latest = kp_date_dup_iso (stand->latest);

  switch (stand->state)
    {
    case KP_LINK_DONE:
      return g_strdup_printf (_("Done on %s"), on);
    case KP_LINK_DUE:
      return kp_date_compare (stand->due, stand->latest) == 0
                 ? g_strdup_printf (_("Due by %s"), due)
                 : g_strdup_printf (_("Due by %s, at the latest on %s"), due, latest);
    case KP_LINK_OVERDUE:
      return g_strdup_printf (_("The plan's day %s is over; possible until %s"), due, latest);
    case KP_LINK_LATE:
      return g_strdup_printf (_("Done on %s, after its last day %s: it carries no termination"), on, latest);
    case KP_LINK_MISSED:
      return g_strdup_printf (_("Not done by its last day %s: it can't be made good"), latest);
    case KP_LINK_IDLE:
    default:
      return g_strdup (_("Not asked for"));
    }
}

/* ---- of one person ---- */

static const char *
get_verdict (KpProbationVerdict verdict)
{
  static const char *const labels[KP_PROBATION_N_VERDICTS] = {
    [KP_PROBATION_RUNNING] = N_("Not assessed yet"),
    [KP_PROBATION_TO_CONFIRM] = N_("Passed: to be confirmed in time"),
    [KP_PROBATION_MAY_CONFIRM_EARLY] = N_("Excellent: may be confirmed early"),
    [KP_PROBATION_TO_TERMINATE] = N_("Failed: the chain isn't whole yet"),
    [KP_PROBATION_MAY_TERMINATE] = N_("Failed: the chain is whole"),
    [KP_PROBATION_IMPOSSIBLE] = N_("Failed, but the contract can't be ended for it any more"),
    [KP_PROBATION_BY_LAW] = N_("Over without assessment: confirmed by law"),
  };

  return _(labels[verdict]);
}

/** kp_worker_item_dup_verdict: what is to become of a probation; "" where none runs. (transfer full) */
char *
kp_worker_item_dup_verdict (KpWorkerItem *item)
{
  return g_strdup (item->one->state == KP_WORKER_ON_PROBATION ? get_verdict (item->one->verdict) : "");
}

/** kp_worker_item_dup_state: on probation, at work or gone, with the day. (transfer full) */
char *
kp_worker_item_dup_state (KpWorkerItem *item)
{
  const KpWorkerCase *one = item->one;
  g_autofree char *until = kp_date_dup_iso (one->probation_ends);
  g_autofree char *from = kp_date_dup_iso (one->settled_on);
  g_autofree char *last = kp_date_dup_iso (one->last_day);

  if (one->state == KP_WORKER_LEFT)
    return g_strdup_printf (_("Left on %s: %s"), last, one->ground);
  if (one->state == KP_WORKER_ON_PROBATION)
    return g_strdup_printf (_("On probation until %s"), until);
  if (one->settled != NULL)
    return g_strdup_printf (_("Confirmed from %s"), from);
  return g_strdup (_("At work, without probation"));
}

/** kp_worker_item_dup_next: what is due next, and in how many days; "" = nothing. (transfer full) */
char *
kp_worker_item_dup_next (KpWorkerItem *item)
{
  const KpWorkerCase *one = item->one;
  g_autofree char *on = kp_date_dup_iso (one->due_on);

  if (one->due == NULL)
    return g_strdup ("");
  if (one->days_left < 0)
    return g_strdup_printf (_("%s is over: %s"), on, one->due);
  return g_strdup_printf (_("By %s: %s"), on, one->due);
}

static char *
dup_day (KpDate day, const char *otherwise)
{
  return kp_date_is_valid (day) ? kp_date_dup_iso (day) : g_strdup (otherwise);
}

/** kp_worker_item_dup_cell: what stands in a column of the list of contracts. (transfer full) */
char *
kp_worker_item_dup_cell (KpWorkerItem *item,
                        KpWorkerColumn column)
{
  const KpWorkerCase *one = item->one;

  switch (column)
    {
    case KP_WORKER_NAME:
      return g_strdup (one->name);
    case KP_WORKER_NUMBER:
      return g_strdup (one->number);
    case KP_WORKER_STREET:
      return g_strdup (one->street_name);
    case KP_WORKER_SIGNED:
      return dup_day (one->duties[KP_DUTY_SIGNED], "–");
    case KP_WORKER_INSURED:
      return dup_day (one->duties[KP_DUTY_INSURED], "–");
    case KP_WORKER_FUND:
      return dup_day (one->duties[KP_DUTY_FUND], "–");
    case KP_WORKER_ENDS:
      return dup_day (one->state == KP_WORKER_LEFT ? one->last_day : one->ends, _("Open-ended"));
    case KP_WORKER_STANDS:
      return kp_worker_item_dup_state (item);
    case KP_WORKER_NEXT:
    default:
      return kp_worker_item_dup_next (item);
    }
}

/** kp_worker_column_get_title: the heading of a column of the list of contracts. */
const char *
kp_worker_column_get_title (KpWorkerColumn column)
{
  static const char *const titles[KP_WORKER_N_COLUMNS] = {
    [KP_WORKER_NAME] = N_("Full name"),       [KP_WORKER_NUMBER] = N_("Contract"), [KP_WORKER_STREET] = N_("Street"),
    [KP_WORKER_SIGNED] = N_("Signed"),   [KP_WORKER_INSURED] = N_("Insured"), [KP_WORKER_FUND] = N_("Housing fund"),
    [KP_WORKER_ENDS] = N_("Ends on"),    [KP_WORKER_STANDS] = N_("State"),    [KP_WORKER_NEXT] = N_("Due next"),
  };

  return _(titles[column]);
}

/** kp_worker_item_fits: whether it is of @street (nullable) and its name, pinyin or number fits @search, in lower case. */
gboolean
kp_worker_item_fits (KpWorkerItem *item,
                    const char *street,
                    const char *search)
{
  const KpWorkerCase *one = item->one;

  return (street == NULL || g_str_equal (one->street, street))
         && (*search == '\0' || strstr (one->name, search) != NULL || strstr (one->number, search) != NULL
             || strstr (one->application, search) != NULL
             || (one->pinyin != NULL && kp_pinyin_is_typed (one->pinyin, search)));
}
