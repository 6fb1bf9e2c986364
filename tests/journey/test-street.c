/* test-street.c – a street that hires 120 people: their contracts by the verbs, in one file, each whole and with its own name.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-press.h"
#include "kp-test-course.h"
#include "kp-test-program.h"
#include "kp-test.h"

#define N_HIRES 120
#define N_DIRECT 115  /* born until the 7th of February */
#define N_OTHERS 15   /* of whom a third */
#define PAGES_LEAST 4 /* of one contract */
#define SECONDS_MOST 20

/* Beyond the basic plane, with a dot, one character, thirty, of the newest blocks: by turns. */
static const char *const names[] = {
  "𠮷𬭚㛃", "买买提·吐尔逊", "李", "迪丽热巴·阿卜杜热西提·古丽孜巴·努尔买买提·托合提阿訇巴依", "䶮龘𫖯", "𰻝𱁬", "欧阳㐱",
};

static const char *const edits[] = {
  "  \"streets\": [",
  "  \"direct_hire\": { \"when\": { \"born\": { \"from\": \"1990-01-01\", \"to\": \"1990-02-07\" } } },\n  \"streets\": [",
  "\"places\": 12,",
  "\"places\": 120,",
  "\"ratio\": \"3\",\n    \"action\": \"reduce\"",
  "\"ratio\": \"1\",\n    \"action\": \"reduce\"",
  NULL,
};

/* What 劳动合同法 §17 wants in each, by what stands in the shipped wording. */
static const char *const clauses[] = {
  "甲方（用人单位）：云岭县人民政府城关街道办事处", "住所", "高志远", "第一条　", "第二条　", "第三条　", "第五条　", "第六条　",
  "第九条　", "第十四条　", "一、劳动合同期限", "二、工作内容和工作地点", "三、工作时间和休息休假", "四、劳动报酬",
  "五、社会保险和福利待遇", "六、职业培训和劳动保护", "七、劳动合同的变更、解除、终止", "八、双方约定事项", "九、劳动争议处理",
  "自2026年7月1日起至2029年6月30日止",
};

static const char *
get_name (guint number)
{
  return names[number % G_N_ELEMENTS (names)];
}

/* The rows as they are usually made, under other names. */
static void
register_people (KpTestCampaign *c)
{
  g_autofree char *text = kp_test_campaign_make_rows (c, "A01", N_DIRECT + N_OTHERS);
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  g_autoptr (GString) named = g_string_new (NULL);

  for (guint i = 0; i < N_DIRECT + N_OTHERS; i++)
    g_string_append_printf (named, "%s%s\n", get_name (i), strchr (rows[i], ','));
  kp_test_campaign_register_rows (c, named->str, N_DIRECT + N_OTHERS);
}

static KpTestCampaign *
bring_to_publicity (void)
{
  KpTestDatabase kind = { .kind = KP_DATABASE_SQLITE };
  KpTestCampaign *c = kp_test_campaign_new_with (&kind, edits);
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;
  KpPublicityTally publicity;

  register_people (c);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_hear_and_total (c);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (publicity.n_proposed, ==, N_HIRES);
  return c;
}

static KpTestProgram *
run (const char *const *words)
{
  KpTestProgram *program = kp_test_program_run_at ("2026-07-01", words);

  g_assert_cmpstr (program->errors, ==, "");
  g_assert_cmpint (program->status, ==, 0);
  return program;
}

/* Without blanks and line ends; the full stop of an article is a wide blank, which stays out as well. */
static char *
dup_joined (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

static char *
dup_pages (const char *path, guint first, guint last)
{
  g_autofree char *from = g_strdup_printf ("%u", first);
  g_autofree char *to = g_strdup_printf ("%u", last);
  g_autofree char *text
      = kp_test_run ((const char *const[]){ "pdftotext", "-raw", "-f", from, "-l", to, path, "-", NULL }, NULL);

  return dup_joined (text);
}

static guint
count_pages (const char *path)
{
  g_autofree char *info = kp_test_run ((const char *const[]){ "pdfinfo", path, NULL }, NULL);
  const char *pages = strstr (info, "Pages:");

  g_assert_nonnull (pages);
  return (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

/* One contract: all clauses, one name, no field that was left unfilled. */
static void
check_contract (KpRoster *roster, const char *path, guint serial, guint n_pages)
{
  g_autofree char *text = dup_pages (path, serial * n_pages + 1, (serial + 1) * n_pages);
  g_autofree char *number = g_strdup_printf ("01劳合〔2026〕%04u号", serial + 1);
  const KpDossier *dossier = NULL;

  for (guint i = 0; dossier == NULL && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *each = kp_roster_get_dossier (roster, i);

      if (each->contract != NULL && g_str_equal (each->contract->number, number))
        dossier = each;
    }
  g_assert_nonnull (dossier);
  kp_test_assert_contains (text, number);
  kp_test_assert_contains (text, dossier->person->name);
  kp_test_assert_contains (text, dossier->person->id_number);
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    {
      g_autofree char *clause = dup_joined (clauses[i]);

      kp_test_assert_contains (text, clause);
    }
  kp_test_assert_lacks (text, "{");
}

static void
test_contracts (void)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity ();
  const char *record = c->database->location;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *name = kp_press_form_dup_file_name (KP_PRESS_CONTRACTS);
  g_autofree char *path = kp_test_folder_dup_file (folder, name);
  g_autoptr (KpTestProgram) hired = run ((const char *const[]){ "hire", record, "--json", NULL });
  g_autoptr (KpTestProgram) signed_all = NULL;
  g_autoptr (KpTestProgram) printed = NULL;
  g_autoptr (KpRoster) roster = NULL;
  gint64 begun;
  double seconds;
  guint n_pages;

  kp_test_assert_contains (hired->output, "\"n_contracts\" : 120");
  signed_all = run ((const char *const[]){ "contract", record, "--street", "01", "--signed", "2026-07-01", "--json", NULL });
  kp_test_assert_contains (signed_all->output, "\"n_done\" : 120");
  begun = g_get_monotonic_time ();
  printed = run ((const char *const[]){ "print", record, "contracts", "--out", folder->path, NULL });
  seconds = (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
  n_pages = count_pages (path);
  g_test_message ("%u contracts on %u pages in %.1f s", N_HIRES, n_pages, seconds);
  if (kp_test_may_measure ())
    g_assert_cmpfloat (seconds, <, SECONDS_MOST);
  g_assert_cmpuint (n_pages % N_HIRES, ==, 0);
  g_assert_cmpuint (n_pages / N_HIRES, >=, PAGES_LEAST);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < N_HIRES; i++)
    check_contract (roster, path, i, n_pages / N_HIRES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journey/street/contracts-of-120", test_contracts);
  return g_test_run ();
}
