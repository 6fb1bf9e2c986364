/* as: rules/kp-date.c; finds: 1 */
/** kp_date_is_valid: promises something. */
gboolean
kp_date_is_valid (const KpDate *date)
{
  return TRUE;
}

/* No promise: the comment isn't of the right kind. */
int
kp_date_compare (const KpDate *a, const KpDate *b)
{
  return 0;
}

static void
of_its_own (void)
{
}
