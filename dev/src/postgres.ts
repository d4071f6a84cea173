import { databaseUrl, DATABASE, provision, startServer } from '@kompetanse/database/embedded'

export interface Database {
  /** What a part connects with as this role. */
  urlOf(role: string): string
  adminUrl: string
  /** The schemas that were not there before. */
  created: readonly string[]
  stop(): Promise<void>
}

/**
 * PostgreSQL with the database, roles and schemas of the portal. With DATABASE_URL set (a superuser's) that server is
 * used and nothing is started; roles there get a password each.
 */
export async function startPostgres(options: {
  dataDir: string
  port: number
  durable: boolean
  external: string | undefined
  passwordOf: (role: string) => string
}): Promise<Database> {
  const { external, passwordOf, dataDir, port, durable } = options
  const server = external ? undefined : await startServer({ dataDir, port, durable })
  const adminUrl = server?.adminUrl ?? external ?? ''
  const created = await provision({ adminUrl, ...(!server && { passwordOf }) })
  return {
    adminUrl,
    created,
    urlOf: (role) =>
      databaseUrl(adminUrl, {
        ...{ database: DATABASE, user: role },
        ...(!server && { password: passwordOf(role) }),
      }),
    stop: async () => server?.stop(),
  }
}
