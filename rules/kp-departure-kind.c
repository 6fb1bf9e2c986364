/* kp-departure-kind.c – why somebody leaves after the final lists are published, and at which stage that is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the scheme's substitution is asked about each:
 *
 *                while public      before the first day      at work
 *   waiver       公示 withdrew      聘用 withdrew              never: the contract is ended
 *   objection    公示 failed        –                         –
 *   absent       –                 聘用 absent                –
 *   breach       公示 breach        聘用 breach                试用期 breach
 *   dismissed    –                 –                         试用期 failed
 *   resigned     –                 –                         试用期 withdrew */

#include "kp-departure-kind.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *chinese;
  KpCause     cause;
  gboolean    ends_contract;
} kinds[KP_N_DEPARTURE_KINDS] = {
  [KP_DEPARTURE_WAIVER] = { "waiver", "放弃聘用", KP_CAUSE_WITHDREW, FALSE },
  [KP_DEPARTURE_OBJECTION] = { "objection", "公示异议成立", KP_CAUSE_FAILED, FALSE },
  [KP_DEPARTURE_ABSENT] = { "absent", "逾期未报到", KP_CAUSE_ABSENT, FALSE },
  [KP_DEPARTURE_BREACH] = { "breach", "弄虚作假或者违纪", KP_CAUSE_BREACH, FALSE },
  [KP_DEPARTURE_DISMISSED] = { "dismissed", "聘用后解除合同", KP_CAUSE_FAILED, TRUE },
  [KP_DEPARTURE_RESIGNED] = { "resigned", "聘用后辞职", KP_CAUSE_WITHDREW, TRUE },
};

/**
 * kp_departure_decide_leaving:
 * @kind: why
 * @moment: how far the person is
 *
 * Returns: stage and cause, as the scheme's substitution names them
 */
KpLeaving
kp_departure_decide_leaving (KpDepartureKind   kind,
                             KpDepartureMoment moment)
{
  static const KpStage stages[] = {
    [KP_DEPARTURE_WHILE_PUBLIC] = KP_STAGE_PUBLICITY,
    [KP_DEPARTURE_BEFORE_WORK] = KP_STAGE_HIRE,
    [KP_DEPARTURE_AT_WORK] = KP_STAGE_PROBATION,
  };
  KpLeaving leaving = { stages[moment], kinds[kind].cause };

  if (kind == KP_DEPARTURE_OBJECTION)
    leaving.stage = KP_STAGE_PUBLICITY;
  else if (kind == KP_DEPARTURE_ABSENT)
    leaving.stage = KP_STAGE_HIRE;

  return leaving;
}

/**
 * kp_departure_kind_ends_contract:
 * @kind: why
 *
 * Returns: whether a contract that was begun has ended; else there never was any work
 */
gboolean
kp_departure_kind_ends_contract (KpDepartureKind kind)
{
  return kinds[kind].ends_contract;
}

/**
 * kp_departure_kind_get_name:
 * @kind: why
 *
 * Returns: the stable name in files: "waiver"
 */
const char *
kp_departure_kind_get_name (KpDepartureKind kind)
{
  return kinds[kind].name;
}

/**
 * kp_departure_kind_get_chinese:
 * @kind: why
 *
 * Returns: the words of a list: "放弃聘用"
 */
const char *
kp_departure_kind_get_chinese (KpDepartureKind kind)
{
  return kinds[kind].chinese;
}

/**
 * kp_departure_kind_parse:
 * @name: (nullable): a stable name
 * @out: (out): the kind; untouched when there is none
 *
 * Returns: whether there is such a kind
 */
gboolean
kp_departure_kind_parse (const char      *name,
                         KpDepartureKind *out)
{
  for (guint i = 0; name != NULL && i < KP_N_DEPARTURE_KINDS; i++)
    if (strcmp (kinds[i].name, name) == 0)
      {
        *out = (KpDepartureKind) i;
        return TRUE;
      }

  return FALSE;
}
