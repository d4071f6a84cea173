import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { defaultsOf } from '../document/defaults-of.ts'
import { isIncluded } from '../document/conditions.ts'
import { fragmentsOf } from '../document/fragments-of.ts'
import { getOwn, type JsonObject } from '../json/json.ts'
import { PreciseNumber } from '../json/precise-number.ts'
import { amountFor, mostOf, sumOf, times, when, type Amount } from './amount.ts'
import { collect, type Guarded } from './collect.ts'
import { priceInput } from './price-input.ts'
import type { ListSize, Prices } from '../graph/prices.ts'

/** The cost of a root field beside its object: it is a request of its own to a subgraph. */
const ROOT = 10

const META: ReadonlyMap<string, GraphQLField<unknown, unknown>> = new Map(
  [SchemaMetaFieldDef, TypeMetaFieldDef].map((each) => [each.name, each]),
)

interface Sized {
  readonly fields: readonly string[]
  readonly size: Amount
}

/**
 * The size that a list's arguments request; an argument that is missing, null or no number counts as the assumed size.
 */
function requestedSize({ assumedSize, slicingArguments }: ListSize, field: FieldNode): Amount {
  const sizes = (field.arguments ?? [])
    .filter(({ name }) => slicingArguments.includes(name.value))
    .map(({ value }): Amount => {
      if (value.kind === Kind.INT) return Math.max(0, Number(value.value))
      if (value.kind !== Kind.VARIABLE) return -1
      return (variables) => {
        const given = getOwn(variables, value.name.value)
        // A number with more digits than a double keeps still requests that many: 200.000000000000000000.
        const size = given instanceof PreciseNumber ? Number(given) : given
        return typeof size === 'number' ? Math.max(0, size) : -1
      }
    })
  const greatest = (variables: JsonObject) => Math.max(-1, ...sizes.map((each) => amountFor(each, variables)))
  const size = (requested: number) => (requested < 0 ? assumedSize : requested)
  if (sizes.every((each) => typeof each === 'number')) return size(greatest({}))
  return (variables) => size(greatest(variables))
}

class Pricing {
  readonly #prices: Prices
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>

  constructor(prices: Prices, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#prices = prices
    this.#fragments = fragments
  }

  ofSets(parent: GraphQLCompositeType, sets: readonly SelectionSetNode[], sized?: Sized): Amount {
    const { fields, narrowed } = collect(parent, sets, this.#fragments)
    const always = [...fields.values()].map((each) => guarded(each, this.#ofField(parent, each.parts, sized)))
    const sometimes = [...narrowed.values()].map((each) => ({
      type: each.type,
      amount: guarded(each, this.ofSets(this.#type(each.type), each.parts, sized)),
    }))
    return sumOf([...always, this.#dearest(parent, sometimes)])
  }

  /** An object is of one type: the type for which the fragments cost most together. */
  #dearest(parent: GraphQLCompositeType, parts: readonly { type: string; amount: Amount }[]): Amount {
    const { schema } = this.#prices
    const possible = isAbstractType(parent) ? schema.getPossibleTypes(parent) : []
    return mostOf(
      possible.map((object) => {
        const fits = (name: string) => {
          const type = schema.getType(name)
          return type === object || (isAbstractType(type) && schema.isSubType(type, object))
        }
        return sumOf(parts.filter(({ type }) => fits(type)).map(({ amount }) => amount))
      }),
    )
  }

  #ofField(parent: GraphQLCompositeType, nodes: readonly FieldNode[], sized: Sized | undefined): Amount {
    const [node] = nodes
    const field = node && this.#field(parent, node.name.value)
    if (!field) return 0
    const size = this.#prices.sizeOf(field)
    const page = size ? requestedSize(size, node) : 1
    const isSlice = size !== null && size.sizedFields.length > 0
    const own = isSlice ? 1 : page
    const count = sized?.fields.includes(field.name) ? sized.size : own
    const inner = isSlice ? { fields: size.sizedFields, size: page } : undefined
    const type = getNamedType(field.type)
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    const below = isCompositeType(type) ? this.ofSets(type, sets, inner) : 0
    return sumOf([
      ...this.#ofArguments(field, node),
      times(count, sumOf([this.#prices.weightOf(field), below])),
    ])
  }

  #ofArguments(field: GraphQLField<unknown, unknown>, { arguments: given = [] }: FieldNode): Amount[] {
    return given.flatMap(({ name, value }) => {
      const argument = field.args.find((each) => each.name === name.value)
      return argument ? [priceInput(this.#prices, argument, value)] : []
    })
  }

  #field(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
    return META.get(name) ?? ('getFields' in parent ? parent.getFields()[name] : undefined)
  }

  #type(name: string): GraphQLCompositeType {
    const type = this.#prices.schema.getType(name)
    if (isCompositeType(type)) return type
    throw new Error(`${name} is no type with fields`)
  }
}

const guarded = ({ conditions }: Guarded<unknown>, amount: Amount): Amount =>
  conditions.length === 0
    ? amount
    : when((variables) => isIncluded({ directives: conditions }, variables), amount)

/** The root fields that are selected under any conditions, one for each response name. */
function rootsOf(
  root: GraphQLCompositeType,
  set: SelectionSetNode,
  fragments: Parameters<typeof collect>[2],
) {
  const { fields } = collect(root, [set], fragments)
  return [...fields.values()].filter(({ parts: [field] }) => field?.name.value !== '__typename')
}

/**
 * The cost of a valid operation with a client's variables, in objects: the most that it may fetch by the sizes of its
 * lists. Prepared once; then each call is a sum.
 */
export function priceOperation(
  prices: Prices,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: JsonObject) => number {
  const root = prices.schema.getRootType(operation.operation)
  if (!isObjectType(root)) return () => 0
  const fragments = fragmentsOf(document)
  const roots = rootsOf(root, operation.selectionSet, fragments).map((each) => guarded(each, ROOT))
  const below = new Pricing(prices, fragments).ofSets(root, [operation.selectionSet])
  const amount = sumOf([...roots, below])
  const defaults = defaultsOf(operation)
  return (variables) => Math.ceil(amountFor(amount, { ...defaults, ...variables }))
}
