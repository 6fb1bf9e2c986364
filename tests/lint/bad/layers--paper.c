/* as: pdf/kp-bad.c; finds: 2 */
#include "kp-database.h"
#include <gtk/gtk.h>
#include <hb.h>
