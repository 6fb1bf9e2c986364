/* as: rules/kp-bad.c; finds: 3 */
static gint64
now (gint64 time)
{
  srand (3);
  return g_get_real_time () + time + g_random_int ();
}
