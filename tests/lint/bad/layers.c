/* as: rules/kp-bad.c; finds: 3 */
#include "kp-date.h"
#include "../data/engine/kp-database.h"
#include "kp-database.h"
#include <glib.h>
#include <sqlite3.h>
