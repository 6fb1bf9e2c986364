/* as: app/kp-bad.c; finds: 2 */
static const char *const asks = "SELECT name FROM person";
static const char *const says = "Select a person first.";
static const char *const ends = "  DELETE FROM mark";
