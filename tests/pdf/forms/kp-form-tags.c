/* kp-form-tags.c – is a tagged PDF's structure what ISO 32000-1, 14.7 and 14.8, says, and is nothing outside of it?
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* There is no validator of PDF/A on this machine, so what one would look at is looked at here, in the plain text that
 * qpdf makes of a document: one operator a line, one entry of an object a line. */

#include "kp-form-tags.h"

#include <stdio.h>
#include <string.h>

#include "kp-test.h"

/* What an object says; the arrays are numbers of objects or of marks. */
typedef struct
{
  char *kind;    /* (nullable): of an element, "TD" */
  guint parent;  /* of an element */
  GArray *kids;  /* of an element, guint */
  guint n_marks; /* of an element */
  guint n_span;  /* columns of a cell */
  gboolean has_alt;
} Element;

typedef struct
{
  GHashTable *elements; /* number → Element */
  GArray *page_marks;   /* guint, of pages in turn */
  KpFormTags *counts;
} Check;

static void
element_free (gpointer data)
{
  Element *self = data;

  g_free (self->kind);
  g_array_unref (self->kids);
  g_free (self);
}

/* ---- pages ---- */

typedef struct
{
  guint depth;
  guint n_marks;
  gboolean in_text;
} Content;

/* Text and paint are in marked content, which lies wholly within or wholly outside of text. */
static void
check_operator (Check *check, Content *content, const char *line)
{
  const char *word = strrchr (line, ' ') != NULL ? strrchr (line, ' ') + 1 : line;
  const char *mark = strstr (line, "/MCID ");

  if (g_str_equal (word, "BDC") || g_str_equal (word, "BMC"))
    {
      if (content->depth++ > 0)
        g_assert_true (g_str_has_prefix (line, "/Span "));
      else if (mark != NULL)
        g_assert_cmpuint ((guint) g_ascii_strtoull (mark + strlen ("/MCID "), NULL, 10), ==, content->n_marks++);
      else
        {
          g_assert_true (g_str_has_prefix (line, "/Artifact "));
          check->counts->n_artifacts++;
        }
    }
  else if (g_str_equal (word, "EMC"))
    g_assert_cmpuint (content->depth--, >, 0);
  else if (g_str_equal (word, "BT") || g_str_equal (word, "ET"))
    g_assert_cmpuint (content->depth, ==, 0);
  else if (g_str_equal (word, "Tj") || g_str_equal (word, "S") || g_str_equal (word, "f") || g_str_equal (word, "Do"))
    g_assert_cmpuint (content->depth, >, 0);
}

static void
check_content (Check *check, char **lines)
{
  Content content = { .depth = 0 };

  while (!g_str_equal (*lines, "stream"))
    lines++;
  for (lines++; !g_str_has_prefix (*lines, "endstream"); lines++)
    check_operator (check, &content, *lines);
  g_assert_cmpuint (content.depth, ==, 0);
  g_array_append_val (check->page_marks, content.n_marks);
  check->counts->n_marks += content.n_marks;
}

/* ---- elements ---- */

/* The kids of an element: marks of its page, marks of other pages, elements. */
static void
read_kids (Element *element, char **lines)
{
  for (lines++; !g_str_equal (*lines, "  ]"); lines++)
    {
      guint number = 0;
      char rest = '\0';

      if (sscanf (*lines, " %u 0 %c", &number, &rest) == 2 && rest == 'R')
        g_array_append_val (element->kids, number);
      else if (g_str_has_prefix (*lines, "      /MCID ") || sscanf (*lines, " %u", &number) == 1)
        element->n_marks++;
    }
}

static void
read_element (Check *check, guint number, char **lines)
{
  Element *element = g_new0 (Element, 1);

  element->kids = g_array_new (FALSE, FALSE, sizeof (guint));
  element->n_span = 1;
  for (; !g_str_equal (*lines, "endobj"); lines++)
    {
      const char *line = *lines + strspn (*lines, " ");

      if (g_str_equal (*lines, "  /K ["))
        read_kids (element, lines);
      else if (g_str_has_prefix (*lines, "  /S /"))
        element->kind = g_strdup (*lines + strlen ("  /S /"));
      else if (g_str_has_prefix (*lines, "  /P "))
        element->parent = (guint) g_ascii_strtoull (*lines + strlen ("  /P "), NULL, 10);
      else if (g_str_has_prefix (*lines, "  /Alt "))
        element->has_alt = TRUE;
      else if (g_str_has_prefix (line, "/ColSpan "))
        element->n_span = (guint) g_ascii_strtoull (line + strlen ("/ColSpan "), NULL, 10);
    }
  g_assert_nonnull (element->kind);
  g_hash_table_insert (check->elements, GUINT_TO_POINTER (number), element);
}

static guint
count_columns (Check *check, const Element *row)
{
  guint n = 0;

  for (guint i = 0; i < row->kids->len; i++)
    {
      const Element *cell = g_hash_table_lookup (check->elements, GUINT_TO_POINTER (g_array_index (row->kids, guint, i)));

      g_assert_true (g_str_equal (cell->kind, "TH") || g_str_equal (cell->kind, "TD"));
      n += cell->n_span;
    }
  return n;
}

static void
check_table (Check *check, const Element *table)
{
  guint n_columns = 0;

  g_assert_cmpuint (table->n_marks, ==, 0);
  for (guint i = 0; i < table->kids->len; i++)
    {
      const Element *row = g_hash_table_lookup (check->elements, GUINT_TO_POINTER (g_array_index (table->kids, guint, i)));
      const guint n = count_columns (check, row);

      g_assert_cmpstr (row->kind, ==, "TR");
      g_assert_cmpuint (row->n_marks, ==, 0);
      g_assert_true (i == 0 || n == n_columns);
      n_columns = n;
    }
}

static void
check_element (Check *check, guint number, const Element *element)
{
  for (guint i = 0; i < element->kids->len; i++)
    {
      const guint kid_number = g_array_index (element->kids, guint, i);
      const Element *kid = g_hash_table_lookup (check->elements, GUINT_TO_POINTER (kid_number));

      g_assert_nonnull (kid);
      g_assert_cmpuint (kid->parent, ==, number);
      g_assert_true (g_str_equal (kid->kind, "TR") == g_str_equal (element->kind, "Table"));
      g_assert_true ((g_str_equal (kid->kind, "TD") || g_str_equal (kid->kind, "TH")) == g_str_equal (element->kind, "TR"));
    }
  g_assert_true (element->has_alt == g_str_equal (element->kind, "Figure"));
  if (g_str_equal (element->kind, "Table"))
    check_table (check, element);
  check->counts->n_tables += g_str_equal (element->kind, "Table") ? 1 : 0;
  check->counts->n_figures += g_str_equal (element->kind, "Figure") ? 1 : 0;
  check->counts->n_headings += g_str_equal (element->kind, "H1") ? 1 : 0;
  check->counts->n_elements++;
}

/* ---- the whole ---- */

/* Lists of page marks, "[ 12 0 R … ]", by which a reader comes from a mark to its element. */
static guint
count_parents (Check *check, char **lines)
{
  guint n = 0;

  g_assert_cmpstr (*lines, ==, "[");
  for (lines++; !g_str_equal (*lines, "]"); lines++, n++)
    g_assert_nonnull (g_hash_table_lookup (check->elements, GUINT_TO_POINTER ((guint) g_ascii_strtoull (*lines, NULL, 10))));
  return n;
}

static char **
find_object (char **lines, guint number)
{
  g_autofree char *head = g_strdup_printf ("%u 0 obj", number);

  while (!g_str_equal (*lines, head))
    lines++;
  return lines + 1;
}

static void
check_parents (Check *check, char **lines, char **nums)
{
  guint page = 0;

  for (nums++; !g_str_has_suffix (*nums, "]"); nums += 2, page++)
    {
      g_assert_cmpuint ((guint) g_ascii_strtoull (nums[0], NULL, 10), ==, page);
      g_assert_cmpuint (count_parents (check, find_object (lines, (guint) g_ascii_strtoull (nums[1], NULL, 10))), ==,
                        g_array_index (check->page_marks, guint, page));
    }
  g_assert_cmpuint (page, ==, check->page_marks->len);
}

static void
read_objects (Check *check, char **lines)
{
  guint number = 0;
  char **begin = lines;

  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, "%% Contents for page "))
        check_content (check, line);
      else if (g_str_has_suffix (*line, " 0 obj"))
        {
          number = (guint) g_ascii_strtoull (*line, NULL, 10);
          begin = line + 1;
        }
      else if (g_str_equal (*line, "  /Type /StructElem"))
        read_element (check, number, begin);
    }
}

/* The whole document is in one element, and marks are as many here as there. */
static void
check_elements (Check *check)
{
  GHashTableIter iter;
  gpointer number;
  gpointer element;
  guint n_marks = 0;
  guint n_documents = 0;

  g_hash_table_iter_init (&iter, check->elements);
  while (g_hash_table_iter_next (&iter, &number, &element))
    {
      check_element (check, GPOINTER_TO_UINT (number), element);
      n_marks += ((const Element *) element)->n_marks;
      n_documents += g_str_equal (((const Element *) element)->kind, "Document") ? 1 : 0;
    }
  g_assert_cmpuint (n_documents, ==, 1);
  g_assert_cmpuint (n_marks, ==, check->counts->n_marks);
}

/* Fonts hold zeros, at which a text would end. */
static char *
dup_plain (const char *path)
{
  g_autofree char *plain = g_strconcat (path, ".plain", NULL);
  gsize n = 0;
  char *text;

  g_free (kp_test_run ((const char *[]){ "qpdf", "--qdf", "--object-streams=disable", path, plain, NULL }, NULL));
  text = kp_test_read (plain, &n);
  for (gsize i = 0; i < n; i++)
    if (text[i] == '\0')
      text[i] = ' ';
  return text;
}

/**
 * kp_form_tags_check:
 * @path: a document
 * @tags: (out): what is in it
 *
 * Asserts that it is tagged, that all ink is either content of an element or an artifact, that marks lead to their elements and
 * back, that tables consist of rows and rows of as many cells each, and that each figure says in words what it is.
 */
void
kp_form_tags_check (const char *path, KpFormTags *tags)
{
  g_autofree char *text = dup_plain (path);
  g_auto (GStrv) lines = g_strsplit_set (text, "\n", -1);
  Check check = { .counts = tags };

  *tags = (KpFormTags){ .n_elements = 0 };
  check.elements = g_hash_table_new_full (NULL, NULL, NULL, element_free);
  check.page_marks = g_array_new (FALSE, FALSE, sizeof (guint));
  kp_test_assert_contains (text, "/Marked true");
  kp_test_assert_contains (text, "/StructTreeRoot ");
  read_objects (&check, lines);
  check_elements (&check);
  for (char **line = lines; *line != NULL; line++)
    if (g_str_equal (*line, "  /Nums ["))
      check_parents (&check, lines, line);
  g_hash_table_unref (check.elements);
  g_array_unref (check.page_marks);
}
