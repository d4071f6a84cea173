import { importActorKey, signActorToken } from '@kompetanse/schema/actor-token'
import { createActorDirectory } from './actor/actor-directory.ts'
import { createActorSigner, createAuthenticate } from './actor/authenticate-bearer.ts'
import { createVerifyBearer } from './actor/bearer.ts'
import { readConfig } from './config.ts'
import { createGateway } from './gateway.ts'
import { createLogger } from './log.ts'
import { announce, stopOnSignal } from './stop-on-signal.ts'

const config = readConfig(process.env)
const log = createLogger('gateway')
const key = await importActorKey(config.actorPrivateKey)
const sign = createActorSigner((actor) => signActorToken(actor, key))
const verify = createVerifyBearer(config)

const gateway = await createGateway({
  supergraphPath: config.supergraphPath,
  subgraphUrls: config.subgraphUrls,
  filesSubgraph: config.filesSubgraph,
  explorer: !config.production,
  authenticate: (subgraphs) =>
    createAuthenticate(
      verify,
      createActorDirectory({ identity: () => subgraphs.named('identity'), sign, log }),
      sign,
    ),
  log,
})
stopOnSignal(() => gateway.close())
announce('gateway', await gateway.http.listen(config.port))
