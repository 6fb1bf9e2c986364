/* kp-official.h – the layout of official papers by GB/T 9704-2012.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-frame.h"
#include "kp-text.h"

G_BEGIN_DECLS

/**
 * KpOfficialKind:
 * @KP_OFFICIAL_TITLE: 小标宋 22 pt, centred; newlines break it where the sense does
 * @KP_OFFICIAL_SUBTITLE: 楷体 16 pt, centred, under the title
 * @KP_OFFICIAL_NUMBER: 发文字号, centred
 * @KP_OFFICIAL_ADDRESSEE: 主送机关, flush left, a blank line before it
 * @KP_OFFICIAL_HEADING_1: 一、 黑体, kept with what follows
 * @KP_OFFICIAL_HEADING_2: （一） 楷体, kept with what follows
 * @KP_OFFICIAL_BODY: 仿宋, indented by two characters; newlines make paragraphs
 * @KP_OFFICIAL_FLUSH: 仿宋 without indent
 * @KP_OFFICIAL_ANNEX_NOTE: 附件说明, a blank line before the first; “附件：1.…” or “1.…”
 * @KP_OFFICIAL_SIGNATURE: issuing organ with place for its seal; newlines part organs that sign together. With the
 *   date after it, it is kept with the two lines before it
 * @KP_OFFICIAL_SIGNATURE_UNSEALED: the same of a paper that bears no seal
 * @KP_OFFICIAL_DATE: date under the organ
 * @KP_OFFICIAL_REMARK: 附注, in brackets, indented
 * @KP_OFFICIAL_ANNEX_MARK: “附件1” in 黑体 at the top of a new page
 * @KP_OFFICIAL_BLANK: one empty line
 * @KP_OFFICIAL_NEW_PAGE: what follows begins a page
 * @KP_OFFICIAL_BLOCK: the form's own drawing, @lines high, never torn
 * @KP_OFFICIAL_FOOT_BLOCK: the same at the very end, at the foot of its page: a slip to be cut off
 */
typedef enum
{
  KP_OFFICIAL_TITLE,
  KP_OFFICIAL_SUBTITLE,
  KP_OFFICIAL_NUMBER,
  KP_OFFICIAL_ADDRESSEE,
  KP_OFFICIAL_HEADING_1,
  KP_OFFICIAL_HEADING_2,
  KP_OFFICIAL_BODY,
  KP_OFFICIAL_FLUSH,
  KP_OFFICIAL_ANNEX_NOTE,
  KP_OFFICIAL_SIGNATURE,
  KP_OFFICIAL_SIGNATURE_UNSEALED,
  KP_OFFICIAL_DATE,
  KP_OFFICIAL_REMARK,
  KP_OFFICIAL_ANNEX_MARK,
  KP_OFFICIAL_BLANK,
  KP_OFFICIAL_NEW_PAGE,
  KP_OFFICIAL_BLOCK,
  KP_OFFICIAL_FOOT_BLOCK,
} KpOfficialKind;

typedef void (*KpOfficialDraw) (KpSheet *sheet, const KpRect *area, gpointer data);

/**
 * KpOfficialPart:
 * @kind: see #KpOfficialKind
 * @text: (nullable): UTF-8, borrowed
 * @lines: height of a block in lines of the layout
 * @draw: of a block
 * @data: handed to @draw
 * @keeps_text: of a block that is signed: the two lines before it go over with it
 */
typedef struct
{
  KpOfficialKind kind;
  const char *text;
  guint lines;
  KpOfficialDraw draw;
  gpointer data;
  gboolean keeps_text;
} KpOfficialPart;

/**
 * KpOfficialLayout:
 * @lines: on a page
 * @characters: in a line
 * @body_size: of the text; pitch and leading follow from the type area
 * @title_size: of the title
 * @body_font: of the text
 */
typedef struct
{
  guint lines;
  guint characters;
  KpLength body_size;
  KpLength title_size;
  KpFontStyle body_font;
} KpOfficialLayout;

/**
 * KpOfficialHead:
 *
 * What stands above the title (7.2), or on the first page of a letter (10.1).
 *
 * @is_letter: 信函格式: double red lines, the number at the right below the first of them
 * @copy: (nullable): 份号, "000001"
 * @secrecy: (nullable): "秘密★1年"
 * @urgency: (nullable): "特急"
 * @organs: 发文机关标志, ended by NULL; several are those that sign together, the first one leads
 * @word: (nullable): "文件", behind the organs; a letter has none
 * @number: (nullable): "云社工发〔2026〕3号"
 * @signers: (nullable): 签发人 of a paper to a higher organ, ended by NULL
 */
typedef struct
{
  gboolean is_letter;
  const char *copy;
  const char *secrecy;
  const char *urgency;
  const char *const *organs;
  const char *word;
  const char *number;
  const char *const *signers;
} KpOfficialHead;

/**
 * KpOfficialColophon:
 *
 * 版记 (7.4): at the foot of the last even page; of a letter without lines, printer and date.
 *
 * @addressees: (nullable): 主送机关 that found no room on the first page, without full stop
 * @copies: (nullable): 抄送机关, without full stop
 * @printer: (nullable): 印发机关
 * @date: (nullable): "2026年3月1日"
 */
typedef struct
{
  const char *addressees;
  const char *copies;
  const char *printer;
  const char *date;
} KpOfficialColophon;

/**
 * KpOfficialPaper:
 * @layout: of lines and characters
 * @head: (nullable): what stands above the title
 * @parts: the text
 * @n_parts: at least 1
 * @colophon: (nullable): what stands at the very end
 * @frame: (nullable): the foot; NULL = page numbers — n — outside, from 1
 */
typedef struct
{
  const KpOfficialLayout *layout;
  const KpOfficialHead *head;
  const KpOfficialPart *parts;
  guint n_parts;
  const KpOfficialColophon *colophon;
  const KpFrame *frame;
} KpOfficialPaper;

/* GB/T 9704: 22 lines of 28 characters, 16 pt 仿宋, title 22 pt. */
const KpOfficialLayout *kp_official_get_standard_layout (void);

/* For contracts: 29 lines of 36 characters, 12 pt 宋, title 20 pt, same type area. */
const KpOfficialLayout *kp_official_get_contract_layout (void);

/* For letters to single people: 28 lines of 32 characters, 14 pt 仿宋, title 22 pt, same type area. */
const KpOfficialLayout *kp_official_get_letter_layout (void);

/* Appends a whole paper, with its head and its colophon. */
gboolean kp_official_draw_paper (KpSheet *sheet, const KpOfficialPaper *paper, GError **error);
guint kp_official_count_paper_pages (KpSheet *sheet, const KpOfficialPaper *paper);

/* A paper of text alone. FRAME nullable (= page numbers — n — outside, from 1).
 * A frame of kind LIST gives 第 n 页 共 m 页 instead; its QR is drawn on every page,
 * that of kind OFFICIAL on the first page only. */
gboolean kp_official_draw (KpSheet *sheet,
                           const KpOfficialLayout *layout,
                           const KpOfficialPart *parts,
                           guint n_parts,
                           const KpFrame *frame,
                           GError **error);

/* Pages that kp_official_draw() will add. */
guint kp_official_count_pages (KpSheet *sheet,
                               const KpOfficialLayout *layout,
                               const KpOfficialPart *parts,
                               guint n_parts);

G_END_DECLS
