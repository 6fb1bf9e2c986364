/* kp-definition.h – who counts as veteran, graduate of the year, graduate or project worker: the notice's definitions.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-condition.h"

G_BEGIN_DECLS

/* What a condition `counts_as` asks for. */
typedef enum
{
  KP_DEFINITION_VETERAN,  /* 退役军人, as the notice defines it */
  KP_DEFINITION_MERIT,    /* a veteran with a merit 立功 that counts */
  KP_DEFINITION_FRESH,    /* 应届 */
  KP_DEFINITION_GRADUATE, /* 应届, 择业期, and who is treated like them */
  KP_DEFINITION_OVERSEAS, /* 境外学位 in the notice's days */
  KP_DEFINITION_PROJECT,  /* 服务基层项目人员 */
} KpDefinition;

#define KP_N_DEFINITIONS (KP_DEFINITION_PROJECT + 1)

/* Ids of facts may be NULL = the definition doesn't ask; days may be none, numbers 0 = no such bound. */
typedef struct
{
  guint      service_months; /* full months from enlisting to discharge at least */
  KpDate     discharged_from;
  KpDate     discharged_to;
  gchar     *merit;  /* (nullable): word fact: the highest merit */
  GPtrArray *merits; /* (element-type utf8): those that count */
  gboolean   merit_is_enough; /* with one of them the months of service aren't asked */
} KpVeteranDefinition;

typedef enum
{
  KP_GRADUATE_BY_YEAR, /* 届: the calendar years of graduation before `year` */
  KP_GRADUATE_BY_DAY,  /* from the day of graduation to the cut-off */
} KpGraduateCount;

#define KP_N_GRADUATE_COUNTS (KP_GRADUATE_BY_DAY + 1)

typedef struct
{
  guint           year;           /* 应届: of which year; 0 = nobody counts as a graduate by this definition */
  KpDate          certificate_by; /* of 应届: graduated at the latest; none = on the last day of `year` */
  guint           years_back;     /* 择业期 in years; 0 = 应届 alone */
  KpGraduateCount count;
  GPtrArray      *not_if;         /* (element-type utf8): yes/no facts of which none may hold in the 择业期 */
  gchar          *overseas;       /* (nullable): yes/no fact: the degree is of a school abroad */
  KpDate          overseas_from;
  KpDate          overseas_to;
  gchar          *certified;      /* (nullable): date fact: the certificate of 留服中心 */
  KpDate          certified_by;
  gchar          *soldier;        /* (nullable): yes/no fact: enlisted from a school; counts from the discharge */
  gboolean        takes_projects; /* who counts as project worker is treated like one in the 择业期 */
} KpGraduateDefinition;

typedef struct
{
  gchar     *fact;  /* (nullable): word fact: the project; NULL = nobody counts */
  GPtrArray *names; /* (element-type utf8): 三支一扶 … */
  gchar     *began; /* (nullable): date fact */
  gchar     *ended; /* (nullable): date fact */
  guint      months; /* full months from `began` to `ended` at least */
  guint      years;  /* after the end, up to the cut-off; the last day counts */
} KpProjectDefinition;

typedef struct _KpDefinitions
{
  KpVeteranDefinition  veteran;
  KpGraduateDefinition graduate;
  KpProjectDefinition  project;
} KpDefinitions;

void        kp_definitions_init (KpDefinitions *definitions);
void        kp_definitions_clear (KpDefinitions *definitions);
KpVerdict   kp_definition_decide (const KpDefinitions    *definitions,
                                  KpDefinition            which,
                                  const KpCandidateFacts *facts);
gchar      *kp_definition_dup_chinese (const KpDefinitions *definitions,
                                       KpDefinition         which);
GPtrArray  *kp_definition_list_facts (const KpDefinitions *definitions,
                                      KpDefinition         which);
const char *kp_definition_get_name (KpDefinition which);
const char *kp_definition_get_chinese (KpDefinition which);
gboolean    kp_definition_parse (const char   *name,
                                 KpDefinition *out);

G_END_DECLS
