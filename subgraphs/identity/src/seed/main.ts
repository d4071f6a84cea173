/** Fills an empty database with the demo organisation and its people. Run again it changes nothing. */
import { runCommand } from '@kompetanse/process'
import { subgraph } from '../database.ts'
import { seed } from './seed.ts'

await runCommand(subgraph, async () => {
  process.stdout.write(`${JSON.stringify({ seeded: 'identity', ...(await seed(new Date())) })}\n`)
})
