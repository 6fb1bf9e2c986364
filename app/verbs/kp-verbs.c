/* kp-verbs.c – the table of verbs, in the order of a campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-verbs.h"

#include <glib/gi18n-lib.h>

#include "kp-lists.h"
#include "kp-press.h"

static const KpVerb verbs[] = {
  { "demo", "DIR [--until STAGE] [--keep-going]",
    N_ ("Carry the sample campaign from the registration workbook to the end of the probation."),
    N_ ("Leaves DIR/demo.kaopin, the papers as PDF and the lists as .xlsx and .csv. The sample has its own "
        "fixed clock and "
        "draws, so that its papers repeat; an earlier sample in DIR is replaced, other files are left "
        "alone."),
    FALSE, kp_verb_demo },
  { "scheme", "check|explain|diff|try|copy|keys|table …",
    N_ ("Check, read, compare and copy schemes, the rules of a campaign."),
    N_ ("check SCHEME.json [--ready]: what is wrong with it, and what has to be confirmed.\n"
        "explain SCHEME.json: the scheme as the paragraphs of a notice.\n"
        "diff A.json B.json: what B says differently.\n"
        "try SCHEME.json CASES.json: what it gives for made-up applicants.\n"
        "copy OLD.json NEW.json --code CODE [--title TITLE] [--shift-years N]: last year's scheme as this year's.\n"
        "keys: every key of a scheme file.\n"
        "table SCHEME.json --xlsx OUT | --csv DIR: the scheme as tables; "
        "table --from BOOK.xlsx OUT.json reads them back."),
    FALSE, kp_verb_scheme },
  { "new", "FILE --scheme SCHEME.json", N_ ("Create the record of a campaign from its scheme."), NULL, TRUE,
    kp_verb_new },
  { "account", "list|add|password|pin|role|retire|unlock FILE [LOGIN] [--name NAME] [--role ROLES] [--password] [--pin]",
    N_ ("Say who may work on a campaign, and how they prove who they are."),
    N_ ("add FILE LOGIN --name NAME --role ROLES [--password] [--pin]: an account. Roles: administrator reviewer exams first-entry "
        "second-entry mark-checker score-keeper supervisor street leader, or their Chinese names.\n"
        "With a password somebody signs in (--as LOGIN at every verb). The first account with one is an administrator's; from "
        "then on everybody signs in, and each step is done by whose role it is. With a PIN somebody confirms as the second of two "
        "people. As long as no account has a password, only that PIN is asked for, and without any account nothing.\n"
        "password, pin, role and retire change an account, unlock lifts the lock after five wrong tries. Secrets are typed, or "
        "come from a file (--password-file, --new-pin-file), never from the command line."),
    TRUE, kp_verb_account },
  { "headcount", "FILE [--cap PLACES --from DATE --document TEXT | --import SHEET] [--on DATE] [--by A --with B]",
    N_ ("Hold the yearly plan of streets and communities against the county's cap."),
    N_ ("The sheet has a row for the county, each street and each community: 代码, 上级代码, 名称, 城镇常住人口, people by kind, and the three "
        "kinds of the plan. A plan above what the county has free is refused, a street's is warned about. Without --cap and "
        "--import it shows the table; exit code 1: something refuses the plan."),
    TRUE, kp_verb_headcount },
  { "statistics", "FILE [--and RECORD]… [--figures SHEET]… [--csv OUT] [--xlsx OUT] [--pdf OUT]",
    N_ ("Show who applied and was employed, year by year, by education, age, sex and more, in numbers."),
    N_ ("Each record counts for the year of its notice. A sheet for years that are on paper has the columns 年度, 项目, 类别, 聘用人数, and "
        "where they are known 报名人数, 合格人数, 在岗人数, 每万人配备; each year has a row 全部人员, and what doesn't add up to it is refused."),
    TRUE, kp_verb_statistics },
  { "import", "FILE registrations|payments|marks|physical|background|addresses SHEET",
    N_ ("Take a workbook (.xlsx or .csv) into the record: all of it or nothing."),
    N_ ("Registrations: every row ends as ok, warn, reject or conflict; with --report the rows are handed "
        "back. Unless "
        "--accept-good is given, one refused row keeps all out.\n"
        "Payments: who paid the fee or needn't, by registration or ID number, before the posts open.\n"
        "Marks: --paper P --entry 1|2 for written marks, by two people (--actor), each with a file of its own; --total and "
        "--count refuse a sheet that differs from the slip that came with it. --interview for the examiners' marks; --room N "
        "keeps numbers of another room out.\n"
        "Addresses: where those live who are to be hired, by registration number, ticket or ID number (报名序号, 现住址); no contract is "
        "made without (劳动合同法 §17)."),
    TRUE, kp_verb_import },
  { "photos", "FILE --in DIR [--shape WxH] [--least WxH] [--accept-good]",
    N_ ("Take the photos of applicants into the record: all of the folder or nothing."),
    N_ ("Each file is named by a registration or ID number: 000123.jpg. JPEG, PNG and BMP are turned upright and written anew, "
        "small enough to print; one that is damaged, of another shape, has too few dots or is nobody's is refused with a "
        "sentence. Unless --accept-good is given, one refused file keeps all out. A photo may be replaced at any time. Tickets, "
        "sign-in sheets and forms show them."),
    TRUE, kp_verb_photos },
  { "review", "FILE --auto | --decide APPLICATION --condition C --met|--unmet|--more --reason TEXT | --confirm | --appeal "
              "APPLICATION | --deadlines | --recheck-auto | --recheck APPLICATION --condition C --met|--unmet --reason TEXT",
    N_ ("Hold every application against the scheme, or decide one finding by hand."),
    N_ ("Where the scheme asks for two reviewers, another person confirms what one decided (--confirm), and somebody else "
        "decides after an appeal; say who works with --actor.\n"
        "--recheck is for those on a list of the interview: unmet, and a substitute enters as the scheme says."),
    TRUE, kp_verb_review },
  { "decide", "FILE written-line [POST] MARK | opening POST PLACES | shortlist POST PLACES|RATIO | "
              "interview-line [POST] MARK | tie NUMBER RANK | final-tie NUMBER RANK | direct NUMBER RANK | exempt NUMBER RANK | "
              "choice NUMBER RANK | vote NUMBER FOR/ALL --reason TEXT --by A --with B",
    N_ ("Record what the scheme leaves to the committee, or the examiners' vote."),
    N_ ("Two people record it, with the reason. A later decision replaces an earlier one until its stage is closed; the "
        "journal keeps both.\n"
        "written-line: the mark that the line of the written exam is.\n"
        "opening: the places of a post whose opening waits for a decision; 0 cancels it.\n"
        "shortlist: the places of a post with too few over the line, or its ratio such as 1:2.\n"
        "interview-line: the mark that the line of the interview is, where it is drawn after the interviews.\n"
        "tie: the rank of the application among those tied; 1 is the first.\n"
        "direct: the rank of the application among those of its post who may be hired without an exam.\n"
        "exempt: the rank of the application among those of its post who may do without the written exam.\n"
        "choice: the rank of the application among those who would choose a post at once.\n"
        "vote: how many of the examiners agree to somebody who was interviewed without competition, 5/7."),
    TRUE, kp_verb_decide },
  { "repost", "FILE [APPLICATION POST]",
    N_ ("Show who may choose another post after the own one was cancelled, or record the choice."),
    N_ ("Within the scheme's days after the opening, before the seats are drawn, and only for a post whose terms the "
        "applicant fulfils."),
    TRUE, kp_verb_repost },
  { "seat", "FILE [--late] [--commit --source TEXT | --public DIGITS] | FILE --move TICKET --to SITE/ROOM/SEAT",
    N_ ("Open the posts, draw the seats and give the ticket numbers."),
    N_ ("--commit fixes the list and which public number will count, and prints the commitment, to be signed before "
        "that number exists; --public runs the draw with it. A draw is made once: --commit --repeat, with a reason and "
        "two people, makes a further attempt and keeps the first.\n"
        "--late, with --commit and then --public, gives free seats to those who passed the review after the seats were drawn, as "
        "an appeal may bring about; nobody else moves.\n"
        "--move TICKET --to SITE/ROOM/SEAT, with --by and --reason, changes a seat on the day, with --sitting of one sitting "
        "alone; who sits there changes too, and tickets keep their numbers. After either the printed doors, seat charts and "
        "sign-in sheets are void."),
    TRUE, kp_verb_seat },
  { "hall", "FILE [--sitting S] [--door SITE[/ROOM]] [--scan CODE … | --missing | --undo CODE --reason TEXT | --close --by A --with B | "
            "--admit CODE --reason TEXT --by A --with B | --breach SITE/ROOM/SEAT --article N --facts TEXT --by A --with B [--pdf OUT]]",
    N_ ("Record who comes in on the exam day, and who is absent once the doors are closed."),
    N_ ("--scan takes what a reader of codes types. A ticket of another room, site or sitting is told where it belongs, one that is "
        "read twice changes nothing, and after the scheme's minutes nobody is let in; exit code 1: somebody wasn't.\n"
        "--close, after these minutes, makes 缺考 of everybody who isn't in. Somebody who sat in the room all the same is put right "
        "by two people (--admit). Without any of them it counts room by room; “kaopin print FILE room-reports” fills the "
        "counts into the papers of the rooms."),
    TRUE, kp_verb_hall },
  { "incident", "FILE --record TICKET --paper P --kind absent|late|breach --article N --facts TEXT --by A --with B | --inform N | "
                "--decide N --upheld|--dismissed --by A --with B | --serve N --how TEXT | --review N --text TEXT | --list",
    N_ ("Record what happened on the exam day, and carry a breach to the service of its decision."),
    N_ ("Two people record; absent and late make the mark 缺考 at once. A breach is informed of (--inform, with --statement for "
        "what the candidate says), decided by two people and served, in this order; its article says what becomes of the marks "
        "and how long the county’s list keeps it. Print its papers with “kaopin print FILE incident-records”, "
        "incident-notices, incident-decisions and incident-list; “kaopin export FILE breaches” writes the list."),
    TRUE, kp_verb_incident },
  { "marks", "FILE --paper P [--differences | --resolve NUMBER=VALUE | --secret --commit|--public DIGITS | --lock | --open | "
             "--recheck TICKET] | --publish | --end-rechecks | --rechecks",
    N_ ("Carry the written marks from two entries to marks that stand."),
    N_ ("Two people enter each mark; a third one, who did neither, resolves what differs: say who works with --actor.\n"
        "--secret draws numbers that stand on the papers in the place of tickets; marks are entered by them alone, and whose "
        "they are stays sealed until the paper is locked (--lock --by A --with B) and two people open them (--open).\n"
        "--publish begins the period of the scheme in which candidates have a mark checked: --recheck TICKET --reason TEXT, "
        "then --recheck-result same|MARK by somebody who didn't enter it. The shortlist waits for it."),
    TRUE, kp_verb_marks },
  { "bonus", "FILE [--approve|--refuse NUMBER=ITEM … --reason TEXT --by A --with B]",
    N_ ("Show who claims which bonus item, or record what two people found of it."),
    N_ ("An approved item is had whatever the registration says, a refused one isn't; an item without condition is had only "
        "when it is approved. Items are named by code or name, candidates by any number.\n"
        "What counts for the written mark can be examined until the interview is drawn, what counts for the interview or the "
        "total until results of the physical are recorded; lists that are there already are made again."),
    TRUE, kp_verb_bonus },
  { "proof", "FILE [--late | --of NUMBER | --shown|--confirm|--refute|--missed NUMBER=PROOF … --paper P|--all-papers --source S "
             "--on DATE]",
    N_ ("Show who has to prove what, or record what was shown and what a check of it found."),
    N_ ("The scheme's \"proofs\" say who has to show which papers, and against what they are checked.\n"
        "--shown needs a paper; --confirm all of them, the source and the day of its answer; --refute the source, the day and "
        "--reason, which the candidate is told; --missed only that the last day is over. Papers that were shown before needn't "
        "be named again.\n"
        "A claim that is refuted or missed counts no more: track, relaxation, bonus and ties by it are lost. Until the posts are "
        "opened the review is found anew; who is on the list of the interview and doesn't fulfil the post's conditions without "
        "it leaves it. Once the interview is drawn it is recorded as a failed background check."),
    TRUE, kp_verb_proof },
  { "shortlist", "FILE [--leave APPLICATION … --cause withdrew|failed|absent|breach --reason TEXT | --extra-test NUMBER=MARK | "
                 "--test CODE]",
    N_ ("Award the bonus and decide who enters the interview."),
    N_ ("--leave takes people off their list before the order of the interview is drawn; all that are named in one call "
        "leave together, and substitutes enter as the scheme says.\n"
        "--extra-test is for those tied at the last place of a list, where the scheme names one.\n"
        "--test makes the list after a test of the scheme's \"heats\", once its marks are entered twice (“kaopin import FILE "
        "marks --paper CODE”) and agreed; from then on who leaves is followed by who took the test."),
    TRUE, kp_verb_shortlist },
  { "draw", "FILE --commit --source TEXT | --public DIGITS | --list | --show PURPOSE",
    N_ ("Draw rooms and order of the interview, or show the draws of the record."),
    N_ ("--commit and --public are those of “kaopin seat”. --show PURPOSE --json prints the draw's record, which “kaopin "
        "verify” replays without the campaign; how to do it by hand stands in the page draw.md of the help folder."),
    TRUE, kp_verb_draw },
  { "waiting", "FILE [--scan CODE … | --missing | --wall | --undo CODE --reason TEXT | --close --by A --with B]",
    N_ ("Record who reports for the interview, and show the numbers for the wall."),
    N_ ("--scan takes what a reader of codes types. After the time to report at nobody is let in, by the clause of the notice, and "
        "is absent; exit code 1: somebody wasn't let in. --close, after that time, makes absent of everybody who isn't here; the "
        "numbers drawn for them stay empty. --wall lists rooms and numbers, never a name. Without any of them it counts."),
    TRUE, kp_verb_waiting },
  { "panel", "FILE --list | --staff BOOK | --recusals BOOK | --recuse EXAMINER=CANDIDATE --relation WORD | --commit | "
             "--public DIGITS | --replace EXAMINER | --sign-in NUMBER=STATE | --check CODE=MARK | --take-back CODE --examiner N | "
             "--open ROOM | --envelope PDF --room ROOM | --report",
    N_ ("Examiners, relations and rooms of the interview: draw, sign in, check, open."),
    N_ ("Candidates are drawn to rooms first (“kaopin draw”), then the examiners; declared pairs never meet, two of one unit "
        "never sit together. Who has which number stays sealed until two people have checked every mark of the room (--check) "
        "and opened it (--open). --replace, --check, --take-back, --open and --envelope need --by, --with and --reason."),
    TRUE, kp_verb_panel },
  { "room", "out FILE PACKAGE --room N | show PACKAGE | in FILE PACKAGE [--package-holds CODE]… [--record-holds CODE]…",
    N_ ("Hand an interview room without network its record in a file, and take in what it did."),
    N_ ("The package is encrypted by a passphrase and has numbers, elements and examiners' seats, no names. The room opens it as a "
        "record: in the window, with “kaopin import PACKAGE marks …”, “kaopin panel PACKAGE --check …” and “kaopin print PACKAGE …”. "
        "show tells what is confirmed in it already. in takes it in as a whole, or refuses; twice is harmless.\n"
        "What the record says otherwise, by another copy or by the paper sheets, is listed with both sides' marks, with exit code 1, "
        "and nothing is taken in until two people say of each number which holds (--package-holds, --record-holds, with --by, "
        "--with and --reason)."),
    TRUE, kp_verb_room },
  { "total", "FILE [--final] [--extra-test NUMBER=MARK]", N_ ("Compute totals and places, and call to the physical examination."), NULL, TRUE,
    kp_verb_total },
  { "correct", "FILE --paper P --ticket T | --interview CODE [--examiner N] --to MARK --reason TEXT --by A --with B",
    N_ ("Put an agreed mark right, with everything that depends on it."),
    N_ ("Run it with --trial first: it lists everyone whose marks, place, list or offer change and leaves the "
        "record as it is. "
        "Two people answer for a correction. Lists that were made before and are others now become void; what "
        "has already been done with people is not undone but listed.\n"
        "--interview without --examiner takes the marks of all examiners, joined by commas, or 缺考, 违纪, 正常; "
        "elements are joined by strokes: 20/16/16/16/12."),
    TRUE, kp_verb_correct },
  { "amend", "FILE --scheme NEW.json --reason TEXT --by A --with B [--trial] | FILE --published NUMBER [--on DATE]",
    N_ ("Change the sealed scheme where nothing is decided by it yet."),
    N_ ("Prints the text of the supplementary notice. Run it with --trial first. What a part of the scheme has "
        "decided stays "
        "decided: such a change is refused, and so is one by which a closed stage would come out otherwise."),
    TRUE, kp_verb_amend },
  { "corrections", "FILE", N_ ("List what was put right, by whom and why."), NULL, TRUE, kp_verb_corrections },
  { "choose", "FILE [NUMBER OFFER | NUMBER --absent|--declined | NUMBER --undo --reason TEXT --by A --with B]",
    N_ ("Let those who are to be hired choose their posts, in the order of their totals."),
    N_ ("Alone it lists what is free, and who chooses in which order. OFFER is the code of a post, or of what the scheme offers; "
        "what is taken is refused. Whoever isn't there (--absent) or wants nothing of what is free (--declined) is passed over, "
        "and may choose later. Nobody behind a tie chooses before it is parted.\n"
        "Until the person is proposed for hire two people may take a choice back (--undo); what others chose stays theirs. "
        "“kaopin export FILE choices” writes the list."),
    TRUE, kp_verb_choose },
  { "publish", "FILE", N_ ("Propose those who passed everything, and begin the publicity."),
    N_ ("Run again it proposes who passed everything since, in the place of those who left, with a publicity of their own from "
        "today; who was proposed before stays as published."),
    TRUE, kp_verb_publish },
  { "approve", "FILE [POST --document TEXT --from AUTHORITY --on DATE [--refused] --by A --with B]",
    N_ ("Record that a substitution was approved, which calls who follows, or list what waits for it."),
    N_ ("Where the scheme says substitution.needs_approval, nobody is called for somebody who left before the approval of that round is "
        "in the record. A place that waits for the reserve has its approval before the call. Refused, the place stays empty."),
    TRUE, kp_verb_approve },
  { "objection", "FILE --record NUMBER --way letter|call|visit|net [--from NAME] --content TEXT | --answer N --upheld|--unfounded "
                 "--reason TEXT --by A --with B | --take-back N --reason TEXT --by A --with B | --list",
    N_ ("Record objections against proposed hires, and their answers."),
    N_ ("An objection comes within the publicity of the person (--on DATE, if not today). Nobody is hired while one is open; the "
        "others go on. Two people answer it: upheld, the person leaves by the same act, and who follows is what the scheme "
        "says. What was typed by mistake two people take back: an open objection is void then and stays in the register, an answered "
        "one is open again, as long as the person has no contract. The list shows until which day each is to be answered; names are "
        "masked."),
    TRUE, kp_verb_objection },
  { "hire", "FILE [--leave NUMBER … --cause waiver|absent|breach|dismissed|resigned --reason TEXT --by A --with B | --undo NUMBER --reason "
            "TEXT --by A --with B | --list]",
    N_ ("Prepare the labour contracts once the publicity is over, or record who leaves after the publication."),
    N_ ("Contracts are made of everybody whose publicity is over and against whom no objection is open; run it again for those "
        "who come later.\n"
        "--leave takes people off who waive the hire, don't report in time or are found out, or whose begun contract has ended "
        "within the term of the reserve; all that are named in one call leave together. Whether the next is called at once, the "
        "place waits for a call from the reserve, or stays empty, is what substitution.final_until says. Nobody else moves.\n"
        "--undo takes a leaving back that was written down by mistake, as long as nobody was examined, proposed or hired in the "
        "place and no paper was handed over; who was only called is called no more, and a contract that was taken back stands again."),
    TRUE, kp_verb_hire },
  { "reserve", "FILE [--on DATE | --call POST]", N_ ("List the reserve pool by post and in order of merit, or call from it."),
    N_ ("Nobody is in it before the proposed hires are published, nor after its last day. Equal places are a tie that isn't "
        "decided.\n"
        "--call fills one place of a post that somebody left, where the scheme's substitution lasts as long as the reserve: the "
        "first of the pool goes through physical, background and a publicity of their own."),
    TRUE, kp_verb_reserve },
  { "convert", "FILE [NUMBER|--department NAME|--all] [--roster BOOK | --segments BOOK | --budget YUAN --year YEAR | --transfer "
               "agreed|paid | --stays | --ended [--paid]] [--last-day DATE] --document TEXT --by A --with B | FILE --funding",
    N_ ("Convert earlier grid staff: roster, years of work, transfer, and whose money moves."),
    N_ ("Each former department sends a roster (--roster; --department for a workbook that names none); without anything else "
        "everybody is listed with what stands against a conversion. Who is to be converted applies for a post of the track "
        "“conversion” and takes its exam like anybody else; who got a contract is transferred (--transfer), the others stay "
        "(--stays) or were ended by the former employer (--ended). A transfer that the law doesn't allow is refused with its "
        "article.\n"
        "NUMBER alone shows the years of somebody, counted apart for grade, compensation, open-ended contract and seniority. "
        "--funding shows what each department stated and what moves; exit code 1: it doesn't balance."),
    TRUE, kp_verb_convert },
  { "grade", "FILE [NUMBER]", N_ ("Show grade and pay that were set at hire."),
    N_ ("They follow from the scheme's “grades”, the person's education, certificates and proved years in communities, and the pay "
        "table in force on the first day."),
    TRUE, kp_verb_grade },
  { "contract", "FILE NUMBER|--street CODE|--all --signed|--insured|--fund|--certificate|--renewed|--handover DATE | FILE NUMBER --end "
                "GROUND --served DATE --last-day DATE --union DATE --reason TEXT --by A --with B | FILE NUMBER --renew --years "
                "N|--until DATE|--open-ended | FILE NUMBER --change WHAT --to VALUE --from DATE | FILE NUMBER --correct WHAT --to DATE | "
                "FILE NUMBER",
    N_ ("Write down what is done after a contract was made, its further terms and changes, or how it ends."),
    N_ ("Grounds: agreed-by-employer agreed-by-worker resigned employer-fault worker-fault medical unfit changed redundancy "
        "expired pension death employer-gone refused-contract; with --institution: agreed resigned absent appraisal dismissed "
        "probation-failed expired retired. What the law doesn't allow is refused with its article; a failed probation ends "
        "by “kaopin probation”.\n"
        "--pay-month, --protected and --refused-same say what the article asks for.\n"
        "--renew and --change need --document, --by and --with. After two fixed terms or ten years the next term is open-ended, "
        "unless the worker asks otherwise (--asks-fixed). --correct needs --reason, --by and --with; the old stays in the record. "
        "The number alone shows a contract with all that happened to it."),
    TRUE, kp_verb_contract },
  { "probation", "FILE [NUMBER|--street CODE|--all [--record LINK --on DATE --document TEXT | --settle confirm|confirm-early|terminate --reason TEXT "
                 "--by A --with B | --suspend DAYS]]",
    N_ ("Carry a probation, link by link, to confirmation or termination."),
    N_ ("Links: conditions mentor duties method training note (--month N) midterm survey (--counts 36/3/1) assessment "
        "(--points 18/25/-/8/9/9 or --veto N) meeting union filing notice (--text: facts and clause) service (--how).\n"
        "A notice is refused before the chain is whole, and both notice and service after the last day. Without --record and "
        "--settle it shows how the probation stands, what is missing until when, and what can't be mended any more."),
    TRUE, kp_verb_probation },
  { "file", "FILE [NUMBER [--take ITEM --document TEXT [--pages N]]] [--missing] [--street CODE]",
    N_ ("Show what the file of each person who was employed has and lacks, or put a paper in."),
    N_ ("Papers whose step names their document are there by themselves: contract, insurance, fund, probation. Without a number it shows "
        "what is missing in all files."),
    TRUE, kp_verb_file },
  { "due", "FILE [--on DATE] [--all] [--ics OUT]",
    N_ ("List everything that the law or the scheme asks for, with its article, its last day and what settles it."),
    N_ ("Those near or over are listed, with --all the others too. Due is the last day, Act by the last working day until "
        "then. --ics writes them all for a calendar program, with reminders; a newer file replaces the older one's days."),
    TRUE, kp_verb_due },
  { "print", "FILE FORM --out DIR [--only NUMBER] | FILE secret-numbers|secret-labels --paper P --by A --with B --out DIR", N_ ("Print a form, or all, as PDF into a folder."),
    N_ ("“all” prints every form but contents, an index of all of them, which is printed only when it is named. A form's Chinese name "
        "does as well. --only prints the ticket, room, post or contract of that number alone; of a letter that of a ticket or "
        "registration number, of one about a contract also that of its number, and of letter-mark that of ROOM-NUMBER. --each room "
        "makes a file for each room (tickets doors desks sign-in seats), --each person one for each person (tickets contracts, "
        "letters). --password-file encrypts with AES-256.\n"
        "secret-numbers and secret-labels are for the two people who seal the papers (--by, --with): which secret number goes on "
        "which script. They are no part of “all”; each printing is in the record, whoever had them enters no mark of the paper, "
        "and before the marks are locked they are printed once more only with --reason."),
    TRUE, kp_verb_print },
  { "fonts", "[STYLE FILE | STYLE --none]", N_ ("Show the fonts that paper is printed with, or name the county's own."),
    N_ ("Styles: title (小标宋) fangsong song hei hei-bold kai. A county that has a licence for 方正小标宋 or 仿宋_GB2312 names "
        "the font's file once; it is used before all others, and characters it lacks come from them. Of a collection, "
        "FILE#2 is the third font."),
    FALSE, kp_verb_fonts },
  { "export", "FILE LIST --csv|--xlsx|--json OUT",
    N_ ("Write a list as a file; OUT may be - for standard output."),
    N_ ("mark-sheet --paper P [--room N]: an empty sheet for entering the marks of a paper, with its numbers alone."), TRUE,
    kp_verb_export },
  { "verify", "FILE|DRAW.json | FILE --paper CODE|PDF",
    N_ ("Tell whether a record agrees with its journal, whether a draw replays, or whether a paper holds."),
    N_ ("Exit code 0: yes. 1: no, with what differs.\n"
        "--paper takes the check code that is printed beside the square code, or a PDF file that the program wrote: which paper "
        "it is, whether it is the edition that holds, and whether the file is as it was written."), TRUE, kp_verb_verify },
  { "audit", "FILE --out DIR", N_ ("Write what a supervisor asks for into one folder, with a sheet to sign."),
    N_ ("Journal, who did what, seals, draws (each replays with “kaopin verify”), corrections and decisions, where one person "
        "stood at both ends, marks to look at twice, and the digest of each file, over which the sheet is signed. Exit "
        "code 1: record and journal don't agree."),
    TRUE, kp_verb_audit },
  { "explain", "FILE REGISTRATION-NUMBER|TICKET|ID-NUMBER",
    N_ ("Tell for one person which rule gave which result."), NULL, TRUE, kp_verb_explain },
  { "simulate", "FILE --scheme OTHER.json [--out DIR]",
    N_ ("Try another scheme on the same record: who would stand elsewhere."),
    N_ ("Nothing is written into the record. Persons are S0001, S0002 …, without names and numbers, and every list is marked "
        "「模拟·不得发布」: it can't be published."),
    TRUE, kp_verb_simulate },
  { "server", "init|show URI | grant URI LOGIN CAMPAIGN… [--reader] | revoke URI LOGIN [CAMPAIGN…]",
    N_ ("Set up a record on a PostgreSQL server, and say which login works on which campaign."),
    N_ ("init makes the tables and the rights: a clerk reads and writes the campaigns that are granted, and the journal can only be "
        "read and appended to; a reader changes nothing. It may be run again, and should be after an update of the program.\n"
        "grant gives a login of the server a campaign, which need not be there yet; revoke takes it away, without a campaign all. "
        "Run them with the login that made the tables; clerks work with “--connect URI” and a login of their own."),
    TRUE, kp_verb_server },
  { "backup", "FILE [--to DIR] [--keep N] [--days N]",
    N_ ("Copy a record as it is now, while others work on it, and let older copies make room."),
    N_ ("A copy is a record of its own: “kaopin verify” checks it, every verb reads it. The newest stay, and the last one of each day. "
        "Without being asked for, one is made beside the record whenever a stage closes, and by the window every quarter of an hour "
        "when something was written. From a server (--connect, --to DIR) it becomes a file."),
    TRUE, kp_verb_backup },
  { "restore", "BACKUP FILE [--yes]",
    N_ ("Put a backup in the place of a record, which is kept under another name."),
    N_ ("The backup is checked page by page and against its journal first. It is told what would be lost: rows that the record has and "
        "the backup hasn't; at a terminal one word confirms it, elsewhere --yes. The journal notes the restoring."),
    TRUE, kp_verb_restore },
  { "archive", "out FILE FOLDER|ZIP [--without-papers] | in FOLDER|ZIP FILE",
    N_ ("Write a campaign as open files for the archives bureau, or make a record of them again."),
    N_ ("out: every table as JSON and CSV, what each column means, all papers as PDF, and the SHA-256 of each file; it is read "
        "without this program. in: each file is checked by its sum, and the record against its journal; one file that isn't as it "
        "was written, and nothing is taken over."),
    TRUE, kp_verb_archive },
  { "move", "FILE NEW-FILE|URI | --connect URI NEW-FILE|URI",
    N_ ("Carry a campaign into another record, where it goes on: from file to server, or back."),
    N_ ("All of it or nothing: every value is read back on the other side and compared, and the new record is checked against its "
        "journal. The old one stays as it is and can only be read from then on; it says where the campaign went. A server that "
        "has the campaign already is refused, unless it was carried away from there and comes back. Given again after it was cut off, it ends what is left to do."),
    TRUE, kp_verb_move },
  { "lock", "FILE [--open] [--new-passphrase-file PASSPHRASE]",
    N_ ("Set a passphrase for a record, replace it, or take it away."),
    N_ ("ID numbers, phones and addresses are encrypted in every record. Without a passphrase their key lies in the record too; with "
        "one nobody opens the record who doesn't know it, and each command asks for it (--passphrase-file), and so does the "
        "window. Journal and verification stay as they were."),
    TRUE, kp_verb_lock },
  { "clock", "FILE [--set-back --by NAME --with NAME --reason TEXT]",
    N_ ("Show what time it is for a record, and what the clock says; set the record’s time back by two people."),
    N_ ("A clock that was set back takes no record with it: days and times go on from the last entry of the journal, and every command "
        "and the window say so until the clock is right. On a server the server’s clock counts for everybody. Where the record was "
        "written with a clock that ran ahead, --set-back lets the right one count again; what was dated wrongly stays, and the "
        "journal keeps who answers for it and why."),
    TRUE, kp_verb_clock },
  { "retention", "FILE [--until DATE] [--ended DATE]",
    N_ ("Tell how long what a campaign gathered is kept, from which day on it may be erased, and by which clause."),
    N_ ("Materials of those who weren't hired, names on lists, files of those hired lie in the record and are erased by “kaopin erase”; "
        "exam papers, contracts and assessments are paper. The years are the scheme's (deadlines.keep_…). --ended says when a dispute "
        "ended that came after all else."),
    TRUE, kp_verb_retention },
  { "erase", "FILE --by NAME --with NAME --yes [--until DATE] [--ended DATE] [--certificate PDF]",
    N_ ("Erase for good what a campaign need not keep any longer, by two people."),
    N_ ("In one step everything that “kaopin retention” tells to be due; the numbers of statistics stay as they were, and the journal "
        "with all its hashes, so that “kaopin verify” still holds. “kaopin print FILE erasures” prints the certificate again."),
    TRUE, kp_verb_erase },
  { "bench", "[--rows N,…] [--posts N] [--in DIR] [--keep]", N_ ("Measure how fast this computer does the work of a campaign."),
    N_ ("Makes a campaign of nobody in a folder of its own, does the work by the verbs, and removes it. Beside the journal and its "
        "verification stands the bare work of the disk and of SHA-256, so that a slow disk is told from a slow program. 100,000 "
        "registrations take some minutes and 2 GB of the disk."),
    FALSE, kp_verb_bench },
  { "help", "[VERB | --manual | --completion]", N_ ("List the verbs, or tell about one."), NULL, FALSE, kp_verb_help },
  { "version", "", N_ ("Print the version."), NULL, FALSE, kp_verb_version },
};

/** kp_verbs_get: all verbs, in the order in which help shows them. */
const KpVerb *
kp_verbs_get (guint *n_verbs)
{
  *n_verbs = G_N_ELEMENTS (verbs);
  return verbs;
}

static void
append_name (GString *names, const char *name, const char *chinese)
{
  g_string_append_printf (names, "%s%s %s", names->len > 0 ? C_ ("between names", ", ") : "", name, chinese);
}

static void
append_line (GString *out, const char *format, GString *names)
{
  g_string_append_c (out, '\n');
  g_string_append (out, format);
  g_string_append (out, names->str);
}

static void
append_forms (GString *out)
{
  g_autoptr (GString) forms = g_string_new (NULL), letters = g_string_new (NULL), blanks = g_string_new (NULL);

  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      const KpPressForm form = (KpPressForm) i;

      append_name (kp_press_letter_is_blank (form) ? blanks : kp_press_form_is_letter (form) ? letters : forms,
                   kp_press_form_get_name (form), kp_press_form_get_chinese (form));
    }
  append_line (out, _ ("Forms: "), forms);
  append_line (out, _ ("Letters, one to each person whom it concerns: "), letters);
  append_line (out, _ ("Forms to fill in by hand: "), blanks);
}

static void
append_lists (GString *out)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < KP_LISTS_N; i++)
    append_name (names, kp_lists_get_name ((KpListName) i), kp_lists_get_chinese ((KpListName) i));
  append_line (out, _ ("Lists: "), names);
}

/** kp_verb_dup_details: what help tells of a verb under its options, in the language of the screen, with all names of forms or
 * lists that it takes: nobody has to keep them here as well. (transfer full), may be empty */
char *
kp_verb_dup_details (const KpVerb *verb)
{
  g_autoptr (GString) out = g_string_new (verb->details != NULL ? _ (verb->details) : NULL);

  if (g_str_has_prefix (verb->synopsis, "FILE FORM "))
    append_forms (out);
  if (g_str_has_prefix (verb->synopsis, "FILE LIST "))
    append_lists (out);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
