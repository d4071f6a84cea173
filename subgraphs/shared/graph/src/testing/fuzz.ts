/** Sends what nobody should send to every argument of every field that the sample leads to. */
import { ask } from './ask.ts'
import { faultOf, type Case, type Root } from './case.ts'
import { nastyOf, PAGES, tooMany, type Nasty } from './nasty.ts'
import { nullConditions, nullsOf } from './nulls.ts'
import { called, findPlaces, within, type Field } from './places.ts'
import { filled } from './plausible.ts'
import { positionsOf, type Position } from './positions.ts'
import type { Sample } from './sample.ts'
import type { Walked } from './walked.ts'

/** Where fields are selected: the places of objects, mutations and subscriptions. */
async function rootsOf(sample: Sample, among: readonly string[]): Promise<readonly Root[]> {
  const { schema } = sample
  const places = among.includes('query') ? await findPlaces(sample) : []
  const others = [
    [schema.getMutationType(), 'mutation'],
    [schema.getSubscriptionType(), 'subscription'],
  ] as const
  return [
    ...places.map((place): Root => ({ ...place, operation: 'query' })),
    ...others.flatMap(([type, operation]): Root[] =>
      type && among.includes(operation) ? [{ type, path: [], found: 1, operation }] : [],
    ),
  ]
}

const valuesFor = ({ type, kind, isList }: Position): readonly Nasty[] =>
  isList ? [tooMany(null), ...nastyOf(type, undefined).slice(0, 5)] : nastyOf(type, kind)

function casesOf(sample: Sample, root: Root, field: Field): readonly Case[] {
  return positionsOf(sample, root.type.name, field).flatMap((position) =>
    valuesFor(position).map(({ is, value, refused }) => ({
      ...{ root, field, args: position.with(value) },
      is: `${position.at} is ${is}`,
      refusedFor: refused && position.at,
    })),
  )
}

const isConnection = ({ args }: Field) =>
  ['first', 'last', 'before', 'after'].every((name) => args.some((arg) => arg.name === name))

/** The pages of a connection, by a cursor of its own if it has one. */
async function pagesOf(sample: Sample, root: Root, field: Field): Promise<readonly Case[]> {
  if (!isConnection(field)) return []
  const base = filled(sample, `${root.type.name}.${field.name}`, field.args)
  const query = within(root.path, `${called(field, base)} { edges { cursor } }`)
  const { data } = await ask(sample.schema, { ...sample, query })
  const own = JSON.stringify(data ?? null).match(/"cursor":"([^"]+)"/)?.[1]
  return PAGES.flatMap(([page, refusedFor = null]): Case[] => {
    if (!own && Object.values(page).includes('own')) return []
    const given = Object.entries(page).map(([name, value]) => [name, value === 'own' ? own : value])
    const args = { ...base, ...Object.fromEntries(given) }
    return [{ root, field, args, is: JSON.stringify(page), refusedFor }]
  })
}

/**
 * Every argument and input field of the sample's graph, by itself, with everything that nobody should send; or those of
 * some operations alone.
 */
export async function fuzz(
  sample: Sample,
  among: readonly string[] = ['query', 'mutation', 'subscription'],
): Promise<Walked> {
  const faults: string[] = []
  let cases = 0
  for (const root of await rootsOf(sample, among)) {
    for (const field of Object.values(root.type.getFields())) {
      if (field.args.length === 0 || field.name.startsWith('_')) continue
      const pages = await pagesOf(sample, root, field)
      const nulls = [...nullsOf(sample, root, field), ...nullConditions(sample, root, field)]
      for (const each of [...casesOf(sample, root, field), ...pages, ...nulls]) {
        cases++
        const fault = await faultOf(sample, each)
        if (fault) faults.push(fault)
      }
    }
  }
  return { cases, faults }
}
