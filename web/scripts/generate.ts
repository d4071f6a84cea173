import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, isAbstractType, isObjectType } from 'graphql'
import { textLimitsOf } from './text-limits.ts'

/**
 * Writes what the web derives from others' sources: the types of the graph (for typed documents), which objects have
 * no key and which types are of which (for the normalised cache), how long texts may be, and the compiled messages.
 */
const web = join(import.meta.dirname, '..')
const generated = join(web, 'src/lib/graph/generated')
const schema = buildSchema(readFileSync(join(web, '../schema/api.graphql'), 'utf8'))

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))

// A refusal is never shown anew: the id of a `NotFound` is of something else.
const isRefusal = (name: string) => possible['Refusal']?.includes(name) === true
const possible = Object.fromEntries(
  types
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
)
const embedded = types
  .filter(isObjectType)
  .filter((type) => !('id' in type.getFields()) || isRefusal(type.name))
  .map(({ name }) => name)
  .sort()

mkdirSync(generated, { recursive: true })
writeFileSync(
  join(generated, 'cached-types.ts'),
  `export const embeddedTypes: readonly string[] = ${JSON.stringify(embedded)}
export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possible)}
`,
)
writeFileSync(
  join(generated, 'text-limits.ts'),
  `/** The most characters of what a command takes, where they are fewer than \`MOST_CHARACTERS.text\`. */
export const textLimits = ${JSON.stringify(textLimitsOf(schema))} as const
`,
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
