/* kp-scheme-labels.c – what a notice calls each key of a scheme file, its unit, its words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One line for each line of kp-scheme-fields.c; a test names the key that has none. A label stands alone inside its
 * section (“面试分的保留小数位数”), within a list it follows the item (“岗位A01的” + “招聘人数”). */

#include "kp-scheme-labels.h"

#include <string.h>

#define POINTS "分"
#define DIGITS "位"
#define DAY "天"
#define PEOPLE "人"
#define TIMES "次"
#define MINUTES "分钟"
#define MONTHS "个月"

static const KpSchemeLabel labels[] = {
  { "scheme.code", "方案代码", NULL, NULL },
  { "scheme.title", "标题", NULL, NULL },
  { "scheme.county", "县（市、区）", NULL, NULL },
  { "scheme.county_code", "准考证号中的县代码", NULL, NULL },
  { "scheme.committee", "组织单位", NULL, NULL },
  { "scheme.authority", "主管部门", NULL, NULL },
  { "scheme.phone", "咨询电话", NULL, NULL },
  { "scheme.supervision_phone", "监督电话", NULL, NULL },
  { "scheme.address", "地址", NULL, NULL },
  { "scheme.channel", "信息发布渠道", NULL, NULL },
  { "scheme.notice_date", "公告发布日期", NULL, NULL },
  { "scheme.registration_from", "报名开始日期", NULL, NULL },
  { "scheme.registration_to", "报名截止日期", NULL, NULL },
  { "scheme.cutoff", "年龄、年限等的计算截止日期", NULL, NULL },
  { "scheme.stages", "招聘环节的顺序", NULL, NULL },
  { "scheme.bases", "招聘依据", NULL, NULL },
  { "scheme.streets", "街道（乡镇）", NULL, NULL },
  { "scheme.facts", "报名填报项目", NULL, NULL },
  { "scheme.education_as", "学历认定", NULL, NULL },
  { "scheme.definitions", "认定口径", NULL, NULL },
  { "scheme.posts", "岗位", NULL, NULL },
  { "scheme.requirements", "招聘条件", NULL, NULL },
  { "scheme.relaxations", "放宽条件", NULL, NULL },
  { "scheme.declarations", "不得报考的情形", NULL, NULL },
  { "scheme.proofs", "身份和资格证明", NULL, NULL },
  { "scheme.registration", "报名", NULL, NULL },
  { "scheme.review", "资格审查", NULL, NULL },
  { "scheme.quota", "开考比例", NULL, NULL },
  { "scheme.turnout", "到考人数", NULL, NULL },
  { "scheme.leftover", "空余名额", NULL, NULL },
  { "scheme.direct_hire", "免试直接聘用", NULL, NULL },
  { "scheme.written", "笔试", NULL, NULL },
  { "scheme.bonus", "加分", NULL, NULL },
  { "scheme.shortlist", "面试人选", NULL, NULL },
  { "scheme.credential", "资历量化", NULL, NULL },
  { "scheme.others", "其他评分项目", NULL, NULL },
  { "scheme.heats", "面试前的测试", NULL, NULL },
  { "scheme.interview", "面试", NULL, NULL },
  { "scheme.totals", "综合成绩算法", NULL, NULL },
  { "scheme.physical", "体检", NULL, NULL },
  { "scheme.background", "考察", NULL, NULL },
  { "scheme.substitution", "递补", NULL, NULL },
  { "scheme.reserve", "后备库", NULL, NULL },
  { "scheme.choice", "选岗", NULL, NULL },
  { "scheme.publicity", "公示", NULL, NULL },
  { "scheme.contract", "劳动合同", NULL, NULL },
  { "scheme.conversion", "转聘", NULL, NULL },
  { "scheme.grades", "岗位等级和薪酬", NULL, NULL },
  { "scheme.probation", "试用期", NULL, NULL },
  { "scheme.deadlines", "期限", NULL, NULL },
  { "scheme.clauses", "其他规定", NULL, NULL },
  { "scheme.wordings", "自定文字", NULL, NULL },
  { "scheme.letterheads", "红头和版记", NULL, NULL },

  { "streets.code", "代码", NULL, NULL },
  { "streets.name", "名称", NULL, NULL },
  { "streets.employer", "用人单位", NULL, NULL },
  { "streets.credit_code", "统一社会信用代码", NULL, NULL },
  { "streets.representative", "主要负责人", NULL, NULL },
  { "streets.address", "地址", NULL, NULL },
  { "streets.phone", "电话", NULL, NULL },

  { "facts.id", "代码", NULL, NULL },
  { "facts.label", "名称", NULL, NULL },
  { "facts.kind", "填报方式", NULL, NULL },
  { "facts.empty", "未填写时", NULL, NULL },
  { "facts.proof", "证明材料", NULL, NULL },
  { "facts.columns", "报名表列名", NULL, NULL },

  { "education_as.word", "证书名称", NULL, NULL },
  { "education_as.as", "视同学历", NULL, NULL },

  { "definitions.veteran", "退役军人的认定", NULL, NULL },
  { "definitions.graduate", "高校毕业生的认定", NULL, NULL },
  { "definitions.project", "服务基层项目人员的认定", NULL, NULL },
  { "veteran.service_months", "服现役最短时间", MONTHS, "不限" },
  { "veteran.discharged_from", "退役日期不早于", NULL, NULL },
  { "veteran.discharged_to", "退役日期不迟于", NULL, NULL },
  { "veteran.merit", "填报立功等级的项目", NULL, NULL },
  { "veteran.merits", "予以认定的立功等级", NULL, NULL },
  { "veteran.merit_is_enough", "立功的不限服役时间", NULL, NULL },
  { "graduate.year", "应届毕业年份", "年", "不认定" },
  { "graduate.certificate_by", "应届毕业生取得毕业证书的截止日期", NULL, NULL },
  { "graduate.years_back", "择业期", "年", "不设" },
  { "graduate.count", "择业期的计算", NULL, NULL },
  { "graduate.not_if", "择业期内不予认定的情形", NULL, NULL },
  { "graduate.overseas", "填报境外学位的项目", NULL, NULL },
  { "graduate.overseas_from", "境外学位取得日期不早于", NULL, NULL },
  { "graduate.overseas_to", "境外学位取得日期不迟于", NULL, NULL },
  { "graduate.certified", "填报留服中心认证日期的项目", NULL, NULL },
  { "graduate.certified_by", "留服中心认证日期不迟于", NULL, NULL },
  { "graduate.soldier", "填报高校入伍的项目", NULL, NULL },
  { "graduate.takes_projects", "服务基层项目人员按高校毕业生对待", NULL, NULL },
  { "project.fact", "填报服务基层项目的项目", NULL, NULL },
  { "project.names", "服务基层项目", NULL, NULL },
  { "project.began", "填报服务起始日期的项目", NULL, NULL },
  { "project.ended", "填报服务期满日期的项目", NULL, NULL },
  { "project.months", "服务最短时间", MONTHS, "不限" },
  { "project.years", "服务期满后的年限", "年", "不限" },

  { "proofs.id", "代码", NULL, NULL },
  { "proofs.label", "名称", NULL, NULL },
  { "proofs.clause", "条款", NULL, NULL },
  { "proofs.when", "须证明的人员", NULL, NULL },
  { "proofs.facts", "所证明的填报项目", NULL, NULL },
  { "proofs.papers", "材料", NULL, NULL },
  { "proofs.sources", "核查来源", NULL, "不限" },
  { "proofs.by", "最迟证明日期", NULL, NULL },
  { "proofs.dated_by", "证明出具日期不迟于", NULL, NULL },
  { "proofs.before", "须在此前核查完毕", NULL, NULL },

  { "posts.code", "代码", NULL, NULL },
  { "posts.name", "名称", NULL, NULL },
  { "posts.street", "所在街道", NULL, NULL },
  { "posts.places", "招聘人数", NULL, NULL },
  { "posts.track", "招聘类别", NULL, NULL },
  { "posts.note", "备注", NULL, NULL },
  { "posts.requirements", "岗位条件", NULL, NULL },
  { "posts.written", "参加笔试", NULL, NULL },
  { "posts.papers", "笔试科目", NULL, "全部科目" },
  { "posts.takes_all", "合格人员全部进入面试", NULL, NULL },
  { "posts.quota_exempt", "不受开考比例限制", NULL, NULL },
  { "posts.quota_ratio", "开考比例", KP_UNIT_RATIO, NULL },
  { "posts.quota_action", "达不到开考比例时的处理", NULL, NULL },
  { "posts.total", "综合成绩算法", NULL, NULL },
  { "posts.total_for", "部分人员的综合成绩算法", NULL, NULL },
  { "posts.shortlist_ratio", "面试入围比例", KP_UNIT_RATIO, NULL },
  { "posts.shortlist_basis", "面试入围的排名依据", NULL, NULL },
  { "posts.probation_months", "试用期", MONTHS, "不约定" },
  { "posts.grade_sequence", "岗位等级序列", NULL, "不定级" },

  { "requirements.id", "代码", NULL, NULL },
  { "requirements.label", "名称", NULL, NULL },
  { "requirements.clause", "条款", NULL, NULL },
  { "requirements.text", "公告原文", NULL, NULL },
  { "requirements.reason", "不通过原因代码", NULL, NULL },
  { "requirements.refusal", "不通过答复", NULL, NULL },
  { "requirements.proof", "证明材料", NULL, NULL },
  { "requirements.when", "适用对象", NULL, NULL },
  { "requirements.condition", "要求", NULL, NULL },
  { "requirements.checked", "核查环节", NULL, NULL },
  { "requirements.relaxed", "放宽条件同样适用", NULL, NULL },

  { "relaxations.id", "代码", NULL, NULL },
  { "relaxations.label", "名称", NULL, NULL },
  { "relaxations.clause", "条款", NULL, NULL },
  { "relaxations.text", "公告原文", NULL, NULL },
  { "relaxations.proof", "证明材料", NULL, NULL },
  { "relaxations.relaxes", "放宽的条件", NULL, NULL },
  { "relaxations.group", "放宽对象", NULL, NULL },
  { "relaxations.bound", "放宽后的要求", NULL, NULL },

  { "registration.one_post", "限报一个岗位", NULL, NULL },
  { "registration.needs_payment", "缴费后报名有效", NULL, NULL },
  { "registration.pay_until", "缴费截止日期", NULL, NULL },

  { "review.levels", "资格审查级数", "级", NULL },
  { "review.supplement_days", "补充材料期限", DAY, "不设" },
  { "review.supplement_in_workdays", "补充材料期限按工作日计算", NULL, NULL },
  { "review.appeal_days", "申诉期限", DAY, "不设" },
  { "review.appeal_in_workdays", "申诉期限按工作日计算", NULL, NULL },
  { "review.answer_days", "申诉答复期限", DAY, "不设" },
  { "review.answer_in_workdays", "申诉答复期限按工作日计算", NULL, NULL },

  { "quota.applies", "实行开考比例", NULL, NULL },
  { "quota.per", "开考比例的计算范围", NULL, NULL },
  { "quota.counts", "开考比例的计算人数", NULL, NULL },
  { "quota.ratio", "开考比例", KP_UNIT_RATIO, NULL },
  { "quota.action", "达不到开考比例时的处理", NULL, NULL },
  { "quota.tiers", "其他开考比例档", NULL, NULL },
  { "quota.rounding", "核减计划的取整方式", NULL, NULL },
  { "quota.minimum", "核减后最少招聘人数", PEOPLE, "不设" },
  { "quota.interview_only_total", "直接面试岗位的综合成绩算法", NULL, NULL },
  { "quota.freed", "可调剂的名额", NULL, NULL },
  { "quota.freed_to", "名额调剂到的岗位", NULL, NULL },
  { "quota.freed_how", "名额调剂方式", NULL, NULL },
  { "quota.receiver", "调入名额后达不到开考比例时", NULL, NULL },
  { "quota.repost_days", "改报期限", DAY, "不设" },
  { "quota.repost_in_workdays", "改报期限按工作日计算", NULL, NULL },

  { "turnout.sat", "参加笔试的人数", NULL, NULL },
  { "turnout.heard", "参加面试的人数", NULL, NULL },
  { "sat.applies", "按实际参加笔试的人数核定招聘人数", NULL, NULL },
  { "sat.ratio", "实际参加笔试人数与招聘人数的比例", KP_UNIT_RATIO, NULL },
  { "sat.action", "实际参加笔试人数达不到比例时的处理", NULL, NULL },
  { "sat.rounding", "按实际参加笔试人数核减的取整方式", NULL, NULL },
  { "sat.minimum", "按实际参加笔试人数核减后最少招聘人数", PEOPLE, "不设" },
  { "heard.applies", "按实际参加面试的人数核定招聘人数", NULL, NULL },
  { "heard.ratio", "实际参加面试人数与招聘人数的比例", KP_UNIT_RATIO, NULL },
  { "heard.action", "实际参加面试人数达不到比例时的处理", NULL, NULL },
  { "heard.rounding", "按实际参加面试人数核减的取整方式", NULL, NULL },
  { "heard.minimum", "按实际参加面试人数核减后最少招聘人数", PEOPLE, "不设" },

  { "leftover.at", "空余名额的调剂时间", NULL, NULL },
  { "leftover.from", "可调剂空余名额的岗位", NULL, NULL },
  { "leftover.to", "空余名额调剂到的岗位", NULL, NULL },
  { "leftover.how", "空余名额调剂方式", NULL, NULL },

  { "direct_hire.when", "免试直接聘用对象", NULL, NULL },
  { "direct_hire.posts", "可以免试直接聘用的岗位", NULL, "全部岗位" },
  { "direct_hire.most", "每个岗位免试直接聘用最多", PEOPLE, "不限" },
  { "direct_hire.left", "符合条件而未列为免试直接聘用人选的", NULL, NULL },

  { "written.papers", "笔试科目", NULL, NULL },
  { "written.sittings", "考试场次", NULL, NULL },
  { "written.sites", "考点", NULL, NULL },
  { "written.seat", "座位编排", NULL, NULL },
  { "written.ticket_pattern", "准考证号格式", NULL, NULL },
  { "written.batch", "考试批次", NULL, NULL },
  { "written.ground_floor", "安排在一层的考生", NULL, NULL },
  { "written.extra_time", "延长考试时间的考生", NULL, NULL },
  { "written.extra_minutes", "延长时间", MINUTES, NULL },
  { "written.exempt", "免笔试对象", NULL, NULL },
  { "written.exempt_most", "每个岗位免笔试最多", PEOPLE, "不限" },
  { "written.exempt_share", "每个岗位免笔试最多占招聘人数", NULL, NULL },
  { "written.exempt_keys", "免笔试人数超过时的次序", NULL, NULL },
  { "written.exempt_mark", "免笔试人员的笔试成绩", POINTS, NULL },
  { "written.rounds_papers", "各科折算后先取小数", NULL, NULL },
  { "written.paper_decimals", "各科折算分保留小数", DIGITS, NULL },
  { "written.zero_paper_is_out", "有一科零分不得进入面试", NULL, NULL },
  { "written.line", "笔试合格线", NULL, NULL },
  { "written.line_for", "部分人员、岗位的笔试合格线", NULL, NULL },
  { "written.decimals", "笔试成绩保留小数", DIGITS, NULL },
  { "written.rounding", "笔试成绩舍入方式", NULL, NULL },
  { "written.recheck_days", "查分申请期限", DAY, NULL },
  { "written.recheck_in_workdays", "查分申请期限按工作日计算", NULL, NULL },

  { "papers.code", "代码", NULL, NULL },
  { "papers.name", "名称", NULL, NULL },
  { "papers.full", "满分", POINTS, NULL },
  { "papers.decimals", "登分小数", DIGITS, NULL },
  { "papers.step", "登分最小单位", POINTS, NULL },
  { "papers.weight", "权重", NULL, NULL },
  { "papers.line", "单科合格线", POINTS, NULL },
  { "papers.line_strict", "须高于单科合格线", NULL, NULL },
  { "papers.elsewhere", "使用其他考试的成绩", NULL, NULL },

  { "sittings.code", "代码", NULL, NULL },
  { "sittings.paper", "科目", NULL, NULL },
  { "sittings.posts", "参加岗位", NULL, NULL },
  { "sittings.rooms", "使用考场", NULL, NULL },
  { "sittings.date", "日期", NULL, NULL },
  { "sittings.start", "开考时间", NULL, NULL },
  { "sittings.end", "结束时间", NULL, NULL },
  { "sittings.entry_minutes", "提前入场", MINUTES, NULL },
  { "sittings.late_minutes", "迟到不得入场", MINUTES, NULL },

  { "sites.code", "代码", NULL, NULL },
  { "sites.name", "名称", NULL, NULL },
  { "sites.address", "地址", NULL, NULL },
  { "sites.rooms", "考场", NULL, NULL },

  { "rooms.code", "代码", NULL, NULL },
  { "rooms.columns", "每列座位数", NULL, NULL },
  { "rooms.missing", "无座位置", NULL, NULL },
  { "rooms.capacity", "座位数", NULL, NULL },
  { "rooms.ground_floor", "在一层", NULL, NULL },
  { "rooms.extra_time", "供延长时间的考生使用", NULL, NULL },
  { "rooms.reserve", "备用考场", NULL, NULL },

  { "seat.walk", "座位走向", NULL, NULL },
  { "seat.starts_right", "从右侧起排", NULL, NULL },
  { "seat.starts_back", "从后排起排", NULL, NULL },
  { "seat.tail", "尾数人员的安排", NULL, NULL },
  { "seat.tail_min", "尾数考场最少人数", PEOPLE, NULL },
  { "seat.max_extra", "每个考场最多加座", "个", NULL },
  { "seat.diagonal_counts", "斜向视为相邻", NULL, NULL },
  { "seat.post_weight", "同岗位相邻的权重", NULL, NULL },
  { "seat.household_weight", "同户相邻的权重", NULL, NULL },
  { "seat.employer_weight", "同单位相邻的权重", NULL, NULL },

  { "line.basis", "笔试合格线的适用成绩", NULL, NULL },
  { "line.kind", "笔试合格线的确定方式", NULL, NULL },
  { "line.value", "笔试合格线", POINTS, NULL },
  { "line.share", "笔试合格线的比例", NULL, NULL },
  { "line.per", "笔试合格线的计算范围", NULL, NULL },
  { "line.decimals", "笔试合格线保留小数", DIGITS, NULL },
  { "line.rounding", "笔试合格线舍入方式", NULL, NULL },
  { "line.strict", "须高于笔试合格线", NULL, NULL },

  { "bonus.items", "加分项", NULL, NULL },
  { "bonus.groups", "加分类别", NULL, NULL },
  { "bonus.rule", "加分计算方式", NULL, NULL },
  { "bonus.within", "同类加分的计算方式", NULL, NULL },
  { "bonus.across", "不同类加分的计算方式", NULL, NULL },
  { "bonus.cap", "加分上限", POINTS, NULL },
  { "bonus.target", "加分计入", NULL, NULL },
  { "bonus.weight", "加分折算系数", NULL, NULL },
  { "bonus.may_exceed_full", "加分后可以超过满分", NULL, NULL },
  { "bonus.decimals", "加分后笔试成绩保留小数", DIGITS, NULL },
  { "bonus.rounding", "加分后笔试成绩舍入方式", NULL, NULL },

  { "credential.items", "资历项目", NULL, NULL },
  { "credential.groups", "资历类别", NULL, NULL },
  { "credential.within", "同类资历的计算方式", NULL, NULL },
  { "credential.across", "不同类资历的计算方式", NULL, NULL },

  { "items.code", "代码", NULL, NULL },
  { "items.label", "名称", NULL, NULL },
  { "items.group", "类别", NULL, NULL },
  { "items.clause", "条款", NULL, NULL },
  { "items.proof", "证明材料", NULL, NULL },
  { "items.points", "分值", POINTS, NULL },
  { "items.deducts", "为扣分项", NULL, NULL },
  { "items.graded", "分值由审核评定", NULL, NULL },
  { "items.condition", "对象", NULL, NULL },
  { "items.target", "本项加分计入", NULL, NULL },
  { "items.due", "申报截止日期", NULL, NULL },
  { "items.per", "按年限计分", NULL, NULL },

  { "per.fact", "起算日期或者计分的数目", NULL, NULL },
  { "per.to", "计算截止日期", NULL, NULL },
  { "per.until", "终止日期", NULL, NULL },
  { "per.unit_months", "每一单位的月数", MONTHS, NULL },
  { "per.unit", "每一单位的数目", NULL, NULL },
  { "per.points", "每满一单位的分值", POINTS, NULL },
  { "per.from_units", "不计分的单位数", NULL, NULL },
  { "per.remainder", "不满一单位的", NULL, NULL },
  { "per.cap", "按年限计分的上限", POINTS, NULL },

  { "groups.code", "代码", NULL, NULL },
  { "groups.label", "名称", NULL, NULL },
  { "groups.within", "计算方式", NULL, NULL },
  { "groups.cap", "上限", POINTS, NULL },

  { "shortlist.tiers", "面试入围比例档", NULL, NULL },
  { "shortlist.takes_all", "合格人员全部进入面试", NULL, NULL },
  { "shortlist.rounding", "面试人数取整方式", NULL, NULL },
  { "shortlist.basis", "面试入围的排名依据", NULL, NULL },
  { "shortlist.last_tie", "入围末位同分的处理", NULL, NULL },
  { "shortlist.tie_keys", "入围末位同分的区分依据", NULL, NULL },
  { "shortlist.places", "笔试名次的排法", NULL, NULL },
  { "shortlist.zero_is_out", "笔试零分不得进入面试", NULL, NULL },
  { "shortlist.direct", "直接进入面试的对象", NULL, NULL },
  { "shortlist.direct_counts", "直接进入面试的占用入围名额", NULL, NULL },
  { "shortlist.direct_needs_line", "直接进入面试的也须达到合格线", NULL, NULL },
  { "shortlist.shortage", "入围人数不足时的处理", NULL, NULL },
  { "shortlist.may_substitute", "面试人选可以递补", NULL, NULL },
  { "shortlist.causes", "面试人选递补的情形", NULL, "各种情形" },
  { "shortlist.max_rounds", "面试人选递补次数", TIMES, "不限" },
  { "shortlist.refill", "面试人选递补到", NULL, NULL },

  { "tiers.from_places", "招聘人数下限", PEOPLE, NULL },
  { "tiers.to_places", "招聘人数上限", PEOPLE, "不限" },
  { "tiers.ratio", "面试入围比例", KP_UNIT_RATIO, NULL },
  { "tiers.below", "低于的开考比例", KP_UNIT_RATIO, NULL },
  { "tiers.action", "低于时的处理", NULL, NULL },
  { "tiers.plus", "另加入围人数", PEOPLE, NULL },

  { "credential.applies", "实行资历量化", NULL, NULL },
  { "credential.fact", "资历起算日期", NULL, NULL },
  { "credential.points_per_year", "资历每满一年计", POINTS, NULL },
  { "credential.cap", "资历分上限", POINTS, NULL },
  { "credential.date", "资历计算截止日期", NULL, NULL },

  { "others.code", "代码", NULL, NULL },
  { "others.name", "名称", NULL, NULL },
  { "others.full", "满分", POINTS, NULL },
  { "others.decimals", "保留小数", DIGITS, NULL },

  { "heats.other", "测试项目", NULL, NULL },
  { "heats.posts", "测试的岗位", NULL, "各岗位" },
  { "heats.line", "测试合格线", POINTS, NULL },
  { "heats.line_strict", "须高于测试合格线", NULL, NULL },
  { "heats.direct_takes_part", "不受比例限制的人员也须测试合格", NULL, NULL },
  { "heats.weights", "测试后的排名成绩构成", NULL, NULL },
  { "heats.rounds_parts", "各部分折算后先舍入", NULL, NULL },
  { "heats.part_decimals", "各部分折算分保留小数", DIGITS, NULL },
  { "heats.decimals", "排名成绩保留小数", DIGITS, NULL },
  { "heats.rounding", "排名成绩舍入方式", NULL, NULL },
  { "heats.next", "测试后的名单", NULL, NULL },

  { "next.tiers", "测试后的入围比例档", NULL, NULL },
  { "next.takes_all", "测试合格的全部进入", NULL, NULL },
  { "next.rounding", "测试后入围人数取整方式", NULL, NULL },
  { "next.last_tie", "测试后末位同分的处理", NULL, NULL },
  { "next.tie_keys", "测试后末位同分的区分依据", NULL, NULL },
  { "next.places", "测试后名次的排法", NULL, NULL },
  { "next.zero_is_out", "测试零分不得进入", NULL, NULL },
  { "next.shortage", "测试后人数不足时的处理", NULL, NULL },
  { "next.may_substitute", "测试后的人选可以递补", NULL, NULL },
  { "next.causes", "测试后人选递补的情形", NULL, "各种情形" },
  { "next.max_rounds", "测试后人选递补次数", TIMES, "不限" },
  { "next.refill", "测试后人选递补到", NULL, NULL },

  { "interview.elements", "评分要素", NULL, NULL },
  { "interview.panel", "考官评分", NULL, NULL },
  { "interview.date", "面试日期", NULL, NULL },
  { "interview.report_at", "面试报到时间", NULL, NULL },
  { "interview.place", "面试地点", NULL, NULL },
  { "interview.lines", "面试合格线", NULL, NULL },
  { "interview.lines_for", "部分人员、岗位的面试合格线", NULL, NULL },
  { "interview.room_limit", "分考场的人数界限", PEOPLE, "不分考场" },
  { "interview.rooms_when_over", "超过界限时的面试考场数", "个", NULL },
  { "interview.rooms_by", "分考场的办法", NULL, NULL },
  { "interview.correction", "面试成绩修正", NULL, NULL },

  { "elements.code", "代码", NULL, NULL },
  { "elements.name", "名称", NULL, NULL },
  { "elements.full", "满分", POINTS, NULL },
  { "elements.weight", "权重", NULL, NULL },

  { "panel.examiners", "考官人数", PEOPLE, NULL },
  { "panel.min_sheets", "有效评分表最少份数", "份", NULL },
  { "panel.drop_highest", "去掉最高分个数", "个", NULL },
  { "panel.drop_lowest", "去掉最低分个数", "个", NULL },
  { "panel.drop_from", "去掉最高最低分的最少评分表份数", "份", NULL },
  { "panel.drops_by_element", "按要素去掉最高最低分", NULL, NULL },
  { "panel.sheet_decimals", "考官评分小数", DIGITS, NULL },
  { "panel.step", "考官评分间隔", POINTS, "不限" },
  { "panel.decimals", "面试成绩保留小数", DIGITS, NULL },
  { "panel.rounding", "面试成绩舍入方式", NULL, NULL },
  { "panel.outside_share", "每个考场异地考官最低比例", NULL, "不要求" },

  { "lines.line", "面试合格线", POINTS, NULL },
  { "lines.decided", "研究划定面试合格线", NULL, NULL },
  { "lines.without_competition", "无竞争时的面试合格线", POINTS, NULL },
  { "lines.when", "无竞争的认定", NULL, NULL },
  { "lines.mean", "须达到平均分的范围", NULL, NULL },
  { "lines.mean_decimals", "平均分保留小数", DIGITS, NULL },
  { "lines.lowest_called", "不得低于体检人选最低分的范围", NULL, NULL },
  { "lines.vote", "须同意的考官比例", NULL, NULL },
  { "lines.on", "面试合格线的适用成绩", NULL, NULL },

  { "correction.method", "面试成绩修正方法", NULL, NULL },
  { "correction.trim_highest", "计算平均分时去掉最高分人数", PEOPLE, NULL },
  { "correction.trim_lowest", "计算平均分时去掉最低分人数", PEOPLE, NULL },
  { "correction.room_decimals", "考场平均分保留小数", DIGITS, NULL },
  { "correction.overall_decimals", "总平均分保留小数", DIGITS, NULL },
  { "correction.coefficient_decimals", "修正系数保留小数", DIGITS, NULL },
  { "correction.decimals", "修正后成绩保留小数", DIGITS, NULL },
  { "correction.rounding", "修正的舍入方式", NULL, NULL },
  { "correction.min_rooms", "实行修正的最少考场数", "个", NULL },
  { "correction.min_in_room", "实行修正的考场最少人数", PEOPLE, NULL },
  { "correction.cap", "修正后成绩上限", POINTS, NULL },

  { "totals.id", "代码", NULL, NULL },
  { "totals.label", "名称", NULL, NULL },
  { "totals.weights", "权重", NULL, NULL },
  { "totals.full", "综合成绩满分", POINTS, NULL },
  { "totals.rounds_parts", "各部分折算后先取小数", NULL, NULL },
  { "totals.part_decimals", "各部分折算分保留小数", DIGITS, NULL },
  { "totals.decimals", "综合成绩保留小数", DIGITS, NULL },
  { "totals.rounding", "综合成绩舍入方式", NULL, NULL },
  { "totals.places", "名次的排法", NULL, NULL },
  { "totals.line", "综合成绩合格线", POINTS, NULL },
  { "totals.ties", "同分时的区分依据", NULL, NULL },

  { "weights.written", "笔试成绩权重", NULL, NULL },
  { "weights.interview", "面试成绩权重", NULL, NULL },
  { "weights.credential", "资历分权重", NULL, NULL },
  { "weights.bonus", "加分权重", NULL, NULL },
  { "weights.other_1", "第一项其他评分权重", NULL, NULL },
  { "weights.other_2", "第二项其他评分权重", NULL, NULL },
  { "weights.other_3", "第三项其他评分权重", NULL, NULL },
  { "weights.other_4", "第四项其他评分权重", NULL, NULL },

  { "weights.total", "综合成绩在最终成绩中的权重", NULL, NULL },
  { "weights.other", "考察成绩在最终成绩中的权重", NULL, NULL },

  { "line_for.when", "适用对象", NULL, NULL },
  { "line_for.posts", "适用岗位", NULL, NULL },
  { "line_for.line", "合格分数线", POINTS, NULL },
  { "lines_for.when", "适用对象", NULL, NULL },
  { "lines_for.posts", "适用岗位", NULL, NULL },
  { "lines_for.lines", "面试合格线", NULL, NULL },
  { "total_for.group", "对象", NULL, NULL },
  { "total_for.total", "综合成绩算法", NULL, NULL },

  { "physical.list", "体检人选", NULL, NULL },
  { "physical.recheck_days", "复检申请期限", DAY, NULL },
  { "physical.recheck_in_workdays", "复检申请期限按工作日计算", NULL, NULL },
  { "physical.recheck_times", "复检次数", TIMES, "不复检" },

  { "background.score", "考察量化评分", NULL, NULL },

  { "score.other", "考察量化的评分项目", NULL, "不量化" },
  { "score.line", "考察合格线", POINTS, NULL },
  { "score.line_strict", "须高于考察合格线", NULL, NULL },
  { "score.weights", "最终成绩构成", NULL, NULL },
  { "score.rounds_parts", "最终成绩各部分折算后先取小数", NULL, NULL },
  { "score.part_decimals", "最终成绩各部分折算分保留小数", DIGITS, NULL },
  { "score.decimals", "最终成绩保留小数", DIGITS, NULL },
  { "score.rounding", "最终成绩舍入方式", NULL, NULL },
  { "score.places", "最终成绩名次的排法", NULL, NULL },
  { "score.ties", "最终成绩相同时的区分依据", NULL, "由领导小组研究决定" },

  { "list.ratio", "体检比例", KP_UNIT_RATIO, NULL },
  { "list.rounding", "体检人数取整方式", NULL, NULL },
  { "list.last_tie", "体检人选末位并列时", NULL, NULL },
  { "list.max_rounds", "递补次数", TIMES, "不递补" },

  { "substitution.shortlist_until", "面试人选递补截止于", NULL, NULL },
  { "substitution.shortlist_days_before", "面试前不再递补的工作日数", "个工作日", "不设" },
  { "substitution.final_until", "递补截止于", NULL, NULL },
  { "substitution.causes", "递补规定", NULL, NULL },
  { "substitution.from", "递补范围", NULL, NULL },
  { "substitution.waves", "跨岗递补的先后", NULL, NULL },
  { "waves.label", "名称", NULL, NULL },
  { "waves.when", "哪些人", NULL, NULL },
  { "substitution.compare", "跨岗递补时的成绩比较", NULL, NULL },
  { "substitution.needs_approval", "递补须经批准", NULL, NULL },

  { "causes.stages", "环节", NULL, "各环节" },
  { "causes.causes", "情形", NULL, "各种情形" },
  { "causes.allowed", "可以递补", NULL, NULL },
  { "causes.max_times", "递补次数", TIMES, "不限" },

  { "reserve.applies", "设立后备库", NULL, NULL },
  { "reserve.until", "后备库有效期至", NULL, NULL },
  { "reserve.names", "每个岗位的后备人数", PEOPLE, "不限" },
  { "reserve.ratio", "后备人数与招聘人数的比例", KP_UNIT_RATIO, NULL },
  { "reserve.rounding", "后备人数的取整方式", NULL, NULL },

  { "choice.applies", "实行选岗", NULL, NULL },
  { "choice.among", "选岗范围", NULL, NULL },
  { "choice.at", "选岗时间", NULL, NULL },
  { "choice.offers", "可选单位", NULL, NULL },

  { "offers.code", "代码", NULL, NULL },
  { "offers.name", "名称", NULL, NULL },
  { "offers.places", "名额", PEOPLE, NULL },

  { "publicity.from", "公示开始日期", NULL, NULL },
  { "publicity.days", "公示期", DAY, NULL },
  { "publicity.in_workdays", "公示期按工作日计算", NULL, NULL },

  { "contract.kind", "合同类型", NULL, NULL },
  { "contract.start", "合同起始日期", NULL, NULL },
  { "contract.years", "合同期限", "年", NULL },
  { "contract.probation_wage_percent", "试用期工资比例", "%", NULL },
  { "contract.number_pattern", "合同编号格式", NULL, NULL },

  { "conversion.exam", "转聘考试方式", NULL, NULL },
  { "conversion.base_day", "转聘条件的基准日", NULL, "资格截止日" },
  { "conversion.least_months", "连续在岗的最短时间", MONTHS, "不要求" },
  { "conversion.max_age", "转聘年龄上限", "周岁", NULL },
  { "conversion.max_age_decided", "街道党（工）委决定放宽的年龄上限", "周岁", NULL },
  { "conversion.high_school_years", "高中学历可以转聘的在岗年数", "年", "不可以" },
  { "conversion.appraisals", "近年考核合格以上的年数", "年", "不要求" },
  { "conversion.takes_welfare", "公益性岗位人员可以转聘", NULL, NULL },

  { "sequences.name", "名称", NULL, NULL },
  { "sequences.lowest", "最低等级", NULL, NULL },
  { "sequences.highest", "最高等级", NULL, NULL },
  { "sequences.step_months", "晋升一级的时间", MONTHS, NULL },
  { "sequences.educations", "学历学位折算年限", NULL, NULL },
  { "sequences.certificates", "职业水平折算年限", NULL, NULL },
  { "educations.name", "学历学位", NULL, NULL },
  { "educations.years", "折算年数", "年", NULL },
  { "certificates.name", "证书", NULL, NULL },
  { "certificates.years", "折算年数", "年", NULL },
  { "grades.sequences", "岗位等级序列", NULL, NULL },
  { "grades.pay", "薪酬表", NULL, NULL },
  { "grades.allowances", "职业水平补贴", NULL, NULL },
  { "grades.minimum_wage", "最低工资标准", "元", "没有写明" },
  { "pay.from", "执行日期", NULL, NULL },
  { "pay.sequence", "序列", NULL, NULL },
  { "pay.grade", "等级", NULL, NULL },
  { "pay.amount", "月工资", "元", NULL },
  { "allowances.certificate", "证书", NULL, NULL },
  { "allowances.amount", "月补贴", "元", NULL },

  { "probation.without", "不要求的环节", NULL, NULL },
  { "probation.first_days", "导师结对、职责告知、考核办法告知和初任培训的期限", DAY, NULL },
  { "probation.note_days", "月度记录和中期评估的期限（月满后）", DAY, NULL },
  { "probation.survey_days", "满意度测评提前于期满的天数", DAY, NULL },
  { "probation.meeting_days", "期满考核和集体研究提前于期满的天数", DAY, NULL },
  { "probation.union_days", "征求工会意见和备案提前于期满的天数", DAY, NULL },
  { "probation.notice_days", "通知和送达提前于期满的天数", DAY, NULL },
  { "probation.least_answers", "满意度测评的最少有效票数", NULL, NULL },
  { "probation.survey_percent", "满意率的最低要求", "%", "不要求" },
  { "probation.pass_line", "期满考核合格线", POINTS, NULL },
  { "probation.excellent_line", "期满考核优秀线", POINTS, NULL },
  { "probation.pass_early", "优秀的可以提前转正", NULL, NULL },
  { "probation.early_months", "提前转正的最短试用时间", MONTHS, NULL },
  { "probation.suspension_extends", "书面约定的中止天数顺延试用期", NULL, NULL },
  { "probation.criteria", "考核要素", NULL, NULL },
  { "probation.vetoes", "一票否决项", NULL, NULL },

  { "criteria.name", "名称", NULL, NULL },
  { "criteria.full", "满分", POINTS, NULL },
  { "criteria.from_survey", "由满意度测评得出", NULL, NULL },

  { "deadlines.contract_days", "订立书面劳动合同的期限", DAY, "一个月" },
  { "deadlines.insurance_days", "社会保险登记的期限", DAY, NULL },
  { "deadlines.fund_days", "住房公积金缴存登记的期限", DAY, NULL },
  { "deadlines.objection_days", "异议答复的期限", DAY, NULL },
  { "deadlines.objection_in_workdays", "异议答复期限按工作日计算", NULL, NULL },
  { "deadlines.certificate_by", "取得毕业证书的截止日期", NULL, NULL },
  { "deadlines.probation_alarms", "试用期满的提醒", DAY, NULL },
  { "deadlines.term_alarms", "合同期满的提醒", DAY, NULL },
  { "deadlines.keep_materials", "未聘用人员报名材料的保存年限", "年", "永久" },
  { "deadlines.keep_papers", "试卷、答题卡的保存年限", "年", "永久" },
  { "deadlines.keep_results", "名单、成绩、抽签和日志中姓名的保存年限", "年", "永久" },
  { "deadlines.keep_contracts", "劳动合同终止以后合同文本的保存年限", "年", "永久" },
  { "deadlines.keep_hired", "聘用人员招聘档案的保存年限", "年", "永久" },
  { "deadlines.keep_processing", "影响评估和处理记录的保存年限", "年", "永久" },

  { "clauses.id", "代码", NULL, NULL },
  { "clauses.title", "标题", NULL, NULL },
  { "clauses.text", "内容", NULL, NULL },

  { "wordings.key", "代码", NULL, NULL },
  { "wordings.text", "文字", NULL, NULL },

  { "letterheads.key", "印件", NULL, NULL },
  { "letterheads.letter", "信函格式", NULL, NULL },
  { "letterheads.organs", "发文机关", NULL, NULL },
  { "letterheads.word", "机关名称后的字", NULL, NULL },
  { "letterheads.number", "发文字号", NULL, NULL },
  { "letterheads.copies", "抄送机关", NULL, NULL },
  { "letterheads.printer", "印发机关", NULL, NULL },
};

/* Headings as kp_scheme_explain() has them, in its order. */
#define OPENING "基本情况"
#define PLAN "招聘原则和计划"
#define CONDITIONS "招聘范围和条件"
#define REGISTRATION "报名和资格审查"
#define QUOTA "开考比例"
#define DIRECT "免试直接聘用"
#define WRITTEN "笔试"
#define SHORTLIST "面试人选和资格复审"
#define INTERVIEW "面试"
#define TOTAL "综合成绩"
#define FINAL "体检和考察"
#define HIRE "公示和聘用"
#define REST "其他"

static const char *const sections[] = { OPENING,   PLAN,  CONDITIONS, REGISTRATION, QUOTA, DIRECT, WRITTEN, SHORTLIST,
                                        INTERVIEW, TOTAL, FINAL,      HIRE,         REST,  NULL };

/* Keys at the top that aren't named here belong to the opening. */
static const struct
{
  const char *key;
  const char *section;
} key_sections[] = {
  { "registration_from", REGISTRATION },
  { "registration_to", REGISTRATION },
  { "cutoff", CONDITIONS },
  { "stages", PLAN },
  { "streets", PLAN },
  { "facts", REGISTRATION },
  { "education_as", CONDITIONS },
  { "definitions", CONDITIONS },
  { "posts", PLAN },
  { "requirements", CONDITIONS },
  { "relaxations", CONDITIONS },
  { "declarations", CONDITIONS },
  { "proofs", REGISTRATION },
  { "registration", REGISTRATION },
  { "review", REGISTRATION },
  { "quota", QUOTA },
  { "turnout", QUOTA },
  { "leftover", QUOTA },
  { "direct_hire", DIRECT },
  { "written", WRITTEN },
  { "bonus", WRITTEN },
  { "shortlist", SHORTLIST },
  { "credential", TOTAL },
  { "others", TOTAL },
  { "heats", SHORTLIST },
  { "interview", INTERVIEW },
  { "totals", TOTAL },
  { "physical", FINAL },
  { "background", FINAL },
  { "substitution", FINAL },
  { "reserve", FINAL },
  { "choice", HIRE },
  { "publicity", HIRE },
  { "contract", HIRE },
  { "conversion", HIRE },
  { "grades", HIRE },
  { "probation", HIRE },
  { "deadlines", HIRE },
  { "clauses", REST },
  { "wordings", REST },
  { "letterheads", REST },
};

/* "object.key", or "key" for all objects that have it. */
static gboolean
is_key (const char *entry,
        const char *object,
        const char *key)
{
  const char *dot = strchr (entry, '.');
  const gsize length = strlen (object);

  if (dot == NULL)
    return strcmp (entry, key) == 0;

  return (gsize) (dot - entry) == length && strncmp (entry, object, length) == 0 && strcmp (dot + 1, key) == 0;
}

/**
 * kp_scheme_label_get:
 * @object: the key under which the object stands, whether alone or in a list; "scheme" at the top
 * @key: one of its keys
 *
 * Returns: (transfer none) (nullable): what a notice calls it; NULL for a key without label, which a test refuses.
 */
const KpSchemeLabel *
kp_scheme_label_get (const char *object,
                     const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (is_key (labels[i].key, object, key))
      return &labels[i];

  return NULL;
}

/**
 * kp_scheme_label_get_section:
 * @key: a key at the top of the scheme
 *
 * Returns: (transfer none): the heading under which a notice speaks of it, one of kp_scheme_label_get_sections().
 */
const char *
kp_scheme_label_get_section (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (key_sections); i++)
    if (strcmp (key_sections[i].key, key) == 0)
      return key_sections[i].section;

  return OPENING;
}

/**
 * kp_scheme_label_get_sections:
 *
 * Returns: (transfer none): the headings in the order of a notice, ended by NULL.
 */
const char *const *
kp_scheme_label_get_sections (void)
{
  return sections;
}
