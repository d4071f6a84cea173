import type { Scope } from '#lib/administration/scopes.ts'
import { m } from '#lib/paraglide/messages.js'

/** «Nordvåg kommune», «Helse Vest» or «Portalens egne». */
export const ownerWord = (scope: Scope): string => scope?.name ?? m.template_portal()
