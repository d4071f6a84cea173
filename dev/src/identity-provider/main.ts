/**
 * Plays HelseID on one machine: the same protocol, synthetic persons, no passwords. Never for production.
 * env: PORT, ISSUER, WEB_ORIGIN, and in secret PROVIDER_KEY, WEB_PUBLIC_KEY, COOKIE_SECRET.
 */
import { createLogLimit } from '@kompetanse/schema/process/log-limit'
import { Provider } from 'oidc-provider'
import { readDemoPersons } from '../demo-persons.ts'
import { ROOT } from '../root.ts'
import { configuration, readProviderKeys } from './configuration.ts'
import { interactions } from './interactions.ts'

const { PORT = '4010', WEB_ORIGIN = 'http://127.0.0.1:3000' } = process.env
const issuer = process.env['ISSUER'] ?? `http://127.0.0.1:${PORT}`

const keys = readProviderKeys(process.env)
const persons = readDemoPersons(ROOT)
const provider = new Provider(issuer, configuration({ keys, webOrigin: WEB_ORIGIN, persons }))

provider.use(async (context, next) => {
  if (context.path !== '/health') return next()
  context.body = 'ok'
})
provider.use(interactions(provider, persons))
const limit = createLogLimit()
const report = (_context: unknown, error: Error) => {
  const message = `${String(error)} ${String(Reflect.get(error, 'error_detail') ?? '')}`
  const again = ({ times }: { readonly times: number }) =>
    void process.stderr.write(`${message}: and ${times} times more\n`)
  if (limit({ level: 50, message, details: {} }, again)) process.stderr.write(`${message}\n`)
}
provider.on('server_error', report)
provider.on('authorization.error', report)
provider.on('grant.error', report)
provider.on('pushed_authorization_request.error', report)

const server = provider.listen(Number(PORT), process.env['HOST'] ?? '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ ready: 'identity-provider', port: Number(PORT) })}\n`),
)
process.once('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
})
