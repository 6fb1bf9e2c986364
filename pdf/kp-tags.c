/* kp-tags.c – what the marks on the pages mean: the structure tree of a tagged PDF.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every mark on a page is either content of an element or an artifact: rules, shades, heads and feet that a reader of
 * the text skips. Forms say only where a table, a row, a cell, a heading begins; text outside of these is a paragraph,
 * a picture a figure, a line an artifact, so that a form that says nothing is sound, too. */

#include "kp-tags.h"

#include <string.h>

typedef struct
{
  KpTag tag;
  guint n_columns;
  char *alt;      /* (nullable) */
  guint32 number; /* 0 = none yet */
  guint32 page;   /* of its first own mark; 0 = none yet */
  GString *kids;  /* as they stand in the file */
} Element;

/* Whose marks the page gets now. */
typedef enum
{
  MARK_NONE,
  MARK_ELEMENT,
  MARK_LAYOUT,
  MARK_PAGINATION,
} Mark;

struct _KpTags
{
  KpPdfOutput *output;
  GPtrArray *stack; /* Element; NULL = one that counts as part of the one around it */
  guint32 page;
  GArray *page_marks; /* guint32, numbers of elements, of the page being drawn */
  GArray *pages;      /* guint32, numbers of the arrays of pages written */
  Mark mark;
  Element *marked; /* (nullable): which element, of MARK_ELEMENT; NULL = one that ended */
  guint32 root;
};

static const char *const names[] = {
  [KP_TAG_DOCUMENT] = "Document", [KP_TAG_SECTION] = "Sect", [KP_TAG_HEADING] = "H1",
  [KP_TAG_HEADING_2] = "H2",      [KP_TAG_HEADING_3] = "H3", [KP_TAG_PARAGRAPH] = "P",
  [KP_TAG_TABLE] = "Table",       [KP_TAG_ROW] = "TR",       [KP_TAG_HEAD_CELL] = "TH", [KP_TAG_CELL] = "TD",
  [KP_TAG_FIGURE] = "Figure",     [KP_TAG_ARTIFACT] = NULL,
};

static Element *
element_new (KpTag tag, guint n_columns, const char *alt)
{
  Element *self = g_new0 (Element, 1);

  self->tag = tag;
  self->n_columns = n_columns;
  self->alt = g_strdup (alt);
  self->kids = g_string_new (NULL);
  return self;
}

static void
element_free (gpointer data)
{
  Element *self = data;

  if (self == NULL)
    return;
  g_string_free (self->kids, TRUE);
  g_free (self->alt);
  g_free (self);
}

/**
 * kp_tags_dup_text:
 * @text: UTF-8
 * @n_bytes: of @text
 *
 * Returns: (transfer full): the text as a string of PDF, in UTF-16
 */
char *
kp_tags_dup_text (const char *text, gsize n_bytes)
{
  GString *out = g_string_new ("<FEFF");
  gsize n = 0;
  g_autofree guint8 *utf16 = (guint8 *) g_convert (text, (gssize) n_bytes, "UTF-16BE", "UTF-8", NULL, &n, NULL);

  for (gsize i = 0; utf16 != NULL && i < n; i++)
    g_string_append_printf (out, "%02X", utf16[i]);
  g_string_append_c (out, '>');
  return g_string_free (out, FALSE);
}

/**
 * kp_tags_new:
 * @output: outlives the result
 *
 * Returns: (transfer full): the tags of a document without pages
 */
KpTags *
kp_tags_new (KpPdfOutput *output)
{
  KpTags *self = g_new0 (KpTags, 1);

  self->output = output;
  self->stack = g_ptr_array_new_with_free_func (element_free);
  self->page_marks = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->root = kp_pdf_output_reserve (output);
  g_ptr_array_add (self->stack, element_new (KP_TAG_DOCUMENT, 1, NULL));
  return self;
}

/**
 * kp_tags_free:
 * @self: (nullable): tags
 */
void
kp_tags_free (KpTags *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->stack);
  g_array_unref (self->page_marks);
  g_array_unref (self->pages);
  g_free (self);
}

/* The innermost element that counts, below place N of the stack. */
static Element *
find_element (const KpTags *self, guint n)
{
  Element *found = NULL;

  while (n > 0 && found == NULL)
    found = g_ptr_array_index (self->stack, --n);
  return found;
}

static Element *
get_current (const KpTags *self)
{
  return find_element (self, self->stack->len);
}

/* Elements that hold text themselves. */
static gboolean
is_leaf (KpTag tag)
{
  switch (tag)
    {
    case KP_TAG_DOCUMENT:
    case KP_TAG_SECTION:
    case KP_TAG_TABLE:
    case KP_TAG_ROW:
      return FALSE;
    case KP_TAG_HEADING:
    case KP_TAG_HEADING_2:
    case KP_TAG_HEADING_3:
    case KP_TAG_PARAGRAPH:
    case KP_TAG_HEAD_CELL:
    case KP_TAG_CELL:
    case KP_TAG_FIGURE:
    case KP_TAG_ARTIFACT:
    default:
      return TRUE;
    }
}

/**
 * kp_tags_begin:
 * @self: tags
 * @tag: what begins
 * @n_columns: of a table that a cell lies over
 * @alt: (nullable): says in words what a figure shows
 *
 * Begins an element; within one that holds text itself, all but a figure is part of that one.
 */
void
kp_tags_begin (KpTags *self, KpTag tag, guint n_columns, const char *alt)
{
  const KpTag around = get_current (self)->tag;
  const gboolean is_part = around == KP_TAG_ARTIFACT || (is_leaf (around) && tag != KP_TAG_FIGURE && tag != KP_TAG_ARTIFACT);

  g_ptr_array_add (self->stack, is_part ? NULL : element_new (tag, n_columns, alt));
}

static guint32
number_of (KpTags *self, Element *element)
{
  if (element->number == 0)
    element->number = kp_pdf_output_reserve (self->output);
  return element->number;
}

static void
append_attributes (const Element *element, GString *out)
{
  g_autofree char *alt = element->alt != NULL ? kp_tags_dup_text (element->alt, strlen (element->alt)) : NULL;

  if (alt != NULL)
    g_string_append_printf (out, "/Alt %s\n", alt);
  if (element->tag == KP_TAG_HEAD_CELL)
    g_string_append (out, element->n_columns > 1 ? "/A <</O /Table /Scope /Row" : "/A <</O /Table /Scope /Column");
  else if (element->n_columns > 1)
    g_string_append (out, "/A <</O /Table");
  if (element->n_columns > 1)
    g_string_append_printf (out, " /ColSpan %u", element->n_columns);
  if (element->tag == KP_TAG_HEAD_CELL || element->n_columns > 1)
    g_string_append (out, ">>\n");
}

static void
write_object (KpTags *self, guint32 number, const GString *text)
{
  kp_pdf_output_begin (self->output, number);
  kp_pdf_output_append (self->output, text->str, text->len);
  kp_pdf_output_end (self->output);
}

static void
write_element (KpTags *self, Element *element, guint32 parent)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "<<\n/Type /StructElem\n/S /%s\n/P %u 0 R\n", names[element->tag], parent);
  if (element->page != 0)
    g_string_append_printf (out, "/Pg %u 0 R\n", element->page);
  append_attributes (element, out);
  if (element->kids->len > 0)
    g_string_append_printf (out, "/K [%s]\n", element->kids->str);
  g_string_append (out, ">>");
  write_object (self, number_of (self, element), out);
}

/* Empty cells count, or a row would have too few. */
static gboolean
is_worth_writing (const Element *element)
{
  return element->tag != KP_TAG_ARTIFACT &&
         (element->kids->len > 0 || element->tag == KP_TAG_HEAD_CELL || element->tag == KP_TAG_CELL);
}

/**
 * kp_tags_end:
 * @self: tags with an element begun
 *
 * Ends the innermost element and writes it; one without content is none.
 */
void
kp_tags_end (KpTags *self)
{
  Element *element = g_ptr_array_index (self->stack, self->stack->len - 1);

  if (element != NULL && is_worth_writing (element))
    {
      Element *parent = find_element (self, self->stack->len - 1);

      write_element (self, element, number_of (self, parent));
      g_string_append_printf (parent->kids, "%u 0 R ", element->number);
    }
  if (self->marked == element)
    self->marked = NULL;
  g_ptr_array_set_size (self->stack, (gint) self->stack->len - 1);
}

/**
 * kp_tags_begin_page:
 * @self: tags
 * @number: the page's own
 *
 * Marks go onto this page from now on.
 *
 * Returns: the page's place in the table from marks to elements
 */
guint
kp_tags_begin_page (KpTags *self, guint32 number)
{
  self->page = number;
  return self->pages->len;
}

/**
 * kp_tags_end_page:
 * @self: tags with a page begun and no mark open
 *
 * Writes which elements the page's marks belong to.
 */
void
kp_tags_end_page (KpTags *self)
{
  g_autoptr (GString) out = g_string_new ("[");
  const guint32 number = kp_pdf_output_reserve (self->output);

  for (guint i = 0; i < self->page_marks->len; i++)
    g_string_append_printf (out, "%u 0 R ", g_array_index (self->page_marks, guint32, i));
  g_string_append_c (out, ']');
  write_object (self, number, out);
  g_array_append_val (self->pages, number);
  g_array_set_size (self->page_marks, 0);
}

/* Notes the next mark of the page as the element's; gives its number on the page. */
static guint
add_mark (KpTags *self, Element *element)
{
  const guint id = self->page_marks->len;
  const guint32 number = number_of (self, element);

  g_array_append_val (self->page_marks, number);
  if (element->page == 0)
    element->page = self->page;
  if (element->page == self->page)
    g_string_append_printf (element->kids, "%u ", id);
  else
    g_string_append_printf (element->kids, "<</Type /MCR /Pg %u 0 R /MCID %u>> ", self->page, id);
  return id;
}

static Mark
find_mark (const Element *current, gboolean is_text)
{
  if (current->tag == KP_TAG_ARTIFACT)
    return MARK_PAGINATION;
  return current->tag == KP_TAG_FIGURE || (is_text && is_leaf (current->tag)) ? MARK_ELEMENT : MARK_LAYOUT;
}

/**
 * kp_tags_dup_open:
 * @self: tags with a page begun
 * @is_text: whether text is drawn next, or a path or a picture
 *
 * Returns: (transfer full) (nullable): the operators that end the mark before and begin the next one; %NULL when
 *   what is drawn belongs to the same
 */
char *
kp_tags_dup_open (KpTags *self, gboolean is_text)
{
  Element *current = get_current (self);
  const Mark mark = find_mark (current, is_text);
  const char *end = self->mark != MARK_NONE ? "EMC\n" : "";

  if (mark == self->mark && (mark != MARK_ELEMENT || current == self->marked))
    return NULL;
  self->mark = mark;
  self->marked = mark == MARK_ELEMENT ? current : NULL;
  switch (mark)
    {
    case MARK_ELEMENT:
      return g_strdup_printf ("%s/%s <</MCID %u>> BDC\n", end, names[current->tag], add_mark (self, current));
    case MARK_PAGINATION:
      return g_strconcat (end, "/Artifact <</Type /Pagination>> BDC\n", NULL);
    case MARK_LAYOUT:
    case MARK_NONE:
    default:
      return g_strconcat (end, "/Artifact <</Type /Layout>> BDC\n", NULL);
    }
}

/**
 * kp_tags_close:
 * @self: tags
 *
 * Returns: (transfer none) (nullable): the operator that ends the mark, if one is open
 */
const char *
kp_tags_close (KpTags *self)
{
  const gboolean is_open = self->mark != MARK_NONE;

  self->mark = MARK_NONE;
  self->marked = NULL;
  return is_open ? "EMC\n" : NULL;
}

static guint32
write_parents (KpTags *self)
{
  g_autoptr (GString) out = g_string_new ("<<\n/Nums [");
  const guint32 number = kp_pdf_output_reserve (self->output);

  for (guint i = 0; i < self->pages->len; i++)
    g_string_append_printf (out, "%u %u 0 R ", i, g_array_index (self->pages, guint32, i));
  g_string_append (out, "]\n>>");
  write_object (self, number, out);
  return number;
}

/**
 * kp_tags_write:
 * @self: tags of a document with all its pages
 *
 * Ends what is begun and writes the root.
 *
 * Returns: the root's number, for the catalog
 */
guint32
kp_tags_write (KpTags *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const guint32 parents = write_parents (self);
  guint32 document;

  while (self->stack->len > 1)
    kp_tags_end (self);
  document = number_of (self, g_ptr_array_index (self->stack, 0));
  write_element (self, g_ptr_array_index (self->stack, 0), self->root);
  g_string_append_printf (out, "<<\n/Type /StructTreeRoot\n/K [%u 0 R]\n/ParentTree %u 0 R\n/ParentTreeNextKey %u\n>>",
                          document, parents, self->pages->len);
  write_object (self, self->root, out);
  return self->root;
}
