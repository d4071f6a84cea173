import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { SettingsQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch }) => ({ settings: await ask(SettingsQuery, {}, { fetch }) })
