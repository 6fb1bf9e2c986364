/* test-step-register.c – a form at the counter is judged as a row of a workbook, and goes in whole or not at all.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-step-register.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

#define MAX_CELLS 16
#define NAME 0
#define ID_NUMBER 2
#define POST 7

/* A form with the fields of the sample's heading, each to be changed by its place there. */
typedef struct
{
  char **titles;
  char **texts;
  KpFormCell cells[MAX_CELLS];
  guint n;
} Form;

static void
form_clear (Form *form)
{
  g_strfreev (form->titles);
  g_strfreev (form->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Form, form_clear)

static void
form_set (Form *form, guint i, const char *text)
{
  g_free (form->texts[i]);
  form->texts[i] = g_strdup (text);
  form->cells[i].text = form->texts[i];
}

/* The form of the campaign's next person. */
static void
form_fill (Form *form, KpTestCampaign *c, const char *post)
{
  g_autofree char *row = kp_test_campaign_make_rows (c, post, 1);
  g_autofree char *heading = g_strdup (KP_TEST_HEADING);

  form->titles = g_strsplit (g_strchomp (heading), ",", -1);
  form->texts = g_strsplit (g_strchomp (row), ",", -1);
  form->n = g_strv_length (form->titles);
  g_assert_cmpuint (form->n, <=, MAX_CELLS);
  g_assert_cmpuint (form->n, ==, g_strv_length (form->texts));
  for (guint i = 0; i < form->n; i++)
    form->cells[i] = (KpFormCell){ form->titles[i], form->texts[i] };
}

static KpFormCheck *
check (KpTestCampaign *c, const Form *form)
{
  g_autoptr (GError) error = NULL;
  KpFormCheck *found = kp_step_check_form (c->session, form->cells, form->n, &error);

  g_assert_no_error (error);
  return found;
}

static gboolean
has_fault (const KpFormCheck *found, const char *code, const char *trouble)
{
  for (guint i = 0; i < found->row->n_faults; i++)
    if (g_str_equal (found->row->faults[i].code, code))
      {
        kp_test_assert_contains (found->row->faults[i].trouble, trouble);
        kp_test_assert_lacks (found->row->faults[i].trouble, "第2行");
        return TRUE;
      }
  return FALSE;
}

/* The next number, the photo with it, and what was typed with commas and quotes as it was typed. */
static void
test_registers (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_auto (Form) form = { 0 };
  g_autoptr (KpFormCheck) found = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) jpeg = NULL;
  g_autofree char *number = NULL;
  KpPhotoRow photo = { .width = 240, .height = 336 };
  const KpDossier *dossier;

  kp_test_campaign_register (c, "A01", 3);
  form_fill (&form, c, "B01");
  form_set (&form, NAME, "阿依古丽·买买提");
  found = check (c, &form);
  g_assert_cmpint (found->row->verdict, ==, KP_REGISTRATION_OK);
  g_assert_null (found->application);
  photo.jpeg = g_bytes_new_static ("JPEG", 4);
  number = kp_step_register (c->session, form.cells, form.n, &photo, &error);
  g_assert_no_error (error);
  g_bytes_unref (photo.jpeg);
  g_assert_cmpstr (number, ==, "000004");
  roster = kp_test_campaign_load (c);
  dossier = kp_roster_find_application (roster, number);
  g_assert_nonnull (dossier);
  g_assert_cmpstr (dossier->person->name, ==, "阿依古丽·买买提");
  g_assert_cmpstr (dossier->application->post, ==, "B01");
  g_assert_true (kp_photo_find (c->session, number, &jpeg, &error));
  g_assert_nonnull (jpeg);
  kp_test_campaign_assert_sound (c);
}

/* Who has applied is told by the ID number alone, before a post is chosen, and is kept out afterwards. */
static void
test_applied_already (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_auto (Form) form = { 0 };
  g_autoptr (KpFormCheck) bare = NULL;
  g_autoptr (KpFormCheck) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  gint64 n_before;

  kp_test_campaign_register (c, "A01", 2);
  c->n_made = 1;
  form_fill (&form, c, "");
  form_set (&form, NAME, "");
  bare = check (c, &form);
  g_assert_cmpstr (bare->application, ==, "000002");
  g_assert_cmpstr (bare->post, ==, "A01");
  form_set (&form, NAME, "张丁");
  form_set (&form, POST, "B01");
  other = check (c, &form);
  g_assert_true (has_fault (other, "second_post", "已登记的报名是A01"));
  n_before = kp_test_campaign_count_journal (c);
  number = kp_step_register (c->session, form.cells, form.n, NULL, &error);
  g_assert_null (number);
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "已登记的报名是A01");
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* A form twice is one application. */
static void
test_same_form_twice (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_auto (Form) form = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;

  form_fill (&form, c, "A01");
  first = kp_step_register (c->session, form.cells, form.n, NULL, &error);
  g_assert_no_error (error);
  again = kp_step_register (c->session, form.cells, form.n, NULL, &error);
  g_assert_cmpstr (first, ==, "000001");
  g_assert_null (again);
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* One digit of the ID number wrong: said at its field, without a row that nobody sees. */
static void
test_wrong_digit (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_auto (Form) form = { 0 };
  g_autoptr (KpFormCheck) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *wrong = NULL;

  form_fill (&form, c, "A01");
  wrong = g_strdup (form.texts[ID_NUMBER]);
  wrong[16] = wrong[16] == '9' ? '0' : (char) (wrong[16] + 1);
  form_set (&form, ID_NUMBER, wrong);
  found = check (c, &form);
  g_assert_true (has_fault (found, "id_check_digit", "校验码不符"));
  g_assert_cmpint (found->row->faults[0].field, ==, KP_REGISTRATION_FIELD_ID_NUMBER);
  number = kp_step_register (c->session, form.cells, form.n, NULL, &error);
  g_assert_null (number);
  kp_test_assert_contains (error->message, "校验码不符");
  kp_test_assert_lacks (error->message, wrong);
}

/* A form with nothing in it is no application. */
static void
test_empty_form (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GArray) fields = kp_step_list_form_fields (kp_session_get_scheme (c->session));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (KpFormCell));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < fields->len; i++)
    {
      const KpFormCell cell = { g_array_index (fields, KpFormField, i).title, "" };

      g_array_append_val (cells, cell);
    }
  g_assert_null (kp_step_check_form (c->session, (const KpFormCell *) (gpointer) cells->data, cells->len, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/register/takes-one", test_registers);
  kp_test_database_add ("/data/steps/%s/register/applied-already", test_applied_already);
  kp_test_database_add ("/data/steps/%s/register/same-form-twice", test_same_form_twice);
  kp_test_database_add ("/data/steps/%s/register/wrong-digit", test_wrong_digit);
  kp_test_database_add ("/data/steps/%s/register/empty-form", test_empty_form);
  return g_test_run ();
}
