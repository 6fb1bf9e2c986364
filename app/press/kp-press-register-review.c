/* kp-press-register-review.c – registers of registration and review: who applied, who passed, why not, what became of posts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-candidate.h"
#include "kp-id-number.h"
#include "kp-opening.h"
#include "kp-press-register-private.h"
#include "kp-qualify.h"
#include "kp-step-repost.h"
#include "kp-step-review.h"

/* What became of the applications for one post, or for all. */
typedef struct
{
  guint n;
  guint n_outcomes[KP_REVIEW_PENDING + 1]; /* by KpReviewOutcome */
  guint n_unseen;
  guint n_paid;
  guint places;
} Tally;

static void
count_dossier (Tally *tally, const KpDossier *dossier)
{
  KpReviewOutcome outcome;

  tally->n++;
  if (dossier->application->review != NULL && kp_review_outcome_parse (dossier->application->review, &outcome))
    tally->n_outcomes[outcome]++;
  else
    tally->n_unseen++;
  tally->n_paid += dossier->application->payment != NULL;
}

/* By the post that was applied for first: a re-post is no second application. */
static Tally
count_post (KpPress *press, const KpSchemePost *post)
{
  Tally tally = { .places = post->places };

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (g_str_equal (kp_dossier_get_first_post (dossier), post->code))
        count_dossier (&tally, dossier);
    }
  return tally;
}

static void
add_tally (Tally *sum, const Tally *tally)
{
  sum->n += tally->n;
  for (guint i = 0; i < G_N_ELEMENTS (sum->n_outcomes); i++)
    sum->n_outcomes[i] += tally->n_outcomes[i];
  sum->n_unseen += tally->n_unseen;
  sum->n_paid += tally->n_paid;
  sum->places += tally->places;
}

static const char *
format_count (KpPress *press, guint n)
{
  return kp_press_format (press, "%u", n);
}

/* "12.5∶1", cut and not rounded: a post that isn't quite at the ratio never looks as if it were. */
static const char *
format_ratio (KpPress *press, guint n, guint places)
{
  return places > 0 ? kp_press_format (press, "%u.%u∶1", n / places, n % places * 10 / places) : "—";
}

static const char *
get_street (KpPress *press, const char *post)
{
  const char *street = kp_press_get_street_name (press, post);

  return street != NULL ? street : "各街道";
}

/* ---- how many applied ---- */

static void
add_daily_row (KpRegisterBook *book, const KpSchemePost *post, const Tally *tally)
{
  KpPress *press = book->press;
  const guint n_open = tally->n_outcomes[KP_REVIEW_MORE] + tally->n_outcomes[KP_REVIEW_PENDING] + tally->n_unseen;

  kp_register_book_add (book, NULL,
                        (const char *const[]){
                            post != NULL ? post->code : "合计",
                            post != NULL ? post->name : NULL,
                            post != NULL ? get_street (press, post->code) : NULL,
                            format_count (press, tally->places),
                            format_count (press, tally->n),
                            format_count (press, tally->n_outcomes[KP_REVIEW_PASS]),
                            format_count (press, tally->n_outcomes[KP_REVIEW_FAIL]),
                            format_count (press, n_open),
                            press->scheme->registration.needs_payment ? format_count (press, tally->n_paid) : NULL,
                            format_ratio (press, tally->n_outcomes[KP_REVIEW_PASS], tally->places),
                        });
}

/** kp_register_fill_daily: each post with how many applied, passed and paid; all of them last. */
gboolean
kp_register_fill_daily (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;
  const char *until = kp_press_find_step_date (press, kp_step_get_name (KP_STEP_IMPORT_REGISTRATIONS));
  Tally sum = { .n = 0 };

  if (kp_roster_get_n_dossiers (press->roster) == 0)
    return TRUE;
  for (guint i = 0; i < press->scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (press->scheme->posts, i);
      const Tally tally = count_post (press, post);

      add_daily_row (book, post, &tally);
      add_tally (&sum, &tally);
    }
  add_daily_row (book, NULL, &sum);
  book->subtitle = until != NULL ? kp_press_format (press, "截至%s", until) : NULL;
  return TRUE;
}

/* ---- how the review came out ---- */

static GPtrArray *
load_findings (KpPress *press, GError **error)
{
  return kp_table_select (kp_session_get_database (press->session), &kp_finding_table,
                          kp_session_get_campaign (press->session), "AND moment = $2 ORDER BY application, condition",
                          KP_BINDS (KP_TEXT (KP_MOMENT_REVIEW)), error);
}

static gboolean
is_unmet (const KpFindingRecord *finding)
{
  return g_str_equal (finding->verdict, kp_verdict_get_name (KP_VERDICT_UNMET));
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The reason codes of a scheme with what they are about, once each: "R01年龄". */
static const char *const *
list_code_notes (KpRegisterBook *book, const char *before)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new ("理由代码：");
  const char **notes = kp_press_keep (press, g_new0 (const char *, 3));
  guint n = 0;

  for (guint i = 0; i < press->scheme->posts->len; i++)
    {
      g_autoptr (GPtrArray) asked = kp_qualify_list_requirements (press->scheme, g_ptr_array_index (press->scheme->posts, i));

      for (guint k = 0; k < asked->len; k++)
        {
          const KpRequirement *requirement = g_ptr_array_index (asked, k);
          const char *code = requirement->reason == NULL ? NULL
                                                         : kp_press_format (press, "%s%s", requirement->reason, requirement->label);

          if (code != NULL && !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
            g_ptr_array_add (codes, (gpointer) code);
        }
    }
  g_ptr_array_sort (codes, compare_texts);
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "；" : "", (const char *) g_ptr_array_index (codes, i));
  g_string_append (text, "。一人有几项不符合的，每项各计一次。");
  if (before != NULL)
    notes[n++] = before;
  notes[n] = kp_press_format (press, "%s", text->str);
  return notes;
}

/* "R01 12次，R02 3次" of one post, or of all. */
static const char *
count_reasons (KpPress *press, GPtrArray *findings, const KpSchemePost *post)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const KpFindingRecord *finding = g_ptr_array_index (findings, i);
      const KpDossier *dossier = kp_roster_find_application (press->roster, finding->application);

      if (is_unmet (finding) && finding->reason != NULL && dossier != NULL
          && (post == NULL || g_str_equal (kp_dossier_get_first_post (dossier), post->code)))
        g_ptr_array_add (codes, (gpointer) finding->reason);
    }
  g_ptr_array_sort (codes, compare_texts);
  for (guint i = 0, end = 0; i < codes->len; i = end)
    {
      const char *code = g_ptr_array_index (codes, i);

      for (end = i; end < codes->len && g_str_equal (code, g_ptr_array_index (codes, end));)
        end++;
      g_string_append_printf (text, "%s%s×%u", i > 0 ? "、" : "", code, end - i);
    }
  return text->len > 0 ? kp_press_format (press, "%s", text->str) : NULL;
}

static void
add_review_row (KpRegisterBook *book, const KpSchemePost *post, const Tally *tally, GPtrArray *findings)
{
  KpPress *press = book->press;

  kp_register_book_add (book, NULL,
                        (const char *const[]){
                            post != NULL ? post->code : "合计",
                            post != NULL ? post->name : NULL,
                            format_count (press, tally->places),
                            format_count (press, tally->n),
                            format_count (press, tally->n_outcomes[KP_REVIEW_PASS]),
                            format_count (press, tally->n_outcomes[KP_REVIEW_FAIL]),
                            format_count (press, tally->n_outcomes[KP_REVIEW_MORE]),
                            format_count (press, tally->n_outcomes[KP_REVIEW_PENDING]),
                            format_count (press, tally->n_unseen),
                            count_reasons (press, findings, post),
                        });
}

/** kp_register_fill_review: each post with how its review came out and the codes of the reasons; all of them last. */
gboolean
kp_register_fill_review (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) findings = load_findings (press, error);
  Tally sum = { .n = 0 };

  if (findings == NULL)
    return FALSE;
  if (findings->len == 0)
    return TRUE;
  for (guint i = 0; i < press->scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (press->scheme->posts, i);
      const Tally tally = count_post (press, post);

      add_review_row (book, post, &tally, findings);
      add_tally (&sum, &tally);
    }
  add_review_row (book, NULL, &sum, findings);
  book->notes = list_code_notes (book, NULL);
  return TRUE;
}

/* Who decided, in the words of the office: what the facts alone give, nobody decided. */
static const char *
get_reviewer (const KpFindingRecord *finding)
{
  return finding->reviewer == NULL || g_str_equal (finding->reviewer, "rule") ? "按条件核对" : finding->reviewer;
}

/** kp_register_fill_unfit: a row for each condition that somebody doesn't meet, under the post. */
gboolean
kp_register_fill_unfit (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) findings = load_findings (press, error);

  if (findings == NULL)
    return FALSE;
  for (guint p = 0; p < press->scheme->posts->len; p++)
    {
      const KpSchemePost *post = g_ptr_array_index (press->scheme->posts, p);

      for (guint i = 0; i < findings->len; i++)
        {
          const KpFindingRecord *finding = g_ptr_array_index (findings, i);
          const KpDossier *dossier = kp_roster_find_application (press->roster, finding->application);

          if (!is_unmet (finding) || dossier == NULL || !g_str_equal (dossier->application->post, post->code)
              || g_strcmp0 (dossier->application->review, kp_review_outcome_get_name (KP_REVIEW_FAIL)) != 0)
            continue;
          kp_register_book_add (book, kp_press_get_post (press, post->code),
                                (const char *const[]){
                                    finding->application,
                                    dossier->person->name,
                                    kp_press_keep (press, kp_id_number_mask (dossier->person->id_number)),
                                    finding->reason,
                                    finding->sentence,
                                    get_reviewer (finding),
                                    dossier->application->reviewed_on,
                                });
        }
    }
  book->notes = list_code_notes (book, "内部资料，不得公开张贴；不合格的理由只书面告知本人。");
  return TRUE;
}

/* ---- appeals ---- */

/* What the third person decided: the last judgement at that level. */
static const KpJudgementRecord *
find_answer (GPtrArray *judgements, const char *application)
{
  const KpJudgementRecord *found = NULL;

  for (guint i = 0; i < judgements->len; i++)
    {
      const KpJudgementRecord *judgement = g_ptr_array_index (judgements, i);

      if (g_str_equal (judgement->application, application))
        found = judgement;
    }
  return found;
}

static void
add_appeal (KpRegisterBook *book, const KpReviewTerm *term, const KpJudgementRecord *answer)
{
  KpPress *press = book->press;
  const KpDossier *dossier = kp_roster_find_application (press->roster, term->application);
  g_autofree char *asked = kp_date_dup_iso (term->appealed_on);
  g_autofree char *until
      = kp_date_is_none (term->deadlines.answer_to) ? NULL : kp_date_dup_iso (term->deadlines.answer_to);

  kp_register_book_add (book, NULL,
                        (const char *const[]){
                            dossier->application->application,
                            dossier->person->name,
                            dossier->application->post,
                            kp_review_outcome_get_chinese (KP_REVIEW_FAIL),
                            kp_press_format (press, "%s", asked),
                            until != NULL ? kp_press_format (press, "%s", until) : NULL,
                            NULL,
                            answer != NULL ? answer->note : NULL,
                            answer != NULL ? answer->reviewer : NULL,
                            answer != NULL ? answer->decided_on : NULL,
                            answer != NULL ? kp_review_outcome_get_chinese (term->outcome) : "待处理",
                        });
}

/** kp_register_fill_appeals: everybody who appealed, until when an answer is due, and what it was. */
gboolean
kp_register_fill_appeals (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) judgements = kp_table_select (
      kp_session_get_database (press->session), &kp_judgement_table, kp_session_get_campaign (press->session),
      "AND moment = $2 AND level = 3 ORDER BY application, condition", KP_BINDS (KP_TEXT (KP_MOMENT_REVIEW)), error);
  g_autoptr (GPtrArray) terms = judgements != NULL ? kp_step_review_list_terms (press->session, error) : NULL;

  if (terms == NULL)
    return FALSE;
  for (guint i = 0; i < terms->len; i++)
    {
      const KpReviewTerm *term = g_ptr_array_index (terms, i);

      if (!kp_date_is_none (term->appealed_on))
        add_appeal (book, term, find_answer (judgements, term->application));
    }
  return TRUE;
}

/* ---- posts that have too few ---- */

/* What happened to a post, in one word; NULL for one that opens as planned. */
static const char *
get_cut (const KpPostRecord *post)
{
  if (g_str_equal (post->state, KP_POST_CANCELLED))
    return "取消";
  if (g_str_equal (post->state, KP_POST_INTERVIEW_ONLY))
    return "免笔试";
  return post->opened < post->planned ? "核减" : post->opened > post->planned ? "调入" : NULL;
}

/* Until when another post may be chosen is only said where that is allowed. */
static gboolean
set_cut_lead (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (KpRepostWindow) window = kp_repost_load_window (press->session, press->roster, error);
  KpWordingValue until = { "改报截止日期", NULL, TRUE };

  if (window == NULL)
    return FALSE;
  until.value = kp_press_format_date (press, window->until);
  return kp_register_set_lead (book, &until, 1, error);
}

/** kp_register_fill_cuts: the posts that don't open as planned, with the announcement. */
gboolean
kp_register_fill_cuts (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;

  for (guint i = 0; i < press->posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (press->posts, i);
      const char *cut = get_cut (post);

      if (cut != NULL && post->opened_on != NULL)
        kp_register_book_add (book, NULL,
                              (const char *const[]){
                                  post->post,
                                  kp_press_get_post_name (press, post->post),
                                  get_street (press, post->post),
                                  kp_press_format_count (press, post->planned),
                                  format_count (press, kp_opening_count_applicants (press->roster, press->scheme, post->post)),
                                  cut,
                                  kp_press_format_count (press, post->opened),
                              });
    }
  if (book->groups->len == 0)
    return TRUE;
  book->table_title = "岗位核减、取消情况表";
  return set_cut_lead (book, error);
}

/** kp_register_fill_reposts: who chose another post, and which. */
gboolean
kp_register_fill_reposts (KpRegisterBook *book, GError **error G_GNUC_UNUSED)
{
  KpPress *press = book->press;

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (dossier->application->reposted_on == NULL)
        continue;
      kp_register_book_add (book, NULL,
                            (const char *const[]){
                                dossier->application->application,
                                dossier->person->name,
                                kp_press_get_post (press, kp_dossier_get_first_post (dossier)),
                                kp_press_get_post (press, dossier->application->post),
                                dossier->application->reposted_on,
                                NULL,
                                NULL,
                                NULL,
                            });
    }
  return TRUE;
}
