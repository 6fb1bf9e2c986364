/* as: rules/kp-bad.c; finds: 1 */
static int
look (int **table, int n)
{
  for (int i = 0; i < n; i++)
    {
      for (int j = 0; j < n; j++)
        {
          if (table[i][j] > 0)
            {
              while (table[i][j] > 1)
                {
                  if (table[i][j] % 2 == 0)
                    {
                      table[i][j] /= 2;
                    }
                }
            }
        }
    }
  return 0;
}

static int
fill (void)
{
  if (look (NULL, 0))
    {
      const int rows[2][1] = { { 1 }, { 2 } };

      if (rows[0][0])
        {
          return look ((int *[]) { (int[]) { 1, 2 } }, 1);
        }
    }
  return 0;
}
