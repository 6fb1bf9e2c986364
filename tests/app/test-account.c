/* test-account.c – accounts, signing in and the second person's PIN at the command line.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-settings.h"
#include "kp-test-program.h"
#include "kp-test.h"

typedef struct
{
  KpTestFolder *folder;
  char *record;
  char *password;
  char *pin;
  char *wrong;
} Office;

static const char *const english[] = { "LC_ALL=en_US.UTF-8", "LANG=en_US.UTF-8", "LANGUAGE=", NULL };

#define RUN(...) kp_test_program_run_in (english, (const char *const[]){ __VA_ARGS__, NULL })

#define DOES(...)                                                                                            \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr (KpTestProgram) program = RUN (__VA_ARGS__);                                                   \
                                                                                                             \
    g_assert_cmpstr (program->errors, ==, "");                                                               \
    g_assert_cmpint (program->status, ==, 0);                                                                \
  }                                                                                                          \
  G_STMT_END

#define REFUSES(part, ...)                                                                                   \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr (KpTestProgram) program = RUN (__VA_ARGS__);                                                   \
                                                                                                             \
    kp_test_program_assert_fails (program, program->status == 2 ? 2 : 1, part);                              \
  }                                                                                                          \
  G_STMT_END

#define CAP(record) \
  "headcount", (record), "--cap", "300", "--from", "2026-01-01", "--document", "县编办〔2026〕1号", "--per-10k", "18"

static void
set_up (Office *o, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");

  o->folder = kp_test_folder_new ();
  o->record = kp_test_folder_dup_file (o->folder, "record.kaopin");
  o->password = kp_test_folder_write (o->folder, "password", "a long sentence\n", -1);
  o->pin = kp_test_folder_write (o->folder, "pin", "830412\n", -1);
  o->wrong = kp_test_folder_write (o->folder, "wrong", "111999\n", -1);
  DOES ("new", o->record, "--scheme", scheme);
}

static void
tear_down (Office *o, gconstpointer data G_GNUC_UNUSED)
{
  kp_test_folder_free (o->folder);
  g_free (o->record);
  g_free (o->password);
  g_free (o->pin);
  g_free (o->wrong);
}

static void
add_head (Office *o)
{
  DOES ("account", "add", o->record, "head", "--name", "张三", "--role", "管理员", "--password-file", o->password,
        "--new-pin-file", o->pin);
}

static char *
list (Office *o)
{
  g_autoptr (KpTestProgram) program = RUN ("account", "list", o->record, "--as", "head", "--as-file", o->password, "--json");

  g_assert_cmpstr (program->errors, ==, "");
  return g_strdup (program->output);
}

/* From the first account on everybody signs in, also to read; and no list has a secret. */
static void
test_sign_in (Office *o, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *listed = NULL;

  DOES ("due", o->record);
  REFUSES ("Leave out --as", "due", o->record, "--as", "head", "--as-file", o->password);
  add_head (o);
  REFUSES ("--as LOGIN", "due", o->record);
  REFUSES ("login or the password", "due", o->record, "--as", "head", "--as-file", o->wrong);
  REFUSES ("login or the password", "due", o->record, "--as", "nobody", "--as-file", o->password);
  DOES ("due", o->record, "--as", "head", "--as-file", o->password);
  DOES ("verify", o->record);
  DOES ("account", "add", o->record, "lisi", "--name", "李四", "--role", "核分", "--new-pin-file", o->pin, "--as", "head",
        "--as-file", o->password);
  listed = list (o);
  kp_test_assert_contains (listed, "\"lisi\"");
  kp_test_assert_contains (listed, "李四");
  kp_test_assert_lacks (listed, "argon2");
  kp_test_assert_lacks (listed, "830412");
}

/* Another record beside one's own is no way around its accounts. */
static void
test_other_record (Office *o, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *open = kp_test_folder_dup_file (o->folder, "open.kaopin");
  g_autofree char *other = kp_test_folder_dup_file (o->folder, "other.kaopin");

  DOES ("new", open, "--scheme", scheme);
  DOES ("new", other, "--scheme", scheme);
  DOES ("statistics", open, "--and", o->record);
  add_head (o);
  REFUSES ("accounts of its own", "statistics", open, "--and", o->record);
  DOES ("statistics", o->record, "--and", open, "--as", "head", "--as-file", o->password);
  DOES ("account", "add", other, "wang", "--name", "王五", "--role", "管理员", "--password-file", o->password, "--new-pin-file", o->pin);
  REFUSES ("login or the password", "statistics", o->record, "--and", other, "--as", "head", "--as-file", o->password);
  DOES ("account", "add", other, "head", "--name", "张三", "--role", "领导", "--password-file", o->password, "--as", "wang",
        "--as-file", o->password);
  DOES ("statistics", o->record, "--and", other, "--as", "head", "--as-file", o->password);
}

/* What is handed out says who had it made, and from which state of the record. */
static void
test_export_has_source (Office *o, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *csv = kp_test_folder_dup_file (o->folder, "years.csv");
  g_autofree char *beside = g_strconcat (csv, ".来源.txt", NULL);
  g_autofree char *text = NULL;
  g_autofree char *table = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;

  add_head (o);
  DOES ("statistics", o->record, "--csv", csv, "--as", "head", "--as-file", o->password);
  g_assert_true (g_file_get_contents (csv, &table, NULL, &error));
  g_assert_true (g_file_get_contents (beside, &text, NULL, &error));
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, table, -1);
  kp_test_assert_contains (text, "yunling-2026");
  kp_test_assert_contains (text, "由head于");
  kp_test_assert_contains (text, "日志摘要");
  kp_test_assert_contains (text, digest);
  kp_test_assert_lacks (table, "来源");
}

static void
test_lock (Office *o, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *locked = NULL;
  g_autofree char *listed = NULL;

  add_head (o);
  DOES ("account", "add", o->record, "lisi", "--name", "李四", "--role", "核分", "--password-file", o->password, "--as", "head",
        "--as-file", o->password);
  for (guint i = 0; i < 4; i++)
    REFUSES ("password is wrong", "due", o->record, "--as", "lisi", "--as-file", o->wrong);
  REFUSES ("locked now", "due", o->record, "--as", "lisi", "--as-file", o->wrong);
  REFUSES ("is locked", "due", o->record, "--as", "lisi", "--as-file", o->password);
  locked = list (o);
  kp_test_assert_contains (locked, "\"locked\"");
  DOES ("account", "unlock", o->record, "lisi", "--as", "head", "--as-file", o->password);
  DOES ("due", o->record, "--as", "lisi", "--as-file", o->password);
  DOES ("account", "retire", o->record, "lisi", "--as", "head", "--as-file", o->password);
  REFUSES ("retired", "due", o->record, "--as", "lisi", "--as-file", o->password);
  listed = list (o);
  kp_test_assert_contains (listed, "\"retired\"");
}

static void
test_two (Office *o, gconstpointer data G_GNUC_UNUSED)
{
  add_head (o);
  DOES ("account", "add", o->record, "lisi", "--name", "李四", "--role", "核分", "--new-pin-file", o->pin, "--as", "head",
        "--as-file", o->password);
  REFUSES ("no terminal", CAP (o->record), "--by", "张三", "--with", "李四", "--as", "head", "--as-file", o->password);
  REFUSES ("isn't that of", CAP (o->record), "--by", "张三", "--with", "李四", "--as", "head", "--as-file", o->password,
           "--pin-file", o->wrong);
  REFUSES ("one and the same", CAP (o->record), "--by", "张三", "--with", "head", "--as", "head", "--as-file", o->password,
           "--pin-file", o->pin);
  REFUSES ("--as LOGIN", CAP (o->record), "--by", "张三", "--with", "李四", "--actor", "head", "--pin-file", o->pin);
  DOES (CAP (o->record), "--by", "张三", "--with", "李四", "--as", "head", "--as-file", o->password, "--pin-file", o->pin);
  DOES ("verify", o->record);
}

/* One person's file: nobody signs in, and who has a PIN types it. */
static void
test_pins (Office *o, gconstpointer data G_GNUC_UNUSED)
{
  DOES ("account", "add", o->record, "lisi", "--name", "李四", "--role", "核分", "--new-pin-file", o->pin);
  REFUSES ("isn't that of", CAP (o->record), "--by", "甲", "--with", "李四", "--pin-file", o->wrong);
  REFUSES ("account in use", CAP (o->record), "--by", "甲", "--with", "乙", "--pin-file", o->pin);
  DOES (CAP (o->record), "--by", "甲", "--with", "李四", "--pin-file", o->pin);
}

static void
test_nonsense (Office *o, gconstpointer data G_GNUC_UNUSED)
{
  REFUSES ("none of what can be done", "account", "burn", o->record, "lisi");
  REFUSES ("LOGIN", "account", "retire", o->record);
  REFUSES ("no account", "account", "retire", o->record, "lisi");
  REFUSES ("name of the person", "account", "add", o->record, "lisi", "--role", "核分");
  REFUSES ("at least one role", "account", "add", o->record, "lisi", "--name", "李四");
  REFUSES ("no terminal", "account", "add", o->record, "lisi", "--name", "李四", "--role", "核分", "--pin");
  REFUSES ("can't be read", "account", "add", o->record, "lisi", "--name", "李四", "--role", "核分", "--new-pin-file", "/none");
}

/* A machine's own pause before its window locks; nonsense is as if nothing were set. */
static void
test_pause (Office *o, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *text;
    guint minutes;
  } rows[] = { { "[window]\nlock_after_minutes=5\n", 5 },   { "[window]\nlock_after_minutes=0\n", 0 },
               { "[window]\nlock_after_minutes=-1\n", 10 }, { "[window]\nlock_after_minutes=soon\n", 10 },
               { "[fonts]\n", 10 },                         { "nothing at all", 10 } };
  g_autofree char *before = g_strdup (g_getenv ("KAOPIN_SETTINGS"));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *settings = kp_test_folder_write (o->folder, "settings.ini", rows[i].text, -1);

      g_setenv ("KAOPIN_SETTINGS", settings, TRUE);
      g_assert_cmpuint (kp_settings_load_lock_minutes (), ==, rows[i].minutes);
    }
  g_setenv ("KAOPIN_SETTINGS", before != NULL ? before : "", TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/account/everybody-signs-in", Office, NULL, set_up, test_sign_in, tear_down);
  g_test_add ("/app/account/export-has-source", Office, NULL, set_up, test_export_has_source, tear_down);
  g_test_add ("/app/account/other-record", Office, NULL, set_up, test_other_record, tear_down);
  g_test_add ("/app/account/locked-unlocked-retired", Office, NULL, set_up, test_lock, tear_down);
  g_test_add ("/app/account/two-people-by-pin", Office, NULL, set_up, test_two, tear_down);
  g_test_add ("/app/account/one-persons-file-with-a-pin", Office, NULL, set_up, test_pins, tear_down);
  g_test_add ("/app/account/nonsense", Office, NULL, set_up, test_nonsense, tear_down);
  g_test_add ("/app/account/pause-before-the-lock", Office, NULL, set_up, test_pause, tear_down);
  return g_test_run ();
}
