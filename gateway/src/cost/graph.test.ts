import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRegistered } from '@kompetanse/schema/documents/read-documents'
import { withTypenames } from '@kompetanse/schema/documents/sent-document'
import {
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../graph/graph.ts'
import { DEFAULT_LIMITS } from '../operation/limits.ts'
import { spellingsOf } from '../operation/registered-operations.ts'
import { Passed } from '../operation/passed.ts'
import { dearestVariables } from '../../testing/dearest-variables.ts'
import { priceOperation } from './price-operation.ts'
import { readPrices } from '../graph/prices.ts'
import { textCost } from './text-cost.ts'
import { DEFAULT_TURNS } from './turns.ts'

const registry = join(import.meta.dirname, '../../../schema')
const sdl = readFileSync(join(registry, 'supergraph.graphql'), 'utf8')
const { prices } = buildGraph(sdl)

type Field = GraphQLField<unknown, unknown>
const fieldsOf = (schema: GraphQLSchema): readonly (readonly [string, Field])[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const),
    )

const has = (name: string, { astNode }: Field | GraphQLArgument | GraphQLInputField): boolean =>
  astNode?.directives?.some((each) => each.name.value === name) ?? false

/** Every list of objects, by coordinate. */
const listsOf = (schema: GraphQLSchema) =>
  fieldsOf(schema).filter(
    ([, { type }]) => isListType(getNullableType(type)) && isCompositeType(getNamedType(type)),
  )

/** Of lists of objects that say no size themselves: the fields that lead to them and do not say it either. */
function unsized(schema: GraphQLSchema): string[] {
  const all = fieldsOf(schema)
  const { sizeOf } = readPrices(schema)
  return listsOf(schema).flatMap(([at, list]) => {
    if (has('listSize', list)) return []
    const leading = all.filter(([, { type }]) => getNamedType(type).name === at.split('.')[0])
    const saying = leading.filter(([, field]) => sizeOf(field)?.sizedFields.includes(list.name))
    if (list.name !== 'edges' || leading.length === 0) return [at]
    return leading.filter((each) => !saying.includes(each)).map(([from]) => from)
  })
}

/** Every argument and input field that has a price of its own, as a search has, by coordinate. */
function pricedInputs(schema: GraphQLSchema): string[] {
  const inputs = Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).map((each) => [`${type.name}.${each.name}`, each] as const),
    )
  const given = fieldsOf(schema).flatMap(([at, { args }]) =>
    args.map((each) => [`${at}(${each.name})`, each] as const),
  )
  return [...inputs, ...given].filter(([, each]) => has('cost', each)).map(([at]) => at)
}

/** Those of the subgraphs, each of which sees to it that its searches have one. */
const pricedBySubgraphs = new Set(
  globSync('subgraphs/*.graphql', { cwd: registry }).flatMap((file) =>
    pricedInputs(buildSchema(readFileSync(join(registry, file), 'utf8'), { assumeValidSDL: true })),
  ),
)
const unpriced = (schema: GraphQLSchema): string[] => [
  ...pricedBySubgraphs.difference(new Set(pricedInputs(schema))),
]

/** Of what is worked for however little is given: each page of the root, each count, and what is reckoned of one object. */
const workedFor = (schema: GraphQLSchema) =>
  fieldsOf(schema).filter(([at, { name, args }]) => {
    const isPaged = args.some((each) => each.name === 'first')
    const isOfRoot = /^(Query|Mutation|Subscription)\./.test(at)
    const isReckoned = !isOfRoot && !isPaged && args.length > 0
    return name === 'totalCount' || isReckoned || (at.startsWith('Query.') && isPaged)
  })
const free = (schema: GraphQLSchema): string[] =>
  workedFor(schema)
    .filter(([, field]) => !has('cost', field))
    .map(([at]) => at)

describe('B02 every list and every search of the graph has its price', () => {
  it('each list of objects says how many it is', () => {
    expect(listsOf(prices.schema).length).toBeGreaterThan(80)
    expect(unsized(prices.schema)).toEqual([])
  })

  it('each search that a subgraph prices has its price in the whole', () => {
    expect(pricedBySubgraphs.size).toBeGreaterThan(9)
    expect(unpriced(prices.schema)).toEqual([])
  })

  it('each page of the root costs more than what it gives, each count something, and what is reckoned', () => {
    expect(workedFor(prices.schema).length).toBeGreaterThan(48)
    expect(free(prices.schema)).toEqual([])
  })

  it('and one that says nothing is found', () => {
    const without = (pattern: RegExp) => buildSchema(sdl.replace(pattern, '$1'), { assumeValidSDL: true })
    expect(unsized(without(/(regions: \[Region!\]!) @listSize\([^)]*\)/))).toEqual(['Nation.regions'])
    expect(unsized(without(/( assignedPlans\([^)]*\): .*)@listSize\([^)]*\)/))).toEqual([
      'Trainee.assignedPlans',
    ])
    expect(free(without(/(serviceTimeLedger\([^)]*\): .*) @cost\([^)]*\)/))).toEqual([
      'Trainee.serviceTimeLedger',
    ])
    expect(free(without(/(approvalQueue\([^]*?\n {2}\): .*) @cost\([^)]*\)/))).toEqual([
      'Query.approvalQueue',
    ])
    expect(unpriced(without(/(search: String!) @cost\([^)]*\)/))).toEqual(['Query.personSearch(search)'])
  })
})

const operationOf = (document: ReturnType<typeof parse>): OperationDefinitionNode | undefined =>
  document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)

/** Pages of a document that are as long as a variable says: what it costs is then its caller's to choose. */
function openPages(document: DocumentNode): string[] {
  const types = new TypeInfo(prices.schema)
  const found: string[] = []
  const Argument = ({ name, value }: ArgumentNode) => {
    const field = types.getFieldDef()
    const slicing = field ? prices.sizeOf(field)?.slicingArguments : undefined
    if (slicing?.includes(name.value) && value.kind === Kind.VARIABLE)
      found.push(`${field?.name}(${name.value}: $${value.name.value})`)
  }
  visit(document, visitWithTypeInfo(types, { Argument }))
  return found
}

describe('B02 whatever the clients have registered is allowed, at its dearest', () => {
  const documents = readRegistered(join(registry, 'operations'))
  const registered = documents.map((document) => {
    const operation = operationOf(document) as OperationDefinitionNode
    const cost = priceOperation(prices, document, operation)(dearestVariables(prices.schema, operation))
    return { name: operation.name?.value, cost }
  })

  it('there is much, and each says itself how long its pages are', () => {
    expect(documents.length).toBeGreaterThan(140)
    expect(documents.flatMap(openPages)).toEqual([])
    const open = 'query ($n: Int) { approvalQueue(tab: WAITING, first: $n) { totalCount } }'
    expect(openPages(parse(open))).toEqual(['approvalQueue(first: $n)'])
  })

  it.each(registered.toSorted((a, b) => b.cost - a.cost))('$name costs $cost', ({ cost }) => {
    expect(cost).toBeGreaterThan(0)
    expect(cost).toBeLessThanOrEqual(DEFAULT_LIMITS.maxCost)
  })

  it('each is read for nothing, as it was written and as a cache sends it; with as much again around it, it is not', () => {
    const passed = new Passed(spellingsOf(documents))
    const texts = documents.flatMap((each) => [each, withTypenames(each)]).map(print)
    const isFree = (text: string) => passed.find(text, parse(text)).isRegistered
    expect(texts.filter((text) => !isFree(text) || textCost(text) > DEFAULT_TURNS.burst)).toEqual([])
    expect(texts.filter((text) => isFree(`${text}${','.repeat(text.length + 1)}`))).toEqual([])
  })

  it('and so is a tool’s introspection, which is then no bomb', () => {
    const price = (text: string) => {
      const document = parse(text)
      return priceOperation(prices, document, operationOf(document) as OperationDefinitionNode)({})
    }
    expect(price(getIntrospectionQuery())).toBeLessThan(DEFAULT_LIMITS.maxCost / 2)
    const one = '__schema { types { name fields { name args { name } type { name ofType { name } } } } }'
    const bomb = `{ ${Array.from({ length: 90 }, (_, at) => `a${at}: ${one}`).join(' ')} }`
    expect(price(bomb)).toBeGreaterThan(DEFAULT_LIMITS.maxCost)
  })
})
