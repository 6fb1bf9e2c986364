/* as: rules/kp-bad.c; finds: 1 */
/* Another name – but a purpose.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
