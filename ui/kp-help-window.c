/* kp-help-window.c – what the pages of the window are for, and how one works in them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-help-window.h"

#include <glib/gi18n-lib.h>

#define MAX_PARAGRAPHS 6

struct _KpHelpWindow
{
  AdwWindow parent_instance;

  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (KpHelpWindow, kp_help_window, ADW_TYPE_WINDOW)

typedef struct
{
  const char *name; /* of the page of the window */
  const char *title;
  const char *paragraphs[MAX_PARAGRAPHS];
} Topic;

static const Topic topics[] = {
  { "campaign",
    N_("Overview"),
    { N_("At the left stand the stages of the campaign: what is done, what comes next, and what blocks the rest. Choosing one "
         "shows its work."),
      N_("The frame above the table says what is to be done now and which questions are open; “Go there” leads to it."),
      N_("The table shows for each post how many applied, passed, have a seat, and are hired. Enter on a line shows the "
         "applicants of that post.") } },
  { "work",
    N_("Work"),
    { N_("Each line is one step of the stage. It asks for what it needs, is carried out in the background, and shows what was "
         "done and what was not."),
      N_("A step is done whole or not at all: when it is refused, nothing has changed, and the sentence says what to do."),
      N_("Everything that changes the record stands in its journal with the name of who did it. Where two people are asked "
         "for, one can't stand in for both.") } },
  { "review",
    N_("Review"),
    { N_("Review by the rules first: every condition that the registration can show is decided by the scheme. What only a "
         "person can judge lies in the first pile."),
      N_("Choose a person in the list. At the right stand the facts and each condition with the sentence of the notice, what "
         "was stated, and the finding."),
      N_("P, M and F decide the selected condition: fulfilled, more papers, not fulfilled. The sentence that the candidate is "
         "told is proposed and can be changed; Enter records it, Escape leaves it. Digits choose another condition, N and B "
         "another person."),
      N_("Where the scheme has two levels, a second person sees in the second pile what others decided alone: C confirms it, "
         "and P, M or F decides otherwise. Write your own name above the list first."),
      N_("What a person decided can be set right by that person until the posts are opened; then only appeals are decided, by "
         "somebody who hasn't decided before.") } },
  { "seats",
    N_("Seats"),
    { N_("Each room as it stands, the lectern in front: number of the seat, post, and the end of the ticket. An exclamation mark "
         "stands on neighbours of one post, household or employer."),
      N_("Choose a seat and then another one, or drag the one onto the other; with the reason and who orders it the two "
         "change, and lists that were printed before are void. Page Down shows the next room.") } },
  { "marks",
    N_("Marks"),
    { N_("Choose the paper, which of the two entries you make, and the room whose scripts lie before you. Seats or secret "
         "numbers stand there, and no name."),
      N_("Type a mark and Enter; * means absent, / a breach, - goes back: the number keys are enough. Each mark is saved by "
         "itself. What can't be a mark stays, with a sentence."),
      N_("After the last script type the total of the paper sheet: when it differs from what was typed, one mark is wrong."),
      N_("The second entry is made by somebody else and shows nothing of the first. What differs is resolved by a third person "
         "with the script in hand; write down on which page or scan it was read."),
      N_("F8 opens the window of an interview room: numbers instead of names, the examiners' marks with the extremes struck and "
         "the mean worked out, the check by two people, the slip, and a second window for the projector.") } },
  { "applications",
    N_("Applicants"),
    { N_("The search finds parts of a name, pinyin or its initials, registration and ticket numbers, phones and the end of an "
         "ID number."),
      N_("Click on a heading to sort; names sort by pinyin with the readings of surnames, or by strokes. The menu at the right "
         "chooses the columns."),
      N_("Select rows with Shift or Ctrl and copy them with Ctrl+C into a spreadsheet, or save the whole list as it is "
         "shown. ID numbers stay masked."),
      N_("Enter shows one person: the facts, the findings, and how each result came about.") } },
  { "workers",
    N_("Contracts"),
    { N_("The contracts stand street by street, each with what is due next. 1 shows the list, 2 the board of the probations: one "
         "row for each worker, one column for each link of the chain."),
      N_("At the side stands what may be done now, with the key beside it. What the law or the scheme doesn't allow today is "
         "greyed, with the sentence that says why; after the last day of the probation nobody is terminated for failing it."),
      N_("The menu at the right records what a whole street shares at once, such as the notes of a month. The printer at the side "
         "makes the papers of one contract.") } },
  { "print",
    N_("Print"),
    { N_("Choose a form: what the printer gets is what you see. A form is greyed as long as there is nothing to print on it."),
      N_("Every published list bears the digest of the scheme, so that anyone can check that paper and record agree.") } },
};

static GtkWidget *
make_page (const Topic *topic)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_(topic->title));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < MAX_PARAGRAPHS && topic->paragraphs[i] != NULL; i++)
    {
      GtkWidget *paragraph = gtk_label_new (_(topic->paragraphs[i]));

      gtk_label_set_xalign (GTK_LABEL (paragraph), 0);
      gtk_label_set_wrap (GTK_LABEL (paragraph), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (paragraph), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (box), paragraph);
    }
  gtk_widget_add_css_class (box, "help");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static gboolean
close_on_key (GtkWidget *widget,
              GVariant *args G_GNUC_UNUSED,
              gpointer data G_GNUC_UNUSED)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
kp_help_window_class_init (KpHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KpHelpWindow, pages);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_on_key, NULL);
}

static void
kp_help_window_init (KpHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    gtk_stack_add_titled (self->pages, make_page (&topics[i]), topics[i].name, _(topics[i].title));
}

/** kp_help_window_new: beside @parent, so that one can read and work; owned by GTK like every window. */
KpHelpWindow *
kp_help_window_new (GtkWindow *parent)
{
  return g_object_new (KP_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
}

/** kp_help_window_show_page: what there is on that page of the window; on one without help, the first. */
void
kp_help_window_show_page (KpHelpWindow *help,
                          const char *page)
{
  if (page != NULL && gtk_stack_get_child_by_name (help->pages, page) != NULL)
    gtk_stack_set_visible_child_name (help->pages, page);
}
