/**
 * Makes rows come with ids that say of what they are (`schema/src/ids.ts`), and with regions of the closed list
 * (`regions.ts` there): rewrites the types that Prisma generates.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { ID_KINDS, type IdKind } from '@kompetanse/schema/ids'

interface Field {
  readonly name: string
  readonly type: string
  readonly relationFromFields?: readonly string[]
}

/** Tables as Pothos' generator tells them. */
export type Models = Readonly<Record<string, { readonly fields: readonly Field[] }>>

/** What another name has elsewhere. */
const ALIASES: Readonly<Record<string, IdKind>> = { Trainee: 'Person', TrainingRelation: 'Relation' }

/** Columns that refer to something without a relation: to another subgraph's, or to what they outlive. */
const BY_NAME: readonly (readonly [RegExp, IdKind])[] = [
  [/^(trainee|mentor|person|beforePerson|afterPerson|onBehalfOf|by|.+By)Id$/, 'Person'],
  [/^unitId$/, 'Unit'],
  [/^enterpriseId$/, 'Enterprise'],
  [/^assignedPlanId$/, 'AssignedPlan'],
  [/^planTemplateId$/, 'PlanTemplate'],
  [/^goalId$/, 'LearningGoal'],
  [/^periodId$/, 'ServicePeriod'],
  [/^conversationId$/, 'Conversation'],
]

/** Ids of one kind or another, as `kind` beside them says. */
const OF_SEVERAL = /^(DirectoryCancelled\.id|\w+\.(subject|aggregate)Id)$/

const isKind = (name: string): name is IdKind => (ID_KINDS as readonly string[]).includes(name)

function kindOf(model: string, column: string, relations: ReadonlyMap<string, string>): IdKind | null {
  if (OF_SEVERAL.test(`${model}.${column}`)) return null
  const target = column === 'id' ? model : relations.get(column)
  const kind = target ? (ALIASES[target] ?? target) : BY_NAME.find(([name]) => name.test(column))?.[1]
  if (kind && isKind(kind)) return kind
  throw new Error(`${model}.${column}: of what is it the id? Say so in brand-ids.ts, or name it in ids.ts`)
}

/** Which columns of a table are ids, and of what. */
export function idColumns(models: Models, model: string): ReadonlyMap<string, IdKind> {
  const fields = models[model]?.fields ?? []
  const relations = new Map(
    fields.flatMap(({ type, relationFromFields = [] }) => relationFromFields.map((name) => [name, type])),
  )
  const ids = fields.filter(({ name, type }) => type === 'String' && /^id$|Id$/.test(name))
  return new Map(
    ids.flatMap(({ name }) => {
      const kind = kindOf(model, name, relations)
      return kind ? [[name, kind] as const] : []
    }),
  )
}

/** Columns that hold the code of a region: each has a CHECK with the list. */
export const regionColumns = (models: Models, model: string): ReadonlySet<string> =>
  new Set(
    (models[model]?.fields ?? [])
      .map(({ name }) => name)
      .filter((name) => /^(regionCode|ownerRegion)$/.test(name) || `${model}.${name}` === 'Region.code'),
  )

const TYPE = /^export type (\$?\w+)/
const COLUMN = /^( +)(\w+)(\??: )(.*\b(?:string|Uuid\w*Filter)\b.*)$/
const OF_TEXTS = /Prisma\.\w+(?:Filter|OperationsInput)(?:<"\w+">)?/g

const importOf = (name: string, module: string) =>
  `import type * as ${name} from "@kompetanse/schema/${module}"\n`

/** The file of one table: what it gives are ids of its kind, and regions; what it takes may be no id of another kind. */
export function branded(
  file: string,
  columns: ReadonlyMap<string, IdKind>,
  regions: ReadonlySet<string> = new Set(),
): string {
  let gives = false
  const lines = file.split('\n').map((line) => {
    const type = TYPE.exec(line)?.[1]
    if (type) gives = type.startsWith('$') || type.endsWith('OutputType')
    const [, indent, name = '', colon, was = ''] = COLUMN.exec(line) ?? []
    const kind = columns.get(name)
    if (gives && regions.has(name))
      return `${indent}${name}${colon}${was.replace(/\bstring\b/g, 'Regions.RegionCode')}`
    if (!kind) return line
    const now = was.replace(/\bstring\b/g, `Ids.${gives ? 'Id' : 'IdLike'}<"${kind}">`)
    return `${indent}${name}${colon}${now.replace(OF_TEXTS, (filter) => `Ids.OfIds<"${kind}", ${filter}>`)}`
  })
  const imports = [importOf('Ids', 'ids'), ...(regions.size > 0 ? [importOf('Regions', 'regions')] : [])]
  return lines.join('\n').replace(/^import /m, `${imports.join('')}import `)
}

export function brandIds(folder: string, models: Models): void {
  for (const model of Object.keys(models)) {
    const file = `${folder}/${model}.ts`
    writeFileSync(
      file,
      branded(readFileSync(file, 'utf8'), idColumns(models, model), regionColumns(models, model)),
    )
  }
}
