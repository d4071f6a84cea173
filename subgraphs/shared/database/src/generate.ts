/** Writes `src/generated/` (Prisma client and Pothos types) of the subgraph in the current folder; nothing where it has no tables yet. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brandIds, type Models } from './brand-ids.ts'
import { schemaFolder } from './directory-models.ts'
import { prisma } from './prisma-cli.ts'

interface PothosTypes {
  readonly getDatamodel: () => { readonly datamodel: { readonly models: Models } }
}

async function brand(generated: string): Promise<void> {
  const types = pathToFileURL(join(generated, 'pothos-types.ts')).href
  const { getDatamodel } = (await import(types)) as PothosTypes
  brandIds(join(generated, 'db/models'), getDatamodel().datamodel.models)
}

if (existsSync('prisma/schema.prisma')) {
  const args = ['generate', '--schema', schemaFolder('.'), '--no-hints']
  const { code, output, errors } = await prisma(args, { cwd: process.cwd() })
  if (code !== 0) process.stderr.write(`${output}\n${errors}\n`)
  else await brand(join(process.cwd(), 'src/generated'))
  process.exitCode = code
}
