/* kp-press-record.c – papers about one person: registration, review, approval of the hire.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Internal papers that go into the person's file. The registration and the approval need the whole ID number, the
 * review's sheet doesn't. */

#include <string.h>

#include "kp-candidate.h"
#include "kp-id-number.h"
#include "kp-press-record-private.h"
#include "kp-qualify.h"
#include "kp-step-photo.h"

/* One paper while it is filled. Texts live as long as the press. */
typedef struct
{
  KpRecordPaper paper;
  const KpDossier *dossier;
  GPtrArray *findings;   /* (element-type KpFindingRecord): of the review, all people */
  GPtrArray *judgements; /* (element-type KpJudgementRecord): likewise */
} Record;

typedef struct
{
  gboolean (*is_for) (const KpDossier *dossier);
  void (*fill) (Record *record);
} Kind;

static const guint row_weights[KP_RECORD_FIELDS_MOST] = { 22, 20, 20, 78 };

static const char *
get_text (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* ---- registration ---- */

static const char *const promise_signers[] = { "本人签名", "日期", NULL };
static const char *const reviewer_signers[] = { "审查人", "日期", NULL };

#define PROMISE                                                                                                        \
  "本人已阅读招聘公告，知晓报考条件和纪律要求；所填信息和所交材料真实、准确、完整，没有公告规定的不得报考情形。如有不实，"   \
  "本人自愿承担取消资格、解除聘用等责任。"

/* The scheme's own facts as the person states them: "军人配偶：是；服役地：…". */
static const char *
join_declared (Record *record)
{
  KpPress *press = record->paper.press;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; record->dossier->facts != NULL && i < record->dossier->facts->len; i++)
    {
      const KpFactRecord *fact = g_ptr_array_index (record->dossier->facts, i);
      const char *label = kp_fact_find_label (press->scheme->facts, fact->fact);
      const char *value = g_strcmp0 (fact->value, KP_FACT_STATED) == 0   ? "是"
                          : g_strcmp0 (fact->value, KP_FACT_DENIED) == 0 ? "否"
                                                                         : fact->value;

      if (label == NULL || get_text (value) == NULL)
        continue;
      g_string_append_printf (text, "%s%s：%s", text->len > 0 ? "；" : "", label, value);
      if (get_text (fact->since) != NULL)
        g_string_append_printf (text, "（自%s）", kp_press_format_iso (press, fact->since));
    }
  return text->len > 0 ? kp_press_format (press, "%s", text->str) : NULL;
}

/* Empty on the sheet may mean "not said": it is left to write and not printed as "no". */
static const char *
get_veteran (const KpPersonRecord *person)
{
  return person->is_veteran == 1 ? "是" : person->is_veteran == 0 ? "否" : NULL;
}

static void
add_person (Record *record)
{
  KpPress *press = record->paper.press;
  const KpPersonRecord *person = record->dossier->person;

  kp_record_add_fields (&record->paper, kp_record_field ("姓名", person->name, 1), kp_record_field ("性别", person->sex, 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("出生日期", kp_press_format_iso (press, person->birth), 1),
              kp_record_field ("民族", get_text (person->ethnic), 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("身份证号", person->id_number, 1), KP_RECORD_NO_FIELD, KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("政治面貌", get_text (person->political), 1), kp_record_field ("联系电话", get_text (person->phone), 1),
              KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("学历", get_text (person->education), 1), kp_record_field ("学位", get_text (person->degree), 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("毕业院校", get_text (person->school), 1), kp_record_field ("专业", get_text (person->major), 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("毕业时间", kp_press_format_iso (press, person->graduated), 1),
              kp_record_field ("社工证书", get_text (person->certificate), 1), KP_RECORD_NO_FIELD);
}

/* What no workbook has: the person writes it. */
static void
add_by_hand (Record *record)
{
  kp_record_add_fields (&record->paper, kp_record_field ("曾用名", NULL, 1), kp_record_field ("籍贯", NULL, 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("入党时间", NULL, 1), kp_record_field ("健康状况", NULL, 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("毕业证编号", NULL, 1), kp_record_field ("学信网验证码", NULL, 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("参加工作时间", NULL, 1), kp_record_field ("户籍取得时间", NULL, 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("紧急联系人", NULL, 1), kp_record_field ("紧急电话", NULL, 1), KP_RECORD_NO_FIELD);
}

static void
add_family (Record *record)
{
  kp_record_add_heading (&record->paper, "家庭主要成员及重要社会关系");
  kp_record_add_row (&record->paper, TRUE, row_weights, (const char *const[KP_RECORD_FIELDS_MOST]){ "称谓", "姓名", "政治面貌", "出生年月、工作单位及职务" });
  for (guint i = 0; i < 6; i++)
    kp_record_add_row (&record->paper, FALSE, row_weights, (const char *const[KP_RECORD_FIELDS_MOST]){ NULL, NULL, NULL, NULL });
}

static void
fill_registration (Record *record)
{
  KpPress *press = record->paper.press;
  const KpPersonRecord *person = record->dossier->person;

  add_person (record);
  kp_record_add_fields (&record->paper, kp_record_field ("退役军人", get_veteran (person), 1),
              kp_record_field ("网格员上岗", kp_press_format_iso (press, person->grid_since), 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("报考岗位", kp_press_get_post (press, record->dossier->application->post), 1), KP_RECORD_NO_FIELD, KP_RECORD_NO_FIELD);
  kp_record_add_text (&record->paper, "户籍所在地", get_text (person->residence), 1, NULL);
  kp_record_add_text (&record->paper, "现居住地址", get_text (person->address), 1, NULL);
  kp_record_add_text (&record->paper, "工作单位\n及职务", get_text (person->employer), 1, NULL);
  add_by_hand (record);
  kp_record_add_text (&record->paper, "其他申报", join_declared (record), 2, NULL);
  kp_record_add_text (&record->paper, "申报加分项", NULL, 2, NULL);
  kp_record_add_text (&record->paper, "奖惩情况", NULL, 4, NULL);
  kp_record_add_text (&record->paper, "个人简历", NULL, 14, NULL);
  add_family (record);
  kp_record_add_text (&record->paper, "回避关系", NULL, 2, NULL);
  kp_record_add_text (&record->paper, "本人承诺", PROMISE, 0, promise_signers);
  kp_record_add_text (&record->paper, "初审意见", NULL, 1, reviewer_signers);
  kp_record_add_text (&record->paper, "复核意见", NULL, 1, reviewer_signers);
  record->paper.facts.has_photo = TRUE;
  record->paper.facts.note = "个人简历从高中写起，不间断；回避关系写与招聘机构、用人街道工作人员的亲属关系，没有的写“无”。本表一式两份。";
}

/* ---- review ---- */

static const char *const level_signers[] = { "审查人", "审查日期", NULL };

/* Of one condition at one level: NULL where nobody had to decide. */
static const KpJudgementRecord *
find_judgement (const Record *record, const KpFindingRecord *finding, gint64 level)
{
  for (guint i = 0; i < record->judgements->len; i++)
    {
      const KpJudgementRecord *judgement = g_ptr_array_index (record->judgements, i);

      if (judgement->level == level && g_str_equal (judgement->application, finding->application)
          && g_str_equal (judgement->condition, finding->condition))
        return judgement;
    }
  return NULL;
}

static const char *
get_verdict (const char *name)
{
  KpVerdict verdict;

  return name != NULL && kp_verdict_parse (name, &verdict) ? kp_verdict_get_chinese (verdict) : NULL;
}

/* What the facts alone give, or what a person decided: then who. */
static const char *
get_first_verdict (Record *record, const KpFindingRecord *finding)
{
  const KpJudgementRecord *first = find_judgement (record, finding, 1);

  return first != NULL ? kp_press_format (record->paper.press, "%s\n%s", get_verdict (first->verdict), first->reviewer)
                       : get_verdict (finding->computed);
}

static const char *
get_second_verdict (Record *record, const KpFindingRecord *finding)
{
  const KpJudgementRecord *last = find_judgement (record, finding, 3);

  last = last != NULL ? last : find_judgement (record, finding, 2);
  return last != NULL ? kp_press_format (record->paper.press, "%s\n%s", get_verdict (last->verdict), last->reviewer) : NULL;
}

static const char *
get_condition_label (Record *record, const KpFindingRecord *finding)
{
  KpPress *press = record->paper.press;
  const KpSchemePost *post = kp_scheme_get_post (press->scheme, record->dossier->application->post);
  g_autoptr (GPtrArray) asked = post != NULL ? kp_qualify_list_requirements (press->scheme, post) : NULL;

  for (guint i = 0; asked != NULL && i < asked->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (asked, i);

      if (g_str_equal (requirement->id, finding->condition))
        return kp_press_format (press, "%s\n%s", requirement->label, finding->clause != NULL ? finding->clause : "");
    }
  return finding->condition;
}

static const char *
get_outcome (const KpDossier *dossier)
{
  KpReviewOutcome outcome;

  return dossier->application->review != NULL && kp_review_outcome_parse (dossier->application->review, &outcome)
             ? kp_review_outcome_get_chinese (outcome)
             : "未审查";
}

static void
fill_review (Record *record)
{
  KpPress *press = record->paper.press;
  const KpDossier *dossier = record->dossier;
  guint n = 0;

  kp_record_add_fields (&record->paper, kp_record_field ("姓名", dossier->person->name, 1),
              kp_record_field ("身份证号", kp_press_keep (press, kp_id_number_mask (dossier->person->id_number)), 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("报考岗位", kp_press_get_post (press, dossier->application->post), 1),
              kp_record_field ("资格截止日", kp_press_format_date (press, press->scheme->cutoff), 1), KP_RECORD_NO_FIELD);
  kp_record_add_heading (&record->paper, "逐项审查");
  kp_record_add_row (&record->paper, TRUE, row_weights, (const char *const[KP_RECORD_FIELDS_MOST]){ "条件（公告条款）", "初审", "复核", "事实和意见" });
  for (guint i = 0; i < record->findings->len; i++)
    {
      const KpFindingRecord *finding = g_ptr_array_index (record->findings, i);

      if (!g_str_equal (finding->application, dossier->application->application))
        continue;
      n++;
      kp_record_add_row (&record->paper, FALSE, row_weights,
               (const char *const[KP_RECORD_FIELDS_MOST]){ get_condition_label (record, finding), get_first_verdict (record, finding),
                                       get_second_verdict (record, finding),
                                       get_text (finding->sentence) != NULL
                                           ? finding->sentence
                                           : kp_press_format (press, "%s。", get_verdict (finding->verdict)) });
    }
  kp_record_add_text (&record->paper, "审查结论",
            kp_press_format (press, "%s（由以上%u项得出）。", get_outcome (dossier), n), 1, NULL);
  kp_record_add_text (&record->paper, "初审", NULL, 1, level_signers);
  kp_record_add_text (&record->paper, "复核", NULL, 1, level_signers);
  record->paper.facts.note = "结论由各项意见得出，不单独填写；初审和复核不得是同一人。复核栏空着的，复核人没有改变初审意见。";
}

/* ---- approval of the hire ---- */

static const char *const opinion_signers[] = { "盖章", "负责人", "日期", NULL };

static const char *
get_fitness (const KpFitnessRecord *fitness)
{
  return fitness == NULL                         ? NULL
         : g_str_equal (fitness->outcome, "pass") ? "合格"
         : g_str_equal (fitness->outcome, "fail") ? "不合格"
                                                  : NULL;
}

static void
fill_approval (Record *record)
{
  KpPress *press = record->paper.press;
  const KpDossier *dossier = record->dossier;
  const KpTotalRecord *total = dossier->total;
  const KpProposalRecord *proposal = dossier->proposal;

  add_person (record);
  kp_record_add_fields (&record->paper, kp_record_field ("拟聘岗位", kp_press_get_post (press, proposal->post), 1), KP_RECORD_NO_FIELD, KP_RECORD_NO_FIELD);
  kp_record_add_fields (&record->paper, kp_record_field ("笔试成绩", total != NULL ? kp_press_format_mark (press, total->written) : NULL, 1),
              kp_record_field ("面试成绩", total != NULL ? kp_press_format_mark (press, total->interview) : NULL, 1),
              kp_record_field ("综合成绩", total != NULL ? kp_press_format_mark (press, total->total) : NULL, 1));
  kp_record_add_fields (&record->paper, kp_record_field ("岗位名次", kp_press_format_count (press, proposal->place), 1),
              kp_record_field ("体检结论", get_fitness (dossier->physical), 1), kp_record_field ("考察结论", get_fitness (dossier->background), 1));
  kp_record_add_fields (&record->paper,
              kp_record_field ("公示期",
                     kp_press_format (press, "%s至%s", kp_press_format_iso (press, proposal->public_from),
                                      kp_press_format_iso (press, proposal->public_until)),
                     1),
              KP_RECORD_NO_FIELD, KP_RECORD_NO_FIELD);
  kp_record_add_text (&record->paper, "公示结果", NULL, 2, NULL);
  kp_record_add_text (&record->paper, "社区意见", NULL, 2, opinion_signers);
  kp_record_add_text (&record->paper, "街道（乡镇）\n意见", NULL, 2, opinion_signers);
  kp_record_add_text (&record->paper, "社会工作部\n意见", NULL, 2, opinion_signers);
  kp_record_add_text (&record->paper, "人社部门\n意见", NULL, 2, opinion_signers);
  record->paper.facts.has_photo = TRUE;
  record->paper.facts.note = "本表一式三份，街道（乡镇）、社会工作部和本人档案各一份。";
}

/* ---- background ---- */

static const char *const investigator_signers[] = { "考察人（一）", "考察人（二）", "日期", NULL };
static const char *const body_signers[] = { "单位（盖章）", "负责人", "日期", NULL };

/* The conclusion is the bodies' and the investigators'; the record has only whether the person passed. */
static void
fill_background (Record *record)
{
  const KpDossier *dossier = record->dossier;

  add_person (record);
  kp_record_add_fields (&record->paper,
                        kp_record_field ("报考岗位", kp_press_get_post (record->paper.press, dossier->application->post), 1),
                        KP_RECORD_NO_FIELD, KP_RECORD_NO_FIELD);
  kp_record_add_text (&record->paper, "现居住地址", get_text (dossier->person->address), 1, NULL);
  kp_record_add_text (&record->paper, "工作（学习）\n单位", get_text (dossier->person->employer), 1, NULL);
  kp_record_add_text (&record->paper, "政治思想\n和品行", NULL, 4, NULL);
  kp_record_add_text (&record->paper, "遵纪守法\n和信用", NULL, 3, NULL);
  kp_record_add_text (&record->paper, "工作（学习）\n表现", NULL, 4, NULL);
  kp_record_add_text (&record->paper, "档案和学历\n查核", NULL, 2, NULL);
  kp_record_add_text (&record->paper, "应当回避的\n情形", NULL, 2, NULL);
  kp_record_add_text (&record->paper, "谈话和走访", "谈话对象、时间和主要内容：", 5, NULL);
  kp_record_add_text (&record->paper, "所在单位\n（社区）意见", NULL, 2, body_signers);
  kp_record_add_text (&record->paper, "公安机关\n意见", NULL, 2, body_signers);
  kp_record_add_text (&record->paper, "考察组意见", get_fitness (dossier->background), 2, investigator_signers);
  kp_record_add_text (&record->paper, "领导小组\n意见", NULL, 2, opinion_signers);
  record->paper.facts.has_photo = TRUE;
  record->paper.facts.note = "考察由两人以上进行，如实记录，材料附后。本表含敏感个人信息，只供考察组和领导小组使用，按人事档案保管。";
}

/* ---- all ---- */

static gboolean
is_anybody (const KpDossier *dossier G_GNUC_UNUSED)
{
  return TRUE;
}

static gboolean
is_reviewed (const KpDossier *dossier)
{
  KpReviewOutcome outcome;

  return dossier->application->review != NULL && kp_review_outcome_parse (dossier->application->review, &outcome);
}

static gboolean
has_background (const KpDossier *dossier)
{
  return dossier->background != NULL;
}

static gboolean
is_proposed (const KpDossier *dossier)
{
  return dossier->proposal != NULL;
}

static const Kind kinds[] = {
  [KP_PRESS_REGISTRATION_FORMS - KP_PRESS_REGISTRATION_FORMS] = { is_anybody, fill_registration },
  [KP_PRESS_REVIEW_FORMS - KP_PRESS_REGISTRATION_FORMS] = { is_reviewed, fill_review },
  [KP_PRESS_APPROVAL_FORMS - KP_PRESS_REGISTRATION_FORMS] = { is_proposed, fill_approval },
  [KP_PRESS_BACKGROUND_FORMS - KP_PRESS_REGISTRATION_FORMS] = { has_background, fill_background },
};

static gboolean
draw_record (Record *record, const Kind *kind, KpSheet *sheet, GError **error)
{
  KpPress *press = record->paper.press;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (KpRecordPart));
  g_autoptr (GBytes) photo = NULL;

  if (!kp_photo_find (press->session, record->dossier->application->application, &photo, error))
    return FALSE;
  record->paper.parts = parts;
  record->paper.facts.photo = photo;
  record->paper.facts.subtitle_right
      = kp_press_format (press, "%s：%s", record->dossier->seat != NULL ? "准考证号" : "报名序号",
                         kp_press_get_ticket (record->dossier));
  kind->fill (record);
  return kp_record_paper_draw (&record->paper, record->dossier->application->application, sheet, error);
}

/** kp_press_draw_records: the papers of the kind that is being made, one for each person whom it concerns. */
gboolean
kp_press_draw_records (KpPress *press, KpSheet *sheet, GError **error)
{
  const Kind *kind = &kinds[press->form - KP_PRESS_REGISTRATION_FORMS];
  KpDatabase *db = kp_session_get_database (press->session);
  const char *campaign = kp_session_get_campaign (press->session);
  g_autoptr (GPtrArray) findings = kp_table_select (db, &kp_finding_table, campaign,
                                                    "AND moment = $2 ORDER BY application, condition",
                                                    KP_BINDS (KP_TEXT (KP_MOMENT_REVIEW)), error);
  g_autoptr (GPtrArray) judgements
      = findings == NULL ? NULL
                         : kp_table_select (db, &kp_judgement_table, campaign,
                                            "AND moment = $2 ORDER BY application, condition, level",
                                            KP_BINDS (KP_TEXT (KP_MOMENT_REVIEW)), error);

  if (judgements == NULL)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);
      const KpPressNumbers numbers
          = { .person = kp_press_get_ticket (dossier), .alias = dossier->application->application };
      Record record = { .paper = { .press = press }, .dossier = dossier, .findings = findings, .judgements = judgements };

      if (kind->is_for (dossier) && kp_press_wants_part (press, &numbers) && !draw_record (&record, kind, sheet, error))
        return FALSE;
    }
  return TRUE;
}
