/* kp-normal.c – what people type, in standard words: texts, names and numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing is guessed here: a value that isn't understood comes back as NULL or as "unreadable", and the
 * caller keeps what was typed. Dates are in kp-normal-date.c, standard words in kp-normal-words.c. */

#include "kp-normal.h"

#include <string.h>

static gboolean
is_blank (gunichar c)
{
  if ((c > 0x20 && c < 0x85) || c > 0x3000)
    return FALSE;
  return c == '\t' || c == '\n' || c == '\r' || c == 0x85 ||
         g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR || c == 0x2028 || c == 0x2029;
}

/* Zero-width and direction marks, byte-order marks, soft hyphens, controls: invisible, so never meant. */
static gboolean
is_invisible (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c == 0xfffe;
}

static gunichar
narrow (gunichar c)
{
  return c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
}

/* Excel marks "this is text" by a leading apostrophe; typed by hand it is the curly or the full-width one as
 * often. */
static const char *
skip_text_mark (const char *text)
{
  while (g_str_has_prefix (text, "'") || g_str_has_prefix (text, "‘") || g_str_has_prefix (text, "’") ||
         g_str_has_prefix (text, "`") || g_str_has_prefix (text, "＇"))
    text = g_utf8_next_char (text);
  return text;
}

static void
trim_blank_end (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

/* Most cells of a list are typed as they should be: characters of Chinese or of ASCII, without a blank, and
 * nothing that stands for a text mark in front. */
static gboolean
is_clean (const char *typed, gboolean allows_lower)
{
  if (*typed == '\'' || *typed == '`')
    return FALSE;
  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c < 0x80 ? c <= 0x20 || c == 0x7f || (!allows_lower && c >= 'a' && c <= 'z')
                   : c < 0x3400 || c > 0x9fff)
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_normal_text:
 * @typed: UTF-8
 *
 * Free text without what nobody sees: blanks of every kind become one space, none at the ends, no zero-width
 * characters, no leading apostrophe; full-width letters and digits become half-width. Chinese punctuation
 * stays.
 *
 * Returns: (transfer full): the clean text, "" for nothing
 */
char *
kp_normal_text (const char *typed)
{
  g_autoptr (GString) clean = NULL;
  const char *p = typed;

  g_return_val_if_fail (typed != NULL, NULL);

  if (is_clean (typed, TRUE))
    return g_strdup (typed);
  clean = g_string_sized_new (32);

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_blank (c))
        {
          if (clean->len > 0 && clean->str[clean->len - 1] != ' ')
            g_string_append_c (clean, ' ');
        }
      else if (!is_invisible (c))
        g_string_append_unichar (clean, g_unichar_isalnum (narrow (c)) ? narrow (c) : c);
    }
  trim_blank_end (clean);
  return g_strdup (g_strchug ((char *) skip_text_mark (clean->str)));
}

/**
 * kp_normal_compact:
 * @typed: UTF-8
 *
 * For comparing: kp_normal_text() with no blank left, all full-width forms half-width and Latin letters upper
 * case.
 *
 * Returns: (transfer full): the compact text, "" for nothing
 */
char *
kp_normal_compact (const char *typed)
{
  GString *compact = NULL;
  const char *p;

  g_return_val_if_fail (typed != NULL, NULL);

  if (is_clean (typed, FALSE))
    return g_strdup (typed);
  compact = g_string_sized_new (32);

  for (p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = narrow (g_utf8_get_char (p));

      if (is_blank (c) || is_invisible (c))
        continue;
      if (c < 0x80)
        g_string_append_c (compact, g_ascii_toupper ((char) c));
      else
        g_string_append_unichar (compact, c);
    }
  p = skip_text_mark (compact->str);
  g_string_erase (compact, 0, p - compact->str);
  return g_string_free (compact, FALSE);
}

static gboolean
is_name_dot (gunichar c)
{
  return c == 0xb7 || c == 0x2022 || c == 0x2027 || c == 0x2219 || c == 0x22c5 || c == 0x30fb ||
         c == 0xff65 || c == 0xff0e || c == 0x3002 || c == 0x16eb || c == '.';
}

/**
 * kp_normal_name:
 * @typed: UTF-8
 *
 * A name as on the ID card: blanks typed between or behind Chinese characters are dropped, every kind of dot
 * between them is U+00B7. Blanks of a name in Latin letters stay, one each.
 *
 * Returns: (transfer full): the name, "" for none
 */
char *
kp_normal_name (const char *typed)
{
  g_autofree char *text = kp_normal_text (typed);
  GString *name = g_string_sized_new (32);
  gboolean is_latin = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    is_latin = is_latin && g_utf8_get_char (p) < 0x2e80;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_latin)
        g_string_append_unichar (name, c);
      else if (is_name_dot (c))
        g_string_append_unichar (name, 0xb7);
      else if (c != ' ')
        g_string_append_unichar (name, c);
    }
  while (!is_latin && g_str_has_suffix (name->str, "·"))
    g_string_truncate (name, name->len - strlen ("·"));
  return g_string_free (name, FALSE);
}

/* Quotation marks, full stops and the like around a number; a star or a question mark stands for a digit. */
static gboolean
is_edge (gunichar c)
{
  return !g_unichar_isalnum (c) && c != '*' && c != '?' && c != '+';
}

static void
trim_edges (GString *number)
{
  static const char *const labels[] = { "公民身份号码", "身份证号码", "身份证号", "身份证" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_has_prefix (number->str, labels[i]))
      g_string_erase (number, 0, (gssize) strlen (labels[i]));
  while (number->len > 0 && is_edge (g_utf8_get_char (number->str)))
    g_string_erase (number, 0, g_utf8_next_char (number->str) - number->str);
  while (number->len > 0)
    {
      const char *last = g_utf8_prev_char (number->str + number->len);

      if (!is_edge (g_utf8_get_char (last)))
        return;
      g_string_truncate (number, (gsize) (last - number->str));
    }
}

/**
 * kp_normal_id_number:
 * @typed: UTF-8
 *
 * An ID number as it is stored: no blanks or hyphens, half-width, upper-case X (also for the characters that
 * look like one: ×, Х, Ⅹ). No digit is ever added or changed.
 *
 * Returns: (transfer full): the number, faulty or not
 */
char *
kp_normal_id_number (const char *typed)
{
  g_autofree char *compact = kp_normal_compact (typed);
  GString *number = g_string_sized_new (24);

  for (const char *p = compact; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xd7 || c == 0x425 || c == 0x445 || c == 0x2169 || c == 0x2179)
        g_string_append_c (number, 'X');
      else if (c != '-' && (c < 0x2010 || c > 0x2015) && c != 0x2212)
        g_string_append_unichar (number, c);
    }
  trim_edges (number);
  return g_string_free (number, FALSE);
}

/* The digits of a phone number without the country, and without the 0 that used to be dialled before a mobile
 * number far away. */
static char *
clean_phone (const char *typed)
{
  GString *phone = g_string_sized_new (16);

  for (const char *p = typed; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (phone, *p);
  if (g_str_has_prefix (phone->str, "0086"))
    g_string_erase (phone, 0, 4);
  else if (g_str_has_prefix (phone->str, "86") && (phone->len == 13 || strstr (typed, "+86") != NULL))
    g_string_erase (phone, 0, 2);
  if (phone->len == 12 && phone->str[0] == '0' && phone->str[1] == '1' && phone->str[2] >= '3')
    g_string_erase (phone, 0, 1);
  return g_string_free (phone, FALSE);
}

/* 1.9902235086E+10 with all its digits, or 19902235086.0, as programs write a number cell. */
static char *
dup_without_power (const char *text)
{
  const gsize n_decimals = text[0] != '\0' && text[1] == '.' ? strspn (text + 2, "0123456789") : 0;
  const char *power = text + 2 + n_decimals;

  if (g_str_has_suffix (text, ".0"))
    return g_strndup (text, strlen (text) - 2);
  if (n_decimals == 0 || g_ascii_toupper (*power) != 'E' ||
      g_ascii_strtoull (power + (power[1] == '+' ? 2 : 1), NULL, 10) != n_decimals)
    return g_strdup (text);
  return g_strdup_printf ("%c%.*s", text[0], (int) n_decimals, text + 2);
}

/* The first whole number among what stands between the @separators. */
static char *
find_whole_phone (const char *text, const char *separators)
{
  g_auto (GStrv) parts = g_strsplit_set (text, separators, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *phone = clean_phone (parts[i]);

      if (kp_normal_phone_is_whole (phone))
        return g_steal_pointer (&phone);
    }
  return NULL;
}

/**
 * kp_normal_phone:
 * @typed: UTF-8
 *
 * A phone number as digits: no blanks, hyphens, brackets, words or +86. Where two are typed, the first whole
 * one counts.
 *
 * Returns: (transfer full): the number, whole or not; "" for none
 */
char *
kp_normal_phone (const char *typed)
{
  g_autofree char *text = kp_normal_text (typed);
  g_autofree char *plain = dup_without_power (text);
  char *phone;

  for (const char *const *mark = (const char *const[]){ "、", "，", "；", NULL }; *mark != NULL; mark++)
    for (char *p = strstr (plain, *mark); p != NULL; p = strstr (p, *mark))
      memcpy (p, ";;;", 3);
  phone = find_whole_phone (plain, "/,;|");
  if (phone == NULL)
    {
      g_autofree char *words = g_strcanon (g_strdup (plain), "0123456789()+-", ';');

      phone = find_whole_phone (words, ";");
    }
  return phone != NULL ? phone : clean_phone (plain);
}

/**
 * kp_normal_phone_is_whole:
 * @phone: as kp_normal_phone() gives it
 *
 * Returns: whether it is a mobile number (11 digits from 1) or a fixed line with its area code
 */
gboolean
kp_normal_phone_is_whole (const char *phone)
{
  gsize length;

  g_return_val_if_fail (phone != NULL, FALSE);

  length = strlen (phone);
  if (strspn (phone, "0123456789") != length)
    return FALSE;
  if (phone[0] == '0')
    return length >= 10 && length <= 12;
  return length == 11 && phone[0] == '1' && phone[1] >= '3';
}

/**
 * kp_normal_post_code:
 * @typed: UTF-8
 *
 * Returns: (transfer full): the code without blanks, half-width, upper case
 */
char *
kp_normal_post_code (const char *typed)
{
  return kp_normal_compact (typed);
}
