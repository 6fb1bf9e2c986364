/* as: data/kp-bad.c; finds: 2 */
static gboolean
save (GError **error)
{
  g_set_error (error, 0, 0, "it can't be saved");
  return TRUE;
}

static char *
load (GError **error)
{
  g_set_error_literal (error, 0, 0, "it can't be loaded");
}

static gboolean
open (GError **error)
{
  g_set_error_literal (error, 0, 0, "it can't be opened");
  return FALSE;
}

static void
tell (GError **error)
{
  g_set_error_literal (error, 0, 0, "it can't be told");
}
