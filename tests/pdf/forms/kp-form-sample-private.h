/* kp-form-sample-private.h – what the made-up facts of all forms share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-form-sample.h"

#define CAMPAIGN "云岭县2026年公开招聘社区专职工作人员"
#define OFFICE "云岭县社区专职工作人员招聘工作领导小组办公室"
#define DIGEST "3f0c9ab2d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f"

/* Remembers a text as one that the paper must show. */
static inline const char *
see (KpFormSample *sample,
     const char   *text)
{
  g_ptr_array_add (sample->expected, (gpointer) text);
  return text;
}

static inline const char *see_printf (KpFormSample *sample, const char *format, ...) G_GNUC_PRINTF (2, 3);

static inline const char *
see_printf (KpFormSample *sample,
            const char   *format,
            ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return see (sample, g_string_chunk_insert (sample->texts, text));
}

static inline const char *
see_ticket (KpFormSample *sample,
            guint         i)
{
  return see_printf (sample, "2621010%02u%02u", i / 30 + 1, i % 30 + 1);
}
