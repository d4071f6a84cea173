/** `npm run token -- --person ID`: an access token for the running portal, to put into `authorization: Bearer …`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { helpOf } from '@kompetanse/schema/process/help'
import { signAccessToken } from './access-token.ts'
import { loadKeys } from './keys.ts'
import { ROOT } from './root.ts'
import { RUNNING_FILE } from './running.ts'

helpOf(import.meta)

const { person } = parseArgs({ options: { person: { type: 'string' } } }).values
if (!person || !existsSync(RUNNING_FILE)) {
  process.stderr.write('usage, while `npm start` runs: npm run token -- --person ID\n')
  process.exit(1)
}
const { issuer } = JSON.parse(readFileSync(RUNNING_FILE, 'utf8')) as { issuer: string }
const { provider } = await loadKeys(join(ROOT, '.data/keys'))
process.stdout.write(`${await signAccessToken({ key: provider, issuer, subject: person, lifetime: 3600 })}\n`)
