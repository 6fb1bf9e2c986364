/* kp-name-reading.c – how Chinese names are read and written: pinyin with the readings of surnames, and strokes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ICU reads the characters, and most surnames (曾 zēng, 单 shàn, 仇 qiú, 解 xiè, 查 zhā); the table below sets right what it
 * reads otherwise than people of that name do. Each character is asked once. A character of a given name with several
 * readings gets its commonest one, for nobody can know: that only shifts the person in a list. */
#include "kp-name-reading.h"

#include <gio/gio.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define N_UNITS 64 /* of UTF-16 for one character and its reading */

struct _KpNameReader
{
  UTransliterator *given;
  UTransliterator *surname;
  const UNormalizer2 *decompose;
  UCollator *strokes;
  GHashTable *given_read;   /* gunichar → syllable, owned */
  GHashTable *surname_read; /* gunichar → syllable, owned */
};

typedef struct
{
  const char *surname;
  const char *reading;
} Surname;

/* Longest first. */
static const Surname surnames[] = {
  { "单于", "chan2 yu2 " }, { "万俟", "mo4 qi2 " },  { "尉迟", "yu4 chi2 " }, { "长孙", "zhang3 sun1 " },
  { "澹台", "tan2 tai2 " }, { "缪", "miao4 " },      { "朴", "piao2 " },      { "覃", "qin2 " },
  { "那", "na1 " },         { "都", "du1 " },        { "黑", "he4 " },        { "能", "nai4 " },
  { "不", "fou1 " },        { "郇", "xun2 " },       { "洗", "xian3 " },      { "区", "ou1 " },
  { "曲", "qu1 " },         { "令狐", "ling2 hu2 " }, { "尹", "yin3 " },      { "隗", "wei3 " },
};

/**
 * kp_name_reader_free:
 * @reader: (nullable) (transfer full): a reader
 */
void
kp_name_reader_free (KpNameReader *reader)
{
  if (reader == NULL)
    return;
  g_clear_pointer (&reader->given, utrans_close);
  g_clear_pointer (&reader->surname, utrans_close);
  g_clear_pointer (&reader->strokes, ucol_close);
  g_clear_pointer (&reader->given_read, g_hash_table_unref);
  g_clear_pointer (&reader->surname_read, g_hash_table_unref);
  g_free (reader);
}

static UTransliterator *
open_transliterator (const char *id,
                     UErrorCode *code)
{
  UChar name[N_UNITS];

  u_uastrncpy (name, id, N_UNITS);
  return utrans_openU (name, -1, UTRANS_FORWARD, NULL, 0, NULL, code);
}

/**
 * kp_name_reader_new:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a reader, or %NULL with %G_IO_ERROR_NOT_SUPPORTED where ICU lacks its data
 */
KpNameReader *
kp_name_reader_new (GError **error)
{
  g_autoptr (KpNameReader) reader = g_new0 (KpNameReader, 1);
  UErrorCode code = U_ZERO_ERROR;

  reader->given = open_transliterator ("Han-Latin", &code);
  reader->surname = open_transliterator ("Han-Latin/Names", &code);
  reader->decompose = unorm2_getNFDInstance (&code);
  reader->strokes = ucol_open ("zh@collation=stroke", &code);
  reader->given_read = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  reader->surname_read = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (U_SUCCESS (code))
    return g_steal_pointer (&reader);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "ICU: %s", u_errorName (code));
  return NULL;
}

/* "wěi" in its parts → "wei3 ". The diaeresis of lü is no tone; it is typed and sorted as v. */
static void
append_latin (GString *out,
              const UChar *units,
              int32_t n)
{
  static const UChar tones[] = { 0, 0x0304, 0x0301, 0x030c, 0x0300 };
  guint tone = 0;

  for (int32_t i = 0; i < n; i++)
    {
      if (units[i] == 0x0308 && out->len > 0)
        out->str[out->len - 1] = 'v';
      for (guint k = 1; k < G_N_ELEMENTS (tones); k++)
        tone = units[i] == tones[k] ? k : tone;
      if (units[i] < 0x80 && g_ascii_isalpha ((char) units[i]))
        g_string_append_c (out, g_ascii_tolower ((char) units[i]));
    }
  g_string_append_printf (out, "%u ", tone);
}

/* A character that ICU doesn't read, such as a letter of another script, stands for itself. */
static char *
dup_syllable (KpNameReader *reader,
              UTransliterator *transliterator,
              gunichar character)
{
  UChar units[N_UNITS];
  UChar parts[N_UNITS];
  int32_t n = 0, limit, n_parts;
  UErrorCode code = U_ZERO_ERROR;
  UChar32 one = (UChar32) character;
  GString *out = g_string_new (NULL);

  u_strFromUTF32 (units, N_UNITS, &n, &one, 1, &code);
  limit = n;
  utrans_transUChars (transliterator, units, &n, N_UNITS, 0, &limit, &code);
  n_parts = unorm2_normalize (reader->decompose, units, limit, parts, N_UNITS, &code);
  if (U_SUCCESS (code) && n_parts > 0 && parts[0] < 0x80)
    append_latin (out, parts, n_parts);
  else
    {
      g_string_append_unichar (out, character);
      g_string_append_c (out, ' ');
    }
  return g_string_free (out, FALSE);
}

static const char *
read_character (KpNameReader *reader,
                gboolean is_surname,
                gunichar character)
{
  GHashTable *known = is_surname ? reader->surname_read : reader->given_read;
  char *syllable = g_hash_table_lookup (known, GUINT_TO_POINTER (character));

  if (syllable == NULL)
    {
      syllable = dup_syllable (reader, is_surname ? reader->surname : reader->given, character);
      g_hash_table_insert (known, GUINT_TO_POINTER (character), syllable);
    }
  return syllable;
}

static const Surname *
find_surname (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    {
      if (g_str_has_prefix (name, surnames[i].surname))
        return &surnames[i];
    }
  return NULL;
}

/**
 * kp_name_reader_dup_pinyin:
 * @reader: a reader
 * @name: UTF-8, the surname first
 *
 * Returns: (transfer full): a syllable with its tone for each character, such as "zeng1 wei3 ". In the order of bytes it sorts
 *   as Chinese lists by pinyin do
 */
char *
kp_name_reader_dup_pinyin (KpNameReader *reader,
                           const char *name)
{
  const Surname *surname = find_surname (name);
  GString *out = g_string_new (surname != NULL ? surname->reading : NULL);
  const char *at = surname != NULL ? name + strlen (surname->surname) : name;

  for (gboolean is_surname = surname == NULL; *at != '\0'; at = g_utf8_next_char (at), is_surname = FALSE)
    g_string_append (out, read_character (reader, is_surname, g_utf8_get_char (at)));
  return g_string_free (out, FALSE);
}

/**
 * kp_name_reader_dup_stroke_key:
 * @reader: a reader
 * @name: UTF-8, the surname first
 *
 * Returns: (transfer full): bytes that end with 0 and sort as 以姓氏笔画为序 does: by the number of strokes, character by
 *   character
 */
char *
kp_name_reader_dup_stroke_key (KpNameReader *reader,
                               const char *name)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (name, -1, NULL, NULL, NULL);
  int32_t length;
  char *key;

  if (units == NULL)
    return g_strdup (name);
  length = ucol_getSortKey (reader->strokes, units, -1, NULL, 0);
  key = g_malloc0 ((gsize) length + 1);
  ucol_getSortKey (reader->strokes, units, -1, (guint8 *) key, length);
  return key;
}

static const char *
skip_syllable (const char *syllable)
{
  const char *space = strchr (syllable, ' ');

  return space != NULL ? space + 1 : syllable + strlen (syllable);
}

/* Each syllable may be typed whole or by its first letters. */
static gboolean
is_typed_from (const char *syllable,
               const char *typed)
{
  if (*typed == '\0')
    return TRUE;
  for (guint n = 0; g_ascii_isalpha (syllable[n]) && syllable[n] == typed[n]; n++)
    {
      if (is_typed_from (skip_syllable (syllable), typed + n + 1))
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_pinyin_is_typed:
 * @pinyin: of kp_name_reader_dup_pinyin()
 * @typed: letters in lower case, without tones
 *
 * Returns: whether somebody who means that name may have typed this: "zw", "zhangw", "zhangwei", "wei" for 张伟
 */
gboolean
kp_pinyin_is_typed (const char *pinyin,
                    const char *typed)
{
  for (const char *at = pinyin; *at != '\0'; at = skip_syllable (at))
    {
      if (is_typed_from (at, typed))
        return TRUE;
    }
  return FALSE;
}
