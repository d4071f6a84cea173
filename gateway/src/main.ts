import { importActorKey, signActorToken } from '@kompetanse/schema/actor-token'
import { createVerifyCaller } from './actor/caller.ts'
import { readConfig } from './config.ts'
import { createGateway } from './gateway.ts'
import { createLogger } from './process/log.ts'
import { readRegisteredOperations } from './operation/registered-operations.ts'
import { announce, stopOnSignal } from './process/stop-on-signal.ts'

const config = readConfig(process.env)
const log = createLogger('gateway')
const key = await importActorKey(config.actorPrivateKey)

const gateway = await createGateway({
  supergraphPath: config.supergraphPath,
  subgraphUrls: config.subgraphUrls,
  compiled: () => (config.compiled ? readRegisteredOperations(config.operationsPath) : 'none'),
  registered: () => readRegisteredOperations(config.operationsPath),
  filesSubgraph: config.filesSubgraph,
  explains: !config.production,
  credentials: { verify: createVerifyCaller(config), sign: (actor) => signActorToken(actor, key) },
  log,
})
stopOnSignal(() => gateway.close())
announce('gateway', await gateway.http.listen(config.port, config.host))
