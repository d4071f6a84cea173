/** Fails when a subgraph's `schema.prisma` and its migrations differ. Run at the root; all subgraphs are compared. */
import { existsSync, globSync } from 'node:fs'
import { schemaDrift } from './drift.ts'
import { startTemporaryServer } from './embedded/index.ts'

const folders = globSync('subgraphs/*').filter((folder) => existsSync(`${folder}/prisma/schema.prisma`))
const server = await startTemporaryServer()
try {
  for (const folder of folders) {
    const sql = await schemaDrift({ folder, databaseUrl: server.adminUrl })
    if (sql === '') continue
    process.exitCode = 1
    process.stdout.write(
      `${folder}: schema.prisma is ahead of the migrations; author-migration.ts would write\n${sql}\n`,
    )
  }
} finally {
  await server.stop()
}
