import { loadQueue } from '#lib/queue/load.ts'
import type { PageLoad } from './$types'
import { approvalQueue } from './queue.ts'

export const load: PageLoad = (at) => loadQueue(approvalQueue, at)
