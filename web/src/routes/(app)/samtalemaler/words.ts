import { m } from '#lib/paraglide/messages.js'
import type { Region } from './queries.ts'
import type { Whose } from './scopes.ts'

/** As the graph bounds a template. */
export const LONGEST_NAME = 100
export const MOST_TOPICS = 20
export const LONGEST_TOPIC = 500

/** «Nordvåg kommune», «Helse Vest» or «Portalens egne». */
export const scopeName = ({ enterprise, regionCode }: Whose, regions: readonly Region[]): string => {
  if (enterprise) return enterprise.name
  if (regionCode === null) return m.template_portal()
  return regions.find(({ code }) => code === regionCode)?.name ?? m.template_region({ code: regionCode })
}
