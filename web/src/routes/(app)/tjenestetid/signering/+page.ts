import { loadQueue } from '#lib/queue/load.ts'
import type { PageLoad } from './$types'
import { timeQueue } from './queue.ts'

export const load: PageLoad = (at) => loadQueue(timeQueue, at)
