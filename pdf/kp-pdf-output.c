/* kp-pdf-output.c – the numbered objects of a PDF on their way into memory or a file.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* libharu keeps every object until it saves: 27 KiB for a ticket with its photo, 2.7 GiB for a province. Here a
 * page leaves as soon as the next one begins, and the table of places and the tree of pages, which come at the
 * end of a PDF, are written from these few numbers. */

#include "kp-pdf-output.h"

#include <openssl/evp.h>
#include <string.h>

#include "kp-pdf-file.h"
#include "kp-pdf-seal.h"

/* Readers find a page faster in a tree of nodes than in one long row. */
#define PAGES_PER_NODE 500

/* No object stands before the head. */
#define OBJECT_NOT_WRITTEN 0

struct _KpPdfOutput
{
  KpPdfFile *file;    /* NULL = into memory */
  GByteArray *memory; /* NULL = into the file */
  EVP_MD_CTX *sum;    /* of what was appended */
  guint64 n_bytes;
  GArray *places;     /* guint32, of object i + 1: the lower half */
  GByteArray *beyond; /* and what is above it, for objects as many as there are behind the first 4 GiB */
  GArray *nodes;  /* guint32, full ones and the one being filled */
  GArray *kids;   /* guint32, pages of the newest node */
  guint32 n_pages;
  GError *failure;
};

static const char head[] = "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n";

/* libcrypto, since it uses the processor's own instructions: a tenth of a batch of tickets. With a known algorithm only
 * lack of memory can fail, and that ends the program as it does in GLib. */
static EVP_MD_CTX *
begin_sum (void)
{
  EVP_MD_CTX *sum = EVP_MD_CTX_new ();
  const gboolean is_begun = sum != NULL && EVP_DigestInit_ex2 (sum, EVP_sha256 (), NULL) == 1;

  g_assert (is_begun);
  return sum;
}

static void
add_to_sum (EVP_MD_CTX *sum, gconstpointer bytes, gsize n_bytes)
{
  const gboolean is_added = EVP_DigestUpdate (sum, bytes, n_bytes) == 1;

  g_assert (is_added);
}

/* The digest in hex digits if these two texts (nullable) came next. */
static char *
dup_digest (const EVP_MD_CTX *sum, const char *first, const char *second)
{
  EVP_MD_CTX *copy = EVP_MD_CTX_new ();
  guint8 digest[32];
  char *hex = g_malloc (2 * sizeof digest + 1);
  gboolean is_ended = copy != NULL && EVP_MD_CTX_copy_ex (copy, sum) == 1;

  g_assert (is_ended);
  if (first != NULL)
    add_to_sum (copy, first, strlen (first));
  if (second != NULL)
    add_to_sum (copy, second, strlen (second));
  is_ended = EVP_DigestFinal_ex (copy, digest, NULL) == 1;
  g_assert (is_ended);
  EVP_MD_CTX_free (copy);
  for (guint i = 0; i < sizeof digest; i++)
    g_snprintf (hex + 2 * i, 3, "%02x", digest[i]);
  return hex;
}

/**
 * kp_pdf_output_new:
 * @path: (nullable): the target; %NULL = memory
 * @error: return location
 *
 * Begins a document.
 *
 * Returns: (transfer full): the output, or %NULL with %KP_PDF_ERROR_WRITE
 */
KpPdfOutput *
kp_pdf_output_new (const char *path, GError **error)
{
  KpPdfFile *file = path != NULL ? kp_pdf_file_new (path, error) : NULL;
  KpPdfOutput *self;

  if (path != NULL && file == NULL)
    return NULL;

  self = g_new0 (KpPdfOutput, 1);
  self->file = file;
  self->memory = path == NULL ? g_byte_array_new () : NULL;
  self->sum = begin_sum ();
  self->places = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->beyond = g_byte_array_new ();
  self->nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->kids = g_array_new (FALSE, FALSE, sizeof (guint32));
  kp_pdf_output_append (self, head, strlen (head));
  return self;
}

/**
 * kp_pdf_output_free:
 * @self: (nullable): an output
 *
 * A file that wasn't finished leaves nothing behind.
 */
void
kp_pdf_output_free (KpPdfOutput *self)
{
  if (self == NULL)
    return;

  kp_pdf_file_free (self->file);
  g_clear_pointer (&self->memory, g_byte_array_unref);
  g_array_unref (self->places);
  g_byte_array_unref (self->beyond);
  g_array_unref (self->nodes);
  g_array_unref (self->kids);
  EVP_MD_CTX_free (self->sum);
  g_clear_error (&self->failure);
  g_free (self);
}

/**
 * kp_pdf_output_reserve:
 * @self: an output
 *
 * Returns: the number of an object that will be written later.
 */
guint32
kp_pdf_output_reserve (KpPdfOutput *self)
{
  const guint32 place = OBJECT_NOT_WRITTEN;

  g_array_append_val (self->places, place);
  return self->places->len;
}

static guint64
get_place (const KpPdfOutput *self, guint32 number)
{
  const guint64 above = number <= self->beyond->len ? self->beyond->data[number - 1] : 0;

  return above << 32 | g_array_index (self->places, guint32, number - 1);
}

static void
set_place (KpPdfOutput *self, guint32 number, guint64 place)
{
  const guint8 none = 0;

  g_array_index (self->places, guint32, number - 1) = (guint32) place;
  if (place <= G_MAXUINT32)
    return;
  while (self->beyond->len < number)
    g_byte_array_append (self->beyond, &none, 1);
  self->beyond->data[number - 1] = (guint8) (place >> 32);
}

/**
 * kp_pdf_output_append:
 * @self: an output
 * @bytes: what comes next
 * @n_bytes: their number
 *
 * After a failure nothing more is written.
 */
void
kp_pdf_output_append (KpPdfOutput *self, gconstpointer bytes, gsize n_bytes)
{
  if (self->failure != NULL)
    return;

  if (self->memory != NULL)
    g_byte_array_append (self->memory, bytes, (guint) n_bytes);
  else
    kp_pdf_file_append (self->file, bytes, n_bytes, &self->failure);
  add_to_sum (self->sum, bytes, n_bytes);
  self->n_bytes += n_bytes;
}

static void G_GNUC_PRINTF (2, 3)
append_format (KpPdfOutput *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  kp_pdf_output_append (self, text, strlen (text));
}

/**
 * kp_pdf_output_begin:
 * @self: an output
 * @number: from kp_pdf_output_reserve(), not written before
 *
 * Begins an object.
 */
void
kp_pdf_output_begin (KpPdfOutput *self, guint32 number)
{
  g_assert (get_place (self, number) == OBJECT_NOT_WRITTEN);
  set_place (self, number, self->n_bytes);
  append_format (self, "%u 0 obj\n", number);
}

/**
 * kp_pdf_output_end:
 * @self: an output with an object begun
 *
 * Ends it.
 */
void
kp_pdf_output_end (KpPdfOutput *self)
{
  append_format (self, "\nendobj\n");
}

static void
append_kids (KpPdfOutput *self, const GArray *kids, guint32 n_pages)
{
  append_format (self, "<<\n/Type /Pages\n/Count %u\n/Kids [", n_pages);
  for (guint i = 0; i < kids->len; i++)
    append_format (self, "%s%u 0 R", i % 10 == 0 ? "\n" : " ", g_array_index (kids, guint32, i));
  append_format (self, "]\n");
}

/* Writes the newest node, which gets no more pages. */
static void
close_node (KpPdfOutput *self, guint32 root)
{
  if (self->kids->len == 0)
    return;

  kp_pdf_output_begin (self, g_array_index (self->nodes, guint32, self->nodes->len - 1));
  append_kids (self, self->kids, self->kids->len);
  append_format (self, "/Parent %u 0 R\n>>", root);
  kp_pdf_output_end (self);
  g_array_set_size (self->kids, 0);
}

/**
 * kp_pdf_output_get_parent:
 * @self: an output
 * @root: number of the tree's root
 *
 * Returns: the number of the node that the next page belongs to.
 */
guint32
kp_pdf_output_get_parent (KpPdfOutput *self, guint32 root)
{
  if (self->kids->len == PAGES_PER_NODE)
    close_node (self, root);
  if (self->kids->len == 0)
    {
      guint32 node = kp_pdf_output_reserve (self);

      g_array_append_val (self->nodes, node);
    }
  return g_array_index (self->nodes, guint32, self->nodes->len - 1);
}

/**
 * kp_pdf_output_add_page:
 * @self: an output
 * @page: number of an object whose parent is kp_pdf_output_get_parent()
 *
 * Adds a page at the end of the document.
 */
void
kp_pdf_output_add_page (KpPdfOutput *self, guint32 page)
{
  g_array_append_val (self->kids, page);
  self->n_pages++;
}

/**
 * kp_pdf_output_write_root:
 * @self: an output that has all its pages
 * @root: number of the tree's root
 *
 * Writes the tree's last node and its root.
 */
void
kp_pdf_output_write_root (KpPdfOutput *self, guint32 root)
{
  close_node (self, root);
  kp_pdf_output_begin (self, root);
  append_kids (self, self->nodes, self->n_pages);
  append_format (self, ">>");
  kp_pdf_output_end (self);
}

/* An identifier by content: the same document has the same one, on every machine. */
static void
append_identifier (KpPdfOutput *self)
{
  g_autofree char *digest = dup_digest (self->sum, NULL, NULL);

  append_format (self, "/ID [<%.32s> <%.32s>]\n", digest, digest);
}

/* Over all bytes of the document but itself. */
static void
append_seal (KpPdfOutput *self, const char *end, const char *key)
{
  g_autofree char *digest = NULL;
  g_autofree char *seal = NULL;

  append_format (self, KP_PDF_SEAL_MARK);
  digest = dup_digest (self->sum, KP_PDF_SEAL_END, end);
  seal = kp_pdf_seal_dup (digest, key);
  append_format (self, "%s" KP_PDF_SEAL_END, seal);
}

/**
 * kp_pdf_output_write_end:
 * @self: an output with every reserved object written
 * @catalog: number of the catalog
 * @info: number of the information
 * @key: (nullable): seals the document, see kp_pdf_seal_fits()
 *
 * Writes the table of places and what points to it.
 */
void
kp_pdf_output_write_end (KpPdfOutput *self, guint32 catalog, guint32 info, const char *key)
{
  g_autofree char *end = g_strdup_printf (">>\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", self->n_bytes);

  append_format (self, "xref\n0 %u\n0000000000 65535 f\r\n", self->places->len + 1);
  for (guint i = 0; i < self->places->len; i++)
    {
      const guint64 place = get_place (self, i + 1);

      g_assert (place != OBJECT_NOT_WRITTEN);
      append_format (self, "%010" G_GUINT64_FORMAT " 00000 n\r\n", place);
    }
  append_format (self, "trailer\n<<\n/Root %u 0 R\n/Info %u 0 R\n/Size %u\n", catalog, info, self->places->len + 1);
  append_identifier (self);
  if (key != NULL)
    append_seal (self, end, key);
  kp_pdf_output_append (self, end, strlen (end));
}

/**
 * kp_pdf_output_has_failed:
 * @self: an output
 *
 * Returns: %TRUE when a write failed, so that nothing more need be drawn.
 */
gboolean
kp_pdf_output_has_failed (const KpPdfOutput *self)
{
  return self->failure != NULL;
}

/**
 * kp_pdf_output_finish:
 * @self: an output whose end was written, or one that failed
 * @error: return location
 *
 * Puts a file in its target's place. Call once.
 *
 * Returns: (transfer full): the document, or nothing but success for a file;
 *   %NULL with %KP_PDF_ERROR_WRITE
 */
GBytes *
kp_pdf_output_finish (KpPdfOutput *self, GError **error)
{
  if (self->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return NULL;
    }
  if (self->memory != NULL)
    return g_byte_array_free_to_bytes (g_steal_pointer (&self->memory));
  return kp_pdf_file_commit (self->file, error) ? g_bytes_new_static (NULL, 0) : NULL;
}
