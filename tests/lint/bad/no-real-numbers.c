/* as: rules/kp-bad.c; finds: 5 */
static double
half (int mark)
{
  return mark * 0.5 + 1e3 * (float) g_strtod ("1.5", NULL) / 0xe5;
}
