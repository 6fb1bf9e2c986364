/* kp-works-table.c – the works of each stage, in the order in which they are usually done.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-works.h"

#define NO_FIELDS { { .kind = KP_WORK_NONE } }
#define ANY_TIME ((KpStage) KP_N_STAGES)

/* ---- fields that many of them have ---- */

#define TEXT(option, label, hint) { KP_WORK_TEXT, (option), (label), (hint), NULL, FALSE }
#define TEXT_MAYBE(option, label, hint) { KP_WORK_TEXT, (option), (label), (hint), NULL, TRUE }
#define CHOICE(option, label, choices) { KP_WORK_CHOICE, (option), (label), NULL, (choices), FALSE }
#define SWITCH(option, label, hint) { KP_WORK_SWITCH, (option), (label), (hint), NULL, TRUE }
#define FILE_OF(option, label) { KP_WORK_FILE, (option), (label), NULL, NULL, FALSE }
#define POST { KP_WORK_POST, NULL, N_ ("Post"), NULL, NULL, FALSE }
#define PAPER { KP_WORK_PAPER, "--paper", N_ ("Paper"), NULL, NULL, FALSE }
#define REASON TEXT ("--reason", N_ ("Reason"), NULL)
#define BY TEXT ("--by", N_ ("Who answers for it"), NULL)
#define WITH TEXT ("--with", N_ ("Second person"), NULL)
#define SOURCE TEXT ("--source", N_ ("Which public number will count"), N_ ("Said before it exists: dice thrown in the room, tomorrow's lottery."))
#define DIGITS TEXT ("--public", N_ ("The digits drawn before witnesses"), NULL)
#define DOCUMENT TEXT ("--document", N_ ("Proof: number or place of the paper"), NULL)
#define CONTRACT TEXT (NULL, N_ ("Contract or registration number"), NULL)
#define DAY_HINT N_ ("As 2026-07-01.")
#define DOCUMENT_MAYBE TEXT_MAYBE ("--document", N_ ("Proof: number or place of the paper"), NULL)
#define STREET { KP_WORK_STREET, "--street", N_ ("Street"), NULL, NULL, FALSE }
#define JOINED_DAY TEXT ("=", N_ ("On which day"), DAY_HINT)
#define ON TEXT ("--on", N_ ("On which day"), DAY_HINT)
#define MONTH TEXT_MAYBE ("--month", N_ ("Of a note: which month of the probation"), NULL)
#define REMARK TEXT_MAYBE ("--text", N_ ("In words"), NULL)
#define WITH_MAYBE TEXT_MAYBE ("--with", N_ ("Second person"), NULL)
#define VERDICT CHOICE (NULL, N_ ("Verdict"), verdicts)

static const KpWorkChoice judgements[]
    = { { "--met", N_ ("Fulfilled") }, { "--more", N_ ("More papers are needed") }, { "--unmet", N_ ("Not fulfilled") }, { NULL, NULL } };
static const KpWorkChoice verdicts[] = { { "--met", N_ ("Fulfilled") }, { "--unmet", N_ ("Not fulfilled") }, { NULL, NULL } };
static const KpWorkChoice entries[] = { { "1", N_ ("First entry") }, { "2", N_ ("Second entry") }, { NULL, NULL } };
static const KpWorkChoice causes[] = { { "withdrew", N_ ("Withdrew") },
                                      { "failed", N_ ("Doesn't fulfil the conditions") },
                                      { "absent", N_ ("Didn't come") },
                                      { "breach", N_ ("Cheated or gave false papers") },
                                      { NULL, NULL } };
static const KpWorkChoice departures[] = { { "waiver", N_ ("Waived the hire") },
                                            { "absent", N_ ("Didn't report for work in time") },
                                            { "breach", N_ ("Cheated or gave false papers") },
                                            { "dismissed", N_ ("Contract ended by the employer") },
                                            { "resigned", N_ ("Contract ended by the worker") },
                                            { NULL, NULL } };
static const KpWorkChoice ways[] = { { "letter", N_ ("By letter") }, { "call", N_ ("By telephone") }, { "visit", N_ ("In person") },
                                     { "net", N_ ("On the net") }, { NULL, NULL } };
static const KpWorkChoice answers[] = { { "--upheld", N_ ("It stands: the person isn't hired") },
                                        { "--unfounded", N_ ("It doesn't stand") }, { NULL, NULL } };
static const KpWorkChoice passed_over[] = { { "--absent", N_ ("Isn't there") }, { "--declined", N_ ("Wants nothing of what is free") },
                                            { NULL, NULL } };
static const KpWorkChoice incidents[] = {
  { "breach", N_ ("Breach of the rules") }, { "absent", N_ ("Absent") }, { "late", N_ ("Too late") }, { NULL, NULL }
};
static const KpWorkChoice articles[] = { { "5", N_ ("Article 5") }, { "6", N_ ("Article 6") },   { "7", N_ ("Article 7") },
                                        { "8", N_ ("Article 8") }, { "10", N_ ("Article 10") }, { NULL, NULL } };
static const KpWorkChoice upheld[] = { { "--upheld", N_ ("It is a breach") }, { "--dismissed", N_ ("It is none") }, { NULL, NULL } };
static const KpWorkChoice attendances[] = { { "present", N_ ("Present") }, { "absent", N_ ("Absent") }, { "late", N_ ("Late") }, { NULL, NULL } };

static const KpWorkChoice transfers[] = { { "agreed", N_ ("Years go on, by an agreement of three") },
                                          { "paid", N_ ("The former employer paid them out") },
                                          { NULL, NULL } };
static const KpWorkChoice leftovers[]
    = { { "--stays", N_ ("Stays until the old contract ends") }, { "--ended", N_ ("Ended lawfully by the former employer") }, { NULL, NULL } };
static const KpWorkChoice term_kinds[] = { { "--years=3", N_ ("Fixed, three years") },
                                           { "--years=5", N_ ("Fixed, five years") },
                                           { "--open-ended", N_ ("Open-ended") },
                                           { NULL, NULL } };
static const KpWorkChoice changes[] = {
  { "place", N_ ("Place of work") }, { "work", N_ ("Work") }, { "pay", N_ ("Pay") }, { "other", N_ ("Other") }, { NULL, NULL }
};
static const KpWorkChoice corrected_duties[] = {
  { "signed", N_ ("Signing of the contract") },       { "insured", N_ ("Social insurance") }, { "fund", N_ ("Housing fund") },
  { "certificate", N_ ("Certificate of graduation") }, { "renewed", N_ ("Renewal") },          { "handover", N_ ("Handover of the file") },
  { NULL, NULL },
};

static const KpWorkChoice duties[] = {
  { "--signed", N_ ("Contract signed") },        { "--insured", N_ ("Social insurance registered") },
  { "--fund", N_ ("Housing fund registered") }, { "--certificate", N_ ("Certificate of graduation seen") },
  { "--handover", N_ ("File of who left handed over") }, { NULL, NULL },
};
static const KpWorkChoice grounds[] = {
  { "resigned", N_ ("The worker resigns (article 37)") },
  { "agreed-by-worker", N_ ("Agreed, the worker proposed it (article 36)") },
  { "agreed-by-employer", N_ ("Agreed, the employer proposed it (article 36)") },
  { "employer-fault", N_ ("Fault of the employer (article 38)") },
  { "worker-fault", N_ ("Fault of the worker (article 39, 2 to 6)") },
  { "medical", N_ ("Medical period is over (article 40, 1)") },
  { "unfit", N_ ("Not up to the work (article 40, 2)") },
  { "changed", N_ ("Circumstances changed (article 40, 3)") },
  { "redundancy", N_ ("Redundancy (article 41)") },
  { "expired", N_ ("The term is over (article 44, 1)") },
  { "pension", N_ ("Pension (article 44, 2)") },
  { "death", N_ ("Death (article 44, 3)") },
  { "employer-gone", N_ ("The employer is no more (article 44, 4 and 5)") },
  { NULL, NULL },
};
static const KpWorkChoice links[] = {
  { "conditions", N_ ("Conditions of hire signed") }, { "mentor", N_ ("Mentor found") },
  { "duties", N_ ("Duties told and signed") },        { "method", N_ ("Way of assessment told and signed") },
  { "training", N_ ("First training") },              { "note", N_ ("Note of a month") },
  { "midterm", N_ ("Talk at half of the time") },     { "meeting", N_ ("Decided in the meeting") },
  { "union", N_ ("Union asked") },                    { "filing", N_ ("Filed with the county") },
  { NULL, NULL },
};
static const KpWorkChoice shared_links[] = {
  { "conditions", N_ ("Conditions of hire signed") }, { "mentor", N_ ("Mentor found") },
  { "duties", N_ ("Duties told and signed") },        { "method", N_ ("Way of assessment told and signed") },
  { "training", N_ ("First training") },              { "note", N_ ("Note of a month") },
  { "midterm", N_ ("Talk at half of the time") },     { "meeting", N_ ("Decided in the meeting") },
  { NULL, NULL },
};
static const KpWorkChoice serveds[] = { { "person", N_ ("Signed for in person") },
                                        { "refused", N_ ("Refused, before two witnesses") },
                                        { "post", N_ ("By post, delivered") },
                                        { "notary", N_ ("By a notary") },
                                        { "public", N_ ("By public notice") },
                                        { NULL, NULL } };

static const KpWork works[] = {
  /* ---- registration and review ---- */
  { "import-registrations", KP_STAGE_REGISTRATION, N_ ("Import registrations"),
    N_ ("Takes a workbook of registrations into the record: every row is checked, and one refused row keeps all out."),
    N_ ("_Import"), FALSE, { "import", "registrations" },
    { { KP_WORK_REGISTRATIONS, NULL, N_ ("Workbook (.xlsx or .csv)"), NULL, NULL, FALSE },
      SWITCH ("--accept-good", N_ ("Take the good rows although others are refused"), NULL),
      TEXT_MAYBE ("--sheet", N_ ("Sheet of the workbook"), NULL) } },
  { "register", KP_STAGE_REGISTRATION, N_ ("Register an applicant"),
    N_ ("The form of one applicant, typed at the counter, with the photo; what is wrong is said while it is typed."),
    N_ ("_Register"), FALSE, { "import", "registrations" },
    { { KP_WORK_FORM, NULL, N_ ("Form of one applicant"), NULL, NULL, FALSE } } },
  { "import-payments", KP_STAGE_REGISTRATION, N_ ("Import payments"),
    N_ ("Records who paid the fee or needn't, by registration or ID number."), N_ ("_Import"), FALSE,
    { "import", "payments" }, { FILE_OF (NULL, N_ ("Workbook (.xlsx or .csv)")) } },
  { "review-auto", KP_STAGE_REVIEW, N_ ("Review by the rules"),
    N_ ("Holds every application against the scheme; what only a person can judge stays open."), N_ ("_Review"), FALSE,
    { "review", "--auto" }, NO_FIELDS },
  { "review-decide", KP_STAGE_REVIEW, N_ ("Judge one condition"),
    N_ ("Decides by hand whether an application fulfils a condition, with the sentence that the candidate is told."),
    N_ ("_Record"), FALSE, { "review" },
    { TEXT ("--decide", N_ ("Registration number"), NULL), TEXT ("--condition", N_ ("Condition of the scheme"), NULL),
      CHOICE (NULL, N_ ("Verdict"), judgements), TEXT ("--reason", N_ ("What the candidate is told"), NULL) } },
  { "review-confirm", KP_STAGE_REVIEW, N_ ("Confirm as second reviewer"),
    N_ ("Confirms what other reviewers decided alone; what you decided yourself waits for somebody else."), N_ ("_Confirm"), FALSE,
    { "review", "--confirm" }, NO_FIELDS },
  { "review-appeal", KP_STAGE_REVIEW, N_ ("Record an appeal"),
    N_ ("Records that a candidate appeals today; somebody who hasn't decided yet must decide then."), N_ ("_Record"), FALSE,
    { "review" }, { TEXT ("--appeal", N_ ("Registration number"), NULL) } },
  { "review-deadlines", KP_STAGE_REVIEW, N_ ("Deadlines of supplements and appeals"),
    N_ ("Lists until when each candidate may supplement or appeal, and until when the answer is due."), N_ ("_Show"), TRUE,
    { "review", "--deadlines" }, NO_FIELDS },

  /* ---- sittings ---- */
  { "open-posts", KP_STAGE_SITTINGS, N_ ("Open the posts"),
    N_ ("Compares the applicants of each post with the opening ratio: opened, reduced, cancelled, or to be decided."),
    N_ ("_Compare"), FALSE, { "seat" }, NO_FIELDS },
  { "decide-opening", KP_STAGE_SITTINGS, N_ ("Decide the opening of a post"),
    N_ ("Records what the committee decided of a post with too few applicants; 0 places cancel it."), N_ ("_Record"), FALSE,
    { "decide", "opening" }, { POST, TEXT (NULL, N_ ("Places"), NULL), REASON, BY, WITH } },
  { "decide-direct", KP_STAGE_SITTINGS, N_ ("Decide who is hired without an exam"),
    N_ ("Records the rank that the committee gave somebody, where more of a post may be hired without an exam than there are "
        "places."),
    N_ ("_Record"), FALSE, { "decide", "direct" },
    { TEXT (NULL, N_ ("Registration number"), NULL), TEXT (NULL, N_ ("Rank among them"), NULL), REASON, BY, WITH } },
  { "decide-exempt", KP_STAGE_SITTINGS, N_ ("Decide who does without the written exam"),
    N_ ("Records the rank that the committee gave somebody, where more of a post may do without the written exam than the scheme "
        "takes."),
    N_ ("_Record"), FALSE, { "decide", "exempt" },
    { TEXT (NULL, N_ ("Registration number"), NULL), TEXT (NULL, N_ ("Rank among them"), NULL), REASON, BY, WITH } },
  { "repost-list", KP_STAGE_SITTINGS, N_ ("Who may choose another post"),
    N_ ("Lists the applicants whose post was cancelled, and until when they may choose."), N_ ("_Show"), TRUE, { "repost" }, NO_FIELDS },
  { "repost", KP_STAGE_SITTINGS, N_ ("Record another post"), N_ ("Records which post an applicant of a cancelled one chose."),
    N_ ("_Record"), FALSE, { "repost" }, { TEXT (NULL, N_ ("Registration number"), NULL), POST } },
  { "seat-commit", KP_STAGE_SITTINGS, N_ ("Commit to the draw of seats"),
    N_ ("Fixes the list and the secret; print the commitment and sign it before the public number exists."), N_ ("_Commit"), FALSE,
    { "seat", "--commit" }, { SOURCE, SWITCH ("--late", N_ ("Only people who came in late"), NULL) } },
  { "seat-draw", KP_STAGE_SITTINGS, N_ ("Draw the seats"),
    N_ ("Draws seats and ticket numbers with the public number; it can be done once."), N_ ("_Draw"), FALSE, { "seat" },
    { DIGITS, SWITCH ("--late", N_ ("Only people who came in late"), NULL) } },
  { "seat-move", KP_STAGE_SITTINGS, N_ ("Move a candidate to another seat"),
    N_ ("Moves somebody on the day; who sits there changes places. Write the seat as site/room/seat, such as 01/003/17."),
    N_ ("_Move"), FALSE, { "seat" },
    { TEXT ("--move", N_ ("Ticket number"), NULL), TEXT ("--to", N_ ("Seat"), NULL), REASON, BY } },

  /* ---- written marks ---- */
  { "incident-record", KP_STAGE_WRITTEN, N_ ("Record an incident of the exam day"),
    N_ ("Two people record who was absent, came too late or broke the rules."), N_ ("_Record"), FALSE, { "incident" },
    { TEXT ("--record", N_ ("Ticket number"), NULL), PAPER, CHOICE ("--kind", N_ ("What happened"), incidents),
      { KP_WORK_CHOICE, "--article", N_ ("Article that was broken"), NULL, articles, TRUE }, TEXT ("--facts", N_ ("Facts"), NULL),
      TEXT_MAYBE ("--evidence", N_ ("Evidence kept"), NULL), BY, WITH } },
  { "incident-inform", KP_STAGE_WRITTEN, N_ ("Record that the candidate was informed"),
    N_ ("The candidate was told facts, grounds and rights; what was said in defence is recorded."), N_ ("_Record"), FALSE,
    { "incident" },
    { TEXT ("--inform", N_ ("Number of the incident"), NULL), TEXT_MAYBE ("--statement", N_ ("Statement of the candidate"), NULL) } },
  { "incident-decide", KP_STAGE_WRITTEN, N_ ("Decide an incident"), N_ ("Two people decide whether it is a breach."), N_ ("_Decide"),
    FALSE, { "incident" },
    { TEXT ("--decide", N_ ("Number of the incident"), NULL), CHOICE (NULL, N_ ("Decision"), upheld), BY, WITH } },
  { "incident-serve", KP_STAGE_WRITTEN, N_ ("Record that the decision was served"), N_ ("How the decision reached the candidate."),
    N_ ("_Record"), FALSE, { "incident" },
    { TEXT ("--serve", N_ ("Number of the incident"), NULL), TEXT ("--how", N_ ("How it was served"), NULL) } },
  { "incident-list", KP_STAGE_WRITTEN, N_ ("Incidents"), N_ ("Lists the incidents of the exam day and how far each is."), N_ ("_Show"),
    TRUE, { "incident", "--list" }, NO_FIELDS },
  { "secret-commit", KP_STAGE_WRITTEN, N_ ("Commit to the draw of secret numbers"),
    N_ ("Fixes the list and the secret of the numbers that stand on the scripts instead of tickets."), N_ ("_Commit"), FALSE,
    { "marks", "--secret", "--commit" }, { PAPER, SOURCE } },
  { "secret-draw", KP_STAGE_WRITTEN, N_ ("Draw the secret numbers"),
    N_ ("Whose script has which number stays sealed until the paper is locked and opened."), N_ ("_Draw"), FALSE,
    { "marks", "--secret" }, { PAPER, DIGITS } },
  { "enter-marks", KP_STAGE_WRITTEN, N_ ("Enter written marks"),
    N_ ("Takes a clerk's sheet as first or second entry. Two people enter, each from the scripts; say who works below."),
    N_ ("_Enter"), FALSE, { "import", "marks" },
    { FILE_OF (NULL, N_ ("Mark sheet (.xlsx or .csv)")), PAPER, CHOICE ("--entry", N_ ("Entry"), entries),
      TEXT_MAYBE ("--total", N_ ("Sum on the slip of the sheet"), NULL), TEXT_MAYBE ("--count", N_ ("Rows on the slip"), NULL) } },
  { "mark-differences", KP_STAGE_WRITTEN, N_ ("Differences of the two entries"),
    N_ ("Lists what the two entries say differently, and rows that look shifted."), N_ ("_Show"), TRUE,
    { "marks", "--differences" }, { PAPER } },
  { "resolve-mark", KP_STAGE_WRITTEN, N_ ("Resolve a difference"),
    N_ ("A third person, with the script in hand, says what it is: a mark, absent or breach."), N_ ("_Resolve"), FALSE, { "marks" },
    { PAPER, TEXT ("--resolve", N_ ("Ticket or secret number"), NULL), TEXT ("=", N_ ("Mark"), NULL),
      TEXT_MAYBE ("--evidence", N_ ("Page or scan"), NULL) } },
  { "lock-marks", KP_STAGE_WRITTEN, N_ ("Lock a paper"), N_ ("Two people lock the marks that both entries agree on."), N_ ("_Lock"),
    FALSE, { "marks", "--lock" }, { PAPER, BY, WITH } },
  { "open-secrets", KP_STAGE_WRITTEN, N_ ("Open the secret numbers"),
    N_ ("After the lock two people open whose script has which number."), N_ ("_Unseal"), FALSE, { "marks", "--open" },
    { PAPER, BY, WITH } },
  { "publish-marks", KP_STAGE_WRITTEN, N_ ("Record that the marks were published"),
    N_ ("Starts the days in which candidates may ask for a re-check."), N_ ("_Record"), FALSE, { "marks", "--publish" }, NO_FIELDS },
  { "recheck-ask", KP_STAGE_WRITTEN, N_ ("Record an application for a re-check"), N_ ("A candidate asks to have a mark looked at again."),
    N_ ("_Record"), FALSE, { "marks" }, { PAPER, TEXT ("--recheck", N_ ("Ticket number"), NULL), REASON } },
  { "recheck-answer", KP_STAGE_WRITTEN, N_ ("Record the result of a re-check"),
    N_ ("By somebody who didn't enter the mark: “same”, or the mark that was found."), N_ ("_Record"), FALSE, { "marks" },
    { PAPER, TEXT ("--recheck", N_ ("Ticket number"), NULL), TEXT ("--recheck-result", N_ ("Result"), NULL) } },
  { "recheck-list", KP_STAGE_WRITTEN, N_ ("Re-checks"), N_ ("Lists the applications for a re-check and what came of them."),
    N_ ("_Show"), TRUE, { "marks", "--rechecks" }, NO_FIELDS },
  { "recheck-end", KP_STAGE_WRITTEN, N_ ("End the re-checks early"), N_ ("Two people end the period before its last day."), N_ ("_End"),
    FALSE, { "marks", "--end-rechecks" }, { REASON, BY, WITH } },

  /* ---- shortlist ---- */
  { "decide-line", KP_STAGE_SHORTLIST, N_ ("Draw the line of the written exam"),
    N_ ("Records the mark that the committee decided, where the scheme leaves it open."), N_ ("_Record"), FALSE,
    { "decide", "written-line" },
    { { KP_WORK_POST, NULL, N_ ("Only for one post"), NULL, NULL, TRUE }, TEXT (NULL, N_ ("Mark"), NULL), REASON, BY, WITH } },
  { "bonus-list", KP_STAGE_SHORTLIST, N_ ("Claims to bonus"), N_ ("Lists who claims which item, and what was found of it."),
    N_ ("_Show"), TRUE, { "bonus" }, NO_FIELDS },
  { "bonus-approve", KP_STAGE_SHORTLIST, N_ ("Approve a claim to bonus"),
    N_ ("Two people find that a candidate has an item, whatever the registration says."), N_ ("_Approve"), FALSE, { "bonus" },
    { TEXT ("--approve", N_ ("Registration number"), NULL), TEXT ("=", N_ ("Item"), NULL), REASON, BY, WITH } },
  { "bonus-refuse", KP_STAGE_SHORTLIST, N_ ("Refuse a claim to bonus"),
    N_ ("Two people find that a candidate hasn't an item that the registration gives."), N_ ("_Refuse"), FALSE, { "bonus" },
    { TEXT ("--refuse", N_ ("Registration number"), NULL), TEXT ("=", N_ ("Item"), NULL), REASON, BY, WITH } },
  { "shortlist", KP_STAGE_SHORTLIST, N_ ("Make the shortlist"), N_ ("Adds the bonus and decides who comes to the interview."),
    N_ ("_Make"), FALSE, { "shortlist" }, NO_FIELDS },
  { "decide-shortlist", KP_STAGE_SHORTLIST, N_ ("Decide a post with too few over the line"),
    N_ ("Records the places, or the ratio such as 1:2, that the committee decided."), N_ ("_Record"), FALSE,
    { "decide", "shortlist" }, { POST, TEXT (NULL, N_ ("Places or ratio"), NULL), REASON, BY, WITH } },
  { "shortlist-extra", KP_STAGE_SHORTLIST, N_ ("Enter the extra test of people tied for the last place"),
    N_ ("Where the scheme parts them by an extra test."), N_ ("_Enter"), FALSE, { "shortlist" },
    { TEXT ("--extra-test", N_ ("Registration number"), NULL), TEXT ("=", N_ ("Mark"), NULL) } },
  { "shortlist-test", KP_STAGE_SHORTLIST, N_ ("Make the list after a test"),
    N_ ("Where the scheme tests those on the list before the interview, and the marks are agreed."), N_ ("_Make"), FALSE,
    { "shortlist" }, { TEXT ("--test", N_ ("Code of the test"), NULL) } },
  { "recheck-auto", KP_STAGE_RECHECK, N_ ("Re-check everybody on the shortlist"),
    N_ ("Holds the shortlist against the scheme again; what only a person can judge stays open."), N_ ("_Re-check"), FALSE,
    { "review", "--recheck-auto" }, NO_FIELDS },
  { "recheck-decide", KP_STAGE_RECHECK, N_ ("Judge one condition of the re-check"),
    N_ ("Who doesn't fulfil it leaves, and a substitute enters as the scheme says."), N_ ("_Record"), FALSE, { "review" },
    { TEXT ("--recheck", N_ ("Registration number"), NULL), TEXT ("--condition", N_ ("Condition of the scheme"), NULL), VERDICT,
      TEXT ("--reason", N_ ("What the candidate is told"), NULL) } },
  { "leave", KP_STAGE_RECHECK, N_ ("Record who leaves the shortlist"),
    N_ ("Withdrew, failed or didn't come; the scheme says who enters instead."), N_ ("_Record"), FALSE, { "shortlist" },
    { TEXT ("--leave", N_ ("Registration number"), NULL), CHOICE ("--cause", N_ ("Cause"), causes), REASON } },

  /* ---- interview ---- */
  { "staff", KP_STAGE_INTERVIEW, N_ ("Import examiners and staff"), N_ ("From a workbook with number, name, employer and role."),
    N_ ("_Import"), FALSE, { "panel" }, { FILE_OF ("--staff", N_ ("Workbook (.xlsx or .csv)")) } },
  { "recusals", KP_STAGE_INTERVIEW, N_ ("Import recusals"), N_ ("Who must stay away from whom, as declared by both sides."),
    N_ ("_Import"), FALSE, { "panel" }, { FILE_OF ("--recusals", N_ ("Workbook (.xlsx or .csv)")) } },
  { "hearing-commit", KP_STAGE_INTERVIEW, N_ ("Commit to the draw of rooms and order"),
    N_ ("Fixes the list and the secret; print the commitment and sign it before the public number exists."), N_ ("_Commit"), FALSE,
    { "draw", "--commit" }, { SOURCE } },
  { "hearing-draw", KP_STAGE_INTERVIEW, N_ ("Draw rooms and order"),
    N_ ("Who has which number stays sealed until the room is opened."), N_ ("_Draw"), FALSE, { "draw" }, { DIGITS } },
  { "panel-commit", KP_STAGE_INTERVIEW, N_ ("Commit to the draw of examiners"),
    N_ ("Fixes the list and the secret of the examiners' draw."), N_ ("_Commit"), FALSE, { "panel", "--commit" }, { SOURCE } },
  { "panel-draw", KP_STAGE_INTERVIEW, N_ ("Draw the examiners"),
    N_ ("Recusals are kept, and no room has two of one employer."), N_ ("_Draw"), FALSE, { "panel" }, { DIGITS } },
  { "sign-in", KP_STAGE_INTERVIEW, N_ ("Sign a candidate in"), N_ ("Present, absent, or late with one of the numbers that are left."),
    N_ ("_Record"), FALSE, { "panel" },
    { TEXT ("--sign-in", N_ ("Ticket number"), NULL), CHOICE ("=", N_ ("Attendance"), attendances) } },
  { "interview-marks", KP_STAGE_INTERVIEW, N_ ("Enter the examiners' marks"),
    N_ ("Takes the mark sheets of a room; numbers of another room are refused."), N_ ("_Enter"), FALSE,
    { "import", "marks", "--interview" },
    { FILE_OF (NULL, N_ ("Mark sheet (.xlsx or .csv)")), TEXT_MAYBE ("--room", N_ ("Room"), NULL) } },
  { "hearing-check", KP_STAGE_INTERVIEW, N_ ("Check a mark against the signed slip"),
    N_ ("Two people read the slip; the mark has to be the one in the record."), N_ ("_Check"), FALSE, { "panel" },
    { TEXT ("--check", N_ ("Interview number"), NULL), TEXT ("=", N_ ("Mark"), NULL), REASON, BY, WITH } },
  { "open-room", KP_STAGE_INTERVIEW, N_ ("Open a room"), N_ ("When every mark of it is checked, two people open who had which number."),
    N_ ("_Unseal"), FALSE, { "panel" }, { TEXT ("--open", N_ ("Room"), NULL), REASON, BY, WITH } },
  { "panel-report", KP_STAGE_INTERVIEW, N_ ("Rooms and examiners compared"),
    N_ ("How far the means of rooms and the marks of examiners are apart."), N_ ("_Show"), TRUE, { "panel", "--report" }, NO_FIELDS },

  /* ---- totals and after ---- */
  { "decide-interview-line", KP_STAGE_TOTALS, N_ ("Draw the line of the interview"),
    N_ ("Records the mark that the committee decided after the interviews, where the scheme leaves it open."), N_ ("_Record"), FALSE,
    { "decide", "interview-line" },
    { { KP_WORK_POST, NULL, N_ ("Only for one post"), NULL, NULL, TRUE }, TEXT (NULL, N_ ("Mark"), NULL), REASON, BY, WITH } },
  { "total", KP_STAGE_TOTALS, N_ ("Compute totals and places"), N_ ("Decides who is called to the physical examination."), N_ ("_Compute"),
    FALSE, { "total" }, NO_FIELDS },
  { "total-extra", KP_STAGE_TOTALS, N_ ("Enter the extra test of people tied in the total"), N_ ("Where the scheme parts them by an extra test."),
    N_ ("_Enter"), FALSE, { "total" }, { TEXT ("--extra-test", N_ ("Registration number"), NULL), TEXT ("=", N_ ("Mark"), NULL) } },
  { "decide-tie", KP_STAGE_TOTALS, N_ ("Decide a tie"), N_ ("Records the rank that the committee gave somebody among those tied."),
    N_ ("_Record"), FALSE, { "decide", "tie" },
    { TEXT (NULL, N_ ("Registration number"), NULL), TEXT (NULL, N_ ("Rank among them"), NULL), REASON, BY, WITH } },
  { "decide-vote", KP_STAGE_TOTALS, N_ ("Record the examiners' vote"),
    N_ ("For somebody interviewed without competition: how many of the examiners agree, such as 5/7."), N_ ("_Record"), FALSE,
    { "decide", "vote" }, { TEXT (NULL, N_ ("Registration number"), NULL), TEXT (NULL, N_ ("Votes"), NULL), REASON, BY, WITH } },
  { "import-physical", KP_STAGE_PHYSICAL, N_ ("Import results of the physical examination"),
    N_ ("Passed, failed, waived or open; substitutes are called as the scheme says."), N_ ("_Import"), FALSE, { "import", "physical" },
    { FILE_OF (NULL, N_ ("Workbook (.xlsx or .csv)")) } },
  { "import-background", KP_STAGE_BACKGROUND, N_ ("Import results of the background check"),
    N_ ("Passed, failed, waived or open; substitutes are called as the scheme says."), N_ ("_Import"), FALSE,
    { "import", "background" }, { FILE_OF (NULL, N_ ("Workbook (.xlsx or .csv)")) } },
  { "final-total", KP_STAGE_BACKGROUND, N_ ("Compute final totals"),
    N_ ("Where the background check is scored: who is below the line fails it, the others are ranked again."), N_ ("_Compute"), FALSE,
    { "total", "--final" }, NO_FIELDS },
  { "final-extra", KP_STAGE_BACKGROUND, N_ ("Enter the extra test of people tied in the final total"),
    N_ ("Where the scheme parts them by an extra test."), N_ ("_Enter"), FALSE, { "total", "--final" },
    { TEXT ("--extra-test", N_ ("Registration number"), NULL), TEXT ("=", N_ ("Mark"), NULL) } },
  { "decide-final-tie", KP_STAGE_BACKGROUND, N_ ("Decide a tie of final totals"),
    N_ ("Records the rank that the committee gave somebody among those tied."), N_ ("_Record"), FALSE, { "decide", "final-tie" },
    { TEXT (NULL, N_ ("Registration number"), NULL), TEXT (NULL, N_ ("Rank among them"), NULL), REASON, BY, WITH } },
  { "choose-list", KP_STAGE_PUBLICITY, N_ ("Choosing of posts"), N_ ("Shows what is free, and who chooses in which order."), N_ ("_Show"),
    TRUE, { "choose" }, NO_FIELDS },
  { "choose", KP_STAGE_PUBLICITY, N_ ("Record what somebody chose"),
    N_ ("In turn, of what is still free; “Choosing of posts” shows whose turn it is."), N_ ("_Record"), FALSE, { "choose" },
    { TEXT (NULL, N_ ("Registration number"), NULL), TEXT (NULL, N_ ("Code of the post or place"), NULL) } },
  { "choose-pass", KP_STAGE_PUBLICITY, N_ ("Pass somebody over who doesn't choose"),
    N_ ("The next has the turn; the person may choose later of what is left."), N_ ("_Pass over"), FALSE, { "choose" },
    { TEXT (NULL, N_ ("Registration number"), NULL), CHOICE (NULL, N_ ("Why"), passed_over) } },
  { "choose-undo", KP_STAGE_PUBLICITY, N_ ("Take a choice back"),
    N_ ("Two people open the turn again, until the person is published; what others chose stays theirs."), N_ ("_Take back"), FALSE,
    { "choose", "--undo" }, { TEXT (NULL, N_ ("Registration number"), NULL), REASON, BY, WITH } },
  { "decide-choice", KP_STAGE_PUBLICITY, N_ ("Decide who chooses first"),
    N_ ("Records the rank that the committee gave somebody among those who would choose at once."), N_ ("_Record"), FALSE,
    { "decide", "choice" },
    { TEXT (NULL, N_ ("Registration number"), NULL), TEXT (NULL, N_ ("Rank among them"), NULL), REASON, BY, WITH } },
  { "publish", KP_STAGE_PUBLICITY, N_ ("Publish who is to be hired"),
    N_ ("Decides who passed every stage, and starts the days of publicity; later, of those who follow somebody who left."),
    N_ ("_Publish"), FALSE, { "publish" }, NO_FIELDS },
  { "objection-record", KP_STAGE_PUBLICITY, N_ ("Record an objection"),
    N_ ("The person isn't hired until two people answer it; the others go on."), N_ ("_Record"), FALSE, { "objection" },
    { TEXT ("--record", N_ ("Registration number"), NULL), CHOICE ("--way", N_ ("How it came"), ways),
      TEXT_MAYBE ("--from", N_ ("Who raised it"), N_ ("Left out where no name is given.")),
      TEXT ("--content", N_ ("What is said"), NULL), TEXT_MAYBE ("--on", N_ ("Day on which it came"), N_ ("Today, if left out.")) } },
  { "objection-answer", KP_STAGE_PUBLICITY, N_ ("Answer an objection"),
    N_ ("Two people say what was found. Upheld, the person leaves by the same act."), N_ ("_Answer"), FALSE, { "objection" },
    { TEXT ("--answer", N_ ("Number of the objection"), NULL), CHOICE (NULL, N_ ("Outcome"), answers), REASON, BY, WITH } },
  { "objection-list", KP_STAGE_PUBLICITY, N_ ("Objections"), N_ ("Lists the objections, and until when each is to be answered."),
    N_ ("_Show"), TRUE, { "objection", "--list" }, NO_FIELDS },
  { "hire", KP_STAGE_HIRE, N_ ("Make the contracts"),
    N_ ("When the publicity is over: one contract for each person against whom no objection is open."), N_ ("_Make"), FALSE, { "hire" },
    NO_FIELDS },
  { "hire-leave", KP_STAGE_HIRE, N_ ("Record who leaves after the publication"),
    N_ ("Whether the next is called, the place waits for the reserve, or stays empty, is what the scheme says. Nobody else moves."),
    N_ ("_Record"), FALSE, { "hire" },
    { TEXT ("--leave", N_ ("Registration number"), NULL), CHOICE ("--cause", N_ ("Cause"), departures), REASON, BY, WITH } },
  { "hire-left", KP_STAGE_HIRE, N_ ("Who left after the publication"), N_ ("Lists them with cause, reason and who answers for it."),
    N_ ("_Show"), TRUE, { "hire", "--list" }, NO_FIELDS },
  { "reserve", KP_STAGE_HIRE, N_ ("Reserve pool"), N_ ("Lists it by post and in order of merit."), N_ ("_Show"), TRUE, { "reserve" },
    NO_FIELDS },
  { "reserve-call", KP_STAGE_HIRE, N_ ("Call from the reserve"),
    N_ ("The first of the reserve for one place that was left, until the last day of the pool."), N_ ("_Call"), FALSE, { "reserve" },
    { { KP_WORK_POST, "--call", N_ ("Post"), NULL, NULL, FALSE } } },

  { "grade", KP_STAGE_HIRE, N_ ("Grades and pay"), N_ ("Shows the grade and the pay that each contract was made with."), N_ ("_Show"), TRUE,
    { "grade" }, NO_FIELDS },

  /* ---- conversion ---- */
  { "convert-roster", ANY_TIME, N_ ("Import a roster of earlier staff"),
    N_ ("Takes the workbook of a department, or of several; what it sent before is replaced."), N_ ("_Import"), FALSE, { "convert" },
    { FILE_OF ("--roster", N_ ("Workbook (.xlsx or .csv)")),
      TEXT_MAYBE ("--department", N_ ("Department, where the workbook names none"), NULL), BY, WITH } },
  { "convert-segments", ANY_TIME, N_ ("Import stretches of work"),
    N_ ("Whose years count for what is decided by them; what has no proof doesn't count."), N_ ("_Import"), FALSE, { "convert" },
    { FILE_OF ("--segments", N_ ("Workbook (.xlsx or .csv)")), BY, WITH } },
  { "convert-budget", ANY_TIME, N_ ("Record a department's budget"), N_ ("What it spends on its staff in a year, in yuan and fen."),
    N_ ("_Record"), FALSE, { "convert" },
    { TEXT ("--department", N_ ("Department"), NULL), TEXT ("--budget", N_ ("Yuan a year"), NULL), TEXT ("--year", N_ ("Year"), NULL),
      DOCUMENT, BY, WITH } },
  { "convert-list", ANY_TIME, N_ ("Earlier staff"), N_ ("Lists everybody on the rosters with what stands against a conversion."),
    N_ ("_Show"), TRUE, { "convert" }, NO_FIELDS },
  { "convert-years", ANY_TIME, N_ ("Years of work of a person"),
    N_ ("Counted apart for grade, compensation, open-ended contract and seniority."), N_ ("_Show"), TRUE, { "convert" },
    { TEXT (NULL, N_ ("Number on the roster, or registration number"), NULL) } },
  { "convert-transfer", KP_STAGE_HIRE, N_ ("Record a conversion"),
    N_ ("The old contract ends the day before the new one starts; what the law doesn't allow is refused."), N_ ("_Record"), FALSE,
    { "convert" },
    { TEXT (NULL, N_ ("Number on the roster, or registration number"), NULL), CHOICE ("--transfer", N_ ("Years of work"), transfers),
      DOCUMENT, BY, WITH } },
  { "convert-leftover", KP_STAGE_HIRE, N_ ("Record what becomes of who wasn't selected"),
    N_ ("Stays until the old contract ends, or was ended lawfully by the former employer."), N_ ("_Record"), FALSE, { "convert" },
    { TEXT (NULL, N_ ("Number on the roster, or registration number"), NULL), CHOICE (NULL, N_ ("What becomes of it"), leftovers),
      TEXT_MAYBE ("--last-day", N_ ("Last day of the old contract"), NULL), DOCUMENT, BY, WITH } },
  { "convert-funding", KP_STAGE_HIRE, N_ ("Money of the departments"), N_ ("What each stated and what moves, to the fen."), N_ ("_Show"), TRUE,
    { "convert", "--funding" }, NO_FIELDS },

  /* ---- contracts ---- */
  { "contract-show", KP_STAGE_PROBATION, N_ ("Look at a contract"), N_ ("With its duties, terms, changes and corrections."), N_ ("_Show"),
    TRUE, { "contract" }, { CONTRACT } },
  { "contract-duty", KP_STAGE_PROBATION, N_ ("Record what was done for a contract"),
    N_ ("Signing, insurance, housing fund, certificate or handover, on the day on which it was done."), N_ ("_Record"), FALSE,
    { "contract" }, { CONTRACT, CHOICE (NULL, N_ ("What was done"), duties), JOINED_DAY, DOCUMENT_MAYBE } },
  { "contract-duty-street", KP_STAGE_PROBATION, N_ ("Record what was done for a street's contracts"),
    N_ ("For all of a street that owe it; what stands already stays."), N_ ("_Record"), FALSE, { "contract" },
    { STREET, CHOICE (NULL, N_ ("What was done"), duties), JOINED_DAY, DOCUMENT_MAYBE } },
  { "contract-end", KP_STAGE_PROBATION, N_ ("End a contract"),
    N_ ("What the law doesn't allow is refused with its article; a failed probation ends by its chain."), N_ ("_End"), FALSE,
    { "contract" },
    { CONTRACT, CHOICE ("--end", N_ ("Ground"), grounds), TEXT_MAYBE ("--served", N_ ("Notice received on"), DAY_HINT),
      TEXT ("--last-day", N_ ("Last day of the contract"), DAY_HINT), TEXT_MAYBE ("--union", N_ ("Union told on"), DAY_HINT),
      SWITCH ("--pay-month", N_ ("A month's wage in place of thirty days"), NULL), REASON, BY, WITH } },
  { "contract-renew", KP_STAGE_PROBATION, N_ ("Renew a contract"),
    N_ ("After two fixed terms or ten years the next one is open-ended, unless the worker asks otherwise."), N_ ("_Renew"), FALSE,
    { "contract", "--renew" },
    { CONTRACT, CHOICE (NULL, N_ ("Term"), term_kinds), SWITCH ("--asks-fixed", N_ ("The worker asks for a fixed term"), NULL),
      DOCUMENT, BY, WITH } },
  { "contract-change", KP_STAGE_PROBATION, N_ ("Change a contract"), N_ ("What both sides agreed on in writing; the old stays in the record."),
    N_ ("_Change"), FALSE, { "contract" },
    { CONTRACT, CHOICE ("--change", N_ ("What is changed"), changes), TEXT ("--to", N_ ("What holds now"), NULL),
      TEXT ("--from", N_ ("From which day"), NULL), DOCUMENT, BY, WITH } },
  { "contract-correct", KP_STAGE_PROBATION, N_ ("Correct a duty"), N_ ("Two people put a mistyped day right; the old stays in the record."),
    N_ ("_Correct"), FALSE, { "contract" },
    { CONTRACT, CHOICE ("--correct", N_ ("What was mistyped"), corrected_duties), TEXT ("--to", N_ ("The right day"), NULL), REASON, BY,
      WITH } },
  { "link-correct", KP_STAGE_PROBATION, N_ ("Correct a link of a probation"),
    N_ ("By its number in the chain; the old stays in the record and counts no more."), N_ ("_Correct"), FALSE, { "contract" },
    { CONTRACT, TEXT ("--correct", N_ ("Number of the link"), NULL), TEXT ("--to", N_ ("The right day"), NULL), REASON, BY, WITH } },

  /* ---- probation ---- */
  { "link-record", KP_STAGE_PROBATION, N_ ("Record a link of a probation"),
    N_ ("As it happened, also late; a link without a paper proves nothing."), N_ ("_Record"), FALSE, { "probation" },
    { CONTRACT, CHOICE ("--record", N_ ("Link"), links), MONTH, ON, DOCUMENT, REMARK, BY, WITH_MAYBE } },
  { "link-record-street", KP_STAGE_PROBATION, N_ ("Record a link for a street"),
    N_ ("What all on probation share; who has it already keeps it."), N_ ("_Record"), FALSE, { "probation" },
    { STREET, CHOICE ("--record", N_ ("Link"), shared_links), MONTH, ON, DOCUMENT, REMARK, BY, WITH_MAYBE } },
  { "link-survey", KP_STAGE_PROBATION, N_ ("Record the residents' survey"), N_ ("How many are satisfied, fair and unsatisfied."),
    N_ ("_Record"), FALSE, { "probation", "--record", "survey" },
    { CONTRACT, TEXT ("--counts", N_ ("Satisfied/fair/unsatisfied, as 36/3/1"), NULL), ON, DOCUMENT, BY,
      WITH } },
  { "link-assessment", KP_STAGE_PROBATION, N_ ("Record the final assessment"),
    N_ ("Points of the scheme's elements in their order, or the item that fails at once."), N_ ("_Record"), FALSE,
    { "probation", "--record", "assessment" },
    { CONTRACT, TEXT_MAYBE ("--points", N_ ("Points in order, - for the survey's, as 18/25/-/8/9/9"), NULL),
      TEXT_MAYBE ("--veto", N_ ("Items that fail at once, by their numbers"), NULL), ON, DOCUMENT, BY,
      WITH } },
  { "link-notice", KP_STAGE_PROBATION, N_ ("Record the notice of termination"),
    N_ ("Refused before the chain is whole up to it, and after the last day."), N_ ("_Record"), FALSE,
    { "probation", "--record", "notice" },
    { CONTRACT, TEXT ("--text", N_ ("Facts and clause"), NULL), ON, TEXT ("--document", N_ ("Number of the notice"), NULL), BY, WITH } },
  { "link-service", KP_STAGE_PROBATION, N_ ("Record the service of the notice"),
    N_ ("On the last day of probation at the latest."), N_ ("_Record"), FALSE, { "probation", "--record", "service" },
    { CONTRACT, CHOICE ("--how", N_ ("Way of service"), serveds), TEXT_MAYBE ("--witnesses", N_ ("Witnesses"), NULL), ON, DOCUMENT, BY,
      WITH } },
  { "probation-terminate", KP_STAGE_PROBATION, N_ ("Terminate in probation"),
    N_ ("Where the chain carries it; the contract ends with the day of the service."), N_ ("_Terminate"), FALSE,
    { "probation", "--settle", "terminate" }, { CONTRACT, REASON, BY, WITH } },
  { "probation-confirm", KP_STAGE_PROBATION, N_ ("Confirm a worker"), N_ ("From the day after the last one of the probation."),
    N_ ("_Confirm"), FALSE, { "probation", "--settle", "confirm" }, { CONTRACT, REASON, BY, WITH } },
  { "probation-early", KP_STAGE_PROBATION, N_ ("Confirm a worker early"),
    N_ ("Where the scheme allows it, after an excellent assessment that the meeting decided on."), N_ ("_Confirm"), FALSE,
    { "probation", "--settle", "confirm-early" }, { CONTRACT, REASON, BY, WITH } },

  /* ---- at any time ---- */
  { "due", ANY_TIME, N_ ("What is due"), N_ ("Every deadline of the law and the scheme, with its article and what settles it."),
    N_ ("_Show"), TRUE, { "due" }, NO_FIELDS },
  { "probation", KP_STAGE_PROBATION, N_ ("Show a probation"),
    N_ ("What is done of one person's probation, what is missing, and until when."), N_ ("_Show"), TRUE, { "probation" },
    { TEXT (NULL, N_ ("Registration number"), NULL) } },
  { "explain", ANY_TIME, N_ ("Explain a person's results"), N_ ("Every result of one person, with the rule that it follows."), N_ ("_Explain"),
    TRUE, { "explain" }, { TEXT (NULL, N_ ("Registration, ticket or ID number"), NULL) } },
  { "correct-trial", ANY_TIME, N_ ("Try a correction of a written mark"),
    N_ ("Shows everybody whose mark, place, list or offer would change; nothing is written."), N_ ("_Try"), TRUE,
    { "correct", "--trial" },
    { PAPER, TEXT ("--ticket", N_ ("Ticket number"), NULL), TEXT ("--to", N_ ("The right mark"), NULL), REASON, BY, WITH } },
  { "correct", ANY_TIME, N_ ("Correct a written mark"),
    N_ ("Two people correct it; what depends on it is made again, and lists that differ are void."), N_ ("_Correct"), FALSE,
    { "correct" },
    { PAPER, TEXT ("--ticket", N_ ("Ticket number"), NULL), TEXT ("--to", N_ ("The right mark"), NULL), REASON, BY, WITH } },
  { "photos", ANY_TIME, N_ ("Take in photos"),
    N_ ("A folder of pictures, each named by the applicant's registration or ID number; one that can't be used keeps all out."),
    N_ ("_Take In"), FALSE, { "photos" },
    { { KP_WORK_PHOTOS, "--in", N_ ("Folder of the pictures"), NULL, NULL, FALSE },
      SWITCH ("--accept-good", N_ ("Take the good photos although others are refused"), NULL) } },
  { "verify", ANY_TIME, N_ ("Verify the record"), N_ ("Checks whether the data and the journal agree."), N_ ("_Verify"), TRUE, { "verify" },
    NO_FIELDS },
  { "verify-code", ANY_TIME, N_ ("Check a paper by its code"),
    N_ ("Tells which paper it is and whether it holds, by the check code beside the square code."), N_ ("_Check"), TRUE,
    { "verify" }, { TEXT ("--paper", N_ ("Check code"), NULL) } },
  { "verify-file", ANY_TIME, N_ ("Check a PDF file"),
    N_ ("Tells whether the file is as the program wrote it, and whether the paper holds."), N_ ("_Check"), TRUE,
    { "verify" }, { FILE_OF ("--paper", N_ ("PDF file")) } },
  { "audit", ANY_TIME, N_ ("Write the supervisor's folder"),
    N_ ("Journal, draws, seals, exceptions and oddities, with a sheet to sign."), N_ ("_Write"), TRUE, { "audit" },
    { { KP_WORK_FOLDER, "--out", N_ ("Folder to be made"), NULL, NULL, FALSE } } },
};

/** kp_works_get: every piece of work, by stage. (transfer none) */
const KpWork *
kp_works_get (guint *n_works)
{
  *n_works = G_N_ELEMENTS (works);
  return works;
}
