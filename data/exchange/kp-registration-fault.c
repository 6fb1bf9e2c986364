/* kp-registration-fault.c – the faults of a registration: codes, weights and sentences.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences go back to the street that sent the workbook, so they are Chinese, name row, field and value,
 * and say what to do. Personal values are masked in them. */

#include <string.h>

#include "kp-id-number.h"
#include "kp-registration-private.h"

typedef struct
{
  const char *code;
  KpRegistrationVerdict verdict;
  const char *trouble; /* after 第N行“field”：“value” */
} FaultText;

static const FaultText texts[KP_N_FAULTS] = {
  [KP_FAULT_ID_MISSING] = { "id_missing", KP_REGISTRATION_REJECT, "没有填写身份证号，请补填" },
  [KP_FAULT_ID_LOST_DIGITS] = { "id_number_lost_digits", KP_REGISTRATION_REJECT,
                                "被表格软件当作数字保存，末几位已经丢失，不能推断；请对照身份证按文本格式重新"
                                "填写" },
  [KP_FAULT_ID_LENGTH] = { "id_length", KP_REGISTRATION_REJECT, "不是18位，请对照身份证重新填写" },
  [KP_FAULT_ID_CHARACTERS] = { "id_characters", KP_REGISTRATION_REJECT,
                               "含有数字和末位X以外的字符，请对照身份证重新填写" },
  [KP_FAULT_ID_CHECK_DIGIT] = { "id_check_digit", KP_REGISTRATION_REJECT,
                                "校验码不符，号码有误，请对照身份证重新填写" },
  [KP_FAULT_ID_DATE] = { "id_date", KP_REGISTRATION_REJECT,
                         "其中的出生日期不存在或不可能，请对照身份证重新填写" },
  [KP_FAULT_ID_PROVINCE] = { "id_province", KP_REGISTRATION_REJECT,
                             "前两位不是省级代码，请对照身份证重新填写" },
  [KP_FAULT_NAME_MISSING] = { "name_missing", KP_REGISTRATION_REJECT, "没有填写姓名，请补填" },
  [KP_FAULT_POST_MISSING] = { "post_missing", KP_REGISTRATION_REJECT, "没有填写报考岗位，请补填" },
  [KP_FAULT_NO_SUCH_POST] = { "no_such_post", KP_REGISTRATION_REJECT,
                              "岗位表中没有这个岗位，请按岗位表填写" },
  [KP_FAULT_POST_AMBIGUOUS] = { "post_ambiguous", KP_REGISTRATION_REJECT,
                                "岗位表中不止一个岗位符合，请填写岗位代码" },
  [KP_FAULT_DUPLICATE] = { "duplicate", KP_REGISTRATION_CONFLICT,
                           "同一人同一岗位重复报名，请确认以哪一行为准" },
  [KP_FAULT_SECOND_POST] = { "second_post", KP_REGISTRATION_CONFLICT,
                             "同一人报考了另一个岗位，每人限报一个，请确认报考哪个岗位" },
  [KP_FAULT_SEX_DIFFERS] = { "sex_differs_from_id", KP_REGISTRATION_WARN,
                             "与身份证号不符，已按身份证号采用，请核对" },
  [KP_FAULT_BIRTH_DIFFERS] = { "birth_differs_from_id", KP_REGISTRATION_WARN,
                               "与身份证号不符，已按身份证号采用，请核对" },
  [KP_FAULT_PHONE_LENGTH] = { "phone_length", KP_REGISTRATION_WARN, "不是完整的电话号码，请核对补正" },
  [KP_FAULT_POST_DIFFERS] = { "post_differs", KP_REGISTRATION_WARN,
                              "与岗位代码不是同一岗位，已按岗位代码采用，请核对" },
  [KP_FAULT_NAME_CHARACTERS] = { "name_characters", KP_REGISTRATION_WARN,
                                 "含有姓名中不应有的字符，或是不能交换的自造字，请对照身份证核对" },
  [KP_FAULT_DATE_UNREADABLE] = { "date_unreadable", KP_REGISTRATION_WARN,
                                 "不能确定是哪一天，请按“2005-06-19”的样式填写" },
  [KP_FAULT_ANSWER_UNREADABLE] = { "answer_unreadable", KP_REGISTRATION_WARN,
                                   "看不出是或否，暂按否采用，请填写“是”或“否”" },
  [KP_FAULT_WORD_UNKNOWN] = { "word_unknown", KP_REGISTRATION_OK, "不是规范用语，已照原样保留" },
  [KP_FAULT_PHONE_MISSING] = { "phone_missing", KP_REGISTRATION_OK, "没有填写联系电话" },
  [KP_FAULT_FACT_ANSWER] = { "answer_unreadable", KP_REGISTRATION_WARN,
                             "看不出是或否，暂按未填写采用，请填写“是”或“否”" },
  [KP_FAULT_FACT_NUMBER] = { "number_unreadable", KP_REGISTRATION_WARN,
                             "不是一个数，暂按未填写采用，请只填写数字" },
};

static char *
mask_phone (const char *phone)
{
  gsize length = strlen (phone);

  if (length < 7 || strspn (phone, "0123456789") != length)
    return g_strnfill ((gsize) g_utf8_strlen (phone, -1), '*');
  return g_strdup_printf ("%.3s****%s", phone, phone + length - 3);
}

static char *
mask_name (const char *name)
{
  g_autofree char *first = g_utf8_substring (name, 0, MIN (1, g_utf8_strlen (name, -1)));

  return g_strconcat (first, "**", NULL);
}

static char *
dup_shown (KpRegistrationField field, const char *typed)
{
  if (*typed == '\0')
    return g_strdup ("");
  if (field == KP_REGISTRATION_FIELD_ID_NUMBER)
    return kp_id_number_mask (typed);
  if (field == KP_REGISTRATION_FIELD_PHONE)
    return mask_phone (typed);
  if (field == KP_REGISTRATION_FIELD_NAME)
    return mask_name (typed);
  if (g_utf8_strlen (typed, -1) > 40)
    {
      g_autofree char *head = g_utf8_substring (typed, 0, 40);

      return g_strconcat (head, "…", NULL);
    }
  return g_strdup (typed);
}

/**
 * kp_registration_fault_make:
 * @chunk: where its strings live
 * @kind: what is wrong
 * @sheet_row: in the sheet
 * @field: in which column
 * @title: (nullable): what that column is called, when it isn't one of the usual fields
 * @typed: what stands there, masked here where it is personal
 * @detail: (nullable): Chinese, stands behind the sentence
 *
 * Returns: the fault with its code, weight and sentence
 */
KpRegistrationFault
kp_registration_fault_make (GStringChunk *chunk,
                            KpFaultKind kind,
                            guint sheet_row,
                            KpRegistrationField field,
                            const char *title,
                            const char *typed,
                            const char *detail)
{
  g_autofree char *shown = dup_shown (field, typed);
  g_autofree char *value = *shown != '\0' ? g_strdup_printf ("“%s”", shown) : g_strdup ("");
  const char *column = title != NULL ? title : kp_registration_field_get_title (field);
  g_autofree char *trouble = g_strdup_printf ("%s%s。", texts[kind].trouble, detail != NULL ? detail : "");
  g_autofree char *message = g_strdup_printf ("第%u行“%s”%s：%s", sheet_row, column, value, trouble);

  return (KpRegistrationFault){
    .code = texts[kind].code,
    .verdict = texts[kind].verdict,
    .field = field,
    .title = g_string_chunk_insert_const (chunk, column),
    .value = g_string_chunk_insert (chunk, shown),
    .message = g_string_chunk_insert (chunk, message),
    .trouble = g_string_chunk_insert_const (chunk, trouble),
  };
}
