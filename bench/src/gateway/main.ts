import { parseArgs } from 'node:util'
import { compareGateways } from './compare.ts'
import { measureOwnShare } from './own-share.ts'

/**
 * `npm run bench:gateway`               ours beside others', in front of subgraphs that answer from memory
 * `… -- --subgraphs system`             the same in front of the portal's own, on PostgreSQL
 * `… -- --own-share [--checkout DIR]…`  what the gateway alone costs on the most used operations, by checkout
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    only: { type: 'string', default: '' },
    subgraphs: { type: 'string', default: 'stub' },
    json: { type: 'boolean', default: false },
    'own-share': { type: 'boolean', default: false },
    checkout: { type: 'string', multiple: true, default: [] },
    write: { type: 'string' },
    against: { type: 'string' },
  },
})
const options = {
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  connections: Number(values.connections),
  only: values.only,
}

if (values['own-share'])
  await measureOwnShare({
    ...options,
    checkouts: values.checkout,
    write: values.write,
    against: values.against,
  })
else
  await compareGateways({
    ...options,
    subgraphs: values.subgraphs === 'system' ? 'system' : 'stub',
    json: values.json,
  })
process.exit(0)
