import { m } from '#lib/paraglide/messages.js'
import type { Region } from './queries.ts'
import type { Whose } from './scopes.ts'

/** «Nordvåg kommune», «Helse Vest» or «Portalens egne». */
export const scopeName = ({ enterprise, regionCode }: Whose, regions: readonly Region[]): string => {
  if (enterprise) return enterprise.name
  if (regionCode === null) return m.template_portal()
  return regions.find(({ code }) => code === regionCode)?.name ?? m.template_region({ code: regionCode })
}
