import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const DIRECTORY = join(import.meta.dirname, '../../directory/directory.prisma')

const MODEL_OR_RELATION = /^model (\w+)|^\s+\w+\s+Person\??\s+@relation\("(\w+)", fields/gm

/** What a person has of a schema's models: `@relation("goals", …)` in `LearningGoal` is `goals LearningGoal[] …`. */
function fieldsOfPerson(schema: string): string[] {
  let model = ''
  return [...schema.matchAll(MODEL_OR_RELATION)].flatMap(([, begun, relation]) => {
    model = begun ?? model
    return relation ? [`  ${relation} ${model}[] @relation("${relation}")`] : []
  })
}

/** The directory's models for a subgraph whose schema relates persons to its own; undefined for one that has no such relation. */
export function directoryModels(schema: string): string | undefined {
  const fields = fieldsOfPerson(schema)
  if (fields.length === 0 || /^model Person /m.test(schema)) return undefined
  return readFileSync(DIRECTORY, 'utf8').replace(/^model Person \{$/m, (line) => [line, ...fields].join('\n'))
}

/**
 * Writes `prisma/generated/directory.prisma` of a subgraph that keeps the directory, and gives the folder of all that
 * Prisma is to read.
 */
export function schemaFolder(subgraph: string): string {
  const folder = resolve(subgraph, 'prisma')
  const own = join(folder, 'schema.prisma')
  const models = existsSync(own) ? directoryModels(readFileSync(own, 'utf8')) : undefined
  if (models) {
    mkdirSync(join(folder, 'generated'), { recursive: true })
    writeFileSync(join(folder, 'generated/directory.prisma'), models)
  }
  return folder
}
