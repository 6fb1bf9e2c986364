/* kp-test-clock.c – a clock that stands at the day a test wants, for the program that it runs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Loaded before the C library by kp_test_program_run_at(). The program itself takes its day from nowhere but the system: a
 * record whose clock could be set from outside would prove nothing. */
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

int clock_gettime (clockid_t clock, struct timespec *out);
int gettimeofday (struct timeval *restrict out, void *restrict zone);
time_t time (time_t *out);

static time_t
get_seconds (void)
{
  const char *text = getenv ("KAOPIN_TEST_SECONDS");

  return text != NULL ? (time_t) strtoll (text, NULL, 10) : 0;
}

/* Only the calendar's clock stands still; what is measured goes on. */
int
clock_gettime (clockid_t clock, struct timespec *out)
{
  if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)
    return (int) syscall (SYS_clock_gettime, clock, out);
  *out = (struct timespec){ .tv_sec = get_seconds () };
  return 0;
}

int
gettimeofday (struct timeval *restrict out, void *restrict zone)
{
  (void) zone;
  *out = (struct timeval){ .tv_sec = get_seconds () };
  return 0;
}

time_t
time (time_t *out)
{
  if (out != NULL)
    *out = get_seconds ();
  return get_seconds ();
}
