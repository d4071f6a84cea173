import type { Stage } from '../../src/test/stage.ts'

/** The portals to play on, a worker each. */
export const stages = JSON.parse(process.env['E2E_STAGES'] ?? '[]') as readonly Stage[]

/** This worker's; another worker that takes its place, after a story that failed, goes on there. */
export const stage: Stage = stages[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)] ?? {
  web: 'http://127.0.0.1:3000',
  graph: 'http://127.0.0.1:4000/graphql',
  control: '',
  token: '',
}
