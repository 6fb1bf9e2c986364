/* as: rules/kp-bad.c; finds: 1; times: 801 */
/* A line. */
