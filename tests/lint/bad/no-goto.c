/* as: ui/kp-bad.c; finds: 1 */
static void
leave (void)
{
  /* goto in a comment and "goto" in a string are no goto */
  puts ("goto");
  goto out;
out:
  return;
}
