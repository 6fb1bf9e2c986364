/* kp-facts.c – facts by their ids: the built-in ones, those a scheme declares, and what one candidate states of them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an empty field means:
 *
 *                        nobody has said   claims nothing        states a value
 *   built in, required   UNKNOWN           –                     YES            birth, education, residence …
 *   built in, a claim    UNKNOWN (NULL)    NO ("", not a member) YES            certificate, degree, grid_since …
 *   declared, "none"     –                 NO                    YES
 *   declared, "unknown"  UNKNOWN           NO (said so)          YES
 *   declared, is "no"                      NO                    –
 */

#include "kp-facts.h"

#include <string.h>

typedef enum
{
  BUILTIN_BIRTH,
  BUILTIN_SEX,
  BUILTIN_ETHNIC,
  BUILTIN_EDUCATION,
  BUILTIN_DEGREE,
  BUILTIN_MAJOR,
  BUILTIN_GRADUATED,
  BUILTIN_POLITICAL,
  BUILTIN_RESIDENCE,
  BUILTIN_RESIDENCE_SINCE,
  BUILTIN_CERTIFICATE,
  BUILTIN_CERTIFICATE_ON,
  BUILTIN_VETERAN,
  BUILTIN_ENLISTED,
  BUILTIN_DISCHARGED,
  BUILTIN_GRID_STAFF,
  BUILTIN_GRID_SINCE,
} Builtin;

#define N_BUILTINS (BUILTIN_GRID_SINCE + 1)

/* The ids are those of scheme and case files. */
#define BUILTIN(name, words, type) { .id = (gchar *) (name), .label = (gchar *) (words), .kind = (type), .empty_is_unknown = TRUE }
#define CLAIM(name, words, type) { .id = (gchar *) (name), .label = (gchar *) (words), .kind = (type) }

static const KpFactDef builtins[N_BUILTINS] = {
  [BUILTIN_BIRTH] = BUILTIN ("birth", "出生日期", KP_FACT_DATE),
  [BUILTIN_SEX] = BUILTIN ("sex", "性别", KP_FACT_WORD),
  [BUILTIN_ETHNIC] = BUILTIN ("ethnic", "民族", KP_FACT_WORD),
  [BUILTIN_EDUCATION] = BUILTIN ("education", "学历", KP_FACT_WORD),
  [BUILTIN_DEGREE] = CLAIM ("degree", "学位", KP_FACT_WORD),
  [BUILTIN_MAJOR] = BUILTIN ("major", "专业", KP_FACT_WORD),
  [BUILTIN_GRADUATED] = BUILTIN ("graduated", "毕业时间", KP_FACT_DATE),
  [BUILTIN_POLITICAL] = BUILTIN ("political", "政治面貌", KP_FACT_WORD),
  [BUILTIN_RESIDENCE] = BUILTIN ("residence", "户籍（居住地）", KP_FACT_PLACE),
  [BUILTIN_RESIDENCE_SINCE] = BUILTIN ("residence_since", "户籍登记（居住起始）时间", KP_FACT_DATE),
  [BUILTIN_CERTIFICATE] = CLAIM ("certificate", "社会工作者证书", KP_FACT_WORD),
  [BUILTIN_CERTIFICATE_ON] = CLAIM ("certificate_on", "社会工作者证书取得时间", KP_FACT_DATE),
  [BUILTIN_VETERAN] = CLAIM ("veteran", "退役军人", KP_FACT_YES_NO),
  [BUILTIN_ENLISTED] = CLAIM ("enlisted", "入伍时间", KP_FACT_DATE),
  [BUILTIN_DISCHARGED] = CLAIM ("discharged", "退役时间", KP_FACT_DATE),
  [BUILTIN_GRID_STAFF] = CLAIM ("grid_staff", "在岗网格员", KP_FACT_YES_NO),
  [BUILTIN_GRID_SINCE] = CLAIM ("grid_since", "网格员上岗时间", KP_FACT_DATE),
};

static const char *const kind_names[KP_N_FACT_KINDS] = {
  [KP_FACT_YES_NO] = "yes_no",
  [KP_FACT_WORD] = "word",
  [KP_FACT_PLACE] = "place",
  [KP_FACT_DATE] = "date",
  [KP_FACT_NUMBER] = "number",
};

static const char *const kind_chinese[KP_N_FACT_KINDS] = {
  [KP_FACT_YES_NO] = "是否",
  [KP_FACT_WORD] = "文字",
  [KP_FACT_PLACE] = "地点",
  [KP_FACT_DATE] = "日期",
  [KP_FACT_NUMBER] = "数字",
};

typedef struct
{
  KpFactValue value;
  gchar      *word;
} Slot;

struct _KpFactTable
{
  const GPtrArray *defs;
  guint            n_slots;
  Slot             slots[];
};

/**
 * kp_fact_kind_get_name:
 * @kind: a kind
 *
 * Returns: the stable name used in scheme files.
 */
const char *
kp_fact_kind_get_name (KpFactKind kind)
{
  return kind_names[kind];
}

/**
 * kp_fact_kind_get_chinese:
 * @kind: a kind
 *
 * Returns: the word on screen and paper.
 */
const char *
kp_fact_kind_get_chinese (KpFactKind kind)
{
  return kind_chinese[kind];
}

/**
 * kp_fact_kind_parse:
 * @name: (nullable): a name from a scheme file
 * @out: (out): the kind; untouched when there is none
 *
 * Returns: whether there is such a kind.
 */
gboolean
kp_fact_kind_parse (const char *name,
                    KpFactKind *out)
{
  for (guint i = 0; name != NULL && i < KP_N_FACT_KINDS; i++)
    if (strcmp (kind_names[i], name) == 0)
      {
        *out = (KpFactKind) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * kp_fact_def_new:
 *
 * Returns: (transfer full): a definition with empty texts; an empty field claims nothing.
 */
KpFactDef *
kp_fact_def_new (void)
{
  KpFactDef *def = g_new0 (KpFactDef, 1);

  def->columns = g_ptr_array_new_with_free_func (g_free);

  return def;
}

/**
 * kp_fact_def_free:
 * @def: (nullable) (transfer full): a definition
 */
void
kp_fact_def_free (KpFactDef *def)
{
  if (def == NULL)
    return;

  g_free (def->id);
  g_free (def->label);
  g_free (def->proof);
  g_clear_pointer (&def->columns, g_ptr_array_unref);
  g_free (def);
}

static gint
find_index (const GPtrArray *defs,
            const char      *id)
{
  for (guint i = 0; defs != NULL && id != NULL && i < defs->len; i++)
    {
      const KpFactDef *def = g_ptr_array_index (defs, i);

      if (g_strcmp0 (def->id, id) == 0)
        return (gint) i;
    }

  return -1;
}

static gint
find_builtin (const char *id)
{
  for (guint i = 0; id != NULL && i < N_BUILTINS; i++)
    if (strcmp (builtins[i].id, id) == 0)
      return (gint) i;

  return -1;
}

/**
 * kp_fact_builtins:
 * @n_builtins: (out): how many
 *
 * Returns: (transfer none) (array length=n_builtins): what every registration asks for; `empty_is_unknown` says which
 *   of them are claims that may be left empty.
 */
const KpFactDef *
kp_fact_builtins (guint *n_builtins)
{
  *n_builtins = N_BUILTINS;

  return builtins;
}

/**
 * kp_fact_find_def:
 * @defs: (nullable) (element-type KpFactDef): a scheme's facts
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the declared or built-in fact of this id.
 */
const KpFactDef *
kp_fact_find_def (const GPtrArray *defs,
                  const char      *id)
{
  gint index = find_index (defs, id);

  if (index >= 0)
    return g_ptr_array_index (defs, index);
  index = find_builtin (id);

  return index >= 0 ? &builtins[index] : NULL;
}

/**
 * kp_fact_find_kind:
 * @defs: (nullable) (element-type KpFactDef): a scheme's facts
 * @id: (nullable): an id
 * @out: (out): the kind; untouched when there is no such fact
 *
 * Returns: whether there is a declared or built-in fact of this id.
 */
gboolean
kp_fact_find_kind (const GPtrArray *defs,
                   const char      *id,
                   KpFactKind      *out)
{
  const KpFactDef *def = kp_fact_find_def (defs, id);

  if (def == NULL)
    return FALSE;

  *out = def->kind;
  return TRUE;
}

/**
 * kp_fact_find_label:
 * @defs: (nullable) (element-type KpFactDef): a scheme's facts
 * @id: (nullable): an id
 *
 * Returns: (nullable): what the notice calls it; the id itself when nothing else is known.
 */
const char *
kp_fact_find_label (const GPtrArray *defs,
                    const char      *id)
{
  const KpFactDef *def = kp_fact_find_def (defs, id);

  return def != NULL && def->label != NULL && *def->label != '\0' ? def->label : id;
}

/**
 * kp_fact_table_new:
 * @defs: (nullable) (element-type KpFactDef): the scheme's facts; must outlive the table
 *
 * Makes the table of one candidate who left every field empty: what that means is said by each definition.
 *
 * Returns: (transfer full): the table.
 */
KpFactTable *
kp_fact_table_new (const GPtrArray *defs)
{
  guint        n_slots = defs != NULL ? defs->len : 0;
  KpFactTable *table = g_malloc0 (sizeof (KpFactTable) + n_slots * sizeof (Slot));

  table->defs = defs;
  table->n_slots = n_slots;
  for (guint i = 0; i < n_slots; i++)
    {
      const KpFactDef *def = g_ptr_array_index (defs, i);

      table->slots[i].value.truth = def->empty_is_unknown ? KP_TRUTH_UNKNOWN : KP_TRUTH_NO;
    }

  return table;
}

/**
 * kp_fact_table_free:
 * @table: (nullable) (transfer full): a table
 */
void
kp_fact_table_free (KpFactTable *table)
{
  if (table == NULL)
    return;

  for (guint i = 0; i < table->n_slots; i++)
    g_free (table->slots[i].word);
  g_free (table);
}

/**
 * kp_fact_table_get_defs:
 * @table: a table
 *
 * Returns: (transfer none) (nullable) (element-type KpFactDef): the definitions that it was made from.
 */
const GPtrArray *
kp_fact_table_get_defs (const KpFactTable *table)
{
  return table->defs;
}

/* An empty slot for a fact of this kind; NULL = there is no such fact. */
static Slot *
clear_slot (KpFactTable *table,
            const char  *id,
            KpFactKind   kind)
{
  gint             index = find_index (table->defs, id);
  const KpFactDef *def;
  Slot            *slot;

  if (index < 0)
    return NULL;
  def = g_ptr_array_index (table->defs, index);
  if (def->kind != kind)
    return NULL;

  slot = &table->slots[index];
  g_clear_pointer (&slot->word, g_free);
  slot->value = (KpFactValue) { .truth = def->empty_is_unknown ? KP_TRUTH_UNKNOWN : KP_TRUTH_NO };

  return slot;
}

/**
 * kp_fact_table_set_none:
 * @table: a table
 * @id: a declared fact of any kind
 *
 * The candidate says that there is no such thing: the fact is known to be claimed by nobody.
 *
 * Returns: FALSE when there is no such fact.
 */
gboolean
kp_fact_table_set_none (KpFactTable *table,
                        const char  *id)
{
  gint index = find_index (table->defs, id);

  if (index < 0)
    return FALSE;

  g_clear_pointer (&table->slots[index].word, g_free);
  table->slots[index].value = (KpFactValue) { .truth = KP_TRUTH_NO };
  return TRUE;
}

/**
 * kp_fact_table_set_truth:
 * @table: a table
 * @id: a declared fact of kind YES_NO
 * @truth: what is stated; UNKNOWN stands for an empty field
 *
 * Returns: FALSE when there is no such fact of this kind.
 */
gboolean
kp_fact_table_set_truth (KpFactTable *table,
                         const char  *id,
                         KpTruth      truth)
{
  Slot *slot = clear_slot (table, id, KP_FACT_YES_NO);

  if (slot == NULL)
    return FALSE;

  if (truth != KP_TRUTH_UNKNOWN)
    slot->value.truth = truth;
  return TRUE;
}

static void
fill_word (Slot       *slot,
           const char *word)
{
  if (word == NULL || *word == '\0')
    return;

  slot->word = g_strdup (word);
  slot->value.word = slot->word;
  slot->value.truth = KP_TRUTH_YES;
}

/**
 * kp_fact_table_set_word:
 * @table: a table
 * @id: a declared fact of kind WORD
 * @word: (nullable): what is stated, copied; NULL or "" stands for an empty field
 *
 * Returns: FALSE when there is no such fact of this kind.
 */
gboolean
kp_fact_table_set_word (KpFactTable *table,
                        const char  *id,
                        const char  *word)
{
  Slot *slot = clear_slot (table, id, KP_FACT_WORD);

  if (slot == NULL)
    return FALSE;

  fill_word (slot, word);
  return TRUE;
}

/**
 * kp_fact_table_set_place:
 * @table: a table
 * @id: a declared fact of kind PLACE
 * @place: (nullable): an address, copied; NULL or "" stands for an empty field
 * @since: since when; none = the day isn't stated
 *
 * Returns: FALSE when there is no such fact of this kind.
 */
gboolean
kp_fact_table_set_place (KpFactTable *table,
                         const char  *id,
                         const char  *place,
                         KpDate       since)
{
  Slot *slot = clear_slot (table, id, KP_FACT_PLACE);

  if (slot == NULL)
    return FALSE;

  fill_word (slot, place);
  if (slot->word != NULL)
    slot->value.date = since;
  return TRUE;
}

/**
 * kp_fact_table_set_date:
 * @table: a table
 * @id: a declared fact of kind DATE
 * @date: what is stated; none stands for an empty field
 *
 * Returns: FALSE when there is no such fact of this kind.
 */
gboolean
kp_fact_table_set_date (KpFactTable *table,
                        const char  *id,
                        KpDate       date)
{
  Slot *slot = clear_slot (table, id, KP_FACT_DATE);

  if (slot == NULL)
    return FALSE;

  if (kp_date_is_valid (date))
    {
      slot->value.date = date;
      slot->value.truth = KP_TRUTH_YES;
    }
  return TRUE;
}

/**
 * kp_fact_table_set_number:
 * @table: a table
 * @id: a declared fact of kind NUMBER
 * @number: what is stated; unknown stands for an empty field
 *
 * Returns: FALSE when there is no such fact of this kind.
 */
gboolean
kp_fact_table_set_number (KpFactTable *table,
                          const char  *id,
                          KpFraction   number)
{
  Slot *slot = clear_slot (table, id, KP_FACT_NUMBER);

  if (slot == NULL)
    return FALSE;

  if (kp_fraction_is_known (number))
    {
      slot->value.number = number;
      slot->value.truth = KP_TRUTH_YES;
    }
  return TRUE;
}

/**
 * kp_fact_table_get:
 * @table: a table
 * @id: (nullable): id of a declared fact
 * @out: (out): what is stated, its word owned by @table; untouched when there is no such fact
 *
 * Returns: whether there is a declared fact of this id.
 */
gboolean
kp_fact_table_get (const KpFactTable *table,
                   const char        *id,
                   KpFactValue       *out)
{
  gint index = find_index (table->defs, id);

  if (index < 0)
    return FALSE;

  *out = table->slots[index].value;
  return TRUE;
}

static KpFactValue
make_word (const char *word,
           gboolean    is_claim)
{
  if (word == NULL || (*word == '\0' && !is_claim))
    return (KpFactValue) { .truth = KP_TRUTH_UNKNOWN };
  if (*word == '\0')
    return (KpFactValue) { .truth = KP_TRUTH_NO };

  return (KpFactValue) { .truth = KP_TRUTH_YES, .word = word };
}

/* A day that only those have who are what it belongs to. */
static KpFactValue
make_date (KpDate  date,
           KpTruth belongs)
{
  if (belongs == KP_TRUTH_NO)
    return (KpFactValue) { .truth = KP_TRUTH_NO };
  if (!kp_date_is_valid (date))
    return (KpFactValue) { .truth = KP_TRUTH_UNKNOWN };

  return (KpFactValue) { .truth = KP_TRUTH_YES, .date = date };
}

static KpFactValue
make_residence (const KpCandidateFacts *facts)
{
  KpFactValue value = make_word (facts->residence, FALSE);

  if (value.truth == KP_TRUTH_YES)
    value.date = facts->residence_since;

  return value;
}

static KpFactValue
make_builtin (const KpCandidateFacts *facts,
              Builtin                 builtin)
{
  gboolean holds_none = facts->certificate != NULL && *facts->certificate == '\0';

  switch (builtin)
    {
    case BUILTIN_BIRTH:
      return make_date (facts->birth, KP_TRUTH_YES);
    case BUILTIN_SEX:
      return make_word (facts->sex, FALSE);
    case BUILTIN_ETHNIC:
      return make_word (facts->ethnic, FALSE);
    case BUILTIN_EDUCATION:
      return make_word (facts->education, FALSE);
    case BUILTIN_DEGREE:
      return make_word (facts->degree, TRUE);
    case BUILTIN_MAJOR:
      return make_word (facts->major, FALSE);
    case BUILTIN_GRADUATED:
      return make_date (facts->graduated, KP_TRUTH_YES);
    case BUILTIN_POLITICAL:
      return make_word (facts->political, FALSE);
    case BUILTIN_RESIDENCE:
      return make_residence (facts);
    case BUILTIN_RESIDENCE_SINCE:
      return make_date (facts->residence_since, KP_TRUTH_YES);
    case BUILTIN_CERTIFICATE:
      return make_word (facts->certificate, TRUE);
    case BUILTIN_CERTIFICATE_ON:
      return make_date (facts->certificate_on, holds_none ? KP_TRUTH_NO : KP_TRUTH_YES);
    case BUILTIN_VETERAN:
      return (KpFactValue) { .truth = facts->is_veteran };
    case BUILTIN_ENLISTED:
      return make_date (facts->enlisted, facts->is_veteran);
    case BUILTIN_DISCHARGED:
      return make_date (facts->discharged, facts->is_veteran);
    case BUILTIN_GRID_STAFF:
      return (KpFactValue) { .truth = facts->is_grid_staff };
    case BUILTIN_GRID_SINCE:
      return make_date (facts->grid_since, facts->is_grid_staff);
    default:
      g_return_val_if_reached ((KpFactValue) { .truth = KP_TRUTH_UNKNOWN });
    }
}

/**
 * kp_facts_find_lost:
 * @facts: what the candidate states
 * @id: (nullable): id of a fact
 *
 * Returns: (transfer none) (nullable): why the fact doesn't count; NULL = it counts as stated
 */
const KpLostFact *
kp_facts_find_lost (const KpCandidateFacts *facts,
                    const char             *id)
{
  for (guint i = 0; id != NULL && i < facts->n_lost; i++)
    if (strcmp (facts->lost[i].fact, id) == 0)
      return &facts->lost[i];

  return NULL;
}

/**
 * kp_facts_find:
 * @facts: what the candidate states
 * @id: (nullable): id of a built-in or declared fact
 * @out: (out): what is stated of it, its word owned as in @facts; untouched when there is no such fact
 *
 * Pure and safe from any thread; allocates nothing. A lost fact claims nothing.
 *
 * Returns: whether there is such a fact; that nobody has said anything is TRUE with an UNKNOWN truth.
 */
gboolean
kp_facts_find (const KpCandidateFacts *facts,
               const char             *id,
               KpFactValue            *out)
{
  gint index;

  if (facts->declared == NULL || !kp_fact_table_get (facts->declared, id, out))
    {
      index = find_builtin (id);
      if (index < 0)
        return FALSE;
      *out = make_builtin (facts, (Builtin) index);
    }
  if (kp_facts_find_lost (facts, id) != NULL)
    *out = (KpFactValue) { .truth = KP_TRUTH_NO, .number = KP_FRACTION_UNKNOWN };

  return TRUE;
}
