/* kp-account-tables.c – who works on a campaign, with which roles.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-account-tables.h"

static const KpColumn columns[] = {
  KP_COLUMN_TEXT (KpAccountRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpAccountRecord, login, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpAccountRecord, name, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpAccountRecord, roles, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpAccountRecord, password, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SECRET),
  KP_COLUMN_TEXT (KpAccountRecord, pin, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SECRET),
  KP_COLUMN_INT (KpAccountRecord, n_failures, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpAccountRecord, locked_at, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpAccountRecord, retired_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpAccountRecord, created_at, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpAccountRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_account_table = KP_TABLE_INIT (KpAccountRecord, "account", "账号", columns);

static const KpColumn secret_columns[] = {
  KP_COLUMN_TEXT (KpAccountSecretRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpAccountSecretRecord, login, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpAccountSecretRecord, way, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpAccountSecretRecord, verifier, KP_COLUMN_PERSONAL | KP_COLUMN_SECRET | KP_COLUMN_KEPT),
};

const KpTable kp_account_secret_table = KP_TABLE_INIT (KpAccountSecretRecord, "account_secret", "账号凭据", secret_columns);
