import { serveSubgraph } from '@kompetanse/graph'
import { required } from '@kompetanse/schema/process/required'
import { serveBare } from './bare.ts'
import { inventedSchema } from './invented-schema.ts'

/** `node host.ts apollo|bare SUBGRAPH` serves a subgraph over invented data and ends with its parent. */
const [, , how, subgraph = ''] = process.argv
const schema = inventedSchema(subgraph)

if (how === 'bare') {
  const port = await serveBare(schema, required(process.env, 'ACTOR_PUBLIC_KEY'))
  process.stdout.write(`${JSON.stringify({ ready: subgraph, port })}\n`)
} else {
  await serveSubgraph({
    name: subgraph,
    schema,
    isReady: async () => true,
    onStop: async () => undefined,
  })
}
process.on('disconnect', () => process.exit(0))
// The parent requests the processor time used so far, in milliseconds.
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.((user + system) / 1000)
})
