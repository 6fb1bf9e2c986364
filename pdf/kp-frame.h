/* kp-frame.h – the running foot of lists: page n of m, digests, QR code.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  KP_FRAME_LIST,     /* digests at the left, 第 n 页 共 m 页 in the middle, QR at the right */
  KP_FRAME_OFFICIAL, /* — n — outside, below the type area of GB/T 9704 */
} KpFrameKind;

/**
 * KpFrame:
 * @kind: look
 * @scheme_digest: (nullable): hex; the first 12 digits are printed
 * @list_digest: (nullable): hex; the first 12 digits are printed
 * @digest_label: (nullable): what @list_digest is of; NULL = “名单摘要”
 * @journal_head: (nullable): hex; the first 12 digits are printed
 * @code: (nullable): text of the QR code; also printed to be typed
 * @issuer: (nullable): printed at the left above the digests
 * @first_page: number of the first page drawn with this frame; 0 means 1
 * @n_pages: pages of the whole paper; 0 = what the caller of the frame counts itself
 */
typedef struct
{
  KpFrameKind kind;
  const char *scheme_digest;
  const char *list_digest;
  const char *digest_label;
  const char *journal_head;
  const char *code;
  const char *issuer;
  guint first_page;
  guint n_pages;
} KpFrame;

/* Height that the foot needs above the lower paper edge; content ends above it. */
#define KP_FRAME_FOOT KP_MM (26)

/* Height that FRAME (nullable: none) needs above the lower edge of PAPER. */
KpLength kp_frame_get_foot (const KpFrame *frame, KpPaper paper);

/* The code alone, at the foot of a letter's first page. */
void kp_frame_draw_code (KpSheet *sheet, const KpFrame *frame, KpLength left);

/* The line of digests. */
char *kp_frame_dup_digests (const KpFrame *frame);

/* What is printed of a QR code's text (nullable), to be typed. */
char *kp_frame_dup_code (const char *qr);

/* Draws the foot on the current page between LEFT and RIGHT; PAGE counts from 0 within N_PAGES. */
void kp_frame_draw (
    KpSheet *sheet, const KpFrame *frame, KpLength left, KpLength right, guint page, guint n_pages);

G_END_DECLS
