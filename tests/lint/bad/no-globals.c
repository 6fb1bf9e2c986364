/* as: data/kp-bad.c; finds: 4 */
static int opened;
static const char *last = "";
GHashTable *everything = NULL;
static const char *const names[] = { "a" };
const int sizes[2] = { 1, 2 };
static GParamSpec *properties[3];
typedef struct
{
  int n;
} KpBad;
extern int errno_of_others;

static int
next (void)
{
  static int n = 0;
  static const int step = 2;

  return n += step;
}

static GType
type (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, 1);
  return once;
}
