/**
 * Names all that is signed and differs from its record, of the schemas that DATABASE_URL may read, and ends with 1 if
 * there is any. `--seal FILE` writes what the records come to, to be kept elsewhere; `--sealed FILE` compares with that.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { withClient } from './embedded/with-client.ts'
import { findBroken, findUnsealed, sealRecords, type Seal } from './evidence/verify.ts'

const { values } = parseArgs({ options: { seal: { type: 'string' }, sealed: { type: 'string' } } })
const url = process.env['DATABASE_URL']
if (!url) throw new Error('DATABASE_URL is not set')

await withClient(url, async (client) => {
  const broken = await findBroken(client)
  const earlier = values.sealed ? (JSON.parse(readFileSync(values.sealed, 'utf8')) as Seal[]) : []
  const unsealed = await findUnsealed(client, earlier)
  for (const one of [...broken, ...unsealed]) process.stdout.write(`${JSON.stringify(one)}\n`)
  if (values.seal) writeFileSync(values.seal, JSON.stringify(await sealRecords(client), null, 2))
  process.stdout.write(`${broken.length} broken, ${unsealed.length} of ${earlier.length} seals broken\n`)
  if (broken.length + unsealed.length > 0) process.exitCode = 1
})
