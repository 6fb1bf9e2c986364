/* kp-scheme-explain-annex.c – what a notice leaves to its annexes and the office to itself, in words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A notice prints its posts as a table and its requirements in its own words. Who lays a scheme beside the notice wants to
 * hear the rest, too: what the program will ask where the notice says “年龄：35周岁以下”, how rooms are filled, what stands
 * on a contract. So nothing that the scheme states stays unheard. */

#include "kp-scheme-explain-private.h"

static GPtrArray *
begin (GPtrArray  *sections,
       const char *title)
{
  KpNoticeSection *section = g_new0 (KpNoticeSection, 1);

  section->heading = g_strdup_printf ("附件%u　%s", sections->len + 1, title);
  section->paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (sections, section);

  return section->paragraphs;
}

/* "，备注：须能值夜班": nothing where the scheme says nothing. */
static void
append (GString    *out,
        const char *what,
        const char *text)
{
  if (kp_notice_is_said (text))
    g_string_append_printf (out, "%s%s：%s", out->len > 0 ? "，" : "", what, text);
}

static void
explain_posts (GPtrArray      *sections,
               const KpScheme *scheme)
{
  GPtrArray *paragraphs = begin (sections, "招聘岗位");

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost   *post = g_ptr_array_index (scheme->posts, i);
      const KpSchemeStreet *street = kp_scheme_get_street (scheme, post->street);
      const KpSchemeTotal  *total = kp_scheme_get_total (scheme, post->total);
      g_autoptr (GString)   rest = g_string_new (NULL);

      append (rest, "综合成绩算法", scheme->totals->len > 1 && total != NULL ? total->label : NULL);
      append (rest, "备注", post->note);
      kp_notice_say (paragraphs, "%s　%s：%s，%s%u名%s%s。", post->code, post->name,
                     street != NULL ? street->name : "单位在聘用时确定", kp_track_get_chinese (post->track), post->places,
                     rest->len > 0 ? "，" : "", rest->str);
    }
}

static void
explain_streets (GPtrArray      *sections,
                 const KpScheme *scheme)
{
  GPtrArray *paragraphs;

  if (scheme->streets->len == 0)
    return;

  paragraphs = begin (sections, "用人单位");
  for (guint i = 0; i < scheme->streets->len; i++)
    {
      const KpSchemeStreet *street = g_ptr_array_index (scheme->streets, i);
      g_autoptr (GString)   text = g_string_new (NULL);

      append (text, "单位全称", street->employer);
      append (text, "统一社会信用代码", street->credit_code);
      append (text, "负责人", street->representative);
      append (text, "地址", street->address);
      append (text, "电话", street->phone);
      kp_notice_say (paragraphs, "%s　%s%s%s。", street->code, street->name, text->len > 0 ? "，" : "", text->str);
    }
}

/* ---- what is asked ---- */

static void
say_requirement (GPtrArray           *paragraphs,
                 const char          *whose,
                 const KpRequirement *requirement)
{
  const char         *sentence = kp_reason_get_sentence (requirement->reason);
  g_autofree gchar   *condition
    = requirement->condition != NULL ? kp_condition_dup_chinese (requirement->condition) : g_strdup ("不作要求");
  g_autoptr (GString) rest = g_string_new (NULL);

  append (rest, "公告", requirement->clause);
  append (rest, "不合格理由", kp_notice_is_said (requirement->refusal) ? requirement->refusal : sentence);
  kp_notice_say (paragraphs, "%s%s：%s（%s%s%s）。", whose, requirement->label, condition, requirement->reason,
                 rest->len > 0 ? "；" : "", rest->str);
}

static void
say_relaxation (GPtrArray          *paragraphs,
                const KpScheme     *scheme,
                const KpRelaxation *relaxation)
{
  g_autofree gchar *group = kp_condition_dup_chinese (relaxation->group);
  g_autofree gchar *bound = kp_condition_dup_chinese (relaxation->bound);
  const char       *what = relaxation->relaxes;
  g_autofree gchar *clause
    = kp_notice_is_said (relaxation->clause) ? g_strdup_printf ("（公告：%s）", relaxation->clause) : g_strdup ("");

  for (guint i = 0; i < scheme->requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (scheme->requirements, i);

      if (g_strcmp0 (requirement->id, relaxation->relaxes) == 0)
        what = requirement->label;
    }
  kp_notice_say (paragraphs, "放宽“%s”——%s%s：对符合“%s”的人员，界限为“%s”。", what, relaxation->label != NULL ? relaxation->label : "", clause,
                 group, bound);
}

/* What a notice calls the group of an item, or which other items stand in it. */
static gchar *
dup_group (const KpBonusPolicy *table,
           const KpBonusItem   *item)
{
  const KpBonusGroup *group = kp_bonus_policy_get_group (table, item->group);
  g_autoptr (GString) others = g_string_new (NULL);

  if (item->group == NULL)
    return g_strdup ("");
  if (group != NULL && kp_notice_is_said (group->label))
    return g_strdup (group->label);
  for (guint i = 0; i < table->items->len; i++)
    {
      const KpBonusItem *other = g_ptr_array_index (table->items, i);

      if (other != item && g_strcmp0 (other->group, item->group) == 0)
        g_string_append_printf (others, "%s%s", others->len > 0 ? "、" : "与", other->label);
    }
  if (others->len > 0)
    g_string_append (others, "同类");

  return g_string_free (g_steal_pointer (&others), FALSE);
}

static void
say_item (GPtrArray           *paragraphs,
          const char          *what,
          const KpBonusPolicy *table,
          const KpBonusItem   *item)
{
  g_autofree gchar   *condition
    = item->condition != NULL ? kp_condition_dup_chinese (item->condition) : g_strdup ("由人审批");
  g_autofree gchar   *group = dup_group (table, item);
  g_autoptr (GString) rest = g_string_new (NULL);

  append (rest, "公告", item->clause);
  append (rest, "类别", group);
  kp_notice_say (paragraphs, "%s“%s”：%s%s%s%s。", what, item->label, condition, rest->len > 0 ? "（" : "", rest->str,
                 rest->len > 0 ? "）" : "");
}

/* The notice's own words of a tie key don't say what is compared. */
static void
say_ties (GPtrArray       *paragraphs,
          const KpScheme  *scheme,
          const GPtrArray *ties)
{
  for (guint i = 0; i < ties->len; i++)
    {
      const KpTie      *tie = g_ptr_array_index (ties, i);
      KpTie             plain = *tie;
      g_autofree gchar *what = NULL;
      g_autofree gchar *sentence = NULL;

      plain.label = NULL;
      if (tie->label == NULL)
        continue;
      what = kp_scheme_dup_tie_chinese (scheme, &plain);
      sentence = g_strdup_printf ("同分次序“%s”：%s。", tie->label, what);
      if (!g_ptr_array_find_with_equal_func (paragraphs, sentence, g_str_equal, NULL))
        g_ptr_array_add (paragraphs, g_steal_pointer (&sentence));
    }
}

static void
say_facts (GPtrArray      *paragraphs,
           const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->facts->len; i++)
    {
      const KpFactDef    *def = g_ptr_array_index (scheme->facts, i);
      g_autoptr (GString) columns = g_string_new (NULL);

      for (guint j = 0; def->columns != NULL && j < def->columns->len; j++)
        g_string_append_printf (columns, "%s%s", j > 0 ? "、" : "；报名表的列也可以叫：", (const char *) g_ptr_array_index (def->columns, j));
      kp_notice_say (paragraphs, "报名表填写“%s”：%s%s。", def->label, kp_fact_kind_get_chinese (def->kind), columns->str);
    }
}

static void
explain_questions (GPtrArray      *sections,
                   const KpScheme *scheme)
{
  GPtrArray *paragraphs = begin (sections, "程序怎样判断各项条件");

  say_facts (paragraphs, scheme);
  for (guint i = 0; i < scheme->requirements->len; i++)
    say_requirement (paragraphs, "", g_ptr_array_index (scheme->requirements, i));
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      for (guint j = 0; j < post->requirements->len; j++)
        say_requirement (paragraphs, post->code, g_ptr_array_index (post->requirements, j));
    }
  for (guint i = 0; i < scheme->relaxations->len; i++)
    say_relaxation (paragraphs, scheme, g_ptr_array_index (scheme->relaxations, i));
  for (guint i = 0; i < scheme->bonus.items->len; i++)
    say_item (paragraphs, "加分", &scheme->bonus, g_ptr_array_index (scheme->bonus.items, i));
  for (guint i = 0; i < scheme->credential.table.items->len; i++)
    say_item (paragraphs, "资历项目", &scheme->credential.table, g_ptr_array_index (scheme->credential.table.items, i));
  say_ties (paragraphs, scheme, scheme->shortlist.tie_keys);
  for (guint i = 0; i < scheme->totals->len; i++)
    say_ties (paragraphs, scheme, ((const KpSchemeTotal *) g_ptr_array_index (scheme->totals, i))->policy.ties);
  if (paragraphs->len == 0)
    kp_notice_say (paragraphs, "方案没有需要判断的条件。");
}

/* ---- rooms and papers ---- */

static gchar *
dup_joined (const GPtrArray *texts)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "、" : "", (const gchar *) g_ptr_array_index (texts, i));

  return g_string_free (out, FALSE);
}

/* What is special about a room. */
static gchar *
dup_room_kind (const KpSchemeRoom *room)
{
  g_autofree gchar *missing = dup_joined (room->missing);

  return g_strconcat (*missing != '\0' ? "，无座位置（列-排）" : "", missing, room->grid.is_ground_floor ? "，在一楼" : "",
                      room->grid.has_extra_time ? "，供延长时间的考生专用" : "",
                      room->grid.is_reserve ? "，备用考场" : "", NULL);
}

/* Where a sitting is held, when not everywhere. */
static void
say_sitting_rooms (GPtrArray             *paragraphs,
                   const KpScheme        *scheme,
                   const KpSchemeSitting *sitting)
{
  const KpSchemePaper *paper = kp_scheme_get_paper (scheme, sitting->paper);
  g_autofree gchar    *rooms = dup_joined (sitting->rooms);

  if (sitting->rooms->len > 0)
    kp_notice_say (paragraphs, "%s（场次%s）使用的考点、考场：%s。", paper != NULL ? paper->name : "", sitting->code, rooms);
}

static void
say_site (GPtrArray          *paragraphs,
          const KpSchemeSite *site)
{
  kp_notice_say (paragraphs, "考点%s　%s%s%s。", site->code, site->name != NULL ? site->name : "",
                 kp_notice_is_said (site->address) ? "，地址：" : "",
                 kp_notice_is_said (site->address) ? site->address : "");
  for (guint i = 0; i < site->rooms->len; i++)
    {
      const KpSchemeRoom *room = g_ptr_array_index (site->rooms, i);
      g_autoptr (GString) columns = g_string_new (NULL);
      g_autofree gchar   *kind = dup_room_kind (room);
      KpSeatRoom          grid;

      (void) kp_scheme_room_get_grid (room, &grid);
      for (guint j = 0; j < grid.n_columns; j++)
        g_string_append_printf (columns, "%s%u", j > 0 ? "、" : "", grid.columns[j]);
      kp_notice_say (paragraphs, "考场%s：各列座位数%s，安排%u人%s。", room->code, columns->str,
                     grid.capacity > 0 ? grid.capacity : kp_seat_room_get_n_seats (&grid), kind);
    }
}

static const char *
get_walk (const KpSeatPolicy *seat)
{
  if (seat->walk == KP_WALK_S)
    return seat->starts_back ? "从后排起按蛇形走" : "按蛇形走";

  return seat->starts_back ? "每列从后排起" : "每列从前排起";
}

static void
say_seats (GPtrArray          *paragraphs,
           const KpSeatPolicy *seat)
{
  static const char *const tails[] = {
    [KP_TAIL_OWN_ROOM] = "尾数考生单独一间",
    [KP_TAIL_EXTRA_SEATS] = "尾数考生在其他考场加座",
    [KP_TAIL_BALANCE] = "各考场人数拉平",
  };

  kp_notice_say (paragraphs, "座号%s，第一列在%s；%s%s相邻。", get_walk (seat),
                 seat->starts_right ? "右手边" : "左手边", "斜角位置", seat->diagonal_counts ? "也算" : "不算");
  kp_notice_say (paragraphs, "%s；尾数不足%u人的加座，每个考场最多加%u座。", tails[seat->tail], seat->tail_min, seat->max_extra);
  kp_notice_say (paragraphs, "相邻两人同岗位计%u分、同户计%u分、同单位计%u分，排座使总分最小。", seat->post_weight,
                 seat->household_weight, seat->employer_weight);
}

const KpSchemeWord kp_scheme_wordings[] = {
  { "publicity", "公示文" },
  { "wage", "工资标准" },
  { "pay_day", "发薪日" },
  { "contract", "合同补充条款" },
  { "notice", "招聘公告" },
  { "incident-notices", "违纪违规处理权利告知书" },
  { "incident-decisions", "违纪违规处理决定书" },
  { "recheck-notices", "查分结果通知书" },
  { "letter-unqualified", "资格审查不合格通知书" },
  { "letter-supplement", "补充材料通知书" },
  { "letter-interview", "面试通知单" },
  { "letter-substitute", "递补通知书" },
  { "letter-mark", "面试成绩通知单" },
  { "letter-physical", "体检通知" },
  { "letter-hire", "聘用通知书" },
  { "letter-waiver", "放弃声明" },
  { "letter-consent", "同意报考证明" },
  { "letter-service", "在岗证明" },
  { "letter-pledge", "诚信承诺书" },
  { "letter-privacy", "个人信息处理告知同意书" },
  { "letter-receipt", "材料接收清单（回执）" },
  { "letter-recusal", "回避和保密承诺书" },
  { "letter-retest", "体检复检申请表" },
  { "letter-objection", "异议登记表" },
  { "letter-confirm", "转正通知书" },
  { "letter-union", "征求工会意见函" },
  { "letter-terminate", "试用期解除通知书" },
  { "letter-ended", "解除（终止）劳动合同证明" },
  { "letter-recheck", "查分申请表" },
  { "letter-expiry", "劳动合同期满通知书" },
  { "letter-renew", "续订劳动合同协议书" },
  { "letter-change", "变更劳动合同协议书" },
  { "letter-handing", "工作交接单" },
  { "letter-transfer", "转聘通知书" },
  { "letter-agreement", "转聘三方协议书" },
  { "letter-years", "工作年限认定表" },
  { "letter-grade", "岗位等级初定审批表" },
  { "cuts", "岗位核减、取消公告" },
  { "substitutes", "递补公告" },
  { "bonus-notice", "加分公示" },
  { "inquiry", "考察联审函" },
  { NULL, NULL },
};

/* A key that the check doesn't know stands for itself. */
static const char *
get_wording_chinese (const char *key)
{
  for (const KpSchemeWord *word = kp_scheme_wordings; word->name != NULL; word++)
    if (g_strcmp0 (word->name, key) == 0)
      return word->word;
  return key;
}

static void
say_letterhead (GPtrArray                *paragraphs,
                const KpScheme           *scheme,
                const KpSchemeLetterhead *head)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < head->organs->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", (const char *) g_ptr_array_index (head->organs, i));
  if (head->organs->len == 0)
    g_string_append (text, scheme->committee);
  if (head->word != NULL)
    g_string_append_printf (text, "，后加“%s”", head->word);
  if (head->number != NULL)
    g_string_append_printf (text, "；发文字号%s", head->number);
  if (head->copies != NULL)
    g_string_append_printf (text, "；抄送%s", head->copies);
  if (head->printer != NULL)
    g_string_append_printf (text, "；%s印发", head->printer);
  kp_notice_say (paragraphs, "%s用%s红头：%s。", get_wording_chinese (head->key), head->is_letter ? "信函格式" : "文件格式",
                 text->str);
}

static void
explain_office (GPtrArray      *sections,
                const KpScheme *scheme)
{
  GPtrArray *paragraphs = begin (sections, "考务和文书");

  for (guint i = 0; i < scheme->written.sites->len; i++)
    say_site (paragraphs, g_ptr_array_index (scheme->written.sites, i));
  for (guint i = 0; i < scheme->written.sittings->len; i++)
    say_sitting_rooms (paragraphs, scheme, g_ptr_array_index (scheme->written.sittings, i));
  if (scheme->written.sites->len > 0)
    say_seats (paragraphs, &scheme->written.seat);
  kp_notice_say (paragraphs, "准考证号样式：%s，批次号%u。", scheme->written.ticket_pattern, scheme->written.batch);
  kp_notice_say (paragraphs, "合同编号样式：%s。", scheme->contract.number_pattern);
  for (guint i = 0; i < scheme->wordings->len; i++)
    {
      const KpSchemeWording *wording = g_ptr_array_index (scheme->wordings, i);

      kp_notice_say (paragraphs, "印件中的%s改为：%s", get_wording_chinese (wording->key), wording->text);
    }
  for (guint i = 0; i < scheme->letterheads->len; i++)
    say_letterhead (paragraphs, scheme, g_ptr_array_index (scheme->letterheads, i));
}

/**
 * kp_scheme_explain_annexes:
 * @scheme: a scheme that kp_scheme_check() accepts
 *
 * What kp_scheme_explain() leaves out because a notice doesn't print it in its text: posts, employers, the conditions as
 * the program asks them, rooms, numbers, wordings. Pure; safe from any thread.
 *
 * Returns: (transfer full) (element-type KpNoticeSection): the annexes, in Chinese.
 */
GPtrArray *
kp_scheme_explain_annexes (const KpScheme *scheme)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_notice_section_free);

  explain_posts (sections, scheme);
  explain_streets (sections, scheme);
  explain_questions (sections, scheme);
  explain_office (sections, scheme);

  return sections;
}
