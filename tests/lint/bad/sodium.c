/* as: data/tables/kp-bad.c; finds: 3 */
#include <sodium.h>

static void
begin (unsigned char *bytes)
{
  randombytes_buf (bytes, 16);
  crypto_generichash (bytes, 32, bytes, 16, NULL, 0);
}
