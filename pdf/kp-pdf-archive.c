/* kp-pdf-archive.c – what a document needs besides its pages to be kept for decades: PDF/A-2b.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ISO 19005-2 asks of us what isn't there anyway (fonts are embedded whole in what is used, nothing is transparent, locked or
 * outside of the file): metadata that say so, and what red is, by a colour profile. The profile is written here: it is the
 * plain sRGB of IEC 61966-2-1 in 500 bytes, and as free as this program. All numbers are fixed points of 16 bits as the
 * format has them. */

#include "kp-pdf-archive.h"

#include <string.h>

#define HEAD_SIZE 128
#define ENTRY_SIZE 12

typedef struct
{
  const char *name;
  const guint32 *words; /* after the type and its four empty bytes */
  guint n_words;
  const char *type;
} Tag;

/* "mluc": one text, English of the United States, in UTF-16 at byte 28. */
static const guint32 name_words[] = { 1, 12, 0x656E5553, 8, 28, 0x00730052, 0x00470042 };      /* sRGB */
static const guint32 rights_words[] = { 1, 12, 0x656E5553, 8, 28, 0x00460072, 0x00650065 };    /* Free */
static const guint32 white_words[] = { 0xF6D6, 0x10000, 0xD32D };
static const guint32 red_words[] = { 0x6FA2, 0x38F5, 0x0390 };
static const guint32 green_words[] = { 0x6299, 0xB785, 0x18DA };
static const guint32 blue_words[] = { 0x24A0, 0x0F84, 0xB6CF };

/* From the daylight of the screen to that of the proof. */
static const guint32 adaptation_words[]
  = { 0x10C42, 0x05DE, 0xFFFFF325, 0x0793, 0xFD90, 0xFFFFFBA1, 0xFFFFFDA2, 0x03DC, 0xC06E };

/* "para", kind 3: a straight piece, then the power of 2.4. */
static const guint32 curve_words[] = { 0x00030000, 0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B };

static const Tag tags[] = {
  { "desc", name_words, G_N_ELEMENTS (name_words), "mluc" },
  { "cprt", rights_words, G_N_ELEMENTS (rights_words), "mluc" },
  { "wtpt", white_words, G_N_ELEMENTS (white_words), "XYZ " },
  { "chad", adaptation_words, G_N_ELEMENTS (adaptation_words), "sf32" },
  { "rXYZ", red_words, G_N_ELEMENTS (red_words), "XYZ " },
  { "gXYZ", green_words, G_N_ELEMENTS (green_words), "XYZ " },
  { "bXYZ", blue_words, G_N_ELEMENTS (blue_words), "XYZ " },
  { "rTRC", curve_words, G_N_ELEMENTS (curve_words), "para" },
  { "gTRC", curve_words, G_N_ELEMENTS (curve_words), "para" },
  { "bTRC", curve_words, G_N_ELEMENTS (curve_words), "para" },
};

static void
append_word (GByteArray *out, guint32 word)
{
  const guint32 big = GUINT32_TO_BE (word);

  g_byte_array_append (out, (const guint8 *) &big, sizeof big);
}

static void
append_name (GByteArray *out, const char *name)
{
  g_byte_array_append (out, (const guint8 *) name, 4);
}

static guint32
get_size (const Tag *tag)
{
  return 8 + tag->n_words * 4;
}

/* A display's profile of version 4.2 with a fixed date. */
static void
append_head (GByteArray *out, guint32 size)
{
  append_word (out, size);
  append_word (out, 0);
  append_word (out, 0x04200000);
  append_name (out, "mntr");
  append_name (out, "RGB ");
  append_name (out, "XYZ ");
  append_word (out, 2026 << 16 | 1);
  append_word (out, 1 << 16);
  append_word (out, 0);
  append_name (out, "acsp");
  for (guint i = 0; i < 7; i++)
    append_word (out, 0);
  for (guint i = 0; i < G_N_ELEMENTS (white_words); i++)
    append_word (out, white_words[i]);
  while (out->len < HEAD_SIZE)
    append_word (out, 0);
}

static GByteArray *
new_profile (void)
{
  GByteArray *out = g_byte_array_new ();
  guint32 place = HEAD_SIZE + 4 + G_N_ELEMENTS (tags) * ENTRY_SIZE;
  guint32 size = place;

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    size += get_size (&tags[i]);
  append_head (out, size);
  append_word (out, G_N_ELEMENTS (tags));
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      append_name (out, tags[i].name);
      append_word (out, place);
      append_word (out, get_size (&tags[i]));
      place += get_size (&tags[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      append_name (out, tags[i].type);
      append_word (out, 0);
      for (guint j = 0; j < tags[i].n_words; j++)
        append_word (out, tags[i].words[j]);
    }
  return out;
}

/* The same as in the document's information, or a validator objects. */
static char *
dup_metadata (const char *title, const char *creator, const char *producer)
{
  g_autofree char *named = title != NULL ? g_markup_printf_escaped ("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>"
                                                                    "</rdf:Alt></dc:title>\n",
                                                                    title)
                                         : g_strdup ("");
  g_autofree char *makers = g_markup_printf_escaped ("<xmp:CreatorTool>%s</xmp:CreatorTool>\n<pdf:Producer>%s</pdf:Producer>\n",
                                                     creator, producer);

  return g_strdup_printf ("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                          "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                          "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                          "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
                          "  xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                          "  xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
                          "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
                          "<dc:format>application/pdf</dc:format>\n"
                          "<dc:language><rdf:Bag><rdf:li>" KP_PDF_LANGUAGE "</rdf:li></rdf:Bag></dc:language>\n"
                          "%s%s</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>",
                          named, makers);
}

static guint32
write_stream (KpPdfOutput *output, const char *entries, gconstpointer bytes, gsize n)
{
  const guint32 number = kp_pdf_output_reserve (output);
  g_autofree char *head = g_strdup_printf ("<<\n%s\n/Length %" G_GSIZE_FORMAT "\n>>\nstream\n", entries, n);

  kp_pdf_output_begin (output, number);
  kp_pdf_output_append (output, head, strlen (head));
  kp_pdf_output_append (output, bytes, n);
  kp_pdf_output_append (output, "\nendstream", strlen ("\nendstream"));
  kp_pdf_output_end (output);
  return number;
}

/**
 * kp_pdf_archive_write:
 * @output: an output, between two objects
 * @title: (nullable): of the document's information
 * @creator: likewise
 * @producer: likewise
 *
 * Writes the metadata, never compressed, so that an archive can search them, and the colour profile.
 *
 * Returns: what the catalog must refer to
 */
KpPdfArchive
kp_pdf_archive_write (KpPdfOutput *output, const char *title, const char *creator, const char *producer)
{
  g_autofree char *metadata = dup_metadata (title, creator, producer);
  g_autoptr (GByteArray) profile = new_profile ();
  const guint32 profile_number = write_stream (output, "/N 3", profile->data, profile->len);
  g_autofree char *intent = g_strdup_printf ("<<\n/Type /OutputIntent\n/S /GTS_PDFA1\n/OutputConditionIdentifier (sRGB)\n"
                                             "/Info (sRGB IEC61966-2.1)\n/DestOutputProfile %u 0 R\n>>",
                                             profile_number);
  KpPdfArchive archive;

  archive.metadata = write_stream (output, "/Type /Metadata\n/Subtype /XML", metadata, strlen (metadata));
  archive.intent = kp_pdf_output_reserve (output);
  kp_pdf_output_begin (output, archive.intent);
  kp_pdf_output_append (output, intent, strlen (intent));
  kp_pdf_output_end (output);
  return archive;
}
