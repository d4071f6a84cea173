import type { Profile, ProfileNode } from './profiler.ts'

/** What part of the gateway's work a file is, first match first. */
const STAGES: readonly (readonly [stage: string, files: RegExp])[] = [
  ['who asks', /gateway\/src\/actor\/|node_modules\/jose\/|schema\/src\/actor-token/],
  ['bytes in and out', /gateway\/src\/http\//],
  ['pipeline', /node_modules\/@apollo\/(server|utils)|gateway\/src\/apollo\//],
  ['plan and shape', /gateway\/src\/(operation|execution)\/|node_modules\/@apollo\//],
  ['ask subgraphs', /gateway\/src\/subgraph\/|node_modules\/undici\//],
  ['GraphQL library', /node_modules\/graphql\//],
]
const SOCKETS = 'sockets and HTTP of Node'
const OTHER = 'other'
const IDLE = new Set(['(idle)', '(root)'])
const OF_NOBODY: ReadonlyMap<string, string> = new Map([
  ['(garbage collector)', 'collection of garbage'],
  ['(program)', 'outside of JavaScript'],
])

const ownStage = (url: string): string | undefined =>
  url.startsWith('node:') || url === ''
    ? undefined
    : (STAGES.find(([, files]) => files.test(url))?.[0] ?? OTHER)

/** Functions of Node and of the language count as work of their callers. */
function stagesOf(nodes: readonly ProfileNode[]): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const stages = new Map<number, string>()
  const visit = (node: ProfileNode, caller: string): void => {
    const { functionName, url } = node.callFrame
    const stage = OF_NOBODY.get(functionName) ?? ownStage(url) ?? caller
    stages.set(node.id, stage)
    for (const id of node.children ?? []) {
      const child = byId.get(id)
      if (child) visit(child, stage)
    }
  }
  if (nodes[0]) visit(nodes[0], SOCKETS)
  return stages
}

/** Stage → its part of the time in which the process was busy; the parts make one. */
export function shareByStage({ nodes, samples, timeDeltas }: Profile): Map<string, number> {
  const stages = stagesOf(nodes)
  const idle = new Set(nodes.filter(({ callFrame }) => IDLE.has(callFrame.functionName)).map(({ id }) => id))
  const times = new Map<string, number>()
  let busy = 0
  for (const [at, id] of samples.entries()) {
    const time = timeDeltas[at] ?? 0
    if (idle.has(id)) continue
    busy += time
    const stage = stages.get(id) ?? OTHER
    times.set(stage, (times.get(stage) ?? 0) + time)
  }
  const shares = [...times].map(([stage, time]): [string, number] => [stage, time / busy])
  return new Map(shares.toSorted(([, a], [, b]) => b - a))
}
