/* test-form-ticket.c – tickets: long and rare names in their box, sittings, rules, missing glyphs, speed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <time.h>

#include "kp-form-desk.h"
#include "kp-form-reader.h"
#include "kp-form-sample.h"
#include "kp-pdf-error.h"


static const KpFormSession four[] = {
  { "科目一", "2026年3月28日9:00—10:00", NULL }, { "科目二", "2026年3月28日10:30—11:30", NULL },
  { "科目三", "2026年3月28日14:00—15:00", NULL }, { "科目四", "2026年3月28日15:30—16:30", NULL },
};

static KpSheet *
draw (const KpTicketBatch *batch,
      const KpTicketFacts *tickets,
      gsize                n,
      GError             **error)
{
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, "准考证");

  return kp_form_ticket_draw (sheet, batch, tickets, n, error) ? g_steal_pointer (&sheet) : NULL;
}

static KpFormReader *
read_ticket (const KpTicketFacts *ticket)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSheet) sheet = draw (&kp_form_sample_batch, ticket, 1, &error);

  g_assert_no_error (error);
  return kp_form_reader_new (sheet);
}

/* Each name, whatever its length, stays left of the sex and is whole. */
static void
test_name (gconstpointer data)
{
  const char *name = data;
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (KpFormReader) reader = NULL;
  KpTicketFacts ticket;
  const KpFormWord *sex;

  kp_form_sample_fill_ticket (sample, 0, &ticket);
  ticket.name = name;
  reader = read_ticket (&ticket);
  kp_form_reader_assert_shows (reader, name);
  sex = kp_form_reader_find (reader, "性别");
  for (guint i = 0; i < reader->words->len; i++)
    {
      const KpFormWord *word = g_ptr_array_index (reader->words, i);

      if (strstr (name, word->text) != NULL && word->y1 < sex->y2 && g_utf8_strlen (word->text, -1) > 1)
        g_assert_cmpfloat (word->x2, <, sex->x1);
    }
}

/* Every single rare character leaves ink where it should stand. */
static void
test_ink (gconstpointer data)
{
  const char *character = data;
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (KpFormReader) reader = NULL;
  g_autofree char *name = g_strconcat ("王", character, NULL);
  KpTicketFacts ticket;
  const KpFormWord *word;

  kp_form_sample_fill_ticket (sample, 0, &ticket);
  ticket.name = name;
  reader = read_ticket (&ticket);
  word = kp_form_reader_find (reader, "王");
  g_assert_cmpstr (word->text, ==, name);
  g_assert_cmpfloat (kp_form_reader_measure_ink (reader, word, 2, 0), >, 0.04);
  g_assert_cmpfloat (kp_form_reader_measure_ink (reader, word, 2, 1), >, 0.04);
}

static void
test_sittings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (KpSheet) sheet = NULL;
  g_autoptr (KpFormReader) reader = NULL;
  KpTicketFacts tickets[3];

  for (guint i = 0; i < 3; i++)
    kp_form_sample_fill_ticket (sample, i, &tickets[i]);
  tickets[1].sessions = four;
  tickets[1].n_sessions = 4;
  sheet = draw (&kp_form_sample_batch, tickets, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, 3);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "科目四2026年3月28日15:30—16:30");

  tickets[2].n_sessions = 5;
  g_assert_null (draw (&kp_form_sample_batch, tickets, 3, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW);
  g_clear_error (&error);
  tickets[2].n_sessions = 0;
  g_assert_null (draw (&kp_form_sample_batch, tickets, 3, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW);
}

static void
test_rules (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (GString) endless = g_string_new (NULL);
  const char *rules[] = { NULL, NULL };
  KpTicketBatch batch = kp_form_sample_batch;
  g_autoptr (KpSheet) sheet = NULL;
  g_autoptr (KpFormReader) reader = NULL;
  KpTicketFacts ticket;

  kp_form_sample_fill_ticket (sample, 0, &ticket);
  rules[0] = "只有一条须知。";
  batch.rules = rules;
  batch.title = "面试准考证";
  sheet = draw (&batch, &ticket, 1, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_shows (reader, "1．只有一条须知。");
  kp_form_reader_assert_shows (reader, "面试准考证");
  kp_form_reader_assert_hides (reader, "笔试准考证");

  for (guint i = 0; i < 300; i++)
    g_string_append (endless, "请遵守考场纪律。");
  rules[0] = endless->str;
  g_assert_null (draw (&batch, &ticket, 1, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_OVERFLOW);
}

/* U+E000 is private: no font has it. The error tells ticket, field and code point, not the name. */
static void
test_glyph (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  KpTicketFacts ticket;

  kp_form_sample_fill_ticket (sample, 0, &ticket);
  ticket.name = "王\xee\x80\x80丽";
  g_assert_null (draw (&kp_form_sample_batch, &ticket, 1, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_GLYPH);
  kp_test_assert_contains (error->message, "E000");
  kp_test_assert_contains (error->message, ticket.number);
  kp_test_assert_contains (error->message, "姓名");
  g_assert_null (strstr (error->message, "丽"));
}

static guint
count_images (const KpFormReader *reader)
{
  const char *argv[] = { "pdfimages", "-list", reader->path, NULL };
  g_autofree char *output = kp_test_run (argv, NULL);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += strstr (lines[i], " jpeg ") != NULL ? 1 : 0;
  return n;
}

static void
test_photo (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (GBytes) photo = kp_form_sample_new_photo ();
  g_autoptr (KpSheet) sheet = NULL;
  g_autoptr (KpFormReader) reader = NULL;
  KpTicketFacts tickets[2];

  for (guint i = 0; i < 2; i++)
    {
      kp_form_sample_fill_ticket (sample, i, &tickets[i]);
      tickets[i].photo = photo;
    }
  sheet = draw (&kp_form_sample_batch, tickets, 2, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  kp_form_reader_assert_valid (reader);
  g_assert_cmpuint (count_images (reader), ==, 2);
  kp_form_reader_assert_hides (reader, "照片");
}

/* A name of several parts too long for its label is torn between them. */
static void
test_desk_tears_name_at_dot (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
  g_autoptr (KpFormReader) reader = NULL;
  const KpDeskFacts label = { "014", "07", "玛尔哈巴·吐尔逊江·依明", "26010101407", NULL };
  const KpFormWord *first;
  const KpFormWord *second;

  kp_form_desk_draw (sheet, &label, 1, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  first = kp_form_reader_find (reader, "玛尔哈巴·");
  second = kp_form_reader_find (reader, "吐尔逊江·依明");
  g_assert_cmpstr (first->text, ==, "玛尔哈巴·");
  g_assert_cmpfloat (first->y2, <, second->y2);
}

static void
test_desk_photo (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_form_sample_new_fonts ();
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, NULL);
  g_autoptr (GBytes) photo = kp_form_sample_new_photo ();
  g_autoptr (KpFormReader) reader = NULL;
  KpDeskFacts label = { "03", "07", kp_form_sample_get_name (11), "26210100107", photo };

  kp_form_desk_draw (sheet, &label, 1, &error);
  g_assert_no_error (error);
  reader = kp_form_reader_new (sheet);
  g_assert_cmpuint (count_images (reader), ==, 1);
  kp_form_reader_assert_shows (reader, label.name);
}

static void
test_damaged_photo (void)
{
  static const char damaged[] = "\xff\xd8\xff\xe0 this is no picture";
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autoptr (GBytes) photo = g_bytes_new_static (damaged, sizeof damaged);
  KpTicketFacts ticket;

  kp_form_sample_fill_ticket (sample, 0, &ticket);
  ticket.photo = photo;
  g_assert_null (draw (&kp_form_sample_batch, &ticket, 1, &error));
  g_assert_error (error, KP_PDF_ERROR, KP_PDF_ERROR_IMAGE);
  kp_test_assert_contains (error->message, ticket.number);
}

/* Measured in time of the processor, so that a busy machine doesn't matter. */
static void
test_speed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFormSample) sample = kp_form_sample_new ();
  g_autofree KpTicketFacts *tickets = g_new0 (KpTicketFacts, 1100);
  g_autoptr (KpSheet) sheet = NULL;
  g_autoptr (GBytes) bytes = NULL;
  clock_t start = clock ();

  for (guint i = 0; i < 1100; i++)
    {
      kp_form_sample_fill_ticket (sample, i, &tickets[i]);
      tickets[i].qr = tickets[i].id_number;
    }
  sheet = draw (&kp_form_sample_batch, tickets, 1100, &error);
  g_assert_no_error (error);
  bytes = kp_sheet_dup_bytes (sheet, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kp_sheet_get_n_pages (sheet), ==, 550);
  if (kp_test_may_measure ())
    g_assert_cmpint (clock () - start, <, 2 * CLOCKS_PER_SEC);
  g_test_message ("1,100 tickets: %.2f s, %" G_GSIZE_FORMAT " bytes",
                  (double) (clock () - start) / CLOCKS_PER_SEC, g_bytes_get_size (bytes));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const rare[] = { "𫖯", "𬴊", "鿏", "䶮", "𠮷", "𪣻", "𬭚", "𬱖", "𡋾", "𫟼", "鿭" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *path = g_strdup_printf ("/pdf/form-ticket/name/%s", kp_form_sample_get_name (i));

      g_test_add_data_func (path, kp_form_sample_get_name (i), test_name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rare); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pdf/form-ticket/ink/U+%04X", g_utf8_get_char (rare[i]));

      g_test_add_data_func (path, rare[i], test_ink);
    }
  g_test_add_func ("/pdf/form-ticket/sittings", test_sittings);
  g_test_add_func ("/pdf/form-ticket/rules", test_rules);
  g_test_add_func ("/pdf/form-ticket/glyph-names-field-not-person", test_glyph);
  g_test_add_func ("/pdf/form-ticket/photo", test_photo);
  g_test_add_func ("/pdf/form-ticket/desk-tears-name-at-dot", test_desk_tears_name_at_dot);
  g_test_add_func ("/pdf/form-ticket/photo-on-desk", test_desk_photo);
  g_test_add_func ("/pdf/form-ticket/damaged-photo", test_damaged_photo);
  g_test_add_func ("/pdf/form-ticket/eleven-hundred-under-two-seconds", test_speed);
  return g_test_run ();
}
