import { load as ask } from '#lib/graph/index.ts'
import { ViewerQuery } from '#lib/shell/viewer.ts'
import type { LayoutLoad } from './$types'

export const load: LayoutLoad = async ({ fetch }) => ({ viewer: await ask(ViewerQuery, {}, { fetch }) })
