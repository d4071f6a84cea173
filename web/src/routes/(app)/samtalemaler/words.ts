import { m } from '#lib/paraglide/messages.js'
import type { Region, Scope } from './queries.ts'

/** «Nordvåg kommune», «Helse Vest» or «Portalens egne»; a region by its code while identity is away. */
export const ownerWord = (scope: Scope, regions: readonly Region[]): string => {
  if (scope === null) return m.template_portal()
  if (scope.__typename === 'Enterprise') return scope.name
  return regions.find(({ code }) => code === scope.code)?.name ?? m.template_region({ code: scope.code })
}
