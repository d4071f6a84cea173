import { load as ask } from '#lib/graph/index.ts'
import type { PageLoad } from './$types'
import { MyPlansQuery } from './queries.ts'

export const load: PageLoad = async ({ fetch }) => ({ plans: await ask(MyPlansQuery, {}, { fetch }) })
