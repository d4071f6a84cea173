/** How the graph says what its lists and searches cost: the gateway reads it before it lets a query begin. */
import SchemaBuilder, {
  BasePlugin,
  type FieldNullability,
  type InputFieldMap,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  type SchemaTypes,
  type TypeParam,
} from '@pothos/core'
import { textKindOf } from './input/plugin.ts'

interface Directive {
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
}

/** Items of a list of objects that takes no page and says no `assumedSize`. */
const LIST = 10
/** What a search costs beside what it finds, in objects. */
const SEARCH = 500
/** What it costs to look for a page at all, though it be of one: to sort, to count, to see who may see. */
const LOOK = 50
/** What it costs to count what is not given. */
const COUNT = 1

/** What it costs to reckon something of one object by what is given: an account by a day, hours by a year. */
const RECKONED = 100

const SLICING = ['first', 'last']

/** Options of a connection: the size of a page when the client gives none, and the largest. */
export const pageOf = (defaultSize: number, maxSize = 100) => ({
  ...{ defaultSize, maxSize },
  assumedSize: defaultSize,
})

const isObject = (kind: string): boolean => kind === 'Object' || kind === 'Interface' || kind === 'Union'

function listSize(config: PothosOutputFieldConfig<SchemaTypes>): Directive | null {
  const { assumedSize } = config.pothosOptions as { readonly assumedSize?: number }
  const more = { requireOneSlicingArgument: false }
  if (SLICING.every((name) => name in config.args)) {
    if (assumedSize === undefined)
      throw new Error(`${config.parentType}.${config.name} is paged: say ...pageOf(default, most)`)
    const page = { slicingArguments: SLICING, sizedFields: ['edges'] }
    return { name: 'listSize', args: { assumedSize, ...page, ...more } }
  }
  // A connection has as many edges as its page.
  if (config.type.kind !== 'List' || config.name === 'edges' || !isObject(config.type.type.kind)) return null
  return { name: 'listSize', args: { assumedSize: assumedSize ?? LIST, ...more } }
}

const ROOTS = ['Query', 'Mutation', 'Subscription']

/** Of a page of the root, of a count, and of what is reckoned: by what is given, or because the field says so. */
function work(config: PothosOutputFieldConfig<SchemaTypes>): Directive | null {
  const { parentType, name, args } = config
  const { costs } = config.pothosOptions as { readonly costs?: number }
  const isPaged = SLICING.every((each) => each in args)
  const isGiven = !isPaged && !ROOTS.includes(parentType) && Object.keys(args).length > 0
  const weight =
    costs ??
    (name === 'totalCount' ? COUNT : isPaged && parentType === 'Query' ? LOOK : isGiven ? RECKONED : 0)
  return weight > 0 ? { name: 'cost', args: { weight } } : null
}

/** Of a text by which something is searched for, as an argument and in a filter. */
const cost = (config: PothosInputFieldConfig<SchemaTypes>): Directive | null =>
  textKindOf(config) === 'search' ? { name: 'cost', args: { weight: SEARCH } } : null

const given = (extensions: Readonly<Record<string, unknown>> | null | undefined): Directive[] =>
  (extensions?.['directives'] ?? []) as Directive[]

/**
 * Writes `@listSize` and `@cost` on every field and argument that has a size or a price: no author of a field has to
 * think of it, only of a list that is longer than others: `assumedSize: 60`.
 */
export class SizesPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>) {
    const more = [listSize(config as never), work(config as never)].filter((each) => each !== null)
    if (more.length === 0) return config
    const directives = [...given(config.extensions), ...more]
    return { ...config, extensions: { ...config.extensions, directives } }
  }

  override onInputFieldConfig(config: PothosInputFieldConfig<Types>) {
    const directive = cost(config as never)
    if (!directive) return config
    const directives = [...given(config.extensions), directive]
    return { ...config, extensions: { ...config.extensions, directives } }
  }
}

SchemaBuilder.registerPlugin('sizes', SizesPlugin)

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      sizes: SizesPlugin<Types>
    }

    export interface FieldOptions<
      Types extends SchemaTypes,
      ParentShape,
      Type extends TypeParam<Types>,
      Nullable extends FieldNullability<Type>,
      Args extends InputFieldMap,
      ResolveShape,
      ResolveReturnShape,
    > {
      /** The size that a list, or a page without a size, is reckoned with. */
      assumedSize?: number
      /** What it costs beside its objects, where it is reckoned or looked up for each: in objects. */
      costs?: number
    }
  }
}
