import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, isObjectType } from 'graphql'

/**
 * Writes what the web derives from others' sources: the types of the graph (for typed documents), the names of
 * the objects without a key (for the normalised cache) and the compiled messages.
 */
const web = join(import.meta.dirname, '..')
const generated = join(web, 'src/lib/graph/generated')
const schema = buildSchema(readFileSync(join(web, '../schema/api.graphql'), 'utf8'))

const embedded = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !('id' in type.getFields()))
  .map((type) => type.name)
  .sort()

mkdirSync(generated, { recursive: true })
writeFileSync(
  join(generated, 'embedded-types.ts'),
  `export const embeddedTypes: readonly string[] = ${JSON.stringify(embedded)}\n`,
)

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: web, stdio: ['ignore', 'ignore', 'inherit'] })

run('gql.tada', 'generate-output', '--tsconfig', 'tsconfig.generate.json')
run(
  'paraglide-js',
  'compile',
  '--silent',
  '--project',
  './project.inlang',
  '--outdir',
  './src/lib/paraglide',
  '--strategy',
  'cookie',
  'baseLocale',
)
