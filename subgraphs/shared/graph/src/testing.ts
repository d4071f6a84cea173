import type { Actor } from '@kompetanse/schema/actor-token'

export { partOf } from './part-of.ts'
export { ask, type Question } from './testing/ask.ts'
export { inputTests, type Sampled } from './testing/input-tests.ts'
export type { Sample } from './testing/sample.ts'

export const aPerson = (personId: string, rest: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  personId,
  trainee: false,
  grants: [],
  ...rest,
})
