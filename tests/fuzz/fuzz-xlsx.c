/* fuzz-xlsx.c – a workbook: as a whole, or its XML parts in an archive that is made around them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is changed inside a compressed part is noise or a wrong sum. So an input that is no archive itself is the parts:
 * sheet, strings, styles and workbook, with a zero byte between. */
#include <string.h>

#include "kp-fuzz.h"

#define N_PARTS 4

static const char *const names[N_PARTS]
    = { "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml" };

static const char workbook[]
    = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      "<sheets><sheet name=\"报名表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
static const char relations[]
    = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
      "Target=\"worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" "
      "Target=\"sharedStrings.xml\"/>"
      "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
      "Target=\"styles.xml\"/></Relationships>";

/* ---- an archive without compression ---- */

static guint32
sum (const guint8 *data, gsize size)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (guint k = 0; k < 8; k++)
        crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
  return ~crc;
}

static void
put (GByteArray *out, guint32 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      const guint8 byte = (guint8) (number >> 8 * i);

      g_byte_array_append (out, &byte, 1);
    }
}

/* What the head of a part and its line in the directory have in common. */
static void
put_part (GByteArray *out, const char *name, guint32 crc, gsize size)
{
  put (out, 20, 2); /* version that is needed */
  put (out, 0, 4);  /* flags, method: stored */
  put (out, 0x5a210000, 4);
  put (out, crc, 4);
  put (out, (guint32) size, 4);
  put (out, (guint32) size, 4);
  put (out, (guint32) strlen (name), 2);
  put (out, 0, 2);
}

typedef struct
{
  GByteArray *out;
  GByteArray *directory;
  guint n_parts;
} Archive;

static void
add_part (Archive *archive, const char *name, const guint8 *data, gsize size)
{
  const guint32 crc = sum (data, size);
  const guint32 offset = archive->out->len;

  put (archive->out, 0x04034b50, 4);
  put_part (archive->out, name, crc, size);
  g_byte_array_append (archive->out, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (archive->out, data, (guint) size);

  put (archive->directory, 0x02014b50, 4);
  put (archive->directory, 20, 2);
  put_part (archive->directory, name, crc, size);
  put (archive->directory, 0, 2); /* comment */
  put (archive->directory, 0, 4); /* disk, attributes */
  put (archive->directory, 0, 4);
  put (archive->directory, offset, 4);
  g_byte_array_append (archive->directory, (const guint8 *) name, (guint) strlen (name));
  archive->n_parts++;
}

static void
finish (Archive *archive)
{
  const guint32 offset = archive->out->len;

  g_byte_array_append (archive->out, archive->directory->data, archive->directory->len);
  put (archive->out, 0x06054b50, 4);
  put (archive->out, 0, 4);
  put (archive->out, archive->n_parts, 2);
  put (archive->out, archive->n_parts, 2);
  put (archive->out, archive->directory->len, 4);
  put (archive->out, offset, 4);
  put (archive->out, 0, 2);
}

/* Parts that aren't given aren't there; a workbook there always is. */
static void
read_parts (const uint8_t *data, size_t size)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  Archive archive = { out, directory, 0 };
  const uint8_t *at = data;
  guint i;

  for (i = 0; i < N_PARTS && at <= data + size; i++)
    {
      const gsize left = (gsize) (data + size - at);
      const uint8_t *end = left > 0 ? memchr (at, 0, left) : NULL;
      const gsize length = end != NULL ? (gsize) (end - at) : left;

      if (length > 0)
        add_part (&archive, names[i], at, length);
      at += length + 1;
    }
  if (i < N_PARTS)
    add_part (&archive, names[N_PARTS - 1], (const guint8 *) workbook, strlen (workbook));
  add_part (&archive, "xl/_rels/workbook.xml.rels", (const guint8 *) relations, strlen (relations));
  finish (&archive);
  kp_fuzz_read_book (out->data, out->len);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    kp_fuzz_read_book (data, size);
  else
    read_parts (data, size);
  return 0;
}
