/* kp-demo-inputs.c – the workbooks that a county gets from outside: marks, examiners' sheets, results.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everybody's abilities come from the SHA-256 of the ticket number, so that they repeat and follow no
 * pattern. */
#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-demo-private.h"
#include "kp-list.h"

#define RESOURCES "/org/kaopin/Kaopin/sample/"

/* Of about 1,100 candidates: these many of a thousand don't come; the one after the 200th seat is caught
 * cheating. */
#define ABSENT_OF_1000 60
#define CHEATS_AT 200
#define N_DIFFERENCES 6
#define DIFFERS_EVERY 85

/* A number below n that belongs to a text and a purpose. */
static guint
roll (const char *purpose, const char *text, guint n)
{
  g_autofree char *both = g_strconcat ("kaopin-demo\n", purpose, "\n", text, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);

  digest[12] = '\0';
  return (guint) (g_ascii_strtoull (digest, NULL, 16) % n);
}

/** kp_demo_dup_input: the path of a workbook in the folder of inputs. (transfer full) */
char *
kp_demo_dup_input (const KpDemo *demo, const char *name)
{
  return g_build_filename (demo->inputs, name, NULL);
}

/** kp_demo_dup_scheme: the sample's scheme, JSON. (transfer full) */
char *
kp_demo_dup_scheme (GError **error)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (RESOURCES "scheme-2026.json", G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize length = 0;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  return g_strndup (text, length);
}

/** kp_demo_write_sample: puts the registration workbook into the folder of inputs. */
gboolean
kp_demo_write_sample (KpDemo *demo, GError **error)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (RESOURCES "registration-2026.xlsx", G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *path = kp_demo_dup_input (demo, KP_DEMO_REGISTRATIONS);

  return bytes != NULL &&
         g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

/* ---- written marks ---- */

/* Sum of four throws: most are in the middle, so that ties occur. In steps of 0.25 between 38.00 and 97.00.
 */
static char *
dup_mark (const char *ticket)
{
  guint quarters = 0;

  for (guint i = 0; i < 4; i++)
    {
      char purpose[16];

      g_snprintf (purpose, sizeof purpose, "written-%u", i);
      quarters += roll (purpose, ticket, 60);
    }
  quarters += 38 * 4;
  return g_strdup_printf ("%u.%02u", quarters / 4, quarters % 4 * 25);
}

/** kp_demo_dup_true_mark: what stands on the paper of a ticket: a mark, or 缺考. (transfer full) */
char *
kp_demo_dup_true_mark (const char *ticket)
{
  if (roll ("absent", ticket, 1000) < ABSENT_OF_1000)
    return g_strdup ("缺考");
  return dup_mark (ticket);
}

static gint
compare_tickets (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const KpDossier *const *) a)->seat->ticket,
                 (*(const KpDossier *const *) b)->seat->ticket);
}

static GPtrArray *
list_seated (KpRoster *roster)
{
  GPtrArray *seated = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->seat != NULL)
        g_ptr_array_add (seated, (gpointer) dossier);
    }
  g_ptr_array_sort (seated, compare_tickets);
  return seated;
}

/** kp_demo_dup_cheat: the ticket of somebody who was seen with a slip of paper; empty when too few are seated. (transfer
 * full) */
char *
kp_demo_dup_cheat (KpRoster *roster)
{
  g_autoptr (GPtrArray) seated = list_seated (roster);

  return g_strdup (seated->len > CHEATS_AT ? ((const KpDossier *) g_ptr_array_index (seated, CHEATS_AT))->seat->ticket : "");
}

/* Two digits changed places, as tired clerks type. */
static char *
dup_mistyped (const char *mark)
{
  char *wrong = g_strdup (mark);

  if (!g_ascii_isdigit (wrong[0]))
    {
      g_free (wrong);
      return g_strdup ("61.00");
    }
  if (wrong[0] == wrong[1])
    wrong[1] = wrong[1] == '9' ? '8' : (char) (wrong[1] + 1);
  else
    {
      const char first = wrong[0];

      wrong[0] = wrong[1];
      wrong[1] = first;
    }
  return wrong;
}

static gboolean
write_entry (KpDemo *demo, GPtrArray *seated, const char *name, gboolean has_mistakes, GError **error)
{
  static const KpListColumn columns[] = {
    { "serial", "序号", 8, KP_LIST_NUMBER },
    { "ticket", "准考证号", 16, KP_LIST_TEXT },
    { "mark", "成绩", 10, KP_LIST_TEXT },
  };
  g_autoptr (KpList) list = kp_list_new ("笔试成绩登记表", NULL, columns, G_N_ELEMENTS (columns));
  g_autofree char *path = kp_demo_dup_input (demo, name);

  for (guint i = 0; i < seated->len; i++)
    {
      const char *ticket = ((const KpDossier *) g_ptr_array_index (seated, i))->seat->ticket;
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *mark = i == CHEATS_AT ? g_strdup ("违纪") : kp_demo_dup_true_mark (ticket);
      g_autofree char *wrong = dup_mistyped (mark);
      const gboolean is_wrong = has_mistakes && i % DIFFERS_EVERY == 17 && i / DIFFERS_EVERY < N_DIFFERENCES;

      kp_list_add_row (list, (const char *[]){ number, ticket, is_wrong ? wrong : mark });
    }
  return kp_list_save (list, path, error);
}

/** kp_demo_write_marks: the workbooks of two clerks; the second one mistyped six marks. */
gboolean
kp_demo_write_marks (KpDemo *demo, KpRoster *roster, GError **error)
{
  g_autoptr (GPtrArray) seated = list_seated (roster);

  return write_entry (demo, seated, KP_DEMO_FIRST, FALSE, error) &&
         write_entry (demo, seated, KP_DEMO_SECOND, TRUE, error);
}

/* ---- interview ---- */

#define INTERVIEW_COLUMNS 10

/* Tenths of the full mark: what a candidate is worth, with what this examiner thinks of it. */
static char *
dup_element (const char *code, guint examiner, const KpSchemeElement *element)
{
  char purpose[48];
  const guint full = (guint) (element->full / (KP_MARK_UNIT / 10));
  guint worth;
  guint taste;

  g_snprintf (purpose, sizeof purpose, "worth-%s", element->code);
  worth = 68 + roll ("interview", code, 22) + roll (purpose, code, 6);
  g_snprintf (purpose, sizeof purpose, "examiner-%u-%s", examiner, element->code);
  taste = roll (purpose, code, 9);
  worth = MIN (full * MIN (worth + taste - 4, 100) / 100, full);
  return g_strdup_printf ("%u.%u", worth / 10, worth % 10);
}

static gint
compare_codes (gconstpointer a, gconstpointer b)
{
  const KpHearingRecord *first = (*(const KpDossier *const *) a)->hearing;
  const KpHearingRecord *second = (*(const KpDossier *const *) b)->hearing;

  if (first->room != second->room)
    return first->room < second->room ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

static void
add_examiner (KpList *list, const KpScheme *scheme, const char *code, guint examiner, gboolean is_absent)
{
  const char *cells[INTERVIEW_COLUMNS] = { NULL };
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  const guint n_elements = scheme->interview.elements->len;

  g_ptr_array_add (kept, g_strdup_printf ("%u", examiner));
  cells[0] = code;
  cells[1] = g_ptr_array_index (kept, 0);
  for (guint i = 0; i < n_elements; i++)
    {
      g_ptr_array_add (
          kept, is_absent ? g_strdup ("缺考")
                          : dup_element (code, examiner, g_ptr_array_index (scheme->interview.elements, i)));
      cells[i + 2] = g_ptr_array_index (kept, i + 1);
    }
  kp_list_add_row (list, cells);
}

static KpList *
make_interview_list (const KpScheme *scheme)
{
  KpListColumn columns[INTERVIEW_COLUMNS] = {
    { "code", "面试序号", 12, KP_LIST_TEXT },
    { "examiner", "考官", 8, KP_LIST_NUMBER },
  };
  const guint n_elements = MIN (scheme->interview.elements->len, INTERVIEW_COLUMNS - 2);

  for (guint i = 0; i < n_elements; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      columns[i + 2] = (KpListColumn){ element->code, element->name, 12, KP_LIST_TEXT };
    }
  return kp_list_new ("面试评分汇总", NULL, columns, n_elements + 2);
}

/** kp_demo_write_interview: one row for each candidate's number and examiner; a few candidates didn't come.
 */
gboolean
kp_demo_write_interview (KpDemo *demo, KpRoster *roster, const KpScheme *scheme, GError **error)
{
  g_autoptr (KpList) list = make_interview_list (scheme);
  g_autoptr (GPtrArray) heard = g_ptr_array_new ();
  g_autofree char *path = kp_demo_dup_input (demo, KP_DEMO_INTERVIEW);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->hearing != NULL)
        g_ptr_array_add (heard, (gpointer) dossier);
    }
  g_ptr_array_sort (heard, compare_codes);
  for (guint i = 0; i < heard->len; i++)
    {
      const char *code = ((const KpDossier *) g_ptr_array_index (heard, i))->hearing->code;
      const gboolean is_absent = roll ("interview-absent", code, 100) < 3;

      for (guint examiner = 1; examiner <= scheme->interview.panel.n_examiners; examiner++)
        add_examiner (list, scheme, code, examiner, is_absent);
    }
  return kp_list_save (list, path, error);
}

/* ---- addresses ---- */

/** kp_demo_write_addresses: where those live who are proposed for hire. */
gboolean
kp_demo_write_addresses (KpDemo *demo, KpRoster *roster, GError **error)
{
  static const KpListColumn columns[] = {
    { "application", "报名序号", 12, KP_LIST_TEXT },
    { "address", "现住址", 36, KP_LIST_TEXT },
  };
  static const char *const roads[] = { "城关街道解放路", "城关街道文化巷", "南关街道建设路", "南关街道育才街", "东风乡青年路" };
  g_autoptr (KpList) list = kp_list_new ("拟聘用人员住址登记表", NULL, columns, G_N_ELEMENTS (columns));
  g_autofree char *path = kp_demo_dup_input (demo, KP_DEMO_ADDRESSES);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *number = dossier->application->application;
      g_autofree char *address = NULL;

      if (dossier->proposal == NULL)
        continue;
      address = g_strdup_printf ("云岭县%s%u号%u单元%u室", roads[roll ("road", number, G_N_ELEMENTS (roads))],
                                 1 + roll ("house", number, 120), 1 + roll ("stairs", number, 4), 101 + 100 * roll ("floor", number, 6));
      kp_list_add_row (list, (const char *[]){ number, address });
    }
  return kp_list_save (list, path, error);
}

/* ---- physical examination and background check ---- */

static const char *
get_conclusion (const char *key, gboolean is_physical)
{
  const guint luck = roll (is_physical ? "physical" : "background", key, 100);

  if (is_physical)
    return luck < 6 ? "不合格" : luck < 8 ? "放弃" : "合格";
  return luck < 3 ? "不合格" : "合格";
}

/** kp_demo_write_fitness: conclusions for those who are called and have none yet; @n_rows says how many. */
gboolean
kp_demo_write_fitness (
    KpDemo *demo, KpRoster *roster, gboolean is_physical, guint round, guint *n_rows, GError **error)
{
  const KpListColumn columns[] = {
    { "ticket", "准考证号", 16, KP_LIST_TEXT },
    { "outcome", is_physical ? "体检结论" : "考察结论", 10, KP_LIST_TEXT },
  };
  const char *what = is_physical ? "体检" : "考察";
  g_autofree char *title = g_strdup_printf ("%s结果（第%u批）", what, round);
  g_autofree char *name = g_strdup_printf ("%s结果-%u.xlsx", what, round);
  g_autofree char *path = kp_demo_dup_input (demo, name);
  g_autoptr (KpList) list = kp_list_new (title, NULL, columns, G_N_ELEMENTS (columns));

  *n_rows = 0;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpFitnessRecord *called = is_physical ? dossier->physical : dossier->background;
      const char *key = dossier->seat != NULL ? dossier->seat->ticket : dossier->application->application;

      if (called == NULL || !g_str_equal (called->outcome, "called"))
        continue;
      kp_list_add_row (list, (const char *[]){ key, get_conclusion (key, is_physical) });
      *n_rows += 1;
    }
  return *n_rows == 0 || kp_list_save (list, path, error);
}
