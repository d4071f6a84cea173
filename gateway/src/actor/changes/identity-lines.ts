import { pathTo } from '@kompetanse/schema/identity-for-gateway'
import type { Replica } from '../../subgraph/replicas.ts'
import { asGateway, type IdentityOptions } from '../ask-identity.ts'
import type { OpenLines } from './follow-changes.ts'

/** Far longer than any line. */
const MOST_LETTERS = 10_000

async function* linesOf(body: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > MOST_LETTERS) throw new Error('A line from identity has no end')
    yield* lines
  }
}

/** Opens identity's stream `/actor-changes`, at its processes in turn: a process that hung is not tried next. */
export function createOpenLines(options: IdentityOptions): OpenLines {
  const tried = new Set<Replica>()
  return async function* open(signal) {
    const { client, headers } = await asGateway(options)
    yield* linesOf(await client.stream(pathTo('actor-changes'), { headers, signal, tried }))
  }
}
