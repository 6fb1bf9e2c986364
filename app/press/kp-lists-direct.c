/* kp-lists-direct.c – what the lists say of a total, also of somebody who is hired without exam and has none.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-lists-direct.h"

#include "kp-direct-hires.h"
#include "kp-total.h"

static gboolean
is_direct (const KpTotalRecord *total)
{
  return g_str_equal (total->outcome, kp_standing_get_name (KP_STANDING_DIRECT));
}

/** kp_lists_format_total_mark: a mark of the total; 免试 of whom no mark is asked. */
const char *
kp_lists_format_total_mark (KpPress *press, const KpTotalRecord *total, gint64 mark)
{
  return is_direct (total) ? "免试" : kp_press_format_mark (press, mark);
}

/** kp_lists_format_total_place: the place that the total gave; none without a total. */
const char *
kp_lists_format_total_place (KpPress *press, const KpTotalRecord *total)
{
  return is_direct (total) ? NULL : kp_press_format_count (press, total->place);
}

static const char *
get_direct_remark (const KpTotalRecord *total)
{
  if (total->is_undecided)
    return kp_direct_verdict_get_chinese (KP_DIRECT_UNDECIDED);
  return kp_direct_verdict_get_chinese (kp_direct_is_hired (total) ? KP_DIRECT_HIRED : KP_DIRECT_LEFT);
}

/** kp_lists_get_total_remark: why there is no place, or no mark; NULL where there is nothing to say. */
const char *
kp_lists_get_total_remark (const KpTotalRecord *total)
{
  if (is_direct (total))
    return get_direct_remark (total);
  if (total->is_undecided)
    return "并列待定";
  if (g_str_equal (total->outcome, "absent"))
    return "面试缺考";
  if (g_str_equal (total->outcome, "void"))
    return "面试成绩无效";
  if (g_str_equal (total->outcome, "open"))
    return "成绩未齐";
  if (g_str_equal (total->outcome, "below_total"))
    return "低于综合成绩合格线";
  return g_str_equal (total->outcome, "below_line") ? "低于面试合格线" : NULL;
}
