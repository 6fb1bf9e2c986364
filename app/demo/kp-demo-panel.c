/* kp-demo-panel.c – the sample's examiners, and the two people who check their marks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-demo-private.h"
#include "kp-list.h"
#include "kp-step-panel.h"
#include "kp-step-room.h"

/* Enough for a dozen rooms, with spares. */
#define N_CHAIRS 14
#define N_EXAMINERS 90
#define N_UNITS 30

static void
add_person (KpList *list, const char *number, const char *name, const char *unit, const char *role, gboolean is_outside)
{
  kp_list_add_row (list, (const char *[]){ number, name, unit, role, is_outside ? "是" : "否" });
}

/* Made-up people: a letter, a number, a unit that doesn't exist. Every other examiner is from another county. */
static gboolean
write_staff (KpDemo *demo, GError **error)
{
  static const KpListColumn columns[] = {
    { "number", "编号", 8, KP_LIST_TEXT },    { "name", "姓名", 10, KP_LIST_TEXT },        { "unit", "工作单位", 24, KP_LIST_TEXT },
    { "role", "职责", 14, KP_LIST_TEXT },     { "outside", "是否异地", 10, KP_LIST_TEXT },
  };
  static const char *const surnames[] = { "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈" };
  static const char *const others[] = { "计时员", "计分员", "监督员", "引导员", "候考室工作人员" };
  g_autoptr (KpList) list = kp_list_new ("面试考官和工作人员名单", NULL, columns, G_N_ELEMENTS (columns));
  g_autofree char *path = kp_demo_dup_input (demo, KP_DEMO_STAFF);

  for (guint i = 0; i < N_CHAIRS + N_EXAMINERS; i++)
    {
      const gboolean is_outside = i % 2 == 0;
      g_autofree char *number = g_strdup_printf ("K%03u", i + 1);
      g_autofree char *name = g_strdup_printf ("%s考官%u", surnames[i % G_N_ELEMENTS (surnames)], i + 1);
      g_autofree char *unit = g_strdup_printf ("%s第%u单位", is_outside ? "邻县" : "云岭县", i % N_UNITS + 1);

      add_person (list, number, name, unit, i < N_CHAIRS ? "主考官" : "考官", is_outside);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *number = g_strdup_printf ("G%02u", i + 1);
      g_autofree char *name = g_strdup_printf ("%s工作%u", surnames[i], i + 1);

      add_person (list, number, name, "云岭县招聘办", others[i], FALSE);
    }
  return kp_list_save (list, path, error);
}

/** kp_demo_call_examiners: their list comes in, and their draw is committed. */
gboolean
kp_demo_call_examiners (KpDemo *demo, KpSession *session, const KpDrawTerms *terms, GError **error)
{
  g_autofree char *path = kp_demo_dup_input (demo, KP_DEMO_STAFF);
  g_autoptr (KpStaffSheet) sheet = write_staff (demo, error) ? kp_staff_sheet_read_staff (path, error) : NULL;
  g_autofree char *commitment = NULL;
  KpPanelImportTally tally;

  if (sheet == NULL || !kp_step_import_staff (session, sheet, &tally, error))
    return FALSE;
  commitment = kp_step_commit_panels (session, terms, error);
  return commitment != NULL;
}

/** kp_demo_draw_examiners: to the rooms of the candidates. */
gboolean
kp_demo_draw_examiners (KpSession *session, const char *digits, GError **error)
{
  KpPanelDrawTally tally;

  return kp_step_draw_panels (session, digits, &tally, error);
}

/** kp_demo_open_rooms: two people read every number and its mark from the signed sheets; then each room is opened. */
gboolean
kp_demo_open_rooms (KpSession *session, GError **error)
{
  static const KpTwoPeople persons = { "核分员", "监督员", "面试评分表、成绩汇总表核对无误" };
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (KpHearingReading));
  guint n_rooms = 0;

  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      KpHearingReading reading;

      if (dossier->interview == NULL)
        continue;
      g_ptr_array_add (texts, dossier->interview->raw != KP_NO_INT ? kp_mark_dup_text (dossier->interview->raw, 2)
                                                                   : g_strdup ("缺考"));
      reading = (KpHearingReading){ dossier->hearing->code, g_ptr_array_index (texts, texts->len - 1) };
      g_array_append_val (readings, reading);
      n_rooms = MAX (n_rooms, (guint) dossier->hearing->room);
    }
  if (!kp_step_check_hearings (session, (const KpHearingReading *) (gpointer) readings->data, readings->len, &persons, error))
    return FALSE;
  for (guint room = 1; room <= n_rooms; room++)
    {
      if (!kp_step_open_room (session, room, &persons, error))
        return FALSE;
    }
  return TRUE;
}
