import { scopeKey } from '#lib/administration/scopes.ts'
import type { Scope } from './queries.ts'

export type ScopeGroup<Template> = { key: string; scope: Scope; templates: readonly Template[] }

/**
 * Templates by their scope: first the scopes in which the viewer may add one, with or without templates, then the
 * others in their order. Retired templates are last.
 */
export const groupByScope = <Template extends { scope: Scope; retired: boolean }>(
  templates: readonly Template[],
  own: readonly Scope[],
): readonly ScopeGroup<Template>[] => {
  const byKey = Map.groupBy(templates, ({ scope }) => scopeKey(scope))
  const scopes = new Map([...own, ...templates.map(({ scope }) => scope)].map((one) => [scopeKey(one), one]))
  return [...scopes].map(([key, scope]) => ({
    ...{ key, scope },
    templates: (byKey.get(key) ?? []).toSorted((one, other) => Number(one.retired) - Number(other.retired)),
  }))
}

/** One topic a line, as it is written in the form; empty lines are none. */
export const topicsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
