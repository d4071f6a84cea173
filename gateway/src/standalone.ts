import { parseArgs } from 'node:util'
import { helpOf } from '@kompetanse/schema/process/help'
import { isProduction } from '@kompetanse/schema/process/production'
import { createGateway } from './gateway.ts'
import { createLogger } from './process/log.ts'
import { announce, stopOnSignal } from './process/stop-on-signal.ts'

/**
 * `npm run gateway -- --supergraph FILE --port N --anonymous`: the gateway over any supergraph, without issuer and
 * actors, for trying and auditing the graph part alone. Everything runs on Apollo's own executor, as for documents
 * that are not registered; with `--compiled` on the compiled one.
 */
helpOf(import.meta)
const { values } = parseArgs({
  options: {
    supergraph: { type: 'string', default: 'schema/supergraph.graphql' },
    port: { type: 'string', default: '4000' },
    anonymous: { type: 'boolean', default: false },
    compiled: { type: 'boolean', default: false },
  },
})

function refuseToStart(reason: string): never {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}

if (!values.anonymous) refuseToStart('Without --anonymous, start gateway/src/main.ts: it needs an issuer.')
// `--anonymous` was given by hand, which does not exclude production: the environment is checked as well.
if (isProduction(process.env, 'development')) refuseToStart('--anonymous is refused in production.')

const gateway = await createGateway({
  supergraphPath: values.supergraph,
  developerTools: true,
  compiled: () => (values.compiled ? 'all' : 'none'),
  // Any supergraph may be given: which recursion and which cost are reasonable in it is unknown.
  limits: { maxRepeats: Infinity, maxCost: Infinity },
  log: createLogger('gateway'),
})
stopOnSignal(() => gateway.close())
announce('gateway', await gateway.http.listen(Number(values.port), process.env['HOST']))
