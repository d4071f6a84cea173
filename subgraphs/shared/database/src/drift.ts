import { join } from 'node:path'
import { schemaFolder } from './directory-models.ts'
import { prisma } from './prisma-cli.ts'

export interface DriftOptions {
  /** The folder of the subgraph, which holds `prisma/schema.prisma` and `prisma/migrations`. */
  folder: string
  /** A server where a shadow database may be made. */
  databaseUrl: string
  engine?: string
}

/**
 * The SQL that would bring the migrations up to `schema.prisma`; empty when they agree.
 * Throws when the comparison itself did not happen: an engine that answers nothing must not pass for agreement.
 */
export async function schemaDrift({ folder, databaseUrl, engine }: DriftOptions): Promise<string> {
  const config = join(import.meta.dirname, 'prisma.config.ts')
  const { code, output, errors } = await prisma(
    [
      ...['migrate', 'diff', '--config', config, '--script'],
      ...['--from-migrations', 'prisma/migrations', '--to-schema', schemaFolder(folder)],
    ],
    { cwd: folder, databaseUrl, ...(engine ? { engine } : {}) },
  )
  if (code !== 0) throw new Error(`prisma migrate diff failed in ${folder}:\n${errors}${output}`)
  const sql = output.trim()
  if (sql === '')
    throw new Error(`prisma migrate diff said nothing in ${folder}: the schema engine did not answer`)
  return sql === '-- This is an empty migration.' ? '' : `${sql}\n`
}
