import {
  Kind,
  parse,
  parseType,
  parseConstValue,
  print,
  visit,
  type ASTNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeNode,
} from 'graphql'
import type { Draw } from './draw.ts'

type Typed = FieldDefinitionNode | InputValueDefinitionNode
const isTyped = (node: ASTNode): node is Typed =>
  node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.INPUT_VALUE_DEFINITION

const OTHER_TYPES = ['Int', 'Float', 'String', 'ID', 'Boolean', 'Level', 'Text', 'Photo']

/** Another type in place of one: null allowed or not, a list or not, another name. */
function otherType(type: TypeNode, draw: Draw): string {
  const text = print(type)
  return draw.pick([
    text.endsWith('!') ? text.slice(0, -1) : `${text}!`,
    text.replaceAll('!', ''),
    text.replace(/^\[(.*?)!?\]/, '[$1!]'),
    text.startsWith('[') ? text.replace(/^\[(.*?)\]!?$/, '$1') : `[${text}]`,
    text.replace(/\w+/, draw.pick(OTHER_TYPES)),
  ])
}

function otherDefault(
  { defaultValue, ...input }: InputValueDefinitionNode,
  draw: Draw,
): InputValueDefinitionNode {
  if (defaultValue && draw.chance()) return input
  return print(input.type).startsWith('Int')
    ? { ...input, defaultValue: parseConstValue(draw.pick(['3', '4'])) }
    : input
}

const NEW_INPUTS = ['added: Int', 'added: Int!', 'added: Int! = 5']
const newInput = (draw: Draw): InputValueDefinitionNode => {
  const [definition] = parse(`input I { ${draw.pick(NEW_INPUTS)} }`, { noLocation: true }).definitions
  if (definition?.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION || !definition.fields?.[0])
    throw new Error('no input')
  return definition.fields[0]
}

/** A random change of a node; `null` removes it, and `undefined` means that it cannot change. */
function changed(node: ASTNode, draw: Draw): ASTNode | null | undefined {
  if (isTyped(node)) {
    if (draw.chance()) return draw.chance() ? null : { ...node, type: parseType(otherType(node.type, draw)) }
    if (node.kind === Kind.INPUT_VALUE_DEFINITION) return otherDefault(node, draw)
    return { ...node, arguments: [...(node.arguments ?? []), newInput(draw)] }
  }
  if (node.kind === Kind.ENUM_VALUE_DEFINITION) return null
  if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
    return { ...node, fields: [...(node.fields ?? []), newInput(draw)] }
  if (node.kind === Kind.ENUM_TYPE_DEFINITION) {
    const value = { kind: Kind.ENUM_VALUE_DEFINITION, name: { kind: Kind.NAME, value: 'ADDED' } } as const
    return { ...node, values: [...(node.values ?? []), value] }
  }
  if (node.kind === Kind.UNION_TYPE_DEFINITION)
    return { ...node, types: node.types?.slice(draw.pick([0, 1])) ?? [] }
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION && node.interfaces?.length) return { ...node, interfaces: [] }
  return undefined
}

/** The SDL with one change somewhere, drawn by chance; it need not be a valid schema. */
export function changeSchema(sdl: string, draw: Draw): string {
  const document = parse(sdl, { noLocation: true })
  let count = 0
  visit(document, { enter: () => void count++ })
  let left = draw.pick(Array.from({ length: count }, (_, index) => index))
  let isDone = false
  return print(
    visit(document, {
      enter(node) {
        if (isDone || left-- > 0) return undefined
        const instead = changed(node, draw)
        isDone = instead !== undefined
        return instead
      },
    }),
  )
}
