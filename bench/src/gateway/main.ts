import { parseArgs } from 'node:util'
import { helpOf } from '@kompetanse/schema/process/help'
import { compareGateways } from './compare.ts'
import { measureOwnShare } from './own-share.ts'
import { measurePageTime } from './page-time/page-time.ts'

/**
 * `npm run bench:gateway`               ours beside others', in front of subgraphs that answer from memory
 * `… -- --subgraphs system`             the same in front of the portal's own, on PostgreSQL
 * `… -- --page-time`                    where the time of a page goes, by process and stage, in front of the portal's own
 * `… -- --own-share [--checkout DIR]… [--uncompiled]`  what the gateway alone costs on the most used
 *                                      operations, by checkout and by executor
 */
helpOf(import.meta)
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    only: { type: 'string', default: '' },
    subgraphs: { type: 'string', default: 'stub' },
    json: { type: 'boolean', default: false },
    'page-time': { type: 'boolean', default: false },
    'own-share': { type: 'boolean', default: false },
    checkout: { type: 'string', multiple: true, default: [] },
    uncompiled: { type: 'boolean', default: false },
    write: { type: 'string' },
    against: { type: 'string' },
  },
})
const options = {
  rounds: Number(values.rounds),
  connections: Number(values.connections),
  only: values.only,
}

/** Shares of processor time are counted over as many requests for each, speed over the same time. */
const byRequests = { seconds: 120, requests: Number(values.requests) }
const bySeconds = { seconds: Number(values.seconds), requests: Number.MAX_SAFE_INTEGER }

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

if (values['page-time']) await measurePageTime({ requests: byRequests.requests, only: values.only })
else if (values['own-share'])
  await measureOwnShare({
    ...options,
    ...byRequests,
    warmUp: byRequests,
    checkouts: values.checkout,
    uncompiled: values.uncompiled,
    write: values.write,
    against: values.against,
  })
else
  await compareGateways({
    ...options,
    ...bySeconds,
    warmUp: { ...bySeconds, seconds: 1 },
    subgraphs: values.subgraphs === 'system' ? 'system' : 'stub',
    json: values.json,
  })
process.exit(0)
