import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import { brandId, type Id } from '@kompetanse/schema/ids'
import type { RelationKind } from '@kompetanse/schema/roles'
import { dateColumn } from '@kompetanse/calendar/day'

/** Persons, relations and deputyships in memory, as plain objects that refer to each other. */
export interface PersonRow {
  readonly id: Id<'Person'>
  readonly version: number
  readonly active: boolean
  readonly isTrainee: boolean
  readonly regionCode: string | null
  readonly enterpriseId: Id<'Enterprise'> | null
  readonly relationsAsPerson: RelationRow[]
  readonly relationsAsTrainee: RelationRow[]
  readonly deputies: DeputyshipRow[]
}

export interface RelationRow {
  readonly kind: RelationKind
  readonly personId: Id<'Person'>
  readonly traineeId: Id<'Person'>
  readonly person: PersonRow
  readonly validFrom: Date
  readonly validTo: Date | null
}

export interface DeputyshipRow {
  readonly leaderId: Id<'Person'>
  readonly deputyId: Id<'Person'>
  readonly validFrom: Date
  readonly validTo: Date
}

type Condition = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && !(value instanceof Date)
const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value)

/** Whether a condition of one field holds. */
function fits(condition: unknown, value: unknown): boolean {
  if (!isObject(condition)) return plain(value) === plain(condition)
  if ('some' in condition)
    return (value as object[]).some((each) => holds(condition['some'] as Condition, each))
  const { in: among, gte, lte, not } = condition
  const [at, low, high] = [value, gte, lte].map(plain) as [
    number | null,
    number | undefined,
    number | undefined,
  ]
  if (among) return (among as unknown[]).includes(value)
  if (low !== undefined) return at !== null && at >= low
  if (high !== undefined) return at !== null && at <= high
  if ('not' in condition) return plain(value) !== plain(not)
  return value !== null && holds(condition, value as object)
}

/**
 * Whether a where-fragment holds for a row, as Prisma and the database say: an empty condition within an OR is left out.
 * That these do say so is tested on the database, `visibility.int.test.ts` of each subgraph.
 */
export function holds(where: object, row: object): boolean {
  return Object.entries(where).every(([field, condition]) => {
    if (field === 'AND') return holds(condition as object, row)
    if (field !== 'OR') return fits(condition, (row as Condition)[field])
    const said = (condition as object[]).filter((each) => Object.keys(each).length > 0)
    return said.some((each) => holds(each, row))
  })
}

interface Days {
  readonly from?: string
  readonly to?: string | null
}

/** A directory in memory. Whoever is named is in it. */
export function rowsOf() {
  const persons = new Map<string, PersonRow>()
  const deputyships: DeputyshipRow[] = []
  const person = (name: string, about: Partial<PersonRow> = {}): PersonRow => {
    const known = persons.get(name)
    if (known) return Object.assign(known, about)
    const row = {
      ...{ id: brandId<'Person'>(name), version: 1, active: true, isTrainee: false, regionCode: null },
      ...{ enterpriseId: null, relationsAsPerson: [], relationsAsTrainee: [], deputies: [], ...about },
    }
    persons.set(name, row)
    return row
  }
  const all = () => [...persons.values()]
  const relations = () => all().flatMap(({ relationsAsPerson }) => relationsAsPerson)
  return {
    person,
    relate(kind: RelationKind, of: string, to: string, { from = '2026-01-01', to: end = null }: Days = {}) {
      const [trainee, other] = [person(of, { isTrainee: true }), person(to)]
      const validTo = end === null ? null : dateColumn(end)
      const days = { validFrom: dateColumn(from), validTo }
      const row = { kind, personId: other.id, traineeId: trainee.id, person: other, ...days }
      trainee.relationsAsTrainee.push(row)
      other.relationsAsPerson.push(row)
    },
    standIn(deputy: string, leader: string, { from = '2026-01-01', to = '2026-12-31' }: Days = {}) {
      const days = { validFrom: dateColumn(from), validTo: dateColumn(to ?? '') }
      const row = { leaderId: person(leader).id, deputyId: person(deputy).id, ...days }
      person(leader).deputies.push(row)
      deputyships.push(row)
    },
    /** The names of those for whom a condition holds. */
    names: (where: object) => all().flatMap((each) => (holds(where, each) ? [String(each.id)] : [])),
    /** As the client of Prisma finds them. */
    client: {
      person: {
        findMany: async ({ where }: { where: object }) => all().filter((each) => holds(where, each)),
        findFirst: async ({ where }: { where: object }) => all().find((each) => holds(where, each)) ?? null,
      },
      relation: {
        findMany: async ({ where }: { where: object }) => relations().filter((each) => holds(where, each)),
      },
      deputyship: {
        findMany: async ({ where }: { where: object }) => deputyships.filter((each) => holds(where, each)),
      },
    },
  }
}

export const somebody = (name: string, about: Partial<Actor> = {}): Actor => ({
  ...{ kind: 'person', personId: brandId<'Person'>(name), trainee: false, grants: [], ...about },
})

export const granted = (role: Grant['role'], place: Partial<Grant> = {}): Partial<Actor> => ({
  grants: [{ role, regionCode: null, enterpriseId: null, ...place }],
})
