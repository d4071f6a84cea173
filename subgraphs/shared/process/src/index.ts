export type { ProcessBus } from './bus.ts'
export { runCommand, runSubgraph, type RunOptions } from './run.ts'
export { defineSubgraph, type Subgraph } from './subgraph.ts'
