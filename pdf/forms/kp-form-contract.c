/* kp-form-contract.c – the labour contract (劳动合同) from its wording and one person's facts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The text is the county's; what the law demands (劳动合同法 第十七条) isn't left to it: the parties stand in
 * a table that the form draws, and a wording that lost its term, work, place, hours, pay, insurance or
 * protection is refused. */

#include "kp-form-contract.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-contract-clause.h"
#include "kp-official.h"
#include "kp-pdf-error.h"
#include "kp-wording.h"

#define COVER_LINES 29
#define PARTY_ROW KP_MM (8)
#define SIGNATURE_LINES 13
#define ANNEX_LINES 14 /* two on a page */

/* One field of the wording and the fact that fills it. */
typedef struct
{
  const char *name;
  gsize       offset;
} Field;

static const Field fields[] = {
  { "合同编号", G_STRUCT_OFFSET (KpContractFacts, number) },
  { "甲方名称", G_STRUCT_OFFSET (KpContractFacts, employer) },
  { "甲方统一社会信用代码", G_STRUCT_OFFSET (KpContractFacts, employer_code) },
  { "甲方负责人", G_STRUCT_OFFSET (KpContractFacts, employer_head) },
  { "甲方住所", G_STRUCT_OFFSET (KpContractFacts, employer_address) },
  { "甲方电话", G_STRUCT_OFFSET (KpContractFacts, employer_phone) },
  { "乙方姓名", G_STRUCT_OFFSET (KpContractFacts, worker) },
  { "乙方性别", G_STRUCT_OFFSET (KpContractFacts, worker_sex) },
  { "乙方身份证号", G_STRUCT_OFFSET (KpContractFacts, worker_id) },
  { "乙方户籍地址", G_STRUCT_OFFSET (KpContractFacts, worker_household) },
  { "乙方通讯地址", G_STRUCT_OFFSET (KpContractFacts, worker_address) },
  { "乙方电话", G_STRUCT_OFFSET (KpContractFacts, worker_phone) },
  { "合同起始日期", G_STRUCT_OFFSET (KpContractFacts, from) },
  { "合同终止日期", G_STRUCT_OFFSET (KpContractFacts, to) },
  { "合同年限", G_STRUCT_OFFSET (KpContractFacts, years) },
  { "工作岗位", G_STRUCT_OFFSET (KpContractFacts, post) },
  { "工作地点", G_STRUCT_OFFSET (KpContractFacts, workplace) },
  { "工资标准", G_STRUCT_OFFSET (KpContractFacts, wage) },
  { "发薪日", G_STRUCT_OFFSET (KpContractFacts, pay_day) },
  { "招聘公告", G_STRUCT_OFFSET (KpContractFacts, notice_title) },
};

/* What must be left of the text when it is filled, or it isn't a contract under 劳动合同法 第十七条. */
static const struct
{
  const char  *needle; /* a field or a word */
  KpClausePart part;
} mandatory[] = {
  { "{合同起始日期}", KP_CLAUSE_TERM },   { "{合同终止日期}", KP_CLAUSE_TERM },    { "{工作岗位}", KP_CLAUSE_WORK },
  { "{工作地点}", KP_CLAUSE_PLACE },      { "{工时制度}", KP_CLAUSE_HOURS },       { "休息", KP_CLAUSE_REST },
  { "{工资标准}", KP_CLAUSE_PAY },        { "社会保险", KP_CLAUSE_INSURANCE },     { "劳动保护", KP_CLAUSE_PROTECTION },
  { "劳动条件", KP_CLAUSE_CONDITIONS },   { "职业病", KP_CLAUSE_HAZARDS },
};

/* What a text that is put in may agree on only with words around it that make it lawful. */
static const struct
{
  const char     *needle;
  const char     *lawful[8]; /* NULL-terminated: one of them in the same paragraph */
  KpClauseFinding finding;
} doubtful[] = {
  { "违约金", { "不得", "不约定", "不承担", "培训", "保密", "竞业", NULL }, KP_CLAUSE_PENALTY },
  { "押金", { "不得", "不收", "不要求", NULL }, KP_CLAUSE_DEPOSIT },
  { "保证金", { "不得", "不收", "不要求", NULL }, KP_CLAUSE_DEPOSIT },
};

static const char *
get_fact (const KpContractFacts *facts,
          gsize                  offset)
{
  return *(const char *const *) (gconstpointer) ((const guint8 *) facts + offset);
}

static gboolean
check_value (const char *name,
             const char *value,
             GError    **error)
{
  if (value != NULL && *value != '\0')
    return TRUE;
  g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
               _("The field “%s” of the contract has no value. Enter it in the record first."), name);
  return FALSE;
}

static gboolean
check_facts (const KpContractFacts *facts,
             GError               **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!check_value (fields[i].name, get_fact (facts, fields[i].offset), error))
      return FALSE;
  return facts->probation_months == NULL
         || (check_value ("试用期起始日期", facts->probation_from, error)
             && check_value ("试用期截止日期", facts->probation_to, error)
             && check_value ("试用期工资", facts->probation_wage, error));
}

static gboolean
has_text (const KpWording *wording,
          const char      *needle)
{
  gsize n;
  const KpWordingPart *parts = kp_wording_get_parts (wording, &n);

  for (gsize i = 0; i < n; i++)
    if (strstr (parts[i].text, needle) != NULL)
      return TRUE;
  return FALSE;
}

/* 劳动合同法 §§9, 25: a clause that is void anyway isn't printed. */
static gboolean
check_lawful (const KpWordingPart *part,
              GError             **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (doubtful); i++)
    {
      gboolean is_lawful = strstr (part->text, doubtful[i].needle) == NULL;

      for (gsize k = 0; !is_lawful && doubtful[i].lawful[k] != NULL; k++)
        is_lawful = strstr (part->text, doubtful[i].lawful[k]) != NULL;
      if (is_lawful)
        continue;
      g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
                   _("The wording of the contract agrees in line %u on “%s”: %s (%s) Take it out."), part->line,
                   doubtful[i].needle, kp_clause_finding_get_chinese (doubtful[i].finding),
                   kp_clause_finding_get_clause (doubtful[i].finding));
      return FALSE;
    }
  return TRUE;
}

/* On the text as it will be printed: what stands in a comment, or behind a condition that isn't met, isn't there. @marked has
 * the fields' names in the place of their values. */
static gboolean
check_clauses (const KpWording *marked,
               GError         **error)
{
  gsize n;
  const KpWordingPart *parts = kp_wording_get_parts (marked, &n);

  for (gsize i = 0; i < G_N_ELEMENTS (mandatory); i++)
    {
      if (has_text (marked, mandatory[i].needle))
        continue;
      g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
                   _("The wording of the contract lacks “%s” for its clause on %s, which %s demands. Put it back."),
                   mandatory[i].needle, kp_clause_part_get_chinese (mandatory[i].part),
                   kp_clause_part_get_clause (mandatory[i].part));
      return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    if (!check_lawful (&parts[i], error))
      return FALSE;
  return TRUE;
}

#define N_MADE 5 /* fields that aren't facts as they are */
#define N_VALUES (G_N_ELEMENTS (fields) + N_MADE)

/* Owned texts. */
typedef struct
{
  char          *probation;
  char          *wage; /* nullable */
  KpWordingValue values[N_VALUES];
} Values;

static void
values_clear (Values *values)
{
  g_free (values->probation);
  g_free (values->wage);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Values, values_clear)

static void
make_values (Values                *values,
             const KpContractFacts *facts)
{
  gsize n = 0;

  if (facts->probation_months == NULL)
    values->probation = g_strdup ("双方不约定试用期。");
  else
    values->probation = g_strdup_printf ("其中试用期%s，自%s起至%s止，包含在合同期限内。", facts->probation_months,
                                         facts->probation_from, facts->probation_to);
  if (facts->probation_months != NULL)
    values->wage = g_strdup_printf ("试用期内的工资为%s，且不低于当地最低工资标准。", facts->probation_wage);
  for (; n < G_N_ELEMENTS (fields); n++)
    values->values[n] = (KpWordingValue) { fields[n].name, get_fact (facts, fields[n].offset), FALSE };
  values->values[n++] = (KpWordingValue) { "试用期约定", values->probation, FALSE };
  values->values[n++] = (KpWordingValue) { "试用期工资约定", values->wage, TRUE };
  values->values[n++] = (KpWordingValue) { "岗位职责", facts->duties != NULL ? facts->duties
    : "在社区党组织领导和社区居民委员会指导下，承担社区党建、社区治理、社区服务以及上级交办的其他社区工作", FALSE };
  values->values[n++] = (KpWordingValue) { "工时制度", facts->hours != NULL ? facts->hours : "标准工时制度", FALSE };
  values->values[n++] = (KpWordingValue) { "合同份数", facts->copies != NULL ? facts->copies : "一式三份", FALSE };
  g_assert (n == N_VALUES);
}

/* The same text with “{工作岗位}” where the post will stand, but for what has no value: conditions come out as they will. */
static KpWording *
mark_wording (const KpWording *parsed,
              const Values    *values,
              GError         **error)
{
  KpWordingValue marked[N_VALUES];
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  KpWording *filled;

  for (gsize i = 0; i < N_VALUES; i++)
    {
      const KpWordingValue *value = &values->values[i];
      const gboolean has_value = value->value != NULL && *value->value != '\0';

      g_ptr_array_add (names, g_strdup_printf ("{%s}", value->name));
      marked[i] = (KpWordingValue) { value->name, has_value ? g_ptr_array_index (names, i) : NULL, value->is_optional };
    }
  filled = kp_wording_fill (parsed, marked, N_VALUES, error);
  if (filled != NULL)
    kp_wording_drop_emphasis (filled);
  return filled;
}

static KpWording *
fill_wording (const char            *wording,
              const KpContractFacts *facts,
              GError               **error)
{
  g_auto (Values) values = { .probation = NULL };
  g_autoptr (KpWording) parsed = kp_wording_new (wording, error);
  g_autoptr (KpWording) marked = NULL;

  if (parsed == NULL)
    return NULL;
  make_values (&values, facts);
  marked = mark_wording (parsed, &values, error);
  if (marked == NULL || !check_clauses (marked, error))
    return NULL;
  return kp_wording_fill (parsed, values.values, N_VALUES, error);
}

/**
 * kp_form_contract_check_wording:
 * @wording: the county's text
 * @error: return location
 *
 * Before there is anybody to employ: whether it reads, asks for nothing unknown, and has the mandatory clauses for a worker
 * with a probation.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING
 */
gboolean
kp_form_contract_check_wording (const char *wording,
                                GError    **error)
{
  static const char *const made[] = { "试用期约定", "试用期工资约定", "岗位职责", "工时制度", "合同份数" };
  g_autoptr (KpWording) parsed = kp_wording_new (wording, error);
  g_autoptr (KpWording) marked = NULL;
  const char *known[N_VALUES + 1] = { NULL };
  Values values = { .probation = NULL };

  for (gsize i = 0; i < N_VALUES; i++)
    {
      known[i] = i < G_N_ELEMENTS (fields) ? fields[i].name : made[i - G_N_ELEMENTS (fields)];
      values.values[i] = (KpWordingValue) { known[i], known[i], FALSE };
    }
  if (parsed == NULL || !kp_wording_check (parsed, known, NULL, 0, error))
    return FALSE;
  marked = mark_wording (parsed, &values, error);
  return marked != NULL && check_clauses (marked, error);
}

/* What the blocks draw. */
typedef struct
{
  const KpContractFacts *facts;
  const char            *title;
  const char            *last_text; /* nullable: the last paragraph, kept with the signatures */
  char                  *place; /* owned: "劳动合同 城劳合〔2026〕0031号" */
} Blocks;

/* A label and a ruled line with the value on it. */
static void
draw_ruled (KpSheet      *sheet,
            const char   *place,
            const KpRect *row,
            KpLength      label_width,
            const char   *label,
            const char   *value)
{
  KpRect rest = *row;
  KpRect head = kp_rect_cut_left (&rest, label_width);
  KpLength bottom = row->y + row->height - KP_MM (1);

  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (15), &head, KP_ALIGN_LEFT, label);
  kp_form_text (sheet, place, KP_FONT_FANGSONG, KP_PT (16), &rest, KP_ALIGN_CENTRE, value);
  kp_sheet_line (sheet, rest.x, bottom, rest.x + rest.width, bottom, KP_PT (0.6));
}

static void
draw_cover (KpSheet      *sheet,
            const KpRect *area,
            gpointer      data)
{
  static const char advice[] =
    "签订须知\n"
    "1．双方签订前应当认真阅读本合同，合同内容一经确定即具有法律约束力。\n"
    "2．空白处使用蓝、黑色钢笔或者签字笔填写，字迹清楚，不得涂改；确需改动的，改动处由双方签字或者盖章。\n"
    "3．甲方加盖公章，法定代表人（主要负责人）或者委托代理人签字或者盖章；乙方应当由本人签字，不得代签。\n"
    "4．甲方不得扣押乙方的居民身份证和其他证件，不得要求乙方提供担保或者以其他名义向乙方收取财物。";
  const Blocks *blocks = data;
  const KpContractFacts *facts = blocks->facts;
  KpRect rest = *area;
  KpRect row = kp_rect_cut_top (&rest, KP_MM (9));
  g_autofree char *number = g_strdup_printf ("合同编号：%s", facts->number);
  KpBlockStyle small = { .text = kp_form_style (KP_FONT_SONG, KP_PT (9.5)), .leading = KP_PT (15),
                         .rest_indent = KP_PT (14), .align = KP_ALIGN_JUSTIFY };

  kp_form_text (sheet, blocks->place, KP_FONT_SONG, KP_PT (12), &row, KP_ALIGN_RIGHT, number);
  (void) kp_rect_cut_top (&rest, KP_MM (28));
  row = kp_rect_cut_top (&rest, KP_MM (22));
  kp_form_text (sheet, blocks->place, KP_FONT_TITLE, KP_PT (44), &row, KP_ALIGN_CENTRE, blocks->title);
  row = kp_rect_cut_top (&rest, KP_MM (12));
  kp_form_text (sheet, blocks->place, KP_FONT_KAI, KP_PT (18), &row, KP_ALIGN_CENTRE, "（社区专职工作人员）");
  (void) kp_rect_cut_top (&rest, KP_MM (30));
  rest = kp_rect_inset (&rest, KP_MM (8), 0);
  row = kp_rect_cut_top (&rest, KP_MM (14));
  draw_ruled (sheet, blocks->place, &row, KP_MM (48), "甲方（用人单位）：", facts->employer);
  row = kp_rect_cut_top (&rest, KP_MM (14));
  draw_ruled (sheet, blocks->place, &row, KP_MM (48), "乙方（劳动者）：", facts->worker);
  row = kp_rect_cut_top (&rest, KP_MM (14));
  draw_ruled (sheet, blocks->place, &row, KP_MM (48), "签订日期：", "年　　　月　　　日");
  rest = (KpRect) { area->x, area->y + area->height - KP_MM (44), area->width, KP_MM (44) };
  kp_text_draw_block (sheet, &small, &rest, advice);
}

static void
draw_parties (KpSheet      *sheet,
              const KpRect *area,
              gpointer      data)
{
  const Blocks *blocks = data;
  const KpContractFacts *facts = blocks->facts;
  const struct
  {
    const char *label;
    const char *value;
    gboolean    is_half;
  } rows[] = {
    { "甲方（用人单位）", facts->employer, FALSE },
    { "统一社会信用代码", facts->employer_code, FALSE },
    { "法定代表人（主要负责人）", facts->employer_head, TRUE },
    { "联系电话", facts->employer_phone, TRUE },
    { "住所", facts->employer_address, FALSE },
    { "乙方（劳动者）", facts->worker, TRUE },
    { "性别", facts->worker_sex, TRUE },
    { "居民身份证号码", facts->worker_id, FALSE },
    { "户籍地址", facts->worker_household, FALSE },
    { "通讯地址", facts->worker_address, FALSE },
    { "联系电话", facts->worker_phone, FALSE },
  };
  KpTextStyle style = kp_form_style (KP_FONT_SONG, KP_PT (11));
  KpRect rest = *area;
  KpRect row = { 0, 0, 0, 0 };
  gboolean is_second = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KpRect cell;

      if (!is_second)
        row = kp_rect_cut_top (&rest, PARTY_ROW);
      cell = rows[i].is_half ? kp_rect_cell (&row, 2, 1, is_second, 0) : row;
      kp_form_draw_field (sheet, blocks->place, &cell, KP_MM (39), rows[i].label, &style, KP_ALIGN_LEFT,
                          rows[i].value);
      is_second = rows[i].is_half && !is_second;
    }
}

/* The body as the layout of contracts sets it. */
static KpBlockStyle
get_body_style (void)
{
  const KpOfficialLayout *layout = kp_official_get_contract_layout ();
  KpLength pitch = KP_OFFICIAL_WIDTH / (KpLength) layout->characters;
  KpTextStyle text = kp_form_style (layout->body_font, layout->body_size);

  text.pitch = pitch;
  return (KpBlockStyle) { .text = text, .leading = KP_OFFICIAL_HEIGHT / (KpLength) layout->lines,
                          .first_indent = 2 * pitch, .align = KP_ALIGN_JUSTIFY };
}

/* Nobody signs a page without a word of the contract on it: the last paragraph goes where the signatures go. */
static guint
count_signature_lines (KpSheet      *sheet,
                       const Blocks *blocks)
{
  KpBlockStyle body = get_body_style ();
  KpLength height = 0;

  if (blocks->last_text != NULL)
    height = kp_text_measure_block (sheet, &body, KP_OFFICIAL_WIDTH, blocks->last_text);
  return SIGNATURE_LINES + (guint) ((height + body.leading - 1) / body.leading);
}

/* Two boxes side by side: a seal and a hand, and the worker's own hand. */
static void
draw_sides (KpSheet      *sheet,
            const char   *place,
            const KpRect *box)
{
  static const struct
  {
    const char *lines[4];
  } sides[] = {
    { { "甲方（盖章）：", "法定代表人（主要负责人）或者", "委托代理人（签字或者盖章）：", "　　　　　年　　　月　　　日" } },
    { { "乙方（签字）：", "", "", "　　　　　年　　　月　　　日" } },
  };

  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    {
      KpRect cell = kp_rect_cell (box, 2, 1, side, 0);
      KpRect inner = kp_rect_inset (&cell, KP_MM (4), KP_MM (3));

      kp_sheet_rect (sheet, &cell, KP_PT (0.6));
      for (guint i = 0; i < G_N_ELEMENTS (sides[side].lines); i++)
        {
          KpRect row = { inner.x, 0, inner.width, KP_MM (8) };

          row.y = i == 3 ? inner.y + inner.height - KP_MM (8)
                         : inner.y + (KpLength) (i == 0 ? 0 : i + 1) * KP_MM (7);
          kp_form_text (sheet, place, KP_FONT_SONG, KP_PT (12), &row, KP_ALIGN_LEFT, sides[side].lines[i]);
        }
    }
}

static void
draw_signatures (KpSheet      *sheet,
                 const KpRect *area,
                 gpointer      data)
{
  const Blocks *blocks = data;
  KpRect rest = *area;
  KpBlockStyle body = get_body_style ();
  KpLength used = blocks->last_text == NULL ? 0 : kp_text_draw_block (sheet, &body, area, blocks->last_text);
  KpRect line;
  KpRect box, receipt;

  (void) kp_rect_cut_top (&rest, used);
  line = kp_rect_cut_top (&rest, KP_MM (16));
  box = kp_rect_cut_top (&rest, KP_MM (62));
  kp_form_text (sheet, blocks->place, KP_FONT_SONG, KP_PT (12), &line, KP_ALIGN_LEFT, "（以下为双方签字盖章处）");
  draw_sides (sheet, blocks->place, &box);
  (void) kp_rect_cut_top (&rest, KP_MM (4));
  receipt = kp_rect_cut_top (&rest, KP_MM (8));
  kp_form_text (sheet, blocks->place, KP_FONT_SONG, KP_PT (11), &receipt, KP_ALIGN_LEFT,
                "乙方已收到本合同文本一份。乙方签收：＿＿＿＿＿＿＿＿＿　　　　年　　月　　日");
}

/* The two annexes of the national template, for the years after the signing; they fill the back of the page
 * with the signatures when the contract is printed on both sides. */
static void
draw_annex (KpSheet      *sheet,
            const KpRect *area,
            const char   *title,
            const char   *text)
{
  KpBlockStyle body = get_body_style ();
  KpRect rest = *area;
  KpRect head = kp_rect_cut_top (&rest, KP_MM (14));
  KpRect box;

  kp_form_text (sheet, "劳动合同附件", KP_FONT_HEI, KP_PT (14), &head, KP_ALIGN_CENTRE, title);
  (void) kp_rect_cut_top (&rest, kp_text_draw_block (sheet, &body, &rest, text) + KP_MM (4));
  box = kp_rect_cut_top (&rest, KP_MM (50));
  draw_sides (sheet, "劳动合同附件", &box);
}

static void
draw_renewal (KpSheet      *sheet,
              const KpRect *area,
              gpointer      data G_GNUC_UNUSED)
{
  draw_annex (sheet, area, "附件1　续订劳动合同",
              "经甲乙双方协商一致，同意续订劳动合同。续订后的合同为＿＿＿＿＿＿＿＿劳动合同，"
              "自＿＿＿＿年＿＿月＿＿日起至＿＿＿＿＿＿＿＿＿＿止。续订不再约定试用期。");
}

static void
draw_change (KpSheet      *sheet,
             const KpRect *area,
             gpointer      data G_GNUC_UNUSED)
{
  draw_annex (sheet, area, "附件2　变更劳动合同",
              "经甲乙双方协商一致，自＿＿＿＿年＿＿月＿＿日起对本合同作如下变更："
              "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿"
              "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿。");
}

static void
blocks_clear (Blocks *blocks)
{
  g_clear_pointer (&blocks->place, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Blocks, blocks_clear)

static GArray *
build_parts (KpSheet         *sheet,
             const KpWording *wording,
             Blocks          *blocks)
{
  static const KpOfficialKind kinds[] = {
    [KP_WORDING_TITLE] = KP_OFFICIAL_TITLE,
    [KP_WORDING_HEADING] = KP_OFFICIAL_HEADING_1,
    [KP_WORDING_SUBHEADING] = KP_OFFICIAL_HEADING_2,
    [KP_WORDING_TEXT] = KP_OFFICIAL_BODY,
  };
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (KpOfficialPart));
  KpOfficialPart cover = { .kind = KP_OFFICIAL_BLOCK, .lines = COVER_LINES, .draw = draw_cover,
                           .data = blocks };
  KpOfficialPart parties = { .kind = KP_OFFICIAL_BLOCK, .lines = 10, .draw = draw_parties, .data = blocks };
  KpOfficialPart blank = { .kind = KP_OFFICIAL_BLANK };
  const KpOfficialPart annexes[] = {
    { .kind = KP_OFFICIAL_NEW_PAGE },
    { .kind = KP_OFFICIAL_BLOCK, .lines = ANNEX_LINES, .draw = draw_renewal },
    { .kind = KP_OFFICIAL_BLOCK, .lines = ANNEX_LINES, .draw = draw_change },
  };
  KpOfficialPart end = { .kind = KP_OFFICIAL_BLOCK, .draw = draw_signatures, .data = blocks };
  gsize n;
  const KpWordingPart *texts = kp_wording_get_parts (wording, &n);

  g_array_append_val (parts, cover);
  g_array_append_val (parts, parties);
  g_array_append_val (parts, blank);
  for (gsize i = 0; i < n; i++)
    {
      KpOfficialPart part = { .kind = kinds[texts[i].kind], .text = texts[i].text };

      if (texts[i].kind == KP_WORDING_TITLE)
        blocks->title = texts[i].text;
      else if (i + 1 == n && texts[i].kind == KP_WORDING_TEXT)
        blocks->last_text = texts[i].text;
      else
        g_array_append_val (parts, part);
    }
  end.lines = count_signature_lines (sheet, blocks);
  g_array_append_val (parts, end);
  g_array_append_vals (parts, annexes, G_N_ELEMENTS (annexes));
  return parts;
}

/**
 * kp_form_contract_draw:
 * @sheet: gets the pages
 * @wording: (nullable): the county's text, borrowed; %NULL = the shipped wording/contract.md
 * @facts: borrowed
 *
 * Appends one contract: cover, parties, the text, the page to sign, the annexes for renewal and change, each
 * page with number, digest and QR code. The nine matters of 劳动合同法 第十七条 are there whatever the wording says.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING (an unknown field with its line, a missing value with
 * its field, a lost mandatory clause) or another %KP_PDF_ERROR; then nothing was appended unless drawing
 * itself failed
 */
gboolean
kp_form_contract_draw (KpSheet               *sheet,
                       const char            *wording,
                       const KpContractFacts *facts,
                       GError               **error)
{
  g_autofree char *shipped = wording == NULL ? kp_wording_dup_contract () : NULL;
  const char *text = wording != NULL ? wording : shipped;
  g_autoptr (KpWording) filled = NULL;
  g_autoptr (GArray) parts = NULL;
  g_auto (Blocks) blocks = { .facts = facts, .title = "劳动合同" };
  KpFrame frame = { .kind = KP_FRAME_LIST, .list_digest = facts->digest, .digest_label = "合同摘要",
                    .code = facts->qr, .issuer = facts->number };

  if (!check_facts (facts, error))
    return FALSE;
  filled = fill_wording (text, facts, error);
  if (filled == NULL)
    return FALSE;
  blocks.place = g_strdup_printf ("劳动合同 %s", facts->number);
  parts = build_parts (sheet, filled, &blocks);
  kp_sheet_set_place (sheet, blocks.place);
  return kp_official_draw (sheet, kp_official_get_contract_layout (),
                           (const KpOfficialPart *) (gpointer) parts->data, parts->len, &frame, error);
}
