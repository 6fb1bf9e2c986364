/* kp-test-office.h – a campaign of four applicants whose papers are read as text.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-press.h"
#include "kp-step-review.h"
#include "kp-test.h"

#define KP_TEST_OFFICE_HEADING "姓名,性别,身份证号,政治面貌,学历,毕业时间,联系电话,报考岗位代码,是否退役军人,社工证书,原网格员入职时间\n"

/* Fit; without the education; too old, and without any education on the sheet; with none on the sheet alone. */
#define KP_TEST_OFFICE_SHEET \
  KP_TEST_OFFICE_HEADING "胡平,男,130624200501309970,群众,本科,2020-06-30,19900000001,A01,否,,\n" \
                         "𠮷龘,女,653101200503299924,群众,高中,2020-06-30,19900000002,A01,否,,\n" \
                         "谢玲俊,女,130623198405059987,群众,,,19900000003,A01,否,,\n" \
                         "周薇雅,女,130626200107269889,群众,,2020-06-30,19900000004,A01,否,,\n"

typedef struct
{
  KpTestFolder *folder;
  KpSession *session; /* none until kp_test_office_open() */
  KpFontSet *fonts;
} KpTestOffice;

void  kp_test_office_set_up (KpTestOffice *office, gconstpointer data);
void  kp_test_office_tear_down (KpTestOffice *office, gconstpointer data);

/* The sample's scheme with CHANGED in the place of OLD, which is nullable. */
void  kp_test_office_open (KpTestOffice *office, const char *old, const char *changed);
void  kp_test_office_review (KpTestOffice *office, const char *sheet, KpReviewTally *tally);

/* The text of what is printed, without blanks. */
char *kp_test_office_dup_text (KpTestOffice *office, KpPressForm form, const char *only);
char *kp_test_office_dup_text_of (KpTestOffice *office, GBytes *bytes);
