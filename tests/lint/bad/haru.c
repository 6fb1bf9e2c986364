/* as: pdf/forms/kp-bad.c; finds: 3 */
#include <hpdf.h>

static void
draw (HPDF_Page page)
{
  HPDF_Page_Stroke (page);
}
