import { parse } from 'svelte/compiler'

type Node = { [key: string]: unknown; type?: string; name?: string }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** A node and all that is in it, in no order that matters. */
const within = (node: unknown): Node[] =>
  isNode(node)
    ? [node, ...Object.entries(node).flatMap(([key, value]) => (key === 'parent' ? [] : within(value)))]
    : []

const ofType = (node: unknown, type: string) => within(node).filter((one) => one.type === type)
const nameOf = (node: unknown): string => (isNode(node) && typeof node.name === 'string' ? node.name : '')

const choicesOf = (signature: Node): string[] =>
  ofType(signature['typeAnnotation'], 'TSLiteralType')
    .map(({ literal }) => (isNode(literal) ? literal['value'] : undefined))
    .filter((value) => typeof value === 'string')

/** Signatures of the literal itself, and not of a function or an object within one of them. */
const signaturesOf = (type: unknown): Node[] => {
  if (!isNode(type)) return []
  if (type.type === 'TSTypeLiteral')
    return (type['members'] as Node[]).filter((one) => one.type === 'TSPropertySignature')
  return type.type === 'TSIntersectionType' ? (type['types'] as Node[]).flatMap(signaturesOf) : []
}

/** The props that a component declares, with the choices that each gives. */
export const propsOf = (source: string): { prop: string; choices: string[] }[] => {
  const { instance } = parse(source, { modern: true })
  const [declared] = ofType(instance, 'VariableDeclarator').filter(({ init }) =>
    ofType(init, 'CallExpression').some(({ callee }) => nameOf(callee) === '$props'),
  )
  const annotation = isNode(declared?.['id']) ? declared['id']['typeAnnotation'] : undefined
  const type = isNode(annotation) ? annotation['typeAnnotation'] : undefined
  const alias = ofType(instance, 'TSTypeAliasDeclaration').find(
    ({ id }) => isNode(type) && nameOf(id) === nameOf(type['typeName']),
  )
  return signaturesOf(alias?.['typeAnnotation'] ?? type).map((signature) => ({
    prop: nameOf(signature['key']),
    choices: choicesOf(signature),
  }))
}

/** Each component that a source draws, and the props that it gives it: attributes, snippets and what is inside. */
export const usesOf = (source: string): { component: string; props: string[] }[] =>
  ofType(parse(source, { modern: true }).fragment, 'Component').map((node) => {
    const inside = isNode(node['fragment']) ? (node['fragment']['nodes'] as Node[]) : []
    const snippets = inside.filter(({ type }) => type === 'SnippetBlock')
    const hasChildren = inside.some(({ type, data }) => type !== 'SnippetBlock' && String(data ?? 'x').trim())
    return {
      component: nameOf(node),
      props: [
        ...(node['attributes'] as Node[]).map(nameOf),
        ...snippets.map(({ expression }) => nameOf(expression)),
        ...(hasChildren ? ['children'] : []),
      ],
    }
  })
