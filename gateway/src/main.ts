import { importActorKey, signActorToken } from '@kompetanse/schema/actor-token'
import { readRegistered } from '@kompetanse/schema/documents/read-documents'
import { createVerifyCaller } from './actor/caller.ts'
import { readConfig } from './config.ts'
import { createGateway } from './gateway.ts'
import { createLogger } from './process/log.ts'
import { announce, stopOnSignal } from './process/stop-on-signal.ts'

const config = readConfig(process.env)
const log = createLogger('gateway')
const key = await importActorKey(config.actorPrivateKey)

const gateway = await createGateway({
  supergraphPath: config.supergraphPath,
  subgraphUrls: config.subgraphUrls,
  compiled: () => (config.compiled ? readRegistered(config.operationsPath) : 'none'),
  registered: () => readRegistered(config.operationsPath),
  filesSubgraph: config.filesSubgraph,
  developerTools: !config.production,
  credentials: { verify: createVerifyCaller(config), sign: (actor) => signActorToken(actor, key) },
  log,
})
stopOnSignal(() => gateway.close())
announce('gateway', await gateway.http.listen(config.port, config.host))
