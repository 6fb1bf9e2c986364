/* test-probation.c – a whole probation by the verbs, day by day, with every paper: who fails, who passes, who is told too late.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program is run on the day of each row. A row that is refused says why; one that prints says what stands on the paper. */
#include <string.h>

#include "kp-press.h"
#include "kp-test-program.h"
#include "kp-test.h"

#define NUMBER "01劳合〔2026〕0001号"
#define MAX_WORDS 10

/* The record with its contracts, which each story copies. */
typedef struct
{
  KpTestFolder *folder;
  char *record;
} Sample;

typedef enum
{
  DONE,
  REFUSED,
} Ending;

typedef struct
{
  const char *day;
  const char *verb; /* NULL ends the story */
  const char *words[MAX_WORDS]; /* after record and number; of print only the form */
  Ending ending;
  const char *says; /* (nullable): the answer, the refusal, or the paper */
} Row;

typedef struct
{
  const char *name;
  const Row *rows;
} Story;

#define LINK(link) "--record", (link)
#define NOTE(month) "--record", "note", "--month", (month)
#define FACTS "--text", "入户走访不足，依据劳动合同法第三十九条第（一）项"
#define FAILING "12/13.5/-/5/6/6"
#define PASSING "17/26/-/8/9/9"

/* What everybody has until the residents are asked. */
#define EARLY_LINKS                                                                                                    \
  { "2026-07-01", "contract", { "--signed", "2026-07-01" }, DONE, NULL },                                              \
      { "2026-07-01", "print", { "condition-forms" }, DONE, "试用期满考核总分不低于60分" },                            \
      { "2026-07-01", "print", { "duty-forms" }, DONE, "最迟2026年7月7日签收" },                                       \
      { "2026-07-01", "print", { "contracts" }, DONE, NUMBER },                                                        \
      { "2026-07-01", "print", { "contract-receipts" }, DONE, NUMBER },                                                \
      { "2026-07-01", "probation", { LINK ("conditions") }, DONE, NULL },                                              \
      { "2026-07-02", "probation", { LINK ("duties") }, DONE, NULL },                                                  \
      { "2026-07-02", "probation", { LINK ("method") }, DONE, NULL },                                                  \
      { "2026-07-03", "probation", { LINK ("mentor"), "--text", "导师丙" }, DONE, NULL },                              \
      { "2026-07-03", "print", { "mentor-forms" }, DONE, "导师丙" },                                                   \
      { "2026-07-06", "probation", { LINK ("training") }, DONE, NULL },                                                \
      { "2026-07-10", "contract", { "--insured", "2026-07-10" }, DONE, NULL },                                         \
      { "2026-07-10", "contract", { "--fund", "2026-07-10" }, DONE, NULL },                                            \
      { "2026-08-05", "probation", { NOTE ("1") }, DONE, NULL }, { "2026-09-04", "probation", { NOTE ("2") }, DONE, NULL },   \
      { "2026-10-09", "probation", { NOTE ("3") }, DONE, NULL },                                                       \
      { "2026-10-09", "print", { "midterm-forms" }, DONE, "最迟2026年10月10日完成评估和谈话" },                        \
      { "2026-10-09", "probation", { LINK ("midterm") }, DONE, NULL },                                                 \
      { "2026-11-04", "probation", { NOTE ("4") }, DONE, NULL }, { "2026-12-04", "probation", { NOTE ("5") }, DONE, NULL },   \
      { "2026-12-04", "print", { "note-forms" }, DONE, "2026年12月4日" },\
  {                                                                                                                    \
    "2026-12-08", "print", { "survey-forms" }, DONE, "不记名测评"                                                      \
  }

/* From the residents to the county's file. */
#define FAILING_LINKS                                                                                                  \
  { "2026-12-10", "probation", { LINK ("survey"), "--counts", "26/11/13" }, DONE, NULL },                              \
      { "2026-12-15", "probation", { LINK ("assessment"), "--points", FAILING }, DONE, NULL },                         \
      { "2026-12-15", "print", { "assessment-forms" }, DONE, "考核结果不合格" },                                       \
      { "2026-12-15", "print", { "letter-union" }, REFUSED, "集体研究" },                                              \
      { "2026-12-16", "probation", { LINK ("meeting") }, DONE, NULL },                                                 \
      { "2026-12-16", "print", { "letter-union" }, DONE, "居民满意度测评50份中满意26份，低于60%" },                    \
      { "2026-12-17", "print", { "letter-terminate" }, REFUSED, "征求工会意见" },                                      \
      { "2026-12-18", "probation", { LINK ("union") }, DONE, NULL },                                                   \
  {                                                                                                                    \
    "2026-12-18", "probation", { LINK ("filing") }, DONE, NULL                                                         \
  }

static const Row fails[] = {
  EARLY_LINKS,
  FAILING_LINKS,
  { "2026-12-21", "print", { "letter-terminate" }, DONE, "试用期满考核总分52.90分，低于合格线60分" },
  { "2026-12-22", "probation", { LINK ("notice"), FACTS }, DONE, NULL },
  { "2026-12-22", "probation", { "--settle", "terminate" }, REFUSED, "送达" },
  { "2026-12-31", "probation", { NOTE ("6") }, DONE, NULL },
  { "2026-12-31", "probation", { LINK ("service"), "--how", "person" }, DONE, NULL },
  { "2026-12-31", "probation", { "--settle", "terminate" }, DONE, "2026-12-31" },
  { "2026-12-31", "print", { "letter-terminate" }, DONE, "最后工作日为2026年12月31日" },
  { "2026-12-31", "print", { "letter-terminate" }, DONE, "送达回证" },
  { "2026-12-31", "print", { "letter-ended" }, DONE, "本单位工作年限6个月" },
  { "2026-12-31", "print", { "letter-handing" }, DONE, "工作交接单" },
  { "2026-12-31", "print", { "letter-confirm" }, REFUSED, NUMBER },
  { "2027-01-15", "contract", { "--handover", "2027-01-15" }, DONE, "\"n_late\" : 0" },
  { .verb = NULL },
};

/* 劳动合同法 §39 (一): the day after the last there is nothing that helps; the law has confirmed. */
static const Row fails_a_day_late[] = {
  EARLY_LINKS,
  FAILING_LINKS,
  { "2026-12-22", "probation", { LINK ("notice"), FACTS }, DONE, NULL },
  { "2026-12-31", "probation", { NOTE ("6") }, DONE, NULL },
  { "2027-01-01", "probation", { LINK ("service"), "--how", "person" }, REFUSED, "第三十九条第（一）项" },
  { "2027-01-01", "probation", { LINK ("service"), "--how", "person" }, REFUSED, "最后一日已过" },
  { "2027-01-01", "probation", { LINK ("notice"), FACTS }, REFUSED, "第三十九条第（一）项" },
  { "2027-01-01", "probation", { "--settle", "terminate" }, REFUSED, "第三十九条第（一）项" },
  { "2027-01-01", "probation", { "--settle", "terminate", "--on", "2026-12-31" }, REFUSED, "缺少“送达”" },
  { "2027-01-01", "contract",
    { "--end", "probation-failed", "--served", "2027-01-01", "--last-day", "2027-01-01", "--reason", "R" },
    REFUSED, "--settle terminate" },
  { "2027-01-01", "print", { "letter-ended" }, REFUSED, NUMBER },
  { "2027-01-04", "probation", { "--settle", "confirm" }, DONE, "2027-01-01" },
  { "2027-01-04", "print", { "letter-confirm" }, DONE, "试用期届满" },
  { .verb = NULL },
};

/* Written too late: after the last day not even the notice. */
static const Row noticed_a_day_late[] = {
  EARLY_LINKS,
  FAILING_LINKS,
  { "2026-12-31", "probation", { NOTE ("6") }, DONE, NULL },
  { "2027-01-01", "print", { "letter-terminate" }, REFUSED, "最后一日" },
  { "2027-01-01", "probation", { LINK ("notice"), FACTS }, REFUSED, "第三十九条第（一）项" },
  { .verb = NULL },
};

static const Row passes[] = {
  EARLY_LINKS,
  { "2026-12-10", "probation", { LINK ("survey"), "--counts", "41/7/2" }, DONE, NULL },
  { "2026-12-10", "print", { "surveys" }, DONE, "41" },
  { "2026-12-15", "probation", { LINK ("assessment"), "--points", PASSING }, DONE, NULL },
  { "2026-12-15", "print", { "assessment-forms" }, DONE, "总分85.40考核结果合格" },
  { "2026-12-15", "probation", { "--settle", "confirm" }, REFUSED, "集体研究决定" },
  { "2026-12-16", "probation", { LINK ("meeting") }, DONE, NULL },
  { "2026-12-16", "print", { "letter-union" }, REFUSED, NUMBER },
  { "2026-12-18", "probation", { LINK ("union") }, DONE, NULL },
  { "2026-12-18", "probation", { LINK ("notice"), FACTS }, REFUSED, "第三十九条第（一）项" },
  { "2026-12-31", "probation", { NOTE ("6") }, DONE, NULL },
  { "2026-12-31", "print", { "letter-confirm" }, REFUSED, NUMBER },
  { "2027-01-04", "probation", { "--settle", "confirm" }, DONE, "2027-01-01" },
  { "2027-01-04", "print", { "letter-confirm" }, DONE, "试用期考核合格，你自2027年1月1日起转正" },
  { "2027-01-04", "probation", { "--settle", "terminate" }, REFUSED, "" },
  { .verb = NULL },
};

#define NOTICE_LACKS(day, link) { (day), "probation", { LINK ("notice"), FACTS }, REFUSED, "缺少“" link "”" }

/* Something that fails at once is found in the first week; each notice that is tried names what is still missing. */
static const Row names_the_missing_link[] = {
  { "2026-07-01", "probation", { LINK ("assessment"), "--veto", "2" }, DONE, NULL },
  NOTICE_LACKS ("2026-07-01", "录用条件确认书"),
  { "2026-07-01", "probation", { LINK ("conditions") }, DONE, NULL },
  NOTICE_LACKS ("2026-07-01", "导师帮带结对"),
  { "2026-07-02", "probation", { LINK ("mentor") }, DONE, NULL },
  NOTICE_LACKS ("2026-07-02", "岗位职责告知书"),
  { "2026-07-02", "probation", { LINK ("duties") }, DONE, NULL },
  NOTICE_LACKS ("2026-07-02", "考核办法告知签收"),
  { "2026-07-02", "probation", { LINK ("method") }, DONE, NULL },
  NOTICE_LACKS ("2026-07-02", "初任培训"),
  { "2026-07-02", "probation", { LINK ("training") }, DONE, NULL },
  NOTICE_LACKS ("2026-07-02", "集体研究"),
  { "2026-07-03", "probation", { LINK ("meeting") }, DONE, NULL },
  NOTICE_LACKS ("2026-07-03", "征求工会意见"),
  { "2026-07-03", "probation", { LINK ("union") }, DONE, NULL },
  NOTICE_LACKS ("2026-07-03", "县级备案"),
  { "2026-07-03", "probation", { LINK ("filing") }, DONE, NULL },
  { "2026-07-03", "probation", { LINK ("service"), "--how", "person" }, REFUSED, "缺少“书面通知书”" },
  { "2026-07-06", "probation", { LINK ("notice"), FACTS }, DONE, NULL },
  { "2026-07-06", "probation", { "--settle", "terminate" }, REFUSED, "缺少“送达”" },
  { "2026-07-06", "probation", { LINK ("service"), "--how", "refused", "--witnesses", "1" }, REFUSED, "见证人" },
  { "2026-07-06", "probation", { LINK ("service"), "--how", "refused", "--witnesses", "2" }, DONE, NULL },
  { "2026-07-06", "probation", { "--settle", "terminate" }, DONE, "2026-07-06" },
  { .verb = NULL },
};

/* A month that was never written down, or too late, can't be made good. */
static const Row names_the_missed_month[] = {
  { "2026-07-01", "probation", { LINK ("conditions") }, DONE, NULL },
  { "2026-07-02", "probation", { LINK ("mentor") }, DONE, NULL },
  { "2026-07-02", "probation", { LINK ("duties") }, DONE, NULL },
  { "2026-07-02", "probation", { LINK ("method") }, DONE, NULL },
  { "2026-07-02", "probation", { LINK ("training") }, DONE, NULL },
  { "2026-08-05", "probation", { NOTE ("1") }, DONE, NULL },
  { "2026-09-11", "probation", { NOTE ("2") }, DONE, NULL },
  { "2026-09-14", "probation", { LINK ("assessment"), "--veto", "1" }, DONE, NULL },
  { "2026-09-14", "probation", { LINK ("meeting") }, DONE, NULL },
  { "2026-09-15", "probation", { LINK ("union") }, DONE, NULL },
  { "2026-09-15", "probation", { LINK ("filing") }, DONE, NULL },
  { "2026-09-16", "probation", { LINK ("notice"), FACTS }, REFUSED, "第2个月月度记录" },
  { "2026-09-16", "print", { "letter-terminate" }, REFUSED, "第2个月月度记录" },
  { .verb = NULL },
};

#define REFUSES(day) \
  "contract", { "--end", "refused-contract", "--served", (day), "--last-day", (day), "--reason", "经书面通知不签" }

/* 实施条例 §§5, 6: within the month nothing is owed; a day later half a month, and double wages for that day (§82). */
static const Row refuses_within_the_month[] = {
  { "2026-07-31", REFUSES ("2026-07-31"), DONE, "\"months\" : \"0\"" },
  { .verb = NULL },
};

static const Row refuses_a_day_later[] = {
  { "2026-08-03", "contract", { NULL }, DONE, "2026-08-01" },
  { "2026-08-01", REFUSES ("2026-08-01"), DONE, "\"months\" : \"0.5\"" },
  { "2026-09-03", "contract", { NULL }, DONE, "2026-08-01" },
  { .verb = NULL },
};

/* §40, 实施条例 §20: the wage of February is paid once more to who goes on the last of March. */
static const Row paid_instead_of_notice[] = {
  { "2026-07-01", "contract", { "--signed", "2026-07-01" }, DONE, NULL },
  { "2026-07-31", REFUSES ("2026-07-31"), REFUSED, "书面劳动合同已经订立" },
  { "2027-03-31", "contract",
    { "--end", "changed", "--served", "2027-03-31", "--last-day", "2027-03-31", "--union", "2027-03-30", "--reason=R", "--pay-month" },
    DONE, "\"pay_month\" : \"2027-02\"" },
  { .verb = NULL },
};

static const Story stories[] = {
  { "fails", fails },
  { "fails-a-day-late", fails_a_day_late },
  { "noticed-a-day-late", noticed_a_day_late },
  { "passes", passes },
  { "names-the-missing-link", names_the_missing_link },
  { "names-the-missed-month", names_the_missed_month },
  { "implementing-5-refuses-within-the-month", refuses_within_the_month },
  { "implementing-6-refuses-a-day-later", refuses_a_day_later },
  { "implementing-20-paid-instead-of-notice", paid_instead_of_notice },
};

typedef struct
{
  const Sample *sample;
  const Story *story;
} Case;

static char *
dup_copy (const Sample *sample, const KpTestFolder *folder)
{
  char *copy = kp_test_folder_dup_file (folder, "copy.kaopin");

  g_free (kp_test_run ((const char *const[]){ "sqlite3", sample->record, "-cmd", "PRAGMA wal_checkpoint", NULL }, NULL));
  g_free (kp_test_run ((const char *const[]){ "cp", sample->record, copy, NULL }, NULL));
  return copy;
}

static gboolean
has_word (const Row *row, const char *word)
{
  for (guint i = 0; i < MAX_WORDS && row->words[i] != NULL; i++)
    if (g_str_equal (row->words[i], word))
      return TRUE;
  return FALSE;
}

/* Whom it is about, and who answers for it. */
static void
add_usual (const Row *row, const KpTestFolder *folder, GPtrArray *words)
{
  static const char *const people[] = { "--by=街道组织委员", "--with=街道党工委书记" };

  if (g_str_equal (row->verb, "print"))
    {
      g_ptr_array_add (words, g_strconcat ("--out=", folder->path, NULL));
      if (!has_word (row, "surveys") && !has_word (row, "contract-receipts"))
        g_ptr_array_add (words, g_strdup ("--only=" NUMBER));
      return;
    }
  if (has_word (row, "--record") || has_word (row, "--settle") || has_word (row, "--end"))
    for (guint i = 0; i < G_N_ELEMENTS (people); i++)
      g_ptr_array_add (words, g_strdup (people[i]));
  if (has_word (row, "--record"))
    g_ptr_array_add (words, g_strdup ("--document=试用期档案"));
  if (has_word (row, "--settle"))
    g_ptr_array_add (words, g_strdup ("--reason=期满考核结果"));
  g_ptr_array_add (words, g_strdup ("--json"));
}

static KpTestProgram *
run (const Row *row, const char *record, const KpTestFolder *folder)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (row->verb));
  g_ptr_array_add (words, g_strdup (record));
  if (!g_str_equal (row->verb, "print"))
    g_ptr_array_add (words, g_strdup (NUMBER));
  for (guint i = 0; i < MAX_WORDS && row->words[i] != NULL; i++)
    g_ptr_array_add (words, g_strdup (row->words[i]));
  add_usual (row, folder, words);
  g_ptr_array_add (words, NULL);
  return kp_test_program_run_at (row->day, (const char *const *) words->pdata);
}

/* The paper's text without blanks. */
static char *
dup_paper (const Row *row, const KpTestFolder *folder)
{
  KpPressForm form = KP_PRESS_NOTICE;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GString *out = g_string_new (NULL);

  g_assert_true (kp_press_form_parse (row->words[0], &form));
  name = kp_press_form_dup_file_name (form);
  path = kp_test_folder_dup_file (folder, name);
  text = kp_test_run ((const char *const[]){ "pdftotext", "-raw", path, "-", NULL }, NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

static void
check (const Row *row, const KpTestProgram *program, const KpTestFolder *folder)
{
  g_autofree char *paper = NULL;

  if (row->ending == REFUSED)
    {
      kp_test_program_assert_fails (program, 1, row->says);
      return;
    }
  g_assert_cmpstr (program->errors, ==, "");
  g_assert_cmpint (program->status, ==, 0);
  if (row->says == NULL)
    return;
  paper = g_str_equal (row->verb, "print") ? dup_paper (row, folder) : NULL;
  kp_test_assert_contains (paper != NULL ? paper : program->output, row->says);
}

static void
test_story (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = dup_copy (one->sample, folder);
  g_autoptr (KpTestProgram) sound = NULL;

  for (const Row *row = one->story->rows; row->verb != NULL; row++)
    {
      g_autoptr (KpTestProgram) program = run (row, record, folder);

      g_test_message ("%s %s %s: %s", row->day, row->verb, row->words[0], program->errors);
      check (row, program, folder);
    }
  sound = kp_test_program_run ("verify", record, NULL);
  g_assert_cmpint (sound->status, ==, 0);
}

int
main (int argc, char **argv)
{
  KpTestFolder *folder;
  Case cases[G_N_ELEMENTS (stories)];
  g_autoptr (KpTestProgram) made = NULL;
  Sample sample;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = kp_test_folder_new ();
  made = kp_test_program_run ("demo", folder->path, "--until", "hire", NULL);
  g_assert_cmpint (made->status, ==, 0);
  sample = (Sample){ folder, kp_test_folder_dup_file (folder, "demo.kaopin") };
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *path = g_strconcat ("/journey/probation/", stories[i].name, NULL);

      cases[i] = (Case){ &sample, &stories[i] };
      g_test_add_data_func (path, &cases[i], test_story);
    }
  status = g_test_run ();
  g_free (sample.record);
  kp_test_folder_free (folder);
  return status;
}
