/* kp-bench.c – how fast this computer does the work, and how that grows with the campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verbs themselves are timed, as a person gives them: each opens the record, works, and is done when the disk has it.
 * Two of them have bare work beside them that does the same for the disk and the processor and nothing for the record: so
 * a slow disk isn't taken for a slow program. */
#include "kp-bench.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "kp-bench-inputs.h"
#include "kp-command.h"

#define N_APPENDS 200
#define LINE "{\"bench\":\"a line as long as a usual one of the journal, with what was before and what is after\"}\n"

static const struct
{
  const char *key;
  const char *title;
  gboolean grows;
} works[KP_BENCH_N] = {
  [KP_BENCH_BOOK] = { "book", N_ ("Write a workbook of registrations"), TRUE },
  [KP_BENCH_IMPORT] = { "import", N_ ("Take the workbook into the record"), TRUE },
  [KP_BENCH_REVIEW] = { "review", N_ ("Review every application"), TRUE },
  [KP_BENCH_LISTS] = { "lists", N_ ("Write two lists as .csv and .xlsx"), TRUE },
  [KP_BENCH_SEATS] = { "seats", N_ ("Draw the seats and number the tickets"), TRUE },
  [KP_BENCH_TICKETS] = { "tickets", N_ ("Print the tickets"), TRUE },
  [KP_BENCH_VERIFY] = { "verify", N_ ("Verify every row by the journal"), TRUE },
  [KP_BENCH_HASH] = { "hash", N_ ("Beside it: bare SHA-256 of the file, bytes"), FALSE },
  [KP_BENCH_APPEND] = { "append", N_ ("Steps of one line in the journal"), FALSE },
  [KP_BENCH_SYNC] = { "sync", N_ ("Beside it: bare lines that the disk has"), FALSE },
};

typedef struct
{
  const char *folder;
  guint n_posts;
  guint n_rows;
  KpBenchTime *times;
} Bench;

/** kp_bench_work_get_key: of the JSON answer. */
const char *
kp_bench_work_get_key (KpBenchWork work)
{
  return works[work].key;
}

/** kp_bench_work_get_title: for people, translated. */
const char *
kp_bench_work_get_title (KpBenchWork work)
{
  return _ (works[work].title);
}

/** kp_bench_work_grows: whether its time goes by how many registrations there are. */
gboolean
kp_bench_work_grows (KpBenchWork work)
{
  return works[work].grows;
}

static char *
dup_file (const Bench *bench, const char *name)
{
  return g_build_filename (bench->folder, name, NULL);
}

/* When something began, on both clocks. */
typedef struct
{
  gint64 wall;
  gint64 cpu;
} Begun;

static Begun
begin (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (Begun){ g_get_monotonic_time (), (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000 };
}

static void
note (Bench *bench, KpBenchWork work, guint64 n, Begun since)
{
  const Begun now = begin ();

  bench->times[work] = (KpBenchTime){ n, now.wall - since.wall, now.cpu - since.cpu };
}

/* ---- verbs ---- */

static gboolean
ask (const char *const *words, GError **error)
{
  g_autoptr (KpAnswer) answer = NULL;

  return kp_command_ask (words, NULL, &answer, error);
}

static gboolean
write_inputs (Bench *bench, GError **error)
{
  g_autofree char *scheme = kp_bench_dup_scheme (bench->n_posts, bench->n_rows, error);
  g_autofree char *path = dup_file (bench, "bench.json");
  g_autofree char *book = dup_file (bench, "bench.xlsx");
  const Begun since = begin ();
  g_autoptr (GBytes) bytes = scheme != NULL ? kp_bench_make_book (bench->n_posts, bench->n_rows, error) : NULL;

  if (bytes == NULL
      || !g_file_set_contents (book, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return FALSE;
  note (bench, KP_BENCH_BOOK, bench->n_rows, since);
  return g_file_set_contents (path, scheme, -1, error);
}

static gboolean
take_in (Bench *bench, const char *record, GError **error)
{
  g_autofree char *scheme = dup_file (bench, "bench.json");
  g_autofree char *book = dup_file (bench, "bench.xlsx");
  Begun since;

  if (!ask ((const char *const[]){ "new", record, "--scheme", scheme, NULL }, error))
    return FALSE;
  since = begin ();
  if (!ask ((const char *const[]){ "import", record, "registrations", book, "--accept-good", NULL }, error))
    return FALSE;
  note (bench, KP_BENCH_IMPORT, bench->n_rows, since);
  since = begin ();
  if (!ask ((const char *const[]){ "review", record, "--auto", NULL }, error))
    return FALSE;
  note (bench, KP_BENCH_REVIEW, bench->n_rows, since);
  return TRUE;
}

static gboolean
write_lists (Bench *bench, const char *record, GError **error)
{
  g_autofree char *csv = dup_file (bench, "list.csv");
  g_autofree char *xlsx = dup_file (bench, "list.xlsx");
  const Begun since = begin ();

  if (!ask ((const char *const[]){ "export", record, "registrations", "--csv", csv, "--xlsx", xlsx, NULL }, error)
      || !ask ((const char *const[]){ "export", record, "review", "--csv", csv, "--xlsx", xlsx, NULL }, error))
    return FALSE;
  note (bench, KP_BENCH_LISTS, 2 * (guint64) bench->n_rows, since);
  return TRUE;
}

static gboolean
draw_seats (Bench *bench, const char *record, GError **error)
{
  g_autofree char *out = dup_file (bench, "papers");
  Begun since = begin ();

  if (!ask ((const char *const[]){ "seat", record, "--commit", "--source", "bench", NULL }, error)
      || !ask ((const char *const[]){ "seat", record, "--public", "3141592653", NULL }, error))
    return FALSE;
  note (bench, KP_BENCH_SEATS, bench->n_rows, since);
  since = begin ();
  if (!ask ((const char *const[]){ "print", record, "tickets", "--out", out, NULL }, error))
    return FALSE;
  note (bench, KP_BENCH_TICKETS, bench->n_rows, since);
  return TRUE;
}

/* ---- bare work beside them ---- */

static gboolean
verify (Bench *bench, const char *record, GError **error)
{
  Begun since = begin ();
  g_autofree char *bytes = NULL;
  g_autofree char *digest = NULL;
  gsize size = 0;

  if (!ask ((const char *const[]){ "verify", record, NULL }, error))
    return FALSE;
  note (bench, KP_BENCH_VERIFY, bench->n_rows, since);
  if (!g_file_get_contents (record, &bytes, &size, error))
    return FALSE;
  since = begin ();
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);
  note (bench, KP_BENCH_HASH, size, since);
  return TRUE;
}

static gboolean
append_steps (Bench *bench, const char *record, GError **error)
{
  g_autoptr (KpSession) session
      = kp_session_open (record, NULL, "bench", KP_OPEN_READ_WRITE, &kp_system_sources, error);
  const Begun since = begin ();

  for (guint i = 0; i < N_APPENDS; i++)
    {
      g_autoptr (KpLedger) ledger
          = session != NULL ? kp_session_begin_beside (session, "bench", NULL, error) : NULL;

      if (ledger == NULL || !kp_ledger_note (ledger, "bench", LINE, error) || !kp_session_commit (session, ledger, error))
        return FALSE;
    }
  note (bench, KP_BENCH_APPEND, N_APPENDS, since);
  return TRUE;
}

static gboolean
fail_disk (int number, GError **error)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), _ ("The folder of the measurement can't be written to: %s."),
               g_strerror (number));
  return FALSE;
}

static gboolean
append_lines (Bench *bench, GError **error)
{
  g_autofree char *path = dup_file (bench, "lines");
  const int file = g_open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const Begun since = begin ();
  gboolean is_written = file >= 0;

  for (guint i = 0; is_written && i < N_APPENDS; i++)
    is_written = write (file, LINE, strlen (LINE)) == (gssize) strlen (LINE) && fsync (file) == 0;
  if (!is_written)
    fail_disk (errno, error);
  if (file >= 0)
    close (file);
  note (bench, KP_BENCH_SYNC, N_APPENDS, since);
  return is_written;
}

/* ---- all ---- */

/**
 * kp_bench_run:
 * @folder: an empty folder on the disk that is measured; files come to lie in it
 * @n_posts: posts of the campaign
 * @n_rows: its registrations
 * @progress: (nullable): told before each part of the work
 * @data: for @progress
 * @times: (out): what each work took, on the clock on the wall
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE when a step couldn't be done
 */
gboolean
kp_bench_run (const char *folder, guint n_posts, guint n_rows, KpBenchProgress progress, gpointer data,
              KpBenchTime times[KP_BENCH_N], GError **error)
{
  Bench bench = { .folder = folder, .n_posts = n_posts, .n_rows = n_rows, .times = times };
  g_autofree char *record = dup_file (&bench, "bench.kaopin");
  g_autofree char *sentence = g_strdup_printf (ngettext ("%u registration", "%u registrations", n_rows), n_rows);

  if (progress != NULL)
    progress (sentence, data);
  return write_inputs (&bench, error) && take_in (&bench, record, error) && write_lists (&bench, record, error)
         && draw_seats (&bench, record, error) && verify (&bench, record, error) && append_steps (&bench, record, error)
         && append_lines (&bench, error);
}

/**
 * kp_bench_fit:
 * @n_rows: sizes
 * @us: what they took, best of the processor's time: other work on the computer doesn't lengthen that
 * @n: how many there are
 * @exponent: (out): k of time ≈ c·rowsᵏ, by least squares of the logarithms: 1 = twice the rows take twice the time
 *
 * Returns: %FALSE with fewer than two different sizes
 */
gboolean
kp_bench_fit (const guint *n_rows, const gint64 *us, guint n, double *exponent)
{
  double x = 0;
  double y = 0;
  double above = 0;
  double below = 0;

  for (guint i = 0; i < n; i++)
    {
      x += log (n_rows[i]) / n;
      y += log ((double) MAX (us[i], 1)) / n;
    }
  for (guint i = 0; i < n; i++)
    {
      above += (log (n_rows[i]) - x) * (log ((double) MAX (us[i], 1)) - y);
      below += (log (n_rows[i]) - x) * (log (n_rows[i]) - x);
    }
  *exponent = below > 0 ? above / below : 0;
  return below > 0;
}
