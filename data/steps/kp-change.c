/* kp-change.c – two rosters side by side: everyone whose marks, places, list or offer differ.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-change.h"

#include <string.h>

#include "kp-final-total.h"
#include "kp-mark.h"
#include "kp-shortlist.h"
#include "kp-total.h"

/* Lists show two decimals; where only the others differ, all are shown. */
#define LISTED 2

static char *
dup_mark (gint64 mark,
          guint decimals)
{
  return mark != KP_NO_INT ? kp_mark_dup_text (mark, decimals) : g_strdup ("");
}

static const char *
get_state (const char *name)
{
  KpMarkState state = KP_MARK_NOT_ENTERED;

  return kp_mark_state_from_name (name, &state) && state != KP_MARK_PRESENT ? kp_mark_state_get_chinese (state) : "";
}

static char *
dup_paper (const KpDossier *d,
           guint decimals)
{
  return d->shortlist == NULL           ? g_strdup ("")
         : d->shortlist->paper != KP_NO_INT ? dup_mark (d->shortlist->paper, decimals)
                                            : g_strdup (get_state (d->shortlist->state));
}

static char *
dup_bonus (const KpDossier *d,
           guint decimals)
{
  return d->shortlist != NULL ? dup_mark (d->shortlist->bonus, decimals) : g_strdup ("");
}

static char *
dup_written (const KpDossier *d,
             guint decimals)
{
  return d->shortlist != NULL ? dup_mark (d->shortlist->written, decimals) : g_strdup ("");
}

static char *
dup_count (gint64 count)
{
  return count != KP_NO_INT ? g_strdup_printf ("%" G_GINT64_FORMAT, count) : g_strdup ("");
}

static char *
dup_written_place (const KpDossier *d,
                   guint decimals G_GNUC_UNUSED)
{
  return d->shortlist != NULL ? dup_count (d->shortlist->place) : g_strdup ("");
}

/* The tests before the interview one after another, as far as they are held. */
static void
append_heat (GString *text,
             const KpHeatRecord *heat,
             char *value)
{
  if (heat != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", value);
  g_free (value);
}

static char *
dup_heats (const KpDossier *d,
           guint decimals)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < KP_MAX_HEATS; i++)
    {
      const KpHeatRecord *heat = d->heats[i];

      append_heat (text, heat,
                   heat == NULL                ? NULL
                   : heat->score != KP_NO_INT ? dup_mark (heat->score, decimals)
                                              : g_strdup (get_state (heat->state)));
    }
  return g_string_free (text, FALSE);
}

static char *
dup_heat_places (const KpDossier *d,
                 guint decimals G_GNUC_UNUSED)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < KP_MAX_HEATS; i++)
    append_heat (text, d->heats[i], d->heats[i] != NULL ? dup_count (d->heats[i]->place) : NULL);
  return g_string_free (text, FALSE);
}

static char *
dup_shortlist (const KpDossier *d,
               guint decimals G_GNUC_UNUSED)
{
  const KpHeatRecord *last = kp_dossier_get_last_heat (d);
  const char *outcome = last != NULL ? last->outcome : d->shortlist != NULL ? d->shortlist->outcome : "";

  for (guint i = 0; i < KP_SHORTLIST_N_VERDICTS; i++)
    {
      if (g_str_equal (outcome, kp_shortlist_verdict_get_name ((KpShortlistVerdict) i)))
        return g_strdup (kp_shortlist_verdict_get_chinese ((KpShortlistVerdict) i));
    }
  return g_strdup ("");
}

static char *
dup_raw (const KpDossier *d,
         guint decimals)
{
  return d->interview == NULL            ? g_strdup ("")
         : d->interview->raw != KP_NO_INT ? dup_mark (d->interview->raw, decimals)
                                          : g_strdup (get_state (d->interview->state));
}

static char *
dup_coefficient (const KpDossier *d,
                 guint decimals G_GNUC_UNUSED)
{
  return g_strdup (d->interview != NULL && d->interview->coefficient != NULL ? d->interview->coefficient : "");
}

static char *
dup_interview (const KpDossier *d,
               guint decimals)
{
  return d->interview != NULL ? dup_mark (d->interview->mark, decimals) : g_strdup ("");
}

static char *
dup_total (const KpDossier *d,
           guint decimals)
{
  return d->total != NULL ? dup_mark (d->total->total, decimals) : g_strdup ("");
}

/* A place, or why there is none. */
static char *
dup_standing (gint64 place,
              gint64 is_undecided,
              const char *outcome,
              const char *(*get_chinese) (KpStanding standing))
{
  if (place != KP_NO_INT)
    return g_strdup_printf ("%" G_GINT64_FORMAT "%s", place, is_undecided ? "（并列待定）" : "");
  for (guint i = 0; i < KP_N_STANDINGS; i++)
    {
      if (g_str_equal (outcome, kp_standing_get_name ((KpStanding) i)))
        return g_strdup (get_chinese ((KpStanding) i));
    }
  return g_strdup ("");
}

static char *
dup_place (const KpDossier *d,
           guint decimals G_GNUC_UNUSED)
{
  const KpTotalRecord *total = d->total;

  return total != NULL ? dup_standing (total->place, total->is_undecided, total->outcome, kp_standing_get_chinese)
                       : g_strdup ("");
}

static char *
dup_final_total (const KpDossier *d,
                 guint decimals)
{
  return d->final_total != NULL ? dup_mark (d->final_total->final, decimals) : g_strdup ("");
}

static char *
dup_final_place (const KpDossier *d,
                 guint decimals G_GNUC_UNUSED)
{
  const KpFinalTotalRecord *final = d->final_total;

  return final != NULL ? dup_standing (final->place, final->is_undecided, final->outcome, kp_final_total_get_chinese)
                       : g_strdup ("");
}

static char *
dup_called (const KpDossier *d,
            guint decimals G_GNUC_UNUSED)
{
  const KpFitnessRecord *called = d->physical != NULL ? d->physical : d->background;

  if (called == NULL)
    return g_strdup ("");
  return g_strconcat (called == d->physical ? "体检" : "考察", called->round > 0 ? "（递补）" : "", NULL);
}

static const struct
{
  const char *outcome;
  const char *chinese;
} conclusions[] = {
  { "called", "未出结论" },
  { "pass", "合格" },
  { "fail", "不合格" },
  { "waived", "放弃" },
};

static void
append_conclusion (GString *text,
                   const char *kind,
                   const KpFitnessRecord *fitness)
{
  for (guint i = 0; fitness != NULL && i < G_N_ELEMENTS (conclusions); i++)
    {
      if (g_str_equal (fitness->outcome, conclusions[i].outcome))
        g_string_append_printf (text, "%s%s%s", text->len > 0 ? "、" : "", kind, conclusions[i].chinese);
    }
}

static char *
dup_checked (const KpDossier *d,
             guint decimals G_GNUC_UNUSED)
{
  GString *text = g_string_new (NULL);

  append_conclusion (text, "体检", d->physical);
  append_conclusion (text, "考察", d->background);
  return g_string_free (text, FALSE);
}

static char *
dup_proposed (const KpDossier *d,
              guint decimals G_GNUC_UNUSED)
{
  return g_strdup (d->proposal != NULL ? "拟聘用" : "");
}

static const struct
{
  const char *name;
  const char *chinese;
  char *(*dup) (const KpDossier *dossier, guint decimals);
} fields[KP_N_CHANGE_FIELDS] = {
  [KP_CHANGE_PAPER] = { "paper", "卷面成绩", dup_paper },
  [KP_CHANGE_BONUS] = { "bonus", "加分", dup_bonus },
  [KP_CHANGE_WRITTEN] = { "written", "笔试成绩", dup_written },
  [KP_CHANGE_WRITTEN_PLACE] = { "written_place", "笔试名次", dup_written_place },
  [KP_CHANGE_HEAT] = { "heat", "测试成绩", dup_heats },
  [KP_CHANGE_HEAT_PLACE] = { "heat_place", "测试名次", dup_heat_places },
  [KP_CHANGE_SHORTLIST] = { "shortlist", "入围面试", dup_shortlist },
  [KP_CHANGE_RAW] = { "raw", "考场成绩", dup_raw },
  [KP_CHANGE_COEFFICIENT] = { "coefficient", "修正系数", dup_coefficient },
  [KP_CHANGE_INTERVIEW] = { "interview", "面试成绩", dup_interview },
  [KP_CHANGE_TOTAL] = { "total", "综合成绩", dup_total },
  [KP_CHANGE_PLACE] = { "place", "名次", dup_place },
  [KP_CHANGE_CALLED] = { "called", "体检考察人选", dup_called },
  [KP_CHANGE_CHECKED] = { "checked", "体检考察结论", dup_checked },
  [KP_CHANGE_FINAL_TOTAL] = { "final_total", "最终成绩", dup_final_total },
  [KP_CHANGE_FINAL_PLACE] = { "final_place", "最终名次", dup_final_place },
  [KP_CHANGE_PROPOSED] = { "proposed", "拟聘用", dup_proposed },
};

static void
compare_field (GPtrArray *changes,
               KpChangeField field,
               const KpDossier *before,
               const KpDossier *after)
{
  g_autofree char *old = fields[field].dup (before, KP_MARK_DECIMALS);
  g_autofree char *new = fields[field].dup (after, KP_MARK_DECIMALS);
  g_autofree char *old_listed = fields[field].dup (before, LISTED);
  g_autofree char *new_listed = fields[field].dup (after, LISTED);
  const gboolean is_listed = !g_str_equal (old_listed, new_listed);
  KpChange *change;

  if (g_str_equal (old, new))
    return;
  change = g_new0 (KpChange, 1);
  change->application = g_strdup (after->application->application);
  change->number = g_strdup (kp_change_get_number (after));
  change->post = g_strdup (after->application->post);
  change->field = field;
  change->before = g_strdup (is_listed ? old_listed : old);
  change->after = g_strdup (is_listed ? new_listed : new);
  g_ptr_array_add (changes, change);
}

/**
 * kp_change_compare:
 * @before: the campaign before
 * @after: the same campaign after; nobody came in between
 *
 * Returns: (transfer full) (element-type KpChange): by registration number and field; empty when nothing differs
 */
GPtrArray *
kp_change_compare (KpRoster *before,
                   KpRoster *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_change_free);

  for (guint i = 0; i < kp_roster_get_n_dossiers (after); i++)
    {
      const KpDossier *new = kp_roster_get_dossier (after, i);
      const KpDossier *old = kp_roster_find_application (before, new->application->application);

      for (guint j = 0; old != NULL && j < KP_N_CHANGE_FIELDS; j++)
        compare_field (changes, (KpChangeField) j, old, new);
    }
  return changes;
}

/**
 * kp_change_count_persons:
 * @changes: (element-type KpChange): of kp_change_compare()
 *
 * Returns: how many persons they are of
 */
guint
kp_change_count_persons (const GPtrArray *changes)
{
  const char *last = "";
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const KpChange *change = g_ptr_array_index (changes, i);

      n += !g_str_equal (change->application, last);
      last = change->application;
    }
  return n;
}

/**
 * kp_change_free:
 * @change: (transfer full): a change
 */
void
kp_change_free (KpChange *change)
{
  g_free (change->application);
  g_free (change->number);
  g_free (change->post);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/**
 * kp_change_field_get_name:
 * @field: a field
 *
 * Returns: (transfer none): its name for JSON
 */
const char *
kp_change_field_get_name (KpChangeField field)
{
  return fields[field].name;
}

/**
 * kp_change_field_get_chinese:
 * @field: a field
 *
 * Returns: (transfer none): its name for lists
 */
const char *
kp_change_field_get_chinese (KpChangeField field)
{
  return fields[field].chinese;
}

/**
 * kp_change_field_is_offer:
 * @field: a field
 *
 * Returns: whether it says who is on a list that somebody is invited or offered a place by
 */
gboolean
kp_change_field_is_offer (KpChangeField field)
{
  return field == KP_CHANGE_SHORTLIST || field == KP_CHANGE_CALLED || field == KP_CHANGE_CHECKED
         || field == KP_CHANGE_PROPOSED;
}

/**
 * kp_change_get_number:
 * @dossier: a dossier
 *
 * Returns: (transfer none): how lists call the person: the ticket number, or without one the registration number
 */
const char *
kp_change_get_number (const KpDossier *dossier)
{
  return dossier->seat != NULL ? dossier->seat->ticket : dossier->application->application;
}
