/* as: data/tables/kp-bad.c; finds: 10 */
#define CASES "SELECT a.post AS post FROM application AS a JOIN person AS p ON p.person = a.person "
static const char *const good[] = {
  "SELECT name FROM person WHERE campaign = $1 AND (sex = $2 OR sex = $3)",
  "SELECT h.application FROM hearing h WHERE h.campaign = $1 AND NOT EXISTS"
  " (SELECT 1 FROM room_opening o WHERE o.campaign = h.campaign)",
  "INSERT INTO journal_head (campaign, seq, hash) SELECT campaign, seq, hash FROM journal WHERE campaign = $1",
  "AND (state = 'in' OR state = 'out') ORDER BY post",
  "Select a person first, or update the list.",
};
static const char *const everybody = "SELECT name FROM person";
static const char *const either = "UPDATE mark SET mark = $2 WHERE campaign = $1 OR paper = $3";
static const char *const joined = CASES "WHERE a.campaign = $1";
static const char *const within = "SELECT name FROM person WHERE campaign = $1 AND person IN (SELECT person FROM application)";
static const char *const tail = "AND state = 'in' OR state = 'out'";
static const char *const nobodys = "INSERT INTO mark (paper, mark) VALUES ($1, $2)";
static const char *const other = "DELETE FROM mark WHERE campaign = campaign";
static const char *const left = "SELECT a.post FROM application a, person p WHERE a.campaign = $1 AND p.campaign <> a.campaign";
