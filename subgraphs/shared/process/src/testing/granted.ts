import type pg from 'pg'

/** What runs with the rights of who owns it, and may be called by somebody else. */
export interface Definer {
  /** `bus.publish(text,jsonb)` */
  readonly name: string
  /** `search_path=…`, as the function itself sets it. */
  readonly settings: readonly string[] | null
  /** Roles, and PUBLIC. */
  readonly callers: readonly string[]
}

const OF_BUS = "(nspname = 'bus' OR nspname LIKE '%\\_inbox')"
const GRANTEE = "CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END"

/** Every such function of the bus and the inboxes, of the bus' owner, and of a superuser, wherever it is defined. */
export const definersOfBus = async (client: pg.ClientBase): Promise<readonly Definer[]> =>
  (
    await client.query<Definer>(`
      SELECT format('%I.%I(%s)', nspname, proname, oidvectortypes(proargtypes)) AS name, proconfig AS settings,
        array_agg(DISTINCT ${GRANTEE}) AS callers
      FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace JOIN pg_roles o ON o.oid = proowner,
        aclexplode(coalesce(proacl, acldefault('f', proowner)))
      WHERE prosecdef AND grantee <> proowner
        AND (${OF_BUS} OR ((rolname = 'bus' OR rolsuper) AND nspname NOT IN ('pg_catalog', 'information_schema')))
      GROUP BY p.oid, nspname ORDER BY 1`)
  ).rows

/** To whom anything is granted of what the bus has, of whatever kind, or of one of its columns: `progress_inbox.r: progress`. */
export const grantsOfBus = async (client: pg.ClientBase): Promise<readonly string[]> =>
  (
    await client.query<{ granted: string }>(`
      SELECT DISTINCT format('%s.%s: %s', nspname, replace(relkind::text, 'p', 'r'), ${GRANTEE}) AS granted
      FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
        JOIN LATERAL (SELECT relacl AS acl UNION ALL SELECT attacl FROM pg_attribute WHERE attrelid = c.oid) a ON true,
        aclexplode(acl)
      WHERE (${OF_BUS} OR pg_get_userbyid(relowner) = 'bus') AND grantee <> relowner ORDER BY 1`)
  ).rows.map(({ granted }) => granted)
