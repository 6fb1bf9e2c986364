/* kp-form-register.c – the office's registers and summaries: many papers of one shape, a table that is signed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each register is a row of the table at the end: its columns, who signs it, what stands below it. Whose rows they are,
 * the record says. */

#include "kp-form-register.h"

#include "kp-form-list.h"

/* Columns of the widest register. */
#define MOST_COLUMNS 12

/* Characters that a cell of long text shows. */
#define MOST_TEXT 300

typedef enum
{
  CELL_SHORT, /* one line, shrunk before it wraps */
  CELL_KEY,   /* the same in 黑体: what the eye looks for */
  CELL_LONG,  /* wraps, from the left */
  CELL_HAND,  /* may be written into: stays when no row has a text */
} CellKind;

typedef struct
{
  const char *name;
  const char *heading; /* nullable: the name broken into lines */
  guint       weight;
  CellKind    kind;
} Column;

typedef struct
{
  const char        *title;
  const Column      *columns; /* ends with a NULL name */
  const char *const *signers; /* nullable */
  const char *const *notes;   /* nullable */
  const char        *empty;
  gboolean           is_landscape;
  KpLength           row_height; /* 0 = usual */
} Register;

/* A hand needs about 9 mm. */
#define HAND_ROW KP_MM (9)

#define END { NULL, NULL, 0, CELL_SHORT }

static const char *const office_signers[] = { "制表人", "复核人", "招聘办负责人", NULL };
static const char *const review_signers[] = { "初审人", "复核人", "监督员", "领导小组负责人", NULL };
static const char *const exam_signers[] = { "编排人", "复核人", "监督员", "考务负责人", NULL };
static const char *const mark_signers[] = { "登分人", "登分人", "核分人", "监督员", NULL };
static const char *const recheck_signers[] = { "复审人（一）", "复审人（二）", "监督员", "招聘办负责人", NULL };
static const char *const custody_signers[] = { "保管人（一）", "保管人（二）", "监督员", NULL };
static const char *const opening_signers[] = { "启封人（一）", "启封人（二）", "监督员", NULL };
static const char *const result_signers[] = { "经办人", "复核人", "监督员", "领导小组负责人", NULL };

static const Column daily_columns[] = {
  { "岗位代码", "岗位\n代码", 14, CELL_KEY }, { "岗位名称", NULL, 30, CELL_LONG }, { "街道（乡镇）", NULL, 26, CELL_SHORT },
  { "招聘人数", "招聘\n人数", 12, CELL_SHORT }, { "报名人数", "报名\n人数", 12, CELL_SHORT }, { "合格人数", "合格\n人数", 12, CELL_SHORT },
  { "不合格人数", "不合格\n人数", 13, CELL_SHORT }, { "待定人数", "待定\n人数", 12, CELL_SHORT }, { "缴费人数", "缴费\n人数", 12, CELL_SHORT },
  { "合格人数与招聘人数之比", "合格∶\n招聘", 18, CELL_SHORT }, END,
};

static const char *const daily_notes[] = {
  "待定人数包括尚未审查、需补充材料和待核实的。比例以招聘人数为1，保留一位小数，不四舍五入。缴费人数包括减免的。", NULL,
};

static const Column review_columns[] = {
  { "岗位代码", "岗位\n代码", 14, CELL_KEY }, { "岗位名称", NULL, 34, CELL_LONG }, { "招聘人数", "招聘\n人数", 13, CELL_SHORT },
  { "报名人数", "报名\n人数", 13, CELL_SHORT }, { "合格", NULL, 13, CELL_SHORT }, { "不合格", NULL, 14, CELL_SHORT },
  { "需补充材料", "需补充\n材料", 14, CELL_SHORT }, { "待核实", NULL, 14, CELL_SHORT }, { "未审查", NULL, 14, CELL_SHORT },
  { "不合格理由代码及人次", "不合格理由代码\n及人次", 40, CELL_LONG }, END,
};



static const Column unfit_columns[] = {
  { "报名序号", NULL, 18, CELL_KEY }, { "姓名", NULL, 20, CELL_SHORT }, { "身份证号", NULL, 34, CELL_SHORT },
  { "理由代码", NULL, 17, CELL_SHORT }, { "不符合的条件及事实", NULL, 92, CELL_LONG }, { "审查人", NULL, 22, CELL_SHORT },
  { "审查日期", NULL, 22, CELL_SHORT }, END,
};

static const Column appeal_columns[] = {
  { "报名序号", NULL, 17, CELL_KEY }, { "姓名", NULL, 20, CELL_SHORT }, { "报考岗位", "报考\n岗位", 14, CELL_SHORT },
  { "原审查结论", NULL, 20, CELL_SHORT }, { "申诉日期", NULL, 22, CELL_SHORT }, { "答复期限", NULL, 22, CELL_SHORT },
  { "申诉理由", NULL, 40, CELL_HAND }, { "处理意见", NULL, 52, CELL_HAND }, { "处理人", NULL, 20, CELL_HAND },
  { "答复日期", NULL, 22, CELL_HAND }, { "现结论", NULL, 18, CELL_SHORT }, END,
};

static const char *const appeal_notes[] = { "处理人不得是原审查人。申诉材料原件附后。", NULL };

static const Column cut_columns[] = {
  { "岗位代码", "岗位\n代码", 15, CELL_KEY }, { "岗位名称", NULL, 34, CELL_LONG }, { "街道（乡镇）", NULL, 30, CELL_SHORT },
  { "原招聘人数", "原招聘\n人数", 16, CELL_SHORT }, { "符合条件的报名人数", "符合条件的\n报名人数", 24, CELL_SHORT }, { "处理", NULL, 16, CELL_KEY },
  { "现招聘人数", "现招聘\n人数", 16, CELL_SHORT }, END,
};

static const Column repost_columns[] = {
  { "报名序号", NULL, 18, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "原报岗位", NULL, 42, CELL_LONG },
  { "改报岗位", NULL, 42, CELL_LONG }, { "改报日期", NULL, 24, CELL_SHORT }, { "本人签名", NULL, 26, CELL_HAND },
  { "受理人", NULL, 22, CELL_HAND }, { "备注", NULL, 22, CELL_HAND }, END,
};

static const char *const repost_notes[] = { "在改报期限内没有改报的，视为退出，已缴费用退还本人。", NULL };

static const Column room_columns[] = {
  { "考场号", NULL, 14, CELL_KEY }, { "准考证起号", NULL, 28, CELL_SHORT }, { "准考证止号", NULL, 28, CELL_SHORT },
  { "人数", NULL, 12, CELL_SHORT }, { "各岗位人数", NULL, 70, CELL_LONG }, { "监考员（一）", NULL, 26, CELL_HAND },
  { "监考员（二）", NULL, 26, CELL_HAND }, END,
};

static const Column handover_columns[] = {
  { "考场号", NULL, 14, CELL_KEY }, { "应考人数", "应考\n人数", 13, CELL_SHORT }, { "试卷袋数", "试卷\n袋数", 13, CELL_HAND },
  { "试卷份数", "试卷\n份数", 13, CELL_HAND }, { "答题卡张数", "答题卡\n张数", 14, CELL_HAND }, { "封条", "封条是否\n完好", 17, CELL_HAND },
  { "领取时间", NULL, 22, CELL_HAND }, { "领取人签名", NULL, 30, CELL_HAND }, { "交回试卷", "交回\n试卷", 13, CELL_HAND },
  { "交回答题卡", "交回\n答题卡", 14, CELL_HAND }, { "交回时间", NULL, 22, CELL_HAND }, { "接收人签名", NULL, 30, CELL_HAND }, END,
};

static const char *const handover_notes[] = {
  "两名监考员同时领取、同时交回，当面清点，逐份核对号码；份数不符、封条破损的，当场报告主考并写入备注。缺考人员的试卷和答题卡一并交回。", NULL,
};

static const Column entry_columns[] = {
  { "登分号", NULL, 26, CELL_KEY }, { "录入（一）", NULL, 20, CELL_SHORT }, { "录入人", NULL, 20, CELL_SHORT },
  { "录入（二）", NULL, 20, CELL_SHORT }, { "录入人", NULL, 20, CELL_SHORT }, { "差异", NULL, 13, CELL_KEY },
  { "核定", NULL, 20, CELL_SHORT }, { "核定人", NULL, 20, CELL_SHORT }, END,
};

static const char *const entry_notes[] = {
  "两人分别录入，互不可见；有差异的，由第三人对照答卷核定。缺考、违纪不是零分。", NULL,
};

static const Column original_columns[] = {
  { "考生号码", NULL, 24, CELL_KEY }, { "姓名", NULL, 20, CELL_SHORT }, { "报考岗位", "报考\n岗位", 14, CELL_SHORT },
  { "身份证", NULL, 13, CELL_HAND }, { "户口簿", NULL, 13, CELL_HAND }, { "毕业证", "毕业证\n学位证", 14, CELL_HAND },
  { "学信网备案表", "学信网\n备案表", 14, CELL_HAND }, { "岗位要求的证明", "岗位要求\n的证明", 17, CELL_HAND },
  { "复审结论", NULL, 20, CELL_HAND }, { "说明", NULL, 46, CELL_HAND }, { "考生签名", NULL, 24, CELL_HAND }, { "复审日期", NULL, 22, CELL_HAND }, END,
};

static const char *const original_notes[] = { "原件核对无误的打“√”，缺的打“×”，不需要的画“—”。结论由各项条件的审核认定得出。", NULL };

static const Column contact_columns[] = {
  { "递补人员号码", "递补人员\n考生号码", 26, CELL_KEY }, { "姓名", NULL, 20, CELL_SHORT }, { "联系电话", NULL, 26, CELL_SHORT },
  { "第一次联系时间", "第一次\n联系时间", 24, CELL_HAND }, { "第二次联系时间", "第二次\n联系时间", 24, CELL_HAND }, { "第三次联系时间", "第三次\n联系时间", 24, CELL_HAND },
  { "联系结果", "联系结果\n（参加、放弃、未接通）", 44, CELL_HAND }, { "联系人签名", NULL, 24, CELL_HAND }, END,
};

static const char *const contact_notes[] = { "联系由两人进行并录音；约定时间内三次联系不上的，按公告的约定处理。内部资料，不得公开张贴。", NULL };

static const Column substitute_columns[] = {
  { "岗位代码", "岗位\n代码", 15, CELL_KEY }, { "岗位名称", NULL, 36, CELL_LONG }, { "准考证号", NULL, 28, CELL_SHORT },
  { "姓名", NULL, 24, CELL_SHORT }, { "递补进入的环节", NULL, 28, CELL_SHORT }, END,
};

static const Column custody_columns[] = {
  { "考生号码", NULL, 26, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "手机等件数", "手机等\n件数", 16, CELL_HAND },
  { "品牌型号", NULL, 36, CELL_HAND }, { "袋号", NULL, 14, CELL_HAND }, { "交存签名", NULL, 28, CELL_HAND },
  { "领回时间", NULL, 22, CELL_HAND }, { "领回签名", NULL, 28, CELL_HAND }, END,
};

static const char *const custody_notes[] = {
  "通讯工具关机后当面装袋编号，面试结束离场时凭本人签名领回。没有带的，在件数栏写“0”并签名。", NULL,
};

static const Column number_columns[] = {
  { "面试序号", NULL, 18, CELL_KEY }, { "准考证号", NULL, 28, CELL_SHORT }, { "姓名", NULL, 24, CELL_SHORT },
  { "报考岗位", "报考\n岗位", 18, CELL_SHORT }, { "面试成绩", NULL, 22, CELL_SHORT }, { "备注", NULL, 22, CELL_HAND }, END,
};

static const char *const number_notes[] = { "本表在本考场最后一名考生的成绩锁定、序号启封以后打印。", NULL };

static const Column physical_columns[] = {
  { "考生号码", NULL, 26, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "性别", NULL, 11, CELL_SHORT },
  { "轮次", NULL, 11, CELL_SHORT }, { "体检结论", NULL, 24, CELL_HAND }, { "结论日期", NULL, 24, CELL_HAND },
  { "复检", "复检\n（是、否）", 20, CELL_HAND }, { "备注", NULL, 26, CELL_HAND }, END,
};

static const char *const physical_notes[] = { "只写结论，不写病情和检查结果；体检表由医院封存，按保密的个人信息保管。", NULL };
static const char *const physical_signers[] = { "医院（盖章）", "主检医师", "经办人", "监督员", NULL };

static const Column background_columns[] = {
  { "考生号码", NULL, 26, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "轮次", NULL, 11, CELL_SHORT },
  { "纪检监察", "纪检\n监察", 13, CELL_HAND }, { "组织", NULL, 13, CELL_HAND }, { "政法", NULL, 13, CELL_HAND }, { "公安", NULL, 13, CELL_HAND },
  { "法院", NULL, 13, CELL_HAND }, { "检察院", NULL, 14, CELL_HAND }, { "信用", NULL, 13, CELL_HAND }, { "考察结论", NULL, 24, CELL_HAND }, { "结论日期", NULL, 24, CELL_HAND }, END,
};

static const char *const background_notes[] = {
  "各单位的结果写“无”或者“有”，有的另附书面材料。本表含敏感个人信息，只供考察组和领导小组使用。", NULL,
};

static const Column survey_columns[] = {
  { "合同编号", NULL, 34, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "发出份数", "发出\n份数", 13, CELL_HAND },
  { "有效份数", "有效\n份数", 13, CELL_HAND }, { "满意", NULL, 13, CELL_HAND }, { "基本满意", "基本\n满意", 13, CELL_HAND },
  { "不满意", NULL, 13, CELL_HAND }, { "满意率", NULL, 18, CELL_HAND }, { "折算得分", "折算\n得分", 16, CELL_HAND },
  { "测评日期", NULL, 24, CELL_HAND }, { "材料编号", NULL, 34, CELL_HAND }, END,
};

static const char *const survey_notes[] = {
  "满意率为满意份数与有效份数之比；只登记份数，不登记谁怎样回答。测评表由两名计票人当场清点、签名后封存。", NULL,
};
static const char *const survey_signers[] = { "计票人（一）", "计票人（二）", "监督员", "街道（乡镇）负责人", NULL };

static const Column headcount_columns[] = {
  { "代码", NULL, 16, CELL_KEY }, { "单位", NULL, 40, CELL_LONG }, { "城镇常住人口", "城镇常住\n人口", 22, CELL_SHORT },
  { "标准数", NULL, 15, CELL_SHORT }, { "员额", NULL, 15, CELL_KEY }, { "“两委”专职成员", "“两委”\n专职", 15, CELL_SHORT },
  { "专职工作人员", "专职工作\n人员", 18, CELL_SHORT }, { "其中试用期内", "其中\n试用期", 15, CELL_SHORT },
  { "预留转聘数", "预留\n转聘", 14, CELL_SHORT }, { "在招人数", "在招\n人数", 14, CELL_SHORT }, { "空额", NULL, 14, CELL_KEY },
  { "每万人配备", "每万人\n配备", 18, CELL_SHORT }, END,
};

static const char *const headcount_signers[] = { "制表人", "复核人", "社会工作部（盖章）", NULL };

static const Column plan_columns[] = {
  { "代码", NULL, 16, CELL_KEY }, { "单位", NULL, 40, CELL_LONG }, { "员额", NULL, 14, CELL_SHORT }, { "在岗人数", "在岗\n人数", 14, CELL_SHORT },
  { "空额", NULL, 14, CELL_SHORT }, { "现有空岗待招聘", "现有空岗\n待招聘", 18, CELL_HAND }, { "因退休离职待招聘", "因退休离职\n待招聘", 20, CELL_HAND },
  { "新增待招聘", "新增\n待招聘", 15, CELL_HAND }, { "计划合计", "计划\n合计", 14, CELL_KEY }, { "其中定向岗位", "其中\n定向", 14, CELL_HAND },
  { "理由", NULL, 40, CELL_HAND }, { "街道（乡镇）盖章", "街道（乡镇）\n盖章", 28, CELL_HAND }, END,
};

static const char *const plan_signers[] = { "制表人", "复核人", "街道（乡镇）负责人", "领导小组（盖章）", NULL };

static const Column bonus_review_columns[] = {
  { "报名序号", NULL, 18, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "报考岗位", "报考\n岗位", 14, CELL_SHORT },
  { "加分项", NULL, 30, CELL_LONG }, { "证明材料", NULL, 28, CELL_LONG }, { "申报日期", NULL, 21, CELL_SHORT },
  { "审核意见", NULL, 18, CELL_SHORT }, { "酌定分值", "酌定\n分值", 13, CELL_SHORT }, { "理由", NULL, 76, CELL_LONG },
  { "审核人（一）", NULL, 22, CELL_SHORT }, { "审核人（二）", NULL, 22, CELL_SHORT }, END,
};

static const char *const bonus_review_notes[] = { "分值由方案规定的，不另填写；酌情给分的，写审核人确定的分值。审核由两人进行，证明材料复印件附后。", NULL };

static const Column bonus_notice_columns[] = {
  { "岗位代码", "岗位\n代码", 16, CELL_KEY }, { "考生号码", NULL, 28, CELL_SHORT }, { "姓名", NULL, 22, CELL_SHORT },
  { "加分项", NULL, 50, CELL_LONG }, { "分值", NULL, 16, CELL_SHORT }, { "计分", NULL, 24, CELL_SHORT }, END,
};

static const Column figure_columns[] = {
  { "面试序号", NULL, 24, CELL_KEY }, { "原始成绩", NULL, 32, CELL_SHORT }, { "修正系数", NULL, 32, CELL_SHORT },
  { "修正后成绩", NULL, 32, CELL_KEY }, { "备注", NULL, 32, CELL_HAND }, END,
};

static const char *const figure_notes[] = { "修正系数和平均分的算法以招聘方案为准；缺考和成绩无效的不计入平均分。", NULL };
static const char *const figure_signers[] = { "计分员", "核分员", "监督员", NULL };

static const Column arrival_columns[] = {
  { "合同编号", NULL, 38, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "性别", NULL, 11, CELL_SHORT }, { "聘用岗位", NULL, 44, CELL_LONG },
  { "用工日期", NULL, 24, CELL_SHORT }, { "报到时间", NULL, 26, CELL_HAND }, { "分配社区", NULL, 30, CELL_HAND },
  { "本人签名", NULL, 26, CELL_HAND }, { "接收人签名", NULL, 26, CELL_HAND }, { "备注", NULL, 18, CELL_HAND }, END,
};

static const char *const arrival_notes[] = { "报到时核对居民身份证、学历学位证书原件和与原单位解除（终止）关系的证明；无正当理由逾期不报到的，写明联系情况。", NULL };
static const char *const employer_signers[] = { "制表人", "复核人", "街道（乡镇）盖章", NULL };

static const Column receipt_columns[] = {
  { "合同编号", NULL, 38, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "岗位", NULL, 34, CELL_LONG }, { "合同期限", NULL, 30, CELL_SHORT },
  { "份数", NULL, 14, CELL_HAND }, { "签订日期", NULL, 24, CELL_HAND }, { "领取日期", NULL, 24, CELL_HAND },
  { "本人签名", NULL, 28, CELL_HAND }, { "经办人", NULL, 22, CELL_HAND }, END,
};

static const char *const receipt_notes[] = { "劳动合同由双方各执一份，乙方的一份由本人签收，用人单位不得代为保管（劳动合同法第十六条）。", NULL };

static const Column staff_columns[] = {
  { "合同编号", NULL, 36, CELL_KEY }, { "姓名", NULL, 20, CELL_SHORT }, { "性别", NULL, 10, CELL_SHORT }, { "公民身份号码", NULL, 34, CELL_SHORT },
  { "户籍地址", NULL, 34, CELL_HAND }, { "现住址", NULL, 34, CELL_HAND }, { "联系方式", NULL, 26, CELL_SHORT }, { "用工形式", "用工\n形式", 14, CELL_SHORT },
  { "用工起始时间", "用工起始\n时间", 22, CELL_SHORT }, { "劳动合同期限", "劳动合同\n期限", 30, CELL_SHORT }, END,
};

static const char *const staff_notes[] = { "职工名册依照劳动合同法实施条例第八条建立备查。含完整的公民身份号码，不得公开张贴。", NULL };

static const Column insured_columns[] = {
  { "合同编号", NULL, 34, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "公民身份号码", NULL, 36, CELL_SHORT }, { "用工日期", NULL, 22, CELL_SHORT },
  { "社保登记日期", "社保登记\n日期", 22, CELL_HAND }, { "养老", NULL, 12, CELL_HAND }, { "医疗（生育）", "医疗\n（生育）", 14, CELL_HAND },
  { "失业", NULL, 12, CELL_HAND }, { "工伤", NULL, 12, CELL_HAND }, { "公积金登记日期", "公积金\n登记日期", 22, CELL_HAND },
  { "缴费基数", NULL, 20, CELL_HAND }, { "备注", NULL, 20, CELL_HAND }, END,
};

static const char *const insured_notes[] = { "社会保险、住房公积金自用工之日起三十日内登记（社会保险法第五十八条、住房公积金管理条例第十五条）。含完整的公民身份号码，不得公开张贴。", NULL };

static const Column physical_list_columns[] = {
  { "考生号码", NULL, 26, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "性别", NULL, 11, CELL_SHORT }, { "身份证号", NULL, 34, CELL_SHORT },
  { "轮次", NULL, 14, CELL_SHORT }, { "体检号", NULL, 18, CELL_HAND }, { "签到", NULL, 26, CELL_HAND }, { "备注", NULL, 22, CELL_HAND }, END,
};

static const char *const physical_list_notes[] = { "体检号当场编定，交给医院的体检表只写体检号。没有到场的写明原因和通知的时间。", NULL };
static const char *const team_signers[] = { "带队人（一）", "带队人（二）", "监督员", NULL };

static const Column inquiry_columns[] = {
  { "序号", NULL, 12, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "性别", NULL, 11, CELL_SHORT }, { "公民身份号码", NULL, 38, CELL_SHORT },
  { "审查结果（无、有）", "审查结果\n（无、有）", 24, CELL_HAND }, { "情况说明", NULL, 50, CELL_HAND }, END,
};

static const Column correction_columns[] = {
  { "编号", NULL, 12, CELL_KEY }, { "更正日期", NULL, 24, CELL_SHORT }, { "事项", NULL, 36, CELL_SHORT }, { "对象", NULL, 30, CELL_SHORT },
  { "更正前", NULL, 22, CELL_SHORT }, { "更正后", NULL, 22, CELL_SHORT }, { "原因", NULL, 74, CELL_LONG },
  { "影响人数", "影响\n人数", 14, CELL_SHORT }, { "更正人（一）", NULL, 22, CELL_SHORT }, { "更正人（二）", NULL, 22, CELL_SHORT }, END,
};

static const char *const correction_notes[] = { "更正不删除原记录，更正前的内容保留在日志里；已经公布的名单因此改变的，另行发布更正公告。", NULL };

static const Column archive_columns[] = {
  { "序号", NULL, 12, CELL_KEY }, { "文件名称", NULL, 70, CELL_LONG }, { "份数", NULL, 16, CELL_HAND }, { "页数", NULL, 16, CELL_HAND },
  { "保管期限", NULL, 20, CELL_HAND }, { "备注", NULL, 28, CELL_HAND }, END,
};

static const char *const archive_notes[] = { "没有形成的文件划去；答卷、评分表、录音录像和项目文件（.kaopin）另行登记。解除或者终止的劳动合同文本至少保存两年。", NULL };
static const char *const archive_signers[] = { "移交人", "接收人", "监督员", "移交日期", NULL };

static const Column result_columns[] = {
  { "岗位代码", "岗位\n代码", 14, CELL_KEY }, { "岗位名称", NULL, 34, CELL_LONG }, { "招聘类型", NULL, 30, CELL_LONG }, { "招聘人数", "招聘\n人数", 14, CELL_SHORT },
  { "报名人数", "报名\n人数", 14, CELL_SHORT }, { "审查合格", "审查\n合格", 14, CELL_SHORT }, { "参加笔试", "参加\n笔试", 14, CELL_SHORT },
  { "入围面试", "入围\n面试", 14, CELL_SHORT }, { "参加面试", "参加\n面试", 14, CELL_SHORT }, { "参加体检", "参加\n体检", 14, CELL_SHORT },
  { "拟聘用", NULL, 14, CELL_SHORT }, { "聘用", NULL, 14, CELL_KEY }, END,
};

static const char *const result_notes[] = { "招聘人数为公告的计划数，核减、取消见岗位核减、取消公告；拟聘用以后按拟聘用岗位计。", NULL };

static const Column structure_columns[] = {
  { "类别", NULL, 44, CELL_LONG }, { "报名人数", NULL, 22, CELL_SHORT }, { "审查合格", NULL, 22, CELL_SHORT }, { "参加面试", NULL, 22, CELL_SHORT },
  { "拟聘用", NULL, 22, CELL_SHORT }, { "聘用", NULL, 22, CELL_KEY }, { "占聘用人数", "占聘用\n人数", 22, CELL_SHORT }, END,
};

static const char *const structure_notes[] = { "年龄按资格条件的截止日计算；比例保留一位小数，不四舍五入。只有人数，没有个人信息。", NULL };

static const Column journal_columns[] = {
  { "日志序号", NULL, 26, CELL_KEY }, { "时间", NULL, 30, CELL_SHORT }, { "操作人", NULL, 26, CELL_SHORT }, { "事项", NULL, 32, CELL_SHORT },
  { "对象", NULL, 34, CELL_LONG }, { "写入", NULL, 66, CELL_LONG }, { "日志摘要", NULL, 30, CELL_SHORT }, END,
};

static const char *const journal_notes[] = {
  "同一操作人同一时间办理的事项印一行；日志摘要是该行最后一条日志的摘要（前12位），可以用“kaopin verify”核对。改动前后的内容在项目文件里，不打印。", NULL,
};
static const char *const journal_signers[] = { "打印人", "核对人", "监督员", NULL };

static const Column content_columns[] = {
  { "序号", NULL, 12, CELL_KEY }, { "文件名称", NULL, 66, CELL_LONG }, { "份数", NULL, 16, CELL_SHORT }, { "页数", NULL, 16, CELL_SHORT },
  { "卷号", NULL, 18, CELL_HAND }, { "保管期限", NULL, 20, CELL_HAND }, { "备注", NULL, 24, CELL_HAND }, END,
};

static const char *const content_notes[] = { "份数、页数为打印本目录时项目文件的内容，每份打印一次；手工填写的空白表和外来材料另行编目。", NULL };
static const Column choice_columns[] = {
  { "选岗次序", "选岗\n次序", 14, CELL_KEY }, { "考生号码", NULL, 28, CELL_SHORT }, { "姓名", NULL, 22, CELL_SHORT }, { "岗位", NULL, 40, CELL_LONG },
  { "综合成绩", "综合\n成绩", 18, CELL_SHORT }, { "选定岗位（单位）", NULL, 44, CELL_HAND }, { "本人签名", NULL, 30, CELL_HAND }, END,
};

static const char *const choice_notes[] = { "按选岗次序依次选择，已选完的不能再选；没有到场的先跳过，以后在剩余的里面选。", NULL };
static const char *const choice_signers[] = { "主持人", "记录人", "监督员", NULL };

static const Column objection_columns[] = {
  { "编号", NULL, 12, CELL_KEY }, { "收到日期", NULL, 22, CELL_SHORT }, { "方式", NULL, 14, CELL_SHORT }, { "反映人", NULL, 18, CELL_SHORT },
  { "被反映人", NULL, 26, CELL_LONG }, { "反映的问题", NULL, 50, CELL_LONG }, { "答复期限", NULL, 22, CELL_SHORT },
  { "结论", NULL, 22, CELL_SHORT }, { "调查情况", NULL, 50, CELL_LONG }, { "答复日期", NULL, 22, CELL_SHORT }, END,
};

static const char *const objection_notes[] = { "含公民个人信息，不得公开张贴。答复以前不聘用被反映人，其他人照常办理。", NULL };

static const Column departure_columns[] = {
  { "岗位代码", "岗位\n代码", 14, CELL_KEY }, { "考生号码", NULL, 28, CELL_SHORT }, { "姓名", NULL, 22, CELL_SHORT }, { "原因", NULL, 30, CELL_SHORT },
  { "日期", NULL, 22, CELL_SHORT }, { "说明", NULL, 50, CELL_LONG }, { "轮次", NULL, 12, CELL_SHORT },
  { "后备库递补日期", "后备库\n递补日期", 22, CELL_SHORT }, { "经办人（一）", NULL, 22, CELL_SHORT }, { "经办人（二）", NULL, 22, CELL_SHORT }, END,
};

static const char *const departure_notes[] = { "其他人的名次不变；递补的人单独体检、考察、公示。", NULL };

static const Column eligibility_columns[] = {
  { "编号", NULL, 16, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "身份证号", NULL, 34, CELL_SHORT }, { "现岗位", NULL, 26, CELL_SHORT },
  { "连续在岗起始日期", "连续在岗\n起始日期", 24, CELL_SHORT }, { "认定", NULL, 18, CELL_KEY }, { "不符合的条件", NULL, 70, CELL_LONG }, END,
};

static const char *const eligibility_notes[] = { "按招聘方案的转聘条件逐项认定。本表为工作表，公布资格认定结果时不得带身份证号。", NULL };

static const Column leftover_columns[] = {
  { "编号", NULL, 16, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "身份证号", NULL, 34, CELL_SHORT }, { "现岗位", NULL, 24, CELL_SHORT },
  { "连续在岗起始日期", "连续在岗\n起始日期", 22, CELL_SHORT }, { "未转聘的原因", NULL, 44, CELL_LONG }, { "去向", NULL, 34, CELL_HAND },
  { "原合同最后一日", "原合同\n最后一日", 22, CELL_HAND }, { "材料", NULL, 28, CELL_HAND }, END,
};

static const char *const leftover_notes[] = {
  "留在原单位的，由原单位履行至合同期满；依法解除或者终止的，由原单位支付经济补偿。内部资料，不得公开张贴。", NULL,
};

static const Column funding_columns[] = {
  { "原招聘部门（单位）", NULL, 44, CELL_KEY }, { "年度", NULL, 14, CELL_SHORT }, { "文号", NULL, 32, CELL_SHORT }, { "原有人数", "原有\n人数", 13, CELL_SHORT },
  { "年度预算", NULL, 30, CELL_SHORT }, { "转聘人数", "转聘\n人数", 13, CELL_SHORT }, { "划转金额", NULL, 30, CELL_KEY },
  { "未转聘人数", "未转聘\n人数", 14, CELL_SHORT }, { "不划转金额", NULL, 30, CELL_SHORT }, { "部门签章", NULL, 34, CELL_HAND }, END,
};

static const char *const funding_notes[] = { "年度预算＝划转金额＋不划转金额，逐部门平衡到分，合计为各部门之和。划转金额纳入社区工作者经费，由县级统筹（意见一）。", NULL };
static const char *const funding_signers[] = { "制表人", "复核人", "财政部门（盖章）", "社会工作部（盖章）", NULL };

static const Column grade_columns[] = {
  { "合同编号", NULL, 34, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "学历", NULL, 16, CELL_SHORT }, { "职业水平证书", NULL, 28, CELL_SHORT },
  { "认定社区工作年限", "认定社区\n工作年限", 22, CELL_SHORT }, { "岗位序列", NULL, 18, CELL_SHORT }, { "等级", NULL, 14, CELL_KEY },
  { "月工资（元）", NULL, 22, CELL_SHORT }, { "月补贴（元）", NULL, 20, CELL_HAND }, { "试用期月工资（元）", "试用期\n月工资（元）", 22, CELL_HAND },
  { "本人签名", NULL, 26, CELL_HAND }, END,
};

static const char *const grade_notes[] = {
  "等级由岗位序列、学历、职业水平证书和有证明的社区工作年限得出；试用期工资不低于约定工资的百分之八十和最低工资标准（劳动合同法第二十条）。", NULL,
};

static const Column file_columns[] = {
  { "序号", NULL, 12, CELL_KEY }, { "材料名称", NULL, 60, CELL_LONG }, { "文号或者存放处", NULL, 40, CELL_HAND }, { "日期", NULL, 32, CELL_HAND },
  { "页数", NULL, 13, CELL_HAND }, { "状态", NULL, 15, CELL_KEY }, END,
};

static const char *const file_notes[] = {
  "“缺”为应当有而没有归档的，“待”为还没有到时候的。解除或者终止的劳动合同文本至少保存两年（劳动合同法第五十条）。", NULL,
};
static const char *const file_signers[] = { "归档人", "核对人", "归档日期", NULL };

static const Column proof_columns[] = {
  { "报名序号", "报名\n序号", 18, CELL_KEY }, { "姓名", NULL, 22, CELL_SHORT }, { "报考岗位", "报考\n岗位", 14, CELL_SHORT },
  { "已提交的材料", NULL, 50, CELL_LONG }, { "核查来源", NULL, 34, CELL_LONG }, { "答复日期", NULL, 23, CELL_SHORT },
  { "出具日期", NULL, 23, CELL_SHORT }, { "编号", NULL, 28, CELL_LONG }, { "核查结论", "核查\n结论", 18, CELL_LONG },
  { "说明", NULL, 34, CELL_LONG }, { "核查人", NULL, 20, CELL_SHORT }, END,
};

static const char *const proof_notes[] = {
  "“不属实”和“逾期未提交”的，本人填报的该项身份、资格不予认定。复函、证书复印件附后。", NULL,
};

static const Column erasure_columns[] = {
  { "批次", NULL, 10, CELL_KEY }, { "清除的内容", NULL, 40, CELL_LONG }, { "保存期限", "保存\n期限", 12, CELL_SHORT },
  { "截止日期", NULL, 24, CELL_SHORT }, { "人数", NULL, 12, CELL_KEY }, { "项数", NULL, 14, CELL_SHORT },
  { "依据", NULL, 46, CELL_LONG }, { "清除人", NULL, 20, CELL_SHORT }, { "监督人", NULL, 20, CELL_SHORT },
  { "清除日期", NULL, 24, CELL_SHORT }, { "清单摘要", NULL, 34, CELL_SHORT }, END,
};

static const char *const erasure_signers[] = { "清除人", "监督人", "社会工作部（盖章）", NULL };

static const char *const erasure_notes[] = {
  "清除后，数据库中的内容不能恢复；操作日志的每一条及其摘要保留，“kaopin verify”仍可核对；统计数字不变。清单摘要是所清除各行（表名和编号）的 SHA-256 前16位。",
  "本证明不含个人信息。数据库以外的备份、导出文件和纸质材料，由保管人另行销毁并登记；在此以前不算清除完毕。", NULL,
};

static const Register registers[KP_N_REGISTERS] = {
  [KP_REGISTER_DAILY] = { "报名情况统计表", daily_columns, office_signers, daily_notes, "没有岗位。", TRUE, 0 },
  [KP_REGISTER_REVIEW] = { "资格审查汇总表", review_columns, review_signers, NULL, "没有岗位。", TRUE, 0 },
  [KP_REGISTER_UNFIT] = { "资格审查不合格人员名单", unfit_columns, review_signers, NULL, "没有资格审查不合格的人员。", TRUE, 0 },
  [KP_REGISTER_APPEALS] = { "资格审查申诉登记及处理表", appeal_columns, review_signers, appeal_notes, "没有申诉。", TRUE, KP_MM (14) },
  [KP_REGISTER_CUTS] = { "岗位核减、取消公告", cut_columns, NULL, NULL, "没有核减或者取消的岗位。", FALSE, 0 },
  [KP_REGISTER_REPOSTS] = { "改报登记表", repost_columns, office_signers, repost_notes, "没有人改报。", TRUE, HAND_ROW },
  [KP_REGISTER_ROOMS] = { "考场编排表", room_columns, exam_signers, NULL, "没有考场。", TRUE, HAND_ROW },
  [KP_REGISTER_HANDOVER] = { "试卷（答题卡）交接单", handover_columns, exam_signers, handover_notes, "没有考场。", TRUE, HAND_ROW },
  [KP_REGISTER_ENTRIES] = { "笔试登分表", entry_columns, mark_signers, entry_notes, "没有登分。", FALSE, KP_FORM_LIST_ROW },
  [KP_REGISTER_ORIGINALS] = { "资格复审记录表", original_columns, recheck_signers, original_notes, "没有资格复审的人员。", TRUE, HAND_ROW },
  [KP_REGISTER_SUBSTITUTES] = { "递补公告", substitute_columns, NULL, NULL, "没有递补人员。", FALSE, 0 },
  [KP_REGISTER_CONTACTS] = { "递补联系记录", contact_columns, result_signers, contact_notes, "没有递补人员。", TRUE, HAND_ROW },
  [KP_REGISTER_CUSTODY] = { "候考室通讯工具保管单", custody_columns, custody_signers, custody_notes, "没有面试人员。", TRUE, HAND_ROW },
  [KP_REGISTER_NUMBERS] = { "面试序号与考生对应表", number_columns, opening_signers, number_notes, "没有面试人员。", FALSE, 0 },
  [KP_REGISTER_PHYSICAL] = { "体检结论汇总表", physical_columns, physical_signers, physical_notes, "没有体检人员。", FALSE, HAND_ROW },
  [KP_REGISTER_BACKGROUND] = { "考察（政审）结果汇总表", background_columns, result_signers, background_notes, "没有考察人员。", TRUE, HAND_ROW },
  [KP_REGISTER_SURVEYS] = { "居民满意度测评汇总表", survey_columns, survey_signers, survey_notes, "没有试用期人员。", TRUE, HAND_ROW },
  [KP_REGISTER_HEADCOUNT] = { "员额测算表", headcount_columns, headcount_signers, NULL, "没有街道、社区。", TRUE, 0 },
  [KP_REGISTER_PLAN] = { "年度招聘计划申报（汇总）表", plan_columns, plan_signers, NULL, "没有街道、社区。", TRUE, HAND_ROW },
  [KP_REGISTER_BONUS_REVIEW] = { "加分审核表", bonus_review_columns, review_signers, bonus_review_notes, "没有审核加分申报。", TRUE, 0 },
  [KP_REGISTER_BONUS_NOTICE] = { "加分公示", bonus_notice_columns, NULL, NULL, "没有加分人员。", FALSE, 0 },
  [KP_REGISTER_FIGURES] = { "修正系数计算表", figure_columns, figure_signers, figure_notes, "没有修正的成绩。", FALSE, 0 },
  [KP_REGISTER_ARRIVALS] = { "报到登记和岗位分配表", arrival_columns, employer_signers, arrival_notes, "没有报到人员。", TRUE, HAND_ROW },
  [KP_REGISTER_RECEIPTS] = { "劳动合同签收表", receipt_columns, employer_signers, receipt_notes, "没有劳动合同。", TRUE, HAND_ROW },
  [KP_REGISTER_STAFF] = { "职工名册", staff_columns, employer_signers, staff_notes, "没有在职人员。", TRUE, 0 },
  [KP_REGISTER_INSURED] = { "社会保险和公积金参保花名册", insured_columns, employer_signers, insured_notes, "没有在职人员。", TRUE, HAND_ROW },
  [KP_REGISTER_PHYSICAL_LIST] = { "体检人员名单", physical_list_columns, team_signers, physical_list_notes, "没有体检人员。", FALSE, HAND_ROW },
  [KP_REGISTER_INQUIRY] = { "考察联审函", inquiry_columns, NULL, NULL, "没有考察人员。", FALSE, HAND_ROW },
  [KP_REGISTER_CORRECTIONS] = { "更正单", correction_columns, result_signers, correction_notes, "没有更正。", TRUE, 0 },
  [KP_REGISTER_ARCHIVE] = { "归档移交清单", archive_columns, archive_signers, archive_notes, "没有文件。", FALSE, 0 },
  [KP_REGISTER_RESULTS] = { "招聘结果统计表", result_columns, headcount_signers, result_notes, "没有岗位。", TRUE, 0 },
  [KP_REGISTER_STRUCTURE] = { "人员结构统计表", structure_columns, headcount_signers, structure_notes, "没有报名人员。", FALSE, KP_FORM_LIST_ROW },
  [KP_REGISTER_JOURNAL] = { "操作日志", journal_columns, journal_signers, journal_notes, "没有日志。", TRUE, 0 },
  [KP_REGISTER_CONTENTS] = { "档案目录", content_columns, archive_signers, content_notes, "没有文件。", FALSE, 0 },
  [KP_REGISTER_CHOICES] = { "选岗登记表", choice_columns, choice_signers, choice_notes, "没有选岗人员。", TRUE, HAND_ROW },
  [KP_REGISTER_OBJECTIONS] = { "公示异议登记簿", objection_columns, result_signers, objection_notes, "没有异议。", TRUE, 0 },
  [KP_REGISTER_DEPARTURES] = { "聘用前后退出登记簿", departure_columns, result_signers, departure_notes, "没有人退出。", TRUE, 0 },
  [KP_REGISTER_ELIGIBILITY] = { "转聘资格认定表", eligibility_columns, review_signers, eligibility_notes, "没有花名册。", TRUE, 0 },
  [KP_REGISTER_LEFTOVERS] = { "未聘用人员去向表", leftover_columns, result_signers, leftover_notes, "没有未聘用的人员。", TRUE, HAND_ROW },
  [KP_REGISTER_FUNDING] = { "经费划转表", funding_columns, funding_signers, funding_notes, "没有部门。", TRUE, HAND_ROW },
  [KP_REGISTER_GRADES] = { "岗位等级初定表", grade_columns, employer_signers, grade_notes, "没有定级人员。", TRUE, HAND_ROW },
  [KP_REGISTER_FILES] = { "个人档案目录", file_columns, file_signers, file_notes, "没有人员。", FALSE, 0 },
  [KP_REGISTER_PROOFS] = { "身份和资格证明核查登记表", proof_columns, review_signers, proof_notes, "没有须证明的身份和资格。", TRUE, 0 },
  [KP_REGISTER_ERASURES] = { "个人信息到期清除证明", erasure_columns, erasure_signers, erasure_notes, "没有清除过。", TRUE, 0 },
};

/** kp_register_get_title: what the office calls the register. */
const char *
kp_register_get_title (KpRegisterKind kind)
{
  return registers[kind].title;
}

/** kp_register_get_n_columns: texts in a row. */
guint
kp_register_get_n_columns (KpRegisterKind kind)
{
  guint n = 0;

  while (registers[kind].columns[n].name != NULL)
    n++;
  return n;
}

/** kp_register_get_heading: what a column is called in one line. */
const char *
kp_register_get_heading (KpRegisterKind kind,
                         guint          column)
{
  return registers[kind].columns[column].name;
}

/* A row as kp_form_list_draw() wants it: its texts, then its band. */
static GPtrArray *
make_rows (const KpRegisterFacts *facts,
           guint                  n_columns,
           GStringChunk          *texts)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < facts->n_rows; i++)
    {
      for (guint k = 0; k < n_columns; k++)
        g_ptr_array_add (rows, (gpointer) kp_form_cut (facts->cells[i * n_columns + k], MOST_TEXT, texts));
      g_ptr_array_add (rows, facts->groups != NULL ? (gpointer) facts->groups[i] : NULL);
    }
  return rows;
}

static KpFormColumn
make_column (const Column *column,
             guint         place)
{
  return (KpFormColumn) {
    .heading = column->heading != NULL ? column->heading : column->name,
    .weight = column->weight,
    .offset = (gssize) (place * sizeof (char *)),
    .align = column->kind == CELL_LONG ? KP_ALIGN_LEFT : KP_ALIGN_CENTRE,
    .shrinks = column->kind == CELL_SHORT || column->kind == CELL_KEY,
    .is_kept = column->kind == CELL_KEY || column->kind == CELL_HAND,
    .font = column->kind == CELL_KEY ? KP_FONT_HEI : KP_FONT_SONG,
  };
}

/**
 * kp_form_register_draw:
 * @sheet: gets the pages
 * @facts: borrowed; rows in the order in which they are printed
 * @error: return location
 *
 * Returns: %TRUE with the register appended, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_register_draw (KpSheet               *sheet,
                       const KpRegisterFacts *facts,
                       GError               **error)
{
  const Register *kind = &registers[facts->kind];
  const guint n_columns = kp_register_get_n_columns (facts->kind);
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);
  g_autoptr (GPtrArray) rows = make_rows (facts, n_columns, texts);
  KpFormColumn columns[MOST_COLUMNS];
  const KpFormTable table = { columns, n_columns, rows->pdata, (n_columns + 1) * sizeof (char *), facts->n_rows,
                              facts->groups != NULL ? (gssize) (n_columns * sizeof (char *)) : 0 };
  const KpFormLook look = { .is_landscape = kind->is_landscape, .subtitle = facts->subtitle, .signers = kind->signers,
                            .row_height = kind->row_height, .title_size = KP_PT (18) };
  KpFormList list = facts->list;

  g_return_val_if_fail (n_columns <= MOST_COLUMNS, FALSE);
  for (guint i = 0; i < n_columns; i++)
    columns[i] = make_column (&kind->columns[i], i);
  list.notes = list.notes != NULL ? list.notes : kind->notes;
  list.empty = kind->empty;
  return kp_form_list_draw (sheet, &list, NULL, 0, &table, &look, error);
}
