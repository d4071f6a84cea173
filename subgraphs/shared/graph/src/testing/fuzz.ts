/** Sends what nobody should send to every argument of every field that the sample leads to. */
import {
  createSourceEventStream,
  getNamedType,
  isObjectType,
  type ExecutionResult,
  type GraphQLError,
  type OperationTypeNode,
} from 'graphql'
import { createDocuments } from '../documents.ts'
import { isBug } from '../errors.ts'
import { inputChecker } from '../input/check-operation.ts'
import { ask } from './ask.ts'
import { nastyOf, PAGES, tooMany, type Nasty } from './nasty.ts'
import { called, findPlaces, within, type Field, type Place } from './places.ts'
import { positionsOf, type Position } from './positions.ts'
import type { Sample } from './sample.ts'
import type { Walked } from './walked.ts'

interface Root extends Place {
  readonly operation: `${OperationTypeNode}`
}

interface Case {
  readonly root: Root
  readonly field: Field
  readonly args: Readonly<Record<string, unknown>>
  readonly is: string
  /** Which argument the refusal has to name; null where it has to be answered, undefined where anything but a bug will do. */
  readonly refusedFor?: string | null | undefined
}

/** Where fields are asked for: the places of objects, mutations and subscriptions. */
async function rootsOf(sample: Sample): Promise<readonly Root[]> {
  const { schema } = sample
  const places = await findPlaces(sample)
  const others = [
    [schema.getMutationType(), 'mutation'],
    [schema.getSubscriptionType(), 'subscription'],
  ] as const
  return [
    ...places.map((place): Root => ({ ...place, operation: 'query' })),
    ...others.flatMap(([type, operation]): Root[] =>
      type ? [{ type, path: [], found: true, operation }] : [],
    ),
  ]
}

/** What is asked of the field's value: of a list a whole row. */
function selectionOf({ type }: Field): string {
  const named = getNamedType(type)
  if (!isObjectType(named)) return 'getTypes' in named || 'getFields' in named ? '{ __typename }' : ''
  const fields = named.getFields()
  return fields['edges']
    ? '{ edges { cursor node { __typename } } pageInfo { endCursor } }'
    : '{ __typename }'
}

function documentOf({ root, field, args }: Case): string {
  const given = field.args.filter(({ name }) => name in args)
  const variables = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const values = given.map(({ name }) => `${name}: $${name}`).join(', ')
  const call = `${field.name}(${values}) ${selectionOf(field)}`
  return `${root.operation} (${variables}) ${within(root.path, call)}`
}

async function answer({ schema, actor, now }: Sample, each: Case): Promise<readonly GraphQLError[]> {
  const query = documentOf(each)
  if (each.root.operation !== 'subscription') {
    const { errors = [] }: ExecutionResult = await ask(schema, { actor, now, query, variables: each.args })
    return errors
  }
  const prepared = createDocuments(schema)(query)
  if ('errors' in prepared) throw prepared.errors[0]
  const { document } = prepared
  const fault = inputChecker(schema)({ document, variables: each.args })
  if (fault) return [fault]
  const contextValue = { actor, now }
  const stream = await createSourceEventStream({ schema, document, contextValue, variableValues: each.args })
  if (!(Symbol.asyncIterator in stream)) return stream.errors ?? []
  await stream[Symbol.asyncIterator]().return?.()
  return []
}

function faultOf({ is, root, field, refusedFor }: Case, errors: readonly GraphQLError[]): string | null {
  const line = (what: string) => `${root.type.name}.${field.name}: ${is}: ${what}`
  const bug = errors.find(isBug)
  if (bug) return line(bug.message.trim().split('\n').at(-1)?.slice(0, 200) ?? '')
  if (refusedFor === undefined) return null
  if (refusedFor === null) return errors[0] ? line(errors[0].message) : null
  const { code, argument } = errors[0]?.extensions ?? {}
  if (code === 'BAD_USER_INPUT' && argument === refusedFor) return null
  return line(errors[0] ? `refused by ${String(code)} for ${String(argument)}` : 'taken')
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
  const base = positionsOf(sample, root.type.name, field)[0]?.with(undefined) ?? {}
  const query = within(root.path, `${called(field, base)} { edges { cursor } }`)
  const { data } = await ask(sample.schema, { ...sample, query })
  const own = JSON.stringify(data ?? null).match(/"cursor":"([^"]+)"/)?.[1]
  return PAGES.flatMap(([page, refusedFor]): Case[] => {
    if (!own && Object.values(page).includes('own')) return []
    const given = Object.entries(page).map(([name, value]) => [name, value === 'own' ? own : value])
    return [
      {
        root,
        field,
        args: { ...base, ...Object.fromEntries(given) },
        is: JSON.stringify(page),
        refusedFor: refusedFor ?? null,
      },
    ]
  })
}

/** Every argument and input field of the sample's graph, by itself, with everything that nobody should send. */
export async function fuzz(sample: Sample): Promise<Walked> {
  const faults: string[] = []
  let cases = 0
  for (const root of await rootsOf(sample)) {
    for (const field of Object.values(root.type.getFields())) {
      if (field.args.length === 0 || field.name.startsWith('_')) continue
      for (const each of [...casesOf(sample, root, field), ...(await pagesOf(sample, root, field))]) {
        cases++
        const fault = faultOf(each, await answer(sample, each))
        if (fault) faults.push(fault)
      }
    }
  }
  return { cases, faults }
}
