import {
  Kind,
  parse,
  print,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql'

const REMOVABLE = new Set<string>([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
])

/** Named fragments in the places where they are spread. */
function inlined(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  return visit(document, {
    FragmentDefinition: () => null,
    FragmentSpread({ name, directives }) {
      const { typeCondition, selectionSet } = fragments.get(name.value) as FragmentDefinitionNode
      return { kind: Kind.INLINE_FRAGMENT, directives, typeCondition, selectionSet } as SelectionNode
    },
  })
}

/** The document with its nth removable node gone, or for a fragment dissolved; null when it has no such. */
function smaller(document: DocumentNode, nth: number, way: 'remove' | 'dissolve'): DocumentNode | null {
  let at = 0
  let done = false
  const chosen = (node: ASTNode) => REMOVABLE.has(node.kind) && at++ === nth
  const result = visit(document, {
    enter(node) {
      if (!chosen(node)) return undefined
      done = true
      if (way === 'remove') return null
      if (node.kind !== Kind.INLINE_FRAGMENT) return undefined
      return { ...node, typeCondition: undefined, directives: [] }
    },
  })
  return done ? flattened(result) : null
}

/** Fragments without a condition are their selections; variables without use are none. */
function flattened(document: DocumentNode): DocumentNode {
  const used = new Set<string>()
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  })
  return visit(document, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
    SelectionSet: {
      leave: (set) => ({
        ...set,
        selections: set.selections.flatMap((each) =>
          each.kind === Kind.INLINE_FRAGMENT && !each.typeCondition && !each.directives?.length
            ? each.selectionSet.selections
            : [each],
        ),
      }),
    },
  })
}

function isValid(schema: GraphQLSchema, document: DocumentNode): boolean {
  try {
    return validate(schema, parse(print(document))).length === 0
  } catch {
    return false
  }
}

const MAX_TRIES = 1500

/** A document of fewer nodes of which the same still holds. */
export async function reduce(
  document: DocumentNode,
  schema: GraphQLSchema,
  holds: (document: DocumentNode) => Promise<boolean>,
): Promise<DocumentNode> {
  const plain = inlined(document)
  let smallest = (await holds(plain)) ? plain : document
  let tries = 0
  for (let before: DocumentNode | null = null; before !== smallest;) {
    before = smallest
    for (const way of ['remove', 'dissolve'] as const)
      for (let nth = 0; tries < MAX_TRIES; tries++) {
        const next = smaller(smallest, nth, way)
        if (!next) break
        if (print(next) !== print(smallest) && isValid(schema, next) && (await holds(next))) smallest = next
        else nth++
      }
  }
  return smallest
}
