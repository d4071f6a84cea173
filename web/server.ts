import { readConfig } from './server/config.ts'
import { createLog } from './server/log.ts'
import { createPortal, type Pages } from './server/serve.ts'

// The rendered pages take their origin from headers that only this server sets.
process.env['HOST_HEADER'] = 'x-portal-host'
process.env['PROTOCOL_HEADER'] = 'x-portal-protocol'

const config = readConfig(process.env)
const log = createLog(process.env['LOG_LEVEL'])
const built = new URL('./build/handler.js', import.meta.url).href
const { handler } = (await import(built)) as { handler: Pages }

const { server, stop } = await createPortal(config, handler, log)
server.listen(config.port, config.host, () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  process.stdout.write(`${JSON.stringify({ ready: 'web', port })}\n`)
})

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stopping failed', error)
        process.exit(1)
      },
    )
  })
