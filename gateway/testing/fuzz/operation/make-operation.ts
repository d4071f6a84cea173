import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { Random } from '../random.ts'
import { makeArguments } from './arguments.ts'
import { Scope } from './scope.ts'
import { Variables } from './variables.ts'

export interface Operation {
  readonly document: DocumentNode
  readonly variables: Record<string, unknown>
}

/** Response names that meet what a gateway does behind the client's back. */
const HOSTILE = [
  ...['id', 'number', 'text', 'nested', 'name', 'size', 'kind', 'value', 'label', 'made0', 'iShared'],
  ...['__typename', '__proto__', 'constructor', 'toString', '__c0', '__c1', '__v0', '_entities', 'data'],
  ...['name__alias_0', 'size__alias_0', 'name__alias_1', 'representations', 'errors', 'then', 'a'],
]
const INTROSPECTION = [
  '__schema { queryType { name } }',
  '__schema { types { name kind } }',
  '__type(name: "T1") { name id: kind }',
  '__type(name: "T1") { fields { name type { name kind } } }',
  '__type(name: "Mood") { enumValues { name } }',
]

class Writer {
  readonly #random: Random
  readonly #schema: GraphQLSchema
  readonly variables: Variables
  readonly fragments: string[] = []
  #budget: number
  #aliases = 0

  constructor(random: Random, schema: GraphQLSchema) {
    this.#random = random
    this.#schema = schema
    this.variables = new Variables(random)
    this.#budget = random.int(2, 14)
  }

  /** A selection set with its braces. */
  set(type: GraphQLCompositeType, scope: Scope, depth: number): string {
    const count = this.#random.int(1, 4)
    const selections = Array.from({ length: count }, () => this.#selection(type, scope, depth))
    const written = selections.filter((each) => each !== '')
    return `{ ${written.length > 0 ? written.join(' ') : this.#typename(type, scope)} }`
  }

  #selection(type: GraphQLCompositeType, scope: Scope, depth: number): string {
    const random = this.#random
    if (isUnionType(type) || random.chance(isAbstractType(type) ? 0.5 : 0.18))
      return random.chance(0.12) ? this.#typename(type, scope) : this.#fragment(type, scope, depth)
    if (random.chance(0.1)) return this.#typename(type, scope)
    const fields = Object.values('getFields' in type ? type.getFields() : {})
    const affordable = fields.filter(
      (field) => !isCompositeType(getNamedType(field.type)) || (this.#budget > 0 && depth < 6),
    )
    return affordable.length > 0 ? this.#field(type, random.pick(affordable), scope, depth) : ''
  }

  #field(
    parent: GraphQLCompositeType,
    field: GraphQLField<unknown, unknown>,
    scope: Scope,
    depth: number,
  ): string {
    const random = this.#random
    const args = makeArguments(random, this.variables, field.args)
    const only = isObjectType(parent) ? parent.name : null
    const selected = { signature: `${field.name}${args}`, only, type: field.type }
    const wanted = random.chance(0.25) ? random.pick(HOSTILE) : field.name
    const alias = [wanted, field.name].find((name) => scope.enter(name, selected)) ?? `r${this.#aliases++}`
    const below = scope.enter(alias, selected)
    if (!below) throw new Error(`${alias} is not fresh`)
    const head = `${alias === field.name ? '' : `${alias}: `}${field.name}${args}${this.#condition()}`
    const type = getNamedType(field.type)
    if (!isCompositeType(type)) return head
    this.#budget--
    return `${head} ${this.set(type, below, depth + 1)}`
  }

  #typename(type: GraphQLCompositeType, scope: Scope): string {
    const only = isObjectType(type) ? type.name : null
    const string = this.#schema.getType('String') as GraphQLObjectType
    const selected = { signature: '__typename', only, type: string }
    const wanted = this.#random.chance(0.3) ? this.#random.pick(HOSTILE) : '__typename'
    const alias = [wanted, '__typename'].find((name) => scope.enter(name, selected)) ?? `r${this.#aliases++}`
    scope.enter(alias, selected)
    return `${alias === '__typename' ? '' : `${alias}: `}__typename${this.#condition()}`
  }

  #fragment(type: GraphQLCompositeType, scope: Scope, depth: number): string {
    const random = this.#random
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : []
    const wider = isObjectType(type) ? type.getInterfaces() : []
    const condition = random.pick<GraphQLCompositeType>([type, ...possible, ...possible, ...wider])
    if (depth > 8) return ''
    const set = this.set(condition, scope, depth + 1)
    if (random.chance(0.25) && condition === type) return `...${this.#condition()} ${set}`
    if (random.chance(0.6)) return `... on ${condition.name}${this.#condition()} ${set}`
    const name = `F${this.fragments.length}`
    this.fragments.push(`fragment ${name} on ${condition.name} ${set}`)
    const spread = `...${name}${this.#condition()}`
    return random.chance(0.2) ? `${spread} ...${name}` : spread
  }

  #condition(): string {
    const random = this.#random
    if (!random.chance(0.14)) return ''
    const value = random.chance(0.5)
    const given = random.chance(0.6) ? this.variables.use('Boolean!', value, String(value)) : String(value)
    return random.chance(0.5) ? ` @skip(if: ${given})` : ` @include(if: ${given})`
  }
}

function write(random: Random, schema: GraphQLSchema): { text: string; variables: Record<string, unknown> } {
  const mutation = schema.getMutationType()
  const root = mutation && random.chance(0.12) ? mutation : schema.getQueryType()
  if (!root) throw new Error('No root type')
  const writer = new Writer(random, schema)
  const scope = new Scope()
  const sets = Array.from({ length: random.int(1, 3) }, () => writer.set(root, scope, 0))
  const roots = root === mutation || !random.chance(0.06) ? [] : random.some(INTROSPECTION, random.int(1, 2))
  const introspection = roots.map((text, at) => `${random.chance(0.5) ? '' : `s${at}: `}${text}`)
  const body = [...sets.map((set) => set.slice(1, -1)), ...introspection].join(' ')
  const head = `${root === mutation ? 'mutation' : 'query'}${random.chance(0.3) ? ' Named' : ''}`
  const text = `${head}${writer.variables.text} { ${body} } ${writer.fragments.join(' ')}`
  return { text, variables: writer.variables.values }
}

const ATTEMPTS = 100

/** A random operation that is valid against the schema. Throws when many in a row are not. */
export function makeOperation(random: Random, schema: GraphQLSchema): Operation {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { text, variables } = write(random, schema)
    const document = parse(text)
    if (validate(schema, document).length === 0) return { document, variables }
  }
  throw new Error('No valid operation in sight')
}
