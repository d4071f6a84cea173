import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ID_KINDS } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { branded, idColumns, regionColumns, type Models } from './brand-ids.ts'
import { listSubgraphs } from './subgraphs.ts'

const ROOT = join(import.meta.dirname, '../../..')

const MODELS: Models = {
  Goal: { fields: [] },
  LearningGoal: {
    fields: [
      { name: 'id', type: 'String' },
      { name: 'approverId', type: 'String' },
      { name: 'approver', type: 'Person', relationFromFields: ['approverId'] },
      { name: 'byId', type: 'String' },
      { name: 'subjectId', type: 'String' },
      { name: 'position', type: 'Int' },
    ],
  },
  Odd: { fields: [{ name: 'thingId', type: 'String' }] },
}

describe('of what a column is the id', () => {
  test('says its table, its relation, or else its name', () => {
    expect([...idColumns(MODELS, 'LearningGoal')]).toEqual([
      ['id', 'LearningGoal'],
      ['approverId', 'Person'],
      ['byId', 'Person'],
    ])
  })

  test('is asked for of one that nothing is known of', () => {
    expect(() => idColumns(MODELS, 'Odd')).toThrow('Odd.thingId: of what is it the id?')
  })
})

test('a row gives the id of its kind; a condition takes none of another', () => {
  const file = `import type * as Prisma from "p"
export type LearningGoalWhereInput = {
  approverId?: Prisma.UuidNullableFilter<"LearningGoal"> | string | null
  comment?: Prisma.StringFilter<"LearningGoal"> | string
}
export type $LearningGoalPayload = {
    approverId: string | null
}`
  expect(branded(file, new Map([['approverId', 'Person']])))
    .toBe(`import type * as Ids from "@kompetanse/schema/ids"
import type * as Prisma from "p"
export type LearningGoalWhereInput = {
  approverId?: Ids.OfIds<"Person", Prisma.UuidNullableFilter<"LearningGoal">> | Ids.IdLike<"Person"> | null
  comment?: Prisma.StringFilter<"LearningGoal"> | string
}
export type $LearningGoalPayload = {
    approverId: Ids.Id<"Person"> | null
}`)
})

test('a row gives a region of the list; a condition takes any text', () => {
  const file = `import type * as Prisma from "p"
export type RegionWhereInput = {
  code?: Prisma.StringFilter<"Region"> | string
}
export type $RegionPayload = {
    code: string
}`
  const models: Models = { Region: { fields: [{ name: 'code', type: 'String' }] } }
  const given = branded(file, new Map(), regionColumns(models, 'Region'))
  expect(given).toContain('import type * as Regions from "@kompetanse/schema/regions"\n')
  expect(given).toContain('  code?: Prisma.StringFilter<"Region"> | string\n')
  expect(given).toContain('    code: Regions.RegionCode\n')
  const fields = ['regionCode', 'ownerRegion', 'trackCode'].map((name) => ({ name, type: 'String' }))
  expect([...regionColumns({ Goal: { fields } }, 'Goal')]).toEqual(['regionCode', 'ownerRegion'])
})

interface PothosTypes {
  readonly getDatamodel: () => { readonly datamodel: { readonly models: Models } }
}

describe('the tables of every subgraph', async () => {
  const generated = globSync(join(ROOT, '*/src/generated/pothos-types.ts'))
  const all = await Promise.all(
    generated.map(async (file) => {
      const { getDatamodel } = (await import(file)) as PothosTypes
      const { models } = getDatamodel().datamodel
      return Object.keys(models).map((model) => ({ file, model, columns: idColumns(models, model) }))
    }),
  )
  const tables = all.flat()

  test('are there', () => expect(generated.length).toBe(listSubgraphs().length))

  test('have the kinds of ids that there are, each of them', () => {
    const kinds = new Set(tables.flatMap(({ columns }) => columns.get('id') ?? []))
    expect([...kinds].toSorted()).toEqual([...ID_KINDS].toSorted())
  })

  test.each(
    tables.map(
      ({ file, model, columns }) =>
        [`${basename(join(file, '../../..'))} ${model}`, { file, model, columns }] as const,
    ),
  )('%s: what is generated says of what each id is', (_name, { file, model, columns }) => {
    const text = readFileSync(join(file, `../db/models/${model}.ts`), 'utf8')
    const payload = text.slice(text.indexOf(`export type $${model}Payload`))
    for (const [column, kind] of columns)
      expect(payload).toMatch(new RegExp(`^ {4}${column}: Ids\\.Id<"${kind}">( \\| null)?$`, 'm'))
  })
})
