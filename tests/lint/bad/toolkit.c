/* as: data/kp-bad.c; finds: 2 */
static GtkWidget *
make (void)
{
  return gtk_label_new ("");
}
