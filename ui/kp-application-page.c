/* kp-application-page.c – one application: facts, findings, and how each result came about.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-application-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-application-row.h"
#include "kp-children.h"
#include "kp-explain.h"
#include "kp-fact.h"
#include "kp-id-number.h"
#include "kp-line-row.h"
#include "kp-qualify.h"
#include "kp-review-point-row.h"
#include "kp-roster.h"
#include "kp-step-photo.h"

#define REVIEW_STAGE "资格审查"
#define PHONE_PLACES 11

struct _KpApplicationPage
{
  AdwBin parent_instance;

  GtkPicture *photo;
  GtkLabel *name;
  GtkLabel *post;
  GtkLabel *review;
  GtkFlowBox *facts;
  GtkListBox *findings;
  GtkListBox *lines;
  GtkWidget *findings_box;
  GtkWidget *lines_box;
  GtkSpinner *spinner;
  GtkLabel *problem;
  GtkScrolledWindow *scroller;

  GCancellable *cancellable;
  KpCampaign *campaign;
  char *application;
};

G_DEFINE_FINAL_TYPE (KpApplicationPage, kp_application_page, ADW_TYPE_BIN)

/* What the record keeps of one person: there at once. How the results came about is computed anew, which takes longer. */
typedef struct
{
  KpRoster *roster;    /* of one */
  GPtrArray *findings; /* KpFindingRecord */
  GBytes *jpeg;        /* (nullable) */
} Kept;

static void
kept_free (Kept *kept)
{
  g_clear_pointer (&kept->roster, kp_roster_free);
  g_clear_pointer (&kept->findings, g_ptr_array_unref);
  g_clear_pointer (&kept->jpeg, g_bytes_unref);
  g_free (kept);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kept, kept_free)

static gpointer
read_kept (KpSession *session,
           gpointer application,
           GError **error)
{
  g_autoptr (Kept) kept = g_new0 (Kept, 1);
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);

  kept->roster = kp_roster_load_of (db, campaign, application, error);
  if (kept->roster == NULL)
    return NULL;
  kept->findings = kp_table_select (db, &kp_finding_table, campaign, "AND application = $2 ORDER BY condition",
                                    KP_BINDS (KP_TEXT (application)), error);
  if (kept->findings == NULL || !kp_photo_find (session, application, &kept->jpeg, error))
    return NULL;
  return g_steal_pointer (&kept);
}

static gpointer
read_derivation (KpSession *session,
                 gpointer application,
                 GError **error)
{
  g_autofree char *title = NULL;

  return kp_explain_application (session, application, &title, error);
}

static KpVerdict
parse_verdict (const char *name)
{
  KpVerdict verdict = KP_VERDICT_BY_HAND;

  kp_verdict_parse (name, &verdict);
  return verdict;
}

static const char *
find_requirement_label (GPtrArray *requirements,
                        const char *id)
{
  for (guint i = 0; i < requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (requirements, i);

      if (g_str_equal (requirement->id, id))
        return requirement->label;
    }
  return id;
}

static void
show_findings (KpApplicationPage *self,
               const KpDossier *dossier,
               GPtrArray *findings)
{
  const KpScheme *scheme = kp_campaign_get_scheme (self->campaign);
  const KpSchemePost *post = kp_scheme_get_post (scheme, dossier->application->post);
  g_autoptr (GPtrArray) requirements = kp_qualify_list_requirements (scheme, post);

  for (guint i = 0; i < findings->len; i++)
    {
      const KpFindingRecord *finding = g_ptr_array_index (findings, i);
      const KpVerdict verdict = parse_verdict (finding->verdict);
      g_autofree char *sentence = g_strjoin (" ", finding->sentence, finding->clause, NULL);
      GtkWidget *line = kp_line_row_new (kp_verdict_get_icon (verdict),
                                     find_requirement_label (requirements, finding->condition), sentence,
                                     kp_verdict_get_chinese (verdict));

      gtk_widget_add_css_class (line, kp_verdict_get_style (verdict));
      gtk_list_box_append (self->findings, line);
    }
  gtk_widget_set_visible (self->findings_box, findings->len > 0);
}

/* The review's lines are shown as findings already. */
static void
show_lines (KpApplicationPage *self,
            GPtrArray *lines)
{
  gboolean has_lines = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const KpExplanation *line = g_ptr_array_index (lines, i);
      g_autofree char *caption = NULL;
      g_autofree char *why = NULL;
      GtkWidget *row;

      if (g_str_equal (line->stage, REVIEW_STAGE) && line->source != KP_EXPLANATION_DIFFERS)
        continue;
      caption = g_strdup_printf ("%s · %s", line->stage, line->label);
      why = g_strjoin (" ", line->why, *line->clause != '\0' ? line->clause : NULL, NULL);
      row = kp_line_row_new (line->source == KP_EXPLANATION_DIFFERS ? "dialog-warning-symbolic" : NULL, caption, why,
                             line->result);
      if (line->source == KP_EXPLANATION_DIFFERS)
        gtk_widget_add_css_class (row, "warning");
      gtk_list_box_append (self->lines, row);
      has_lines = TRUE;
    }
  gtk_widget_set_visible (self->lines_box, has_lines);
}

static void
add_fact (KpApplicationPage *self,
          const char *caption,
          const char *value)
{
  gtk_flow_box_append (self->facts, kp_fact_new (caption, value));
}

/* 139****0001 */
static char *
dup_masked_phone (const char *phone)
{
  if (phone == NULL || strlen (phone) != PHONE_PLACES)
    return g_strdup (phone != NULL && *phone != '\0' ? "****" : NULL);
  return g_strdup_printf ("%.3s****%s", phone, phone + PHONE_PLACES - 4);
}

static char *
dup_seat (const KpSeatRecord *seat)
{
  if (seat == NULL)
    return NULL;
  return g_strdup_printf (_("site %s, room %u, seat %u"), seat->site, (guint) seat->room, (guint) seat->seat);
}

static void
show_facts (KpApplicationPage *self,
            const KpDossier *dossier)
{
  const KpPersonRecord *person = dossier->person;
  g_autofree char *id_number = kp_id_number_mask (person->id_number);
  g_autofree char *phone = dup_masked_phone (person->phone);
  g_autofree char *seat = dup_seat (dossier->seat);

  add_fact (self, _("Registration no."), dossier->application->application);
  add_fact (self, _("Sex"), person->sex);
  add_fact (self, _("Date of birth"), person->birth);
  add_fact (self, _("ID number"), id_number);
  add_fact (self, _("Phone"), phone);
  add_fact (self, _("Political status"), person->political);
  add_fact (self, _("Education"), person->education);
  add_fact (self, _("Degree"), person->degree);
  add_fact (self, _("Major"), person->major);
  add_fact (self, _("School"), person->school);
  add_fact (self, _("Graduated"), person->graduated);
  add_fact (self, _("Certificate"), person->certificate);
  add_fact (self, _("Veteran"), person->is_veteran ? _("yes") : _("no"));
  add_fact (self, _("Grid staff since"), person->grid_since);
  add_fact (self, _("Ticket no."), dossier->seat != NULL ? dossier->seat->ticket : NULL);
  add_fact (self, _("Seat"), seat);
  add_fact (self, _("Remark"), dossier->application->remark);
}

/* Somebody else is shown meanwhile, or the page is gone. */
static gboolean
is_outdated (KpApplicationPage *self,
             GAsyncResult *result)
{
  return g_task_get_cancellable (G_TASK (result)) != self->cancellable;
}

static void
complain (KpApplicationPage *self,
          const GError *error)
{
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
}

static void
on_derivation_read (GObject *source,
                    GAsyncResult *result,
                    gpointer data)
{
  g_autoptr (KpApplicationPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  if (is_outdated (self, result))
    return;
  complain (self, error);
  if (lines != NULL)
    show_lines (self, lines);
}

/* Who has none has no place for one either. */
static void
show_photo (KpApplicationPage *self,
            GBytes *jpeg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = jpeg != NULL ? gdk_texture_new_from_bytes (jpeg, &error) : NULL;

  gtk_picture_set_paintable (self->photo, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->photo), texture != NULL);
  if (error != NULL)
    complain (self, error);
}

static void
on_kept_read (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (KpApplicationPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Kept) kept = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  const KpDossier *dossier;

  if (is_outdated (self, result))
    return;
  dossier = kept != NULL ? kp_roster_find_application (kept->roster, self->application) : NULL;
  if (dossier == NULL)
    {
      complain (self, error);
      return;
    }
  show_photo (self, kept->jpeg);
  show_facts (self, dossier);
  show_findings (self, dossier, kept->findings);
  kp_campaign_work_async (self->campaign, read_derivation, g_strdup (self->application), g_free,
                          (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_derivation_read, g_object_ref (self));
}

static void
kp_application_page_dispose (GObject *object)
{
  KpApplicationPage *self = KP_APPLICATION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->application, g_free);
  G_OBJECT_CLASS (kp_application_page_parent_class)->dispose (object);
}

static void
kp_application_page_class_init (KpApplicationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_application_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-application-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, photo);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, name);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, post);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, review);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, facts);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, findings);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, lines);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, findings_box);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, lines_box);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, problem);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationPage, scroller);
}

static void
kp_application_page_init (KpApplicationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
clear (KpApplicationPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  kp_children_clear (GTK_WIDGET (self->facts));
  kp_children_clear (GTK_WIDGET (self->findings));
  kp_children_clear (GTK_WIDGET (self->lines));
  gtk_widget_set_visible (self->findings_box, FALSE);
  gtk_widget_set_visible (self->lines_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  show_photo (self, NULL);
}

/** kp_application_page_show: shows one application of @campaign; a worker reads what the record knows of it. */
void
kp_application_page_show (KpApplicationPage *page,
                          KpCampaign *campaign,
                          const char *application)
{
  KpApplicationIndex *index = kp_campaign_get_index (campaign);
  const KpApplicationLine *line;
  g_autofree char *post = NULL;
  guint number = 0;
  const gboolean is_there = kp_application_index_find (index, application, &number);

  g_return_if_fail (is_there);

  clear (page);
  g_set_object (&page->campaign, campaign);
  g_free (page->application);
  page->application = g_strdup (application);
  line = kp_application_index_get_line (index, number);
  post = kp_campaign_dup_post_label (campaign, line->post);
  gtk_label_set_label (page->name, line->name);
  gtk_label_set_label (page->post, post);
  gtk_label_set_label (page->review, kp_review_get_word (line->review));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (page->scroller), 0);

  page->cancellable = g_cancellable_new ();
  gtk_spinner_start (page->spinner);
  kp_campaign_work_async (campaign, read_kept, g_strdup (application), g_free, (GDestroyNotify) kept_free,
                          page->cancellable, on_kept_read, g_object_ref (page));
}

/** kp_application_page_get_application: whose registration number is shown; NULL before the first. */
const char *
kp_application_page_get_application (KpApplicationPage *page)
{
  return page->application;
}

/** kp_application_page_is_busy: whether the derivation is still being read. */
gboolean
kp_application_page_is_busy (KpApplicationPage *page)
{
  return gtk_spinner_get_spinning (page->spinner);
}
