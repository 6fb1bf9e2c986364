/* test-bench.c – the measuring of the work: its campaign, its answer, and how growth is told.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "kp-bench-inputs.h"
#include "kp-bench.h"
#include "kp-registration.h"
#include "kp-scheme-json.h"
#include "kp-test-program.h"
#include "kp-test.h"

/* ---- growth ---- */

static const struct
{
  const char *path;
  guint n_rows[3];
  gint64 us[3];
  int hundredths; /* of the exponent */
} fits[] = {
  { "/app/bench/fit/as-the-rows", { 1000, 10000, 100000 }, { 500, 5000, 50000 }, 100 },
  { "/app/bench/fit/as-their-square", { 10, 20, 40 }, { 100, 400, 1600 }, 200 },
  { "/app/bench/fit/not-at-all", { 10, 20, 40 }, { 700, 700, 700 }, 0 },
  { "/app/bench/fit/between-its-neighbours", { 100, 1000, 10000 }, { 1000, 20000, 100000 }, 100 },
};

static void
test_fit (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  double exponent = -1;

  g_assert_true (kp_bench_fit (fits[i].n_rows, fits[i].us, 3, &exponent));
  g_assert_cmpint ((int) (exponent * 100 + 0.5), ==, fits[i].hundredths);
}

static void
test_no_fit (void)
{
  const guint n_rows[] = { 1000, 1000 };
  const gint64 us[] = { 10, 20 };
  double exponent = -1;

  g_assert_false (kp_bench_fit (n_rows, us, 2, &exponent));
  g_assert_false (kp_bench_fit (n_rows, us, 1, &exponent));
}

/* ---- the campaign ---- */

/* Nobody twice, everybody whole: what is measured is the usual work, no heap of complaints. */
static void
test_book_is_good (void)
{
  const KpRegistrationOptions options = { .sheet = NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_bench_make_book (7, 3000, &error);
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read_bytes (bytes, &options, &error);
  KpRegistrationPost posts[7];
  char codes[7][8];
  const KpRegistrationRow *rows;
  guint n_rows = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      g_snprintf (codes[i], sizeof codes[i], "P%03u", i + 1);
      posts[i] = (KpRegistrationPost){ codes[i], "综合岗", "01" };
    }
  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), NULL, NULL, NULL);
  rows = kp_registration_book_get_rows (book, &n_rows);
  g_assert_cmpuint (n_rows, ==, 3000);
  for (guint i = 0; i < n_rows; i++)
    g_assert_cmpint (rows[i].verdict, ==, KP_REGISTRATION_OK);
}

static void
test_scheme_seats_all (void)
{
  static const guint sizes[] = { 100, 2990, 3000, 3001, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = kp_bench_dup_scheme (5, sizes[i], &error);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (KpScheme) scheme = kp_scheme_json_parse (text, -1, &problems, &error);
      guint n_seats = 0;

      g_assert_no_error (error);
      g_assert_cmpuint (scheme->posts->len, ==, 5);
      for (guint k = 0; k < scheme->written.sites->len; k++)
        {
          const KpSchemeSite *site = g_ptr_array_index (scheme->written.sites, k);

          for (guint room = 0; room < site->rooms->len; room++)
            n_seats += kp_seat_room_get_capacity (&((const KpSchemeRoom *) g_ptr_array_index (site->rooms, room))->grid);
        }
      g_assert_cmpuint (n_seats, >=, sizes[i]);
    }
}

/* ---- the verb ---- */

static void
test_verb_measures_everything (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *place = kp_test_folder_dup_file (folder, ".");
  g_autoptr (KpTestProgram) program
      = kp_test_program_run ("bench", "--rows", "100,200", "--posts", "3", "--in", place, "--json", NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) left = g_dir_open (place, 0, &error);
  JsonArray *times;

  g_assert_cmpint (program->status, ==, 0);
  root = json_from_string (program->output, &error);
  g_assert_no_error (error);
  times = json_object_get_array_member (json_node_get_object (root), "times");
  g_assert_cmpuint (json_array_get_length (times), ==, 2 * KP_BENCH_N);
  for (guint i = 0; i < json_array_get_length (times); i++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (times, i), "count"), !=, "0");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (root), "growth")), ==, 7);
  g_assert_null (g_dir_read_name (left));
}

static void
test_verb_without_a_place (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *place = kp_test_folder_dup_file (folder, "nowhere");
  g_autoptr (KpTestProgram) program = kp_test_program_run ("bench", "--rows", "100", "--in", place, NULL);

  kp_test_program_assert_fails (program, 1, "--in");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    g_test_add_data_func (fits[i].path, GUINT_TO_POINTER (i), test_fit);
  g_test_add_func ("/app/bench/fit/needs-two-sizes", test_no_fit);
  g_test_add_func ("/app/bench/book-is-good", test_book_is_good);
  g_test_add_func ("/app/bench/scheme-seats-all", test_scheme_seats_all);
  g_test_add_func ("/app/bench/verb/measures-everything", test_verb_measures_everything);
  g_test_add_func ("/app/bench/verb/without-a-place", test_verb_without_a_place);
  return g_test_run ();
}
