/* kp-scheme-field.h – how a part of the scheme lies in its JSON: one table, read and written by the same code.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-check.h"
#include "kp-scheme.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_FIELD_TEXT,      /* gchar *, required, may be "" */
  KP_FIELD_TEXT_NULL, /* gchar *, left out when NULL */
  KP_FIELD_COUNT,     /* guint, 0 to `limit` */
  KP_FIELD_PLACES,    /* gint decimals, -1 = "exact" */
  KP_FIELD_BOOL,
  KP_FIELD_MARK,      /* KpMark as text, "82.5"; a whole number may stand bare */
  KP_FIELD_MARK_IF,   /* the same; left out when the gboolean at `extra` is FALSE */
  KP_FIELD_WEIGHT,    /* KpFraction as text, "40%", "0.4", "2/5" */
  KP_FIELD_WEIGHT_NULL, /* the same; left out when unknown */
  KP_FIELD_FRACTION,  /* KpFraction as text, "3", "11/10", "1:3" */
  KP_FIELD_FRACTION_NULL, /* the same; left out when unknown */
  KP_FIELD_DATE,      /* KpDate, "2026-03-02" */
  KP_FIELD_DATE_NULL, /* the same; left out when none */
  KP_FIELD_TIME,      /* guint minutes, "09:00" */
  KP_FIELD_NAME,      /* an enum by the names of `get_name`, `limit` of them */
  KP_FIELD_NAME_IF,   /* the same; left out when the gboolean at `extra` is FALSE */
  KP_FIELD_NAMES,     /* gint array of at most `limit`, its guint length at `extra`, by `get_name` */
  KP_FIELD_COUNTS,    /* guint array of at most `limit`, its guint length at `extra` */
  KP_FIELD_TEXTS,     /* GPtrArray of gchar * */
  KP_FIELD_OBJECT,    /* embedded struct by `fields` */
  KP_FIELD_OBJECTS,   /* GPtrArray of structs made by `make`, by `fields` */
  KP_FIELD_ITEMS,     /* array of at most `limit` structs of `size`, its guint length at `extra`, by `fields` */
  KP_FIELD_FLAGS,     /* guint bits, a list by the names of `get_name`, which gets the number of the bit */
  KP_FIELD_CONDITION, /* KpCondition *, left out when NULL */
  KP_FIELD_TIES,      /* GPtrArray of KpTie: names and objects */
} KpFieldType;

typedef struct _KpField
{
  const char            *key;
  KpFieldType            type;
  gsize                  offset;
  gsize                  extra;
  gsize                  size;
  guint                  limit;
  guint                  n_names;
  gboolean               is_required; /* else it may be left out: the value that was made stays */
  gboolean               is_quiet; /* left out when it says nothing: an empty text or list, the usual number */
  guint                  usual;    /* of COUNT, PLACES, BOOL, NAME, FLAGS and (in whole points) MARK that are quiet */
  const char          *(*get_name) (guint value);
  gpointer             (*make) (void);
  const struct _KpField *fields; /* ends with a NULL key */
} KpField;

/* Where reading stands: the path for messages, and what has been found wrong so far. */
typedef struct
{
  GString   *path;
  GPtrArray *problems;   /* (element-type KpSchemeProblem) */
  GPtrArray *conditions; /* (nullable) (element-type KpCondition): all that were read, owned by the scheme */
} KpSchemeReading;

const KpField *kp_scheme_get_fields (void);

void           kp_scheme_read_object (KpSchemeReading *reading,
                                      JsonObject      *object,
                                      const KpField   *fields,
                                      gpointer         record);
KpCondition   *kp_scheme_read_condition (KpSchemeReading *reading,
                                         JsonNode        *node);
void           kp_scheme_read_ties (KpSchemeReading *reading,
                                    JsonNode        *node,
                                    GPtrArray       *ties);
gsize          kp_scheme_reading_enter (KpSchemeReading *reading,
                                        const char      *key);
gsize          kp_scheme_reading_enter_index (KpSchemeReading *reading,
                                              guint            index);
void           kp_scheme_reading_leave (KpSchemeReading *reading,
                                        gsize            mark);
void           kp_scheme_reading_refuse (KpSchemeReading *reading,
                                         JsonNode        *node,
                                         const char      *allowed);
gboolean       kp_scheme_read_text (KpSchemeReading *reading,
                                    JsonNode        *node,
                                    const char     **out);
gboolean       kp_scheme_read_count (KpSchemeReading *reading,
                                     JsonNode        *node,
                                     guint            limit,
                                     guint           *out);
gboolean       kp_scheme_read_date (KpSchemeReading *reading,
                                    JsonNode        *node,
                                    KpDate          *out);
gboolean       kp_scheme_read_fraction (KpSchemeReading *reading,
                                        JsonNode        *node,
                                        KpFraction      *out);

void           kp_scheme_write_object (GString       *out,
                                       guint          depth,
                                       const KpField *fields,
                                       gconstpointer  record);
void           kp_scheme_write_condition (GString           *out,
                                          guint              depth,
                                          const KpCondition *condition);
void           kp_scheme_write_ties (GString         *out,
                                     guint            depth,
                                     const GPtrArray *ties);
void           kp_scheme_write_text (GString    *out,
                                     const char *text);
void           kp_scheme_write_line (GString *out,
                                     guint    depth);

G_END_DECLS
