/* kp-person-file.h – 个人档案: which papers the file of somebody who was employed has, lacks, and will get.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-employment.h"

G_BEGIN_DECLS

typedef enum
{
  KP_FILE_IN,      /* it is there, by its document */
  KP_FILE_MISSING, /* its time has come */
  KP_FILE_LATER,   /* its time is still to come */
} KpFileState;

/* One paper. Texts belong to the files. */
typedef struct
{
  const char *item;     /* "id": as --take knows it; of a step's own paper also a name, which can't be taken */
  const char *title;    /* 居民身份证复印件 */
  KpFileState state;
  const char *document; /* (nullable) */
  const char *day;      /* (nullable): ISO date */
  guint pages;          /* 0 = not counted */
  gboolean is_of_step;  /* its document is told by the step that it belongs to */
} KpFilePaper;

typedef struct _KpPersonFiles KpPersonFiles;

KpPersonFiles      *kp_person_files_load (KpSession *session, GError **error);
void                kp_person_files_free (KpPersonFiles *files);
guint               kp_person_files_get_n (const KpPersonFiles *files);
const KpEmployment *kp_person_files_get_work (const KpPersonFiles *files, guint index);
const KpDossier    *kp_person_files_get_dossier (const KpPersonFiles *files, guint index);
GArray             *kp_person_files_list (KpPersonFiles *files, guint index); /* of KpFilePaper */
gboolean            kp_person_files_find (KpPersonFiles *files, const char *number, guint *index, GError **error);
char               *kp_file_item_dup_names (void);

/* A paper as somebody puts it in. Borrowed. */
typedef struct
{
  const char *number; /* of the contract, the application or the ticket */
  const char *item;
  const char *document;
  guint pages;
} KpFileOrder;

gboolean kp_step_file_paper (KpSession *session, const KpFileOrder *order, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPersonFiles, kp_person_files_free)

G_END_DECLS
