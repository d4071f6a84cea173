import {
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import type { JsonObject } from '../json/json.ts'

const CONDITIONS: ReadonlySet<string> = new Set(['skip', 'include'])

export const isCondition = ({ name }: DirectiveNode): boolean => CONDITIONS.has(name.value)

/** Whether a text of GraphQL may hold a condition. */
export const mentionsCondition = (text: string): boolean => /@(?:skip|include)\b/.test(text)
/** Variables that the conditions of one document may depend on. */
export const MAX_CONDITIONS = 6
/** All that so many can make of one another. */
const MAX_KEPT = 2 ** MAX_CONDITIONS

function isMet({ name, arguments: given }: DirectiveNode, variables: JsonObject): boolean {
  const condition = given?.[0]?.value
  const value =
    condition?.kind === Kind.VARIABLE
      ? variables[condition.name.value]
      : condition?.kind === Kind.BOOLEAN && condition.value
  return (value === true) === (name.value === 'include')
}

/** Whether @skip and @include keep a selection. The variables are coerced, with their defaults. */
export const isIncluded = (
  { directives }: Pick<SelectionNode, 'directives'>,
  variables: JsonObject,
): boolean => directives?.every((each) => !isCondition(each) || isMet(each, variables)) ?? true

export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>()
  visit(document, {
    Directive({ name, arguments: given }) {
      const condition = given?.[0]?.value
      if (CONDITIONS.has(name.value) && condition?.kind === Kind.VARIABLE) names.add(condition.name.value)
    },
  })
  return [...names]
}

/**
 * Compiles an operation once per combination of the variables that its conditions depend on, so that the result has no
 * conditions. `compile` gets variables that represent the combination.
 */
export function perConditions<Compiled extends object>(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  compile: (variables: JsonObject) => Compiled,
): (variables: JsonObject) => Compiled {
  const names = conditionVariables({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] })
  const kept = new LRUCache<string, Compiled>({ max: MAX_KEPT })
  return (variables) => {
    const key = names.map((name) => (variables[name] === true ? 1 : 0)).join('')
    const known = kept.get(key)
    if (known) return known
    const compiled = compile(variables)
    kept.set(key, compiled)
    return compiled
  }
}
