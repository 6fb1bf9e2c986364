/* as: data/kp-bad.c; finds: 1 */
static void
say (gint64 n)
{
  g_print (_("There are %" G_GINT64_FORMAT " rows."), n);
  g_print (_("There are "
             "%s rows."), "3");
}
