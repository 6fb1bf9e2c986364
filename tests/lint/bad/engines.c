/* as: data/tables/kp-bad.c; finds: 3 */
#include <sqlite3.h>

static void
begin (void *database)
{
  sqlite3_exec (database, "", NULL, NULL, NULL);
  PQfinish (database);
}
