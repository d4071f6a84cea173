import { databaseUrl, DATABASE, provision, startServer } from '@kompetanse/database/embedded'
import { Part } from './part.ts'

export interface Database {
  /** What a part connects with as this role. */
  urlOf(role: string): string
  adminUrl: string
  /** The schemas that were not there before. */
  created: readonly string[]
  /** Null where another server is used. */
  part: Part | null
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
  restarts: boolean
  say: (line: string) => void
}): Promise<Database> {
  const { external, passwordOf } = options
  const part = external ? null : partOf(options)
  await part?.start()
  const adminUrl = external ?? `postgresql://postgres@127.0.0.1:${options.port}/postgres`
  const created = await provision({ adminUrl, ...(external && { passwordOf }) })
  return {
    ...{ adminUrl, created, part },
    urlOf: (role) =>
      databaseUrl(adminUrl, {
        ...{ database: DATABASE, user: role },
        ...(external && { password: passwordOf(role) }),
      }),
    stop: async () => part?.stop(),
  }
}

type PartOptions = Pick<
  Parameters<typeof startPostgres>[0],
  'dataDir' | 'port' | 'durable' | 'restarts' | 'say'
>

const partOf = ({ dataDir, port, durable, restarts, say }: PartOptions) =>
  new Part({
    ...{ name: 'postgres', restarts, say },
    launch: (signal) => startServer({ dataDir, port, durable }, signal),
  })
