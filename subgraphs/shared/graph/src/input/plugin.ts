import SchemaBuilder, {
  BasePlugin,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core'
import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'
import { cleanTexts } from './clean-texts.ts'
import { kindOf, MOST, type TextKind } from './kinds.ts'
import type { Walk } from './walk.ts'

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      input: InputPlugin<Types>
    }
  }
}

/** Of these a client learns from the description how long they may be; of the others, from their type. */
const DESCRIBED = new Set<TextKind>(['code', 'search', 'bytes'])

function describe(description: string | null | undefined, kind: TextKind): string | null | undefined {
  if (!DESCRIBED.has(kind)) return description
  const most = `At most ${MOST[kind].toLocaleString('en')} characters.`
  return description ? `${description} ${most}` : most
}

function typeNameOf(type: PothosInputFieldConfig<SchemaTypes>['type']): string {
  if (type.kind === 'List') return typeNameOf(type.type)
  return typeof type.ref === 'string' ? type.ref : (type.ref as { readonly name: string }).name
}

/** Which kind an argument or input field is, by what its author says, or by its name; null for what is no text. */
export const textKindOf = ({
  extensions,
  type,
  name,
}: PothosInputFieldConfig<SchemaTypes>): TextKind | null =>
  (extensions?.['text'] as TextKind | undefined) ?? kindOf(typeNameOf(type), name)

/**
 * Gives every argument and input field that is a text its kind, as `extensions.text`: by it an operation is checked
 * before it is executed, and what a resolver gets, and what is selected for it, is clean.
 */
class InputPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  #schema: GraphQLSchema | undefined

  override onInputFieldConfig(config: PothosInputFieldConfig<Types>): PothosInputFieldConfig<Types> {
    const kind = textKindOf(config as never)
    if (!kind) return config
    if (kind === 'id' && !config.extensions?.['of'])
      throw new Error(`${config.parentType}.${config.name}: of what is the id? Write t.idOf('Person')`)
    const description = describe(config.description, kind) ?? null
    return { ...config, description, extensions: { ...config.extensions, text: kind } }
  }

  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (Object.keys(config.args).length === 0) return config
    let clean: Walk | undefined
    const mapper = (args: Record<string, unknown>) => ({ ...(clean ??= this.#cleanerOf(config))(args) })
    return { ...config, argMappers: [...config.argMappers, mapper] }
  }

  override afterBuild(schema: GraphQLSchema): GraphQLSchema {
    return (this.#schema = schema)
  }

  #cleanerOf({ parentType, name }: PothosOutputFieldConfig<Types>): Walk {
    const type = this.#schema?.getType(parentType)
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
    if (!field) throw new Error(`no field ${parentType}.${name}`)
    return cleanTexts(field.args) ?? ((args) => args)
  }
}

const name = 'input' as const
SchemaBuilder.registerPlugin(name, InputPlugin)

export default name
