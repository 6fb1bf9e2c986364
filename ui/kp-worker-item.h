/* kp-worker-item.h – somebody with a contract as a line of a list, and the words for how it stands.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "kp-worker-desk.h"

G_BEGIN_DECLS

#define KP_TYPE_WORKER_ITEM (kp_worker_item_get_type ())
G_DECLARE_FINAL_TYPE (KpWorkerItem, kp_worker_item, KP, WORKER_ITEM, GObject)

/* Cells of the list of contracts. */
typedef enum
{
  KP_WORKER_NAME,
  KP_WORKER_NUMBER,
  KP_WORKER_STREET,
  KP_WORKER_SIGNED,
  KP_WORKER_INSURED,
  KP_WORKER_FUND,
  KP_WORKER_ENDS,
  KP_WORKER_STANDS,
  KP_WORKER_NEXT,
} KpWorkerColumn;

#define KP_WORKER_N_COLUMNS (KP_WORKER_NEXT + 1)

KpWorkerItem       *kp_worker_item_new (KpWorkerCase *one);
const KpWorkerCase *kp_worker_item_get_case (KpWorkerItem *item);
char              *kp_worker_item_dup_cell (KpWorkerItem *item, KpWorkerColumn column);
char              *kp_worker_item_dup_state (KpWorkerItem *item);
char              *kp_worker_item_dup_verdict (KpWorkerItem *item);
char              *kp_worker_item_dup_next (KpWorkerItem *item);
gboolean           kp_worker_item_fits (KpWorkerItem *item, const char *street, const char *search);

const char *kp_worker_column_get_title (KpWorkerColumn column);
const char *kp_worker_link_get_title (KpLink link);
const char *kp_worker_link_get_short (KpLink link);
char       *kp_worker_stand_dup_mark (const KpLinkStand *stand);
char       *kp_worker_stand_dup_sentence (const KpLinkStand *stand);
const char *kp_worker_stand_get_class (KpLinkState state);
const char *kp_worker_stand_get_icon (KpLinkState state);

G_END_DECLS
