import { loadQueue } from '#lib/queue/load.ts'
import type { PageLoad } from './$types'
import { signingQueue } from './queue.ts'

export const load: PageLoad = (at) => loadQueue(signingQueue, at)
