/* kp-paper-code.c – the check code of a paper: which one it is, and the digest of what it says.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* kind:campaign:number:edition:digest:check, for example
 *
 *   marks:yunling-2026::2:3f0c9ab2d4e5f607:48
 *
 * Marks of punctuation inside a part are escaped as in an address (%3A). The two check digits are what the bytes before
 * them, read as one number, leave when divided by 97: as no two printable characters of ASCII differ by 97 or more, one
 * wrong character and two swapped neighbours are always noticed. */

#include "kp-paper-code.h"

#include <string.h>

#define MODULUS 97
#define N_PARTS 6
#define LONGEST_CODE 400

static guint
compute_check (const char *text, gsize n_bytes)
{
  guint rest = 0;

  for (gsize i = 0; i < n_bytes; i++)
    rest = (rest * 256 + (guchar)text[i]) % MODULUS;
  return rest;
}

/* What an input method makes of a code: full-width letters and blanks. */
static char *
dup_plain (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFF01 - '!';
      if (!g_unichar_isspace (c))
        g_string_append_unichar (plain, c);
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static char *
escape (const char *part)
{
  g_autofree char *plain = dup_plain (part);

  return g_uri_escape_string (plain, NULL, TRUE);
}

/**
 * kp_paper_code_dup_text:
 * @code: a code; of its digest only the first %KP_PAPER_CODE_DIGITS digits are taken
 *
 * Returns: (transfer full): the code as it is printed and typed, without %KP_PAPER_CODE_PREFIX
 */
char *
kp_paper_code_dup_text (const KpPaperCode *code)
{
  g_autofree char *campaign = escape (code->campaign);
  g_autofree char *number = escape (code->number);
  g_autofree char *body = g_strdup_printf ("%s:%s:%s:%u:%.*s", code->kind, campaign, number, code->edition,
                                           KP_PAPER_CODE_DIGITS, code->digest);

  return g_strdup_printf ("%s:%02u", body, compute_check (body, strlen (body)));
}

static gboolean
is_number (const char *text, gsize most)
{
  const gsize n = strlen (text);

  return n > 0 && n <= most && strspn (text, "0123456789") == n;
}

/* Anybody can make a code whose check digits are right; what it names is shown, so it mustn't hold line breaks, commands
 * to a terminal, marks that turn the text round, or bytes that are no text. */
static gboolean
is_plain (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isprint (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
take_parts (char **parts, KpPaperCode *out)
{
  out->kind = g_strdup (parts[0]);
  out->campaign = g_uri_unescape_string (parts[1], NULL);
  out->number = g_uri_unescape_string (parts[2], NULL);
  out->edition = (guint)g_ascii_strtoull (parts[3], NULL, 10);
  out->digest = g_strdup (parts[4]);
  return *out->kind != '\0' && is_plain (out->kind) && out->campaign != NULL && *out->campaign != '\0' &&
         is_plain (out->campaign) && out->number != NULL && is_plain (out->number) && out->edition > 0;
}

/**
 * kp_paper_code_parse:
 * @text: what was typed or read, UTF-8; blanks, full-width characters, the case of kind and digest, and
 *   %KP_PAPER_CODE_PREFIX don't matter
 * @out: (out caller-allocates): the code when it is one; else empty
 *
 * Returns: whether it is a code, and if not, why
 */
KpPaperCodeFault
kp_paper_code_parse (const char *text, KpPaperCode *out)
{
  g_autofree char *plain = NULL;
  g_autofree char *body = NULL;
  g_auto (GStrv) parts = NULL;

  *out = (KpPaperCode){ .kind = NULL };
  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > LONGEST_CODE)
    return KP_PAPER_CODE_FORM;
  plain = dup_plain (text);
  if (g_ascii_strncasecmp (plain, KP_PAPER_CODE_PREFIX, strlen (KP_PAPER_CODE_PREFIX)) == 0)
    memmove (plain, plain + strlen (KP_PAPER_CODE_PREFIX), strlen (plain) - strlen (KP_PAPER_CODE_PREFIX) + 1);
  parts = g_strsplit (plain, ":", -1);
  if (g_strv_length (parts) != N_PARTS || !is_number (parts[3], 6) || !is_number (parts[5], 2) ||
      strlen (parts[4]) != KP_PAPER_CODE_DIGITS)
    return KP_PAPER_CODE_FORM;
  for (char *c = parts[0]; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
  for (char *c = parts[4]; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
  body = g_strjoin (":", parts[0], parts[1], parts[2], parts[3], parts[4], NULL);
  if (compute_check (body, strlen (body)) != g_ascii_strtoull (parts[5], NULL, 10))
    return KP_PAPER_CODE_CHECK;
  if (strspn (parts[4], "0123456789abcdef") == KP_PAPER_CODE_DIGITS && take_parts (parts, out))
    return KP_PAPER_CODE_OK;
  kp_paper_code_clear (out);
  return KP_PAPER_CODE_FORM;
}

/**
 * kp_paper_code_clear:
 * @code: a code
 *
 * Frees its texts.
 */
void
kp_paper_code_clear (KpPaperCode *code)
{
  g_clear_pointer (&code->kind, g_free);
  g_clear_pointer (&code->campaign, g_free);
  g_clear_pointer (&code->number, g_free);
  g_clear_pointer (&code->digest, g_free);
}
