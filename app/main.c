/* main.c – starts Kaopin: the window without a verb, the command line with one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-command.h"
#include "kp-locale.h"

int
main (int argc, char **argv)
{
  kp_locale_start ();
  return kp_command_run (argc, argv);
}
