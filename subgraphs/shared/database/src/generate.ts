/** Writes `src/generated/` (Prisma client and Pothos types) of the subgraph in the current folder; nothing where it has no tables yet. */
import { existsSync } from 'node:fs'
import { schemaFolder } from './directory-models.ts'
import { prisma } from './prisma-cli.ts'

if (existsSync('prisma/schema.prisma')) {
  const args = ['generate', '--schema', schemaFolder('.'), '--no-hints']
  const { code, output, errors } = await prisma(args, { cwd: process.cwd() })
  if (code !== 0) process.stderr.write(`${output}\n${errors}\n`)
  process.exitCode = code
}
