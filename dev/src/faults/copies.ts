import { allIsHeard } from './heard.ts'
import type { Portal } from './portal.ts'

/** What progress keeps of others: who there is, and what is to be learned. */
const COPIES = [
  ...['directory_person', 'relation', 'deputyship', 'track', 'track_plan', 'plan_template', 'plan_version'],
  ...['plan_version_goal', 'plan_version_activity', 'goal_definition', 'activity_definition'],
  'activity_definition_goal',
]

/** Per copy, how many rows it has and a digest of them all, once progress has heard everything there was to hear. */
export async function copiesOf({ tables }: Portal): Promise<Record<string, string>> {
  await allIsHeard(tables)
  const copies: Record<string, string> = {}
  for (const table of COPIES) {
    const { rows } = await tables.query<{ digest: string }>(
      `SELECT count(*) || ' ' || md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS digest FROM ${table} t`,
    )
    copies[table] = rows[0]?.digest ?? ''
  }
  return copies
}

/** Loses of the copies all that nobody's training holds on to, and gets the rest wrong. */
export async function spoilCopies({ tables }: Portal): Promise<void> {
  await tables.query(`
    DELETE FROM relation; DELETE FROM deputyship; DELETE FROM track_plan; DELETE FROM track;
    DELETE FROM plan_version_goal; DELETE FROM plan_version_activity; DELETE FROM activity_definition_goal;
    DO $$ DECLARE one uuid; BEGIN
      FOR one IN SELECT id FROM directory_person LOOP
        BEGIN DELETE FROM directory_person WHERE id = one;
        EXCEPTION WHEN integrity_constraint_violation OR raise_exception THEN NULL; END;
      END LOOP;
    END $$;
    UPDATE directory_person SET display_name = 'Feil', unit_name = NULL, active = false, region_code = NULL;
    UPDATE plan_version SET label = 'Feil'; UPDATE plan_template SET title = 'Feil';
    UPDATE goal_definition SET wording = 'Feil'; UPDATE activity_definition SET title = 'Feil', retired = true`)
}
