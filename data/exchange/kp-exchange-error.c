/* kp-exchange-error.c – what can go wrong with a file from outside.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-exchange-error.h"

/**
 * kp_exchange_error_quark:
 *
 * Returns: the domain of #KpExchangeError
 */
G_DEFINE_QUARK (kp - exchange - error - quark, kp_exchange_error)
