/* as: ui/kp-bad-page.c; finds: 1 */
static const char *
say (void)
{
  return _("A sentence that nobody translates.");
}
