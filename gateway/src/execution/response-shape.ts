import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { compileObject, type Completion } from './complete-value.ts'
import type { Conditions } from './collect-fields.ts'

/** Turns what the subgraphs gave into what the client asked for: nothing more, in the order of the document. */
export type Shape = (data: Record<string, unknown>, completion: Completion) => Record<string, unknown> | null

export interface Shapes {
  /** The shape under the variables that @skip and @include depend on. */
  for(variables: Record<string, unknown>): Shape
}

const MAX_KEPT = 16

const CONDITIONS = new Set(['skip', 'include'])

function conditionVariables(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] {
  const names = new Set<string>()
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] }
  visit(document, {
    Directive({ name, arguments: args }) {
      const condition = args?.[0]?.value
      if (CONDITIONS.has(name.value) && condition?.kind === Kind.VARIABLE) names.add(condition.name.value)
    },
  })
  return [...names]
}

/** One compiled shape per combination of the condition variables, so that shaping itself asks no conditions. */
export function createShapes(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Shapes {
  const names = conditionVariables(operation, fragments)
  const kept = new Map<string, Shape>()
  const compile = (variables: Record<string, unknown>): Shape => {
    const included: Conditions['included'] = (node) =>
      getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
    return compileObject({ schema, fragments, included }, operation)
  }
  return {
    for(variables) {
      const key = names.map((name) => String(variables[name])).join()
      const known = kept.get(key)
      if (known) return known
      const shape = compile(variables)
      if (kept.size < MAX_KEPT) kept.set(key, shape)
      return shape
    },
  }
}
