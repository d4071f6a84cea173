import {
  getArgumentValues,
  GraphQLError,
  isObjectType,
  Kind,
  parse,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { hash } from '../random.ts'
import { fieldOf, type FieldModel, type KeyPart, type Model } from './model.ts'
import { sample, type Source } from './sample.ts'

const TEXTS = ['', 'null', 't2']
const indexOf = ({ key }: Source) => Number(key.slice(key.lastIndexOf('-') + 1))

const KEY_VALUES: Readonly<Record<KeyPart, (source: Source) => unknown>> = {
  id: ({ key }) => key,
  number: indexOf,
  text: (source) => TEXTS[indexOf(source)],
  nested: ({ key }) => ({ __typename: 'Nested', key }),
}

interface Given {
  readonly id?: string
  readonly number?: number
  readonly text?: string
  readonly nested?: { readonly number: number; readonly text: string }
}

/** The entity that a representation means. Throws when its keys mean none, or not one. */
export function dereference(type: string, representation: Readonly<Record<string, unknown>>): Source {
  const { id, number, text, nested } = representation as Given
  const keys = [
    id,
    number !== undefined && `${type}-${number}`,
    text !== undefined && `${type}-${TEXTS.indexOf(text)}`,
    nested && `${type}-${nested.number}`,
    nested && `${type}-${TEXTS.indexOf(nested.text)}`,
  ].filter((key) => key !== undefined && key !== false)
  const [key] = keys
  if (!key || keys.some((each) => each !== key))
    throw new GraphQLError(`No entity: ${JSON.stringify(representation)}`, {
      extensions: { code: 'NO_ENTITY' },
    })
  return { __typename: key.slice(0, key.lastIndexOf('-')), key, brought: representation }
}

const fieldSets = new Map<string, SelectionSetNode>()
function fieldSet(text: string): SelectionSetNode {
  let set = fieldSets.get(text)
  if (!set) {
    const [definition] = parse(`{${text}}`).definitions
    if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No field set: ${text}`)
    fieldSets.set(text, (set = definition.selectionSet))
  }
  return set
}

type Read = (source: unknown, field: FieldNode) => unknown

/** The JSON that a field set selects, each field read in one way or the other. */
function select(read: Read, source: unknown, set: SelectionSetNode): unknown {
  if (source === null) return null
  if (Array.isArray(source)) return source.map((each) => select(read, each, set))
  return set.selections.map((field) => {
    if (field.kind !== Kind.FIELD) throw new Error('A field set of the fuzz has fields only')
    const value = read(source, field)
    return [field.name.value, field.selectionSet ? select(read, value, field.selectionSet) : value]
  })
}

const readBrought: Read = (source, { name: { value: name } }) => {
  const object = source as Readonly<Record<string, unknown>>
  if (!Object.hasOwn(object, name))
    throw new GraphQLError(`Not brought: ${name}`, { extensions: { code: 'INPUT_MISSING' } })
  return object[name]
}

const readKnown =
  (model: Model, schema: GraphQLSchema): Read =>
  (source, field) => {
    const object = source as Source
    const type = schema.getType(object.__typename)
    const definition = isObjectType(type) ? type.getFields()[field.name.value] : undefined
    if (!definition) throw new Error(`No field ${object.__typename}.${field.name.value}`)
    const selected = { name: field.name.value, args: getArgumentValues(definition, field) }
    return valueOf(model, object, selected, schema)
  }

/** JSON whose text does not depend on the order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return entries.map(([name, each]) => [name, sorted(each)])
}

function failure({ name }: FieldModel): GraphQLError {
  return new GraphQLError(`${name} fails`, { extensions: { code: `NO_${name.toUpperCase()}` } })
}

interface SelectedField {
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
}

/**
 * What a field of an object is: decided by the object's key, the field and its arguments alone, and for one with
 * `@requires` by its inputs. So every subgraph and the whole agree. `schema` has the defaults of the arguments of
 * inputs, inaccessible ones too. Throws a coded GraphQLError where it fails.
 */
function valueOf(
  model: Model,
  source: Source,
  { name, args }: SelectedField,
  schema: GraphQLSchema,
): unknown {
  if (source.__typename === 'Nested') return KEY_VALUES[name as KeyPart](source)
  // The one key of an interface: a subgraph that has it as an object returns the interface's name for the type.
  if (name === 'id') return source.key
  const field = fieldOf(model, source.__typename, name)
  if (field.keyPart) return KEY_VALUES[field.keyPart](source)
  const seed = `${source.key}.${name}(${JSON.stringify(sorted(args))})`
  if (field.failing && hash(`${seed}/fails`) % 3 === 0) throw failure(field)
  if (!field.requires) return sample(model, field.type, seed)
  const set = fieldSet(field.requires)
  // What a subgraph found by itself it provides the inputs for; what was brought has them along, or should.
  const inputs = source.brought
    ? select(readBrought, source.brought, set)
    : select(readKnown(model, schema), source, set)
  return sample(model, field.type, `${seed}/${JSON.stringify(inputs)}`)
}

/** Resolves every field of a model, in a subgraph or in the whole. */
export const resolverOf =
  (model: Model): GraphQLFieldResolver<Source | undefined, GraphQLSchema> =>
  (source, args, schema, { parentType, fieldName }) => {
    const root: Source = { __typename: parentType.name, key: parentType.name }
    return valueOf(model, source ?? root, { name: fieldName, args: args as SelectedField['args'] }, schema)
  }
