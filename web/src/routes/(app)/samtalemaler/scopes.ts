/** Whose a template is: of an enterprise or of a region; of neither, the portal's own. */
export type Whose = {
  enterprise: { id: string; name: string } | null
  regionCode: string | null
}

/** One key for one scope. */
export const scopeKey = ({ enterprise, regionCode }: Whose): string => enterprise?.id ?? regionCode ?? ''

/** The scope as a command takes it; null is the portal's own. */
export const scopeInput = <Code extends string>(scope: {
  enterprise: { id: string } | null
  regionCode: Code | null
}) =>
  scope.enterprise
    ? { enterpriseId: scope.enterprise.id }
    : scope.regionCode && { regionCode: scope.regionCode }

export type ScopeGroup<Template> = { key: string; whose: Whose; templates: readonly Template[] }

/**
 * Templates by their scope: first the scopes in which the viewer may add one, with or without templates, then the
 * others in their order. Retired templates are last.
 */
export const groupByScope = <Template extends Whose & { retired: boolean }>(
  templates: readonly Template[],
  own: readonly Whose[],
): readonly ScopeGroup<Template>[] => {
  const byKey = Map.groupBy(templates, scopeKey)
  const scopes = new Map([...own, ...templates].map((whose) => [scopeKey(whose), whose]))
  return [...scopes].map(([key, { enterprise, regionCode }]) => ({
    key,
    whose: { enterprise, regionCode },
    templates: (byKey.get(key) ?? []).toSorted((one, other) => Number(one.retired) - Number(other.retired)),
  }))
}

/** One topic a line, as it is written in the form; empty lines are none. */
export const topicsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
