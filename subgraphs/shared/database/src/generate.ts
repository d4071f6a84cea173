/** Writes `src/generated/` (Prisma client and Pothos types) of the subgraph in the current folder. */
import { existsSync } from 'node:fs'
import { prisma } from './prisma-cli.ts'

if (!existsSync('prisma/schema.prisma')) {
  process.stderr.write(`no prisma/schema.prisma in ${process.cwd()}\n`)
  process.exit(1)
}
const { code, output, errors } = await prisma(
  ['generate', '--schema', 'prisma/schema.prisma', '--no-hints'],
  {
    cwd: process.cwd(),
  },
)
if (code !== 0) process.stderr.write(`${output}\n${errors}\n`)
process.exitCode = code
