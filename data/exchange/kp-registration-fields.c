/* kp-registration-fields.c – the columns of a registration workbook and their usual headings.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-registration-private.h"

/* Words are compact and in the order of preference: where a sheet has several of them, the first counts. */
static const KpHeadingField fields[KP_REGISTRATION_N_FIELDS] = {
  [KP_REGISTRATION_FIELD_SERIAL] = { .title = "序号",
                                     .words = { "序号", "报名序号", "报名编号", "报名号", "编号", "NO",
                                                "NO." },
                                     .is_exact = TRUE },
  [KP_REGISTRATION_FIELD_NAME] = { .title = "姓名",
                                   .words = { "姓名",       "考生姓名",   "申请人姓名",   "报考人姓名",
                                              "报名人姓名", "应聘人姓名", "应聘人员姓名", "报考人员姓名",
                                              "报考者姓名", "人员姓名",   "本人姓名",     "真实姓名",
                                              "申请人",     "报考人",     "报名人",       "应聘人",
                                              "应聘人员",   "报考人员",   "报考者",       "报名人员",
                                              "考生",       "名字", "报名者", "应聘者", "申请者", "人员" } },
  [KP_REGISTRATION_FIELD_SEX] = { .title = "性别", .words = { "性别", "考生性别" } },
  [KP_REGISTRATION_FIELD_ETHNIC] = { .title = "民族", .words = { "民族", "族别", "所属民族" } },
  [KP_REGISTRATION_FIELD_BIRTH] = { .title = "出生日期",
                                    .words = { "出生日期", "出生年月日", "出生年月", "出生时间", "出生年份",
                                               "生日", "出生" } },
  [KP_REGISTRATION_FIELD_ID_NUMBER] = { .title = "身份证号", .words = { "身份证号",         "身份证号码",
                                                                        "公民身份号码",     "公民身份证号码",
                                                                        "公民身份证号",     "居民身份证号码",
                                                                        "居民身份证号",     "居民身份证",
                                                                        "身份证件号码",     "身份证件号",
                                                                        "有效身份证件号码", "有效证件号码",
                                                                        "考生身份证号",     "本人身份证号码",
                                                                        "身份号码",         "证件号码",
                                                                        "证件号",           "身份证编号",
                                                                        "证件编号",         "身份证" } },
  [KP_REGISTRATION_FIELD_POLITICAL] = { .title = "政治面貌",
                                        .words = { "政治面貌", "政治面目", "政治身份", "政治状况", "政治情况",
                                                   "党派" } },
  [KP_REGISTRATION_FIELD_EDUCATION] = { .title = "学历",
                                        .words = { "最高学历", "学历", "文化程度", "学历层次", "毕业学历",
                                                   "全日制学历", "第一学历", "受教育程度", "教育程度",
                                                   "学历学位", "学历/学位", "学历及学位", "学历、学位",
                                                   "全日制教育学历", "现学历", "现有学历", "目前学历", "学历情况", "最高学历及学位", "最高学历学位" } },
  [KP_REGISTRATION_FIELD_DEGREE] = { .title = "学位",
                                     .words = { "最高学位", "学位", "学位名称", "所获学位" } },
  [KP_REGISTRATION_FIELD_SCHOOL] = { .title = "毕业院校",
                                     .words = { "毕业院校及专业", "毕业院校", "毕业学校", "毕业院校名称",
                                                "毕业学校名称", "毕业院校系及专业", "毕业学校及专业",
                                                "院校及专业", "毕业院校专业", "毕业院校(专业)",
                                                "毕业院校/专业", "毕业院校、专业", "就读院校", "院校",
                                                "学校" } },
  [KP_REGISTRATION_FIELD_MAJOR] = { .title = "专业",
                                    .words = { "所学专业", "专业", "专业名称", "毕业专业", "学习专业",
                                               "所学专业名称" } },
  [KP_REGISTRATION_FIELD_GRADUATED] = { .title = "毕业时间",
                                        .words = { "毕业时间", "毕业日期", "毕业年月", "毕业年月日",
                                                   "毕业证时间" } },
  [KP_REGISTRATION_FIELD_PHONE] = { .title = "联系电话",
                                    .words = { "手机号码", "手机号", "手机", "移动电话", "本人手机",
                                               "本人手机号", "联系手机", "联系电话", "联系方式",
                                               "本人联系电话", "联系电话1", "电话号码", "电话", "联系号码",
                                               "本人电话" } },
  [KP_REGISTRATION_FIELD_POST_CODE] = { .title = "报考岗位代码",
                                        .words = { "报考岗位代码", "岗位代码",     "职位代码",
                                                   "报考职位代码", "岗位编号",     "职位编号",
                                                   "报考岗位编号", "报考职位编号", "岗位编码",
                                                   "职位编码",     "岗位代号",     "职位代号",
                                                   "应聘岗位代码", "招聘岗位代码", "报考代码",
                                                   "岗位号",       "职位号",       "拟报岗位代码",
                                                   "申报岗位代码", "报名岗位代码" } },
  [KP_REGISTRATION_FIELD_POST_NAME] = { .title = "报考岗位",
                                        .words = { "报考岗位", "岗位名称",     "报考岗位名称", "报考职位",
                                                   "职位名称", "报考职位名称", "应聘岗位",     "应聘岗位名称",
                                                   "应聘职位", "拟报岗位",     "拟报考岗位",   "申报岗位",
                                                   "报名岗位", "招聘岗位",     "招聘岗位名称", "申请岗位",
                                                   "意向岗位", "报考类别",     "岗位类别",     "岗位", "报考志愿", "第一志愿", "报考意向",
                                                   "职位" } },
  [KP_REGISTRATION_FIELD_STREET] = { .title = "街道(乡镇)",
                                     .words = { "报考街道", "街道(乡镇)", "乡镇(街道)", "街道乡镇",
                                                "乡镇街道", "镇街", "街道", "乡镇", "报考街道(乡镇)",
                                                "报考乡镇", "用人单位", "招聘单位", "报考单位",
                                                "用工单位" } },
  [KP_REGISTRATION_FIELD_VETERAN] = { .title = "是否退役军人",
                                      .words = { "是否退役军人", "是否为退役军人", "退役军人", "是否退役士兵",
                                                 "退役士兵", "是否退伍军人", "退伍军人", "是否复退军人",
                                                 "复退军人", "是否退役", "退役军人身份", "是否属于退役军人",
                                                 "是否军人退役", "退役军人情况", "服役情况", "退役情况", "是否服役", "是否转业军人", "是否复员退伍军人", "是否复转军人" } },
  [KP_REGISTRATION_FIELD_CERTIFICATE] = { .title = "社工证书",
                                          .words = { "社工证书",
                                                     "社工证",
                                                     "社会工作者职业资格",
                                                     "社会工作职业资格",
                                                     "社会工作者职业资格证书",
                                                     "社会工作者职业水平证书",
                                                     "社会工作者职业资格等级",
                                                     "社会工作师证书",
                                                     "社会工作者证书",
                                                     "社工职业资格",
                                                     "社工资格证",
                                                     "社工资格证书",
                                                     "社工资格",
                                                     "社工证等级",
                                                     "社工持证情况",
                                                     "持有社工证情况",
                                                     "社会工作证书",
                                                     "社会工作师",
                                                     "社工师",
                                                     "职业资格证书",
                                                     "职业资格",
                                                     "资格证书",
                                                     "持证情况",
                                                     "职业水平证书",
                                                     "社工职业水平" } },
  [KP_REGISTRATION_FIELD_GRID_SINCE] = { .title = "原网格员入职时间",
                                         .words = { "原网格员入职时间",   "网格员入职时间",
                                                    "网格员上岗时间",     "原网格员上岗时间",
                                                    "网格员入职日期",     "网格员上岗日期",
                                                    "网格员任职时间",     "网格员起始时间",
                                                    "担任网格员时间",     "从事网格员时间",
                                                    "网格员在岗起始时间", "网格员聘用时间",
                                                    "网格工作起始时间",   "从事网格工作时间",
                                                    "网格员工作时间",     "任网格员时间",
                                                    "原网格员入职日期",   "原网格员起始时间",
                                                    "在岗起始时间",       "入职时间",
                                                    "上岗时间",           "入职日期",
                                                    "上岗日期",           "到岗时间" } },
  [KP_REGISTRATION_FIELD_RESIDENCE] = { .title = "户籍所在地",
                                        .words = { "户籍所在地", "户口所在地", "户籍地", "户籍地址", "户籍",
                                                   "户口" } },
  [KP_REGISTRATION_FIELD_ADDRESS] = { .title = "现居住地",
                                      .words = { "现居住地", "现居住地址", "居住地址", "居住地", "家庭住址",
                                                 "现住址", "住址", "通讯地址", "通信地址", "联系地址",
                                                 "家庭地址" } },
  [KP_REGISTRATION_FIELD_EMPLOYER] = { .title = "工作单位",
                                       .words = { "现工作单位", "工作单位", "现工作单位及职务",
                                                  "工作单位及职务", "原工作单位" } },
  [KP_REGISTRATION_FIELD_EMAIL] = { .title = "电子邮箱",
                                    .words = { "电子邮箱", "邮箱", "电子邮件", "E-MAIL", "EMAIL",
                                               "QQ邮箱" } },
  [KP_REGISTRATION_FIELD_REMARK] = { .title = "备注",
                                     .words = { "备注", "备注说明", "其他说明", "说明" },
                                     .is_exact = TRUE },
};

static const KpHeadingNeed needs[] = {
  { { KP_REGISTRATION_FIELD_ID_NUMBER, -1 } },
  { { KP_REGISTRATION_FIELD_NAME, -1 } },
  { { KP_REGISTRATION_FIELD_POST_CODE, KP_REGISTRATION_FIELD_POST_NAME, -1 } },
};

const KpHeadingKind kp_registration_heading_kind = {
  .fields = fields,
  .n_fields = KP_REGISTRATION_N_FIELDS,
  .needs = needs,
  .n_needs = G_N_ELEMENTS (needs),
  .key = KP_REGISTRATION_FIELD_ID_NUMBER,
};

/**
 * kp_registration_field_get_title:
 * @field: a field
 *
 * Returns: (transfer none): its usual heading, Chinese
 */
const char *
kp_registration_field_get_title (KpRegistrationField field)
{
  g_return_val_if_fail (field < KP_REGISTRATION_N_FIELDS, "");

  return fields[field].title;
}

/**
 * kp_registration_verdict_get_word:
 * @verdict: a verdict
 *
 * Returns: (transfer none): its word in reports: ok, warn, reject, conflict
 */
const char *
kp_registration_verdict_get_word (KpRegistrationVerdict verdict)
{
  static const char *const words[] = { "ok", "warn", "reject", "conflict" };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (words), "");

  return words[verdict];
}
