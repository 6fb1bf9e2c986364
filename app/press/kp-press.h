/* kp-press.h – the papers of a campaign: from the record, by the forms, to bytes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-font-set.h"
#include "kp-pdf-lock.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* In the order of a campaign. */
typedef enum
{
  KP_PRESS_NOTICE,
  KP_PRESS_TICKETS,
  KP_PRESS_DOORS,
  KP_PRESS_DESKS,
  KP_PRESS_SIGN_IN,
  KP_PRESS_SEATS,
  KP_PRESS_MARKS,
  KP_PRESS_SHORTLIST,
  KP_PRESS_DRAWS,
  KP_PRESS_PANELS,
  KP_PRESS_INTERVIEW_SIGN_IN,
  KP_PRESS_INTERVIEW,
  KP_PRESS_TOTALS,
  KP_PRESS_PUBLICITY,
  KP_PRESS_CONTRACTS,
  KP_PRESS_INCIDENT_RECORDS, /* after the rest: few campaigns have any */
  KP_PRESS_INCIDENT_NOTICES,
  KP_PRESS_INCIDENT_DECISIONS,
  KP_PRESS_INCIDENT_LIST,
  KP_PRESS_RECHECKS,
  KP_PRESS_RECHECK_NOTICES,
  KP_PRESS_HEATS, /* few campaigns test before the interview, too */
  KP_PRESS_SUPPLEMENT,
  KP_PRESS_ROOM_REPORTS,
  KP_PRESS_SCORE_SHEETS,
  KP_PRESS_SCORE_FORMS,
  KP_PRESS_DAILY, /* registers: see kp-press-register.c */
  KP_PRESS_REVIEW_SUMMARY,
  KP_PRESS_UNFIT,
  KP_PRESS_APPEALS,
  KP_PRESS_CUTS,
  KP_PRESS_REPOSTS,
  KP_PRESS_ROOM_PLAN,
  KP_PRESS_HANDOVER,
  KP_PRESS_ENTRIES,
  KP_PRESS_ORIGINALS,
  KP_PRESS_SUBSTITUTES,
  KP_PRESS_CONTACTS,
  KP_PRESS_CUSTODY,
  KP_PRESS_NUMBERS,
  KP_PRESS_PHYSICAL,
  KP_PRESS_BACKGROUND,
  KP_PRESS_SURVEYS,
  KP_PRESS_HEADCOUNT,
  KP_PRESS_PLAN,
  KP_PRESS_BONUS_REVIEW,
  KP_PRESS_BONUS_NOTICE,
  KP_PRESS_FIGURES,
  KP_PRESS_ARRIVALS,
  KP_PRESS_RECEIPTS,
  KP_PRESS_STAFF,
  KP_PRESS_INSURED,
  KP_PRESS_PHYSICAL_LIST,
  KP_PRESS_INQUIRY,
  KP_PRESS_CORRECTIONS,
  KP_PRESS_ARCHIVE,
  KP_PRESS_RESULTS,
  KP_PRESS_STRUCTURE,
  KP_PRESS_JOURNAL,
  KP_PRESS_CONTENTS,
  KP_PRESS_CHOICES,
  KP_PRESS_OBJECTIONS,
  KP_PRESS_DEPARTURES,
  KP_PRESS_ELIGIBILITY,
  KP_PRESS_LEFTOVERS,
  KP_PRESS_FUNDING,
  KP_PRESS_GRADES,
  KP_PRESS_FILES,
  KP_PRESS_PROOFS,
  KP_PRESS_ERASURES,
  KP_PRESS_REGISTRATION_FORMS, /* papers about one person: see kp-press-record.c */
  KP_PRESS_REVIEW_FORMS,
  KP_PRESS_APPROVAL_FORMS,
  KP_PRESS_BACKGROUND_FORMS,
  KP_PRESS_CONDITION_FORMS,
  KP_PRESS_DUTY_FORMS,
  KP_PRESS_MENTOR_FORMS,
  KP_PRESS_NOTE_FORMS,
  KP_PRESS_MIDTERM_FORMS,
  KP_PRESS_ASSESSMENT_FORMS,
  KP_PRESS_SURVEY_FORMS,
  KP_PRESS_AGREEMENT_FORMS,
  KP_PRESS_LETTER_UNQUALIFIED, /* letters, each to one person: see kp-press-letters.c */
  KP_PRESS_LETTER_SUPPLEMENT,
  KP_PRESS_LETTER_INTERVIEW,
  KP_PRESS_LETTER_SUBSTITUTE,
  KP_PRESS_LETTER_MARK,
  KP_PRESS_LETTER_PHYSICAL,
  KP_PRESS_LETTER_HIRE,
  KP_PRESS_LETTER_WAIVER,
  KP_PRESS_LETTER_CONSENT,
  KP_PRESS_LETTER_SERVICE,
  KP_PRESS_LETTER_PLEDGE,
  KP_PRESS_LETTER_PRIVACY,
  KP_PRESS_LETTER_RECEIPT,
  KP_PRESS_LETTER_RECUSAL,
  KP_PRESS_LETTER_RETEST,
  KP_PRESS_LETTER_OBJECTION,
  KP_PRESS_LETTER_CONFIRM,
  KP_PRESS_LETTER_UNION,
  KP_PRESS_LETTER_TERMINATE,
  KP_PRESS_LETTER_ENDED,
  KP_PRESS_LETTER_RECHECK,
  KP_PRESS_LETTER_EXPIRY,
  KP_PRESS_LETTER_RENEW,
  KP_PRESS_LETTER_CHANGE,
  KP_PRESS_LETTER_HANDING,
  KP_PRESS_LETTER_TRANSFER,
  KP_PRESS_LETTER_AGREEMENT,
  KP_PRESS_LETTER_YEARS,
  KP_PRESS_LETTER_GRADE,
  KP_PRESS_N_FORMS,
} KpPressForm;

#define KP_PRESS_ERROR (kp_press_error_quark ())
GQuark kp_press_error_quark (void);

typedef enum
{
  KP_PRESS_ERROR_NOTHING, /* the campaign isn't that far, or nothing fits the filter */
  KP_PRESS_ERROR_PART,    /* the form isn't one of rooms or of persons */
  KP_PRESS_ERROR_WEB,     /* the form isn't one that is published */
  KP_PRESS_ERROR_LEAK,    /* what is to be published holds an ID number or a phone */
} KpPressError;

/* How a form is divided into files. */
typedef enum
{
  KP_PRESS_WHOLE,
  KP_PRESS_EACH_ROOM,
  KP_PRESS_EACH_PERSON,
} KpPressPart;

typedef struct
{
  const char *folder;
  const char *only; /* (nullable): only what has this number */
  KpPressPart part;
  const KpPdfLock *lock; /* (nullable): with a password or without some permission */
  gboolean is_web;       /* published lists: beside it what it shows as .html and .xlsx */
  gboolean is_archive;   /* PDF/A-2b; never with a lock */
} KpPressTarget;

const char *kp_press_form_get_name (KpPressForm form);    /* "tickets" */
const char *kp_press_form_get_chinese (KpPressForm form); /* "笔试准考证" */
const char *kp_press_form_get_summary (KpPressForm form); /* "One for each candidate of the written exam." */
KpStage kp_press_form_get_stage (KpPressForm form);
gboolean kp_press_form_is_published (KpPressForm form); /* a list for everybody, with names masked */
gboolean kp_press_form_is_register (KpPressForm form);  /* says how far things are */
gboolean kp_press_form_goes_by_day (KpPressForm form);  /* a register that says something else the day after */
gboolean kp_press_form_is_rare (KpPressForm form);
gboolean kp_press_form_is_alone (KpPressForm form);       /* takes as long as all others and is no part of them */
char *kp_press_form_dup_file_name (KpPressForm form);     /* "002-笔试准考证.pdf" */
gboolean kp_press_form_is_letter (KpPressForm form);      /* to those whom it concerns, who may be nobody */
gboolean kp_press_letter_is_blank (KpPressForm form);     /* filled in by hand */
gboolean kp_press_form_parse (const char *name, KpPressForm *out);

KpFontSet *kp_press_open_fonts (GError **error);
GBytes *
kp_press_make (KpSession *session, KpPressForm form, KpFontSet *fonts, const char *filter, GError **error);

/* The paper on which a county's own text stands, before there is anybody to print it for. */
GBytes *kp_press_make_sample (KpSession *session, const char *wording, KpFontSet *fonts, GError **error);

/* Draws into files, in constant memory unless they are locked; the paths (char *) of those that were written. */
GPtrArray *kp_press_save (
    KpSession *session, KpPressForm form, KpFontSet *fonts, const KpPressTarget *target, GError **error);

/* Secret numbers beside seats, for the sealing staff: for kp_step_note_secret_print()'s callers alone. */
GBytes *kp_press_make_secret (KpSession *session, KpFontSet *fonts, const char *paper, gboolean wants_labels, GError **error);

/* Names and numbers of one room while they are sealed: for kp_step_note_envelope()'s callers alone. */
GBytes *kp_press_make_envelope (KpSession *session, KpFontSet *fonts, guint room, GError **error);

G_END_DECLS
